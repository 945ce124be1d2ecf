"""The bench where drafts are checked: a file in, its check carried out in the background, kept, and taken up after a stop."""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final

from bot.chat.desk import Desk
from bot.chat.handlers.checks import LONGEST_DRAFT
from bot.library.readings import read_document
from bot.messages import LANGUAGES, say_both
from bot.web.checks.draft_folder import DraftFolder, sweep_drafts
from bot.web.checks.kept_check import KeptCheck
from bot.web.checks.review_cards import review_of
from bot.web.ids import new_update
from checker.annotation.markup import own_arithmetic_lines
from checker.arithmetic.own_arithmetic import review
from checker.check import check_sentences
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.errors import HeduiError, UnusableInput
from corpus.figure import Statement
from corpus.reading.formats import format_by_suffix, listed_suffixes
from corpus.statements.statements import read_draft
from corpus.structure.masthead import has_masthead
from retrieval.chat_catalog.talks import Talk

logger = logging.getLogger(__name__)

DRAFT_KIND: Final = "draft"
"""What sort of exchange a draft of the pages is."""

_FIRST, _LONG = 40, 200
"""Figures that are shown first of a draft, and beyond how many of it: the evidence for all takes long to find."""

WAITING: Final = "web_draft"
"""The state of the chat's catalog that lists the drafts whose check is not done."""


@dataclass(slots=True)
class Job:
    """A check under way: how many figures the draft has, and what was found so far of those that are done."""

    total: int = 0
    found: list[Finding] = field(default_factory=list)
    ended: bool = False


class Bench:
    """The checks of one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs: dict[int, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def job(self, number: int) -> Job | None:
        """Return the check of a draft while it is under way."""
        return self._jobs.get(number)

    def folder(self, number: int) -> DraftFolder:
        """Return where a draft stands."""
        return DraftFolder(self._desk.settings.home, number)

    async def begin(self, person: str, name: str, data: bytes) -> int:
        """Keep a draft, begin to check it, and return the number of its exchange."""
        desk, update = self._desk, new_update()
        number = await desk.record(
            lambda: desk.store.talks.add(
                update,
                chat=person,
                thread=0,
                person=person,
                message=0,
                kind=DRAFT_KIND,
                question=name,
                body={},
            )
        )
        await desk.check(self.folder(number).keep_file, data)
        await desk.record(desk.store.state.write, WAITING, str(number), {"person": person, "name": name})
        self.start(number, person, name)
        return number

    async def take_up(self) -> int:
        """Go on with what was not done at the last stop, and sweep up after those who had theirs forgotten."""
        waiting = await self._desk.record(self._desk.store.state.read, WAITING)
        held = await self._desk.record(self._held)
        await self._desk.check(sweep_drafts, self._desk.settings.home, held)
        for key, told in waiting.items():
            if int(key) in held:
                self.start(int(key), told["person"], told["name"])
            else:
                await self._desk.record(self._desk.store.state.drop, WAITING, key)
        return len(waiting)

    def _held(self) -> set[int]:
        return self._desk.store.talks.numbers(DRAFT_KIND)

    async def close(self) -> None:
        """Leave what is under way for the next start."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def drafts(self, person: str, limit: int) -> list[Talk]:
        """Return somebody's latest drafts, the newest first."""
        talks = self._desk.store.talks
        return await self._desk.record(talks.recent, person, chat=person, kinds=(DRAFT_KIND,), limit=limit)

    def needing(self, drafts: Sequence[Talk]) -> dict[int, int]:
        """Return by the numbers of checked drafts how many of their figures need a person, after all that was decided."""
        return {one.id: self._needing(one) for one in drafts if one.body.get("wrong")}

    def _needing(self, draft: Talk) -> int:
        check = self.folder(draft.id).check()
        if check is None:
            return int(draft.body["wrong"])
        return review_of(self._desk.store, check, draft.question).need_person()

    async def remove(self, number: int) -> None:
        """Delete a draft and what was found in it; what was decided on its figures stays."""
        await self._desk.record(self._desk.store.talks.drop, number)
        await self._desk.record(self._desk.store.state.drop, WAITING, str(number))
        await self._desk.check(self.folder(number).remove)

    def start(self, number: int, person: str, name: str) -> None:
        """Begin to check a draft, unless that is under way."""
        if number in self._jobs:
            return
        self._jobs[number] = Job()
        task = asyncio.create_task(self._carry_out(number, person, name))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry_out(self, number: int, person: str, name: str) -> None:
        """Check a draft, and keep what came of it."""
        job = self._jobs[number]
        try:
            await self._record(number, person, await self._body(number, name))
        finally:
            job.ended = True
            self._jobs.pop(number, None)

    async def _body(self, number: int, name: str) -> dict[str, Any]:
        """Check a draft, keep what was found, and return what is told of it in a list, or why it cannot be read."""
        try:
            check = await self._desk.check(self._checked, number, name)
        except HeduiError as error:
            return {"failed": {language: error.in_language(language) for language in LANGUAGES}}
        await self._desk.check(self.folder(number).keep_check, check)
        return summed_up(check.findings)

    async def _record(self, number: int, person: str, body: dict[str, Any]) -> None:
        """Record that a check is done."""
        desk, audit = self._desk, self._desk.store.audit
        await desk.record(desk.store.talks.change, number, body)
        await desk.record(desk.store.state.drop, WAITING, str(number))
        subject = f"talk {number}, {body.get('total', 0)} figures, {body.get('wrong', 0)} wrong"
        await desk.record(
            lambda: audit.write(new_update(), person=person, chat=person, action="check", subject=subject)
        )
        desk.measures.add("checks")

    def _checked(self, number: int, name: str) -> KeptCheck:
        """Read a draft and check its figures, a sentence at a time; raises ``HeduiError`` for one that cannot be."""
        desk, job = self._desk, self._jobs[number]
        if PurePath(name).suffix and format_by_suffix(name) is None:
            raise UnusableInput(*say_both("error.no_such_form", name=name, suffixes=listed_suffixes()))
        data = self.folder(number).file()
        read = read_document(data, name, desk.room)
        text = read.text
        if len(text) > LONGEST_DRAFT:
            raise UnusableInput(
                f"稿子超过 {LONGEST_DRAFT} 字", f"a draft of more than {LONGEST_DRAFT} characters"
            )
        job.total = len(read.statements)
        if job.total > _LONG:
            self._begin_to_show(job, text, read.statements[:_FIRST])
        evidence = desk.evidence.about(read.statements)
        claims = read_draft(text, evidence.directory)
        findings: list[Finding] = []
        for found in check_sentences(claims, evidence):
            findings += found
            job.found = max(job.found, findings, key=len)
        remarks = own_arithmetic_lines(review(claims)) if has_masthead(text) else []
        return KeptCheck(text, read.document.form, tuple(findings), tuple(remarks))

    def _begin_to_show(self, job: Job, text: str, first: Sequence[Statement]) -> None:
        """Show what is found of a long draft's first figures by their own evidence, until that for all is found."""
        evidence = self._desk.evidence.about(first)
        for found in check_sentences(read_draft(text[: first[-1].end], evidence.directory), evidence):
            job.found += found


def summed_up(findings: tuple[Finding, ...]) -> dict[str, Any]:
    """Return what a list of drafts shows of one: its figures by verdict, and how many need a person."""
    counts = Counter(str(finding.verdict) for finding in findings)
    wrong = sum(finding.verdict in WRONG for finding in findings)
    return {"total": len(findings), "wrong": wrong, "counts": dict(counts)}
