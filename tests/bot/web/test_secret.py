from pathlib import Path

from bot.web.secret import SECRET_FILE, session_secret


def test_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "new"
    made = session_secret(home)
    assert len(made) > 32
    assert session_secret(home) == made
    assert (home / SECRET_FILE).stat().st_mode & 0o077 == 0


def test_secret_differs_between_homes(tmp_path: Path) -> None:
    assert session_secret(tmp_path / "a") != session_secret(tmp_path / "b")
