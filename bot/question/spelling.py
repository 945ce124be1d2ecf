"""Typing slips in questions: a question in, the same with words of the same sound put right out.

People type by sound: 整该 for 整改, 药站比 for 药占比. Only a piece that is no word itself, and sounds just like a
place that the reports know or a word of rectification reports, is put right.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from pypinyin import lazy_pinyin

from corpus.lexicon.function_words import COMPOUND_NOUNS
from corpus.lexicon.places import CITIES
from corpus.organisations.directory import Directory
from corpus.words import segmenter

_WORDS: Final = (
    "整改 巡视 巡察 反馈 制度 措施 问责 追责 追缴 退还 诫勉 处分 立案 办结 移交 线索 修订 废止 清理 清退 盘活 罚款 拨付 审减 "
    "核减 化解 销号 督办 约谈 资助 学位 食堂 经费 津贴 补贴 保证金 招待费 接待费 满意率 合格率 完成率 办结率"
).split()
_LONGEST: Final = 6
_SHORTEST: Final = 2


def put_right(text: str, directory: Directory) -> str:
    """Return ``text`` with what sounds like a known word but is none written as that word."""
    sounds = lazy_pinyin(list(text))
    known = {**_sounds(), **_sounds_of(directory.places)}
    position = 0
    while position < len(text):
        for size in range(min(_LONGEST, len(text) - position), _SHORTEST - 1, -1):
            piece = text[position : position + size]
            right = known.get(tuple(sounds[position : position + size]), "")
            if right and piece != right and _is_slip(text, position, piece, right):
                text = text[:position] + right + text[position + size :]
                position += size - 1
                break
        position += 1
    return text


def _is_slip(text: str, position: int, piece: str, right: str) -> bool:
    """Whether ``piece`` is no word, nor the end and the beginning of two, and shares a character with ``right``."""
    if piece in CITIES or not any(one == other for one, other in zip(piece, right, strict=True)):
        return False
    place = 0
    for word in segmenter().cut(text, False):
        end = place + len(word)
        inside = place < position + len(piece) and position < end
        if inside and len(word) > 1 and (place < position or end > position + len(piece) or word == piece):
            return False  # a word of its own stands there
        place = end
    return True


@cache
def _sounds() -> Mapping[tuple[str, ...], str]:
    return _sounds_of((*_WORDS, *COMPOUND_NOUNS))


def _sounds_of(words: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Return words by their sound; of several that sound alike none."""
    found: dict[tuple[str, ...], str] = {}
    for word, sound in _with_sounds(words):
        found[sound] = "" if found.get(sound, word) != word else word
    return found


def _with_sounds(words: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for word in words:
        if len(word) >= _SHORTEST:
            yield word, _sound(word)


@lru_cache(maxsize=16_384)
def _sound(word: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(list(word)))
