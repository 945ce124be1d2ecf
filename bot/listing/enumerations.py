"""The lists that sentences state: A、B和C, “甲、乙、丙”三张清单, 一是……；二是……. A ``Report`` in, ``ItemList``s out."""

import re
from collections.abc import Iterator
from typing import Final

from bot.listing.layout_lists import Item, ItemList, ListForm, titles_above
from corpus.numerals import small_numeral
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.quantities.units import any_measure
from corpus.report import Report
from corpus.structure.sentences import split_sentences
from corpus.words import segmenter

_ROW: Final = re.compile(r"[^，,。；;：:、！？\n]+(?:、[^，,。；;：:、！？\n]+)+")
_LAST: Final = frozenset(("和", "以及", "及", "与"))
_CLOSED: Final = re.compile(r"等(?=\d|[一二两三四五六七八九十]|[^\d级额效待])")
_COUNTED: Final = re.compile(rf"[共]?(?:\d{{1,3}}|[两二三四五六七八九十]{{1,3}}){any_measure('listed')}")
_COUNT: Final = re.compile(r"(\d{1,2}|[两二三四五六七八九十])(?!\d)")
_MARKED: Final = re.compile(r"[“‘《](?P<inner>[^”’》]+)[”’》]")
_NUMBERED: Final = re.compile(
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、．.](?!\d)"
)
_TITLES: Final = re.compile("《[^》]+》(?:[、和及与以]{0,2}《[^》]+》)+|“[^”]+”(?:[、和及与]?“[^”]+”)+")
_CLAUSE_END: Final = re.compile("[，,。；;：:]")
_JOINT: Final = re.compile(
    rf"(?:\d{{1,3}}|[两二三四五六七八九十]{{1,3}}){any_measure('member')}(?!和)[一-鿿]{{2,6}}?(?P<link>和|以及|及|与)"
)
_TOWARDS: Final = re.compile("^(?:对|向|将|把)(?![外口接照象上前来军])(?=[一-鿿]{2})")
_ALONE: Final = re.compile(
    "^[一-鿿]{1,8}?(?:[镇乡局委办村厅]|街道|公司|集团|学校|医院|中学|小学)(?=主要|负责人|党[委组]|班子|领导|[的共])"
)
_AND_ONE: Final = re.compile(
    "(?:和|以及|及|与)[一-鿿]{1,8}?(?:[局委办社院镇乡联会校厅]|公司|中心|集团)(?=[^一-鿿]|开展|进行|等|主要|的|党|作|实|[一二两三四五六七八九十]|$)"
)
_OPENERS: Final = ("p", "c", "v", "d", "r", "ul", "uj", "m", "f")
_BRACKETED: Final = re.compile("[（(][^（）()]*[）)]")
_LINK_END: Final = re.compile("(?:以及|和|与|及)$")
_STEP: Final = re.compile(
    r"(?:(?<=[，,。；;：:])|^)\s*"
    r"(?:[一二三四五六七八九十]是(?:要)?|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|第[一二三四五六七八九十]，)"
)
_STEP_END: Final = re.compile("[，,。；;：:]")
_SHORTEST: Final = 4
"""Characters of a step; a shorter clause says next to nothing."""


def enumerations(report: Report) -> tuple[ItemList, ...]:
    """Return the lists that a report's sentences state, in order of place."""
    found: list[ItemList] = []
    before = (0, 0)
    for start, end in split_sentences(report.text):
        sentence = report.text[start:end]
        if "、" in sentence:
            found += _rows_of_names(report, start, sentence)
        found += _sequence(report, start, end, report.text[before[0] : before[1]])
        before = (start, end)
    return tuple(found)


def _rows_of_names(report: Report, start: int, sentence: str) -> Iterator[ItemList]:
    """Yield each row of names of a sentence, and all of them together where it has several."""
    every: list[Item] = []
    above = f"{sentence} {titles_above(report, start)} {report.title}"
    end = start + len(sentence)
    spans: list[tuple[int, int]] = []
    for low, high in sorted({*_rows(sentence), *_titles(sentence)}):
        names, tail, whole = _names(sentence[low:high])
        items = tuple(Item(name, start, end, end) for name in names)
        if len(items) > 1:
            every += items
            spans.append((low, high))
            clause = _clause(sentence, low, high)
            yield ItemList(report, ListForm.NAMES, items, clause, above, tail, whole)
    if len(spans) > 1:
        clause = _clause(sentence, spans[0][0], spans[-1][1])
        yield ItemList(report, ListForm.NAMES, tuple(every), clause, above)


def _clause(sentence: str, start: int, end: int) -> str:
    """Return ``sentence[start:end]`` with the rest of the clauses that it begins and ends in."""
    low = max(sentence.rfind(mark, 0, start) for mark in "，,；;：:。") + 1
    highs = [place for mark in "，,；;：:。" if (place := sentence.find(mark, end)) >= 0]
    return sentence[low : min(highs, default=len(sentence))]


