import sys
from pathlib import Path

import pytest

from corpus.errors import CostlyFile, OldForm, UnreadableFile
from corpus.reading.refusals import refuse
from corpus.room import office
from corpus.room.limits import Limits
from corpus.room.office import modernised, office_program


def old() -> OldForm:
    error = refuse("old office", "通报.doc")
    assert isinstance(error, OldForm)
    return error


def program(folder: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in LibreOffice's place: it is given the same arguments."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{code}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(path))


MADE = """
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir()
kind = sys.argv[sys.argv.index("--convert-to") + 1]
(out / f"document.{kind}").write_bytes(kind.encode() + pathlib.Path(sys.argv[-1]).read_bytes())
"""


def test_document_is_what_the_program_makes_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, MADE, monkeypatch)
    assert modernised(b"old", "通报.doc", old()) == b"docxold"


@pytest.mark.parametrize(
    ("code", "limits", "why"),
    [
        pytest.param("pass", Limits(), "LibreOffice 打不开", id="nothing made"),
        pytest.param("time.sleep(60)", Limits(seconds=2), "时限 2 s", id="waits"),
        pytest.param("while True: pass", Limits(processor=1), "处理器时间上限 1 s", id="turns"),
    ],
)
def test_program_that_makes_nothing_is_told_in_a_line(
    code: str, limits: Limits, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, code, monkeypatch)
    with pytest.raises(UnreadableFile, match=why) as refused:
        modernised(b"old", "通报.doc", old(), limits)
    assert isinstance(refused.value, CostlyFile) is ("LibreOffice" not in why)


def test_without_the_program_the_file_is_refused_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert office_program() is None
    error = old()
    with pytest.raises(OldForm) as refused:
        modernised(b"old", "通报.doc", error)
    assert refused.value is error
