"""Members of what a report is about that are named only inside it: its companies, the districts of its tables.

A report of a group says 甲公司认领问题9个，完成8个；乙公司认领问题6个, and a table has a row for each district.
A report in, the names of its members out; a statement in, the member that it speaks of out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.question.member_names import leaves_out, place_named
from bot.question.question import Question, blanked
from corpus.figure import Statement
from corpus.grids import Grid, find_grids, without_note
from corpus.lexicon.organisation_names import HEADS, MEMBER_ENDS
from corpus.listed_names import listed_names
from corpus.organisations.directory import Directory
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.organisations.short_names import is_in_order
from corpus.report import Report
from corpus.words import segmenter

_HEADS: Final = (
    f"{'|'.join(end for head in HEADS if head.needs == 'name' for end in head.suffixes)}|"
    "分公司|子公司|支行|分行|联社|分院|院区|校区|园区|街道|社区|开发区|新区|"
    "分局|支队|大队|分中心|项目部|事业部|管理处|收费站|林场|农场|水厂|电厂|[镇乡村区县市局所站厂]"
)
_MARKS: Final = r"[\s▲●◆■★·—\-0-9.．、（）()一二三四五六七八九十]*"
_MEMBER: Final = re.compile(
    rf"(?:^|[；;。：:\n▲●◆■]){_MARKS}(?P<name>[一-鿿]{{1,8}}?(?:{_HEADS}))(?!{_HEADS})(?=(?P<after>[^，。；\n]{{0,14}}?)\d)",
    re.MULTILINE,
)
_END: Final = re.compile(f"(?:{_HEADS}|{'|'.join(MEMBER_ENDS)})$")
_NUMBERED: Final = re.compile(
    rf"第[一二三四五六七八九十\d]{{1,3}}[一-鿿]{{0,4}}?(?:{'|'.join(MEMBER_ENDS)}|联盟)"
    r"|第?(?:[A-Za-z]-?)?[一二三四五六七八九十\d]{1,3}(?:标段|党支部|支部|中队|大队|分队|工区|车间)"
    r"|(?:监察|执法|督查|审计)[一二三四五六七八九十]{1,2}处"
    r"|[一二三四五六七八九十\d]{1,3}号[一-鿿]{1,3}(?=[\d（(：|]|[ \t]{2})"
)
_SORT: Final = re.compile(f"{_HEADS}|科室|单位|部门|机构|站段|网点|街巷|库|队|[^学]科$")
"""What over a table's labels says that they name members."""
_NO_NAME: Final = re.compile(
    "^[省市县区州]|[的对了在已被将把等各该本全其]|完成|整改|合计|总计|小计|项目$|^截至|^反馈|^[分子]公司$|所属|下属|处置|新增|新建|追回|清理|(?:[批轮期]|阶段)$"
)
_ACTS: Final = re.compile(
    "认领|反馈|完成|整改|追回|追缴|收回|退还|办结|查|发现|清理|存在|梳理|^[ 　]*$|^(?:共|已)?$"
)
_LONGEST: Final = 12
"""Characters of a label that may name a member."""
_HEADING_MARKS: Final = " \u3000\t【】：:■●▲◆○□◇·"
_LEAST: Final = 2
"""A list of members has at least so many; one name alone may be anything."""


def members_of(report: Report) -> tuple[str, ...]:
    """Return the names that head the parts of a list or the rows of a table in ``report``, in order."""
    found = [
        match["name"]
        for match in _MEMBER.finditer(report.text)
        if not _NO_NAME.search(match["name"]) and _ACTS.search(match["after"])
    ]
    rows = [name for grid in find_grids(report.text) for name in _labels(grid) if not _NO_NAME.search(name)]
    names = list(dict.fromkeys(found))
    numbered = [name for name in dict.fromkeys(_NUMBERED.findall(report.text)) if not _acts(name)]
    several = [name for one in (names, numbered) if len(one) >= _LEAST for name in one]
    return tuple(dict.fromkeys([*several, *listed_names(report.text), *rows]))


def _acts(name: str) -> bool:
    """Whether what follows a number says what was done: 一号更换."""
    return segmenter().tag(name)[-1][1].startswith("v")


def _labels(grid: Grid) -> Iterator[str]:
    """Yield the labels of a table's rows that name members: by how they end, or by what stands over them (科室)."""
    heads = "".join(head for column in grid.labels for head in grid.heads(column))
    told = bool(_SORT.search(heads))
    for labels in grid.row_labels:
        name = without_note(labels[-1]) if labels else ""
        if name.isalpha() and 1 < len(name) <= _LONGEST and (told or _END.search(name)):
            yield name


