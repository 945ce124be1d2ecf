"""Questions of programs: answered at once or told while they are written, passages, summaries."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from bot.summary.summary import Length
from bot.web.api.access import Caller, Reader
from bot.web.api.shapes import AnswerShape, Hits, Question, SummaryShape
from bot.web.platform import PageStream
from corpus.errors import HeduiError

router = APIRouter()

EVENT_STREAM: Final = "text/event-stream"


@router.post("/ask", response_model=AnswerShape)
async def ask(question: Question, caller: Reader) -> Any:
    """Answer a question from the reports, every figure checked."""
    return await caller.tools.ask(question.question, person=caller.person, session=question.session)


@router.post(
    "/ask/stream",
    response_class=StreamingResponse,
    responses={
        200: {"content": {EVENT_STREAM: {}}, "description": "events `part`, then `answer` or `error`"}
    },
)
async def ask_stream(question: Question, caller: Reader) -> StreamingResponse:
    """Answer a question as server-sent events: `part` for what may be shown already, then the `answer`, or an `error`."""
    return StreamingResponse(_events(question, caller), media_type=EVENT_STREAM)


async def _events(question: Question, caller: Caller) -> AsyncIterator[str]:
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
    return f"event: {name}\ndata: {json.dumps(shape, ensure_ascii=False)}\n\n"


@router.get("/search", response_model=Hits)
async def search(
    caller: Reader,
    query: Annotated[str, Query(min_length=1, max_length=2000)],
    top: Annotated[int, Query(ge=1, le=100)] = 5,
    report: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
) -> Any:
    """Find the passages nearest to a query."""
    return await caller.tools.search(query, top=top, reports=report)


@router.get("/summary", response_model=SummaryShape)
async def summarise(caller: Reader, name: str = "", length: Length = "short") -> Any:
    """Sum up a report, an organisation, a round or a period; without a name, all reports."""
    return await caller.tools.summarise(name, length=length)
