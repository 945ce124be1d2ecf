"""People: who may do what, invitations, and the audit; the same people as on the chat platforms."""

from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from bot.chat.handlers.administration import LONGEST_INVITATION
from bot.chat.roles import ORDER, Role, role_named
from bot.messages import say_both
from bot.web.responses import page, see
from bot.web.site import Site, site_of
from bot.web.visitors import AdministratingVisitor, Visitor
from corpus.errors import UnusableInput

people_pages = APIRouter()

_AUDITED: Final = 100
GIVEN_ROLES: Final = tuple(role for role in ORDER if role is not Role.STRANGER)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody as the page lists them; ``fixed`` ones are administrators by the settings."""

    id: str
    name: str
    role: str
    fixed: bool = False


@people_pages.get("/people")
async def show_people(request: Request, visitor: AdministratingVisitor) -> Response:
    """Show people, what gives an invitation, and the audit."""
    return await _people_page(request, visitor)


async def _people_page(request: Request, visitor: Visitor, link: str = "", role: str = "") -> Response:
    site = site_of(request)
    people = await site.desk.record(_people, site)
    entries = await site.desk.record(site.desk.store.audit.newest, _AUDITED)
    return page(
        request,
        visitor,
        "people.html",
        people=people,
        roles=GIVEN_ROLES,
        hours=site.settings.telegram_invite_hours,
        longest=int(LONGEST_INVITATION),
        link=link,
        role=role,
        entries=entries,
        names={one.id: one.name for one in people if one.name},
    )


def _people(site: Site) -> list[PersonRow]:
    fixed = [
        PersonRow(key, key.rpartition("/")[2], Role.ADMINISTRATOR, True) for key in sorted(site.desk.admins)
    ]
    known = site.desk.store.people.everybody()
    return fixed + [PersonRow(one.id, one.name, one.role) for one in known if one.id not in site.desk.admins]


@people_pages.post("/people/invite")
async def invite(request: Request, visitor: AdministratingVisitor) -> Response:
    """Make an invitation and show its link, this once: only its digest is kept."""
    site = site_of(request)
    form = await request.form()
    role = role_named(str(form.get("role", "")))
    hours = str(form.get("hours", ""))
    is_number = hours.isascii() and hours.isdecimal() and 0 < int(hours[:6]) <= LONGEST_INVITATION
    if role is None or role is Role.BLOCKED or not is_number:
        raise UnusableInput(*say_both("web.bad_invite_form"))
    code = await site.desk.record(
        lambda: site.desk.store.people.invite(str(role), by=visitor.person, hours=float(hours))
    )
    await site.audit(visitor, "invite", f"{role}, {hours} h")
    return await _people_page(request, visitor, site.address(f"/join/{code}"), str(role))


@people_pages.post("/people/role")
async def give_role(request: Request, visitor: AdministratingVisitor) -> Response:
    """Give somebody a role; nobody takes their own, so that there is always an administrator."""
    site = site_of(request)
    form = await request.form()
    person, role = str(form.get("person", ""))[:200], role_named(str(form.get("role", "")))
    if role is None or ":" not in person:
        raise UnusableInput(*say_both("web.no_role"))
    if person in site.desk.admins or person == visitor.person:
        raise UnusableInput(*say_both("web.own_role"))
    await site.desk.record(lambda: site.desk.store.people.assign(person, str(role), by=visitor.person))
    await site.audit(visitor, "role", f"{person} {role}")
    return see("/people")
