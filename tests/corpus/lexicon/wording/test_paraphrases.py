import pytest

from corpus.errors import UnusableTable
from corpus.lexicon.tables import TableRow
from corpus.lexicon.wording import paraphrases as module
from corpus.lexicon.wording.paraphrases import PARAPHRASE_COLUMNS, PARAPHRASES, read_paraphrases, says


def test_each_word_stands_for_the_others_of_its_row() -> None:
    assert "追回" in PARAPHRASES["收回"]
    assert "收回" in PARAPHRASES["追回"]
    assert all(word in PARAPHRASES[other] for word, same in PARAPHRASES.items() for other in same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("修订", "废止", id="opposite"),
        pytest.param("提高", "下降", id="direction"),
        pytest.param("反馈", "完成整改", id="stage"),
        pytest.param("引进", "辞退", id="deed"),
        pytest.param("完成整改", "未完成", id="denied"),
    ],
)
def test_what_differs_is_no_paraphrase(one: str, other: str) -> None:
    assert other not in PARAPHRASES.get(one, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("收回资金", True, id="the word"),
        pytest.param("追回资金", True, id="another of its row"),
        pytest.param("拨付资金", False, id="neither"),
    ],
)
def test_text_says_a_word_by_any_of_its_row(text: str, said: bool) -> None:
    assert says(text, "收回") is said


def test_row_of_one_word_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    row = TableRow("paraphrases.tsv:3", dict(zip(PARAPHRASE_COLUMNS, ("收回", "收回资金"), strict=True)))
    monkeypatch.setattr(module, "read_lexicon", lambda *_: (row,))
    with pytest.raises(UnusableTable, match=r"paraphrases\.tsv:3"):
        read_paraphrases()
