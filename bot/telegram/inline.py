"""Inline mode: ``@bot question`` in any chat gives up to five answers, each with its figure and source."""

import logging
from typing import Final

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.chat.desk import Desk
from bot.chat.rendering import rich_answer
from bot.chat.rich_text import RichText, bold, compose, quoted, shorten
from bot.chat.roles import Role, may
from bot.messages import say
from bot.rendering import verdict_name
from bot.telegram.ids import key_of
from bot.telegram.markup import html_of, split_text
from bot.telegram.updates import Context, language_of_user
from checker.verdicts import VERDICT_ROWS, Verdict
from corpus.figure import Statement

_MOST_RESULTS: Final = 5
SHORTEST: Final = 2
"""Characters below which nothing is looked for: they are still typing."""

FRESH: Final = 30
"""Seconds that Telegram may show the same results to the same person again."""

logger = logging.getLogger(__name__)


async def answer_inline(desk: Desk, update: Update, context: Context) -> None:
    """Answer an inline query; whoever may not ask gets one sentence and nothing of the reports."""
    query = update.inline_query
    if query is None or await desk.record(desk.store.inbox.begin, key_of(update.update_id)) is None:
        return
    language = language_of_user(query.from_user, context.user_data)
    person = key_of(query.from_user.id)
    role = await desk.role(person)
    if not may(role, Role.READER):
        desk.measures.add("denied")
        key = "blocked" if role is Role.BLOCKED else "stranger"
        results = [_note(say(f"telegram.{key}", language, id=query.from_user.id))]
    elif len(query.query.strip()) < SHORTEST:
        results = []
    elif desk.limits.wait(person):
        desk.measures.add("limited")
        results = [_note(say("telegram.too_many", language, seconds=60))]
    else:
        results = await desk.core(lambda: _results(desk, query.query.strip(), language))
        await desk.record(
            desk.store.audit.write,
            key_of(update.update_id),
            person=person,
            chat="",
            action="inline",
            subject=f"{len(results)} results",
            text=query.query if desk.settings.telegram_audit_text else None,
        )
    try:
        await query.answer(results, cache_time=FRESH, is_personal=True)
    except BadRequest as error:
        if "too old" not in error.message and "query ID is invalid" not in error.message:
            raise
        logger.info("update %s: they had typed on", update.update_id)


def _note(text: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle("note", shorten(text, 100), InputTextMessageContent(text))


def _results(desk: Desk, question: str, language: str) -> list[InlineQueryResultArticle]:
    answerer: Answerer = desk.answerer()
    answer = answerer.answer(question, written=False)[0]  # a model takes longer than Telegram waits
    # Inline there is no asking back: each of several that may be meant is answered for.
    asked = [
        answerer.answer(choice.question, written=False)[0] for choice in answer.choices[:_MOST_RESULTS]
    ] or [answer]
    answers = [one for one in asked if not one.refused]
    results = [_answered(one, n, language) for n, one in enumerate(answers)]
    seen = {(citation.report, citation.start) for one in answers for citation in one.citations}
    for number, statement in enumerate(_near(desk, question, seen), 1):
        if len(results) >= _MOST_RESULTS:
            break
        results.append(_stated(statement, number, language))
    if not results:
        results.append(_note(shorten(answer.text, 300)))
    return results


def _answered(answer: CheckedAnswer, number: int, language: str) -> InlineQueryResultArticle:
    text = split_text(compose(bold(answer.question), "\n\n", rich_answer(answer)))[0]
    source = answer.citations[0].title if answer.citations else ""
    verdict = answer.findings[0].verdict if answer.findings else Verdict.NOT_CHECKED
    title = answer.direct.raw if answer.direct else shorten(answer.text, 60)
    return _article(f"answer{number}", title, f"{verdict_name(verdict, language)} · {source}", text)


def _stated(statement: Statement, number: int, language: str) -> InlineQueryResultArticle:
    figure = statement.figure
    about = " ".join(filter(None, (figure.org, figure.period, figure.metric)))
    verdict = verdict_name(Verdict.SUPPORTED, language)
    text = compose(
        bold(figure.raw),
        f" {about}\n",
        quoted(shorten(statement.quote, 600)),
        f"\n{VERDICT_ROWS[Verdict.SUPPORTED].mark} {verdict} · 《{statement.title}》 {statement.published}",
    )
    return _article(f"near{number}", f"{figure.raw} {figure.metric}", f"{verdict} · {statement.title}", text)


def _article(key: str, title: str, description: str, text: RichText) -> InlineQueryResultArticle:
    preview = LinkPreviewOptions(is_disabled=True)
    content = InputTextMessageContent(html_of(text), parse_mode=ParseMode.HTML, link_preview_options=preview)
    return InlineQueryResultArticle(key, shorten(title, 100), content, description=shorten(description, 120))


def _near(desk: Desk, question: str, seen: set[tuple[str, int]]) -> list[Statement]:
    """Return the figures that stand in the passages found, those whose metric the question names first."""
    hits = desk.index.search(question, k=_MOST_RESULTS)
    statements = desk.index.statements(sorted({hit.report for hit in hits})) if hits else []
    letters = set(question)
    found: list[tuple[float, Statement]] = []
    for rank, hit in enumerate(hits):
        inside = [
            one
            for one in statements
            if one.report == hit.report
            and hit.start <= one.figure.start < hit.end
            and one.figure.metric
            and one.figure.value is not None
            and (one.report, one.start) not in seen
        ]
        for one in inside:
            shared = len(letters & set(one.figure.metric)) / len(set(one.figure.metric))
            found.append((shared - rank / 100, one))
    return [one for _, one in sorted(found, key=lambda pair: -pair[0])]
