from dataclasses import replace

import pytest

from bot.summary.facts import SPOKEN_FOR, Fact, is_never_checked, read_facts, read_problems
from checker.evidence import Evidence
from corpus.figure import Figure, Kind, Statement
from corpus.report import Report
from corpus.structure.parsing import parse_report
from tests.bot.summary.summed_report import NOTICE, facts_of, notice

TITLE = "中共松原市水务局党组关于巡察整改情况的通报\n"


def report(body: str) -> Report:
    return parse_report(f"{TITLE}{body}\n", id="one", source="one.txt")


def facts(body: str) -> list[Fact]:
    return facts_of(report(body))


CLAUSES = [
    pytest.param(
        "局党组追回水费3万元；修订制度9项。", ["局党组追回水费3万元", "修订制度9项"], id="at semicolons"
    ),
    pytest.param(
        "局党组（追回水费；修订制度）整改9项。", ["局党组（追回水费；修订制度）整改9项"], id="not in brackets"
    ),
    pytest.param("（一）局党组追回水费3万元。", ["局党组追回水费3万元"], id="without its number"),
    pytest.param(
        "一是追回水费3万元；二是修订制度9项。", ["追回水费3万元", "修订制度9项"], id="each without its number"
    ),
    pytest.param("联系电话：0431-2233445，欢迎监督。", [], id="telephone"),
    pytest.param("现将整改情况通报如下。", [], id="opening words"),
    pytest.param("很好很好。", [], id="too short"),
    pytest.param("局党组追回水费3万元", [], id="line without an end"),
]


@pytest.mark.parametrize(("body", "clauses"), CLAUSES)
def test_facts_are_the_clauses_that_may_be_quoted(body: str, clauses: list[str]) -> None:
    assert [one.text for one in facts(body)] == clauses


@pytest.mark.parametrize(
    ("body", "segments"),
    [
        pytest.param(
            "局党组追回水费3万元，修订制度9项。", ["局党组追回水费3万元", "修订制度9项"], id="at commas"
        ),
        pytest.param("局党组追回水费1,268万元。", ["局党组追回水费1,268万元"], id="not in a number"),
        pytest.param(
            "局党组落实“立行立改，逐条销号”9项。",
            ["局党组落实“立行立改，逐条销号”9项"],
            id="not in quotation",
        ),
    ],
)
def test_segments_stand_between_commas(body: str, segments: list[str]) -> None:
    (fact,) = facts(body)
    assert [fact.report.text[one.start : one.end] for one in fact.segments] == segments


@pytest.mark.parametrize("fact", facts_of(notice()), ids=lambda fact: fact.text[:8])
def test_fact_stands_in_its_sentence(fact: Fact) -> None:
    start, end = fact.sentence
    assert start <= fact.start < fact.end <= end
    assert fact.report.text[fact.start : fact.end] == fact.text
    assert fact.text in NOTICE
    assert 0.0 < fact.place < 1.0
    for segment in fact.segments:
        assert all(
            segment.start <= one.figure.start < one.figure.end <= segment.end for one in segment.figures
        )
        assert segment.barred is any(is_never_checked(one) for one in segment.figures)


def test_facts_are_in_order() -> None:
    starts = [fact.start for fact in facts_of(notice())]
    assert starts == sorted(starts)


def test_times_are_no_quantities_of_a_segment() -> None:
    (fact,) = [one for one in facts_of(notice()) if "截至" in one.text]
    first, second, _ = fact.segments
    assert [one.figure.raw for one in first.figures] == ["2023年4月30日"]
    assert first.quantities == ()
    assert [one.figure.raw for one in second.quantities] == ["19个", "17个"]


def test_fact_has_the_headings_over_it() -> None:
    (fact,) = [one for one in facts_of(notice()) if "83.5万元" in one.text]
    assert fact.section.startswith("巡察反馈问题整改落实情况 > ")
    assert "水费收缴不规范" in fact.section


@pytest.mark.parametrize(
    ("body", "owner", "named"),
    [
        pytest.param("松原市教育局完成整改7个。", "松原市教育局", True, id="named by the clause"),
        pytest.param("松原市教育局立行立改；完成整改7个。", "松原市教育局", False, id="named before it"),
        pytest.param("城南水厂党委完成整改7个。", "城南水厂", True, id="by its party committee"),
        pytest.param("本局全年共计完成整改7个。", "", False, id="nobody named"),
        pytest.param("松原市委巡察组反馈问题7个。", "", False, id="who inspects owns nothing"),
    ],
)
def test_paragraph_belongs_to_the_organisation_that_it_names_first(
    body: str, owner: str, named: bool
) -> None:
    fact = facts(body)[-1]
    assert (fact.owner, fact.named) == (owner, named)


def stated(raw: str, kind: Kind, quote: str) -> Statement:
    start = quote.index(raw)
    return Statement(Figure(raw, start, start + len(raw), kind), "one", "通报", quote, 0, len(quote))


@pytest.mark.parametrize(
    ("statement", "barred"),
    [
        pytest.param(stated("四个意识", Kind.IDIOM, "增强四个意识。"), True, id="slogan"),
        pytest.param(stated("〔2023〕6号", Kind.DOCUMENT_NUMBER, "松水〔2023〕6号。"), True, id="document"),
        pytest.param(stated("9项", Kind.COUNT, "力争修订制度9项。"), True, id="plan"),
        pytest.param(stated("9项", Kind.COUNT, "修订制度9项。"), False, id="what was done"),
    ],
)
def test_figure_that_nothing_can_vouch_for_is_barred(statement: Statement, barred: bool) -> None:
    assert is_never_checked(statement) is barred


def test_problems_are_named_by_headings_each_once() -> None:
    problems = read_problems(notice())
    assert [one.name for one in problems] == ["水费收缴不规范", "管网漏损偏高"]
    for one in problems:
        assert NOTICE[one.start : one.end] == one.name
        assert one.name in NOTICE[slice(*one.heading)]
        assert one.section.endswith(f"“{one.name}”问题")


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param("一、关于“甲事”问题。\n改了。\n二、关于“甲事”问题。\n改了。", ["甲事"], id="said twice"),
        pytest.param(
            "一、关于水费收缴不规范的问题。\n改了。\n二、针对漏损。\n改了。",
            ["水费收缴不规范"],
            id="without marks",
        ),
        pytest.param("一、总体情况\n改了。\n二、下一步\n改。", [], id="headings of no problem"),
        pytest.param("改了几处。", [], id="no headings"),
    ],
)
def test_problem_is_told_from_other_headings(body: str, names: list[str]) -> None:
    assert [one.name for one in read_problems(report(body))] == names


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("监督电话：0431-2233445", True), ("现将有关情况公布如下", True), ("追回水费3万元", False)],
)
def test_sentence_that_is_owed_to_readers_is_known(text: str, spoken: bool) -> None:
    assert bool(SPOKEN_FOR.search(text)) is spoken


def test_fact_without_statements_has_no_figures() -> None:
    one = notice()
    evidence = Evidence.of_reports([one])
    bare = read_facts(one, (), evidence.directory)
    assert [fact.text for fact in bare] == [fact.text for fact in facts_of(one)]
    assert all(segment.figures == () for fact in bare for segment in fact.segments)
    assert replace(bare[0], owner="x") != bare[0]
