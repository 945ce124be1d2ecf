import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.report import Report
from corpus.scripts import simplified, with_full_stops
from corpus.structure.parsing import parse_report, report_id

TITLE = "中共临河市财政局党组关于六届市委第三轮巡察整改进展情况的通报"
BODY = "根据市委统一部署，市委第一巡察组对市财政局党组开展了巡察，现将整改进展情况通报如下。"


def parsed(text: str, hint: str = "") -> Report:
    return parse_report(text, id="r", source="r.txt", title_hint=hint)


def test_title_falls_back_on_the_id() -> None:
    assert parsed(" \n").title == "r"


def test_report_keeps_its_text_and_digest() -> None:
    text = f"{TITLE}\n{BODY}\n一、总体情况\n完成整改24个。\n"
    report = parsed(text)
    assert report.text == text
    assert report.digest == hashlib.sha256(text.encode()).hexdigest()
    assert [section.title for section in report.sections] == ["总体情况"]


def test_inspected_one_of_the_opening_is_the_issuer_where_the_title_names_none() -> None:
    inspected = parsed("整改进展情况通报\n按照安排，柳溪市委巡察组对市水务局党组开展了巡察。\n")
    assert inspected.organisation == "柳溪市水务局"
    assert parsed(f"{TITLE}\n巡察组对市水务局党组开展了巡察。\n").organisation == "临河市财政局"


def test_title_lines_are_no_sections() -> None:
    assert parsed(f"# {TITLE}\n## 总体情况\n{BODY}").sections[0].title == "总体情况"


IDS = [
    ("reports/a.txt", "a"),
    ("a.b.docx", "a.b"),
    ("C:\\reports\\年报.pdf", "年报"),
    ("folder/", "folder"),
    (".txt", ".txt"),
    ("", "report"),
    ("https://x.example/2023/t01.html?v=1#top", "t01"),
    ("https://x.example/%E9%80%9A%E6%8A%A5.html", "通报"),
    ("https://x.example/", "x.example"),
]


@pytest.mark.parametrize(("path", "expected"), IDS, ids=[row[0] or "empty" for row in IDS])
def test_report_id(path: str, expected: str) -> None:
    assert report_id(path) == expected


@given(
    st.text(
        alphabet=st.sampled_from(
            "中共某市局党组关于情况的通报—第轮巡视：2023-07年月日来源首页>\n \t#一、。\ud800"
        )
    )
    | st.text(),
    st.text(),
)
def test_any_text_parses(text: str, hint: str) -> None:
    report = parsed(text, hint)
    assert report.text == with_full_stops(simplified(text))
    assert len(report.text) == len(text)
    assert report.title
