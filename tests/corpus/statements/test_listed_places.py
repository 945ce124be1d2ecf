import pytest

from corpus.quantities.figures import find_figures
from corpus.statements.listed_places import place_at, read_listed_places
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

HEAD = "关于全市整改情况的通报\n"


def told(text: str) -> dict[str, tuple[str, str]]:
    """Return what each figure of a report counts, and whose it is."""
    report = parse_report(HEAD + text, id="r", source="")
    return {one.figure.raw: (one.figure.metric, one.figure.org) for one in read_statements(report)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "已修复矿山45座，其中望岭县18座、桐埠区15座，投入资金300万元。",
            {"18座": ("修复矿山", "望岭县"), "15座": ("修复矿山", "桐埠区"), "300万元": ("投入资金", "")},
        ),
        (
            "未改完的9个中，人事处4个、图书馆3个、附属小学2个。",
            {"4个": ("未改完", "人事处"), "2个": ("未改完", "附属小学"), "9个": ("未改完", "")},
        ),
        (
            "城关区追发工资562万元（涉及71人）、沙湾区438万元（涉及29人）。",
            {"438万元": ("追发工资", "沙湾区"), "29人": ("涉及", "沙湾区"), "71人": ("涉及", "城关区")},
        ),
        (
            "松涛县完成整改41个，收回资金20万元；梧桐县完成整改38个，收回资金31万元。",
            {
                "38个": ("完成整改", "梧桐县"),
                "31万元": ("收回资金", "梧桐县"),
                "20万元": ("收回资金", "松涛县"),
            },
        ),
        (
            "路桥公司反馈问题22个，完成20个；养护公司反馈问题14个，完成13个；物流公司反馈问题11个，完成8个。",
            {
                "14个": ("反馈问题", "养护公司"),
                "13个": ("完成问题", "养护公司"),
                "8个": ("完成问题", "物流公司"),
            },
        ),
        (
            "资产负债率方面，路桥公司为74.6%，养护公司为58.3%，物流公司为81.9%。",
            {"58.3%": ("资产负债率", "养护公司"), "81.9%": ("资产负债率", "物流公司")},
        ),
        (
            "挪用养护资金150万元。其中东岭镇90万元、柳湾乡60万元。",
            {"90万元": ("挪用养护资金", "东岭镇"), "60万元": ("挪用养护资金", "柳湾乡")},
        ),
        (
            "不合格率最高的是岩口县，为3.42%；其次是沙坪区2.86%；最低的是松岭县1.57%。",
            {"2.86%": ("其次", "沙坪区"), "1.57%": ("最低", "松岭县")},
        ),
        (
            "追缴资金300万元，其中河口镇120万元，县供销社90万元，县敬老院50万元；退还押金7万元。",
            {
                "90万元": ("追缴资金", "县供销社"),
                "50万元": ("追缴资金", "县敬老院"),
                "7万元": ("退还押金", ""),
            },
        ),
        (
            "期满，局机关完成15个，市福利院完成9个，市殡仪馆完成7个，完成率90%。",
            {"9个": ("完成", "市福利院"), "7个": ("完成", "市殡仪馆"), "15个": ("完成", "局机关")},
        ),
        (
            "沙坪区整改资金7亿元，其中上缴国库1.2亿元、归还原渠道4400万元。",
            {"1.2亿元": ("上缴国库", "沙坪区"), "4400万元": ("归还原渠道", "沙坪区")},
        ),
        ("改造村庄15个，其中中心村3个、自然村12个。", {"3个": ("中心村", ""), "12个": ("自然村", "")}),
    ],
    ids=[
        "parts of a total",
        "bodies of several sorts",
        "brackets",
        "several figures each",
        "bodies of a sort",
        "levels told with 为",
        "carried from the sentence before",
        "order",
        "bodies of any sort",
        "bodies and what each did",
        "a deed is no body",
        "kinds",
    ],
)
def test_each_place_of_a_list_owns_its_figures(text: str, wanted: dict[str, tuple[str, str]]) -> None:
    found = told(text)
    assert {raw: found[raw] for raw in wanted} == wanted


def test_place_is_found_by_where_its_figure_stands() -> None:
    text = "其中望岭县18座、桐埠区15座，共33座。"
    figures = find_figures(text)
    places = read_listed_places(text, figures)
    assert [one.name for one in places] == ["望岭县", "桐埠区"]
    second = place_at(places, figures[1].start)
    assert second is not None
    assert second.name == "桐埠区"
    assert place_at(places, figures[2].start) is None
    assert text[slice(*places[0].span)] == "望岭县"


def test_deed_that_ends_as_an_office_does_names_nobody() -> None:
    text = "梧岭区第一批交办164件、化解157件，第二批交办121件、化解109件。"
    assert {one.figure.org for one in read_draft(text) if one.figure.unit == "件"} == {"梧岭区"}


def test_who_is_named_between_two_of_a_list_owns_the_figure_behind() -> None:
    text = "云石县教育局退还餐费58万元。其中县实验小学退还21万元，云石三中退还17万元，县职业中学退还9万元。"
    report = parse_report(f"云石县教育局关于整改情况的通报\n{text}", id="r", source="")
    found = {one.figure.raw: one.figure.org for one in read_statements(report)}
    assert found["17万元"] == "云石三中"
    assert found["21万元"].endswith("实验小学")
