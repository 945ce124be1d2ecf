import pytest

from corpus.errors import ScannedFile, UnreadableFile
from corpus.reading.refusals import refuse, refuse_scan
from corpus.room import aided_reading
from corpus.room.aided_reading import MOST_SCANNED, can_recognise, read_aided, recognition_limits
from corpus.room.limits import Limits
from tests.open_room import OpenRoom


def task(data: bytes, name: str, *, recognise: bool | None = None) -> str:
    """Read what begins with ``old`` and ``scan`` only with aid."""
    if data.startswith(b"old"):
        raise refuse("old office", name)
    if data.startswith(b"scan") and recognise is None:
        raise refuse_scan("no text layer", name, int(data[5:]), partly=data[4:5] == b"+")
    return f"{name} {data.decode()} {recognise}"


def test_file_that_needs_no_aid_is_read_as_it_is() -> None:
    assert read_aided(OpenRoom(), task, b"new", "a.txt") == ("a.txt new None", b"new")


def test_old_form_is_read_from_what_it_is_turned_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aided_reading, "modernised", lambda data, name, error: b"turned")
    assert read_aided(OpenRoom(), task, b"old", "通报.doc") == ("通报.doc turned None", b"turned")


def test_what_is_turned_and_still_not_ours_is_not_asked_to_be_turned_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aided_reading, "modernised", lambda data, name, error: b"old again")
    with pytest.raises(UnreadableFile, match="LibreOffice 打不开"):
        read_aided(OpenRoom(), task, b"old", "通报.doc")


@pytest.mark.parametrize(
    ("able", "scan", "read"),
    [(True, b"scan-3", "True"), (True, b"scan+3", "True"), (False, b"scan+3", "False")],
    ids=["scan", "partly a scan", "partly a scan, no recogniser"],
)
def test_pictures_are_recognised_where_that_can_be(
    able: bool, scan: bytes, read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aided_reading, "can_recognise", lambda: able)
    assert read_aided(OpenRoom(), task, scan, "a.pdf")[0].endswith(read)


def test_scan_is_refused_where_nothing_recognises_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aided_reading, "can_recognise", lambda: False)
    with pytest.raises(ScannedFile, match="可选组件 ocr"):
        read_aided(OpenRoom(), task, b"scan-3", "a.pdf")


def test_scan_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aided_reading, "can_recognise", lambda: True)
    with pytest.raises(UnreadableFile, match=f"{MOST_SCANNED + 1} 页扫描页"):
        read_aided(OpenRoom(), task, f"scan-{MOST_SCANNED + 1}".encode(), "a.pdf")


def test_recognition_may_take_more_for_each_page() -> None:
    usual = Limits()
    limits = recognition_limits(usual, 2)
    assert limits.processor - usual.processor == 2 * (
        recognition_limits(usual, 1).processor - usual.processor
    )
    assert limits.memory >= usual.memory
    assert isinstance(can_recognise(), bool)
