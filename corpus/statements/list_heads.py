"""The heads of a list that is told apart by 分别: a clause in, where the names stand that its figures belong to out.

In 甲局、乙局整改问题分别为31个、29个 they are 甲局 and 乙局, without what both share.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.lexicon.lead_ins import any_lead_in
from corpus.listed_names import END_OF_PLACE
from corpus.numerals import read_numeral
from corpus.words import segmenter

MARK = re.compile(r"分别|依次|各自?(?=[为是有])")
"""What tells the figures of a list apart."""
JOINT = re.compile(r"、|以及|[和与及]")
"""What joins the members of a list."""
_LEAD = re.compile(any_lead_in("part"))
"""What says that parts follow (其中甲镇、乙镇), before the first of them."""
_BRACKETS = {"（": "）", "(": ")", "“": "”", "《": "》", "「": "」"}
_ALL_OF_THEM = re.compile(r"[等这]?(?<![第\d])([两二三四五六七八九十\d]+)(?:[^\W\d]{1,5}$|[个家类所种项])")
_BARE_NUMERAL = re.compile(r"第?[一二三四五六七八九十\d]{1,3}")
_ENDS_IN_NUMERAL = re.compile(rf"{_BARE_NUMERAL.pattern}$")
_PAIR = 2

TextSpan = tuple[int, int]


def list_heads(
    sentence: str, opening: int, mark: int, wanted: int, names: Sequence[TextSpan]
) -> list[TextSpan]:
    """Return the heads that ``wanted`` figures belong to, without what they share; none where they do not match."""
    if wanted < 2:
        return []
    parts = list(_parts(sentence, opening, mark, names))
    if len(parts) > wanted:  # 教育和体育局、民政局: a word of joining within a head
        parts = list(_parts(sentence, opening, mark, names, only="、"))
    if len(parts) != wanted:
        return _named_heads(sentence, [one for one in names if opening <= one[0] < mark], wanted)
    own = _named_heads(sentence, [one for one in names if opening <= one[0] < mark], wanted)
    if own and all(sentence[low].isdigit() for low, _ in own):
        return own  # 核查2020、2021、2022年三个年度
    parts[0] = (_after_lead(sentence, parts, names), parts[0][1])
    parts[-1] = (parts[-1][0], _before_tail(sentence, parts, names))
    return parts


def _named_heads(sentence: str, names: Sequence[TextSpan], wanted: int) -> list[TextSpan]:
    """Return the names that stand joined in the clause, where they are as many (2021年、2022年采购轮椅、拐杖分别…)."""
    runs: list[list[TextSpan]] = []
    for low, high in names:
        if not runs or not JOINT.fullmatch(sentence, runs[-1][-1][1], low):
            runs.append([])
        runs[-1].append((low, high))
    return next((run for run in runs if len(run) == wanted), [])


def _parts(
    sentence: str, opening: int, mark: int, names: Sequence[TextSpan], only: str = ""
) -> Iterator[TextSpan]:
    """Yield the members of the enumeration ``opening:mark``."""
    begin = opening
    closing = ""
    position = opening
    while position < mark:
        char = sentence[position]
        if closing:
            closing = "" if char == closing else closing
        elif char in _BRACKETS:
            closing = _BRACKETS[char]
        elif (
            (joint := JOINT.match(sentence, position, mark))
            and (not only or joint[0] in only)
            and position > begin
            and not any(low < position < high for low, high in names)
        ):
            yield begin, position
            begin = position = joint.end()
            continue
        position += 1
    if begin < mark:
        yield begin, mark


def _after_lead(sentence: str, parts: Sequence[TextSpan], names: Sequence[TextSpan]) -> int:
    """Return where the first head begins: after the organisation or the time that all of them share."""
    start, end = parts[0]
    if lead := _LEAD.match(sentence, start, end - 1):
        return lead.end()
    second_is_named = any(low == parts[1][0] for low, _ in names)
    for low, high in names:
        if low != start or high >= end:
            continue
        if second_is_named and not any(other == high for other, _ in names):
            break
        start = high
    return start


def _before_tail(sentence: str, parts: Sequence[TextSpan], names: Sequence[TextSpan]) -> int:
    """Return where the last head ends: before what all of them share (的整改率, 两镇, the noun of several verbs)."""
    start, end = parts[-1]
    last = sentence[start:end]
    for all_of_them in _ALL_OF_THEM.finditer(last, 1):
        numeral = read_numeral(all_of_them[1])
        if numeral is not None and numeral.value == len(parts):
            return start + all_of_them.start()
    if "的" in last and not any("的" in sentence[first:stop] for first, stop in parts[:-1]):
        return start + last.rindex("的")
    numbered = _ENDS_IN_NUMERAL.search(sentence[slice(*parts[0])]) and all(
        _BARE_NUMERAL.fullmatch(sentence, *part) for part in parts[1:-1]
    )
    if numbered and (own := _BARE_NUMERAL.match(last)):
        return start + own.end()  # 第一、二、三标段; 县一中第一、第二届
    low, high = parts[-2]
    ends = {sentence[stop - 1] for _, stop in parts[:-1]}
    if all(END_OF_PLACE.search(sentence, stop - 1, stop) for _, stop in parts[:-1]):
        places = END_OF_PLACE.finditer(sentence, start + 1, end)
        return next((place.end() for place in places), end)
    alike = sentence.find(sentence[high - 1], start + 1, end) if len(ends) == 1 else -1
    alike = alike if len(parts) > _PAIR else start + high - low - 1
    if high - low > 1 and start < alike < end - 1 and sentence[alike] == sentence[high - 1]:
        return alike + 1  # 东江区、西江区整改完成率
    if parts[-2] in names:
        return next((stop for first, stop in names if first == start), end)
    cutter = segmenter()
    words = cutter.tag(last)
    acts = words[0][1].startswith("v") and words[-1][1].startswith("n")
    if acts and all(len(cutter.cut(sentence[first:stop])) == 1 for first, stop in parts[:-1]):
        return start + len(words[0][0])
    return end


def are_alike(heads: Sequence[str]) -> bool:
    """Whether heads are of one sort, by how they begin (第一联盟, 第三联盟) or how they end (甲镇, 乙镇)."""
    return len({head[:1] for head in heads}) == 1 or len({head[-1:] for head in heads}) == 1
