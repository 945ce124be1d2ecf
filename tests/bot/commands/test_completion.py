import pytest

from bot.commands.completion import completions

COMMANDS = ("/new", "/reports", "/summary", "/sources")
NAMES = ("临江市水务局", "临江市教育局", "关于巡察整改的通报")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("/s", [("/summary", 2), ("/sources", 2)]),
        ("/NE", [("/new", 3)]),
        ("/summary 临江", [("临江市水务局", 2), ("临江市教育局", 2)]),
        ("请问临江市水", [("临江市水务局", 4)]),
        ("关于巡", [("关于巡察整改的通报", 3)]),
        ("临", []),
        ("临江市水务局", []),
        ("修订了多少", []),
        ("", []),
    ],
    ids=["commands", "capitals", "name", "in a sentence", "title", "too short", "whole", "no name", "empty"],
)
def test_line_is_completed(line: str, found: list[tuple[str, int]]) -> None:
    assert list(completions(line, COMMANDS, NAMES)) == found
