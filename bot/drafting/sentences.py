"""Answers in the report's own words: a question and passages in, the sentences that answer it out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.question.content_words import is_said, is_weak, variants
from bot.question.exact_words import exact_kind
from bot.question.question import Question
from bot.question.wanted_words import expected_sort, sort_fit, type_words
from bot.ranking.scope import Place, shortens
from bot.ranking.series import marks_agree
from bot.ranking.term_weights import WordWeights
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.organisations.lac import WordTagger
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report
from corpus.structure.sentences import split_sentences
from corpus.words import segmenter
from retrieval.hit import Hit

_MOST_SENTENCES: Final = 3
"""Sentences of an answer."""

_ENOUGH_COVERED: Final = 0.75
"""Sentences that cover less of the question's words answer something else."""

_SENTENCES_WEIGHED: Final = 10
"""So many of the best sentences are read for the sort of words that is wanted."""

_AS_GOOD: Final = 0.9
"""A sentence that does this share as well as the best is part of the answer."""

_STRANGE: Final = 0.3
"""How surely a report speaks of an organisation that it does not name where it could."""

_HEAD: Final = 80
_SHORTEST: Final = 6
_ASKING_WORDS: Final = frozenset(
    "哪里 哪儿 在哪 放在 设在 地方 什么样 为什么 为何 原因 啥 啥样 一下 咋 咋样".split()
)
_HEADING_SLACK: Final = 12
_BEFORE: Final = 120
_CODE: Final = re.compile(
    r"[一-鿿]{1,10}〔\d{4}〕\d+号|[A-Za-z][A-Za-z0-9.+-]*|《[^》]+》|第\d{1,3}[一-鿿]|(?<![\d第-])\d[\d.]*(?:[亿万][一-鿿]|[米岁公千])"
)
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_ASKING: Final = re.compile("[?？]$")
_SIGNED: Final = re.compile(
    "(?:中共)?[^，。；：]{2,40}(?:委员会|党组|党委)|[^。；]{0,12}\\d{4}年\\d{1,2}月\\d{1,2}日"
)
_NAMING: Final = ("n", "eng", "l", "j", "i")
_RARE: Final = 0.5
"""A noun or name this rare must stand about the sentence."""

_ASKED: Final = 0.6
"""What is asked last says at least this share of what the rarest word says."""

_NOWHERE: Final = 0.15
"""What is left of a word other than a noun or name that no passage has: how people say it (搞, 发我)."""

_MISSED: Final = 0.6
"""What is left of a sentence about which a rare name of the question stands nowhere."""


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A word of the question: how much it says, and whether it is a name or noun so rare that it must be there."""

    word: str
    weight: float
    needed: bool


def answering_sentences(
    question: Question,
    hits: Sequence[Hit],
    places: Mapping[str, Place],
    weights: WordWeights,
    tagger: WordTagger,
) -> list[Sentence]:
    """Return up to ``_MOST_SENTENCES`` sentences of the passages that answer a question in words, best first.

    ``weights`` tells how much a word says, ``tagger`` of which sort the words of a sentence are.
    """
    words = _weighed(asked_words(question), weights)
    if not words:
        return []
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    found: dict[tuple[str, int], Sentence] = {}
    for hit in hits:
        place = places[hit.report]
        for start, end in split_sentences(place.report.text, hit.start, hit.end):
            if not _may_answer(place.report, start, end):
                continue
            score = _score(question, words, place, start, end) * (0.92 + 0.08 * hit.score / best)
            if score >= _ENOUGH_COVERED:
                found.setdefault((hit.report, start), Sentence(place.report, start, end, score))
    ordered = _of_the_sort(question, sorted(found.values(), key=_rank)[:_SENTENCES_WEIGHED], tagger)
    best_ones = [one for one in ordered[:_MOST_SENTENCES] if one.score >= _AS_GOOD * ordered[0].score]
    return list(dict.fromkeys(_told(one) for one in best_ones))


def _may_answer(report: Report, start: int, end: int) -> bool:
    """Whether a sentence tells anything: no question, no signature, not the report's own title."""
    sentence = report.text[start:end]
    told = end - start >= _SHORTEST and sentence != report.title
    return told and not _ASKING.search(sentence) and not _SIGNED.fullmatch(sentence)


def _rank(one: Sentence) -> tuple[float, str, int]:
    return (-one.score, one.report.id, one.start)


def _of_the_sort(question: Question, sentences: Sequence[Sentence], tagger: WordTagger) -> list[Sentence]:
    """Return the sentences that still do when those without the sort of words that is wanted count for less."""
    sort = expected_sort(question.text)
    if sort is None or exact_kind(question.text):
        return list(sentences)
    last = [word for word in asked_words(question) if not is_weak(word)][-1:]
    forms = [form for word in last for form in variants(word)]
    weighed = [
        replace(one, score=one.score * sort_fit(sort, question.text, one.text, forms, tagger))
        for one in sentences
    ]
    return sorted((one for one in weighed if one.score >= _ENOUGH_COVERED), key=_rank)


