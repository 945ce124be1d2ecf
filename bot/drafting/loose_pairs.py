"""Figures that follow from two that no one sentence or metric joins: a question and statements in, a ``Derived`` out.

反馈问题44条。已改完39条 tells by two sentences what is left; 账面帐篷1100顶，实存864顶 how far apart two levels are that the
question names both.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.drafting.derivation import (
    ENOUGH_SHARED,
    Derived,
    are_levels_alike,
    fits_asked,
    rule_for,
    term_coverage,
)
from bot.drafting.written_numbers import written_gap
from bot.question.content_words import is_said, is_weak
from bot.question.question import Question, Sought
from corpus.figure import Statement

_NEXT: Final = 2
"""Characters between a sentence and the one right behind it."""
_GAP: Final = re.compile("差|短少|[多超]出|[高低多少]于|亏|盈")
_STILL: Final = re.compile("还[有剩]")
_TWO_APART: Final = re.compile("[和与跟同][^，。？]{1,10}?(?:相差|差了?)(?:多少|几)")


def work_out_loosely(question: Question, sought: Sought, statements: Iterable[Statement]) -> Derived | None:
    """Work out what is left by two sentences, or how far apart two levels of one are; None where nothing tells it."""
    sentences: dict[tuple[str, int], list[Statement]] = {}
    for one in statements:
        if one.figure.value is not None:
            sentences.setdefault((one.report, one.start), []).append(one)
    groups = list(sentences.values())
    found = _apart(groups) if asks_two_apart(question) else _left(question, sought, groups)
    shares = [(term_coverage(sought, *one.terms), one) for one in found if fits_asked(one, sought)]
    best = max(shares, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < ENOUGH_SHARED:
        return None
    return best[1] if sum(share == best[0] for share, _ in shares) == 1 else None


def asks_two_apart(question: Question) -> bool:
    """Whether a question names two levels and asks how far they are apart (账面和实存差多少)."""
    return _TWO_APART.search(question.wording) is not None


def tells_gap(statement: Statement) -> bool:
    """Whether a figure itself tells how far two levels are apart, and is none of the two."""
    return bool(statement.figure.change or _GAP.search(f"{statement.figure.metric}{statement.clause}"))


def asks_what_is_left_of(question: Question, statement: Statement, derived: Derived) -> bool:
    """Whether a question asks how many are still undone of what a statement counts as undone (没验收的还有几处: 未验收37处，已验收29处)."""
    return statement == derived.terms[0] and bool(_STILL.search(question.text))


def is_right_behind(former: Statement, latter: Statement) -> bool:
    """Whether the sentence of ``latter`` begins right behind that of ``former``, both of one report."""
    return 0 <= latter.start - former.end <= _NEXT


def _left(question: Question, sought: Sought, groups: Sequence[Sequence[Statement]]) -> Iterator[Derived]:
    """Yield what follows from the figure of a sentence and the one of the next that tell most of what is sought."""
    rule = rule_for(question, sought)
    if rule is None or sought.change:
        return
    for former, latter in pairwise(groups):
        if not is_right_behind(former[0], latter[0]) or former[0].report != latter[0].report:
            continue
        one, other = _likest(sought, former), _likest(sought, latter)
        if one and other and (derived := rule(one, other)):
            yield derived


def _likest(sought: Sought, group: Sequence[Statement]) -> Statement | None:
    """Return the one of a sentence's figures of which what stands before it tells most of what is sought; None of equals."""
    asked = sought.asked.measure if sought.asked else ""
    able = [one for one in group if asked in ("", one.figure.unit, one.figure.measure)]
    ends = [one.figure.end - one.start for one in able]
    told = [one.quote[start:end] for one, start, end in zip(able, [0, *ends], ends, strict=False)]
    words = [word for word in (*sought.words, *sought.context) if not is_weak(word)]
    shares = [sum(is_said(word, text) for word in words) for text in told]
    most = max(shares, default=0)
    return able[shares.index(most)] if most and shares.count(most) == 1 else None


def _apart(groups: Sequence[Sequence[Statement]]) -> Iterator[Derived]:
    """Yield how far apart two levels are that stand beside each other."""
    for group in groups:
        for one, other in pairwise(group):
            mine, theirs = one.figure.value, other.figure.value
            if (
                mine is None
                or theirs is None
                or mine == theirs
                or not are_levels_alike(one.figure, other.figure)
            ):
                continue
            high, low = (one, other) if mine > theirs else (other, one)
            raw = written_gap(mine - theirs, high.figure)
            metric = f"{high.figure.metric}比{low.figure.metric}多"
            yield Derived(raw, f"{high.figure.raw}－{low.figure.raw}", (one, other), metric)
