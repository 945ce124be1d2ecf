import pytest

from checker.accounting.omissions import (
    leaves_out_deed,
    leaves_out_denial,
    mentions,
    own_part,
)
from checker.accounting.relations.plans import leaves_out_deadline
from checker.accounting.sources import SourcePassage, SourceSentence, SourceSentences
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from tests.checker.accounting.held_reports import SOURCE, STATEMENTS

TEXT = """泉山县卫生健康局整改通报
2024-03-01
一、整改情况
清退违规补贴41.7万元。门诊楼至今未办理竣工决算。
【下一步】
签约服务率由71.6%提高到85%。6月底前问题药房全部关停。
"""
REPORT = parse_report(TEXT, id="health", source="health.txt")
DIRECTORY = Directory.of([REPORT])
SENTENCES = SourceSentences(
    [SourcePassage("health", REPORT.title, "", REPORT.text, 0, REPORT.published)],
    read_statements(REPORT, DIRECTORY),
    DIRECTORY,
).sentences


def _sentence(words: str) -> SourceSentence:
    return next(one for one in SENTENCES if words in one.text)


@pytest.mark.parametrize(
    ("raw", "said", "left"),
    [
        pytest.param("8人", "约谈了8人", False, id="told"),
        pytest.param("8人", "谈话8人", False, id="in other words"),
        pytest.param("8人", "有8人", True, id="left out"),
        pytest.param("37个", "37个问题", False, id="deed that only opens"),
    ],
)
def test_deed_of_a_figure_has_to_be_told(raw: str, said: str, left: bool) -> None:
    stated = next(one for one in STATEMENTS if one.figure.raw == raw)
    sentence = SOURCE.of(stated)
    assert sentence is not None
    assert leaves_out_deed(sentence, stated, said) is left


@pytest.mark.parametrize(
    ("words", "said", "left"),
    [
        pytest.param("门诊楼", "门诊楼已办理竣工决算", True, id="denial in one word with the deed"),
        pytest.param("门诊楼", "门诊楼还没办理竣工决算", False, id="denied as there"),
        pytest.param("签约", "签约服务率已提高到85%", True, id="plan by its heading"),
        pytest.param("签约", "签约服务率力争提高到85%", False, id="told as a plan"),
        pytest.param("清退", "清退违规补贴41.7万元", False, id="done"),
    ],
)
def test_denial_and_plan_have_to_be_told(words: str, said: str, left: bool) -> None:
    sentence = _sentence(words)
    assert leaves_out_denial(sentence, (0, len(sentence.text)), said) is left


def test_deadline_has_to_be_told() -> None:
    sentence = _sentence("问题药房")
    whole = (0, len(sentence.text))
    assert leaves_out_deadline(sentence, whole, "问题药房全部关停")
    assert not leaves_out_deadline(sentence, whole, "问题药房6月底前全部关停")
    assert not leaves_out_deadline(_sentence("清退"), whole, "清退")


def test_own_part_lies_between_the_figures_before_and_behind() -> None:
    stated = next(one for one in STATEMENTS if one.figure.raw == "21名")
    sentence = SOURCE.of(stated)
    assert sentence is not None
    assert sentence.text[slice(*own_part(sentence, stated))] == "硕士21名"


def test_word_is_mentioned_in_part_or_in_other_words() -> None:
    assert mentions("整改得到落实", "整改落实")
    assert mentions("追回资金", "收回")
    assert not mentions("修订制度", "废止")
