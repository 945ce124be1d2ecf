import pytest

from checker.check import check
from checker.comparison.features import features
from checker.comparison.parts_of_whole import is_of_part
from checker.evidence import Evidence
from checker.verdicts import WRONG
from corpus.statements.statements import read_draft
from corpus.structure.parsing import parse_report

REPORT = """清禾县教育局关于整改情况的通报
截至10月底，累计完成整改301个。
县民政局、县人社局反馈问题分别为31个、27个，已整改分别为30个、27个。
征地拆迁积案19件，物业管理积案15件，其余积案18件。
类型　　　项目数（个）　　已整改（个）
资产闲置　　　41　　　　　33
进度滞后　　　27　　　　　25
"""


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        pytest.param("清禾县已整改301个。", "30个", True, id="a member that is not named"),
        pytest.param("清禾县民政局已整改30个。", "30个", False, id="the member that is"),
        pytest.param("清禾县积案52件。", "19件", True, id="a sort that is not named"),
        pytest.param("征地拆迁积案52件。", "19件", False, id="the sort that is"),
        pytest.param("资产闲置41个。", "41", False, id="a count of it"),
    ],
)
def test_part_is_what_the_claim_does_not_name(text: str, stated: str, *, expected: bool) -> None:
    evidence = Evidence.of_reports([parse_report(REPORT, id="a", source="a")])
    claim = read_draft(text, evidence.directory)[0]
    one = next(each for each in evidence.statements if each.figure.raw == stated)
    assert is_of_part(claim, one, evidence.beside(one), features) is expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("清禾县教育局已整改问题301个。", False),
        ("清禾县教育局已整改问题318个。", True),
        ("清禾县民政局已整改问题30个。", False),
        ("清禾县民政局已整改问题27个。", True),
    ],
)
def test_part_contradicts_no_whole_that_is_stated(text: str, *, wrong: bool) -> None:
    evidence = Evidence.of_reports([parse_report(REPORT, id="a", source="a")])
    assert (check(text, evidence)[0].verdict in WRONG) is wrong


DEEDS = """云溪县住建局关于审计整改情况的公告
审计发现的问题分为要求立行立改的64个、分阶段整改的38个。
至10月底，立行立改类已整改61个，分阶段整改类已整改29个。
自查清单：问题45个，整改完成39个。自查清单剩余6个问题已报备。
全县排查积案88件，其中化解73件。
"""


@pytest.mark.parametrize(
    ("text", "raw", "wrong"),
    [
        pytest.param("云溪县住建局立行立改类64个、分阶段类38个。", "64个", False, id="sort without its deed"),
        pytest.param("云溪县住建局立行立改类64个、分阶段类38个。", "38个", False, id="the sort beside it"),
        pytest.param("云溪县住建局立行立改类已整改64个。", "64个", True, id="the deed that is said"),
        pytest.param("云溪县住建局立行立改类52个。", "52个", True, id="number that nothing states"),
        pytest.param("云溪县住建局自查清单45个改了39个。", "45个", False, id="what is left of it"),
        pytest.param("云溪县积案88件。", "88件", False, id="what was done of it"),
        pytest.param("云溪县化解积案88件。", "88件", True, id="told as done"),
    ],
)
def test_what_came_of_it_contradicts_no_count_of_it(text: str, raw: str, *, wrong: bool) -> None:
    evidence = Evidence.of_reports([parse_report(DEEDS, id="a", source="a")])
    found = {one.figure.raw: one.verdict for one in check(text, evidence)}
    assert (found[raw] in WRONG) is wrong
