"""The text of a .docx file as Word would print it, read from its XML.

Read in place are tracked insertions, content controls, smart tags, results of fields, links, formulas and the
numbers that Word prints by itself; boxes of text stand below the paragraph they hang on. Told apart from the
text are notes, comments, tracked deletions, hidden words, the table of contents, heads and feet of pages, and
the words of charts. Marks of bullets and the numbers of notes are not read: they are no words of the document.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError

from plancmp.plans.encoding.extracted import Aside, AsideKind, Extracted, gather, make_aside
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.word_styles import AutomaticNumbers, Styles
from plancmp.plans.encoding.word_xml import (
    Relation,
    WordPackage,
    all_words,
    as_box,
    cells_of,
    choose,
    is_contents,
    is_on,
    read_words,
)
from plancmp.plans.encoding.xml_package import attribute, bare, child

_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes", "commentReference": "comments"}
_DELETIONS = frozenset(("del", "moveFrom"))
_UNPRINTED = frozenset(("instrText", "delInstrText", "binData"))
# What a paragraph may hold, where it stands without one.
_INLINE = frozenset(("r", "t", "hyperlink", "fldSimple", "oMath", "oMathPara"))
_DRAWINGS = frozenset(("chart", "diagramData"))


def read_word(raw: bytes) -> Extracted:
    """The document's paragraphs with their numbers, one on each line; a table's row with its cells between tabs.

    Raises:
        EncodingError: The file is damaged or exceeds a limit.
    """
    try:
        return _WordReader(WordPackage(raw)).read()
    except (ParseError, zipfile.BadZipFile, zlib.error, OSError, ValueError, LookupError) as error:
        _refuse(error)
    except (NotImplementedError, RuntimeError, EOFError) as error:  # packed in ways that nothing here reads
        _refuse(error)


def _refuse(error: Exception) -> NoReturn:
    raise EncodingError(Problem.DAMAGED, found=".docx") from error


class _WordReader:
    """Reads one document from its beginning to its end."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        main = package.main
        self._related = package.related(main)
        self._root = package.parse(main)
        self._styles = Styles(self._part("styles"))
        self._numbers = AutomaticNumbers(self._part("numbering"), self._styles)
        self._notes = {name: _by_id(self._part(name)) for name in _NOTES.values()}
        self._lines: list[str] = []
        self._asides: list[Aside | None] = []
        self._characters = 0
        self._readers: dict[str, Callable[[Element, list[str]], None]] = {
            "p": self._read_paragraph,
            "tr": self._read_row,
            "altChunk": self._name_embedded,
            "AlternateContent": self._read_alternatives,
        }

    def read(self) -> Extracted:
        body = child(self._root, "body")
        if body is None:
            raise EncodingError(Problem.DAMAGED, found=".docx")
        self._read_blocks(body, self._lines)
        last_line = len(self._lines)
        for kind, words in (*self._running_words(), *self._drawn_words()):
            self._asides.append(make_aside(kind, words, 1, last_line))
        return Extracted("\n".join(self._lines), gather(self._asides))

    def _part(self, kind: str) -> Element | None:
        named = (relation.target for relation in self._related.values() if relation.kind == kind)
        target = next(named, None)
        return None if target is None else self._package.parse(target)

    # Blocks: paragraphs, tables, and what holds them

    def _read_blocks(self, parent: Element, out: list[str]) -> None:
        for block in parent:
            name = bare(block.tag)
            if name in self._readers:
                self._readers[name](block, out)
            elif name in _INLINE:
                paragraph = Element("p")
                paragraph.append(block)
                self._read_paragraph(paragraph, out)
            elif not self._sets_aside(block, "") and not name.endswith("Pr"):
                self._read_blocks(block, out)

    def _read_alternatives(self, alternatives: Element, out: list[str]) -> None:
        self._read_blocks(choose(alternatives), out)

    def _name_embedded(self, reference: Element, _out: list[str]) -> None:
        target = self._related.get(attribute(reference, "id"), Relation("", "?")).target
        self._set_aside(AsideKind.EMBEDDED, target)

    def _read_paragraph(self, paragraph: Element, out: list[str]) -> None:
        style = self._styles.of_paragraph(paragraph)
        pieces: list[str] = []
        boxes: list[Element] = []
        for inner in paragraph:
            self._read_inline(inner, style, pieces, boxes)
        words, number = "".join(pieces), self._numbers.number_of(paragraph)
        if self._styles.is_contents(style):
            self._set_aside(AsideKind.CONTENTS, number + words)
        elif words.strip() or out is not self._lines:
            self._write(number + words, out)
        else:
            self._set_aside(AsideKind.NUMBER, number)
            self._write("", out)
        for box in boxes:
            self._read_blocks(box, out)

    def _read_row(self, row: Element, out: list[str]) -> None:
        """A row on one line; what lays out a page in a single cell is read as if the table were not there."""
        cells = [*cells_of(row)]
        if is_on(child(row, "trPr", "hidden")):
            self._set_aside(AsideKind.HIDDEN, all_words(row))
        elif len(cells) == 1:
            self._read_blocks(cells[0], out)
        else:
            self._write("".join(f"{self._read_cell(cell)}\t" for cell in cells), out)

    def _read_cell(self, cell: Element) -> str:
        merged = child(cell, "tcPr", "vMerge")
        if merged is not None and attribute(merged, "val") != "restart":
            # It is covered by the cell above; what it holds is not printed.
            self._set_aside(AsideKind.HIDDEN, all_words(cell))
            return ""
        lines: list[str] = []
        self._read_blocks(cell, lines)
        return " ".join(" ".join(lines).split())

    # Inside a paragraph

    def _read_inline(self, element: Element, style: str, pieces: list[str], boxes: list[Element]) -> None:
        name, words = bare(element.tag), read_words(element)
        if words is not None:
            pieces.append(words)
        elif name == "txbxContent":
            boxes.append(element)
        elif name == "textpath":
            boxes.append(as_box(attribute(element, "string")))
        elif not self._sets_aside(element, style) and not name.endswith("Pr"):
            for inner in choose(element) if name == "AlternateContent" else element:
                self._read_inline(inner, style, pieces, boxes)

    def _sets_aside(self, element: Element, style: str) -> bool:
        """Whether an element's words are not the text's own; then they are told apart, if they are seen at all."""
        name = bare(element.tag)
        kind = self._kind_of(element, name, style)
        if kind:
            self._set_aside(kind, all_words(element))
        elif name in _NOTES:
            self._read_note(_NOTES[name], attribute(element, "id"))
        return kind is not None or name in _NOTES or name in _UNPRINTED

    def _kind_of(self, element: Element, name: str, style: str) -> AsideKind | None:
        if name in _DELETIONS:
            return AsideKind.DELETED
        if name == "rt":
            return AsideKind.COMMENT
        if name == "sdt" and is_contents(element):
            return AsideKind.CONTENTS
        return AsideKind.HIDDEN if name == "r" and self._styles.hides(element, style) else None

    def _read_note(self, part: str, note_id: str) -> None:
        # A note is printed once, whatever refers to it again.
        note = self._notes[part].pop(note_id, None)
        if note is not None:
            kind = AsideKind.COMMENT if part == "comments" else AsideKind.NOTE
            self._set_aside(kind, self._read_apart(note))

    def _read_apart(self, part: Element) -> str:
        lines: list[str] = []
        self._read_blocks(part, lines)
        return "\n".join(lines)

    # What stands apart from the text

    def _running_words(self) -> Iterator[tuple[AsideKind, str]]:
        """The heads and feet of pages, each once."""
        used = {
            attribute(reference, "id"): None
            for reference in (self._root.iter() if self._root is not None else ())
            if bare(reference.tag) in {"headerReference", "footerReference"}
        }
        targets = dict.fromkeys(self._related[name].target for name in used if name in self._related)
        for target in targets:
            part = self._package.parse(target)
            if part is not None:
                yield AsideKind.RUNNING, self._read_apart(part)

    def _drawn_words(self) -> Iterator[tuple[AsideKind, str]]:
        """The words of charts and diagrams, which are parts of their own."""
        for relation in self._related.values():
            part = self._package.parse(relation.target) if relation.kind in _DRAWINGS else None
            if part is not None:
                yield (
                    AsideKind.DRAWING,
                    "\n".join(
                        element.text or "" for element in part.iter() if bare(element.tag) in {"t", "v"}
                    ),
                )

    def _set_aside(self, kind: AsideKind, words: str) -> None:
        self._account_for(words)
        self._asides.append(make_aside(kind, words, len(self._lines) + 1))

    def _write(self, words: str, out: list[str]) -> None:
        self._account_for(words)
        out += words.replace("\r", "\n").split("\n")

    def _account_for(self, words: str) -> None:
        """Stop as soon as there are more words than a plan has, before they fill the memory."""
        self._characters += len(words)
        if self._characters > LIMITS.text_characters:
            found, expected = f"{self._characters:,}", f"{LIMITS.text_characters:,}"
            raise EncodingError(Problem.TEXT_TOO_LONG, found=found, expected=expected)


def _by_id(part: Element | None) -> dict[str, Element]:
    """The notes of a part; separators between text and notes are notes to Word, and hold no words."""
    return {attribute(note, "id"): note for note in (part if part is not None else ())}
