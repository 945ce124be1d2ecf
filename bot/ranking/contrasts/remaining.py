"""What is left of a whole, told behind what was done to it: statements with their signals in, with whether each is what is asked for out.

原有未办证民宿47家，现已办证38家，关停7家，2家仍在办理: who asks how many are still without means the last.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from bot.ranking.series import Marked, carried
from bot.ranking.signals import Criteria
from bot.ranking.weights import rank_statement
from corpus.figure import Kind, Statement
from corpus.lexicon.relations import relations_in
from corpus.lexicon.wording.denials import NOT_DONE, NOT_YET

_STILL: Final = re.compile("还[有剩差没]|[剩尚仍]")
"""What says that a question asks of what is left."""
_UNDONE: Final = re.compile(f"{NOT_YET}|{NOT_DONE}")
_LEFT: Final = re.compile(f"剩|其?余|[尚仍还]|正在|{NOT_YET}|{NOT_DONE}")
"""What says beside a figure that it is left."""
_APART: Final = re.compile("[；;。]")
_CLAUSE: Final = re.compile("[，,；;。]")
_MORE: Final = ("own", "sentence", "held", "head", "action", "deed", "rarest", "near", "aligned")
_LESS: Final = (
    "absent",
    "extra",
    "outdone",
    "disowned",
    "negated",
    "other_deed",
    "other_thing",
    "other_noun",
    "unsaid",
)


def with_what_remains(told: Sequence[Marked], asked: Criteria) -> Iterator[Marked]:
    """Yield statements with whether each is only a whole, of which its sentence tells what is left, where a question asks for that.

    What remains leaves out what it counts: it is said of the whole.
    """
    text = asked.question.text
    undone = bool(_UNDONE.search(text))
    still = _STILL.search(text) or (undone and "later" in relations_in(text))
    if not still or (asked.deed and not undone):
        yield from told
        return
    signals_of = dict(told)
    rests = dict(rests_told([one for one, _ in told]))
    others = [(one, defaultdict(float, signals)) for one, signals in told if one not in rests.values()]
    first = max(others, key=lambda one: rank_statement(one[1]), default=None)
    rest_of = {whole: rest for whole, rest in rests.items() if first and _is_told_of(first[0], whole, rest)}
    whole_of = {rest: whole for whole, rest in rest_of.items()}
    for one, signals in told:
        if any(_is_told_of(one, *pair) for pair in rest_of.items()):
            yield one, signals | {"other_time": 1.0}
        elif one in whole_of:
            yield one, signals | carried(signals, [signals_of[whole_of[one]]], _MORE, _LESS)
        else:
            yield one, signals


def rests_told(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield each whole with what its sentence tells of it to be left, which is what the figures between leave of it."""
    for place, whole in enumerate(statements):
        left = whole.figure.value if whole.figure.kind is Kind.COUNT else None
        for between, one in enumerate(statements[place + 1 :]):
            apart = one.quote[whole.figure.end - whole.start : one.figure.start - one.start]
            if one.start != whole.start or one.report != whole.report or _APART.search(apart) or not left:
                break
            if one.figure.unit != whole.figure.unit:
                continue
            if between and one.figure.value == left and _LEFT.search(_own(one)):
                yield whole, one
                break
            left -= one.figure.value or Decimal(0)


def leaves_as_told(terms: Sequence[Statement], rests: Mapping[Statement, Statement]) -> bool:
    """Whether the last of ``terms`` leaves of the first what its sentence tells to be left, where it tells so."""
    told = rests.get(terms[0])
    first, last = (one.figure.value or Decimal(0) for one in (terms[0], terms[-1]))
    return told is None or told.figure.value == first - last


def _is_told_of(one: Statement, whole: Statement, rest: Statement) -> bool:
    """Whether a figure is a whole, or tells what was done to a part of it, before what is left of it."""
    first, last = whole.figure.start, rest.figure.start
    return (one.report, one.start) == (whole.report, whole.start) and first <= one.figure.start < last


def _own(one: Statement) -> str:
    start, end = one.figure.start - one.start, one.figure.end - one.start
    return _CLAUSE.split(one.quote[:start])[-1] + _CLAUSE.split(one.quote[end:])[0]
