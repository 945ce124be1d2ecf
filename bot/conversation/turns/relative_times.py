"""Times that are told by the one that was spoken of: a turn and the topic in, the turn with its times in full out.

上年 after 2022年 is 2021年, 上一轮 after the fifth round is the fourth, 5月底 after 2023年 is 2023年5月底.
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.numerals import in_chinese
from corpus.times.rounds import round_number

_YEARS: Final = {
    "上年": -1,
    "上一年": -1,
    "去年": -1,
    "前一年": -1,
    "上一年度": -1,
    "上年度": -1,
    "前年": -2,
    "上上年": -2,
    "再上一年": -2,
    "再往前一年": -1,
    "往前一年": -1,
    "再下一年": 1,
    "再后一年": 1,
    "再往后一年": 1,
    "往后一年": 1,
    "次年": 1,
    "下一年": 1,
    "第二年": 1,
    "后一年": 1,
    "the year before": -1,
    "the previous year": -1,
    "last year": -1,
    "the next year": 1,
    "the following year": 1,
}
_SPOKEN: Final = {"去年": -1, "前年": -2}
"""Years that are told by when somebody speaks, and not by the year that was spoken of."""

_ROUNDS: Final = {
    "上上一轮": -2,
    "上上轮": -2,
    "上一轮": -1,
    "上轮": -1,
    "前一轮": -1,
    "下一轮": 1,
    "下轮": 1,
    "后一轮": 1,
    "the previous round": -1,
    "the round before": -1,
    "the next round": 1,
}
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def _any_of(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_YEAR_WORD: Final = re.compile(
    rf"(?<![比较与同和跟上])(?:{_any_of(tuple(_YEARS))})(?!同期|度)", re.IGNORECASE
)
_COMPARED_WORD: Final = re.compile(r"(?<=[比较与同和跟])(?:(?:前|上)一年度?|上年度)(?!同期)")
"""The year before, as what is compared with it: reports say 比上年."""
_SPOKEN_WORD: Final = re.compile(r"(?<![比较与同和跟])[去前]年(?!同期|度)")
_ROUND_WORD: Final = re.compile(rf"(?<![比较与同和跟上])(?:{_any_of(tuple(_ROUNDS))})", re.IGNORECASE)
_MONTH: Final = re.compile(
    r"(?<![\d年])(?<!年末)(1[0-2]|[1-9])(?=月(?!份?以来)(?:份|底|末|初|中旬|上旬|下旬)?)"
)
_HALF: Final = re.compile(r"(?<![年度\d])(?=(?:上半年|下半年|第?[一二三四]季度)(?!年))")
_YEAR: Final = re.compile(r"((?:19|20)\d{2})年")
_BARE_YEAR: Final = re.compile(r"^((?:19|20)\d{2})(?=的?$)")
_BARE_ORDINAL: Final = re.compile(
    rf"\bthe ({'|'.join(_ORDINALS)})\b(?! round)(?=\W*(?:$|one\b))", re.IGNORECASE
)
_BARE_ROUND: Final = re.compile(r"^(?:第)?([一二三四五六七八九十]{1,2})轮?的?(?=呢|$)")


def in_full(
    text: str, periods: Sequence[str], rounds: Sequence[str], stated: str = "", published: str = ""
) -> str:
    """Return a turn with its times as they are after those of the topic.

    ``stated`` is the time of the last fact, ``published`` the date of its report (YYYY-MM-DD): 前年 after 去年 is two
    years before the one in which that was said.
    """
    text = _COMPARED_WORD.sub("上年", _BARE_YEAR.sub(r"\1年", text))
    told = [found[1] for one in (*periods, stated) if (found := _YEAR.search(one))]
    spoken = next((_SPOKEN[one] for one in periods if one in _SPOKEN), None)
    if spoken is not None and (told or published):
        now = int(told[0]) - spoken if told else int(published[:4])
        text = _SPOKEN_WORD.sub(lambda match: f"{now + _SPOKEN[match[0]]}年", text)
    if told:
        year = int(told[0])
        text = _YEAR_WORD.sub(lambda match: f"{year + _YEARS[match[0].lower()]}年", text)
        if not _YEAR.search(text):
            text = _HALF.sub(f"{year}年", _MONTH.sub(rf"{year}年\1", text))
    if rounds and (number := round_number(rounds[-1])):
        text = _ROUND_WORD.sub(lambda match: _round(number + _ROUNDS[match[0].lower()], match[0]), text)
        text = _BARE_ORDINAL.sub(lambda match: f"the {match[1].lower()} round", text)
    return text


def is_bare_year(text: str) -> bool:
    """Whether a text is a year and nothing else (2023)."""
    return bool(_BARE_YEAR.match(text.strip("？?。 ")))


def _round(number: int, said: str) -> str:
    return f"第{in_chinese(number)}轮" if number > 0 else said
