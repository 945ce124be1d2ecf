"""Every command, refusal and button speaks the language of whoever uses it."""

import re

import pytest

from bot.chat.command_table import COMMANDS
from bot.chat.roles import Role
from bot.messages import catalogue, say
from bot.telegram.ids import key_of
from corpus.reading.formats import listed_suffixes
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.fake_api import Sent
from tests.bot.telegram.people import Group, Someone
from tests.retrieval.fictional import GARDEN

pytestmark = [pytest.mark.server, pytest.mark.parametrize("language", ["zh", "en"])]

QUESTION = "临江市水务局修订了多少项制度？"

Rows = list[tuple[str, str, dict[str, object] | None]]
"""What somebody writes, the sentence that has to be in the reply, and its values; None for a button's label."""

READERS: Rows = [
    ("/start", "start", {}),
    ("/help", "help", {}),
    ("/ask", "ask_what", {}),
    ("/sources", "no_sources", {}),
    ("/export", "export_none", {}),
    ("/history", "no_history", {}),
    ("/figures", "figures_what", {}),
    ("/figures 月球基地", "figures_none", {"words": "月球基地"}),
    ("/compare", "compare_what", {}),
    ("/compare 月球基地", "compare_none", {"words": "月球基地"}),
    ("/compare 整改问题", "compare_two", {"apart": "7", "unit": "个", "ratio": "1.21"}),
    ("/chart", "chart_what", {}),
    ("/chart 月球基地", "compare_none", {"words": "月球基地"}),
    ("/chart 整改问题", "chart_source", {"titles": ""}),
    ("/reports", "reports", {"count": 2, "page": 1, "pages": 1}),
    ("/reports 月球", "no_reports", {}),
    (QUESTION, "button_more", None),
    ("/sources", "sources", {}),
    ("/export", "exported", {"name": QUESTION}),
    ("/export md", "exported", {"name": QUESTION}),
    ("/history", "history", {}),
    ("/feedback", "feedback_what", {}),
    ("/feedback 很好", "thanks", {}),
    ("/privacy", "privacy", {}),
    ("/privacy", "privacy_no_text", {}),
    ("/summary 临江市水务局", "button_check", None),
    ("/language", "language_what", {}),
    ("/dance", "unknown_command", {}),
    ("/check 13项", "not_allowed", {}),
    ("/remove water", "not_allowed", {}),
]

REVIEWERS: Rows = [
    ("/check", "check_what", {"suffixes": listed_suffixes()}),
    ("/check 没有数的话", "check_none", {}),
    ("/check 临江市水务局修订制度13项。", "check_wrong", {"count": 1}),
    ("/check 临江市水务局修订制度12项。", "check_right", {}),
    ("/check 临江市水务局修订制度12项。", "check_done", {"total": 1}),
    ("/check 临江市水务局修订制度12项。", "button_findings", None),
]

ADMINISTRATORS: Rows = [
    ("/ingest", "ingest_what", {}),
    ("/remove", "remove_what", {}),
    ("/users", "users_what", {}),
    ("/users", "users", {"count": 2}),
    ("/users invite reader 5", "invited", {"role": "role_reader", "hours": "5", "link": ""}),
    ("/users role 7002 reviewer", "users_set", {"id": "7002", "role": "role_reviewer"}),
    (f"/users block {ADMIN}", "users_first", {}),
    ("/users allow", "users_group", {}),
    ("/stats", "stats", None),
    ("/audit", "audit", {}),
    ("/broadcast", "broadcast_what", {}),
]


def somebody(bot: Office, number: int, language: str, role: str = "") -> Someone:
    if role and number != ADMIN:
        bot.desk.store.people.assign(key_of(number), role, by=key_of(ADMIN))
    return Someone(bot.api, number, language={"zh": "zh-hans", "en": "en"}[language])


def sentence(key: str, language: str, values: dict[str, object]) -> str:
    """A sentence of the catalogue; a role among its values is named in the language."""
    named = {
        name: say(f"telegram.{value}", language) if str(value).startswith("role_") else value
        for name, value in values.items()
    }
    return say(f"telegram.{key}", language, **named).strip()


def shown(sent: list[Sent]) -> str:
    return "\n".join([one.text for one in sent] + [label for one in sent for label in one.buttons()])


async def check_rows(bot: Office, person: Someone, language: str, rows: Rows) -> None:
    for text, key, values in rows:
        told = shown(await bot.tell(person, text))
        if values is None:
            wanted = re.split(r"\{\w+\}", catalogue(language)[f"telegram.{key}"])
            assert all(part.strip() in told for part in wanted), (text, told)
        else:
            assert sentence(key, language, values) in told, (text, told)


async def test_commands_of_a_reader(bot: Office, language: str) -> None:
    await check_rows(bot, somebody(bot, 7001, language, "reader"), language, READERS)
    assert bot.api.refusals == []


async def test_commands_of_a_reviewer(bot: Office, language: str) -> None:
    await check_rows(bot, somebody(bot, 7002, language, "reviewer"), language, REVIEWERS)
    assert bot.api.refusals == []


async def test_commands_of_an_administrator(bot: Office, language: str) -> None:
    for number, role in ((7001, "reader"), (7002, "reviewer")):
        somebody(bot, number, language, role)
    await check_rows(bot, somebody(bot, ADMIN, language), language, ADMINISTRATORS)
    assert bot.api.refusals == []


