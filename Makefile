# plancmp: everything a newcomer or CI runs. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_LOCK := locks/run.txt
DEV_LOCK := locks/dev.txt
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
PIP = python -m pip install --quiet --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: accuracy figures help demo install test test-lowest test-latest lock lint format lexicon plans schemas golden mutations bench fuzz docs variants clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(READY) ## set up if needed and run the main job: plancmp diff province yicheng
	@$(BIN)/plancmp diff province yicheng

install: $(TOOLS) ## set up .venv with plancmp and its tools

$(READY): pyproject.toml $(RUN_LOCK)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/$(PIP) --require-hashes --requirement $(RUN_LOCK)
	$(BIN)/$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q plans alignment cli plancmp # some systems keep Python from doing so as it goes
	@touch $@

$(TOOLS): $(READY) $(DEV_LOCK)
	$(BIN)/$(PIP) --no-compile --require-hashes --requirement $(DEV_LOCK)
	@touch $@

# The locks hold for every system and every Python that pyproject.toml allows.
UV := build/uv/bin/uv
RESOLVE = $(UV) pip compile --quiet --upgrade --generate-hashes --no-emit-index-url \
  --custom-compile-command 'make lock' pyproject.toml --group build
EVERYTHING := --all-extras --group dev

$(UV):
	$(PYTHON) -m venv build/uv
	build/uv/bin/$(PIP) uv

lock: $(UV) ## renew the versions in locks/ within the ranges of pyproject.toml
	$(RESOLVE) --universal --python-version 3.11 $(EVERYTHING) --output-file $(DEV_LOCK)
	$(RESOLVE) --universal --python-version 3.11 --constraints $(DEV_LOCK) --output-file $(RUN_LOCK)

test-lowest: $(UV) ## run all tests with the lowest versions that pyproject.toml allows
	$(RESOLVE) $(EVERYTHING) --resolution lowest-direct --output-file build/lowest.txt
	$(MAKE) test VENV=build/lowest RUN_LOCK=build/lowest.txt DEV_LOCK=build/lowest.txt

test-latest: $(UV) ## run all tests with the latest versions that pyproject.toml allows
	$(RESOLVE) $(EVERYTHING) --output-file build/latest.txt
	$(MAKE) test VENV=build/latest RUN_LOCK=build/latest.txt DEV_LOCK=build/latest.txt

# plancmp lies in four top-level folders; mypy sees them as one package through this link.
build/names/plancmp:
	@mkdir -p build/names
	@ln -sfn ../.. $@

test: $(TOOLS) ## set up if needed and run all tests
	$(BIN)/python -m pytest -n auto -q

lint: $(TOOLS) build/names/plancmp ## ruff format --check, ruff check, mypy --strict, the layer rule
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy plans alignment cli plancmp tests tools
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

lexicon: $(READY) ## rebuild the index of the lexicon of policy Chinese
	$(BIN)/python -m plancmp.alignment.lexicon

schemas: $(READY) ## rebuild the JSON Schema of plan files from the model, and the terms in that of diff
	$(BIN)/python -m plancmp.plans.schema
	$(BIN)/python -m tools.contract

GOLD = tests/gold/measures-dev.json tests/gold/measures-own.json tests/gold/commitments.json

accuracy: $(TOOLS) ## measure the verdicts against tests/gold and keep the figures for reports
	$(BIN)/plancmp evaluate $(GOLD) --leave-one-out --write-card

docs: $(READY) ## rewrite docs/errors.md and the outputs shown in the guides
	$(BIN)/python -m tools.error_page
	$(BIN)/python -m tools.guide

variants: $(READY) ## print what encode finds in every variant of the real documents
	@$(BIN)/python -m tools.variants

SECONDS ?= 600
fuzz: $(TOOLS) ## try random documents and plan files for SECONDS (600)
	$(BIN)/python -m tools.fuzz --seconds $(SECONDS)

golden: $(TOOLS) ## rewrite the golden outputs (look at the difference before committing it)
	$(BIN)/python -m pytest -q tests/golden tests/cli/test_review_terminal.py -k 'golden or screen' --rewrite-golden

figures: $(READY) ## draw docs/*.svg anew: what the commands print on a terminal
	$(BIN)/python -m tools.figures

mutations: $(TOOLS) ## print the mutation suite's table: kinds, cases, how many came out right
	$(BIN)/python -m tools.mutations

bench: $(TOOLS) ## measure start-up, thousands of plans and other methods (docs/performance.md)
	$(BIN)/python -m tools.benchmarks

clean: ## remove everything that is built
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
