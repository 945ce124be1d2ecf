"""What a statement says of its figure, ready to be compared: a statement in, its ``Features`` out."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from corpus.figure import Statement
from corpus.lexicon.rates import any_rate_word
from corpus.lexicon.synonyms import OPPOSITES, STAGES, SYNONYMS, WORDINGS
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.statements.metrics import content_words, word_parts
from corpus.times.rounds import rows_in, terms_in

_DENIED = re.compile(
    r"(?:(?<![而招])未(?!来|必|成年|婚|知|遂|央)|没有?(?!收))[^\W\d_]?"
    r"|不合格|不满意|不达标|(?:不到位|不彻底)(?!(?:等[^，,。；;\d]{0,4})?的?问题)"
)
"""What says that a deed was not done, with the first character of it."""
_REASON = re.compile(r"因[^，,。；;|\d]*?(?:不到位|不彻底)|应(.)未\1")
"""What denies no deed of the figure's: why it was done, and what a thing is called (应退未退的押金)."""
_LEFT = re.compile(
    rf"(?<![退归返])(?:{'|'.join(sorted(word for word in PARAPHRASES['剩余'] if len(word) > 1))}|剩余)(?![价额旅]款?)"
)
"""What says that a figure is what is left over, of which most is not done."""
AVERAGED = re.compile(r"平均|人均|户均|均价|[次日月年]均|每[亩人户家名个件]")
_RATE_HEAD = re.compile(rf"([^\s，。；、的]{{0,3}})({any_rate_word('rate', 'share')})")
_ALL_AFTER = re.compile(
    r"[^，。；\d]{0,4}[，,]((?:目前|现|已经?|均|都)*(?:全部|悉数|全数|均已)[^，,。；;]{2,8})"
)
"""What is said of all that was counted, right behind it: 反馈问题39个，已全部完成整改."""
_COMPARED = re.compile(
    r"[比较](?:上年|去年|前年|上月|上季度|上一?轮|同期|\d{4}年[底末初]?)[^，。；\d]{0,6}([多高少低])了?$"
)
_AGAINST = re.compile(r"[比较](\d{4}年)[^，,；;。]*$")
_FROM = re.compile(r"(?:由|从|原(?:来|有)?)[^，。；]{0,16}$")
_MOVES = re.compile(
    r"^[^，。；\d]{0,8}(?:提高|提升|上升|增|降|减|压|缩|[上下]调|调整|精简|下降|升|变|扩|涨|跌)[^，。；\d]{0,4}[到至为成]"
)
_MOVED_TO = re.compile(
    r"(?:提高|提升|上升|增|降|减|压|缩|[上下]调|调整|精简|升|变|扩|涨|跌)[^，。；\d]{0,3}[到至为](?:20\d\d年[末底]?的|每?[日天月年])?$"
)

_OURS = re.compile(r"^[我本该](?:公司|集团|医院|学校|街道|[省市县区州镇乡村院校局委厅办所行])(?=[^\W\d]{2})")
_OPPOSITES_OF: Final = {
    word: frozenset(pair[not place] for pair in OPPOSITES for place in (0, 1) if pair[place] == word)
    for word in dict.fromkeys(chain.from_iterable(OPPOSITES))
}
"""What says the opposite of a word, by the word."""
_CLAUSE_MARK: Final = re.compile(r"[，,；;。：:”\"》\n]|\.(?!\d)")
_SENTENCE_PART: Final = re.compile(r"[；;。\n]")
_PLACE_BEFORE: Final = 3
"""Characters of the larger place that may stand before an owner (青泊市沙湾区)."""
_KEPT: Final = 60_000
"""Statements whose features are kept at hand, as many as a draft of 1,000 figures leads to; beyond, all are read anew."""
_Words = tuple[frozenset[str], str]
"""The words of a sentence, and all of them joined in order."""


@dataclass(frozen=True, slots=True)
class Features:
    """What a statement says of its figure, in the vocabulary's wording.

    ``words`` are those of what the metric counts, its owner left out, in order, ``text`` those of all of it, ``parts`` the first and what their compounds are made of, ``context`` the
    sentence's and the section's; ``about`` are the words of what the figure before counts; ``stages`` are
    rows of the vocabulary's table; ``denied`` is what is said not to be done, ``denied_before`` what is since the last
    semicolon, ``left`` whether the figure is what is left over; ``rates`` what the metric is a rate of; ``round``, ``term``, ``earlier`` and ``later`` are what
    :func:`round_of`, :func:`term_of`, :func:`is_earlier_level` and :func:`is_later_level` say; ``compared`` is which way
    the figure differs from another time, ``against`` the year that a change is told against (较2022年提高).
    ``opposed`` are the words of ``text`` that have an opposite, each with it, where that is not in it too.
    """

    metric: str
    words: tuple[str, ...]
    parts: frozenset[str]
    text: str
    context: frozenset[str]
    context_text: str
    clause: str
    about: frozenset[str]
    stages: frozenset[str]
    denied: frozenset[str]
    denied_before: frozenset[str]
    left: bool
    averaged: bool
    rates: frozenset[str]
    round: str
    term: str
    earlier: bool
    later: bool
    compared: str
    against: str
    opposed: frozenset[tuple[str, str]]

    @property
    def negated(self) -> bool:
        """Whether the figure is of what is not done, or left over."""
        return bool(self.denied) or self.left


Read = Callable[[Statement], Features]
"""Returns the features of a statement: :func:`features`, or what keeps those that it read."""


