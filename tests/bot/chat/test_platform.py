"""A platform is one place: a small adapter that this file alone knows works with the core as it is."""

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path

import pytest

from bot.chat.command_table import COMMANDS, read_command
from bot.chat.desk import Desk
from bot.chat.platform import (
    ChatMoved,
    ChatShut,
    Listed,
    NotFetched,
    PressedButton,
    Undelivered,
    UploadedFile,
)
from bot.chat.reply import Destination, Reply, notice, split_reply
from bot.chat.request import Ask, Command, Request, listed, menu_of
from bot.chat.rich_text import Style, cut
from bot.chat.roles import Role
from bot.chat.service import Service
from bot.library.opening import catalog_place
from bot.settings import Settings
from retrieval.catalog.catalog import Catalog
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.index import Index
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, ListStore, report

QUESTION = "临江市水务局修订了多少项制度？"


class Pager:
    """An office's pager: 70 characters a page, stars for what is bold, no files, no editing."""

    name = "pager"

    def __init__(self) -> None:
        self.pages: list[tuple[str, str]] = []
        self.fails: list[Exception] = []

    def split(self, reply: Reply) -> list[Reply]:
        return split_reply(reply, cut(reply.text, 70))

    async def send(self, to: Destination, reply: Reply) -> int:
        if self.fails:
            raise self.fails.pop(0)
        text = "".join(f"*{run.text}*" if Style.BOLD in run.styles else run.text for run in reply.text.runs)
        self.pages.append((to.chat, text))
        return len(self.pages)

    async def edit(self, to: Destination, reply: Reply, message: int) -> int:
        return await self.send(to, reply)

    def typing(self, to: Destination) -> AbstractAsyncContextManager[None]:
        return nullcontext()

    def needs_message(self, to: Destination) -> bool:
        return False

    def stream(self, to: Destination, message: int) -> "Pager":
        return self

    def tell(self, part: str) -> None:
        """A pager shows nothing that grows."""

    async def end(self) -> None:
        """Nothing was begun."""

    async def answer_press(self, press: PressedButton, text: str) -> None:
        """A pager has no buttons."""

    async def fetch(self, file: UploadedFile, limit: int) -> bytes | None:
        raise NotFetched(file.key)

    async def publish_commands(self, person: str, commands: Sequence[Listed]) -> None:
        self.pages.append((person, " ".join(command.name for command in commands)))

    def invitation(self, code: str) -> str:
        return code

    def find_person(self, word: str) -> str:
        return f"pager:{word}"

    def find_group(self, word: str) -> str:
        return ""


class Office:
    """A service for a pager, over fictional reports."""

    def __init__(self, home: Path, commands: tuple[Command, ...] = COMMANDS) -> None:
        settings = Settings(home=home)
        self.index = Index(Catalog.open(home / "catalog.db"), LetterEmbedder, lambda _: ListStore({}))
        self.index.add_all([report(WATER, "water"), report(SCHOOL, "school")])
        self.desk = Desk(settings, self.index, ChatCatalog.open(catalog_place(settings)))
        self.desk.store.people.assign("pager:zhang", "reader", by="")
        self.pager = Pager()
        self.service = Service(self.desk, self.pager, commands)
        self._numbers = itertools.count(1)

    async def hears(self, text: str, **more: object) -> list[str]:
        """Let 张 say something; return the pages that came."""
        update = f"pager:{next(self._numbers)}"
        await self.desk.record(self.desk.store.inbox.receive, update, text)
        before = len(self.pager.pages)
        request = Request(update, "pager:zhang", "pager:zhang", text=text, **more)  # type: ignore[arg-type]
        await self.service.hear(request)
        return [page for _, page in self.pager.pages[before:]]

    def close(self) -> None:
        self.desk.close()
        self.desk.store.close()
        self.index.close()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    made = Office(tmp_path)
    yield made
    made.close()


async def test_question_is_answered_on_a_new_platform_in_its_own_form(office: Office) -> None:
    pages = await office.hears(QUESTION)
    told = "".join(pages)
    assert "*12项*" in told
    assert all(len(page.replace("*", "")) <= 70 for page in pages)
    assert "临江市水务局关于巡察整改进展情况的通报" in told.replace("\n", "")


async def test_commands_serve_a_new_platform(office: Office) -> None:
    assert "*12项*" in "".join(await office.hears("/figures 修订制度"))
    assert "/summary" in "".join(await office.hears("/help"))
    assert "没有这个命令" in "".join(await office.hears("/dance"))


async def test_file_that_is_not_handed_over_gets_its_sentence(office: Office) -> None:
    office.desk.store.people.assign("pager:zhang", "reviewer", by="")
    (page,) = await office.hears("", file=UploadedFile("key", "稿.docx"))
    assert page.startswith("稿.docx：没有")


async def test_chat_that_moved_is_followed(office: Office) -> None:
    office.desk.store.people.open_room("pager:zhang", "组", by="")
    office.pager.fails = [ChatMoved("pager:new")]
    await office.hears("/help")
    assert {chat for chat, _ in office.pager.pages} == {"pager:new"}
    assert office.desk.store.people.rooms() == [("pager:new", "组")]


async def test_chat_that_is_shut_holds_nothing_up(office: Office) -> None:
    office.pager.fails = [ChatShut("x"), ChatShut("x")]
    await office.hears("/privacy")
    assert "*12项*" in "".join(await office.hears(QUESTION))


async def test_what_could_not_be_delivered_is_left_for_the_next_start(office: Office) -> None:
    office.pager.fails = [Undelivered("network")]
    assert await office.hears(QUESTION) == []
    assert office.desk.unfinished == {"pager:1"}
    (waiting,) = office.desk.store.inbox.pending()
    assert waiting.replies is not None


async def salute(ask: Ask) -> list[Reply]:
    """Say whose command it is."""
    return notice(f"salute {ask.text}")


SALUTE = Command("salute", Role.READER, "telegram.thanks", salute)
TABLE = (*COMMANDS, SALUTE)


async def test_command_is_one_row(tmp_path: Path) -> None:
    office = Office(tmp_path, TABLE)
    try:
        assert await office.hears("/salute you") == ["salute you"]
        assert "/salute 谢谢，已记下。" in "".join(await office.hears("/help"))
        office.desk.store.people.assign("pager:zhang", "reviewer", by="")
        await office.hears("/start")
        assert any("salute" in page for chat, page in office.pager.pages if chat == "pager:zhang")
    finally:
        office.close()
    assert Listed("salute", "telegram.thanks") in listed(menu_of(TABLE, Role.READER))
    assert Listed("salute", "telegram.thanks") not in listed(menu_of(TABLE, Role.STRANGER))
    assert read_command("/salute  a b", TABLE) == (SALUTE, "a b")
