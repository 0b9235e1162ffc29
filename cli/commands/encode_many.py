"""Several documents at once: each becomes a plan file of its own in a folder, or a row that says why not.

A plan file is written whole as soon as its document is read, and one that is there already is passed over: a run
that was interrupted goes on where it ended.
"""

from __future__ import annotations

import hashlib
import re
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plancmp.cli.commands.encode_document import Given, encode_given, is_web_address, plan_text
from plancmp.cli.error_line import log_error
from plancmp.cli.errors import CommandError, DocumentError
from plancmp.cli.messages import Words
from plancmp.cli.output import write_output
from plancmp.cli.progress import followed
from plancmp.cli.views.encoding_table import EncodedRow, problem_text

_UNFIT = re.compile(r"[^a-z0-9_-]+")
# What lies in a folder of documents and is none: plan files, and what office programs and systems put there.
_PASSED_OVER = re.compile(r"[.~].*|.*\.ya?ml|desktop\.ini|thumbs\.db", re.IGNORECASE)


class Job(NamedTuple):
    """A document, the id its plan gets, and what the table calls it."""

    document: str
    plan_id: str
    label: str


def find_jobs(documents: Sequence[str]) -> list[Job]:
    """The documents, those in a folder by their names, each with an id that no other has.

    The id is the document's name where that can be an id, else made of a digest of it; the same in every run.

    Raises:
        CommandError: a folder holds no document, or cannot be listed.
    """
    listed = [*dict.fromkeys(each for document in documents for each in _inside(document))]
    stems = [_id_of(document) for document in listed]
    common = {stem for stem, number in Counter(stems).items() if number > 1}
    ids: dict[str, None] = {}
    for document, stem in zip(listed, stems, strict=True):
        ids[_free(f"{stem}-{_ending(document)}" if stem in common else stem, ids)] = None
    return [*map(Job, listed, ids, _labels(listed))]


def encode_jobs(jobs: Sequence[Job], folder: Path, given: Given, say: Words) -> Iterator[EncodedRow]:
    """Encode one document after the other; `given` holds for all of them.

    Raises:
        OutputError: a plan file cannot be written, as then none can.
    """
    for job in followed(jobs, len(jobs), say):
        target = folder / f"{job.plan_id}.yaml"
        if target.exists() and not given.overwrites:
            yield EncodedRow(job.label, target.name, remark=say("encode.there"))
        else:
            yield _encode(job, None if given.dry_run else target, given, say)


def _encode(job: Job, target: Path | None, given: Given, say: Words) -> EncodedRow:
    try:
        encoded, _ = encode_given(job.document, replace(given, plan_id=job.plan_id), say)
    except DocumentError as error:
        return EncodedRow(job.label, remark=problem_text(error.error, say), refused=True)
    except Exception as error:  # a defect that one document brings out must not cost the others their plans
        log = log_error(traceback.format_exc())
        remark = say("encode.defect", kind=type(error).__name__, log=log or "-")
        return EncodedRow(job.label, remark=remark, refused=True)
    if target:
        write_output(plan_text(encoded, target, say), target)
    report = encoded.report
    return EncodedRow(
        job.document, f"{job.plan_id}.yaml", report.format, report.measures, len(report.review_items)
    )


def _inside(document: str) -> Iterator[str]:
    folder = Path(document)
    if is_web_address(document) or not folder.is_dir():
        yield document
        return
    try:
        files = sorted(
            each for each in folder.iterdir() if not _PASSED_OVER.fullmatch(each.name) and each.is_file()
        )
    except OSError as error:
        raise CommandError("error.input", path=folder, reason=error.strerror) from error
    if not files:
        raise CommandError("error.no_documents", path=folder)
    yield from map(str, files)


def _labels(documents: Sequence[str]) -> list[str]:
    """Files by their names alone, where no two are called the same; addresses as they are."""
    names = [each if is_web_address(each) else Path(each).name for each in documents]
    return names if len({*names}) == len(names) else [*documents]


def _name(document: str) -> PurePosixPath:
    return PurePosixPath(
        unquote(urlsplit(document).path) if is_web_address(document) else Path(document).name
    )


def _id_of(document: str) -> str:
    stem = _name(document).stem
    plain = re.sub(r"[\s.]+", "-", stem.strip().lower())
    if plain and not _UNFIT.search(plain) and plain[0].isalnum():
        return plain
    digest = hashlib.sha256(
        (document if is_web_address(document) else stem).encode("utf-8", "surrogateescape")
    )
    return f"plan-{digest.hexdigest()[:8]}"


def _ending(document: str) -> str:
    return _UNFIT.sub("", _name(document).suffix.lower()) or "document"


def _free(wanted: str, taken: dict[str, None]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
