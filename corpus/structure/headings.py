"""The headings of a text and the sections under them, from the numbering that Chinese reports use.

A text goes in, nested ``Section``s come out. A numbered paragraph is a section too:
``（一）县教育局。反馈问题24个…`` is the section 县教育局, whose body starts after the full stop.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.listed_names import place_name_end
from corpus.numerals import small_numeral
from corpus.report import Section
from corpus.structure.heading_markers import MARKERS
from corpus.structure.member_heads import MemberHead, member_heads
from corpus.times.written_dates import find_date

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_MARKER_START = re.compile(r"[#附第\d（(【〔①-⑳㈠-㈩一二三四五六七八九十A-H]")
_MEMBER = re.compile(
    r"[【\[]?(?P<name>(?:第(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:轮|批|阶段|[^\W\d]{0,4}(?:标段|组|队|支部|车间|片区|工区))"
    r"|[一二三四五六七八九十]{1,2}(?:标段|支部|车间|片区|工区))[^\W\d]{0,8})[】\]]?\s*(?:[（(][^（）()。]{1,30}[）)])?[：:]?"
)
"""A line that names one of several numbered things, and nothing else but when: 第一轮（2021年5月反馈）."""
_BLOCK = re.compile(r"[ \t\u3000]*\n(?:[^\n]*\S[^\n]*(?:\n|$))+")
_TITLE_STOP = re.compile(r"[。：:；;！!？?“”]")
_CELL_GAP = re.compile(r"\t|[ \u3000]{2,}|\|")
_SENTENCE_ENDS = tuple("。！？；：:!?;…”」）)")
_CONTENTS_LINE = re.compile(r"[.．…·]{4,}\s*\d{1,4}$|\t\d{1,4}$")
_CONTACT = re.compile(r"[电讯]$|记者|编辑|作者|电话|邮编|邮箱|地址|网址|责任编辑|https?:|www\.|@")
_LONGEST_TITLE = 45
_LONGEST_CAPTION = 60
_LONGEST_PLAIN = 32
_SHORTEST_NAME = 3
"""Characters of a place's name that stands alone on its line (河口镇)."""


@dataclass(frozen=True, slots=True)
class _Heading:
    style: str
    rank: int
    number: int | None
    title: str
    start: int
    body: int
    until: int


def find_sections(text: str, start: int = 0) -> tuple[Section, ...]:
    """Return the sections of ``text`` from ``start`` on, in order, nested as their numbering nests.

    A way of numbering that is open already returns to its level; a new one opens a level below, or above
    when it usually stands above and the open one does not go on. Linear in the length of the text.
    """
    headings = list(_headings(text, start))
    following = _following_numbers(headings)
    closed: list[tuple[int, int, int]] = []  # (index of the heading, level, end)
    stack: list[int] = []
    nested: set[tuple[str, str]] = set()
    for index, heading in enumerate(headings):
        while stack and not _encloses(headings, stack, following, nested, index):
            closed.append((stack[-1], len(stack), min(heading.start, _last_end(headings, stack))))
            stack.pop()
        if stack:
            nested.add((headings[stack[-1]].style, heading.style))
        stack.append(index)
    while stack:
        closed.append((stack[-1], len(stack), min(len(text), _last_end(headings, stack))))
        stack.pop()
    return tuple(
        Section(headings[i].title, level, headings[i].start, min(headings[i].body, end), end)
        for i, level, end in sorted(closed)
    )


def _last_end(headings: Sequence[_Heading], stack: Sequence[int]) -> int:
    """Where the innermost of the open headings ends at the latest: none reaches beyond those over it."""
    return min(headings[index].until for index in stack)


def is_table_row(line: str) -> bool:
    """Whether a line looks like a row of a table: three cells, or two with a wide gap between them."""
    cells = [cell for cell in _CELL_GAP.split(line.strip()) if cell.strip()]
    return len(cells) >= 3 or (len(cells) == 2 and "\t" in line.strip())


def _encloses(
    headings: Sequence[_Heading],
    stack: list[int],
    following: list[int | None],
    nested: set[tuple[str, str]],
    index: int,
) -> bool:
    """Whether the innermost open heading has the heading at ``index`` below it."""
    heading, top = headings[index], headings[stack[-1]]
    if _last_end(headings, stack) <= heading.start:
        return False
    if any(headings[i].style == heading.style for i in stack):
        return False  # back to that style's own level: everything below it closes, one by one
    if heading.rank >= top.rank or (top.style, heading.style) in nested:
        return True
    number = following[stack[-1]]
    return top.number is not None and number == top.number + 1


def _following_numbers(headings: Sequence[_Heading]) -> list[int | None]:
    """For each heading, the number of the next heading of the same style."""
    following: list[int | None] = [None] * len(headings)
    latest: dict[str, int | None] = {}
    for index in range(len(headings) - 1, -1, -1):
        following[index] = latest.get(headings[index].style)
        latest[headings[index].style] = headings[index].number
    return following


