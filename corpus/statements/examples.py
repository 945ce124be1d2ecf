"""Examples of what a number counts (发现甲不严、乙不实等方面问题35个), and remarks in brackets: a sentence in, their places out.

The number counts all that was found; the examples say nothing more of it, and the last of them is not what it counts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.lexicon.function_words import FINDING_WORDS, FOUND_NOUNS
from corpus.statements.list_heads import TextSpan

_EXAMPLES = re.compile(
    rf"(?:{'|'.join(FINDING_WORDS)})[出了]?"
    r"(?P<list>[^，,。；;：:\d][^。；;：:\d]{2,120}[、，,][^。；;：:\d、，,]{2,40}等"
    rf"(?:[^\d、，,。；;]{{0,6}}?(?={'|'.join(FOUND_NOUNS)})|(?=\d+[个条项处](?:{'|'.join(FOUND_NOUNS)}))))"
)
_ASIDE_ALONE = re.compile(r"[（(](?!不?含|其中|除)[^\W\d]{1,4}[）)]")
_BRACKETED = re.compile(r"(?<=[^\s，。；])[（(][^（）()\n]{1,60}[）)](?=[^\s，,。；;、])")


def find_examples(sentence: str) -> Iterator[TextSpan]:
    """Yield where ``sentence`` gives examples of the problems that it counts, with the 等 behind them."""
    return (match.span("list") for match in _EXAMPLES.finditer(sentence))


def find_remarks(sentence: str, quantities: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """Yield the brackets without a figure, with what stands in them: 处罚率（处罚数/检查数）为12.3%; but not 村（社区）."""
    starts = [start for start, _ in quantities]
    for match in _BRACKETED.finditer(sentence):
        first = bisect_left(starts, match.start())
        if (first == len(starts) or starts[first] >= match.end()) and not _ASIDE_ALONE.fullmatch(match[0]):
            yield match.span()
