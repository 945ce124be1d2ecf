"""True sentences in a language model's own words, over an own report, and beside them such as are not true."""

import pytest

from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "澄溪县市场监督管理局关于民生计量专项整治情况的通报\n2025-09-10\n"
    "县委第四巡察组2月进驻，3月12日反馈问题34项。截至8月20日，已整改完成29项，余下5项明确在2025年12月底前办结。\n"
    "检查加油站46座；责令停业整顿3座，另对9座进行约谈。\n"
    "检定费收取：退还企业检定费71.5万元，涉及企业208家。\n"
    "电子秤检定：检定电子秤1860台，不合格的电子秤中有57台被没收，经营户宏顺粮油行更换12台。\n"
    "水表更换：清水村更换水表3400只；石门村更换水表1200只。\n"
    "检定人员现为26人，原来是17人。\n"
    "年底前，县局拟出台计量服务办法。\n"
    "E区因线路改造停业6天，F区照常营业。\n"
    "下一步，对检定系统统一升级。\n",
    id="measures",
    source="measures.txt",
)

LETTER = parse_report(
    "关于南岭冷库消防隐患复查结果的函\n2025-07-01\n"
    "南岭冷链物流公司：\n"
    "你公司投入资金318万元，增设喷淋头640只。\n"
    "另对你公司锁闭疏散通道行为罚款4万元。\n"
    "市消防支队\n",
    id="letter",
    source="letter.txt",
)


def _faults(sentence: str, *, letter: bool = False) -> list[str]:
    return [one.raw for one in examiner_of(LETTER if letter else REPORT).examine(sentence).faults]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("清水村更换水表3400只，相比之下，石门村为1200只。[1]", id="two set side by side"),
        pytest.param("被约谈的有9座，多于责令停业整顿的3座。[1]", id="the greater of two"),
        pytest.param("检定人员由原来的17人增加到26人。[1]", id="the way from an earlier level"),
        pytest.param("余下5项问题尚未办结，将在2025年12月底前办结。[1]", id="what is still ahead"),
        pytest.param("目前计量服务办法尚未出台。[1]", id="what is only planned"),
        pytest.param("在民生计量专项整治中，县市场监管局检查加油站46座。[1]", id="the title opens it"),
        pytest.param("整治期间，检定电子秤1860台。[1]", id="the time of the report"),
        pytest.param("退还检定费71.5万元，共涉及企业208家。[1]", id="two clauses in one"),
        pytest.param(
            "截至8月20日，县委第四巡察组反馈的34项问题中，已整改完成29项。[1]",
            id="a time behind whose clause",
        ),
    ],
)
def test_true_sentence_in_a_models_words_is_accounted_for(sentence: str) -> None:
    assert _faults(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("清水村更换水表1200只，相比之下，石门村为3400只。[1]", id="the two changed about"),
        pytest.param("被约谈的有9座，少于责令停业整顿的3座。[1]", id="the less told as the greater"),
        pytest.param("检定人员由原来的26人减少到17人。[1]", id="the other way"),
        pytest.param("余下5项问题已办结。[1]", id="ahead told as done"),
        pytest.param("29项问题尚未整改完成。[1]", id="done told as undone"),
        pytest.param("计量服务办法已出台。[1]", id="planned told as done"),
        pytest.param("县局将退还企业检定费71.5万元。[1]", id="done told as ahead"),
        pytest.param("在价格欺诈专项整治中，县市场监管局检查加油站46座。[1]", id="another title"),
        pytest.param("巡视期间，检定电子秤1860台。[1]", id="another time"),
        pytest.param("检定系统已统一升级。[1]", id="what a sentence of the next step plans"),
        pytest.param("F区因线路改造停业6天。[1]", id="another letter"),
    ],
)
def test_untrue_sentence_in_a_models_words_is_not(sentence: str) -> None:
    assert _faults(sentence)


def test_letter_tells_of_whom_it_is_addressed_to() -> None:
    assert _faults("南岭冷链物流公司投入资金318万元，增设了喷淋头640只。[1]", letter=True) == []
    assert _faults("市消防支队投入资金318万元。[1]", letter=True)
    assert _faults("市消防支队被罚款4万元。[1]", letter=True)


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        pytest.param(
            "The bureau refunded 71.5万元 of fees, involving 208 companies.[1]", True, id="a refund"
        ),
        pytest.param("The bureau waived 71.5万元 of fees.[1]", False, id="another deed"),
    ],
)
def test_english_sentence(sentence: str, holds: bool) -> None:
    assert (not _faults(sentence)) is holds
