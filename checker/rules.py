"""The rules by which a figure gets its verdict: one table, tried from the top, the first that holds decides.

A rule is a predicate over a :class:`~checker.cases.Case` that returns what it rests on, and the Chinese sentence
that explains it. Conditions that look at the text alone come first, then the evidence in the order of
decision: supported, rounded, derived, contradicted, misattributed, unsupported.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.agreement import Agreement, UnitRelation
from checker.cases import VERY_LIKE, Candidate, Case
from checker.derivations import Derivation, derive, derive_total
from checker.scopes import contradicting_scope, known_scope
from checker.verdicts import Verdict
from checker.wording import renamed
from corpus.figure import Kind, Statement
from corpus.metrics import is_scope
from corpus.periods import PeriodRelation
from corpus.sameness import Sameness


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rule rests on: statements of the evidence, the weightiest first, and a formula where there is one."""

    statements: tuple[Statement, ...] = ()
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: when it holds, its verdict, the sentence that explains it, and an example of claim and source.

    ``sentence`` may name ``{raw} {stated} {quote} {org} {metric} {period} {formula} {searched}``.
    """

    name: str
    verdict: Verdict
    predicate: Callable[[Case], Ground | None]
    sentence: str
    example: str


IN_THE_VERY_WORDS = 0.9
_PLAN = re.compile(
    r"计划(?!满足|生育|单列|经济|书|招生数|完成率|投资完成)|拟(?:于|在|[^定订就合人态制])|力争|争取(?:到|在|于|实现|达到)"
    r"|预计|目标(?:是|为|任务)|确保(?:到|在|于)|将(?:于|力争|达到|在(?:明年|年底|今后|未来|20\d\d年))|到20\d\d年底?(?!为止|，|,)"
    r"|预期(?:将|可|能|达|实现|为)|有望|打算|明年"
)
_EXAMPLE = re.compile(
    r"假设|假如|假定|设想|倘若|样例|示例|如果|(?:例如|比如|譬如|举例)(?=[^。；]{0,12}[“\"「某]|[^。]*(?:写法|表述|口径|格式|之类))"
)
_FULFILLED = re.compile(r"已经?|目前|实际|截至|共完成")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


def is_planned(statement: Statement) -> bool:
    """Whether the sentence marks the figure as a plan or a forecast (力争…达到93%)."""
    return _marked(statement, _PLAN) is not None


def _marked(statement: Statement, mark: re.Pattern[str]) -> re.Match[str] | None:
    """Return the mark that governs the figure: before it in its sentence, with nothing fulfilled between."""
    before = statement.quote[: statement.figure.start - statement.start]
    cut = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    found = None
    for match in mark.finditer(before, cut):
        found = match
    if found is None or _FULFILLED.search(before, found.end()):
        return None
    return found


def _idiom(case: Case) -> Ground | None:
    return Ground() if case.figure.kind is Kind.IDIOM else None


def _document_number(case: Case) -> Ground | None:
    return Ground() if case.figure.kind is Kind.DOCUMENT_NUMBER else None


def _marked_differs(case: Case) -> Ground | None:
    """A plan or an example that the evidence has in the very words, with another number."""
    mark = _PLAN if is_planned(case.claim) else _EXAMPLE
    if _marked(case.claim, mark) is None:
        return None
    same = [
        c
        for c in case.candidates
        if not c.likeness.conflict
        and c.same_owner
        and c.likeness.metric >= IN_THE_VERY_WORDS
        and _marked(c.statement, mark)
    ]
    if not same or any(c.same_thing and c.agreement is not Agreement.DIFFERENT for c in same):
        return None
    return Ground((same[0].statement,))


def _plan(case: Case) -> Ground | None:
    return Ground() if is_planned(case.claim) else None


def _example(case: Case) -> Ground | None:
    return Ground() if _marked(case.claim, _EXAMPLE) else None


def _scope_known(case: Case) -> Ground | None:
    if not is_scope(case.figure):
        return None
    found = known_scope(case)
    return Ground((found,)) if found else None


def _scope_contradicted(case: Case) -> Ground | None:
    if not is_scope(case.figure):
        return None
    found = contradicting_scope(case)
    return Ground((found,)) if found else None


def _scope_unknown(case: Case) -> Ground | None:
    return Ground() if is_scope(case.figure) else None


def _named_otherwise(case: Case) -> Ground | None:
    """The source's own sentence, but with another organisation or another time in it."""
    if is_scope(case.figure) and not is_planned(case.claim):
        return None
    told = case.told_in_the_same_words
    return Ground((told,)) if told and renamed(case.claim, told) else None


