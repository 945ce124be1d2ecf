"""Words that mark another figure than the one that is told: what a clause says in, whether the source says it of that one out.

Every word of such a clause stands in the source, and beside the figure; only not with it: 仍, 各, a denial or what became
of it is said of the figure before or behind.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from checker.accounting.exchanges import BETWEEN_MEMBERS
from checker.accounting.omissions import (
    core_words,
    is_narrowed,
    is_word_told,
    mentions,
    narrowed_words,
    own_part,
)
from checker.accounting.sources import SourceSentence, SourceSentences
from checker.accounting.spans import Word, WordedText, part_start
from checker.accounting.windows import ToldFigure, Window
from corpus.figure import Statement
from corpus.lexicon.wording.connectives import connectives
from corpus.lexicon.wording.paraphrases import says
from corpus.numerals import normalise
from corpus.statements.list_heads import TextSpan
from corpus.statements.times_of_deeds import STILL

(_LISTING,) = connectives("listing")
_STILL: Final = re.compile(STILL)


def marks_another(
    text: str, span: TextSpan, window: Window, source: SourceSentences, told: Sequence[ToldFigure]
) -> bool:
    """Whether the clause ``text[span]`` tells its figures as the source does others: as so still, with another's sentence, as a part.

    ``told`` are all figures of the text.
    """
    stated = [one for two in told for one in two.stated]
    own = [one for one in window.figures if source.of(one) is window.sentence]
    return (
        is_still_another(text[slice(*span)], window.sentence, own, stated)
        or is_of_another_sentence(window, source, stated)
        or any(
            lists_its_sibling(text, one, told, source)
            for one in told
            if span[0] <= one.start and one.end <= span[1]
        )
    )


def is_of_another(
    span: TextSpan, said: WordedText, window: Window, source: SourceSentences, told: str
) -> bool:
    """Whether what stands further off marks another figure of the source's sentence, and this one has its own mark.

    Or it is only a part of what the source counts, and no other part is told beside it. ``told`` is all that is said.
    """
    around = {*said.text[max(0, span[0] - 1) : span[0]], *said.text[span[1] : span[1] + 1]}
    piece = said.text[slice(*span)]
    if not around & BETWEEN_MEMBERS and is_told_of_part(piece, window, source):
        return True
    sentence = window.sentence
    own = [one for one in window.figures if source.of(one) is sentence]
    deeds = (
        one.text
        for one, after in zip_longest(said.words, said.words[1:])
        if span[0] <= one.start and one.end <= span[1] and one.is_deed and not _modifies(one, after)
    )
    if any(is_deed_of_another(one, window, source, own) for one in deeds):
        return True
    if not precedes_another(piece, sentence, own):
        return False
    marks = core_words(sentence, [own_part(sentence, one) for one in own], own)
    return any(not is_word_told(told, sentence, word) for word in marks)


def precedes_another(piece: str, sentence: SourceSentence, told: Sequence[Statement]) -> bool:
    """Whether a piece stands right before a figure of a sentence that is none of those ``told``, as what marks it does."""
    others = (sentence.place_of(one)[0] for one in sentence.statements if one not in told)
    return any(sentence.text.endswith(piece, 0, place) for place in others)


def is_told_of_part(piece: str, window: Window, source: SourceSentences) -> bool:
    """Whether a piece names what the source, behind the told figure, gives a figure of its own (共648个；其中国企347个)."""
    if len(window.figures) != 1:
        return False
    whole, sentence = window.figures[0].figure, window.sentence
    passage = sentence.passage
    behind = normalise(passage.text[whole.end - passage.start :].split("\n")[0])
    _, _, named = behind.partition(_LISTING)
    match = re.search(rf"(?:^|[、,，;；]){re.escape(piece)}", named)
    if match is None or piece in sentence.over:
        return False
    place = whole.end + len(behind) - len(named) + match.end()
    own = source.next_in(passage, place)
    while own is not None and own.figure.unit != whole.unit and own.figure.end < whole.end + len(behind):
        own = source.next_in(passage, own.figure.end)  # 拖欠一年以上的615万元
    return own is not None and own.figure.unit == whole.unit and (own.figure.value or 0) < (whole.value or 0)


def is_still_another(
    said: str, sentence: SourceSentence, own: Sequence[Statement], told: Sequence[Statement]
) -> bool:
    """Whether a clause says of a level that it is so still which the source says of another one (6家亏损，整改后仍亏损2家)."""
    if not _STILL.search(said) or any(_STILL.search(_part(sentence, one)) for one in own):
        return False
    beside = (two for one in own for two in _beside(sentence, one, told))
    return any(_STILL.search(_part(sentence, two)) for two in beside)


def is_deed_of_another(deed: str, window: Window, source: SourceSentences, told: Sequence[Statement]) -> bool:
    """Whether a deed that is said of a figure is the source's of another one, which is not told (16件已办结，2件延期).

    What was done before to more of the same is theirs too (检查300家，发现50家): there it says so only behind its figure.
    """
    sentence = window.sentence
    for one in window.figures:
        if one not in sentence.statements or source.is_cell(one) or says(_part(sentence, one), deed):
            continue
        for other in source.beside(sentence):
            for two in _beside(other, one, told):
                low, high = own_part(other, two)
                if other is not sentence:
                    low = part_start(other.text, other.place_of(two)[0])
                elif two.figure.start < one.figure.start:
                    low = other.place_of(two)[1]
                if says(other.text[low:high], deed):
                    return True
    return False


def is_of_another_sentence(window: Window, source: SourceSentences, told: Sequence[Statement]) -> bool:
    """Whether a clause sets a figure beside one of another sentence, which has one of its own that counts the same.

    514名职工补发702万元, of 拖欠936万元，涉及职工514人。已补发702万元，惠及388名职工.
    """
    for one in window.figures:
        for other in window.figures:
            sentence = source.of(other)
            alike = one.figure.unit == other.figure.unit or source.is_cell(other)  # 52个问题里完成47个
            if sentence is None or alike or one in sentence.statements:
                continue
            if next(_beside(sentence, one, told), None) is not None:
                return True
    return False


def joins_two_clauses(said: str, window: Window, source: SourceSentences, told: Sequence[Statement]) -> bool:
    """Whether a clause without a figure joins a part of the source's clause to a part of another one.

    副局长停职检查, of 所长停职检查，副局长作出书面检查: of both something is left out.
    """
    sentence = window.sentence
    if window.figures or len(window.clauses) > 1:
        return False
    span = sentence.clauses[window.clauses[0]]
    counts = [one for one in sentence.statements if span[0] <= sentence.place_of(one)[0] < span[1]]
    content = list(narrowed_words(sentence, span))
    own = {one.text for one in content}
    untold = bool(counts) and not any(one in told for one in counts)
    if not untold and all(is_word_told(said, sentence, one) for one in content):
        return False
    plain = window.text
    for one in content:
        plain = plain.replace(one.text, "|") if is_narrowed(one) else plain
    for other in source.beside(sentence):
        for number, place in enumerate(other.clauses):
            words = [one for one in narrowed_words(other, place) if one.text not in own]
            taken = [one for one in words if one.text in said and one.text not in plain]
            if not taken or (other is sentence and number == window.clauses[0]):
                continue
            deed = other is not sentence and any(one.is_deed for one in taken)
            if deed or any(not mentions(said, one.text) for one in words):
                return True
    return False


def lists_its_sibling(
    text: str, one: ToldFigure, told: Sequence[ToldFigure], source: SourceSentences
) -> bool:
    """Whether a figure is told as a part of the one before it, where the source lists both as parts (其中甲3个、乙2个)."""
    before = max((two for two in told if two.end <= one.start), key=lambda two: two.end, default=None)
    if before is None or one.reckoned or before.reckoned or _LISTING not in text[before.end : one.start]:
        return False
    whole, part = before.stated[0], one.stated[0]
    sentence = source.of(part)
    if sentence is None or whole not in sentence.statements or whole.figure.end > part.figure.start:
        return False
    first, last = sentence.place_of(whole), sentence.place_of(part)
    before_both = sentence.text[part_start(sentence.text, first[0]) : first[0]]
    return _LISTING not in sentence.text[first[1] : last[0]] and _LISTING in before_both


def _modifies(word: Word, after: Word | None) -> bool:
    """Whether a verb only says which noun is meant (部门预算问题)."""
    return after is not None and word.end == after.start and after.tag.startswith("n")


def _beside(sentence: SourceSentence, one: Statement, told: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the figures of a sentence that count the same as ``one``, and are neither told nor equal to one that is."""
    values = {other.figure.value for other in told}
    return (
        two
        for two in sentence.statements
        if two.figure.unit == one.figure.unit and two.figure.value not in values and not two.figure.change
    )


def _part(sentence: SourceSentence, one: Statement) -> str:
    return sentence.text[slice(*own_part(sentence, one))]
