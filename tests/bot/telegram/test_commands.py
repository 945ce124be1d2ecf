import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from bot.telegram.ids import key_of
from corpus.reading.documents import read_bytes
from corpus.report import Report
from corpus.room.aided_reading import can_recognise
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.people import Someone
from tests.retrieval.fictional import GARDEN, WATER, report

pytestmark = pytest.mark.server

QUESTION = "临江市水务局修订了多少项制度？"
DRAFT = "临江市水务局修订制度13项，废止制度3项，整改完成率81.67%。"


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "0" * 50_000_000)
    return buffer.getvalue()


SENTENCES = [
    ("/start", "您好，我根据"),
    ("/help", "/summary 报告、单位或一轮巡视的摘要"),
    ("/ask", "请在命令后面写上问题"),
    ("/figures", "请写明指标或单位"),
    ("/figures 修订制度", "12项 临江市水务局"),
    ("/figures 临江市水务局 修订制度", "12项"),
    ("/figures 月球基地", "没有“月球基地”的数字"),
    ("/compare", "请写明指标"),
    ("/compare 月球基地", "没有可以并列比较"),
    ("/reports", "共 2 份报告（第 1/1 页）"),
    ("/reports 云溪", "共 1 份报告"),
    ("/reports 月球", "没有符合条件的报告"),
    ("/sources", "还没有可以列出处的答案"),
    ("/export", "还没有可以导出的"),
    ("/history", "还没有记录"),
    ("/forget", "已删除您的 0 条记录"),
    ("/language", "请写明语言"),
    ("/language en", "English from now on."),
    ("/feedback", "请在命令后面写上意见"),
    ("/feedback 很好用 <b>*_`", "谢谢，已记下"),
    ("/privacy", "不含提问原文"),
    ("/summary water", "修订制度12项"),
    ("/summary 月球基地", "月球基地"),
    ("/dance", "没有这个命令"),
]


@pytest.mark.parametrize(("text", "reply"), SENTENCES, ids=[text for text, _ in SENTENCES])
async def test_reader_command(bot: Office, reader: Someone, text: str, reply: str) -> None:
    sent = await bot.tell(reader, text)
    assert reply in "\n".join(one.text for one in sent)
    assert bot.api.refusals == []


ENGLISH = [
    ("/start", "Hello. I answer"),
    ("/help", "/summary sum up a report"),
    ("/reports", "2 reports (page 1 of 1)"),
    ("/history", "There is nothing yet."),
    ("/privacy", "What is kept"),
    ("/feedback", "Please write what you think"),
    ("/language", "Please name a language"),
]


@pytest.mark.parametrize(("text", "reply"), ENGLISH, ids=[text for text, _ in ENGLISH])
async def test_reader_command_in_english(bot: Office, text: str, reply: str) -> None:
    bot.desk.store.people.assign(key_of(7003), "reader", by=key_of(ADMIN))
    sent = await bot.tell(Someone(bot.api, 7003, "Ann", "en-GB"), text)
    assert reply in sent[0].text


async def test_menus_are_published_in_both_languages(bot: Office) -> None:
    assert set(bot.api.commands["default", "zh"]) == set(bot.api.commands["default", "en"])
    assert bot.api.commands["default", ""][:3] == ["start", "help", "ask"]
    assert "audit" not in bot.api.commands["default", ""]


async def test_chosen_language_outlives_a_restart(bot: Office, reader: Someone) -> None:
    await bot.tell(reader, "/language english")
    await bot.stop()
    await bot.start()
    assert "Hello." in (await bot.tell(reader, "/start"))[0].text


async def test_sources_lists_and_opens_those_of_the_last_answer(bot: Office, reader: Someone) -> None:
    await bot.tell(reader, QUESTION)
    (sent,) = await bot.tell(reader, "/sources")
    assert "临江市水务局关于巡察整改进展情况的通报" in sent.text
    await reader.presses(sent, "📄 1")
    await bot.quiet()
    assert "修订制度12项" in bot.api.of(reader.id)[-1].text


