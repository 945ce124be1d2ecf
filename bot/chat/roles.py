"""Roles: who may do what. Whoever has none may do nothing."""

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What somebody may do; each may do what those before it may, but for the blocked."""

    STRANGER = ""
    BLOCKED = "blocked"
    READER = "reader"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


ORDER: Final = tuple(Role)


def may(role: Role, needed: Role) -> bool:
    """Return whether ``role`` is enough for what needs the role ``needed``."""
    return ORDER.index(role) >= ORDER.index(needed)


def role_named(name: str) -> Role | None:
    """Return the role that a person's word means (``reader``, 读者, …), None where it means none."""
    try:
        return Role(_CHINESE.get(name, name.lower())) or None
    except ValueError:
        return None


_CHINESE: Final = {"读者": "reader", "审核员": "reviewer", "管理员": "administrator", "屏蔽": "blocked"}
