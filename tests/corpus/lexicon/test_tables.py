from pathlib import Path

import pytest

from corpus.errors import UnusableSetting, UnusableTable
from corpus.lexicon import tables
from corpus.lexicon.tables import read_lexicon, read_sorted_words, read_table

COLUMNS = ("short", "full")


def written(folder: Path, text: str) -> Path:
    path = folder / "names.tsv"
    path.write_text(text, "utf-8")
    return path


def test_rows_are_read_past_comments_and_empty_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path, "\ufeff# names\n\n数投集团\tX市数字投资集团有限公司\r\n 林草局 \t 林业和草原局 \n"
    )
    rows = read_table(path, COLUMNS)
    assert [dict(row.cells) for row in rows] == [
        {"short": "数投集团", "full": "X市数字投资集团有限公司"},
        {"short": "林草局", "full": "林业和草原局"},
    ]
    assert rows[0].place == f"{path}:3"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_empty_table_has_no_rows(tmp_path: Path, text: str) -> None:
    assert read_table(written(tmp_path, text), COLUMNS) == ()


REFUSED = [
    ("too few cells", "# a\n林草局\n", "2.*1 栏"),
    ("too many cells", "甲\t乙\t丙\n", "1.*3 栏"),
    ("spaces for a tab", "林草局  林业和草原局\n", "1.*制表符"),
    ("an empty cell", "甲\t乙\n林草局\t\n", "2.*full"),
]


@pytest.mark.parametrize(("text", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_bad_row_is_named_by_file_and_line(tmp_path: Path, text: str, why: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UnusableTable, match=f"names.tsv:{why}") as caught:
        read_table(path, COLUMNS)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableSetting, match=r"none\.tsv"):
        read_table(tmp_path / "none.tsv", COLUMNS)


def test_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_bytes("林草局\t林业和草原局".encode("gb18030"))
    with pytest.raises(UnusableTable, match="UTF-8"):
        read_table(path, COLUMNS)


def test_cells_may_lack_where_the_column_says_so(tmp_path: Path) -> None:
    (row,) = read_table(written(tmp_path, "甲\t\n"), COLUMNS, may_lack=("full",))
    assert row["full"] == ""


@pytest.mark.parametrize("text", ["", "full\tshort\n甲\t乙\n", "甲\t乙\n"])
def test_lexicon_must_name_its_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    written(tmp_path, text)
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(UnusableTable, match="short、full"):
        read_lexicon("names.tsv", COLUMNS)


def test_lexicon_checks_every_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "short\tfull\n甲\t乙\n丙\t\n")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(UnusableTable, match=r"names\.tsv:3"):
        read_lexicon("names.tsv", COLUMNS)
    assert len(read_lexicon("names.tsv", COLUMNS, may_lack=("full",))) == 2


def test_every_table_of_the_package_is_packaged() -> None:
    import tomllib

    root = Path(tables.__file__).parents[2]
    data = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]
    packaged = {path for pattern in data["corpus"] for path in (root / "corpus").glob(pattern)}
    assert set(tables.FOLDER.glob("*.tsv")) <= packaged


def test_words_come_with_their_sorts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    written(tmp_path, "word\tact\n谢谢\tthanks\n你好\tgreeting\n")
    rows = read_sorted_words("names.tsv", ("word", "act"), ("greeting", "thanks"))
    assert [(row["word"], row["act"]) for row in rows] == [("谢谢", "thanks"), ("你好", "greeting")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param(
            "再见\tleave", "没有 'leave' 这一类 / no such act: one of greeting, thanks", id="no such sort"
        ),
        pytest.param("谢谢\tgreeting", "'谢谢' 已有一行", id="twice"),
    ],
)
def test_word_of_no_sort_or_of_two_rows_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, why: str
) -> None:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    written(tmp_path, f"word\tact\n谢谢\tthanks\n{row}\n")
    with pytest.raises(UnusableTable, match=rf"names\.tsv:3：{why}"):
        read_sorted_words("names.tsv", ("word", "act"), ("greeting", "thanks"))
