"""Buttons: what was pressed in, what it opens out.

A button's data names its deed and an exchange in the catalog, so it works as long as the exchange is kept.
Data that somebody made up names an exchange of another chat, or none, and opens nothing.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Final

from bot.chat.handlers.administration import decide_broadcast
from bot.chat.handlers.lookups import turn_page
from bot.chat.handlers.questions import answer_text
from bot.chat.handlers.reviewing import accept_finding, reject_finding, review_button, review_finding
from bot.chat.handlers.uploads import decide_removal, decide_upload
from bot.chat.rendering import rich_findings, rich_passage
from bot.chat.reply import Reply
from bot.chat.request import Ask
from bot.chat.rich_text import bold, compose, folded, join_words, rich, shorten
from corpus.errors import NotFound
from corpus.report import Report
from retrieval.chat_catalog.talks import Talk
from retrieval.hit import Hit

DATA: Final = re.compile(r"([a-z+-]):([0-9]{1,12})(?::([0-9]{1,4}|[a-z]))?")

FURTHER: Final = 10
"""Passages that are looked through for more."""

Press = Callable[[Ask, Talk, str], Awaitable[list[Reply]]]


async def open_source(ask: Ask, talk: Talk, number: str) -> list[Reply]:
    """Open the passage that a citation stands for."""
    found = next((one for one in talk.body.get("citations", []) if str(one["n"]) == number), None)
    if found is None:
        await ask.show_notice(ask.say("gone"))
        return []
    await ask.show_notice()
    report = await ask.desk.record(_report_or_none, ask, found["report"])
    figures = [finding["raw"] for finding in talk.body.get("findings", [])]
    return [Reply(rich_passage(found, report, [talk.body.get("direct", ""), *figures]))]


def _report_or_none(ask: Ask, report: str) -> Report | None:
    try:
        return ask.desk.index.report(report)
    except NotFound:
        return None


async def show_check(ask: Ask, talk: Talk, _: str) -> list[Reply]:
    """Show each figure's verdict and why."""
    await ask.show_notice()
    findings = talk.body.get("findings", [])
    told = rich_findings(findings, ask.language) if findings else rich(ask.say("no_figures"))
    return [Reply(told, review_button(ask, talk))]


async def show_more(ask: Ask, talk: Talk, _: str) -> list[Reply]:
    """Show further passages about the question."""
    await ask.show_notice()
    hits = await ask.desk.core(ask.desk.index.search, talk.question, FURTHER)
    cited = [(one["report"], one["start"], one["end"]) for one in talk.body.get("citations", [])]
    fresh = [hit for hit in hits if not any(_within(span, hit) for span in cited)]
    if not fresh:
        return [Reply(rich(ask.say("no_more")))]
    rows = [
        compose(
            bold(shorten(hit.title, 60)), f" {hit.published}".rstrip(), "\n", folded(shorten(hit.text, 400))
        )
        for hit in fresh[:5]
    ]
    return [Reply(join_words("\n", [ask.say("more"), *rows]))]


def _within(span: tuple[str, int, int], hit: Hit) -> bool:
    report, start, end = span
    return report == hit.report and hit.start <= start and end <= hit.end


async def ask_on(ask: Ask, talk: Talk, number: str) -> list[Reply]:
    """Ask one of the questions that were offered."""
    offered = talk.body.get("follow_ups", [])
    if not (number.isdecimal() and int(number) < len(offered)):
        await ask.show_notice(ask.say("gone"))
        return []
    await ask.show_notice()
    question = offered[int(number)]
    replies = await answer_text(ask, question)
    return [Reply(bold("❓ " + question), plain=True), *replies]


async def ask_again(ask: Ask, talk: Talk, _: str) -> list[Reply]:
    """Ask a question of the history again."""
    await ask.show_notice()
    replies = await answer_text(ask, talk.question)
    return [Reply(bold("❓ " + shorten(talk.question, 500)), plain=True), *replies]


async def rate(ask: Ask, talk: Talk, mark: str) -> list[Reply]:
    """Keep what somebody thinks of an answer."""
    await ask.desk.record(ask.desk.store.talks.rate, ask.person, mark, talk=talk.id)
    await ask.audit("feedback", f"talk {talk.id}, {mark}")
    await ask.show_notice(ask.say("thanks"))
    return []


async def like(ask: Ask, talk: Talk, _: str) -> list[Reply]:
    """Keep a 👍."""
    return await rate(ask, talk, "up")


async def dislike(ask: Ask, talk: Talk, _: str) -> list[Reply]:
    """Keep a 👎."""
    return await rate(ask, talk, "down")


PRESSES: Final[dict[str, Press]] = {
    "s": open_source,
    "c": show_check,
    "m": show_more,
    "q": ask_on,
    "a": ask_again,
    "p": turn_page,
    "u": decide_upload,
    "d": decide_removal,
    "b": decide_broadcast,
    "r": review_finding,
    "y": accept_finding,
    "x": reject_finding,
    "+": like,
    "-": dislike,
}


async def press(ask: Ask) -> list[Reply]:
    """Do what a button says, if it belongs to this chat."""
    pressed = ask.request.press
    match = DATA.fullmatch(pressed.data) if pressed else None
    talk = await ask.desk.record(ask.desk.store.talks.talk, int(match[2])) if match else None
    deed = PRESSES.get(match[1]) if match else None
    if match is None or deed is None or talk is None or talk.chat != ask.chat:
        await ask.show_notice(ask.say("gone"))
        return []
    return await deed(ask, talk, match[3] or "")
