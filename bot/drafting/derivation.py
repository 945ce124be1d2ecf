"""Figures that follow from stated ones: a question and statements in, a worked-out ``Derived`` out.

Only what stands in one sentence is worked with, in exact arithmetic; the checker judges the result like any
other figure before it leaves.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import combinations
from typing import Final

from bot.drafting.deeds_done import HOW, PARTLY, is_deed_done, tells_thing
from bot.drafting.written_numbers import written, written_gap
from bot.question.answer_types import RATES, is_in_other_unit
from bot.question.content_words import is_said, is_weak, variants
from bot.question.question import Question, Sought
from bot.ranking.alignment_signals import told_part
from bot.ranking.contrasts.named_rates import asks_overall_rate
from bot.ranking.contrasts.remaining import leaves_as_told, rests_told
from checker.finding import plain_number
from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.function_words import FOUND_NOUNS
from corpus.lexicon.rates import any_rate_word
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.lexicon.wording.connectives import connectives
from corpus.lexicon.wording.denials import LEFT_UNDONE
from corpus.quantities.units import any_measure
from corpus.words import segmenter

_LEFT: Final = re.compile(
    f"还剩|还[差欠](?=[一-鿿]*[多几])|剩下|剩余|{LEFT_UNDONE}[一-鿿]|还[有剩][一-鿿]*(?:正?在|等着?|待)[办查核建改修审处施推]|remain|left"
)
_AVERAGE: Final = re.compile(
    "平均|人均|每人|户均|每户|亩均|每亩|average|per (?:person|head|capita)", re.IGNORECASE
)
_SHARE: Final = re.compile(
    rf"{any_rate_word('percent', 'fraction', 'share')}|(?:{any_rate_word('verb')})多少|what (?:share|percentage|proportion)",
    re.IGNORECASE,
)
_STATED_AVERAGE: Final = re.compile("平均|[人户亩日月年次]均|每[人户亩]")
_STATED_REST: Final = re.compile("剩|未|没有?|尚有|其余|余下")
_UNDONE: Final = re.compile(f"{LEFT_UNDONE}[被给]?(?P<verb>(?!有)[一-鿿]{{1,2}})(?<![了的吗呢])")
_TOLD: Final = re.compile(rf"(?<![\d.,第])(\d[\d,]*)(?={any_measure('told')}| [a-z])")
_EACH: Final = re.compile(
    "(?:平均)?每一?[个名]?(?P<one>[亩户人家件吨公里台辆套座平方米]{1,3})|人均|户均|亩均"
)
ENOUGH_SHARED: Final = 0.42
"""The share of the asked words that the two terms must speak of."""

_APART: Final = 0.2
"""What it counts against two terms that a semicolon parts."""

ADDED: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
"""Kinds of figures that may be added up."""

_TELLING_LITTLE: Final = GENERIC_WORDS | connectives("counted")
_RATE: Final = re.compile("(?P<verb>[一-鿿]{2,3})率$")
_FOUND: Final = re.compile("反馈|受理|收到|认领|查摆|查出|发现|排查|梳理|应")
_PEOPLE: Final = frozenset("人 名 户 人次".split())


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure that follows: as text, with what it was worked out from and how.

    ``metric`` names what it counts, ``change`` is "up" or "down" where it states a change, ``period`` is its time where
    that is none of theirs; ``matched`` says that its terms were matched as if they had been asked for.
    """

    raw: str
    formula: str
    terms: tuple[Statement, ...]
    metric: str = ""
    change: str = ""
    period: str = ""
    matched: bool = False


def work_out(question: Question, sought: Sought, statements: Iterable[Statement]) -> Derived | None:
    """Work out what is sought from figures of one sentence; None where nothing of the kind is stated."""
    rule = rule_for(question, sought)
    if rule is None:
        return None
    told = {Decimal(number.replace(",", "")) for number in _TOLD.findall(question.text)}
    sentences: dict[tuple[str, int], list[Statement]] = {}
    for one in statements:
        if one.figure.value is not None:
            sentences.setdefault((one.report, one.start), []).append(one)
    found: list[tuple[float, Derived]] = []
    for group in sentences.values():
        rests = dict(rests_told(group)) if _LEFT.search(question.text) else {}
        for one, other in combinations(group, 2):
            derived = rule(one, other)
            if derived is not None and fits_asked(derived, sought) and leaves_as_told(derived.terms, rests):
                known = {one.figure.value, other.figure.value} & told
                share = term_coverage(sought, one, other) - _APART * _are_apart(one, other)
                found.append((share + (0.4 if known else -0.4 if told else 0.0), derived))
    best = max(found, key=_order, default=None)
    return best[1] if best and best[0] >= ENOUGH_SHARED else None


def _order(found: tuple[float, Derived]) -> tuple[float, int, int]:
    """Return what orders what was worked out: by its share; the whole goes first, then that of the nearest terms."""
    share, derived = found
    places = [term.figure.start for term in derived.terms]
    return share, -len(derived.metric), min(places) - max(places)


