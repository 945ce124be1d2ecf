import pytest

from bot.chat.roles import ORDER, Role, may, role_named


@pytest.mark.parametrize(
    ("role", "needed", "allowed"),
    [
        (Role.STRANGER, Role.READER, False),
        (Role.BLOCKED, Role.READER, False),
        (Role.READER, Role.READER, True),
        (Role.READER, Role.REVIEWER, False),
        (Role.REVIEWER, Role.ADMINISTRATOR, False),
        (Role.ADMINISTRATOR, Role.READER, True),
    ],
)
def test_role_allows(role: Role, needed: Role, allowed: bool) -> None:
    assert may(role, needed) is allowed


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("reader", Role.READER),
        ("Reviewer", Role.REVIEWER),
        ("管理员", Role.ADMINISTRATOR),
        ("root", None),
        ("", None),
    ],
)
def test_role_is_named_in_either_language(name: str, role: Role | None) -> None:
    assert role_named(name) is role


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.STRANGER])
def test_role_is_named_by_its_value(role: Role) -> None:
    assert role_named(role.value) is role


def test_blocked_may_less_than_every_reader() -> None:
    assert ORDER[:2] == (Role.STRANGER, Role.BLOCKED)
    assert [may(role, Role.READER) for role in ORDER] == [False, False, True, True, True]
