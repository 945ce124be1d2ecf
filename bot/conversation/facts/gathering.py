"""The same figure of several owners: a wording that names nobody in, who states it and how much out.

Serves who has most (最高的是哪家), who has any (哪些单位追回了资金), and asking back where nobody was named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answer import CheckedAnswer, Choice, Draft
from bot.answering.pipeline import Answerer, Drafted
from bot.conversation.facts.beside import of_stage, stage_of
from bot.conversation.facts.stating import line_claims
from bot.conversation.turns.accounting import ALL, account_of, says_literally
from bot.conversation.turns.saying import Saying, own_words, without_told_off
from bot.drafting.comparison import comparable
from bot.drafting.draft_lines import Lines, changed, cite_statements
from bot.listing.list_question import MEMBERS
from bot.messages import say
from bot.question.answer_types import names_amount
from bot.question.content_words import is_action, raw_words
from bot.ranking.matching import SURE_ENOUGH
from bot.ranking.report_knowledge import Knowledge
from bot.ranking.scope import is_collective_name
from checker.comparison.plan_marks import is_planned
from corpus.figure import Statement
from corpus.numerals import small_numeral
from corpus.organisations.sameness import Sameness, same_organisation

_CLOSE: Final = 3.0
"""Ranks within which another owner's figure may as well be meant."""

_SUPERLATIVE: Final = re.compile(
    r"最(?:高|多|大|低|少|小|快|慢)|前(?P<n>[一二三四五六七八九十几\d]{1,2})(?:名|位|强)|\b(?:most|highest|largest|least|lowest|fewest)\b"
)
_MORE: Final = re.compile(
    r"(?<![多减至提升降缩扩加增放变拉压调])(?:更|比较)?(?:高|多|大|低|少|小|快|慢)(?:一?[些点])?(?=[？?。！!呢啊　 ]*$)"
)
"""Who has more, of all that are told of, means who has most (哪个单位整改率高)."""
_LESS: Final = re.compile(r"[低少小慢]|\b(?:least|lowest|fewest)\b")
_OWNERS: Final = "单位|部门|地方|机构|地区|公司|企业|医院|学校|高校|乡镇|局|厅"
_WHO: Final = re.compile(
    rf"(?:都|[一总]共|具体)?(?:是|有)?(?:哪(?:些|[一两几三]?[个家所]|里)?(?:的)?(?:{_OWNERS})?|谁(?:家)?|什么(?:{_OWNERS}))(?:的)?(?:[提说讲写谈]到|提及)?"
)
_WHICH_OWNERS: Final = re.compile(rf"哪(?:些|几[个家所])(?:的)?(?:{_OWNERS})|有哪几家")
_OWNERS_ASKED: Final = re.compile(rf"哪(?:些|[一两几三]?[个家所])(?:的)?(?P<sort>{_OWNERS})?")
_FIGURE: Final = re.compile(r"\d|百分之|[一二三四五六七八九十百]成")
_RANK: Final = re.compile(
    r"(?:那)?(?:排)?第(?P<n>[二三四五六七八\d])(?:名|个|家|位|多|高)?(?:的)?(?:是)?(?:多少|几[个条项家]?|谁|哪[个家])?"
)
_FIRST: Final = re.compile(
    r"(?:那)?(?:排?第一|最[多高大])(?:名|个|家|位)?(?:的)?(?:是|有)?(?:多少|几)?[一-鿿]?"
)
_MOST: Final = 8
_SEVERAL: Final = 2
_LONG: Final = 2
"""A longer word names by itself what is asked (党纪政务处分)."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A statement, and whose it is as people call it."""

    name: str
    statement: Statement
    rank: float = 0.0


