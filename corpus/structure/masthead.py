"""The head and foot of a report: title, date, publisher and whose report it is.

Lines go in, a ``Masthead`` comes out. Breadcrumbs, share buttons and repeated titles are passed over; what
is stated in the head wins over the signature at the foot.
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.lexicon.function_words import SETTING_WORDS
from corpus.structure.headings import is_table_row
from corpus.structure.issuers import (
    is_issuer,
    issuer_of_byline,
    issuer_of_signature,
    issuer_of_speaker,
    issuer_of_title,
)
from corpus.times.datelines import dateline_day, without_dateline
from corpus.times.written_dates import find_date

_HEAD_LINES = 30
_FOOT_LINES = 8
_LONGEST_TITLE = 90
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_FURNITURE = re.compile(
    r"""^(?:
        .{0,12}首页\s*[>＞»›→/|\-].*                       # 首页>巡视巡察>…
      | (?:您?的?(?:(?:现在|当前|所在)的?)+位置)[：:\s].*    # 当前位置：…
      | 首\s*页(?:\s+\S{2,8}){2,}                            # 首页 要闻 专题
      | [^\s，。：]{2,24}(?:网站|(?:政[府务]|新闻|民心|廉政|清风|门户)网|在线)  # the site's own name
      | (?:.{1,12}[>＞»›→]\s*){2,}.{0,40}
      | (?:(?:打印|关闭|分享到?|收藏|字体|字号|大|中|小|返回顶部|注册|登[录陆]|无障碍(?:阅读|浏览)?
          |(?:进入)?(?:关怀|长者|老年|手机|移动)[版端]|[简繁]体|正文|扫一扫.{0,12}|【|】|\[|\]|[：:|\s])+)
      | [\W_]+                                             # rules, dots, front matter
      | [^\s《》]{4,40}(?<!关于)文[件]                        # a red head above the title
      | (?:索\s*引\s*号|主题分类|文\s*号|公开目录|信息类别|有效性)\s*[：:].*
    )$""",
    re.VERBOSE,
)
_DATE_LABEL = re.compile(
    r"(?:(?:发布|发文|成文|公开|公布|印发|更新|上传|发稿|发表|录入|生成)?(?:时间|日期)|发布于)\s*[：:]?\s*"
)
_SOURCE_LABEL = re.compile(
    r"(?:信息|稿件|文章|新闻|内容)?来\s*源\s*[：:]\s*|(?:发布|公开|发文|制发|供稿)(?:机构|单位|部门)\s*[：:]\s*"
)
_OTHER_LABEL = re.compile(
    r"(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[：:]|作\s*者\s*[：:]|责任?编辑?\s*[：:]|字号|字体|分享|打印"
)
_SOURCE_END = re.compile(
    r"\s{2,}|[\u3000\t|｜]|\s+(?=\S{2,6}[：:])|[【\[（(]"
    r"|(?<=.)(?=(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[：:]|(?:发布|发表|更新)(?:时间|日期)\s*[：:]|责?任?编辑\s*[：:])"
)
_ENDS_LIKE_TEXT = ("。", "；", "，", ";", ",", "、", "：", ":")
_DOCUMENT_NOUN = re.compile(
    r"(?:通报|报告|公告|通知|综述|情况|方案|意见|总结|小结|公示|公布|公开|函|函复|答复|战报|账单|清单|纪实|说明|简报|办法|规定|决定)(?:[（(].{1,12}[)）])?$"
)
_CLAUSE_END = re.compile(r"[，。！？；,!?;]")
_LEADING_LABEL = re.compile(r"^(?:(?:正文|原标题|标题|题目|摘要)\s*[：:]\s*)+")
_BYLINE = re.compile(r"^[\W\d]*(?:记者|作者|编辑|责任编辑|来源|通讯员|发布时间|时间|文|图)\s*[：:/|]")
_QUOTED = re.compile(r"^\s*“[^”\n]*[，。！？,.!?…][^”\n]*”")
"""A saying that opens a text."""
_SETTING = re.compile(
    r"[\d年月日至到截止、近前不目来自从在今去上下半间期初末底以时]+"
    rf"|(?:{'|'.join(SETTING_WORDS)}).*"
    r"|.{0,24}(?:网站|获悉|了解到|发布(?:会|消息|数据显示)?|介绍|表示|消息)"
)
"""A clause that only says on what ground, when or from whom the text tells what it tells."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What head and foot say; ``end`` is the offset one past the head, where the report's body begins."""

    title: str
    end: int
    published: date | None
    publisher: str
    organisation: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def read_masthead(text: str, title_hint: str = "") -> Masthead:
    """Read title, date, publisher and issuer from the first and last lines of ``text``.

    ``title_hint`` is a title known from elsewhere (HTML, document properties); it stands where the text has
    no title line of its own. Nothing found is "" or None; only an empty text, and one that begins with a table,
    has an empty title.
    """
    head = _head_lines(text)
    hint = " ".join(title_hint.split())
    title, after = _title(head, hint)
    title_end = head[after - 1].end if after else 0
    metadata: list[str] = [line.text for line in head[: after or 1] if _is_metadata(line.text)]
    byline = ""
    for line in head[after:]:
        repeated = after and _squash(line.text) == _squash(title)
        signs = "" if byline or not after else issuer_of_byline(line.text)
        byline = byline or signs
        if not (repeated or signs or _is_metadata(line.text) or _FURNITURE.match(line.text)):
            break
        metadata.append(line.text)
        title_end = line.end
    foot = _foot_lines(text, title_end)
    signature, signed = _signature(foot)
    published = (
        _published(metadata) or _opening_date(head[after:] or head) or signed or _day_of_session(title)
    )
    published = published or dateline_day(text, title_end)
    issuer = (issuer_of_title(title) if after or hint else "") or issuer_of_signature(byline, title)
    issuer = issuer or issuer_of_signature(signature, title)
    issuer = issuer or next((name for line in head[:12] if (name := issuer_of_speaker(line.text))), "")
    return Masthead(title, title_end, published, _publisher(metadata), issuer)


