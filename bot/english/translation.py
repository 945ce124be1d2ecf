"""English questions over Chinese reports: an English question in, its terms in Chinese out.

Not a translation: the words of the lexicon, the places that the reports know (by their pinyin), times and
rounds, put in the order of a Chinese question, so that it is read as one.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from bot.english.names import find_names, pinyin
from corpus.lexicon.places import CITIES, PROVINCES
from corpus.organisations.directory import Directory
from corpus.organisations.name_parts import name_parts

_LEXICON: Final = Path(__file__).parents[1] / "catalogues" / "lexicon.txt"
MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
ORDINALS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
NUMERALS: Final = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
_ORDINAL: Final = "|".join(ORDINALS)
_MONTH: Final = "|".join(MONTHS)
_TIMES: Final = (
    (re.compile(r"first three quarters of (\d{4})"), r"\1年前三季度"),
    (re.compile(r"first quarter of (\d{4})|\bq1 (?:of )?(\d{4})"), r"\1\2年第一季度"),
    (re.compile(r"first half of (\d{4})"), r"\1年上半年"),
    (re.compile(r"second half of (\d{4})"), r"\1年下半年"),
    (re.compile(r"(?:end|close) of (\d{4})"), r"\1年末"),
    (re.compile(r"\b((?:19|20)\d{2})\b(?!年)"), r"\1年"),
)
_HAN: Final = re.compile("[一-鿿]+")
_WORD: Final = re.compile("[A-Za-z]+")
_ASKS: Final = re.compile(r"\W*(?:(?:and|so|then|but) )?(?:how|what|which|who|when|where)\b", re.IGNORECASE)
_LEAST_WORDS: Final = 3
_UNSAID: Final = re.compile(r"\b(?:after|during|following) (?:the )?rectification\b")
_YEARS: Final = re.compile(r"(?<=\d年)，(?=\d{4}年)")
_AND_HOW: Final = re.compile(r",? and (?=how (?:many|much)\b)|, (?=how (?:many|much)\b)")
_ASKING: Final = (
    (re.compile(r"\bhow many (?:kilomet(?:re|er)s?|km)\b"), "多少公里"),
    (re.compile(r"\bhow many (?:mu)\b"), "多少亩"),
    (re.compile(r"\bhow many (?:square met(?:re|er)s?)\b"), "多少平方米"),
    (re.compile(r"\bhow many (?:tonnes?|tons?)\b"), "多少吨"),
    (re.compile(r"\bhow many (?:yuan)\b"), "多少元"),
    (re.compile(r"\bhow many (?:times)\b"), "多少次"),
    (re.compile(r"\bhow long\b"), "多长时间"),
    (re.compile(r"\bhow many percentage points?\b"), "多少个百分点"),
    (re.compile(r"\bhow many\b"), "多少个"),
    (re.compile(r"\bhow much money\b"), "多少钱"),
    (re.compile(r"\bhow much\b"), "多少"),
    (re.compile(r"\bwhat (?:percentage|share|proportion)\b"), "百分之多少"),
    (re.compile(r"\bwhen\b|\bwhat (?:date|day|month|year)\b"), "什么时候"),
    (
        re.compile(r"\b(?:which|who)\b(?=[^?]*\b(?:fewer|less|lower|smaller|shorter|fewest|least|lowest)\b)"),
        "哪个更少",
    ),
    (
        re.compile(r"\b(?:which|who)\b(?=[^?]*\b(?:more|higher|larger|greater|longer|most|highest)\b)"),
        "哪个更高",
    ),
    (re.compile(r"\bwhich\b"), "哪些"),
    (re.compile(r"\bwhat (?:was|is|were|are) the\b"), "多少"),
)


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Return English phrases with their Chinese word and its class: noun, amount, verb or unit."""
    rows: dict[str, tuple[str, str]] = {}
    group = ""
    for line in _LEXICON.read_text("utf-8").splitlines():
        if line.startswith("[") or not line.strip() or line.startswith("#"):
            group = line.strip("[]") if line.startswith("[") else group
            continue
        english, _, chinese = line.partition("=")
        for phrase in english.split(","):
            rows[phrase.strip().lower()] = (chinese.strip(), group)
    return rows