def gathered(
    drafted: Drafted,
    own: Sequence[str],
    knowledge: Knowledge,
    verbs: Sequence[str] = (),
    wording: str = "",
    *,
    single: bool = False,
) -> tuple[Owned, ...]:
    """Return what each owner states of the same, the likeliest first; plans are left out.

    Where some are of the stage of a turn's ``wording`` (未收回), or say its very ``verbs``, the others are left out;
    so are a whole round and a whole region, where ``single`` organisations are asked for.
    """
    found: list[Owned] = []
    matches = drafted.found.matches[0] if drafted.found.matches else ()
    if any(stage_of(wording, own)):
        staged = of_stage([one.statement for one in matches], wording, own)
        matches = tuple(one for one in matches if one.statement in staged) or matches
    for match in matches:
        one = match.statement
        if match.score < SURE_ENOUGH or is_planned(one) or account_of(own, (), one) < ALL:
            continue
        place = knowledge.place(one.report)
        name = one.figure.org or place.report.organisation
        many = single and is_collective_name(name)
        if many or (found and not comparable(found[0].statement, one)):
            continue
        name = knowledge.directory.canonical(name, place.region)
        if name and not any(_same(name, other.name) for other in found):
            found.append(Owned(name, one, match.rank))
    literal = [one for one in found if says_literally(verbs, one.statement)] if verbs else []
    return tuple((literal or found)[:_MOST])


def _same(name: str, other: str) -> bool:
    return name == other or same_organisation(name, other) is Sameness.SAME


def asks_superlative(saying: Saying) -> bool:
    """Whether a turn asks who has most or least of something that it names, or more where it names nobody."""
    text = saying.opening.text
    lists = saying.names_owner or _WHICH_OWNERS.search(text)  # 哪些单位罚款多 asks for several
    more = not lists and _MORE.search(text) and _words(saying.rest)
    return bool((_SUPERLATIVE.search(text) or more) and _WHO.search(text))


def _asks_least(text: str) -> bool:
    """Whether a turn that asks who has most or least asks for the least."""
    asked = _SUPERLATIVE.search(text) or _MORE.search(text)
    return asked is not None and bool(_LESS.search(asked[0]))


def asks_owners(saying: Saying) -> bool:
    """Whether a turn asks which organisations did something that it names."""
    text = saying.opening.text
    conditions = saying.names_owner or bool(_FIGURE.search(text))  # 收回率90%的是哪些: a list of the report
    words = _words(saying.rest)
    enough = len(words) > 1 or any(names_amount(word) or len(word) > _LONG for word in words)
    return bool(_WHICH_OWNERS.search(text)) and not conditions and enough


def bare_wording(text: str) -> str:
    """Return a wording without what asks who has it and who has most of it."""
    told = _SUPERLATIVE.sub("　", without_told_off(text))
    stripped = _WHO.sub("　", _MORE.sub("　", told) if _WHO.search(told) else told)
    stripped = re.sub("整改(?=[一-鿿]{2})", "", stripped)  # all measures are those of 整改
    return re.sub(r"[　\s，,。得的了是]+$|^[　\s，,。的]+|　", "", stripped)


def _words(text: str) -> tuple[str, ...]:
    return own_words(bare_wording(text))


def of_owners(
    answerer: Answerer, saying: Saying, asking: str, reports: Sequence[str] = ()
) -> tuple[Owned, ...]:
    """Return what each owner states of what a turn names, or of ``asking`` where it names nothing."""
    text = bare_wording(saying.rest) if _words(saying.rest) else bare_wording(asking)
    own = _words(saying.rest) or _words(asking)
    if not text or not own:
        return ()
    question = answerer.read(text if "多少" in text else f"{text}多少")
    question = replace(question, orgs=question.orgs or saying.question.orgs)
    drafted = answerer.draft(question, None, reports)
    sort = _OWNERS_ASKED.search(saying.opening.text)
    single, wording = sort is not None, saying.rest or asking
    found = gathered(drafted, own, answerer.knowledge, saying.verbs or _verbs(asking), wording, single=single)
    ends = next(
        (one.member for one in MEMBERS if sort and sort["sort"] and re.fullmatch(one.asked, sort["sort"])), ""
    )
    return tuple(one for one in found if re.search(ends, one.name))


