"""Serving: from the settings to a process that serves the pages until it is told to stop."""

import logging
import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING

import uvicorn

from bot.chat.desk import Desk
from bot.chat.roles import Role
from bot.generation.chat_models import open_chat_model
from bot.library.opening import catalog_place, open_index
from bot.messages import say
from bot.settings import Settings
from bot.terminal import print_part
from bot.web.api.assistants import assistants_router
from bot.web.api.interface import api_router
from bot.web.application import create_app
from bot.web.ids import WEB
from bot.web.one_server import only_server
from bot.web.site import public_url
from bot.web.visitors import person_name
from corpus.errors import UnusableSetting
from corpus.statements.statements import read_draft
from retrieval.chat_catalog.chat_catalog import ChatCatalog

if TYPE_CHECKING:
    from fastapi import APIRouter, FastAPI

    from retrieval.index import Index


def run_serve(settings: Settings) -> int:
    """Serve the pages until a signal; return the exit status.

    Raises ``UnusableSetting`` for an address that is taken, a home that another server has, or an address open to others without a public address.
    """
    check_address(settings)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in ("httpx", "alembic", "mcp", "sentence_transformers", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)
    with listening_socket(settings) as held:
        settings = settings.model_copy(update={"web_port": held.getsockname()[1]})
        with only_server(settings.home, public_url(settings)), open_index(settings) as index:
            index.warm_up()
            return serve_index(settings, index, held)


def serve_index(settings: Settings, index: "Index", held: socket.socket) -> int:
    """Serve the pages over an index that is open, on a socket that listens."""
    with ChatCatalog.open(catalog_place(settings)) as store:
        desk = Desk(settings, index, store, open_chat_model(settings), web_administrators(settings))
        try:
            index.evidence.prepare()
            desk.room.read("", read_draft, "")  # starts a reader, which the first draft then finds awake
            desk.prepare()
            app = create_app(desk, program_parts(desk))
            print_part(welcome(desk) + "\n")
            server_of(app).run(sockets=[held])
        finally:
            desk.close()
    return 0


def program_parts(desk: Desk) -> "tuple[APIRouter, ...]":
    """Return what is served to programs beside the pages."""
    return (api_router(), assistants_router(desk))


def server_of(app: "FastAPI") -> uvicorn.Server:
    """Return what serves an application: it logs no address, since an invitation's holds its code."""
    config = uvicorn.Config(app, log_config=None, access_log=False, proxy_headers=False, server_header=False)
    return uvicorn.Server(config)


def listening_socket(settings: Settings) -> socket.socket:
    """Return a socket that listens on the address of the settings; raises ``UnusableSetting`` where that is not to be had."""
    family = socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET
    held = socket.socket(family, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((settings.web_host, settings.web_port))
        held.listen()  # who comes when the address is told waits, and is not turned away
    except OSError as error:
        held.close()
        place = f"{settings.web_host}:{settings.web_port}"
        reason = say("error.web_address", settings.language, place=place, reason=error.strerror)
        raise UnusableSetting(reason) from error
    return held


def check_address(settings: Settings) -> None:
    """Raise ``UnusableSetting`` where others could reach the pages and no address says under what name, or how."""
    if not is_loopback(settings.web_host) and not settings.web_url:
        raise UnusableSetting(say("error.web_open", settings.language, host=settings.web_host))


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def web_administrators(settings: Settings) -> frozenset[str]:
    """Return the ids of the people whom the settings make administrators, by the names that a proxy gives."""
    names = settings.web_admins.replace("，", ",").split(",")
    return frozenset(f"{WEB}user/{name}" for name in map(person_name, names) if name)


def welcome(desk: Desk) -> str:
    """Return what is said at a start: the address, an invitation where nobody is an administrator, who can reach it."""
    settings = desk.settings
    lines = [say("web.running", settings.language, address=public_url(settings))]
    roles = {one.role for one in desk.store.people.everybody() if one.id.startswith(WEB)}
    if Role.ADMINISTRATOR not in roles and not desk.admins:
        hours = float(settings.telegram_invite_hours)
        code = desk.store.people.invite(Role.ADMINISTRATOR, by="", hours=hours)
        link = f"{public_url(settings)}/join/{code}"
        lines.append(say("web.first_administrator", settings.language, link=link, hours=f"{hours:g}"))
    if is_loopback(settings.web_host) and not settings.web_url:
        lines.append(say("web.only_here", settings.language))
    return "\n".join(lines)
