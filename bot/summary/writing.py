"""How a summary reads: a ``Plan`` in, its text with numbered citations out, and where each part of it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bot.answer import Citation
from bot.messages import say
from bot.summary.facts import Fact, Problem
from bot.summary.key_figures import Snippet
from bot.summary.plan import Plan
from bot.summary.selection import Piece
from corpus.report import Report

Told = Snippet | Problem | Piece


@dataclass(frozen=True, slots=True)
class Written:
    """A summary's text, and what each part of it tells: ``places`` are (start, end, what is told there)."""

    text: str
    keys: tuple[tuple[Snippet, Citation], ...]
    points: tuple[tuple[str, str, tuple[Citation, ...]], ...]
    places: tuple[tuple[int, int, Told], ...]
    plans: tuple[Citation, ...] = ()


def citation_of(report: Report, span: tuple[int, int], section: str, n: int) -> Citation:
    """Return the citation of a span of a report."""
    date = report.published.isoformat() if report.published else ""
    start, end = span
    quote = report.text[start:end]
    return Citation(n, report.id, report.title, date, section, quote, start, end, report.source)


@dataclass(slots=True)
class _Page:
    """A text under way: its parts, its citations, and where what stands."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    cited: dict[tuple[str, int, int], Citation] = field(default_factory=dict)
    places: list[tuple[int, int, Told]] = field(default_factory=list)

    def put(self, text: str, told: Told | None = None) -> None:
        """Add text that tells ``told``."""
        if told is not None:
            self.places.append((self.length, self.length + len(text), told))
        self.parts.append(text)
        self.length += len(text)

    def cite(self, report: Report, span: tuple[int, int], section: str) -> Citation:
        """Add a citation's number, and return the citation."""
        key = (report.id, *span)
        if key not in self.cited:
            self.cited[key] = citation_of(report, span, section, len(self.cited) + 1)
        self.put(f"[{self.cited[key].n}]")
        return self.cited[key]

    def since(self, mark: int) -> str:
        """Return what was added after the first ``mark`` parts."""
        return "".join(self.parts[mark:])


def write(plan: Plan) -> Written:
    """Write a plan out."""
    page = _Page()
    page.put(plan.title)
    if plan.date:
        page.put(say("summary.date", date=plan.date))
    keys = _write_keys(plan, page)
    points: list[tuple[str, str, tuple[Citation, ...]]] = []
    kind = "巡察" if "巡察" in plan.title or _mostly(plan, "巡察") else "巡视"
    for name, pieces in _told(plan):
        rows = [(piece,) for piece in pieces] if name == "rest" else [tuple(pieces)]
        for row in rows:
            mark = len(page.parts) + 1
            page.put("\n")
            label = say(f"summary.{name}", kind=kind)
            page.put(f"{len(points) + 1}. {label}")
            citations = _write_pieces(row, page, plan, results=name == "results")
            if name == "problems" or (name == "inspection" and plan.problems):
                citations += _write_problems(plan, page, alone=name == "problems")
            page.put("。")
            points.append((name, page.since(mark).partition(". ")[2], tuple(dict.fromkeys(citations))))
    plans = _write_plans(plan.planned, page)
    if plan.table:
        _write_table(plan.table, page)
    return Written("".join(page.parts), tuple(keys), tuple(points), tuple(page.places), tuple(plans))


def _told(plan: Plan) -> list[tuple[str, Sequence[Piece]]]:
    """Return the points in order; problems that no inspection introduces make one of their own."""
    told: list[tuple[str, Sequence[Piece]]] = list(plan.pieces.items())
    if plan.problems and "inspection" not in plan.pieces:
        told.insert(0, ("problems", ()))
    return told


def _mostly(plan: Plan, word: str) -> bool:
    pieces = [piece for row in plan.pieces.values() for piece in row]
    return bool(pieces) and word in pieces[0].fact.report.text


def _write_keys(plan: Plan, page: _Page) -> list[tuple[Snippet, Citation]]:
    """Write the key figures, a line for each, so that none leans on the organisation of another."""
    written = []
    for place, key in enumerate(plan.keys):
        page.put(say("summary.keys") if place == 0 else "")
        page.put("\n· ")
        owner = key.fact.owner if plan.several and key.fact.owner not in key.text else ""
        page.put(f"{owner}：{key.text}" if owner else key.text, key)
        written.append((key, page.cite(key.fact.report, key.fact.sentence, key.fact.section)))
    return written


def _write_pieces(pieces: Sequence[Piece], page: _Page, plan: Plan, *, results: bool) -> list[Citation]:
    """Write clauses, those of one sentence under one number, those of one organisation under its name."""
    citations = []
    by_problem = results and plan.by_problem
    apart = len(pieces) > 1 and (by_problem or (plan.several and any(one.fact.owner for one in pieces)))
    grouped = groupby(pieces, key=lambda one: (one.fact.report.id, one.fact.sentence))
    for place, (_, group) in enumerate(grouped):
        row = list(group)
        for index, piece in enumerate(row):
            on_its_own = apart and index == 0 and (place or piece.fact.owner or by_problem)
            page.put("\n· " if on_its_own else "；" if place or index else "")
            if by_problem and index == 0:
                _write_problem(piece, plan, page)
            page.put(f"{piece.label}：{piece.text}" if piece.label and index == 0 else piece.text, piece)
        fact = row[0].fact
        citations.append(page.cite(fact.report, fact.sentence, fact.section))
    return citations


def _write_problem(piece: Piece, plan: Plan, page: _Page) -> None:
    """Write the problem that a clause answers to before it, where its heading names one."""
    for problem in plan.problems:
        if problem.report.id == piece.fact.report.id and problem.section == piece.fact.section:
            page.put(f"“{problem.name}”：", problem)


def _write_problems(plan: Plan, page: _Page, *, alone: bool) -> list[Citation]:
    """Write the names of the problems that the reports were told of."""
    page.put("" if alone else say("summary.named"))
    citations = []
    for problem in plan.problems:
        page.put(f"“{problem.name}”", problem)
        citations.append(page.cite(problem.report, problem.heading, problem.section))
    if plan.all_problems > len(plan.problems):
        page.put("等")
    return citations


def _write_plans(planned: Sequence[Fact], page: _Page) -> list[Citation]:
    """Say where the reports state plans: their figures are nothing that a check could confirm."""
    citations = []
    for place, fact in enumerate(planned):
        page.put(say("summary.planned") if place == 0 else "")
        citations.append(page.cite(fact.report, fact.sentence, fact.section))
    return citations


def _write_table(table: Sequence[Snippet], page: _Page) -> None:
    """Write the table of figures, a line for each."""
    page.put(say("summary.table"))
    for row in table:
        page.put("\n· ")
        page.put(row.text, row)
        page.cite(row.fact.report, row.fact.sentence, row.fact.section)
