"""English sentences about Chinese reports: a sentence in, word by word what the reports may say for it out.

Not a translation to be read, but what can be held against the Chinese source. A word that no table knows stays as it
is, and so is nobody's. What stands in it in Chinese, a name or a figure, is taken as it is written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.english.names import find_names, titled_names
from bot.english.number_words import EnglishNumber, NumberSort, find_numbers
from bot.english.translation import MONTHS, NUMERALS, ORDINALS, lexicon, places_in
from corpus.figure import Kind, Qualifier
from corpus.lexicon.wording.connectives import connectives
from corpus.organisations.directory import Directory
from corpus.quantities.figures import find_figures

_TABLE: Final = Path(__file__).parents[1] / "catalogues" / "sentence_words.txt"
_MONTH: Final = "|".join(MONTHS)
_TIME: Final = re.compile(
    rf"""
    (?P<end>\b(?:the\s+)?(?:end|close)\s+of\s+)?
    (?:\b(?P<month>{_MONTH})(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,|\s+of)?\s+(?P<year>(?:19|20)\d\d)\b
      |\b(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH})\s+(?P<year2>(?:19|20)\d\d)\b
      |(?<=\bin\s)(?P<year3>(?:19|20)\d\d)\b|(?<=\bof\s)(?P<year4>(?:19|20)\d\d)\b|(?<=\bby\s)(?P<year5>(?:19|20)\d\d)\b
      |(?<=\bfor\s)(?P<year8>(?:19|20)\d\d)\b|(?<=\bsince\s)(?P<year10>(?:19|20)\d\d)\b|(?<=\bthe\s)(?P<year9>(?:19|20)\d\d)(?=\s[a-z]))
    |\bfrom\s+(?P<first>{_MONTH})\s+to\s+(?P<last>{_MONTH})(?:,|\s+of)?\s+(?P<year6>(?:19|20)\d\d)\b
    |\bfirst\s+half\s+of\s+(?P<year7>(?:19|20)\d\d)\b
    """,
    re.VERBOSE,
)
_MONTH_ALONE: Final = re.compile(
    rf"\b(?P<end>(?:the\s+)?end\s+of|in|by|of|until|since)\s+(?P<month>{_MONTH})\b(?!,?\s+(?:of\s+)?\d)"
    rf"|\b(?P<month2>{_MONTH})\s+(?P<day>[1-3]?\d)(?:st|nd|rd|th)?\b(?![.%\d]|,\d)"
    rf"|\b(?P<day2>[1-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month3>{_MONTH})\b"
)
"""A month or a day without its year."""
_FIRST_MONTHS: Final = re.compile(
    r"\bfirst (?P<months>[a-z]+) months(?: of (?:the year|this year|(?P<year>(?:19|20)\d\d)))?\b"
)
_NUMBERS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_QUARTER: Final = re.compile(r"\b(first|second|third|fourth) quarter(?: of ((?:19|20)\d\d))?\b")
_ROUND: Final = re.compile(rf"\b({'|'.join(ORDINALS)})[- ]round\b")
_NTH: Final = re.compile(rf"\b({'|'.join(ORDINALS)})\b(?!-)")
_WORD: Final = re.compile(r"'s\b|[a-z]+-?\d[\d.]*(?<!\.)|[a-z][a-z'-]*|[一-鿿]+|[^\sa-z]")
_ENGLISH: Final = re.compile("[A-Za-z]+")
_HAN: Final = re.compile("[一-鿿]+")
_LEAST_WORDS: Final = 3
_SORTS: Final = {
    Kind.MONEY: NumberSort.MONEY,
    Kind.PERCENT: NumberSort.PERCENT,
    Kind.PERCENTAGE_POINT: NumberSort.POINTS,
}
_LINKS: Final = connectives("link")
_AND: Final = re.compile(r"\b(?:and|while|whereas|with)\b")
_SAME_LENGTH: Final = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class EnglishPart:
    """A part of an English sentence, ``source[start:end]``, and the Chinese that may stand for it.

    No ``forms`` and an empty ``text`` are a word that only joins; ``number`` is set for a number.
    """

    start: int
    end: int
    text: str
    forms: tuple[str, ...] = ()
    number: EnglishNumber | None = None


def is_english(sentence: str) -> bool:
    """Whether a sentence is told in English, though it may name somebody in Chinese (泽溪州 opened 24 cases)."""
    words, names = _ENGLISH.findall(sentence), _HAN.findall(sentence)
    if not names:
        return True
    return (
        len(words) >= _LEAST_WORDS and len(words) > len(names) and sum(map(len, words)) > sum(map(len, names))
    )


def read_sentence_words() -> dict[str, tuple[str, ...]]:
    """Return English words of sentences with the Chinese ones that may stand for each, none for a link."""
    rows: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if not line.startswith("#") and "=" in line:
            english, _, chinese = line.partition("=")
            for phrase in english.split(","):
                rows[phrase.strip().lower()] = tuple(
                    dict.fromkeys((*rows.get(phrase.strip().lower(), ()), *chinese.split()))
                )
    return rows


def _all_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words of sentences and those of questions, whose Chinese comes after."""
    known = dict(read_sentence_words())
    for phrase, (chinese, _) in lexicon().items():
        own = known.get(phrase)
        if own is None or own:
            known[phrase] = tuple(dict.fromkeys((*(own or ()), chinese)))
    return known


