import shutil
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from bot.commands.index import ingested_shape, ingested_text, run_watch
from bot.library.ingesting import Ingested
from bot.library.opening import open_index
from bot.settings import Settings, read_settings
from tests.bot.commands.checked_report import REPORT
from tests.bot.conftest import Program


def test_ingest_counts_what_became_of_each(hedui: Program, report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    first = hedui("ingest", str(report), str(empty), "--json")
    assert first.status == 0
    assert (first.json["added"], first.json["updated"], first.json["unchanged"]) == (1, 0, 0)
    assert first.json["passages"] >= 1
    assert first.json["figures"] >= 7
    assert [row["path"] for row in first.json["failed"]] == [str(empty)]
    assert "empty.txt" in first.err
    assert hedui("ingest", str(report), "--json").json["unchanged"] == 1
    report.write_text(REPORT.replace("96条", "97条"), "utf-8")
    assert hedui("ingest", str(report), "--json").json["updated"] == 1
    assert [row["raw"] for row in hedui("figures", "--metric", "措施", "--json").json["figures"]] == ["97条"]


def test_ingest_is_told_beforehand_and_the_older_version_stays_readable(hedui: Program, report: Path) -> None:
    dry = hedui("ingest", str(report), "--dry-run", "--json").json
    assert (dry["dry_run"], dry["added"], dry["reports"][0]["outcome"]) == (True, 1, "added")
    assert hedui("reports", "--json").json == {"reports": []}
    hedui("ingest", str(report))
    assert hedui("reports", "--versions", "songyuan-2023", "--json").json["versions"] == []
    report.write_text(REPORT.replace("96条", "97条"), "utf-8")
    told = hedui("ingest", str(report), "--dry-run").out
    assert "  − " in told
    assert "97条" in told
    hedui("ingest", str(report))
    (old,) = hedui("reports", "--versions", "songyuan-2023", "--json").json["versions"]
    assert (old["text"], old["date"]) == (REPORT, "2023-05-10")
    assert REPORT.splitlines()[0] in hedui("reports", "--versions", "songyuan-2023").out


def test_ingest_watches_a_folder_and_puts_in_what_comes(hedui: Program, tmp_path: Path) -> None:
    folder = tmp_path / "通报"
    folder.mkdir()
    settings = read_settings(home=tmp_path / "home")
    stop = Event()
    watching = Thread(target=run_watch, args=(settings, [str(folder)]), kwargs={"json": True, "stop": stop})
    watching.start()
    (folder / "来文.txt").write_text(REPORT, "utf-8")
    while not _titles(settings):
        assert watching.is_alive()
        sleep(0.2)
    stop.set()
    watching.join()
    assert _titles(settings) == [REPORT.splitlines()[0]]


def _titles(settings: Settings) -> list[str]:
    with open_index(settings) as index:
        return list(index.titles().values())


def test_ingest_watches_folders_only(hedui: Program, report: Path) -> None:
    outcome = hedui("ingest", str(report), "--watch")
    assert outcome.status == 2
    assert str(report) in outcome.err


def test_ingest_of_an_inner_address_is_refused_in_one_line(hedui: Program) -> None:
    outcome = hedui("ingest", "http://reader:secret@127.0.0.1:9/a", "--json")
    assert outcome.status == 2
    assert "--allow-private" in outcome.err
    assert "secret" not in outcome.err + outcome.out


def test_ingest_of_nothing_readable_fails(hedui: Program, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    outcome = hedui("ingest", str(tmp_path / "folder"), "--json")
    assert outcome.status == 2
    assert outcome.json["failed"][0]["path"] == str(tmp_path / "folder")


def test_reports_are_listed_and_removed(hedui: Program, report: Path) -> None:
    assert hedui("reports", "--json").json == {"reports": []}
    hedui("ingest", str(report))
    (row,) = hedui("reports", "--json").json["reports"]
    assert (row["report"], row["date"], row["organisation"]) == (
        "songyuan-2023",
        "2023-05-10",
        "松原县水务局",
    )
    assert hedui("remove", "songyuan-2023.txt", "--json").json == {"removed": "songyuan-2023"}
    assert hedui("reports", "--json").json == {"reports": []}
    assert hedui("figures", "--json").json == {"figures": []}


def test_doctor_counts_what_is_sound(hedui: Program, report: Path) -> None:
    hedui("ingest", str(report))
    outcome = hedui("doctor", "--json")
    assert outcome.status == 0
    assert outcome.json["sound"] is True
    assert outcome.json["reports"] == 1


DONE = Ingested(1, 2, 3, (("empty.txt", "empty.txt：是空的"),), 4, 5, 6.78901)


def test_shape_of_an_ingest_has_what_became_of_each() -> None:
    assert ingested_shape(DONE) == {
        "added": 1,
        "updated": 2,
        "unchanged": 3,
        "failed": [{"path": "empty.txt", "error": "empty.txt：是空的"}],
        "passages": 4,
        "figures": 5,
        "seconds": 6.789,
        "own_arithmetic": [],
        "reports": [],
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_account_of_an_ingest_says_every_number(language: str) -> None:
    text = ingested_text(DONE, language)
    assert all(number in text for number in "12345")
    assert "\n" not in text


def test_failure_beside_a_success_is_said_for_people(hedui: Program, report: Path, tmp_path: Path) -> None:
    outcome = hedui("ingest", str(report), str(tmp_path / "none.txt"))
    assert outcome.status == 0
    assert "none.txt" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_file_whose_name_holds_the_end_of_a_line_is_told_in_one(
    hedui: Program, report: Path, tmp_path: Path
) -> None:
    named = report.with_name("水库\n泵站.txt")
    named.write_bytes(report.read_bytes())
    (empty := tmp_path / "空\n表.pdf").write_bytes(b"")
    outcome = hedui("ingest", "--dry-run", str(named), str(empty))
    assert (len(outcome.out.splitlines()), len(outcome.err.splitlines())) == (1, 1)


def test_reports_of_an_empty_index_are_told_for_people(hedui: Program) -> None:
    outcome = hedui("reports")
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == 1


def test_removed_report_is_named_for_people_and_gone(hedui: Program, report: Path) -> None:
    hedui("ingest", str(report))
    assert "songyuan-2023" in hedui("remove", "songyuan-2023").out
    outcome = hedui("remove", "songyuan-2023")
    assert (outcome.status, outcome.out) == (2, "")


def test_doctor_tells_and_mends_what_is_not_whole(hedui: Program, report: Path, tmp_path: Path) -> None:
    hedui("ingest", str(report))
    shutil.rmtree(tmp_path / "home" / "vectors")
    broken = hedui("doctor", "--json")
    assert broken.status == 1
    assert not broken.json["sound"]
    assert broken.json["faults"]
    mended = hedui("doctor", "--repair", "--json")
    assert mended.status == 0
    assert mended.json["repaired"] == broken.json["faults"]
    assert mended.json["faults"] == []
    whole = hedui("doctor")
    assert whole.status == 0
    assert "1" in whole.out


def test_report_that_is_removed_by_another_name_of_its_text_says_so(
    hedui: Program, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "again.txt"
    other.write_bytes(report.read_bytes())
    hedui("ingest", str(report), str(other))
    (kept,) = (row["report"] for row in hedui("reports", "--json").json["reports"])
    name = "again" if kept == "songyuan-2023" else "songyuan-2023"
    assert f"已删除 {kept}：{name} 是同一份内容的另一个名字" in hedui("remove", name).out
