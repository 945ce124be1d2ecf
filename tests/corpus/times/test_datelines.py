from datetime import date

import pytest

from corpus.times.datelines import dateline_day, without_dateline

SINCE = "2021年以来，截至6月30日，全省查处问题812起。"
TEXTS = [
    (
        "since that year",
        f"本报东原7月15日电（记者甲）今年6月，全省查处问题97起。\n{SINCE}",
        date(2021, 7, 15),
    ),
    (
        "the same months",
        "东原新闻网9月3日讯（记者 甲）今年1至7月份，追回资金8万元。2022年1至7月份，曝光3起。",
        date(2022, 9, 3),
    ),
    ("another month", f"本报东原7月15日电 今年5月，全省查处问题97起。\n{SINCE}", None),
    ("two years", f"本报东原7月15日电 今年6月，全省查处问题97起。2019年6月查处66起。\n{SINCE}", None),
    ("no this year", f"本报东原7月15日电 6月，全省查处问题97起。\n{SINCE}", None),
    ("no dateline", f"今年6月，全省查处问题97起。\n{SINCE}", None),
    ("no such day", f"本报东原6月31日电 今年6月，全省查处问题97起。\n{SINCE}", None),
]


@pytest.mark.parametrize(("text", "day"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_dateline_has_the_year_that_the_text_tells(text: str, day: date | None) -> None:
    assert dateline_day(text) == day


def test_dateline_is_read_behind_the_title() -> None:
    title = "东原省查处问题\n"
    assert dateline_day(f"{title}新华社东原7月15日电 今年6月查处97起。{SINCE}", len(title)) == date(
        2021, 7, 15
    )


@pytest.mark.parametrize(
    "text",
    [
        "本报讯（记者李四）",
        "中新社东原1月2日电 ",
        "通讯员 王明 报道 本报讯 ",
        "东原日报网4月5日讯(记者 李四)",
    ],
    ids=["paper", "agency", "correspondent", "site"],
)
def test_dateline_is_taken_whole(text: str) -> None:
    assert without_dateline(f"{text}东原省化解积案3件") == "东原省化解积案3件"


@pytest.mark.parametrize(
    "line", ["东原市政府网站公布情况", "市委部署整改"], ids=["a site's name", "no dateline"]
)
def test_line_without_dateline_is_kept(line: str) -> None:
    assert without_dateline(line) == line
