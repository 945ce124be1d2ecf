"""Lies about lists that a 分别 tells apart: a sentence with such a list in, one member with another's figure out."""

import random

from bench.sentence_sources import Told
from corpus.statements.distribution import read_shares
from corpus.statements.list_heads import MARK


def tell_other_share(told: Told, chance: random.Random) -> str | None:
    """Tell of one of those that a 分别 tells apart what another has, None where there is no such list."""
    shares = read_shares(told.text, [told.place(one) for one in told.figures])
    rows = [(shares[start], one) for one in told.figures if (start := told.place(one)[0]) in shares]
    pairs = [
        (mine, other)
        for mine, one in rows
        for share, other in rows
        if mine.start == share.start
        and mine.end == share.end
        and one.figure.value != other.figure.value
        and one.figure.unit == other.figure.unit
    ]
    if not pairs:
        return None
    mine, other = chance.choice(pairs)
    heads = max(share.head[1] for share, _ in rows if share.start == mine.start)
    mark = MARK.search(told.text, heads)
    what = told.text[heads : mark.start()] if mark else ""
    return f"{told.text[slice(*mine.head)]}{what}{other.figure.raw}。"
