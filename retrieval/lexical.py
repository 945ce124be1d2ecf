"""Lexical search's terms: a passage's or a question's text in, the terms that BM25 counts out.

A text gives its words (jieba's search mode) and, each with a ``_`` before it, the pairs of neighbouring Han
characters and the bare numbers: words carry meaning, pairs find what the dictionary cuts otherwise in the
question than in the passage. Terms are lower case, half width, without thousands separators, and hold
nothing but letters, digits, ``.``, ``%`` and the ``_``.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise

from corpus.words import dictionary_segmenter

TERMS = 1
"""Counts the changes to how terms are made; an index of another count is made anew."""

LONGEST_TERM = 64
_LONGEST_TEXT = 2_000
MOST_TERMS = 96

_UNASKED = """
的 了 是 在 和 与 及 或 有 对 为 被 把 将 从 到 等 中 上 下 其 该 这 那 这些 那些 之 以 于 由 而 也 都 就
要 多少 多 少 几 几个 哪 哪些 哪个 哪位 哪里 哪儿 哪种 哪一 哪年 什么 什么样 什么时候 为什么 为何 何时
何地 何 如何 怎么 怎样 怎么样 是否 有没有 谁 吗 呢 吧 啊 个 请 请问 告诉 我 我们 你 您 他们 它 它们
一下 一共 总共 分别
the a an of in on to is are was were be by for and or how what which who whom when where why many much
did do does
"""

STOP_WORDS = frozenset(_UNASKED.split())
"""Words of a question that say nothing about what is asked for."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SENTENCE = re.compile(r"[^。!?;！？；\n]+")
_FULL_WIDTH = re.compile(r"[％．０-９Ａ-Ｚａ-ｚ]|\d，\d")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LATIN = re.compile(r"[0-9a-z]+(?:\.[0-9]+)*")
_RUN = re.compile(rf"[{_HAN}]+|[0-9a-z]+(?:\.[0-9]+)*")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ELSEWHERE = re.compile(r"[^\w.%]|_")


def fold(text: str) -> str:
    """Return ``text`` as terms see it: half width, lower case, numbers without separators.

    Offsets are not kept.
    """
    whole = _SURROGATES.sub(" ", text)  # half a character, which no encoding takes
    return _THOUSANDS.sub("", unicodedata.normalize("NFKC", whole).lower())


def tokenizer_name() -> str:
    """Return what made the terms, to record beside them: library, its version and ``TERMS``."""
    return f"{dictionary_segmenter().name}, terms {TERMS}"


def index_terms(text: str) -> list[str]:
    """Return the terms of a passage, repeated as often as they occur."""
    folded = fold(text)
    return _clean(dictionary_segmenter().cut_for_search(folded)) + _pairs(folded)


def query_terms(question: str) -> list[str]:
    """Return the distinct terms of a question, its stop words left out; empty when nothing is left.

    Of a very long question only the beginning counts.
    """
    folded = fold(question[:_LONGEST_TEXT])
    kept = "".join(word if word not in STOP_WORDS else " " for word in dictionary_segmenter().cut(folded))
    words = [word for word in _clean(dictionary_segmenter().cut_for_search(folded)) if word not in STOP_WORDS]
    return list(dict.fromkeys(words + _pairs(kept)))[:MOST_TERMS]


class SentenceMatch:
    """Finds how much of a question stands together in one sentence of a passage."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take the question's terms, each with how much it says."""
        self._han = [(term.lstrip("_"), weight) for term, weight in weights.items() if not term.isascii()]
        self._latin = [(term.strip("_%"), weight) for term, weight in weights.items() if term.isascii()]

    def best(self, text: str) -> float:
        """Return the greatest weight of terms that meet in one sentence of ``text``, or 0.0."""
        if _FULL_WIDTH.search(text):
            text = text.translate(_HALF_WIDTH)
        folded = text.lower()
        if "," in folded:
            folded = _THOUSANDS.sub("", folded)
        han = [(term, weight) for term, weight in self._han if term in folded]
        if len(han) < 2 and not self._latin:
            return han[0][1] if han else 0.0  # a term lies in one sentence, whichever that is
        most = sum([weight for _, weight in (*han, *self._latin)])
        best = 0.0
        for sentence in _SENTENCE.findall(folded):
            held = sum([weight for term, weight in han if term in sentence])
            if self._latin:
                runs = set(_LATIN.findall(sentence))
                held += sum([weight for term, weight in self._latin if term in runs])
            if held > best:
                best = held
                if best == most:
                    break
        return best


def _clean(words: list[str]) -> list[str]:
    terms = (_ELSEWHERE.sub("", word)[:LONGEST_TERM] for word in words)
    return [term for term in terms if any(map(str.isalnum, term))]


def _pairs(folded: str) -> list[str]:
    terms: list[str] = []
    for run in _RUN.findall(folded):
        if run[0].isascii() or len(run) == 1:
            terms.append("_" + run[:LONGEST_TERM])
        else:
            terms.extend(f"_{first}{second}" for first, second in pairwise(run))
    return terms
