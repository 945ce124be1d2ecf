from datetime import date

import pytest

from corpus.times.written_dates import find_date

DATES = [
    ("hyphens", "发布时间：2023-07-05 10:20", date(2023, 7, 5), "2023-07-05"),
    ("slashes", "2023/7/5", date(2023, 7, 5), "2023/7/5"),
    ("dots", "（2023.12.31）", date(2023, 12, 31), "2023.12.31"),
    ("han units", "印发于2023年7月18日。", date(2023, 7, 18), "2023年7月18日"),
    ("full width", "２０２３年７月１８日", date(2023, 7, 18), "２０２３年７月１８日"),
    ("han digits", "二〇二二年十二月九日", date(2022, 12, 9), "二〇二二年十二月九日"),
    ("circle for zero", "二○二二年三月二十一日", date(2022, 3, 21), "二○二二年三月二十一日"),
    ("first real one", "2023年6月31日，2023年7月1日", date(2023, 7, 1), "2023年7月1日"),
]


@pytest.mark.parametrize(("text", "day", "raw"), [row[1:] for row in DATES], ids=[row[0] for row in DATES])
def test_find_date_reads(text: str, day: date, raw: str) -> None:
    found = find_date(text)
    assert found is not None
    assert (found[0], text[found[1] : found[2]]) == (day, raw)


@pytest.mark.parametrize(
    "text", ["2023年7月", "12345-67-89", "2023-13-01", "2351.15.3", "1260.00", "二〇二二年", ""]
)
def test_find_date_finds_no_date_in(text: str) -> None:
    assert find_date(text) is None
