"""An OFD document (GB/T 33190) goes in, its paragraphs come out as lines, put together as a PDF's are.

What is drawn and not written (pictures of pages, strokes) is not looked at.
"""

from collections.abc import Iterator
from typing import Final

from ofdkit import OFDDocument, OFDError, OFDLimitError, Page

from corpus.reading.pages.page_rows import PageRow, page_rows
from corpus.reading.pages.paragraphs import paragraphs, without_running_heads
from corpus.reading.refusals import refuse

_POINTS: Final = 72 / 25.4
"""In a millimetre, in which an OFD document is measured."""

_FOOT: Final = 0.12
"""How far a character reaches below the line that it stands on, in its sizes."""


def read_ofd(data: bytes, name: str) -> str:
    """Return the text of an OFD document, a paragraph or a table's row a line.

    Raises ``UnreadableFile`` for one that is damaged, inflates too far, or has no text.
    """
    try:
        with OFDDocument(data) as document:
            pages = [page_rows(list(_fragments(page)), _POINTS * page.width / 2) for page in document.pages]
    except OFDLimitError as error:
        raise refuse("expands too far", name) from error
    except (OFDError, ValueError, RecursionError) as error:
        raise refuse("damaged", name) from error
    text = "\n".join(paragraphs(without_running_heads(pages)))
    if not any(character.isalnum() for character in text):
        raise refuse("no text", name)
    return text


def _fragments(page: Page) -> Iterator[PageRow]:
    """Yield the texts of a page that are seen, in points from its lower left corner; what is printed twice, once."""
    left, top, width, height = page.box
    printed = set()
    for run in page.runs:
        text, across, down = run.text.strip(), run.x - left, run.y - top
        place = (text, round(across), round(down))
        if not text or place in printed or not (0 <= across <= width and 0 <= down <= height):
            continue
        printed.add(place)
        foot = height - down - _FOOT * run.size
        box = (across, across + run.width, foot, foot + run.size)
        yield PageRow((text,), *(_POINTS * side for side in box))
