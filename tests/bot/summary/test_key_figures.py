import pytest

from bot.summary.facts import read_facts
from bot.summary.key_figures import ROLES, KeyRole, Snippet, key_figures, read_snippets
from checker.evidence import Evidence
from corpus.structure.parsing import parse_report
from tests.bot.summary.summed_report import facts_of, notice

TITLE = "中共松原市水务局党组关于巡察整改情况的通报\n"


def snippets(sentence: str) -> list[Snippet]:
    return read_snippets(facts_of(parse_report(f"{TITLE}{sentence}\n", id="one", source="one.txt")))


def keys(sentence: str, most: int = 5) -> list[str]:
    return [one.text for one in key_figures(snippets(sentence), most, (), totals_first=False)]


def test_key_figures_tell_each_number_once() -> None:
    report = notice()
    evidence = Evidence.of_reports([report])
    snippets = read_snippets(read_facts(report, evidence.statements, evidence.directory))
    keys = [one.text for one in key_figures(snippets, 5, (), totals_first=False)]
    assert keys[0] == "19个问题已完成整改17个"
    assert "给予党纪处分4人" in keys
    assert "追回拖欠水费83.5万元" in keys
    assert not [one for one in keys if "反馈的19个问题" in one]


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        pytest.param("局党组先后追回拖欠水费83万元。", ["局党组先后追回拖欠水费83万元"], id="whole clause"),
        pytest.param(
            "局党组整改，已追回水费83万元。", ["追回水费83万元"], id="without the words that lead in"
        ),
        pytest.param("局党组认真落实整改主体责任追回拖欠多年的居民生活用水水费83万元。", [], id="too long"),
        pytest.param("局党组整改有力有效，83万元。", [], id="nothing that says what it is"),
        pytest.param("局党组力争2023年底追回水费83万元。", [], id="plan"),
        pytest.param(
            "局党组整改有力，修订“一、二”共9项制度。", ["修订“一、二”共9项制度"], id="marks kept whole"
        ),
    ],
)
def test_snippet_is_a_few_of_the_reports_own_words(sentence: str, texts: list[str]) -> None:
    found = snippets(sentence)
    assert [one.text for one in found] == texts
    for one in found:
        assert one.fact.report.text[one.start : one.end] == one.text
        assert one.span == ("one", one.start, one.end)
        assert one.statement.figure.raw in one.text


ROLE_WORDS = {
    "found": "反馈的19个问题",
    "done": "完成整改17个",
    "rules": "修订制度21项",
    "people": "党纪处分4人",
    "money": "追回水费83万元",
    "rate": "整改率89%",
    "measures": "整改措施66条",
}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_role_knows_its_words_and_no_other_does(role: KeyRole) -> None:
    assert role.words.search(ROLE_WORDS[role.name])
    strangers = [name for name, text in ROLE_WORDS.items() if name != role.name and role.words.search(text)]
    assert strangers == []


def test_each_role_has_one_key_figure_in_order() -> None:
    sentence = "局党组追回水费83万元，修订制度21项，完成整改17个，完成整改7个，给予党纪处分4人。"
    assert keys(sentence, 4) == ["完成整改17个", "修订制度21项", "给予党纪处分4人", "局党组追回水费83万元"]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        pytest.param("局党组整改，追回水费3万元，追回罚款83万元。", "追回罚款83万元", id="largest sum"),
        pytest.param("局党组整改，完成整改17个，完成整改27个。", "完成整改17个", id="first count"),
    ],
)
def test_sum_is_the_largest_and_count_the_first(sentence: str, first: str) -> None:
    assert keys(sentence)[0] == first


@pytest.mark.parametrize("most", [0, 1, 3, 50])
def test_key_figures_are_no_more_than_wanted(most: int) -> None:
    found = key_figures(read_snippets(facts_of(notice())), most, (), totals_first=False)
    assert len(found) <= most
    assert len(found) == most or most == 50


def test_barred_figure_is_not_told() -> None:
    found = read_snippets(facts_of(notice()))
    first = key_figures(found, 1, (), totals_first=False)[0]
    again = key_figures(found, 50, [first.statement], totals_first=False)
    assert first.statement not in [one.statement for one in again]


def test_figures_of_all_come_before_those_of_one() -> None:
    text = (
        TITLE
        + "城南水厂党委完成整改7个，追回水费3万元。\n城北水厂党委完成整改6个。\n全局反馈问题完成整改17个。\n"
    )
    report = parse_report(text, id="one", source="one.txt")
    evidence = Evidence.of_reports([report])
    found = read_snippets(read_facts(report, evidence.statements, evidence.directory))
    assert [one.text for one in found if one.fact.owner]
    assert key_figures(found, 1, (), totals_first=True)[0].fact.owner == ""
