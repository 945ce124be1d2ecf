"""The sample reports that ship with the project parse into what a reader sees in them."""

from datetime import date
from pathlib import Path

import pytest

import corpus
from corpus.reading.documents import find_files, read_text
from corpus.report import Report
from corpus.structure.parsing import parse_report, report_id
from corpus.structure.passages import split_passages

FOLDER = Path(corpus.__file__).parent / "reports"

EXPECTED = {
    "beiping-finance-2023": ("北屏市财政局", date(2023, 8, 2), 5),
    "beiping-hospital-2022": ("北屏市中心医院", date(2022, 12, 15), 3),
    "dongyuan-2022-round4": ("八届省委第四轮被巡视党组织", date(2023, 7, 5), 3),
    "dongyuan-2023-round5": ("八届省委第五轮被巡视党组织", date(2024, 2, 26), 3),
    "dongyuan-univ-2023": ("东原理工大学", date(2024, 1, 22), 3),
    "dongyuan-water-2023": ("东原省水务投资集团有限公司", date(2023, 6, 12), 3),
    "hainan-2021-round8": ("七届省委第八轮被巡视党组织", None, 3),  # its source states no date
    "linhe-agri-2022": ("临河市农业农村局", date(2022, 12, 9), 3),
    "linhe-housing-2023": ("临河市住房和城乡建设局", date(2023, 7, 18), 3),
    "qinglan-county-2023": ("十三届青岚县委第六轮被巡察党组织", date(2023, 11, 8), 3),
}


def sample(name: str) -> Report:
    path = FOLDER / f"{name}.txt"
    document = read_text(path)
    return parse_report(
        document.text, id=report_id(str(path)), source=str(path), title_hint=document.title_hint
    )


def test_every_sample_is_expected() -> None:
    assert [path.stem for path in find_files([FOLDER])] == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_sample_parses(name: str) -> None:
    report = sample(name)
    organisation, published, outermost = EXPECTED[name]
    assert (report.id, report.organisation, report.published) == (name, organisation, published)
    assert sum(section.level == 1 for section in report.sections) == outermost
    assert report.title.startswith(report.text[:6])


@pytest.mark.parametrize("name", EXPECTED)
def test_sample_splits_into_passages(name: str) -> None:
    report = sample(name)
    passages = split_passages(report)
    assert 3 <= len(passages) <= 10
    assert all(report.title in passage.context for passage in passages)
    kept = "".join("".join(passage.text.split()) for passage in passages)
    assert kept == "".join(report.text.split())


def test_two_line_title_is_joined() -> None:
    assert (
        sample("dongyuan-2022-round4").title
        == "压实责任抓整改 动真碰硬见成效——八届省委第四轮巡视整改进展情况综述"
    )


def test_county_sections_are_its_organisations() -> None:
    titles = [section.title for section in sample("qinglan-county-2023").sections if section.level == 2]
    assert titles == ["县教育局", "县民政局", "县医保局", "石桥镇", "云岭乡"]


def test_problems_are_sections_below_their_group() -> None:
    sections = sample("linhe-housing-2023").sections
    index = next(i for i, section in enumerate(sections) if "理论学习不够深入" in section.title)
    assert (sections[index].level, sections[index - 1].level) == (3, 2)
    assert sample("linhe-housing-2023").text[sections[index].body :].startswith("一是健全学习机制")


def test_tables_are_their_own_sections() -> None:
    titles = [section.title for section in sample("beiping-finance-2023").sections if section.level == 1]
    assert [title[:3] for title in titles[-2:]] == ["附表1", "附表2"]


def test_restated_report_names_its_source() -> None:
    report = sample("hainan-2021-round8")
    assert report.publisher == "海南省纪委监委网站"
    assert "588个" in report.text
    assert "超过2351万元" in report.text
