"""Names and times of a sentence held against a source's sentence: those that are not there are left over."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from checker.accounting.moments import is_then
from checker.accounting.sources import SourceSentence
from checker.accounting.spans import Leftover
from checker.accounting.unfigured import (
    BY,
    ENDURED,
    becoming,
    is_behind,
    is_done_by,
    is_named_for,
    is_of_another_clause,
    opens_clause,
    relettered,
    turned_round,
)
from checker.accounting.windows import Window
from checker.comparison.likeness import compare_owners
from corpus.lexicon.inspections import inspection_words
from corpus.lexicon.wording.connectives import connectives
from corpus.numerals import read_numeral
from corpus.organisations.anaphors import OURS, YOURS, addressee_of, antecedent, is_short_for, may_refer_to
from corpus.organisations.directory import Directory
from corpus.organisations.mention import Mention, MentionKind
from corpus.organisations.mentions import find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness
from corpus.statements.list_heads import TextSpan
from corpus.times.periods import find_periods

_POINTING: Final = frozenset(word for word in connectives("pointing") if len(word) == 1)
_JOINING: Final = tuple(word for word in connectives("link") if len(word) > 1 and word[-1] in _POINTING)
"""Words that only join, though they end as one does that points at somebody (针对)."""
_POINTED: Final = re.compile(r"前者|后者|他们|它们|双方|两者|其(?![中他它余次实])")
_POINTED_AT: Final = re.compile(rf"[{''.join(sorted(_POINTING))}](?:[^,;:。]{{1,30}}[、和与及])?$")
"""What points at a name, or at a list that it is in, right before it."""
_LISTED: Final = 40
_FORMER: Final = "前者"
_PAIR: Final = 2
_NAMED: Final = frozenset({MentionKind.ORGANISATION, MentionKind.REGION, MentionKind.ANAPHOR})
_TEAM: Final = re.compile(
    r"(?:[省市县区州]委|中央)?第(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:巡[视察]|审计|督[导查]|检查)[\u4e00-\u9fff]{0,3}?组"
)
"""A team with a number, which is an organisation too: 县委第二巡察组."""
_MEMBER: Final = re.compile(
    r"(?:第|(?=.{1,3}标段))([一二三四五六七八九十]{1,3}|\d{1,3})(?![轮届])([\u4e00-\u9fff]{2})"
)
_ALL_OF: Final = re.compile("全([省市县区州盟旗镇乡])")
_LEVEL: Final = re.compile("[省市县区州盟旗镇乡](?![场政])")
_INSPECTS: Final = re.compile(
    rf"[^\d，,；;。：:]{{0,12}}?(?:{'|'.join(inspection_words('kind'))})[\u4e00-\u9fff]{{0,3}}组"
)
"""An inspection's team, which tells of whom it inspected: of whom the report is."""
_FROM: Final = "从由自到至"
"""What may stand before a time and is read as its part (从年初, 到目前)."""


