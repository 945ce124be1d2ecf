"""The page of results at the end of a checked Word document: findings go in, its elements come out, problems first."""

from collections.abc import Sequence
from typing import Any, Final

from checker.annotation.markup import OWN_ARITHMETIC, count_verdicts, own_arithmetic_lines
from checker.annotation.reasons import NO_RULINGS, Rulings, ruling_lines, source_of
from checker.annotation.word_marks import word_element, word_run
from checker.arithmetic.own_arithmetic import Remark
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS
from corpus.reading.docx_reader import RESULTS_TAG
from corpus.visible_text import visible

RESULTS_TITLE: Final = "核对结果"
"""What stands over the page of results."""

_HEADINGS: Final = ("数字", "结论", "位置", "理由与出处")
_WIDTHS: Final = (1500, 1100, 1000, 5400)
"""Of the columns, in twentieths of a point."""
_SMALL: Final = "18"
_LARGE: Final = "28"
"""Sizes of letters, in half points."""


def results_page(
    listed: Sequence[tuple[Finding, str]],
    findings: Sequence[Finding],
    remarks: Sequence[Remark],
    rulings: Rulings = NO_RULINGS,
) -> Any:
    """Return the page as a content control of its own, which a reader can tell from the draft: counts of all ``findings``, a row for each that is ``listed`` with its place and what was decided on it.

    ``remarks`` on the draft's own arithmetic follow.
    """
    page = [
        _paragraph(RESULTS_TITLE, "b", size=_LARGE, on_new_page=True),
        _paragraph(count_verdicts(findings, rulings)),
    ]
    if listed:
        page += [
            _table([_HEADINGS, *(_row(finding, place, rulings) for finding, place in listed)]),
            _paragraph(""),
        ]
    if remarks:
        page += [_paragraph(OWN_ARITHMETIC, "b"), *map(_paragraph, own_arithmetic_lines(remarks))]
    properties = word_element(
        "sdtPr", word_element("alias", val=RESULTS_TITLE), word_element("tag", val=RESULTS_TAG)
    )
    return word_element("sdt", properties, word_element("sdtContent", *page))


def _row(finding: Finding, place: str, rulings: Rulings) -> tuple[str, ...]:
    row = VERDICT_ROWS[finding.verdict]
    sources = [f"出处：{source_of(statement)}" for statement in finding.evidence[:1] if row.is_wrong]
    told = visible("\n".join([*ruling_lines(finding, rulings), finding.explanation, *sources]))
    return finding.figure.raw, row.chinese, place, told


def _paragraph(text: str, *styles: str, size: str = _SMALL, on_new_page: bool = False) -> Any:
    properties = word_element("pPr", *([word_element("pageBreakBefore")] if on_new_page else []))
    properties.append(word_element("spacing", before="0", after="60", line="240", lineRule="auto"))
    properties.append(word_element("ind", firstLine="0", firstLineChars="0"))
    properties.append(word_element("jc", val="left"))
    look = [*(word_element(style) for style in styles), word_element("sz", val=size)]
    return word_element("p", properties, word_run(text, *look))


def _table(rows: Sequence[tuple[str, ...]]) -> Any:
    borders = [
        word_element(side, val="single", sz="4", space="0", color="8C959F")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    properties = word_element(
        "tblPr",
        word_element("tblW", w="5000", type="pct"),
        word_element("tblBorders", *borders),
        word_element("tblLayout", type="fixed"),
    )
    grid = word_element("tblGrid", *(word_element("gridCol", w=str(width)) for width in _WIDTHS))
    return word_element("tbl", properties, grid, *(_table_row(row, row is rows[0]) for row in rows))


def _table_row(cells: Sequence[str], is_head: bool) -> Any:
    properties = word_element("trPr", word_element("cantSplit"))
    if is_head:
        properties.append(word_element("tblHeader"))
    made = word_element("tr", properties)
    for cell, width in zip(cells, _WIDTHS, strict=True):
        lines = [_paragraph(line, *(["b"] if is_head else [])) for line in cell.split("\n")]
        made.append(
            word_element("tc", word_element("tcPr", word_element("tcW", w=str(width), type="dxa")), *lines)
        )
    return made
