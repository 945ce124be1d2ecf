import pytest

from bot.question.content_words import content_of, variants
from bot.question.rewriting import formal_wording
from corpus.errors import UnusableTable
from corpus.lexicon.tables import TableRow, read_lexicon
from corpus.lexicon.wording import narrower_words as module
from corpus.lexicon.wording.narrower_words import NARROWER_COLUMNS, NARROWER_WORDS, read_narrower_words

ROWS = read_lexicon("wording/narrower_words.tsv", NARROWER_COLUMNS)


@pytest.mark.parametrize("row", ROWS, ids=[row["wide"] for row in ROWS])
def test_question_by_the_wide_word_finds_a_narrower_one(row: TableRow) -> None:
    asked = {form for word in content_of(formal_wording(row["example"])) for form in variants(word)}
    assert asked & set(NARROWER_WORDS[row["wide"]])


def test_narrower_word_does_not_stand_for_the_wide_one() -> None:
    assert "投资" in variants("支出")
    assert "支出" not in variants("投资")


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        pytest.param([("支出", "投资"), ("支出", "列支")], 2, id="a word in two rows"),
        pytest.param([("支出", "支出 投资")], 1, id="narrower than itself"),
    ],
)
def test_row_that_tells_nothing_is_refused(
    rows: list[tuple[str, str]], place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = [
        TableRow(
            f"narrower_words.tsv:{number}", dict(zip(NARROWER_COLUMNS, (*cells, "花了多少"), strict=True))
        )
        for number, cells in enumerate(rows, 1)
    ]
    monkeypatch.setattr(module, "read_lexicon", lambda *_: tuple(table))
    with pytest.raises(UnusableTable, match=rf"narrower_words\.tsv:{place}"):
        read_narrower_words()
