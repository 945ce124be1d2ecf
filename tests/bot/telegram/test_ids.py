import pytest

from bot.telegram.ids import key_of, telegram_number


@pytest.mark.parametrize(
    ("number", "key"), [(42, "telegram:42"), (-100123, "telegram:-100123"), (0, "")], ids=["user", "group", "none"]
)  # fmt: skip
def test_number_has_a_key(number: int, key: str) -> None:
    assert key_of(number) == key
    assert telegram_number(key) == number


def test_key_of_another_platform_has_no_number() -> None:
    with pytest.raises(ValueError, match="memory:7"):
        telegram_number("memory:7")