def has_masthead(text: str) -> bool:
    """Whether ``text`` is laid out as a report: a line of title, date or source, and something below it."""
    end = read_masthead(text).end
    return end > 0 and bool(text[end:].strip())


def _head_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    for match in _LINE.finditer(text):
        content = match.group()[:400].strip()
        if content:
            lines.append(_Line(match.start(), match.end(), content))
        if len(lines) == _HEAD_LINES:
            break
    return lines


def _foot_lines(text: str, start: int) -> list[str]:
    """The last lines of ``text`` that are not blank, the last one first."""
    window = text[max(start, len(text) - 4000) :]
    lines = [line.strip() for line in _LINE.findall(window)]
    return [line for line in reversed(lines) if line][:_FOOT_LINES]


def _title(head: list[_Line], hint: str) -> tuple[str, int]:
    """The title and the index of the first line after it (0 when no line is the title)."""
    first = _title_line(head, hint)
    if first is None:
        return hint or _opening_clause(head), 0
    title = _bare(head[first].text)
    squashed = {_squash(title)}
    after = first + 1
    while after < len(head) and not _is_metadata(head[after].text):
        line = _bare(head[after].text)
        if _squash(line) in squashed:
            pass  # the title once more, as a page repeats it
        elif line.startswith(("—", "－－", "──", "--")) and len(line) <= _LONGEST_TITLE:
            title += "——" + line.lstrip("—－─- ")
        elif _continues(title, line):
            title += line
        else:
            break
        squashed |= {_squash(line), _squash(title)}
        after += 1
    return title, after


def _title_line(head: list[_Line], hint: str) -> int | None:
    squashed_hint = _squash(hint)
    if len(squashed_hint) >= 4:
        for index, line in enumerate(head[:12]):
            squashed = _squash(line.text)
            if squashed == squashed_hint or (len(squashed) >= 8 and squashed_hint.startswith(squashed)):
                return index
    for index, line in enumerate(head[:12]):
        if _is_beside_title(line.text):
            continue
        text = _bare(line.text)
        is_title = len(text) <= _LONGEST_TITLE and not (
            text.endswith(_ENDS_LIKE_TEXT) or _QUOTED.fullmatch(text) or is_table_row(text)
        )
        return index if is_title else None
    return None


def _continues(title: str, line: str) -> bool:
    """Whether a long title, broken over two lines, goes on in ``line``."""
    if len(line) > 50 or _DOCUMENT_NOUN.search(title) or not _DOCUMENT_NOUN.search(line):
        return False
    if _CLAUSE_END.search(line):
        return False
    return line.startswith("关于") or "关于" in title or is_issuer(title)


