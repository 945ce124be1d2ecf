"""The key figures of a summary: facts in, the few quantities that a person asks for first, out."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.summary.aspects import weight_of
from bot.summary.facts import Fact, Segment
from checker.comparison.levels import is_earlier_level
from corpus.figure import Kind, Statement
from corpus.lexicon.rates import any_rate_word

_LEAD: Final = re.compile(
    r"(?:[，、；\s]|先后|一共|共(?!计|产|青|同|有)|已经?|还|累计|其中|目前|对照|针对|面对|通过|根据|将|把|并|现|也|的|收到的)+"
)
_BORDER: Final = "，、；：。"
_OPEN, _CLOSE = "“‘「（(《〔[【", "”’」）)》〕]】"
_LONGEST: Final = 26
_PARTS: Final = re.compile(r"方面|大类|^新制定|^新建|^其中|^应|^需|^拟|^未")


@dataclass(frozen=True, slots=True)
class KeyRole:
    """A kind of key figure: what its clause says, of what kind it is, and whether the largest is wanted.

    ``else_words`` take the place of ``words`` where no clause says those.
    """

    name: str
    words: re.Pattern[str]
    kinds: frozenset[Kind]
    largest: bool = False
    else_words: re.Pattern[str] | None = None


_COUNT: Final = frozenset({Kind.COUNT})
ROLES: Final = (
    KeyRole("found", re.compile(r"(?:发现|反馈|对照|针对|存在)[^，；]{0,14}问题|个问题"), _COUNT),
    KeyRole("done", re.compile(r"(?:完成(?:了)?整改|整改完成|已整改)(?!率)"), _COUNT),
    KeyRole("rules", re.compile(r"制度|建章立制|办法"), _COUNT),
    KeyRole("people", re.compile(r"处分|问责|追责|处理|诫勉|批评教育|组织处理|立案"), _COUNT),
    KeyRole(
        "money",
        re.compile(r"追回|追缴|退还|清退|收回|清收|挽回|罚没|节约|减亏|盘活|退回|压减"),
        frozenset({Kind.MONEY}),
        largest=True,
    ),
    KeyRole(
        "rate",
        re.compile(r"(?:完成|化解|办结|落实|清收|收回|回收|交付|整改|销号|完工|处置)率|满意度"),
        frozenset({Kind.PERCENT}),
        else_words=re.compile(any_rate_word("rate", "share")),
    ),
    KeyRole("measures", re.compile(r"措施|意见"), _COUNT),
)
"""The order in which key figures are told; each role has one."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A figure with the few words around it that say what it is: ``report.text[start:end]``."""

    statement: Statement
    fact: Fact
    start: int
    end: int

    @property
    def span(self) -> tuple[str, int, int]:
        """Where it stands."""
        return (self.fact.report.id, self.start, self.end)

    @property
    def text(self) -> str:
        """The words, as the report has them."""
        return self.fact.report.text[self.start : self.end]


def read_snippets(facts: Iterable[Fact]) -> list[Snippet]:
    """Return the quantities of facts that can be told in a few of the report's own words, in order."""
    return [
        snippet
        for fact in facts
        for segment in fact.segments
        if not segment.barred
        for one in segment.quantities
        if (snippet := _snippet(fact, segment, one)) is not None
    ]


def _snippet(fact: Fact, segment: Segment, statement: Statement) -> Snippet | None:
    text, figure = fact.report.text, statement.figure
    start = _border(text, figure.start, segment.start, -1)
    end = _border(text, figure.end, segment.end, 1)
    if lead := _LEAD.match(text, start, figure.start):
        start = lead.end()
    told = text[start:end]
    if end - start > _LONGEST or end - start - len(figure.raw) < 2 or not _is_whole(told):
        return None
    return Snippet(statement, fact, start, end)


def _border(text: str, place: int, limit: int, step: int) -> int:
    """Return the nearest border from ``place`` on, in the direction ``step``, outside brackets, or ``limit``."""
    depth = 0
    opening, closing = (_OPEN, _CLOSE) if step > 0 else (_CLOSE, _OPEN)
    while (place < limit) if step > 0 else (place > limit):
        character = text[place] if step > 0 else text[place - 1]
        if character in opening:
            depth += 1
        elif character in closing:
            depth -= 1
        elif character in _BORDER and depth <= 0:
            break
        place += step
    return place


def _is_whole(text: str) -> bool:
    """Whether no bracket or quotation mark is cut in half."""
    return sum(text.count(one) for one in _OPEN) == sum(text.count(one) for one in _CLOSE)


def key_figures(
    snippets: Sequence[Snippet], most: int, barred: Collection[Statement], *, totals_first: bool
) -> list[Snippet]:
    """Return at most ``most`` key figures, one for each role, then whatever tells most.

    ``barred`` may not be told. With ``totals_first`` the figures of one among several organisations come
    after those of all.
    """
    free = [one for one in snippets if one.statement not in barred]
    found = [_best(role, free, totals_first=totals_first) for role in ROLES]
    roles = list(dict.fromkeys(one for one in found if one is not None))
    chosen: list[Snippet] = []
    for place, one in enumerate(roles):
        if not any(_tells(other, one) for other in roles[place + 1 :]) and not _is_told(one, chosen):
            chosen.append(one)
    rest = sorted(free, key=lambda one: -weight_of(one.statement.figure))
    for one in rest:
        if len(chosen) < most and not _is_told(one, chosen) and not one.statement.figure.change:
            chosen.append(one)
    return chosen[:most]


def _tells(snippet: Snippet, other: Snippet) -> bool:
    """Whether a snippet has another one's figure in it (28个问题完成整改25个 tells both)."""
    return snippet != other and other.statement.figure.raw in snippet.text


def _best(role: KeyRole, snippets: Sequence[Snippet], *, totals_first: bool) -> Snippet | None:
    fitting = _fitting(role, role.words, snippets)
    if not fitting and role.else_words:
        fitting = _fitting(role, role.else_words, snippets)
    if totals_first and role.kinds == _COUNT and any(not one.fact.owner for one in snippets):
        fitting = [one for one in fitting if not one.fact.owner]
    if role.largest:
        return max(fitting, key=_value, default=None)
    return fitting[0] if fitting else None


def _fitting(role: KeyRole, words: re.Pattern[str], snippets: Iterable[Snippet]) -> list[Snippet]:
    return [
        one
        for one in snippets
        if one.statement.figure.kind in role.kinds
        and words.search(one.text)
        and not _PARTS.search(_after_lead(one))
        and "其中" not in one.fact.report.text[max(0, one.start - 3) : one.start]
        and not one.statement.figure.change
        and not is_earlier_level(one.statement)
    ]


def _after_lead(snippet: Snippet) -> str:
    """Return the snippet from its figure on, and its first word: where a part of a whole shows."""
    figure = snippet.statement.figure
    return snippet.text[:3] + figure.raw


def _value(snippet: Snippet) -> Decimal:
    return snippet.statement.figure.value or snippet.statement.figure.low or Decimal(0)


def _is_told(snippet: Snippet, chosen: Iterable[Snippet]) -> bool:
    return any(
        _tells(one, snippet)
        or (
            one.fact.report.id == snippet.fact.report.id
            and one.start < snippet.end
            and snippet.start < one.end
        )
        for one in chosen
    )
