"""What programs may ask of a desk, by whatever door: words in, the shapes of ``bot.programs.json_shapes`` out.

``person`` is the id of whoever asks, with its door's name (``api:督查系统``). Who may ask what is the doors' business;
here it is answered, limited, kept and written into the audit.
"""

from collections.abc import Mapping, Sequence
from time import monotonic, time_ns
from typing import Any, Final
from uuid import uuid4

from bot.chat.desk import ChatPlace, Desk
from bot.chat.handlers.checks import LONGEST_DRAFT
from bot.conversation.state import state_json
from bot.generation.writer import Tell
from bot.library.evidence_shelf import matching
from bot.library.opening import chosen_reports, holds_words
from bot.library.previews import put_file_in, upload_place
from bot.library.readings import read_document
from bot.messages import language_of, say_both
from bot.programs.json_shapes import (
    answer_shape,
    check_shape,
    decided_shape,
    decision_shape,
    hit_shape,
    report_shape,
    statement_shape,
    summary_shape,
)
from bot.review.deciders import people_names
from bot.review.draft_review import DraftReview, JudgedFigure, Ruling, judged_figures
from bot.review.reading_back import read_back
from bot.summary.subjects import Subjects
from bot.summary.summary import Length, summarise
from checker.annotation.word_replies import word_replies
from checker.arithmetic.own_arithmetic import review
from checker.check import check_claims
from checker.evidence import Evidence
from corpus.errors import NotFound, UnusableInput
from corpus.statements.statements import read_draft
from corpus.structure.masthead import has_masthead
from retrieval.chat_catalog.talks import Talk

JsonShape = dict[str, Any]

CHECK_KIND: Final = "api_check"
"""What sort of exchange a check of a program is."""

FIGURES_AT_ONCE: Final = 200
"""Figures that are given at once."""