def _opening_clause(head: list[_Line]) -> str:
    """A title for a text that has none: the first clause that tells what it is about, at most 40 characters of it."""
    if not head or is_table_row(head[0].text):
        return ""
    lines = [one.text for one in head if not (_is_beside_title(one.text) or one.text.endswith(("：", ":")))]
    clauses = [clause for line in lines[:4] for clause in _clauses(line)]
    telling = (one for one in clauses if len(_HAN.findall(one)) >= 4 and not _BYLINE.match(one))
    opening = _CLAUSE_END.split(_bare(head[0].text))[0].strip()
    return next((one for one in telling if not _SETTING.fullmatch(one)), opening)[:40]


def _clauses(line: str) -> list[str]:
    """The clauses of an opening, without what somebody is quoted with and without the agency's dateline."""
    told = without_dateline(_QUOTED.sub("", _bare(line)))
    return [_LEADING_LABEL.sub("", clause).strip() for clause in _CLAUSE_END.split(told)]


def _is_beside_title(line: str) -> bool:
    """Whether a line of the head is furniture, date or source, or tells who speaks."""
    return bool(_FURNITURE.match(line)) or _is_metadata(line) or bool(issuer_of_speaker(line))


def _bare(line: str) -> str:
    """A title line without Markdown's signs."""
    return re.sub(r"^#{1,6}\s+|\*\*|\s+#+$", "", line).strip()


def _squash(line: str) -> str:
    return re.sub(r"[\W_]+", "", line)


def _is_metadata(line: str) -> bool:
    """Whether a line of the head states date, source or the like and nothing else."""
    if len(line) > 160 or line.endswith("。"):
        return False
    if _DATE_LABEL.match(line) and (find_date(line) or re.search(r"[：:]", line)):
        return True
    if _SOURCE_LABEL.match(line) or _OTHER_LABEL.match(line):
        return True
    found = find_date(line)
    return (
        found is not None
        and found[1] <= 1
        and len(line) <= 80
        and not _CLAUSE_END.search(line[found[2] + 9 :][:4])
    )


def _published(metadata: list[str]) -> date | None:
    for line in metadata:
        for label in _DATE_LABEL.finditer(line):
            found = find_date(line, label.end(), label.end() + 24)
            if found:
                return found[0]
    dates = [found[0] for line in metadata if (found := find_date(line))]
    return dates[0] if dates else None


def _opening_date(body: list[_Line]) -> date | None:
    """The date that opens a text as agencies date their news: with hyphens, or with a time of day."""
    if not body:
        return None
    opening = body[0].text
    found = find_date(opening, 0, 24)
    if found is None or found[1] > 2:
        return None
    timed = re.match(r"\s*\d{1,2}[:：]\d\d", opening[found[2] :])
    return found[0] if timed or re.match(r"\W*\d{4}[-/]", opening) else None


def _day_of_session(title: str) -> date | None:
    """The day on which a report was given to an assembly: ……的报告——2023年12月26日在……会议上."""
    given = title.partition("——")[2]
    found = find_date(given) if given.endswith("上") else None
    return found[0] if found and found[1] == 0 else None


def _publisher(metadata: list[str]) -> str:
    for line in metadata:
        label = _SOURCE_LABEL.search(line)
        if label:
            rest = line[label.end() :].strip()
            end = _SOURCE_END.search(rest)
            return rest[: end.start() if end else len(rest)].strip(" ，,;；")
    return ""


def _signature(foot: list[str]) -> tuple[str, date | None]:
    """Who signed a report and when, from its last lines (the last one first)."""
    for index, line in enumerate(foot):
        found = find_date(line)
        if found and len(line) - (found[2] - found[1]) <= 40 and not line.endswith("。"):
            rest = (line[: found[1]] + line[found[2] :]).strip(" （）()　")
            if is_issuer(rest):
                return rest, found[0]
            if not rest:
                signer = foot[index + 1] if index + 1 < len(foot) else ""
                return (signer if is_issuer(signer) else ""), found[0]
    signer = next((line for line in foot[:3] if is_issuer(line)), "")
    return signer, None
