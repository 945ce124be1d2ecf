"""Reviewing a checked draft: a finding after the other with buttons to accept or reject it, and the command that decides."""

from typing import Final

from bot.chat.rendering import rich_findings
from bot.chat.reply import Button, Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import bold, join_words, rich
from bot.chat.roles import Role, may
from bot.messages import say
from bot.review.draft_review import DraftReview, JudgedFigure, Ruling, needs_person
from retrieval.chat_catalog.decisions import Decision
from retrieval.chat_catalog.talks import Talk

_BUTTONS: Final = {Ruling.ACCEPT: "y", Ruling.REJECT: "x"}
"""What the button of a ruling says."""


def review_button(ask: Ask, talk: Talk) -> tuple[tuple[Button, ...], ...]:
    """Return the button that begins to review a draft; none where nothing in it needs a person."""
    if talk.kind != "check" or not _numbers(talk):
        return ()
    return ((Button(ask.say("button_review"), f"r:{talk.id}:0"),),)


async def review_finding(ask: Ask, talk: Talk, number: str) -> list[Reply]:
    """Show the first undecided finding behind a number, in place of the one that carries the button."""
    if not await _may_review(ask, talk):
        return []
    await ask.show_notice()
    review = await ask.desk.record(_review, ask, talk)
    decided = await ask.desk.record(review.decisions)
    after = int(number) if number.isdecimal() else 0
    return [_shown(ask, talk, after, decided)]


async def accept_finding(ask: Ask, talk: Talk, number: str) -> list[Reply]:
    """Keep that the check is right, and go on."""
    return await _decide(ask, talk, number, Ruling.ACCEPT)


async def reject_finding(ask: Ask, talk: Talk, number: str) -> list[Reply]:
    """Keep that the figure is right, and go on."""
    return await _decide(ask, talk, number, Ruling.REJECT)


async def decide_command(ask: Ask) -> list[Reply]:
    """Decide on a figure of the draft that was checked last: ``/decide 3 reject`` and, if need be, a note."""
    number, _, rest = ask.text.partition(" ")
    word, _, note = rest.strip().partition(" ")
    found = await ask.desk.record(
        ask.desk.store.talks.recent, ask.person, chat=ask.chat, kinds=("check",), limit=1
    )
    if not number.isdecimal() or word not in set(Ruling):
        return notice(ask.say("decide_what", rulings=" / ".join(Ruling)))
    if not found:
        return notice(ask.say("decide_nothing"))
    review = await ask.desk.record(_review, ask, found[0])
    made = await ask.desk.record(_keep, ask, found[0], review, int(number), Ruling(word), note.strip())
    return notice(_told(ask, int(number), made))


async def _decide(ask: Ask, talk: Talk, number: str, ruling: Ruling) -> list[Reply]:
    if not await _may_review(ask, talk):
        return []
    review = await ask.desk.record(_review, ask, talk)
    figure = int(number) if number.isdecimal() else 0
    made = await ask.desk.record(_keep, ask, talk, review, figure, ruling, "")
    await ask.show_notice(_told(ask, figure, made))
    decided = await ask.desk.record(review.decisions)
    return [_shown(ask, talk, figure, decided)]


def _keep(ask: Ask, talk: Talk, review: DraftReview, number: int, ruling: Ruling, note: str) -> Decision:
    made = review.decide(number, ruling, by=ask.person, note=note)
    subject = f"talk {talk.id}, figure {number}, {made.choice}"
    ask.desk.store.audit.write(
        ask.request.update, person=ask.person, chat=ask.chat, action="decision", subject=subject
    )
    return made


def _review(ask: Ask, talk: Talk) -> DraftReview:
    body = talk.body
    figures = [JudgedFigure(*place) for place in body.get("places", ())]
    return DraftReview(ask.desk.store.decisions, body.get("text", ""), figures, name=body.get("name", ""))


def _numbers(talk: Talk) -> list[int]:
    """Return the numbers of the findings that need a person."""
    places = talk.body.get("places", ())
    return [number for number, (*_, verdict) in enumerate(places, 1) if needs_person(verdict)]


def _shown(ask: Ask, talk: Talk, after: int, decided: dict[int, Decision]) -> Reply:
    """Show the next undecided finding, first those behind ``after``; or that all are decided."""
    numbers = _numbers(talk)
    left = [number for number in numbers if number not in decided]
    if not left:
        return Reply(rich(ask.say("review_done", count=len(numbers))), edits=ask.at)
    number = next((one for one in left if one > after), left[0])
    head = ask.say("review_head", number=number, left=len(left))
    told = rich_findings([talk.body["findings"][number - 1]], ask.language)
    row = [
        Button(ask.say(f"button_{ruling}"), f"{deed}:{talk.id}:{number}") for ruling, deed in _BUTTONS.items()
    ]
    if len(left) > 1:
        row.append(Button("▶", f"r:{talk.id}:{number}"))
    return Reply(join_words("\n\n", [bold(head), told]), (tuple(row),), edits=ask.at if after else 0)


def _told(ask: Ask, number: int, made: Decision) -> str:
    choice = say(f"decision.{made.choice}", ask.language)
    return ask.say("decided", number=number, raw=made.place.raw, choice=choice)


async def _may_review(ask: Ask, talk: Talk) -> bool:
    """Return whether a reviewer pressed the button of a check; tell whoever else why not."""
    if talk.kind == "check" and may(ask.role, Role.REVIEWER):
        return True
    await ask.audit("denied", talk.kind)
    await ask.show_notice(ask.say("not_allowed"))
    return False
