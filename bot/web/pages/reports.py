"""Reports: listed, searched, read with their figures marked, put in after a preview, taken out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from bot.chat.roles import Role
from bot.library.ingesting import ingest
from bot.library.opening import holds_words
from bot.library.previews import preview_file, upload_place
from bot.messages import LANGUAGES, say_both
from bot.web.ids import new_update
from bot.web.responses import page, see, streamed
from bot.web.site import Site, site_of
from bot.web.uploaded import SentFile, sent_files
from bot.web.views.links import report_link
from bot.web.views.marked_text import MarkedText, ShownSpan, TextBlock, headings_of
from bot.web.visitors import AdministratingVisitor, ReadingVisitor, Visitor
from corpus.errors import HeduiError, NotFound
from corpus.figure import Statement
from corpus.reading.formats import listed_suffixes
from corpus.report import Report
from retrieval.catalog.known import Known
from retrieval.chat_catalog.talks import Talk

reports_pages = APIRouter()

PAGE_OF_REPORTS: Final = 50
_BESIDE: Final = 2
"""Blocks shown before and after those of a cited passage."""
UPLOAD_KIND: Final = "web_upload"


@reports_pages.get("/reports")
async def show_reports(request: Request, visitor: ReadingVisitor, q: str = "", at: int = 1) -> Response:
    """List the reports whose title, organisation, date or id holds the words, a page at a time."""
    site = site_of(request)
    found = await site.desk.check(reports_with, site, q)
    pages = max(1, -(-len(found) // PAGE_OF_REPORTS))
    at = min(max(at, 1), pages)
    uploads = await _uploads(site, visitor) if visitor.may(Role.ADMINISTRATOR) else []
    return page(
        request,
        visitor,
        "reports.html",
        q=q,
        at=at,
        pages=pages,
        total=len(found),
        reports=found[(at - 1) * PAGE_OF_REPORTS : at * PAGE_OF_REPORTS],
        uploads=uploads,
        report_link=report_link,
        may_change=visitor.may(Role.ADMINISTRATOR),
        suffixes=listed_suffixes(),
        limit=site.settings.telegram_file_mb,
    )


def reports_with(site: Site, words: str) -> list[Known]:
    """Return the reports that hold all the words, the newest first."""
    found = [one for one in site.desk.index.catalog.known() if holds_words(one, words)]
    return sorted(found, key=lambda one: (str(one.published or ""), one.id), reverse=True)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its statements, each figure once, in the order of the text."""

    report: Report
    statements: Sequence[Statement]


@reports_pages.get("/reports/{name}")
async def show_report(
    request: Request, visitor: ReadingVisitor, name: str, start: int = 0, end: int = 0, figure: str = ""
) -> Response:
    """Show a report with its figures marked, and the passage that the reader came for."""
    site = site_of(request)
    read = await site.desk.check(_read, site, name)
    text = read.report.text
    cited = (max(start, 0), min(end, len(text))) if 0 <= start < end else (0, 0)
    moved = bool(figure) and figure not in text[slice(*cited)]
    spans = [(one.figure.start, one.figure.end) for one in read.statements]
    headings = headings_of(text, read.report.sections)
    marked = MarkedText(text, spans, (0, 0) if moved else cited, headings)
    told: dict[str, Any] = {
        "report": read.report,
        "statements": read.statements,
        "meant": _meant(spans, text, cited, figure),
        "moved": moved,
    }
    if streamed(request):
        whole = f"{request.url.path}?{request.url.query}#cited"
        return page(
            request,
            visitor,
            "passage.html",
            blocks=around_cited(list(marked.blocks())),
            only=True,
            whole=whole,
            **told,
        )
    return page(
        request,
        visitor,
        "report.html",
        source=Path(read.report.source).name,
        blocks=marked.blocks(),
        link=report_link(read.report.id),
        may_change=visitor.may(Role.ADMINISTRATOR),
        **told,
    )


