from dataclasses import replace

from bot.answer import CheckedAnswer, Citation
from bot.generation.fallback import fallen_back, joined_to
from bot.generation.passages import numbered
from checker.finding import Finding
from checker.verdicts import Verdict
from corpus.errors import ModelFailure
from tests.bot.generation.written_reports import HITS, STATEMENTS

FIGURE = replace(STATEMENTS[0].figure, raw="8次", start=0, end=2)
FINDING = Finding(FIGURE, Verdict.SUPPORTED, "same", "")
CITATIONS: tuple[Citation, ...] = numbered(HITS, ())
WITHOUT = CheckedAnswer("多少次？", "8次。[1]又8次。[2]", False, FIGURE, (FINDING,), CITATIONS)


def test_answer_without_the_model_stands_under_a_word() -> None:
    answer = fallen_back(WITHOUT, ModelFailure("断了"), "zh", 1.0)
    assert answer.text.endswith(WITHOUT.text)
    assert "断了" in answer.text
    (finding,) = answer.findings
    assert answer.text[finding.figure.start : finding.figure.end] == "8次"


def test_what_was_told_stays_and_numbers_go_on() -> None:
    answer = joined_to("召开会议。[1]", (), CITATIONS[:1], WITHOUT)
    assert answer.text == "召开会议。[1]\n8次。[2]又8次。[3]"
    assert [one.n for one in answer.citations] == [1, 2, 3]
    (finding,) = answer.findings
    assert answer.text[finding.figure.start : finding.figure.end] == "8次"