def _headings(text: str, start: int) -> Iterator[_Heading]:
    lines = _LINE.finditer(text, start)
    heads = member_heads(text, start)
    previous: str = "。"
    line = _next_line(lines)
    while line is not None:
        after = _next_line(lines)
        first, content = line
        heading = (
            _numbered(text, first, content)
            or _headed(heads.get(first))
            or _member(text, first, content)
            or _plain(text, first, content, previous, after[1] if after else "")
        )
        if heading is not None:
            yield heading
        previous = "。" if heading is not None else content
        line = after


def _next_line(lines: Iterator[re.Match[str]]) -> tuple[int, str] | None:
    """The next line that is not blank: where its first visible character stands, and what it says."""
    for match in lines:
        content = match.group().strip()
        if content:
            return match.start() + match.group().index(content[0]), content
    return None


def _numbered(text: str, start: int, line: str) -> _Heading | None:
    """The heading that a numbered line opens, or None."""
    bold = 2 if line.startswith("**") else 0
    if not _MARKER_START.match(line, bold) or is_table_row(line[:200]) or _CONTENTS_LINE.search(line[-20:]):
        return None
    for style in MARKERS:
        marker = style.pattern.match(line, bold)
        if marker is None:
            continue
        if style.name == "appendix":
            caption = len(line) <= _LONGEST_CAPTION and not line.endswith("。")
            return (
                _Heading(style.name, style.rank, None, line, start, start + len(line) + 1, len(text))
                if caption
                else None
            )
        title_end, body = _title_end(line, marker.end())
        title = line[marker.end() : title_end].strip().strip("*# ").strip()
        number = small_numeral(marker["n"]) if marker["n"] else None
        if style.rank < 0:  # Markdown's sign before a heading that has a number of its own
            title = next((title[own.end() :] for row in MARKERS if (own := row.pattern.match(title))), title)
        if not title or (number is None and marker["n"] and style.rank > 3 and style.name != "circled"):
            return None
        while start + body < len(text) and text[start + body].isspace():
            body += 1
        return _Heading(style.name, style.rank, number, title, start, start + body, len(text))
    return None


def _member(text: str, start: int, line: str) -> _Heading | None:
    """The heading that a line is which names one of several numbered things (【第一批】), or None.

    Where its text stands right below, without a line between, the heading is over what stands until the next such line.
    """
    named = _MEMBER.fullmatch(line)
    if named is None:
        return None
    end = start + len(line)
    return _Heading("member", 5, None, line.strip("：:"), start, end + 1, _block_end(text, end))


def _headed(head: MemberHead | None) -> _Heading | None:
    """The heading that a line is which names a member over the lines that tell of it, or None."""
    return _Heading("member", 5, None, head.name, head.start, head.body, head.until) if head else None


def _block_end(text: str, end: int) -> int:
    """Return where what stands right below a line ends, that of the text where a blank line follows."""
    block = _BLOCK.match(text, end)
    return block.end() if block else len(text)


def _title_end(line: str, start: int) -> tuple[int, int]:
    """Where the heading of a numbered line ends, and where its body starts.

    A first sentence that states a number is a heading and, at the same time, text: the body then starts
    right after the marker, so that nothing stated is taken for a mere title.
    """
    quoted = False
    for stop in _TITLE_STOP.finditer(line, start, start + _LONGEST_TITLE):
        if stop.group() in "“”":
            quoted = stop.group() == "“"
            continue
        if quoted or (stop.group() in ":：" and line[stop.start() - 1].isdigit()):
            continue
        stated = any(character.isdigit() for character in line[start : stop.start()])
        return stop.start(), start if stated else stop.end()
    if len(line) - start <= _LONGEST_TITLE:
        return len(line), len(line)
    clause = re.compile(r"[，,\s]").search(line, start, start + _LONGEST_TITLE)
    return (clause.start() if clause else start + 20), start


def _plain(text: str, start: int, line: str, previous: str, following: str) -> _Heading | None:
    """The heading that an unnumbered short line between paragraphs is, or None."""
    named = len(line) >= _SHORTEST_NAME and place_name_end(line) == len(line)
    if not (named or 4 <= len(line) <= _LONGEST_PLAIN) or not previous.endswith(_SENTENCE_ENDS):
        return None
    if line.endswith((*_SENTENCE_ENDS, "，", ",", "、")) or "：" in line or "。" in line:
        return None
    han = sum("\u4e00" <= character <= "\u9fff" for character in line)
    if (
        (han < 4 and not named)
        or han * 2 < len(line)
        or is_table_row(line)
        or _CONTACT.search(line)
        or find_date(line)
    ):
        return None
    bold = line.startswith("**") and line.endswith("**")
    paragraph = len(following) >= 40 or (len(following) > len(line) and following.endswith("。"))
    if not paragraph or is_table_row(following[:200]):
        return None
    title = line.strip("*") if bold else line
    end = start + len(line)
    until = _block_end(text, end) if named else len(text)
    return _Heading("plain", 3, None, title, start, end + 1, until)
