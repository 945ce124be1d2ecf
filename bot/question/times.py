"""The times and rounds that a question names: its text in, the text without them and the times out."""

import re
from typing import Final

from bot.question.question import blanked
from corpus.numerals import in_chinese
from corpus.quantities.units import unit_at
from corpus.times.periods import find_periods
from corpus.times.rounds import ROUND, ROUND_NUMBER, named_rounds, rounds_in

_NOW: Final = frozenset("现在 目前 当前 如今 眼下 至今 迄今".split())
_AND: Final = "[和与跟同及、，或]|以及|还是"
_COMPARATOR: Final = re.compile(
    r"(?:(?<![占同环配])比|较|跟|与|和|同)(?P<period>(?:[^，。]{0,3}(?:\d{4}[年届]|上一?年|去年|前年|上一?[轮届批])|(?:\d{4}年)?\d{1,2}月份?|上个?月)(?:同期|末|底)?)"
    r"(?:的|又)?(?:相?比|提高|增|降|上升|下降|上涨|下跌|下滑|回落|多|少|减|涨|跌|高|低|升|压|缩|扩|长|短|翻)"
)
_AROUND: Final = re.compile("(?:巡[视察])?整改(?:之|以)?(?:前后|前|后)(?![期续进列])")
_SHORTENED: Final = (
    (re.compile(rf"(?<!\d)((?:19|20)\d\d)(?=(?:{_AND})(?:19|20)\d\d(?:年|上|下|[和、]))"), r"\1年"),
    (re.compile(r"(?<!\d)(20\d\d)(?=上半年|下半年|第?[一二三四]季度|前[一二三\d]+个?[月季]|全年|年[初末底])"), r"\1年"),
    (
        re.compile(r"(?<![\d.近这过用花了第前后])([012]\d)年(?!来|间|时间|以上|多|前|后|内|期)"),
        r"20\1年",
    ),
    (
        re.compile(rf"第({ROUND_NUMBER})(?=(?:{_AND})第?(?:{ROUND_NUMBER})轮)"),
        r"第\1轮",
    ),
    (re.compile(rf"(?<=轮)({_AND})({ROUND_NUMBER})轮"), r"\1第\2轮"),
    (re.compile(rf"(?<=[省市县区州旗委])(二|(?:{ROUND_NUMBER})(?!轮[^，。？?]*[共总累]))轮(?=巡[视察])"), r"第\1轮"),
)  # fmt: skip
"""How people shorten times that stand in a row, or that everybody knows: 2020和2021年, 22年上半年, 第二、三轮."""
_BARE_YEAR: Final = re.compile(
    r"(?<![\dA-Za-z.第])20[0-3]\d(?=[一-鿿])(?![年届版款型多余来几左]|以[上下]|[到至]\d)"
)
"""A year before what was in it (2022清明档), if that is no unit (2022个)."""


def full_times(text: str) -> str:
    """Return a question with its shortened years and rounds written in full, rounds by their one name."""
    for pattern, full in _SHORTENED:
        text = pattern.sub(full, text)
    text = _BARE_YEAR.sub(lambda year: year[0] if unit_at(text, year.end()) else f"{year[0]}年", text)
    return named_rounds(text)


def find_times(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the text with its times blanked, the times asked about, and those it compares with."""
    compared = [match.span("period") for match in _COMPARATOR.finditer(text)]
    masked = _COMPARATOR.sub(lambda match: blanked(match[0], 0, match.end("period") - match.start()), text)
    masked = _AROUND.sub(lambda match: "　" * len(match[0]), masked)
    asked: list[str] = []
    beside: list[str] = []
    for mention in find_periods(text):
        inside = any(start <= mention.start and mention.end <= end for start, end in compared)
        if ROUND.search(mention.text):
            continue
        if mention.text not in _NOW:
            (beside if inside else asked).append(mention.text)
        masked = blanked(masked, mention.start, mention.end)
    return masked, tuple(asked), tuple(beside)


def find_rounds(text: str, masked: str) -> tuple[str, tuple[str, ...]]:
    """Return ``masked`` with the rounds of inspection blanked, and the numbers (``八``) of those that ``text`` names."""
    rounds = tuple(dict.fromkeys(in_chinese(number) for number in rounds_in(text)))
    return ROUND.sub(lambda match: "　" * len(match[0]), masked), rounds
