"""Examples of what a number counts (发现甲不严、乙不实等方面问题35个): a sentence in, their places out.

The number counts all that was found; the examples say nothing more of it, and the last of them is not what it counts.
"""

import re
from collections.abc import Iterator

from corpus.lexicon.function_words import FINDING_WORDS, FOUND_NOUNS
from corpus.statements.distribution import TextSpan

_EXAMPLES = re.compile(
    rf"(?:{'|'.join(FINDING_WORDS)})[出了]?"
    r"(?P<list>[^，,。；;：:\d][^。；;：:\d]{2,120}[、，,][^。；;：:\d、，,]{2,40}等"
    rf"(?:[^\d、，,。；;]{{0,6}}?(?={'|'.join(FOUND_NOUNS)})|(?=\d+[个条项处](?:{'|'.join(FOUND_NOUNS)}))))"
)


def find_examples(sentence: str) -> Iterator[TextSpan]:
    """Yield where ``sentence`` gives examples of the problems that it counts, with the 等 behind them."""
    return (match.span("list") for match in _EXAMPLES.finditer(sentence))
