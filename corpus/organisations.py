"""Organisations and regions as a text names them: text in, ``Mention`` values out.

The rule of ``corpus.organisation_rule`` reads every run of characters; with ``deep``, the words and tags of
the LAC model correct the left edges that the rule is not certain of and add the names that no head ends
(阿里巴巴).
"""

import re
from dataclasses import replace
from typing import Final

from corpus.lac import TaggedWord, tag_words
from corpus.mention import Mention, MentionKind, Names
from corpus.organisation_patterns import HAN, LEVEL, PLACES, RUN, TAIL
from corpus.organisation_rule import RunReader
from corpus.organisation_words import CUT

__all__ = ["Mention", "MentionKind", "find_organisations"]

_CUT: Final = re.compile(CUT)
_TEAM: Final = re.compile(r"(?:第.{1,3})?巡[视察]组")
_TAGGED_NAME: Final = re.compile(rf"[{HAN}A-Za-z·（）()]{{2,30}}")
_NO_ORGANISATION: Final = re.compile(
    r".*(?:警方|媒体|官方|球队|董事会|公司|医院|法院|学校|政府|银行|机构|党组织?|党委)$"
)


def find_organisations(
    text: str, start: int = 0, end: int | None = None, known: Names | None = None, *, deep: bool = False
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
    organisations = _tagged_organisations(text, words)
    edges = {word.start for word in words}
    places = [word for word in words if word.tag in ("LOC", "ORG")]
    kept: list[Mention] = []
    for mention in found:
        corrected = _corrected(text, mention, organisations, edges, places)
        if corrected and (not kept or kept[-1].end <= corrected.start):
            kept.append(corrected)
    for low, high in organisations:
        if all(high <= mention.start or low >= mention.end for mention in kept):
            kept.extend(_added(text, low, high))
    return sorted(kept, key=lambda mention: mention.start)


def _tagged_organisations(text: str, words: list[TaggedWord]) -> list[tuple[int, int]]:
    """The spans of the words tagged as organisations, with a place right before them."""
    spans: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word.tag == "ORG":
            before = words[index - 1] if index else None
            place = before and before.tag == "LOC" and before.end == word.start
            spans.append((before.start if before and place else word.start, word.end))
    return spans


def _corrected(
    text: str,
    mention: Mention,
    organisations: list[tuple[int, int]],
    edges: set[int],
    places: list[TaggedWord],
) -> Mention | None:
    """The mention with the left edge that the model sees; None where it sees no name at all."""
    if mention.kind is MentionKind.REGION:
        seen = any(word.start < mention.end and mention.start < word.end for word in places)
        return mention if seen or PLACES.match(mention.name) or mention.name[0] in "全我本" else None
    if mention.kind is not MentionKind.ORGANISATION:
        return mention
    name_end = mention.start + text[mention.start : mention.end].find(mention.name) + len(mention.name)
    over = [span for span in organisations if span[0] < name_end <= span[1] or span[0] < name_end == span[1]]
    if not over:
        return mention if mention.certain else None
    low = over[0][0]
    vouched = PLACES.match(mention.name) or LEVEL.match(mention.name)
    if mention.certain and (vouched or mention.start in edges):
        return mention
    if low >= name_end - 1 or _CUT.search(text, low, mention.start):
        return mention
    return replace(mention, start=low, name=text[low:name_end], certain=True)


def _added(text: str, low: int, high: int) -> list[Mention]:
    written = text[low:high]
    if (
        _TEAM.match(text, high)
        or not _TAGGED_NAME.fullmatch(written)
        or (len(written) <= 4 and _NO_ORGANISATION.fullmatch(written))
    ):
        return []
    tail = TAIL.search(written)
    name = written[: tail.start()] if tail and tail.start() >= 2 and tail.end() == len(written) else written
    return [Mention(low, high, name)]
