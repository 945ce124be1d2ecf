import pytest

from bot.conversation.facts.rows import figures_in_row, names_of, names_row
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


@pytest.mark.parametrize(
    ("text", "raw", "row", "names"),
    [
        pytest.param(
            "东门桥、西门桥检测分别扣减88.5万元、41.2万元。",
            "41.2万元",
            ["88.5万元", "41.2万元"],
            ("东门桥", "西门桥检测分别扣减"),
            id="told off behind 分别",
        ),
        pytest.param(
            "208件积案中，林权类61件、水利类34件和其他类17件，化解数依次为52件、30件和11件。",
            "30件",
            ["52件", "30件", "11件"],
            ("林权类61件", "水利类34件", "其他类17件"),
            id="names in the clause before",
        ),
        pytest.param(
            "机修、焊接、园艺三个专业的设备利用率分别由31%、42%、53%提高到71%、82%、83%。",
            "82%",
            ["71%", "82%", "83%"],
            ("机修", "焊接", "园艺三个专业的设备利用率分别由"),
            id="names before another row",
        ),
        pytest.param("第一支部认领6个，完成5个。", "5个", ["5个"], (), id="alone"),
        pytest.param("查出问题12个、15个、9个。", "15个", ["12个", "15个", "9个"], (), id="no names"),
    ],
)
def test_row_tells_its_figures_and_whose_they_are(
    text: str, raw: str, row: list[str], names: tuple[str, ...]
) -> None:
    report = parse_report(f"关于整改情况的通报\n{text}", id="row", source="row.txt")
    statements = tuple(read_statements(report))
    stated = next(one for one in statements if one.figure.raw == raw)
    found = figures_in_row(stated, statements, report.text)
    assert [one.figure.raw for one in found] == row
    assert names_of(found, report.text) == names


def test_row_is_named_by_how_one_of_its_parts_begins() -> None:
    told = "民事庭、刑事庭、执行局三个部门评查案件各为310件、124件和286件。"
    report = parse_report(f"关于整改情况的通报\n{told}", id="row", source="row.txt")
    statements = tuple(read_statements(report))
    stated = next(one for one in statements if one.figure.raw == "310件")
    assert names_row("执行局", stated, statements, report.text)
    assert not names_row("评查", stated, statements, report.text)
    assert not names_row("立案庭", stated, statements, report.text)
