"""Dates as documents are dated: ``2023-07-05``, ``2023年7月5日``, ``二〇二二年十二月九日`` become ``date``.

Only whole dates (year, month and day) are read here; they say when a report was published or signed.
"""

import re
from datetime import date

from corpus.numerals import number_of, small_numeral

_YEAR_HAN = "[一二][〇○◯零ＯOo0九八七][〇○◯零ＯOo0一二三四五六七八九]{2}"
_DATE = re.compile(
    rf"""
    (?<![\d.])
    (?:
        (?P<y>(?:19|20|１９|２０)\d\d)\s*(?P<sep>[-/.．－—／年])\s*(?P<m>\d{{1,2}})\s*(?:(?P=sep)|月)\s*
        (?P<d>\d{{1,2}})(?!\d)(?:\s*日)?
      | (?P<hy>{_YEAR_HAN})\s*年\s*(?P<hm>[元正一二三四五六七八九十]{{1,2}})\s*月\s*
        (?P<hd>[初一二三四五六七八九十廿卅]{{1,3}})\s*日
    )
    """,
    re.VERBOSE,
)


def find_date(text: str, start: int = 0, end: int | None = None) -> tuple[date, int, int] | None:
    """Return the first real whole date in ``text[start:end]`` with its offsets, or None."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        parsed = _parse(match)
        if parsed is not None:
            return parsed, match.start(), match.end()
    return None


def _parse(match: re.Match[str]) -> date | None:
    try:
        if match["y"]:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
        year = number_of(match["hy"])
        return date(year, small_numeral(match["hm"]) or 0, small_numeral(match["hd"]) or 0)
    except ValueError:  # the 31st of June is no date
        return None
