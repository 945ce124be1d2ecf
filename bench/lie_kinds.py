"""Kinds of lies: a true sentence in, the same with one thing changed out, one function a kind.

A kind returns None where a sentence lends itself to no such lie. What it returns is wrong whatever the rest of the
report says, or so nearly always that chance does not matter.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bench.other_shares import tell_other_share
from bench.sentence_sources import Told
from corpus.figure import Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.numerals import in_chinese

_CIRCLED: Final = "⓪①②③④⑤⑥⑦⑧⑨"
_FINANCIAL: Final = "零壹贰叁肆伍陆柒捌玖"
_UNITS: Final = (
    ("个百分点", "%"), ("亿元", "万元"), ("万元", "亿元"), ("人次", "户"), ("公里", "米"), ("%", "个百分点"),
    ("件", "人"), ("名", "家"), ("户", "人次"), ("个", "万个"), ("项", "人"), ("条", "户"), ("元", "美元"), ("人", "件"),
)  # fmt: skip
_DEED: Final = re.compile(
    r"(完成|修订|制定|召开|收回|追回|退还|清退|引进|处分|查处|受理|化解|办结|派出|开展|检查|发现|反馈|出台|新增|发放|拨付"
    r"|建成|改造|整改|投入|培训|移交|立案|约谈|处理|排查|落实|建立|组织|举办|解决)"
)
_OWNERS: Final = ("青林市审计局", "南渡县医院", "云溪省财政厅", "石门区教育局", "白塔集团")
_BEFORE_FIGURE: Final = re.compile(r"[，,；;：:]")
Make = Callable[[Told, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class LieKind:
    """A kind of lie: its name, and what makes one."""

    name: str
    make: Make


def _spliced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _chosen(told: Told, chance: random.Random, pattern: str) -> tuple[Statement, re.Match[str], int] | None:
    rows = [
        (one, match, told.place(one)[0])
        for one in told.figures
        if (match := re.search(pattern, one.figure.raw)) is not None
    ]
    return chance.choice(rows) if rows else None


def _number(write: Callable[[str, random.Random], str]) -> Make:
    """Return what writes a whole number of the sentence otherwise, and another number than it was."""

    def make(told: Told, chance: random.Random) -> str | None:
        found = _chosen(told, chance, r"^\d{1,3}(?=[个项条件份处人名次家户起例])")
        if found is None:
            return None
        _, match, start = found
        other = str(int(match[0]) + chance.choice((1, 2, 3, 7)))
        return _spliced(told.text, start, start + len(match[0]), write(other, chance))

    return make


def _digit(told: Told, chance: random.Random) -> str | None:
    found = _chosen(told, chance, r"\d+(?:\.\d+)?")
    if found is None:
        return None
    _, match, start = found
    place = chance.choice([at for at, character in enumerate(match[0]) if character.isdigit()])
    digit = str((int(match[0][place]) + chance.choice((1, 2, 3, 8))) % 10)
    if place == 0 and digit == "0":
        digit = "5" if match[0][0] != "5" else "6"
    at = start + match.start() + place
    return _spliced(told.text, at, at + 1, digit)


def _unit(told: Told, chance: random.Random) -> str | None:
    rows = list(told.figures)
    chance.shuffle(rows)
    for one in rows:
        for old, new in _UNITS:
            if one.figure.raw.endswith(old) and re.search(r"\d", one.figure.raw):
                end = told.place(one)[1]
                return _spliced(told.text, end - len(old), end, new)
    return None


def _swapped(told: Told, chance: random.Random) -> str | None:
    rows = [one for one in told.figures if re.match(r"\d", one.figure.raw)]
    pairs = [
        (a, b)
        for a in rows
        for b in rows
        if a.figure.start < b.figure.start
        and a.figure.unit == b.figure.unit
        and a.figure.value != b.figure.value
    ]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    (low, high), (first, last) = told.place(a), told.place(b)
    return told.text[:low] + b.figure.raw + told.text[high:first] + a.figure.raw + told.text[last:]


def _before_deed(*words: str) -> Make:
    """Return what puts one of ``words`` before a deed that stands before a figure."""

    def make(told: Told, chance: random.Random) -> str | None:
        places = [
            match.start()
            for one in told.figures
            for match in list(_DEED.finditer(told.text, 0, told.place(one)[0]))[-1:]
            if not _BEFORE_FIGURE.search(told.text, match.end(), told.place(one)[0])
        ]
        word = chance.choice(words)
        if not places or word in told.text or ("未" in word and "未" in told.text):
            return None
        place = chance.choice(places)
        return _spliced(told.text, place, place, word)

    return make


def _deed_for(*words: str) -> Make:
    """Return what puts one of ``words`` in the place of a deed before a figure."""

    def make(told: Told, chance: random.Random) -> str | None:
        found = [
            match
            for one in told.figures
            for match in list(_DEED.finditer(told.text, 0, told.place(one)[0]))[-1:]
            if not _BEFORE_FIGURE.search(told.text, match.end(), told.place(one)[0])
            and told.text[match.end() : match.end() + 1] not in "率了的"
        ]
        if not found:
            return None
        match = chance.choice(found)
        return _spliced(told.text, *match.span(), chance.choice(words))

    return make


def _behind(*words: str) -> Make:
    """Return what puts one of ``words`` behind the sentence."""

    def make(told: Told, chance: random.Random) -> str | None:
        return told.text[:-1] + chance.choice(words) + "。"

    return make


def _in_front(*words: str) -> Make:
    """Return what puts one of ``words`` before the sentence."""

    def make(told: Told, chance: random.Random) -> str | None:
        return chance.choice(words) + told.text

    return make


def _replaced(pattern: str, new: Callable[[re.Match[str], random.Random], str]) -> Make:
    """Return what writes another thing for one that ``pattern`` finds before the last figure."""
    compiled = re.compile(pattern)

    def make(told: Told, chance: random.Random) -> str | None:
        last = max(told.place(one)[1] for one in told.figures)
        found = list(compiled.finditer(told.text, 0, last))
        if not found:
            return None
        match = chance.choice(found)
        other = new(match, chance)
        return None if other == match[0] else _spliced(told.text, *match.span(), other)

    return make


def _shifted(match: re.Match[str], chance: random.Random) -> str:
    return str(int(match[0]) - chance.choice((1, 2, 3)))


def _month(match: re.Match[str], chance: random.Random) -> str:
    return str(chance.choice([one for one in range(1, 13) if one != int(match[0])]))


def _numeral(match: re.Match[str], chance: random.Random) -> str:
    return chance.choice([one for one in "二三四五六七八九" if one != match[0]])


_UP, _DOWN = change_verbs("up", "told"), change_verbs("down", "told")


def _turned(match: re.Match[str], chance: random.Random) -> str:
    return (
        chance.choice(("下降", "降低", "减少"))
        if match[0] in _UP
        else chance.choice(("提高", "上升", "增长"))
    )


def clause_of(told: Told, chance: random.Random, one: Statement | None = None) -> tuple[str, Statement]:
    """Return the clause of a figure, any where none is given, and the figure."""
    one = one or chance.choice(told.figures)
    start, end = told.place(one)
    low = max(told.text.rfind(mark, 0, start) for mark in "，；：、,;:") + 1
    high = min(place for mark in "，；。、！？,;" if (place := told.text.find(mark, end)) >= 0)
    return told.text[low:high].strip(), one


def _another(told: Told, chance: random.Random) -> str | None:
    clause, _ = clause_of(told, chance)
    return f"{chance.choice(_OWNERS)}{clause}。" if _DEED.match(clause) else None


def _level(told: Told, chance: random.Random) -> str | None:
    clause, _ = clause_of(told, chance)
    where = chance.choice([one for one in ("全国", "各乡镇", "每个村", "沿海各市") if one not in told.text])
    return f"{where}{clause}。" if _DEED.match(clause) else None


def _person(told: Told, chance: random.Random) -> str | None:
    clause, _ = clause_of(told, chance)
    return (
        f"{chance.choice(('局长个人', '张三', '副主任一人', '驾驶员'))}{clause}。"
        if _DEED.match(clause)
        else None
    )


def _pronoun(told: Told, chance: random.Random) -> str | None:
    clause, _ = clause_of(told, chance)
    return f"{chance.choice(_OWNERS[:1])}也在整改，该局{clause}。" if _DEED.match(clause) else None


def _without(pattern: str) -> Make:
    """Return what leaves out a word that denies or plans."""

    def make(told: Told, chance: random.Random) -> str | None:
        found = re.search(pattern, told.text)
        figures = [one for one in told.figures if found and told.place(one)[0] > found.end()]
        if (
            found is None
            or not figures
            or _BEFORE_FIGURE.search(told.text, found.end(), told.place(figures[0])[0])
        ):
            return None
        return _spliced(told.text, *found.span(), "")

    return make


LIE_KINDS: Final = (
    LieKind("digit", _digit),
    LieKind("unit", _unit),
    LieKind("two figures swapped", _swapped),
    LieKind("circled numerals", _number(lambda n, _: "".join(_CIRCLED[int(one)] for one in n))),
    LieKind("financial numerals", _number(lambda n, _: "".join(_FINANCIAL[int(one)] for one in n))),
    LieKind("Chinese numerals", _number(lambda n, _: in_chinese(int(n)))),
    LieKind("Roman numerals", _number(lambda n, _: ("X" * (int(n) // 10))[:9] + "IV")),
    LieKind("letters before digits", _number(lambda n, chance: chance.choice("ANX") + n)),
    LieKind(
        "English number word", _number(lambda _, chance: chance.choice(("a dozen", "fifty-three", "half")))
    ),
    LieKind("spoken numeral", _number(lambda _, chance: chance.choice(("一打", "好几十", "百来", "半百")))),
    LieKind("word for a share", _before_deed("全部", "大多数", "过半", "无一", "仅少数", "十之八九")),
    LieKind("false claim of a deed", _before_deed("谎报", "虚报", "声称", "假装", "瞒报")),
    LieKind("refusal", _before_deed("拒绝", "拒不", "搁置", "取消", "放弃")),
    LieKind("denial put in", _before_deed("未", "没有", "尚未", "并未")),
    LieKind("plan put in", _before_deed("计划", "拟", "力争", "有望")),
    LieKind("denial left out", _without("尚未|未能|仍未|未(?=完成|整改|落实|办结|化解)")),
    LieKind("plan left out", _without("(?<!按)计划|力争|预计|争取|拟")),
    LieKind("opposite deed", _deed_for("废止", "骗取", "挪用", "流失", "辞退", "开除", "隐瞒", "拖欠")),
    LieKind("denied behind", _behind("的说法不属实", "，但全部不合格", "，后被撤销", "，数据系伪造")),
    LieKind("comparison", _behind("，居全省首位", "，低于2019年", "，为历年最低", "，全国倒数第一")),
    LieKind("multiple", _behind("，比上年翻了一番", "，同比腰斩", "，是邻县的三倍")),
    LieKind("invented rate", _behind("，完成率达73.19%", "，同比提高41.27%", "，满意度为38.46%")),
    LieKind("cause", _in_front("因管理混乱，", "在领导授意下，", "迫于舆论压力，")),
    LieKind("another time before", _in_front("2008年，", "去年底前后，", "次月，", "上个世纪，")),
    LieKind("per time", _before_deed("每月", "每天", "人均", "每户平均")),
    LieKind("year", _replaced(r"(?<!\d)20\d\d(?=年)", _shifted)),
    LieKind("month", _replaced(r"(?<![\d年至])(?:1[0-2]|[1-9])(?=月)|(?<=年)(?:1[0-2]|[1-9])(?=月)", _month)),
    LieKind("round", _replaced(r"(?<=第)[二三四五六七八九](?=轮|批|巡)", _numeral)),
    LieKind("term", _replaced(r"[二三四五六七八九](?=届)", _numeral)),
    LieKind("direction", _replaced("|".join((*_UP, *_DOWN)), _turned)),
    LieKind(
        "title changed",
        _replaced(
            r"(?<=《)[^》]{2,6}", lambda _, chance: chance.choice(("关于六十五个", "九项禁令", "廉洁从业"))
        ),
    ),
    LieKind("list continued", _behind("、缺口9项", "，另有其他问题若干")),
    LieKind("another organisation", _another),
    LieKind("another level", _level),
    LieKind("a person", _person),
    LieKind("a pronoun for another", _pronoun),
    LieKind("another's share", tell_other_share),
    LieKind("plan told as done", _replaced("(?<!按)计划|力争|预计|争取|拟(?=于)", lambda *_: "已")),
    LieKind(
        "done told as denied",
        _replaced(r"(?:均|全部)?已经?(?=完成|整改|办结|追回|收回|退还)", lambda *_: "没有"),
    ),
    LieKind("unchanged told as moved", _replaced("仍为|保持在|维持在|稳定在", lambda *_: "降到")),
    LieKind("the rest told of one", _replaced("其余|其他", lambda *_: "青林市")),
)
"""The kinds of lies, in Chinese."""
