"""Tests of lists that are told apart by 分别: what each figure counts, whose it is, and when."""

import pytest

from corpus.statements.distribution import read_shares, without
from corpus.statements.statements import read_draft


def _read(text: str) -> list[tuple[str, str, str, str]]:
    figures = [statement.figure for statement in read_draft(text)]
    return [(f.raw, f.metric, f.org, f.period) for f in figures if f.unit not in ("日期", "镇", "轮")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "青河县水务局2021年、2022年分别收到来信46件、18件。",
            [
                ("46件", "收到来信", "青河县水务局", "2021年"),
                ("18件", "收到来信", "青河县水务局", "2022年"),
            ],
            id="times",
        ),
        pytest.param(
            "海平市2021年、2022年和2023年的整改率分别为81%、85%、90%。",
            [
                ("81%", "海平市整改率", "海平市", "2021年"),
                ("85%", "海平市整改率", "海平市", "2022年"),
                ("90%", "海平市整改率", "海平市", "2023年"),
            ],
            id="times-before-what-is-shared",
        ),
        pytest.param(
            "市第一医院、市第二医院分别整改问题14个、9个。",
            [("14个", "整改问题", "市第一医院", ""), ("9个", "整改问题", "市第二医院", "")],
            id="organisations",
        ),
        pytest.param(
            "清河镇、柳林镇两镇分别清退资金3万元和12万元。",
            [("3万元", "清河镇两镇清退资金", "清河镇", ""), ("12万元", "柳林镇两镇清退资金", "柳林镇", "")],
            id="organisations-counted",
        ),
        pytest.param(
            "河湾、双桥、石泉三个法庭2022年收案分别为684件、537件、412件。",
            [
                ("三个", "河湾双桥石泉法庭", "", ""),
                ("684件", "河湾三个法庭收案", "", "2022年"),
                ("537件", "双桥三个法庭收案", "", "2022年"),
                ("412件", "石泉三个法庭收案", "", "2022年"),
            ],
            id="members-counted-before-what-is-shared",
        ),
        pytest.param(
            "县住房和城乡建设局、县教育局分别受理投诉12件、31件，办结10件、30件。",
            [
                ("12件", "受理投诉", "县住房和城乡建设局", ""),
                ("31件", "受理投诉", "县教育局", ""),
                ("10件", "办结", "县住房和城乡建设局", ""),
                ("30件", "办结", "县教育局", ""),
            ],
            id="two-lists",
        ),
        pytest.param(
            "青溪县审计局修订、新建、废止制度分别为5项、17项、2项。",
            [
                ("5项", "修订制度", "青溪县审计局", ""),
                ("17项", "新建制度", "青溪县审计局", ""),
                ("2项", "废止制度", "青溪县审计局", ""),
            ],
            id="deeds-of-one-thing",
        ),
        pytest.param(
            "东站、西站投诉量分别由46件、33件降至19件、14件。",
            [
                ("46件", "东站投诉量", "", ""),
                ("33件", "西站投诉量", "", ""),
                ("19件", "东站投诉量", "", ""),
                ("14件", "西站投诉量", "", ""),
            ],
            id="levels-that-were-reached",
        ),
        pytest.param(
            "接待香客38.2万人次，门票收入1.7亿元，同比分别增长14.6%、9.3%。",
            [
                ("38.2万人次", "接待香客", "", ""),
                ("1.7亿元", "门票收入", "", ""),
                ("14.6%", "接待香客", "", ""),
                ("9.3%", "门票收入", "", ""),
            ],
            id="heads-in-clauses-of-their-own",
        ),
        pytest.param(
            "立案数、结案数分别为5件、4件，结案率80%。",
            [("5件", "立案数", "", ""), ("4件", "结案数", "", ""), ("80%", "结案率", "", "")],
            id="another-clause-is-no-part-of-the-list",
        ),
    ],
)
def test_list_gives_each_figure_its_own_head(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "结案率，2021年51.3%，2022年54.8%；调解率分别为30.2%、33.9%。",
            {"30.2%": ("", "2021年"), "33.9%": ("", "2022年")},
            id="times-of-the-list-before",
        ),
        pytest.param(
            "东河乡收回资金12万元，西河乡收回资金8万元；处分干部分别为3人、2人。",
            {"3人": ("东河乡", ""), "2人": ("西河乡", "")},
            id="owners-of-the-list-before",
        ),
        pytest.param(
            "北滩镇、南滩镇实行轮值，出勤次数分别为26次和31次。",
            {"26次": ("北滩镇", ""), "31次": ("南滩镇", "")},
            id="names-of-the-clause-before",
        ),
        pytest.param(
            "北滩镇收回7万元，南滩镇收回5万元，西滩镇收回4万元；处分干部分别为3人、2人。",
            {"3人": ("", ""), "2人": ("", "")},
            id="as-many-as-there-are-figures-or-none",
        ),
    ],
)
def test_list_without_heads_has_those_of_what_stands_before(
    text: str, expected: dict[str, tuple[str, str]]
) -> None:
    read = {raw: (org, period) for raw, _, org, period in _read(text)}
    assert {raw: read[raw] for raw in expected} == expected


