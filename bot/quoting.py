"""Answers in the report's own words: a question and passages in, the sentences that answer it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.belonging import Place, marks_agree
from bot.exact_words import exact_kind
from bot.question_words import is_weak, variants
from bot.questions import Question
from checker.vocabulary import GENERIC_WORDS
from corpus.name_parts import name_parts
from corpus.organisations import MentionKind, find_organisations
from corpus.report import Report
from corpus.sameness import Sameness, same_organisation
from corpus.sentences import split_sentences
from retrieval.hit import Hit

MOST: Final = 3
"""Sentences of an answer."""

ENOUGH: Final = 0.6
"""Sentences that cover less of the question's words answer something else."""

_SHORTEST: Final = 6
_PLACE_WORDS: Final = frozenset(("哪里", "哪儿", "在哪", "地方"))
_HEADING_SLACK: Final = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report that may answer: ``report.text[start:end]``, with how well it does, 0 to 1."""

    report: Report
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        """The sentence as the report has it."""
        return self.report.text[self.start : self.end]


def answering_sentences(
    question: Question, hits: Sequence[Hit], places: Mapping[str, Place]
) -> list[Sentence]:
    """Return up to ``MOST`` sentences of the passages that answer a question in words, best first."""
    words = asked_words(question)
    if not words:
        return []
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    found: dict[tuple[str, int], Sentence] = {}
    for hit in hits:
        place = places[hit.report]
        for start, end in split_sentences(place.report.text, hit.start, hit.end):
            if end - start < _SHORTEST:
                continue
            score = _score(question, words, place, start, end) * (0.92 + 0.08 * hit.score / best)
            if score >= ENOUGH:
                found.setdefault((hit.report, start), Sentence(place.report, start, end, score))
    ordered = sorted(found.values(), key=lambda one: (-one.score, one.report.id, one.start))
    best_ones = [one for one in ordered[:MOST] if one.score >= 0.9 * ordered[0].score]
    return list(dict.fromkeys(_told(one) for one in best_ones))


def asked_words(question: Question) -> tuple[str, ...]:
    """Return the content words of a question in normal form, each once."""
    words = dict.fromkeys(word for one in question.sought for word in (*one.words, *one.context))
    return tuple(word for word in words if word not in _PLACE_WORDS)


def _told(sentence: Sentence) -> Sentence:
    """Return the first sentence under a heading in place of the heading, which tells nothing itself."""
    for section in sentence.report.sections:
        if (
            section.start != sentence.start
            or sentence.end > section.start + len(section.title) + _HEADING_SLACK
        ):
            continue
        below = split_sentences(sentence.report.text, max(section.body, sentence.end), section.end)
        inner = {one.start for one in sentence.report.sections}
        if below and below[0][0] not in inner:
            return Sentence(sentence.report, *below[0], sentence.score)
    return sentence


def _score(question: Question, words: Sequence[str], place: Place, start: int, end: int) -> float:
    text = place.report.text
    sentence = text[start:end]
    paragraph = text[text.rfind("\n", 0, start) + 1 : start]
    above = " ".join(one.title for one in place.report.sections if one.start <= start < one.end)
    total = covered = 0.0
    for word in words:
        weight = 0.3 if is_weak(word) else (0.6 if word in GENERIC_WORDS else 1.0)
        total += weight
        covered += weight * _presence(word, sentence, paragraph, above)
    share = covered / total if total else 0.0
    if kind := exact_kind(question.text):
        share *= 1.2 if kind.pattern.search(sentence) else 0.6
    return share * belongs(question, place, start, end) * marks_agree(question, place.report.title + sentence)


def _presence(word: str, sentence: str, paragraph: str, above: str) -> float:
    forms = variants(word)
    if any(form in sentence for form in forms):
        return 1.0
    shared = sum(character in sentence for character in word) / len(word)
    if len(word) > 2 and shared >= 0.6:
        return 0.7
    if any(form in above for form in forms):
        return 0.6
    if any(form in paragraph for form in forms):
        return 0.5
    return 0.3 if len(word) > 1 and shared >= 0.5 else 0.0


def belongs(question: Question, place: Place, start: int, end: int = 0) -> float:
    """Return how surely the report, from its line's start up to ``end``, speaks of an organisation of the question.

    1 where it does or where the question names none; ``end`` 0 is the end of the line.
    """
    if not question.orgs:
        return 1.0
    text = place.report.text
    line_end = text.find("\n", start)
    stop = end or (line_end if line_end >= 0 else len(text))
    line = text[text.rfind("\n", 0, start) + 1 : stop]
    above = "".join(one.title for one in place.report.sections if one.start <= start < one.end)
    issuer = place.report.organisation
    fits = []
    for name in question.orgs:
        if same_organisation(name, issuer, region_b=place.region) is Sameness.SAME or shortens(name, issuer):
            fits.append(1.0)
        elif not name_parts(name).unit:
            fits.append(1.0 if name_parts(name).region in place.region + line else 0.3)
        else:
            fits.append(1.0 if _names(name, line, place.region) or _names(name, above, place.region) else 0.3)
    return max(fits)


def shortens(short: str, long: str) -> bool:
    """Whether a name leaves characters of a longer one out and keeps its ends: 望川医科大附属医院."""
    if not 5 <= len(short) < len(long) or short[:2] != long[:2] or short[-2:] != long[-2:]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def _names(name: str, text: str, region: str) -> bool:
    return name in text or any(
        same_organisation(name, mention.name, region_b=region) is Sameness.SAME
        or shortens(name, mention.name)
        for mention in find_organisations(text)
        if mention.kind is MentionKind.ORGANISATION
    )
