"""Compare the figures found with a peer's own test suite for numbers and percentages.

Takes the folder that holds ``NumberModel.json`` and ``PercentModel.json`` of the Recognizers-Text project
(Chinese). A case passes when as many figures are found as the suite lists, each covering the suite's span
(ours may be wider: its qualifier and unit belong to it) with the suite's value. Prints the share of cases
that pass and every other case with the reason for it, and exits with 1 under 0.94.

    python -m bench.recognizers FOLDER
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from corpus.figure import Figure, Kind
from corpus.quantities.figures import find_figures

SUITES = ("NumberModel.json", "PercentModel.json")
WANTED = 0.94
CLOSE = Decimal("1e-9")

REASONS: dict[str, str] = {
    "date": "deliberate: a date is one figure that states a scope, its parts are not numbers",
    "time of day": "deliberate: a time of day is no figure",
    "money": "deliberate: the suite leaves money to another model, here it is a figure",
    "weight": "deliberate: the value is in the base unit (十斤 is 5 公斤, 八吨 is 8000 公斤)",
    "range": "deliberate: two bounds are one figure with low and high, the suite reads none or one end",
    "article": "deliberate: 一 with a measure word before its noun is an article more often than a count",
    "name": "deliberate: a numeral inside a name or word is no figure",
    "bare": "deliberate: a lone Chinese numeral without a unit inside running text is no figure",
    "fault": "fault of the suite: no Chinese reader takes it for this",
    "unit": "deliberate: 大于 bounds the number, 十天 is a duration",
    "identifier": "deliberate: groups of digits joined by points or dashes identify, they do not count",
}

DIFFERENCES: dict[str, str] = {
    "两百点两": "fault",
    "一点两小时的会议": "fault",
    "五百分之2.2": "fault",
    "五十千": "fault",
    "十斤": "weight",
    "九年八吨": "weight",
    "一百零十万三千斤": "weight",
    "一美元": "money",
    "两美刀": "money",
    "苹果折扣一美元": "money",
    "这台电脑两美刀": "money",
    "包括在金融市场中管理的基金管理业务在内的FILP总额也减少了二％，为四十九兆九千五百九十二億元，是有史以来最大的。": "money",
    "苹果折扣一折": "range",
    "2222.2222.22222.222": "identifier",
    "...9": "identifier",
    "－－9": "identifier",
    "-1.1^--23": "identifier",
    "第零十刃": "name",
    "这不是四川这是五台山": "name",
    "袜子五双九点九": "bare",
    "戒指一对八千": "article",
    "三的另一种写法是叁": "article",
    "一塊蛋糕": "article",
    "找出酒精量在5-20%之间的产品": "range",
    "百分之二三十": "range",
    "二三十个百分点": "range",
    "二三十個百分點": "range",
    "股票十天收盘价的百分之七十百分位大于1": "unit",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the suite: its text and the spans (one past the end) with their values."""

    suite: str
    text: str
    expected: tuple[tuple[int, int, Decimal], ...]


def read_cases(folder: Path) -> Iterator[Case]:
    """Read the cases of both suites; a missing file raises."""
    for suite in SUITES:
        for row in json.loads((folder / suite).read_text(encoding="utf-8-sig")):
            expected = tuple(
                (result["Start"], result["End"] + 1, Decimal(result["Resolution"]["value"].strip("%")))
                for result in row["Results"]
            )
            yield Case(suite, row["Input"], expected)


def passes(case: Case, figures: list[Figure]) -> bool:
    """Say whether the figures found are those that the case expects."""
    if len(figures) != len(case.expected):
        return False
    return all(
        figure.start <= start
        and figure.end >= end
        and figure.value is not None
        and _close(figure.value, value)
        for figure, (start, end, value) in zip(figures, case.expected, strict=True)
    )


def find_quantities(text: str) -> list[Figure]:
    """Return the figures of a case's text, idioms left out."""
    return [figure for figure in find_figures(text) if figure.kind is not Kind.IDIOM]


def _close(value: Decimal, expected: Decimal) -> bool:
    return abs(value - expected) <= abs(expected) * CLOSE


def _reason(case: Case) -> str:
    if "年" in case.text and "月" in case.text:
        return REASONS["date"]
    return REASONS.get(DIFFERENCES.get(case.text, ""), "a miss: to be mended")


def main(arguments: list[str]) -> int:
    """Print what passes of each suite and why the rest does not; 1 when too little passes."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    passed: dict[str, int] = dict.fromkeys(SUITES, 0)
    total: dict[str, int] = dict.fromkeys(SUITES, 0)
    for case in read_cases(Path(arguments[0])):
        figures = find_quantities(case.text)
        total[case.suite] += 1
        if passes(case, figures):
            passed[case.suite] += 1
            continue
        expected = (
            ", ".join(f"{case.text[start:end]} = {value}" for start, end, value in case.expected) or "nothing"
        )
        found = ", ".join(f"{figure.raw} = {figure.value}" for figure in figures) or "nothing"
        print(f"{case.text}\n    expected {expected}; found {found}\n    {_reason(case)}")
    for suite in SUITES:
        print(f"{suite}: {passed[suite]} of {total[suite]} ({passed[suite] / total[suite]:.3f})")
    share = sum(passed.values()) / sum(total.values())
    print(f"both: {share:.3f} (wanted {WANTED})")
    return 0 if share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
