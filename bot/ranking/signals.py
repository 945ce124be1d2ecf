"""What speaks for and against a statement as the answer: a question and a statement in, named signals out.

Each signal is a number from 0 to 1; :mod:`bot.ranking.weights` weighs them. No signal decides by itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.question.answer_types import QUANTITIES, VAGUE, counts_otherwise, kind_fitness, leading_noun
from bot.question.content_words import is_action, is_weak, normal
from bot.question.member_names import parts_asked
from bot.question.question import Question, Sought
from bot.ranking.asking_words import (
    DEED_SAID,
    KIND_WORDS,
    NOUN,
    absent_share,
    deed_said,
    deed_sought,
    happening,
    has_word_of_others,
    is_other_noun,
    noun_counted,
)
from bot.ranking.contrasts.earlier import asks_earlier, is_left_behind
from bot.ranking.contrasts.named_rates import are_other_rates, is_of_a_matter
from bot.ranking.contrasts.part_of import is_of_other_parts
from bot.ranking.contrasts.standing import Standing, standing, standings_ruled_out
from bot.ranking.contrasts.things import is_other_thing
from bot.ranking.figure_context import is_dateline, is_row, nearness_of
from bot.ranking.scope_signals import belonging_signals, marked_in
from bot.ranking.term_presence import IN_SENTENCES_BEFORE, LATER, OVER, StatementSetting, presence
from bot.ranking.times.time_signals import is_ahead
from bot.ranking.weight_table import held_factors
from checker.arithmetic.words import any_arithmetic_word
from checker.comparison.agreement import same_bound
from checker.comparison.features import Features, Read, features
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.lexicon.places import PROVINCES
from corpus.lexicon.relations import relations_in
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.lexicon.wording.denials import NOT_DONE
from corpus.organisations.name_parts import name_parts
from corpus.quantities.qualifiers import BEFORE_WORDS
from corpus.quantities.units import interchangeable

Weigh = Callable[[str], float]
"""How much a word says, 0 to 1."""

_NOT_YET: Final = re.compile(f"未|{NOT_DONE}|尚|剩余|剩")
_FALLEN_TO: Final = re.compile("(?:[减降][少低]?|压[缩减]|压|削减)[到至为]$|现[有存]$")
"""What says right before a level that it is what remains: 由142个减少到39个, 现有44人."""
_DAYS: Final = frozenset({"天", "个工作日"})
"""Units of days: who asks how many days something takes is told in working days."""
_OWED: Final = re.compile("[还仍]欠")
"""What asks for the rest of a debt, though the deed is said: 还欠."""
_AFTER_VERB: Final = "了过掉完好出回下来"
_CUT_BY: Final = {
    "up": re.compile("(?:增加|新增|提高|增收|[多净]增|涨)(?![^，]*[到至为由从])"),
    "down": re.compile(
        "(?:压减|减少|核减|降低|压缩|削减|缩减|[少净]增|[多净]减|[下调]降|下调)(?![^，]*[到至为由从])"
    ),
}
_SEVERAL: Final = re.compile(
    "加起来|加在一起|加一起|合起来|相加|(?<![第一二三四五六七八九十])[两三四五六七八九十](?:家|批|座|所|轮|镇|县|区|乡|村|地|市|标段)"
)
"""Of whom a sum is asked for: of several, not of one that has several, nor of one of a row (二轮巡察)."""
_TOTAL: Final = re.compile(f"{any_arithmetic_word('sum')}|全[省市县区部]|(?<!第)[两三]")
_BOTH: Final = re.compile("[从由](?:多少|几)[^，。？]*[到至成为]|前后")
"""A question for two levels, of which the earlier is one."""
_PART_OF_DATE: Final = re.compile(r"[今去明]年|\d{4}年?度?|\d{1,2}[日号]")
_WHICH_YEAR: Final = re.compile("哪一?[年届]|几几年|which year|what year")
_NATION: Final = re.compile("我国|全国|中国")
_REPORT: Final = re.compile("报道|发布|通报|公布|印发")
_COMPARED: Final = re.compile("同比|环比|[比较]上[年月]|[比较]去年")
_QUALIFIERS: Final = {word: sort for word, sort in BEFORE_WORDS.items() if len(word) > 1}
_QUALIFIER: Final = re.compile("|".join(sorted(_QUALIFIERS, key=len, reverse=True)))
_NEAR_BY = 12

SIGNALS: Final = frozenset(
    "absent action aligned alike anchor averaged bygone change change_for_level compared compared_with compares_another counted dateline deed disowned "
    "earlier elsewhere extra head held issuer kind lead level_for_change liked likest local member_for_all near negated "
    "organisation other_deed other_kind other_noun other_number other_part other_rate other_round other_stage other_thing other_time other_unit other_way outdone own part_of_date part_of_sum "
    "period planned qualified rarest regional renumbered round row same sentence stranger unissued unit unnumbered unowned unplanned unlike unsaid untimed vague".split()
)
"""The names of all signals: those that ``signals_of`` gives, and those of alignment and meaning."""


@dataclass(frozen=True, slots=True)
class WordFactors:
    """How much a word of a question says before its rarity is known: the table ``held.words``."""

    weak: float
    generic: float
    action: float
    context: float
    head: float
    common: float


_WORDS: Final = held_factors("words", WordFactors)


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is sought, ready to be compared: its words with how much each says, and it as a statement.

    ``deed`` is what was done, as the verb before the asking word says it (付 in 付了多少), in all of its forms; ``noun``
    is what follows the asking word (企业 in 多少家企业), ``qualifier`` how the answer is qualified (至少), if at all.
    ``of_several`` says that it asks for the sum of several, ``earlier`` whether for the level before a change, None where
    it asks for both levels. ``parts`` are the units that it names beside those that are known; ``stands`` is how what is
    asked for stands, ``ruled_out`` how no answer does.
    """

    question: Question
    sought: Sought
    like: Features
    weights: tuple[tuple[str, float], ...]
    head: tuple[str, ...]
    deed: tuple[str, ...] = ()
    noun: str = ""
    qualifier: Qualifier | None = None
    of_several: bool = False
    earlier: bool | None = False
    parts: tuple[str, ...] = ()
    stands: Standing = Standing.UNSAID
    ruled_out: frozenset[Standing] = frozenset()

    @property
    def total(self) -> float:
        """The weight of all words."""
        return sum(weight for _, weight in self.weights) or 1.0


