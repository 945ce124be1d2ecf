"""The one check: a text and the evidence in, a ``Finding`` for each figure of the text out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from checker.alignment.joint import Together
from checker.alignment.wording import sentences
from checker.arithmetic.results import stated_result
from checker.candidates import VERY_LIKE
from checker.cases import Case
from checker.comparison.agreement import Agreement, agree
from checker.evidence import Evidence
from checker.finding import Finding
from checker.predicates import Ground
from checker.resumed import Resumed
from checker.rules import RULES, Rule
from checker.verdicts import CONFIRMED, VERDICT_ROWS
from corpus.figure import Figure, Statement
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft

_MOST_TITLES = 2
_PAIR = 2
_CLAUSE_MARK = re.compile(r"[，,；;。：:！？!?\n]")
_AS_STATED = {
    Agreement.EQUAL: next(rule for rule in RULES if rule.name == "same"),
    Agreement.ROUNDED: next(rule for rule in RULES if rule.name == "rounding"),
}
"""The rules of what is reckoned from figures that the evidence states beside their result."""


def check(text: str, evidence: Evidence, rules: Sequence[Rule] = RULES) -> list[Finding]:
    """Return a finding for every figure of ``text``, in order; offsets index ``text``."""
    return check_claims(read_draft(text, evidence.directory), evidence, rules)


def check_claims(
    claims: Iterable[Statement], evidence: Evidence, rules: Sequence[Rule] = RULES
) -> list[Finding]:
    """Return a finding for each of ``claims`` (from :func:`corpus.statements.statements.read_draft`), in order."""
    return [finding for found in check_sentences(claims, evidence, rules) for finding in found]


def check_sentences(
    claims: Iterable[Statement], evidence: Evidence, rules: Sequence[Rule] = RULES
) -> Iterator[list[Finding]]:
    """Yield the findings on each sentence of ``claims`` in turn, for whoever shows them while the check goes on."""
    earlier = ""
    before: dict[Statement, tuple[Statement, ...]] = {}
    resumed = Resumed(evidence)
    for told in sentences(claims):
        sentence = resumed.of(told)
        together = Together(sentence, evidence, earlier)
        borne_out: dict[Statement, tuple[Statement, ...]] = {}
        known = dict(before)
        cases: list[Case] = []
        findings: list[Finding] = []
        for claim in sentence:
            cases.append(Case(claim, evidence, together, dict(known)))
            findings.append(judge(cases[-1], rules))
            if findings[-1].verdict in CONFIRMED and not is_scope(claim.figure):
                known[claim] = borne_out[claim] = findings[-1].evidence
        together.meant = dict(meant_instead(sentence, findings))
        for place, case in enumerate(cases if together.meant else ()):
            if case.claim in borne_out:  # 招聘118人，核减65人: that the 65 are wrong shows with the 118
                findings[place] = judge(case, rules)
        yield findings
        earlier, before = sentence[0].quote, borne_out


def meant_instead(
    sentence: Sequence[Statement], findings: Sequence[Finding]
) -> Iterator[tuple[Statement, Statement]]:
    """Yield those claims of a sentence that a statement of another quantity speaks against, with that."""
    for claim, finding in zip(sentence, findings, strict=True):
        wrong = finding.verdict not in CONFIRMED and finding.evidence
        if wrong and agree(claim.figure, finding.evidence[0].figure) is Agreement.DIFFERENT:
            yield claim, finding.evidence[0]


def check_reckoned(claim: Statement, terms: Sequence[Statement], evidence: Evidence) -> Finding:
    """Return the finding on a sum that says what it adds up, or on a difference that says of which two.

    ``terms`` are they, which must be all stated, each once; the greater of two comes first.
    """
    case = Case(claim, evidence)
    values = [one.figure.value or Decimal(0) for one in terms]
    signs = {"＋": sum(values, Decimal(0))}
    if len(values) == _PAIR:
        signs["－"] = values[0] - values[1]
    sign = next((sign for sign, value in signs.items() if value == claim.figure.value), None)
    if sign is None or len(set(terms)) < len(terms) or not set(evidence.statements).issuperset(terms):
        return judge(case)
    rule = next(rule for rule in RULES if rule.name == ("total" if sign == "＋" else "arithmetic"))
    formula = sign.join(one.figure.raw for one in terms)
    return _finding(case, rule, Ground(tuple(terms), f"{formula}={claim.figure.raw}"))


def judge(case: Case, rules: Sequence[Rule] = RULES) -> Finding:
    """Return the finding on one claim: the first of ``rules`` that holds decides, the last where none does."""
    *tried, last = rules
    for rule in tried:
        ground = rule.holds(case)
        if ground is None:
            continue
        reckoned = VERDICT_ROWS[rule.verdict].is_confirmed and ground.formula
        stated = stated_result(case, ground.statements) if reckoned else None
        if stated is None:
            return _finding(case, rule, ground)
        return _finding(case, _AS_STATED[stated.agreement], Ground((stated.statement,)))
    return _finding(case, last, last.holds(case) or Ground())


def _finding(case: Case, rule: Rule, ground: Ground) -> Finding:
    first = ground.statements[0] if ground.statements else None
    figure = case.figure
    explanation = rule.sentence.format(
        raw=figure.raw,
        stated=_with_unit(first.figure) if first else "",
        quote=quote_around(first) if first else "",
        org=(first.figure.org if first else "") or "别的单位",
        metric=_other_thing(case, first) if first else "",
        period=(first.figure.period if first else "") or "别的时间",
        formula=ground.formula,
        said=ground.said,
        searched=_searched(case.evidence) if "{searched}" in rule.sentence else "",
        asked=_asked(case.claim),
    )
    return Finding(figure, rule.verdict, rule.name, explanation, ground.statements, ground.formula)


def _with_unit(figure: Figure) -> str:
    """Return a figure as it is written, and behind a cell's bare number the unit that its head states."""
    return figure.raw if figure.measure in figure.raw else figure.raw + figure.measure


