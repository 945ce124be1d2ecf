import json
import re
from pathlib import Path

import pytest

from corpus.errors import UnusableTable
from corpus.lexicon import tables
from corpus.lexicon.rates import COLUMNS, RATE_SORTS, any_rate_word, rate_words, read_rate_words
from tests.changed_house import change_table, run_in

LISTS = """
import json
from bot.drafting import deeds_done, derivation
from bot.question.answer_types import find_asked
from bot.ranking.asking_words import KIND_WORDS
from bot.summary import aspects, key_figures
from checker.arithmetic.forms import FORMS
from checker.comparison import features
from corpus.figure import Kind
from corpus.words import segmenter
from corpus.statements import metrics

word = "占额"
rate = next(role for role in key_figures.ROLES if role.name == "rate")
share = next(form for form in FORMS if form.name == "share")
(asked,) = find_asked(f"党员的{word}是多少")
(fraction,) = find_asked("党员占几分之二")
print(json.dumps({
    "asked as a rate": asked.kinds <= {Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE},
    "a form of question": fraction.kinds == {Kind.PERCENT, Kind.RATIO},
    "derived": bool(derivation._SHARE.search(f"党员{word}多少")),
    "told by how": word in deeds_done.HOW,
    "a kind, not a thing": word in KIND_WORDS,
    "key figure": bool(rate.else_words.fullmatch(word)),
    "result": bool(aspects.RESULTS.clue.search(word)),
    "rate of": features._RATE_HEAD.findall(f"党员{word}") == [("党员", word)],
    "arithmetic": bool(share.cue.fullmatch(word)),
    "one word": segmenter().cut(f"党员{word}提高", False) == ["党员", word, "提高"],
    "share of the figure before": word in metrics._SHARE,
}))
"""


def test_row_is_enough_for_a_word_of_shares(tmp_path: Path) -> None:
    change_table(tmp_path, "rates.tsv", "占额\tshare\t党员占额", "几分之二\tfraction\t党员占几分之二")
    known = json.loads(run_in(tmp_path, LISTS))
    assert known == dict.fromkeys(known, True)


def test_every_word_stands_once_and_in_its_example() -> None:
    words = read_rate_words()
    assert set(words) == set(RATE_SORTS)
    assert all(words.values())
    assert {"占比", "比例", "比重", "份额"} <= set(rate_words("share"))


def test_longer_words_are_matched_first() -> None:
    match = re.match(any_rate_word("verb"), "占到六成")
    assert match is not None
    assert match[0] == "占到"


REFUSED = [
    ("an unknown sort", "占额\tpart\t党员占额", "没有 'part' 这一类"),
    ("a word twice", "占额\tshare\t党员占额\n占额\trate\t党员占额", "已有一行"),
    ("an example without the word", "占额\tshare\t党员占比", "例子里没有"),
]


@pytest.mark.parametrize(("rows", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_bad_row_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rows: str, why: str) -> None:
    (tmp_path / "rates.tsv").write_text("\t".join(COLUMNS) + f"\n{rows}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(UnusableTable, match=why):
        read_rate_words()
