"""Figures of a source's sentence that change places: what is told together in, whether it is told of another's out."""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from checker.accounting.omissions import core_words, is_word_told, leaves_out_denial, mentions, own_part
from checker.accounting.sources import SourceSentence, SourceSentences
from checker.accounting.spans import WordedText, part_start
from checker.accounting.unfigured import OF_THEM
from checker.accounting.windows import MOST_STATED, SAYS_ALL, ToldFigure, Window
from checker.arithmetic.words import any_arithmetic_word
from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import says
from corpus.table_words import table_words

(TOTALLING,) = connectives("total")
"""What says that a figure is of all periods together."""
(_LISTING,) = connectives("listing")
_SUM: Final = re.compile(rf"{any_arithmetic_word('sum')}|(?<!公)共(?![产同青])")
_EACH: Final = re.compile(any_connective("each"))
"""What says that a figure is of each of several, and not of all."""
_OTHERS: Final = connectives("others")
_PARTED: Final = re.compile("[；;]")
_SOME: Final = re.compile(r"[前后][一二两三四五六七八九十\d]+[个家户所位名]")
BETWEEN_MEMBERS: Final = frozenset("、,，和与及")
"""What stands between the members of a list."""
_NOUN: Final = 2
_BEHIND: Final = 8


def tells_swapped(sentence: SourceSentence, figures: Sequence[Statement]) -> bool:
    """Whether two figures of one clause of the source are told the other way round."""
    return any(
        later.figure.start < earlier.figure.start
        and sentence.clause_with(earlier) == sentence.clause_with(later)
        for earlier, later in combinations(figures, 2)
    )


def is_bare_list(text: str, told: Sequence[ToldFigure]) -> bool:
    """Whether nothing but marks stands between figures (分别为82.9、89.7和94.5): their order says what each is."""
    between = (text[one.end : other.start].strip() for one, other in pairwise(told))
    return len(told) > 1 and all(piece and set(piece) <= BETWEEN_MEMBERS for piece in between)


def is_of_another_whole(sentence: SourceSentence, figures: Sequence[Statement]) -> bool:
    """Whether a figure is told behind one that stands in its own clause's stead (52家检查8591次, where 3462家 stands before 8591)."""
    for first, later in pairwise(figures):
        if sentence.place_of(later)[0] in sentence.heads:
            continue
        own = sentence.clauses[sentence.clause_with(later)]
        inside = [one for one in sentence.statements if own[0] <= sentence.place_of(one)[0] < own[1]]
        others = [one for one in inside if one not in figures and one.figure.start < later.figure.start]
        if first not in inside and any(one.figure.unit == first.figure.unit for one in others):
            return True
    return False


def is_parted(sentence: SourceSentence, figures: Sequence[Statement]) -> bool:
    """Whether a semicolon of the source stands between figures that are told in one clause."""
    places = sorted(sentence.place_of(one)[0] for one in figures)
    between = sentence.text[places[0] : places[-1]] if places else ""
    return bool(_PARTED.search(between)) and ":" not in _PARTED.split(between)[0]  # 两轮合计：…；…


def is_counted_of_another(text: str, told: Sequence[ToldFigure], window: Window) -> bool:
    """Whether right behind a figure a noun stands that the source gives to another one told beside it, or that takes its own noun's place.

    9次专题会、14次党组会 of 党组会9次、专题会14次; 412户企业 where 412户农户 is stated.
    """
    sentence = window.sentence
    own = [
        (one, stated)
        for one, stated in zip(told, window.figures, strict=False)
        if stated in sentence.statements
    ]
    for one, stated in own:
        noun = counted_noun(text, one.end)
        mine = sentence.text[slice(*own_part(sentence, stated))]
        if not noun or one.reckoned or says(mine, noun):
            continue
        theirs = counted_noun(sentence.text, sentence.place_of(stated)[1])
        others = (sentence.text[slice(*own_part(sentence, two))] for _, two in own if two is not stated)
        if theirs or any(says(other, noun) for other in others):
            return True
    return False


def counted_noun(text: str, end: int) -> str:
    """Return the noun right behind a figure that ends at ``end``, "" where none stands there."""
    words = WordedText(text[end : end + _BEHIND]).words
    first = words[0] if words else None
    return first.text if first is not None and first.is_content and first.tag.startswith("n") else ""


def is_told_apart(window: Window) -> bool:
    """Whether other clauses of a source's paragraph say that they total up, and those of the told figures do not."""
    sentence = window.sentence
    own = "".join(sentence.text[slice(*sentence.clauses[number])] for number in window.clauses)
    return TOTALLING not in own and TOTALLING in f"{sentence.before}{sentence.text}"