def asked_words(question: Question) -> tuple[str, ...]:
    """Return the content words of a question in normal form, each once, codes and titles whole."""
    words = dict.fromkeys(word for one in question.sought for word in (*one.words, *one.context))
    codes = [code.strip("《》") for code in _CODE.findall(question.text)] if question.language == "zh" else []
    types = type_words(question.text)
    kept = "".join(codes)
    told = [word for word in words if word not in _ASKING_WORDS and word not in kept]
    telling = [word for word in told if not is_said(word, types)]
    return tuple(dict.fromkeys([*(telling or ([] if codes else told)), *codes]))


def _weighed(words: Sequence[str], weights: WordWeights) -> list[_Told]:
    weights.learn(words)
    found = []
    for word in words:
        rarity = max(0.25, min(weights.of(form) for form in variants(word)))
        tags = [tag for _, tag in segmenter().tag(word)]
        naming = bool(_CODE.fullmatch(word)) or tags[-1].startswith(_NAMING)
        if is_weak(word):
            rarity *= 0.3
        elif word in GENERIC_WORDS or naming:
            rarity *= 1.0 if naming and word not in GENERIC_WORDS else 0.6
        else:
            rarity *= _NOWHERE if rarity >= 1.0 else 0.6
        found.append(_Told(word, rarity, naming and rarity >= _RARE))
    named = [
        place for place, one in enumerate(found) if not is_weak(one.word) and not _CODE.fullmatch(one.word)
    ]
    if named:
        last = found[named[-1]]
        most = max(one.weight for one in found)
        found[named[-1]] = replace(last, weight=max(last.weight, _ASKED * most))
    return found


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


def _score(question: Question, words: Sequence[_Told], place: Place, start: int, end: int) -> float:
    text = place.report.text
    sentence = text[start:end]
    line = text.rfind("\n", 0, start) + 1
    titles = [one.title for one in place.report.sections if one.start <= start < one.end]
    above = " ".join([place.report.title, *titles])
    near = text[min(line, max(0, start - _BEFORE)) : start]
    belonging = belongs(question, place, start, end)
    kind = exact_kind(question.text)
    exact = bool(kind and kind.pattern.search(sentence))
    total = covered = 1.0 if question.orgs else 0.0  # whose it is: belonging says how surely
    missed = False
    for one in words:
        asked = kind is not None and exact and kind.asked.search(one.word)
        presence = 1.0 if asked else _presence(one.word, (sentence, above, near, text))
        total += one.weight
        covered += one.weight * presence
        missed |= one.needed and not presence
    share = covered / total if total else 0.0
    share *= (_MISSED if missed else 1.0) * _year_fit(question, place, sentence, above + near)
    if kind:
        share *= 1.2 if exact else 0.6
    return share * belonging * marks_agree(question, place.report.title + sentence)


def _presence(word: str, around: tuple[str, str, str, str]) -> float:
    """Return how surely a word is spoken of by a sentence: said in it, in titles above, before it, in the report."""
    sentence, above, near, text = (part.casefold() for part in around)
    forms = [form.casefold() for form in variants(word)]
    if any(form in sentence for form in forms):
        return 1.0
    shared = sum(character in sentence for character in word) / len(word)
    if len(word) > 2 and shared >= 0.6:
        return 0.7
    if any(form in above for form in forms):
        return 0.7
    if any(form in near for form in forms):
        return 0.6
    if len(word) > 1 and any(form in text for form in forms):
        return 0.4
    return 0.3 if len(word) > 1 and shared >= 0.5 else 0.0


def _year_fit(question: Question, place: Place, sentence: str, around: str) -> float:
    """Return how surely a sentence is of a year that the question names; 1 where it names none."""
    asked = set(_YEAR.findall(question.text))
    if not asked or asked <= set(_YEAR.findall(sentence)):
        return 1.0
    published = place.report.published
    if asked <= set(_YEAR.findall(around + sentence)) or (published and str(published.year) in asked):
        return 0.95
    if _YEAR.search(sentence):
        return 0.6
    return 0.85 if any(year in place.report.text for year in asked) else 0.75


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
            told = f"{place.region}{issuer}{place.report.title}{line}"
            fits.append(1.0 if name_parts(name).region in told else _STRANGE)
        else:
            spoken = _names(name, line, place.region) or _names(name, above, place.region)
            fits.append(1.0 if spoken else _unsigned_fit(name, place.report, start))
    return max(fits)


def _unsigned_fit(name: str, report: Report, start: int) -> float:
    """Return how surely a report that names no issuer speaks of an organisation that it named before ``start``."""
    if report.organisation or not (known := report.text.find(name, 0, start) + 1):
        return _STRANGE
    return 0.9 if known <= len(report.title) + _HEAD else 0.7


def _names(name: str, text: str, region: str) -> bool:
    return name in text or any(
        same_organisation(name, mention.name, region_b=region) is Sameness.SAME
        or shortens(name, mention.name)
        for mention in find_organisations(text)
        if mention.kind is MentionKind.ORGANISATION
    )
