from pathlib import Path

import pytest

from corpus.errors import UnusableSetting
from corpus.figure import Figure, Kind, Statement
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames, read_agreed_names
from corpus.organisations.directory import Directory
from corpus.structure.parsing import parse_report

FULL = "澜江市智慧城市运营服务有限责任公司"
AGREED = AgreedNames({"慧城公司": FULL, "智城集团": FULL})


def written(folder: Path, text: str) -> Path:
    path = folder / "organisations.tsv"
    path.write_text(text, "utf-8")
    return path


def test_file_gives_short_and_full_names(tmp_path: Path) -> None:
    agreed = read_agreed_names(written(tmp_path, f"# 市属企业\n\n慧城公司\t{FULL}\n智城集团\t{FULL}\n"))
    assert agreed.full("慧城公司") == agreed.full("智城集团") == FULL
    assert agreed.full("水投集团") == "水投集团"


def test_same_row_twice_does_no_harm(tmp_path: Path) -> None:
    assert read_agreed_names(written(tmp_path, f"慧城公司\t{FULL}\n" * 2)).full("慧城公司") == FULL


REFUSED = [
    ("no tab", f"慧城公司 {FULL}\n", "1.*制表符"),
    ("no full name", "# 企业\n慧城公司\t\n", "2.*全称"),
    ("one character", f"慧\t{FULL}\n", "1.*两个字"),
    ("its own full name", "慧城公司\t慧城公司\n", "1.*请写全称"),
    ("two full names", f"慧城公司\t{FULL}\n慧城公司\t澜江市水务局\n", "2.*请只留一行"),
]


@pytest.mark.parametrize(("text", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_bad_line_is_one_sentence_with_file_and_line(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UnusableSetting, match=rf"organisations\.tsv:{why}") as caught:
        read_agreed_names(written(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_joined_names_go_before() -> None:
    joined = AgreedNames({"慧城公司": "甲", "水投": "乙"}).joined(AGREED)
    assert (joined.full("慧城公司"), joined.full("水投")) == (FULL, "乙")


def test_statements_and_reports_bear_full_names() -> None:
    figure = Figure("5项", 8, 10, Kind.COUNT, org="慧城公司")
    known = Statement(figure, "a", "", "慧城公司新建制度5项。", 0, 11)
    other = Statement(Figure("5项", 8, 10, Kind.COUNT, org="水务局"), "a", "", "水务局新建制度5项。", 0, 11)
    turned, kept = AGREED.in_statements([known, other])
    assert (turned.figure.org, turned.quote, turned.figure.start) == (FULL, known.quote, 8)
    assert kept is other
    report = parse_report("慧城公司关于整改进展情况的通报\n完成整改5个。\n", id="a", source="")
    assert AGREED.in_report(report).organisation in (FULL, report.organisation)
    assert BUILT_IN.in_report(report) is report


def test_directory_knows_agreed_names_before_any_report() -> None:
    directory = Directory(AGREED)
    assert directory.canonical("慧城公司") == FULL
    assert directory.canonical("慧城公司", "北屏市") == FULL
    assert Directory().canonical("慧城公司") == "慧城公司"


def test_directory_keeps_what_was_agreed_when_a_report_names_it() -> None:
    directory = Directory(AGREED)
    directory.add_name("慧城公司")
    directory.add_name("澜江市慧城投资有限公司")
    assert directory.canonical("慧城公司") == FULL
