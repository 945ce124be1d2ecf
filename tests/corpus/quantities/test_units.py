import re
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.errors import UnusableTable
from corpus.figure import Figure, Kind
from corpus.lexicon import tables
from corpus.lexicon.tables import TableRow, read_lexicon
from corpus.quantities.figures import find_figures
from corpus.quantities.units import (
    GENERIC,
    UNIT_COLUMNS,
    UNIT_USES,
    UNITS,
    UNITS_BY_NAME,
    Unit,
    any_measure,
    base_units_of,
    convert,
    interchangeable,
    measure_words,
    read_units,
    unit_at,
    with_measure,
)
from tests.changed_house import change_table, run_in


@pytest.mark.parametrize(
    ("text", "name", "base", "kind"),
    [
        pytest.param("人次", "人次", "人次", Kind.COUNT, id="the longest unit"),
        pytest.param("名干部", "名", "人", Kind.COUNT, id="名 counts people"),
        pytest.param("位专家", "位", "人", Kind.COUNT, id="位 counts people"),
        pytest.param("个百分点", "个百分点", "个百分点", Kind.PERCENTAGE_POINT, id="not the classifier 个"),
        pytest.param("个月时间", "个月", "个月", Kind.DURATION, id="months"),
        pytest.param("个工作日", "个工作日", "个工作日", Kind.DURATION, id="working days"),
        pytest.param("公里", "公里", "米", Kind.MEASURE, id="length"),
        pytest.param("方面的", "方面", "方面", Kind.COUNT, id="aspects"),
        pytest.param("台(套)设备", "台(套)", "台（套）", Kind.COUNT, id="with brackets"),
        pytest.param("美元", "美元", "美元", Kind.MONEY, id="foreign money"),
    ],
)
def test_unit_at_takes_the_longest(text: str, name: str, base: str, kind: Kind) -> None:
    unit = unit_at(text, 0)

    assert unit is not None
    assert (unit.name, unit.base, unit.kind) == (name, base, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("人民", None, id="人 in 人民"),
        pytest.param("部门", "部门", id="部门 is its own"),
        pytest.param("部队", None, id="部 in 部队"),
        pytest.param("部分", "部分", id="部分 is its own"),
        pytest.param("期间", None, id="期 in 期间"),
        pytest.param("h", "h", id="hours"),
        pytest.param("have", None, id="the first letter of a word"),
        pytest.param("期", "期", id="at the end of the text"),
        pytest.param("", None, id="nothing left"),
        pytest.param("的", None, id="no unit"),
    ],
)
def test_unit_at_is_no_part_of_another_word(text: str, name: str | None) -> None:
    unit = unit_at(text, 0)

    assert (unit.name if unit else None) == name


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_unit_is_found_by_its_name(unit: Unit) -> None:
    found = unit_at(unit.name, 0)

    assert found is not None
    assert found.name == unit.name
    assert found.factor > 0
    assert UNITS_BY_NAME[unit.name] is found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("项", "个", True, id="generic classifiers"),
        pytest.param("件", "条", True, id="more of them"),
        pytest.param("人", "人次", False, id="people and visits"),
        pytest.param("户", "家", False, id="households and firms"),
        pytest.param("起", "起", True, id="the same"),
        pytest.param("起", "件", False, id="one generic, one not"),
        pytest.param("元", "美元", False, id="monies"),
        pytest.param("台", "台（套）", True, id="one of two that are left open"),
        pytest.param("人", "台（套）", False, id="neither of the two"),
    ],
)
def test_interchangeable_is_for_generic_classifiers_only(one: str, other: str, same: bool) -> None:
    assert interchangeable(one, other) is same
    assert interchangeable(other, one) is same


def test_generic_classifiers_are_those_of_the_specification() -> None:
    assert {"个", "项", "条", "件", "份", "处"} <= GENERIC
    assert not GENERIC & {"人", "人次", "户", "家", "元"}


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        pytest.param("15", "亩", "平方米", "10000", id="land"),
        pytest.param("10000", "平方米", "亩", "15", id="and back"),
        pytest.param("2", "年", "个月", "24", id="years"),
        pytest.param("90", "秒", "分钟", "1.5", id="seconds"),
        pytest.param("3", "项", "个", "3", id="classifiers"),
        pytest.param("3", "人", "件", None, id="unlike things"),
    ],
)
def test_convert_between_base_units(value: str, unit: str, to: str, expected: str | None) -> None:
    assert convert(Decimal(value), unit, to) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("measure", "written", "expected"),
    [
        pytest.param("万元", "", "12600000", id="multiplier of the heading"),
        pytest.param("万元", "万", "1260", id="multiplier of its own"),
        pytest.param("元", "", "1260", id="no multiplier"),
    ],
)
def test_with_measure_scales_a_bare_number(measure: str, written: str, expected: str) -> None:
    value = Decimal("1260.00")
    bare = Figure("1260.00", 0, 7, Kind.COUNT, value, value, value, step=Decimal("0.01"), measure=written)

    figure = with_measure(bare, measure, "元", Kind.MONEY)

    assert (figure.value, figure.low, figure.high) == (Decimal(expected),) * 3
    assert (figure.unit, figure.kind) == ("元", Kind.MONEY)


