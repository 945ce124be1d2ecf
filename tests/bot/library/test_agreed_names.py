"""A department's own short names, from the file in its home folder to questions, checks and lists."""

from pathlib import Path

import pytest

from tests.bot.conftest import Program

FULL = "X市数字投资集团有限公司"
OFFICE = "澜江市智慧城市运营服务有限责任公司"
NAMES = f"# 市属企业\n\n数投集团\t{FULL}\n慧城公司\t{OFFICE}\n林草局\t澜江市林业和草原局\n"
ISSUERS = {
    "digital.txt": (f"中共{FULL}委员会", 17),
    "city.txt": (f"中共{OFFICE}委员会", 5),
    "forest.txt": ("中共澜江市林业和草原局党组", 9),
    "water.txt": ("中共澜江市水务局党组", 11),
}


@pytest.fixture
def office(hedui: Program, tmp_path: Path) -> Path:
    """A home folder with four reports, before anybody wrote names down."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, (issuer, count) in ISSUERS.items():
        text = f"{issuer}关于巡察整改进展情况的通报\n2023年7月5日\n巡察反馈问题{count + 10}个，新建制度{count}项。\n"
        (folder / name).write_text(text, "utf-8")
    assert hedui("ingest", str(folder)).status == 0
    return tmp_path / "home"


def raw(hedui: Program, question: str) -> str:
    direct = hedui("ask", question, "--json").json["direct"]
    return direct["raw"] if direct else "—"


def test_question_with_an_agreed_name_is_answered(hedui: Program, office: Path) -> None:
    assert raw(hedui, "慧城公司新建制度多少项？") == "—"
    (office / "organisations.tsv").write_text(NAMES, "utf-8")
    assert raw(hedui, "慧城公司新建制度多少项？") == "5项"
    assert raw(hedui, "数投集团新建制度多少项？") == "17项"
    assert raw(hedui, "林草局新建制度多少项？") == "9项"


def test_draft_with_an_agreed_name_is_checked_as_with_the_full_name(
    hedui: Program, office: Path, tmp_path: Path
) -> None:
    (office / "organisations.tsv").write_text(NAMES, "utf-8")
    draft = tmp_path / "draft.txt"
    report = str(tmp_path / "reports" / "city.txt")
    for count in (5, 17):
        for where in ((), ("--report", report)):
            verdicts = []
            for name in ("慧城公司", OFFICE):
                draft.write_text(f"{name}新建制度{count}项。", "utf-8")
                (finding,) = hedui("check", str(draft), *where, "--json").json["findings"]
                verdicts.append(finding["verdict"])
            assert verdicts[0] == verdicts[1]
            assert (verdicts[0] == "supported") is (count == 5)


def test_figures_are_listed_by_an_agreed_name(hedui: Program, office: Path) -> None:
    (office / "organisations.tsv").write_text(NAMES, "utf-8")
    shapes = hedui("figures", "--org", "慧城公司", "--metric", "制度", "--json").json["figures"]
    assert [(one["org"], one["raw"]) for one in shapes] == [(OFFICE, "5项")]


def test_report_that_uses_an_agreed_name_is_found_by_the_full_one(
    hedui: Program, office: Path, tmp_path: Path
) -> None:
    path = tmp_path / "told.txt"
    path.write_text("澜江市属企业巡察整改情况\n2024年7月5日\n慧城公司完成投资3.5亿元。\n", "utf-8")
    assert hedui("ingest", str(path)).status == 0
    (office / "organisations.tsv").write_text(NAMES, "utf-8")
    assert raw(hedui, f"{OFFICE}完成投资多少亿元？") == "3.5亿元"


@pytest.mark.parametrize(
    ("text", "line"),
    [("慧城公司 智慧城市运营公司\n", 1), ("# 企业\n慧城公司\t\n", 2), (f"{NAMES}慧\t{FULL}\n", 6)],
    ids=["no tab", "no full name", "one character"],
)
def test_bad_line_stops_the_work_with_one_sentence(
    hedui: Program, office: Path, text: str, line: int
) -> None:
    path = office / "organisations.tsv"
    path.write_text(text, "utf-8")
    outcome = hedui("ask", "慧城公司新建制度多少项？")
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert f"{path}:{line}" in outcome.err
