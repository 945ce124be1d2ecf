"""Talking in the terminal: questions in, checked answers with numbered citations out.

A citation's number shows its passage with what stands around it. Works in a terminal, with history and line
editing, and with questions from a pipe, one a line.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answer import CheckedAnswer, Choice, Citation
from bot.answering.pipeline import Answerer
from bot.chat.command_table import read_command
from bot.commands.completion import completions
from bot.commands.sessions import read_session, write_session
from bot.commands.terminal_platform import TERMINAL_COMMANDS, TerminalCommands
from bot.conversation.conversation import Conversation
from bot.conversation.state import State
from bot.generation.chat_models import open_chat_model
from bot.library.ingesting import ingest
from bot.library.opening import open_index
from bot.library.samples import SAMPLE_REPORTS, are_unwanted
from bot.messages import say
from bot.rendering import rendered_answer
from bot.settings import Settings
from bot.terminal import print_error, print_part, print_text, progress_bar
from corpus.room.reading_room import ReadingRoom

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer
    from prompt_toolkit.document import Document

    from retrieval.index import Index

_COMMANDS = ("/help", "/new", "/quit", "/reports", *(f"/{one.name}" for one in TERMINAL_COMMANDS))
"""What a line may begin with."""

_SESSION = "terminal:self"
"""Under this name a conversation is kept while it goes on."""

_SHOWN_AROUND = 120
"""Characters shown on either side of a cited passage."""


def run_chat(settings: Settings) -> int:
    """Talk until ``/quit`` or the end of the input; an index that is empty takes the sample reports in first."""
    with open_index(settings) as index:
        take_samples_in(index, settings)
        with progress_bar() as tell:
            tell(say("progress.model", settings.language), 0, 0)
            index.warm_up()
        with closing(Chat(index, settings)) as chat:
            print_text(say("chat.welcome", settings.language, reports=len(index.titles())))
            for line in read_lines(settings, report_names(index)):
                if not chat.hear(line):
                    break
            chat.forget()
        print_text(say("chat.bye", settings.language))
    return 0


def take_samples_in(index: "Index", settings: Settings) -> None:
    """Put the sample reports into an index that has none, with a progress bar, unless they were taken out of it."""
    if index.titles():
        return
    if are_unwanted(index):
        print_text(say("error.empty_index", settings.language))
        return
    print_text(say("chat.first_run", settings.language))
    with progress_bar() as tell, ReadingRoom() as room:
        done = ingest(
            index,
            [str(SAMPLE_REPORTS)],
            lambda stage, n, total: tell(say(f"progress.{stage}", settings.language), n, total),
            room,
        )
    for _, why in done.failed:
        print_error(why)


def report_names(index: "Index") -> list[str]:
    """Return the names that a line may be completed with: those of the reports' organisations, and their titles."""
    reports = index.reports()
    return list(dict.fromkeys(name for one in reports for name in (one.organisation, one.title) if name))


def read_lines(settings: Settings, names: Sequence[str] = ()) -> Iterator[str]:
    """Yield the lines that a person types, completed with commands and ``names``, or those of a pipe."""
    if not sys.stdin.isatty():
        yield from (line.rstrip("\n") for line in sys.stdin)
        return
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    history = Path(settings.home) / "chat_history"
    history.parent.mkdir(parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(history)), completer=_completer(names), complete_while_typing=False
    )
    while True:
        try:
            yield session.prompt(say("chat.prompt", settings.language))
        except KeyboardInterrupt:
            continue  # Ctrl-C clears the line, Ctrl-D leaves
        except EOFError:
            return


def _completer(names: Sequence[str]) -> "Completer":
    from prompt_toolkit.completion import Completer, Completion

    class LineCompleter(Completer):
        """Offers what may complete the line before the cursor."""

        def get_completions(self, document: "Document", complete_event: object) -> Iterator[Completion]:
            """Yield what ``completions`` finds."""
            for text, size in completions(document.text_before_cursor, _COMMANDS, names):
                yield Completion(text, start_position=-size)

    return LineCompleter()


