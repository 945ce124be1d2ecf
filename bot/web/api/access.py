"""Who may ask the interface for programs: a token in the header, its role, and how often."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.chat.desk import Desk
from bot.chat.roles import Role, may
from bot.messages import say_both
from bot.programs.tools import Tools
from bot.web.site import site_of
from bot.web.visitors import RoleNeeded, SignInNeeded
from corpus.errors import HeduiError

API: Final = "api:"
"""What the ids of programs begin with; the name of their token follows."""

_BEARER: Final = HTTPBearer(auto_error=False, description="a token made by `hedui token NAME --role ROLE`")


class AskedTooOften(HeduiError):
    """A program that must wait; ``seconds`` is for how long."""

    def __init__(self, seconds: float) -> None:
        self.seconds = int(seconds) + 1
        super().__init__(*say_both("telegram.too_many", seconds=self.seconds))


@dataclass(frozen=True, slots=True)
class Caller:
    """A program that may ask: its id with the door's name, and the tools that it asks."""

    person: str
    tools: Tools


async def program_of(desk: Desk, token: str, needed: Role) -> str:
    """Return the id of the program that holds ``token``.

    Raises ``SignInNeeded`` for a token that is unknown or revoked, ``RoleNeeded`` for one of a lower role, and
    ``AskedTooOften``.
    """
    found = await desk.record(desk.store.tokens.of, token)
    if found is None:
        raise SignInNeeded(*say_both("error.no_token_of_program"))
    person = f"{API}{found.name}"
    if not may(Role(found.role), needed):
        raise RoleNeeded(needed, by_word=True)
    if seconds := desk.limits.wait(person):
        raise AskedTooOften(seconds)
    return person


def needs_token(role: Role) -> Callable[..., Awaitable[Caller]]:
    """Return what lets only programs through whose token has ``role``."""

    async def let_through(
        request: Request, held: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]
    ) -> Caller:
        desk = site_of(request).desk
        return Caller(await program_of(desk, held.credentials if held else "", role), Tools(desk))

    return let_through


ReadingProgram = Annotated[Caller, Depends(needs_token(Role.READER))]
ReviewingProgram = Annotated[Caller, Depends(needs_token(Role.REVIEWER))]
AdministratingProgram = Annotated[Caller, Depends(needs_token(Role.ADMINISTRATOR))]
