"""Whose a figure is: a question and a statement in, how surely the one asks of the other's out.

Each is a factor between 0 and 1; 0 says that the statement is of another organisation. Of when it is, says
:mod:`bot.ranking.times.period_fit`.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.question.member_names import leaves_out
from bot.question.question import Question
from bot.ranking.alignment_signals import told_part, told_up_to
from bot.ranking.series import numbers_in
from bot.ranking.weight_table import held_factors
from corpus.figure import Statement
from corpus.lexicon.places import PROVINCES
from corpus.organisations.anaphors import is_anaphor
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.organisations.short_names import is_in_order, without_company_end
from corpus.report import Report

_COLLECTIVE: Final = re.compile("巡[视察](?!办|组|工作)|届[一-鿿]{0,6}[省市县区]委")
_ROUND_OFFICE: Final = re.compile("[省市县区州]委(?:巡[视察](?:工作领导小组)?办|$)")
_BRACKETED: Final = re.compile(r"[（(][^（）()]*[）)]$")
_BARE: Final = frozenset(
    "服务中心 中心 公司 集团 医院 学校 学院 大学 银行 研究院 有限公司 办公室 委员会 管理局".split()
)
"""Ends of names that name nobody by themselves."""
_LONG_ENOUGH: Final = 4
"""Characters of a name that tell it from a mere sort of organisation."""
_SHORTEST_PART: Final = 3
"""Characters of the name of a part of an organisation: 二公司."""
_MARKED: Final = re.compile(r"[“\"]([^\W\d]{2,8})[”\"](?=[^\W\d]{0,6}\d)")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ScopeFactors:
    """How surely a statement is of whom a question names, case by case: the table ``held.scope``."""

    named_above: float
    uncontradicted: float
    part_of_issuer: float
    acts_for_region: float
    member_of_round: float
    region_of_owner: float
    beside_owner: float
    region_named: float
    part_of_region: float
    region_unknown: float


_FIT: Final = held_factors("scope", ScopeFactors)


@dataclass(frozen=True)
class Place:
    """What is known of a report beyond its statements: whose it is and of which region it speaks."""

    report: Report
    region: str

    @cached_property
    def told(self) -> str:
        """The title and the text without the spaces and line breaks that may stand within names."""
        return _SPACE.sub("", f"{self.report.title}。{self.report.text}")

    @cached_property
    def marked(self) -> tuple[str, ...]:
        """The names in quotation marks that the report gives a figure right behind: “云栖里”应交付1152套."""
        return tuple(dict.fromkeys(_MARKED.findall(self.report.text)))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that stand anywhere in the report, told once."""
        return numbers_in(self.report.text)


def is_collective_name(name: str) -> bool:
    """Whether a name stands for all of a round or a region, or for nobody in particular."""
    return bool(_COLLECTIVE.search(name)) or not name_parts(name).unit


def speaks_for_all(name: str) -> bool:
    """Whether a name is of the body that reports for a whole round: 省委巡视办, 县委巡察办."""
    return bool(_ROUND_OFFICE.search(name))


def organisation_fit(question: Question, statement: Statement, place: Place | None) -> float:
    """Return how surely a statement is of an organisation that the question names; 1 where it names none."""
    if not question.orgs:
        return 1.0
    meant, own = question.meant_alone, statement.figure.org
    home = _home(question, place) if place else ""
    fit = max(_one_organisation_fit(name, statement, place, home) for name in meant)
    if fit < 1.0 and place and own in question.text and issued_by(question, place):
        # 财政局那张表里桥川县: of the report, and of the row; but 农业大学科研院 is not of the whole
        beside = any(name in statement.quote or name not in place.told for name in meant)
        told = own in meant or own not in question.orgs or beside
        return 1.0 if own and told else fit
    return fit


def _home(question: Question, place: Place) -> str:
    """Return of which region a report speaks: the one that is known, or that its title and the question name (锦屏区河湾街道)."""
    wider = (name for name in question.orgs if name not in question.meant_alone)
    return place.region or next((name for name in wider if name in place.report.title), "")


def _one_organisation_fit(name: str, statement: Statement, place: Place | None, region: str) -> float:
    own = statement.figure.org
    issuer = place.report.organisation if place else ""
    named = name in told_up_to(statement)
    parts = name_parts(name)
    if not parts.unit:
        beside = named and own not in statement.quote
        return (
            _region_fit(name, own, region, issuer, beside, named)
            if named or _tells_of(parts.region, place)
            else 0.0
        )
    if place and _is_part_named(name, own, statement, place):
        return 1.0
    if not own or own in _BARE or is_anaphor(own):
        above = f"{statement.section}{statement.title}{issuer}"
        return (
            _FIT.named_above
            if named
            or same_organisation(name, _bare_name(issuer)) is Sameness.SAME
            or name in above
            or (place is not None and _is_report_of(name, place))
            else 0.0
        )
    match same_organisation(_bare_name(name), _bare_name(own), region_b=region):
        case Sameness.SAME:
            return 1.0
        case one if shortens(name, own) or (one is Sameness.UNKNOWN and could_be(name, own)):
            return _FIT.uncontradicted
        case Sameness.PART_OF if (
            place and same_organisation(name, _bare_name(place.report.organisation)) is Sameness.SAME
        ):
            return _FIT.part_of_issuer
        case Sameness.PART_OF if place and _acts_in_paragraph(name, statement, place):
            return _FIT.acts_for_region  # 省信访局……全省梳理578件: said of the province, by the bureau
    told_of_all = own in statement.quote and is_collective_name(own)  # 第五轮巡察反馈的421个问题
    if is_collective_name(own) and not told_of_all and place and _acts_in_paragraph(name, statement, place):
        return (
            _FIT.member_of_round
        )  # the round's report, of one of its members: 望川医科大学附属医院党委……退还164.3万元
    of_issuer = place is not None and own == place.report.organisation
    nobody = not (name_parts(own).unit or name_parts(own).region)
    if place and (of_issuer or nobody or _same_region(own, region)) and _is_report_of(name, place, nobody):
        return _FIT.named_above
    if place and is_collective_name(own) and speaks_for_all(name) and _same_region(name, region):
        return _FIT.named_above  # 第一轮巡察: of the committee whose round it was
    return 0.0


