"""A text covered by pieces of other texts: what is said in, what no piece accounts for out.

A piece stands in the source as it is, or says what a phrase of the source says by the table of paraphrases, or is
a word that only joins. Found is the cover that leaves the fewest characters over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from checker.accounting.spans import WordedText, is_numeral
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import LONGEST_PHRASE, PARAPHRASES
from corpus.numerals import read_numeral
from corpus.statements.list_heads import TextSpan

_WILL: Final = "将"
_AHEAD: Final = connectives("ahead")
_FINISHED: Final = ("好", "完", "好了", "完了", "掉", "掉了")
_OPEN: Final = re.compile(any_connective("pending", "denying", "ongoing", "partly"))
_MEANT: Final = connectives("meant")
_UNDONE: Final = re.compile(rf"(?:{any_connective('undone')})(?![来必免知有时成收落入婚遂满])")
"""What denies a deed, and begins no word of its own (没收, 未来)."""
_COMPLETE: Final = connectives("completed") | {
    same for word in connectives("completed") for same in PARAPHRASES[word]
}
"""Deeds that say no more than that a thing is done: what is left is not."""
_LINKS: Final = connectives("link", "light", "doing")
_TAKEN: Final = connectives("taken")
_DONE: Final = connectives("done")
_LONGEST: Final = 24
_MEASURES: Final = frozenset("次月年日天周季旬回场届轮批倍")
"""Characters that stand behind numbers everywhere: alone they are part of a time or a notation (次月)."""
_WEIGHTY: Final = frozenset(
    word
    for word in (
        *connectives("denying", "former", "above", "below", "whole", "alone", "narrowing", "rest"),
        *change_verbs(),
    )
    if len(word) == 1
) | frozenset(
    "前后内外上下左右大小新旧老多少正副好差全余剩省市县区镇乡村街州盟旗局厅部院所站队科处室首末先早晚快慢"
)
"""Characters that, alone, turn what is told into another thing: a denial, a way, a place, a level."""
_TURNS: Final = re.compile("|".join((*sorted(connectives("alone")), "第一$")))
"""What is said of one matter alone: further off it is said of another."""
_DENIED: Final = re.compile(rf"{_UNDONE.pattern}[\u4e00-\u9fff]{{2}}")
"""A deed that is not done: further off it says of nothing that it is."""
_DEED: Final = 2
"""Characters of such a deed."""
_MEASURED: Final = frozenset("率量数度额")
"""What makes the name of a measure of the deed before it (落实率)."""
_COUNTED: Final = 2
_PARTED: Final = 4
"""Characters from which on a form is also looked for in parts."""
_LEFT, _LITERAL, _OTHER, _LINK, _FAR = 10.0, 1.0, 1.2, 0.6, 3.0
"""What a character left over costs, a piece as it is, a paraphrase, a link, and what a piece from afar costs more."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What of a text is left over, and which pieces of it only stand further off; ``cost`` ranks covers."""

    left: tuple[TextSpan, ...] = ()
    far: tuple[TextSpan, ...] = ()
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class SaidAs:
    """A part of a sentence that any of its ``forms`` may stand for, up to ``end``."""

    end: int
    forms: tuple[str, ...]


