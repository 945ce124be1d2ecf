"""Asking: the chat of one person as a page, its answers streamed into it."""

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import islice
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from bot.chat.follow_ups import questions_about
from bot.web.conversations import Said
from bot.web.platform import PageStream
from bot.web.responses import EVENT_STREAM, event, page, part, see, streamed
from bot.web.site import Site, site_of
from bot.web.views.exchanges import exchange_of, exchange_said
from bot.web.visitors import ReadingVisitor, Visitor

asking_pages = APIRouter()

_SHOWN: Final = 30
"""Exchanges that the page shows."""

_OFFERED: Final = 3

_LONGEST_TURN: Final = 20_000
"""Characters of a turn that are taken; the core says what is too long for a question."""


@asking_pages.get("/")
async def show_chat(request: Request, visitor: ReadingVisitor) -> Response:
    """Show what was asked and answered, and where nothing was, what might be asked."""
    site = site_of(request)
    earlier = await site.conversations.earlier(visitor.person, _SHOWN)
    exchanges = [exchange_of(talk, visitor.language) for talk in earlier]
    offered = [] if exchanges else await site.desk.check(_offered, site)
    return page(request, visitor, "ask.html", exchanges=exchanges, offered=offered)


def _offered(site: Site) -> list[str]:
    """Return questions that the newest of the reports answer."""
    known = sorted(site.desk.index.catalog.known(), key=lambda one: str(one.published or ""), reverse=True)
    questions: list[str] = []
    for one in known[:_OFFERED]:
        questions += islice(questions_about(site.desk.index.statements((one.id,))), 1)
    return list(dict.fromkeys(questions))


@asking_pages.post("/ask")
async def take_question(request: Request, visitor: ReadingVisitor) -> Response:
    """Answer a turn: to a script as a stream of parts, to a browser without one by the page."""
    site = site_of(request)
    form = await request.form()
    text = str(form.get("text", "")).strip()[:_LONGEST_TURN]
    if not text:
        return see("/")
    task, stream = await site.conversations.begin(visitor, text)
    if streamed(request):
        return StreamingResponse(_answer(site, visitor, text, task, stream), media_type=EVENT_STREAM)
    await asyncio.shield(task)
    return see("/#latest")


async def _answer(
    site: Site, visitor: Visitor, text: str, task: "asyncio.Task[Said]", stream: PageStream
) -> AsyncIterator[str]:
    while (told := await stream.parts.get()) is not None:
        yield event("part", json.dumps(told))
    exchange = exchange_said(text, await asyncio.shield(task), visitor.language)
    yield event("done", json.dumps(part(site, visitor, "exchange.html", exchange=exchange)))


@asking_pages.post("/talks/{number}/rate")
async def take_rating(request: Request, visitor: ReadingVisitor, number: int) -> Response:
    """Keep what somebody thinks of an answer of theirs."""
    site = site_of(request)
    form = await request.form()
    mark = "+" if form.get("mark") == "up" else "-"
    task, _ = await site.conversations.begin(visitor, "", f"{mark}:{number}")
    said = await asyncio.shield(task)
    if streamed(request):
        return Response("".join(reply.text.plain for reply in said.replies), media_type="text/plain")
    return see("/#latest")
