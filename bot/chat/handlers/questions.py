"""Questions: in private chats, in groups when the bot is spoken to, by command, by button, and edited ones."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.answer import CheckedAnswer
from bot.chat.delivery import hold
from bot.chat.follow_ups import follow_ups
from bot.chat.handlers.lookups import keep
from bot.chat.rendering import answer_replies, citation_shapes, finding_shape
from bot.chat.reply import Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import rich
from bot.conversation.state import State, state_json
from bot.messages import say

BUSY: Final = 4
"""Questions under way above which nobody is offered further ones: answering comes first."""


async def answer_question(ask: Ask) -> list[Reply]:
    """Answer a question, which may lean on the one before it in the same conversation."""
    if not ask.text:
        return notice(ask.say("ask_what"))
    return await answer_text(ask, ask.text)


async def answer_text(ask: Ask, question: str) -> list[Reply]:
    """Answer a question and keep the exchange for the buttons under the answer."""
    desk = ask.desk
    answer = await (_streamed(ask, question) if desk.model else desk.answer(question, ask.place))
    offered: tuple[str, ...] = tuple(choice.question for choice in answer.choices)
    if not offered and desk.asking < BUSY:
        offered = await desk.core(
            lambda: follow_ups(desk.index, desk.answerer(), answer, lambda: desk.asking >= BUSY)
        )
    talk = await keep_answer(ask, answer, offered)
    desk.measures.add("refused" if answer.refused else "answers")
    subject = f"talk {talk}, {len(answer.findings)} figures{', refused' if answer.refused else ''}"
    await ask.audit("ask", subject, question)
    return answer_replies(answer, talk, offered, ask.language)


async def begin_anew(ask: Ask) -> list[Reply]:
    """Forget what was said before, so that the next turn begins a new topic."""
    ask.desk.keep(ask.place, State())
    await keep(ask, "new", "", {"state": state_json(State())})
    return notice(say("chat.new", ask.language))


async def _streamed(ask: Ask, question: str) -> CheckedAnswer:
    """Answer a question while what the model has written so far is shown."""
    if ask.request.edited:
        return await ask.desk.answer(question, ask.place)
    to = ask.request.to
    if ask.platform.needs_message(to) and not ask.held:
        ask.held.extend(await hold(ask.desk, ask.platform, to, ()))
    stream = ask.platform.stream(to, ask.held[0] if ask.held else 0)
    try:
        return await ask.desk.answer(question, ask.place, stream.tell)
    finally:
        await stream.end()


async def keep_answer(ask: Ask, answer: CheckedAnswer, offered: Sequence[str]) -> int:
    """Keep an exchange for its buttons, for history and for export; return its id."""
    body = {
        "text": answer.text,
        "refused": answer.refused,
        "direct": answer.direct.raw if answer.direct else "",
        "citations": citation_shapes(answer.citations),
        "findings": [finding_shape(finding) for finding in answer.findings],
        "follow_ups": list(offered),
        "state": state_json(ask.desk.state(ask.place)),
    }
    return await keep(ask, "answer", answer.question, body)


async def answer_edited(ask: Ask) -> list[Reply]:
    """Answer a question again after it was edited, in the messages that carried its first answer."""
    desk = ask.desk
    before = await desk.record(desk.store.talks.asked_by, ask.chat, ask.at)
    if not ask.text or (before is not None and (before.kind != "answer" or before.question == ask.text)):
        return []
    replies = await answer_text(ask, ask.text)
    if before is None:
        return replies
    replies = [part for reply in replies for part in ask.platform.split(reply)]
    sent = [number for number in await desk.record(desk.store.inbox.sent, before.update_id) if number]
    merged = Reply(rich(ask.say("merged")))
    replies += [merged] * (len(sent) - len(replies))
    return [
        replace(reply, edits=sent[place]) if place < len(sent) else reply
        for place, reply in enumerate(replies)
    ]
