"""Which lines of a web page are its article: a page and its visible lines go in, those of the article come out.

trafilatura finds the article; the lines stay ours, since it knows neither merged cells nor what is struck out or
hidden by a style sheet.
"""

import logging
import re
from collections.abc import Sequence
from typing import Final

import trafilatura

_LEAST_ARTICLE: Final = 250
"""Characters: what is shorter may as well be a notice, a table or a list, and all of the page is kept."""

_LONGEST_ARTICLE: Final = 200_000
_LARGEST_PAGE: Final = 2_000_000
"""Characters of text, and of markup: what is larger is no page around an article, and is kept whole."""

_WINDOW: Final = 8
_LONGEST_HEAD: Final = 6
"""Lines between a title and its article: date, source, and buttons."""

_STAYS: Final = re.compile(r".*\t|[（(第附]?[一二三四五六七八九十\d]{1,3}[、．.）)章节条]")
"""Rows of tables, and lines with a number of their own, which may be headings: they stay where the article has them or not."""

_SIGNS: Final = re.compile(r"[\W_]+")


def article_lines(html: str, lines: Sequence[str], title: str) -> list[str]:
    """Return those of a page's ``lines`` that stand in its article, from the ``title`` on where that is above it.

    Rows of tables and numbered lines stay wherever they stand within the article. A page of little text, and one without an article, keeps all.
    """
    article = _article(html)
    if not _LEAST_ARTICLE <= len(article) <= _LONGEST_ARTICLE:
        return list(lines)
    bare = [_SIGNS.sub("", line) for line in lines]
    sizes = {min(len(line), _WINDOW) for line in bare}
    windows = {article[start : start + size] for size in sizes for start in range(len(article) - size + 1)}
    kept = [_stands_in(line, windows) for line in bare]
    sure = [place for place, line in enumerate(bare) if kept[place] and len(line) >= _WINDOW]
    if not sure:
        return list(lines)
    first, last = sure[0], sure[-1]
    start = _head(lines, first, _SIGNS.sub("", title))
    inside = range(first, last + 1)
    told = (lines[place] for place in inside if kept[place] or _STAYS.match(lines[place]))
    return [*lines[start:first], *told]


def _article(html: str) -> str:
    """Return the text of a page's article without blanks and signs, "" where none is found."""
    if len(html) > _LARGEST_PAGE:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells of every page that it finds odd
    found = trafilatura.extract(html, include_comments=False, include_tables=True)
    return _SIGNS.sub("", found or "")


def _stands_in(line: str, windows: set[str]) -> bool:
    """Whether most of a line is in the text that has these windows."""
    pieces = [line[start : start + _WINDOW] for start in range(max(1, len(line) - _WINDOW + 1))]
    return bool(line) and sum(piece in windows for piece in pieces) * 5 > len(pieces) * 3


def _head(lines: Sequence[str], first: int, title: str) -> int:
    """Return where the title of the article that begins at ``first`` stands, ``first`` where it is not above it."""
    above = range(first - 1, max(-1, first - _LONGEST_HEAD - 1), -1)
    return next((place for place in above if title and _SIGNS.sub("", lines[place]) in title), first)