def _names_problem(text: str) -> bool:
    return not {*FOUND_NOUNS}.isdisjoint(segmenter().cut(text))


def _are_apart(one: Statement, other: Statement) -> bool:
    """Whether a semicolon stands between two figures of a sentence."""
    first, last = sorted((one, other), key=lambda each: each.figure.start)
    return "；" in one.quote[first.figure.end - one.start : last.figure.start - one.start]


def fits_asked(derived: Derived, sought: Sought) -> bool:
    """Whether what was worked out is of a kind and unit that is asked for: no money that is left where 多少人 is asked, no 8家 where 几项 is.

    The rate of a rectification (整改率) is that of the problems that were found.
    """
    counted = "|".join(f"{one.figure.metric}|{one.about}" for one in derived.terms)
    overall = asks_overall_rate((*sought.words, *sought.head)) and not _names_problem(counted)
    if overall or any(is_in_other_unit(sought.asked, term.figure) for term in derived.terms):
        return False
    asked = sought.asked.kinds if sought.asked else frozenset()
    told = {term.figure.kind for term in derived.terms}
    return (
        not (asked & ADDED and told <= ADDED)
        or bool(told & asked)
        or any(not term.figure.unit for term in derived.terms)
    )


def asks_to_derive(question: Question, sought: Sought) -> bool:
    """Whether a question asks for what is worked out (还剩, 平均, a share), whatever is stated near."""
    shared = _SHARE.search(question.text) and not sought.change
    return bool(_LEFT.search(question.text) or _AVERAGE.search(question.text) or shared)


def states_it(question: Question, statement: Statement) -> bool:
    """Whether a statement itself states the average or the rest that a question asks for."""
    told = statement.figure.metric + told_part(statement)
    if _AVERAGE.search(question.text):
        return bool(_STATED_AVERAGE.search(told))
    return bool(_LEFT.search(question.text)) and bool(_STATED_REST.search(told))


def names_rate(sought: Sought, statement: Statement) -> bool:
    """Whether a statement gives the very rate or share that is sought by its name (完成率, 占比) as it stands."""
    figure = statement.figure
    named = all(is_said(word, figure.metric) for word in sought.head)
    return bool(sought.head) and named and figure.kind in RATES and not (figure.change or sought.change)


def told_share(sought: Sought, statements: Sequence[Statement]) -> float:
    """Return the share of the words sought that the figures' own metrics and clauses say, 0 to 1."""
    words = {word: _weight(word) for word in sought.words if tells_thing(word)}
    near = "".join(one.figure.metric + one.clause + one.about for one in statements)
    told = sum(weight for word, weight in words.items() if is_said(word, near))
    return told / sum(words.values()) if words else 1.0


def rule_for(question: Question, sought: Sought) -> Callable[[Statement, Statement], Derived | None] | None:
    """Return what works out what is sought of two statements, None where it asks for nothing of the kind."""
    kinds = sought.asked.kinds if sought.asked else frozenset()
    undone = _UNDONE.search(question.text)
    verb = undone["verb"] if undone else ""
    if sought.change:
        return _growth if kinds == {Kind.PERCENT} else _difference
    if _AVERAGE.search(question.text):
        each = _EACH.search(question.text)
        return partial(_average, each=(each["one"] or each[0][0]) if each else "人")
    partly = bool(PARTLY.search(question.text))
    if _LEFT.search(question.text) and (not kinds or kinds & ADDED):
        return partial(_remainder, verb=verb, partly=partly)
    rate = _RATE.search(sought.head[-1]) if sought.head and kinds and kinds <= RATES else None
    if _SHARE.search(question.text) or rate:
        return partial(_share, verb=verb or (rate["verb"] if rate else ""), partly=partly)
    return None


def term_coverage(sought: Sought, one: Statement, other: Statement) -> float:
    """Return the share of the asked words that the two figures speak of, or their sentence half as well."""
    words = [word for word in (*sought.words, *sought.context) if tells_thing(word)]
    near = one.figure.metric + one.clause + other.figure.metric + other.clause
    if not words:
        deeds = [word for word in sought.words if not is_weak(word) and word not in HOW and word != "完成"]
        if _any(deeds, near) or (asks_overall_rate(sought.words) and _names_problem(near)):
            return 1.0  # 还有几个没改完: of what is 整改, before what is 办结
        return ENOUGH_SHARED if _FOUND.search(near) else 0.0  # 办结率 alone: of what was 受理 or 反馈
    total = covered = 0.0
    for word in words:
        weight = _weight(word)
        total += weight
        forms = (*variants(word), *(("反馈", "认领", "查摆") if word == "问题" else ()))
        covered += weight * (
            1.0 if _any(forms, near) else 0.6 * _any(forms, one.quote) or 0.4 * _close(word, near)
        )
    return covered / total


def _weight(word: str) -> float:
    return 0.6 if word in _TELLING_LITTLE else 1.0


