from pathlib import Path

from bot.web.checks.draft_folder import DraftFolder, sweep_drafts
from bot.web.checks.kept_check import KeptCheck


def test_draft_and_its_check_are_kept(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, 7)
    folder.keep_file(b"draft")
    assert folder.file() == b"draft"
    assert folder.check() is None
    folder.keep_check(KeptCheck("文", "text", (), ("一句",)))
    assert DraftFolder(tmp_path, 7).check() == KeptCheck("文", "text", (), ("一句",))


def test_half_of_a_check_is_none(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path, 7)
    folder.keep_file(b"draft")
    (tmp_path / "drafts" / "7" / ".check.json.part").write_bytes(b'{"text": "')
    assert folder.check() is None


def test_sweep_leaves_what_is_held(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        DraftFolder(tmp_path, number).keep_file(b"x")
    assert sweep_drafts(tmp_path, {2}) == 2
    assert [one.name for one in (tmp_path / "drafts").iterdir()] == ["2"]
    assert sweep_drafts(tmp_path / "none", {2}) == 0
