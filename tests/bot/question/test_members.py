from bot.question.members import (
    member_at,
    members_of,
    named_members,
    narrowed_to_members,
    without_members,
)
from bot.question.question import Question, Shape
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from tests.bot.grouped_report import grouped_reports


def test_names_that_head_the_parts_of_a_list_and_the_rows_of_a_table_are_members() -> None:
    *_, group = grouped_reports()
    assert members_of(group) == ("酒店公司", "演艺公司", "索道公司", "湖滨镇", "云岭镇")


def test_report_without_a_list_has_no_members() -> None:
    assert members_of(grouped_reports()[0]) == ()


def test_member_of_a_figure_is_the_one_named_last_before_it() -> None:
    *_, group = grouped_reports()
    members = members_of(group)
    assert member_at(group.text, group.text.index("71.9万元"), members) == "演艺公司"
    assert member_at(group.text, group.text.index("355.00"), members) == "湖滨镇"
    assert member_at(group.text, group.text.index("市委第五巡察组"), members) == ""


def test_sentence_that_lists_several_members_ends_with_itself() -> None:
    text = "各矿排查隐患：北岭矿区31条、南坪矿区27条，合计58条。罚款9.6万元。\n南坪矿区很重视。罚款2.1万元。"
    members = ("北岭矿区", "南坪矿区")
    assert member_at(text, text.index("27条"), members) == "南坪矿区"
    assert member_at(text, text.index("9.6万元"), members) == ""
    assert member_at(text, text.index("2.1万元"), members) == "南坪矿区"


def test_numbered_offices_of_an_authority_are_members() -> None:
    text = "秀川监察局关于整改的通报\n监察一处检查矿井51处，监察二处检查矿井39处。"
    assert members_of(parse_report(text, id="one", source="one.txt")) == ("监察一处", "监察二处")


def test_question_names_the_longer_of_two_members_at_one_place() -> None:
    names = ["公司", "酒店公司", "演艺公司"]
    assert named_members("演艺公司和酒店公司", names, Directory()) == ("演艺公司", "酒店公司")
    assert named_members("酒店公司2022年", ["酒店公司", "店公司"], Directory()) == ("酒店公司",)


def test_members_are_blanked_where_a_question_names_them_and_every_offset_stays() -> None:
    masked = without_members("六队和酒店公司收回多少亩", ("第六生产队", "酒店公司", "演艺公司"))
    assert masked == "　　和　　　　收回多少亩"


def test_member_of_which_nothing_is_stated_is_asked_for_as_an_organisation() -> None:
    *_, group = grouped_reports()
    statements = read_statements(group)
    question = Question("", "zh", Shape.FIGURE, (), orgs=("青岩市",), members=("三标段",))
    narrowed, among = narrowed_to_members(
        question, statements, {group.id: members_of(group)}, {group.id: group}
    )
    assert narrowed.orgs == ("三标段",)  # and not the figures of all
    assert among == statements


def test_member_of_an_organisation_without_a_report_is_no_member_of_another() -> None:
    report = parse_report(
        "东湖渔业管理局年终情况\n第一中队巡湖86次，第二中队巡湖97次。", id="r", source="r.txt"
    )
    question = Question("", "zh", Shape.FIGURE, (), orgs=("西岭县林业局",), members=("第二中队",))
    statements = read_statements(report)
    narrowed, among = narrowed_to_members(question, statements, {"r": members_of(report)}, {"r": report})
    assert narrowed.orgs == ("西岭县林业局",)
    assert among == statements


def test_statements_of_a_member_that_is_named_stand_alone() -> None:
    *_, group = grouped_reports()
    question = Question("", "zh", Shape.FIGURE, (), members=("湖滨镇",))
    narrowed, among = narrowed_to_members(
        question, read_statements(group), {group.id: members_of(group)}, {group.id: group}
    )
    assert narrowed.orgs == ()
    assert {one.figure.raw for one in among} == {"310.00", "355.00"}


def test_rows_of_a_table_are_members_by_what_stands_over_them() -> None:
    text = "科室    查出    退回（万元）\n消化内科    12    3.4\n检验科    9    2.2\n"
    assert members_of(parse_report(text, id="r", source="r.txt")) == ("消化内科", "检验科")


def test_rows_that_name_what_is_counted_are_no_members() -> None:
    text = "指标    2021年    2022年\n巡山次数    12    34\n扑火次数    9    2\n"
    assert members_of(parse_report(text, id="r", source="r.txt")) == ()


def test_member_is_named_by_its_number() -> None:
    names = ["第四生产队", "第五生产队"]
    assert named_members("五队补种了多少亩", names, Directory()) == ("第五生产队",)


def test_report_of_an_unknown_issuer_speaks_of_whom_its_title_names() -> None:
    report = parse_report(
        "东湖渔业管理局年终情况\n第一中队巡湖86次，第二中队巡湖97次。", id="r", source="r.txt"
    )
    question = Question("", "zh", Shape.FIGURE, (), orgs=("渔业局",), members=("第二中队",))
    _, among = narrowed_to_members(
        question, read_statements(report), {"r": members_of(report)}, {"r": report}
    )
    assert {one.figure.raw for one in among} == {"97次"}


def test_member_that_begins_an_organisations_name_is_not_named() -> None:
    assert named_members("云门区法院排查多少件", ["云门区"], Directory()) == ()
    assert named_members("云门区排查多少件", ["云门区"], Directory()) == ("云门区",)


def test_paragraph_is_of_the_member_that_alone_is_the_line_over_it() -> None:
    text = "满意率柳河乡94%、槐树乡87%。\n【槐树乡】\n反馈问题55个。\n汇总来看，整改47个。"
    members = ("柳河乡", "槐树乡")
    assert member_at(text, text.index("55个"), members) == "槐树乡"
    assert member_at(text, text.index("47个"), members) == ""
