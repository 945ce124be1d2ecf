"""Asking: the chat of one person as a page."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from bot.web.responses import page
from bot.web.visitors import ReadingVisitor

router = APIRouter()


@router.get("/")
async def show_chat(request: Request, visitor: ReadingVisitor) -> Response:
    """Show what was asked and answered."""
    return page(request, visitor, "ask.html")
