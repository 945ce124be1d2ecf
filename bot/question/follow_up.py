"""What a question leaves to the one before it: both in, the question with what it left out filled in."""

import re
from dataclasses import replace
from typing import Final

from bot.question.answer_types import find_asked
from bot.question.content_words import is_action, is_weak
from bot.question.question import Question, Shape, Sought

_LEANING: Final = re.compile(
    r"^(?:那么?|还有|其中|它|他们|该|这|另外)|呢[？?]?$|^(?:and|what about|how about)\b", re.IGNORECASE
)
_AND_THAT: Final = re.compile("呢[？?]?$")


def may_lean(question: Question) -> bool:
    """Whether a question leaves something to the one before it: whose, what of it, or all (那诫勉呢)."""
    named = question.orgs or question.members
    return not named or _is_bare(question) or bool(_AND_THAT.search(question.text))


def lean_on(question: Question, before: Question) -> Question:
    """Fill in from the question ``before`` what this one leaves out."""
    if not may_lean(question):
        return question
    words = [word for one in question.sought for word in one.words]
    bare = _is_bare(question)
    sought = question.sought
    if bare:
        sought = _same_again(question, before)
    else:
        carried = tuple(word for one in before.sought for word in _of_what(one) if word not in words)
        sought = tuple(replace(one, context=(*one.context, *carried)) for one in sought)
    asks_on = bool(_AND_THAT.search(question.text)) and question.shape is Shape.TEXT
    if goes_on := asks_on and not bare and before.shape is Shape.FIGURE:
        sought = _asked_of_another(question, before)
    return replace(
        question,
        sought=sought,
        shape=before.shape if bare or goes_on else question.shape,
        orgs=question.orgs or before.orgs,
        periods=question.periods or before.periods,
        rounds=question.rounds or before.rounds,
        members=question.members or (() if question.orgs else before.members),
        search=f"{before.search} {question.search}",
        leans=True,
    )


def _is_bare(question: Question) -> bool:
    """Whether a question says nothing of what it asks for (那去年呢)."""
    return not any(one.words for one in question.sought)


def _asked_of_another(question: Question, before: Question) -> tuple[Sought, ...]:
    """Ask the same of what this question names: after 处分了几个人, 那诫勉呢 asks how many were admonished."""
    asked = before.sought[-1].asked
    words = tuple(dict.fromkeys(word for one in question.sought for word in one.words))
    text = _AND_THAT.sub("", _LEANING.sub("", question.text))
    implied = find_asked(text)
    return (
        Sought(
            implied[0] if implied else replace(asked, firm=False) if asked else None,
            "".join(words),
            words,
            words[-1:],
            tuple(word for word in _of_what(before.sought[-1]) if word not in words),
            clause=text,
        ),
    )


def _of_what(sought: Sought) -> tuple[str, ...]:
    """Return the words that say what a figure was of; neither what was done nor what was counted goes on."""
    told = (*sought.context, *sought.words)
    kept = tuple(
        word for word in told if word not in sought.head and not is_action(word) and not is_weak(word)
    )
    return kept or told


def _same_again(question: Question, before: Question) -> tuple[Sought, ...]:
    """Return what was sought before, with this question's own way of asking where it has one (提高了多少)."""
    asked = question.sought[0].asked
    change = question.sought[0].change
    if asked is None:
        return before.sought
    return tuple(
        replace(one, asked=asked, change=change or one.change) if change else replace(one, asked=asked)
        for one in before.sought
    )
