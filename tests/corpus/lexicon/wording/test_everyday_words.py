import pytest

from bot.question.content_words import content_of, normal
from bot.question.rewriting import formal_wording
from corpus.errors import UnusableTable
from corpus.lexicon.tables import TableRow, read_lexicon
from corpus.lexicon.wording import everyday_words as module
from corpus.lexicon.wording.everyday_words import EVERYDAY_COLUMNS, EVERYDAY_WORDS, read_everyday_words

ROWS = read_lexicon("wording/everyday_words.tsv", EVERYDAY_COLUMNS)


@pytest.mark.parametrize("row", ROWS, ids=[row["report"] for row in ROWS])
def test_example_is_read_in_the_words_of_reports(row: TableRow) -> None:
    assert normal(row["report"].split()[0]) in content_of(formal_wording(row["example"]))


def test_words_stand_for_the_first_of_their_row() -> None:
    assert EVERYDAY_WORDS["大夫"] == EVERYDAY_WORDS["医师"] == "医生"


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        pytest.param([("小麦", "-")], 1, id="one word alone"),
        pytest.param([("小麦", "麦子"), ("大麦", "麦子")], 2, id="a word in two rows"),
    ],
)
def test_row_that_tells_nothing_is_refused(
    rows: list[tuple[str, str]], place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = [
        TableRow(
            f"everyday_words.tsv:{number}", dict(zip(EVERYDAY_COLUMNS, (*cells, "短少多少"), strict=True))
        )
        for number, cells in enumerate(rows, 1)
    ]
    monkeypatch.setattr(module, "read_lexicon", lambda *_: tuple(table))
    with pytest.raises(UnusableTable, match=rf"everyday_words\.tsv:{place}"):
        read_everyday_words()
