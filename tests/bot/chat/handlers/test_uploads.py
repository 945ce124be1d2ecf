import pytest

from bot.chat.handlers.uploads import safe_name
from bot.chat.platform import UploadedFile
from bot.chat.request import Request
from bot.messages import say
from tests.bot.chat.stages import MemoryStage
from tests.bot.telegram.conftest import ADMIN
from tests.retrieval.fictional import GARDEN


def says(key: str, **values: object) -> str:
    return say(f"telegram.{key}", "zh", **values)


PARK = """青禾县园林局关于巡察整改情况的通报
（2023年6月12日）
今年新增绿地面积35公顷，完成整改12项。
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("通报.docx", "通报.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\dir\\通报.txt", "通报.txt"),
        (".hidden", "hidden"),
        ("a\n\0b.txt", "a b.txt"),
        ("长" * 200 + ".docx", "长" * 80 + ".docx"),
        ("", "report.txt"),
        ("...", "report.txt"),
    ],
    ids=["plain", "folders", "backslashes", "hidden", "control", "long", "none", "dots"],
)
def test_name_of_a_file_is_made_safe(name: str, expected: str) -> None:
    assert safe_name(name) == expected


async def test_file_of_an_administrator_is_offered_and_put_in(memory: MemoryStage) -> None:
    (offer,) = await memory.send(ADMIN, "garden.txt", GARDEN.encode())
    assert offer.buttons == [says("button_ingest"), says("button_check"), says("button_cancel")]
    assert await memory.press(ADMIN, offer, says("button_ingest")) == ([], "")
    assert (await memory.again(ADMIN))[0].text == says(
        "ingest_done", name="garden.txt", passages=1, figures=2
    )
    (again,) = await memory.send(ADMIN, "garden.txt", GARDEN.encode())
    assert says("ingest_unchanged_preview", name="garden").strip() in again.text
    await memory.press(ADMIN, again, says("button_ingest"))
    assert (await memory.again(ADMIN))[1].text == says("ingest_unchanged", name="garden.txt")


async def test_offer_says_what_will_become_of_the_index(memory: MemoryStage) -> None:
    (new,) = await memory.send(ADMIN, "通报.txt", PARK.encode())
    assert says("ingest_added_preview").strip() in new.text
    await memory.press(ADMIN, new, says("button_ingest"))
    (corrected,) = await memory.send(ADMIN, "更正.txt", PARK.replace("35", "36").encode())
    assert says("ingest_updated_preview", name="通报").strip() in corrected.text
    (other,) = await memory.send(ADMIN, "通报.txt", PARK.replace("青禾", "白河").encode())
    assert says("ingest_added_preview").strip() in other.text
    await memory.press(ADMIN, other, says("button_ingest"))
    assert {one.id: one.text for one in memory.index.reports()}.items() >= {
        "通报": PARK,
        "通报-2": PARK.replace("青禾", "白河"),
    }.items()


async def test_file_that_is_cancelled_is_dropped(memory: MemoryStage) -> None:
    (offer,) = await memory.send(ADMIN, "garden.txt", GARDEN.encode())
    assert list((memory.home / "uploads").rglob("garden.txt"))
    await memory.press(ADMIN, offer, says("button_cancel"))
    assert not list((memory.home / "uploads").rglob("garden.txt"))
    handled = (await memory.again(ADMIN))[0]
    assert (handled.text, handled.buttons) == (says("cancelled"), [])


async def test_file_that_has_gone_meanwhile_is_said_to_be_gone(memory: MemoryStage) -> None:
    (offer,) = await memory.send(ADMIN, "garden.txt", GARDEN.encode())
    next((memory.home / "uploads").rglob("garden.txt")).unlink()
    await memory.press(ADMIN, offer, says("button_ingest"))
    assert (await memory.again(ADMIN))[0].text == says("gone")


async def test_file_may_be_checked_instead(memory: MemoryStage) -> None:
    (offer,) = await memory.send(ADMIN, "draft.txt", "临江市水务局修订制度13项。".encode())
    told, _ = await memory.press(ADMIN, offer, says("button_check"))
    assert says("check_wrong", count=1) in told[0].text


async def test_buttons_of_an_offer_are_for_whoever_made_it(memory: MemoryStage) -> None:
    memory.desk.store.people.assign("memory:9", "administrator", by="")
    (offer,) = await memory.send(ADMIN, "garden.txt", GARDEN.encode())
    assert await memory.press(9, offer, says("button_ingest")) == ([], says("not_allowed"))
    assert await memory.press(7001, offer, says("button_ingest")) == ([], says("not_allowed"))
    assert len(memory.index.reports()) == 2


async def test_ingest_takes_the_file_that_is_replied_to(memory: MemoryStage) -> None:
    assert memory.chat
    memory.platform.files["f"] = GARDEN.encode()
    key = memory.key(ADMIN)
    request = Request("memory:900", key, key, text="/ingest", quoted_file=UploadedFile("f", "garden.txt"))
    await memory.chat.arrives(request)
    assert "青禾县园林中心工作总结" in memory.platform.posted[-1].text
    assert [seen.text for seen in await memory.tell(ADMIN, "/ingest")] == [says("ingest_what")]


async def test_report_is_taken_out_after_it_was_confirmed(memory: MemoryStage) -> None:
    assert [seen.text for seen in await memory.tell(ADMIN, "/remove")] == [says("remove_what")]
    (asked,) = await memory.tell(ADMIN, "/remove water")
    await memory.press(ADMIN, asked, says("button_cancel"))
    assert len(memory.index.reports()) == 2
    (asked,) = await memory.tell(ADMIN, "/remove water")
    await memory.press(ADMIN, asked, says("button_remove"))
    assert [one.id for one in memory.index.reports()] == ["school"]
    assert (await memory.again(ADMIN))[-1].text == says("removed", name="water")
    (none,) = await memory.tell(ADMIN, "/remove moon")
    assert "moon" in none.text
