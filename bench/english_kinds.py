"""Kinds of lies and a truth in English: a clause of a report told in English out, true or with one thing changed."""

import random
import re
from collections.abc import Callable
from typing import Final

from bench.lie_kinds import LieKind, Make, clause_of
from bench.sentence_sources import Told
from bench.truth_kinds import TruthKind

_VERBS: Final = {
    "修订": "revised", "制定": "formulated", "召开": "held", "追回": "recovered", "收回": "recovered",
    "退还": "refunded", "清退": "refunded", "引进": "recruited", "受理": "accepted", "化解": "resolved",
    "办结": "completed", "约谈": "summoned", "培训": "trained", "建成": "built", "排查": "inspected",
}  # fmt: skip
_NOUNS: Final = {
    "制度": "rules", "问题": "problems", "党组会": "party group meetings", "措施": "measures", "博士": "doctors",
    "矛盾": "disputes", "隐患": "hazards", "项目": "projects", "干部": "officials", "案件": "cases", "线索": "clues",
}  # fmt: skip
_CLAUSE: Final = re.compile(rf"({'|'.join(_VERBS)})(?:了|完善|各类|相关)?({'|'.join(_NOUNS)})$")
_WHOLE: Final = re.compile(r"(\d{1,4})[个项条件份人名次起]$")


def _told(say: Callable[[int, str, str, random.Random], str]) -> Make:
    """Return what tells a clause such as 修订制度23项 by ``say``, given its number, noun and verb."""

    def make(told: Told, chance: random.Random) -> str | None:
        for one in chance.sample(told.figures, len(told.figures)):
            clause, stated = clause_of(told, chance, one)
            words = _CLAUSE.search(clause.removesuffix(stated.figure.raw))
            number = _WHOLE.match(stated.figure.raw)
            if words and number and clause.endswith(stated.figure.raw):
                return say(int(number[1]), _NOUNS[words[2]], _VERBS[words[1]], chance)
        return None

    return make


ENGLISH_LIES: Final = (
    LieKind("English: number", _told(lambda n, noun, verb, _: f"{n + 3} {noun} were {verb}.")),
    LieKind("English: denied", _told(lambda n, noun, verb, _: f"{n} {noun} were not {verb}.")),
    LieKind("English: per time", _told(lambda n, noun, verb, _: f"{n} {noun} were {verb} every month.")),
    LieKind("English: half", _told(lambda n, noun, verb, _: f"Half of the {n} {noun} were {verb}.")),
    LieKind(
        "English: false claim", _told(lambda n, noun, verb, _: f"{n} {noun} were falsely reported {verb}.")
    ),
    LieKind("English: unit", _told(lambda n, noun, verb, _: f"{n} million yuan of {noun} were {verb}.")),
    LieKind("English: rank", _told(lambda n, noun, verb, _: f"{n} {noun} were {verb}, the most of all.")),
    LieKind("English: plan", _told(lambda n, noun, verb, _: f"{n} {noun} will be {verb}.")),
    LieKind("English: another year", _told(lambda n, noun, verb, _: f"In 2008, {n} {noun} were {verb}.")),
    LieKind("English: another deed", _told(lambda n, noun, _, __: f"{n} {noun} were abolished.")),
)
ENGLISH_TRUTHS: Final = (TruthKind("in English", _told(lambda n, noun, verb, _: f"{n} {noun} were {verb}.")),)
