"""Clauses told by their words: whether the names, the deed and the list that they tell are those of one clause of the source.

Nothing but its words ties a clause without a figure to the source's, so that each of them must be that clause's own; and
whoever is acted on there must not act here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from checker.accounting.omissions import is_word_told, narrowed_words
from checker.accounting.sources import SourceSentence
from checker.accounting.spans import Leftover
from checker.accounting.windows import SAYS_ALL, ToldFigure, Window
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import says
from corpus.numerals import NUMERAL_CHARACTERS
from corpus.organisations.mention import Mention
from corpus.statements.list_heads import TextSpan

OF_THEM: Final = ("中", "里", "之中", "当中")
"""What says among how many (24个支部中)."""
_OPENS: Final = re.compile(rf"(?:{any_connective('treating')}|在)(?![^，,；;。]*[了过])")
"""What opens a clause that only says of what the next one tells."""
ENDURED: Final = frozenset("被遭受")
"""What says, right behind a name, that it is acted upon."""
_LETTERED: Final = re.compile(r"(?<![A-Za-z\d])([A-Z])([\u4e00-\u9fff])(?![级类])")
"""What a letter tells apart from others of its sort (A区, B座)."""
_SMALL: Final = re.compile(r"(?:[乡镇]|街道|苏木)$")
"""Ends of the names of places of one level, of which a clause that names one tells of no other."""
_SEMICOLON: Final = re.compile("[;；]")
_ONLY: Final = re.compile(r"[只仅唯]有?|唯一|唯独")
_POINTERS: Final = frozenset(word for word in connectives("pointing") if len(word) == 1)
_TOWARDS: Final = re.compile(rf"[向对给](?![{''.join(sorted(NUMERAL_CHARACTERS))}])([\u4e00-\u9fff]{{2,8}})")
_RECEIVER: Final = re.compile(
    rf"(?<![{''.join(sorted(_POINTERS))}])([\u4e00-\u9fff]{{0,4}}(?:{'|'.join(sorted(connectives('receiver')))}))([\u4e00-\u9fff]{{2}})"
)
"""Who acts here, and what they do: 公安机关移送, where 移送公安机关 is said, hands over what they are handed."""
_TOWARDS_SOME: Final = re.compile(r"[向对给]\d")
"""Who is acted on, where they are counted: another than they is nobody's (向416户牧民退还)."""
_BECOMES: Final = re.compile(r"[改变调转](?:[变更整换])?[为成]了?([\u4e00-\u9fff]{2,8})")
BY: Final = "由"
_SEPARATORS: Final = frozenset("、和与及")
_LIST_GAP: Final = re.compile(r"(?:[(（][^()（）]*[)）])?(?:[、和与]|以?及)")
"""What stands between the names of a list, with what is told of the first of them in brackets."""


def led_clause(text: str, clauses: Sequence[TextSpan], counted: Sequence[bool]) -> TextSpan | None:
    """Return the clause with a figure that the first leads in (到5月底，203个问题改好187个), None where there is none.

    ``counted`` says which tell a figure. What only says among how many (反馈的43个问题中) is led in with what it leads in.
    """
    if counted[0]:
        return clauses[0]
    told = (span for span, tells in zip(clauses, counted, strict=True) if tells)
    return next((span for span in told if not text[: span[1]].rstrip().endswith(OF_THEM)), None)


def reach_of(text: str, span: TextSpan, clauses: Sequence[TextSpan]) -> int:
    """Return where what is said of a clause ends: one that only opens (对于4个问题，…) goes on with the next."""
    if not _OPENS.match(text, span[0]):
        return span[1]
    return next((end for start, end in clauses if start >= span[1]), span[1])


def goes_on(end: int, clauses: Sequence[TextSpan], told: Sequence[ToldFigure]) -> int:
    """Return where what is said of a clause that ends at ``end`` goes on to: up to the next that tells a figure."""
    for start, last in clauses:
        if start >= end:
            if any(start <= one.start < last for one in told):
                break
            end = last
    return end


def is_behind(name: str, window: Window) -> bool:
    """Whether a name stands in the source's sentence, though only behind the clauses of the told figures.

    Where none is told it may stand as far as the next semicolon.
    """
    text = window.sentence.text
    part = _SEMICOLON.search(text, window.reach)
    reach = window.reach if window.figures else part.start() if part else len(text)
    behind = name in text and name not in text[:reach]
    clauses = (text[slice(*window.sentence.clauses[number])] for number in window.clauses)
    return behind and not any(name in one and SAYS_ALL.match(one) for one in clauses)  # …，均在南库公司


def is_done_by(text: str, name: Mention, window: Window) -> bool:
    """Whether a text says by whom a thing is done (由甲局督办), as the source's clause does."""
    return text[name.start - 1 : name.start] == BY and BY in window.text


