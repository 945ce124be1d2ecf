"""How surely a statement speaks of a word that a question says: a word and a statement in, 0 to 1 out.

The nearer to the figure a word stands, the surer it is said of it: in what is counted, in the figure's own
clause, elsewhere in the sentence, over it (heading, title, organisation), in the sentences before it.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.question.content_words import is_action, names_thing, variants
from bot.ranking.figure_context import Around, is_row
from bot.ranking.scope import Place
from bot.ranking.weight_table import held_factors
from checker.comparison.features import Features
from corpus.figure import Statement
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.words import segmenter


@dataclass(frozen=True, slots=True)
class PresenceFactors:
    """How surely a statement speaks of a word, by where it stands: the table ``held.presence``."""

    counted: float
    after: float
    own: float
    over_row: float
    segment: float
    alike: float
    sentence: float
    aside: float
    over: float
    before: float
    letters: float
    later: float
    document: float


_SURE: Final = held_factors("presence", PresenceFactors)
COUNTED: Final = _SURE.counted
OWN: Final = _SURE.own
"""In the words right about the figure."""
_ALIKE: Final = _SURE.alike
"""Most of its characters stand there, or it stands in words that may be the next figure's."""
SEGMENT: Final = _SURE.segment
"""Before the figure, in its part of the sentence, which semicolons set apart."""
IN_SENTENCE: Final = _SURE.sentence
ASIDE: Final = _SURE.aside
"""In another part of the sentence, or only after the figure."""
OVER: Final = _SURE.over
IN_SENTENCES_BEFORE: Final = _SURE.before
LETTERS: Final = _SURE.letters
"""Half of its characters stand about the figure."""
LATER: Final = _SURE.later
"""A later figure of the sentence has the word for its own."""
DOCUMENT: Final = _SURE.document

_STOP: Final = re.compile("[。；;]")
_CLAUSE: Final = re.compile("[，。；;：:]")
_JOINED: Final = re.compile("、|和|与|及|以及")
_SEGMENTS: Final = re.compile("[；;]")
_TELLS_OFF: Final = re.compile("[一-鿿]{1,14}分别")
"""What stands right behind a number that only tells of how many a row is."""
_REACH: Final = 200
_APART: Final = 3
"""Characters that may stand between those of a word that is short for more."""
_LEAD: Final = 120


@dataclass(frozen=True)
class StatementSetting:
    """A statement with all that is looked at to tell what it speaks of."""

    statement: Statement
    theirs: Features
    around: Around
    place: Place | None

    @cached_property
    def over(self) -> str:
        """What stands over the sentence: headings, title, whose figure it is, the start of the report."""
        one = self.statement
        issuer, lead = (
            (self.place.report.organisation, self.place.report.text[:_LEAD]) if self.place else ("", "")
        )
        return f"{one.section}|{one.title}|{one.figure.org}|{issuer}|{lead}"

    @cached_property
    def subject(self) -> str:
        """What the whole report is about: its title and its issuer."""
        return f"{self.statement.title}|{self.place.report.organisation if self.place else ''}"

    @cached_property
    def before(self) -> str:
        """What stands in the sentences before."""
        start = self.statement.start
        return self.place.report.text[max(0, start - _REACH) : start] if self.place else ""

    @cached_property
    def row_of_names(self) -> tuple[str, str] | None:
        """The name that a figure of a row is of, and the other names; None where there is no such row."""
        return _row_of_names(self.statement)


def presence(word: str, setting: StatementSetting) -> float:
    """Return how surely the statement speaks of ``word``, 0 to 1."""
    forms = variants(word)
    inside = _in_sentence(word, forms, setting)
    if inside < OWN and word not in GENERIC_WORDS and _is_subject(word, forms, setting):
        return OWN  # a report on one forest farm says its name of nothing, and means it of all
    if inside:
        return inside
    if any(form in setting.over for form in forms):
        return _SURE.over_row if is_row(setting.statement) else OVER
    if any(form in setting.before for form in forms):
        return IN_SENTENCES_BEFORE
    text = setting.theirs.text + setting.around.before + setting.around.after
    if len(word) > 1 and _shared(word, text) >= 0.5:
        return LETTERS
    if len(word) > 2 and _shared(word, setting.statement.quote) == 1:
        return LETTERS  # 信访件 of 信访举报件
    if setting.place and any(form in setting.place.report.text for form in forms):
        return DOCUMENT
    return 0.0


