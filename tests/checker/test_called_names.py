"""Whoever a draft names, by whatever form: the office itself is known, and another that is named alike is not taken for it."""

import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import Verdict
from corpus.structure.parsing import parse_report

CALLED = (
    ("澄桥区柳荫里街道党工委", "柳荫里街道"),
    ("澄桥区柳荫里街道办事处", "柳荫里街道办"),
    ("乌沙河自治州审计局", "乌沙河州审计局"),
    ("丰岭经济技术开发区管理委员会", "丰岭开发区"),
    ("丰岭高新技术产业开发区管理委员会", "丰岭高新区管委会"),
    ("云峤农业科学研究院", "云峤农科院"),
    ("南坪师范高等专科学校", "南坪师专"),
    ("石岭县职业教育中心", "石岭县职教中心"),
    ("国营麦穗河农场", "麦穗河农场"),
    ("柏岭县委组织部", "柏岭组织部"),
    ("柏岭县委党校", "柏岭县党校"),
    ("松川省高级人民法院", "松川省法院"),
    ("松川市公安局交通警察支队", "松川市交警支队"),
    ("松川市社会福利院", "松川市福利院"),
    ("松川市工商业联合会", "松川市工商联"),
)
OTHERS = (
    ("松川市生态环境局", "松川市生态环境局北湾分局"),
    ("松川银行股份有限公司", "松川银行股份有限公司望梅分行"),
    ("松川县实验小学", "松川县第二实验小学"),
    ("云峤大学", "云峤师范大学"),
    ("云峤大学", "云峤大学附属中学"),
    ("云峤农业科学研究院", "云峤林业科学研究院"),
    ("松川交通投资集团有限公司", "松川城市建设投资集团有限公司"),
    ("松川省红柳监狱", "松川省白柳监狱"),
    ("国营五星河农场", "国营三星河农场"),
    ("银沙市海洋与渔业局", "银浦市海洋与渔业局"),
    ("松川市教育局", "松川市教育考试院"),
    ("松川县体育局", "松川县体育总会"),
    ("松川县红柳水库管理所", "松川县白柳水库管理所"),
)
TOLD = "截至5月底，追回多发津补贴38.6万元。"


def verdict(office: str, called: str) -> Verdict:
    report = parse_report(f"{office}关于审计整改情况的通报\n\n{TOLD}\n\n{office}\n", id="a", source="a")
    return check(called + TOLD, Evidence.of_reports([report]))[-1].verdict


@pytest.mark.parametrize(("office", "called"), CALLED)
def test_office_is_known_by_what_people_call_it(office: str, called: str) -> None:
    assert verdict(office, called) is Verdict.SUPPORTED


@pytest.mark.parametrize(("office", "other"), OTHERS)
def test_another_named_alike_is_not_taken_for_it(office: str, other: str) -> None:
    assert verdict(office, other) is Verdict.MISATTRIBUTED


COLLEGE = """北湾学院巡察整改情况通报

财务处汇报：清退违规收取的资料费30.66万元。
学院处置涉案物品1788件，其中发还605件、上缴740件，未处置146件。
"""


@pytest.mark.parametrize(
    "draft",
    ["北湾学院清退资料费30.66万元。", "北湾学院处置涉案物品1788件，其中发还605件、上缴740件，未处置146件。"],
)
def test_what_a_department_did_is_the_colleges_and_a_deed_ends_no_name(draft: str) -> None:
    found = check(draft, Evidence.of_reports([parse_report(COLLEGE, id="a", source="a")]))
    assert {one.verdict for one in found} == {Verdict.SUPPORTED}


MEMBERS = """松川能源集团有限公司关于审计整改结果的公告

所属企业问题数及整改数分列如下
	松川热电公司	问题14个	完成13个	整改金额1.86亿元
	松川燃气公司	问题9个	完成9个	整改金额4,327万元

省审计厅2023年7月反馈问题23个。年底追回骗提资金153.8万元。
集团对46人作出处理。

【表一 追回资金（万元）】
年度	医院	药店
2022年	1,106.5	88.2
2023年	1,783.4	142.7
"""


@pytest.mark.parametrize(
    ("draft", "verdicts"),
    [
        ("松川能源集团的燃气公司完成9个。", [Verdict.SUPPORTED]),
        ("松川热电公司整改金额1.86亿元。", [Verdict.SUPPORTED]),
        ("松川燃气公司整改金额1.86亿元。", [Verdict.CONTRADICTED]),
        ("松川能源集团热电公司完成13个。集团处理46人。", [Verdict.SUPPORTED] * 2),
        ("松川能源集团追回骗提资金153.8万元。", [Verdict.SUPPORTED]),
        ("松川能源集团2023年从医院追回1783.4万元。", [Verdict.SUPPORTED] * 2),
    ],
)
def test_member_group_and_auditor_each_own_what_is_theirs(draft: str, verdicts: list[Verdict]) -> None:
    report = parse_report(MEMBERS, id="a", source="a")
    assert [one.verdict for one in check(draft, Evidence.of_reports([report]))] == verdicts
