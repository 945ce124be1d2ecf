"""The command that makes, lists and revokes the tokens of programs. Returns an exit status."""

from typing import Final
from uuid import uuid4

from bot.chat.roles import Role, role_named
from bot.commands.decisions import terminal_person
from bot.library.opening import catalog_place
from bot.messages import say, say_both
from bot.settings import Settings
from bot.terminal import print_json, print_table, print_text
from corpus.errors import UnusableInput
from retrieval.chat_catalog.chat_catalog import ChatCatalog

_ROLES: Final = (Role.READER, Role.REVIEWER, Role.ADMINISTRATOR)


def run_token(settings: Settings, name: str, role: str, *, revoke: bool, json: bool) -> int:
    """Make the token ``name`` with a role and show it this once, revoke it, or list all where there is no name."""
    with ChatCatalog.open(catalog_place(settings)) as store:
        if not name and revoke:
            raise UnusableInput(*say_both("error.revoke_which"))
        if not name:
            _show(store, settings.language, json=json)
            return 0
        action = "token revoked" if revoke else "token made"
        if revoke:
            store.tokens.revoke(name)
            shape, text = {"revoked": name}, say("token.revoked", settings.language, name=name)
        else:
            given = _role(role)
            token = store.tokens.make(name, given, by=terminal_person())
            shape = {"name": name, "role": str(given), "token": token}
            text = f"{token}\n{say('token.made', settings.language, name=name, role=given)}"
        person = terminal_person()
        store.audit.write(f"{person}/{uuid4().hex}", person=person, chat="", action=action, subject=name)
    if json:
        print_json(shape)
    else:
        print_text(text)
    return 0


def _role(word: str) -> Role:
    role = role_named(word)
    if role not in _ROLES:
        raise UnusableInput(*say_both("error.no_such_role", role=word, roles=" / ".join(_ROLES)))
    return role


def _show(store: ChatCatalog, language: str, *, json: bool) -> None:
    rows = [(one.name, one.role, f"{one.made_at:%Y-%m-%d %H:%M}") for one in store.tokens.all()]
    if json:
        print_json({"tokens": [dict(zip(("name", "role", "made_at"), row, strict=True)) for row in rows]})
    elif not rows:
        print_text(say("token.none", language))
    else:
        print_table([say(f"table.{head}", language) for head in ("program", "role", "moment")], rows)
