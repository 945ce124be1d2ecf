"""Members of what a report is about that are named only inside it: its companies, the districts of its tables.

A report of a group says 甲公司认领问题9个，完成8个；乙公司认领问题6个, and a table has a row for each district.
A report in, the names of its members out; a statement in, the member that it speaks of out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.question.question import Question
from corpus.figure import Statement
from corpus.listed_names import listed_names
from corpus.organisations.directory import Directory
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report

_HEADS: Final = (
    "分公司|子公司|公司|集团|支行|分行|中心|学校|学院|小学|中学|医院|分院|院区|校区|园区|街道|社区|开发区|新区|"
    "分局|支队|大队|分中心|项目部|事业部|管理处|收费站|林场|农场|水厂|电厂|[镇乡村区县市局所站厂]"
)
_MARKS: Final = r"[\s▲●◆■★·—\-0-9.．、（）()一二三四五六七八九十]*"
_MEMBER: Final = re.compile(
    rf"(?:^|[；;。：:\n▲●◆■]){_MARKS}(?P<name>[一-鿿]{{1,8}}?(?:{_HEADS}))(?!{_HEADS})(?=(?P<after>[^，。；\n]{{0,14}}?)\d)",
    re.MULTILINE,
)
_ROW: Final = re.compile(
    rf"^[ \t]*(?P<name>[一-鿿]{{1,9}}(?:{_HEADS}))(?:[ \t　]{{2,}}|\t|\|)\D{{0,4}}[\d.,%]+", re.MULTILINE
)
_NUMBERED: Final = re.compile(
    r"第?[一二三四五六七八九十\d]{1,3}(?:标段|党支部|支部|中队|大队|分队|工区|车间)"
)
_NO_NAME: Final = re.compile(
    "^[省市县区州]|[的对了在已被将把等各该本全其]|完成|整改|合计|总计|小计|项目$|^截至|^反馈|^[分子]公司$|所属|下属|处置|新增|新建|追回|清理"
)
_ACTS: Final = re.compile(
    "认领|反馈|完成|整改|追回|追缴|收回|退还|办结|查出|发现|清理|存在|梳理|^[ 　]*$|^(?:共|已)?$"
)
_SORTS: Final = (
    (re.compile("乡镇|镇街|街道"), ("镇", "乡", "街道")),
    (re.compile("县区|区县|哪个[县区]|县市"), ("县", "区", "市")),
    (re.compile("分公司"), ("分公司", "公司")),
    (re.compile("公司|企业"), ("公司", "集团", "厂")),
    (re.compile("支行|分行|网点"), ("行",)),
    (re.compile("学校|中学|小学"), ("学校", "中学", "小学", "学院")),
    (re.compile("哪家医院|院区"), ("医院", "分院", "院区")),
)
"""Sorts of members that a question may ask of, and how their names end."""
_LEAST: Final = 2
"""A list of members has at least so many; one name alone may be anything."""


def members_of(report: Report) -> tuple[str, ...]:
    """Return the names that head the parts of a list or the rows of a table in ``report``, in order."""
    found = [
        match["name"]
        for match in _MEMBER.finditer(report.text)
        if not _NO_NAME.search(match["name"]) and _ACTS.search(match["after"])
    ]
    rows = [match["name"] for match in _ROW.finditer(report.text) if not _NO_NAME.search(match["name"])]
    names = list(dict.fromkeys(found))
    numbered = list(dict.fromkeys(_NUMBERED.findall(report.text)))
    several = [name for one in (names, numbered) if len(one) >= _LEAST for name in one]
    return tuple(dict.fromkeys([*several, *listed_names(report.text), *rows]))


def named_members(text: str, members: Iterable[str], directory: Directory) -> tuple[str, ...]:
    """Return the members that ``text`` names, in the order of the text; of two at one place the longer.

    An organisation that the reports know by itself (省民政厅 where it is 岭川省民政厅) is no mere member.
    """
    found: dict[int, str] = {}
    for name in members:
        place = text.find(name)
        if place < 0 or _is_known(name, directory):
            continue
        end = place + len(name)
        inside = [at for at, other in found.items() if at <= place and end <= at + len(other)]
        if inside:
            continue
        for at in [at for at, other in found.items() if place <= at and at + len(other) <= end]:
            del found[at]
        found[place] = name
    return tuple(found[place] for place in sorted(found))


def _is_known(name: str, directory: Directory) -> bool:
    full = directory.canonical(name)
    return full in directory.names and bool(name_parts(full).unit)


def narrowed_to_members(
    question: Question,
    statements: Sequence[Statement],
    members: Mapping[str, Sequence[str]],
    reports: Mapping[str, Report],
) -> tuple[Question, Sequence[Statement]]:
    """Return the question without its organisations, and the statements of the members that it names alone.

    ``members`` are those of each report (id); a name may be a member in one report and an organisation in
    another, as two counties have a 柳溪镇. Only reports of the organisations and regions that the question names
    beside its members count; where no statement is of one, it asks of the members as of organisations.
    """
    wanted = set(question.members)
    others = [name for name in question.orgs if name not in wanted]
    if not wanted:
        return question, statements
    meant = {key for key, one in reports.items() if all(_speaks_of(name, one) for name in others)}
    holding = {key for key in meant if wanted & set(members.get(key, ()))}

    def is_own(one: Statement) -> bool:
        if one.report in meant and one.figure.org in wanted:
            return True
        text = reports[one.report].text
        return one.report in holding and member_at(text, one.figure.start, members[one.report]) in wanted

    own = [one for one in statements if is_own(one)]
    return (
        (replace(question, orgs=()), own) if own else (replace(question, orgs=question.members), statements)
    )


def _speaks_of(name: str, report: Report) -> bool:
    """Whether a report is of the organisation ``name``, or names the region ``name``."""
    parts = name_parts(name)
    if parts.unit:
        return same_organisation(name, report.organisation) is Sameness.SAME
    return parts.region in report.text


def members_asked(question: Question, members: Iterable[str]) -> tuple[str, ...]:
    """Return the members of the sort of which a question asks which leads (哪个乡镇最多); none where it names a sort not."""
    sort = next((ends for words, ends in _SORTS if words.search(question.wording)), ())
    return tuple(name for name in members if name.endswith(sort)) if sort else ()


def member_at(text: str, position: int, members: Sequence[str]) -> str:
    """Return the member that was named last in the paragraph before ``position``; "" for none."""
    start = text.rfind("\n", 0, position) + 1
    told = text[start:position]
    places = {name: told.rfind(name) for name in members}
    ends = {name: place + len(name) for name, place in places.items() if place >= 0}
    return max(ends, key=lambda name: (ends[name], len(name)), default="")
