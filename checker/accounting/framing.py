"""Clauses that only say under which heading of the report a sentence tells: a clause and the source's sentences in.

Who opens with 在农村集体资产清理中 tells nothing that the report's title, the heading or the label over the told figures
does not say, nor who names the problem that the source states right before what was done about it.
"""

import re
from collections.abc import Iterable
from typing import Final

from checker.accounting.covering import Layers, cover
from checker.accounting.sources import SourceSentence
from checker.accounting.spans import WordedText
from corpus.lexicon.function_words import FOUND_NOUNS
from corpus.lexicon.wording.connectives import any_connective
from corpus.numerals import normalise

_WHAT: Final = r"(?P<what>[^，,；;。\d]{2,40}?)"
_FRAMES: Final = (
    re.compile(rf"[在于]?{_WHAT}(?:{any_connective('framing')})"),
    re.compile(rf"(?:{any_connective('furthering')}){_WHAT}(?:工作|行动)?"),
)
_PROBLEM: Final = re.compile(rf"(?:{any_connective('treating')}){_WHAT}的?(?:{any_connective('matter')})")
_STATED: Final = re.compile(rf"(?:{'|'.join(FOUND_NOUNS)})[:：]([^\n。]+)")
_LABEL: Final = re.compile(r"[^\n:：。]{2,24}[:：。]")
_NOTHING: Final = WordedText("")


def is_frame(clause: str, near: Iterable[SourceSentence]) -> bool:
    """Whether a clause that tells no figure only says what the told sentences stand under, all of it or their problem."""
    said = clause.strip()
    found = [match["what"] for one in _FRAMES if (match := one.fullmatch(said))]
    problem = _PROBLEM.fullmatch(said)
    for sentence in near:
        if any(_covers(what, sentence.over + "|" + _label(sentence)) for what in found):
            return True
        if problem and _covers(problem["what"], _label(sentence) + "|" + _problem_before(sentence)):
            return True
    return False


def is_named_by_report(time: str, sentence: SourceSentence) -> bool:
    """Whether a time is named by what the report is on (整改期间, in a report on 整改情况)."""
    match = _FRAMES[0].fullmatch(time)
    return bool(match) and _covers(match["what"] if match else "", sentence.over)


def _covers(what: str, text: str) -> bool:
    found = cover(WordedText(what), 0, len(what), Layers(WordedText(text), _NOTHING))
    return not found.left


def _label(sentence: SourceSentence) -> str:
    """Return the label that opens a sentence's paragraph, "" where there is none."""
    match = _LABEL.match(sentence.before or sentence.text)
    return match[0] if match else ""


def _problem_before(sentence: SourceSentence) -> str:
    """Return the problem that was stated last before a sentence, in its passage."""
    before = sentence.passage.text[: sentence.start - sentence.passage.start]
    return next((normalise(one) for one in reversed(_STATED.findall(before))), "")
