import weakref
from dataclasses import replace

from checker.comparison.features import FeatureReader, features
from checker.evidence import Evidence
from corpus.figure import Figure, Kind, Statement

QUOTE = "全市梳理问题578件，完成整改528件。"


def stated(raw: str) -> Statement:
    """The statement of ``raw`` in the sentence."""
    start = QUOTE.index(raw)
    figure = Figure(raw, start, start + len(raw), Kind.COUNT, metric="完成整改")
    return Statement(figure, "r", "通报", QUOTE, 0, len(QUOTE), clause=QUOTE)


def test_reader_reads_what_features_reads() -> None:
    reader = FeatureReader()
    for raw in ("578件", "528件"):
        assert reader.of(stated(raw)) == features(stated(raw))


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
