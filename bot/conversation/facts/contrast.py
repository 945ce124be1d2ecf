"""The like of a stated figure: what a turn names and the figure in, what the same report states of that out.

What differs between the statements of one report that count the same tells them apart, whatever sort of word it is:
牌坊街治好88处 and 盐店街治好46处, 上梁村20个改19个 and 下梁村17个改17个, a row of a table and the row of its sum.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from bot.conversation.facts.beside import told_before
from bot.conversation.facts.narrowing import all_told_behind, sum_told_behind
from bot.conversation.facts.rows import named_in_row
from bot.conversation.facts.terms import says_done
from bot.drafting.comparison import comparable
from bot.question.content_words import content_of, is_action, is_weak, raw_words
from bot.ranking.figure_context import is_row
from checker.comparison.levels import is_earlier_level
from checker.comparison.plan_marks import is_planned
from corpus.figure import Statement
from corpus.lexicon.lead_ins import lead_ins
from corpus.lexicon.relations import relations_in
from corpus.lexicon.synonyms import GENERIC_WORDS, STAGE_WORDS

_ENDS: Final = "。；;\n"
_BRACKETS: Final = re.compile(r"（[^（）]*）|\([^()]*\)")
_NUMBER: Final = re.compile(r"\d[\d,.]*")
_CELL: Final = re.compile(r"\s{2,}|\s*[\t|│┃║]\s*")
_SHORTEST: Final = 2
_FEWEST: Final = 2
"""Characters of the text between a name and its figure that tell a row from other sentences."""

_MOSTLY: Final = 4
"""Characters that two of these texts must share before the figure where they do not begin alike."""

_BESIDE: Final = 20
"""What a figure that stands right behind the name counts, more than one that is called alike."""

_DEED: Final = 2
"""Characters of a deed."""

_ROW: Final = 40
"""What a figure counts before which all is said as before the other's."""

_FEW: Final = 16
"""Characters that may stand between a whole and what tells its parts: 873万元已拨付到位，其中."""

_PART_WORDS: Final = lead_ins("part")

_ORDINALS: Final = {"第一": "首", "最后一": "末", "首": "第一", "末": "最后一"}
_GENERIC: Final = GENERIC_WORDS | {"实际"}
_NOT_DONE: Final = "应未没"
_ALL_OF_IT: Final = re.compile("^全[一-鿿](?=[一-鿿])")
_OF_ALL: Final = re.compile("共|全[一-鿿]{1,2}")


def contrasted(said: str, anchor: Statement, statements: Sequence[Statement], text: str) -> Statement | None:
    """Return what the report (its ``text`` and ``statements``) states of ``said`` as ``anchor`` of another; None where that is unclear."""
    if (placed := named_in_row((said,), anchor, statements, text)) is not None:
        return placed
    found: list[tuple[int, Statement]] = []
    does, done = _does(anchor.figure.metric), _is_done(anchor, statements, text)
    alike = [one for one in statements if _alike(one, anchor)]
    row = _sentence_start(text, anchor.figure.start)
    for form in _forms(said):
        for match in re.finditer(re.escape(form), text):
            end = _sentence_end(text, match.end())
            behind = [
                one
                for one in alike
                if match.end() <= one.figure.start < end
                and not _is_told_after_another(form, text[match.end() : one.figure.start])
            ]
            behind = [one for one in behind if _is_done(one, statements, text) is done] or behind
            if anchor in behind[1:] and (
                _deed(behind[0]) == _deed(anchor) or behind[0].figure.metric == anchor.figure.metric
            ):
                behind.remove(anchor)  # another of the like is told between: 桥梁完成3%，隧道完成2%
            scored = [(_likeness(form, match.end(), one, anchor, text), one) for one in behind]
            alone = behind and not does and not any(score for score, _ in scored)
            if alone and _sentence_start(text, match.start()) == row:
                scored = [(1, behind[0])]  # 一矿认领21个、二矿14个: who is told first is told with the deed
            found += sorted(
                ((score, one) for score, one in scored if score), key=lambda fit: fit[0], reverse=True
            )[:1]
    own = [one for one in found if _sentence_start(text, one[1].figure.start) == row]
    own = own or [one for one in found if one[1].start == anchor.start] or found
    best = [one for score, one in own if score == max(score for score, _ in own)]
    return best[0] if len({one.figure.value for one in best}) == 1 else None


def _is_done(one: Statement, statements: Sequence[Statement], text: str) -> bool:
    """Whether a figure tells of how much something was done, and not how much there was of it."""
    told = told_before(one, statements, text)
    return says_done(f"{told}|{one.figure.metric}" if is_row(one) else told)


def _is_told_after_another(name: str, between: str) -> bool:
    """Whether another of a numbered row (第2党支部 after 第1党支部) stands between a name and a figure."""
    sort = _NUMBER.sub("#", name)
    return sort != name and sort in _NUMBER.sub("#", between)


def sum_of_parts(anchor: Statement, statements: Sequence[Statement], text: str) -> Statement | None:
    """Return the stated sum of which ``anchor`` is a part, None where its report states none."""
    behind = sum_told_behind(anchor, statements) or all_told_behind(anchor, statements)
    if whole := _whole_before(anchor, statements, text) or behind:
        return whole
    fits = [
        one
        for one in statements
        if _alike(one, anchor)
        and _is_whole(one.figure.metric, anchor.figure.metric)
        and (one.figure.value or 0) > (anchor.figure.value or 0)
        and _says_sum(one, text)
    ]
    longest = max((len(one.figure.metric) for one in fits), default=0)
    best = [one for one in fits if len(one.figure.metric) == longest]
    return best[0] if len({one.figure.value for one in best}) == 1 else None