def _rows(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where rows of names stand; 甲、乙2个部门和丙、丁2个乡镇 is two."""
    numbered = _NUMBERED.match(sentence)
    for match in _ROW.finditer(sentence, numbered.end() if numbered else 0):
        if match[0].count("“") != match[0].count("”") and not _MARKED.search(sentence):
            continue
        low = match.start()
        for joint in _JOINT.finditer(sentence, *match.span()):
            yield low, joint.start("link")
            low = joint.end()
        yield low, match.end()


def _titles(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where titles or quoted names stand in a row without commas: 《甲办法》《乙办法》和《丙细则》3项."""
    for match in _TITLES.finditer(sentence):
        if "、" not in match[0]:
            rest = _CLAUSE_END.search(sentence, match.end())
            yield match.start(), rest.start() if rest else len(sentence)


def _names(row: str) -> tuple[list[str], str, bool]:
    """Return the names of a row, what follows them, and whether they are all."""
    if titles := _TITLES.match(row):
        found = _MARKED.findall(titles[0])
        return [f"《{name}》" if titles[0][0] == "《" else name for name in found], row[titles.end() :], True
    quoted = next((one for one in _MARKED.finditer(row) if "、" in one["inner"]), None)
    if quoted:
        tail = row[quoted.end() :]
        names = [part for part in quoted["inner"].split("、") if part]
        return [name + _shared_noun(name, tail) for name in names], tail, True
    parts = row.split("、")
    last, tail, whole = _last_name(parts[-1])
    names = [_first_name(parts[0]), *parts[1:-1], *last]
    if any(name.endswith("“") for name in last):  # 问题、责任、时限“三张清单”
        names = [name.rstrip("“") + _shared_noun(name.rstrip("“"), tail) for name in names]
    names = [name.strip() for name in names if name.strip()]
    counted = _COUNT.match(tail)
    return names, tail, whole or bool(counted and small_numeral(counted[1]) == len(names))


def _shared_noun(name: str, tail: str) -> str:
    """Return the noun that names in one pair of quotation marks share: 清单 of “问题、任务、责任”三张清单."""
    counted = _COUNTED.match(tail)
    words = list(segmenter().tag(tail[counted.end() :])) if counted else []
    noun = words[0][0] if words else ""
    return noun if len(noun) > 1 and len(name) <= 4 and not name.endswith(noun) else ""


def _last_name(part: str) -> tuple[list[str], str, bool]:
    """Cut the last part of a row where its names end: 县医保局等5个县直单位, 甲和乙签署……."""
    closed = _CLOSED.search(part)
    counted = _COUNTED.search(part)
    cut = min([match.start() for match in (closed, counted) if match and match.start() > 1], default=0)
    whole = closed is None or closed.start() != cut
    if not cut:
        cut = _verb_place(part)
    name, tail = _LINK_END.sub("", part[:cut]), part[cut:]
    return _joined(name), tail.removeprefix("等"), whole


def _joined(part: str) -> list[str]:
    """Cut 甲和乙 into its names; 和谐 and 参与 are words of their own."""
    if len(names := _linked(part)) > 1:
        return [part[start:end] for start, end in names]
    if names and (more := _AND_ONE.match(part, names[0][1])) and more.end() == len(part):
        return [part[: names[0][1]], re.sub("^(?:和|以及|及|与)", "", more[0])]
    position = 0
    for word, tag in segmenter().tag(part):
        if word in _LAST and tag in ("c", "p") and 0 < position < len(part) - len(word):
            return [part[:position], part[position + len(word) :]]
        position += len(word)
    return [part] if part else []


def _linked(part: str) -> list[tuple[int, int]]:
    """Return where the organisations stand that a part of a row begins with: 县档案局和县教育局."""
    found: list[tuple[int, int]] = []
    for mention in find_organisations(part):
        between = part[found[-1][1] if found else 0 : mention.start]
        if mention.kind is not MentionKind.ORGANISATION or (between not in _LAST if found else between):
            break
        found.append((mention.start, mention.start + len(mention.name)))
    return found


def _verb_place(part: str) -> int:
    """Return where the verb after the last name begins; the end where none does."""
    if alone := _ALONE.match(part):
        return alone.end()
    if names := _linked(part):
        more = _AND_ONE.match(part, names[-1][1])
        return more.end() if more else names[-1][1]
    position = 0
    for place, (word, tag) in enumerate(segmenter().tag(part)):
        rest = part[position + len(word) :]
        if place and tag in ("v", "p", "ul", "d") and position > 2 and rest and not _goes_on(rest):
            return position
        position += len(word)
    return len(part)


def _goes_on(rest: str) -> bool:
    """Whether what follows a verb within a name ends the name after all: 调解 in 国际商事调解中心."""
    return bool(re.match("[一-鿿]{0,4}?(?:局|委|院|中心|协会|集团|公司|清单|制度|办法|机制|小组)", rest))


def _first_name(part: str) -> str:
    """Cut the first part of a row where its name begins: 对县教育局, 形成问题清单, 把……."""
    for mention in find_organisations(part):
        named = mention.kind is MentionKind.ORGANISATION
        if named and (mention.end == len(part) or _BRACKETED.fullmatch(part, mention.end)):
            return part[mention.start :]
    words = list(segmenter().tag(part))
    name = ""
    for word, tag in reversed(words):
        if len(name) > 1 and tag.startswith(_OPENERS) and tag != "vn":
            break
        name = word + name
    return _TOWARDS.sub("", name)


def _sequence(report: Report, start: int, end: int, before: str) -> Iterator[ItemList]:
    """Yield the steps of a sentence that counts them: 一是……；二是……."""
    sentence = report.text[start:end]
    steps = list(_STEP.finditer(sentence))
    if len(steps) < 2:
        return
    items = []
    for place, step in enumerate(steps):
        reach = steps[place + 1].start() if place + 1 < len(steps) else len(sentence)
        text = _step_text(sentence[step.end() : reach])
        items.append(Item(text, start, end, end))
    lead = before + sentence[: steps[0].start()]
    above = f"{titles_above(report, start)} {report.title}"
    yield ItemList(report, ListForm.SEQUENCE, tuple(items), lead, above)


def _step_text(text: str) -> str:
    """Return the first clause of a step, or more where it says next to nothing."""
    for stop in _STEP_END.finditer(text):
        if stop.start() >= _SHORTEST:
            return text[: stop.start()].strip()
    return text.strip().rstrip("，；。")