def prepare(
    question: Question, sought: Sought, weigh: Weigh, read: Read = features, owners: tuple[str, ...] = ()
) -> Criteria:
    """Make ready what is sought: ``weigh`` tells what a word says, ``read`` features, ``owners`` whose statements are named."""
    weights: dict[str, float] = {}
    for words, share in ((sought.words, 1.0), (sought.context, _WORDS.context)):
        for word in words:
            said = _WORDS.common + (1 - _WORDS.common) * weigh(word)
            first = _WORDS.head if word in sought.head and word not in KIND_WORDS else 1.0
            weights.setdefault(word, share * _role(word) * said * first)
    head = tuple(word for word in sought.head if word not in KIND_WORDS)
    noun = leading_noun(question.wording[sought.asked.end :][:NOUN]).split("的")[0] if sought.asked else ""
    qualified = _QUALIFIER.search(sought.clause)
    qualifier = _QUALIFIERS[qualified[0]] if qualified else None
    like, deed = read(_as_statement(sought)), deed_sought(question, sought)
    told = relations_in(question.text)
    several = "sum" in told and sought in question.sought and bool(_SEVERAL.search(question.text))
    earlier = None if _BOTH.search(question.text) else asks_earlier(question.text)
    parts = (*parts_asked(sought.clause), *question.members, *owners)
    stands = standing(question.text), standings_ruled_out(question.text)
    weighed = tuple(weights.items())
    told_as = head, deed, noun, qualifier, several, earlier, parts
    return Criteria(question, sought, like, weighed, *told_as, *stands)


def _role(word: str) -> float:
    if is_weak(word) or word in KIND_WORDS:
        return _WORDS.weak
    if word in GENERIC_WORDS:
        return _WORDS.generic
    return _WORDS.action if is_action(word) else 1.0


