"""Hedui in LangChain: a retriever of passages and a runnable that checks texts, both over a started server.

::

    from bot.programs.langchain import HeduiChecker, HeduiRetriever

    server = {"url": "http://127.0.0.1:8600", "token": "hedui_…"}
    retriever = HeduiRetriever(**server, top=4)
    checker = HeduiChecker(**server)
    chain = {"context": retriever, "question": RunnablePassthrough()} | prompt | model | StrOutputParser() | checker
    chain.invoke("省信访局2020年的化解率是多少？")["marked"]

What the server refuses raises ``ValueError`` with the sentence that says why.
"""

from typing import Any, TypedDict

import httpx
from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableConfig, RunnableSerializable
from pydantic import SecretStr

from checker.verdicts import VERDICT_ROWS, Verdict

_SECONDS = 300.0
"""How long an answer of the server is waited for."""


class CheckedText(TypedDict):
    """A checked text: as it was, with a mark behind each figure, the findings, and whether a person must look."""

    text: str
    marked: str
    findings: list[dict[str, Any]]
    needs_person: bool


class HeduiRetriever(BaseRetriever):
    """Finds the ``top`` passages nearest to a query; of the named ``reports`` (ids), or of all."""

    url: str
    token: SecretStr
    top: int = 5
    reports: tuple[str, ...] = ()

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        with _client(self.url, self.token) as client:
            return _documents(client.get("/api/search", params=self._asked(query)))

    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun
    ) -> list[Document]:
        async with _async_client(self.url, self.token) as client:
            return _documents(await client.get("/api/search", params=self._asked(query)))

    def _asked(self, query: str) -> dict[str, Any]:
        return {"query": query, "top": self.top, "report": list(self.reports)}


class HeduiChecker(RunnableSerializable[str, CheckedText]):
    """Checks every figure of a text against the server's reports; those named, or all."""

    url: str
    token: SecretStr
    reports: tuple[str, ...] = ()

    def invoke(self, input: str, config: RunnableConfig | None = None, **kwargs: Any) -> CheckedText:  # noqa: A002
        """Return the text with its findings."""
        return self._call_with_config(self._checked, input, config)

    async def ainvoke(self, input: str, config: RunnableConfig | None = None, **kwargs: Any) -> CheckedText:  # noqa: A002
        """Return the text with its findings, without holding up others."""
        return await self._acall_with_config(self._achecked, input, config)

    def _checked(self, text: str) -> CheckedText:
        with _client(self.url, self.token) as client:
            return _marked(text, client.post("/api/checks", json=self._draft(text)))

    async def _achecked(self, text: str) -> CheckedText:
        async with _async_client(self.url, self.token) as client:
            return _marked(text, await client.post("/api/checks", json=self._draft(text)))

    def _draft(self, text: str) -> dict[str, Any]:
        return {"text": text, "reports": list(self.reports)}


def _client(url: str, token: SecretStr) -> httpx.Client:
    return httpx.Client(base_url=url, headers=_headers(token), timeout=_SECONDS)


def _async_client(url: str, token: SecretStr) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=url, headers=_headers(token), timeout=_SECONDS)


def _headers(token: SecretStr) -> dict[str, str]:
    return {"authorization": f"Bearer {token.get_secret_value()}"}


def _told(answer: httpx.Response) -> Any:
    """Return what the server answered; raises ``ValueError`` with its reason where it refused."""
    if answer.is_error:
        raise ValueError(f"{answer.status_code}: {answer.json().get('error') or answer.text}")
    return answer.json()


def _documents(answer: httpx.Response) -> list[Document]:
    return [
        Document(hit["text"], metadata={key: value for key, value in hit.items() if key != "text"})
        for hit in _told(answer)["hits"]
    ]


def _marked(text: str, answer: httpx.Response) -> CheckedText:
    """Return a text with the sign of its verdict behind each figure; what stands within another has none of its own."""
    told = _told(answer)
    parts, place = [], 0
    for finding in told["findings"]:
        if finding["start"] >= place:
            sign = VERDICT_ROWS[Verdict(finding["verdict"])].sign
            parts.append(text[place : finding["end"]] + sign)
            place = finding["end"]
    marked = "".join([*parts, text[place:]])
    return CheckedText(text=text, marked=marked, findings=told["findings"], needs_person=told["needs_person"])
