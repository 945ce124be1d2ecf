"""Rounds of inspection (第八轮, 第8轮, 第８轮): text in, their numbers and one way to write them out.

The number is what counts: 第8轮 and 第八轮 are one round.
"""

import re
from collections.abc import Iterable
from typing import Final

from corpus.numerals import in_chinese, normalise, read_numeral

ROUND_NUMBER: Final = "[一二三四五六七八九十百]+|[0-9０-９]+"
"""Source of an expression for a round's number, between 第 and 轮; put it into a group of its own."""

ROUND: Final = re.compile(f"第(?P<number>{ROUND_NUMBER})轮")
"""A round that is named by its number."""


TERM: Final = re.compile(
    f"(?<![上下每本历几])(?P<number>{ROUND_NUMBER})届(?=[\u4e00-\u9fff]{{0,8}}(?:委|党|中央))"
)
"""A term of a committee, with 第 or without: 五届县委, 第五届县委."""


_LISTED: Final = re.compile(
    f"第?(?P<number>{ROUND_NUMBER})(?=(?:轮?(?:、|以?及|[和与])第?(?:{ROUND_NUMBER}))*轮)轮?"
)
"""A round in a list of rounds that are told apart: 第二, 第三 and 第四 of 第二、第三和第四轮."""


def listed_round(text: str, start: int, end: int) -> str:
    """Return the round that ``text[start:end]`` names, alone or as a member of a list; "" where it names none."""
    found = _LISTED.match(text, start)
    number = round_number(found["number"]) if found and found.end() >= end else None
    return round_name(number) if number else ""


def terms_in(text: str) -> list[int]:
    """Return the numbers of the terms of committees that ``text`` names, in order."""
    if "届" not in text:
        return []  # most texts have none: they are looked at a thousand times
    numbers = (round_number(match["number"]) for match in TERM.finditer(text))
    return [number for number in numbers if number is not None]


def round_number(written: str) -> int | None:
    """Return what a round's number says (``八``, ``8``, ``８``), None where it is no number of a round."""
    numeral = read_numeral(normalise(written))
    return int(numeral.value) if numeral is not None and numeral.value > 0 else None


def round_name(number: int) -> str:
    """Return how a round is called: ``第八轮``, from 100 on ``第100轮``."""
    return f"第{in_chinese(number)}轮"


def rounds_in(text: str) -> list[int]:
    """Return the numbers of the rounds that ``text`` names, in order."""
    if "轮" not in text:
        return []
    numbers = (round_number(match["number"]) for match in ROUND.finditer(text))
    return [number for number in numbers if number is not None]


def are_others(named: Iterable[str], text: str) -> bool:
    """Whether rounds are ``named`` (by their numbers, as they are written) and ``text`` names none of them."""
    numbers = {round_number(one) for one in named}
    return bool(numbers) and numbers.isdisjoint(rounds_in(text))


_ROW: Final = re.compile(
    rf"(?P<lead>[第前])(?P<low>{ROUND_NUMBER})(?:[批轮]?[—–\-－~～至到]第?(?P<high>{ROUND_NUMBER}))?(?P<of>[批轮])(?!次)"
)


def rows_in(text: str) -> list[str]:
    """Return the rounds and batches that ``text`` names, in order: 4 for 第四轮, 1-4 for 前四轮, 批1-16 for 第1—16批."""
    found: list[str] = []
    for match in _ROW.finditer(text) if "轮" in text or "批" in text else ():
        low, high = round_number(match["low"]), round_number(match["high"] or match["low"])
        if low and high:
            low = 1 if match["lead"] == "前" else low
            span = str(high) if low == high else f"{low}-{high}"
            found.append(span if match["of"] == "轮" else match["of"] + span)
    return found


def named_rounds(text: str) -> str:
    """Return ``text`` with its rounds called by their one name (第4轮: 第四轮); offsets may move."""

    def named(match: re.Match[str]) -> str:
        number = round_number(match["number"])
        return match[0] if number is None else round_name(number)

    return ROUND.sub(named, text)
