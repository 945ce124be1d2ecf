"""Where the figures of a draft stand, told so that its next version can be asked: a text and spans in, places out."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from corpus.structure.sentences import split_sentences
from retrieval.chat_catalog.decisions import FigurePlace

_Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class DraftPlaces:
    """The places of a draft's figures in the order of the text, their sentences, and the digests of all sentences."""

    places: tuple[FigurePlace, ...]
    quotes: tuple[str, ...]
    sentences: frozenset[str]
    alike: Mapping[_Key, tuple[int, ...]]
    """The numbers of the figures that are the same in the same sentence."""

    def find(self, kept: FigurePlace) -> int | None:
        """Return which of the figures (from 0) stands at a place of an earlier version, None where none surely does.

        It is the same figure in the same sentence, wherever that has gone and whatever its other figures are. Where
        the same stands several times, the sentence before tells which is meant, or the order where none came or went.
        """
        same = self.alike.get((kept.sentence, kept.nth, kept.raw), ())
        near = [number for number in same if self.places[number].before == kept.before]
        if len(near) == 1:
            return near[0]
        return same[kept.turn] if len(same) == kept.turns else None


def draft_places(text: str, spans: Sequence[tuple[int, int]]) -> DraftPlaces:
    """Return where the figures at ``spans`` (offsets, in the order of the text) stand in ``text``."""
    sentences = split_sentences(text)
    starts = [start for start, _ in sentences]
    homes = [max(0, bisect_right(starts, start) - 1) for start, _ in spans]
    inside: dict[int, list[tuple[int, int]]] = {}
    for home, span in zip(homes, spans, strict=True):
        inside.setdefault(home, []).append(span)
    digests = [_digest(text, *sentence, inside.get(home, ())) for home, sentence in enumerate(sentences)]
    keys: list[_Key] = [
        (digests[home], inside[home].index(span), _plain(text[slice(*span)]))
        for home, span in zip(homes, spans, strict=True)
    ]
    alike: dict[_Key, tuple[int, ...]] = {}
    for number, key in enumerate(keys):
        alike[key] = (*alike.get(key, ()), number)
    places = tuple(
        FigurePlace(*key, digests[home - 1] if home else "", alike[key].index(number), len(alike[key]))
        for number, (home, key) in enumerate(zip(homes, keys, strict=True))
    )
    quotes = tuple(text[slice(*sentences[home])] for home in homes)
    return DraftPlaces(places, quotes, frozenset(digests), alike)


def _digest(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    """Return the digest of a sentence's words, its figures left out: another figure leaves the sentence the same."""
    parts, place = [], start
    for first, last in spans:
        if first >= place:
            parts.append(text[place:first])
            place = last
    return sha256("\0".join(map(_plain, [*parts, text[place:end]])).encode("utf-8", "replace")).hexdigest()


def _plain(text: str) -> str:
    """Return ``text`` without what differs between two files that say the same: blanks and widths of characters."""
    return "".join(normalize("NFKC", text).split())
