import pytest

from bot.chat.series import series_of
from bot.web.views.charts import BESIDE_BARS, STACKED_BARS, BarChart, ChartForm
from checker.evidence import Evidence
from corpus.structure.parsing import parse_report


def chart(form: ChartForm, *counts: int) -> BarChart:
    names = ("甲市财政局", "乙市财政局", "丙市人力资源和社会保障服务中心管理委员会")
    texts = [
        f"{name}关于整改情况的通报\n（2023年6月1日）\n已完成整改问题{count}个。\n"
        for name, count in zip(names, counts, strict=False)
    ]
    reports = [parse_report(text, id=f"r{n}", source=f"r{n}.txt") for n, text in enumerate(texts)]
    fit = [one for one in Evidence.of_reports(reports).statements if one.figure.unit == "个"]
    series = series_of(fit)
    assert series is not None
    return BarChart.of(series, form)


@pytest.mark.parametrize("form", [BESIDE_BARS, STACKED_BARS], ids=lambda form: form.name)
def test_bars_are_to_one_scale_and_stay_inside(form: ChartForm) -> None:
    drawn = chart(form, 40, 20)
    first, second = drawn.bars
    assert first.width == pytest.approx(2 * second.width, abs=0.2)
    assert form.left + first.width + form.numbers <= form.width
    assert second.top + drawn.thickness <= drawn.height


def test_bar_leads_to_its_passage() -> None:
    bar = chart(BESIDE_BARS, 40, 20).bars[0]
    assert bar.raw == "40个"
    assert bar.link.startswith("/reports/r0?start=")


def test_long_name_is_cut_and_told_in_full() -> None:
    bar = chart(BESIDE_BARS, 4, 2, 9).bars[0]
    assert bar.label.endswith("…")
    assert "管理委员会" in bar.full


def test_nothing_is_drawn_of_nothing() -> None:
    assert {bar.width for bar in chart(BESIDE_BARS, 0, 0).bars} == {0.0}
