"""The values that stand for a report: ``Report``, its ``Section``s and its ``Passage``s.

Every offset is a Python string offset into ``Report.text``; the text is never changed after parsing.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

RECOGNISED: Final = "#ocr"
"""How the source of a report ends whose text, or some of it, was recognised in pictures of pages."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of its level or above.

    ``start`` is the heading's first character, ``body`` the first character after the heading, ``end`` one
    past the section's last character. ``level`` is 1 for the outermost headings.
    """

    title: str
    level: int
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read: its text and what parsing found in it.

    ``id`` is the file's name without its extension; ``source`` is the path or URL that it came from, with ``RECOGNISED``
    behind it where that holds;
    ``digest`` is the SHA-256 of the text in UTF-8, in hexadecimal; ``published`` is None when the report
    states no date; ``organisation`` is whose report it is (its issuer), "" where none was found.
    """

    id: str
    title: str
    text: str
    source: str
    digest: str
    published: date | None = None
    publisher: str = ""
    organisation: str = ""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of a report: ``text == report.text[start:end]``.

    ``section`` is the headings over it, outermost first, joined by `` > ``; ``context`` is what the index
    puts before the text (the report's title, date and section) so that the passage can be found by them.
    """

    report: str
    start: int
    end: int
    text: str
    section: str = ""
    context: str = ""