async def test_compare_puts_figures_side_by_side(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, "/compare 整改问题")
    assert "33个" in sent.text
    assert "40个" in sent.text
    assert "相差 7个" in sent.text


@pytest.mark.parametrize("form", ["", "md"])
async def test_export_sends_the_last_answer_as_a_document(bot: Office, reader: Someone, form: str) -> None:
    await bot.tell(reader, QUESTION)
    (sent,) = await bot.tell(reader, f"/export {form}")
    text = read_bytes(sent.file, sent.name).text
    assert "12项" in text
    assert "临江市水务局关于巡察整改进展情况的通报" in text
    assert sent.name.endswith(".md" if form else ".docx")


@pytest.mark.parametrize("form", ["", "md"])
async def test_export_sends_the_last_check_as_a_document(bot: Office, reviewer: Someone, form: str) -> None:
    await bot.tell(reviewer, f"/check {DRAFT}")
    (sent,) = await bot.tell(reviewer, f"/export {form}")
    assert "13项" in read_bytes(sent.file, sent.name).text


async def test_history_lists_and_asks_again_and_forget_empties_it(bot: Office, reader: Someone) -> None:
    await bot.tell(reader, QUESTION)
    (sent,) = await bot.tell(reader, "/history")
    assert QUESTION in sent.text
    await reader.presses(sent, "↻")
    await bot.quiet()
    assert "12项" in bot.api.of(reader.id)[-1].text
    (gone,) = await bot.tell(reader, "/forget")
    assert "2 条" in gone.text
    query = await reader.presses(sent, "↻")
    await bot.quiet()
    assert "已经失效" in bot.api.callback_answers[query]["text"]
    assert "还没有记录" in (await bot.tell(reader, "/history"))[0].text


async def test_reports_are_turned_page_by_page(bot: Office, reader: Someone) -> None:
    assert bot.running
    for number in range(9):
        bot.running.index.add(report(f"{GARDEN}第{number}所园林站另有结余。\n", f"garden{number}"))
    (sent,) = await bot.tell(reader, "/reports")
    assert "第 1/2 页" in sent.text
    await reader.presses(sent, "▶")
    await bot.quiet()
    assert "第 2/2 页" in sent.text
    assert list(sent.buttons()) == ["◀"]


def read(name: str) -> Report:
    return report(GARDEN, name)


async def test_check_of_a_text_marks_what_is_wrong(bot: Office, reviewer: Someone) -> None:
    (sent,) = await bot.tell(reviewer, f"/check {DRAFT}")
    assert "有 2 个数字需要人看" in sent.text
    assert "13项❌" in sent.text
    assert "3项✅" in sent.text
    await reviewer.presses(sent, "🔎")
    await bot.quiet()
    assert "81.67%" in bot.api.of(reviewer.id)[-1].text


async def test_check_of_the_message_that_is_replied_to(bot: Office, reviewer: Someone) -> None:
    quoted = reviewer.message(DRAFT)
    (sent,) = await bot.tell(reviewer, "/check", reply_to_message=quoted)
    assert "有 2 个数字需要人看" in sent.text


async def test_check_without_anything_says_how(bot: Office, reviewer: Someone) -> None:
    assert "请在命令后面写上" in (await bot.tell(reviewer, "/check"))[0].text
    assert "文中没有数字" in (await bot.tell(reviewer, "/check 没有数的话"))[0].text


FILES: list[tuple[str, Callable[[str], bytes]]] = [
    ("draft.docx", word),
    ("draft.txt", str.encode),
    ("draft.md", str.encode),
    ("draft.html", lambda text: f"<html><body><p>{text}</p></body></html>".encode()),
]