def _as_statement(sought: Sought) -> Statement:
    """Return what is sought in the form of a statement, so that both are read alike."""
    kinds = sought.asked.kinds if sought.asked else frozenset()
    kind = next(iter(kinds)) if len(kinds) == 1 else Kind.COUNT
    text = "".join([*sought.context, *sought.words, sought.metric])
    figure = Figure("", len(text), len(text), kind, metric=sought.metric)
    return Statement(figure, "", "", text, 0, len(text), clause=sought.clause)


def signals_of(
    asked: Criteria, setting: StatementSetting, liked: float, near_anchor: float
) -> dict[str, float]:
    """Return the signals of a statement; ``liked`` is how well the search liked its passage, 0 to 1.

    ``near_anchor`` is how near it stands to what answered the question before, 0 where nothing did.
    """
    words = _word_signals(asked, setting)
    parts = (*asked.parts, *marked_in(asked.question, setting))
    return {
        **words,
        **_kind_signals(asked, setting),
        **belonging_signals(asked.question, setting),
        **_wording_signals(asked, setting, done=words["deed"] == DEED_SAID),
        "other_part": float(is_of_other_parts(parts, asked.question.text, setting)),
        "liked": liked,
        "anchor": near_anchor,
    }


def _word_signals(asked: Criteria, setting: StatementSetting) -> dict[str, float]:
    said = {word: presence(word, setting) for word, _ in asked.weights}
    total, in_unit = asked.total, _is_in_unit(asked, setting.statement.figure)
    deed = deed_said(asked.deed, setting)
    rarest = max(asked.weights, key=lambda pair: pair[1], default=("", 0.0))[0]
    own = sum(weight * (said[word] if said[word] > 0.55 else 0.0) for word, weight in asked.weights)
    sentence = sum(weight * max(0.0, said[word]) for word, weight in asked.weights)
    held = sum(
        weight for word, weight in asked.weights if said[word] >= OVER or said[word] == IN_SENTENCES_BEFORE
    )
    return {
        "own": own / total,
        "sentence": sentence / total,
        "held": held / total,
        "head": max((said[word] for word in asked.head if word in said), default=0.5),
        "action": max((said[word] for word in said if is_action(word)), default=0.5),
        "deed": deed,
        "rarest": said.get(rarest, 0.0),
        "absent": absent_share(said, asked.weights, in_unit, happening(asked.sought), done=deed == DEED_SAID),
        "elsewhere": float(any(said[word] == LATER and is_action(word) for word in said)),
        "disowned": float(has_word_of_others(said)),
        "other_thing": float(is_other_thing(said, asked.sought, setting)),
        "near": nearness_of(asked.weights, setting.statement),
    }


def _is_in_unit(asked: Criteria, figure: Figure) -> bool:
    """Whether a figure counts in the very unit that is asked for."""
    measure = asked.sought.asked.measure if asked.sought.asked else ""
    return bool(measure) and measure in (figure.unit, figure.measure)


def _kind_signals(asked: Criteria, setting: StatementSetting) -> dict[str, float]:
    figure, sought = setting.statement.figure, asked.sought
    fit = kind_fitness(sought.asked, figure) if sought.asked else 0.0
    measure = sought.asked.measure if sought.asked else ""
    agrees = bool(sought.change) and sought.change == figure.change
    cut = bool(sought.change) and bool(_CUT_BY[sought.change].search(setting.around.before))
    same_unit = measure in (figure.unit, figure.measure) or {measure, figure.unit} <= _DAYS
    same_unit = same_unit or interchangeable(measure, figure.unit)
    return {
        "kind": fit,
        "other_kind": float(
            sought.asked is not None and bool(sought.asked.kinds) and figure.kind not in sought.asked.kinds
        ),
        "unit": float(_is_in_unit(asked, figure)),
        "other_unit": float(bool(measure and figure.unit) and measure not in VAGUE and not same_unit)
        or float(counts_otherwise(measure, figure.unit)),
        "change": float(agrees or cut),
        "level_for_change": float(bool(sought.change) and not figure.change and not cut),
        "other_way": float(bool(sought.change and figure.change) and not agrees),
        "change_for_level": float(
            bool(figure.change) and not sought.change and not re.search("[增降涨减]", sought.metric)
        ),
    }


