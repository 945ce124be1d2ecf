import pytest

from corpus.organisations.directory import Directory
from corpus.organisations.inspected import former_names, inspected_organisation, renamed_issuer
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

OPENINGS = [
    ("the party group's", "市委第三巡察组对市水务局党组开展了常规巡察。", "市水务局"),
    ("told its opinion", "5月7日，巡察组向市水务局党组反馈了巡察意见。", "市水务局"),
    ("a town's committee", "县委第一巡察组对柏树镇党委开展了巡察。", "柏树镇"),
    ("several", "县委第一巡察组对县水务局、县教育局开展了巡察。", ""),
    ("two", "县委第一巡察组对县水务局和县教育局开展了巡察。", ""),
    ("those under it", "县委组建2个巡察组对县教育局直属的9家单位开展专项巡察。", ""),
    ("a pointing word", "县委第一巡察组对我局开展了巡察。", ""),
    ("something else done to it", "市委对市水务局党组表示感谢。", ""),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in OPENINGS], ids=[row[0] for row in OPENINGS])
def test_opening_names_the_inspected_one(text: str, name: str) -> None:
    assert inspected_organisation(text) == name


def test_only_the_opening_is_looked_at() -> None:
    text = "。" * 700 + "市委第三巡察组对市水务局党组开展了常规巡察。"
    assert inspected_organisation(text) == ""
    assert inspected_organisation(text, 650) == "市水务局"


RENAMED = [
    ("its party body", "中共柳溪市委卫生健康工作委员会关于巡察整改进展情况的通报", "市卫生健康局党组", True),
    (
        "what took it over",
        "市城投集团关于原市水务发展集团巡察整改进展情况的通报",
        "市水务发展集团有限公司",
        True,
    ),
    ("its own name", "中共柳溪市卫生健康局党组关于巡察整改进展情况的通报", "市卫生健康局党组", False),
    (
        "a shorter name",
        "中共柳溪临港城市发展集团有限公司委员会关于巡察整改进展情况的通报",
        "临港发展集团党委",
        True,
    ),
    ("who inspects", "柳溪市委巡察办关于巡察整改进展情况的通报", "市卫生健康局党组", False),
    ("no rectification of its own", "柳溪市统计局关于评估工作的通报", "市卫生健康局党组", False),
]


@pytest.mark.parametrize(
    ("title", "name", "one"), [row[1:] for row in RENAMED], ids=[row[0] for row in RENAMED]
)
def test_issuer_and_inspected_one_are_one(title: str, name: str, one: bool) -> None:
    text = f"{title}\n市委第三巡察组对{name}开展了巡察，柳溪市{name[1:]}认真整改。"
    report = parse_report(text, id="r", source="r")
    assert (renamed_issuer(report) is not None) is one


def test_figures_are_one_owners_under_each_of_its_names() -> None:
    text = (
        "中共柳溪市委卫生健康工作委员会关于巡察整改进展情况的通报\n"
        "市委第三巡察组对市卫生健康局党组开展了巡察。\n先后召开会议17次。\n"
    )
    report = parse_report(text, id="r", source="r")
    directory = Directory.of([report])
    owners = {one.figure.org for one in read_statements(report, directory) if one.figure.raw == "17次"}
    for name in ("市卫生健康局", "柳溪市卫生健康局", "柳溪市委卫生健康工作委员会"):
        owners |= {one.figure.org for one in read_draft(f"{name}召开会议17次。", directory)}
    assert owners == {"柳溪市卫生健康局"}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("市交投集团关于原市路桥公司巡察整改进展情况的通报", [("路桥公司", "市路桥公司")]),
        ("市交投集团关于市路桥公司巡察整改进展情况的通报", []),
        ("县文旅局关于原桐林县旅游局整改情况的通报", []),
    ],
    ids=["without its place", "no former one", "with its place"],
)
def test_former_organisation_of_a_title_is_known_without_its_level(
    title: str, names: list[tuple[str, str]]
) -> None:
    assert former_names(parse_report(title, id="r", source="r")) == names
