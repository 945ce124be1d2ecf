import pytest

from bot.telegram.ids import key_of
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Group, Someone
from tests.bot.telegram.test_odd_updates import PHOTO, QUESTION, happens, opened

pytestmark = pytest.mark.server


async def test_album_is_refused_once(bot: Office, reader: Someone) -> None:
    album = [reader.message(photo=PHOTO, media_group_id="9") for _ in range(3)]
    replies = [await happens(bot, message=one) for one in album]
    assert [len(texts) for texts in replies] == [1, 0, 0]
    assert len(await happens(bot, message=reader.message(photo=PHOTO, media_group_id="10"))) == 1


async def test_group_that_becomes_a_supergroup_stays_open(bot: Office, reader: Someone) -> None:
    old = Group(bot.api, -200, kind="group")
    new = Group(bot.api, -100200200)
    opened(bot, old)
    assert await happens(bot, message=reader.message(group=old, migrate_to_chat_id=new.id)) == []
    assert await happens(bot, message=reader.message(group=new, migrate_from_chat_id=old.id)) == []
    assert bot.desk.store.people.rooms() == [(key_of(new.id), old.title)]
    member = Someone(bot.api, 7777)
    assert "12项" in (await bot.tell(member, f"/ask {QUESTION}", group=new))[0].text


async def test_group_to_which_an_administrator_adds_the_bot_is_open(
    bot: Office, admin: Someone, group: Group
) -> None:
    await admin.adds_bot(group)
    await bot.quiet()
    assert "本群已开放" in bot.api.of(group.id)[0].text
    assert bot.desk.store.people.room(key_of(group.id))
    await admin.adds_bot(group, "left")
    await bot.quiet()
    assert not bot.desk.store.people.room(key_of(group.id))


async def test_group_to_which_somebody_adds_the_bot_stays_closed(
    bot: Office, reader: Someone, group: Group
) -> None:
    await reader.adds_bot(group)
    await bot.quiet()
    assert "我还不能在这个群里回答" in bot.api.of(group.id)[0].text
    assert not bot.desk.store.people.room(key_of(group.id))
