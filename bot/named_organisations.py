"""The organisations that a question names: its text in, the text without them and their full names out."""

import re
from typing import Final

from bot.blanking import blanked
from corpus.directory import Directory
from corpus.name_parts import name_parts
from corpus.organisations import Mention, MentionKind, find_organisations
from corpus.place_names import PROVINCES

_NAMED_UNIT: Final = re.compile(
    "第?[一二三四五六七八九十](?:人民)?(?:院|医院|人医|中学?)(?![一-鿿]?[会次])|[一-鿿]{1,3}(?:科院|大学|学院|师大|理工|农大|医大|工大)"
)
_PROVINCE_ENDS: Final = ("省", "区", "市")
_SESSION: Final = re.compile("^[一二三四五六七八九十]+届")


def find_named(text: str, directory: Directory) -> tuple[str, tuple[str, ...]]:
    """Return the text with its organisations blanked, and their names in full."""
    masked = text
    names: list[str] = []
    region = ""
    for mention in find_organisations(text, known=directory):
        if mention.kind is MentionKind.ANAPHOR or not _is_name(mention, directory):
            continue
        name, end = _full_name(mention, directory, region)
        if mention.kind is MentionKind.REGION and (more := _NAMED_UNIT.match(text, end)):
            name, end = directory.canonical(name + more[0]), more.end()  # 汐港二院, which no report may know
        names += [name] if name else []
        parts = name_parts(name or mention.name)
        if parts.region:
            region = parts.region + parts.level  # 临河的住建局, 北屏市教育局和市农业农村局: said once
        masked = blanked(masked, mention.start, end)
    masked, shortened = _abbreviations(masked, directory)
    return masked, tuple(dict.fromkeys([*names, *shortened]))


def _is_name(mention: Mention, directory: Directory) -> bool:
    """Whether a region that a question seems to name is one: 澄江省, but not 给患者省."""
    if mention.kind is not MentionKind.REGION or not mention.name.endswith(_PROVINCE_ENDS):
        return True
    return name_parts(mention.name).region in PROVINCES or directory.is_place(mention.name[:-1])


def _full_name(mention: Mention, directory: Directory, region: str) -> tuple[str, int]:
    """Return the full name that a mention stands for, "" for none, and where the mention ends."""
    if mention.kind is MentionKind.GENERIC:
        parts = name_parts(_SESSION.sub("", mention.name))
        place = parts.region + parts.level
        return (directory.canonical(place) if parts.region else ""), mention.end
    name = directory.canonical(mention.name, region)
    if name == mention.name and name not in directory.names:
        known = directory.longest_at(name, 0, len(name) - 1)
        full = directory.canonical(name[:known], region)
        if known > 2 and full in directory.names and name_parts(full).unit:
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
