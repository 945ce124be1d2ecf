import io

import docx
import pytest

from bot.chat.handlers.exports import plain_docx, plain_markdown
from bot.messages import say
from corpus.reading.documents import read_bytes
from tests.bot.chat.stages import MemoryStage, Seen

QUESTION = "临江市水务局修订了多少项制度？"
SECTIONS = [("", ["一行\n二行"]), ("出处", ["甲*_[x](y)"]), ("空", [])]


def read(seen: Seen) -> str:
    return read_bytes(seen.file, seen.name).text


def test_word_document_holds_title_headings_and_lines() -> None:
    document = docx.Document(io.BytesIO(plain_docx("标题", SECTIONS)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "标题" in texts
    assert texts[-4:] == ["一行", "二行", "出处", "甲*_[x](y)"]


def test_markdown_shows_a_text_as_it_is() -> None:
    text = plain_markdown("标<题>", SECTIONS).decode()
    assert text == "# 标\\<题\\>\n\n一行  \n二行\n\n## 出处\n\n甲\\*\\_\\[x\\](y)\n"


@pytest.mark.parametrize(
    ("words", "ending"), [("", "docx"), ("md", "md"), (".Markdown", "md"), ("x", "docx")]
)
async def test_last_answer_is_exported_in_the_form_that_is_asked_for(
    memory: MemoryStage, words: str, ending: str
) -> None:
    await memory.tell(7001, QUESTION)
    (seen,) = await memory.tell(7001, f"/export {words}")
    assert seen.name.endswith(f".{ending}")
    assert seen.text == say("telegram.exported", name=QUESTION)
    text = read(seen)
    assert "12项" in text
    assert say("telegram.export_sources") in text
    assert "临江市水务局关于巡察整改进展情况的通报" in text


async def test_comparison_and_summary_are_exported_without_marks(memory: MemoryStage) -> None:
    await memory.tell(7001, "/compare 整改问题")
    (seen,) = await memory.tell(7001, "/export md")
    assert "云溪大学：40个 \\[1\\]" in seen.file.decode()
    await memory.tell(7001, "/summary 临江市水务局")
    (seen,) = await memory.tell(7001, "/export")
    assert "修订制度12项" in read(seen)


async def test_check_is_made_anew_for_its_export(memory: MemoryStage) -> None:
    await memory.tell(7002, "/check 临江市水务局修订制度13项。")
    memory.index.remove("water")
    (seen,) = await memory.tell(7002, "/export md")
    assert "13项" in seen.file.decode()


async def test_nothing_is_exported_of_nothing_or_of_others(memory: MemoryStage) -> None:
    await memory.tell(7001, QUESTION)
    assert [seen.text for seen in await memory.tell(7002, "/export")] == [say("telegram.export_none")]
