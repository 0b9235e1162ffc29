"""Web pages made at random: a plan among navigation, tables, lists, forms, what is hidden, what is never closed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.plans.made import Made, Writer

_AROUND = (
    "<p>{}</p>", "<div>{}</div>", "<p><span>{}</span></p>", "<div><font>{}</div>", "<section><p>{}</section>",
    "<p><b>{}</b>", "<div><div><div><p>{}</p></div></div></div>",
)  # fmt: skip


def make_page(random: Random) -> Made:
    """A saved page with a plan in it."""
    maker = _PageMaker(random)
    raw = maker.make()
    return Made(raw, tuple(maker.writer.seen))


class _PageMaker:
    def __init__(self, random: Random) -> None:
        self.random, self.writer = random, Writer(random)

    def make(self) -> bytes:
        lines = self.writer.plan()
        content = ""
        for line in lines:
            content += self.random.choice(_AROUND).format(self.writer.see(line))
            if self.random.random() < 0.4:
                content += self.block(self.random.randint(1, 4))
        deep = self.random.choice((0, 0, 0, 30, 300, 900))
        tag = self.random.choice(("font", "div", "span"))
        content = f"<{tag}>" * deep + content + (f"</{tag}>" * deep if self.random.random() < 0.5 else "")
        return (
            f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{lines[0]}</title>'
            f"<script>密</script><style>/*密*/</style></head><body>{self.around()}"
            f'<div class="content">{content}</div>{self.around()}</body></html>'
        ).encode()

    def around(self) -> str:
        """Navigation above the text or a footer below it."""
        items = "".join(
            f'<li><a href="/">{self.writer.words(4)}</a></li>' for _ in range(self.random.randint(0, 12))
        )
        return f"<ul>{items}</ul><!--密--><noscript>密</noscript>{self.form(0)}"

    def block(self, depth: int) -> str:
        makers: list[Callable[[int], str]] = [self.text, self.form, self.hidden]
        makers += [self.table, self.points] if depth > 0 else []
        return self.random.choice(makers)(depth - 1)

    def text(self, _depth: int) -> str:
        return self.random.choice(_AROUND).format(f"{self.writer.words()}<br>{self.writer.words()}")

    def form(self, _depth: int) -> str:
        options = "".join(
            f"<option>{self.writer.words(4)}</option>" for _ in range(self.random.randint(0, 3))
        )
        button = f"<button>{self.writer.words(4)}</button><input type=submit value='{self.writer.words(4)}'>"
        return f"<form><select>{options}</select>{button}<input type=hidden value='密'><textarea></textarea></form>"

    def hidden(self, _depth: int) -> str:
        how = self.random.choice(("hidden", "style='display: none'", "style='color:red;visibility:hidden'"))
        return f"<div {how}><p>{self.writer.secret()}</p></div>"

    def table(self, depth: int) -> str:
        rows = ""
        for _ in range(self.random.randint(1, 3)):
            span = self.random.choice(("", " colspan=99999999", " rowspan=3"))
            rows += "<tr>" + "".join(f"<td{span}>{self.block(depth)}</td>" for _ in range(3)) + "</tr>"
        return f"<table><caption>{self.writer.words()}</caption>{rows}</table>"

    def points(self, depth: int) -> str:
        return f"<ol>{''.join(f'<li>{self.block(depth)}' for _ in range(self.random.randint(1, 4)))}</ol>"
