"""Decisions by ``hedui check``: taken on a draft, kept for its next version, read back from Word."""

from getpass import getuser
from pathlib import Path

import pytest

from bot.commands import decisions
from bot.commands.decisions import DecisionOptions, terminal_person
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from tests.bot.commands.checked_report import WRONG, draft
from tests.bot.conftest import Program
from tests.checker.annotation.test_word_replies import REPORT as WORD_REPORT
from tests.checker.annotation.test_word_replies import checked, replied


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder that has nothing in it yet."""
    return tmp_path / "home"


def test_decision_is_kept_and_told_with_the_finding(
    hedui: Program, report: Path, tmp_path: Path, home: Path
) -> None:
    check = ("check", draft(tmp_path, WRONG), "--report", str(report))
    numbers = {one["raw"]: n for n, one in enumerate(hedui(*check, "--json", home=home).json["findings"], 1)}
    assert not home.exists()
    number = str(numbers["45座"])
    made = hedui(*check, "--decide", number, "reject", "--note", "含在建2座", "--json", home=home)
    assert made.status == 0
    (told,) = made.json["decisions"]
    assert (told["number"], told["choice"], told["note"]) == (numbers["45座"], "reject", "含在建2座")
    assert told["by"] == f"terminal:{getuser()}"
    again = hedui(*check, "--json", home=home)
    assert again.status == 0
    assert {one["raw"]: one["decision"]["choice"] for one in again.json["findings"] if "decision" in one} == {
        "45座": "reject"
    }
    shown = hedui(*check, home=home)
    assert f"45座  不一致 #{number} · 数字无误 · {getuser()}" in shown.out
    assert "需要人看" not in shown.out


def test_accepted_finding_still_needs_its_draft_mended(
    hedui: Program, report: Path, tmp_path: Path, home: Path
) -> None:
    check = ("check", draft(tmp_path, WRONG), "--report", str(report))
    number = next(
        n for n, one in enumerate(hedui(*check, "--json").json["findings"], 1) if one["raw"] == "45座"
    )
    hedui(*check, "--decide", str(number), "accept", home=home)
    assert hedui(*check, home=home).status == 1


def test_next_version_carries_what_was_decided(
    hedui: Program, report: Path, tmp_path: Path, home: Path
) -> None:
    first = f"{WRONG}另投入经费77万元。"
    options = ("--report", str(report))
    findings = hedui("check", draft(tmp_path, first), *options, "--json").json["findings"]
    for number in range(1, len(findings) + 1):
        hedui("check", draft(tmp_path, first), *options, "--decide", str(number), "reject", home=home)
    second = f"全县另有说明。另投入经费77万元。{WRONG.replace('45座', '46座')}"
    listed = hedui("check", draft(tmp_path, second), *options, "--decisions", "--json", home=home)
    kept = {one["raw"]: one["number"] for one in listed.json["decisions"]}
    assert kept["45座"] is None
    assert kept["77万元"] == 1
    assert "46座" not in kept
    shown = hedui("check", draft(tmp_path, second), *options, "--decisions", home=home).out
    assert "本稿已无此数" in shown
    assert getuser() in shown
    assert "terminal:" not in shown


def test_replies_in_word_are_read_back(hedui: Program, tmp_path: Path, home: Path) -> None:
    report = tmp_path / "qingling.txt"
    report.write_text(WORD_REPORT, "utf-8")
    file = tmp_path / "checked.docx"
    file.write_bytes(replied(checked(), [(0, "不同意，见附表")]))
    check = ("check", str(file), "--report", str(report))
    assert "读回 1 条" in hedui(*check, home=home).out
    assert "读回" not in hedui(*check, home=home).out
    (made,) = hedui(*check, "--decisions", "--json", home=home).json["decisions"]
    assert (made["choice"], made["note"], made["by"]) == ("reject", "见附表", "word:李明")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(("--decide", "99", "accept"), "没有第 99 个数字", id="no such number"),
        pytest.param(("--decide", "1", "maybe"), "“maybe”不是审核意见", id="no such ruling"),
        pytest.param(("--decide", "1", "note"), "备注是空的", id="empty note"),
        pytest.param(("--note", "待查"), "--decide", id="note of no figure"),
    ],
)
def test_unusable_decision_is_refused_in_one_line(
    hedui: Program, report: Path, tmp_path: Path, home: Path, options: tuple[str, ...], told: str
) -> None:
    outcome = hedui("check", draft(tmp_path, WRONG), "--report", str(report), *options, home=home)
    assert outcome.status == 2
    assert told in outcome.err
    assert outcome.err.count("\n") == 1


def test_draft_without_decisions_says_so(hedui: Program, report: Path, tmp_path: Path, home: Path) -> None:
    outcome = hedui("check", draft(tmp_path, WRONG), "--report", str(report), "--decisions", home=home)
    assert outcome.out == "这份稿子还没有审核意见。\n"
    assert not home.exists()


def test_decision_is_in_the_audit(hedui: Program, report: Path, tmp_path: Path, home: Path) -> None:
    for number in ("1", "2"):
        hedui(
            "check", draft(tmp_path, WRONG), "--report", str(report), "--decide", number, "accept", home=home
        )
    with ChatCatalog.open(home / "catalog.db") as store:
        assert [(one.action, one.subject) for one in store.audit.newest()] == [
            ("decision", "draft.txt, figure 2, accept"),
            ("decision", "draft.txt, figure 1, accept"),
        ]


def test_options_that_ask_for_nothing_are_not_given() -> None:
    assert not DecisionOptions().are_given
    assert DecisionOptions(listed=True).are_given


def test_person_without_a_name_works_in_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(decisions, "getuser", nobody)
    assert terminal_person() == "terminal:self"
