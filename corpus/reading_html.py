"""An HTML page goes in, its visible article comes out as lines: paragraphs, and tables row by row."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, PreformattedString, Tag

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
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_WIDE = r"[\u2e80-\u9fff\uff00-\uffef]"
_WRAPPED_HAN = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n]\s*(?={_WIDE})")
_HAN_GAP = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_SITE_SUFFIX = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{2,30}$")
_LONGEST_CELL = 200
_LONGEST_FURNITURE = 2000
_TITLE_NAMES = ("articletitle", "og:title", "title")


def read_html(html: str) -> tuple[str, str]:
    """Return the visible text of a page and the title that its head or its one ``h1`` states ("" for none).

    Scripts, navigation, forms, footers, hidden parts and blocks that are mostly links are left out. A block
    is a line; a table's row is a line whose cells are separated by tabs.
    """
    soup = BeautifulSoup(html, "lxml")
    title = _title(soup)
    _drop_furniture(soup)
    lines = "".join(_pieces(soup)).split("\n")
    text = "\n".join(stripped for line in lines if (stripped := line.strip(" \xa0\u3000")).strip())
    return text, title


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


def _drop_furniture(soup: BeautifulSoup) -> None:
    """Take out of the page what is not its article."""
    for tag in soup.find_all(True):
        if not tag.decomposed and _is_furniture(tag):
            tag.decompose()
    for tag in soup.find_all(["ul", "ol", "table", "dl"]):
        if not tag.decomposed and _is_mostly_links(tag):
            tag.decompose()


def _is_furniture(tag: Tag) -> bool:
    if tag.name in {"html", "body", "article", "main"}:
        return False
    if tag.name in _DROPPED or tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style") or "")):
        return True
    names = " ".join(str(name) for key in ("class", "id") for name in tag.get_attribute_list(key) if name)
    return _FURNITURE.search(names) is not None and len(tag.get_text()) < _LONGEST_FURNITURE


def _is_mostly_links(tag: Tag) -> bool:
    total = len("".join(tag.get_text().split()))
    linked = sum(len("".join(link.get_text().split())) for link in tag.find_all("a"))
    return linked * 10 > total * 7 and len(tag.find_all("a")) >= 3


def _pieces(soup: BeautifulSoup) -> Iterator[str]:
    """The text of the page in order, with a line end around each block and a tab between a row's cells."""
    stack: list[PageElement | str] = [soup]
    while stack:
        node = stack.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            yield node
        elif isinstance(node, NavigableString):
            if not isinstance(node, Comment | PreformattedString):
                yield _inline(node)
        elif isinstance(node, Tag):
            if node.name == "br":
                yield "\n"
            elif node.name == "tr" and (row := _row(node)) is not None:
                yield f"\n{row}\n"
            else:
                edge = "\n" if node.name in _BLOCKS else ""
                stack.append(edge)
                stack.extend(reversed(node.contents))
                stack.append(edge)


def _inline(node: NavigableString) -> str:
    if node.find_parent("pre"):
        return str(node)
    return _SPACE.sub(" ", _WRAPPED_HAN.sub("", str(node)))


def _row(row: Tag) -> str | None:
    """A table's row as a line; None when the table only lays out the page."""
    cells = row.find_all(["td", "th"], recursive=False)
    texts = [_squeeze(_WRAPPED_HAN.sub("", cell.get_text(" "))) for cell in cells]
    if row.find("table") or len(cells) < 2 or any(len(text) > _LONGEST_CELL for text in texts):
        return None
    return "\t".join(_HAN_GAP.sub("", text) for text in texts)
