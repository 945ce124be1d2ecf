"""Questions that go on from an answer and that the index can answer: an answer in, up to two questions out."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from corpus.figure import Figure, Kind, Statement

if TYPE_CHECKING:
    from retrieval.index import Index

OFFERED: Final = 2
TRIED: Final = 4
"""Questions that are tried, so that an answer is not held up for long."""

_QUANTITIES: Final = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MEASURE, Kind.MULTIPLE}
)
_LONGEST_METRIC: Final = 16


def follow_ups(
    index: "Index", answerer: Answerer, answer: CheckedAnswer, is_busy: Callable[[], bool] = lambda: False
) -> tuple[str, ...]:
    """Return questions about figures that stand near what an answer cites, each tried and answered rightly.

    Once ``is_busy``, no further ones are tried.
    """
    if answer.refused or not answer.citations:
        return ()
    cited = answer.citations[0]
    statements = index.statements((cited.report,))
    asked = answer.direct
    near = sorted(_others(statements, asked), key=lambda one: abs(one.start - cited.start))
    good: list[str] = []
    for statement in islice(near, TRIED):
        if is_busy():
            break
        question = _question(statement.figure)
        found = answerer.answer(question, None, (cited.report,), written=False)[0]
        if not found.refused and found.direct and found.direct.value == statement.figure.value:
            good.append(question)
        if len(good) == OFFERED:
            break
    return tuple(good)


def questions_about(statements: Sequence[Statement]) -> Iterator[str]:
    """Yield questions that statements answer, for somebody who has asked nothing yet; none is tried."""
    return (_question(one.figure) for one in _others(statements, None))


def _others(statements: Sequence[Statement], asked: Figure | None) -> Iterator[Statement]:
    """Yield the statements that a question can name and that say something else than was asked; metrics once."""
    seen = {asked.metric if asked else ""}
    for statement in statements:
        figure = statement.figure
        if figure.kind not in _QUANTITIES or figure.value is None or not figure.org or figure.change:
            continue
        if not 2 <= len(figure.metric) <= _LONGEST_METRIC or figure.metric in seen:
            continue
        if asked is not None and figure.value == asked.value:
            continue
        seen.add(figure.metric)
        yield statement


def _question(figure: Figure) -> str:
    ask = {Kind.MONEY: "是多少元", Kind.PERCENT: "是多少", Kind.COUNT: f"有多少{figure.measure}"}
    return f"{figure.org}{figure.metric}{ask.get(figure.kind, '是多少')}？"