@cache
def _phrases() -> re.Pattern[str]:
    ordered = sorted(lexicon(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in ordered)})(?:s|es|d|ed|ing)?\b")


def chinese_terms(question: str, directory: Directory) -> str:
    """Return what an English question asks, in the words and the order of a Chinese one.

    Names that stand in it in Chinese stay as they are, before what is asked of them.
    """
    told = "".join(_HAN.findall(question))
    question = _HAN.sub(" ", question)
    text = question.lower().replace("’", "'").replace("'s ", " ")
    first, *others = _AND_HOW.split(text)
    rest = [_one_term(other, directory) for other in others]
    return "，".join([f"{told}{_one_term(first, directory)}", *rest])


def asks_in_english(text: str) -> bool:
    """Whether a text asks in English, though it may name somebody in Chinese (How many did 临河市水务局 finish)."""
    words = len(_WORD.findall(text))
    return bool(_ASKS.match(text)) and words >= _LEAST_WORDS and words > len(_HAN.findall(text))


def _one_term(text: str, directory: Directory) -> str:
    """Return what one of the questions in an English sentence asks, in Chinese."""
    text = _UNSAID.sub(" ", _render_times(text))
    places = places_in(text, directory)
    text, names = find_names(text, places, directory)
    if names:
        places = [place for place in places if not any(name.startswith(place) for name in names)]
    asked, position = _asking(text)
    nouns: list[str] = []
    others: dict[str, list[str]] = {"noun": [], "amount": [], "verb": [], "unit": []}
    for match in _phrases().finditer(text):
        chinese, group = lexicon().get(match[0]) or lexicon()[_singular(match[0])]
        close = group in ("noun", "amount") and position <= match.start() < position + 40 and not nouns
        (nouns if close else others[group]).append(chinese)
    times = re.findall(
        r"\d{4}年(?:上半年|下半年|前三季度|第一季度|末|\d{1,2}月(?:至\d{1,2}月)?)?|第[一二三四五六七八九十]+轮巡视",
        text,
    )
    subject = "".join([*names, *places, *others["unit"]])
    times = [_YEARS.sub("和", "，".join(times)).replace("，", "")]
    rest = "".join([*others["noun"], *others["amount"], *others["verb"]])
    if any(
        noun.endswith(("率", "比", "额", "入", "润", "算", "占比")) for noun in [*nouns, *others["amount"]]
    ):
        return f"{subject}{''.join(times)}{rest}{''.join(nouns)}是{asked}"
    return f"{subject}{''.join(times)}{rest}{asked}{''.join(nouns)}"


def _singular(phrase: str) -> str:
    for ending in ("s", "es", "d", "ed", "ing"):
        if phrase.endswith(ending) and phrase.removesuffix(ending) in lexicon():
            return phrase.removesuffix(ending)
    return phrase


def _render_times(text: str) -> str:
    text = re.sub(
        rf"\b(?:from )?({_MONTH}) (?:to|through|and|-) ({_MONTH})(?: of)? ((?:19|20)\d{{2}})\b",
        lambda match: f"{match[3]}年{MONTHS.index(match[1]) + 1}月至{MONTHS.index(match[2]) + 1}月",
        text,
    )
    for number, month in enumerate(MONTHS, 1):
        text = re.sub(rf"\b{month} (?:\d{{1,2}}, )?((?:19|20)\d{{2}})\b", rf"\1年{number}月", text)
    for pattern, chinese in _TIMES:
        text = pattern.sub(chinese, text)
    return re.sub(
        rf"\b({_ORDINAL})[- ]round\b",
        lambda match: f"第{NUMERALS[ORDINALS.index(match[1])]}轮巡视",
        text,
    )


def _asking(text: str) -> tuple[str, int]:
    """Return the Chinese words that ask, and where the English ones end (the text's length for none)."""
    for pattern, chinese in _ASKING:
        if match := pattern.search(text):
            return chinese, match.end()
    return "", len(text)


def places_in(text: str, directory: Directory) -> list[str]:
    """Return the places whose pinyin stands in the text: Linhe is 临河."""
    words = set(re.findall(r"[a-z]+", text))
    regions = (name_parts(name).region for name in directory.names)
    return [place for place in _unique(regions) if len(place) > 1 and pinyin(place) in words]


def _unique(regions: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*regions, *PROVINCES, *CITIES]))
