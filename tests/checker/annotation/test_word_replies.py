"""Replies as Word writes them (threads in a part of their own) and as programs without threads do."""

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from checker.annotation.word_draft import annotate_word
from checker.annotation.word_replies import WordReply, word_replies
from checker.check import check
from checker.evidence import Evidence
from corpus.reading.docx_reader import read_docx
from corpus.structure.parsing import parse_report

REPORT: Final = "关于青岭县来信办理情况的通报\n\n青岭县全年受理来信52件，办结47件。"
LINES: Final = ("一、总体情况", "青岭县全年受理来信52件，办结45件。", "另有投诉63件。")
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
EXTENDED: Final = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
NOON: Final = datetime(2024, 5, 6, 4, tzinfo=UTC)


def evidence() -> Evidence:
    return Evidence.of_reports([parse_report(REPORT, id="qingling", source="qingling.txt")])


def draft() -> bytes:
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def checked() -> bytes:
    """The draft with our comments: on 45件, which is contradicted, and on 63件, which nobody states."""
    data = draft()
    text = read_docx(data, "draft.docx")[0]
    return annotate_word(data, text, check(text, evidence()))


def replied(
    data: bytes, replies: Sequence[tuple[int, str]], *, resolved: Sequence[int] = (), threads: bool = True
) -> bytes:
    """The checked draft with replies (to the n-th of our comments, text), as a word processor saves them."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    comments = etree.fromstring(parts["word/comments.xml"])
    document = etree.fromstring(parts["word/document.xml"])
    ours = list(comments)
    entries = []
    for number, one in enumerate(ours):
        one.findall(qn("w:p"))[-1].set(f"{{{W14}}}paraId", f"0000A{number:03}")
        entries.append({"paraId": f"0000A{number:03}", "done": "1" if number in resolved else "0"})
    for count, (number, text) in enumerate(replies):
        key = str(900 + count)
        attributes = {"id": key, "author": "李明", "date": "2024-05-06T04:00:00Z"}
        made = etree.SubElement(comments, qn("w:comment"), {qn(f"w:{k}"): v for k, v in attributes.items()})
        paragraph = etree.SubElement(made, qn("w:p"), {f"{{{W14}}}paraId": f"0000B{count:03}"})
        etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t")).text = text
        entries.append({"paraId": f"0000B{count:03}", "paraIdParent": f"0000A{number:03}", "done": "0"})
        for sort in ("commentRangeStart", "commentRangeEnd"):
            for anchor in list(document.iter(qn(f"w:{sort}"))):
                if anchor.get(qn("w:id")) == ours[number].get(qn("w:id")):
                    beside = anchor.makeelement(qn(f"w:{sort}"), {qn("w:id"): key})
                    anchor.addnext(beside)
                    if sort == "commentRangeEnd":
                        run = anchor.makeelement(qn("w:r"), {})
                        etree.SubElement(run, qn("w:commentReference"), {qn("w:id"): key})
                        beside.addnext(run)
    parts["word/comments.xml"] = etree.tostring(comments)
    parts["word/document.xml"] = etree.tostring(document)
    if threads:
        extended = etree.Element(f"{{{W15}}}commentsEx")
        for entry in entries:
            attributes = {f"{{{W15}}}{name}": value for name, value in entry.items()}
            etree.SubElement(extended, f"{{{W15}}}commentEx", attributes)
        parts["word/commentsExtended.xml"] = etree.tostring(extended)
        relation = f'<Relationship Id="rIdX" Type="{EXTENDED}" Target="commentsExtended.xml"/>'.encode()
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", relation + b"</Relationships>")
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def read(data: bytes) -> list[WordReply]:
    text = read_docx(data, "draft.docx")[0]
    return word_replies(data, text, check(text, evidence()))


@pytest.mark.parametrize("threads", [True, False], ids=["threads", "no threads"])
def test_reply_belongs_to_the_finding_that_it_is_under(threads: bool) -> None:
    found = read(replied(checked(), [(1, "不同意"), (0, "同意")], threads=threads))
    assert found == [
        WordReply(2, "李明", NOON, "同意", "contradicted"),
        WordReply(3, "李明", NOON, "不同意", "unsupported"),
    ]


def test_resolved_thread_is_a_reply_without_words() -> None:
    (found,) = read(replied(checked(), [], resolved=[0]))
    assert (found.number, found.text, found.verdict) == (2, "", "contradicted")


def test_resolved_thread_with_a_reply_says_what_the_reply_says() -> None:
    assert [one.text for one in read(replied(checked(), [(0, "不同意")], resolved=[0]))] == ["不同意"]


def test_comments_that_nobody_replied_to_are_no_replies() -> None:
    assert read(checked()) == []
    assert read(draft()) == []


def test_comment_of_somebody_elsewhere_is_no_reply() -> None:
    document = Document(BytesIO(checked()))
    document.add_comment(document.paragraphs[0].runs, text="同意", author="李明")
    stream = BytesIO()
    document.save(stream)
    assert read(stream.getvalue()) == []


def test_reply_follows_its_figure_through_what_was_written_before_it() -> None:
    document = Document(BytesIO(replied(checked(), [(1, "不同意")])))
    document.paragraphs[0].insert_paragraph_before("本月新增走访128户。")
    stream = BytesIO()
    document.save(stream)
    assert [(one.number, one.text) for one in read(stream.getvalue())] == [(4, "不同意")]


def test_moment_of_the_future_is_now() -> None:
    data = replied(checked(), [(0, "同意")])
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {
            name: package.read(name).replace(b"2024-05-06T04", b"2999-05-06T04")
            for name in package.namelist()
        }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    (found,) = read(stream.getvalue())
    assert found.at is not None
    assert found.at <= datetime.now(UTC)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_replies_are_found_in_what_libreoffice_saves(tmp_path: Path) -> None:
    file = tmp_path / "checked.docx"
    file.write_bytes(replied(checked(), [(1, "不同意，见附表"), (0, "同意")]))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = read((tmp_path / "saved" / file.name).read_bytes())
    assert [(one.number, one.text) for one in found] == [(2, "同意"), (3, "不同意，见附表")]
