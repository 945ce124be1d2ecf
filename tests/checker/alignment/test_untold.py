"""A deed, a thing or a stage that nothing of the source tells makes another statement of its quantity."""

import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import Verdict
from corpus.structure.parsing import parse_report

NOTICE = """松川县民政局关于巡察整改情况的通报

追回死亡人员冒领的养老金88.9万元。
拆除占用河道的看护房247间。
归还长期占用的办公用房62间。
查封计量作弊的加油机318台。
退还患者多收的护理费17.3万元。
收回闲置地块12宗，核销坏账64笔，新聘护林员35名，辞退不合格护林员8名。
救治天数缩短2.6天，其余9个站点正在改造。

| 年度 | 办结率 |
|---|---|
| 2022年 | 81.5% |
| 2023年 | 93.6% |
"""


def verdict(draft: str) -> Verdict:
    return check(draft, Evidence.of_reports([parse_report(NOTICE, id="a", source="a")]))[-1].verdict


@pytest.mark.parametrize(
    "draft",
    [
        "松川县民政局发放高龄津贴88.9万元。",
        "松川县民政局新购看护房247间。",
        "松川县民政局没收电子秤318台。",
        "松川县民政局表彰优秀教师62间。",
        "松川县民政局退还患者多收的检查费17.3万元。",
        "松川县民政局仍占用办公用房62间。",
        "松川县民政局还有247间看护房没有拆除。",
        "松川县民政局新设加油机318台。",
        "松川县民政局收回坏账64笔。",
        "松川县民政局辞退护林员35名。",
        "松川县民政局新聘护林员8名。",
    ],
)
def test_deed_or_thing_of_nothing_in_the_source_is_not_supported(draft: str) -> None:
    assert verdict(draft) in (Verdict.MISATTRIBUTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED)


@pytest.mark.parametrize(
    "draft",
    [
        "松川县民政局把死亡人员冒领的养老金追了回来，共88.9万元。",
        "松川县民政局拆掉河道看护房247间。",
        "松川县民政局退还办公用房62间。",
        "松川县民政局查封了作弊加油机318台。",
        "松川县民政局2023年办结率升到93.6%。",
        "松川县民政局退给患者护理费17.3万元。",
        "松川县民政局收回的闲置地块有12宗。",
        "松川县民政局核销坏账的笔数是64笔。",
        "松川县民政局救治天数比以前短了2.6天。",
        "松川县民政局还有9个站点没改造完。",
        "松川县民政局添聘护林员35名。",
    ],
)
def test_other_words_for_what_the_source_tells_are_supported(draft: str) -> None:
    assert verdict(draft) is Verdict.SUPPORTED


def test_what_was_done_may_be_told_behind_the_figure() -> None:
    notice = "松川县民政局整改通报\n\n违规发放的加班补贴34.6万元，涉及58人，已全部退回。\n"
    evidence = Evidence.of_reports([parse_report(notice, id="a", source="a")])

    assert check("松川县民政局清退违规补贴34.6万元。", evidence)[-1].verdict is Verdict.SUPPORTED


def test_several_that_are_counted_are_no_member() -> None:
    notice = "松川县公路公司整改通报\n\n一标段查出问题63个，二标段查出问题88个。两个标段都已复查。\n"
    evidence = Evidence.of_reports([parse_report(notice, id="a", source="a")])

    found = check("松川县公路公司两个标段查出问题分别为63个、88个。", evidence)
    assert {one.verdict for one in found[1:]} == {Verdict.SUPPORTED}


DEEDS = """松川县林业局关于巡察整改情况的通报
2024年4月2日

移交问题线索9件。局党组制定整改措施71条；9件线索办结8件。
下发图斑135个，核实违法52个，已销号47个。违约金740万元已征收560万元。
县财政安排管护经费66万元。
"""


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(
            "松川县林业局移交的线索已办结9件。", id="told of another number of the thing in the next sentence"
        ),
        pytest.param("松川县林业局的图斑销了52个。", id="a deed of one character"),
        pytest.param("松川县林业局已收违约金740万元。", id="the deed behind the figure is the next one's"),
        pytest.param("松川县林业局的管护，市财政拿出66万元。", id="another level's treasury"),
    ],
)
def test_deed_that_the_source_tells_of_another_figure_is_not_supported(draft: str) -> None:
    evidence = Evidence.of_reports([parse_report(DEEDS, id="a", source="a")])
    assert check(draft, evidence)[-1].verdict in (Verdict.MISATTRIBUTED, Verdict.CONTRADICTED)


@pytest.mark.parametrize(
    "draft",
    [
        "松川县林业局移交的线索已办结8件。",
        "松川县林业局移交线索9件。",
        "松川县林业局的图斑销了47个。",
        "松川县林业局核实违法图斑52个。",
        "松川县林业局的管护，县级财政拿出66万元。",
    ],
)
def test_deed_of_the_figure_itself_is_supported(draft: str) -> None:
    evidence = Evidence.of_reports([parse_report(DEEDS, id="a", source="a")])
    assert check(draft, evidence)[-1].verdict is Verdict.SUPPORTED


COUNTY_LIBRARY = """关于澜溪县图书馆巡察整改情况的通报

采购管理不严：清退供应商5家，追回多付款项12.8万元。
分馆空转：乡镇分馆由31个整合为24个，走访发现长期闭馆7个，重新开放6个。因管理松懈被点名的馆长4名、管理员11名。
资金拨付慢：滞留资金260万元，已拨付215万元，45万元由财政收回。
欠款企业从14家减到5家。
"""


@pytest.mark.parametrize(
    ("draft", "is_told"),
    [
        pytest.param("澜溪县图书馆行政拘留11人。", False, id="nothing of it is told"),
        pytest.param("澜溪县图书馆捐赠45万元。", False, id="deed of nobody"),
        pytest.param("澜溪县图书馆已拨付45万元。", False, id="deed of the figure beside it"),
        pytest.param("澜溪县图书馆11名转入司法程序。", False, id="behind the figure"),
        pytest.param("澜溪县图书馆被财政收回45万元。", True, id="own deed"),
        pytest.param("澜溪县图书馆点名管理员11名。", True, id="own thing"),
        pytest.param("澜溪县图书馆乡镇分馆压到24个。", True, id="second of two levels"),
        pytest.param("澜溪县图书馆重新开放分馆6个。", True, id="anew is not new"),
        pytest.param("澜溪县图书馆还欠着款的企业剩5家。", True, id="what a fall comes down to is left"),
    ],
)
def test_figure_shares_more_than_its_number_with_what_supports_it(draft: str, is_told: bool) -> None:
    evidence = Evidence.of_reports([parse_report(COUNTY_LIBRARY, id="a", source="a")])
    assert (check(draft, evidence)[-1].verdict is Verdict.SUPPORTED) is is_told