def without_wholes(owned: Sequence[Owned], knowledge: Knowledge) -> tuple[Owned, ...]:
    """Return owners without those that are the whole of others: the issuer of a report that tells its members' figures."""
    parts = [one for one in owned if not _is_whole(one, knowledge)]
    reports = [one.statement.report for one in parts]
    return tuple(one for one in owned if one in parts or reports.count(one.statement.report) < _SEVERAL)


def _is_whole(one: Owned, knowledge: Knowledge) -> bool:
    issuer = knowledge.place(one.statement.report).report.organisation
    return _same(one.name, issuer)


def _verbs(text: str) -> tuple[str, ...]:
    return tuple(word for word in raw_words(bare_wording(text)) if is_action(word))


def ordered(saying: Saying, owned: Sequence[Owned]) -> tuple[Owned, ...]:
    """Return owners by their figures, the most first (the least, where that is asked), as many as are asked for."""
    text = saying.opening.text
    least = _asks_least(text)
    valued = [one for one in owned if one.statement.figure.value is not None]
    told = sorted(valued, key=lambda one: one.statement.figure.value or 0, reverse=not least)
    superlative = _SUPERLATIVE.search(text)
    number = small_numeral(superlative["n"]) if superlative and superlative["n"] else None
    return tuple(told[: number or _MOST])


def owners_draft(saying: Saying, owned: Sequence[Owned], knowledge: Knowledge, *, ranked: bool) -> Draft:
    """Return the draft that tells each owner's figure; ``ranked`` says that the first has most or least."""
    language = saying.question.language
    statements = [one.statement for one in owned]
    citations = cite_statements(statements, knowledge.places([one.report for one in statements]))
    numbers = {(one.report, one.start): one.n for one in citations}
    lines = Lines(language)
    if ranked:
        less = _asks_least(saying.opening.text)
        lines.say("dialogue.least" if less else "dialogue.most", claims=False, name=owned[0].name)
    for one in owned:
        figure, n = changed(one.statement), numbers[one.statement.report, one.statement.start]
        lines.say("answer.direct", claims=False, subject=one.name, figure=figure, n=n)
    lines.quote(citations)
    draft = lines.draft(statements, citations, owned[0].statement.figure if ranked else None)
    return replace(draft, derived=line_claims(statements, draft.text))


def place_asked(text: str) -> int:
    """Return which place of a ranking a turn asks for (第二呢), 0 for none."""
    said = text.rstrip("？?。！!呢 ")
    if match := _RANK.fullmatch(said):
        return small_numeral(match["n"]) or 0
    return 1 if _FIRST.fullmatch(said) else 0


def which_owner(text: str, language: str, sought: str, owned: Sequence[Owned]) -> CheckedAnswer:
    """Ask back whose figure is meant, where several state it and nobody was named."""
    return which_of(text, language, sought, tuple(Choice(one.name, f"{one.name}{text}") for one in owned))


def which_of(text: str, language: str, sought: str, choices: Sequence[Choice]) -> CheckedAnswer:
    """Ask back which of several ``choices`` is meant."""
    rows = [f"{n}. {one.name}" for n, one in enumerate(choices, 1)]
    told = "\n".join([say("dialogue.whose", language, sought=sought), *rows])
    return CheckedAnswer(text, told, True, None, (), (), choices=tuple(choices))


def are_as_likely(owned: Sequence[Owned], knowledge: Knowledge) -> bool:
    """Whether several owners, of reports that are not the same issuer's, may as well be meant."""
    if len(owned) < 2:
        return False
    issuers = {knowledge.place(one.statement.report).report.organisation for one in owned}
    return len(issuers) > 1 and owned[0].rank - owned[1].rank < _CLOSE
