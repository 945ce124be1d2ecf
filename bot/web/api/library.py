"""Reports and figures for programs: listed, read, put in and taken out, compared."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Query, UploadFile

from bot.chat.handlers.uploads import safe_name
from bot.programs.tools import MOST_FIGURES
from bot.web.api.access import Administrator, Reader
from bot.web.api.shapes import AddedReport, Conflicts, Figures, Reports, ReportText

router = APIRouter()


@router.get("/reports", response_model=Reports)
async def list_reports(caller: Reader, words: str = "") -> Any:
    """List the reports whose title, organisation, date or id holds all the words."""
    return await caller.tools.reports(words)


@router.get("/reports/{report}", response_model=ReportText)
async def read_report(report: str, caller: Reader) -> Any:
    """Return a report with its text."""
    return await caller.tools.report(report)


@router.post("/reports", response_model=AddedReport, status_code=201)
async def add_report(file: Annotated[UploadFile, File()], caller: Administrator) -> Any:
    """Put a report in, or a new version of one."""
    name = safe_name(file.filename or "report.txt")
    return await caller.tools.add_report(name, await file.read(), person=caller.person)


@router.delete("/reports/{report}", status_code=204)
async def remove_report(report: str, caller: Administrator) -> None:
    """Take a report out."""
    await caller.tools.remove_report(report, person=caller.person)


@router.get("/figures", response_model=Figures)
async def find_figures(
    caller: Reader,
    org: str = "",
    metric: str = "",
    report: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    most: Annotated[int, Query(ge=1, le=10_000)] = MOST_FIGURES,
) -> Any:
    """Return the stated figures of an organisation and a metric."""
    return await caller.tools.find_figures(org=org, metric=metric, reports=report, most=most)


@router.get("/conflicts", response_model=Conflicts)
async def conflicts(caller: Reader) -> Any:
    """Return the pairs of statements of different reports that contradict each other."""
    return await caller.tools.conflicts()
