"""A turn that asks whether a figure is so (是528件吗, 不是600吗): the figure it claims in, yes or no with what is stated out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.answer import Draft
from bot.conversation.facts.ledger import Recalled
from bot.conversation.facts.stating import stated_draft
from bot.conversation.turns.member_sorts import sort_of
from bot.conversation.turns.saying import Saying, tells_off, without_told_off
from bot.drafting.draft_lines import changed
from bot.messages import say
from bot.ranking.report_knowledge import Knowledge
from checker.comparison.agreement import Agreement, UnitRelation, agree, relate_units
from corpus.figure import Figure, Kind, Statement
from corpus.quantities.figures import find_figures

_NO_CLAIM: Final = frozenset({Kind.DATE, Kind.DURATION, Kind.ORDINAL, Kind.DOCUMENT_NUMBER, Kind.IDIOM})
_RIGHT: Final = re.compile("(?:对不对|对吗|对吧|对么)[？?。！!\\s]*$")
"""Asks whether it is so: 对 is no measure word there (326万对吗)."""

_AND: Final = "那呢？? "
_GAP: Final = "▢"
_MARKS: Final = re.compile(
    r"^(?:是不是|难道|不是|是|应该是|才|只有|有|会不会是|我记得是?|怎么)+|(?:也是|对吧|对吗|对不对|是吧|是吗|是不是|没错吧|吧|吗|么|呢|啊|呀|的|也)+[？?。！!\s]*$"
)
_ASKS: Final = re.compile("多少|(?<!好)几|哪|谁|什么|怎|如何|how|what|which|who", re.IGNORECASE)


def claimed_figure(saying: Saying, *, and_that: bool = False) -> Figure | None:
    """Return the figure that a turn asks about, None where it asks for one or about none."""
    text = _RIGHT.sub("", saying.opening.text)
    doubts = saying.doubts or saying.opening.claims or _asks_by_mark(saying)
    if _ASKS.search(text) or not (doubts or and_that) or tells_off(saying.rest):
        return None
    figures = [one for one in find_figures(text) if one.kind not in _NO_CLAIM and one.value is not None]
    claimed = figures[0] if len(figures) == 1 else _bare_number(text)
    if (
        claimed is not None
        and not doubts
        and (
            sort_of(saying.text.strip(_AND))
            or not asking_for(saying, claimed)
            or without_told_off(saying.rest) != saying.rest
        )
    ):
        return None  # 21年呢, 二分场呢, 三个乡镇总体呢
    return claimed


def _asks_by_mark(saying: Saying) -> bool:
    """Whether a turn asks by its mark alone, right behind a figure (改完了33个？)."""
    said = saying.text.rstrip()
    text = said.rstrip("？?")
    return text != said and any(one.end == len(text) for one in find_figures(text))


def _bare_number(text: str) -> Figure | None:
    """Read a number without a unit (不是570吗), which stands for a figure of the last answer's unit."""
    match = re.search(r"(?<![\d.第])(\d[\d,]*(?:\.\d+)?)(?![\d.年月日轮届标号]|[到至—~-]\d)", text)
    if match is None:
        return None
    figure = next(iter(find_figures(f"{match[1]}个")), None)
    return (
        replace(figure, raw=match[1], start=match.start(), end=match.end(), unit="", measure="")
        if figure
        else None
    )


def asking_for(saying: Saying, claimed: Figure) -> str:
    """Return what a turn claims the figure of, as a question for it (四百二十七个制度也是吗: 多少个制度); "" where it says nothing of it."""
    text = _RIGHT.sub("", saying.opening.text)
    rest = _MARKS.sub("", f"{text[: claimed.start]}{_GAP}{text[claimed.end :]}".strip())
    words = rest.replace(_GAP, "").strip("的是，, ")
    if not words:
        return ""
    return _MARKS.sub("", rest).replace(_GAP, f"多少{claimed.measure or claimed.unit}").strip()


def meant_by(
    claimed: Figure, ledger: Sequence[Recalled], statements: Sequence[Statement]
) -> Statement | None:
    """Return the statement that a bare claim is about: the last of its unit (or one beside it that agrees), else what states it."""
    alike = [one for one in reversed(ledger) if _comparable(claimed, one.figure)]
    last = [one for one in alike if one.statement.start == alike[0].statement.start]
    for one in (*(one for one in last if _agrees(claimed, one.figure)), *alike):
        return one.statement
    return next(
        (one for one in statements if _comparable(claimed, one.figure) and _agrees(claimed, one.figure)), None
    )


def may_be(claimed: Figure, worked: Draft) -> bool:
    """Whether a bare claim may be about a figure that was worked out, and that no source states so."""
    stated = {one.figure.value for one in worked.statements}
    return (
        worked.direct is not None
        and worked.direct.value not in stated
        and _comparable(claimed, worked.direct)
    )


def claim_of_worked(claimed: Figure, worked: Draft, language: str) -> Draft:
    """Return an answer that was worked out again, after a line that says whether its figure is the claimed one."""
    direct = worked.direct
    key = "yes" if direct and _agrees(claimed, direct) else "claimed"
    told = direct.raw if direct else ""
    line = f"{say(f'dialogue.{key}', language, claimed=claimed.raw, stated=told)}\n"
    return replace(
        worked,
        text=line + worked.text,
        claims=" " * (len(line) - 1) + "\n" + worked.claims,
        quoted=tuple((place + len(line), one) for place, one in worked.quoted),
        derived=tuple(_moved(one, len(line), line + worked.text) for one in worked.derived),
        plainer=None,
    )


def _moved(claim: Statement, by: int, text: str) -> Statement:
    """Return a claim of a text before which ``by`` characters were put."""
    moved = claim.moved(by)
    return replace(moved, quote=text[moved.start : moved.end])


def comparable_beside(claimed: Figure, stated: Statement, knowledge: Knowledge) -> Statement | None:
    """Return what a claim is about where ``stated`` was found for it: that, or the first of its sentence that counts alike (降3.5个百分点)."""
    statements = knowledge.statements([stated.report])
    beside = (one for one in statements if (one.report, one.start) == (stated.report, stated.start))
    return next((one for one in (stated, *beside) if _comparable(claimed, one.figure)), None)


def _comparable(claimed: Figure, stated: Figure) -> bool:
    if not claimed.unit:
        return stated.kind not in _NO_CLAIM
    heads = {claimed.unit, stated.unit} <= {"人", "人次"}
    return claimed.kind is stated.kind and (heads or relate_units(claimed, stated) is UnitRelation.SAME)


def _agrees(claimed: Figure, stated: Figure) -> bool:
    if not claimed.unit:
        scale = (stated.value or 0) / claimed.value if claimed.value and stated.value else 0
        return scale in (1, 10000, 100000000)
    return (agree(claimed, stated) is not Agreement.DIFFERENT and stated.unit == claimed.unit) or (
        agree(claimed, stated) is not Agreement.DIFFERENT
        and relate_units(claimed, stated) is UnitRelation.SAME
    )


def verdict_on(claimed: Figure, stated: Statement, language: str, knowledge: Knowledge) -> Draft:
    """Return the draft that says yes or no first, then the figure that is stated, then its sentence."""
    if _agrees(claimed, stated.figure):
        return stated_draft(stated, language, knowledge, ("dialogue.yes", {}))
    said = {"claimed": claimed.raw, "stated": changed(stated)}
    return stated_draft(stated, language, knowledge, ("dialogue.claimed", said))
