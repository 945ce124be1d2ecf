"""The headings over each place of a text and whom they name: sections in, a path or an organisation out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from corpus.lexicon.inspections import inspection_words
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.report import Section
from corpus.statements.attribution import TextSetting, is_proper_mention
from corpus.statements.stretches import LEVELLED

_MOST_BESIDE_NAME: Final = 6
"""Characters of a heading beside the name of whom what stands below it is told."""
_INSPECTS: Final = re.compile(f"(?:{'|'.join(inspection_words('kind'))})$")
"""The end of a heading that names who inspects (省审计厅专项审计), not whom it is told of."""


class SectionPaths:
    """The headings over each place of a text, and the organisation that the innermost of them names."""

    def __init__(self, sections: Sequence[Section], setting: TextSetting) -> None:
        self._sections = sorted(sections, key=lambda section: (section.start, section.level))
        self._starts = [section.start for section in self._sections]
        self._setting = setting

    def path(self, position: int) -> str:
        """Return the headings over ``position``, outermost first, joined by `` > ``."""
        return " > ".join(section.title for section in self._over(position))

    def organisation(self, position: int) -> str:
        """Return the organisation that the innermost heading over ``position`` names, else the report's."""
        for section in reversed(self._over(position)):
            if name := self._named_by(section.title):
                return name
        return self._setting.organisation

    def _over(self, position: int) -> list[Section]:
        """Return the sections that hold ``position``: the last before it, and those that it nests in."""
        found: list[Section] = []
        level = 1 << 30
        for section in reversed(self._sections[: bisect_right(self._starts, position)]):
            if section.level < level and section.end > position:
                found.append(section)
                level = section.level
            if level <= 1:
                break
        return found[::-1]

    def _named_by(self, title: str) -> str:
        for mention in find_organisations(title, 0, None, self._setting.directory):
            place = mention.kind is MentionKind.REGION and LEVELLED.search(mention.name)
            names = bool(place) or (mention.kind is MentionKind.ORGANISATION and is_proper_mention(mention))
            if (
                names
                and len(title) - len(mention.name) <= _MOST_BESIDE_NAME
                and not _INSPECTS.search(title, mention.end)
            ):
                return self._setting.canonical(mention.name)
        return ""
