"""Drafts of programs: checked as text or as a file, and decided on."""

from typing import Annotated, Any

from fastapi import APIRouter, File, UploadFile

from bot.chat.handlers.uploads import safe_name
from bot.web.api.access import ReviewingProgram
from bot.web.api.shapes import CheckShape, DecisionWish, DraftShape, NumberedDecision

checks_router = APIRouter()


@checks_router.post("/checks", response_model=CheckShape, response_model_exclude_unset=True, name="check")
async def _check(draft: DraftShape, caller: ReviewingProgram) -> Any:
    """Check every figure of a text."""
    return await caller.tools.check(draft.text, person=caller.person, name=draft.name, reports=draft.reports)


@checks_router.post(
    "/checks/file", response_model=CheckShape, response_model_exclude_unset=True, name="check_file"
)
async def _check_file(file: Annotated[UploadFile, File()], caller: ReviewingProgram) -> Any:
    """Check every figure of a file; what people replied to a checked Word document's comments is read back."""
    name = safe_name(file.filename or "draft.txt")
    return await caller.tools.check("", person=caller.person, name=name, data=await file.read())


@checks_router.get(
    "/checks/{check}", response_model=CheckShape, response_model_exclude_unset=True, name="checked"
)
async def _checked(check: int, caller: ReviewingProgram) -> Any:
    """Return a check again, with what was decided since, by anybody and anywhere."""
    return await caller.tools.checked(check, person=caller.person)


@checks_router.post("/checks/{check}/decisions", response_model=NumberedDecision, name="decide")
async def _decide(check: int, wish: DecisionWish, caller: ReviewingProgram) -> Any:
    """Decide on a figure: accept the finding, reject it (the figure is right), note, or reopen."""
    return await caller.tools.decide(check, wish.number, wish.choice, person=caller.person, note=wish.note)
