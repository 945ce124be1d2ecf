"""Words in which figures are compared: a metric or a sentence in, its words in the vocabulary's wording out."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from corpus.lexicon.synonyms import SYNONYMS, WORDINGS
from corpus.statements.metrics import content_words, word_parts

_OURS = re.compile(r"^[我本该](?:公司|集团|医院|学校|街道|[省市县区州镇乡村院校局委厅办所行])(?=[^\W\d]{2})")
_PLACE_BEFORE: Final = 3
"""Characters of the larger place that may stand before an owner (青泊市沙湾区)."""
SentenceWords = tuple[frozenset[str], str]
"""The words of a sentence, and all of them joined in order."""
MetricWords = tuple[str, tuple[str, ...], frozenset[str]]
"""A metric in one wording, its words in order, and these with what their compounds are made of."""
ReadMetric = Callable[[str], MetricWords]
"""Returns the words of a metric: :func:`words_of_metric`, or one of :class:`KeptMetrics`."""


def without_owner(metric: str, org: str) -> str:
    """Return ``metric`` without the owner that it begins with (河阳市开工率): whose it is is compared by itself."""
    metric = _OURS.sub("", metric) or metric
    before, found, rest = metric.partition(org) if org else ("", "", "")
    return rest if found and rest and len(before) <= _PLACE_BEFORE else metric


def words_of_metric(metric: str) -> MetricWords:
    """Return what a metric, its owner left out, says in one wording, in which words, and these with what they are made of."""
    counted = in_one_wording(metric)
    words = tuple(in_common_words(content_words(counted)))
    parts = (SYNONYMS.get(part, part) for part in word_parts("".join(words)))
    return counted, words, frozenset(words).union(parts)


class KeptMetrics(dict[str, MetricWords]):
    """The words of metrics, each read when it is first asked for: many statements count the same."""

    def __missing__(self, metric: str) -> MetricWords:
        """Read the words of a metric, and keep them."""
        known = self[metric] = words_of_metric(metric)
        return known


def words_of_sentence(quote: str, section: str) -> SentenceWords:
    """Return the words of a sentence and its headings, which all of its figures share, and all of them joined."""
    words = tuple(in_common_words(content_words(in_one_wording(f"{quote}。{section}"))))
    return frozenset(words), "".join(words)


def in_one_wording(text: str) -> str:
    """Return ``text`` with the set phrases that say one thing in one wording (改到位: 完成整改)."""
    for pattern, wording in WORDINGS:
        text = pattern.sub(wording, text)
    return text


def in_common_words(words: Iterable[str]) -> Iterator[str]:
    """Yield the words as the vocabulary has them; a rate in two, what it is of and 率."""
    for word in words:
        if len(word) > 2 and word.endswith("率"):
            yield SYNONYMS.get(word[:-1], word[:-1])
            yield "率"
        else:
            yield SYNONYMS.get(word, word)
