"""Over how long a total runs: a figure of a sentence in, whether it says so of the total that follows it out.

两年合计84万元 counts no years, and 两个阶段累计化解44件 no stages.
"""

import re
from typing import Final

from corpus.figure import Figure, Kind

_BEHIND: Final = {
    Kind.DURATION: re.compile("[间来内]?[，,]?(?:共|[合累总][计共])"),
    Kind.COUNT: re.compile("(?:阶段|季度|学期|学年)(?:共|[合累总][计共])"),
}
"""What stands behind a span of time, or behind a number of stages, where all are added up."""


def spans_total(figure: Figure, sentence: str, offset: int = 0) -> bool:
    """Whether a figure, whose offsets less ``offset`` index ``sentence``, says over how long the total behind it runs."""
    behind = _BEHIND.get(figure.kind)
    return behind is not None and behind.match(sentence, figure.end - offset) is not None
