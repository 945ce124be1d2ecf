"""An HTML page goes in, its visible article comes out as lines: paragraphs, and tables row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

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
        "del",
        "strike",
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
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|topbar|footer|foot|sidebar|share|bdshare\w*|copyright|related|recommend|"
    r"pagination|pager|toolbar|advert|ads?|banner|qrcode|ewm|comment|comments|friendlink|links?)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|line-through", re.I)
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_WIDE = r"[\u2e80-\u9fff\uff00-\uffef]"
_WRAPPED_HAN = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n]\s*(?={_WIDE})")
_HAN_GAP = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_SITE_SUFFIX = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{2,30}$")
_LISTS = frozenset({"ul", "ol", "table", "dl"})
_LONGEST_CELL = 200
_WIDEST = 64
_LONGEST_FURNITURE = 2000
_TITLE_NAMES = ("articletitle", "og:title", "title")


@dataclass(slots=True)
class _Content:
    """How much visible text an element holds, how much of it in links, and what else stands in it."""

    text: int = 0
    linked: int = 0
    links: int = 0
    tables: int = 0


def read_html(html: str) -> tuple[str, str]:
    """Return the visible text of a page and the title that its head or its one ``h1`` states ("" for none).

    Scripts, navigation, forms' fields, footers, hidden and struck out parts and lists that are mostly links are left
    out. A block is a line; a table's row is a line whose cells are separated by tabs, one that another cell spans
    being empty. Linear in the page's length.
    """
    soup = BeautifulSoup(html, "lxml")
    contents = _measure(soup)
    spanned = _Spans()
    lines = "".join(_pieces(soup, contents, spanned)).split("\n")
    text = "\n".join(stripped for line in lines if (stripped := line.strip(" \xa0\u3000")).strip())
    return text, _title(soup)


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
            link, table = node.name == "a", node.name == "table"
            text = 0 if node.name in _DROPPED else sum(content.text for content in inner)
            contents[id(node)] = _Content(
                text,
                text if link else sum(content.linked for content in inner),
                link + sum(content.links for content in inner),
                table + sum(content.tables for content in inner),
            )
    return contents


def _is_furniture(tag: Tag, content: _Content) -> bool:
    """Whether an element belongs to the page rather than to its article."""
    if tag.name in {"html", "body", "article", "main"}:
        return False
    if tag.name in _DROPPED or tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style") or "")):
        return True
    if tag.name in _LISTS and content.linked * 10 > content.text * 7 and content.links >= 3:
        return True
    names = " ".join(str(name) for key in ("class", "id") for name in tag.get_attribute_list(key) if name)
    return _FURNITURE.search(names) is not None and content.text < _LONGEST_FURNITURE


def _pieces(top: Tag, contents: dict[int, _Content], spans: "_Spans | None" = None) -> Iterator[str]:
    """The text below ``top`` in order, with a line end around each block and, by ``spans``, tabs in a row."""
    stack: list[tuple[PageElement | str, bool]] = [(top, False)]
    while stack:
        node, preformatted = stack.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                yield str(node) if preformatted else _SPACE.sub(" ", _WRAPPED_HAN.sub("", node))
        elif isinstance(node, str):
            yield node
        elif isinstance(node, Tag) and not _is_furniture(node, contents[id(node)]):
            row = _row(node, contents, spans) if spans and node.name == "tr" else None
            edge = "\n" if node.name in _BLOCKS or node.name == "br" else ""
            yield edge if row is None else f"\n{row}\n"
            if row is None:
                stack.append((edge, False))
                stack.extend((child, preformatted or node.name == "pre") for child in reversed(node.contents))


def _row(row: Tag, contents: dict[int, _Content], spans: "_Spans") -> str | None:
    """A table's row as a line; None when the table only lays out the page."""
    cells = [cell for cell in row.contents if isinstance(cell, Tag) and cell.name in {"td", "th"}]
    longest = max((contents[id(cell)].text for cell in cells), default=0)
    if not cells or contents[id(row)].tables or longest > _LONGEST_CELL:
        return None
    placed = spans.placed(row, cells)
    if len(placed) < 2:
        return None
    texts = (_squeeze("".join(_pieces(cell, contents)).replace("\n", " ")) if cell else "" for cell in placed)
    return "\t".join(_HAN_GAP.sub("", text) for text in texts)


class _Spans:
    """Places the cells of the rows of tables, each row of a table handed in in order."""

    def __init__(self) -> None:
        self._table: Tag | None = None
        self._below: dict[int, int] = {}

    def placed(self, row: Tag, cells: list[Tag]) -> list[Tag | None]:
        """Return the cells of a row by column; None stands for each that one beside or above it spans."""
        table = row.find_parent("table")
        if table is not self._table:
            self._table, self._below = table, {}
        placed: list[Tag | None] = []
        left = {column: rows - 1 for column, rows in self._below.items() if rows > 1}
        for cell in cells:
            while self._below.get(len(placed), 0):
                placed.append(None)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(placed), len(placed) + wide):
                if high > 1:
                    left[column] = high - 1
            placed += [cell, *[None] * (wide - 1)]
        while self._below.get(len(placed), 0):
            placed.append(None)
        self._below = left
        return placed


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name) or "1").strip()
    return min(max(int(written), 1), _WIDEST) if written.isascii() and written.isdigit() else 1
