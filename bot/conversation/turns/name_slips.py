"""Names written by halves or by sound: a turn and the known names in, the turn with names in full, or whom it may mean, out.

住建 may be 住房和城乡建设局, 医院 any hospital; zhujianju is 住建局 by its sound.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pypinyin import lazy_pinyin

from corpus.organisations.name_parts import name_parts
from corpus.organisations.short_names import is_in_order, short_names

_HOW_MUCH: Final = re.compile("的(?:呢|是?(?:多少|几))?$")
_LATIN: Final = re.compile(r"[A-Za-z]+(?:[ '][A-Za-z]+)*")
_LEAST_SOUND: Final = 5
_SHORTEST: Final = 2
_END: Final = 2
_LONGEST: Final = 5
_PIECE: Final = 3
"""Characters of a piece that may stand anywhere in a name: 农林大 of 松江农林大学."""

_HAN: Final = re.compile("[一-鿿]+")


def with_sounds_written(text: str, names: Iterable[str]) -> str:
    """Return a turn with the names that it writes in pinyin written in characters (zhujianju: 住建局)."""
    if not _HAN.search(text) and not re.fullmatch(r"[a-z ']+", text.strip()):
        return text
    matches = [match for match in _LATIN.finditer(text) if len(match[0].replace(" ", "")) >= _LEAST_SOUND]
    if not matches:
        return text
    sounds: dict[str, str] = {}
    for name in names:
        for form in _forms(name):
            sounds.setdefault("".join(lazy_pinyin(form)), form)
    for match in reversed(matches):
        words = match[0].lower().split()
        for size in range(len(words), 0, -1):
            found = sounds.get("".join(words[:size]).replace("'", ""))
            if found:
                rest = " ".join(words[size:])
                text = f"{text[: match.start()]}{found}{rest}{text[match.end() :]}"
                break
    return text


def _forms(name: str) -> tuple[str, ...]:
    """Return a name, its short forms, and these without their place."""
    parts = name_parts(name)
    forms = {name, *short_names(name)}
    forms |= {form.removeprefix(parts.place).removeprefix(parts.region) for form in forms if parts.region}
    return tuple(sorted(form for form in forms if len(form) >= _SHORTEST))


def name_alone(rest: str) -> str:
    """Return what a turn says before what follows a name that is all that it says: 农林大的, 信北的是多少."""
    return _HOW_MUCH.sub("", rest)


def with_name_in_full(text: str, names: Iterable[str]) -> str:
    """Return a turn that begins with one of ``names`` in short with it in full (仁安医院 for 仁安民营医院).

    A name in short begins and ends as it does in full; where several may be meant, the turn is left as it is.
    """
    meant = {
        (name, end)
        for name in names
        for end in range(_SHORTEST + _END, min(len(name), len(text) + 1))
        if name[:_SHORTEST] == text[:_SHORTEST]
        and name[-_END:] == text[end - _END : end]
        and is_in_order(text[:end], name)
        and name not in text
    }
    if len(meant) != 1:
        return text
    ((name, end),) = meant
    return f"{name}{text[end:]}"


def meant_by_half(said: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the known organisations that a piece of a name may mean: by its end (医院), or by its characters (住建)."""
    if not _SHORTEST <= len(said) <= _LONGEST or not _HAN.fullmatch(said):
        return ()
    units = {name: name_parts(name).unit or name for name in names}
    ends = [name for name, unit in units.items() if unit.endswith(said) and unit != said]
    if ends:
        return tuple(ends)
    return tuple(
        name
        for name, unit in units.items()
        if (unit[0] == said[0] and is_in_order(said, unit)) or (len(said) >= _PIECE and said in unit)
    )
