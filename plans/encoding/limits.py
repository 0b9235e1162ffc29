"""How much of a document is read: every limit in one place, each far above what a plan needs.

They keep a hostile or mistaken file from taking minutes or gigabytes: what exceeds one is refused in a line.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper limits; each is the largest number allowed.

    Attributes:
        file_bytes: Bytes of the file. The largest PDFs with pictures take a few million.
        text_bytes: Bytes of a text or a saved page: four for each character that a page may have.
        text_characters: Characters of the text that is read. The longest plans have some 50,000.
        page_characters: Characters of a saved page, its markup included. Beyond this it is pictures written
            out as text.
        page_elements: Elements and comments of a saved page. An office's has some 3,000, one that Word saved
            50,000.
        page_attributes: Attributes of one tag of a saved page. Some have twenty.
        archive_members: Files packed in a .docx or .ofd. Word packs some 20 and the pictures.
        package_bytes: Bytes of the parts of a .docx or .ofd that are read, unpacked. Fifty pages take a million.
        package_elements: XML elements of these parts. Fifty pages take some 30,000.
        package_depth: Elements of a .docx or .ofd inside each other. Text in a box in a table takes some 30.
        pages: Pages of a PDF or .ofd. A plan has some twenty.
        pdf_page_bytes: Bytes of one page's content, unpacked. A printed page takes some 50,000.
        pdf_bytes: Bytes of the content of all pages.
        pdf_seconds: Seconds of processor time spent on a PDF: its drawings may draw each other again and
            again. Ten pages of text take one second.
        office_seconds: Seconds that LibreOffice may take for a .doc, .rtf or .odt. Fifty pages take two.
        ocr_seconds: Seconds that reading scanned pages may take. A page takes some ten.
        program_bytes: Bytes of any file that LibreOffice or ocrmypdf writes.
        web_seconds: Seconds that fetching an address may take, redirects included.
        web_redirects: Redirects of an address that are followed.
        attachments: Documents that a page links to, as they are listed.
        given_characters: Characters of a name or a source that the caller gives.
        asides: Pieces of one kind that are listed one by one in what was left out; more are told together.
    """

    file_bytes: int = 20_000_000
    text_bytes: int = 12_000_000
    text_characters: int = 200_000
    page_characters: int = 3_000_000
    page_elements: int = 100_000
    page_attributes: int = 2_000
    archive_members: int = 10_000
    package_bytes: int = 50_000_000
    package_elements: int = 500_000
    package_depth: int = 200
    pages: int = 500
    pdf_page_bytes: int = 5_000_000
    pdf_bytes: int = 20_000_000
    pdf_seconds: float = 10.0
    office_seconds: float = 60.0
    ocr_seconds: float = 1_800.0
    program_bytes: int = 100_000_000
    web_seconds: float = 60.0
    web_redirects: int = 5
    attachments: int = 50
    given_characters: int = 1_000
    asides: int = 50


LIMITS = Limits()