def named_members(text: str, members: Iterable[str], directory: Directory) -> tuple[str, ...]:
    """Return the members that ``text`` names, in the order of the text; of two at one place the longer.

    An organisation that the reports know by itself (省民政厅 where it is 岭川省民政厅) is no mere member. Two reports may
    each have a member that is named alike (三队).
    """
    spans = {name: span for name in members if (span := place_named(name, text))}
    wider = [
        (one.start, one.end)
        for one in find_organisations(text, 0, None, directory)
        if spans and one.kind is MentionKind.ORGANISATION and one.certain
    ]
    named = [
        name
        for name, (low, high) in spans.items()
        if not any(first == low and high < last for first, last in wider)  # 云门区法院 is not 云门区
        and not any(
            first <= low and high <= last and last - first > high - low for first, last in spans.values()
        )
    ]
    return tuple(
        sorted((name for name in named if not _is_known(name, directory)), key=lambda name: spans[name])
    )


def without_members(text: str, names: Sequence[str]) -> str:
    """Return ``text`` with full-width spaces where it names the members ``names``, so that every offset stays."""
    for name in names:
        if span := place_named(name, text):
            text = blanked(text, *span)
    return text


def _is_known(name: str, directory: Directory) -> bool:
    full = directory.canonical(name)
    return full in directory and bool(name_parts(full).unit)


def narrowed_to_members(
    question: Question,
    statements: Sequence[Statement],
    members: Mapping[str, Sequence[str]],
    reports: Mapping[str, Report],
) -> tuple[Question, Sequence[Statement]]:
    """Return the question without its organisations, and the statements of the members that it names alone.

    ``members`` are those of each report (id); a name may be a member in one report and an organisation in
    another, as two counties have a 柳溪镇. Only reports of the organisations and regions that the question names
    beside its members count; where no statement is of one, it asks of the members as of organisations, and of the
    organisations that it names where no report is of them.
    """
    wanted = set(question.members)
    others = [name for name in question.orgs if name not in wanted]
    if not wanted:
        return question, statements
    meant = {key for key, one in reports.items() if all(_speaks_of(name, one) for name in others)}
    holding = {key for key in meant if wanted & set(members.get(key, ()))}

    def is_own(one: Statement) -> bool:
        if one.report in meant and (one.figure.org in wanted or _counts(one, wanted)):
            return True
        text = reports[one.report].text
        return one.report in holding and member_at(text, one.figure.start, members[one.report]) in wanted

    own = [one for one in statements if is_own(one)]
    if own:
        return replace(question, orgs=(), members=()), own
    units = () if meant else tuple(name for name in others if name_parts(name).unit)
    return replace(question, orgs=units or question.members), statements  # 城管局第三支部: no other's third


def _counts(statement: Statement, names: Iterable[str]) -> bool:
    """Whether a figure counts what one of ``names`` has by the place in its list: 第二中队夜巡次数."""
    return any(statement.figure.metric.startswith(name) for name in names)


def _speaks_of(name: str, report: Report) -> bool:
    """Whether a report is of the organisation ``name``, or names the region ``name``."""
    parts = name_parts(name)
    if parts.unit:
        same = same_organisation(name, report.organisation) is Sameness.SAME
        if not report.organisation:
            return is_in_order(name, report.title)
        return same or leaves_out(name, report.organisation)
    return parts.region in report.text


def member_at(text: str, position: int, members: Sequence[str]) -> str:
    """Return the member that was named last in the paragraph before ``position``, by its number alone too; "" for none.

    A sentence that lists several ends with itself: what follows is of the whole again. A paragraph that names none is of
    the one that alone is the line over it.
    """
    start = text.rfind("\n", 0, position) + 1
    told = text[start:position]
    places = {name: told.rfind(name[: name.find("号") + 1] or name) for name in members}
    ends = {name: place + len(name) for name, place in places.items() if place >= 0}
    if not ends:
        above = text[:start].rstrip().rpartition("\n")[2].strip(_HEADING_MARKS)
        return above if above in members else ""
    last = max(ends, key=lambda name: (ends[name], len(name)))
    begins = told.rfind("。", 0, ends.get(last, 0)) + 1
    several = any(begins <= places[name] < ends[last] - len(last) for name in ends)
    return "" if several and "。" in told[ends[last] :] else last