_WORDS: Final = _all_words()
_PHRASE: Final = re.compile(
    rf"(?:{'|'.join(re.escape(one) for one in sorted(_WORDS, key=len, reverse=True))})(?:'s|s|es|d|ed|ing)?(?![a-z-])"
)


def read_pieces(sentence: str, directory: Directory, titles: str = "") -> list[EnglishPart]:
    """Return the parts of an English sentence in order, marks and links among them.

    Names in pinyin are those of ``directory`` and of the reports' ``titles``.
    """
    text = sentence.translate(_SAME_LENGTH).lower()
    fixed = sorted(_fixed(text, directory, titles), key=lambda one: (one.start, -one.end))
    pieces: list[EnglishPart] = []
    place = 0
    while place < len(text):
        fixed = [one for one in fixed if one.start >= place]
        if fixed and fixed[0].start == place:
            piece = fixed[0]
        elif text[place].isspace():
            place += 1
            continue
        else:
            stop = fixed[0].start if fixed else len(text)
            piece = _word_at(text, place, stop)
        pieces.append(piece)
        place = piece.end
    return list(_split(pieces, text))


def _fixed(text: str, directory: Directory, titles: str) -> Iterator[EnglishPart]:
    """Yield the times, names, rounds and numbers."""
    times = [match for match in _TIME.finditer(text) if match[0].strip()]
    for match in times:
        yield EnglishPart(match.start(), match.end(), chinese := _chinese_time(match), (chinese,))
    spans = [match.span() for match in times]
    alone = [
        one
        for one in _MONTH_ALONE.finditer(text)
        if not any(low < one.end() and one.start() < high for low, high in spans)
    ]
    spans += [one.span() for one in alone]
    for match in alone:
        month, day = match["month"] or match["month2"] or match["month3"], match["day"] or match["day2"]
        behind = f"{day}日" if day else "底" if "end" in match["end"] else ""
        chinese = f"{MONTHS.index(month) + 1}月{behind}"
        yield EnglishPart(match.start(), match.end(), chinese, (chinese,))
    for match in _FIRST_MONTHS.finditer(text):
        if match["months"] in _NUMBERS:
            year = f"{match['year']}年" if match["year"] else ""
            chinese = f"{year}前{_NUMBERS.index(match['months']) + 2}个月"
            spans.append(match.span())
            yield EnglishPart(*match.span(), chinese, (chinese,))
    for match in _QUARTER.finditer(text):
        chinese = f"{match[2] + '年' if match[2] else ''}第{NUMERALS[ORDINALS.index(match[1])]}季度"
        yield EnglishPart(match.start(), match.end(), chinese, (chinese,))
    for match in _ROUND.finditer(text):
        chinese = f"第{NUMERALS[ORDINALS.index(match[1])]}轮"
        yield EnglishPart(match.start(), match.end(), chinese, (chinese,))
    for match in _NTH.finditer(text):
        chinese = f"第{NUMERALS[ORDINALS.index(match[1])]}"
        yield EnglishPart(match.start(), match.end(), chinese, (chinese,))
    for one in find_numbers(text):
        if not any(start < one.end and one.start < end for start, end in spans):
            yield EnglishPart(one.start, one.end, "■", number=one)
    yield from _written_in_chinese(text)
    yield from _names(text, directory)
    for start, end, name in titled_names(text, titles):
        if text[start:end] not in _WORDS:
            yield EnglishPart(start, end, name, (name,))


