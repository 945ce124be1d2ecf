from typing import Any

import pytest

from bot.answer import Citation
from bot.chat.rendering import (
    FEW_SOURCES,
    LONGEST_LABEL,
    MANY_FINDINGS,
    MOST_SOURCES,
    answer_replies,
    answer_rows,
    choice_rows,
    citation_shapes,
    finding_shape,
    rich_answer,
    rich_findings,
    rich_passage,
    rich_sources,
)
from bot.chat.reply import Button
from bot.chat.rich_text import RichText, Style
from checker.verdicts import Verdict
from tests.bot.chat.stages import MemoryStage
from tests.retrieval.fictional import WATER, report

QUESTION = "临江市水务局修订了多少项制度？"


def cited(number: int, *, of: str = "water", section: str = "一、整改", source: str = "") -> Citation:
    return Citation(number, of, f"{of}的通报", "2023-06-12", section, "原文", 0, 2, source)


def styled(text: RichText, style: Style) -> list[str]:
    return [run.text for run in text.runs if style in run.styles]


async def test_answer_shows_its_figure_in_bold_its_check_and_its_sources(memory: MemoryStage) -> None:
    answer = await memory.desk.answer(QUESTION, ("memory:1", 0, "memory:1"))
    text = rich_answer(answer)
    assert styled(text, Style.BOLD) == ["12项"]
    assert "✓" in text.plain
    assert text.plain.endswith("整改总体情况")
    (reply,) = answer_replies(answer, 7, ("还有吗？",), "zh")
    assert reply.text == text
    labels = [button.label for row in reply.rows for button in row]
    assert labels == ["📄 1", "🔎 核对", "更多", "❓ 还有吗？", "👍", "👎"]
    assert all(button.data.split(":")[1] == "7" for row in reply.rows for button in row)


def test_few_sources_get_a_line_each_with_their_link() -> None:
    text = rich_sources([cited(1, source="https://a.b/c"), cited(2, source="reports/x.txt")], "zh")
    assert [(run.link, run.text[:3]) for run in text.runs if run.link] == [("https://a.b/c", "[1]")]
    assert "reports/x.txt" not in text.plain
    assert len(text.plain.splitlines()) == 3


def test_many_sources_are_folded_by_report() -> None:
    many = [cited(n, of="甲" if n < 3 else "乙", section=f"{n}节") for n in range(1, FEW_SOURCES + 2)]
    text = rich_sources(many, "en")
    assert styled(text, Style.FOLD) == [run.text for run in text.runs]
    lines = text.plain.splitlines()
    assert [line for line in lines if line.startswith("《")] == [
        "《甲的通报》 2023-06-12",
        "《乙的通报》 2023-06-12",
    ]


@pytest.mark.parametrize(
    ("sources", "refused", "first"),
    [(1, False, ["📄 1", "🔎 核对"]), (0, True, ["更多", "👍"]), (1, True, ["📄 1", "🔎 核对"])],
    ids=["answer", "refusal", "refusal with sources"],
)
def test_rows_of_an_answer_fit_what_it_has(sources: int, refused: bool, first: list[str]) -> None:
    rows = answer_rows(1, sources, (), "zh", refused=refused)
    assert [button.label for row in rows for button in row][:2] == first


def test_rows_of_many_sources_hold_eight_and_no_more_than_there_is_room_for() -> None:
    rows = answer_rows(1, 40, ("问" * 99,), "zh", refused=False)
    assert [len(row) for row in rows[:2]] == [8, 8]
    labels = [button.label for row in rows for button in row]
    assert sum(label.startswith("📄") for label in labels) == MOST_SOURCES
    assert max(map(len, labels)) == LONGEST_LABEL + len("❓ ")


def test_each_choice_is_a_button() -> None:
    assert choice_rows(3, ["甲", "乙"]) == ((Button("甲", "q:3:0"),), (Button("乙", "q:3:1"),))


def test_citations_come_back_from_their_shapes() -> None:
    assert [Citation(**shape) for shape in citation_shapes([cited(1)])] == [cited(1)]


def passage(quote: str, source: str = "reports/water.txt") -> dict[str, Any]:
    start = WATER.index(quote)
    shape = citation_shapes([cited(1, source=source)])[0]
    return shape | {"quote": quote, "start": start, "end": start + len(quote)}


def test_passage_stands_in_its_surroundings_with_its_figures_marked() -> None:
    text = rich_passage(passage("市水务局修订制度12项，废止制度3项。"), report(), ["12项", "2项"])
    assert styled(text, Style.MARKED) == ["12项"]
    assert "整改完成率91.67%" in text.plain  # stands before it
    assert text.plain.endswith("📎 water.txt")
    assert "reports/" not in text.plain


def test_passage_of_a_report_that_has_gone_is_the_quotation_alone() -> None:
    quote = "市水务局修订制度12项，废止制度3项。"
    text = rich_passage(passage(quote, "https://a.b/c"), None, [])
    assert styled(text, Style.FOLD) == [quote]
    assert styled(text, Style.MARKED) == [quote]
    assert [run.link for run in text.runs if run.link] == ["https://a.b/c"]


def finding(number: int, verdict: Verdict) -> dict[str, str]:
    return {"raw": f"{number}个", "verdict": verdict, "explanation": f"因{number}"}


def test_findings_are_a_paragraph_each_and_what_is_said_twice_once() -> None:
    rows = [finding(1, Verdict.SUPPORTED), finding(2, Verdict.CONTRADICTED), finding(1, Verdict.SUPPORTED)]
    text = rich_findings(rows, "zh")
    assert len(text.plain.split("\n\n")) == 2
    assert styled(text, Style.BOLD) == ["1个", "2个"]
    assert styled(text, Style.FOLD) == []
    assert "❌ 2个" in text.plain


def test_of_many_findings_those_that_are_stated_are_folded_last() -> None:
    rows = [finding(n, Verdict.SUPPORTED) for n in range(MANY_FINDINGS)] + [finding(99, Verdict.UNSUPPORTED)]
    text = rich_findings(rows, "zh")
    assert text.plain.startswith("⚠️ 99个")
    assert "99个" not in "".join(styled(text, Style.FOLD))
    assert "0个" in "".join(styled(text, Style.FOLD))


async def test_finding_is_kept_as_it_is_shown(memory: MemoryStage) -> None:
    answer = await memory.desk.answer(QUESTION, ("memory:1", 0, "memory:1"))
    assert finding_shape(answer.findings[0])["verdict"] == "supported"