class Chat:
    """One conversation: what it remembers, and the citations that numbers stand for."""

    def __init__(self, index: "Index", settings: Settings) -> None:
        self._index = index
        self._settings = settings
        self._language = settings.language
        self._conversation = Conversation(Answerer(index, open_chat_model(settings)))
        self._state = read_session(settings.home, _SESSION)
        self._leaves = False
        self._last: CheckedAnswer | None = None
        self._commands: TerminalCommands | None = None
        self._opens_offered = False

    def close(self) -> None:
        """Let go of what the commands hold."""
        if self._commands is not None:
            self._commands.close()

    def forget(self) -> None:
        """Let the next conversation begin anew; one that was cut off goes on where it was."""
        self._keep(State())

    def _keep(self, state: State) -> None:
        self._state = state
        write_session(self._settings.home, _SESSION, state)

    def hear(self, line: str) -> bool:
        """Reply to one line; return False when the person wants to leave."""
        text = line.strip()
        if text in ("/quit", "/exit", "/q"):
            return False
        if text:
            print_text(self._reply(text) + "\n")
        return not self._leaves

    def _reply(self, text: str) -> str:
        if text.startswith("/"):
            return self._obey(text)
        if text.isdecimal() and self._opens_offered and self._shared().opens(int(text)):
            return self._shared().press(int(text))
        if text.isdecimal() and self._last is not None and self._last.choices:
            return self._choose(int(text), self._last.choices)
        if text.isdecimal() and self._last is not None:
            return self._open(int(text))
        return self._answer(text)

    def _choose(self, number: int, choices: Sequence[Choice]) -> str:
        """Answer the question with what the choice of that number names."""
        if not 0 < number <= len(choices):
            return say("chat.no_choice", self._language, n=number)
        return self._answer(choices[number - 1].question)

    def _answer(self, text: str) -> str:
        told: list[str] = []
        self._opens_offered = False

        def tell(part: str) -> None:
            print_part(part)
            told.append(part)

        heard = self._conversation.hear(text, self._state, tell=tell)
        self._last, self._leaves = heard.answer, heard.leaves
        self._keep(heard.state)
        if self._last.choices:
            return f"{self._last.text}\n{say('chat.choose', self._language)}"
        if not told or self._last.refused:
            return ("\n\n" if told else "") + rendered_answer(self._last)
        return "\n\n" + rendered_answer(self._last, told=True)

    def _obey(self, command: str) -> str:
        if command in ("/help", "/?"):
            return "\n".join([say("chat.help", self._language), *self._listed_commands()])
        if command == "/reports":
            return "\n".join(f"{report}  {title}" for report, title in self._index.titles().items())
        if command == "/new":
            self._last = None
            self.forget()
            self._opens_offered = False
            return say("chat.new", self._language)
        if read_command(command, TERMINAL_COMMANDS)[0] is not None:
            self._opens_offered = True
            return self._shared().obey(command, self._last)
        return say("chat.unknown", self._language, command=command)

    def _listed_commands(self) -> list[str]:
        return [f"/{one.name} {say(one.help, self._language)}" for one in TERMINAL_COMMANDS]

    def _shared(self) -> TerminalCommands:
        """Return what serves the commands of every chat, made when the first is used."""
        if self._commands is None:
            self._commands = TerminalCommands(self._index, self._settings)
        return self._commands

    def _open(self, number: int) -> str:
        citations = self._last.citations if self._last else ()
        for citation in citations:
            if citation.n == number:
                return self._passage(citation)
        return say("chat.no_citation", self._language, n=number)

    def _passage(self, citation: Citation) -> str:
        """Return a cited passage between marks, in its surroundings, under its report's title."""
        text = self._index.report(citation.report).text
        before = text[max(0, citation.start - _SHOWN_AROUND) : citation.start]
        after = text[citation.end : citation.end + _SHOWN_AROUND]
        head = say(
            "chat.passage",
            self._language,
            title=citation.title,
            date=citation.date,
            section=citation.section,
        )
        return f"{head.strip()}\n…{before}【{citation.quote}】{after}…\n{citation.source}"