def test_draft_of_exchanged_years_reads_each_for_its_own() -> None:
    stated = _read("青河县水务局2021年、2022年分别收到来信46件、18件。")
    exchanged = _read("青河县水务局2021年、2022年分别收到来信18件、46件。")
    assert [period for *_, period in stated] == [period for *_, period in exchanged] == ["2021年", "2022年"]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        pytest.param("三个组分别检查12家、7家、9家。", ("12家", "7家", "9家"), id="no-heads"),
        pytest.param("甲局、乙局分别整改12个、7个、9个。", ("12个", "7个", "9个"), id="fewer-heads"),
        pytest.param("甲局、乙局分别开会。收回12万元、7万元。", ("12万元", "7万元"), id="another-sentence"),
        pytest.param("分别为12个", ("12个",), id="alone"),
    ],
)
def test_list_without_as_many_heads_is_left_alone(sentence: str, figures: tuple[str, ...]) -> None:
    spans = [(sentence.index(one), sentence.index(one) + len(one)) for one in figures]
    assert read_shares(sentence, spans) == {}


def test_share_names_what_speaks_of_the_others() -> None:
    sentence = "甲局、乙局分别整改12个、7个。"
    shares = read_shares(sentence, [(9, 12), (13, 15)])
    assert without(sentence, shares[9].others) == "甲局   分别整改12个   。"
    assert without(sentence, shares[13].others) == "   乙局分别整改    7个。"


def test_list_of_many_marks_is_read_in_time_that_grows_with_it() -> None:
    sentence = "甲局、乙局分别整改12个、7个，" * 2_000
    spans = [
        (at + first, at + last) for at in range(0, len(sentence), 16) for first, last in ((9, 12), (13, 15))
    ]
    assert len(read_shares(sentence, spans)) == 4_000


def test_heads_may_stand_in_the_clause_before() -> None:
    sentence = "起火31起、受伤17人，同比分别下降24%和20%。"
    figures = ("31起", "17人", "24%", "20%")
    shares = read_shares(sentence, [(sentence.index(one), sentence.index(one) + len(one)) for one in figures])
    assert [
        without(sentence, shares[sentence.index(one)].others).replace(" ", "") for one in figures[2:]
    ] == [
        "起火同比分别下降24%。",
        "受伤同比分别下降20%。",
    ]


