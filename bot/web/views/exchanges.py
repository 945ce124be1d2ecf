"""What a page shows of an exchange: what was kept of it, or said, in; texts in runs, sources and further questions out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.chat.rich_text import RichText, bold, compose, link, rich
from bot.messages import say
from bot.rendering import verdict_counts, verdict_name
from bot.web.conversations import Said
from bot.web.views.links import passage_link
from bot.web.views.tones import verdict_tone
from checker.verdicts import VERDICT_ROWS, WRONG, Verdict
from retrieval.chat_catalog.talks import Talk

_NUMBER: Final = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of an answer: its number, report, date and section, and the page that shows the passage."""

    n: int
    title: str
    place: str
    quote: str
    link: str


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A figure of an answer with its verdict and why."""

    raw: str
    name: str
    tone: str
    sign: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn and what was said to it; ``number`` is 0 for one that was not kept, ``parts`` are its messages."""

    number: int
    question: str
    parts: tuple[RichText, ...]
    at: datetime | None = None
    mark: str = ""
    is_doubtful: bool = False
    sources: tuple[CitedSource, ...] = ()
    figures: tuple[CheckedFigure, ...] = ()
    further: tuple[str, ...] = ()
    begins_topic: bool = False


def exchange_of(talk: Talk, language: str) -> Exchange:
    """Return an exchange that was kept."""
    body = talk.body
    if talk.kind == "new":
        return Exchange(talk.id, "", (), talk.at, begins_topic=True)
    findings = body.get("findings", [])
    wrong = [one["raw"] for one in findings if Verdict(one["verdict"]) in WRONG]
    return Exchange(
        talk.id,
        talk.question,
        (_with_links(talk),),
        talk.at,
        _mark(findings, wrong, language),
        bool(wrong),
        tuple(_source(one, body) for one in body.get("citations", [])),
        tuple({_figure(one, language): None for one in findings}),
        tuple(body.get("follow_ups", [])),
    )


def exchange_said(question: str, said: Said, language: str) -> Exchange:
    """Return an exchange that was just had, kept or not."""
    if said.talk is not None and said.talk.kind in {"answer", "summary", "compare", "new"}:
        return exchange_of(said.talk, language)
    further = said.talk.body.get("follow_ups", []) if said.talk else []
    return Exchange(0, question, tuple(reply.text for reply in said.replies), further=tuple(further))


def _mark(findings: Sequence[Mapping[str, str]], wrong: Sequence[str], language: str) -> str:
    if wrong:
        return say("answer.unchecked", language, figures="、".join(wrong))
    counts = verdict_counts([Verdict(one["verdict"]) for one in findings], language)
    return say("answer.checked", language, counts=counts) if findings else ""


def _with_links(talk: Talk) -> RichText:
    """Return an answer's text: the figure that was asked for in bold, each citation's number a link to its passage."""
    body = talk.body
    text = body.get("text", "").removeprefix(f"{talk.question}\n")
    links = {one["n"]: passage_link_of(one, body) for one in body.get("citations", [])}
    direct = body.get("direct", "")
    place = text.find(direct) if direct else -1
    parts: list[RichText] = []
    done = 0
    for number in _NUMBER.finditer(text):
        if int(number[1]) in links:
            parts.append(_plain(text, done, number.start(), place, len(direct)))
            parts.append(link(number[1], links[int(number[1])]))
            done = number.end()
    return compose(*parts, _plain(text, done, len(text), place, len(direct)))


def _plain(text: str, start: int, end: int, place: int, size: int) -> RichText:
    if not start <= place < place + size <= end or not size:
        return rich(text[start:end])
    return compose(text[start:place], bold(text[place : place + size]), text[place + size : end])


def _source(shape: Mapping[str, Any], body: Mapping[str, Any]) -> CitedSource:
    place = " · ".join(filter(None, (shape["date"], shape["section"])))
    return CitedSource(shape["n"], shape["title"], place, shape["quote"], passage_link_of(shape, body))


def passage_link_of(shape: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    """Return the page that shows a citation, with the figure marked that its answer took from it."""
    raws = [body.get("direct", ""), *(one["raw"] for one in body.get("findings", []))]
    figure = next((raw for raw in raws if raw and raw in shape["quote"]), "")
    return passage_link(shape["report"], shape["start"], shape["end"], figure)


def _figure(shape: Mapping[str, str], language: str) -> CheckedFigure:
    row = VERDICT_ROWS[Verdict(shape["verdict"])]
    name = verdict_name(row.verdict, language)
    return CheckedFigure(shape["raw"], name, verdict_tone(row.verdict), row.sign, shape["explanation"])
