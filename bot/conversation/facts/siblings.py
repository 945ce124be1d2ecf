"""The same figure of the parts that one report tells one after another: a stated figure in, its like of the others out.

A figure is of the part that is named last before it in its sentence (东岭镇62.40万元、柳湾乡48.70万元), else of the one
that its paragraph begins with or that heads its part of the report (▶ 黄沙桥镇), or by its place in a row (一标段、二标段分别3处、5处).
What no table knows as a part is told by its form: rows of a table, lines and clauses that differ in how they begin and in their numbers.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.conversation.facts.gathering import Owned
from bot.conversation.facts.rows import figures_in_row, names_of
from bot.conversation.turns.member_sorts import MemberSort
from bot.drafting.comparison import comparable
from bot.ranking.figure_context import is_row
from checker.comparison.plan_marks import is_planned
from corpus.figure import Statement
from corpus.lexicon.lead_ins import lead_ins
from corpus.lexicon.relations import relations_in
from corpus.lexicon.wording.connectives import connectives
from corpus.table_words import table_words

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_MARK: Final = re.compile(r"^[\s▶▲●◆■★·—\-*#【〔\[（(0-9.．、一二三四五六七八九十]*")
_BEFORE: Final = "和及与是为"
_BEHIND: Final = "和及与分各两三四五六七八九十"
"""Characters that may stand right before and behind a name, beside marks and digits."""

_LONGEST: Final = 8
_NO_NAME: Final = re.compile("[各全本该每个两三四五六七八九十\\d]|[一-鿿]个")
_HEAD: Final = 40
"""Characters of the longest line that heads a part of a report."""


class Parts:
    """The parts of one sort that a report tells (its districts), and which of its figures are whose."""

    def __init__(self, report: str, sort: MemberSort, knowledge: "Knowledge") -> None:
        """Know the parts of ``sort`` in the report of that id."""
        self._text = knowledge.place(report).report.text
        self._sort = sort
        self._statements = knowledge.statements([report])
        known = {*knowledge.members, *knowledge.directory.names}
        named = (name for name in known if name in self._text)
        self._known = () if sort.numbered else (*named, *_told_off(self._text, sort))

    def name_of(self, statement: Statement) -> str:
        """Return the part that a statement is of, "" where none is named before it."""
        if (name := self._by_place(statement)) is not None:
            return name
        start = self._text.rfind("\n", 0, statement.figure.start) + 1
        if named := self._names(self._text[statement.start : statement.figure.start]):
            return named[-1]
        if len(set(named := self._names(self._head_of(start, statement.start)))) == 1:
            return named[0]
        if named := self._names(statement.section):
            return named[-1]
        return self._head_above(start)

    def like(self, anchor: Statement) -> tuple[Owned, ...]:
        """Return what states of each part what ``anchor`` states of one or of all, in the order of the report.

        Nothing where a sentence tells one more of which it is unclear whose it is.
        """
        found: dict[str, Owned] = {}
        unclear: list[Statement] = []
        alike = [one for one in self._statements if self._states_the_same(one, anchor)]
        for one in sorted(alike, key=lambda one: (one.start != anchor.start, one.figure.start)):
            name = self.name_of(one)
            if name and name not in found:
                found[name] = Owned(name, one)
            elif not name and one.start == anchor.start:
                unclear.append(one)
        named = sum(one.statement.figure.value or 0 for one in found.values())
        if any((one.figure.value or 0) < named for one in unclear):
            return ()
        return tuple(sorted(found.values(), key=lambda one: one.statement.figure.start))

    def _states_the_same(self, one: Statement, anchor: Statement) -> bool:
        mine, theirs = self._metric(one), self._metric(anchor)
        beside = one.start == anchor.start and self._is_called(one) and self._is_called(anchor)
        named = beside or not mine or not theirs or mine in theirs or theirs in mine
        return (
            named
            and comparable(one, anchor)
            and one.figure.change == anchor.figure.change
            and is_planned(one) is is_planned(anchor)
        )

    def _is_called(self, statement: Statement) -> bool:
        """Whether a figure stands right behind the name of its part (最多的是北关区5230件，其次为河湾区4718件)."""
        told = self._text[statement.start : statement.figure.start]
        return bool(named := self._names(told)) and told.endswith(named[-1])

    def _metric(self, statement: Statement) -> str:
        """Return what a figure counts, without the names of parts."""
        metric = statement.figure.metric
        for name in self._names(metric):
            metric = metric.replace(name, "")
        return metric

    def _names(self, text: str) -> list[str]:
        return [name for _, name in self._sort.names_in(text, self._known)]

    def _head_of(self, start: int, end: int) -> str:
        """Return what the paragraph at ``start`` says up to ``end`` before its first figure: whom it is of."""
        inside = (one.figure.start for one in self._statements if start <= one.figure.start < end)
        return self._text[start : min(inside, default=end)]

    def _head_above(self, start: int) -> str:
        """Return the part that the line right above the paragraph at ``start`` is the head of."""
        above = self._text[: max(0, start - 1)].rsplit("\n", 1)[-1]
        bare = _MARK.sub("", above, count=1)
        if not bare or len(above) > _HEAD or "。" in above:
            return ""
        places = [(place, name) for place, name in self._sort.names_in(above, self._known)]
        return next((name for place, name in places if place <= len(above) - len(bare)), "")

    def _by_place(self, statement: Statement) -> str | None:
        """Return the part that a figure of a row is of, by its place: 一标段、二标段分别3处、5处; None where it is in none."""
        row = figures_in_row(statement, self._statements, self._text)
        if len(row) < 2:
            return None
        if told := names_of(row, self._text):
            return next(reversed(self._names(told[row.index(statement)])), "")
        names = set(self._names(self._text[statement.start : row[0].figure.start]))
        return "" if len(names) > 1 else None


def _told_off(text: str, sort: MemberSort) -> set[str]:
    """Return the names of a sort that stand by themselves in a row, before a figure or at a head."""
    names = re.findall(
        rf"(?<![^{_BEFORE}\W\d])((?:(?![是为])[一-鿿]){{1,{_LONGEST}}}?(?:{'|'.join(sort.ends)}))(?![^{_BEHIND}\W\d])",
        text,
        re.MULTILINE,
    )
    return {name for name in names if not _NO_NAME.match(name) and name not in sort.ends}


_SEVERAL: Final = 2
_CELLS: Final = re.compile(r"\s{2,}|\s*[\t　|│┃║]\s*")
_HEADED: Final = re.compile(
    r"(?:第\d+名|[①-⑳]|[^\w\s]|\d+[.．、])*[ 　]*(?P<name>\d{1,2}月|[^\s\d，,。；;：:、]{2,12})(?P<rest>[：:\s].*)?",
    re.DOTALL,
)
_CLAUSES: Final = re.compile("[，,、；;。：:\n]")
_VALUE: Final = re.compile(r"\d[\d,.]*")
_NAMED: Final = re.compile(r"[一-鿿A-Za-z]{2,12}")
_LINKS: Final = re.compile(f"^(?:{'|'.join(map(re.escape, lead_ins('part')))}|[和及与])")
_SUM: Final = re.compile(f"^(?:全[一-鿿]|{'|'.join((*table_words('total'), *connectives('total')))})")


def told_alike(anchor: Statement, statements: Sequence[Statement], text: str) -> tuple[Owned, ...]:
    """Return what a report (its ``statements`` and ``text``) tells in the form of ``anchor``, each under the name that it begins with.

    Rows of one table in one column, lines of one form (3月：清查1038件，到位913万元), else the clauses of one sentence
    (机电学院上缴19万元，艺术学院上缴8万元); sums are none of them. Nothing where the anchor has no like.
    """
    alike = [one for one in statements if comparable(one, anchor) and is_planned(one) is is_planned(anchor)]
    form = _form(anchor, text)
    forms = ((one, _form(one, text)) for one in alike) if form else ()
    named = [(told[0], one) for one, told in forms if told and form and told[1:] == form[1:]]
    if len(named) < _SEVERAL:
        named = _clauses_alike(anchor, [one for one in alike if one.start == anchor.start], text)
    found = {name: one for name, one in reversed(named) if not _is_sum(name)}
    if len(found) < _SEVERAL or anchor not in (one for _, one in named):
        return ()
    return tuple(Owned(name, one) for name, one in reversed(found.items()))


def _is_sum(name: str) -> bool:
    return "sum" in relations_in(name) or bool(_SUM.match(name))


def _form(one: Statement, text: str) -> tuple[str, ...] | None:
    """Return what the row or the line of a figure begins with, and the form of what stands between that and the figure."""
    before = text[text.rfind("\n", 0, one.figure.start) + 1 : one.figure.start]
    if is_row(one):
        name, *cells = _CELLS.split(before.strip("|│ \t　"))
        metric = one.figure.metric.replace(name, "") if name else ""
        return (name, metric, str(len(cells))) if name and not name[0].isdigit() else None
    match = _HEADED.fullmatch(before.lstrip())
    if match is None or not match["rest"]:
        return None
    return match["name"], re.sub(r"\s", "", _VALUE.sub("#", match["rest"]))


def _clauses_alike(anchor: Statement, beside: Sequence[Statement], text: str) -> list[tuple[str, Statement]]:
    """Return the figures of a sentence of which the same is told as of the anchor, right behind another name."""
    called = [(one, _clause(one, text)) for one in beside]
    parted = {one: _parted(one, clause) for one, clause in called}
    name, told = parted.get(anchor, ("", ""))
    return [(part, one) for one, (part, rest) in parted.items() if name and part and rest == told]


def _parted(one: Statement, clause: str) -> tuple[str, str]:
    """Return the name that a clause begins with, and what it tells of it: by its owner, else by what it counts."""
    figure = one.figure
    name = figure.org if clause.startswith(figure.org) else clause.removesuffix(figure.metric)
    named = _NAMED.fullmatch(name) and (name != clause or name == figure.org)
    return (name, clause.removeprefix(name)) if named else ("", "")


def _clause(one: Statement, text: str) -> str:
    """Return what stands right before a figure in its clause, without what links it to the one before."""
    return _LINKS.sub("", _CLAUSES.split(text[one.start : one.figure.start])[-1].strip())
