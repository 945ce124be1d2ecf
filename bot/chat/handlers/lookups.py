"""Looking things up: reports, sources, figures, comparisons, summaries."""

from collections.abc import Sequence
from typing import Any, Final

from bot.answer import Citation
from bot.chat.rendering import choice_rows, citation_shapes, finding_shape, rich_sources
from bot.chat.reply import Button, Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import RichText, Words, bold, code, compose, join_words, rich, shorten
from bot.chat.series import difference, find_statements, series_of
from bot.library.opening import holds_words
from bot.messages import say
from bot.rendering import counts_text
from bot.summary.requests import citations_of
from bot.summary.subjects import Subjects
from bot.summary.summary import Length, Summary, summarise
from corpus.errors import UnclearName
from corpus.figure import Statement
from corpus.report import Report
from retrieval.chat_catalog.talks import Talk

PAGE: Final = 8
"""Reports on a page."""

CITING: Final = ("answer", "summary", "compare")
"""Exchanges that rest on sources."""

MOST_FIGURES: Final = 20
"""Figures that ``/figures`` shows."""


async def keep(ask: Ask, kind: str, question: str, body: dict[str, Any]) -> int:
    """Keep an exchange for the buttons under its reply; return its id."""
    return await ask.desk.record(
        ask.desk.store.talks.add,
        ask.request.update,
        chat=ask.chat,
        thread=ask.request.thread,
        person=ask.person,
        message=ask.at,
        kind=kind,
        question=question,
        body=body,
    )


async def list_reports(ask: Ask) -> list[Reply]:
    """List the reports whose title, organisation or date holds the words, a page at a time."""
    found = await ask.desk.check(_reports_with, ask, ask.text)
    if not found:
        return notice(ask.say("no_reports"))
    talk = await keep(ask, "reports", ask.text, {})
    return [_page(ask, found, talk, 0)]


async def turn_page(ask: Ask, talk: Talk, number: str) -> list[Reply]:
    """Show another page of reports in place of the one that carries the button."""
    found = await ask.desk.check(_reports_with, ask, talk.question)
    page = int(number) if number.isdecimal() else 0
    if talk.kind != "reports" or page * PAGE >= len(found):
        await ask.show_notice(ask.say("gone"))
        return []
    await ask.show_notice()
    return [_page(ask, found, talk.id, page, ask.at)]


def _reports_with(ask: Ask, words: str) -> list[Report]:
    return [report for report in ask.desk.index.reports() if holds_words(report, words)]


