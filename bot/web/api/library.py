"""Reports and figures for programs: listed, read, put in and taken out, compared."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Query, UploadFile

from bot.chat.handlers.uploads import safe_name
from bot.programs.tools import FIGURES_AT_ONCE
from bot.web.api.access import AdministratingProgram, ReadingProgram
from bot.web.api.shapes import AddedReport, ConflictsShape, FiguresShape, ReportsShape, ReportText

library_router = APIRouter()


@library_router.get("/reports", response_model=ReportsShape, name="list_reports")
async def _list_reports(caller: ReadingProgram, words: str = "") -> Any:
    """List the reports whose title, organisation, date or id holds all the words."""
    return await caller.tools.reports(words)


@library_router.get("/reports/{report}", response_model=ReportText, name="read_report")
async def _read_report(report: str, caller: ReadingProgram) -> Any:
    """Return a report with its text."""
    return await caller.tools.report(report)


@library_router.post("/reports", response_model=AddedReport, status_code=201, name="add_report")
async def _add_report(file: Annotated[UploadFile, File()], caller: AdministratingProgram) -> Any:
    """Put a report in, or a new version of one."""
    name = safe_name(file.filename or "report.txt")
    return await caller.tools.add_report(name, await file.read(), person=caller.person)


@library_router.delete("/reports/{report}", status_code=204, name="remove_report")
async def _remove_report(report: str, caller: AdministratingProgram) -> None:
    """Take a report out."""
    await caller.tools.remove_report(report, person=caller.person)


@library_router.get("/figures", response_model=FiguresShape, name="find_figures")
async def _find_figures(
    caller: ReadingProgram,
    org: str = "",
    metric: str = "",
    report: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    most: Annotated[int, Query(ge=1, le=10_000)] = FIGURES_AT_ONCE,
) -> Any:
    """Return the stated figures of an organisation and a metric."""
    return await caller.tools.find_figures(org=org, metric=metric, reports=report, most=most)


@library_router.get("/conflicts", response_model=ConflictsShape, name="conflicts")
async def _conflicts(caller: ReadingProgram) -> Any:
    """Return the pairs of statements of different reports that contradict each other."""
    return await caller.tools.conflicts()
