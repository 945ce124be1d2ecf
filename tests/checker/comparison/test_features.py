import weakref
from dataclasses import replace

import pytest

from checker.comparison.features import (
    FeatureReader,
    Features,
    features,
    shared_wording,
)
from checker.comparison.named_times import round_of
from checker.evidence import Evidence
from corpus.figure import Figure, Kind, Statement
from corpus.statements.statements import read_draft


def statement(text: str, raw: str) -> Statement:
    return next(s for s in read_draft(text) if s.figure.raw == raw)


def test_round_is_read_from_the_sentence() -> None:
    assert round_of(statement("第十二轮巡视完成整改588个。", "588个")) == "12"
    assert round_of(statement("第八轮巡视完成整改588个。", "588个")) == "8"


def test_round_is_read_from_the_headings_where_the_sentence_names_none() -> None:
    figure = replace(
        statement("完成整改88个。", "88个"), section="第三轮巡视（2022年）", title="五轮巡视情况"
    )
    assert round_of(figure) == "3"


def test_features_keep_the_parts_of_compounds() -> None:
    assert "处分" in features(statement("给予党纪政务处分18人。", "18人")).parts


@pytest.mark.parametrize(
    ("text", "raw", "negated", "averaged"),
    [
        pytest.param("尚未化解50件。", "50件", True, False, id="not done"),
        pytest.param("还有50件没有化解。", "50件", True, False, id="left over"),
        pytest.param("化解50件。", "50件", False, False, id="done"),
        pytest.param("救助未成年人50人。", "50人", False, False, id="未 of another word"),
        pytest.param("罚没50万元。", "50万元", False, False, id="没 of another word"),
        pytest.param("应公示而未公示的项目50个。", "50个", False, False, id="what should have been done"),
        pytest.param("人均可支配收入3.6万元。", "3.6万元", False, True, id="average"),
        pytest.param("平均每户补助250元。", "250元", False, True, id="average of each"),
        pytest.param("可支配收入3.6万元。", "3.6万元", False, False, id="no average"),
    ],
)
def test_what_is_not_done_and_what_is_averaged_is_told(
    text: str, raw: str, negated: bool, averaged: bool
) -> None:
    found = features(statement(text, raw))
    assert (found.negated, found.averaged) == (negated, averaged)


@pytest.mark.parametrize(
    ("text", "raw", "stage"),
    [
        pytest.param("完成整改588个。", "588个", "done", id="done"),
        pytest.param("反馈问题588个。", "588个", "found", id="found"),
    ],
)
def test_stage_is_told(text: str, raw: str, stage: str) -> None:
    assert stage in features(statement(text, raw)).stages


def test_rate_knows_what_it_is_a_rate_of() -> None:
    found = features(statement("矛盾纠纷化解率91.35%。", "91.35%"))
    assert "率" in found.words
    assert found.rates
    assert not features(statement("矛盾纠纷91件。", "91件")).rates


@pytest.mark.parametrize(
    ("claim", "stated", "share"),
    [
        pytest.param("完成整改588个。", "完成整改588个。", 1.0, id="the same"),
        pytest.param("完成整改588个。", "全年门诊量12件。", 0.0, id="nothing in common"),
    ],
)
def test_shared_wording_is_a_share_of_the_claim(claim: str, stated: str, share: float) -> None:
    one, other = (features(read_draft(text)[0]) for text in (claim, stated))
    assert shared_wording(one, other) == share


def test_set_phrases_are_in_one_wording() -> None:
    one, other = (features(read_draft(text)[0]) for text in ("改到位241个问题。", "完成整改241个问题。"))
    assert one.context == other.context


@pytest.mark.parametrize(
    ("text", "raw", "number"),
    [
        pytest.param("第21轮巡视完成整改588个。", "588个", "21", id="in digits"),
        pytest.param("完成整改588个，第八轮启动。", "588个", "", id="behind the figure"),
        pytest.param("完成整改588个。", "588个", "", id="none"),
        pytest.param("第四轮移交，第五轮整改588个。", "588个", "5", id="the last before it"),
    ],
)
def test_round_is_the_last_one_named_before(text: str, raw: str, number: str) -> None:
    assert round_of(statement(text, raw)) == number


QUOTE = "全市梳理问题578件，完成整改528件。"


def stated(raw: str) -> Statement:
    """The statement of ``raw`` in the sentence."""
    start = QUOTE.index(raw)
    figure = Figure(raw, start, start + len(raw), Kind.COUNT, metric="完成整改")
    return Statement(figure, "r", "通报", QUOTE, 0, len(QUOTE), clause=QUOTE)


def vars_of(found: Features) -> list[object]:
    """What a statement is compared by."""
    return [found.metric, found.words, found.parts, found.context, found.context_text, found.clause]


def test_reader_reads_what_features_reads() -> None:
    reader = FeatureReader()
    for raw in ("578件", "528件"):
        assert vars_of(reader.of(stated(raw))) == vars_of(features(stated(raw)))


def test_reader_reads_a_statement_once() -> None:
    reader = FeatureReader()
    assert reader.of(stated("578件")) is reader.of(stated("578件"))


def test_reader_lets_go_of_what_is_kept_no_longer() -> None:
    reader = FeatureReader()
    before = reader.of(stated("578件"))
    reader.forget([stated("578件")])
    assert reader.of(stated("578件")) is not before


def test_readers_share_nothing() -> None:
    assert FeatureReader().of(stated("578件")) is not FeatureReader().of(stated("578件"))


def test_evidence_reads_with_the_reader_of_whose_the_statements_are() -> None:
    reader = FeatureReader()
    evidence = Evidence([stated("578件")], reader=reader)
    assert evidence.features(stated("578件")) is reader.of(stated("578件"))


class Reader(FeatureReader):
    """A reader that can be watched."""


def test_features_go_with_their_evidence() -> None:
    reader = Reader()
    evidence = Evidence([stated("578件")], reader=reader)
    assert evidence.like(replace(stated("528件")))
    gone = weakref.ref(reader)
    del reader, evidence
    assert gone() is None
