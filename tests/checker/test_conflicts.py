from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest

from checker.conflicts import find_conflicts
from corpus.figure import Statement
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

SAMPLES: Final = Path(__file__).parents[2] / "corpus" / "reports"
SEEDED: Final = (
    ("beiping-finance-2023", "制定修订制度31项", "制定修订制度37项"),
    ("beiping-hospital-2022", "发现违规病例843例", "发现违规病例834例"),
    ("dongyuan-univ-2023", "签订师德承诺书2351份", "签订师德承诺书2531份"),
    ("dongyuan-2022-round4", "制定措施142条", "制定措施124条"),
    ("linhe-agri-2022", "十二万六千亩", "十三万六千亩"),
    ("linhe-housing-2023", "抽查维修项目312个", "抽查维修项目321个"),
    ("qinglan-county-2023", "诫勉谈话24人次", "诫勉谈话42人次"),
    ("dongyuan-2023-round5", "示范推广新品种42个", "示范推广新品种24个"),
)


def stated(texts: Iterable[tuple[str, str]]) -> list[Statement]:
    return [one for name, text in texts for one in read_statements(parse_report(text, id=name, source=name))]


def raws(*texts: str) -> list[set[str]]:
    """The figures of each conflict between reports that say ``texts`` under one masthead."""
    reports = [
        (f"r{number}", f"松原县水务局整改情况通报\n2023年5月10日\n{text}")
        for number, text in enumerate(texts)
    ]
    return [{one.figure.raw for one in pair} for pair in find_conflicts(stated(reports))]


def test_sample_reports_do_not_contradict_each_other() -> None:
    assert (
        find_conflicts(stated((path.stem, path.read_text("utf-8")) for path in SAMPLES.glob("*.txt"))) == []
    )


@pytest.mark.parametrize("name", ["chengjiang", "lingchuan", "wangchuan", "yanzhou", "yunshuo"])
def test_reports_of_a_labelled_set_do_not_contradict_each_other(name: str) -> None:
    folder = Path(__file__).parents[1] / "data" / f"{name}_province" / "reports"
    texts = ((path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt")))
    assert find_conflicts(stated(texts)) == []


def test_seeded_conflicts_are_found_and_no_other() -> None:
    texts = {path.stem: path.read_text("utf-8") for path in SAMPLES.glob("*.txt")}
    for name, old, new in SEEDED:
        assert texts[name].count(old) == 1, old
        texts[f"{name}-again"] = texts[name].replace(old, new)
    found = find_conflicts(stated(texts.items()))
    named = {min(one.report for one in pair): {one.figure.raw for one in pair} for pair in found}
    assert len(found) == len(SEEDED)
    assert set(named) == {name for name, _, _ in SEEDED}
    for name, old, new in SEEDED:
        assert {any(raw in text for raw in named[name]) for text in (old, new)} == {True}


SAID: Final = "县水务局2022年排查小型水库43座，投入维修资金1260万元。"


@pytest.mark.parametrize(
    ("other", "conflicts"),
    [
        pytest.param("县水务局2022年排查小型水库44座。", [{"43座", "44座"}], id="another value"),
        pytest.param("2022年，县水务局共排查小型水库44座。", [{"43座", "44座"}], id="in other words"),
        pytest.param("县水务局2022年排查小型水库43座。", [], id="the same value"),
        pytest.param("县水务局2022年投入维修资金0.126亿元。", [], id="the same in another unit"),
        pytest.param("县水务局2022年投入维修资金1200余万元。", [], id="rounded"),
        pytest.param("县水务局2021年排查小型水库44座。", [], id="another year"),
        pytest.param("县教育局2022年排查小型水库44座。", [], id="another owner"),
        pytest.param("县水务局2022年计划排查小型水库60座。", [], id="a plan"),
        pytest.param("县水务局2022年新建小型水库4座。", [], id="another deed"),
        pytest.param("县水务局2022年未排查小型水库4座。", [], id="what was not done"),
        pytest.param("县水务局2022年排查病险小型水库12座。", [], id="a part"),
        pytest.param("县水务局2022年排查库容超过100万立方米的小型水库5座。", [], id="over a threshold"),
        pytest.param("县水务局2022年排查小型水库由40座增至43座。", [], id="an earlier level"),
        pytest.param("县水务局2022年排查小型水库同比增加3座。", [], id="a change"),
    ],
)
def test_conflict_is_another_value_for_the_same_thing_owner_and_time(
    other: str, conflicts: list[set[str]]
) -> None:
    assert raws(SAID, other) == conflicts


def test_one_report_is_in_no_conflict_with_itself() -> None:
    assert raws(f"{SAID}\n县水务局2022年排查小型水库44座。") == []


def test_pair_is_told_once_and_each_third_report_has_its_own() -> None:
    changed = SAID.replace("43座", "45座")
    assert raws(SAID, changed) == [{"43座", "45座"}]
    assert [pair for pair, _ in groupby(raws(SAID, SAID, changed))] == [{"43座", "45座"}]
    assert find_conflicts([]) == []


def conflicts_between(*texts: str) -> list[set[str]]:
    reports = ((f"r{number}", text) for number, text in enumerate(texts))
    return [{one.figure.raw for one in pair} for pair in find_conflicts(stated(reports))]


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        pytest.param(
            "云台区水务局整改情况\n2023年，云台区水务局关停砂场17处。",
            "2023年工作总结\n2023年，松原市云台区水务局关停砂场19处。",
            [{"17处", "19处"}],
            id="a-name-with-the-city-above-it",
        ),
        pytest.param(
            "松原市水务局整改情况\n2023年，松原市水务局关停砂场17处。",
            "柳川市水务局工作总结\n2023年，柳川市水务局关停砂场19处。",
            [],
            id="another-citys",
        ),
        pytest.param(
            "市政府通报\n2022年，市政府投资项目审计共查出问题263个，已整改241个。",
            "松原市审计局公告\n2022年，市政府投资项目审计共查出问题263个，已整改214个。",
            [{"241个", "214个"}],
            id="one-sentence-that-two-tell",
        ),
        pytest.param(
            "市政府通报\n2022年，市政府投资项目审计共查出问题263个，已整改241个。",
            "松原市审计局公告\n2022年，市政府投资项目审计共查出问题326个，已整改214个。",
            [],
            id="two-sentences-that-share-nothing",
        ),
    ],
)
def test_whose_a_figure_is_may_be_said_otherwise(one: str, other: str, conflicts: list[set[str]]) -> None:
    assert conflicts_between(one, other) == conflicts
