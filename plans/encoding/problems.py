"""Why a document cannot be encoded: the kinds of problem there are, and the exception that carries one.

A problem holds short data only; the sentence made of it is the command line's.
"""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """What can keep a document from becoming a plan."""

    # The file
    FILE_MISSING = "file_missing"
    NOT_A_FILE = "not_a_file"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"

    # Its address on the web
    BAD_ADDRESS = "bad_address"
    LOCAL_ADDRESS = "local_address"
    NOT_REACHED = "not_reached"
    WEB_STATUS = "web_status"
    WEB_SLOW = "web_slow"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    LOGIN_PAGE = "login_page"
    PAGE_MISSING = "page_missing"
    SEVERAL_ATTACHMENTS = "several_attachments"
    NO_ATTACHMENT = "no_attachment"

    # Its format
    EMPTY = "empty"
    TEXT_TOO_LONG = "text_too_long"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_DEEP = "too_deep"
    TOO_COSTLY = "too_costly"
    OTHER_FORMAT = "other_format"
    NEEDS_OFFICE = "needs_office"
    DAMAGED = "damaged"
    PROTECTED = "protected"
    SCANNED = "scanned"
    NEEDS_OCR = "needs_ocr"

    # Its characters
    NOT_TEXT = "not_text"
    CHARSET_UNKNOWN = "charset_unknown"
    CHARSET_WRONG = "charset_wrong"
    CHARSET_UNCLEAR = "charset_unclear"

    # Its content
    NO_MEASURES = "no_measures"
    NO_TITLE = "no_title"
    NO_NAME = "no_name"
    HEADING_WITHOUT_WORDS = "heading_without_words"
    BAD_ID = "bad_id"
    BAD_VALUE = "bad_value"
    BAD_CHARACTERS = "bad_characters"
    VALUE_TOO_LONG = "value_too_long"


class EncodingError(Exception):
    """A document that cannot be read as a plan.

    Attributes:
        problem: What is wrong.
        line: The line it is about, counted from 1; none when it is about the whole document.
        found: What was found, as short data; empty where there is nothing to tell.
        expected: What was expected or allowed, likewise.
    """

    def __init__(
        self, problem: Problem, line: int | None = None, *, found: str = "", expected: str = ""
    ) -> None:
        super().__init__(problem, line, found, expected)
        self.problem = problem
        self.line = line
        self.found = found
        self.expected = expected