def _is_part_named(name: str, own: str, statement: Statement, place: Place) -> bool:
    """Whether a name is that of the whole and of one part of it, which the figure is of: 禾丰农商银行|马鞍支行."""
    whole = f"{place.report.organisation}|{place.report.title}|{own}"
    told = f"{own}|{statement.figure.metric}|{told_part(statement)}"
    return any(
        name[cut:] in told and is_in_order(name[:cut], whole)
        for cut in range(_LONG_ENOUGH, len(name) - _SHORTEST_PART + 1)
    )


def shortens(short: str, long: str) -> bool:
    """Whether a name leaves characters of a longer one out and keeps its ends: 望川医科大附属医院."""
    return len(short) < len(long) and short[-2:] == long[-2:] and leaves_out(short, long)


def could_be(name: str, own: str) -> bool:
    """Whether two names that nothing contradicts call the same unit: 财政厅, 岭川省财政厅; not 教育局, 市委."""
    one, two = (without_company_end(name_parts(each).unit) for each in (name, own))
    return bool(one and two) and (one.endswith(two) or two.endswith(one) or own.endswith(name))


def _is_report_of(name: str, place: Place, of_nobody: bool = True) -> bool:
    """Whether a report is of ``name``: it issued it, its title names it, or nobody issued it and its text does.

    A figure that is not ``of_nobody`` (全市……) is not of whomever the text names.
    """
    issuer = _bare_name(place.report.organisation)
    if issuer and same_organisation(name, issuer, region_b=place.region) is Sameness.SAME:
        return True
    parts, home = name_parts(name), name_parts(place.region)
    if parts.region and home.region and parts.region != home.region:
        return False
    core = name.removeprefix(home.region).removeprefix(home.level) if home.region else name
    return len(core) >= _LONG_ENOUGH and core in (
        place.told if of_nobody and not issuer else place.report.title
    )


def _tells_of(region: str, place: Place | None) -> bool:
    """Whether a report is of a region that is known, or names ``region`` anywhere."""
    return place is None or bool(place.region) or region in place.told


def _bare_name(name: str) -> str:
    """Return a name without what stands in brackets behind it: 青川烟草专卖局（公司）."""
    return _BRACKETED.sub("", name) or name


def issued_by(question: Question, place: Place) -> bool:
    """Whether the report is of an organisation that the question names."""
    issuer = _bare_name(place.report.organisation)
    return any(
        same_organisation(name, issuer, region_b=place.region) is Sameness.SAME for name in question.orgs
    )


def _acts_in_paragraph(name: str, statement: Statement, place: Place) -> bool:
    """Whether the paragraph names the organisation before the figure."""
    text = place.report.text
    start = text.rfind("\n", 0, statement.figure.start) + 1
    mentions = find_organisations(text, start, statement.figure.start)
    return any(
        same_organisation(name, mention.name, region_b=place.region) is Sameness.SAME
        for mention in mentions
        if mention.kind is MentionKind.ORGANISATION
    )


def _region_fit(name: str, own: str, region: str, issuer: str, beside: bool, named: bool) -> float:
    """Return how surely a figure of ``own``, in a report of ``issuer`` about ``region``, is of the region ``name``.

    ``beside`` says that its sentence names the region and not the owner, ``named`` that it names the region.
    """
    parts = name_parts(own)
    if parts.level and not parts.region and issuer:
        own, parts = issuer, name_parts(issuer)  # 镇综治中心: of the town whose report it is
    elsewhere = bool(own and parts.region) and not _same_region(name, own)
    if region and _same_region(name, region):
        return _FIT.part_of_region if elsewhere and not parts.unit else 1.0
    if own and parts.region:
        return _FIT.beside_owner * beside if elsewhere else _FIT.region_of_owner
    if named:
        return _FIT.region_named
    return 0.0 if region else _FIT.region_unknown


def may_speak_of(question: Question, place: Place) -> bool:
    """Whether a report may say anything of what a question names.

    A report of one place does not where the question names organisations of others alone, and it names none of these.
    """
    home, regions = name_parts(place.region).region, [name_parts(name).region for name in question.orgs]
    told = (place.report.title, place.report.organisation, place.report.text)
    return not regions or not home or any(one == home or any(one in text for text in told) for one in regions)


def region_fits(question: Question, place: Place) -> bool:
    """Whether a report may be of the region of what a question names: of it, or of a place not known."""
    return not place.region or any(
        _same_region(name, place.region) or not name_parts(name).region or bool(name_parts(name).unit)
        for name in question.orgs
    )


def _same_region(name: str, other: str) -> bool:
    one, two = name_parts(name), name_parts(other)
    short = one.region or one.unit
    if short in PROVINCES and two.region:
        return short == two.region
    return bool(short) and short == (two.region or two.unit)