def _agreeing(case: Case, *wanted: Agreement) -> Ground | None:
    best = case.agreeing
    if best is None or best.agreement not in wanted or is_planned(best.statement):
        return None
    return Ground((best.statement,))


def _same(case: Case) -> Ground | None:
    return _agreeing(case, Agreement.EQUAL)


def _bound_as_point(case: Case) -> Ground | None:
    return _agreeing(case, Agreement.BOUND_AS_POINT)


def _rounded(case: Case) -> Ground | None:
    return _agreeing(case, Agreement.ROUNDED)


def _total(case: Case) -> Ground | None:
    return _derivation(derive_total(case))


def _derived(case: Case) -> Ground | None:
    return _derivation(derive(case))


def _derivation(found: Derivation | None) -> Ground | None:
    return Ground(found.terms, found.formula) if found else None


def _contradicted(case: Case) -> Ground | None:
    rival = case.contradicting
    if rival is None or is_planned(rival.statement):
        return None
    return Ground((rival.statement,))


def _first_elsewhere(case: Case, wanted: Callable[[Candidate], bool]) -> Ground | None:
    found = next((candidate for candidate in case.elsewhere if wanted(candidate)), None)
    return Ground((found.statement,)) if found else None


def _same_but_kind(case: Case) -> Ground | None:
    """The very metric with the very number, but as another kind of quantity."""
    return _first_elsewhere(
        case, lambda c: c.units is not UnitRelation.SAME and c.same_owner and c.likeness.metric >= VERY_LIKE
    )


def _other_kind(case: Case) -> Ground | None:
    return _first_elsewhere(
        case, lambda c: c.units is not UnitRelation.SAME and c.same_owner and c.likeness.metric >= 0.4
    )


def _other_organisation(case: Case) -> Ground | None:
    return _first_elsewhere(case, lambda c: c.likeness.organisation is Sameness.DIFFERENT)


def _other_period(case: Case) -> Ground | None:
    return _first_elsewhere(case, lambda c: c.likeness.period is PeriodRelation.DIFFERENT)


def _other_metric(case: Case) -> Ground | None:
    return _first_elsewhere(case, lambda _: True)


def _planned_there(case: Case) -> Ground | None:
    best = case.agreeing
    return Ground((best.statement,)) if best and is_planned(best.statement) else None


def _nowhere(_: Case) -> Ground | None:
    return Ground()


