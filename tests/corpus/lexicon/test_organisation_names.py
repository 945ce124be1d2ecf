from pathlib import Path

import pytest

from corpus.errors import UnusableTable
from corpus.lexicon import tables
from corpus.lexicon.organisation_names import (
    COURTS,
    DEPARTMENTS,
    ENDS,
    EQUAL_HEADS,
    HEADS,
    TRADES,
    Head,
    read_forms,
)
from corpus.organisations.mentions import find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.organisations.short_names import short_names
from tests.changed_house import change_table, run_in

WORKS = [
    (full, short) for full, shorts in DEPARTMENTS.items() for short in shorts if full != "机构编制委员会"
]
ENDINGS = [(full, short) for full, shorts in ENDS.items() for short in shorts]


@pytest.mark.parametrize(("full", "short"), WORKS, ids=[f"{full}, {short}" for full, short in WORKS])
def test_line_of_work_is_known_in_short(full: str, short: str) -> None:
    assert same_organisation(f"澜江市{full}局", f"澜江市{short}局") is Sameness.SAME


@pytest.mark.parametrize("full", DEPARTMENTS)
def test_department_of_every_line_of_work_is_found(full: str) -> None:
    (mention,) = find_organisations(f"对澜江市{full}局开展巡察")
    assert mention.name == f"澜江市{full}局"


@pytest.mark.parametrize(("full", "short"), ENDINGS, ids=[f"{full}, {short}" for full, short in ENDINGS])
def test_end_of_a_name_is_known_in_short(full: str, short: str) -> None:
    assert any(name.endswith(short) for name in short_names(f"澜江市城南{full}"))


@pytest.mark.parametrize("trade", TRADES)
def test_trade_stands_in_the_short_names_of_companies(trade: str) -> None:
    assert f"澜江龙{TRADES[trade]}投集团" in short_names(f"澜江市龙{trade}投资集团有限公司")


@pytest.mark.parametrize(("full", "short"), [*EQUAL_HEADS, *COURTS])
def test_heads_are_compared_in_short(full: str, short: str) -> None:
    assert name_parts(f"澜江市城南{full}").unit.endswith(short)


@pytest.mark.parametrize("row", HEADS, ids=lambda row: row.example)
def test_example_of_every_head_is_found(row: Head) -> None:
    (mention,) = find_organisations(f"对{row.example}开展巡察")
    assert mention.name == row.example


REFUSED = [
    ("no such sort", "林草\t林\tplace", "place"),
    ("twice", "住房和城乡建设\t建\twork", "已有一行"),
    ("no short form", "理工学院\t\tend", "没有简称"),
    ("no sort", "理工学院\t理工\t", "sort"),
]


@pytest.mark.parametrize(("row", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_bad_row_is_named_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, why: str
) -> None:
    table = (tables.FOLDER / "organisation_names.tsv").read_text("utf-8")
    (tmp_path / "organisation_names.tsv").write_text(f"{table}{row}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    line = len(table.splitlines()) + 1
    with pytest.raises(UnusableTable, match=rf"organisation_names\.tsv:{line}：.*{why}"):
        read_forms()


QUESTIONS = """
import sys
from pathlib import Path

from bot.answering.pipeline import Answerer
from tests.open_room import OpenRoom
from bot.library.ingesting import ingest
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

with Index.open(Path("home"), load=LetterEmbedder) as index:
    ingest(index, ["reports"], lambda *_: None, OpenRoom())
    answerer = Answerer(index)
    for question in ("慧城公司新建制度多少项？", "智能制造装备局新建制度多少项？", "智装局新建制度多少项？"):
        answer = answerer.ask(question)
        print(answer.direct.raw if answer.direct else "—")
"""

REPORTS = {
    "city.txt": ("中共澜江市智慧城市运营服务有限责任公司委员会", 5),
    "make.txt": ("中共澜江市智能制造装备局党组", 7),
    "water.txt": ("中共澜江市水务局党组", 9),
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with reports of organisations that the tables know no short names of."""
    (tmp_path / "reports").mkdir()
    for name, (issuer, count) in REPORTS.items():
        text = f"{issuer}关于巡察整改进展情况的通报\n2023年7月5日\n巡察反馈问题{count + 10}个，新建制度{count}项。\n"
        (tmp_path / "reports" / name).write_text(text, "utf-8")
    return tmp_path


def test_names_without_a_row_are_not_known_in_short(office: Path) -> None:
    change_table(office, "organisation_names.tsv")
    company, full, short = run_in(office, QUESTIONS).split()
    assert (company, full) == ("—", "7项")
    assert short != "7项"


def test_one_added_row_is_enough_for_questions(office: Path) -> None:
    rows = ("澜江市智慧城市运营服务有限责任公司\t慧城公司\tname", "智能制造装备\t智装\twork")
    change_table(office, "organisation_names.tsv", *rows)
    assert run_in(office, QUESTIONS).split() == ["5项", "7项", "7项"]
