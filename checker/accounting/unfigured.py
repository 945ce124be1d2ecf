"""Clauses that tell no figure: whether the names, the deed and the list that they tell are those of one clause of the source.

Nothing but its words ties such a clause to the source's, so that each of them must be that clause's own.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from checker.accounting.omissions import is_word_told
from checker.accounting.windows import SAYS_ALL, Window
from corpus.organisations.mention import Mention
from corpus.statements.list_heads import TextSpan

_SMALL: Final = re.compile(r"(?:[乡镇]|街道|苏木)$")
"""Ends of the names of places of one level, of which a clause that names one tells of no other."""
_SEMICOLON: Final = re.compile("[;；]")
_ONLY: Final = re.compile(r"[只仅唯]有?|唯一|唯独")
_BY: Final = "由"
_SEPARATORS: Final = frozenset("、和与及")
_LIST_GAP: Final = re.compile(r"(?:[(（][^()（）]*[)）])?(?:[、和与]|以?及)")
"""What stands between the names of a list, with what is told of the first of them in brackets."""


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
    return text[name.start - 1 : name.start] == _BY and _BY in window.text


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
    clauses = [
        [one for one in sentence.words(*sentence.clauses[number]) if one.is_content]
        for number in window.clauses
    ]
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
