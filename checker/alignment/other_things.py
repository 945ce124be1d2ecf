"""Where a claim has another thing than the figure's own clause in the source: two statements in, the thing out.

Of 清理押金212笔，退还预付费23.1万元 who writes 退还押金23.1万元 has the number right and the thing of the figure beside it.
"""

import re
from collections.abc import Sequence
from typing import Final

from checker.alignment.untold import NEAR, own_clause, telling_words
from checker.gainsaid import CELL
from corpus.figure import Kind, Statement
from corpus.lexicon.wording.connectives import any_connective
from corpus.lexicon.wording.paraphrases import says

_ITEM: Final = re.compile(r"[，,；;。！？\n、]")
_OF_BEFORE: Final = re.compile(any_connective("already"))
"""Opens a clause on the thing of the clause before."""
_PART: Final = 2
"""Characters of a word that say something by themselves."""


def other_thing(own: str, claim: Statement, stated: Sequence[Statement], report: Sequence[Statement]) -> str:
    """Return the thing of a figure's ``own`` words in whose place the source has another, "" where it has none.

    ``stated`` are the statements of the claim's quantity, the nearest first; ``report`` those of the report of that one.
    Only what is told elsewhere near is a thing that the report tells apart, and no other word for the one it has there.
    """
    found = stated[0]
    before, behind, led = own_clause(found)
    mine, theirs = (_things(_ITEM.split(one)[-1]) for one in (own, before))
    if not mine or not theirs or CELL.search(found.quote):  # a row of a table tells no thing itself
        return ""
    if found.figure.kind is Kind.DURATION or _OF_BEFORE.match(before):
        return ""  # 期限3年: how long is said of any thing; 墙体松动34处，已灌浆加固29处
    clause = _ITEM.split(found.quote[: found.figure.start - found.start])[-1]
    told = f"{clause}|{behind}|{led}|{found.section}|{found.title}|{found.figure.org}"
    strange = [word for word in mine if not _is_told(word, told)]
    unsaid = [word for word in theirs if not _is_told(word, claim.quote)]
    heads = mine[-1] in strange, theirs[-1] in unsaid
    if heads == (True, True):
        strange = mine[-1:]
    if heads[0] != heads[1] or not unsaid:
        return ""
    near = [one.quote for one in report if one is not found and abs(one.start - found.start) <= NEAR]
    strange = [
        word for word in strange if not any(one is not found and _is_told(word, one.quote) for one in stated)
    ]
    return next((word for word in strange if any(word in quote for quote in near)), "")


def _things(text: str) -> list[str]:
    return [word for word, tag in telling_words(text) if tag[0] == "n"]


def _is_told(word: str, text: str) -> bool:
    """Whether a text says a word, another for it, or two characters of it that stand together."""
    return says(text, word) or any(word[at : at + _PART] in text for at in range(len(word) - 1))