@pytest.mark.parametrize(("name", "made"), FILES, ids=[name for name, _ in FILES])
async def test_check_of_a_file_with_two_wrong_figures(
    bot: Office, reviewer: Someone, name: str, made: Callable[[str], bytes]
) -> None:
    await reviewer.sends(name, made(DRAFT))
    await bot.quiet()
    report, annotated = bot.api.of(reviewer.id)
    assert "有 2 个数字需要人看" in report.text
    assert {"13项", "81.67%"} <= set(report.covered("b"))
    assert annotated.name == ("draft.checked.docx" if name.endswith("docx") else "draft.checked.md")
    assert "13项" in read_bytes(annotated.file, annotated.name).text


async def test_annotated_word_document_says_why_in_comments(bot: Office, reviewer: Someone) -> None:
    await reviewer.sends("draft.docx", word(DRAFT))
    await bot.quiet()
    document = docx.Document(io.BytesIO(bot.api.of(reviewer.id)[-1].file))
    comments = [comment.text for comment in document.comments]
    assert len(comments) == 3
    assert any("12项" in text for text in comments)


BAD_FILES = [
    ("big.docx", b"x", 21 * 1024 * 1024, "超过 20 MB"),
    ("bomb.docx", bomb(), None, "压缩炸弹"),
    ("empty.txt", b" ", None, "空文件"),
    ("picture.png", b"\x89PNG\0\0", None, "文件已损坏" if can_recognise() else "图片"),
    ("<b>&_*.docx", b"PK\x03\x04", None, "<b>&_*.docx：文件已损坏"),
    ("../../etc/passwd", b"", None, "空文件"),
]


