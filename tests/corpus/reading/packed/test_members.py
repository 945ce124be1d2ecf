from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.documents import read_bytes
from corpus.reading.packed import members as packed
from corpus.reading.packed.members import is_container, member_bytes, member_names, members
from tests.one_report import TEXT, TITLE, archive, mail_with_attachment

TEXT_FILE = ("通报.txt", TEXT.encode())


@pytest.mark.parametrize(
    ("name", "holds"), [("a.ZIP", True), ("a.eml", True), ("a.docx", False), ("a", False)]
)
def test_container_is_told_by_its_name(name: str, holds: bool) -> None:
    assert is_container(name) is holds


def test_files_within_each_other_are_found_by_the_way_to_them() -> None:
    data = archive(
        [
            ("信.eml", mail_with_attachment()),
            ("内.zip", archive([TEXT_FILE])),
            ("图.png", b"x"),
            ("b.exe", b"x"),
        ]
    )
    assert [one.name for one in members(data, "a.zip")] == ["信.eml/整改通报.docx", "内.zip/通报.txt"]


def test_file_is_given_out_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(archive([("内.zip", archive([TEXT_FILE]))]))
    (name,) = member_names(str(path), "a.zip")
    assert member_bytes(str(path), "a.zip", name) == TEXT_FILE[1]
    with pytest.raises(UnreadableFile, match=r"^a\.zip/none\.txt：文件不存在"):
        member_bytes(str(path), "a.zip", "none.txt")


def test_one_file_is_read_in_the_place_of_what_holds_it() -> None:
    assert TITLE in read_bytes(archive([TEXT_FILE]), "a.zip").text


def test_mail_is_told_by_what_stands_in_it() -> None:
    assert TITLE in read_bytes(mail_with_attachment(), "通报.txt").text


def nested(depth: int) -> bytes:
    data = archive([TEXT_FILE])
    for _ in range(depth - 1):
        data = archive([("内.zip", data)])
    return data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(archive([TEXT_FILE, ("二.txt", b"2")]), "里面有 2 个文件", id="several"),
        pytest.param(archive([("a.exe", b"1")]), "里面没有可读的文件", id="nothing"),
        pytest.param(nested(4), "嵌套过深", id="deep"),
        pytest.param(archive([(f"{n}.txt", b"1") for n in range(501)]), "太多或太大", id="many"),
        pytest.param(
            archive([("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))]),
            "里面有 1 个文件",
            id="old form",
        ),
    ],
)
def test_what_cannot_be_read_as_one_document_is_refused_in_a_line(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read_bytes(data, "a.zip")


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_MOST_BYTES", 1_000)
    with pytest.raises(UnreadableFile, match="太多或太大"):
        members(archive([("一.txt", b"1" * 600), ("二.txt", b"2" * 600)]), "a.zip")