def _page(ask: Ask, found: Sequence[Report], talk: int, page: int, edits: int = 0) -> Reply:
    pages = -(-len(found) // PAGE)
    rows = [
        compose(
            "• ",
            bold(shorten(report.title, 120)),
            f"\n  {f'{report.published} ' if report.published else ''}",
            code(report.id),
        )
        for report in found[page * PAGE : (page + 1) * PAGE]
    ]
    turns = [
        Button(label, f"p:{talk}:{number}")
        for label, number in (("◀", page - 1), ("▶", page + 1))
        if 0 <= number < pages
    ]
    head = ask.say("reports", count=len(found), page=page + 1, pages=pages)
    return Reply(join_words("\n", [head, *rows]), (tuple(turns),) if turns else (), edits=edits)


async def list_sources(ask: Ask) -> list[Reply]:
    """List what the last answer rests on, with buttons that open it."""
    found = await ask.desk.record(
        ask.desk.store.talks.recent, ask.person, chat=ask.chat, kinds=CITING, limit=1
    )
    citations = [Citation(**shape) for shape in found[0].body["citations"]] if found else []
    if not citations:
        return notice(ask.say("no_sources"))
    told = compose(ask.say("sources"), "\n", rich_sources(citations, ask.language))
    return [Reply(told, source_rows(found[0].id, len(citations)))]


def source_rows(talk: int, sources: int) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons that open an exchange's sources."""
    numbered = [Button(f"📄 {n}", f"s:{talk}:{n}") for n in range(1, min(sources, 40) + 1)]
    return tuple(tuple(numbered[start : start + 8]) for start in range(0, len(numbered), 8))


async def list_figures(ask: Ask) -> list[Reply]:
    """List the figures of a metric, an organisation, or both."""
    if not ask.text:
        return notice(ask.say("figures_what"))
    found = await ask.desk.check(find_statements, ask.desk.index, ask.text)
    if not found:
        return notice(ask.say("figures_none", words=ask.text))
    rows: list[Words] = [_figure_row(one) for one in found[:MOST_FIGURES]]
    if len(found) > MOST_FIGURES:
        rows.append(ask.say("figures_more", count=len(found) - MOST_FIGURES))
    await ask.audit("figures", f"{len(found)} figures", ask.text)
    return [Reply(join_words("\n", rows))]


def _figure_row(statement: Statement) -> RichText:
    figure = statement.figure
    about = " ".join(filter(None, (figure.org, figure.period, figure.metric)))
    return compose("• ", bold(figure.raw), f" {about} 《{shorten(statement.title, 40)}》")


async def show_comparison(ask: Ask) -> list[Reply]:
    """Put the figures of one metric side by side; of two, say how far they are apart."""
    if not ask.text:
        return notice(ask.say("compare_what"))
    found = await ask.desk.check(lambda: series_of(find_statements(ask.desk.index, ask.text)))
    if found is None:
        return notice(ask.say("compare_none", words=ask.text))
    rows: list[Words] = [
        compose(f"{mark.label}：", bold(mark.statement.figure.raw), f" [{n}]")
        for n, mark in enumerate(found.marks, 1)
    ]
    if len(found.marks) == 2:
        apart, ratio = difference(found.marks)
        rows.append(ask.say("compare_two", apart=apart, unit=found.unit, ratio=ratio or "—"))
    citations = [_citation(n, mark.statement) for n, mark in enumerate(found.marks, 1)]
    findings = [
        {"raw": mark.statement.figure.raw, "verdict": "supported", "explanation": mark.statement.quote}
        for mark in found.marks
    ]
    talk = await keep(
        ask,
        "compare",
        ask.text,
        {"text": join_words("\n", rows).plain, "citations": citation_shapes(citations), "findings": findings},
    )
    await ask.audit("compare", f"{len(found.marks)} figures", ask.text)
    told = join_words("\n", [bold(found.metric), *rows, "", rich_sources(citations, ask.language)])
    return [Reply(told, source_rows(talk, len(citations)))]


def _citation(n: int, statement: Statement) -> Citation:
    return Citation(
        n,
        statement.report,
        statement.title,
        statement.published,
        statement.section,
        statement.quote,
        statement.start,
        statement.end,
    )


async def show_summary(ask: Ask) -> list[Reply]:
    """Sum up a report, an organisation, a round or a period; ``long`` or 详细 in front asks for the long one."""
    first, _, rest = ask.text.partition(" ")
    long = first in {"long", "详细"}
    length: Length = "long" if long else "short"
    name = rest.strip() if long else ask.text
    try:
        made = await ask.desk.check(_summarise, ask, name, length)
    except UnclearName as unclear:
        return await _ask_which(ask, name, unclear.choices, long)
    citations = citations_of(made)
    body = {
        "text": made.text,
        "direct": "",
        "citations": citation_shapes(citations),
        "findings": [finding_shape(finding) for finding in made.findings],
    }
    talk = await keep(ask, "summary", made.title, body)
    await ask.audit("summary", f"talk {talk}, {len(made.findings)} figures", ask.text)
    checked = ask.say("checked", counts=counts_text(made.findings, ask.language))
    told = join_words("\n", [made.text, "", checked, "", rich_sources(citations, ask.language)])
    check = (Button(ask.say("button_check"), f"c:{talk}"),)
    return [Reply(told, (*source_rows(talk, len(citations)), check))]


async def _ask_which(ask: Ask, name: str, choices: Sequence[str], long: bool) -> list[Reply]:
    """Ask which of several a name stands for; a button sums that one up."""
    questions = [ask.say("sum_up_long" if long else "sum_up", name=one) for one in choices]
    talk = await keep(ask, "choice", name, {"follow_ups": questions})
    return [Reply(rich(say("answer.which", ask.language, name=name)), choice_rows(talk, choices))]


def _summarise(ask: Ask, name: str, length: Length) -> Summary:
    subject, evidence = Subjects(ask.desk.index).find(name, ask.language)
    return summarise(subject, evidence, length)