class Naming:
    """The organisations and times that a sentence names; ``earlier`` is what was said before it."""

    def __init__(
        self, text: str, directory: Directory | None = None, earlier: str = "", taken: Iterable[TextSpan] = ()
    ) -> None:
        """Read a normalised text; the spans ``taken`` are quantities, in which no time is looked for."""
        self._text = text
        self._directory = directory
        self._earlier = earlier
        self._taken = tuple(taken)

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        found = find_organisations(self._text, 0, len(self._text), self._directory)
        inside = [one for one in found if any(low < one.start < high for low, high in self._taken)]
        known = [one for one in found if one.kind in _NAMED and one not in inside]  # 5家小额贷款公司
        if self._directory is not None:
            known = [self._directory.with_unit(one, self._text) for one in known]
        teams = [Mention(*match.span(), match[0]) for match in _TEAM.finditer(self._text)]
        others = [
            one for one in known if not any(one.start < team.end and team.start < one.end for team in teams)
        ]
        return tuple(sorted((*others, *teams), key=lambda one: one.start))

    @cached_property
    def _times(self) -> tuple[tuple[int, int, str], ...]:
        return tuple(
            (one.start, one.end, "".join(one.text.split()).lstrip(_FROM))
            for one in find_periods(self._text)
            if not any(start < one.end and one.start < end for start, end in self._taken)
            and not self._is_named(one.start, one.end)
        )

    @cached_property
    def _pointed(self) -> tuple[re.Match[str], ...]:
        return tuple(match for match in _POINTED.finditer(self._text) if not self._is_named(*match.span()))

    @cached_property
    def _named_earlier(self) -> tuple[str, ...]:
        found = find_organisations(self._earlier, 0, len(self._earlier), self._directory)
        return tuple(one.name for one in found if one.kind is MentionKind.ORGANISATION)

    def spans(self, start: int, end: int) -> Iterator[TextSpan]:
        """Yield where ``text[start:end]`` names or points to an organisation, or names a time."""
        for one in self._mentions:
            if start <= one.start and one.end <= end:
                yield one.start, one.end
        for low, high, _ in self._times:
            if start <= low and high <= end:
                yield low, high
        for match in self._pointed:
            if start <= match.start() and match.end() <= end:
                yield match.span()

    def without_names(self, start: int, end: int) -> str:
        """Return ``text[start:end]`` without the organisation or region that opens it."""
        opening = (one.end for one in self._mentions if one.start == start and one.end <= end)
        return self._text[max(opening, default=start) : end]

    def _is_named(self, start: int, end: int) -> bool:
        return any(one.start < end and start < one.end for one in self._mentions)

    def left(
        self, start: int, end: int, window: Window, apart: Sequence[tuple[int, Window]] = ()
    ) -> Iterator[Leftover]:
        """Yield the names and times of ``text[start:end]`` that the source's sentence up to there does not have.

        Whose the told statements are may be named where that is only carried. ``apart`` are, by their places, the
        figures that other sentences state: a time before one of them is its own.
        """
        sentence = window.sentence
        owners = [one.figure.org for one in window.figures if one.figure.org]
        inside = [one for one in self._mentions if start <= one.start and one.end <= end]
        others = self._instead(inside, window)
        for one in inside:
            if one.kind is MentionKind.ANAPHOR:
                known = self._refers(one.name, one.start, sentence, owners, one)
            else:
                there = self._is_there(one, sentence, owners) and self._acts(one, sentence)
                known = there or self._is_of_its_member(one, sentence)
            if not known or one in others or is_behind(one.name, window):
                yield Leftover(one.start, one.end, self._text[one.start : one.end])
        said = self._text[start:end]
        if not inside and self._goes_on_of_another(start, window):
            yield Leftover(start, end, said.strip())
        if is_of_another_clause(self._text, (start, end), inside, window):
            yield Leftover(start, end, said.strip())
        for low, high, text in self._times:
            earlier = next((other for _, before, other in reversed(self._times) if before <= low), "")
            behind = [other for place, other in apart if high <= place] or [window]
            meant = behind if apart and end <= apart[0][0] else behind[:1]
            if start <= low and high <= end and not any(is_then(text, one, earlier) for one in meant):
                yield Leftover(low, high, self._text[low:high])
        yield from turned_round(self._text, (start, end), sentence)
        yield from becoming(self._text, (start, end), sentence)
        for match in self._pointed:
            here = start <= match.start() and match.end() <= end
            if here and not self._pronoun_fits(match, sentence, owners):
                yield Leftover(*match.span(), match[0])

    def _instead(self, inside: Sequence[Mention], window: Window) -> list[Mention]:
        """Return names that stand in another clause of the source's sentence, where its own clause has another name."""
        own = window.names()
        inside = [one for one in inside if not _ALL_OF.fullmatch(one.name)]
        if not own:
            return []
        if any(self._is_either(one, other) for one in inside for other in own):
            others = (one for one in inside if not any(self._is_either(one, other) for other in own))
            return [one for one in others if is_done_by(self._text, one, window)]
        beside = [one for one in window.sentence.names if one.kind in _NAMED and one not in own]
        told = [one for one in inside if any(self._is_either(one, other) for other in beside)]
        return told or [one for one in inside if is_named_for(one, own, window)]

    def _is_either(self, one: Mention, other: Mention) -> bool:
        return _is_one(one.name, self._full(one.name), other.name)

    def _goes_on_of_another(self, start: int, window: Window) -> bool:
        """Whether a clause that names nobody follows upon a name, where the source's own clause has another."""
        own = (
            [one for one in window.names() if one.kind is MentionKind.ORGANISATION] if window.figures else []
        )
        before = [one for one in self._mentions if one.end <= start and one.kind is MentionKind.ORGANISATION]
        return bool(own and before) and not any(self._is_either(before[-1], one) for one in own)

    def misnumbered(self, start: int, end: int, window: Window) -> Iterator[Leftover]:
        """Yield what has a number (第二管理站) where the source last names another of its sort, or a 分别 tells another."""
        said = self._text[start:end]
        if window.head and window.head not in said and any(one in said for one in window.other_heads):
            yield Leftover(start, end, said.strip())
        source = window.head or window.sentence.before + window.sentence.text[: window.reach]
        yield from relettered(self._text, (start, end), source)
        told = {match[2]: match for match in _MEMBER.finditer(self._text, 0, end)}
        for match in told.values():
            named = [one for one in _MEMBER.finditer(source) if one[2] == match[2]]
            if named and read_numeral(named[-1][1]) != read_numeral(match[1]):
                yield Leftover(*match.span(), match[0])

    def _before(self, place: int) -> list[str]:
        """Return the organisations named before a place, in order."""
        here = [one.name for one in self._mentions if one.end <= place]
        return [*self._named_earlier, *(name for name in here if name)]

    def _refers(
        self, name: str, place: int, sentence: SourceSentence, owners: Sequence[str], mention: Mention
    ) -> bool:
        """Whether a word that points back points to what the source speaks of."""
        meant = antecedent(name, self._before(place))
        if meant:
            return self._is_meant(meant, sentence, owners)
        raw = self._text[mention.start : mention.end]
        if raw in sentence.text:
            return True
        known = [*owners, *(one.name for one in sentence.names), *sentence.names_over]
        return any(may_refer_to(name, one) for one in known)

    def _pronoun_fits(self, match: re.Match[str], sentence: SourceSentence, owners: Sequence[str]) -> bool:
        names = self._before(match.start())
        if match[0] == "其" and (not names or match[0] in sentence.text):
            return not names or self._is_meant(names[-1], sentence, owners)
        if len(names) < _PAIR and match[0] != "其":
            return match[0] in sentence.text
        return self._is_meant(names[-_PAIR] if match[0] == _FORMER else names[-1], sentence, owners)

    def _is_there(self, mention: Mention, sentence: SourceSentence, owners: Sequence[str]) -> bool:
        raw = self._text[mention.start : mention.end]
        if raw in sentence.text or mention.name in sentence.text:
            return True
        if mention.kind is MentionKind.REGION:
            told_before = raw in sentence.before and not any(
                one.kind is MentionKind.ORGANISATION for one in sentence.names
            )
            owned = any(_is_one(raw, self._full(raw), one) for one in owners)
            return raw in sentence.over or told_before or owned or _is_all_of(raw, sentence)
        return self._is_meant(mention.name, sentence, owners)

    def _is_meant(self, name: str, sentence: SourceSentence, owners: Sequence[str]) -> bool:
        """Whether an organisation is the sentence's own: named in it, the owner of its figures, or carried to it."""
        if name in sentence.text:
            return True
        full = self._full(name)
        if YOURS.search(sentence.text):
            return _is_one(name, full, addressee_of(sentence.passage.text))
        acting = [
            one.name
            for one in sentence.names
            if one.kind is MentionKind.ORGANISATION
            and sentence.text[one.start - 1 : one.start] not in _POINTING
            and not _INSPECTS.match(sentence.text, one.start)
        ]
        ours = (OURS.search(sentence.text) or is_short_for(name, sentence.text)) and name in sentence.over
        if ours or any(_is_one(name, full, other) for other in [*owners, *acting]):
            return True
        if acting:
            return False
        carried = (*sentence.names_before, *sentence.names_over)
        return name in sentence.before or any(
            name in other or _is_one(name, full, other) for other in carried
        )

    def _is_of_its_member(self, mention: Mention, sentence: SourceSentence) -> bool:
        """Whether the report is of a name, right behind which stands one of its own that the sentence names (某集团路桥公司)."""
        member = self._text[mention.end : mention.end + _PAIR]
        if len(member) < _PAIR or not any(
            sentence.text.startswith(member, low) for low, _ in sentence.clauses
        ):
            return False
        full = self._full(mention.name)
        return any(mention.name in one or _is_one(mention.name, full, one) for one in sentence.names_over)

    def _full(self, name: str) -> str:
        return self._directory.canonical(name) if self._directory else name

    def _acts(self, mention: Mention, sentence: SourceSentence) -> bool:
        """Whether a name is no more acted upon, and acts no more on another, than in the source."""
        before = self._text[mention.start - 1 : mention.start]
        after = self._text[mention.end : mention.end + 1]
        full = self._full(mention.name)
        if after in ENDURED and after not in sentence.text:  # 某公司被罚款, of 对某公司罚款
            return self._is_pointed_at(mention.name, full, sentence)
        if before not in _POINTING or self._text.endswith(_JOINING, 0, mention.start):
            return True
        # 已由市人社局追回, of 市人社局：追回
        if before == BY and any(
            opens_clause(one, sentence.text) and _is_one(mention.name, full, one.name)
            for one in sentence.names
        ):
            return True
        return self._is_pointed_at(mention.name, full, sentence)

    def _is_pointed_at(self, name: str, full: str, sentence: SourceSentence) -> bool:
        """Whether a sentence points at a name, or at whom the report is addressed to (对你公司), as who is acted upon."""
        text = sentence.text
        yours = YOURS.search(text)
        if yours and _is_one(name, full, addressee_of(sentence.passage.text)):
            return _POINTED_AT.search(text, max(0, yours.start() - _LISTED), yours.start()) is not None
        return any(
            _POINTED_AT.search(text, max(0, one.start - _LISTED), one.start) is not None
            for one in sentence.names
            if one.start and (one.name in name or _is_one(name, full, one.name))
        )


def _is_all_of(raw: str, sentence: SourceSentence) -> bool:
    """Whether a word for all of a region (全县) means the one that the report is of, where its sentence names nobody."""
    level = _ALL_OF.fullmatch(raw)
    levels = _LEVEL.findall(sentence.passage.title.partition("关于")[0])
    return bool(level and levels and levels[-1] == level[1]) and not sentence.names


def _is_one(name: str, full: str, other: str) -> bool:
    """Whether a name is another's: in full, or without its region, as it is or in short (水利局, 住建局, 松江县水利局)."""
    if other.endswith(name) or name.endswith(other):
        return bool(other)
    parts = name_parts(other)
    forms = {name, full} if name_parts(name).region else {name, full, f"{parts.region}{parts.level}{name}"}
    return any(compare_owners(one, other) is Sameness.SAME for one in forms)