def is_told_as_total(said: str, window: Window, told: Sequence[Statement]) -> bool:
    """Whether a clause says that a figure is a sum where the source says it of another, greater one beside it (两项共1302个)."""
    sentence = window.sentence
    own = [one for one in told if one in sentence.statements]
    if not _SUM.search(said):
        return False
    parts = [own_part(sentence, one) for one in own]
    if any(_EACH.search(sentence.text, *part) for part in parts):
        return not _EACH.search(said)  # 对3人各罚款2万元
    if any(_SUM.search(sentence.text, *part) for part in parts):
        return False
    for one in own:
        place = sentence.place_of(one)[0]
        before = sentence.text[part_start(sentence.text, place) : place]
        words = core_words(sentence, [own_part(sentence, one)], [one])
        if _LISTING in before and not all(is_word_told(said, sentence, word) for word in words):
            return True  # 抽检860批次，其中学校食堂540批次
        beside = [
            two for two in sentence.statements if two not in told and two.figure.unit == one.figure.unit
        ]
        mine = sentence.text[slice(*own_part(sentence, one))]
        marks = core_words(sentence, [own_part(sentence, two) for two in beside], beside)
        known = f"{mine}|{sentence.over}"  # 安岭林场共投入, of a report on 安岭林场
        if any(word.text in said and word.text not in known for word in marks):
            return True  # 自查问题1064个，核查又发现238个: of both together it is another
    return any(
        other.figure.unit == one.figure.unit
        and (other.figure.value or 0) > (one.figure.value or 0)
        and _SUM.search(sentence.text, *own_part(sentence, other))
        for one in own
        for other in sentence.statements
    )


def is_of_another_column(window: Window | None, before: Window | None, source: SourceSentences) -> bool:
    """Whether a cell that is told as a part of the figure before it (其中临湖区8个) stands in another column."""
    if not (window and before and window.figures and before.figures):
        return False
    one, other = window.figures[0], before.figures[-1]
    cells = source.is_cell(one) and source.is_cell(other)
    return cells and one.report == other.report and one.figure.metric != other.figure.metric


def tells_another(
    clause: str, said: str, window: Window, source: SourceSentences, told: Sequence[Statement]
) -> bool:
    """Whether a clause tells a source's clause of what it is not told of: of another row, of the others, all or undenied.

    ``said`` is all that is said up to its end, and what was asked; ``told`` are the figures that were not reckoned.
    """
    if is_of_others(clause, window):
        return True
    if not window.figures:
        return is_pieced_together(clause, window)
    other = is_of_another_row(said, window, source) or is_told_as_total(clause, window, told)
    return other or goes_on_denied(clause, window) or is_all_of_another(clause, window)


def is_of_another_row(said: str, window: Window, source: SourceSentences) -> bool:
    """Whether a cell's row is named by a word that is not said (部门预算 … 已整改42项, where 42 stands beside 财政管理)."""
    sentence = window.sentence
    if not any(source.is_cell(one) for one in window.figures if source.of(one) is sentence):
        return False
    head = [one for one in sentence.words(0, sentence.figures[0][0]) if one.is_content]
    return not any(mentions(said, one.text) or one.text in table_words("total") for one in head) and bool(
        head
    )


def is_of_others(said: str, window: Window) -> bool:
    """Whether the source tells a clause of all but those that were named, or of some (其余标段, 前三家), and what is said does not."""
    sentence = window.sentence
    counted = {sentence.clause_with(one) for one in window.figures if one in sentence.statements}
    told = "|".join(sentence.text[slice(*sentence.clauses[number])] for number in counted)
    for number in window.clauses:
        words = sentence.words(*sentence.clauses[number]) if number not in counted else []
        long = (one.text for one in words if len(one.text) >= _NOUN)
        if not words or (told and not any(one in said and one not in told for one in long)):
            continue
        some = _SOME.match(sentence.text, *sentence.clauses[number])
        heads = [one.text for one in words[:1] if one.text in _OTHERS] + ([some[0]] if some else [])
        if any(one not in said for one in heads):
            return True
    return False


def is_pieced_together(said: str, window: Window) -> bool:
    """Whether a clause takes a word or two from one of several clauses that it is held against, and leaves most of it out."""
    sentence = window.sentence
    for number in window.clauses if len(window.clauses) > 1 else ():
        words = list(core_words(sentence, [sentence.clauses[number]], []))
        if 2 * sum(is_word_told(said, sentence, one) for one in words) < len(words):
            return True
    return False


def is_all_of_another(said: str, window: Window) -> bool:
    """Whether a clause says 全部 where only a clause behind the told figure's does, of another matter (建立制度26个，开工前都要检查)."""
    sentence = window.sentence
    told = {sentence.clause_with(one) for one in window.figures if one in sentence.statements}
    spans = {number: sentence.clauses[number] for number in window.clauses}
    whole = [number for number, span in spans.items() if SAYS_ALL.search(sentence.text, *span)]
    if not whole or not told.isdisjoint(whole) or not SAYS_ALL.search(said):
        return False
    words = [one.text for number in whole for one in sentence.words(*spans[number]) if one.is_content]
    return bool(words) and not any(mentions(said, one) for one in words)