RULES: tuple[Rule, ...] = (
    Rule("idiom", Verdict.NOT_CHECKED, _idiom, "“{raw}”是固定提法，不是统计数。", "增强“四个意识”"),
    Rule(
        "document_number",
        Verdict.NOT_CHECKED,
        _document_number,
        "“{raw}”是文号或条款号，不是统计数。",
        "〔2021〕12号",
    ),
    Rule(
        "named_otherwise",
        Verdict.MISATTRIBUTED,
        _named_otherwise,
        "原文同样的话说的是别的单位或时间：「{quote}」。",
        "省教育厅追回2万元 · 省财政厅追回2万元",
    ),
    Rule(
        "marked_differs",
        Verdict.CONTRADICTED,
        _marked_differs,
        "原文同样的话里是{stated}，不是{raw}：「{quote}」。",
        "力争达到95% · 力争达到93%",
    ),
    Rule(
        "plan",
        Verdict.NOT_CHECKED,
        _plan,
        "文中标明“{raw}”是计划或预期，不作为已有的数核对。",
        "力争化解率达到95%",
    ),
    Rule(
        "example",
        Verdict.NOT_CHECKED,
        _example,
        "文中标明“{raw}”是假设或举例，不核对。",
        "比如“完成整改20个”",
    ),
    Rule(
        "scope", Verdict.SUPPORTED, _scope_known, "原文有“{stated}”：「{quote}」。", "2020年 · 2020年9月下旬"
    ),
    Rule(
        "scope_differs",
        Verdict.CONTRADICTED,
        _scope_contradicted,
        "时间应为{stated}：「{quote}」。",
        "10月下旬启动 · 9月下旬启动",
    ),
    Rule(
        "scope_unknown", Verdict.UNSUPPORTED, _scope_unknown, "{searched}里没有“{raw}”。", "第九轮 · 第八轮"
    ),
    Rule("same", Verdict.SUPPORTED, _same, "与原文一致：「{quote}」。", "15000件 · 1.5万件"),
    Rule(
        "bound_as_point",
        Verdict.ROUNDED,
        _bound_as_point,
        "原文写的是“{stated}”，这里引成了确数：「{quote}」。",
        "2351万元 · 超过2351万元",
    ),
    Rule(
        "rounding",
        Verdict.ROUNDED,
        _rounded,
        "约数或界限与原文的{stated}相符：「{quote}」。",
        "近600个 · 588个",
    ),
    Rule(
        "total",
        Verdict.DERIVED,
        _total,
        "由原文各项相加可得：{formula}（「{quote}」）。",
        "合计121.4万元 · 93.6万元、27.8万元",
    ),
    Rule(
        "contradiction",
        Verdict.CONTRADICTED,
        _contradicted,
        "原文是{stated}，不是{raw}：「{quote}」。",
        "538件 · 化解528件",
    ),
    Rule(
        "same_but_kind",
        Verdict.MISATTRIBUTED,
        _same_but_kind,
        "数对而量不对：原文是{stated}，这里写成{raw}：「{quote}」。",
        "7.32% · 7.32个百分点",
    ),
    Rule(
        "arithmetic",
        Verdict.DERIVED,
        _derived,
        "由原文的数可以推算：{formula}（「{quote}」）。",
        "50件 · 梳理578件，化解528件",
    ),
    Rule(
        "planned_there",
        Verdict.MISATTRIBUTED,
        _planned_there,
        "原文里这是计划数，不是已有的数：「{quote}」。",
        "达到93% · 力争达到93%",
    ),
    Rule(
        "other_kind",
        Verdict.MISATTRIBUTED,
        _other_kind,
        "数对而量不对：原文是{stated}，这里写成{raw}：「{quote}」。",
        "578人 · 578件",
    ),
    Rule(
        "other_organisation",
        Verdict.MISATTRIBUTED,
        _other_organisation,
        "原文里{stated}是{org}的：「{quote}」。",
        "海南师大199项 · 省财政厅199项",
    ),
    Rule(
        "other_period",
        Verdict.MISATTRIBUTED,
        _other_period,
        "原文里{stated}是{period}的：「{quote}」。",
        "第四轮178件 · 第五轮178件",
    ),
    Rule(
        "other_metric",
        Verdict.MISATTRIBUTED,
        _other_metric,
        "原文里{stated}说的是“{metric}”：「{quote}」。",
        "发现问题588个 · 完成整改588个",
    ),
    Rule(
        "nowhere",
        Verdict.UNSUPPORTED,
        _nowhere,
        "查了{searched}，没有找到{asked}的这个数，也推算不出。",
        "利润3.6亿元",
    ),
)
"""The order is that of decision, but for ``total``: a claim that announces a sum is summed before it is contradicted."""
