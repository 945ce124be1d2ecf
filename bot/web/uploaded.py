"""Files that a form brings: the request in, names and bytes within the limits out."""

from dataclasses import dataclass
from typing import Final

from fastapi import Request
from starlette.datastructures import UploadFile

from bot.chat.handlers.uploads import safe_name
from bot.messages import say_both
from bot.web.site import site_of
from corpus.errors import UnusableInput

MOST_FILES_AT_ONCE: Final = 20


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that somebody sent."""

    name: str
    data: bytes


async def sent_files(request: Request, field: str = "file") -> list[SentFile]:
    """Return the files of a form; raises ``UnusableInput`` where there is none, or one is over the limit."""
    limit = site_of(request).settings.telegram_file_mb
    form = await request.form(max_files=MOST_FILES_AT_ONCE)
    found = []
    for one in form.getlist(field):
        if not isinstance(one, UploadFile) or not one.filename:
            continue
        data = await one.read()
        if len(data) > limit * 1024 * 1024:
            raise UnusableInput(*say_both("web.file_too_large", name=safe_name(one.filename), limit=limit))
        found.append(SentFile(safe_name(one.filename), data))
    if not found:
        raise UnusableInput(*say_both("web.no_file"))
    return found