@pytest.mark.parametrize(
    ("text", "raw", "metric", "period"),
    [
        pytest.param(
            "上半年受理投诉中，物业类216件，装修类131件，停车类88件；办结的依次是201件、127件、80件。",
            "127件",
            "装修类办结",
            "上半年",
            id="heads with figures of their own in the clause before",
        ),
        pytest.param(
            "挂号平均等候时间，2021年32天，2022年21天；检查则分别为19天、13天。",
            "13天",
            "检查",
            "2022年",
            id="years that do",
        ),
        pytest.param(
            "2021年、2022年、2023年采购拐杖、轮椅等用具支出分别为36万元、48万元、29万元。",
            "48万元",
            "支出",
            "2022年",
            id="years joined before another list",
        ),
        pytest.param(
            "上报问题52个，其中用电的14个、消防的23个、结构的15个；销号的共47个，三类分别销号13个、20个、14个。",
            "20个",
            "消防",
            "",
            id="past a total",
        ),
    ],
)
def test_heads_are_looked_for_before_the_clause(text: str, raw: str, metric: str, period: str) -> None:
    (found,) = (one.figure for one in read_draft(text) if one.figure.raw == raw)
    assert metric in found.metric
    assert found.period == period


def test_figures_of_an_earlier_year_count_what_those_before_count_in_their_units() -> None:
    text = "2023年，办理登记512件，收费76.5万元，节约经费8.1万元；2022年分别为498件、71.2万元、6.4万元。"
    assert _read(text)[-3:] == [
        ("498件", "办理登记", "", "2022年"),
        ("71.2万元", "收费", "", "2022年"),
        ("6.4万元", "节约经费", "", "2022年"),
    ]


def test_figures_in_other_units_than_those_before_are_left_alone() -> None:
    text = "2023年办理登记512件，收费76.5万元；2022年分别为71.2万元、498件。"
    assert read_shares(text, [(9, 13), (16, 22), (30, 36), (37, 41)]) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "马家村、红崖村、柏坪村清退18人、11人、9人。",
            [("18人", "马家村"), ("11人", "红崖村"), ("9人", "柏坪村")],
            id="joined by marks alone",
        ),
        pytest.param(
            "河口镇、青坪镇分别发现问题204个、158个。到4月底，两个乡镇分别完成199个、151个。",
            [("204个", "河口镇"), ("158个", "青坪镇"), ("199个", "河口镇"), ("151个", "青坪镇")],
            id="told again by their number",
        ),
        pytest.param(
            "马家村、红崖村、柏坪村各有问题30个、12个和28个，已改分别为21个、3个和27个。",
            [
                ("30个", "马家村"),
                ("12个", "红崖村"),
                ("28个", "柏坪村"),
                ("21个", "马家村"),
                ("3个", "红崖村"),
                ("27个", "柏坪村"),
            ],
            id="told again in the same sentence",
        ),
        pytest.param(
            "问题集中在甘棠镇(16个)、云台镇(13个)，其余11个。",
            [("16个", "甘棠镇"), ("13个", "云台镇"), ("11个", "")],
            id="in brackets",
        ),
    ],
)
def test_whose_each_figure_of_a_list_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(raw, org) for raw, _, org, _ in _read(text) if raw != "两个"] == expected


def test_years_of_a_list_may_stand_before_its_sentence() -> None:
    text = "氨氮浓度2021年1.84毫克/升，2022年1.21毫克/升，2023年0.76毫克/升。三年间优良比例分别为66.7%、77.8%、88.9%。"
    shares = [(raw, period) for raw, _, _, period in _read(text) if raw.endswith("%")]
    assert shares == [("66.7%", "2021年"), ("77.8%", "2022年"), ("88.9%", "2023年")]


def test_year_that_is_said_once_is_of_a_row() -> None:
    text = "核查2020、2021、2022年三个年度的缴费，欠费分别为87.4万元、103.9万元、156.2万元。"
    amounts = [(raw, period) for raw, _, _, period in _read(text) if raw.endswith("万元")]
    assert amounts == [("87.4万元", "2020年"), ("103.9万元", "2021年"), ("156.2万元", "2022年")]


def test_what_rose_against_a_year_by_its_number_stands_in_the_clauses_before() -> None:
    found = _read("查办案件487件，罚没款612万元，较2025年同期分别增长22%和9%。")
    rises = [(raw, metric) for raw, metric, *_ in found if raw.endswith("%")]
    assert [metric.endswith(end) for (_, metric), end in zip(rises, ("案件", "罚没款"), strict=True)] == [
        True,
        True,
    ]
