import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.report import Passage, Report
from retrieval.catalog.catalog import Catalog
from retrieval.search.evidence import LONG, REACH, EvidenceSearch

CITIES = ["临江市", "青禾县", "云溪市", "北屏市", "石湾县", "南浦市", "柳河县", "东篱市"]
BUREAUX = ["水务局", "信访局", "财政局", "教育局", "住建局"]
METRICS = ["完成整改问题", "修订制度", "化解信访矛盾纠纷", "改造供水管网", "追缴违规资金", "处分干部"]


def figure(value: str, metric: str = "", org: str = "", kind: Kind = Kind.COUNT, start: int = 0) -> Figure:
    number = Decimal(value)
    raw = f"{value}个"
    return Figure(
        raw,
        start,
        start + len(raw),
        kind,
        number,
        number,
        number,
        "个",
        step=Decimal(1),
        metric=metric,
        org=org,
    )


def write(catalog: Catalog, name: str, figures: list[Figure]) -> None:
    report = Report(name, f"{name}整改报告", "文" * 80_000, f"reports/{name}.txt", name)
    statements = [
        Statement(one, name, report.title, f"{one.org}{one.metric}{one.raw}。", one.start, one.start + 40)
        for one in figures
    ]
    catalog.write(report, [Passage(name, 0, 2, "文文")], np.ones((1, 4), np.float32), statements)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """Forty reports of six figures; the value of each is its own: 1000, 1001, ..."""
    with Catalog.open(tmp_path_factory.mktemp("evidence") / "catalog.db") as opened:
        value = 1000
        for city in CITIES:
            for bureau in BUREAUX:
                figures = []
                for place, metric in enumerate(METRICS):
                    figures.append(figure(str(value), metric, city + bureau, start=place * 100))
                    value += 1
                write(opened, f"{city}{bureau}", figures)
        yield opened


def found_values(found: list[Statement]) -> set[Decimal | None]:
    return {one.figure.value for one in found}


CLAIMS = [
    ("the very figure", figure("1000", "完成整改问题", "临江市水务局"), "1000"),
    ("another value", figure("77", "完成整改问题", "临江市水务局"), "1000"),
    ("another organisation", figure("1000", "完成整改问题", "东篱市住建局"), "1000"),
    ("the other organisation's own", figure("1000", "完成整改问题", "东篱市住建局"), "1234"),
    ("another metric", figure("1000", "处分干部", "临江市水务局"), "1000"),
    ("the metric in other words", figure("77", "化解矛盾", "临江市水务局"), "1002"),
    ("no organisation", figure("1000", "完成整改问题"), "1000"),
    ("no names", figure("1000"), "1000"),
    (
        "no names, rounded",
        replace(figure("1000"), step=Decimal(10), value=Decimal(1010), low=Decimal(1010), high=Decimal(1010)),
        "1000",
    ),
    ("a range", replace(figure("1000"), value=None, low=Decimal(995), high=Decimal(1000)), "1000"),
    ("a bound", replace(figure("900"), high=None, qualifier=Qualifier.OVER), "1000"),
    ("a date of an organisation", figure("2023", "", "临江市水务局", Kind.DATE), "1000"),
    ("what stands beside it", figure("1000", "完成整改问题", "临江市水务局"), "1005"),
]


@pytest.mark.parametrize(("claim", "value"), [row[1:] for row in CLAIMS], ids=[row[0] for row in CLAIMS])
def test_evidence_holds_what_bears_on_a_claim(catalog: Catalog, claim: Figure, value: str) -> None:
    found = EvidenceSearch(catalog).find([claim], k=60)
    assert Decimal(value) in found_values(found)
    assert len(found) <= 60


def test_evidence_serves_every_claim_of_a_draft(catalog: Catalog) -> None:
    claims = [figure(str(1000 + 6 * place), "完成整改问题") for place in range(40)]
    found = EvidenceSearch(catalog).find(claims, k=30)
    assert {claim.value for claim in claims} <= found_values(found)


def test_evidence_of_a_small_catalog_is_all(catalog: Catalog) -> None:
    assert EvidenceSearch(catalog).find([], k=240) == catalog.statements()
    assert len(EvidenceSearch(catalog).find([], k=239)) == 0


STRANGERS = [
    ("unknown value and names", figure("31415", "发射火箭", "月球基地")),
    ("idiom", figure("4", "意识", kind=Kind.IDIOM)),
]


def test_prepared_evidence_is_the_same(catalog: Catalog) -> None:
    claim = catalog.statements()[0].figure
    search = EvidenceSearch(catalog)
    search.prepare(3)
    assert search.find([claim], 3) == EvidenceSearch(catalog).find([claim], 3)


@pytest.mark.parametrize("claim", [row[1] for row in STRANGERS], ids=[row[0] for row in STRANGERS])
def test_evidence_for_a_stranger_is_none(catalog: Catalog, claim: Figure) -> None:
    assert EvidenceSearch(catalog).find([claim], k=60) == []


def test_evidence_is_in_the_order_of_the_reports(catalog: Catalog) -> None:
    found = EvidenceSearch(catalog).find([figure("1000", "完成整改问题")], k=60)
    places = [(one.report, one.figure.start) for one in found]
    assert places == sorted(places)


def test_evidence_takes_a_long_report_around_its_leads_only(tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "catalog.db") as catalog:
        many = [
            figure(str(5000 + place), "新增床位", "北屏市人民医院", start=place * 200)
            for place in range(LONG + 50)
        ]
        many[100] = figure("77", "辞退护工", "北屏市人民医院", start=20_000)
        write(catalog, "long", many)
        found = EvidenceSearch(catalog).find([figure("77", "辞退护工")], k=LONG)
    starts = [one.figure.start for one in found]
    assert 20_000 in starts
    assert min(starts) >= 20_000 - REACH
    assert max(starts) < 20_000 + REACH
    assert len(starts) == len(set(starts)) > 20


def test_evidence_sees_what_was_added_since(tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "catalog.db") as catalog:
        for name in ("one", "two"):
            write(
                catalog, name, [figure("11", "处分干部", "柳河县财政局", start=place) for place in range(5)]
            )
        search = EvidenceSearch(catalog)
        assert Decimal(4242) not in found_values(search.find([figure("4242")], k=5))
        write(catalog, "three", [figure("4242", "处分干部", "柳河县财政局")])
        assert Decimal(4242) in found_values(search.find([figure("4242")], k=5))


LIKENESS = """
import numpy as np
from retrieval.catalog.figures import FigureColumns, NameColumn
from retrieval.search import evidence
names = ["完成整改巡视反馈问题", "化解信访矛盾纠纷积案", "追缴违规发放津贴补贴资金", "改造老旧小区供水管网工程"]
rows = np.arange(len(names), dtype=np.int32)
one = NameColumn(["甲"], np.zeros(len(names), np.int32))
metrics = NameColumn(names, rows)
table = evidence._Table(FigureColumns(one, one, metrics, one, rows, rows.astype(float)))
for name in names:
    for other in names:
        print([fit.hex() for fit in table._like_metrics(name + other)[1].tolist()])
"""


def test_likeness_of_metrics_is_the_same_in_each_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", LIKENESS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
