"""Sorts of parts that a report tells one after another, read from their table: a text or a name in, its sort out."""

import re
from dataclasses import dataclass
from typing import Final

from corpus.lexicon.tables import read_lexicon
from corpus.numerals import in_chinese, small_numeral

MEMBER_SORT_COLUMNS: Final = ("word", "ends", "numbered")
"""Columns of the table ``member_sorts.tsv``, which explains them."""

_DIGITS: Final = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})"
_NUMBER: Final = f"第?{_DIGITS}"
_TOLD_BY: Final = (
    r"(?:哪(?:一|几|些)?|各|每|几|(?<!第)[两二三四五六七八九十\d]{1,2}|所有|全部)(?:个|家|所|支)?"
)


@dataclass(frozen=True, slots=True)
class MemberSort:
    """A sort of parts of a report: the ``word`` that calls it, how the names end, whether they are numbers."""

    word: str
    ends: tuple[str, ...]
    numbered: bool

    def names_in(self, text: str, known: tuple[str, ...] = ()) -> list[tuple[int, str]]:
        """Return the names of this sort in ``text`` with where each begins; of ``known`` where they are no numbers."""
        if self.numbered:
            counter = "第" if self.ends[0] in _COUNTED else ""
            pattern = f"{counter}{_NUMBER}(?:{'|'.join(self.ends)})"
        else:
            own = sorted((one for one in known if one.endswith(self.ends)), key=len, reverse=True)
            if not own:
                return []
            pattern = "|".join(map(re.escape, own))
        return [(match.start(), match[0]) for match in re.finditer(pattern, text)]


_COUNTED: Final = frozenset({"轮", "批"})
"""Ends that are measure words too: 两轮 are two, 第二轮 is one."""


def read_member_sorts() -> dict[str, MemberSort]:
    """Return the sorts of the table ``member_sorts.tsv`` by the word that calls them; raises ``UnusableTable``."""
    found: dict[str, MemberSort] = {}
    for row in read_lexicon("member_sorts.tsv", MEMBER_SORT_COLUMNS):
        if row["numbered"] not in ("yes", "no"):
            raise row.refuse("numbered 只能是 yes 或 no", "numbered is yes or no")
        if row["word"] in found:
            raise row.refuse(f"{row['word']!r} 已有一行", "this word has a row already")
        found[row["word"]] = MemberSort(row["word"], tuple(row["ends"].split("|")), row["numbered"] == "yes")
    return found


_SORTS: Final = read_member_sorts()
_WORDS: Final = "|".join(sorted(_SORTS, key=len, reverse=True))
_ASKED: Final = re.compile(rf"{_TOLD_BY}(?P<word>{_WORDS})(?![一-鿿]?委|长|级)")


def sort_asked(text: str) -> tuple[MemberSort, str] | None:
    """Return the sort of which a text asks for each, for some or for which one, and the words that say so (哪个标段)."""
    match = _ASKED.search(text)
    return (_SORTS[match["word"]], match[0]) if match else None


def sort_of(name: str) -> MemberSort | None:
    """Return the sort that a name is of (二标段, 永乐乡), None where the table has none."""
    for one in _SORTS.values():
        numbered = one.numbered and re.fullmatch(f"{_NUMBER}(?:{'|'.join(one.ends)})", name)
        if numbered or (not one.numbered and name.endswith(one.ends) and len(name) > len(one.word)):
            return one
    return None


_BARE_NUMBER: Final = re.compile(rf"(?:第)?(?P<n>{_DIGITS})(?=的?$)")


def of_the_same_sort(text: str, member: str) -> str:
    """Return a turn that says a number alone as the part that it means after another of its sort (第6 after 第3党支部)."""
    sort = sort_of(member) if member else None
    match = _BARE_NUMBER.match(text)
    number = small_numeral(match["n"]) if match else None
    if not number or sort is None or not sort.numbered:
        return text
    written = str(number) if re.search(r"\d", member) else in_chinese(number)
    return re.sub(_DIGITS, written, member, count=1)


_ANY_NUMBERED: Final = re.compile(rf"第{_DIGITS}(?P<end>[一-鿿]{{1,4}})")
_TIMES: Final = ("季度", "年", "月", "天", "次", "名", "位", "个", "条", "项", "方", "步", "类")
"""What is counted or timed in order, and is no part of a report."""


def numbered_sort(name: str) -> MemberSort | None:
    """Return the sort of a name that is a number and a noun (第六站), though the table has none; None for other words."""
    match = _ANY_NUMBERED.fullmatch(name)
    return MemberSort(match["end"], (match["end"],), True) if match and match["end"] not in _TIMES else None


def part_number(name: str) -> int | None:
    """Return the number in the name of a part (第四支部: 4), None where there is none."""
    match = re.search(_DIGITS, name)
    return small_numeral(match[0]) if match else None


_NUMBERED: Final = re.compile(
    rf"{_NUMBER}(?:{'|'.join(sorted({end for one in _SORTS.values() if one.numbered for end in one.ends}, key=len, reverse=True))})"
)


def numbered_parts(text: str) -> tuple[str, ...]:
    """Return the parts that a text names by their number, as it writes them (第8党支部); rounds are none."""
    return tuple(match[0] for match in _NUMBERED.finditer(text) if not match[0].endswith(("轮", "批")))
