"""A turn that chooses among what it was asked back with: its text in, the question that it chooses out."""

import re
from typing import Final

from bot.conversation.state import State
from bot.conversation.turns.opening import opened
from corpus.numerals import small_numeral
from corpus.organisations.directory import Directory
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.organisations.short_names import is_in_order

_NUMBER: Final = re.compile(r"第?(?P<n>\d{1,2}|[一二三四五六七八])(?:个|家|项|号)?[。.]?")
_TAIL: Final = re.compile(r"(?:的|呢|那个|那家|吧|啊|[。.，,！!？?\s])+$")


def chosen(text: str, state: State, directory: Directory) -> str:
    """Return the question that a turn chooses by number or by name; "" where it chooses none."""
    if not state.choices:
        return ""
    said = _TAIL.sub("", opened(text).text)
    if match := _NUMBER.fullmatch(said):
        number = small_numeral(match["n"]) or 0
        return state.choices[number - 1].question if 0 < number <= len(state.choices) else ""
    fits = [one for one in state.choices if _means(said, one.name, directory)]
    return fits[0].question if len(fits) == 1 else ""


def _means(said: str, name: str, directory: Directory) -> bool:
    if len(said) < 2 or len(said) > len(name):
        return False
    if said in name or directory.canonical(said) == name:
        return True
    if same_organisation(said, name) is Sameness.SAME:
        return True
    return is_in_order(said, name)