@pytest.mark.parametrize(("name", "data", "size", "reply"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
async def test_bad_file_gets_its_sentence(
    bot: Office, reviewer: Someone, admin: Someone, name: str, data: bytes, size: int | None, reply: str
) -> None:
    for person in (reviewer, admin):
        await person.sends(name, data, size=size)
        await bot.quiet()
        (sent,) = bot.api.of(person.id)
        assert reply in sent.text
    assert bot.api.refusals == []


async def test_file_that_telegram_will_not_give_gets_its_sentence(bot: Office, reviewer: Someone) -> None:
    await reviewer.sends("big.txt", b"x" * (21 * 1024 * 1024), size=5)
    await bot.quiet()
    assert "超过 20 MB" in bot.api.of(reviewer.id)[0].text


async def test_ingest_puts_a_file_in_after_it_was_confirmed(
    bot: Office, admin: Someone, reader: Someone
) -> None:
    await admin.sends("garden.txt", GARDEN.encode())
    await bot.quiet()
    (sent,) = bot.api.of(admin.id)
    assert "青禾县园林中心工作总结" in sent.text
    assert "段落：1" in sent.text
    assert bot.running
    assert len(bot.running.index.reports()) == 2
    await admin.presses(sent, "📥")
    await bot.quiet()
    assert "已收进 garden.txt" in sent.text
    assert {report.id for report in bot.running.index.reports()} == {"garden", "school", "water"}
    (answer,) = await bot.tell(reader, "青禾县园林中心新增绿地面积多少公顷？")
    assert "35公顷" in answer.covered("b")


async def test_ingest_by_caption_tells_a_report_that_is_replaced(bot: Office, admin: Someone) -> None:
    await admin.sends("water.txt", WATER.replace("修订制度12项", "修订制度14项").encode(), "/ingest")
    await bot.quiet()
    assert "将取代它" in bot.api.of(admin.id)[0].text


async def test_ingest_that_is_cancelled_puts_nothing_in(bot: Office, admin: Someone) -> None:
    await admin.sends("garden.txt", GARDEN.encode())
    await bot.quiet()
    (sent,) = bot.api.of(admin.id)
    await admin.presses(sent, "取消")
    await bot.quiet()
    assert sent.text == "已取消。"
    assert not list((bot.home / "uploads").rglob("garden.txt"))
    assert bot.running
    assert len(bot.running.index.reports()) == 2


async def test_administrators_file_may_be_checked_instead(bot: Office, admin: Someone) -> None:
    await admin.sends("draft.txt", DRAFT.encode())
    await bot.quiet()
    await admin.presses(bot.api.of(admin.id)[0], "🔎")
    await bot.quiet()
    assert "有 2 个数字需要人看" in bot.api.of(admin.id)[1].text


async def test_empty_index_is_said_to_be_empty(bot: Office, admin: Someone) -> None:
    assert bot.running
    for name in ("water", "school"):
        bot.running.index.remove(name)
    (sent,) = await bot.tell(admin, QUESTION)
    assert "还没有收进任何报告" in sent.text


async def test_remove_takes_a_report_out_after_it_was_confirmed(bot: Office, admin: Someone) -> None:
    (sent,) = await bot.tell(admin, "/remove water")
    assert bot.running
    assert len(bot.running.index.reports()) == 2
    await admin.presses(sent, "🗑")
    await bot.quiet()
    assert sent.text == "已删除 water。"
    assert [report.id for report in bot.running.index.reports()] == ["school"]
    assert "没有写明" in (await bot.tell(admin, QUESTION))[0].text


ADMINISTRATION = [
    ("/remove", "请写明报告编号"),
    ("/remove moon", "没有编号为 'moon' 的报告"),
    ("/ingest", "请发送报告文件"),
    ("/stats", "报告 2 份"),
    ("/audit", "审计记录"),
    ("/audit 5", "审计记录"),
    ("/broadcast", "请在命令后面写上"),
    ("/users", "登记的人和群"),
]


@pytest.mark.parametrize(("text", "reply"), ADMINISTRATION, ids=[text for text, _ in ADMINISTRATION])
async def test_administrators_command(bot: Office, admin: Someone, text: str, reply: str) -> None:
    assert reply in (await bot.tell(admin, text))[0].text
    assert bot.api.refusals == []


async def test_broadcast_reaches_everybody_after_it_was_confirmed(
    bot: Office, admin: Someone, reader: Someone, reviewer: Someone
) -> None:
    bot.desk.store.people.assign(key_of(404), "reader", by=key_of(ADMIN))  # never wrote to the bot
    bot.api.blocked_by.add(reviewer.id)
    (sent,) = await bot.tell(admin, "/broadcast 今晚 <b>维护</b> & 升级")
    assert bot.api.of(reader.id) == []
    await admin.presses(sent, "📣")
    await bot.quiet()
    assert [one.text for one in bot.api.of(reader.id)] == ["今晚 <b>维护</b> & 升级"]
    assert "已发给 3 个聊天" in sent.text


async def test_titles_of_reports_may_hold_mark_up(bot: Office, admin: Someone, reader: Someone) -> None:
    text = "临江市<b>水务</b>局&*_[`通报\n一、情况\n临江市水务局新建泵站17座。\n"
    await admin.sends("<i>x</i>&.txt", text.encode())
    await bot.quiet()
    await admin.presses(bot.api.of(admin.id)[0], "📥")
    await bot.quiet()
    (sent,) = await bot.tell(reader, "临江市水务局新建泵站多少座？")
    assert "17座" in sent.covered("b")
    for label in list(sent.buttons())[:3]:
        await reader.presses(sent, label)
    await bot.tell(reader, "/reports")
    await bot.quiet()
    assert bot.api.refusals == []


async def test_failure_is_told_by_an_id_alone(
    bot: Office, reader: Someone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "".join(["秘密", "问题"])

    def fail(*_: object) -> None:
        raise RuntimeError(secret)

    monkeypatch.setattr(bot.desk, "answerer", fail)
    (sent,) = await bot.tell(reader, QUESTION)
    assert "这次没有处理成功" in sent.text
    incident = sent.text.partition("编号 ")[2][:8]
    assert incident in caplog.text
    assert secret not in caplog.text + sent.text
    assert QUESTION not in caplog.text
