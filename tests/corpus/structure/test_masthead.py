from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.masthead import Masthead, has_masthead, read_masthead

TITLE = "中共临河市财政局党组关于六届市委第三轮巡察整改进展情况的通报"
BODY = "根据市委统一部署，市委第一巡察组对市财政局党组开展了巡察，现将整改进展情况通报如下。"


HEADS = [
    ("first line", f"{TITLE}\n{BODY}", TITLE),
    ("blank lines before", f"\n\n　　{TITLE}\n{BODY}", TITLE),
    ("breadcrumb", f"首页>巡视巡察>整改\n{TITLE}\n{BODY}", TITLE),
    ("position", f"您现在的位置：首页 > 通知公告\n{TITLE}\n{BODY}", TITLE),
    ("share buttons", f"【打印】 【关闭】 字体：大 中 小\n{TITLE}\n{BODY}", TITLE),
    ("metadata before", f"发布时间：2023-07-18\n{TITLE}\n{BODY}", TITLE),
    ("subtitle", f"抓整改\n——八届省委第四轮巡视综述\n{BODY}", "抓整改——八届省委第四轮巡视综述"),
    (
        "repeated with subtitle",
        f"抓整改 见成效\n——八届省委第四轮巡视综述\n抓整改见成效\n——八届省委第四轮巡视综述\n{BODY}",
        "抓整改 见成效——八届省委第四轮巡视综述",
    ),
    ("broken before 关于", f"某市财政局党组\n关于整改情况的通报\n{BODY}", "某市财政局党组关于整改情况的通报"),
    ("broken within", f"{TITLE[:20]}\n{TITLE[20:]}\n{BODY}", TITLE),
    ("not broken", f"{TITLE}\n一、总体情况\n{BODY}", TITLE),
    ("markdown", f"# **{TITLE}**\n\n{BODY}", TITLE),
    ("no title line", f"{BODY}\n其余从略。", "市委第一巡察组对市财政局党组开展了巡察"),
    (
        "words of a page",
        f"注册 登录 无障碍浏览 简体 繁体\n首页 要闻 通知公告 巡察整改 联系我们\n{TITLE}\n{BODY}",
        TITLE,
    ),
    ("site", f"临河廉政网\n{TITLE}\n{BODY}", TITLE),
    ("visits, and the title again", f"{TITLE}\n访问量：\n{TITLE}\n{BODY}", TITLE),
    (
        "speaker",
        "临河市审计局局长　王小明\n2022年9月1日\n主任、各位委员：\n我受市政府委托，向会议报告审计情况。其余从略。",
        "向会议报告审计情况",
    ),
    (
        "agency",
        "本报临河9月3日电（记者李四）市纪委网站3日发布消息，今年8月全市查处问题51起，处理73人。\n其余。",
        "今年8月全市查处问题51起",
    ),
    (
        "paper",
        "本报讯（记者 李四）记者从市信访局获悉，临河市化解信访积案83件。\n其余从略。",
        "临河市化解信访积案83件",
    ),
    (
        "saying",
        "“已经立案5件，处分3人……”\n这是临河市开展粮食系统专项治理取得的成果，其余从略。",
        "这是临河市开展粮食系统专项治理取得的成果",
    ),
    (
        "years and months",
        "2019年3月至今，临河市共受理信访事项2千余件，今年上半年，又受理3百余件。",
        "临河市共受理信访事项2千余件",
    ),
    (
        "dateline",
        "2023-08-03 15:25，正文：记者：张三，某局召开会议部署工作，会上通报。",
        "某局召开会议部署工作",
    ),
]


