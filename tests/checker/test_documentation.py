from checker.documentation import DOCS_FOLDER, pages
from checker.rules import RULES
from checker.verdicts import VERDICTS
from corpus.quantities.notations import NOTATIONS
from corpus.quantities.units import UNITS


def test_pages_are_what_the_tables_say() -> None:
    for name, text in pages().items():
        written = (DOCS_FOLDER / name).read_text("utf-8")
        assert written == text, f"docs/{name} is out of date: run python -m checker.documentation"


def test_pages_name_every_row() -> None:
    figures, verdicts = pages()["figures.md"], pages()["verdicts.md"]
    assert all(notation.example in figures for notation in NOTATIONS)
    assert all(unit.name.replace("|", "\\|") in figures for unit in UNITS)
    assert all(f"`{rule.name}`" in verdicts for rule in RULES)
    assert all(row.chinese in verdicts for row in VERDICTS)