class Layers:
    """What may account for a text: the source's own clause, and what stands before it or over it."""

    def __init__(
        self,
        own: WordedText,
        further: WordedText,
        *,
        is_rest: bool = False,
        is_left: bool = False,
        ahead: str = "",
        will: bool = False,
        planned: bool = False,
    ) -> None:
        """Keep both; of what ``is_rest`` what was done with others before it is not done.

        What ``is_left`` is not completed, nor the deeds that are still ``ahead``; ``will`` says that some are, and
        ``planned`` that a word says so, for which any other of a plan may stand.
        """
        self.own = own
        self.further = further
        self.will = will
        self.planned = planned
        self._ahead = WordedText(ahead)
        self._is_rest = is_rest
        self.is_left = is_left

    def find(self, piece: str, *, whole: bool = False) -> float | None:
        """Return what a piece costs that stands in either, None where it stands in neither.

        A ``whole`` one does not only say which a longer word means: 整改措施 says not that 整改到位 is so.
        """
        if self.own.has(piece, whole=whole):
            return 0.0
        turns = _TURNS.search(piece) and piece[-1] not in _MEASURED  # 不合格率 is the name of a rate
        if turns or not self.further.has(piece, whole=whole):
            return None
        denied = _DENIED.search(piece)
        if denied and self.own.has(denied[0][-_DEED:], whole=True):
            return None  # 未安置498户, where 498户 are 安置 and others 未安置
        told = self._is_rest or denied or piece in _DENIED.sub("", self.further.text)
        return _FAR if told else None

    def find_form(self, form: str) -> float | None:
        """Return what a form costs that stands in either as it is, in other words, or piece by piece."""
        cost = self.find_any((form, *PARAPHRASES.get(form, ())))
        if cost is not None or len(form) < _PARTED:
            return cost
        found = cover(WordedText(form), 0, len(form), self)
        return None if found.left else (_FAR if found.far else 0.0)

    def find_undone(self, piece: str) -> bool:
        """Whether a piece denies of what is left what was done with others: 还剩4个没解决, of 已解决22个，剩余4个.

        Or it denies what is only planned: 尚未出台, of 拟出台.
        """
        denial = _UNDONE.match(piece)
        deed = piece[denial.end() :] if denial else ""
        forms = (deed, *PARAPHRASES.get(deed, ()))
        if not deed:
            return False
        if any(self._ahead.has(one, whole=True) for one in forms):
            return True
        if self.is_left and deed in _COMPLETE and not any(one in self.own.text for one in _COMPLETE):
            return True
        return self._is_rest and self.find_any(forms, whole=True) == _FAR

    def is_done(self, character: str) -> bool:
        """Whether a deed whose word has a character is told as done: no word of its clause plans or denies, or says that it goes on."""
        deeds = (one for one in self.own.words if one.is_deed)
        done = not (self.planned or self.will or self.is_left) and not _OPEN.search(self.own.text)
        return done and any(character in one.text for one in deeds)

    def find_any(self, pieces: Iterable[str], *, whole: bool = False) -> float | None:
        """Return the least of what these pieces cost, None where none stands anywhere."""
        found = [cost for piece in pieces if (cost := self.find(piece, whole=whole)) is not None]
        return min(found, default=None)


def is_completion(piece: str) -> bool:
    """Whether a piece says that something is completed."""
    return any(one in piece for one in _COMPLETE if len(one) > 1)


def cover(
    said: WordedText,
    start: int,
    end: int,
    layers: Layers,
    known: Iterable[TextSpan] = (),
    phrases: Mapping[int, SaidAs] = MappingProxyType({}),
) -> Cover:
    """Cover ``said.text[start:end]``; the spans ``known`` are accounted for otherwise, as blanks and marks are.

    ``phrases`` are, by their starts, the parts that several forms may stand for.
    """
    text = said.text
    best: list[tuple[float, int, str]] = [(0.0, end, "")] * (end - start + 1)
    jumps = {low: high for low, high in known if start <= low < high <= end}
    starts = sorted(jumps)
    takes = any(word in text for word in _DONE)
    for place in range(end - 1, start - 1, -1):
        if place in jumps:
            best[place - start] = (best[jumps[place] - start][0], jumps[place], "")
            continue
        if place in phrases:
            phrase = phrases[place]
            rest = best[phrase.end - start][0]
            least = min(
                (c for form in phrase.forms if (c := layers.find_form(form)) is not None), default=None
            )
            sort = "left" if least is None else "far" if least else ""
            paid = _LEFT * (phrase.end - place) if least is None else _LITERAL + least
            best[place - start] = (rest + paid, phrase.end, sort)
            continue
        if not text[place].isalnum() and text[place] != "%":
            best[place - start] = (best[place + 1 - start][0], place + 1, "")
            continue
        choice = (best[place + 1 - start][0] + _LEFT, place + 1, "left")
        stop = min(end, place + _LONGEST, next((low for low in starts if low > place), end))
        misses = 0
        for after in range(place + 1, stop + 1):
            piece = text[place:after]
            if not piece[-1].isalnum() and piece[-1] not in "%.·-~:":
                break
            price, sort = _price(said, place, after, layers, takes=takes)
            if price is None:
                misses += 1
                if misses > LONGEST_PHRASE:
                    break
                continue
            total = best[after - start][0] + price
            if total < choice[0]:
                choice = (total, after, sort)
        best[place - start] = choice
    return _told(best, start, end)


