"""Words of rank, comparison and totality that the source's figures bear out: quantities in, where such words stand out.

Who tells the greatest of the figures that stand side by side, in a list, in clauses or in rows told alike, needs no
source that says 最多, nor 比乙县多 who tells the greater of two, nor 最多 where the source says 居第一; nor 全部 who tells a
figure that the same words or row state twice, as all and as done.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.accounting.omissions import mentions, own_part
from checker.accounting.relations.plans import REST
from checker.accounting.sources import SourceSentence, SourceSentences
from checker.accounting.windows import MOST_STATED, SAYS_ALL
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.lexicon.wording.connectives import any_connective
from corpus.quantities.units import interchangeable
from corpus.statements.list_heads import TextSpan

RANK_WORDS: Final = re.compile(rf"(?P<most>{any_connective('most')})|(?P<least>{any_connective('least')})")
_SAID_FIRST: Final = re.compile(r"(?:居|列|排)[^\d，,；;。]{0,6}(?:第一|首位?|榜首)(?!批|轮|次|季)")
_SAID_LAST: Final = re.compile(r"(?:居|列|排)[^\d，,；;。]{0,6}(?:末位|倒数第一|最后)")
_AMONG: Final = re.compile(r"居?各(?:(?P<ends>[省市县区州旗乡镇村]{1,3})|单位|地)(?:里|中|之中|当中|中的)?$")
_THAN: Final = re.compile(
    rf"(?P<than>[比较])(?P<other>[^，,；;。\d]{{2,20}}?)(?:(?P<more>{any_connective('above')})|(?P<less>{any_connective('below')}))(?=[，,；;。]|$)"
)
_RIGHT_BEFORE: Final = re.compile(r"[，,\s也均都是为的占排居]*")
_REACH: Final = re.compile(r"[；;。]")
_LEFT: Final = re.compile(rf"(?:{'|'.join(sorted(REST, key=len, reverse=True))})(?:的|有|为|是)?$")
"""What says, right before a figure, that it is all that is left."""
_EDGES: Final = "|│ \t　"
_NEAR: Final = 24
"""Characters between a word of rank and the figure behind it, at the most."""
_SUMMED: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_MOST_ROWS: Final = 40
_NEXT: Final = 2
_SORT_ENDINGS: Final = frozenset("类型式")
"""What makes the name of a sort of the deed before it (管理类)."""

ToldAt = Sequence[tuple[int, int, Sequence[Statement]]]
"""The figures of a sentence in order: from where to where, and the statements that each may be."""


def borne_out_ranks(text: str, told: ToldAt, source: SourceSentences) -> Iterator[TextSpan]:
    """Yield where ``text`` says of a figure that it is the greatest, the least or all, and the source's figures do."""
    for match in RANK_WORDS.finditer(text):
        near = _of_rank(text, match.span(), told)
        stated = [one for figure in near for one in figure[2][:MOST_STATED]]
        least = bool(match["least"])
        found = [one for one in stated if has_its_marks_told(one, source, text)]
        found = [
            one
            for one in found
            if _is_extreme(one, source, least=least) or _is_said_so(one, source, least=least)
        ]
        if found:
            yield match.span()
            yield from _among(text, match.start(), found[0], source)
    yield from _compared(text, told, source)
    yield from _rests(text, told)
    for match in SAYS_ALL.finditer(text):
        before = [one for one in told if one[1] <= match.start()]
        behind = [one for one in told if one[0] >= match.end()]
        last = before[-1] if before and not _REACH.search(text, before[-1][1], match.start()) else None
        figure = last or (behind[0] if behind else None)
        if figure is not None and any(_is_whole(one, source) for one in figure[2][:MOST_STATED]):
            yield match.span()


def _rests(text: str, told: ToldAt) -> Iterator[TextSpan]:
    """Yield where ``text`` says of a figure that it is the rest, and those told before it leave just that of the first."""
    known = [(start, stated[0].figure) for start, _, stated in told if stated]
    for place, (start, figure) in enumerate(known):
        match = _LEFT.search(text, 0, start)
        alike = [one for _, one in known[: place + 1] if interchangeable(one.unit, figure.unit)]
        values = [one.value or 0 for one in alike if one.qualifier is Qualifier.EXACT]
        if match and any(2 * value == sum(values[first:]) for first, value in enumerate(values[:-2])):
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


