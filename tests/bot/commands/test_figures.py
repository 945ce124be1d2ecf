from pathlib import Path

import pytest

from tests.bot.commands.checked_report import REPORT, RIGHT, draft
from tests.bot.conftest import Program


def test_figures_of_a_file(hedui: Program, report: Path) -> None:
    rows = hedui("figures", str(report), "--json").json["figures"]
    assert {"28个", "96条", "25个", "43座", "1260万元", "95.3%", "4.1个百分点"} <= {
        row["raw"] for row in rows
    }
    money = next(row for row in rows if row["raw"] == "1260万元")
    assert (money["value"], money["unit"], money["kind"]) == ("12600000", "元", "money")
    assert all(REPORT[row["start"] : row["end"]] == row["raw"] for row in rows)


def test_figures_batch_needs_no_index(hedui: Program, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": "x", "text": "整改28个"}\n{"id": "y", "text": "无"}\n', "utf-8")
    outcome = hedui("figures", "--batch", str(batch), home=tmp_path / "untouched")
    assert [[row["raw"] for row in line["figures"]] for line in outcome.lines] == [["28个"], []]
    assert not (tmp_path / "untouched").exists()


def test_figures_of_the_index_by_organisation_and_conflict(
    hedui: Program, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "songyuan-again.txt"
    changed = REPORT.replace("第二轮巡察整改", "水利建设").replace("05-10", "08-01").replace("43座", "44座")
    other.write_text(changed, "utf-8")
    hedui("ingest", str(report), str(other))
    rows = hedui("figures", "--org", "县水务局", "--metric", "水库", "--json").json["figures"]
    assert {row["raw"] for row in rows} == {"43座", "44座"}
    assert {"report", "quote"} <= set(rows[0])
    conflicts = hedui("figures", "--conflicts", "--json").json["figures"]
    assert {row["raw"] for row in conflicts} == {"43座", "44座"}
    assert hedui("figures", "--conflicts", "--metric", "资金", "--json").json["figures"] == []


def test_figures_of_a_text_without_any_are_told_for_people(hedui: Program, tmp_path: Path) -> None:
    outcome = hedui("figures", draft(tmp_path, "没有数字。"))
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("org", "metric", "raws"),
    [("水务局", "水库", ["43座"]), ("教育局", "水库", []), ("水务局", "绿地", [])],
    ids=["both", "another organisation", "another metric"],
)
def test_figures_of_a_file_by_organisation_and_metric(
    hedui: Program, tmp_path: Path, org: str, metric: str, raws: list[str]
) -> None:
    arguments = ["figures", draft(tmp_path, RIGHT), "--org", org, "--metric", metric, "--json"]
    assert [row["raw"] for row in hedui(*arguments).json["figures"]] == raws
