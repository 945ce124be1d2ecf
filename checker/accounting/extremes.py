"""Words of rank and totality that the source's figures bear out: a sentence's quantities in, where such words stand out.

Who tells the greatest of the figures that stand side by side, in a list, in clauses or in rows told alike, needs no
source that says 最多; nor 全部 who tells a figure that the same words or row state twice, as all and as done.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.accounting.omissions import mentions, own_part
from checker.accounting.sources import SourceSentence, SourceSentences
from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.wording.connectives import connectives
from corpus.quantities.units import interchangeable
from corpus.statements.distribution import TextSpan


def _any(sort: str) -> str:
    return "|".join(sorted(connectives(sort), key=len, reverse=True))


_RANK: Final = re.compile(rf"(?P<most>{_any('most')})|(?P<least>{_any('least')})")
_WHOLE: Final = re.compile(_any("whole"))
_RIGHT_BEFORE: Final = re.compile(r"[，,\s也均都是为的占排居]*")
_REACH: Final = re.compile(r"[；;。]")
_NEAR: Final = 24
"""Characters between a word of rank and the figure behind it, at the most."""
_SUMMED: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_MOST_STATED: Final = 6
_MOST_ROWS: Final = 40

ToldAt = Sequence[tuple[int, int, Sequence[Statement]]]
"""The figures of a sentence in order: from where to where, and the statements that each may be."""


def borne_out_ranks(text: str, told: ToldAt, source: SourceSentences) -> Iterator[TextSpan]:
    """Yield where ``text`` says of a figure that it is the greatest, the least or all, and the source's figures do."""
    for match in _RANK.finditer(text):
        near = _of_rank(text, match.span(), told)
        stated = [one for figure in near for one in figure[2][:_MOST_STATED]]
        least = bool(match["least"])
        if any(_is_marked(one, source, text) and _is_extreme(one, source, least=least) for one in stated):
            yield match.span()
    for match in _WHOLE.finditer(text):
        before = [one for one in told if one[1] <= match.start()]
        behind = [one for one in told if one[0] >= match.end()]
        last = before[-1] if before and not _REACH.search(text, before[-1][1], match.start()) else None
        figure = last or (behind[0] if behind else None)
        if figure is not None and any(_is_whole(one, source) for one in figure[2][:_MOST_STATED]):
            yield match.span()


def _of_rank(text: str, word: TextSpan, told: ToldAt) -> ToldAt:
    """Return the figures that a word of rank may be said of: that right before it, else behind, else those before."""
    before = [one for one in told if one[1] <= word[0] and not _REACH.search(text, one[1], word[0])]
    behind = [one for one in told if word[1] <= one[0] <= word[1] + _NEAR]
    if before and _RIGHT_BEFORE.fullmatch(text, before[-1][1], word[0]):
        return before[-1:]
    if behind and not _REACH.search(text, word[1], behind[0][0]):
        return behind[:1]
    return before[-2:]  # 清欠8925万元，是三家里最多的


def _is_marked(stated: Statement, source: SourceSentences, text: str) -> bool:
    """Whether a text says what marks a figure among those beside it: the words right before it, or its row's first."""
    sentence = source.of(stated)
    if sentence is None:
        return False
    place = sentence.place_of(stated)[0]
    if place in sentence.heads:
        return sentence.heads[place] in text
    stretches = ((own_part(sentence, stated)[0], place), (0, sentence.figures[0][0]))
    for low, high in stretches:
        marks = [one.text for one in sentence.words(low, high) if one.is_content and not one.is_deed]
        if marks:
            return all(mentions(text, one) for one in marks)
    return False


def _is_extreme(stated: Statement, source: SourceSentences, *, least: bool) -> bool:
    """Whether a figure is greater, or less, than all others of its sentence or of its row's neighbours; totals aside."""
    sentence = source.of(stated)
    if sentence is None or stated.figure.value is None:
        return False
    own = stated.figure.value
    for row in (_beside(sentence, stated), _rows(sentence, stated, source)):
        others = sorted(one.figure.value for one in row if one is not stated and one.figure.value is not None)
        while others and others[-1] > own and stated.figure.kind in _SUMMED:
            if others[-1] < sum(others[:-1], own):
                break
            others.pop()  # what they come to together
        if others and (own < others[0] if least else own > others[-1]):
            return True
    return False


def _is_whole(stated: Statement, source: SourceSentences) -> bool:
    """Whether the sentence of a figure states its quantity twice: as all and as done."""
    sentence = source.of(stated)
    return sentence is not None and any(
        one is not stated
        and _are_alike(one.figure, stated.figure)
        and one.figure.value == stated.figure.value
        for one in sentence.statements
    )


def _beside(sentence: SourceSentence, stated: Statement) -> list[Statement]:
    """Return the figures of a sentence that are told as one of it is: measured alike, with the same deed."""
    deeds: dict[int, str] = {}
    last = ""
    for one in sentence.statements:
        low, _ = own_part(sentence, one)
        words = sentence.words(low, sentence.place_of(one)[0])
        if any(word.text.isalpha() for word in words):
            last = next((word.text for word in reversed(words) if word.is_deed), "")
        deeds[one.figure.start] = last
    mine = deeds[stated.figure.start]
    return [
        one
        for one in sentence.statements
        if _are_alike(one.figure, stated.figure) and deeds[one.figure.start] == mine
    ]


def _rows(sentence: SourceSentence, stated: Statement, source: SourceSentences) -> list[Statement]:
    """Return the figures at the place of a sentence's in the sentences around it that have as many, measured alike."""
    place = sentence.statements.index(stated)
    at = source.sentences.index(sentence)
    before = reversed(source.sentences[max(0, at - _MOST_ROWS) : at])
    found = [stated]
    for others in (before, source.sentences[at + 1 : at + 1 + _MOST_ROWS]):
        for other in others:
            if not _are_rows(sentence, other):
                break
            found.append(other.statements[place])
    return found


def _are_rows(one: SourceSentence, other: SourceSentence) -> bool:
    """Whether two sentences of a report have figures measured alike, place by place."""
    return (
        one.passage.report == other.passage.report
        and len(one.statements) == len(other.statements)
        and all(_are_alike(a.figure, b.figure) for a, b in zip(one.statements, other.statements, strict=True))
    )


def _are_alike(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind and one.change == other.change and interchangeable(one.unit, other.unit)
