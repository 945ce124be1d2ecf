import io
from pathlib import Path

import pytest

from bot.commands.batches import BatchLine, read_batch
from corpus.errors import UnreadableFile, UnusableInput


def lines_of(
    tmp_path: Path, text: str, field: str = "text"
) -> list[BatchLine | tuple[object, UnusableInput]]:
    path = tmp_path / "batch.jsonl"
    path.write_text(text, "utf-8")
    return list(read_batch(str(path), field))


def test_batch_reads_lines_in_order(tmp_path: Path) -> None:
    text = '{"id": "b", "text": "甲"}\n\n{"id": 7, "text": ""}\n{"text": "丙"}\n'
    assert lines_of(tmp_path, text) == [BatchLine("b", "甲"), BatchLine(7, ""), BatchLine(4, "丙")]


@pytest.mark.parametrize(
    ("row", "reports"),
    [
        ('{"text": "", "report": "a"}', ("a",)),
        ('{"text": "", "reports": ["a", "b"]}', ("a", "b")),
        ('{"text": "", "report": ["a"]}', ("a",)),
        ('{"text": "", "reports": []}', ()),
        ('{"text": "", "report": null}', ()),
    ],
)
def test_batch_line_names_reports(tmp_path: Path, row: str, reports: tuple[str, ...]) -> None:
    (line,) = lines_of(tmp_path, row)
    assert isinstance(line, BatchLine)
    assert line.reports == reports


def test_batch_line_keeps_the_question_before(tmp_path: Path) -> None:
    assert lines_of(tmp_path, '{"id": 1, "question": "乙", "after": "甲"}', "question") == [
        BatchLine(1, "乙", ("甲",))
    ]


def test_batch_line_keeps_the_turns_before_and_its_session(tmp_path: Path) -> None:
    row = '{"id": 1, "question": "丙", "after": ["甲", "乙"], "session": "周会"}'
    assert lines_of(tmp_path, row, "question") == [BatchLine(1, "丙", ("甲", "乙"), "周会")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{", "不是 JSON"),
        ("[1]", "没有文字字段 'text'"),
        ('{"id": "x"}', "没有文字字段"),
        ('{"text": 5}', "没有文字字段"),
    ],
    ids=["broken", "list", "missing", "number"],
)
def test_batch_goes_on_after_an_unusable_line(tmp_path: Path, row: str, why: str) -> None:
    bad, good = lines_of(tmp_path, f'{row}\n{{"text": "好"}}\n')
    assert isinstance(bad, tuple)
    assert why in str(bad[1])
    assert "第 1 行" in str(bad[1])
    assert good == BatchLine(2, "好")


def test_batch_names_the_id_of_an_unusable_line(tmp_path: Path) -> None:
    (bad,) = lines_of(tmp_path, '{"id": "q9"}')
    assert isinstance(bad, tuple)
    assert bad[0] == "q9"


def test_batch_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"text": "甲"}\n'))
    assert list(read_batch("-", "text")) == [BatchLine(1, "甲")]


def test_batch_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.jsonl"):
        list(read_batch(str(tmp_path / "none.jsonl"), "text"))


def test_batch_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gbk.jsonl"
    path.write_bytes('{"text": "甲乙"}'.encode("gb18030"))
    with pytest.raises(UnreadableFile, match="UTF-8"):
        list(read_batch(str(path), "text"))
