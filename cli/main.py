"""The entry point: the commands by name, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from plancmp.cli.language import Language, language_of_run
from plancmp.cli.output import give_up, prepare_streams
from plancmp.cli.version import VERSION

_FAILED = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141  # what a shell reports of any program whose reader has gone

COMMANDS = {
    "diff": ("diff", "diff"),
    "coverage": ("coverage", "coverage"),
    "report": ("report", "report"),
    "peers": ("peers", "peers"),
    "changes": ("changes", "changes"),
    "explain": ("explain", "explain"),
    "targets": ("targets", "targets"),
    "list": ("list", "list_plans"),
    "show": ("show", "show"),
    "check": ("check", "check"),
    "glossary": ("glossary", "glossary"),
    "review": ("review", "review"),
    "consult": ("consult", "consult"),
    "evaluate": ("evaluate", "evaluate"),
    "encode": ("encode", "encode"),
    "commitments": ("commitments", "commitments"),
}
"""The module and function of each command, in the order of the help."""

_EXAMPLES = (
    "plancmp list",
    "plancmp diff province yicheng",
    "plancmp diff province yicheng --measure 1.2 -v",
    "plancmp show yicheng 1.2",
)


def _epilog(examples: Sequence[str]) -> str:
    """Examples below a command's options; the backspace keeps the parser from joining the lines."""
    return "\n  ".join(["\b\nExamples:", *examples])


def make_app(arguments: Sequence[str], language: Language = Language.ENGLISH) -> typer.Typer:
    """The parser for these arguments: with the command they begin with, or with every one for help and completion.

    Its help is in this language. Importing and preparing all commands takes longer than reading the arguments of one.
    """
    group, command = _classes(language)
    wanted = arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS
    app = typer.Typer(
        name="plancmp",
        cls=group,
        add_completion=wanted is COMMANDS,  # its options stand before a command, never behind one
        epilog=_epilog(_EXAMPLES),
        # Plain help: it reads as well, and loads in half the time that boxes drawn by rich take.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(plancmp)
    for name in wanted:
        module_name, function = COMMANDS[name]
        module = import_module(f"plancmp.cli.commands.{module_name}")
        app.command(name, cls=command, epilog=_epilog(module.EXAMPLES))(getattr(module, function))
    return app


def _classes(language: Language) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """The parser's classes for groups and commands; its own give help in English."""
    if language is not Language.CHINESE:
        return TyperGroup, TyperCommand
    from plancmp.cli.help import ChineseCommand, ChineseGroup

    return ChineseGroup, ChineseCommand


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"plancmp {VERSION}")
        raise typer.Exit


def plancmp(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - acts through its callback
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Show the version.")
    ] = False,
    language: Annotated[
        Language | None,
        typer.Option(
            "--lang",
            metavar="LANG",
            help=f"{' or '.join(Language)}, here or behind a command; else the locale's.",
        ),
    ] = None,
    no_pager: Annotated[
        bool,
        typer.Option(
            "--no-pager",
            help="No pager for what is longer than the screen (else PLANCMP_PAGER, PAGER or less).",
        ),
    ] = False,
) -> None:
    """Compare official policy plans: what did each place adopt, weaken or omit?

    Every verdict shows its evidence in the local plan's own words. A plan is named by
    its id, an alias (province, 峄城区) or a path to a YAML file.
    """
    if language:
        known = context.default_map or {}
        context.default_map = {name: {**known.get(name, {}), "language": language} for name in COMMANDS}
    if no_pager:
        from plancmp.cli.pager import without_pager

        context.with_resource(without_pager())
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what was typed after the program's name; the process's own for None.

    Returns:
        The exit code: 0 done; 1 only when asked for (`--fail-on`, `check` found faults); 2 bad usage or
        input, told in one line on standard error; 130 interrupted; 141 the reader of a pipe has gone; the
        code of a `SystemExit` that a signal's handler raises.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    prepare_streams()
    language = language_of_run(arguments, os.environ)
    try:
        defaults = _defaults()
        if defaults:
            from plancmp.cli.settings import language_set

            language = language_of_run(arguments, os.environ, language_set(defaults))
        code = make_app(arguments, language)(
            arguments, prog_name="plancmp", standalone_mode=False, default_map=defaults
        )
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except SystemExit as stop:
        # The parser answers a closed pipe with 1, which here means "found something".
        return _leave_quietly() if isinstance(stop.__context__, BrokenPipeError) else int(stop.code or 0)
    except Exception as error:
        if os.environ.get("PLANCMP_DEBUG"):
            raise
        return _fail(error, language)
    return code if isinstance(code, int) else 0


def _defaults() -> dict[str, dict[str, Any]]:
    """What the settings file in the working folder sets; nothing where there is none."""
    if not os.path.lexists("plancmp.toml"):
        return {}
    from plancmp.cli.settings import FILE, read_settings

    return read_settings(Path(FILE), tuple(COMMANDS))


def _fail(error: Exception, language: Language) -> int:
    from plancmp.cli.error_line import concerns_stream, error_line
    from plancmp.cli.messages import Words

    say = Words(language)
    try:
        typer.echo(error_line(error, say), err=True)
    except OSError:  # there is nowhere left to tell it; the exit code still does
        give_up(sys.stderr)
    if concerns_stream(error):
        give_up(sys.stdout)
    return _FAILED


def _leave_quietly() -> int:
    give_up(sys.stdout)
    return _PIPE_CLOSED
