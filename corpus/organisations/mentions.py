"""Organisations and regions as a text names them: text in, ``Mention`` values out.

The rule of ``corpus.organisations.run_reader`` reads every run of characters; with ``deep``, the words and tags of
the LAC model correct the left edges that the rule is not certain of and add the names that no head ends
(阿里巴巴).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.lexicon.organisation_context import CUT
from corpus.organisations.lac import TaggedWord, tag_words
from corpus.organisations.mention import KnownNames, Mention, MentionKind
from corpus.organisations.patterns import HAN, LEVEL, PLACE_NAMES, RUN, TAIL
from corpus.organisations.run_reader import RunReader, without_overlaps
from corpus.words import is_common_phrase, is_deed

__all__ = ["Mention", "MentionKind", "find_organisations", "proper_names"]

_CUT: Final = re.compile(CUT)
_TEAM: Final = re.compile(r"(?:第.{1,3})?巡[视察]组")
_TAGGED_NAME: Final = re.compile(rf"[{HAN}A-Za-z·（）()]{{2,30}}")
_NO_ORGANISATION: Final = re.compile(
    r".*(?:警方|媒体|官方|球队|董事会|公司|医院|法院|学校|政府|银行|机构|党组织?|党委)$"
)


@dataclass(frozen=True, slots=True)
class _Tagged:
    """What the model sees: where words begin, the places in names, and the organisation over a place."""

    edges: set[int]
    named: set[int]
    over: dict[int, tuple[int, int]]


def find_organisations(
    text: str, start: int = 0, end: int | None = None, known: KnownNames | None = None, *, deep: bool = False
) -> list[Mention]:
    """Find the organisations, regions, collectives and pointing words in ``text[start:end]``, in order.

    Offsets index ``text``; mentions do not overlap. ``known`` is a dictionary of names (``Directory``).
    ``deep`` asks the LAC model as well (about 15,000 characters a second): call it for the sentences that
    need it.
    """
    stop = len(text) if end is None else min(end, len(text))
    low = max(start, 0)
    found: list[Mention] = []
    for run in RUN.finditer(text, low, stop):
        found.extend(RunReader(text, run.start(), run.end(), known).mentions())
    return _deepened(text, found, low, stop) if deep else found


def _deepened(text: str, found: list[Mention], start: int, end: int) -> list[Mention]:
    words = list(tag_words(text, start, end))
    organisations = _tagged_organisations(words)
    tagged = _Tagged(
        edges={word.start for word in words},
        named={
            place for word in words if word.tag in ("LOC", "ORG") for place in range(word.start, word.end)
        },
        over={place: span for span in organisations for place in range(*span)},
    )
    kept = [mention for written in found if (mention := _corrected(text, written, tagged))]
    taken = {place for mention in kept for place in range(mention.start, mention.end)}
    added = (_added(text, *span) for span in organisations if taken.isdisjoint(range(*span)))
    return without_overlaps([*kept, *(mention for mention in added if mention)])


def _tagged_organisations(words: list[TaggedWord]) -> list[tuple[int, int]]:
    """The spans of the words tagged as organisations, with a place right before them."""
    spans: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word.tag == "ORG":
            before = words[index - 1] if index else None
            place = before and before.tag == "LOC" and before.end == word.start
            spans.append((before.start if before and place else word.start, word.end))
    return spans


def _corrected(text: str, mention: Mention, tagged: _Tagged) -> Mention | None:
    """The mention with the left edge that the model sees; None where it sees no name at all."""
    if mention.kind is MentionKind.REGION:
        seen = not tagged.named.isdisjoint(range(mention.start, mention.end))
        return mention if seen or PLACE_NAMES.match(mention.name) or mention.name[0] in "全我本" else None
    if mention.kind is not MentionKind.ORGANISATION:
        return mention
    name_end = text.find(mention.name, mention.start) + len(mention.name)
    span = tagged.over.get(name_end - 1)
    if span is None:
        return mention if mention.certain else None
    low = span[0]
    vouched = PLACE_NAMES.match(mention.name) or LEVEL.match(mention.name)
    if mention.certain and (vouched or mention.start in tagged.edges):
        return mention
    if low >= name_end - 1 or _CUT.search(text, low, mention.start):
        return mention
    return replace(mention, start=low, name=text[low:name_end], certain=True)


def _added(text: str, low: int, high: int) -> Mention | None:
    written = text[low:high]
    if (
        _TEAM.match(text, high)
        or not _TAGGED_NAME.fullmatch(written)
        or (len(written) <= 4 and _NO_ORGANISATION.fullmatch(written))
    ):
        return None
    tail = TAIL.search(written)
    name = written[: tail.start()] if tail and tail.start() >= 2 and tail.end() == len(written) else written
    return Mention(low, high, name)


def proper_names(names: Sequence[str]) -> list[str]:
    """Return the names but those of common words alone (产业学院) that no other of their sort stands beside (金融学院, 统计学院)."""
    common = {name for name in names if is_common_phrase(name)}
    sorts = Counter(name[-2:] for name in common if not is_deed(name))
    return [name for name in names if name not in common or (sorts[name[-2:]] > 1 and not is_deed(name))]
