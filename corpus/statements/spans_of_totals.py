"""Over how long a total runs: a figure of a sentence in, whether it says so of the total that follows it out.

两年合计84万元 counts no years, and 两个阶段累计化解44件 no stages.
"""

import re
from typing import Final

from corpus.figure import Figure, Kind

_SUMS: Final = "(?:共|合计|累计|总计|总共)"
_BEHIND: Final = {
    Kind.DURATION: re.compile(rf"(?:间|来|内)?[，,]?{_SUMS}"),
    Kind.COUNT: re.compile(rf"(?:阶段|季度|学期|学年|年度){_SUMS}"),
}
"""What stands behind a span of time, and behind a number of stages, that a total runs over."""


def spans_total(figure: Figure, sentence: str, offset: int = 0) -> bool:
    """Whether a figure, whose offsets less ``offset`` index ``sentence``, says over how long the total behind it runs."""
    behind = _BEHIND.get(figure.kind)
    return behind is not None and behind.match(sentence, figure.end - offset) is not None
