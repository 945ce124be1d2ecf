"""Checking: drafts dropped, their checks watched, read beside their evidence, decided on and taken away."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from bot.chat.roles import Role
from bot.messages import say_both
from bot.rendering import verdict_name
from bot.review.deciders import people_names, rulings_of
from bot.review.draft_review import DraftReview, Ruling
from bot.web.checks.bench import DRAFT_KIND, Job
from bot.web.checks.kept_check import KeptCheck
from bot.web.checks.review_cards import ReviewCard, counted_verdicts, review_cards, review_of
from bot.web.checks.takeaways import TAKEAWAYS, takeaway
from bot.web.responses import EVENT_STREAM, event, page, part, see, streamed
from bot.web.site import Site, site_of
from bot.web.uploaded import SentFile, sent_files
from bot.web.views.marked_text import MarkedText, headings_of
from bot.web.views.tones import verdict_tone
from bot.web.visitors import ReviewingVisitor, Visitor
from checker.annotation.reasons import Rulings
from checker.verdicts import WRONG
from corpus.errors import NotFound, UnusableInput
from corpus.reading.formats import listed_suffixes
from corpus.structure.headings import find_sections
from retrieval.chat_catalog.talks import Talk

checking_pages = APIRouter()

_LISTED: Final = 50
_TOLD: Final = 40
"""Problems that are told while a check goes on."""
_PAUSE: Final = 0.25
"""Seconds between two looks at a check."""
LONGEST_NOTE: Final = 2000


@checking_pages.get("/checks")
async def show_drafts(request: Request, visitor: ReviewingVisitor) -> Response:
    """Show where to drop a draft, and the drafts that this person had checked."""
    drafts = await site_of(request).bench.drafts(visitor.person, _LISTED)
    limit = site_of(request).settings.telegram_file_mb
    need = await asyncio.to_thread(site_of(request).bench.needing, drafts)
    return page(
        request, visitor, "checks.html", drafts=drafts, need=need, suffixes=listed_suffixes(), limit=limit
    )


@checking_pages.post("/checks")
async def take_draft(request: Request, visitor: ReviewingVisitor) -> Response:
    """Take a draft, a file or a text that was pasted, and show its check."""
    text = str((await request.form()).get("text", "")).strip()
    sent = [SentFile("draft.txt", text.encode("utf-8", "replace"))] if text else await sent_files(request)
    numbers = [await site_of(request).bench.begin(visitor.person, one.name, one.data) for one in sent]
    path = f"/checks/{numbers[0]}" if len(numbers) == 1 else "/checks"
    return Response(path, media_type="text/plain") if streamed(request) else see(path)


async def own_draft(request: Request, visitor: Visitor, number: int) -> Talk:
    """Return a draft of this person's, an administrator's any; raises ``NotFound`` for others as for none."""
    desk = site_of(request).desk
    talk = await desk.record(desk.store.talks.talk, number)
    may_see = talk is not None and (talk.person == visitor.person or visitor.may(Role.ADMINISTRATOR))
    if talk is None or talk.kind != DRAFT_KIND or not may_see:
        raise NotFound(*say_both("web.no_draft"))
    return talk


@dataclass(frozen=True, slots=True)
class ReviewedDraft:
    """A checked draft with its cards, and what was decided as its documents tell it."""

    check: KeptCheck
    cards: list[ReviewCard]
    rulings: Rulings


async def reviewed(site: Site, visitor: Visitor, talk: Talk) -> ReviewedDraft | None:
    """Return a checked draft with what was decided on it, None while it is not checked."""
    return await site.desk.check(_reviewed, site, visitor, talk)


def _reviewed(site: Site, visitor: Visitor, talk: Talk) -> ReviewedDraft | None:
    check = site.bench.folder(talk.id).check()
    if check is None:
        return None
    review = review_of(site.desk.store, check, talk.question)
    decided, names = review.decisions(), people_names(site.desk.store.people)
    cards = review_cards(check, decided, names, visitor.language)
    return ReviewedDraft(check, cards, rulings_of(check.findings, decided, names))


def _cards(site: Site, visitor: Visitor, check: KeptCheck, review: DraftReview) -> list[ReviewCard]:
    names = people_names(site.desk.store.people)
    return review_cards(check, review.decisions(), names, visitor.language)


@checking_pages.get("/checks/{number}")
async def show_draft(request: Request, visitor: ReviewingVisitor, number: int) -> Response:
    """Show a draft beside its findings, or how far its check is."""
    site = site_of(request)
    talk = await own_draft(request, visitor, number)
    made = await reviewed(site, visitor, talk)
    if made is None:
        failed = talk.body.get("failed", {}).get(visitor.language, "")
        waits = site.bench.job(number) is not None
        return page(request, visitor, "check_waiting.html", talk=talk, failed=failed, waits=waits)
    spans = [(one.figure.start, one.figure.end) for one in made.check.findings]
    headings = headings_of(made.check.text, find_sections(made.check.text))
    return page(
        request,
        visitor,
        "check.html",
        talk=talk,
        cards=made.cards,
        remarks=made.check.remarks,
        blocks=MarkedText(made.check.text, spans, headings=headings).blocks(),
        counts=counted_verdicts(made.check.findings, visitor.language),
        need=sum(card.needs_person for card in made.cards),
        left=sum(card.is_open for card in made.cards),
        takeaways=[one for one in TAKEAWAYS if not one.form or one.form == made.check.form],
    )


@checking_pages.post("/checks/{number}/again")
async def check_again(request: Request, visitor: ReviewingVisitor, number: int) -> Response:
    """Check a draft whose check came to no end."""
    talk = await own_draft(request, visitor, number)
    site_of(request).bench.start(number, talk.person, talk.question)
    return see(f"/checks/{number}")


@checking_pages.get("/checks/{number}/events")
async def watch(request: Request, visitor: ReviewingVisitor, number: int) -> Response:
    """Tell of a check while it goes on."""
    await own_draft(request, visitor, number)
    site = site_of(request)
    return StreamingResponse(_watched(site.bench.job(number), visitor), media_type=EVENT_STREAM)


async def _watched(job: Job | None, visitor: Visitor) -> AsyncIterator[str]:
    """Yield an event whenever more figures are done, with the problems that were found since, and one at the end."""
    seen = told = 0
    while job is not None and not job.ended:
        found = job.found[seen:]
        if found or not seen:
            problems = [
                {
                    "raw": one.figure.raw,
                    "verdict": verdict_name(one.verdict, visitor.language),
                    "kind": str(one.verdict),
                    "tone": verdict_tone(one.verdict),
                    "explanation": one.explanation,
                }
                for one in found
                if one.verdict in WRONG
            ][: _TOLD - told]
            seen, told = seen + len(found), told + len(problems)
            yield event("progress", json.dumps({"done": seen, "total": job.total, "problems": problems}))
        await asyncio.sleep(_PAUSE)
    yield event("done", "{}")


@checking_pages.post("/checks/{number}/decide")
async def decide(request: Request, visitor: ReviewingVisitor, number: int) -> Response:
    """Keep what a reviewer decides on a finding, and show it as it then stands."""
    site = site_of(request)
    talk = await own_draft(request, visitor, number)
    form = await request.form()
    figure, ruling = _decided(str(form.get("figure", "")), str(form.get("ruling", "")))
    note = str(form.get("note", ""))[:LONGEST_NOTE]
    check = await site.desk.check(site.bench.folder(number).check)
    if check is None:
        raise NotFound(*say_both("web.no_draft"))
    review = await site.desk.check(review_of, site.desk.store, check, talk.question)
    await site.desk.record(lambda: review.decide(figure, ruling, by=visitor.person, note=note))
    await site.audit(visitor, "decide", f"talk {number}, figure {figure}, {ruling}")
    if not streamed(request):
        return see(f"/checks/{number}#n{figure}")
    cards = await site.desk.check(_cards, site, visitor, check, review)
    return _card(site, visitor, talk, cards, figure)


def _decided(figure: str, ruling: str) -> tuple[int, Ruling]:
    try:
        return int(figure), Ruling(ruling)
    except ValueError as error:
        raise UnusableInput(*say_both("web.no_ruling")) from error


def _card(site: Site, visitor: Visitor, talk: Talk, cards: Sequence[ReviewCard], figure: int) -> Response:
    """Return one finding as a script puts it in, with how many are left."""
    told = part(site, visitor, "finding.html", card=cards[figure - 1], talk=talk)
    left, need = (sum(card.is_open for card in cards), sum(card.needs_person for card in cards))
    return Response(told, media_type="text/html", headers={"x-left": str(left), "x-need": str(need)})


@checking_pages.get("/checks/{number}/files/{name}")
async def take_away(request: Request, visitor: ReviewingVisitor, number: int, name: str) -> Response:
    """Hand over the checked draft in one of its forms."""
    site = site_of(request)
    talk = await own_draft(request, visitor, number)
    made = await reviewed(site, visitor, talk)
    found = next((one for one in TAKEAWAYS if one.name == name), None)
    if made is None or found is None or (found.form and found.form != made.check.form):
        raise NotFound(*say_both("web.no_draft"))
    file = site.bench.folder(number).file
    made_file = await site.desk.check(
        lambda: takeaway(
            found,
            talk.question,
            file(),
            made.check,
            made.cards,
            made.rulings,
            visitor.language,
            site.desk.room,
        )
    )
    await site.audit(visitor, "export", f"talk {number}, {name}")
    return Response(
        made_file.data, media_type=made_file.media, headers={"content-disposition": made_file.disposition}
    )


@checking_pages.post("/checks/{number}/remove")
async def remove_draft(request: Request, visitor: ReviewingVisitor, number: int) -> Response:
    """Delete a draft."""
    site = site_of(request)
    await own_draft(request, visitor, number)
    await site.bench.remove(number)
    await site.audit(visitor, "remove draft", f"talk {number}")
    return see("/checks")
