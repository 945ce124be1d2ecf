import random
from pathlib import Path

import pytest

import corpus
from bench.english_kinds import ENGLISH_LIES, ENGLISH_TRUTHS
from bench.lie_kinds import LIE_KINDS, LieKind
from bench.lying_kinds import WRITTEN, even_shares, is_let_pass, lie_and_tell
from bench.sentence_sources import Told, read_reports, told_sentences
from bench.truth_kinds import TRUTH_KINDS

SAMPLES = Path(corpus.__file__).parent / "reports"


@pytest.fixture(scope="module")
def sentences() -> list[Told]:
    return list(told_sentences(read_reports([SAMPLES])))


def test_there_are_many_kinds_of_lies() -> None:
    names = [one.name for one in LIE_KINDS]
    assert len(set(names)) == len(names) >= 25


@pytest.mark.parametrize("kind", LIE_KINDS, ids=[one.name for one in LIE_KINDS])
def test_kind_changes_a_sentence(kind: LieKind, sentences: list[Told]) -> None:
    chance = random.Random(3)
    made = [(told.text, lie) for told in sentences if (lie := kind.make(told, chance))]
    assert all(text != lie for text, lie in made)
    rare = {"another's share", "unchanged told as moved", "the rest told of one"}
    assert made or kind.name in {"denial left out", "plan left out", "term", "round", "title changed"} | rare


@pytest.mark.parametrize("kind", [*ENGLISH_LIES, *ENGLISH_TRUTHS], ids=lambda one: one.name)
def test_english_kind_tells_a_clause(kind: LieKind, sentences: list[Told]) -> None:
    chance = random.Random(3)
    made = [(told, text) for told in sentences for _ in range(4) if (text := kind.make(told, chance))]
    assert made
    assert all(text.isascii() for _, text in made)
    lies = kind in ENGLISH_LIES
    assert not lies or not any(is_let_pass(told, text) for told, text in made)


def test_what_a_kind_cannot_fill_goes_to_the_others() -> None:
    assert even_shares({"rare": 1, "common": 90, "another": 90}, 30) == {
        "rare": 1,
        "common": 14,
        "another": 15,
    }
    assert even_shares({"rare": 1, "common": 9}, 30) == {"rare": 1, "common": 9}


def test_few_lies_are_let_pass_and_few_truths_are_not() -> None:
    lied, truly = lie_and_tell([SAMPLES], lies=320, truths=120, seed=11)
    assert lied.tried.total() == 320
    assert lied.share <= 0.01, lied.shown
    assert truly.tried.total() == 120
    assert truly.share <= 0.1, truly.shown


def test_written_sentences_are_told_apart() -> None:
    by_report = {told.figures[0].report: told for told in told_sentences(read_reports([SAMPLES]))}
    rows = [line.split("\t") for line in WRITTEN.read_text("utf-8").splitlines() if not line.startswith("#")]
    wrong = []
    for report, kind, _, sentence in rows[1:]:
        told = by_report[report]
        passes = any(
            is_let_pass(Told(told.text, told.figures, told.examiner, one.n), sentence)
            for one in told.examiner.passages
        )
        if passes is not (kind == "fine"):
            wrong.append(sentence)
    assert len(wrong) <= 0.02 * len(rows), wrong


def test_every_kind_of_paraphrase_is_made(sentences: list[Told]) -> None:
    chance = random.Random(5)
    for kind in TRUTH_KINDS:
        assert any(kind.make(told, chance) for told in sentences), kind.name
