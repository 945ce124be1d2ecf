"""Telegram's ids as the catalog keeps them: text with the platform's name, "" for none."""

from typing import Final

PLATFORM: Final = "telegram:"


def key_of(number: int) -> str:
    """Return the key of a user, a chat or an update by Telegram's number; 0 is none."""
    return f"{PLATFORM}{number}" if number else ""


def telegram_number(key: str) -> int:
    """Return Telegram's number of a key, 0 for none; raises ``ValueError`` for another platform's."""
    return int(key.removeprefix(PLATFORM) or 0)
