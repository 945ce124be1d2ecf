"""A stated figure as an answer: a statement in, a draft with its sentence out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer import Draft
from bot.drafting.draft_lines import Lines, changed, cite_statements, counted_beside, subject_of
from bot.ranking.report_knowledge import Knowledge
from corpus.figure import Statement


def line_claims(stated: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """Return the figures that the lines of ``text`` tell of statements, one a line in their order, as claims to check.

    Each is a claim of what its statement counts, whose and when; one that no line tells is left out.
    """
    claims: list[Statement] = []
    place = 0
    for one in stated:
        lead = next((mark for mark in ("：", ": ") if text.find(f"{mark}{changed(one)}", place) >= 0), "")
        if not lead:
            continue
        told = text.index(f"{lead}{changed(one)}", place)
        start = text.index(one.figure.raw, told + len(lead))
        place = start + len(one.figure.raw)
        figure = replace(one.figure, start=start, end=place)
        low, high = text.rfind("\n", 0, told) + 1, (text + "\n").index("\n", place)
        claims.append(
            Statement(figure, "", "", text[low:high], low, high, clause=one.clause, about=one.about)
        )
    return tuple(claims)


def stated_draft(
    stated: Statement,
    language: str,
    knowledge: Knowledge,
    first: tuple[str, Mapping[str, str]] | None = None,
    part: str = "",
) -> Draft:
    """Return the draft that states a figure with its sentence, after the sentence ``first`` where there is one.

    Where it is of one ``part`` of its report, it is stated under the part's name.
    """
    citations = cite_statements([stated], knowledge.places([stated.report]))
    full, plain = Lines(language), Lines(language)
    metric = stated.figure.metric.removeprefix(stated.figure.org)
    subject = f"{part}{counted_beside(part, metric)}" if part else subject_of(stated)
    for lines in (full, plain):
        if first:
            lines.say(first[0], claims=False, **first[1])
        if subject and lines is full:
            lines.say("answer.direct", subject=subject, figure=changed(stated), n=1)
        else:
            lines.say("answer.bare", claims=False, figure=changed(stated), n=1)
        lines.quote(citations)
    plainer = plain.draft([stated], citations, stated.figure)
    return replace(full.draft([stated], citations, stated.figure), plainer=plainer)
