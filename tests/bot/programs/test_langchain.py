"""The retriever and the checking runnable over a started server."""

import pytest

from bot.chat.roles import Role
from bot.programs.langchain import HeduiChecker, HeduiRetriever
from tests.bot.programs.started_server import StartedServer

DRAFT = "临江市水务局修订制度13项，废止制度3项。"


def retriever(server: StartedServer, **more: object) -> HeduiRetriever:
    return HeduiRetriever(url=server.url, token=server.tokens[Role.READER], **more)  # type: ignore[arg-type]


def checker(server: StartedServer, role: Role = Role.REVIEWER) -> HeduiChecker:
    return HeduiChecker(url=server.url, token=server.tokens[role])  # type: ignore[arg-type]


def test_passages_come_with_their_report_and_place(server: StartedServer) -> None:
    first, *rest = retriever(server, top=2).invoke("供水管网改造")
    assert "供水管网" in first.page_content
    assert first.metadata["report"] == "water"
    assert first.metadata["end"] - first.metadata["start"] == len(first.page_content)
    assert len(rest) == 1


def test_passages_are_of_the_reports_that_are_named(server: StartedServer) -> None:
    found = retriever(server, reports=("school",)).invoke("供水管网改造")
    assert {one.metadata["report"] for one in found} == {"school"}


async def test_retriever_and_checker_serve_chains_that_wait(server: StartedServer) -> None:
    assert await retriever(server).ainvoke("供水管网改造")
    assert (await checker(server).ainvoke(DRAFT))["needs_person"]


def test_text_comes_back_marked_with_its_findings(server: StartedServer) -> None:
    made = checker(server).invoke(DRAFT)
    assert made["text"] == DRAFT
    assert made["marked"] == "临江市水务局修订制度13项✗，废止制度3项✓。"
    assert [one["verdict"] for one in made["findings"]] == ["contradicted", "supported"]


def test_texts_are_checked_in_a_batch(server: StartedServer) -> None:
    made = checker(server).batch([DRAFT, "没有数字。"])
    assert [one["needs_person"] for one in made] == [True, False]


def test_refusal_says_why(server: StartedServer) -> None:
    with pytest.raises(ValueError, match=r"403.*reviewer"):
        checker(server, Role.READER).invoke(DRAFT)


def test_token_is_not_shown(server: StartedServer) -> None:
    assert server.tokens[Role.READER] not in repr(retriever(server))
