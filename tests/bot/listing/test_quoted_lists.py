import pytest

from bot.answer import Draft
from bot.listing.quoted_lists import draft_quoted_list
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory, report_region
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

FORESTS = """中共松溪县林业局党组关于县委第四轮巡察整改进展情况的通报
发布时间：2024-03-18　来源：松溪县林业局
一、整改落实情况
截至2024年2月29日，追回资金61.7万元。
核查造林补助1264户，追回补助资金38.2万元。
检查木材加工企业58家，罚没19.6万元；追回检疫费23.5万元。
二、下一步工作打算
局党组将力争2024年6月底前全部完成；到2025年森林覆盖率达到68%，新造林2.4万亩以上。
"""
REPORT = parse_report(FORESTS, id="forests", source="forests.txt")


def drafted(text: str) -> Draft | None:
    directory = Directory.of([REPORT])
    places = {REPORT.id: Place(REPORT, report_region(REPORT))}
    return draft_quoted_list(read_question(text, directory), places, list(read_statements(REPORT, directory)))


@pytest.mark.parametrize(
    "text", ["松溪县林业局以后定了哪些目标", "松溪县林业局下一步有什么打算", "松溪县林业局今后的目标有哪些"]
)
def test_plans_are_quoted(text: str) -> None:
    draft = drafted(text)
    assert draft is not None
    assert "68%" in draft.text
    assert "23.5万元" not in draft.text


@pytest.mark.parametrize("text", ["松溪县林业局追回的钱分哪几笔", "松溪县林业局追回的资金由哪几部分组成"])
def test_amounts_of_a_deed_are_quoted(text: str) -> None:
    draft = drafted(text)
    assert draft is not None
    assert all(told in draft.text for told in ("38.2万元", "23.5万元"))


@pytest.mark.parametrize("text", ["松溪县林业局追回了多少资金", "松溪县林业局罚没的钱分哪几笔"])
def test_what_is_no_list_is_not_drafted(text: str) -> None:
    assert drafted(text) is None