class Tools:
    """The tools over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask(
        self, question: str, *, person: str, session: str = "", tell: Tell | None = None
    ) -> JsonShape:
        """Answer a question; with a ``session`` it may lean on those before it in the same. ``tell`` as ``Desk.answer``."""
        if not question.strip():
            raise UnusableInput(*say_both("error.no_question"))
        place: ChatPlace = (person, 0, f"{person}/{session or uuid4().hex}")
        answer = await self.desk.answer(question, place, tell)
        if session:
            body = {"text": answer.text, "state": state_json(self.desk.state(place))}
            await self._keep(place[0], place[2], "answer", question, body)
        else:
            self.desk.forget(place[2])
        await self._audit(person, "ask", f"{len(answer.findings)} figures", question)
        return answer_shape(answer)

    async def search(self, query: str, *, top: int = 5, reports: Sequence[str] = ()) -> JsonShape:
        """Return the passages nearest to a query, of the named reports or of all."""
        if not query.strip():
            raise UnusableInput(*say_both("error.no_query"))
        index = self.desk.index
        chosen = await self.desk.check(chosen_reports, index, tuple(reports))
        hits = await self.desk.core(index.search, query, k=top, reports=chosen)
        return {"query": query, "hits": [hit_shape(hit) for hit in hits]}

    async def summarise(self, name: str = "", *, length: Length = "short") -> JsonShape:
        """Sum up a report, organisation, round or period, "" for all of the index."""
        return await self.desk.check(self._summarise, name, length)

    def _summarise(self, name: str, length: Length) -> JsonShape:
        subject, evidence = Subjects(self.desk.index).find(name, language_of(name))
        return summary_shape(summarise(subject, evidence, length))

    async def find_figures(
        self, *, org: str = "", metric: str = "", reports: Sequence[str] = (), most: int = FIGURES_AT_ONCE
    ) -> JsonShape:
        """Return the stated figures of an organisation and a metric, "" for any; ``total`` counts those left out too."""
        return await self.desk.check(self._find_figures, org, metric, tuple(reports), most)

    def _find_figures(self, org: str, metric: str, reports: tuple[str, ...], most: int) -> JsonShape:
        index = self.desk.index
        stated = index.statements(chosen_reports(index, reports))
        found = matching(stated, org, metric, index.agreed)
        return {"figures": [statement_shape(one) for one in found[:most]], "total": len(found)}

    async def conflicts(self) -> JsonShape:
        """Return the pairs of statements of different reports that contradict each other."""
        pairs = await self.desk.check(self.desk.conflicts.pairs)
        return {"conflicts": [[statement_shape(one) for one in pair] for pair in pairs]}

    async def check(
        self, text: str, *, person: str, name: str = "", data: bytes = b"", reports: Sequence[str] = ()
    ) -> JsonShape:
        """Check a text, or the file ``name`` with ``data``; the check's number is for what is decided on it."""
        began = monotonic()
        shape, body = await self.desk.check(self._check, text, name, data, tuple(reports), began)
        number = await self._keep(person, person, CHECK_KIND, name or text[:60], body)
        await self._audit(person, "check", f"talk {number}, {len(shape['findings'])} figures", text)
        return {"check": number, **shape}

    def _check(
        self, text: str, name: str, data: bytes, reports: tuple[str, ...], began: float
    ) -> tuple[JsonShape, JsonShape]:
        desk, read = self.desk, None
        if data:
            read = read_document(data, name, desk.room)
            text = read.text
        if len(text) > LONGEST_DRAFT:
            raise UnusableInput(*say_both("telegram.draft_too_long", limit=LONGEST_DRAFT))
        index = desk.index
        chosen = [index.report(one) for one in chosen_reports(index, reports)]
        if chosen:
            evidence = Evidence.of_reports(chosen, index.agreed)
        else:
            evidence = desk.evidence.about(read.statements) if read else desk.evidence.of(text, name)
        claims = read_draft(text, evidence.directory)
        findings = check_claims(claims, evidence)
        remarks = review(claims) if has_masthead(text) else []
        figures = judged_figures(findings)
        made = DraftReview(desk.store.decisions, text, figures, name=name)
        if read and read.document.form == "docx":
            read_back(made, desk.room.read(name, word_replies, read.data, text, findings))
        shape = check_shape(text, findings, monotonic() - began, remarks)
        places = [(one.start, one.end, one.verdict) for one in figures]
        body = {"text": text, "name": name, "places": places, "shape": shape}
        return _with_decisions(shape, made, people_names(desk.store.people)), body

    async def checked(self, number: int, *, person: str) -> JsonShape:
        """Return a check of the same ``person`` again, with what was decided since."""
        talk = await self._check_of(number, person)
        made = await self.desk.record(self._review, talk)
        names = await self.desk.record(people_names, self.desk.store.people)
        return {"check": number, **await self.desk.record(_with_decisions, talk.body["shape"], made, names)}

    async def decide(
        self, check: int, number: int, ruling: Ruling, *, person: str, note: str = ""
    ) -> JsonShape:
        """Decide on a figure of a check, the ``number``-th from 1; return what then holds."""
        talk = await self._check_of(check, person)
        made = await self.desk.record(self._review, talk)
        decision = await self.desk.record(lambda: made.decide(number, ruling, by=person, note=note))
        await self._audit(person, "decision", f"talk {check}, figure {number}, {decision.choice}")
        names = await self.desk.record(people_names, self.desk.store.people)
        return {"number": number, **decision_shape(decision, names)}

    async def _check_of(self, number: int, person: str) -> Talk:
        talk = await self.desk.record(self.desk.store.talks.talk, number)
        if talk is None or talk.kind != CHECK_KIND or talk.person != person:
            raise NotFound(*say_both("error.no_check", number=number))
        return talk

    def _review(self, talk: Talk) -> DraftReview:
        figures = [JudgedFigure(*place) for place in talk.body["places"]]
        return DraftReview(self.desk.store.decisions, talk.body["text"], figures, name=talk.body["name"])

    async def reports(self, words: str = "") -> JsonShape:
        """Return the reports whose title, organisation, date or id holds all the words."""
        found = await self.desk.check(self.desk.index.reports)
        return {"reports": [report_shape(one) for one in found if holds_words(one, words)]}

    async def report(self, name: str) -> JsonShape:
        """Return a report with its text; raises ``NotFound`` where there is none of that id."""
        found = await self.desk.check(self.desk.index.report, name)
        return {**report_shape(found), "text": found.text}

    async def add_report(self, name: str, data: bytes, *, person: str) -> JsonShape:
        """Put a report in; ``outcome`` is what became of it, ``report`` its id. ``name`` must be safe as a file's."""
        place = upload_place(self.desk.settings.home, data, name)
        whole, added = await self.desk.check(put_file_in, self.desk.index, self.desk.room, data, place)
        told = f"{added.report}, {added.passages} passages, {added.figures} figures"
        await self._audit(person, "ingest", told)
        return {
            "outcome": added.outcome,
            "report": added.report,
            "title": whole.report.title,
            "passages": len(whole.passages),
            "figures": len(whole.statements),
        }

    async def remove_report(self, name: str, *, person: str) -> None:
        """Take a report out; raises ``NotFound`` where there is none of that id."""
        await self.desk.check(self.desk.index.remove, name)
        await self._audit(person, "remove", name)

    async def _keep(self, chat: str, person: str, kind: str, question: str, body: Mapping[str, Any]) -> int:
        add = self.desk.store.talks.add
        update = f"{person}/{uuid4().hex}"
        message = time_ns() // 1000
        return await self.desk.record(
            lambda: add(
                update,
                chat=chat,
                thread=0,
                person=person,
                message=message,
                kind=kind,
                question=question,
                body=body,
            )
        )

    async def _audit(self, person: str, action: str, subject: str, text: str = "") -> None:
        kept = text if self.desk.settings.telegram_audit_text and text else None
        write = self.desk.store.audit.write
        update = f"{person}/{uuid4().hex}"
        await self.desk.record(
            lambda: write(update, person=person, chat=person, action=action, subject=subject, text=kept)
        )


def _with_decisions(shape: JsonShape, made: DraftReview, names: Mapping[str, str]) -> JsonShape:
    """Return a check with what was decided on its figures until now."""
    decided = made.decisions()
    findings = [
        one | decided_shape(decided.get(number), names) for number, one in enumerate(shape["findings"], 1)
    ]
    return {**shape, "findings": findings, "needs_person": bool(made.need_person())}
