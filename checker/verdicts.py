"""The verdicts on a figure: one table from which the code, the messages and the documentation come."""

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
    """How a verdict is named and explained to people."""

    verdict: Verdict
    chinese: str
    meaning: str
    meaning_zh: str
    is_wrong: bool = False


VERDICTS: tuple[VerdictText, ...] = (
    VerdictText(
        Verdict.SUPPORTED,
        "一致",
        "The evidence states the same quantity for the same metric, organisation and period.",
        "原文有同一口径、同一单位、同一时间的同一数量。",
    ),
    VerdictText(
        Verdict.ROUNDED,
        "约数相符",
        "The text rounds or bounds what the evidence states, and does so correctly.",
        "文中的约数或界限与原文的数相符。",
    ),
    VerdictText(
        Verdict.DERIVED,
        "可推算",
        "Not stated, but follows by arithmetic from stated figures.",
        "原文没有直接写出，但可由原文的数算得。",
    ),
    VerdictText(
        Verdict.CONTRADICTED,
        "不一致",
        "The evidence states another quantity for the same metric, organisation and period.",
        "同一口径、同一单位、同一时间，原文写的是另一个数。",
        is_wrong=True,
    ),
    VerdictText(
        Verdict.MISATTRIBUTED,
        "张冠李戴",
        "The quantity stands in the evidence, but for another organisation, metric, period or kind.",
        "原文有这个数，但属于别的单位、口径、时间，或者不是这种量。",
        is_wrong=True,
    ),
    VerdictText(
        Verdict.UNSUPPORTED,
        "查无出处",
        "Nothing in the evidence states it, contradicts it or lets it be derived.",
        "所查材料没有写，也推算不出。",
        is_wrong=True,
    ),
    VerdictText(
        Verdict.NOT_CHECKED,
        "不核对",
        "An idiom, a document number, or a figure that the text itself marks as a plan or an example.",
        "固定提法、文号，或者文中标明是计划、举例的数。",
    ),
)

CHINESE_VERDICTS: dict[Verdict, str] = {row.verdict: row.chinese for row in VERDICTS}
WRONG: frozenset[Verdict] = frozenset(row.verdict for row in VERDICTS if row.is_wrong)
CONFIRMED: frozenset[Verdict] = frozenset({Verdict.SUPPORTED, Verdict.ROUNDED, Verdict.DERIVED})
