"""A report's own arithmetic comes to people's eyes: when it goes in, in its figures, in the check of a report."""

import json
from pathlib import Path

import docx
import pytest
from bs4 import BeautifulSoup
from docx.document import Document
from docx.oxml.ns import qn

from corpus.reading.documents import read_text
from tests.bot.conftest import Program

BODY = (
    "全市共追责问责286人次，其中党纪处分57人次、政务处分34人次、诫勉83人次、批评教育114人次。"
    "梳理矛盾纠纷578件，化解528件，化解率93.15%。"
)
TEXT = f"关于临河市问责情况的通报\n发布时间：2023-07-18\n{BODY}\n"
FORMULAS = ["57+34+83+114=288", "528÷578=91.35%"]
SOUND = "关于临河市整改情况的通报\n发布时间：2023-07-19\n共处理17人次，其中党纪处分5人次、诫勉4人次、批评教育8人次。\n"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, "utf-8")
    return path


def test_ingest_says_which_report_contradicts_itself(hedui: Program, wrong: Path, sound: Path) -> None:
    lines = hedui("ingest", str(wrong), str(sound)).out.splitlines()
    (line,) = [line for line in lines if "对不上" in line]
    assert line.startswith("wrong ")
    assert all(formula in line for formula in FORMULAS)
    assert "总数“286人次”" in line
    assert "“93.15%”" in line


def test_ingest_gives_the_remarks_of_each_report_as_json(hedui: Program, wrong: Path, sound: Path) -> None:
    shape = hedui("ingest", str(wrong), str(sound), "--json").json
    (told,) = shape["own_arithmetic"]
    assert told["report"] == "wrong"
    assert [(one["raw"], one["reckoned"], one["formula"]) for one in told["remarks"]] == [
        ("286人次", "total", FORMULAS[0]),
        ("93.15%", "rate", FORMULAS[1]),
    ]
    assert TEXT[told["remarks"][0]["start"] : told["remarks"][0]["end"]] == "286人次"
    assert hedui("ingest", str(wrong), "--json").json["own_arithmetic"] == []  # unchanged: nothing was read


def test_figures_of_a_file_list_its_own_arithmetic(hedui: Program, wrong: Path, sound: Path) -> None:
    shape = hedui("figures", str(wrong), "--own-arithmetic", "--json").json
    assert [one["formula"] for one in shape["own_arithmetic"]] == FORMULAS
    assert shape["own_arithmetic"][1]["terms"] == ["528件", "578件"]
    assert "own_arithmetic" not in hedui("figures", str(wrong), "--json").json
    assert hedui("figures", str(sound), "--own-arithmetic", "--json").json["own_arithmetic"] == []
    assert all(formula in hedui("figures", str(wrong), "--own-arithmetic").out for formula in FORMULAS)
    assert "没有对不上的" in hedui("figures", str(sound), "--own-arithmetic").out


def test_figures_of_a_metric_list_its_own_arithmetic_alone(hedui: Program, wrong: Path) -> None:
    shape = hedui("figures", str(wrong), "--own-arithmetic", "--metric", "化解率", "--json").json
    assert [one["raw"] for one in shape["own_arithmetic"]] == ["93.15%"]


def test_figures_of_the_index_list_own_arithmetic_by_report(hedui: Program, wrong: Path, sound: Path) -> None:
    hedui("ingest", str(wrong), str(sound))
    shape = hedui("figures", "--own-arithmetic", "--json").json
    assert [(one["report"], one["formula"]) for one in shape["own_arithmetic"]] == [
        ("wrong", formula) for formula in FORMULAS
    ]
    (line,) = [line for line in hedui("figures", "--own-arithmetic").out.splitlines() if "对不上" in line]
    assert line.startswith("wrong ")


def test_figures_of_a_batch_list_own_arithmetic(hedui: Program, tmp_path: Path) -> None:
    batch = tmp_path / "texts.jsonl"
    batch.write_text(json.dumps({"id": "a", "text": BODY}) + "\n", "utf-8")
    line = json.loads(hedui("figures", "--batch", str(batch), "--own-arithmetic").out)
    assert [one["formula"] for one in line["own_arithmetic"]] == FORMULAS


def test_check_of_a_report_lists_its_own_arithmetic(hedui: Program, wrong: Path, sound: Path) -> None:
    shape = hedui("check", str(wrong), "--report", str(sound), "--json").json
    assert [one["formula"] for one in shape["own_arithmetic"]] == FORMULAS
    out = hedui("check", str(wrong), "--report", str(sound)).out
    assert "文中自身的数对不上" in out.splitlines()[-1]
    assert hedui("check", str(sound), "--report", str(sound), "--json").json["own_arithmetic"] == []


def all_of(document: Document) -> str:
    """All text of a document, with the page of results, which our own reader leaves out."""
    return "".join(part.text or "" for part in document.element.body.iter(qn("w:t")))


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_check_written_to_a_file_ends_with_the_own_arithmetic(
    hedui: Program, wrong: Path, sound: Path, tmp_path: Path, form: str
) -> None:
    def written(draft: Path) -> str:
        place = tmp_path / f"checked.{form}"
        hedui("check", str(draft), "--report", str(sound), "--format", form, "-o", str(place))
        if form == "html":  # what stands beside the article is no part of it for our reader
            return BeautifulSoup(place.read_text("utf-8"), "html.parser").get_text()
        return all_of(docx.Document(str(place))) if form == "docx" else read_text(place).text

    told = written(wrong)
    assert "文中自身的数" in told
    assert all(formula in told for formula in FORMULAS)
    assert "文中自身的数" not in written(sound)


def test_check_of_a_draft_that_is_no_report_leaves_its_arithmetic_alone(
    hedui: Program, wrong: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(BODY, "utf-8")
    assert hedui("check", str(draft), "--report", str(wrong), "--json").json["own_arithmetic"] == []
    assert "对不上" not in hedui("check", str(draft), "--report", str(wrong)).out


def test_own_arithmetic_is_told_in_english(
    hedui: Program, wrong: Path, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", "en")
    assert "the total 286人次 is not the sum of its parts" in hedui("ingest", str(wrong)).out
    assert "disagrees" in hedui("figures", str(sound), "--own-arithmetic").out
