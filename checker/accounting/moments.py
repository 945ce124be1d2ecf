"""Times that a sentence names: each held against those of the source's clause, whether it is one of them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from checker.accounting.directions import is_former
from checker.accounting.framing import is_named_by_report
from checker.accounting.sources import ROUND_WORD, NamedTime, SourceSentence
from checker.accounting.windows import Window
from corpus.lexicon.wording.connectives import connectives
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.times.periods import Period, PeriodRelation, parse_period, resolve_period, same_period

_RECENT: Final = timedelta(days=120)
_SOME_DAY: Final = date(2000, 12, 31)
"""Stands for the day of a text that names none."""
_NOW: Final = connectives("link")
"""Words for the time of the report (现在, 目前), which join."""
_STILL: Final = connectives("ongoing")
"""What says of a thing that it is so when the report is written, whatever time it names besides (正在办理)."""
_DEADLINE: Final = re.compile("(?<!提)前(?![三几一])")
_NUMBERED_ROUND: Final = re.compile(r"第(?:[一二三四五六七八九十]{1,3}|\d{1,2})[轮批届]")


def _is_deadline(time: NamedTime, sentence: SourceSentence) -> bool:
    """Whether a time is one by which something is to be done: 年底前, 8月底之前."""
    return bool(_DEADLINE.search(sentence.text, time.start, time.start + len(time.text) + 2))


def is_then(text: str, window: Window, earlier: str) -> bool:
    """Whether a time is one that the source's clause speaks of, or the last clause before it that names one.

    ``earlier`` is the time that the sentence names before, against which it may be told (上一年).
    """
    sentence = window.sentence
    own = window.times()
    known = own or list(sentence.times_before)
    if any(text == one.text for one in known) or is_named_by_report(text, sentence):
        return True
    if ROUND_WORD.search(text):
        named = [one for one in _NUMBERED_ROUND.findall(sentence.text[: window.reach]) if one[-1] == text[-1]]
        if named and _NUMBERED_ROUND.fullmatch(text):
            return text in (named[-1], *_NUMBERED_ROUND.findall(window.text))
        return text in sentence.text or text in sentence.before or text in sentence.over
    still = any(word in window.text for word in _STILL)
    if text in _NOW and (still or any(_is_up_to_the_report(one, sentence) for one in own)):
        return True
    # 目前尚未出台, of 拟于年底前出台: a day by which is none at which
    own = [one for one in own if text not in _NOW or not _is_deadline(one, sentence)]
    told_before = "".join(sentence.before.split())
    if text in _NOW and not own and not any(one.text in told_before for one in known):
        return not any(is_former(one) for one in window.figures)
    if not any(character.isdigit() for character in text):
        forms = (text, *PARAPHRASES.get(text, ()))
        if any(one.text in forms for one in (*known, *sentence.times)):
            since = resolve_period(text, sentence.passage.published)
            same = [one for one in known if same_period(since, one.period) is PeriodRelation.SAME]
            is_known = bool(same) or any(one.text in forms for one in known)
            return is_known or _is_of_one_day(text, sentence, own)
        if _is_written(forms, window, known):
            return True
        if any(character.isdigit() for character in earlier):
            since = resolve_period(text, sentence.passage.published, _resolved(earlier, sentence, own))
            if any(same_period(since, one.period) is PeriodRelation.SAME for one in own):
                return True
        return _is_of_one_day(text, sentence, own)
    if _is_of_one_day(text, sentence, own):
        return True
    period = _resolved(text, sentence, own)
    told = [parse_period(one.figure.period) for one in window.figures if one.figure.period]
    if not sentence.times and any(same_period(period, one) is PeriodRelation.SAME for one in told):
        return True
    return any(same_period(period, one.period) is PeriodRelation.SAME for one in known)


def _is_written(forms: Sequence[str], window: Window, known: Sequence[NamedTime]) -> bool:
    """Whether the source's sentence has a time in one of its forms, and not as a part of another clause's time.

    三季度 is no 一至三季度, nor 去年 the 去年同期 that a figure of this year is compared with.
    """
    sentence = window.sentence
    others = [one for one in sentence.times if one not in known]
    if all(window.is_against(one) for one in known):
        others = []  # 较去年同期减少17件: the clause's own time is only compared with, and so it goes on
    return any(
        not any(one.start <= match.start() < one.start + len(one.text) for one in others)
        for match in re.finditer(rf"(?<![至到—–~-])(?:{'|'.join(map(re.escape, forms))})", sentence.text)
    )


def _is_up_to_the_report(time: NamedTime, sentence: SourceSentence) -> bool:
    """Whether a time is a day or a month, not long before the report, up to which it tells (截至6月底)."""
    last, published = time.period.last, sentence.passage.published
    if last is None or published is None or not time.period.as_of:
        return False
    return timedelta() <= published - last <= _RECENT


def _is_of_one_day(text: str, sentence: SourceSentence, own: Sequence[NamedTime]) -> bool:
    """Whether two texts of one day mean the same time by these words (前八个月, 1—8月; 去年全年, 去年), whatever the day."""
    day = sentence.passage.published or _SOME_DAY
    period = resolve_period(text, day)
    return any(same_period(period, resolve_period(one.text, day)) is PeriodRelation.SAME for one in own)


def _resolved(text: str, sentence: SourceSentence, own: Sequence[NamedTime]) -> Period:
    anchor = own[0].period if own else None
    return resolve_period(text, sentence.passage.published, anchor)
