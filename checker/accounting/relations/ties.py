"""All that ties what a sentence tells together: the sentence and what it is held against in, ties that are its own out."""

from collections.abc import Iterator, Sequence

from checker.accounting.relations.agents import foreign_agents
from checker.accounting.relations.grounds import foreign_grounds
from checker.accounting.relations.joint_shares import shared_alone
from checker.accounting.spans import Leftover, WordedText
from checker.accounting.windows import Window
from corpus.statements.list_heads import TextSpan


def foreign_ties(
    said: WordedText, clauses: Sequence[TextSpan], windows: Sequence[Window | None]
) -> Iterator[Leftover]:
    """Yield what a sentence says of why, by whom or of whom together, where the source does not say so.

    ``windows`` are what each of the ``clauses`` is held against.
    """
    yield from foreign_grounds(said, clauses, windows)
    yield from foreign_agents(said, clauses, windows)
    yield from shared_alone(said, clauses, windows)
