"""What a statement says of its figure, ready to be compared: a statement in, its ``Features`` out."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

from checker.comparison.levels import is_earlier_level, is_later_level
from checker.comparison.plan_marks import is_planned
from corpus.figure import Statement
from corpus.lexicon.function_words import ADJECTIVES
from corpus.lexicon.rates import any_rate_word
from corpus.lexicon.synonyms import GENERIC_WORDS, OPPOSITES, STAGES, SYNONYMS, WORDINGS
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
_OURS = re.compile(r"^[我本该](?:公司|集团|医院|学校|街道|[省市县区州镇乡村院校局委厅办所行])(?=[^\W\d]{2})")
_OPPOSITES_OF: Final = {
    word: frozenset(pair[not place] for pair in OPPOSITES for place in (0, 1) if pair[place] == word)
    for word in dict.fromkeys(chain.from_iterable(OPPOSITES))
}
"""What says the opposite of a word, by the word."""
_CLAUSE_MARK: Final = re.compile(r"[，,；;。：:”\"》\n]|\.(?!\d)")
_SENTENCE_PART: Final = re.compile(r"[；;。\n]")
_BARE: Final = 2
_NEAR_WORDS: Final = 4
_FAR_WEIGHT: Final = 0.4
"""What a word weighs that stands farther from the number than the nearest few (组织专业队伍进山排查病死松树)."""
_PLACE_BEFORE: Final = 3
"""Characters of the larger place that may stand before an owner (青泊市沙湾区)."""
_KEPT: Final = 60_000
"""Statements whose features are kept at hand, as many as a draft of 1,000 figures leads to; beyond, all are read anew."""
_Words = tuple[frozenset[str], str]
"""The words of a sentence, and all of them joined in order."""


class Features:
    """What a statement says of its figure, in the vocabulary's wording; each part is read when it is first asked for.

    ``context`` are the words of the sentence and the section, ``context_text`` all of them joined in order, ``clause`` is
    the statement's own.
    """

    def __init__(self, statement: Statement, context: "_Words") -> None:
        """Keep the statement; ``context`` are the words of its sentence and headings."""
        self._statement = statement
        self.context, self.context_text = context
        self.clause = statement.clause

    @cached_property
    def metric(self) -> str:
        """What is counted."""
        return _one_wording(self._statement.figure.metric)

    @cached_property
    def _counted(self) -> str:
        """What is counted, without its owner."""
        figure = self._statement.figure
        return _one_wording(_without_owner(figure.metric, figure.org))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of what the metric counts, its owner left out, in order."""
        return tuple(_normalised(content_words(self._counted)))

    @cached_property
    def parts(self) -> frozenset[str]:
        """The words, and what their compounds are made of."""
        return frozenset(self.words) | {SYNONYMS.get(part, part) for part in word_parts("".join(self.words))}

    @cached_property
    def text(self) -> str:
        """The words of all of the metric, joined."""
        same = self._counted == self.metric
        return "".join(self.words if same else _normalised(content_words(self.metric)))

    @cached_property
    def about(self) -> frozenset[str]:
        """The words of what the figure before counts."""
        return frozenset(_normalised(content_words(self._statement.about)))

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The words, with the subject of a bare rate before them (办结率 of 问题线索)."""
        bare = len(self.words) == _BARE and self.words[-1] == "率"
        return (*sorted(self.about), *self.words) if bare else self.words

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """What each of the ``named`` words weighs."""
        far = len(self.named) - _NEAR_WORDS
        return tuple(
            _weight(word) * (_FAR_WEIGHT if place < far else 1.0) for place, word in enumerate(self.named)
        )

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The last of the words that tells something, of a rate the last two; none where none does."""
        if self.words[-1:] == ("率",):
            return self.words[-2:]
        return tuple(word for word in self.words if word not in GENERIC_WORDS and word not in ADJECTIVES)[-1:]

    @cached_property
    def _before(self) -> str:
        return self._statement.quote[: self._statement.figure.start - self._statement.start]

    @cached_property
    def _described(self) -> str:
        """The metric, the clause, and what is said behind the figure of all that was counted."""
        statement = self._statement
        done = _ALL_AFTER.match(statement.quote, statement.figure.end - statement.start)
        return f"{self.metric}|{_one_wording(self.clause)}|{_one_wording(done[1]) if done else ''}"

    @cached_property
    def stages(self) -> frozenset[str]:
        """Rows of the vocabulary's table."""
        return frozenset(name for name, pattern in STAGES if pattern.search(self._described))

    @cached_property
    def denied(self) -> frozenset[str]:
        """What is said not to be done."""
        told = f"{self._described}|{_CLAUSE_MARK.split(self._before)[-1]}"
        return frozenset(_DENIED.findall(_REASON.sub("", told)))

    @cached_property
    def denied_before(self) -> frozenset[str]:
        """What is said not to be done since the last semicolon."""
        return frozenset(_DENIED.findall(_SENTENCE_PART.split(self._before)[-1]))

    @cached_property
    def left(self) -> bool:
        """Whether the figure is what is left over."""
        return bool(_LEFT.search(self._described)) and "done" not in self.stages

    @property
    def negated(self) -> bool:
        """Whether the figure is of what is not done, or left over."""
        return bool(self.denied) or self.left

    @cached_property
    def averaged(self) -> bool:
        """Whether the figure is what falls to each."""
        return bool(AVERAGED.search(self._described))

    @cached_property
    def rates(self) -> frozenset[str]:
        """What the metric is a rate of."""
        return frozenset(head for head, _ in _RATE_HEAD.findall(self._counted) if head)

    @cached_property
    def round(self) -> str:
        """What :func:`round_of` says."""
        return round_of(self._statement)

    @cached_property
    def term(self) -> str:
        """What :func:`term_of` says."""
        return term_of(self._statement)

    @cached_property
    def earlier(self) -> bool:
        """What :func:`is_earlier_level` says."""
        return is_earlier_level(self._statement)

    @cached_property
    def later(self) -> bool:
        """What :func:`is_later_level` says."""
        return is_later_level(self._statement)

    @cached_property
    def planned(self) -> bool:
        """What :func:`is_planned` says."""
        return is_planned(self._statement)

    @cached_property
    def compared(self) -> str:
        """Which way the figure differs from a time before (比上年少15件: down), "" for none."""
        found = _COMPARED.search(self._before)
        return "" if found is None else "up" if found[1] in "多高" else "down"

    @cached_property
    def against(self) -> str:
        """The year that a change is told against (较2022年的88.4%提高), "" where it is no change or names none."""
        found = _AGAINST.search(self._before)
        return found[1] if found and (self._statement.figure.change or self.compared) else ""

    @cached_property
    def opposed(self) -> frozenset[tuple[str, str]]:
        """The words of ``text`` that have an opposite, each with it, where that is not in it too."""
        return frozenset(
            (word, other)
            for word, others in _OPPOSITES_OF.items()
            if word in self.text
            for other in others
            if other not in self.text
        )


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
            known = self._known[statement] = Features(statement, words)
        return known

    def forget(self, statements: Iterable[Statement]) -> None:
        """Let go of what was read of ``statements``, which are kept no longer."""
        for statement in statements:
            self._known.pop(statement, None)
            self._sentences.pop((statement.quote, statement.section), None)


def features(statement: Statement) -> Features:
    """Return the features of ``statement``, from its metric and its sentence."""
    return Features(statement, _sentence_words(statement.quote, statement.section))


def _weight(word: str) -> float:
    if word in GENERIC_WORDS:
        return 0.4
    return 0.5 if len(word) == 1 else 1.0


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
