# plancmp: everything a newcomer or CI runs. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
PIP = $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: accuracy figures help demo install test lint format plans schemas golden mutations bench fuzz docs variants clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(READY) ## set up if needed and run the main job: plancmp diff province yicheng
	@$(BIN)/plancmp diff province yicheng

install: $(TOOLS) ## set up .venv with plancmp and its tools

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@$(BIN)/python -m compileall -q plans alignment cli # some systems keep Python from doing so as it goes
	@touch $@

$(TOOLS): $(READY)
	$(PIP) --editable '.[dev]'
	@touch $@

# plancmp lies in four top-level folders; mypy sees them as one package through this link.
build/names/plancmp:
	@mkdir -p build/names
	@ln -sfn ../.. $@

test: $(TOOLS) ## set up if needed and run all tests
	$(BIN)/python -m pytest -n auto -q

lint: $(TOOLS) build/names/plancmp ## ruff format --check, ruff check, mypy --strict, the layer rule
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy plans alignment cli tests
	$(BIN)/lint-imports --no-cache

format: $(TOOLS) ## let ruff format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

ENCODE = $(BIN)/plancmp encode --lang en --force

plans: $(READY) ## rebuild the plans encoded from plans/sources/
	$(ENCODE) plans/sources/binzhou.txt --id binzhou --level prefecture --alias 滨州 \
	  --source sources/binzhou.txt -o plans/binzhou.yaml
	$(ENCODE) plans/sources/yicheng.txt --id yicheng --level county --alias 峄城 --alias zaozhuang \
	  --source sources/yicheng.txt -o plans/yicheng.yaml
	$(ENCODE) plans/sources/qingzhou.txt --id qingzhou --level county --alias 青州 --alias weifang \
	  --source sources/qingzhou.txt -o plans/qingzhou.yaml
	$(ENCODE) plans/sources/liaocheng.txt --id liaocheng --level prefecture --alias 聊城 \
	  --source sources/liaocheng.txt -o plans/liaocheng.yaml

schemas: $(READY) ## rebuild the JSON Schema of plan files from the model
	$(BIN)/python -m plancmp.plans.schema

GOLD = tests/gold/measures-dev.json tests/gold/measures-own.json tests/gold/commitments.json

accuracy: $(TOOLS) ## measure the verdicts against tests/gold and keep the figures for reports
	$(BIN)/plancmp evaluate $(GOLD) --leave-one-out --write-card

docs: $(READY) ## rewrite docs/errors.md and the outputs shown in the guides
	$(BIN)/python -m tests.errors.page
	$(BIN)/python -m tests.cli.guide

variants: $(READY) ## print what encode finds in every variant of the real documents
	@$(BIN)/python -m tests.plans.variants

SECONDS ?= 600
fuzz: $(TOOLS) ## try random documents and plan files for SECONDS (600)
	$(BIN)/python -m tests.plans.fuzz --seconds $(SECONDS)

golden: $(TOOLS) ## rewrite the golden outputs (look at the difference before committing it)
	$(BIN)/python -m pytest -q tests/golden --rewrite-golden

figures: $(READY) ## draw docs/*.svg anew: what the commands print on a terminal
	$(BIN)/python -m tests.figures

mutations: $(TOOLS) ## print the mutation suite's table: kinds, cases, how many came out right
	$(BIN)/python -m tests.alignment.mutations

bench: $(TOOLS) ## measure start-up, thousands of plans and other methods (docs/performance.md)
	$(PIP) --editable '.[bench]'
	$(BIN)/python -m tests.benchmarks

clean: ## remove everything that is built
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