def _whole_before(anchor: Statement, statements: Sequence[Statement], text: str) -> Statement | None:
    """Return the figure behind which ``anchor`` is told as a part of it: 引进41人，其中南院12人、北院9人."""
    mark = max(text.rfind(word, anchor.start, anchor.figure.start) for word in _PART_WORDS)
    start = _sentence_start(text, anchor.start - 1) if mark == anchor.start else anchor.start
    before = [
        one
        for one in statements
        if start <= one.start
        and one.figure.end <= mark
        and one.figure.unit == anchor.figure.unit
        and is_planned(one) is is_planned(anchor)
    ]
    apart = re.search("[；;]", text[mark : anchor.figure.start])
    if mark < 0 or not before or apart or (before[-1].figure.value or 0) <= (anchor.figure.value or 0):
        return None
    return before[-1] if len(text[before[-1].figure.end : mark].strip("，,（( ")) <= _FEW else None


def _is_whole(metric: str, of_part: str) -> bool:
    """Whether a figure counts what another counts, whose part is named before it (已修复, or 全线已修复, of 二标段已修复)."""
    metric = _ALL_OF_IT.sub("", metric)
    name = of_part.removesuffix(metric)
    return metric == of_part or (bool(metric) and name != of_part and not _does(name))


def _does(text: str) -> bool:
    """Whether a piece of text says that something was done."""
    return any(map(is_action, raw_words(text)))


def _deed(statement: Statement) -> str:
    return statement.clause.strip()[-_DEED:]


def _alike(one: Statement, anchor: Statement) -> bool:
    return (
        one.report == anchor.report
        and comparable(one, anchor)
        and one.figure.change == anchor.figure.change
        and is_planned(one) is is_planned(anchor)
        and is_earlier_level(one) is is_earlier_level(anchor)
    )


def _likeness(form: str, end: int, one: Statement, anchor: Statement, text: str) -> int:
    """Return how much of what the two count is the same, 0 where they are of different sentences and count different things."""
    rest, whole = one.figure.metric.replace(form, ""), anchor.figure.metric
    gap = _shape(text[end : one.figure.start])
    before = _shape(text[_sentence_start(text, anchor.figure.start) : anchor.figure.start])
    row = one.figure.start != anchor.figure.start and before.endswith(gap)
    row = row and not before.removesuffix(gap).endswith(form)  # what differs tells them apart
    shared = len(
        list(takewhile(lambda pair: pair[0] == pair[1], zip(reversed(gap), reversed(before), strict=False)))
    )
    most = one.figure.start != anchor.figure.start and shared * 2 > len(gap)
    pairs = (row and len(gap) >= _FEWEST) or (most and shared >= _MOSTLY) or _is_in_column(form, one, anchor)
    if "、" in gap or (_does(form) and form not in one.figure.metric and not pairs):
        return 0  # another is told between, or another was done
    told = bool(rest) and (
        whole == rest
        or _says_as_done(rest, whole)
        or (_is_whole(rest, whole) and (row or form in _row(one, text)))
    )
    if pairs:
        return _ROW + shared + len(rest) * told
    beside = not gap and (
        not rest or _sentence_start(text, end) == _sentence_start(text, anchor.figure.start)
    )
    return _BESIDE if beside else (len(rest) + _FEWEST) * told


def _is_in_column(form: str, one: Statement, anchor: Statement) -> bool:
    """Whether a figure stands in the row of a table that begins with ``form``, as far along it as another in its own row."""
    if not (is_row(one) and is_row(anchor)) or one.start == anchor.start:
        return False
    mine, theirs = (
        _CELL.split(each.quote[: each.figure.start - each.start].strip("|│ ")) for each in (one, anchor)
    )
    return len(mine) == len(theirs) and mine[0].strip() == form


def _says_as_done(metric: str, other: str) -> bool:
    """Whether two figures count the same as done, in other words (完成, 完成整改): not what is due, nor another thing."""
    mine, theirs = (
        {word for word in content_of(one) if not (is_weak(word) or word in _GENERIC)} | _done_in(one)
        for one in (metric, other)
    )
    alike = all((mark in metric) is (mark in other) for mark in _NOT_DONE)
    done = bool(_done_in(metric) and _done_in(other))
    return alike and done and (mine == theirs or (mine | theirs) <= STAGE_WORDS)


def _done_in(metric: str) -> set[str]:
    return {word for word in content_of(metric) if says_done(word)}


def _shape(text: str) -> str:
    """Return a piece of a sentence without brackets, blanks and the values of its numbers."""
    return re.sub(r"\s+", "", _NUMBER.sub("#", _BRACKETS.sub("", text)))


def _row(one: Statement, text: str) -> str:
    return text[text.rfind("\n", 0, one.figure.start) + 1 : one.figure.start]


def _says_sum(one: Statement, text: str) -> bool:
    """Whether a figure is told as a sum: its clause says 共 or 全县, or its sentence that all are added up."""
    sentence = text[_sentence_start(text, one.figure.start) : one.figure.start]
    clause = f"{re.split('[，,]', sentence)[-1]}{one.about}"
    return "sum" in relations_in(sentence) or bool(_OF_ALL.search(clause))


def _forms(said: str) -> tuple[str, ...]:
    """Return how a report may write what a turn names (第一批: 首批)."""
    other = next(
        (said.replace(word, form, 1) for word, form in _ORDINALS.items() if said.startswith(word)), said
    )
    return tuple(dict.fromkeys(form for form in (said, other) if len(form) >= _SHORTEST))


def _sentence_start(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in _ENDS) + 1


def _sentence_end(text: str, place: int) -> int:
    return min((at for mark in _ENDS if (at := text.find(mark, place)) >= 0), default=len(text))