def _other_thing(case: Case, stated: Statement) -> str:
    """Return what the stated figure is told of, in words that the claim does not say itself.

    Where both count the same (a fall for a rise, a level before for one after) the source's clause tells them apart.
    """
    start, end = stated.figure.start - stated.start, stated.figure.end - stated.start
    clause = _CLAUSE_MARK.split(stated.quote[:start])[-1] + stated.quote[start:end]
    clause += _CLAUSE_MARK.split(stated.quote[end:])[0]
    alike = case.weigh(stated).likeness.metric >= VERY_LIKE
    told = ("" if alike else stated.figure.metric, clause.strip(), stated.quote.strip())
    return next((words for words in told if words and words not in case.claim.quote), "别的事项")


def quote_around(statement: Statement, reach: int = 30) -> str:
    """Return the part of the sentence around the figure, cut at ``reach`` characters on each side."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    before, after = statement.quote[:start], statement.quote[end:]
    left = before if len(before) <= reach else "…" + before[-reach:]
    right = after if len(after) <= reach else after[:reach] + "…"
    return (left + statement.quote[start:end] + right).strip().rstrip("。")


def _searched(evidence: Evidence) -> str:
    titles = [title for title in evidence.titles.values() if title]
    if not titles:
        return "所给材料（没有读到任何报告）"
    named = "、".join(f"《{title}》" for title in titles[:_MOST_TITLES])
    return named if len(titles) <= _MOST_TITLES else f"{named}等{len(titles)}份报告"


def _asked(claim: Statement) -> str:
    org = claim.figure.org
    parts = (org, claim.figure.period, claim.figure.metric.removeprefix(org))
    return "".join(part for part in parts if part) or f"“{claim.figure.raw}”"


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return ``findings`` with those that need a person before the others, else in the text's order."""
    return sorted(findings, key=lambda finding: (VERDICT_ROWS[finding.verdict].urgency, finding.figure.start))
