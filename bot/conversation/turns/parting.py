"""Several things asked in one turn: its text in, the parts that each ask something out, in order."""

import re
from typing import Final

from bot.question.answer_types import find_asked
from bot.question.times import find_times
from corpus.lexicon.relations import without_relations

_BREAK: Final = re.compile(
    r"[？?；;。\n]+|[，,、\s　]+(?:还有(?!多少|几)|以及|另外|顺便|然后|再问下?|and)?[，,\s　]*|(?:还有(?!多少|几)|以及|另外)(?=[一-鿿]{2})|(?<=[一-鿿])(?=还有(?:多少|几))"
)
_ASKS: Final = re.compile(
    r"多少|几(?![率乎何])|哪|谁|什么|啥(?!时)|怎么|怎样|如何|为何|何时|多久|多大|多长|\b(?:how|what|when|who|which|where|why)\b",
    re.IGNORECASE,
)
_ROW: Final = re.compile(
    r"^(?P<first>.{2,16}?)(?:[和跟与及同]|以及|还有)(?P<second>[^和跟与及同]{2,14}?)(?:的)?(?:各|分别|都)?(?:自)?(?:是|为|有)?(?P<asks>多少|几[个条件项家]|呢|吗)?[？?\s]*$"
)
_ONLY_HOW: Final = re.compile(
    r"^[\s]*(?:都|又)?(?:各|分别|各自)(?:自)?(?:是|为|有|又)?(?:多少|几|什么)?[一-鿿]{0,2}$|^(?:具体)?(?:是|有)?(?:多少|几)[一-鿿]{0,2}$"
)
"""A piece that only says how what stands before it is asked: 各多少."""

_GOES_ON: Final = re.compile(
    r"^\s*(?:(?:没有?|未|已)[一-鿿]{1,5}的)?(?:[还仍尚有]|一?共|总).{0,2}?(?:多少|几)"
)
"""How a piece begins that asks of what stands before it, and names nothing of its own: 还差多少没追回, 没收回的还有多少."""

_ONLY_WHEN: Final = re.compile("[的是有为又还　\\s]*(?:多少|几)(?:个百分点|[钱个人户件家])?[　\\s]*")
_ONLY_THEN: Final = re.compile("[的　\\s]*呢[？?　\\s]*")
"""What is left of a piece that asks for what was asked before it of another time: 以前呢."""
_BEGINNING: Final = re.compile("[期季]初")
AND_THAT: Final = re.compile("呢[？?\\s]*$")
"""How a turn or a piece of one ends that goes on with what was asked (合格率呢)."""

_SEVERALLY: Final = re.compile("各|分别|呢")
_SET_APART: Final = re.compile(
    r"^(?P<one>[^，,]{2,24}?)[和跟与](?P<other>[^，,]{2,24}?)(?:，|,|\s|比起来|相?比)+(?:是)?(?:哪|谁)(?:一?[个边家笔样项])?(?:的)?(?:要|更|比较|最)?[多少高低大小](?:一?[些点])?[？?。\s]*$"
)
_MOST: Final = 4
_LEADING: Final = 3
"""Pieces within which what only leads to a question comes to it."""


def parts_of(text: str) -> tuple[str, ...]:
    """Return the parts of a turn that each ask something; one where it asks one thing."""
    if sides_of_which(text):
        return (text,)
    places = [0]
    pieces: list[tuple[str, str]] = []
    for match in _BREAK.finditer(text):
        pieces.append((text[places[-1] : match.start()], match[0]))
        places.append(match.end())
    pieces.append((text[places[-1] :], ""))
    if re.search("[a-zA-Z]", text) and not re.search("[一-鿿]", text):
        pieces = [(piece, "") for piece in re.split(r"[?;\n]+", text)]
    parts = _joined([(piece, ends) for piece, ends in pieces if piece.strip()])
    if len(parts) == 1 and len(pieces) > 1 and AND_THAT.search(pieces[0][0]) and _only_when(pieces[1][0]):
        return tuple(parts)
    return tuple(parts) if 1 < len(parts) <= _MOST else (text,)


def _joined(pieces: list[tuple[str, str]]) -> list[str]:
    """Join what asks nothing by itself to what follows it, the last to what comes before; each with the mark that ends it."""
    parts: list[str] = []
    before = ""
    for place, (piece, ends) in enumerate(pieces, 1):
        after = _asking([one for one, _ in pieces[place : place + _LEADING]])
        said = f"{before}，{piece}" if before else piece
        if parts and not before and _ONLY_HOW.match(piece.strip()):
            parts[-1] = f"{parts[-1]}，{piece}"
        elif asks(piece) and not _is_topic(piece, ends, after):
            parts.append(said)
            before = ""
        else:
            before = AND_THAT.sub("", said) if after and _only_when(after) else said
    if parts and asks_then(before):
        return [*parts, before]
    if before:
        parts = [*parts[:-1], f"{parts[-1]}，{before}"] if parts else [before]
    return parts


def _asking(pieces: list[str]) -> str:
    """Return the first of the pieces behind another that asks something, with what only leads to it (没收回的|还有多少)."""
    last = next((place for place, piece in enumerate(pieces, 1) if asks(piece)), 1)
    return "".join(pieces[:last])


def _is_topic(piece: str, ends: str, after: str) -> bool:
    """Whether a piece says no how, and only names what the next one asks of.

    So it is where that asks how much of it is left (拖欠的租金，还有多少没收) or was at another time (合格率呢？年初是多少),
    and in a row of things that are counted otherwise than the piece (违规收费、收礼的问题有多少个).
    """
    if _ASKS.search(piece) or not _ASKS.search(after):
        return False
    if AND_THAT.search(piece) and _only_when(after):
        return True
    asked = find_asked(after)
    alike = any(one.kinds & other.kinds for one in find_asked(piece) for other in asked)
    return bool(_GOES_ON.match(after)) if alike else ends.startswith("、")


def _only_when(piece: str) -> bool:
    """Whether a piece asks for what stands before it of another time, and says nothing else (年初是多少)."""
    masked, _, _ = find_times(piece)
    bare = _BEGINNING.sub("", without_relations(masked, "earlier", "later"))
    return bare != piece and bool(_ONLY_WHEN.fullmatch(bare))


def asks_then(piece: str) -> bool:
    """Whether a piece says nothing but another time, of which it asks what was asked before it (以前呢)."""
    return bool(_ONLY_THEN.fullmatch(without_relations(find_times(piece)[0], "earlier", "later")))


def asks(text: str) -> bool:
    """Whether a piece of a turn asks something by itself: it says how, or names an amount (水质合格率)."""
    return bool(_ASKS.search(text) or find_asked(text))


def sides_of_which(text: str) -> tuple[str, ...]:
    """Return the two things that a turn names to ask which of them is more (A和B，哪个多); none where it does not."""
    match = _SET_APART.match(text)
    return (match["one"].strip(), match["other"].strip()) if match else ()


def row_of(rest: str) -> tuple[str, ...]:
    """Return the two things that a turn names in a row and asks for each (营业收入跟利润总额各是多少); none else."""
    match = _ROW.match(rest)
    if match is None or not _SEVERALLY.search(rest):
        return ()
    asked = match["asks"] if match["asks"] not in (None, "呢", "吗") else "多少"
    return f"{match['first']}是{asked}", f"{match['second']}是{asked}"
