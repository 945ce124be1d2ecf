"""A turn that leans on what was said, restated by a language model: a ``Background`` in, one line that may be read out.

What a model writes here is never shown and answers nothing: it is a proposal, which is read like any question. The
wait for it is bounded, and a model that has not come back is not asked again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from bot.generation.chat_models import ChatModel
from corpus.errors import ModelFailure
from corpus.numerals import small_numeral
from prompts.loader import fill, neutral

LONGEST_WAIT: Final = 8.0
"""Seconds that a person waits for a turn to be restated."""

_LONGEST: Final = 120
"""Characters of a restated turn; what is longer is no question."""

_NOTHING: Final = frozenset({"无", "無", "none", "n/a"})
_AROUND: Final = " \t　\"'“”‘’「」《》`*"
_LED: Final = re.compile(r"^(?:改写(?:后)?(?:的?问题)?|问题|question)\s*[:：]\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?|[〇零一二三四五六七八九十百两]+")
_YEAR_BY: Final = re.compile(
    r"[上去前下次后]一?年|(?:前|后)一年|(?:last|next|previous|following) year|year (?:before|after)",
    re.IGNORECASE,
)
_YEARS: Final = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Background:
    """What a turn may lean on: the ``turn``, the turns ``said`` before it, the ``names`` and times spoken of.

    ``stated`` are the figures that were answered, as they are written.
    """

    turn: str
    said: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All that was said, as one text."""
        return "\n".join((self.turn, *self.said, *self.names, *self.stated))


class Restater:
    """Restates turns with a chat model."""

    def __init__(self, model: ChatModel, wait: float = LONGEST_WAIT) -> None:
        """Ask ``model`` and wait for it ``wait`` seconds at the most."""
        self._model = model
        self._wait = wait
        self._under_way: Thread | None = None

    def restated(self, talk: Background) -> str:
        """Return the turn as a question that stands by itself, "" where the model gives none in time.

        No number stands in it that is not of the talk.
        """
        if self._under_way is not None and self._under_way.is_alive():
            return ""
        came: SimpleQueue[str] = SimpleQueue()
        self._under_way = Thread(target=self._ask, args=(talk, came), name="restating", daemon=True)
        self._under_way.start()
        try:
            text = _question_of(came.get(timeout=self._wait))
        except Empty:
            return ""
        return text if says_no_other_number(text, talk) else ""

    def _ask(self, talk: Background, came: SimpleQueue[str]) -> None:
        user = fill(
            "restate_user", names=_row(talk.names), said=_row(talk.said), turn=neutral(_one_line(talk.turn))
        )
        written = ""
        try:
            for piece in self._model.stream(fill("restate_system"), user):
                written += piece
                if len(written) > _LONGEST:
                    break
        except ModelFailure:
            written = ""
        finally:
            came.put(written)


def says_no_other_number(text: str, talk: Background) -> bool:
    """Whether every number of a restated turn is one of the talk, or the year that its turn tells (上年)."""
    said = _numbers(talk.words)
    if _YEAR_BY.search(talk.turn):
        said |= {str(int(one) + by) for one in said if _is_year(one) for by in (-1, 1)}
    return _numbers(text) <= said


def _numbers(text: str) -> set[str]:
    found = set()
    for match in _NUMBER.finditer(text):
        if match[0] == "一":  # 一共, 一下
            continue
        value = None if match[0][0].isdecimal() else small_numeral(match[0])
        found.add(match[0] if value is None else str(value))
    return found


def _is_year(number: str) -> bool:
    return number.isdecimal() and int(number) in _YEARS


def _question_of(written: str) -> str:
    """Return the one line that a model wrote, "" where it wrote more, less or nothing that is a question."""
    text = _LED.sub("", written.strip()).strip(_AROUND)
    many = "\n" in text or len(text) > _LONGEST
    return "" if many or text.lower().rstrip("。.") in _NOTHING else text


def _row(texts: Sequence[str]) -> str:
    return neutral("；".join(map(_one_line, texts))) or "无"


def _one_line(text: str) -> str:
    return " ".join(text.split())