def _price(
    said: WordedText, start: int, end: int, layers: Layers, *, takes: bool
) -> tuple[float | None, str]:
    """Return what a piece costs and of what sort it is, None for one that nothing accounts for."""
    piece = said.text[start:end]
    if said.cuts_numeral(start) or said.cuts_numeral(end):
        return None, ""
    plans = (piece in _AHEAD and layers.will) or (piece in _MEANT and layers.planned)
    if plans and said.is_word(start, end):
        return _LINK, ""
    if piece == _WILL and start not in said.disposals and not layers.own.plans:
        return None, ""
    disposes = piece == _WILL and start in said.disposals
    joins = disposes or piece in _LINKS or (takes and piece in _TAKEN)
    if start and said.text[start - 1 : end] in _LINKS and end in said.borders:  # 扣回来: what says 扣回
        return _LINK, ""
    # 表示满意 is one word to the cutter, and says 满意.
    if joins and (said.is_word(start, end) or (len(piece) > 1 and start in said.borders)):
        return _LINK, ""
    if len(piece) > 1 or (said.is_word(start, end) and piece not in _MEASURES):
        literal = layers.find(piece)
        if literal == 0:
            return _LITERAL, ""
        if len(piece) == 1 and piece not in _WEIGHTY and piece in layers.own.text:  # 车 of 公务用车
            return _OTHER, ""
        finished = piece[1:] in _FINISHED and layers.is_done(piece[0])  # 换好 of 已更换
        if finished or any(one in layers.own.text for one in _in_digits(said.text, start, end)):
            return _OTHER, ""
        if said.text[end : end + 1] not in _MEASURED and layers.find_undone(piece):
            return _OTHER, ""
        same = layers.find_any(PARAPHRASES.get(piece, ()), whole=True)
        if same == 0 or (literal is None and same is not None):
            return _OTHER + (same or 0), "far" if same else ""
        if literal is not None:
            return _LITERAL + literal, "far"
    return None, ""


def _in_digits(text: str, start: int, end: int) -> Iterator[str]:
    """Yield how a source may write a number below ten with its measure and what stands beside it (会议一次: 会议1次)."""
    number = read_numeral(text[start]) if end - start == _COUNTED and is_numeral(text[start]) else None
    before, after = text[max(0, start - _COUNTED) : start], text[end : end + _COUNTED]
    if number and before.isalpha():
        yield f"{before}{number.value}{text[start + 1]}"
    if number and after.isalpha():
        yield f"{number.value}{text[start + 1]}{after}"


def _told(best: list[tuple[float, int, str]], start: int, end: int) -> Cover:
    found: dict[str, list[TextSpan]] = {"left": [], "far": []}
    place = start
    while place < end:
        _, after, sort = best[place - start]
        rows = found.get(sort)
        if rows is not None:
            if sort == "left" and rows and rows[-1][1] == place:
                rows[-1] = (rows[-1][0], after)
            else:
                rows.append((place, after))
        place = after
    return Cover(tuple(found["left"]), tuple(found["far"]), best[0][0])
