"""The figure that the passages found tell, whatever it was read as counting: a question and passages in, ``Told`` out.

Statements are matched by what they count and whose they are; where general text leaves that open, the sentence
that shares the question's telling words, with what stands over and before it, still tells the figure.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.asked import Asked, fitness
from bot.belonging import Place, marks_fit, period_fit
from bot.question_words import content_of, is_weak, variants
from bot.questions import Question
from checker.vocabulary import GENERIC_WORDS
from corpus.figure import Kind, Statement
from corpus.metrics import is_scope
from corpus.name_parts import name_parts
from retrieval.hit import Hit

ENOUGH: Final = 0.72
"""A sentence that covers less of the telling words, its surroundings included, tells something else."""

NEAR: Final = 12
"""Characters from a word at which a figure is half as sure to be that word's."""

_CODE: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*|《[^》]+》")
_NATION: Final = frozenset("我国 全国 中国 国家".split())
_REPORTED: Final = re.compile(
    r"\s*(?:晚间|上午|下午)?(?:[电讯]|报道|消息|表示|回应|接受|透露|称|[ T]?\d{1,2}:\d{2}|\s*来源)|.{0,3}\s\.\.\."
)
_MASTHEAD: Final = re.compile(r"(?:发布时间|发布日期|发表时间|日期|时间)[:：]\s*$|截至$|截止$")
_FITS: Final = 0.75
_OWN: Final = 0.6
"""So much of the telling words stands in the sentence itself, what is asked last among it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of a passage, the share of the telling words about it, and how near they stand to it, 0 to 1."""

    statement: Statement
    share: float
    nearness: float

    @property
    def score(self) -> float:
        """How well the statement answers, 0 to 1."""
        return self.share * (0.6 + 0.4 * self.nearness)


def tell(
    question: Question, hits: Sequence[Hit], places: Mapping[str, Place], statements: Sequence[Statement]
) -> Told | None:
    """Return the figure of the asked kind that the passages tell best, None where none tells enough."""
    asked = question.sought[0].asked if len(question.sought) == 1 else None
    words = telling_words(question)
    if asked is None or question.leans or not words:
        return None
    found: list[Told] = []
    for one in statements:
        place = places.get(one.report)
        inside = any(hit.report == one.report and hit.start <= one.start < hit.end for hit in hits)
        if place is None or not inside or not _may_answer(question, asked, one, place):
            continue
        share = coverage(words, one, place)
        if share >= ENOUGH and _own_share(words, one) >= _OWN and _counts(question, words, one):
            near = _nearness(words, one) * fitness(asked, one.figure) ** 0.5
            found.append(Told(one, share, near * max(0.5, period_fit(question, one))))
    return max(found, key=lambda told: told.score, default=None)


def telling_words(question: Question) -> tuple[str, ...]:
    """Return the words of a question that tell what it is about, names and codes among them."""
    asked = question.sought[0].asked
    text = question.text
    if asked is not None and asked.end <= len(text):
        text = text[: asked.start] + "　" + text[asked.end :]
    codes = [code.strip("《》") for code in _CODE.findall(text)]
    words = [word for word in content_of(text) if word not in _NATION and not word.isdigit()]
    if asked is not None and asked.kinds == {Kind.DATE}:
        words = [word for word in words if word not in ("时间", "日期")]
    return tuple(dict.fromkeys([*words, *codes]))


def coverage(words: Sequence[str], statement: Statement, place: Place) -> float:
    """Return the weighted share of ``words`` that stand in the sentence, or about it, 0 to 1."""
    text = place.report.text
    before = text[max(0, statement.start - 150) : statement.start]
    above = statement.title + statement.section + place.report.organisation
    total = covered = 0.0
    for word in words:
        weight = _weight(word)
        total += weight
        forms = variants(word)
        if _stands(forms, statement.quote):
            covered += weight
        elif _stands(forms, above) or _stands(forms, before):
            covered += weight * 0.75
        elif _stands(forms, text[: statement.end]) or _partly(word, statement.quote):
            covered += weight * 0.5
    return covered / total if total else 0.0


def _own_share(words: Sequence[str], statement: Statement) -> float:
    total = sum(map(_weight, words))
    return sum(_weight(word) for word in words if _says(word, statement.quote)) / total if total else 0.0


def _counts(question: Question, words: Sequence[str], statement: Statement) -> bool:
    """Whether the sentence says what is counted, and the figure counts no other rate or change than that."""
    sought, figure = question.sought[0], statement.figure
    head = [word for word in sought.head if word in words and not is_weak(word)] or list(words[-1:])
    if not all(_says(word, statement.quote) for word in head):
        return False
    if sought.change and figure.change != sought.change:
        return False
    rates = head[-1].endswith("率") and figure.metric.endswith("率")
    return not rates or _says(head[-1], figure.metric)


def _says(word: str, text: str) -> bool:
    return _stands(variants(word), text) or _partly(word, text)


def _stands(forms: Sequence[str], text: str) -> bool:
    folded = text.casefold()
    return any(form.casefold() in folded for form in forms)


def _partly(word: str, text: str) -> bool:
    return len(word) > 2 and sum(letter in text for letter in word) / len(word) >= 0.6


def _weight(word: str) -> float:
    if is_weak(word):
        return 0.3
    return 0.6 if word in GENERIC_WORDS else min(1.6, 0.6 + 0.2 * len(word))


def _may_answer(question: Question, asked: Asked, statement: Statement, place: Place) -> bool:
    """Whether a figure is of the asked kind, and of the organisation, the time and the round of the question."""
    figure = statement.figure
    if is_scope(figure) and Kind.DATE not in asked.kinds:
        return False
    if figure.kind is Kind.DURATION and len(asked.kinds) > 2:
        return False  # 短短5年: how long, where a quantity is asked
    if Kind.DATE in asked.kinds and _is_dateline(statement):
        return False
    if fitness(asked, figure) < _FITS or figure.raw in question.text or not marks_fit(question, statement):
        return False
    units = [name for name in question.orgs if name_parts(name).unit and name not in _NATION]
    if units and place.report.organisation:
        return False  # a report with an issuer says whose its figures are: matching has seen to that
    return bool(period_fit(question, statement))


def _is_dateline(statement: Statement) -> bool:
    """Whether a date says when it was reported (12日电, 8月2日表示, a masthead), not when it happened."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    quote = statement.quote
    return bool(_REPORTED.match(quote[end : end + 6]) or _MASTHEAD.search(quote[max(0, start - 8) : start]))


def _nearness(words: Sequence[str], statement: Statement) -> float:
    """Return how near the telling words stand to a figure, 0 to 1; the later words of a question count more."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    quote = statement.quote
    total = near = 0.0
    for place, word in enumerate(words):
        weight = _weight(word) * (1 + place / len(words))
        total += weight
        distances = [_distance(quote, form, start, end) for form in variants(word)]
        closest = min((one for one in distances if one is not None), default=None)
        near += weight * (NEAR / (NEAR + closest) if closest is not None else 0.0)
    return near / total if total else 0.0


def _distance(quote: str, word: str, start: int, end: int) -> int | None:
    """Return the characters between a word and a figure, a break of clause counted as ``NEAR``; None without it."""
    closest: int | None = None
    place = quote.find(word)
    while place >= 0:
        between = quote[place + len(word) : start] if place < start else quote[end:place]
        steps = len(between) + NEAR * len(re.findall("[，；,;、]", between))
        closest = steps if closest is None else min(closest, steps)
        place = quote.find(word, place + 1)
    return closest
