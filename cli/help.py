"""Help in Chinese: what is declared in English is looked up and laid out when help is asked for, not before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer._click.core import Context  # what the methods overridden here take

_WIDEST = 80
_HALF = 30
"""Cells that names may take before their explanation begins a line of its own."""


class ChineseCommand(TyperCommand):
    """A command whose help is in Chinese."""

    def get_help(self, ctx: Context) -> str:
        """The whole help, as lines of at most 80 cells."""
        return help_text(self, ctx)


class ChineseGroup(TyperGroup):
    """The program, whose help is in Chinese."""

    def get_help(self, ctx: Context) -> str:
        """The whole help, as lines of at most 80 cells."""
        return help_text(self, ctx)


def help_text(command: TyperCommand | TyperGroup, context: Context) -> str:
    """The help of a command or, with its commands, of the program."""
    from plancmp.cli.messages import help as help_words
    from plancmp.cli.output import line_width
    from plancmp.cli.render.cells import wrap

    width = min(line_width(), _WIDEST)
    name = command.name or ""
    parts = [
        [_usage(command, context)],
        [f"  {line}" for line in wrap("".join(help_words.COMMANDS[name]), width - 2)],
        *_sections(command, context, width),
        ["示例：", *(f"    {help_words.in_chinese(line)}" for line in _examples(command.epilog or ""))],
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _examples(epilog: str) -> Iterator[str]:
    return (line.strip() for line in epilog.splitlines() if line.strip().startswith("plancmp"))


def _usage(command: TyperCommand | TyperGroup, context: Context) -> str:
    from plancmp.cli.messages.help import NAMES

    pieces = command.collect_usage_pieces(context)
    words = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
    shown = [words.get(piece) or _translate_names(piece, NAMES) for piece in pieces]
    return " ".join(["用法：" + context.command_path, *shown])


def _translate_names(text: str, names: dict[str, str]) -> str:
    """Replace a metavariable such as [PLAN]... by its Chinese name and keep what is around it."""
    bare = text.strip("{}[].")
    return re.sub("[{}]", "", text).replace(bare, names.get(bare, bare))


def _sections(command: TyperCommand | TyperGroup, context: Context, width: int) -> Iterator[list[str]]:
    from plancmp.cli.messages.help import COMMANDS

    rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record:
            # An argument's record has the type of its value as well, which tells a reader nothing.
            names = record[0] if parameter.param_type_name == "option" else parameter.metavar or record[0]
            rows[parameter.param_type_name].append(_row(command.name or "", names, record[1]))
    for kind, heading in (("argument", "参数："), ("option", "选项：")):
        if rows[kind]:
            yield [heading, *_table(rows[kind], width)]
    if isinstance(command, TyperGroup):
        commands = command.list_commands(context)
        yield ["命令：", *_table([(name, COMMANDS[name][0].rstrip("。")) for name in commands], width)]


def _row(command: str, names: str, told: str) -> tuple[str, str]:
    """The names of an option or argument, and its explanation followed by its default and the like."""
    from plancmp.cli.messages.help import NAMES, explanation

    shown = " ".join(_translate_names(name, NAMES) for name in names.split(" "))
    explained = explanation(command, names).rstrip("。")
    if "{formats}" in explained:
        explained = explained.replace("{formats}", _formats(command))
    return shown, explained + _remarks(told) + "。"


def _formats(command: str) -> str:
    """The formats of a command, enumerated."""
    from plancmp.cli.render import Format, PageFormat, ReportFormat, format_names

    own = {"report": tuple(ReportFormat), "coverage": tuple(PageFormat), "diff": tuple(PageFormat)}
    formats = own.get(command, tuple(Format))
    return format_names(formats, "、", " 或 ", "（用于 Excel）").replace("） ", "）")


def _remarks(told: str) -> str:
    """The default and the environment variable that the parser adds to an explanation."""
    found = re.search(r"\[((?:default|env var|required|x|\d)[^\[\]]*)\]$", told)
    if not found:
        return ""
    parts = [part for part in found[1].split("; ") if part != "required"]
    words = [
        _range(part).replace("default: ", "默认 ").replace("env var: ", "环境变量 ").replace("x>=", "至少 ")
        for part in parts
    ]
    return f"（{'；'.join(words)}）" if words else ""


def _range(remark: str) -> str:
    return re.sub(r"^([\d.]+)<=x<=([\d.]+)$", r"\1 至 \2", remark)


def _table(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    from rich.cells import cell_len

    from plancmp.cli.render.cells import pad, wrap

    room = min(max(cell_len(names) for names, _ in rows), _HALF) + 2
    for names, told in rows:
        first, *others = wrap(told, width - room - 2)
        if cell_len(names) > room - 2:
            yield f"  {names}"
            yield " " * (room + 2) + first
        else:
            yield f"  {pad(names, room)}{first}".rstrip()
        yield from (" " * (room + 2) + line for line in others)
