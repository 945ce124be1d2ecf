"""Drafts of programs: checked as text or as a file, and decided on."""

from typing import Annotated, Any

from fastapi import APIRouter, File, UploadFile

from bot.chat.handlers.uploads import safe_name
from bot.web.api.access import Reviewer
from bot.web.api.shapes import CheckShape, Draft, NumberedDecision, Wish

router = APIRouter()


@router.post("/checks", response_model=CheckShape, response_model_exclude_unset=True)
async def check(draft: Draft, caller: Reviewer) -> Any:
    """Check every figure of a text."""
    return await caller.tools.check(draft.text, person=caller.person, name=draft.name, reports=draft.reports)


@router.post("/checks/file", response_model=CheckShape, response_model_exclude_unset=True)
async def check_file(file: Annotated[UploadFile, File()], caller: Reviewer) -> Any:
    """Check every figure of a file; what people replied to a checked Word document's comments is read back."""
    name = safe_name(file.filename or "draft.txt")
    return await caller.tools.check("", person=caller.person, name=name, data=await file.read())


@router.get("/checks/{check}", response_model=CheckShape, response_model_exclude_unset=True)
async def checked(check: int, caller: Reviewer) -> Any:
    """Return a check again, with what was decided since, by anybody and anywhere."""
    return await caller.tools.checked(check, person=caller.person)


@router.post("/checks/{check}/decisions", response_model=NumberedDecision)
async def decide(check: int, wish: Wish, caller: Reviewer) -> Any:
    """Decide on a figure: accept the finding, reject it (the figure is right), note, or reopen."""
    return await caller.tools.decide(check, wish.number, wish.choice, person=caller.person, note=wish.note)
