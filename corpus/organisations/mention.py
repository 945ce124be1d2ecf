"""The values that stand for an organisation named in a text: ``Mention`` and its ``MentionKind``."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class MentionKind(StrEnum):
    """What a mention stands for.

    ``ANAPHOR`` points back to an organisation of the text (该局, 医院党委); ``GENERIC`` is a collective with
    no name of its own (各部门, 被巡视党组织, 七届省委第八轮被巡视党组织). ``REGION`` takes in 全省 and 我县.
    """

    ORGANISATION = "organisation"
    REGION = "region"
    GENERIC = "generic"
    ANAPHOR = "anaphor"


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation named in a text: ``text[start:end]`` is the mention.

    ``name`` is the mention without 中共, 党组, 领导班子 and the like. ``certain`` is False where neither a
    region, a place nor a known name vouches for the left edge of the name.
    """

    start: int
    end: int
    name: str
    kind: MentionKind = MentionKind.ORGANISATION
    certain: bool = True


class KnownNames(Protocol):
    """What ``find_organisations`` asks of a dictionary of known names."""

    def may_start(self, beginning: str) -> bool:
        """Whether a known name or region may start with these two characters."""

    def longest_at(self, text: str, position: int, end: int) -> int:
        """The end of the longest known name that starts at ``position``, or ``position`` when none does."""

    def is_place(self, name: str) -> bool:
        """Whether ``name`` is the name of a known region, without its 省, 市 or 县."""
