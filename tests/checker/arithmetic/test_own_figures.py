"""What follows from the figures before a claim in its own text; no wrong number does."""

import pytest

from checker.arithmetic.own_figures import follow
from checker.cases import Case
from checker.check import check
from checker.verdicts import CONFIRMED, Verdict
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of, finding_on

SOURCE = (
    "关于欠薪线索核查情况的通报\n"
    "南片区交办线索157条，办结121条。北片区交办线索88条，办结79条。\n"
    "回访工友264人，其中女工103人。闲置工棚由93间压到57间。\n"
    "河东法庭受理案件34件，化解29件；河西法庭受理案件26件，化解18件。全院去年化解案件93件。\n"
    "镇里排查纠纷126件，已化解98件。干部包案44件，已化解39件。\n"
)
TEMPLATES = [
    pytest.param("南片区交办线索157条、办结121条，剩{n}条。", "{n}条", 36, id="what is left"),
    pytest.param("回访工友264人，其中女工103人，其他{n}人。", "{n}人", 161, id="the others"),
    pytest.param("闲置工棚原有93间，压到57间，少了{n}间。", "{n}间", 36, id="a gap"),
    pytest.param(
        "镇里排查纠纷126件，化解98件，干部包案44件、化解39件，还有{n}件没化解。",
        "{n}件",
        28,
        id="of the first",
    ),
    pytest.param(
        "南片区交办线索157条，办结121条；北片区交办线索88条，办结79条。两类加起来是{n}条。",
        "{n}条",
        245,
        id="a sum of the first of each",
    ),
    pytest.param(
        "河东法庭受理案件34件、化解29件，河西法庭受理案件26件、化解18件，两庭合计化解{n}件。",
        "{n}件",
        47,
        id="of a deed",
    ),
    pytest.param("北片区交办线索88条，办结79条，办结率{n}%。", "{n}%", 90, id="a rate"),
    pytest.param("南片区办结线索121条；北片区办结线索79条。两片共办结线索{n}条。", "{n}条", 200, id="a sum"),
]


@pytest.mark.parametrize(("text", "raw", "right"), TEMPLATES)
def test_only_the_right_number_follows(text: str, raw: str, right: int) -> None:
    for n in (right - 9, right - 1, right, right + 2, right + 13):
        verdict = finding_on(raw.format(n=n), text.format(n=n), SOURCE).verdict
        assert (verdict in CONFIRMED) is (n == right), n


def test_nothing_follows_from_a_wrong_figure() -> None:
    assert finding_on("26条", "南片区交办线索147条、办结121条，剩26条。", SOURCE).verdict not in CONFIRMED


def test_terms_are_what_the_source_states() -> None:
    found = finding_on("36条", "南片区交办线索157条、办结121条，剩36条。", SOURCE)
    assert (found.verdict, found.formula) == (Verdict.DERIVED, "157−121=36条")
    assert {one.figure.raw for one in found.evidence} == {"157条", "121条"}


def test_without_figures_before_it_nothing_follows() -> None:
    (claim,) = read_draft("剩36条。")
    assert follow(Case(claim, evidence_of(SOURCE))) is None
    assert check("剩36条。", evidence_of(SOURCE))[0].verdict not in CONFIRMED


def test_share_follows_where_its_verb_alone_tells_it() -> None:
    evidence = evidence_of(SOURCE)
    whole, part, share = read_draft("157条线索中，办结的121条，占77.07%。", evidence.directory)
    stated = dict.fromkeys((whole, part), (evidence.quantities[0],))
    found = follow(Case(share, evidence, borne_out=stated))
    assert found is not None
    assert found.formula == "121÷157=77.07%"