def _written_in_chinese(text: str) -> Iterator[EnglishPart]:
    """Yield the exact quantities and the times that are told in Chinese (38.7亿元)."""
    for one in find_figures(text) if _HAN.search(text) else ():
        if not _HAN.search(one.raw):
            continue
        if one.kind is Kind.DATE:
            yield EnglishPart(one.start, one.end, one.raw, (one.raw,))
        elif one.value is not None and one.qualifier is Qualifier.EXACT and one.raw[0].isdigit():
            number = EnglishNumber(one.start, one.end, one.value, _SORTS.get(one.kind, NumberSort.COUNT))
            yield EnglishPart(one.start, one.end, "■", number=number)


def _names(text: str, directory: Directory) -> Iterator[EnglishPart]:
    places = places_in(text, directory)
    for place in places:
        rest, names = find_names(text, [place], directory)
        gone = [at for at in range(len(text)) if rest[at] != text[at]]
        if names and gone:
            yield EnglishPart(gone[0], gone[-1] + 1, names[0], (names[0],))


def _chinese_time(match: re.Match[str]) -> str:
    got = {name: value for name, value in match.groupdict().items() if value}
    year = next(value for name, value in got.items() if name.startswith("year"))
    if "first" in got:
        return f"{year}年{MONTHS.index(got['first']) + 1}月至{MONTHS.index(got['last']) + 1}月"
    if "year7" in got:
        return f"{year}年上半年"
    month = got.get("month") or got.get("month2")
    if not month:
        return f"{year}年{'底' if 'end' in got else ''}"
    day = got.get("day") or got.get("day2")
    end = "底" if "end" in got and not day else ""
    return f"{year}年{MONTHS.index(month) + 1}月{f'{int(day)}日' if day else end}"


def _word_at(text: str, place: int, stop: int) -> EnglishPart:
    whole = not text[place - 1 : place].isalpha()
    match = _PHRASE.match(text, place, stop) if whole else None
    if match:
        phrase = match[0] if match[0] in _WORDS else _stem(match[0])
        forms = _WORDS[phrase]
        if forms and _LINKS.issuperset(forms):  # from: 从
            return EnglishPart(place, match.end(), forms[0])
        return EnglishPart(place, match.end(), forms[0] if forms else "", forms)
    word = _WORD.match(text, place)
    end = min(word.end(), stop) if word else place + 1
    raw = text[place:end]
    if "-" in raw and raw[0].isalpha() and not raw[-1].isdigit():  # paid-tutoring
        return _word_at(text, place, place + raw.index("-"))
    if raw == "'s":
        return EnglishPart(place, end, "")
    if raw in ",;:.!?()":
        return EnglishPart(place, end, {",": "，", ";": "；"}.get(raw, " "))
    return EnglishPart(place, end, raw, (raw, raw.upper()) if raw[0].isalnum() else ())


def _stem(phrase: str) -> str:
    return next(
        phrase.removesuffix(ending)
        for ending in ("'s", "s", "es", "d", "ed", "ing")
        if phrase.endswith(ending) and phrase.removesuffix(ending) in _WORDS
    )


def _split(pieces: list[EnglishPart], text: str) -> Iterator[EnglishPart]:
    """Yield the pieces, a comma for each word that joins two clauses with a number each."""
    told = False
    for place, piece in enumerate(pieces):
        told = (told or piece.number is not None) and piece.text not in ("，", "；")
        joins = _AND.fullmatch(text, piece.start, piece.end)
        if joins and told and any(one.number for one in pieces[place:]):
            told = False
            yield EnglishPart(piece.start, piece.end, "，")
        else:
            yield piece
