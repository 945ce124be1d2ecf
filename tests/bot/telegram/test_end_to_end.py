"""The six ways through the bot, each from end to end in one test, in both languages."""

import io
from dataclasses import dataclass

import docx
import pytest

from bot.messages import say
from bot.telegram.ids import key_of
from corpus.reading.documents import read_bytes
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.people import Group, Someone
from tests.bot.telegram.test_commands import word
from tests.retrieval.fictional import GARDEN

pytestmark = [pytest.mark.server, pytest.mark.parametrize("language", ["zh", "en"])]

QUESTIONS = {
    "zh": ("临江市水务局修订了多少项制度？", "废止了多少项？"),
    "en": ("How many rules were revised?", "And how many rules were abolished?"),
}
DRAFT = "临江市水务局修订制度13项，废止制度3项，整改完成率81.67%。"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody of a language, who knows what the bot's sentences are in it."""

    bot: Office
    person: Someone
    language: str

    def says(self, key: str, **values: object) -> str:
        return say(f"telegram.{key}", self.language, **values)

    def last(self) -> str:
        return self.bot.api.of(self.person.id)[-1].text


def speaker(bot: Office, language: str, role: str = "reader", number: int = 7001) -> Speaker:
    if number != ADMIN:
        bot.desk.store.people.assign(key_of(number), role, by=key_of(ADMIN))
    return Speaker(
        bot, Someone(bot.api, number, "张三", {"zh": "zh-hans", "en": "en-GB"}[language]), language
    )


async def test_private_conversation(bot: Office, language: str) -> None:
    someone = speaker(bot, language)
    person, (question, follow_up) = someone.person, QUESTIONS[language]
    (greeting,) = await bot.tell(person, "/start")
    assert greeting.text == someone.says("start")
    (answer,) = await bot.tell(person, question)
    assert answer.covered("b") == ["12项"]
    assert list(answer.buttons())[:3] == ["📄 1", someone.says("button_check"), someone.says("button_more")]
    await person.presses(answer, "📄 1")
    await bot.quiet()
    assert "修订制度12项，废止制度3项" in someone.last()
    await person.presses(answer, someone.says("button_check"))
    await bot.quiet()
    assert {"zh": "一致", "en": "supported"}[language] in someone.last()
    (more,) = await bot.tell(person, follow_up)
    assert more.covered("b") == ["3项"]
    query = await person.presses(more, "👍")
    await bot.quiet()
    assert bot.api.callback_answers[query]["text"] == someone.says("thanks")
    (history,) = await bot.tell(person, "/history")
    assert question in history.text
    assert follow_up in history.text
    assert [refusal for _, refusal in bot.api.refusals] == []


async def test_group_mention(bot: Office, group: Group, admin: Someone, language: str) -> None:
    member = speaker(bot, language, number=7005)
    bot.desk.store.people.assign(key_of(7005), "", by=key_of(ADMIN))  # a member without a role of their own
    await admin.adds_bot(group)
    await bot.quiet()
    assert "本群已开放" in bot.api.of(group.id)[0].text
    topic = {"message_thread_id": 77, "is_topic_message": True}
    (answer,) = await bot.tell(
        member.person, f"@hedui_test_bot {QUESTIONS[language][0]}", group=group, **topic
    )
    assert answer.covered("b") == ["12项"]
    assert answer.thread == 77
    assert answer.reply_to
    (more,) = await bot.tell(
        member.person, QUESTIONS[language][1], group=group, **topic, **member.person.reply_to(answer)
    )
    assert more.covered("b") == ["3项"]
    assert await bot.tell(member.person, QUESTIONS[language][0], group=group, **topic) == []
    assert [refusal for _, refusal in bot.api.refusals] == []


async def test_inline_query(bot: Office, language: str) -> None:
    someone = speaker(bot, language)
    key = await someone.person.inquires(QUESTIONS[language][0])
    await bot.api.wait_for(lambda: key in bot.api.inline_answers)
    results = bot.api.inline_answers[key]
    assert 1 < len(results) <= 5
    assert results[0]["title"] == "12项"
    for result in results:
        assert {"zh": "一致", "en": "supported"}[language] in result["description"]
        assert "临江市水务局" in result["description"] or "云溪大学" in result["description"]
    stranger = Someone(bot.api, 8001, language=language)
    key = await stranger.inquires(QUESTIONS[language][0])
    await bot.api.wait_for(lambda: key in bot.api.inline_answers)
    (note,) = bot.api.inline_answers[key]
    assert note["input_message_content"]["message_text"] == someone.says("stranger", id=8001)


async def test_check_of_a_word_document_with_two_wrong_figures(bot: Office, language: str) -> None:
    someone = speaker(bot, language, "reviewer")
    await someone.person.sends("draft.docx", word(DRAFT))
    await bot.quiet()
    report, annotated = bot.api.of(someone.person.id)
    assert someone.says("check_wrong", count=2) in report.text
    assert {"13项", "81.67%"} <= set(report.covered("b"))
    assert "3项" not in report.covered("b")
    comments = [comment.text for comment in docx.Document(io.BytesIO(annotated.file)).comments]
    assert len(comments) == 3
    await someone.person.presses(report, someone.says("button_findings"))
    await bot.quiet()
    assert {"zh": "一致", "en": "supported"}[language] in someone.last()
    (exported,) = await bot.tell(someone.person, "/export")
    assert "13项" in read_bytes(exported.file, exported.name).text


async def test_ingest_with_confirmation(bot: Office, language: str) -> None:
    someone = speaker(bot, language, number=ADMIN)
    await someone.person.sends("garden.txt", GARDEN.encode(), "/ingest")
    await bot.quiet()
    (offer,) = bot.api.of(ADMIN)
    preview = someone.says(
        "ingest_preview",
        title="青禾县园林中心工作总结",
        date="—",
        passages=1,
        figures=2,
        known=someone.says("ingest_added_preview"),
    )
    assert offer.text == preview
    await someone.person.presses(offer, someone.says("button_ingest"))
    await bot.quiet()
    assert offer.text == someone.says("ingest_done", name="garden.txt", passages=1, figures=2)
    assert offer.buttons() == {}
    (answer,) = await bot.tell(someone.person, "青禾县园林中心新增绿地面积多少公顷？")
    assert answer.covered("b") == ["35公顷"]


async def test_summary(bot: Office, language: str) -> None:
    someone = speaker(bot, language)
    (sent,) = await bot.tell(someone.person, "/summary 临江市水务局")
    assert "修订制度12项" in sent.text
    assert someone.says("checked", counts="").strip().rstrip(":：") in sent.text
    await someone.person.presses(sent, "📄 1")
    await bot.quiet()
    assert "water.txt" in someone.last()
    longer = await bot.tell(someone.person, "/summary long 临江市水务局")
    assert "漏损率" in "".join(one.text for one in longer)
    (missing,) = await bot.tell(someone.person, "/summary 月球基地")
    assert say("error.no_subject", language, name="月球基地", examples="").split("；")[0].split(";")[0][
        :8
    ] in (missing.text)
    assert [refusal for _, refusal in bot.api.refusals] == []
