"""The organisations that a question names: its text in, the text without them and their full names out."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from bot.question.question import blanked
from corpus.lexicon.places import CITIES, PROVINCES
from corpus.organisations.directory import Directory
from corpus.organisations.mentions import Mention, MentionKind, find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.organisations.short_names import is_in_order, without_company_end
from corpus.quantities.units import any_measure
from corpus.words import is_common_word, segmenter

_NAMED_UNIT: Final = re.compile(
    "第?[一二三四五六七八九十](?:人民)?(?:院|医院|人医|中学?)(?![一-鿿]?[会次])|[一-鿿]{1,3}(?:科院|大学|学院|师大|理工|农大|医大|工大)"
)
_LEAST_OF_BOTH_ENDS: Final = 4
"""Characters of a name of which two begin and two end a longer one."""
_LONGEST_UNIT: Final = 12
_SHORTEST_KNOWN: Final = 2
"""Characters of a name that are too few to know it by."""
_MEMBER: Final = any_measure("member")
_ASKS: Final = re.compile(f"哪|谁|什么|几{_MEMBER}|多少")
_ASKING: Final = re.compile(
    rf"哪(?:些|{_MEMBER}|[几一两二三四五六七八九十\d]{{1,2}}(?:{_MEMBER}|项)?)|什么|多少{_MEMBER}?|谁|(?<![十这那])几(?:{_MEMBER}|项)"
)
_PROVINCE_ENDS: Final = ("省", "区", "市")
_SESSION: Final = re.compile("^[一二三四五六七八九十]+届")

_SHARED: Final = re.compile(
    "(?:[和与跟同及、]|(?P<several>(?:这|的)?[两俩三四](?:个|家|地|市|县|区)?的?)|各自?的?|的)$"
)
_LINK: Final = re.compile("(?:下面|下属|所属|里)?(?:[和与跟同及、]|的)")
_TRADES: Final = "企业|合作社|商户|门店|养老院|幼儿园|诊所|药店|网吧|饭店|餐馆|加油站|卫生室"
_SORT: Final = re.compile(f"(?<=[一-鿿]{{2}})(?:公司|{_TRADES})$")
"""How a name ends that is none where only its trade stands before (物业公司): they are many."""
_MERE_SORT: Final = frozenset(f"学校|中小学|医院|公立医院|卫生院|养老机构|敬老院|办|{_TRADES}".split("|"))
"""Sorts of which every place has many, and a verb: 襄川市学校, 襄川办证 name the place."""
_BARE_PLACES: Final = (3, 2)
"""Characters of a place that is named without its level: 襄川医院."""
_ONE_OF_A_PLACE: Final = frozenset("供水 排水 公交 燃气 供电 电力 水务 投资 交通 旅游 粮食 自来水".split())
"""Trades of which a place has one body."""
_ALL_LEVELS: Final = re.compile("[两三各]级[一-鿿]{2,}$")
"""How all bodies of one sort in a region are named together: 沧屿市两级法院."""
_WITHIN: Final = re.compile("^(?:里面|里头|当中|下面)")
_INSIDE: Final = re.compile("^[一-鿿]{0,3}里(?=[省市县区州][一-鿿])")
"""热线里市公安局 is no place of that name."""
_HAN: Final = re.compile("[一-鿿]+")
_LEVEL_START: Final = re.compile(
    "(?<![一-鿿])[省市县区州](?=[一-鿿])|(?<=[和与跟同及、的问下想])[省市县区州](?=[一-鿿])"
)


def find_named(
    text: str, directory: Directory, units: Mapping[str, Sequence[str]]
) -> tuple[str, tuple[str, ...]]:
    """Return the text with its organisations blanked, and their names in full.

    It may open with one of ``units`` (供销社), which say whose that may be: the name in full where it is one
    organisation's, else as it stands.
    """
    masked = text
    names: list[str] = []
    region = ""
    bare = _ASKING.sub(
        lambda match: "　" * len(match[0]), text
    )  # 河湾水投有哪几家分公司: no company of that name
    found = (_from_known_name(one, directory) for one in find_organisations(bare, known=directory))
    for mention in found:
        if mention.kind is MentionKind.ANAPHOR or not _is_name(mention, directory):
            continue
        if masked[mention.start : mention.end].startswith("　"):
            continue  # 平槐县水利局和残联: read with the name before
        name, end = _full_name(mention, directory, region)
        if mention.kind is MentionKind.REGION and (more := _NAMED_UNIT.match(text, end)):
            name, end = directory.canonical(name + more[0]), more.end()  # 汐港二院, which no report may know
        elif (unit := directory.with_unit(mention, text)) is not mention:
            name, end = unit.name, unit.end
        if name not in directory and (many := _of_many(name, directory)) is not None:
            name, end = many
            if not name:
                continue
            end = mention.start + end
        if text[mention.start : end + 1] == name:
            end += 1  # 临川县村集体: its level is said, though a word may begin with it
        start, name = _with_regions_before(text, mention.start, name, names, directory)
        names += [name] if name else []
        parts = name_parts(name or mention.name)
        if parts.region:
            region = parts.region + parts.level  # 临河的住建局, 北屏市教育局和市农业农村局: said once
        masked = blanked(masked, start, end)
        masked, more_names = _joined(masked, end, region, directory)
        names += more_names
    masked, shortened = _abbreviations(masked, directory)
    masked, levelled = _levelled(masked, directory)
    if called := _opening_unit(masked, units):
        names[:0] = units[called] if len(units[called]) == 1 else (called,)
        masked = blanked(masked, 0, len(called))
    return masked, tuple(dict.fromkeys(_without_own_regions([*names, *shortened, *levelled])))


def _opening_unit(masked: str, units: Container[str]) -> str:
    """Return the longest of ``units`` that a text opens with as a word or words of their own, "" for none."""
    ends = accumulate(map(len, segmenter().cut(masked[:_LONGEST_UNIT], False)))
    return max((masked[:end] for end in ends if masked[:end] in units), key=len, default="")


def _with_regions_before(
    text: str, start: int, name: str, before: list[str], directory: Directory
) -> tuple[int, str]:
    """Give the regions named before a unit that they share their own: 云埠和沧屿两个教育局 are two.

    ``before`` is changed: each such region becomes the organisation, where the reports know it.
    """
    parts = name_parts(name)
    shared = _SHARED.search(text, 0, start)
    if not parts.unit or shared is None or len(before) < 1 or shared.end() != start:
        return start, name
    unit = name.removeprefix(parts.place) if parts.place else name.removeprefix(parts.region)
    for place, region in enumerate(before):
        full = directory.canonical(region + unit)
        if not name_parts(region).unit and full in directory:
            before[place] = full
    if shared["several"] and not parts.region and before:
        return shared.start(), before[-1]
    return start, name


def _joined(masked: str, end: int, region: str, directory: Directory) -> tuple[str, list[str]]:
    """Return the text without the units that follow a name of ``region`` by 和, 的 or 、 (县水利局和残联)."""
    found: list[str] = []
    while region and (link := _LINK.match(masked, end)):
        for size in range(min(12, len(masked) - link.end()), 1, -1):
            unit = masked[link.end() : link.end() + size]
            full = directory.canonical(region + unit)
            if full in directory and name_parts(full).unit and _HAN.fullmatch(unit):
                found.append(full)
                masked = blanked(masked, link.end(), link.end() + size)
                end = link.end() + size
                break
        else:
            break
    return masked, found


def _levelled(masked: str, directory: Directory) -> tuple[str, list[str]]:
    """Return the text without short names that begin with a level (市水投, 省博), and these in full."""
    found = []
    for match in _LEVEL_START.finditer(masked):
        piece = masked[match.start() : match.start() + 8]
        for size in range(len(piece), 1, -1):
            full = directory.canonical(piece[:size])
            word = segmenter().cut(piece[1:], False)[0] if len(piece) > 1 else ""
            whole = size > 2 or len(word) == 1
            if full in directory and full != piece[:size] and name_parts(full).unit and whole:
                found.append(full)
                masked = blanked(masked, match.start(), match.start() + size)
                break
    return masked, found


def _without_own_regions(names: list[str]) -> list[str]:
    """Leave out a region that only says where the organisations named after it are: 平槐 of 平槐的水利局."""
    units = [name for name in names if name_parts(name).unit]
    own = {name_parts(name).region for name in units}
    return [name for name in names if name_parts(name).unit or name_parts(name).region not in own]


def _is_name(mention: Mention, directory: Directory) -> bool:
    """Whether a region or an organisation that a question seems to name is one: 澄江省, not 给患者省 or 哪个公司."""
    if _ASKS.search(mention.name) or _WITHIN.search(mention.name):
        return False
    if mention.kind is not MentionKind.REGION or not mention.name.endswith(_PROVINCE_ENDS):
        return True
    region = name_parts(mention.name).region  # 洛汭 of 洛汭高新区
    return region in PROVINCES or any(map(directory.is_place, (mention.name[:-1], region)))


def _of_many(name: str, directory: Directory) -> tuple[str, int] | None:
    """Return the region of a name that many bodies of it share, "" for none, and how much of the name says it.

    None where the name is one body's.
    """
    parts = name_parts(name)
    bare = next((name[:size] for size in _BARE_PLACES if directory.is_place(name[:size])), "")
    place = parts.region + parts.level or bare
    if levels := _ALL_LEVELS.search(name):
        return (place, len(name)) if name.startswith(place) and place else ("", levels.start())
    unit = name.removeprefix(place)
    if place and unit in _MERE_SORT:
        return directory.canonical(place), len(place)
    trade = _SORT.sub("", unit)
    of_many = trade != unit and trade not in _ONE_OF_A_PLACE and is_common_word(trade)
    if not of_many or (parts.level and not parts.region):
        return None
    return place, len(place)


def _longer_name(name: str, directory: Directory) -> str:
    """Return the one known name that begins and ends as ``name`` does and says more between: 丰稔粮食储备集团 for 丰稔集团.

    Two characters of the one end and one of the other are enough: 凤桥县农村信用联社 for 凤桥信用社, 岭川省矿业集团 for 岭矿集团.
    """
    if len(name) < _LEAST_OF_BOTH_ENDS:
        return ""
    fitting = [
        full
        for full in directory.names
        if full[:1] == name[:1]
        and (bare := without_company_end(full)) != name
        and bare[-1:] == name[-1:]
        and (full[:2] == name[:2] or bare[-2:] == name[-2:])
        and is_in_order(name, bare)
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _from_known_name(mention: Mention, directory: Directory) -> Mention:
    """Return a mention without what stands before a name that the reports know: 资产负债率路桥公司."""
    if mention.certain or mention.name in directory or name_parts(mention.name).region:
        return mention
    start = mention.start
    for word in segmenter().cut(mention.name, False)[:-1]:
        start += len(word)
        rest = mention.name[start - mention.start :]
        if len(rest) > _SHORTEST_KNOWN and rest in directory:
            return replace(mention, start=start, name=rest)
    return mention


def _full_name(mention: Mention, directory: Directory, region: str) -> tuple[str, int]:
    """Return the full name that a mention stands for, "" for none, and where the mention ends."""
    if mention.kind is MentionKind.GENERIC:
        parts = name_parts(_SESSION.sub("", mention.name))
        place = parts.region + parts.level
        return (directory.canonical(place) if parts.region else ""), mention.end
    parts = name_parts(mention.name)
    inside = _INSIDE.match(mention.name)
    if inside and not (directory.is_place(parts.region) or parts.region in CITIES):
        return directory.canonical(mention.name[inside.end() :], region), mention.end
    name = directory.canonical(mention.name, region)
    if name == mention.name and name not in directory:
        if longer := _longer_name(name, directory):
            return longer, mention.end
        if not region and len(holders := directory.holders(name)) == 1:
            return holders[0], mention.end  # 文旅厅, of which the reports know one
        known = directory.longest_at(name, 0, len(name) - 1)
        full = directory.canonical(name[:known], region)
        if known > 2 and full in directory and name_parts(full).unit:
            return full, mention.start + known  # 澄江工大图书馆: of the university that is known
    return name, mention.end


def _abbreviations(masked: str, directory: Directory) -> tuple[str, list[str]]:
    """Return the text with short names blanked that only the known names tell (省林科院), and those names."""
    names = []
    position = 0
    while position < len(masked):
        end, name = directory.abbreviation_at(masked, position)
        if name:
            names.append(name)
            masked = blanked(masked, position, end)
        position = max(position + 1, end)
    return masked, names