@pytest.mark.parametrize(("text", "title"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_title(text: str, title: str) -> None:
    assert read_masthead(text).title == title


def test_title_hint_chooses_the_line_that_says_it() -> None:
    assert read_masthead(f"临河市人民政府\n{TITLE}\n{BODY}", TITLE).title == TITLE


def test_title_hint_stands_in_for_a_missing_title() -> None:
    assert read_masthead(BODY, TITLE).title == TITLE


DATES = [
    ("label", f"{TITLE}\n发布时间：2023-07-18　来源：某网　浏览次数：12\n{BODY}", date(2023, 7, 18)),
    ("label without colon", f"{TITLE}\n发布日期 2023年7月18日\n{BODY}", date(2023, 7, 18)),
    ("bare with source", f"{TITLE}\n2023-07-05　来源：某网\n{BODY}", date(2023, 7, 5)),
    ("in brackets", f"{TITLE}\n（2023年7月18日）\n{BODY}", date(2023, 7, 18)),
    ("han", f"{TITLE}\n二〇二二年十二月九日\n{BODY}", date(2022, 12, 9)),
    ("published before updated", f"{TITLE}\n更新时间：2023-07-20\n{BODY}\n2023年7月18日", date(2023, 7, 20)),
    ("signature", f"{TITLE}\n{BODY}\n中共临河市财政局党组\n2023年7月18日", date(2023, 7, 18)),
    ("signature on one line", f"{TITLE}\n{BODY}\n中共临河市财政局党组 2023年7月18日", date(2023, 7, 18)),
    (
        "signature above a note",
        f"{TITLE}\n{BODY}\n某市财政局\n2023年7月18日\n（此件公开发布）",
        date(2023, 7, 18),
    ),
    (
        "day of the session",
        f"关于审计整改情况的报告\n——2025年12月16日在县人大常委会会议上\n{BODY}",
        date(2025, 12, 16),
    ),
    ("dateline", f"2023-08-03 15:25，{BODY}", date(2023, 8, 3)),
    ("date in the text only", f"{TITLE}\n2022年9月5日至11月4日，市委巡察组进驻。\n{BODY}", None),
    ("impossible", f"{TITLE}\n发布时间：2023-02-31\n{BODY}", None),
]


@pytest.mark.parametrize(("text", "day"), [row[1:] for row in DATES], ids=[row[0] for row in DATES])
def test_published(text: str, day: date | None) -> None:
    assert read_masthead(text).published == day


SOURCES = [
    ("before other labels", "发布时间：2023-07-18　来源：临河市财政局　浏览次数：1286", "临河市财政局"),
    ("after author", "作者：张三 来源：某某网 时间：2023-07-18", "某某网"),
    ("publishing body", "发布机构：临河市财政局\n发布日期：2023-07-18", "临河市财政局"),
    ("none", "发布日期：2023-06-12", ""),
]


@pytest.mark.parametrize(("line", "publisher"), [row[1:] for row in SOURCES], ids=[row[0] for row in SOURCES])
def test_publisher(line: str, publisher: str) -> None:
    assert read_masthead(f"{TITLE}\n{line}\n{BODY}").publisher == publisher


def test_organisation_is_the_title_s_before_the_signature_s() -> None:
    assert read_masthead(f"{TITLE}\n{BODY}\n某某网站\n某市审计局").organisation == "临河市财政局"
    assert (
        read_masthead(f"整改进展情况的通报\n{BODY}\n中共某市审计局党组\n2023年7月1日").organisation
        == "某市审计局"
    )


BODIES = [
    ("title alone", f"{TITLE}\n{BODY}"),
    ("with metadata", f"{TITLE}\n发布时间：2023-07-18　来源：某网\n{BODY}"),
    ("with furniture", f"{TITLE}\n2023-07-18\n【打印】 【关闭】\n{BODY}"),
    ("repeated title", f"{TITLE}\n{TITLE}\n{BODY}"),
]


@pytest.mark.parametrize("text", [row[1] for row in BODIES], ids=[row[0] for row in BODIES])
def test_body_begins_where_the_head_ends(text: str) -> None:
    assert text[read_masthead(text).end :].strip() == BODY


def test_text_without_a_title_has_no_head() -> None:
    assert read_masthead(f"{BODY}\n其余从略。").end == 0


@pytest.mark.parametrize("text", ["", "  \n\n"], ids=["empty", "blank"])
def test_nothing_says_nothing(text: str) -> None:
    assert read_masthead(text) == Masthead("", 0, None, "", "")


def test_date_of_the_head_wins_over_the_signature() -> None:
    text = f"{TITLE}\n发布时间：2023-07-20\n{BODY}\n中共临河市财政局党组\n2023年7月18日"
    assert read_masthead(text).published == date(2023, 7, 20)


def test_date_far_above_the_foot_is_no_signature() -> None:
    text = f"{TITLE}\n2023年7月18日\n" + f"{BODY}\n" * 9
    assert read_masthead(f"{TITLE}\n{BODY}\n2022年1月1日\n" + f"{BODY}\n" * 9).published is None
    assert read_masthead(text).published == date(2023, 7, 18)


@pytest.mark.parametrize(
    ("line", "title"),
    [("某" * 90, "某" * 90), ("某" * 91, "某" * 40)],
    ids=["as long as a title may be", "longer"],
)
def test_long_line_is_no_title_but_lends_its_opening(line: str, title: str) -> None:
    assert read_masthead(f"{line}\n{BODY}").title == title


@given(st.text(), st.text())
def test_head_lies_within_any_text(text: str, hint: str) -> None:
    head = read_masthead(text, hint)
    assert 0 <= head.end <= len(text)
    assert "\n" not in head.title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("关于整改情况的通报\n省财政厅完成整改24个。", True, id="title and text"),
        pytest.param("发布时间：2023-07-18\n省财政厅完成整改24个。", True, id="date and text"),
        pytest.param("省财政厅完成整改24个。", False, id="a sentence"),
        pytest.param("省财政厅完成整改24个。\n省审计厅完成整改26个。", False, id="sentences"),
        pytest.param("关于整改情况的通报", False, id="a title alone"),
        pytest.param("关于整改情况的通报\n发布时间：2023-07-18\n \n", False, id="a head alone"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_report_is_told_by_its_head(text: str, expected: bool) -> None:
    assert has_masthead(text) is expected


def test_table_without_a_title_has_none() -> None:
    assert read_masthead("镇街\t退款（万元）\t办结率\n大桥镇\t8.5\t92.3%\n").title == ""


def test_publisher_ends_before_the_next_label() -> None:
    head = read_masthead(
        f"{TITLE}\n文章来源:临河市环境保护局浏览量:发表时间:2022-11-06 16:52 责任编辑:信息办\n\n{BODY}"
    )
    assert (head.publisher, head.published) == ("临河市环境保护局", date(2022, 11, 6))


def test_head_of_the_office_that_speaks_tells_the_issuer() -> None:
    text = "关于2021年度市本级审计查出问题整改情况的报告\n\n临河市审计局局长　王小明\n\n主任、各位委员：\n其余从略。"
    assert read_masthead(text).organisation == "临河市审计局"


def test_body_begins_behind_the_repeated_title() -> None:
    text = f"{TITLE}\n访问量：\n{TITLE}\n{BODY}"
    assert text[read_masthead(text).end :].strip() == BODY


@pytest.mark.parametrize(
    ("byline", "issuer"),
    [
        pytest.param("柏岭市自然资源局", "柏岭市自然资源局", id="name-alone"),
        pytest.param("　　柏岭市信访局　10月9日", "柏岭市信访局", id="with-the-day"),
        pytest.param("（柏岭市信访局）", "柏岭市信访局", id="in-brackets"),
        pytest.param("办公室", "", id="office-of-nobody"),
        pytest.param("市民朋友:", "", id="address"),
        pytest.param("一、总体情况", "", id="heading"),
    ],
)
def test_who_stands_under_a_title_that_names_nobody_signs(byline: str, issuer: str) -> None:
    text = f"关于违法用地整改情况的说明\n\n{byline}\n\n三年共认定违法用地304宗，整改到位287宗。\n{'其余从略。' * 3}\n{'其余从略。' * 3}\n"
    found = read_masthead(text)

    assert found.organisation == issuer
    assert (byline.strip() in text[: found.end]) is bool(issuer)
