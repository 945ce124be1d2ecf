import pytest

from corpus.reading.sheets.number_formats import digits_of, shown_number

SHOWN = [
    (0.8929, "0.00%", "89.29%"),
    (0.855, "0%", "86%"),
    (1, "0.00%", "100.00%"),
    (1260.5, "#,##0.00", "1,260.50"),
    (86.4, "General", "86.4"),
    (86.4, "@", "86.4"),
    (31, '0"个"', "31个"),
    (12.345, '#,##0.0"万元"', "12.3万元"),
    (45_200, '0.0,"千元"', "45.2千元"),
    (-7.5, "0.00;[Red]-0.00", "-7.50"),
    (-7.5, "0.00_);(0.00)", "(7.50)"),
    (0, '0.0;-0.0;"—"', "0"),
    (2.5, "0.##", "2.5"),
    (2, "0.##", "2"),
    (3.5, "[$¥-804]#,##0.00", "¥3.50"),
    (1_500_000, "0.00E+00", "1500000"),
    (1e30, "0.00%", "1" + "0" * 32 + ".00%"),
    (float("inf"), "0.00", "Infinity"),
    (0.5, "0." + "0" * 60, "0.5" + "0" * 29),
    (0.5, "0." + "#" * 60, "0.5"),
]


@pytest.mark.parametrize(("number", "code", "shown"), SHOWN, ids=[f"{row[0]} {row[1]}" for row in SHOWN])
def test_number_is_shown_in_its_format(number: float, code: str, shown: str) -> None:
    assert shown_number(number, code) == shown


def test_digits_of_has_no_noise_of_binary_fractions() -> None:
    assert digits_of(47.600000000000001) == "47.6"
