import pytest

from corpus.quantities.figures import find_figures
from corpus.statements.metrics import content_words, read_metrics
from corpus.statements.statements import read_draft


def metrics(sentence: str) -> dict[str, str]:
    figures = find_figures(sentence)
    return {f.raw: m.phrase for f, m in zip(figures, read_metrics(sentence, figures), strict=True)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("共完成整改问题588个。", {"588个": "完成整改问题"}, id="before the number"),
        pytest.param(
            "完成整改问题：24个；整改率: 92.3%。",
            {"24个": "完成整改问题", "92.3%": "整改率"},
            id="before a colon",
        ),
        pytest.param(
            "存在问题：2个部门未整改。", {"2个": "部门未整改"}, id="a colon before more than the number"
        ),
        pytest.param("共派出9个巡视组。", {"9个": "派出巡视组"}, id="after the number"),
        pytest.param(
            "梳理信访矛盾纠纷578件，化解528件。",
            {"578件": "梳理信访矛盾纠纷", "528件": "化解矛盾纠纷"},
            id="object left out",
        ),
        pytest.param(
            "37个问题已完成整改34个。", {"37个": "问题", "34个": "完成整改问题"}, id="two in one clause"
        ),
        pytest.param(
            "化解率91.35%，与2019年相比提高了7.32个百分点。",
            {"91.35%": "化解率", "2019年": "", "7.32个百分点": "化解率"},
            id="a change of the rate before",
        ),
        pytest.param(
            "药占比由36.2%降至32.7%。", {"36.2%": "药占比", "32.7%": "药占比"}, id="from one level to another"
        ),
        pytest.param(
            "引进博士7名、硕士48名。", {"7名": "引进博士", "48名": "引进硕士"}, id="verb left out in a list"
        ),
        pytest.param(
            "隐患整改率95.3%，比2021年提高4.1个百分点。",
            {"95.3%": "隐患整改率", "2021年": "", "4.1个百分点": "隐患整改率"},
            id="compared with a time",
        ),
        pytest.param("化解率为91.35%。", {"91.35%": "化解率"}, id="copula"),
        pytest.param("仍有50件尚未化解。", {"50件": "尚未化解"}, id="verb after the number"),
        pytest.param("清退118户267人。", {"118户": "清退", "267人": "清退"}, id="two measures of one thing"),
        pytest.param(
            "较巡察反馈前提高23.5个百分点。", {"23.5个百分点": ""}, id="what it is compared with is no metric"
        ),
    ],
)
def test_metric_is_read(sentence: str, expected: dict[str, str]) -> None:
    assert metrics(sentence) == expected


def test_names_are_no_part_of_the_metric() -> None:
    sentence = "省财政厅完成整改问题24个。"
    (metric,) = read_metrics(sentence, find_figures(sentence), 0, [(0, 4)])
    assert metric.phrase == "完成整改问题"


def test_clause_holds_the_words_about_one_figure_alone() -> None:
    sentence = "24个具体问题细化为199项措施，并已完成。"
    first, second = read_metrics(sentence, find_figures(sentence))
    assert "措施" not in first.clause
    assert "问题" not in second.clause


def test_offsets_are_taken_from_the_text() -> None:
    text = "前一句。共完成整改问题588个。"
    figures = find_figures(text)
    assert read_metrics(text[4:], figures, 4)[0].phrase == "完成整改问题"


def test_content_words_leave_function_words_out() -> None:
    assert content_words("共已完成了整改") == ("完成", "整改")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "按时办结率为96.40%，总处罚率（处罚件数/检查户数）为8.15%。",
            {"96.40%": "按时办结率", "8.15%": "总处罚率"},
            id="a-formula-between",
        ),
        pytest.param(
            "召开专题组织生活会（民主评议会）14次。", {"14次": "召开专题组织生活会"}, id="another-name"
        ),
        pytest.param("全市来信（不含重复件）共计218件。", {"218件": "全市来信"}, id="what-is-left-out"),
        pytest.param("走访村（社区）12个。", {"12个": "走访村社区"}, id="a-part-of-the-name"),
    ],
)
def test_bracket_between_is_no_part_of_what_is_counted(sentence: str, expected: dict[str, str]) -> None:
    assert metrics(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "86个整改事项完成80个。", {"86个": "整改事项", "80个": "完成事项"}, id="a-verb-before-its-noun"
        ),
        pytest.param(
            "31个完成整改，5个整改到位。", {"31个": "完成整改", "5个": "整改到位"}, id="verbs-alone"
        ),
        pytest.param("6家退还补贴共18万元。", {"6家": "", "18万元": "退还补贴"}, id="who-acts-is-no-thing"),
    ],
)
def test_verb_behind_a_count_belongs_to_the_noun_behind_it(sentence: str, expected: dict[str, str]) -> None:
    assert metrics(sentence) == expected


def test_deed_is_told_of_both_figures_that_stand_side_by_side() -> None:
    read = {
        one.figure.raw: one.figure.metric for one in read_draft("对照反馈的4个方面33个问题，制定措施116条。")
    }
    assert read["33个"] == "反馈问题"
