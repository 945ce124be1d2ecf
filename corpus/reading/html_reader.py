"""An HTML page goes in, its visible article comes out as lines: paragraphs, and tables row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from corpus.reading.article import article_lines
from corpus.reading.grids import COVERED, grid_lines

_DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "canvas",
        "nav",
        "aside",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "audio",
        "video",
        "footer",
        "head",
        "map",
        "s",
        "strike",
        "del",
    }
)
_BLOCKS = frozenset(
    {
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "blockquote",
        "pre",
        "center",
        "figure",
        "figcaption",
        "address",
        "hr",
        "form",
        "fieldset",
        "details",
        "summary",
        "td",
        "th",
    }
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration(?:-line)?\s*:[^;}]*line-through|"
    r"font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|\}|$)",
    re.I,
)
_HIDING_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_WIDE = r"[\u2e80-\u9fff\uff00-\uffef]"
_WRAPPED_HAN = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n]\s*(?={_WIDE})")
_HAN_GAP = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_SITE_SUFFIX = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{2,30}$")
_LONGEST_CELL = 200
_LONGEST_SHEET = 200_000
_WIDEST_SPAN = 64
_LONGEST_SPAN = 500
_TITLE_NAMES = ("articletitle", "og:title", "title")


@dataclass(slots=True)
class _Content:
    """How many characters of visible text and how many tables an element holds."""

    text: int = 0
    tables: int = 0


def read_html(html: str) -> tuple[str, str]:
    """Return the visible text of a page and the title that its head or its one ``h1`` states ("" for none).

    Scripts, navigation, forms' fields, footers, hidden and struck-out parts are left out, and of a page with an article all
    that stands around it. A block is a line; a table's row is a line whose cells are separated by tabs.
    """
    soup = BeautifulSoup(html, "lxml")
    _mark_hidden(soup)
    title = _title(soup)
    lines = "".join(_pieces(soup, _measure(soup))).split("\n")
    shown = [stripped for line in lines if (stripped := line.strip(" \xa0\u3000")).strip()]
    return "\n".join(article_lines(html, shown, title)), title


def _mark_hidden(soup: BeautifulSoup) -> None:
    """Mark the elements that a class of the page's own style sheet hides or strikes out."""
    rules = [
        rule
        for sheet in soup.find_all("style")
        for rule in _HIDING_RULE.findall(sheet.get_text()[:_LONGEST_SHEET])
    ]
    hiding = [name for name, body in rules if _HIDDEN.search(body)]
    for tag in soup.find_all(class_=hiding) if hiding else ():
        tag["hidden"] = ""


