import pytest

from corpus.structure.parsing import parse_report
from retrieval.catalog.known import Known
from retrieval.identity import NOTHING, Changed, Identities
from tests.retrieval.fictional import GARDEN, SCHOOL, WATER, report

COUNTY = """关于巡察整改进展情况的通报
{issuer}
（{date}）
一、总体情况
{issuer}高度重视，召开专题会议{meetings}次，反馈问题{found}个，已完成整改{done}个。
二、资金管理
追缴资金{money}万元，修订制度{rules}项。
三、队伍建设
开展培训{courses}场，轮岗干部{moved}名。
"""
FIRST = COUNTY.format(
    issuer="中共松原县委",
    date="2023年6月12日",
    meetings=3,
    found=36,
    done=33,
    money=47,
    rules=12,
    courses=5,
    moved=8,
)
OTHER_COUNTY = COUNTY.format(
    issuer="中共白河县委",
    date="2023年6月12日",
    meetings=4,
    found=28,
    done=21,
    money=90,
    rules=7,
    courses=2,
    moved=3,
)
YEAR_AFTER = COUNTY.format(
    issuer="中共松原县委",
    date="2024年6月20日",
    meetings=6,
    found=41,
    done=40,
    money=15,
    rules=22,
    courses=9,
    moved=4,
)
FROM = "a/整改通报.txt"
TO = "b/整改通报.txt"
CASES = [
    ("the same text at the same place", FIRST, FROM, True),
    ("the same text at another place", FIRST, "elsewhere/copy.txt", True),
    ("a figure corrected in the file", FIRST.replace("33个", "34个"), FROM, True),
    ("a figure corrected, sent by somebody else", FIRST.replace("33个", "34个"), TO, True),
    ("corrected, and dated anew", FIRST.replace("33个", "34个").replace("12日", "28日"), TO, True),
    ("another county's report in a file of the same name", OTHER_COUNTY, TO, False),
    ("another county's report put into the very file", OTHER_COUNTY, FROM, False),
    ("the next year's report of the same title", YEAR_AFTER, TO, False),
    ("another report without a title", "今年新增绿地35公顷。\n", TO, False),
]


@pytest.mark.parametrize(
    ("text", "source", "same"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_report_is_its_text_and_its_masthead(text: str, source: str, same: bool) -> None:
    old = parse_report(FIRST, id="整改通报", source=FROM)
    identities = Identities([Known.of(old)], {"整改通报": FIRST}.__getitem__)
    assert identities.of(parse_report(text, id="整改通报", source=source)) == ("整改通报" if same else "")


def test_title_without_an_issuer_makes_nothing_a_version() -> None:
    identities = Identities([Known.of(report(GARDEN, "garden"))], {"garden": GARDEN}.__getitem__)
    assert identities.of(report(GARDEN + "验收3次。", "garden", "elsewhere")) == ""


def test_file_without_a_title_stays_its_report_when_it_is_edited() -> None:
    old = parse_report("1. 新增绿地35公顷。", id="notes", source="a/notes.txt")
    identities = Identities([Known.of(old)], {"notes": old.text}.__getitem__)
    assert identities.of(parse_report("1. 拆除围墙3处。", id="notes", source="a/notes.txt")) == "notes"
    assert identities.of(parse_report("1. 拆除围墙3处。", id="notes", source="b/notes.txt")) == ""


def test_what_is_noted_takes_the_place_of_what_was_known() -> None:
    identities = Identities([Known.of(report())], {"water": WATER}.__getitem__)
    assert ("water" in identities, "school" in identities) == (True, False)
    changed = report(WATER.replace("36个", "37个"))
    identities.note(Known.of(changed))
    identities.note(Known.of(report(SCHOOL, "school")))
    assert identities.get("water") == Known.of(changed)
    assert identities.of(changed) == "water"
    assert identities.of(report(SCHOOL, "college")) == "school"


def test_change_between_two_versions_is_told_by_sentences() -> None:
    new = WATER.replace("33个", "34个").replace("二、供水保障", "二、 供水保障") + "特此通报。\n"
    changed = Changed.between(WATER, new)
    assert [sentence[:12] for sentence in changed.gone] == ["巡察反馈问题36个，已完"]
    assert changed.came[-1] == "特此通报。"
    assert Changed.between(WATER, WATER) == NOTHING
