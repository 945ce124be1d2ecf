"""Questions of programs: answered at once or told while they are written, passages, summaries."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from bot.summary.summary import Length
from bot.web.api.access import Caller, ReadingProgram
from bot.web.api.shapes import AnswerShape, Hits, QuestionShape, SummaryShape
from bot.web.platform import PageStream
from bot.web.responses import EVENT_STREAM, event
from corpus.errors import HeduiError

questions_router = APIRouter()


@questions_router.post("/ask", response_model=AnswerShape, name="ask")
async def _ask(question: QuestionShape, caller: ReadingProgram) -> Any:
    """Answer a question from the reports, every figure checked."""
    return await caller.tools.ask(question.question, person=caller.person, session=question.session)


@questions_router.post(
    "/ask/stream",
    response_class=StreamingResponse,
    responses={
        200: {"content": {EVENT_STREAM: {}}, "description": "events `part`, then `answer` or `error`"}
    },
    name="ask_stream",
)
async def _ask_stream(question: QuestionShape, caller: ReadingProgram) -> StreamingResponse:
    """Answer a question as server-sent events: `part` for what may be shown already, then the `answer`, or an `error`."""
    return StreamingResponse(_events(question, caller), media_type=EVENT_STREAM)


async def _events(question: QuestionShape, caller: Caller) -> AsyncIterator[str]:
    stream = PageStream()
    asked = asyncio.create_task(
        caller.tools.ask(question.question, person=caller.person, session=question.session, tell=stream.tell)
    )
    asked.add_done_callback(lambda _: stream.parts.put_nowait(None))
    try:
        while (part := await stream.parts.get()) is not None:
            yield _event("part", {"text": part})
        yield _event("answer", asked.result())
    except HeduiError as error:
        yield _event("error", {"error": str(error)})
    finally:
        asked.cancel()


def _event(name: str, shape: dict[str, Any]) -> str:
    return event(name, json.dumps(shape, ensure_ascii=False))


@questions_router.get("/search", response_model=Hits, name="search")
async def _search(
    caller: ReadingProgram,
    query: Annotated[str, Query(min_length=1, max_length=2000)],
    top: Annotated[int, Query(ge=1, le=100)] = 5,
    report: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
) -> Any:
    """Find the passages nearest to a query."""
    return await caller.tools.search(query, top=top, reports=report)


@questions_router.get("/summary", response_model=SummaryShape, name="summarise")
async def _summarise(caller: ReadingProgram, name: str = "", length: Length = "short") -> Any:
    """Sum up a report, an organisation, a round or a period; without a name, all reports."""
    return await caller.tools.summarise(name, length=length)