def _title(soup: BeautifulSoup) -> str:
    for name in _TITLE_NAMES:
        for meta in soup.find_all("meta"):
            if str(meta.get("name") or meta.get("property") or "").lower() == name:
                content = _squeeze(str(meta.get("content") or ""))
                if content:
                    return content
    headings = [_squeeze(heading.get_text(" ")) for heading in soup.find_all("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = _squeeze(soup.title.get_text()) if soup.title else ""
    shorter = _SITE_SUFFIX.sub("", title)
    return shorter if len(shorter) >= 6 else title


def _squeeze(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _measure(soup: BeautifulSoup) -> dict[int, _Content]:
    """What each element of the page holds, by the element's identity."""
    contents: dict[int, _Content] = {}
    stack: list[tuple[PageElement, bool]] = [(soup, False)]
    while stack:
        node, seen = stack.pop()
        if isinstance(node, NavigableString):
            length = 0 if isinstance(node, PreformattedString) else len("".join(node.split()))
            contents[id(node)] = _Content(text=length)
        elif isinstance(node, Tag) and not seen:
            stack.append((node, True))
            stack.extend((child, False) for child in node.contents)
        elif isinstance(node, Tag):
            inner = [contents[id(child)] for child in node.contents]
            text = 0 if node.name in _DROPPED else sum(content.text for content in inner)
            tables = (node.name == "table") + sum(content.tables for content in inner)
            contents[id(node)] = _Content(text, tables)
    return contents


def _is_left_out(tag: Tag) -> bool:
    """Whether an element is no text of the page, hidden, or struck out."""
    if tag.name in {"html", "body", "article", "main"}:
        return False
    return tag.name in _DROPPED or tag.has_attr("hidden") or bool(_HIDDEN.search(str(tag.get("style") or "")))


def _pieces(soup: BeautifulSoup, contents: dict[int, _Content]) -> Iterator[str]:
    """The text of the page in order, with a line end around each block and a tab between a row's cells."""
    stack: list[tuple[PageElement | str, bool]] = [(soup, False)]
    while stack:
        node, preformatted = stack.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                yield str(node) if preformatted else _SPACE.sub(" ", _WRAPPED_HAN.sub("", node))
        elif isinstance(node, str):
            yield node
        elif isinstance(node, Tag) and not _is_left_out(node):
            lines = _table_lines(node, contents)
            edge = "\n" if node.name in _BLOCKS or node.name == "br" else ""
            yield edge if lines is None else "\n" + "\n".join(lines) + "\n"
            if lines is None:
                stack.append((edge, False))
                stack.extend((child, preformatted or node.name == "pre") for child in reversed(node.contents))


def _table_lines(node: Tag, contents: dict[int, _Content]) -> list[str] | None:
    """The lines of a table, or of one row of a table that holds long texts too; None for what lays out the page."""
    if node.name not in {"table", "tr"} or contents[id(node)].tables > (node.name == "table"):
        return None
    rows = node.find_all("tr") if node.name == "table" else [node]
    cells = [_cells(row) for row in rows]
    longest = max((contents[id(cell)].text for row in cells for cell in row), default=0)
    if max(map(len, cells), default=0) < 2 or longest > _LONGEST_CELL:
        return None
    captions = [_visible(caption) for caption in node.find_all("caption")]
    shown = [row for row in rows if not _is_left_out(row)]
    return [*filter(None, captions), *grid_lines(_grid(shown))]


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in row.contents if isinstance(cell, Tag) and cell.name in {"td", "th"}]


def _grid(rows: list[Tag]) -> Iterator[list[str | None]]:
    """Yield the cells of each row by column; those that a merged one reaches over are marked."""
    reaching: dict[int, int] = {}
    for row in rows:
        places: list[str | None] = []
        below: dict[int, int] = {}
        for cell in _cells(row):
            while len(places) in reaching:
                places.append(COVERED)
            height = _span(cell, "rowspan", _LONGEST_SPAN)
            width = _span(cell, "colspan", _WIDEST_SPAN)
            if height > 1:
                below |= dict.fromkeys(range(len(places), len(places) + width), height)
            places += [_visible(cell), *[COVERED] * (width - 1)]
        while len(places) in reaching:
            places.append(COVERED)
        yield places
        reaching = {column: height - 1 for column, height in (reaching | below).items() if height > 1}


def _span(cell: Tag, name: str, most: int) -> int:
    written = str(cell.get(name) or "1").strip()
    return max(1, min(int(written), most)) if written.isdecimal() else 1


def _visible(cell: Tag) -> str:
    """The text of a cell that a reader sees, on one line."""
    pieces: list[str] = []
    stack: list[PageElement] = [*reversed(cell.contents)]
    while stack:
        node = stack.pop()
        if isinstance(node, NavigableString):
            pieces += [] if isinstance(node, PreformattedString) else [_WRAPPED_HAN.sub("", node)]
        elif isinstance(node, Tag) and not _is_left_out(node):
            if node.name in _BLOCKS or node.name == "br":
                pieces.append(" ")
            stack.extend(reversed(node.contents))
    return _HAN_GAP.sub("", _squeeze("".join(pieces)))
