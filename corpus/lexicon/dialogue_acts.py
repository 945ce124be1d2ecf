"""What a turn does beside asking for a figure, read from its table: a text in, the act and what it names out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from corpus.lexicon.tables import read_lexicon

DIALOGUE_COLUMNS: Final = ("act", "pattern", "example")
"""Columns of the table ``dialogue_acts.tsv``, which explains them."""

ACT_WORD_COLUMNS: Final = ("act", "needs", "may", "example")
"""Columns of the table ``act_words.tsv``, which explains them."""

TURN_PATTERN_COLUMNS: Final = ("name", "pattern", "example")
"""Columns of the table ``turn_patterns.tsv``, which explains them."""

DIALOGUE_ACTS: Final = (
    "leave",
    "new",
    "identity",
    "help",
    "library_list",
    "library_count",
    "library_newest",
    "library_oldest",
    "library_span",
    "library_has",
    "provenance",
    "sure",
    "repeat",
    "more",
    "opinion",
    "scope",
    "summary",
)
"""What a turn does, as the table explains it."""

_END: Final = re.compile(r"(?:[\s。.？?！!~～…，,、]|(?<=.)[啊呀嘛哦啦哈呗哟])+$")


_ASKS_OF_BODY: Final = re.compile(
    r"(?:[局委厅办院校]|[县区镇乡村]|公司|集团|中心|街道|社区|协会|景区)[^，。？?\d]{2,14}(?:多少|几)[一-鿿]"
)
"""What is asked of a body is no small talk, whatever it has to do with (县文旅局新建旅游厕所多少座)."""


@dataclass(frozen=True, slots=True)
class DialogueAct:
    """What a turn does; ``groups`` are the parts of its wording that the pattern names (name, n)."""

    name: str
    groups: Mapping[str, str] = field(default_factory=dict)


def read_dialogue_acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the acts with their patterns, in the order of the table; raises ``UnusableTable``."""
    found: list[tuple[str, re.Pattern[str]]] = []
    for row in read_lexicon("dialogue_acts.tsv", DIALOGUE_COLUMNS):
        if row["act"] not in DIALOGUE_ACTS:
            acts = ", ".join(DIALOGUE_ACTS)
            raise row.refuse(f"没有 {row['act']!r} 这一类", f"no such act: one of {acts}")
        try:
            pattern = re.compile(row["pattern"])
        except re.error as error:
            raise row.refuse(f"这个式子读不出来：{error}", f"unreadable expression: {error}") from error
        if not pattern.fullmatch(row["example"].lower()):
            raise row.refuse("式子不合例子", "the pattern does not match the example")
        found.append((row["act"], pattern))
    return tuple(found)


def read_act_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return for each row of ``act_words.tsv`` its act, and what matches the turns made of its words; raises ``UnusableTable``."""
    found: list[tuple[str, re.Pattern[str]]] = []
    for row in read_lexicon("act_words.tsv", ACT_WORD_COLUMNS):
        groups = row["needs"].split(" ")
        words = "|".join(
            sorted({*"|".join(groups).split("|"), *row["may"].split("|")}, key=len, reverse=True)
        )
        needed = "".join(f"(?=.*(?:{group}))" for group in groups)
        pattern = re.compile(f"{needed}(?:{words})+")
        if row["act"] not in DIALOGUE_ACTS or not pattern.fullmatch(row["example"]):
            raise row.refuse("没有这一类，或例子不合", "no such act, or its example does not match")
        found.append((row["act"], pattern))
    return tuple(found)


def read_turn_patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of ``turn_patterns.tsv`` by name; raises ``UnusableTable``."""
    found: dict[str, re.Pattern[str]] = {}
    for row in read_lexicon("turn_patterns.tsv", TURN_PATTERN_COLUMNS):
        found[row["name"]] = re.compile(row["pattern"])
        if not found[row["name"]].search(row["example"]):
            raise row.refuse("式子不合例子", "the pattern does not match the example")
    return found


_PATTERNS: Final = read_turn_patterns()


def turn_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of that ``name`` in ``turn_patterns.tsv``; raises ``KeyError`` for none."""
    return _PATTERNS[name]


_ACTS: Final = (*read_act_words(), *read_dialogue_acts())


def dialogue_act(text: str) -> DialogueAct | None:
    """Return what a whole turn does, None where the tables do not know it."""
    said = _END.sub("", text.strip().lower().replace("’", "'"))
    for act, pattern in _ACTS:
        if (match := pattern.fullmatch(said)) and not (act == "scope" and _ASKS_OF_BODY.search(said)):
            return DialogueAct(act, {key: value for key, value in match.groupdict().items() if value})
    return None
