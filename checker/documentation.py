"""The pages of ``docs/`` that list notations, units, rules and verdicts, written from the tables that the code runs on.

``python -m checker.documentation`` writes them anew; a test holds that they are what the tables say.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from checker.arithmetic.forms import FORMS
from checker.rules import RULES, Rule
from checker.verdicts import VERDICT_ROWS, VERDICTS
from corpus.quantities.figure_patterns import PATTERNS
from corpus.quantities.fixed_phrases import SLOGANS
from corpus.quantities.notations import NOTATIONS
from corpus.quantities.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from corpus.quantities.units import GENERIC, UNITS, Unit

DOCS_FOLDER = Path(__file__).parents[1] / "docs"
_MADE = "<!-- Written by `python -m checker.documentation` from the code's own tables; do not edit. -->"


def pages(rules: Sequence[Rule] = RULES) -> dict[str, str]:
    """Return the text of each page by its file name."""
    return {"figures.md": _figures_page(), "verdicts.md": _verdicts_page(rules)}


def write_pages(folder: Path = DOCS_FOLDER) -> None:
    """Write every page into ``folder``."""
    for name, text in pages().items():
        (folder / name).write_text(text, "utf-8")


def _verdicts_page(rules: Sequence[Rule]) -> str:
    verdicts = ((f"`{row.verdict}`", row.chinese, row.meaning, row.meaning_zh) for row in VERDICTS)
    rows = (
        (
            f"`{rule.name}`",
            VERDICT_ROWS[rule.verdict].chinese,
            rule.sentence,
            f"{rule.claim}（{rule.figure}）",
            rule.source,
        )
        for rule in rules
    )
    forms = ((f"`{form.name}`", form.chinese, f"`{form.example}`") for form in FORMS)
    return _page(
        "What the checker says of a figure",
        ("Verdicts", _table(("verdict", "in Chinese", "when", "何时"), verdicts)),
        (
            "Rules",
            "Tried from the top; the first that holds decides. Each example is a test: the claim, checked against a "
            "report that says the source, falls under the rule.\n\n"
            + _table(("rule", "verdict", "explanation", "claim (figure)", "source"), rows),
        ),
        ("Arithmetic", _table(("form", "in Chinese", "example"), forms)),
    )


def _figures_page() -> str:
    notations = ((n.name, n.example, f"`{n.found}`", n.value) for n in NOTATIONS)
    words = (
        (q.word, "before" if q in QUALIFIERS_BEFORE else "after", f"`{q.qualifier}`", q.example)
        for q in (*QUALIFIERS_BEFORE, *QUALIFIERS_AFTER)
    )
    patterns = (
        (p.name, f"`{p.kind}`" if p.kind else "no figure", p.example, f"`{p.found}`") for p in PATTERNS
    )
    return _page(
        "What a figure is",
        ("Notations", _table(("notation", "in a text", "figure", "value"), notations)),
        ("Words that bound or blur", _table(("word", "where", "qualifier", "example"), words)),
        ("Units and measure words", _units()),
        ("Numerals that are no quantity", _table(("name", "kind", "in a text", "found"), patterns)),
        ("Slogans and set phrases", "Kind `idiom`, never checked:\n\n" + "、".join(SLOGANS)),
    )


def _units() -> str:
    rows = []
    for (kind, base), group in groupby(UNITS, key=lambda unit: (unit.kind, unit.base)):
        rows.append((f"`{kind}`", base, "、".join(_unit(unit) for unit in group)))
    note = f"Interchangeable when they count the same thing: {'、'.join(sorted(GENERIC))}.\n\n"
    return note + _table(("kind", "base unit", "written"), rows)


def _unit(unit: Unit) -> str:
    return unit.name if unit.factor == 1 else f"{unit.name} (×{unit.factor:f})"


def _page(title: str, *sections: tuple[str, str]) -> str:
    parts = [f"# {title}", _MADE]
    for heading, body in sections:
        parts += [f"## {heading}", body]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    write_pages()
