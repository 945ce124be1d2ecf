import pytest

from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.chat_catalog.people import Person

ADMIN, SEVEN, EIGHT = "telegram:1", "telegram:7", "telegram:8"


def test_role_is_empty_for_a_stranger(chat: ChatCatalog) -> None:
    chat.people.assign(SEVEN, "reader", by=ADMIN)
    assert [chat.people.role(one) for one in (SEVEN, "telegram:77", "7", "")] == ["reader", "", "", ""]


def test_role_is_of_one_platform(chat: ChatCatalog) -> None:
    chat.people.assign(SEVEN, "reader", by=ADMIN)
    assert chat.people.role("feishu:7") == ""
    chat.people.assign("feishu:7", "blocked", by=ADMIN)
    assert [chat.people.role(one) for one in (SEVEN, "feishu:7")] == ["reader", "blocked"]


def test_assign_replaces_the_role_and_keeps_the_name(chat: ChatCatalog) -> None:
    chat.people.assign(SEVEN, "reader", by=ADMIN, name="张三")
    chat.people.assign(SEVEN, "blocked", by=ADMIN)
    assert chat.people.everybody() == [Person(SEVEN, "blocked", "张三")]


def test_assign_replaces_a_name_that_is_given(chat: ChatCatalog) -> None:
    chat.people.assign(SEVEN, "reader", by=ADMIN, name="张三")
    chat.people.assign(SEVEN, "reader", by="", name="李四")
    assert chat.people.everybody() == [Person(SEVEN, "reader", "李四")]


def test_everybody_comes_by_role_and_number(chat: ChatCatalog) -> None:
    for person, role in (("telegram:900", "reader"), ("telegram:1000", "reader"), ("telegram:9", "reviewer")):
        chat.people.assign(person, role, by=ADMIN)
    chat.people.assign("telegram:80", "administrator", by=ADMIN)
    assert [one.id for one in chat.people.everybody()] == [
        "telegram:80",
        "telegram:900",
        "telegram:1000",
        "telegram:9",
    ]


def test_invite_is_used_once(chat: ChatCatalog) -> None:
    code = chat.people.invite("reviewer", by=ADMIN, hours=1)
    assert chat.people.redeem(code, SEVEN, "张三") == "reviewer"
    assert chat.people.redeem(code, EIGHT, "李四") == ""
    assert chat.people.role(SEVEN) == "reviewer"
    assert chat.people.role(EIGHT) == ""


def test_invite_used_again_by_the_same_person_changes_nothing(chat: ChatCatalog) -> None:
    code = chat.people.invite("reader", by=ADMIN, hours=1)
    chat.people.redeem(code, SEVEN, "")
    chat.people.assign(SEVEN, "blocked", by=ADMIN)
    assert chat.people.redeem(code, SEVEN, "") == "reader"
    assert chat.people.role(SEVEN) == "blocked"


@pytest.mark.parametrize(("hours", "role"), [(0.01, "reader"), (-0.01, "")], ids=["in time", "expired"])
def test_invite_expires(chat: ChatCatalog, hours: float, role: str) -> None:
    code = chat.people.invite("reader", by=ADMIN, hours=hours)
    assert chat.people.invited(code) == role
    assert chat.people.redeem(code, SEVEN, "") == role


@pytest.mark.parametrize("code", ["", "x" * 22, "\ud800", "'; drop table invites"])
def test_invite_that_was_never_made_is_refused(chat: ChatCatalog, code: str) -> None:
    assert chat.people.invited(code) == ""
    assert chat.people.redeem(code, SEVEN, "") == ""


def test_invited_tells_the_role_until_the_invitation_is_used(chat: ChatCatalog) -> None:
    code = chat.people.invite("reader", by=ADMIN, hours=1)
    assert [chat.people.invited(code), chat.people.invited(code)] == ["reader", "reader"]
    chat.people.redeem(code, SEVEN, "")
    assert chat.people.invited(code) == ""


def test_rooms_open_move_and_close(chat: ChatCatalog) -> None:
    chat.people.open_room("telegram:-5", "群", by=ADMIN)
    assert chat.people.room("telegram:-5")
    chat.people.move_room("telegram:-5", "telegram:-1005")
    assert chat.people.rooms() == [("telegram:-1005", "群")]
    assert chat.people.close_room("telegram:-1005")
    assert not chat.people.close_room("telegram:-1005")


def test_room_is_of_one_platform(chat: ChatCatalog) -> None:
    chat.people.open_room("telegram:-5", "群", by=ADMIN)
    assert [chat.people.room(one) for one in ("telegram:-5", "feishu:-5", "telegram:5")] == [
        True,
        False,
        False,
    ]


def test_room_that_is_opened_again_takes_the_new_title(chat: ChatCatalog) -> None:
    for title in ("群", "新群"):
        chat.people.open_room("telegram:-5", title, by=ADMIN)
    assert chat.people.rooms() == [("telegram:-5", "新群")]


def test_room_that_was_never_open_moves_nowhere(chat: ChatCatalog) -> None:
    chat.people.open_room("telegram:-1005", "群", by=ADMIN)
    chat.people.move_room("telegram:-5", "telegram:-1005")
    assert chat.people.rooms() == [("telegram:-1005", "群")]
