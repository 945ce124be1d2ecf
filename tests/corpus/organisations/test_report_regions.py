import pytest

from corpus.organisations.report_regions import report_region
from corpus.report import Report


def report(title: str, text: str = "", *, organisation: str = "", publisher: str = "") -> Report:
    return Report("r", title, f"{title}\n{text}", "r.txt", "", organisation=organisation, publisher=publisher)


@pytest.mark.parametrize(
    ("read", "region"),
    [
        pytest.param(report("中共海南省委关于巡视整改的通报", "全省完成整改。"), "海南省", id="the title's"),
        pytest.param(
            report("关于整改的通报", "市委部署。", organisation="杭州市财政局"), "杭州市", id="the issuer's"
        ),
        pytest.param(
            report(
                "关于整改的通报", "县委部署。南川县教育局、南川县民政局整改。", organisation="南川县教育局"
            ),
            "南川县",
            id="a county's",
        ),
        pytest.param(
            report("关于广西壮族自治区巡视整改的通报", "自治区党委部署。"), "广西壮族自治区", id="autonomous"
        ),
        pytest.param(
            report("关于整改的通报", "全省部署。海南省财政厅整改。杭州市、杭州市财政局、杭州市民政局到会。"),
            "海南省",
            id="of its own level, not the one named most",
        ),
        pytest.param(report("天气很好", "今天出门。"), "", id="none"),
        pytest.param(report("", ""), "", id="nothing"),
    ],
)
def test_region_is_that_of_the_reports_own_level(read: Report, region: str) -> None:
    assert report_region(read) == region


def test_title_weighs_more_than_the_text() -> None:
    read = report("杭州市财政局整改情况", "市委部署。" + "宁波市财政局协助。" * 20)
    assert report_region(read) == "杭州市"


def test_place_of_the_text_counts_where_the_title_has_none() -> None:
    assert report_region(report("整改情况", "市委部署。杭州市财政局整改。")) == "杭州市"


def test_place_before_the_inspected_ones_name_is_the_region() -> None:
    text = "市委巡察组对市榴桥路桥集团有限公司开展了巡察。首页 榴桥溪市榴桥路桥集团有限公司"
    assert report_region(report("整改情况", text)) == "榴桥溪市"
