from collections.abc import Sequence

import pytest

from checker.accounting.account import Account
from checker.accounting.naming import Naming
from checker.accounting.sources import SourceSentences
from checker.accounting.windows import ToldFigure
from corpus.figure import Statement
from corpus.numerals import normalise
from corpus.organisations.directory import Directory
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft
from tests.checker.accounting import compared_report, marked_report, parted_report
from tests.checker.accounting.held_reports import DIRECTORY, SOURCE, STATEMENTS


def left_of(sentence: str, earlier: str = "") -> list[str]:
    return _left_of(sentence, STATEMENTS, SOURCE, DIRECTORY, earlier)


ACCOUNTED = [
    pytest.param("明溪县交通运输局修订了17项制度。", id="reordered"),
    pytest.param("37个问题中，33个已整改到位。", id="paraphrase"),
    pytest.param("明溪县交通运输局收缴罚款264.3万元。", id="synonym"),
    pytest.param("县委第四巡察组反馈了37个问题。", id="carried from the sentence before"),
    pytest.param("2024年明溪县交通运输局引进4名博士和21名硕士。", id="relative time resolved"),
    pytest.param("该局召开党组会9次。", id="pointing word"),
    pytest.param("明溪县交通运输局党组收到了县委第四巡察组反馈的巡察意见。", id="without a figure"),
    pytest.param("尚未追缴的有5.1万元。", id="denied as there"),
    pytest.param("明溪县交通运输局没追缴的还有5.1万元。", id="denied in other words"),
    pytest.param("明溪县交通运输局党组开了9次党组会。", id="verb of everyday"),
    pytest.param("37个中33个已整改到位。", id="figure that only says of how many"),
    pytest.param("据统计，明溪县交通运输局修订的制度就是17项。", id="words that claim nothing"),
]


@pytest.mark.parametrize("sentence", ACCOUNTED)
def test_what_the_source_says_in_any_words_is_accounted_for(sentence: str) -> None:
    assert left_of(sentence) == []


LEFT = [
    pytest.param("明溪县交通运输局废止制度17项。", "废止", id="deed"),
    pytest.param("明溪县交通运输局修订制度17项的说法不属实。", "说法", id="denied behind"),
    pytest.param("明溪县交通运输局接受17项。", "接受", id="taken"),
    pytest.param("明溪县交通运输局召开制度17项。", "召开", id="another clause's deed"),
    pytest.param("明溪县交通运输局有8人。", "8人", id="deed left out"),
    pytest.param("明溪县交通运输局追缴5.1万元。", "追缴5.1万元", id="denial left out"),
    pytest.param("明溪县交通运输局每天召开党组会9次。", "每天", id="rate"),
    pytest.param("去年底明溪县交通运输局修订制度17项。", "去年底", id="time"),
    pytest.param("2023年9月12日，明溪县交通运输局修订制度17项。", "2023年9月12日", id="another's time"),
    pytest.param("明溪县教育局修订制度17项。", "明溪县教育局", id="owner"),
    pytest.param("县委第六巡察组反馈了37个问题。", "县委第六巡察组", id="team"),
    pytest.param("明溪县交通运输局局长个人约谈8人。", "局长个人", id="person"),
    pytest.param("明溪县交通运输局被约谈8人。", "明溪县交通运输局", id="acted upon"),
    pytest.param("明溪县交通运输局修订制度17项，居全省第一。", "全省|第一", id="comparison"),
]


@pytest.mark.parametrize(("sentence", "raw"), LEFT)
def test_what_nobody_said_is_left(sentence: str, raw: str) -> None:
    assert raw in "|".join(left_of(sentence))


def test_pointing_word_points_to_what_was_named_last() -> None:
    assert left_of("该局修订制度17项。", "明溪县教育局也在整改。") == ["该局"]
    assert left_of("前者修订制度17项。", "明溪县教育局和明溪县交通运输局都在整改。") == ["前者"]
    assert left_of("后者修订制度17项。", "明溪县教育局和明溪县交通运输局都在整改。") == []


def left_of_compared(sentence: str) -> list[str]:
    return _left_of(sentence, compared_report.STATEMENTS, compared_report.SOURCE, compared_report.DIRECTORY)


def left_of_parted(sentence: str) -> list[str]:
    return _left_of(sentence, parted_report.STATEMENTS, parted_report.SOURCE, parted_report.DIRECTORY)


