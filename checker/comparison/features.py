"""What a statement says of its figure, ready to be compared: a statement in, its ``Features`` out."""

import re
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Final

from checker.alignment.wholly import done_with_all
from checker.comparison.asides import Bracket, acting_body, brackets_before
from checker.comparison.corrections import is_superseded
from checker.comparison.lazy import lazy_property
from checker.comparison.levels import is_earlier_level, is_later_level
from checker.comparison.named_times import round_of, term_of
from checker.comparison.plan_marks import is_planned
from checker.comparison.vocabulary import (
    KeptMetrics,
    MetricWords,
    ReadMetric,
    SentenceWords,
    in_common_words,
    in_one_wording,
    without_owner,
    words_of_metric,
    words_of_sentence,
)
from corpus.figure import Statement
from corpus.lexicon.function_words import ADJECTIVES
from corpus.lexicon.rates import any_rate_word
from corpus.lexicon.synonyms import GENERIC_WORDS, OPPOSITES, STAGES
from corpus.lexicon.wording.connectives import any_connective
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.statements.metrics import content_words
from corpus.times.period_patterns import WHOLE_YEAR

_DENIED = re.compile(
    r"(?:(?<![而招])未(?!来|必|成年|婚|知|遂|央)|(?<!罚)没有?(?!收))([^\W\d_]?)"
    r"|(不合格|不满意|不达标|(?:不到位|不彻底)(?!(?:等[^，,。；;\d]{0,4})?的?问题))"
)
"""What says that a deed was not done: the first character of it, or all of what it did not come to."""
_REASON = re.compile(r"因[^，,。；;|\d]*?(?:不到位|不彻底)|应[^，,。；;\d]{0,4}?([^\W\d]{1,2})[而却]?未\1")
"""What denies no deed of the figure's: why it was done, and what a thing is called (应退未退的押金)."""
_LEFT = re.compile(
    rf"(?<![退归返])(?:{'|'.join(sorted(word for word in PARAPHRASES['剩余'] if len(word) > 1))}|剩余)(?![价额旅]款?)"
)
"""What says that a figure is what is left over, of which most is not done."""
AVERAGED = re.compile(r"平均|人均|户均|均价|[次日月年]均|每[亩人户家名个件]")
_RATE_HEAD = re.compile(rf"([^\s，。；、的]{{0,3}})({any_rate_word('rate', 'share')})")
_OF_WHOLE = re.compile(rf"[中里]面?(?:{any_connective('already')}|仅|只|还|尚|便)?有?$")
_COMPARED = re.compile(
    r"[比较](?:上年|去年|前年|上月|上季度|上一?轮|同期|\d{4}年[底末初]?)[^，。；\d]{0,6}([多高少低])了?$"
)
_AGAINST = re.compile(r"[比较](\d{4}年)[^，,；;。]*$")
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
_KEPT: Final = 60_000
"""Statements whose features are kept at hand, as many as a draft of 1,000 figures leads to; beyond, all are read anew."""