def _is_said_so(stated: Statement, source: SourceSentences, *, least: bool) -> bool:
    """Whether the source itself says, right behind a figure, that it is the first or the last (126万元，居全镇第一)."""
    sentence = source.of(stated)
    end = sentence.place_of(stated)[1] if sentence else 0
    behind = re.split(r"[\d；;。]", sentence.text[end:])[0] if sentence else ""
    return bool((_SAID_LAST if least else _SAID_FIRST).search(behind))


def _among(text: str, end: int, stated: Statement, source: SourceSentences) -> Iterator[TextSpan]:
    """Yield where ``text`` says before a word of rank among whom (各县区), where the figure's sentence names such."""
    found, sentence = _AMONG.search(text, 0, end), source.of(stated)
    known = source.sentences if source.is_cell(stated) else [sentence]
    ends = {name.name[-1:] for one in known if one for name in one.names}
    if found and set(found["ends"] or "") <= ends:
        yield found.span()


def _compared(text: str, told: ToldAt, source: SourceSentences) -> Iterator[TextSpan]:
    """Yield 比, the other and 多 or 少 where a figure's sentence tells the same of that other, and so much less or more."""
    for match in _THAN.finditer(text):
        before = [one for one in told if one[1] <= match.start()]
        if not before or _REACH.search(text, before[-1][1], match.start()):
            continue
        for stated in before[-1][2][:MOST_STATED]:
            length = _length_of_rival(match["other"], stated, source, more=bool(match["more"]))
            if length and has_its_marks_told(stated, source, text[: match.start()]):
                yield match.span("than")
                yield match.start("other"), match.start("other") + length
                yield match.span("more" if match["more"] else "less")
                break


def _length_of_rival(said: str, stated: Statement, source: SourceSentences, *, more: bool) -> int:
    """Return how much of ``said`` names a figure told as ``stated`` is, and less, or more; 0 where none or not all are so."""
    sentence = source.of(stated)
    if sentence is None or stated.figure.value is None:
        return 0
    rivals = {one: _before(sentence, one) for one in measured_alike(sentence, stated) if one is not stated}
    own = _before(sentence, stated)
    for length in range(len(said), 1, -1):
        name = said[:length]
        named = [one for one, mark in rivals.items() if name in mark and name not in own]
        if named:
            values = [one.figure.value for one in named if one.figure.value is not None]
            right = [value < stated.figure.value if more else value > stated.figure.value for value in values]
            return length if right and all(right) else 0
    return 0


def _before(sentence: SourceSentence, stated: Statement) -> str:
    """Return what stands between the figure before and a figure."""
    return sentence.text[own_part(sentence, stated)[0] : sentence.place_of(stated)[0]]


def has_its_marks_told(stated: Statement, source: SourceSentences, text: str) -> bool:
    """Whether a text says what marks a figure among those beside it: the words right before it, or its row's first."""
    sentence = source.of(stated)
    if sentence is None:
        return False
    place = sentence.place_of(stated)[0]
    if place in sentence.heads:
        return sentence.heads[place] in text
    if source.is_cell(stated) and (head := sentence.text[: sentence.figures[0][0]].strip(_EDGES)) in text:
        return bool(head)
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
    others_told = [] if source.is_cell(stated) else measured_alike(sentence, stated)
    for row in (others_told, _rows(sentence, stated, source)):
        others = sorted(one.figure.value for one in row if one is not stated and one.figure.value is not None)
        if least and len(others) > 1 and own < others[0]:
            return True
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


def measured_alike(sentence: SourceSentence, stated: Statement) -> list[Statement]:
    """Return the figures of a sentence that are told as one of it is: measured alike, with the same deed."""
    deeds: dict[int, str] = {}
    last, listed = "", False
    for one in sentence.statements:
        low, _ = own_part(sentence, one)
        words = sentence.words(low, sentence.place_of(one)[0])
        if any(word.text.isalpha() for word in words):
            before = sentence.text[max(0, low - 1) : sentence.place_of(one)[0]]
            listed = ":" in before or (listed and "、" in before[:_NEXT])  # 问题96处：乱占31处、乱建18处
            sorts = {word.start for word in words if word.text in _SORT_ENDINGS}  # 管理类 does nothing
            deeds_told = (word.text for word in reversed(words) if word.is_deed and word.end not in sorts)
            last = "" if listed else next(deeds_told, "")
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