def around_cited(blocks: Sequence[TextBlock]) -> Sequence[TextBlock]:
    """Return the blocks that hold the cited passage with some before and after it; the first ones where none does."""
    held = [number for number, block in enumerate(blocks) if block.is_cited]
    first, last = (held[0], held[-1]) if held else (0, 0)
    return blocks[max(0, first - _BESIDE) : last + _BESIDE + 1]


def _read(site: Site, name: str) -> ReadReport:
    report = site.desk.index.report(name)
    places = {(one.figure.start, one.figure.end): one for one in site.desk.index.statements((name,))}
    return ReadReport(report, [places[span] for span in sorted(places)])


def _meant(spans: Sequence[ShownSpan], text: str, cited: ShownSpan, figure: str) -> frozenset[int]:
    """Return which marks are the figure that the reader came for: those of its words in the cited passage."""
    return frozenset(
        number
        for number, (start, end) in enumerate(spans)
        if figure and cited[0] <= start and end <= cited[1] and _is_part(text[start:end], figure)
    )


def _is_part(one: str, other: str) -> bool:
    return one in other or other in one


@reports_pages.post("/reports/{name}/remove")
async def remove_report(request: Request, visitor: AdministratingVisitor, name: str) -> Response:
    """Take a report out of the index."""
    site = site_of(request)
    await site.desk.check(site.desk.index.remove, name)
    await site.audit(visitor, "remove", name)
    return see("/reports")


async def _uploads(site: Site, visitor: Visitor) -> list[Talk]:
    talks = site.desk.store.talks
    return await site.desk.record(
        talks.recent, visitor.person, chat=visitor.person, kinds=(UPLOAD_KIND,), limit=50
    )


@reports_pages.post("/uploads")
async def take_uploads(request: Request, visitor: AdministratingVisitor) -> Response:
    """Keep files and say what is in each; nothing is put in yet."""
    site = site_of(request)
    for one in await sent_files(request):
        body = await site.desk.check(_previewed, site, one)
        await site.desk.record(_keep_upload, site, visitor, one.name, body)
    return Response("/reports", media_type="text/plain") if streamed(request) else see("/reports")


def _previewed(site: Site, sent: SentFile) -> dict[str, Any]:
    """Return what is kept of a file: what stands in it, or why it cannot be read."""
    place = upload_place(site.settings.home, sent.data, sent.name)
    try:
        found = preview_file(site.desk.index, site.desk.room, sent.data, place)
    except HeduiError as error:
        return {"failed": {language: error.in_language(language) for language in LANGUAGES}}
    return {"path": str(place), **asdict(found)}


def _keep_upload(site: Site, visitor: Visitor, name: str, body: dict[str, Any]) -> int:
    return site.desk.store.talks.add(
        new_update(),
        chat=visitor.person,
        thread=0,
        person=visitor.person,
        message=0,
        kind=UPLOAD_KIND,
        question=name,
        body=body,
    )


@reports_pages.post("/uploads/{number}")
async def decide_sent_report(request: Request, visitor: AdministratingVisitor, number: int) -> Response:
    """Put a file in that was previewed, or leave it."""
    site = site_of(request)
    talks = site.desk.store.talks
    talk = await site.desk.record(talks.talk, number)
    if talk is None or talk.kind != UPLOAD_KIND or talk.person != visitor.person:
        raise NotFound(*say_both("web.no_upload"))
    wanted = (await request.form()).get("deed") == "put_in" and "path" in talk.body
    if wanted:
        path = talk.body["path"]
        done = await site.desk.check(ingest, site.desk.index, [path], lambda *_: None, site.desk.room)
        if done.failed:
            raise NotFound(done.failed[0][1])
        await site.audit(
            visitor, "ingest", f"{done.arrivals[0].report}, {done.passages} passages, {done.figures} figures"
        )
    await site.desk.record(talks.drop, number)
    return see(report_link(done.arrivals[0].report) if wanted else "/reports")