def _wording_signals(asked: Criteria, setting: StatementSetting, *, done: bool) -> dict[str, float]:
    mine, theirs, statement = asked.like, setting.theirs, setting.statement
    text = asked.question.text
    before = statement.quote[: statement.figure.start - statement.start]
    extra = [word for word in theirs.words if word not in GENERIC_WORDS and not _is_said(word, mine.text)]
    weighed = sum(0.3 if is_weak(word) else 1.0 for word in theirs.words)
    compared = bool(_COMPARED.search(text)) and not _COMPARED.search(setting.around.before[-_NEAR_BY:])
    region = name_parts(statement.figure.org).region
    elsewhere = region in PROVINCES and region not in text
    named = any(_NOT_YET.search(word) and word in statement.quote for word, _ in asked.weights)
    left = not done and bool(_NOT_YET.search(mine.text + mine.clause) or mine.denied)  # 没结算的，结了几个
    left = left or bool(_OWED.search(mine.clause))
    fallen = left and bool(_FALLEN_TO.search(setting.around.before))
    unlike = left != (fallen or bool(_NOT_YET.search(theirs.text)) or theirs.negated)
    unlike = unlike and not any(
        len(state) > 1 for state in mine.denied & theirs.denied
    )  # 不合格辅警 is of both
    told = standing(before)
    stands = Standing.PLANNED if is_ahead(asked.question, statement) else told
    left_behind = is_left_behind(setting)
    whole = before if is_row(statement) else setting.around.before + theirs.text
    return {
        "same": float(
            len(theirs.words) > 1
            and frozenset(mine.words) == frozenset(theirs.words)
            and statement.figure.change == asked.sought.change
        ),
        "other_noun": float(is_other_noun(asked.noun, setting)),
        "other_rate": float(
            are_other_rates(mine.words, theirs.words)
            or is_of_a_matter(mine.words, statement.figure.metric, statement.quote)
        ),
        "extra": sum(0.3 if is_weak(word) else 1.0 for word in extra) / max(1.0, weighed),
        "other_stage": float(bool(mine.stages and theirs.stages) and not mine.stages & theirs.stages),
        "negated": float((not named and unlike and (left or not mine.left)) or told in asked.ruled_out),
        "compared": float(compared),
        "compares_another": float(compared and bool(_COMPARED.search(statement.quote))),
        "averaged": float(mine.averaged != theirs.averaged),
        "earlier": float(asked.earlier is not None and left_behind != asked.earlier),
        "part_of_sum": float(asked.of_several and not _TOTAL.search(whole)),
        "planned": float(stands is Standing.PLANNED is not asked.stands),
        "unplanned": float(asked.stands is Standing.PLANNED is not stands),
        "part_of_date": float(
            statement.figure.kind is Kind.DATE
            and bool(_PART_OF_DATE.fullmatch(statement.figure.raw))
            and not _WHICH_YEAR.search(text)
        ),
        "local": float(elsewhere and bool(_NATION.search(text))),
        "regional": float(elsewhere and not asked.question.orgs and not _NATION.search(text)),
        "dateline": float(
            statement.figure.kind is Kind.DATE and is_dateline(statement) and not _REPORT.search(text)
        ),
        "vague": float(statement.figure.kind in QUANTITIES and statement.figure.value is None),
        "row": float(is_row(statement)),
        "qualified": float(
            asked.qualifier is not None and same_bound(asked.qualifier, statement.figure.qualifier)
        ),
        "counted": noun_counted(asked.noun, setting),
    }


def _is_said(word: str, text: str) -> bool:
    """Whether a text says a word, without what only follows a verb in it, or all of its characters, or what it stands for: 销掉 by 销."""
    bare = word.rstrip(_AFTER_VERB) or word
    return bare in text or (len(bare) > 1 and set(bare) <= set(text)) or normal(word) in text
