"""Words of order that the source's figures bear out: a sentence's quantities in, where such words stand out.

Who lists the figures of a sentence from the greatest on may say 由多到少, 其次 of the second, 其余 of those that are not told
yet, and 更多 of the greater of two.
"""

import re
from collections.abc import Iterator
from typing import Final

from checker.accounting.extremes import (
    RANK_WORDS,
    ToldAt,
    borne_out_ranks,
    has_its_marks_told,
    measured_alike,
)
from checker.accounting.sources import SourceSentences
from checker.accounting.windows import MOST_STATED
from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.statements.list_heads import TextSpan
from corpus.words import character_pairs

_DESCENDING: Final = re.compile(
    r"(?:按[^，,；;。\d]{0,7})?[由从](?:(?P<down>多到少|高到低|大到小|长到短)|少到多|低到高|小到大|短到长)(?:的?顺序|排列|排序)?"
)
_SECOND_WORD: Final = "其次"
_SECOND: Final = re.compile("|".join((_SECOND_WORD, *sorted(PARAPHRASES[_SECOND_WORD]))))
_OTHERS: Final = re.compile(any_connective("others"))
_MORE: Final = re.compile(
    r"(?P<of>[^，,；;。：:]{2,12}?)(?P<word>的?更(?:(?P<more>[多高大长])|[少低小短]))(?=[：:，,])"
)
_COMMA: Final = re.compile("[，,]")
_END: Final = re.compile("[；;。]")
_LEAST: Final = 2


def borne_out_orders(text: str, told: ToldAt, source: SourceSentences) -> Iterator[TextSpan]:
    """Yield where ``text`` says in which order figures stand, or of which rank they are, and the source's figures do so."""
    yield from borne_out_ranks(text, told, source)
    for match in _DESCENDING.finditer(text):
        figures = [one[2][0].figure for one in _of_list(text, match.end(), told)]
        values = [one.value or 0 for one in figures if one.value is not None and one.unit == figures[0].unit]
        ordered = sorted(values, reverse=bool(match["down"]))
        if len(values) >= _LEAST and values == ordered:
            yield match.span()
    for match in _SECOND.finditer(text):
        ranks = list(RANK_WORDS.finditer(text, 0, match.start()))
        behind = _of_list(text, match.end(), told)[:1]
        if ranks and ranks[-1]["most"] and any(_is_second(one, source, text) for one in _stated(behind)):
            yield match.span()
    for match in _OTHERS.finditer(text):
        if _completes(match.start(), _of_list(text, match.end(), told), told, source):
            yield match.span()
    for match in _MORE.finditer(text):
        near = _of_list(text, match.end(), told)
        if len(near) == _LEAST and _is_greater(text, match, near):
            yield match.span("word")


def _of_list(text: str, start: int, told: ToldAt) -> ToldAt:
    """Return the figures from a place on, up to a semicolon or the end."""
    end = _END.search(text, start)
    stop = end.start() if end else len(text)
    return [one for one in told if start <= one[0] < stop and one[2]]


def _stated(told: ToldAt) -> list[Statement]:
    return [stated for one in told for stated in one[2][:MOST_STATED]]


def _is_second(stated: Statement, source: SourceSentences, text: str) -> bool:
    """Whether just one figure of those that its sentence tells alike is greater; what they come to together aside."""
    sentence = source.of(stated)
    if sentence is None or stated.figure.value is None or not has_its_marks_told(stated, source, text):
        return False
    values = sorted((one.figure.value or 0 for one in measured_alike(sentence, stated)), reverse=True)
    if len(values) > _LEAST and values[0] == sum(values[1:]):
        values = values[1:]
    return values.count(stated.figure.value) == 1 and values[1:2] == [stated.figure.value]


def _completes(place: int, behind: ToldAt, told: ToldAt, source: SourceSentences) -> bool:
    """Whether the figures told before a place and behind it are all that a sentence lists."""
    known = _stated(behind[:1])
    sentence = source.of(known[0]) if known else None
    if sentence is None or len(behind) < _LEAST:
        return False
    listed = measured_alike(sentence, known[0])
    values = [one.figure.value or 0 for one in listed]
    listed = [one for one in listed if 2 * (one.figure.value or 0) != sum(values)]
    mine = {one.figure.start for one in _stated([*behind, *(one for one in told if one[0] < place)])}
    return len(listed) > len(behind) and all(one.figure.start in mine for one in listed)


def _is_greater(text: str, match: re.Match[str], near: ToldAt) -> bool:
    """Whether the first of two figures is the greater, or less, and told of what the word of comparison is said of."""
    first, last = (one[2][0].figure for one in near)
    if None in (first.value, last.value) or first.unit != last.unit:
        return False
    pairs = character_pairs(match["of"])
    mine, theirs = text[match.end() : near[0][1] + 12], text[near[0][1] :]
    mine = re.split("[，,；;。]", mine)[0] if not _COMMA.search(text, match.end(), near[0][0]) else mine
    behind = _COMMA.split(theirs, maxsplit=1)[1:]
    of_first = any(pair in mine for pair in pairs) and not any(
        pair in one for pair in pairs for one in behind
    )
    greater = (first.value or 0) > (last.value or 0)
    return of_first and greater is bool(match["more"]) and first.value != last.value
