"""The desk: what every handler works with - settings, the index, the catalog's chat side, threads, counters."""

import asyncio
import gc
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import local
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.chat.limits import RateLimits
from bot.chat.measures import Measures
from bot.chat.roles import Role
from bot.conversation.conversation import Conversation
from bot.conversation.heard import Heard
from bot.conversation.state import State, state_of
from bot.conversation.turns.opening import opened
from bot.generation.chat_models import ChatModel
from bot.generation.writer import Tell
from bot.library.conflicts import Conflicts
from bot.library.evidence_shelf import IndexEvidence
from bot.settings import Settings
from corpus.room.reading_room import ReadingRoom
from retrieval.chat_catalog.chat_catalog import ChatCatalog

if TYPE_CHECKING:
    from retrieval.index import Index

Arguments = ParamSpec("Arguments")
_Result = TypeVar("_Result")

_CHATS: Final = 2000
"""Conversations whose state is kept at hand; others are read again from the catalog."""

_WRITERS: Final = 8
"""Answers that a model writes at the same time."""

_TOGETHER: Final = 8
"""Questions that are embedded together."""

_SELDOM: Final = (20_000, 50, 50)
"""How seldom memory is searched for cycles: a question reads thousands of values, and hardly any are in one."""

_TALKS: Final = ("answer", "new")
"""Kinds of exchanges that hold what a conversation remembers after them."""

ChatPlace = tuple[str, int, str]
"""A conversation: chat, thread (0 outside topics) and person."""


class _Own(local):
    """What each thread keeps for itself: an answerer learns as it reads, which two threads must not do at once."""

    answerer: Answerer | None = None
    generation = -1


class Desk:
    """One process's tools; the core runs in one thread, checks in a few, the chat catalog in one of its own.

    ``model`` writes the answers where there is one; then the core runs in a few threads, which mostly wait.
    ``admins`` are the ids of those who are administrators by the settings.
    """

    def __init__(
        self,
        settings: Settings,
        index: "Index",
        store: ChatCatalog,
        model: ChatModel | None = None,
        admins: frozenset[str] = frozenset(),
    ) -> None:
        self.settings = settings
        self.model = model
        self.index = index
        self.room = ReadingRoom()
        self.evidence = IndexEvidence(index, self.room)
        self.conflicts = Conflicts(index)
        self.store = store
        self.measures = Measures()
        self.limits = RateLimits(settings.telegram_rate, settings.telegram_rate_all)
        self.admins = admins
        self.name = ""
        self.unfinished: set[str] = set()
        self.asking = 0
        # Reckoning gains nothing from more threads; waiting for a model does.
        self._core = ThreadPoolExecutor(_WRITERS if model else 1, "core")
        self._checks = ThreadPoolExecutor(settings.telegram_checks, "check")
        self._records = ThreadPoolExecutor(1, "records")
        self._own = _Own()
        self._turns: OrderedDict[ChatPlace, State] = OrderedDict()
        self._coming: SimpleQueue[str] = SimpleQueue()
        self._prepared = 0

    async def core(
        self, work: Callable[Arguments, _Result], *args: Arguments.args, **more: Arguments.kwargs
    ) -> _Result:
        """Run the core's work in its threads."""
        self.asking += 1
        try:
            return await _in(self._core, work, *args, **more)
        finally:
            self.asking -= 1

    async def check(
        self, work: Callable[Arguments, _Result], *args: Arguments.args, **more: Arguments.kwargs
    ) -> _Result:
        """Run a check, an ingest or a drawing; as many at a time as the settings allow."""
        return await _in(self._checks, work, *args, **more)

    async def record(
        self, work: Callable[Arguments, _Result], *args: Arguments.args, **more: Arguments.kwargs
    ) -> _Result:
        """Read or write the chat side of the catalog."""
        return await _in(self._records, work, *args, **more)

    def close(self) -> None:
        """Let the threads finish what they are at."""
        for pool in (self._core, self._checks, self._records):
            pool.shutdown(wait=True, cancel_futures=True)
        self.room.close()

    async def role(self, person: str, group: str = "") -> Role:
        """Return what somebody may do; in a group that is let in, at least read."""
        if person in self.admins:
            return Role.ADMINISTRATOR
        role = Role(await self.record(self.store.people.role, person))
        if role is Role.STRANGER and group and await self.record(self.store.people.room, group):
            return Role.READER
        return role

    def answerer(self) -> Answerer:
        """Return what answers questions, one for each thread, made anew after the reports have changed."""
        generation = self.index.catalog.generation()
        if self._own.answerer is None or generation != self._own.generation:
            self._own.answerer = Answerer(self.index, self.model)
            self._own.generation = generation
        return self._own.answerer

    def prepare(self) -> None:
        """Read the reports in a thread of the core, so that the first question need not wait for it.

        What stands then until the end is not gone over while questions are answered.
        """
        self._core.submit(self.answerer).result()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_SELDOM)

    async def answer(self, question: str, place: ChatPlace, tell: Tell | None = None) -> CheckedAnswer:
        """Answer a turn of the conversation of a place; ``tell`` as in ``Answerer.answer``."""
        if place not in self._turns:
            self._turns[place] = await self.record(self._remembered, place)
        if self.model is None:
            self._coming.put(question)
        heard = await self.core(self._answer_next, question, self.state(place), tell)
        self.keep(place, heard.state)
        return heard.answer

    def state(self, place: ChatPlace) -> State:
        """Return what the conversation of a place remembers, as far as it is at hand."""
        return self._turns.get(place, State())

    def keep(self, place: ChatPlace, state: State) -> None:
        """Let the conversation of a place remember ``state``."""
        self._turns[place] = state
        self._turns.move_to_end(place)
        if len(self._turns) > _CHATS:
            self._turns.popitem(last=False)

    def _answer_next(self, question: str, state: State, tell: Tell | None) -> Heard:
        answerer = self.answerer()
        if self.model is None:
            self._prepare(answerer)
        return Conversation(answerer).hear(question, state, tell=tell)

    def _prepare(self, answerer: Answerer) -> None:
        """Prepare the question that is next and those that wait behind it, unless it was prepared with another.

        The one thread of the core takes the questions in the order in which they came.
        """
        if self._prepared == 0:
            asked = [self._coming.get() for _ in range(min(_TOGETHER, self._coming.qsize()))]
            self._prepared = len(asked)
            if len(asked) > 1:
                answerer.prepare([(opened(question).text, None) for question in asked])
        self._prepared -= 1

    def forget(self, person: str) -> None:
        """Drop what is at hand of somebody's conversations."""
        for place in [place for place in self._turns if place[2] == person]:
            del self._turns[place]

    def _remembered(self, place: ChatPlace) -> State:
        chat, thread, person = place
        found = self.store.talks.recent(person, chat=chat, thread=thread, kinds=_TALKS, limit=1)
        return state_of(found[0].body.get("state")) if found else State()


async def _in(
    pool: ThreadPoolExecutor,
    work: Callable[Arguments, _Result],
    *args: Arguments.args,
    **more: Arguments.kwargs,
) -> _Result:
    return await asyncio.get_running_loop().run_in_executor(pool, lambda: work(*args, **more))
