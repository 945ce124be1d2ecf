"""Who sends the bot files that nobody can read takes up its readers and nobody's time: others are answered meanwhile."""

import pytest

from bot.telegram.ids import key_of
from corpus.room.limits import Limits
from corpus.room.reading_room import ReadingRoom
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.people import Someone
from tests.hostile_files import MAKERS

pytestmark = pytest.mark.server

ASKED = ("临江市水务局修订了多少项制度？", "12项")
SENT = (
    "enumeration.txt", "numerals.txt", "shares.txt", "escapes.txt", "tags.html", "within.zip", "nested.docx",
    "laughs.docx", "sparse.xlsx", "picture.pdf", "lengths.pdf", "columns.csv",
)  # fmt: skip
"""Of each kind those that take longest."""

ROLES = ("administrator", "reviewer")
"""Of these, in turn, the files are: the one's are to be put in, the other's to be checked."""

READERS = 12
WAITED = 400.0
"""Seconds within which all must be done, however busy the machine is."""


def someone(office: Office, number: int, role: str) -> Someone:
    person = Someone(office.api, number)
    office.desk.store.people.assign(key_of(person.id), role, by=key_of(ADMIN))
    return person


async def test_questions_are_answered_while_hostile_files_are_read(office: Office) -> None:
    """Counted, not timed: when all have their answer, there are still files, sent before, to be told of."""
    await office.start()
    office.desk.room.close()
    office.desk.room = ReadingRoom(Limits(processor=1, memory=600_000_000))
    senders = [someone(office, 8000 + number, ROLES[number % 2]) for number in range(len(SENT))]
    for sender, name in zip(senders, SENT, strict=True):
        await sender.sends(name, MAKERS[name]())
    readers = [someone(office, 7100 + number, "reader") for number in range(READERS)]
    for reader in readers:
        await reader.writes(ASKED[0])
    told = office.api.of
    await office.api.wait_for(lambda: all(told(reader.id) for reader in readers), WAITED)
    assert not all(told(sender.id) for sender in senders)
    await office.quiet(WAITED)
    for reader in readers:
        assert [ASKED[1] in one.text for one in told(reader.id) if "正在核对" not in one.text] == [True]
    for sender in senders:
        assert told(sender.id), "a file that was sent is told of"
    assert office.running is not None
