"""How papers and agencies open (本报讯（记者甲）; 新华社东原8月27日电): a text in, the day of its dateline out."""

import re
from datetime import date
from typing import Final

_DATELINE: Final = re.compile(
    r"\s*(?:通讯员\s?[^\d，。,]{2,12}?\s?报道\s*)?(?:本报讯?|新华社|中新社|[\u4e00-\u9fff]{2,8}网(?=\s*(?:\d|[电讯])))\s*"
    r"(?:[\u4e00-\u9fff]{0,6}?(?P<month>\d{1,2})月(?P<day>\d{1,2})日)?"
    r"\s*[电讯]?\s*(?:[（(][^（）()]{0,20}(?:记者|通讯员)[^（）()]*[）)])?\s*"
)
_SPAN: Final = r"(?:\d{1,2}月?份?[至到—－~～-])?(?P<month>\d{1,2})月"
_THIS_YEAR: Final = re.compile(f"[今本]年{_SPAN}")
_STATED: Final = re.compile(rf"(?P<year>20\d\d)年{_SPAN}")
_SINCE: Final = re.compile(r"(?P<year>20\d\d)年以来")
_UNTIL: Final = re.compile(r"截[至止](?P<month>\d{1,2})月")
_SENTENCE: Final = re.compile(r"[^。！？\n]+")


def without_dateline(line: str) -> str:
    """Return a text's first line behind its dateline."""
    opening = _DATELINE.match(line)
    return line[opening.end() :] if opening else line


def dateline_day(text: str, start: int = 0) -> date | None:
    """Return the day of the dateline that opens ``text`` from ``start`` on, None where its year is not told.

    A dateline leaves the year out; the text tells it where it speaks of one month both as this year's and with its
    year: 今年7月 beside 2018年以来，截至7月31日.
    """
    opening = _DATELINE.match(text, start)
    if opening is None or opening["month"] is None:
        return None
    months = {match["month"] for match in _THIS_YEAR.finditer(text, start)}
    told = [(match["month"], match["year"]) for match in _STATED.finditer(text, start)]
    for sentence in _SENTENCE.findall(text[start:]):
        since, until = _SINCE.search(sentence), _UNTIL.search(sentence)
        if since and until:
            told.append((until["month"], since["year"]))
    years = {year for month, year in told if month in months}
    if len(years) != 1:
        return None
    try:
        return date(int(years.pop()), int(opening["month"]), int(opening["day"]))
    except ValueError:  # the 31st of June is no date
        return None
