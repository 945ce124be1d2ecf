import pytest

from bot.chat.command_table import COMMANDS, arguments_of, read_command
from bot.chat.request import menu_of
from bot.chat.roles import Role
from bot.messages import LANGUAGES, catalogue


def test_names_of_commands_are_unique_and_such_as_platforms_take() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.isalpha() and name.islower() for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_described_and_does_something(language: str) -> None:
    for command in COMMANDS:
        assert catalogue(language)[command.help]
        assert callable(command.handler)


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.STRANGER, {"start"}),
        (Role.READER, {"start", "help", "ask", "reports"}),
        (Role.REVIEWER, {"check", "ask"}),
        (Role.ADMINISTRATOR, {"check", "audit", "users"}),
    ],
)
def test_menu_of_a_role_holds_its_commands(role: Role, names: set[str]) -> None:
    assert names <= {command.name for command in menu_of(COMMANDS, role)}


@pytest.mark.parametrize("name", ["check", "ingest", "audit", "broadcast"])
def test_menu_of_a_reader_lacks_what_they_may_not(name: str) -> None:
    assert name not in {command.name for command in menu_of(COMMANDS, Role.READER)}


@pytest.mark.parametrize(
    ("text", "name", "arguments"),
    [
        ("/ask 多少项？", "ask", "多少项？"),
        ("/ASK 多少项？", "ask", "多少项？"),
        ("/ask\n多少项？", "ask", "多少项？"),
        ("/ask", "ask", ""),
        ("/dance 快", None, "快"),
        ("/", None, ""),
        ("多少项？", None, "多少项？"),
        ("", None, ""),
    ],
    ids=["words", "capitals", "next line", "alone", "unknown", "slash", "question", "nothing"],
)
def test_command_is_read(text: str, name: str | None, arguments: str) -> None:
    found, rest = read_command(text)
    assert (found.name if found else None, rest) == (name, arguments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("/check  a b ", "a b"), ("/check a\nb", "a\nb"), ("/check\na b", "a b"), (" a ", "a"), ("/check", "")],
)
def test_arguments_stand_behind_the_command(text: str, expected: str) -> None:
    assert arguments_of(text) == expected
