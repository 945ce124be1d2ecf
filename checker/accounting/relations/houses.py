"""What a sentence calls the body that a report is of by what it is: 局里, 厂里 in, where it may be meant by it out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.accounting.sources import SourceSentences
from checker.accounting.windows import Window
from corpus.lexicon.wording.connectives import connectives
from corpus.organisations.mention import MentionKind
from corpus.statements.list_heads import TextSpan

_HOUSE: Final = re.compile(
    rf"\s*(?:(?:而|但|后来)?)(([{''.join(sorted(connectives('house')))}])里)(?![的面程])"
)
_OF: Final = "关于"
"""What stands, in a title, behind the name of whom it is of."""


def own_houses(text: str, clauses: Sequence[TextSpan], source: SourceSentences) -> Iterator[TextSpan]:
    """Yield where a clause opens with a word for the body (厂里) that all the reports are of by their titles (自来水厂)."""
    heads = {one.passage.title.partition(_OF)[0] for one in source.sentences}
    for span in clauses:
        match = _HOUSE.match(text, *span)
        if match and heads and all(match[2] in one for one in heads):
            yield match.span(1)


def is_anothers_deed(text: str, span: TextSpan, window: Window) -> bool:
    """Whether a clause opens with such a word, and the source's own clause names another body (县环保局责令停窑)."""
    match = _HOUSE.match(text, *span)
    return match is not None and any(
        one.kind is MentionKind.ORGANISATION and not one.name.endswith(match[2]) for one in window.names()
    )
