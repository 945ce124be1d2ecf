"""A person's own commands: start, help, history, forget, language, feedback, privacy."""

from typing import Final

from bot.chat.reply import Button, Reply, notice
from bot.chat.request import Ask, menu_of
from bot.chat.rich_text import join_words, shorten
from bot.chat.roles import Role, may
from bot.messages import say

_EXCHANGES_SHOWN: Final = 10
"""Exchanges that ``/history`` shows."""

_LANGUAGE_WORDS: Final = {
    "zh": "zh",
    "中文": "zh",
    "chinese": "zh",
    "en": "en",
    "英文": "en",
    "english": "en",
}


async def start(ask: Ask) -> list[Reply]:
    """Greet; an invitation's code (``/start CODE``) gives its role first. Strangers are told how to get in."""
    role, people = ask.role, ask.desk.store.people
    invited = Role(await ask.desk.record(people.invited, ask.text)) if ask.text and not ask.group else None
    # An invitation to what somebody may do already is left for somebody else.
    if invited is not None and role is not Role.BLOCKED and not (invited and may(role, invited)):
        given = await ask.desk.record(people.redeem, ask.text, ask.person, ask.request.name)
        if given:
            await ask.audit("join", given)
            role = await ask.desk.role(ask.person)
        elif role is Role.STRANGER:
            return notice(ask.say("bad_invite", id=ask.shown(ask.person)))
    if role in {Role.STRANGER, Role.BLOCKED}:
        await ask.audit("denied", "start")
        ask.desk.measures.add("denied")
        return notice(ask.say("blocked" if role is Role.BLOCKED else "stranger", id=ask.shown(ask.person)))
    if not ask.group:
        await ask.publish_commands(ask.person, role)
    return notice(ask.say("start"))


async def show_help(ask: Ask) -> list[Reply]:
    """Say how to use the bot, with the commands of whoever asks."""
    rows = [
        f"/{command.name} {say(command.help, ask.language)}" for command in menu_of(ask.commands, ask.role)
    ]
    return notice("\n".join([ask.say("help"), "", *rows]))


async def show_privacy(ask: Ask) -> list[Reply]:
    """Say what is kept and for how long."""
    kept = "privacy_text" if ask.desk.settings.telegram_audit_text else "privacy_no_text"
    return notice(f"{ask.say('privacy')}\n{ask.say(kept)}")


async def show_history(ask: Ask) -> list[Reply]:
    """List somebody's last exchanges in this chat."""
    found = await ask.desk.record(
        ask.desk.store.talks.recent,
        ask.person,
        chat=ask.chat,
        kinds=("answer", "check"),
        limit=_EXCHANGES_SHOWN,
    )
    if not found:
        return notice(ask.say("no_history"))
    rows = [
        f"{talk.at:%m-%d %H:%M} {'🔎' if talk.kind == 'check' else '❓'} {shorten(talk.question, 120)}"
        for talk in found
    ]
    buttons = tuple(
        (Button("↻ " + shorten(talk.question, 50), f"a:{talk.id}"),)
        for talk in found
        if talk.kind == "answer"
    )
    return [Reply(join_words("\n", [ask.say("history"), *rows]), buttons[:5], plain=True)]


async def forget(ask: Ask) -> list[Reply]:
    """Delete what somebody asked and was answered, everywhere."""
    count = await ask.desk.record(ask.desk.store.talks.forget, ask.person)
    ask.desk.forget(ask.person)
    await ask.audit("forget", f"{count} exchanges")
    return notice(ask.say("forgotten", count=count))


async def choose_language(ask: Ask) -> list[Reply]:
    """Set the language of the bot's own words."""
    chosen = _LANGUAGE_WORDS.get(ask.text.lower())
    if chosen is None:
        return notice(ask.say("language_what"))
    memory = ask.request.memory
    memory["language"] = chosen
    await ask.desk.record(ask.desk.store.state.write, "user", ask.person, dict(memory))
    return notice(say("telegram.language_set", chosen))


async def take_feedback(ask: Ask) -> list[Reply]:
    """Keep what somebody wants to say about the bot."""
    if not ask.text:
        return notice(ask.say("feedback_what"))
    await ask.desk.record(ask.desk.store.talks.rate, ask.person, "text", text=ask.text[:4000])
    await ask.audit("feedback", "text")
    return notice(ask.say("thanks"))