@pytest.mark.parametrize(
    ("measure", "size"), [("万元", "10000"), ("吨", "1000"), ("百万元", "1000000"), ("个", "1"), ("", "1")]
)
def test_measure_stands_for_so_many_base_units(measure: str, size: str) -> None:
    assert base_units_of(measure) == Decimal(size)


def test_units_have_names_of_their_own() -> None:
    names = [unit.name for unit in UNITS]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "row", read_lexicon("units.tsv", UNIT_COLUMNS, may_lack=UNIT_COLUMNS), ids=lambda row: row["form"]
)
def test_example_of_every_row_is_read_in_its_unit(row: TableRow) -> None:
    (figure,) = find_figures(row["example"])

    assert row["form"] in figure.raw
    assert (figure.unit, figure.kind) == (row["base"], row["kind"])


@pytest.mark.parametrize("uses", sorted(UNIT_USES))
def test_measure_words_of_every_class_are_units(uses: str) -> None:
    words = measure_words(uses)

    assert words
    assert set(words) <= set(UNITS_BY_NAME)
    assert all(re.fullmatch(any_measure(uses), word) for word in words)


ROW = "吉比特\t比特\t1073741824\tmeasure\t\t\t共有12吉比特"

REFUSED = [
    pytest.param("吉比特\t比特\t许多\tmeasure\t\t\t12吉比特", "许多", id="factor is no number"),
    pytest.param("吉比特\t比特\t0\tmeasure\t\t\t12吉比特", "大于零", id="factor is zero"),
    pytest.param("吉比特\t比特\t1\tlength\t\t\t12吉比特", "length", id="no such kind"),
    pytest.param("吉比特\t比特\t1\tmeasure\t\tthings\t12吉比特", "things", id="no such uses"),
    pytest.param("公里\t米\t1000\tmeasure\t\t\t12公里", "已有一行", id="twice"),
    pytest.param("吉比特\t\t1\tmeasure\t\t\t12吉比特", "base", id="no base"),
    pytest.param("吉比特\t比特\t1\tmeasure\t\t\t", "example", id="no example"),
]


@pytest.mark.parametrize(("row", "why"), REFUSED)
def test_bad_row_is_named_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, why: str
) -> None:
    table = (tables.FOLDER / "units.tsv").read_text("utf-8")
    (tmp_path / "units.tsv").write_text(f"{table}{row}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    line = len(table.splitlines()) + 1

    with pytest.raises(UnusableTable, match=rf"units\.tsv:{line}：.*{why}"):
        read_units()


def test_one_added_row_is_read_asked_for_and_listed(tmp_path: Path) -> None:
    change_table(tmp_path, "units.tsv", ROW)
    printed = run_in(
        tmp_path,
        """
from bot.question.answer_types import find_asked
from checker.documentation import pages
from corpus.quantities.figures import find_figures

(figure,) = find_figures("出口带宽扩容至40吉比特。")
print(figure.raw, figure.unit, figure.value)
for question in ("出口带宽是几吉比特？", "带宽扩容到多少吉比特"):
    (asked,) = find_asked(question)
    print(question[asked.start : asked.end], asked.measure, asked.firm)
print([line for line in pages()["figures.md"].splitlines() if "吉比特" in line])
""",
    )
    assert printed.splitlines() == [
        "40吉比特 比特 42949672960",
        "几吉比特 比特 True",
        "多少吉比特 比特 True",
        "['| `measure` | 比特 | 吉比特 (×1073741824) |']",
    ]


def test_one_added_measure_word_is_asked_for_in_lists(tmp_path: Path) -> None:
    change_table(tmp_path, "units.tsv", "爿\t爿\t1\tcount\t\tmember listed told noun\t共有12爿")
    printed = run_in(
        tmp_path,
        """
from bot.listing.list_question import LIST_WAYS
import re

print(re.search(LIST_WAYS[0].pattern, "巡察了哪三爿店")[0])
""",
    )
    assert printed.split() == ["哪三爿"]
