"""Numbers of a model's sentence that are read as no figure: a sentence in, those that stand so in no passage out."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.generation.faults import Fault
from bot.generation.sentence_stream import item_end
from corpus.figure import Figure
from corpus.numerals import normalise

_NUMBER: Final = re.compile(r"(?<![A-Za-z\d])\d+(?:,\d{3}(?!\d))*(?:\.\d+)*")
_MARK: Final = re.compile(r"[,;:。，；：、()\s]")
_AROUND: Final = 3
"""Characters on either side that have to stand beside the number in a passage too, up to a mark."""


def stray_numbers(
    plain: str, figures: Sequence[Figure], context: str, stands: Callable[[str], bool]
) -> Iterator[Fault]:
    """Yield the numbers of a sentence that no figure covers and that ``stands`` does not find as they are written.

    The number of an item of a list, which follows upon one in the ``context``, is none.
    """
    text = normalise(plain)
    for match in _NUMBER.finditer(text, item_end(text, context)):
        start, end = match.span()
        if any(one.start < end and start < one.end for one in figures):
            continue
        before = _MARK.split(text[max(0, start - _AROUND) : start])[-1]
        behind = _MARK.split(text[end : end + _AROUND])[0]
        if not stands(before + match[0] + behind):
            yield Fault(start, end, plain[start:end], "why_number")