def _any(forms: Sequence[str], text: str) -> bool:
    return any(form in text for form in forms)


def _close(word: str, text: str) -> bool:
    return sum(character in text for character in word) * 2 >= len(word)


def _values(one: Statement, other: Statement) -> tuple[Decimal, Decimal]:
    return one.figure.value or Decimal(0), other.figure.value or Decimal(0)


def are_levels_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are levels of one unit."""
    return one.kind is other.kind and one.unit == other.unit and not one.change and not other.change


def _difference(one: Statement, other: Statement) -> Derived | None:
    """满意度由93.6%提高到96.1%: up by 2.5 percentage points."""
    alike = are_levels_alike(one.figure, other.figure) and one.figure.metric == other.figure.metric
    return level_change(one, other) if alike else None


def level_change(one: Statement, other: Statement) -> Derived | None:
    """Return how far a level rose or fell from ``one`` to the ``other``; None where it stayed."""
    if one.figure.value == other.figure.value:
        return None
    first, second = _values(one, other)
    raw = written_gap(second - first, one.figure)
    high, low, change = (other, one, "up") if second > first else (one, other, "down")
    return Derived(raw, f"{high.figure.raw}－{low.figure.raw}", (one, other), one.figure.metric, change)


def _growth(one: Statement, other: Statement) -> Derived | None:
    """营业收入28.4亿元，上年为26亿元: up by 9.23 %."""
    if not are_levels_alike(one.figure, other.figure) or one.figure.kind not in ADDED:
        return None
    mine, theirs = one.figure.metric, other.figure.metric
    if not (mine.endswith(theirs) or theirs.endswith(mine)):
        return None  # what was 追缴 beside what was spent
    first, second = _values(one, other)
    later, earlier = (one, other) if one.figure.period >= other.figure.period else (other, one)
    if one.figure.period == other.figure.period or not first or not second:
        return None
    now, then = _values(later, earlier)
    raw = f"{plain_number(_rounded(abs(now - then) / then * 100))}%"
    formula = f"（{later.figure.raw}－{earlier.figure.raw}）÷{earlier.figure.raw}"
    return Derived(raw, formula, (later, earlier), later.figure.metric, "up" if now > then else "down")


def _remainder(one: Statement, other: Statement, verb: str = "", *, partly: bool = False) -> Derived | None:
    """梳理578件，化解528件: 50 are left; ``verb`` is what the question says is not done (没审结), ``partly`` that it asks of a deed done in part."""
    if not are_levels_alike(one.figure, other.figure) or one.figure.kind not in ADDED:
        return None
    done_other = is_deed_done(other, verb, other.clause, partly=partly)
    whole, done = (one, other) if done_other else (other, one)
    if is_deed_done(whole, verb, "", partly=True) or not is_deed_done(done, verb, done.clause, partly=partly):
        return None
    return what_is_left(whole, done)


def what_is_left(whole: Statement, done: Statement) -> Derived | None:
    """Return how many of a whole are left when some of them are ``done``; None where that is none."""
    first, second = _values(whole, done)
    if first <= second:
        return None
    raw = written(first - second, whole.figure)
    left = f"未{_bare(done)}"
    named = left in whole.figure.metric  # 未验收37处，已验收29处: of these, what remains
    return Derived(
        raw, f"{whole.figure.raw}－{done.figure.raw}", (whole, done), f"剩余{left}" if named else left
    )


def _bare(statement: Statement) -> str:
    """Return what a figure counts without whose it is and without 已: 盘活 of 已盘活桥川县."""
    counted = statement.figure.metric.replace(statement.figure.org or "　", "")
    return counted.removeprefix("已").removesuffix("率")


def _share(one: Statement, other: Statement, verb: str = "", *, partly: bool = False) -> Derived | None:
    """31个问题已完成整改29个: 93.55 % are done."""
    rest = _remainder(one, other, verb, partly=partly)
    if rest is None:
        return None
    whole, done = rest.terms
    first, second = _values(whole, done)
    raw = f"{plain_number(_rounded(second / first * 100))}%"
    return Derived(raw, f"{done.figure.raw}÷{whole.figure.raw}", (done, whole), f"{_bare(done)}率")


def _average(one: Statement, other: Statement, each: str = "人") -> Derived | None:
    """向1890名学生退还费用47.25万元: 250 yuan each; ``each`` is what the question divides by."""
    money, people = (one, other) if one.figure.kind is Kind.MONEY else (other, one)
    of_one = "每" in f"{money.figure.metric}{money.clause}"  # 补贴每台240元
    if money.figure.kind is not Kind.MONEY or not people.figure.value or of_one:
        return None
    if people.figure.unit not in (_PEOPLE if each in _PEOPLE else {each}):
        return None
    amount, count = _values(money, people)
    raw = f"{plain_number(_rounded(amount / count))}元"
    metric = f"平均每{people.figure.unit}{money.figure.metric}"
    return Derived(raw, f"{money.figure.raw}÷{people.figure.raw}", (money, people), metric)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