async def test_deeds_of_an_administrator(bot: Office, language: str) -> None:
    admin, reader = somebody(bot, ADMIN, language), somebody(bot, 7001, language, "reader")

    def says(key: str, **values: object) -> str:
        return say(f"telegram.{key}", language, **values)

    await admin.sends("garden.txt", GARDEN.encode())
    await bot.quiet()
    offer = bot.api.of(ADMIN)[-1]
    assert set(offer.buttons()) == {
        says("button_ingest"),
        says("button_check").split()[0] + " " + says("button_check").split()[1],
        says("button_cancel"),
    }
    await admin.presses(offer, says("button_ingest"))
    await bot.quiet()
    assert offer.text == says("ingest_done", name="garden.txt", passages=1, figures=2)
    await admin.sends("garden.txt", GARDEN.encode())
    await bot.quiet()
    again = bot.api.of(ADMIN)[-1]
    assert says("ingest_unchanged_preview", name="garden").strip() in again.text
    await admin.presses(again, says("button_ingest"))
    await bot.quiet()
    assert again.text == says("ingest_unchanged", name="garden.txt")
    (removal,) = await bot.tell(admin, "/remove garden")
    assert removal.text == says("remove_sure", title="青禾县园林中心工作总结", name="garden")
    await admin.presses(removal, says("button_cancel"))
    await bot.quiet()
    assert removal.text == says("cancelled")
    (removal,) = await bot.tell(admin, "/remove garden")
    await admin.presses(removal, says("button_remove"))
    await bot.quiet()
    assert removal.text == says("removed", name="garden")
    (draft,) = await bot.tell(admin, "/broadcast 今晚 <b>维护</b>")
    assert says("broadcast_sure", count=1) in draft.text
    await admin.presses(draft, says("button_send"))
    await bot.quiet()
    assert draft.text == says("broadcast_done", count=1)
    assert [one.text for one in bot.api.of(reader.id)] == ["今晚 <b>维护</b>"]
    assert bot.api.refusals == []


async def test_groups(bot: Office, group: Group, language: str) -> None:
    admin, member = somebody(bot, ADMIN, language), somebody(bot, 7005, language)

    def says(key: str, **values: object) -> str:
        return say(f"telegram.{key}", language, **values)

    await member.adds_bot(group)
    await bot.quiet()
    assert bot.api.of(group.id)[-1].text == says("group_stranger")
    (sent,) = await bot.tell(admin, "/users allow", group=group)
    assert sent.text == says("group_in", name="\u2060hedui_test_bot")  # told, and nobody is called by it
    (sent,) = await bot.tell(member, "/check 13项", group=group)
    assert sent.text == says("not_allowed")
    (sent,) = await bot.tell(admin, "/users close", group=group)
    assert sent.text == says("group_out")
    (sent,) = await bot.tell(member, f"/ask {QUESTION}", group=group)
    assert sent.text == says("stranger", id=7005)
    speaks = {"from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}, "sender_chat": group.shape()}
    (sent,) = await bot.tell(member, f"/ask {QUESTION}", group=group, **speaks)
    assert sent.text == say("telegram.anonymous", "zh")  # nobody's language is known


async def test_strangers_and_blocked_people_get_one_sentence_each(bot: Office, language: str) -> None:
    stranger, blocked = somebody(bot, 8001, language), somebody(bot, 8002, language, Role.BLOCKED)
    for command in COMMANDS:
        (sent,) = await bot.tell(stranger, f"/{command.name}")
        assert sent.text == say("telegram.stranger", language, id=8001)
        (sent,) = await bot.tell(blocked, f"/{command.name}")
        assert sent.text == say("telegram.blocked", language)
    (sent,) = await bot.tell(stranger, "/start forged")
    assert sent.text == say("telegram.bad_invite", language, id=8001)
    for person, key in ((stranger, "stranger"), (blocked, "blocked")):
        query = await person.inquires(QUESTION)
        await bot.api.wait_for(lambda query=query: query in bot.api.inline_answers)
        (note,) = bot.api.inline_answers[query]
        assert note["input_message_content"]["message_text"] == say(f"telegram.{key}", language, id=person.id)


async def test_errors_say_what_would_do(office: Office, language: str) -> None:
    office.change(telegram_rate=5)
    await office.start()
    reviewer = somebody(office, 7002, language, "reviewer")
    limit = say("telegram.too_large", language, name="big.docx", limit=20)
    await reviewer.sends("big.docx", b"x", size=21 * 1024 * 1024)
    await office.quiet()
    assert office.api.of(7002)[-1].text == limit
    await reviewer.sends("picture.docx", b"PK\x03\x04")
    await office.quiet()
    told = office.api.of(7002)[-1].text
    assert "picture.docx" in told
    assert bool(re.search("[\u4e00-\u9fff]", told)) is (language == "zh")
    document = {"file_id": "gone", "file_unique_id": "g", "file_name": "gone.docx"}
    await office.api.push(message=reviewer.message(document=document))
    await office.quiet()
    assert office.api.of(7002)[-1].text == say("telegram.not_fetched", language, name="gone.docx")
    long = "长" * 500_001
    await reviewer.sends("long.txt", long.encode())
    await office.quiet()
    assert office.api.of(7002)[-1].text == say("telegram.draft_too_long", language, limit=500_000)
    await office.tell(reviewer, "/help")
    (sent,) = await office.tell(reviewer, "/help")
    assert re.fullmatch(
        re.escape(say("telegram.too_many", language, seconds="N")).replace("N", r"\d+"), sent.text
    )


async def test_language_that_is_chosen_stays(bot: Office, language: str) -> None:
    other = {"zh": "en", "en": "zh"}[language]
    person = somebody(bot, 7001, language, "reader")
    (sent,) = await bot.tell(person, f"/language {other}")
    assert sent.text == say("telegram.language_set", other)
    (sent,) = await bot.tell(person, "/ask")
    assert sent.text == say("telegram.ask_what", other)
