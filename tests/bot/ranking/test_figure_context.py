import pytest

from bot.ranking.figure_context import Around, SentenceReader, is_row, nearness_of, words_around
from checker.alignment.wording import surroundings
from corpus.figure import Statement
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

TITLE = "中共秀川县水务局党组关于巡察整改情况的通报\n"


def read(text: str) -> list[Statement]:
    return list(read_statements(parse_report(TITLE + text, id="one", source="one.txt")))


def around(text: str, raw: str) -> Around:
    statements = read(text)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    return words_around(statements)[index]


@pytest.mark.parametrize(
    ("text", "raw", "before", "after"),
    [
        pytest.param("县水务局修复水渠37公里。", "37公里", "县水务局修复水渠", "", id="before it"),
        pytest.param("投入37万元修复水渠。", "37万元", "投入", "修复水渠", id="behind it"),
        pytest.param("修复水渠，清理河道12公里。", "12公里", "清理河道", "", id="clause alone"),
        pytest.param("12公里河道。", "12公里", "", "河道", id="at the start"),
        pytest.param("修复水渠37公里和河道12公里。", "12公里", "和河道", "", id="from the figure before on"),
    ],
)
def test_words_about_a_figure_reach_to_the_break(text: str, raw: str, before: str, after: str) -> None:
    found = around(text, raw)
    assert (found.before, found.after) == (before, after)


@pytest.mark.parametrize(
    ("text", "raw", "cut"),
    [
        pytest.param("27个问题已完成整改24个。", "27个", True, id="up to the next figure"),
        pytest.param("27个问题，已完成整改24个。", "27个", False, id="break before the next"),
        pytest.param("已完成整改24个。", "24个", False, id="last figure"),
    ],
)
def test_words_that_run_on_to_the_next_figure_are_told(text: str, raw: str, cut: bool) -> None:
    assert around(text, raw).cut is cut


@pytest.mark.parametrize(
    ("text", "raw", "shared", "handed_on"),
    [
        pytest.param("27个问题已完成整改24个。", "27个", True, True, id="next one, no break"),
        pytest.param("27个问题已完成整改24个。", "24个", True, False, id="the one before"),
        pytest.param("27个问题，已完成整改24个。", "27个", True, False, id="next one after a break"),
        pytest.param("27个问题涉及资金24万元。", "27个", False, False, id="another unit"),
        pytest.param("认领问题27个。完成整改24个。", "27个", False, False, id="another sentence"),
    ],
)
def test_unit_that_figures_share_is_told(text: str, raw: str, shared: bool, handed_on: bool) -> None:
    found = around(text, raw)
    assert (found.shared, found.handed_on) == (shared, handed_on)


def test_what_later_figures_count_stands_by_the_first() -> None:
    text = "修复水渠37公里，清理河道12公里，投入90万元。"
    assert "清理河道" in around(text, "37公里").later
    assert "修复水渠" not in around(text, "37公里").later
    assert around(text, "90万元").later == ""
    assert all(one in around(text, "90万元").row for one in ("修复水渠", "清理河道"))


def test_each_statement_has_its_words_in_order() -> None:
    statements = read("修复水渠37公里，清理河道12公里。2022年投入90万元。")
    assert len(words_around(statements)) == len(statements)
    assert words_around([]) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "附表  收费情况\n单位  应收  已收\n河湾站  120.00  108.00\n山口站  80.00  76.00\n",
            True,
            id="cells",
        ),
        pytest.param("河湾站应收108.00元。\n", False, id="sentence"),
    ],
)
def test_row_of_a_table_is_told_from_a_sentence(text: str, row: bool) -> None:
    one = next(one for one in read(text) if "108.00" in one.figure.raw)
    assert is_row(one) is row


def test_word_beside_a_figure_is_nearer_than_one_beyond_a_break() -> None:
    first, second = read_draft("补栽树苗310株，修剪行道树95株。")
    assert nearness_of((("树苗", 1.0),), first) > nearness_of((("树苗", 1.0),), second) > 0


def test_word_that_stands_nowhere_is_not_near() -> None:
    (one,) = read_draft("补栽树苗310株。")
    assert nearness_of((("桥梁", 1.0),), one) == 0


def test_question_without_words_says_nothing_of_nearness() -> None:
    (one,) = read_draft("补栽树苗310株。")
    assert nearness_of((), one) == 0.5


def test_sentence_is_read_once_and_anew_where_other_figures_of_it_are_looked_at() -> None:
    one, two = read("甲村修复水渠37公里、河道12公里。")[-2:]
    reader = SentenceReader()
    told = reader.of([one, two], "前一句。")
    assert [around for around, _ in told] == words_around([one, two])
    wanted = surroundings([one, two], "前一句。")
    assert [found.layers for _, found in told] == [found.layers for found in wanted]
    assert reader.of([one, two], "前一句。") is told
    assert reader.of([one, two], "另一句。") is not told
    assert [around for around, _ in reader.of([two], "前一句。")] == words_around([two])


def test_sentence_goes_with_its_statements() -> None:
    statements = read("甲村修复水渠37公里、河道12公里。")[-2:]
    reader = SentenceReader()
    told = reader.of(statements, "")
    reader.forget(statements)
    assert reader.of(statements, "") is not told
