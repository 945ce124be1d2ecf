import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from checker.annotation.word_draft import annotate_word
from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.errors import UnreadableFile
from corpus.reading.docx_reader import read_docx
from corpus.structure.parsing import parse_report
from tests.checker.annotation.word_drafts import DRAFTS, RIGHT, file_bytes

SAMPLE: Final = Path(__file__).parents[3] / "corpus" / "reports" / "beiping-hospital-2022.txt"
OURS: Final = {
    "word/document.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
}
COMPATIBLE: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMES: Final = [pytest.param(name, id=name) for name in DRAFTS]
SHORT: Final = [pytest.param(name, id=name) for name in DRAFTS if name != "long"]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    report = parse_report(SAMPLE.read_text("utf-8"), id="beiping-hospital-2022", source=SAMPLE.name)
    return Evidence.of_reports([report])


class Checked:
    """A draft, its findings, and the document that comes back."""

    def __init__(self, data: bytes, evidence: Evidence, *, every: bool = False) -> None:
        self.data = data
        self.text = read_docx(data, "draft.docx")[0]
        self.findings: list[Finding] = check(self.text, evidence)
        self.file = annotate_word(data, self.text, self.findings, every=every)
        self.root: Any = Document(BytesIO(self.file)).element

    def comments(self) -> dict[str, str]:
        """The first line of each of our comments by its id."""
        return {
            str(comment.comment_id): comment.paragraphs[0].text
            for comment in Document(BytesIO(self.file)).comments
            if comment.author == "Hedui"
        }

    def reached(self, number: str) -> str:
        """The text that a comment reaches over, with the tags of references."""
        inside, found = False, ""
        for element in self.root.iter():
            if element.get(qn("w:id")) == number and element.tag == qn("w:commentRangeStart"):
                inside = True
            elif element.get(qn("w:id")) == number and element.tag == qn("w:commentRangeEnd"):
                return found
            elif (
                inside
                and element.tag == qn("w:t")
                and not list(element.iterancestors(f"{{{COMPATIBLE}}}Fallback"))
            ):
                found += element.text or ""
            elif inside and element.tag in {qn("w:footnoteReference"), qn("w:endnoteReference")}:
                found += f"<{element.get(qn('w:id'))}>"
        raise AssertionError(f"comment {number} reaches nowhere")