class FeatureReader:
    """Reads the features of statements, each once; whoever keeps the statements keeps it, and it goes with them."""

    def __init__(self) -> None:
        self._known: dict[Statement, Features] = {}
        self._sentences: dict[tuple[str, str], _Words] = {}

    def of(self, statement: Statement) -> Features:
        """Return the features of ``statement``."""
        known = self._known.get(statement)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
                self._sentences.clear()
            sentence = (statement.quote, statement.section)
            words = self._sentences.get(sentence)
            if words is None:
                words = self._sentences[sentence] = _sentence_words(*sentence)
            known = self._known[statement] = _read(statement, words)
        return known

    def forget(self, statements: Iterable[Statement]) -> None:
        """Let go of what was read of ``statements``, which are kept no longer."""
        for statement in statements:
            self._known.pop(statement, None)
            self._sentences.pop((statement.quote, statement.section), None)


def features(statement: Statement) -> Features:
    """Return the features of ``statement``, from its metric and its sentence."""
    return _read(statement, _sentence_words(statement.quote, statement.section))


def _read(statement: Statement, context: _Words) -> Features:
    """Return the features of ``statement``; ``context`` are the words of its sentence and headings."""
    figure = statement.figure
    clause = statement.clause
    metric = _one_wording(figure.metric)
    counted = _one_wording(_without_owner(figure.metric, figure.org))
    words = tuple(_normalised(content_words(counted)))
    before = statement.quote[: figure.start - statement.start]
    done = _ALL_AFTER.match(statement.quote, figure.end - statement.start)
    described = f"{metric}|{_one_wording(clause)}|{_one_wording(done[1]) if done else ''}"
    stages = frozenset(name for name, pattern in STAGES if pattern.search(described))
    text = "".join(words) if counted == metric else "".join(_normalised(content_words(metric)))
    return Features(
        metric,
        words,
        frozenset(words) | {SYNONYMS.get(part, part) for part in word_parts("".join(words))},
        text,
        *context,
        clause,
        frozenset(_normalised(content_words(statement.about))),
        stages,
        frozenset(_DENIED.findall(_REASON.sub("", f"{described}|{_CLAUSE_MARK.split(before)[-1]}"))),
        frozenset(_DENIED.findall(_SENTENCE_PART.split(before)[-1])),
        bool(_LEFT.search(described)) and "done" not in stages,
        bool(AVERAGED.search(described)),
        frozenset(head for head, _ in _RATE_HEAD.findall(counted) if head),
        round_of(statement),
        term_of(statement),
        is_earlier_level(statement),
        is_later_level(statement),
        _compared(statement),
        _against(statement),
        frozenset(
            (word, other)
            for word, others in _OPPOSITES_OF.items()
            if word in text
            for other in others
            if other not in text
        ),
    )


def _without_owner(metric: str, org: str) -> str:
    """Return ``metric`` without the owner that it begins with (河阳市开工率): whose it is is compared by itself."""
    metric = _OURS.sub("", metric) or metric
    before, found, rest = metric.partition(org) if org else ("", "", "")
    return rest if found and rest and len(before) <= _PLACE_BEFORE else metric


def _sentence_words(quote: str, section: str) -> _Words:
    """Return the words of a sentence and its headings, which all of its figures share, and all of them joined."""
    words = tuple(_normalised(content_words(_one_wording(f"{quote}。{section}"))))
    return frozenset(words), "".join(words)


def _one_wording(text: str) -> str:
    """Return ``text`` with the set phrases that say one thing in one wording (改到位: 完成整改)."""
    for pattern, wording in WORDINGS:
        text = pattern.sub(wording, text)
    return text


def _normalised(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if len(word) > 2 and word.endswith("率"):
            yield SYNONYMS.get(word[:-1], word[:-1])
            yield "率"
        else:
            yield SYNONYMS.get(word, word)


def shared_wording(claim: Features, stated: Features) -> float:
    """Return the share of the claim's sentence, in words, that the stated figure's sentence has too."""
    mine, theirs = claim.context, stated.context
    return len(mine & theirs) / len(mine) if mine else 0.0


def round_of(statement: Statement) -> str:
    """Return the round or batch, or the row of them, that a statement speaks of, in its sentence, headings or title."""
    return _last_named(statement, rows_in)


def term_of(statement: Statement) -> str:
    """Return the number of the committee's term (五届县委) that a statement speaks of, in its sentence, headings or title."""
    return _last_named(statement, terms_in)


def _compared(statement: Statement) -> str:
    """Return which way a figure says that something differs from a time before (比上年少15件: down); "" for none."""
    found = _COMPARED.search(statement.quote[: statement.figure.start - statement.start])
    return "" if found is None else "up" if found[1] in "多高" else "down"


def _against(statement: Statement) -> str:
    """Return the year that a change is told against (较2022年的88.4%提高), "" where it is no change or names none."""
    found = _AGAINST.search(statement.quote[: statement.figure.start - statement.start])
    moves = statement.figure.change or _compared(statement)
    return found[1] if found and moves else ""


def _last_named(statement: Statement, numbers_in: Callable[[str], Sequence[object]]) -> str:
    """Return the number that is named last before the figure, else in its headings or the title; "" for none."""
    before = statement.quote[: statement.figure.start - statement.start]
    named = (
        numbers_in(statement.figure.period)
        or numbers_in(before)
        or numbers_in(statement.section)
        or numbers_in(statement.title)
    )
    return str(named[-1]) if named else ""


def is_earlier_level(statement: Statement) -> bool:
    """Whether the figure is the first of two levels (由62名增至79名: the 62)."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    return bool(_FROM.search(statement.quote[:start])) and bool(_MOVES.match(statement.quote[end:]))


def is_later_level(statement: Statement) -> bool:
    """Whether the figure is the second of two levels (由62名增至79名: the 79)."""
    return bool(_MOVED_TO.search(statement.quote[: statement.figure.start - statement.start]))
