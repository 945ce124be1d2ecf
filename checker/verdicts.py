"""The verdicts on a figure: one table from which the code, the messages and the documentation come.

A verdict is a member of ``Verdict`` and a row of ``VERDICTS``; whoever shows or weighs one reads the row.
"""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the checker says of a figure, decided against the evidence."""

    SUPPORTED = "supported"
    ROUNDED = "rounded"
    DERIVED = "derived"
    CONTRADICTED = "contradicted"
    MISATTRIBUTED = "misattributed"
    UNSUPPORTED = "unsupported"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class VerdictText:
    """How a verdict is named, explained and shown to people, and what it says of the figure.

    ``mark`` is seen at a glance in a chat, ``sign`` stands behind the figure in a page ("" for none), ``colour``
    is red, green and blue in hexadecimal digits; ``urgency`` orders findings, 0 first. ``is_wrong`` says that a
    person must look, ``is_confirmed`` that the evidence bears the figure out, ``is_stated`` that it says it as it
    is; a verdict that is neither wrong nor confirmed leaves the figure alone.
    """

    verdict: Verdict
    chinese: str
    english: str
    meaning: str
    meaning_zh: str
    mark: str
    sign: str
    colour: str
    urgency: int
    is_wrong: bool = False
    is_confirmed: bool = False
    is_stated: bool = False

    @property
    def leaves_alone(self) -> bool:
        """Whether the figure is not judged at all."""
        return not self.is_wrong and not self.is_confirmed


VERDICTS: tuple[VerdictText, ...] = (
    VerdictText(
        Verdict.SUPPORTED,
        "一致",
        "supported",
        "The evidence states the same quantity for the same metric, organisation and period.",
        "原文有同一口径、同一单位、同一时间的同一数量。",
        mark="✅",
        sign="✓",
        colour="1a7f37",
        urgency=5,
        is_confirmed=True,
        is_stated=True,
    ),
    VerdictText(
        Verdict.ROUNDED,
        "约数相符",
        "rounded",
        "The text rounds or bounds what the evidence states, and does so correctly.",
        "文中的约数或界限与原文的数相符。",
        mark="✅",
        sign="✓",
        colour="1a7f37",
        urgency=4,
        is_confirmed=True,
    ),
    VerdictText(
        Verdict.DERIVED,
        "可推算",
        "derived",
        "Not stated, but follows by arithmetic from stated figures.",
        "原文没有直接写出，但可由原文的数算得。",
        mark="🧮",
        sign="✓",
        colour="1a7f37",
        urgency=3,
        is_confirmed=True,
    ),
    VerdictText(
        Verdict.CONTRADICTED,
        "不一致",
        "contradicted",
        "The evidence states another quantity for the same metric, organisation and period.",
        "同一口径、同一单位、同一时间，原文写的是另一个数。",
        mark="❌",
        sign="✗",
        colour="cf222e",
        urgency=1,
        is_wrong=True,
    ),
    VerdictText(
        Verdict.MISATTRIBUTED,
        "张冠李戴",
        "misattributed",
        "The quantity stands in the evidence, but for another organisation, metric, period or kind.",
        "原文有这个数，但属于别的单位、口径、时间，或者不是这种量。",
        mark="❌",
        sign="✗",
        colour="cf222e",
        urgency=2,
        is_wrong=True,
    ),
    VerdictText(
        Verdict.UNSUPPORTED,
        "查无出处",
        "unsupported",
        "Nothing in the evidence states it, contradicts it or lets it be derived.",
        "所查材料没有写，也推算不出。",
        mark="⚠️",
        sign="✗",
        colour="cf222e",
        urgency=0,
        is_wrong=True,
    ),
    VerdictText(
        Verdict.NOT_CHECKED,
        "不核对",
        "not checked",
        "An idiom, a document number, or a figure that the text itself marks as a plan or an example.",
        "固定提法、文号，或者文中标明是计划、举例的数。",
        mark="➖",
        sign="",
        colour="6e7781",
        urgency=6,
    ),
)

VERDICT_ROWS: dict[Verdict, VerdictText] = {row.verdict: row for row in VERDICTS}
WRONG: frozenset[Verdict] = frozenset(row.verdict for row in VERDICTS if row.is_wrong)
CONFIRMED: frozenset[Verdict] = frozenset(row.verdict for row in VERDICTS if row.is_confirmed)
