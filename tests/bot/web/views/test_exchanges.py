from datetime import UTC, datetime
from typing import Any

import pytest

from bot.chat.reply import Reply
from bot.chat.rich_text import rich
from bot.web.conversations import Said
from bot.web.views.exchanges import exchange_of, exchange_said, passage_link_of
from retrieval.chat_catalog.talks import Talk

CITED = {
    "n": 1, "report": "water", "title": "通报", "date": "2023-06-12", "section": "一、整改", "quote": "修订制度12项，废止3项。",
    "start": 5, "end": 17, "source": "water.txt",
}  # fmt: skip


def talk(kind: str = "answer", **body: Any) -> Talk:
    held = {
        "text": "修订制度：12项。[1] 另见[7]",
        "direct": "12项",
        "citations": [CITED],
        "findings": [],
        **body,
    }
    return Talk(3, "web:1", 0, "web:1", 9, kind, "修订多少项制度", held, datetime(2024, 1, 1, tzinfo=UTC))


def test_number_of_a_citation_leads_to_its_passage_and_other_brackets_stay() -> None:
    exchange = exchange_of(talk(), "zh")
    links = {run.text: run.link for run in exchange.parts[0].runs if run.link}
    assert links == {"1": "/reports/water?start=5&end=17&figure=12%E9%A1%B9#cited"}
    assert exchange.parts[0].plain.endswith("另见[7]")
    assert [run.text for run in exchange.parts[0].runs if "bold" in run.styles] == ["12项"]


def test_source_is_marked_at_the_figure_that_was_taken_from_it() -> None:
    body = {"direct": "99项", "findings": [{"raw": "8条"}, {"raw": "3项"}]}
    assert passage_link_of(CITED, body).endswith("figure=3%E9%A1%B9#cited")
    assert "figure" not in passage_link_of(CITED, {"findings": []})


@pytest.mark.parametrize(("verdict", "doubtful"), [("supported", False), ("contradicted", True)])
def test_mark_says_what_the_check_found(verdict: str, doubtful: bool) -> None:
    findings = [{"raw": "12项", "verdict": verdict, "explanation": "因为"}]
    exchange = exchange_of(talk(findings=findings), "zh")
    assert exchange.is_doubtful is doubtful
    assert ("12项" in exchange.mark) == doubtful
    assert exchange.figures[0].explanation == "因为"


def test_new_topic_is_a_line() -> None:
    assert exchange_of(talk("new"), "zh").begins_topic


def test_what_was_not_kept_is_shown_as_it_was_said() -> None:
    exchange = exchange_said("/help", Said(None, (Reply(rich("用法")),)), "zh")
    assert (exchange.number, exchange.question, exchange.parts[0].plain) == (0, "/help", "用法")


def test_choices_are_offered() -> None:
    asked = Said(talk("choice", follow_ups=["总结甲局", "总结乙局"]), (Reply(rich("哪一个？")),))
    assert exchange_said("总结局", asked, "zh").further == ("总结甲局", "总结乙局")