def goes_on_denied(said: str, window: Window) -> bool:
    """Whether a clause behind the told figure's is told without what denies it (185万元，不计入上表 told as 计入上表)."""
    sentence = window.sentence
    told = {sentence.clause_with(one) for one in window.figures if one in sentence.statements}
    own = "|".join(sentence.text[slice(*sentence.clauses[number])] for number in told)
    for number in window.clauses:
        span = sentence.clauses[number]
        words = [] if number in told else [one.text for one in sentence.words(*span) if one.is_content]
        used = any(one in said and one not in own for one in words)
        if used and leaves_out_denial(sentence, span, said):
            return True
    return False


def is_of_like_sentence(window: Window | None, before: Window | None) -> bool:
    """Whether the sentence of the figure told before has one in the same words, so that this is of another's (19个，完成20个)."""
    if not (window and before and window.figures and before.figures) or window.sentence is before.sentence:
        return False
    stated, own, other = window.figures[0], window.sentence, before.sentence
    lead = _lead(own, stated) if stated in own.statements else ""
    return bool(lead) and any(
        _lead(other, one) == lead and one.figure.unit == stated.figure.unit for one in other.statements
    )


def says_all_of_another(said: str, window: Window | None, told: Sequence[Statement]) -> bool:
    """Whether a clause without a figure says 全部 of what the source says so of one that is not ``told`` (104个，已全部完成)."""
    if window is None or not told or not SAYS_ALL.search(said):
        return False
    sentence = window.sentence
    since = part_start(sentence.text, sentence.clauses[window.clauses[0]][0])
    places = [sentence.place_of(one)[0] for one in sentence.statements]
    before = [
        one for one, place in zip(sentence.statements, places, strict=True) if since <= place < window.reach
    ]
    return bool(before) and before[-1].figure.value not in {one.figure.value for one in told}


def _lead(sentence: SourceSentence, stated: Statement) -> str:
    """Return the words right before a figure, since the figure or the mark before it."""
    low, high = own_part(sentence, stated)[0], sentence.place_of(stated)[0]
    return sentence.text[low:high].strip("，,、；; ").removeprefix(_LISTING)


def is_part_of(wholes: Sequence[Statement], stated: Statement, source: SourceSentences, said: str) -> bool:
    """Whether a statement tells of how many of the figure told before it a thing is so: no other stands between.

    ``wholes`` are what that figure may be; all that the source says before the statement is ``said``.
    """
    sentence = source.of(stated)
    if sentence is None:
        return False
    core = core_words(sentence, [own_part(sentence, stated)], [stated])
    near = any(source.is_nearest(one, stated) for one in wholes)
    return near and all(is_word_told(said, sentence, word) for word in core)


def counts_there(text: str, end: int, stated: Statement, source: SourceSentences) -> bool:
    """Whether what stands right behind a figure in ``text`` (4家医疗机构) stands behind it in another sentence too."""
    sentence = source.of(stated)
    behind = text[end : end + _NOUN]
    there = sentence.place_of(stated)[1] if sentence is not None else 0
    return sentence is not None and behind.isalpha() and sentence.text[there : there + _NOUN] == behind


def is_of_told_beside(
    text: str,
    base: ToldFigure,
    sentence: SourceSentence,
    told: Sequence[ToldFigure],
    end: int,
    source: SourceSentences,
) -> bool:
    """Whether a figure is that among which another is told, right before it or behind it up to ``end``."""
    if text[:end].endswith(OF_THEM):  # 24个支部中，22个实现转化
        end = next((one.end for one in told if one.start >= end), end)
    others = [one for one in told if text[one.end : base.start].isspace()]
    others += (one for one in told if base.end <= one.start and one.end <= end)
    return any(
        source.of(stated) is sentence or is_part_of(base.stated[:MOST_STATED], stated, source, text)
        for one in others
        for stated in one.stated[:MOST_STATED]
    )


def is_swapped(
    text: str, told: Sequence[ToldFigure], window: Window, here: Sequence[Statement], *, doubted: bool
) -> bool:
    """Whether a clause tells the figures ``here`` of a window in another's place, or one of them twice where it is ``doubted``."""
    if (doubted or is_bare_list(text, told)) and tells_swapped(window.sentence, here):
        return True
    if is_of_another_whole(window.sentence, here) or is_counted_of_another(text, told, window):
        return True
    return doubted and len(set(window.figures)) < len(window.figures)
