"""Words of closed tables stand in the lexicon and nowhere else.

A word that several readers know is a row of ``corpus/lexicon/``; a module that needs it asks the table. What does
not do so yet stands in ``tests/data/words_outside_the_lexicon.tsv``, module by module, and may only shrink: a word
that is new there fails, and so does one that stands there for nothing.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.function_words import COMPOUND_NOUNS, EMPTY_WORDS
from corpus.lexicon.rates import rate_words
from corpus.lexicon.synonyms import SYNONYMS
from corpus.lexicon.tables import read_lexicon

ROOT = Path(__file__).parent.parent
ROOMS = ("corpus", "prompts", "checker", "retrieval", "bot")
KNOWN = ROOT / "tests" / "data" / "words_outside_the_lexicon.tsv"
HAN_RUN = re.compile("[一-鿿]+")
LEAST_LENGTH = 2
"""Single characters stand in patterns of every sort, and say little by themselves."""


def table_words() -> frozenset[str]:
    """Return the words of at least two characters that closed tables of the lexicon hold."""
    names = read_lexicon("organisation_names.tsv", ("full", "shorts", "sort"), may_lack=("shorts",))
    organisations = [
        form
        for row in names
        if row["sort"] in ("end", "head")
        for form in (row["full"], *row["shorts"].split())
    ]
    words = {
        *change_verbs(),
        *(word for sort in ("share", "level") for word in rate_words(sort)),
        *SYNONYMS,
        *COMPOUND_NOUNS,
        *EMPTY_WORDS,
        *organisations,
    }
    return frozenset(word for word in words if len(word) >= LEAST_LENGTH)


def literals(tree: ast.Module) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def words_in(source: str, words: frozenset[str]) -> frozenset[str]:
    """Return those of ``words`` that stand by themselves, or between signs of a pattern, in a module's strings."""
    runs = {run for text in literals(ast.parse(source)) for run in HAN_RUN.findall(text)}
    return words & runs


def modules() -> Iterator[Path]:
    """Yield the production modules outside the lexicon."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if ROOT / "corpus" / "lexicon" not in path.parents:
                yield path


def found_outside() -> dict[str, frozenset[str]]:
    """Return the words of the tables that each module outside the lexicon holds itself."""
    words = table_words()
    found = {str(path.relative_to(ROOT)): words_in(path.read_text("utf-8"), words) for path in modules()}
    return {module: here for module, here in found.items() if here}


def known_outside() -> dict[str, frozenset[str]]:
    """Return what is known to stand outside still."""
    rows = (line.split("\t") for line in KNOWN.read_text("utf-8").splitlines())
    return {module: frozenset(words.split()) for module, words in rows}


def test_words_of_tables_stand_in_no_other_module() -> None:
    known = known_outside()
    new = {
        module: sorted(here - known.get(module, frozenset()))
        for module, here in found_outside().items()
        if here - known.get(module, frozenset())
    }
    assert not new, "ask the table of corpus/lexicon/ instead"


def test_known_words_outside_the_lexicon_stand_there_still() -> None:
    found = found_outside()
    gone = {
        module: sorted(words - found.get(module, frozenset()))
        for module, words in known_outside().items()
        if words - found.get(module, frozenset())
    }
    assert not gone, f"take these words out of {KNOWN.name}"


@pytest.mark.parametrize(
    "source",
    ['MOVES = ("提高", "下降")', 'MOVED = re.compile("(?:提高|下降)了?")', 'text.startswith("提高")'],
    ids=["in a list", "in a pattern", "in a call"],
)
def test_word_is_seen_however_it_stands(source: str) -> None:
    assert "提高" in words_in(source, table_words())


def test_docstrings_and_longer_words_are_no_words_of_a_table() -> None:
    assert words_in('"""提高 is a row."""\nNAME = "提高率表"\n', table_words()) == frozenset()
