import sys
from pathlib import Path

import pytest

from corpus.organisations.agreed_names import AgreedNames
from retrieval.catalog.rereading import READ_BY, older_figures, reading_digest, rules_digest
from retrieval.index import Index
from tests.retrieval.fictional import WATER, LetterEmbedder, report

SHORT = "慧城公司"
FULL = "临江市智慧城市运营服务有限责任公司"
TEXT = "临江市属企业巡察整改情况\n2024年7月5日\n慧城公司完成投资3.5亿元。\n"
AGREED = AgreedNames({SHORT: FULL})


def opened(home: Path, agreed: AgreedNames) -> Index:
    return Index.open(home, load=LetterEmbedder, agreed=agreed)


def owners(home: Path, agreed: AgreedNames) -> set[str]:
    with opened(home, agreed) as index:
        return {one.figure.org for one in index.statements(["told"]) if one.figure.unit == "元"}


def fill(home: Path, agreed: AgreedNames) -> None:
    with opened(home, agreed) as index:
        index.add_all([report(TEXT, "told"), report(WATER, "water")])


def test_names_agreed_on_later_are_read_into_what_stands_there(tmp_path: Path) -> None:
    fill(tmp_path, AgreedNames())
    assert owners(tmp_path, AgreedNames()) == {SHORT}
    assert owners(tmp_path, AGREED) == {FULL}


def test_names_agreed_on_no_more_are_read_out_again(tmp_path: Path) -> None:
    fill(tmp_path, AGREED)
    assert owners(tmp_path, AGREED) == {FULL}
    assert owners(tmp_path, AgreedNames()) == {SHORT}


def test_only_reports_that_give_a_changed_name_are_read_anew(tmp_path: Path) -> None:
    fill(tmp_path, AgreedNames())
    with opened(tmp_path, AgreedNames()) as index:
        before = {one: index.catalog.figures.statements(reports=[one]) for one in ("told", "water")}
    with opened(tmp_path, AGREED) as index:
        assert index.statements(["water"]) == before["water"]
        after = index.statements(["told"])
    with opened(tmp_path, AgreedNames({**AGREED.fulls, "水投集团": "临江市水务投资集团有限公司"})) as index:
        assert index.statements(["told"]) == after
    assert [one.figure.raw for one in after] == [one.figure.raw for one in before["told"]]


def test_nothing_agreed_on_leaves_no_trace(tmp_path: Path) -> None:
    fill(tmp_path, AgreedNames())
    with opened(tmp_path, AgreedNames()) as index:
        assert index.catalog.fact("agreed names") == ""


def test_figures_read_by_other_rules_are_told_and_read_anew_on_request(tmp_path: Path) -> None:
    fill(tmp_path, AgreedNames())
    with opened(tmp_path, AgreedNames()) as index:
        index.warm_up()
        said = index.statements()
        assert index.check() == []
        index.catalog.write_fact(READ_BY, "those of last year")
        index.catalog.figures.rewrite("told", ())
        (fault,) = index.check()
        assert "旧的规则" in fault
        index.add_all(
            [report(f"{TEXT}二期完成投资6亿元。\n", "later")]
        )  # is read by today's: the others stay older
        assert older_figures(index.catalog)
        index.remove("later")
        index.repair()
        assert index.check() == []
        assert index.statements() == said


def test_rules_are_the_same_from_one_look_to_the_next_and_an_empty_index_has_no_older(tmp_path: Path) -> None:
    assert rules_digest() == rules_digest()
    with opened(tmp_path, AgreedNames()) as index:
        assert not older_figures(index.catalog)


def test_whatever_library_comes_or_goes_makes_another_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = reading_digest()
    assert before == reading_digest()
    assert before != rules_digest()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert reading_digest() == before
    (tmp_path / "pdf_reader-2.0.dist-info").mkdir()
    assert reading_digest() != before