def _is_subject(word: str, forms: tuple[str, ...], setting: StatementSetting) -> bool:
    """Whether a word names what the whole report is about, and no figure of the sentence has it for its own."""
    told = any(form in setting.subject for form in forms)
    return told and names_thing(word) and not any(form in setting.statement.quote for form in forms)


def _in_sentence(word: str, forms: tuple[str, ...], setting: StatementSetting) -> float:
    statement, theirs, around = setting.statement, setting.theirs, setting.around
    if row := setting.row_of_names:
        own, others = row
        if any(form in own for form in forms):
            return COUNTED
        if any(form in others for form in forms):
            return LATER
    metric = f"{theirs.text}|{statement.figure.metric}|{statement.figure.raw}"  # 最高3万元 says 最高 itself
    if word in theirs.words or any(form in metric for form in forms):
        return COUNTED
    places = [place for form in forms if (place := around.after.find(form)) >= 0]
    if places and around.handed_on and is_action(word) and not theirs.earlier:
        return LATER  # 27个问题已完成整改24个: 24 were; 由1.9%下调至1.8%: both
    if places:
        return COUNTED if min(places) <= 4 else (_ALIKE if around.cut else _SURE.after)
    if any(form in around.before for form in forms):
        return OWN
    own = theirs.text + around.before + around.after
    if (len(word) > 2 and _shared(word, own) >= _ALIKE) or _is_shortened(word, around.before):
        return _ALIKE
    told = statement.quote[: statement.figure.start - statement.start]
    if any(form in around.later for form in forms) and not any(form in told for form in forms):
        return (
            _ALIKE if is_row(statement) else LATER
        )  # 采购预算8420万元，节约资金1265万元: the later figure's own
    if any(form in _SEGMENTS.split(told)[-1] for form in forms):
        return SEGMENT
    if any(form in told for form in forms) or _is_shortened(word, _SEGMENTS.split(told)[-1]):
        return IN_SENTENCE
    if any(form in statement.quote for form in forms):
        return ASIDE
    return _ALIKE if is_row(statement) and any(form in around.row for form in forms) else 0.0


def _row_of_names(statement: Statement) -> tuple[str, str] | None:
    """Return the name that a figure of a row is of, and the other names; None where there is no such row.

    一厂、二厂分别生产300台和500台: 500台 is of 二厂.
    """
    quote, start = statement.quote, statement.figure.start - statement.start
    each = quote.rfind("分别", 0, start)
    if each < 0 or _STOP.search(quote[each:start]):
        return None
    names = _JOINED.split(_CLAUSE.split(quote[:each].removesuffix(statement.figure.metric or "　"))[-1])
    place = len(_JOINED.findall(quote[each:start]))
    if len(names) < 2 or place >= len(names):
        return None
    return names[place], "|".join(names[:place] + names[place + 1 :])


def tells_row_off(statement: Statement) -> bool:
    """Whether a figure only tells of how many a row is (四个科室费用分别为1860万元、…)."""
    return _TELLS_OFF.match(statement.quote, statement.figure.end - statement.start) is not None


def _is_shortened(word: str, text: str) -> bool:
    """Whether a word of two characters is short for what a text says by both, the one soon after the other: 偷水 of 偷盗用水."""
    if len(word) != 2 or not (is_action(word) or len(segmenter().cut(word, False)) > 1):
        return False  # 资金 is no short word for 资产租金
    first, last = map(re.escape, word)
    return re.search(f"{first}[一-鿿]{{1,{_APART}}}{last}", text) is not None


def _shared(word: str, text: str) -> float:
    return sum(character in text for character in word) / len(word)