def is_of_another_clause(text: str, span: TextSpan, names: Sequence[Mention], window: Window) -> bool:
    """Whether the clause ``text[span]``, which tells no figure, is put together from several clauses of the source.

    ``names`` are those that it tells.
    """
    if window.figures:
        return False
    said = text[slice(*span)]
    return (
        _tells_another_list(text, span[0], names, window)
        or _mixes_clauses(said, window)
        or _leaves_out_head(said, window)
    )


def is_named_for(name: Mention, own: Sequence[Mention], window: Window) -> bool:
    """Whether a name is told in the place of another of its level that the source's clause has."""
    if window.figures or name.name in window.sentence.over:
        return False
    return bool(_SMALL.search(name.name)) and any(_SMALL.search(one.name) for one in own)


def _tells_another_list(text: str, start: int, names: Sequence[Mention], window: Window) -> bool:
    """Whether the clause that starts at ``start`` tells of a list of ``names`` what the source tells of another.

    It is longer or mixed, or a part is told as all: the clause says that it alone is so (只有甲县, of 甲县、乙县).
    """
    lists = _lists(window.sentence.text, window.sentence.names)
    joined = (
        (one, other) for one, other in pairwise(names) if _LIST_GAP.fullmatch(text, one.end, other.start)
    )
    for pair in joined:
        found = [next((names for names in lists if one.name in names), ()) for one in pair]
        if all(found) and found[0] != found[1] and any(len(one) > 1 for one in found):
            return True
    alone = _ONLY.search(text, start) and not _ONLY.search(window.text)
    return bool(alone) and any(0 < sum(one in text for one in names) < len(names) for names in lists)


def _lists(text: str, names: Sequence[Mention]) -> list[tuple[str, ...]]:
    """Return the names of a text, those of one list together."""
    found: list[tuple[str, ...]] = []
    end = 0
    for one in names:
        if found and _LIST_GAP.fullmatch(text, end, one.start):
            found[-1] = (*found[-1], one.name)
        else:
            found.append((one.name,))
        end = one.end
    return found


def _mixes_clauses(said: str, window: Window) -> bool:
    """Whether a clause joins a part of one of the source's clauses to a part of another (约谈甲，通报乙: 约谈乙)."""
    sentence = window.sentence
    clauses = [list(narrowed_words(sentence, sentence.clauses[number])) for number in window.clauses]
    mixed = 0
    for words in clauses:
        others = {one.text for other in clauses if other is not words for one in other}
        own = [one for one in words if one.text not in others]
        mixed += len({is_word_told(said, sentence, one) for one in own}) > 1
    return mixed > 1


def _leaves_out_head(said: str, window: Window) -> bool:
    """Whether a clause tells of one of a list, and not the word that heads it (表扬：甲县、乙县: 批评了乙县)."""
    sentence = window.sentence
    head = sentence.text.partition(":")[0]
    words = [one for one in sentence.words(0, len(head)) if one.is_content]
    if len(words) != 1 or not set(window.text[:1]) & _SEPARATORS:
        return False
    return not is_word_told(said, sentence, words[0])


def turned_round(text: str, span: TextSpan, sentence: SourceSentence) -> Iterator[Leftover]:
    """Yield who is acted upon here and acts there: 向巡察组反馈, where 巡察组向局党组反馈 is said."""
    for match in _RECEIVER.finditer(text, *span):
        who, deed = match[1], match[2]
        if deed + who in sentence.text and who + deed not in sentence.text:
            yield Leftover(*match.span(), match[0])
    for match in _TOWARDS.finditer(text, *span):
        if _TOWARDS_SOME.search(sentence.text) and not says(sentence.text, match[1][:2]):
            yield Leftover(*match.span(), match[0])
        for length in range(len(match[1]), 1, -1):
            whom = match[1][:length]
            if any(f"{whom}{mark}" in sentence.text for mark in "向对给"):
                if not any(f"{mark}{whom}" in sentence.text for mark in "向对给由被"):
                    yield Leftover(match.start(), match.start(1) + length, match[0][: length + 1])
                break


def becoming(text: str, span: TextSpan, sentence: SourceSentence) -> Iterator[Leftover]:
    """Yield what something becomes here, where the source says that it becomes another (由自营改成外包)."""
    became = [match[1] for match in _BECOMES.finditer(sentence.text)]
    for match in _BECOMES.finditer(text, *span):
        if became and not any(match[1][:2] in other for other in became):
            yield Leftover(*match.span(), match[0])


def opens_clause(name: Mention, text: str) -> bool:
    """Whether a name stands where who acts does: first in its clause, and not as who is acted upon."""
    first = not text[name.start - 1 : name.start].isalnum() if name.start else True
    return first and text[name.end : name.end + 1] not in ENDURED


def relettered(text: str, span: TextSpan, source: str) -> Iterator[Leftover]:
    """Yield what a letter names (A区) where the source last names another of its sort."""
    for match in _LETTERED.finditer(text, *span):
        named = [one for one in _LETTERED.finditer(source) if one[2] == match[2]]
        if named and named[-1][1] != match[1]:
            yield Leftover(*match.span(), match[0])