def said(element: Any) -> str:
    """The text of an element."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def result_rows(root: Any) -> list[list[str]]:
    """The cells of the page of results, row by row."""
    table = list(root.iter(qn("w:tbl")))[-1]
    return [[said(cell) for cell in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr"))]


MakeChecked = Callable[..., Checked]


@pytest.fixture(scope="module")
def checked_draft(evidence: Evidence) -> MakeChecked:
    """Give a function that checks the draft of a name; each is checked once."""
    kept: dict[tuple[str, bool], Checked] = {}

    def of(name: str, *, every: bool = False) -> Checked:
        if (name, every) not in kept:
            kept[name, every] = Checked(file_bytes(DRAFTS[name][0]()), evidence, every=every)
        return kept[name, every]

    return of


@pytest.mark.parametrize("name", NAMES)
def test_wrong_figures_are_commented_at_their_places_and_no_right_one(
    name: str, checked_draft: MakeChecked
) -> None:
    wrong = DRAFTS[name][1]
    checked = checked_draft(name)
    assert {finding.figure.raw for finding in checked.findings if finding.verdict in WRONG} == set(wrong)
    comments = checked.comments()
    expected = [raw for raw, place in wrong.items() if place not in {"页眉", "页脚"}]
    assert sorted(line.partition("：")[0] for line in comments.values()) == sorted(expected)
    for number, line in comments.items():
        raw = line.partition("：")[0]
        reached = checked.reached(number)
        if wrong[raw] in {"正文", "表格"}:
            assert reached == raw
        elif wrong[raw] == "文本框":
            assert raw in reached
        else:
            assert reached == "<2>"


@pytest.mark.parametrize("name", NAMES)
def test_all_other_parts_stay_byte_for_byte(name: str, checked_draft: MakeChecked) -> None:
    checked = checked_draft(name)
    with zipfile.ZipFile(BytesIO(checked.data)) as old, zipfile.ZipFile(BytesIO(checked.file)) as new:
        assert [part for part in new.namelist() if part != "word/comments.xml"] == [
            part for part in old.namelist() if part != "word/comments.xml"
        ]
        for part in old.namelist():
            if part not in OURS:
                assert new.read(part) == old.read(part), part
        for part in OURS - {"word/document.xml", "word/comments.xml"}:
            before, after = (list(parse_xml(package.read(part))) for package in (old, new))
            kept = after[: len(before)]
            assert [dict(element.attrib) for element in kept] == [dict(element.attrib) for element in before]
            assert len(after) - len(before) <= 1


def bare(root: Any) -> Iterator[str]:
    """What a document says and how, run by run: our marks left out, runs that look the same joined."""
    root = deepcopy(root)
    for tag in ("w:commentRangeStart", "w:commentRangeEnd", "w:shd"):
        for element in list(root.iter(qn(tag))):
            element.getparent().remove(element)
    for reference in list(root.iter(qn("w:commentReference"))):
        reference.getparent().getparent().remove(reference.getparent())
    for paragraph in root.iter(qn("w:p")):
        looks: list[list[str]] = []
        for text in paragraph.iter(qn("w:t")):
            properties = text.getparent().find(qn("w:rPr"))
            look = "".join(child.tag for child in properties) if properties is not None else ""
            if looks and looks[-1][0] == look:
                looks[-1][1] += text.text or ""
            else:
                looks.append([look, text.text or ""])
        yield f"{paragraph.getparent().tag}{looks}"


@pytest.mark.parametrize(
    ("name", "every"),
    [*((name, False) for name in DRAFTS), *((name, True) for name in DRAFTS if name != "long")],
)
def test_text_and_its_looks_stay_as_they_were(name: str, every: bool, checked_draft: MakeChecked) -> None:
    checked = checked_draft(name, every=every)
    before = list(bare(Document(BytesIO(checked.data)).element))
    after = list(bare(checked.root))
    assert after[: len(before)] == before
    assert "核对结果" in after[len(before)]


@pytest.mark.parametrize("name", SHORT)
def test_page_of_results_lists_the_problems_with_their_places(name: str, checked_draft: MakeChecked) -> None:
    rows = result_rows(checked_draft(name).root)
    assert rows[0] == ["数字", "结论", "位置", "理由与出处"]
    assert {row[0]: row[2] for row in rows[1:]} == DRAFTS[name][1]
    assert all("出处：《" in row[3] and "2022-12-15" in row[3] for row in rows[1:])


def test_every_figure_is_commented_where_asked_for(checked_draft: MakeChecked) -> None:
    checked = checked_draft("split runs", every=True)
    comments = checked.comments()
    assert [checked.reached(number) for number in comments] == [
        finding.figure.raw for finding in checked.findings
    ]
    assert [line.partition("：")[2] for line in comments.values()].count("一致") == 5
    assert [row[1] for row in result_rows(checked.root)] == ["结论", *["不一致"] * 2, *["一致"] * 5]


def test_comment_says_why_and_where_it_is_stated(checked_draft: MakeChecked) -> None:
    checked = checked_draft("plain")
    (comment,) = Document(BytesIO(checked.file)).comments
    verdict, why, quote, source = (paragraph.text for paragraph in comment.paragraphs)
    assert verdict == "93个：不一致"
    assert why.startswith("原文是91个，不是93个")
    assert quote.startswith("原文：")
    assert "停用低值高价耗材品规91个" in quote
    assert re.fullmatch(
        r"出处：《中共北屏市中心医院.*》 · 2022-12-15 · .*耗材.* · beiping-hospital-2022", source
    )


def test_comments_of_others_stay(checked_draft: MakeChecked) -> None:
    document = Document(BytesIO(checked_draft("commented").file))
    assert [comment.text.partition("\n")[0] for comment in document.comments if comment.author == "处长"] == [
        "这个数请再核一下",
        "可以",
    ]
    assert len({comment.comment_id for comment in document.comments}) == 3


def test_draft_without_problems_gets_no_comments(evidence: Evidence) -> None:
    document = Document()
    document.add_paragraph(RIGHT[0])
    checked = Checked(file_bytes(document), evidence)
    assert checked.comments() == {}
    with zipfile.ZipFile(BytesIO(checked.file)) as package:
        assert "word/comments.xml" not in package.namelist()
    assert "没有发现有问题的数字" in said(checked.root)
    assert read_docx(checked.file, "a.docx")[0] == checked.text


def test_checked_document_reads_as_the_draft_and_its_page_of_results_is_replaced(
    evidence: Evidence, checked_draft: MakeChecked
) -> None:
    once = checked_draft("tables")
    again = Checked(once.file, evidence)
    assert again.text == once.text
    assert said(again.root).count("核对结果") == 1


def test_same_draft_gives_the_same_file(checked_draft: MakeChecked) -> None:
    once = checked_draft("tables")
    assert annotate_word(once.data, once.text, once.findings) == once.file


def test_what_is_no_word_document_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        annotate_word(b"PK\x03\x04", "", [])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_checked_draft(checked_draft: MakeChecked, tmp_path: Path) -> None:
    files: Sequence[Path] = [tmp_path / f"{name}.docx" for name in DRAFTS]
    for file, name in zip(files, DRAFTS, strict=True):
        file.write_bytes(checked_draft(name).file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert sorted(file.stem for file in tmp_path.glob("*.pdf")) == sorted(DRAFTS)