class Features:
    """What a statement says of its figure, in the vocabulary's wording; each part is read when it is first asked for.

    ``context`` are the words of the sentence and the section, ``context_text`` all of them joined in order, ``clause`` is
    the statement's own.
    """

    def __init__(self, statement: Statement, context: SentenceWords, read: ReadMetric) -> None:
        """Keep the statement; ``context`` are the words of its sentence and headings, ``read`` gives those of a metric."""
        self._statement = statement
        self._read = read
        self.context, self.context_text = context
        self.clause = statement.clause

    @lazy_property
    def metric(self) -> str:
        """What is counted."""
        return in_one_wording(self._statement.figure.metric)

    @lazy_property
    def _metric_words(self) -> MetricWords:
        figure = self._statement.figure
        return self._read(without_owner(figure.metric, figure.org))

    @property
    def _counted(self) -> str:
        """What is counted, without its owner."""
        return self._metric_words[0]

    @lazy_property
    def words(self) -> tuple[str, ...]:
        """The words of what the metric counts, its owner left out, in order."""
        return self._metric_words[1]

    @lazy_property
    def parts(self) -> frozenset[str]:
        """The words, and what their compounds are made of."""
        return self._metric_words[2]

    @lazy_property
    def text(self) -> str:
        """The words of all of the metric, joined."""
        same = self._counted == self.metric
        return "".join(self.words if same else in_common_words(content_words(self.metric)))

    @lazy_property
    def about(self) -> frozenset[str]:
        """The words of what the figure before counts."""
        return frozenset(in_common_words(content_words(self._statement.about)))

    @lazy_property
    def named(self) -> tuple[str, ...]:
        """The words, with the subject of a bare rate or part before them (办结率 of 问题线索, 118条措施中|109条落地)."""
        rate = len(self.words) == _BARE and self.words[-1] == "率"
        bare = rate or (0 < len(self.words) <= _BARE and _OF_WHOLE.search(self._before))
        return (*sorted(self.about), *self.words) if bare else self.words

    @lazy_property
    def weights(self) -> tuple[float, ...]:
        """What each of the ``named`` words weighs."""
        far = len(self.named) - _NEAR_WORDS
        return tuple(
            _weight(word) * (_FAR_WEIGHT if place < far else 1.0) for place, word in enumerate(self.named)
        )

    @lazy_property
    def holds(self) -> dict[str, float]:
        """How far words stand in it that others count: many that a claim is held against count the same."""
        return {}

    @lazy_property
    def heads(self) -> tuple[str, ...]:
        """The last of the words that tells something, of a rate the last two; none where none does."""
        if self.words[-1:] == ("率",):
            return self.words[-2:]
        return tuple(word for word in self.words if word not in GENERIC_WORDS and word not in ADJECTIVES)[-1:]

    @lazy_property
    def _before(self) -> str:
        return self._statement.quote[: self._statement.figure.start - self._statement.start]

    @lazy_property
    def _described(self) -> str:
        """The metric, the clause, and what is said behind the figure of all that was counted."""
        done = in_one_wording(done_with_all(self._statement))
        return f"{self.metric}|{in_one_wording(self.clause)}|{done}"

    @lazy_property
    def stages(self) -> frozenset[str]:
        """Rows of the vocabulary's table."""
        return frozenset(name for name, pattern in STAGES if pattern.search(self._described))

    @lazy_property
    def denied(self) -> frozenset[str]:
        """What is said not to be done."""
        told = f"{self._described}|{_CLAUSE_MARK.split(self._before)[-1]}"
        return _denied_in(_REASON.sub("", told))

    @lazy_property
    def denied_before(self) -> frozenset[str]:
        """What is said not to be done since the last semicolon."""
        return _denied_in(_SENTENCE_PART.split(self._before)[-1])

    @lazy_property
    def left(self) -> bool:
        """Whether the figure is what is left over."""
        return bool(_LEFT.search(self._described)) and "done" not in self.stages

    @property
    def negated(self) -> bool:
        """Whether the figure is of what is not done, or left over."""
        return bool(self.denied) or self.left

    @lazy_property
    def averaged(self) -> bool:
        """Whether the figure is what falls to each."""
        return bool(AVERAGED.search(self._described))

    @lazy_property
    def rates(self) -> frozenset[str]:
        """What the metric is a rate of."""
        return frozenset(head for head, _ in _RATE_HEAD.findall(self._counted) if head)

    @lazy_property
    def round(self) -> str:
        """What :func:`round_of` says."""
        return round_of(self._statement)

    @lazy_property
    def term(self) -> str:
        """What :func:`term_of` says."""
        return term_of(self._statement)

    @lazy_property
    def earlier(self) -> bool:
        """What :func:`is_earlier_level` says."""
        return is_earlier_level(self._statement)

    @lazy_property
    def later(self) -> bool:
        """What :func:`is_later_level` says."""
        return is_later_level(self._statement)

    @lazy_property
    def planned(self) -> bool:
        """What :func:`is_planned` says."""
        return is_planned(self._statement)

    @lazy_property
    def compared(self) -> str:
        """Which way the figure differs from a time before (比上年少15件: down), "" for none."""
        found = _COMPARED.search(self._before)
        return "" if found is None else "up" if found[1] in "多高" else "down"

    @lazy_property
    def against(self) -> str:
        """The year that a change is told against (较2022年的88.4%提高), "" where it is no change or names none."""
        found = _AGAINST.search(self._before)
        return found[1] if found and (self._statement.figure.change or self.compared) else ""

    @lazy_property
    def period(self) -> str:
        """The period of the figure, "" where it is only the year that a change is told against."""
        period = self._statement.figure.period
        return "" if self.against and period.startswith(self.against) else period

    @lazy_property
    def whole_year(self) -> bool:
        """Whether the last time named before the figure in its sentence is a year from its beginning to its end."""
        return bool(WHOLE_YEAR.search(self._before))

    @lazy_property
    def superseded(self) -> bool:
        """What :func:`is_superseded` says."""
        return is_superseded(self._statement)

    @lazy_property
    def acting(self) -> str:
        """What :func:`acting_body` says."""
        return acting_body(self._statement)

    @lazy_property
    def brackets(self) -> tuple[Bracket, ...]:
        """What :func:`brackets_before` says."""
        return brackets_before(self._statement)

    @lazy_property
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
        self._sentences: dict[tuple[str, str], SentenceWords] = {}
        self._metrics = KeptMetrics()

    def of(self, statement: Statement) -> Features:
        """Return the features of ``statement``."""
        known = self._known.get(statement)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
                self._sentences.clear()
                self._metrics.clear()
            sentence = (statement.quote, statement.section)
            words = self._sentences.get(sentence)
            if words is None:
                words = self._sentences[sentence] = words_of_sentence(*sentence)
            known = self._known[statement] = Features(statement, words, self._metrics.__getitem__)
        return known

    def forget(self, statements: Iterable[Statement]) -> None:
        """Let go of what was read of ``statements``, which are kept no longer."""
        for statement in statements:
            self._known.pop(statement, None)
            self._sentences.pop((statement.quote, statement.section), None)


def features(statement: Statement) -> Features:
    """Return the features of ``statement``, from its metric and its sentence."""
    return Features(statement, words_of_sentence(statement.quote, statement.section), words_of_metric)


def _denied_in(text: str) -> frozenset[str]:
    return frozenset(deed or state for deed, state in _DENIED.findall(text))


def _weight(word: str) -> float:
    if word in GENERIC_WORDS:
        return 0.4
    return 0.5 if len(word) == 1 else 1.0


def shared_wording(claim: Features, stated: Features) -> float:
    """Return the share of the claim's sentence, in words, that the stated figure's sentence has too."""
    mine, theirs = claim.context, stated.context
    return len(mine & theirs) / len(mine) if mine else 0.0