def _left_of(
    sentence: str,
    statements: Sequence[Statement],
    source: SourceSentences,
    directory: Directory,
    earlier: str = "",
) -> list[str]:
    text = normalise(sentence)
    told = [
        ToldFigure(
            claim.figure.start,
            claim.figure.end,
            tuple(one for one in statements if one.figure.value == claim.figure.value),
        )
        for claim in read_draft(sentence, directory)
        if not is_scope(claim.figure)
    ]
    naming = Naming(text, directory, earlier, [(one.start, one.end) for one in told])
    left, _ = Account(text, [one for one in told if one.stated], source, naming).left()
    return [one.raw for one in left]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("县水利站清淤58公里，比县灌溉站多。", id="more than another"),
        pytest.param("县灌溉站清淤31公里，比水利站少。", id="less than another"),
        pytest.param("集体收入最高的是青石村，有97万元。", id="first by the source's words"),
        pytest.param("已加固436处，剩127处没有加固。", id="left where it is not done yet"),
        pytest.param("有9座泵站转入长期整改。", id="what became of what is left"),
        pytest.param("专项检查反馈的问题全部完成整改。", id="all of one clause"),
    ],
)
def test_what_the_source_bears_out_is_accounted_for(sentence: str) -> None:
    assert left_of_compared(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("县灌溉站清淤31公里，比县水利站多。", id="more, where it is less"),
        pytest.param("县水利站清淤58公里，比县灌溉站少。", id="less, where it is more"),
        pytest.param("集体收入最低的是青石村，有97万元。", id="last, where it is first"),
        pytest.param("已加固堤段剩436处。", id="left, where it is done"),
        pytest.param("柳林水库由C级升为B级。", id="the other way"),
        pytest.param("检查闸门发现83座。", id="deed of the figure behind"),
        pytest.param("常规检查反馈的问题全部完成整改。", id="all of another clause"),
        pytest.param("第二轮巡察聚焦粮食系统。", id="behind a semicolon"),
    ],
)
def test_what_the_source_does_not_bear_out_is_left(sentence: str) -> None:
    assert left_of_compared(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("乡镇企业查出隐患294处。", id="part"),
        pytest.param("乡镇企业、中小学共查出隐患517处。", id="whole of all parts"),
        pytest.param("58人以上大班额还有7个。", id="narrower sort beside"),
        pytest.param("超大班额全部消除。", id="narrower sort"),
        pytest.param("柏林镇反馈的问题全部整改到位。", id="all of the own clause"),
        pytest.param("完成整改29个，其中石桥镇21个。", id="cells of one column"),
        pytest.param("追回实习津贴43.5万元。", id="deed of what was done to it"),
        pytest.param("向公安机关移送案件16件。", id="nothing that is alleged"),
    ],
)
def test_part_told_as_the_source_tells_it_is_accounted_for(sentence: str) -> None:
    assert left_of_parted(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "raw"),
    [
        pytest.param("乡镇企业查出隐患517处。", "乡镇企业", id="whole as a part's"),
        pytest.param("大班额全部消除。", "大", id="wider sort"),
        pytest.param("松坡镇反馈的问题全部整改到位。", "松坡镇", id="another's clause"),
        pytest.param("完成整改29个，其中石桥镇24个。", "石桥镇24个", id="cell of another column"),
        pytest.param("整改完成问题31个。", "整改完成", id="word that only says which measures"),
        pytest.param("克扣实习津贴43.5万元。", "43.5万元", id="deed that was set right"),
        pytest.param("向公安机关移送拒不执行判决案件16件。", "移送", id="alleged told as so"),
    ],
)
def test_part_told_as_another_is_left(sentence: str, raw: str) -> None:
    assert raw in "|".join(left_of_parted(sentence))


def left_of_marked(sentence: str) -> list[str]:
    return _left_of(sentence, marked_report.STATEMENTS, marked_report.SOURCE, marked_report.DIRECTORY)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("到3月底检验农机61台。", id="done"),
        pytest.param("目前仍有2个培训点停办。", id="still so"),
        pytest.param("3家经销商各罚款1.8万元。", id="each"),
        pytest.param("23件投诉已经办结，4件移交县司法局。", id="each its own end"),
        pytest.param("已补发作业补贴702万元，惠及农户388户。", id="of one sentence"),
        pytest.param("站长停职检查，副站长作出书面检讨。", id="each who did it"),
        pytest.param("六成由县财政承担，其余向省级争取。", id="each who pays"),
        pytest.param("整改资金3.2亿元，其中盘活存量资金8200万元。", id="a part of its whole"),
        pytest.param("套牌收割机是农机监理站单独蹲守查获的。", id="how it was done"),
    ],
)
def test_mark_of_the_told_figure_is_accounted_for(sentence: str) -> None:
    assert left_of_marked(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("未检验农机61台。", id="denied of the figure beside"),
        pytest.param("目前仍有6个培训点停办。", id="still, of the level before"),
        pytest.param("3家经销商合计罚款1.8万元。", id="together, of each"),
        pytest.param("移交县司法局的4件已经办结。", id="the end of the figure beside"),
        pytest.param("已为514户农户补发702万元。", id="a figure of another sentence"),
        pytest.param("副站长停职检查。", id="what another did"),
        pytest.param("站长作出书面检讨。", id="what yet another did"),
        pytest.param("六成向省级争取，其余由县财政承担。", id="who pays the rest"),
        pytest.param("上缴国库1.1亿元，其中盘活存量资金8200万元。", id="a part of its sibling"),
        pytest.param("套牌收割机是农机监理站与交警联合行动时查获的。", id="how another thing was done"),
    ],
)
def test_mark_of_another_figure_is_left(sentence: str) -> None:
    assert left_of_marked(sentence)
