import pytest

from checker.cases import Case
from checker.scopes import contradicting_scope, known_scope
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of
from tests.counted_work import calls_in

SOURCE = (
    "2020年9月下旬，七届省委第八轮巡视正式启动。2022年上半年省信访局化解528件。"
    "截至2023年6月30日，完成整改24个。"
)


def case(claim: str, raw: str, source: str = SOURCE) -> Case:
    evidence = evidence_of(source)
    statement = next(s for s in read_draft(claim, evidence.directory) if s.figure.raw == raw)
    return Case(statement, evidence)


@pytest.mark.parametrize(
    ("claim", "raw", "stated"),
    [
        pytest.param("第八轮巡视正式启动。", "第八轮", "第八轮", id="a round"),
        pytest.param("2022年上半年化解528件。", "2022年上半年", "2022年上半年", id="the same time"),
        pytest.param("2022年化解528件。", "2022年", "2022年上半年", id="a time that holds the stated one"),
        pytest.param("2020年9月下旬启动。", "2020年9月下旬", "2020年9月下旬", id="a part of a month"),
        pytest.param("9月下旬启动。", "9月下旬", "2020年9月下旬", id="without its year"),
        pytest.param("截至20230630整改24个。", "20230630", "2023年6月30日", id="without marks"),
        pytest.param("第七届省委巡视启动。", "第七届", "七届省委", id="a term"),
    ],
)
def test_time_or_round_is_known(claim: str, raw: str, stated: str) -> None:
    found = known_scope(case(claim, raw))
    assert found is not None
    assert stated in found.quote


@pytest.mark.parametrize(
    ("claim", "raw"),
    [
        pytest.param("2014年化解528件。", "2014年", id="another year"),
        pytest.param("第九轮巡视正式启动。", "第九轮", id="another round"),
        pytest.param("第六届省委巡视启动。", "第六届", id="another term"),
        pytest.param("2020年10月下旬启动。", "2020年10月下旬", id="another month"),
        pytest.param("省教育厅2022年上半年培训12人。", "2022年上半年", id="another organisation's"),
    ],
)
def test_time_or_round_is_not_known(claim: str, raw: str) -> None:
    assert known_scope(case(claim, raw)) is None


def test_round_of_the_title_is_that_of_whom_it_inspected() -> None:
    source = "中共临河市教育局党组关于市委第四轮巡察整改进展情况的通报\n会议学习十届市委\n第四轮巡察通报，完成整改47个。"
    assert known_scope(case("临河市教育局在第四轮巡察中完成47个。", "第四轮", source)) is not None


@pytest.mark.parametrize(
    ("claim", "raw", "stated"),
    [
        pytest.param(
            "2020年10月下旬，七届省委第八轮巡视正式启动。", "2020年10月下旬", "2020年9月下旬", id="month"
        ),
        pytest.param(
            "2021年9月下旬，七届省委第八轮巡视正式启动。", "2021年9月下旬", "2020年9月下旬", id="year"
        ),
    ],
)
def test_event_has_another_time(claim: str, raw: str, stated: str) -> None:
    found = contradicting_scope(case(claim, raw))
    assert found is not None
    assert found.figure.raw == stated


@pytest.mark.parametrize(
    ("claim", "raw"),
    [
        pytest.param("2020年10月下旬，省教育厅举办培训班。", "2020年10月下旬", id="another event"),
        pytest.param("2021年，七届省委第八轮巡视正式启动。", "2021年", id="less fine a date"),
        pytest.param("2020年10月下旬启动。", "2020年10月下旬", id="too few words"),
        pytest.param("七届省委第九轮巡视正式启动。", "第九轮", id="a round is no date"),
        pytest.param("化解538件。", "538件", id="a quantity is no date"),
    ],
)
def test_event_is_not_dated_otherwise(claim: str, raw: str) -> None:
    assert contradicting_scope(case(claim, raw)) is None


def test_empty_evidence_knows_no_time() -> None:
    assert known_scope(case("2020年化解528件。", "2020年", "没有数字。")) is None
    assert contradicting_scope(case("2020年化解528件。", "2020年", "没有数字。")) is None


def test_time_is_looked_up_among_few_statements_however_many_there_are() -> None:
    def work(statements: int) -> int:
        source = "".join(f"2021年县水利局修缮第{n}号水闸花费{n}万元。" for n in range(3, statements))
        asked = case("2019年修缮水闸。2021年修缮水闸。", "2019年", source)
        known_scope(asked)  # the index is made
        return calls_in(lambda: known_scope(asked))

    assert work(120) <= 1.2 * work(60)
