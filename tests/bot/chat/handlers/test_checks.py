import io

import docx
import pytest

from bot.chat.handlers.checks import check_against, fetch, rich_draft
from bot.chat.platform import UploadedFile
from bot.chat.request import Ask, Request
from bot.chat.rich_text import Style
from bot.chat.roles import Role
from bot.library.evidence_shelf import IndexEvidence
from bot.messages import say
from corpus.errors import UnreadableFile
from corpus.reading.formats import listed_suffixes
from tests.bot.chat.stages import MemoryStage
from tests.bot.telegram.test_commands import word

DRAFT = "临江市水务局修订制度13项，废止制度3项。"
REVIEWER = 7002


def says(key: str, **values: object) -> str:
    return say(f"telegram.{key}", "zh", **values)


async def checked(memory: MemoryStage, **more: object) -> list[str]:
    """Give the command with what it replies to; return what came."""
    assert memory.chat
    before = len(memory.platform.posted)
    memory.updates += 1
    key = memory.key(REVIEWER)
    request = Request(f"memory:{memory.updates}", key, key, text="/check", **more)  # type: ignore[arg-type]
    await memory.chat.arrives(request)
    return [one.text for one in memory.platform.posted[before:]]


async def test_text_that_is_replied_to_is_checked(memory: MemoryStage) -> None:
    (told,) = await checked(memory, quoted=DRAFT)
    assert says("check_wrong", count=1) in told
    assert await checked(memory, quoted="  ") == [says("check_what", suffixes=listed_suffixes())]


async def test_file_of_the_command_goes_before_the_one_that_is_replied_to(memory: MemoryStage) -> None:
    memory.platform.files = {"a": DRAFT.encode(), "b": "没有数的话".encode()}
    mine, theirs = UploadedFile("a", "a.txt"), UploadedFile("b", "b.txt")
    told, annotated = await checked(memory, file=mine, quoted_file=theirs)
    assert told.startswith("a.txt")
    assert annotated == says("annotated", name="a.txt")
    assert await checked(memory, quoted_file=theirs) == [says("check_none")]


async def test_draft_without_figures_or_over_the_limit_gets_its_sentence(memory: MemoryStage) -> None:
    assert await checked(memory, quoted="没有数的话") == [says("check_none")]
    assert await checked(memory, quoted="长" * 500_001) == [says("draft_too_long", limit=500_000)]


@pytest.mark.parametrize(
    ("name", "made", "annotated"),
    [("稿.docx", word(DRAFT), "稿.checked.docx"), ("稿.txt", DRAFT.encode(), "稿.checked.md")],
    ids=["word", "text"],
)
async def test_file_comes_back_annotated_in_its_own_form(
    memory: MemoryStage, name: str, made: bytes, annotated: str
) -> None:
    told, file = await memory.send(REVIEWER, name, made)
    assert told.buttons == [says("button_findings")]
    assert file.name == annotated
    if annotated.endswith("docx"):
        comments = [comment.text for comment in docx.Document(io.BytesIO(file.file)).comments]
        assert len(comments) == 2
    else:
        assert "13项" in file.file.decode()


async def test_long_text_comes_back_as_a_file(memory: MemoryStage) -> None:
    told, annotated = await memory.tell(REVIEWER, f"/check {DRAFT * 80}")
    assert annotated.name == "draft.checked.md"
    assert "13项❌" not in told.text


async def test_many_wrong_figures_are_shown_up_to_a_number(memory: MemoryStage) -> None:
    draft = "".join(f"临江市水务局修订制度{number}项。" for number in range(100, 120))
    told = await memory.tell(REVIEWER, f"/check {draft}")
    assert says("figures_more", count=5) in told[0].text
    assert says("check_wrong", count=20) in told[0].text


def test_draft_is_shown_with_its_figures_in_bold_and_marked(memory: MemoryStage) -> None:
    findings = check_against(IndexEvidence(memory.index), DRAFT)
    text = rich_draft(DRAFT, findings)
    assert [run.text for run in text.runs if Style.BOLD in run.styles] == ["13项", "3项"]
    assert text.plain == "临江市水务局修订制度13项❌，废止制度3项✅。"


@pytest.mark.parametrize(
    ("size", "limit", "taken"), [(0, 1, True), (2 * 1024**2, 1, False)], ids=["small", "said"]
)
async def test_file_over_the_limit_is_not_fetched(
    memory: MemoryStage, size: int, limit: int, taken: bool
) -> None:
    memory.desk.settings = memory.desk.settings.model_copy(update={"telegram_file_mb": limit})
    memory.platform.files = {"a": b"x", "big": b"x" * (1024**2 + 1)}
    ask = Ask(Request("memory:1", "memory:1", "memory:1"), Role.REVIEWER, memory.desk, memory.platform)
    assert (await fetch(ask, UploadedFile("a", "a.txt", size)) is not None) is taken
    assert await fetch(ask, UploadedFile("big", "big.txt")) is None
    with pytest.raises(UnreadableFile, match=r"gone\.txt"):
        await fetch(ask, UploadedFile("gone", "gone.txt"))
