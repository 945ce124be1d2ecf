"""Where sentences end: a text goes in, exact ``(start, end)`` offsets come out."""

import re

# A quotation mark or bracket that closes right after a terminator belongs to the sentence it closes.
_CLOSERS = "”’」』）)】》〉〕］]"
_CLOSING = re.escape(_CLOSERS)
_TERMINATOR = re.compile(
    rf"""
    (?P<line>[\n\r\v\f\x85\u2028\u2029]+)                  # a line is at least a boundary
  | (?P<han>[。！？｡﹗﹖⁉‼]+(?:[。！？｡!?…]*))               # Chinese terminators, wherever they stand
  | (?P<ascii>[!?]+(?=[\s{_CLOSING}"'\u4e00-\u9fff]|\Z))           # not the ? and ! of a URL
  | (?P<half>(?<=[\u4e00-\u9fff%）)”"])\.(?=[\u4e00-\u9fff\d“"（(]))  # a half-width one between Chinese characters
  # an English full stop
  | (?P<dot>(?<=[A-Za-z]{{2}})\.(?=[{_CLOSING}"']*(?:\s+[“"'(（A-Z\u4e00-\u9fff]|\s*\Z)))
    """,
    re.VERBOSE,
)
_AFTER = re.compile(rf"[{_CLOSING}]+")
_STRAIGHT_QUOTES = re.compile('["＂]')
_SPACE = re.compile(r"\s*")
_JOINTS = re.compile(r"[\t，、；;：,]")

LONGEST_SENTENCE = 2_000
"""Characters of a sentence; what is longer is no sentence, and whatever looks at all pairs in one would never end."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` in order, as offsets into ``text``.

    A sentence ends at 。！？ (with the quotation marks and brackets that close there) or at the end of its
    line, and one that is too long for any at its last comma; a decimal point never ends one, a half-width full stop
    between Chinese characters does where no ，stands before it. Whitespace around a sentence belongs to none, so every other
    character is in exactly one sentence. The cost is linear in the length.
    """
    limit = len(text) if end is None else max(0, min(end, len(text)))
    sentences: list[tuple[int, int]] = []
    first = min(max(start, 0), limit)
    quotes_from, quotes_open = first, False
    for match in _TERMINATOR.finditer(text, first, limit):
        stop = match.end()
        if match.lastgroup == "line":
            _append(text, first, match.start(), sentences)
            first, quotes_from, quotes_open = stop, stop, False
            continue
        if match.start() < first:
            continue
        if match.lastgroup == "half" and "，" in text[first : match.start()]:
            continue  # who writes ，ends with 。: 书记买买提.艾力
        quotes_open ^= len(_STRAIGHT_QUOTES.findall(text, quotes_from, stop)) % 2 == 1
        quotes_from = stop
        closers = _AFTER.match(text, stop, limit)
        stop = closers.end() if closers else stop
        if quotes_open and text[stop : min(stop + 1, limit)] in {'"', "＂"}:
            stop, quotes_open = stop + 1, False
            quotes_from = stop
        _append(text, first, stop, sentences)
        first = stop
    _append(text, first, limit, sentences)
    return sentences


def _append(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> None:
    """Add ``text[start:end]`` without the whitespace around it, unless nothing is left."""
    leading = _SPACE.match(text, start, end)
    start = leading.end() if leading else start
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST_SENTENCE:
        joints = [joint.end() for joint in _JOINTS.finditer(text, start + 1, start + LONGEST_SENTENCE)]
        cut = joints[-1] if joints else start + LONGEST_SENTENCE
        _append(text, start, cut, sentences)
        leading = _SPACE.match(text, cut, end)
        start = leading.end() if leading else cut
    if end > start:
        sentences.append((start, end))
