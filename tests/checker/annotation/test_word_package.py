import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from checker.annotation.word_marks import word_element
from checker.annotation.word_package import WordPackage
from tests.checker.annotation.word_drafts import file_bytes


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_package_comes_out_as_it_went_in() -> None:
    data = file_bytes(Document())
    package = WordPackage(data)
    assert package.main == "word/document.xml"
    assert parts(package.file()) == parts(data)


def test_replaced_part_is_the_only_one_that_differs() -> None:
    data = file_bytes(Document())
    package = WordPackage(data)
    root = package.tree(package.main)
    root.find(qn("w:body")).insert(0, word_element("p", word_element("r", word_element("t", "甲"))))
    package.replace(package.main, root)
    new, old = parts(package.file()), parts(data)
    assert [name for name in new if new[name] != old[name]] == ["word/document.xml"]
    assert Document(BytesIO(package.file())).paragraphs[0].text == "甲"


@pytest.mark.parametrize("has_comments", [False, True], ids=["none before", "some before"])
def test_comments_are_put_in_and_found_by_word(has_comments: bool) -> None:
    document = Document()
    run = document.add_paragraph("甲").add_run("乙")
    if has_comments:
        document.add_comment(run, "早先的")
    package = WordPackage(file_bytes(document))
    name, root = package.comments()
    assert (name, len(root)) == ("word/comments.xml", int(has_comments))
    root.append(word_element("comment", word_element("p"), id="7", author="Hedui"))
    package.put_comments(name, root)
    comments = Document(BytesIO(package.file())).comments
    assert [comment.comment_id for comment in comments][-1] == 7
    assert len(list(comments)) == 1 + has_comments


def test_comments_take_no_name_that_another_part_has() -> None:
    stream = BytesIO(file_bytes(Document()))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("word/comments.xml", b"<x/>")
    assert WordPackage(stream.getvalue()).comments()[0] == "word/comments-hedui.xml"


def test_entities_are_not_resolved() -> None:
    data = file_bytes(Document())
    bad = b'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]><r>&e;</r>'
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("extra.xml", bad)
    root = WordPackage(stream.getvalue()).tree("extra.xml")
    assert "".join(root.itertext()) in {"", "&e;"}
    assert parse_xml(b"<r/>") is not None
