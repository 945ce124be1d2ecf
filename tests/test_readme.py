"""Both READMEs are true: what they tell a person to type exists, and they tell the same."""

import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.commands.command_line import app
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
NAMES = ("README.md", "README.zh.md")

PROGRAMS = {"cd", "git", "hedui", "make", "pip", "rm", "systemctl", "useradd", "."}
"""The first words of the lines that a person is told to type."""

SHORTER = {"--top", "--output"}
"""Long options that the READMEs give in their short form."""

VARIABLE = re.compile("[A-Z_]+=")


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a README: variables set before it, its program, and the words after that."""

    variables: tuple[str, ...]
    program: str
    words: tuple[str, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """Its options, in order; ``-`` alone is standard input."""
        return tuple(word for word in self.words if word.startswith("-") and word != "-")

    def __str__(self) -> str:
        return " ".join((*(f"{name}=" for name in self.variables), self.program, *self.words))


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(text: str) -> list[str]:
    """The fenced blocks of a document."""
    return re.findall(r"^```\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def spans(text: str) -> list[str]:
    """The inline code of a document, a table's bars as they are."""
    prose = re.sub(r"^```\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    return [span.replace("\\|", "|") for span in re.findall(r"`([^`\n]+)`", prose)]


def commands(text: str) -> Iterator[Command]:
    """The commands that a document tells, those of its blocks first."""
    lines = [line for block in blocks(text) for line in block.splitlines()]
    for line in [*lines, *spans(text)]:
        for part in line.split("&&"):
            try:
                words = shlex.split(part.replace("[", " ").replace("]", " "), comments=True)
            except ValueError:
                continue  # a sentence with an apostrophe
            alternatives = [word for whole in words for word in whole.split("|")]
            variables = tuple(word.partition("=")[0] for word in takewhile(VARIABLE.match, alternatives))
            rest = alternatives[len(variables) :]
            if rest and rest[0] in PROGRAMS:
                yield Command(variables, rest[0], tuple(rest[1:]))


def of(name: str, program: str) -> list[Command]:
    found = [command for command in commands(read(name)) if command.program == program]
    assert found
    return found


def program() -> TyperGroup:
    """The program's commands and options, as its help has them."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def hedui_fault(command: Command) -> str:
    """What of a ``hedui`` command the program does not know, "" when it knows all."""
    group = program()
    names = [word for word in command.words if word in group.commands]
    plain = [word for word in command.words if not word.startswith("-")]
    if plain and plain[0] not in group.commands:
        return f"no command {plain[0]}"
    known = {"--help"}
    for part in [group, *(group.commands[name] for name in names[:1])]:
        known |= {option for parameter in part.params for option in parameter.opts}
    return ", ".join(f"no option {option}" for option in command.options if option not in known)


@pytest.mark.parametrize("name", NAMES)
def test_readme_names_commands_and_options_that_exist(name: str) -> None:
    told = [command for command in of(name, "hedui") if command.words]
    assert len(told) > 20
    assert [(str(command), fault) for command in told if (fault := hedui_fault(command))] == []


def test_planted_command_is_found() -> None:
    faults = [hedui_fault(command) for command in commands("`hedui asks 问题` `hedui ask --reports R`")]
    assert faults == ["no command asks", "no option --reports"]


@pytest.mark.parametrize("name", NAMES)
def test_readme_names_every_command_and_option(name: str) -> None:
    group = program()
    told = of(name, "hedui")
    assert set(group.commands) <= {command.words[0] for command in told if command.words}
    known = {max(parameter.opts, key=len) for part in group.commands.values() for parameter in part.params}
    shown = {option for command in told for option in command.options} | set(
        " ".join(spans(read(name))).split()
    )
    assert {option for option in known if option.startswith("-")} - shown == SHORTER


@pytest.mark.parametrize("name", NAMES)
def test_readme_installs_extras_that_exist(name: str) -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    told = re.findall(r"\.\[([a-z,]+)\]", read(name))
    assert told
    assert {extra for one in told for extra in one.split(",")} <= set(project["optional-dependencies"])


@pytest.mark.parametrize("name", NAMES)
def test_readme_makes_targets_that_exist(name: str) -> None:
    told = set(of(name, "make"))
    assert len(told) > 5
    for command in told:
        run = subprocess.run(
            ["make", "--dry-run", *command.words], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, (str(command), run.stderr)
        for bench in re.findall("NAME=([a-z_]+)", str(command)):
            assert (ROOT / "bench" / f"{bench}.py").is_file(), str(command)


@pytest.mark.parametrize("name", NAMES)
def test_readme_sets_variables_that_are_settings(name: str) -> None:
    told = set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", read(name)))
    assert told == {f"{PREFIX}{field.upper()}" for field in Settings.model_fields}


@pytest.mark.parametrize("name", NAMES)
def test_table_of_settings_has_their_order_and_defaults(name: str) -> None:
    rows = re.findall(rf"^\| `{PREFIX}([A-Z_]+)` \| (.*?) \|", read(name), re.MULTILINE)
    assert [row[0].lower() for row in rows] == list(Settings.model_fields)
    told = {row[0].lower(): row[1].strip("` ") for row in rows}
    for field, info in Settings.model_fields.items():
        if isinstance(info.default, (bool, int, float)) or (info.default and isinstance(info.default, str)):
            assert told[field] == str(info.default).lower(), field


@pytest.mark.parametrize("name", NAMES)
def test_readme_names_files_that_exist(name: str) -> None:
    text = read(name)
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    rooms = "bench|bot|checker|corpus|deploy|docs|prompts|retrieval|tests"
    places = [span for span in spans(text) if re.fullmatch(rf"(?:{rooms})/\S*", span)]
    assert links
    assert places
    assert [place for place in [*links, *places] if not (ROOT / place).exists()] == []


def test_readmes_tell_the_same_commands() -> None:
    """Alike but for what a person puts in: the words that are not options, subcommands or targets."""
    english, chinese = ([told(command) for command in commands(read(name))] for name in NAMES)
    assert english == chinese


def told(command: Command) -> tuple[object, ...]:
    """What of a command is the same in every language."""
    kept = command.words if command.program in {"make", "pip", "git", "rm"} else command.words[:1]
    words = tuple(word for word in kept if word.isascii()) if command.program != "git" else kept[:1]
    return (command.variables, command.program, words, command.options)


def test_readmes_have_the_same_parts() -> None:
    english, chinese = (
        [
            [line.partition(" ")[0] for line in text.splitlines() if line.startswith("#")],
            [len(block.splitlines()) for block in blocks(text)],
            [line.count(" | ") for line in text.splitlines() if line.startswith("|")],
            re.findall(r"^(?:[0-9]+\.|- )", text, re.MULTILINE),
            [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("README")],
        ]
        for text in map(read, NAMES)
    )
    assert english == chinese
