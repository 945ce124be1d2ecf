"""Signing in by an invitation, signing out, and choosing language and looks."""

import secrets

from fastapi import APIRouter, Request
from fastapi.responses import Response

from bot.chat.roles import Role, may
from bot.messages import LANGUAGES
from bot.web.ids import WEB, new_update
from bot.web.responses import page, see
from bot.web.site import site_of
from bot.web.visitors import THEMES, AnyVisitor, person_name, prove

signing_pages = APIRouter()


@signing_pages.get("/sign-in")
async def show_sign_in(request: Request, visitor: AnyVisitor) -> Response:
    """Say how to get in."""
    return page(request, visitor, "sign_in.html", problem="", code="", role="")


@signing_pages.get("/join/{code}")
async def show_invitation(request: Request, visitor: AnyVisitor, code: str) -> Response:
    """Show what an invitation gives; only pressing the button uses it, so that a preview of the link does not."""
    role = await site_of(request).desk.record(site_of(request).desk.store.people.invited, code[:100])
    return page(
        request, visitor, "sign_in.html", problem="" if role else "bad_invitation", code=code, role=role
    )


@signing_pages.post("/join/{code}")
async def join(request: Request, visitor: AnyVisitor, code: str) -> Response:
    """Use an invitation: whoever is signed in gets its role, anybody else an id of their own."""
    await prove(request, visitor)
    desk = site_of(request).desk
    form = await request.form()
    name = person_name(str(form.get("name", ""))) or visitor.name
    if not name:
        role = await desk.record(desk.store.people.invited, code[:100])
        return page(request, visitor, "sign_in.html", 400, problem="no_name", code=code, role=role)
    person = visitor.person or f"{WEB}{secrets.token_hex(8)}"
    given = await _given(request, visitor, code[:100], person, name)
    if not given:
        return page(request, visitor, "sign_in.html", 400, problem="bad_invitation", code=code, role="")
    await desk.record(
        desk.store.audit.write,
        new_update(),
        person=person,
        chat=person,
        action="join",
        subject=given,
    )
    request.session.update(person=person, name=name)
    return see("/")


async def _given(request: Request, visitor: AnyVisitor, code: str, person: str, name: str) -> str:
    """Return the role that an invitation gave, "" where it gives none; the blocked stay so."""
    desk = site_of(request).desk
    role = Role(await desk.record(desk.store.people.invited, code))
    if not role or visitor.role is Role.BLOCKED:
        return ""
    if may(visitor.role, role):
        return str(visitor.role)  # left for somebody else
    return await desk.record(desk.store.people.redeem, code, person, name)


@signing_pages.post("/sign-out")
async def sign_out(request: Request, visitor: AnyVisitor) -> Response:
    """Forget who this browser is."""
    await prove(request, visitor)
    request.session.clear()
    return see("/sign-in")


@signing_pages.post("/looks")
async def choose_looks(request: Request, visitor: AnyVisitor) -> Response:
    """Keep the language and the theme that a visitor chooses, and show the page again that they came from."""
    await prove(request, visitor)
    form = await request.form()
    for name, allowed in (("language", LANGUAGES), ("theme", THEMES)):
        if form.get(name) in allowed:
            request.session[name] = form[name]
    back = str(form.get("back", "/"))
    return see(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/")
