"""Who has most or least as a report says it itself: a question in, the clause that says so out (最高的柳林村达到186.5万元)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.drafting.sentences import belongs
from bot.listing.layout_lists import titles_above
from bot.listing.sibling_question import SiblingsAsked, Wanted, words_of
from bot.question.content_words import how_telling, variants
from bot.question.question import Question
from bot.ranking.scope import Place
from corpus.report import Report
from corpus.structure.sentences import split_sentences

_WAYS: Final = {
    Wanted.MOST: re.compile(
        "最(?:高(?!人民|检|法)|多(?!跑)|大(?!限度)|快|长|好|重|突出|严重)|居首|排名?第一"
    ),
    Wanted.LEAST: re.compile("最(?:低|少|小|慢|短|差|轻)|(?:居|列|排)末位|垫底"),
}
_CLAUSE: Final = re.compile(r"(?:[^，,；;。：:.]|[,.](?=\d))+")
_GOES_ON: Final = re.compile("(?:为|达|是|有|共|仅|只|一次)|[^一-鿿]*\\d")
_TITLE: Final = 0.8
_LEAST_TOLD: Final = 0.3


@dataclass(frozen=True, slots=True)
class Extreme:
    """``report.text[start:end]`` says who has most or least, in the sentence from ``low`` to ``high``; ``score`` how surely."""

    report: Report
    start: int
    end: int
    low: int
    high: int
    score: float


def stated_extreme(question: Question, asked: SiblingsAsked, places: Mapping[str, Place]) -> Extreme | None:
    """Return the clause that says what a question for the most or the least asks, the surest; None where none does."""
    way = _WAYS.get(asked.wanted)
    words = words_of(asked, question, ())
    if way is None or asked.count > 1 or not words:
        return None
    found = [one for place in places.values() for one in _of_report(question, words, way, place)]
    return max(found, key=lambda one: (one.score, -one.start), default=None)


def _of_report(question: Question, words: Sequence[str], way: re.Pattern[str], place: Place) -> list[Extreme]:
    report, found = place.report, []
    for low, high in split_sentences(report.text):
        if not way.search(report.text, low, high):
            continue
        clauses = list(_CLAUSE.finditer(report.text, low, high))
        for at, clause in enumerate(clauses):
            if not way.search(clause[0]):
                continue
            after = clauses[at + 1] if at + 1 < len(clauses) else None
            goes_on = after and after.start() == clause.end() + 1 and _GOES_ON.match(after[0].strip())
            end = after.end() if after and goes_on else clause.end()
            beside = report.text[clauses[max(0, at - 1)].start() : end]
            score = _told(words, beside, report.text[low:high], f"{report.title}{titles_above(report, low)}")
            start = clause.start() + len(clause[0]) - len(clause[0].lstrip())
            found.append(Extreme(report, start, end, low, high, score * belongs(question, place, low)))
    return found


def _told(words: Sequence[str], beside: str, sentence: str, above: str) -> float:
    """Return the weighted share of the asked words that a clause and what stands around it say, 0 to 1."""
    total = covered = near = 0.0
    for word in words:
        forms = variants(word)
        weight = how_telling(word)
        total += weight
        if any(form in beside for form in forms):
            near += weight
            covered += weight
        elif any(form in sentence for form in forms):
            near += weight
            covered += weight * 0.9
        elif any(form in above for form in forms):
            covered += weight * _TITLE
    return covered / total if total and near >= _LEAST_TOLD * total else 0.0
