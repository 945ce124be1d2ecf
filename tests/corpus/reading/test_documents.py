import io
import os
from pathlib import Path

import pytest
from PIL import Image

from corpus.errors import UnreadableFile
from corpus.reading.documents import find_files, read_bytes, read_text

TEXT = "整改情况通报\n一、总体情况\n完成整改问题588个，化解率91.35%。\n"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


FORMS = [
    ("a.txt", TEXT.encode(), "text"),
    ("a.TXT", TEXT.encode("gb18030"), "text"),
    ("a", TEXT.encode("utf-16"), "text"),
    ("a.md", f"# {TEXT}".encode(), "markdown"),
    ("a.html", f"<p>{TEXT}</p>".encode(), "html"),
    ("a.htm", f"<html><meta charset=gb2312><p>{TEXT}".encode("gb18030"), "html"),
    ("page.txt", f"<!DOCTYPE html><p>{TEXT}".encode(), "html"),
    ("page.docx", f"<html><body><p>{TEXT}".encode(), "html"),
]


@pytest.mark.parametrize(("name", "data", "form"), FORMS, ids=[row[0] for row in FORMS])
def test_read_text_tells_the_form(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    document = read_text(written(tmp_path, name, data))
    assert document.form == form
    assert "完成整改问题588个" in document.text


def test_read_text_keeps_everything_but_line_ends(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "\ufeff　甲  乙\r\n丙\r丁\t１２\n".encode())
    assert read_text(path).text == "　甲  乙\n丙\n丁\t１２\n"


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(stream, kind)
    return stream.getvalue()


REFUSED = [
    ("empty.txt", b"", "空文件"),
    ("blank.txt", b" \r\n\t\n", "空文件"),
    ("nuls.txt", b"\0" * 50, "空文件"),
    ("marked.txt", b"\xef\xbb\xbf", "没有可读的文字"),
    ("noise.txt", bytes(range(256)) * 9, "二进制"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "LibreOffice"),
    ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "已加密"),
    ("photo.png", picture("PNG"), "是图片"),
    ("photo.txt", picture("JPEG"), "是图片"),
    ("cut.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "损坏"),
    ("rich.rtf", rb"{\rtf1\ansi text}", "LibreOffice"),
    ("packed.gz", b"\x1f\x8b\x08\0\0", "gzip"),
    ("fake.docx", "不是文档".encode(), "损坏"),
    ("fake.pdf", b"no pdf at all", "损坏"),
    ("old.txt", "ÐÏ_x0011_à¡±\tá".encode(), "损坏"),
    ("page.html", b"<html><script>1</script></html>", "没有可读的文字"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_read_text_refuses(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read_text(written(tmp_path, name, data))
    assert str(caught.value).startswith(f"{name}：")


def test_read_text_refuses_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="不存在"):
        read_text(tmp_path / "none.txt")


def test_read_text_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="文件夹"):
        read_text(tmp_path)


def test_read_text_refuses_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFile, match="不是普通文件"):
        read_text(tmp_path / "pipe.txt")


def test_read_text_refuses_an_impossible_path() -> None:
    with pytest.raises(UnreadableFile, match="a"):
        read_text(Path("a\0b.txt"))


def test_read_text_refuses_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.txt", TEXT.encode())

    def denied(*_: object, **__: object) -> None:  # the superuser, who may run this, is denied nothing
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(UnreadableFile, match="没有读取权限"):
        read_text(path)


def test_read_text_looks_at_the_size_before_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: takes no room

    def opened(*_: object, **__: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(UnreadableFile, match="200 MB，超过上限 50 MB"):
        read_text(path)


def test_read_text_takes_a_file_of_just_the_size(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"x" * 100)
    assert len(read_text(path, max_bytes=100).text) == 100
    with pytest.raises(UnreadableFile, match="超过上限"):
        read_text(path, max_bytes=99)


def test_find_files_expands_folders_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.md", "b/1.docx", "a.TXT", "c.pdf", "d.jpg", ".hidden.txt", "~$a.docx", ".git/x.txt"):
        (tmp_path / name).write_text("x")
    names = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert names == ["a.TXT", "b/1.docx", "b/2.md", "c.pdf"]


def test_find_files_keeps_what_is_named(tmp_path: Path) -> None:
    photo = tmp_path / "d.jpg"
    photo.write_text("x")
    missing = tmp_path / "none.txt"
    assert find_files([missing, photo, photo]) == [missing, photo]


def test_find_files_of_an_empty_folder(tmp_path: Path) -> None:
    assert find_files([tmp_path]) == []


def test_read_bytes_takes_the_declared_charset() -> None:
    text = "香港特別行政區政府統計處公布失業率。"
    assert read_bytes(text.encode("big5"), "a.txt", "big5").text == text
