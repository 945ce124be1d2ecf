from contextlib import suppress
from email.message import EmailMessage

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.packed.mails import mailed_files

LONG = "县水务局完成整改21个，退还资金7.5万元。" * 8


def mail(text: str, page: str = "", attached: dict[str, bytes] | None = None) -> bytes:
    message = EmailMessage()
    message["Subject"] = "水务局/整改通报"
    message.set_content(text, charset="gb18030", cte="base64")
    if page:
        message.add_alternative(page, subtype="html", charset="gb18030", cte="base64")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_text_stands_under_the_subject_and_in_one_encoding() -> None:
    ((name, data),) = mailed_files(mail(LONG), "a.eml")
    assert (name, data.decode().strip()) == ("水务局／整改通报.txt", LONG)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_mail_that_an_editor_saved_is_read(encoding: str) -> None:
    data = mail(LONG).decode("ascii").encode(encoding)
    ((name, text),) = mailed_files(data, "a.eml")
    assert (name, text.decode().strip()) == ("水务局／整改通报.txt", LONG)


def test_page_goes_before_the_text_that_says_the_same() -> None:
    ((name, data),) = mailed_files(mail(LONG, f"<p>{LONG}</p>"), "a.eml")
    assert (name, data.decode().strip()) == ("水务局／整改通报.html", f"<p>{LONG}</p>")


@pytest.mark.parametrize(
    ("text", "names"),
    [("请查收。", ["通报.docx"]), (LONG, ["水务局／整改通报.txt", "通报.docx"])],
    ids=["words that send it", "text of its own"],
)
def test_attachment_comes_with_the_text_where_that_says_something(text: str, names: list[str]) -> None:
    assert [name for name, _ in mailed_files(mail(text, attached={"通报.docx": b"PK"}), "a.eml")] == names


def test_few_words_stay_where_no_attachment_can_be_read() -> None:
    names = [name for name, _ in mailed_files(mail("收回3处。", attached={"章.png": b"x"}), "a.eml")]
    assert names == ["水务局／整改通报.txt", "章.png"]


def test_attached_mail_is_a_file() -> None:
    outer, inner = EmailMessage(), EmailMessage()
    inner.set_content(LONG)
    outer.set_content("转发")
    outer.add_attachment(inner)
    assert [name for name, _ in mailed_files(outer.as_bytes(), "a.eml")] == ["1.eml"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Content-Type: multipart/mixed\n\nx",
        b"Content-Type: text/plain; charset=none\n\n\xff",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n--b--",
        b"Subject: =?utf-8?b?!!?=\n\xff\xfe\n\nx",
    ],
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    files = []
    with suppress(UnreadableFile):
        files = list(mailed_files(data, "a.eml"))
    assert len(files) <= 2
