from corpus.statements.attribution import TextSetting
from corpus.statements.section_paths import SectionPaths
from corpus.structure.parsing import parse_report


def test_sections_nest_and_name_their_organisation() -> None:
    text = "整改情况通报\n一、总体情况\n共203个。\n二、部分单位\n（一）县教育局。反馈24个。\n（二）云岭乡。化解128起。\n"
    report = parse_report(text, id="r", source="r")
    paths = SectionPaths(report.sections, TextSetting(organisation="县委"))
    assert paths.organisation(text.index("203")) == "县委"
    assert paths.organisation(text.index("24个")) == "县教育局"
    assert paths.organisation(text.index("128")) == "云岭乡"
    assert paths.path(text.index("24个")).split(" > ")[0].endswith("部分单位")


def test_place_alone_on_its_line_owns_what_stands_right_below() -> None:
    text = "整改评估通报\n现将结果通报如下：\n\n河口镇\n反馈问题48个，完成整改46个，整改率95.83%。\n\n汇总来看，共完成129个。\n"
    report = parse_report(text, id="r", source="r")
    paths = SectionPaths(report.sections, TextSetting(organisation="县委"))
    assert paths.organisation(text.index("48个")) == "河口镇"
    assert paths.organisation(text.index("129")) == "县委"


def test_heading_that_names_who_inspects_owns_nothing() -> None:
    text = "学院整改公告\n一、省审计厅专项审计\n查出违规金额36万元。\n二、后勤处\n收回欠租95万元。\n"
    report = parse_report(text, id="r", source="r")
    paths = SectionPaths(report.sections, TextSetting(organisation="学院"))
    assert paths.organisation(text.index("36万")) == "学院"
    assert paths.organisation(text.index("95万")) == "后勤处"
