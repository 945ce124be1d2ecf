"""Lists without a language model: a question and what was found for it in, a ``Draft`` that lists the items out.

Every list that the reports found state is weighed: whose it is, how much of the question stands beside it, whether
its items are what is asked for and as many as that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answer import Draft
from bot.drafting.draft_lines import Lines, cite_place
from bot.drafting.sentences import belongs
from bot.listing.layout_lists import Item, ItemList, ListForm
from bot.listing.list_question import ListAsked, is_organisation, read_list_question
from bot.listing.report_lists import ReportLists
from bot.question.content_words import content_of, how_telling, is_weak, variants
from bot.question.question import Question
from bot.question.targets import CHANGE
from bot.ranking.scope import Place
from bot.ranking.series import marks_agree
from corpus.figure import Figure, Qualifier, Statement
from corpus.lexicon.function_words import CHANGE_WORDS
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.organisations.sameness import Sameness, same_organisation

_ENOUGH_FIT: Final = 0.5
"""A list below answers something else."""

_MOST_ITEMS: Final = 40
"""Items of a list; a longer one is cut, and the answer says so."""

_WHOLE_FIT: Final = 1.0
_LOOSE_FIT: Final = 0.45
_MEMBER_FIT: Final = {
    ListForm.HEADINGS: 1.0,
    ListForm.ROWS: 1.0,
    ListForm.NAMES: 0.95,
    ListForm.PARAGRAPHS: 0.9,
    ListForm.CLAUSES: 0.9,
    ListForm.SEQUENCE: 0.6,
}
"""How surely a list of this form tells whom a report is about: a sentence may name those that act."""

_TELLING_FORMS: Final = (ListForm.CLAUSES, ListForm.ROWS, ListForm.PARAGRAPHS)
_TOLD: Final = 0.9
_OTHER_COUNT: Final = 0.75
_KIND_COLUMN: Final = re.compile("类|种|项目")
_COLUMN: Final = re.compile(r"[，,、。；：:\s　的里中]")
_SORT: Final = re.compile("综述|通报|公告|公报")
_HEAVY: Final = 30
_BESIDE: Final = 8
_ACTING: Final = re.compile("(?:会同|联合|商请?|邀请|协同|配合|由|向|报)[^，,。；;]*$")
"""Before names of those that act together, and are not told of: 省委巡视办会同A、B."""

_TO_COME: Final = re.compile("下一?[轮步批阶]|接下来|今后|(?<!应)将[对在于]|拟[对于]|计划")
_OTHER_TIME: Final = 0.7
_NEAR_CHANGE: Final = 6


@dataclass(frozen=True, slots=True)
class Chosen:
    """A list with the items that answer, and how well it does, about 0 to 1."""

    of: ItemList
    items: tuple[Item, ...]
    score: float


def draft_list(
    question: Question, places: Mapping[str, Place], statements: Sequence[Statement], lists: ReportLists
) -> Draft | None:
    """Draft the list that a question asks for from the reports at ``places``; None where none of them states it.

    ``statements`` are the figures of these reports, for items that share one (收回率90%); ``lists`` gives the lists
    of a report.
    """
    asked = read_list_question(question)
    if asked is None:
        return None
    chosen = [
        one
        for place in places.values()
        for one in _weighed(question, asked, place, statements, lists.of(place.report))
    ]
    if not chosen:
        return None
    best = max(chosen, key=lambda one: (one.score, 0 if asked.count else len(one.items), -one.items[0].start))
    return _drafted(question, best) if _sureness(asked, best.items, best.score) >= _ENOUGH_FIT else None


def _sureness(asked: ListAsked, items: Sequence[Item], score: float) -> float:
    """Return a score without what as many items as asked add to it: that decides between lists only."""
    return score / max(1.0, _count_fit(asked, len(items)))


def _weighed(
    question: Question,
    asked: ListAsked,
    place: Place,
    statements: Sequence[Statement],
    lists: Sequence[ItemList],
) -> Iterator[Chosen]:
    """Yield those of the ``lists`` of one report that may answer, with how well they do."""
    figures = [one for one in statements if one.report == place.report.id] if asked.condition else []
    for one in lists:
        fit = _form_fit(asked, one)
        items, told = _told(asked, one, _members(asked, one))
        if asked.condition:
            items = tuple(item for item in items if _has(item, asked, asked.condition, figures))
        if not fit or len(items) < (1 if told else _fewest(asked, one)) or (asked.single and not told):
            continue
        score = (
            fit
            * marks_agree(question, one.above + one.lead)
            * _coverage(asked, one, told)
            * _count_fit(asked, len(items))
            * _title_fit(question, one)
            * _time_fit(question, one)
            * (_OTHER_TIME if one.form is ListForm.NAMES and _is_of_actors(one) else 1.0)
        )
        if asked.members and not asked.condition:
            named = sum(is_organisation(item.text) for item in one.items)
            score *= 0.7 + 0.3 * named / len(one.items)
        if _sureness(asked, items, score) >= _ENOUGH_FIT:  # whose it is takes longest to tell
            yield Chosen(one, items, score * belongs(question, place, items[0].start))


def _fewest(asked: ListAsked, one: ItemList) -> int:
    """Return how many items make a list: one will do where it is the only one of its type in a longer list."""
    picked = asked.members is not None and asked.members.name != "organisation" and len(one.items) > 2
    return 1 if asked.condition or (picked and one.form is not ListForm.NAMES) else 2


def _members(asked: ListAsked, one: ItemList) -> tuple[Item, ...]:
    """Return the items of the type asked for, each once."""
    called = (
        asked.members and one.form is ListForm.NAMES and re.search(asked.members.asked, one.noun[:_BESIDE])
    )
    kept: dict[str, Item] = {}
    for item in one.items:
        name = re.sub("(?:党委|党组)$", "", item.text)
        if (
            asked.members is None
            or called
            or (re.search(asked.members.member, name) and not name.startswith("部分"))
        ):
            known = (
                any(same_organisation(name, other) is Sameness.SAME for other in kept)
                if asked.members
                else False
            )
            if not known:
                kept.setdefault(name, replace(item, text=name))
    return tuple(kept.values())


def _form_fit(asked: ListAsked, one: ItemList) -> float:
    """Return how surely the items of a list are what is asked for."""
    if asked.members:
        return _MEMBER_FIT[one.form]
    if not asked.head:
        return 0.8
    if asked.kinds and one.form is ListForm.ROWS and _KIND_COLUMN.search(one.noun):
        return _WHOLE_FIT
    forms = variants(asked.head)
    called = (
        one.noun
        if one.form in (ListForm.HEADINGS, ListForm.PARAGRAPHS, ListForm.ROWS)
        else one.noun[:_BESIDE]
    )
    if any(form in called for form in forms):
        return _WHOLE_FIT
    if one.items and all(item.text.endswith(forms) for item in one.items):
        return _WHOLE_FIT
    if one.form is ListForm.SEQUENCE and any(form in one.lead for form in forms):
        return _WHOLE_FIT
    return _LOOSE_FIT


def _told(
    asked: ListAsked, one: ItemList, items: tuple[Item, ...]
) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return the items of which alone the report says what is asked (哪家公司有人被免职), and the words that tell.

    All items and no words where what is asked stands beside the list, or is said of none or of all of them.
    """
    if one.form not in _TELLING_FORMS:
        return items, ()
    around = (
        f"{one.noun} {one.above}" if one.form is ListForm.CLAUSES else f"{one.lead} {one.noun} {one.above}"
    )
    telling: list[str] = []
    for word in asked.words:
        if is_weak(word) or word in GENERIC_WORDS or _presence(word, around, ""):
            continue
        own = tuple(item for item in items if _presence(word, one.report.text[item.start : item.reach], ""))
        if own:
            items = own
            telling.append(word)
    return items, tuple(telling)


def _coverage(asked: ListAsked, one: ItemList, told: Sequence[str]) -> float:
    """Return the weighted share of the asked words that stand beside the list, above it or in its items, 0 to 1."""
    if not asked.words:
        return 0.8
    beside = one.lead + one.noun
    if one.form is ListForm.PARAGRAPHS:
        beside += one.above
    total = covered = 0.0
    for word in asked.words:
        weight = how_telling(word)
        total += weight
        covered += weight * (_TOLD if word in told else _presence(word, beside, one.above))
    return covered / total


def _presence(word: str, beside: str, above: str) -> float:
    forms = variants(word)
    if any(form in beside for form in forms):
        return 1.0
    if len(word) > 2 and sum(character in beside for character in word) / len(word) >= 0.6:
        return 0.7
    return 0.5 if any(form in above for form in forms) else 0.0


def _count_fit(asked: ListAsked, count: int) -> float:
    if count == 1 and not asked.condition:
        return 0.8
    if not asked.count:
        return 1.0 if count <= _HEAVY else 0.9
    return 1.2 if count == asked.count else _OTHER_COUNT


def _title_fit(question: Question, one: ItemList) -> float:
    """Return whether the report is of the sort that the question names (综述, 通报)."""
    asked = set(_SORT.findall(question.text))
    return 0.85 if asked and not asked & set(_SORT.findall(one.report.title)) else 1.0


def _time_fit(question: Question, one: ItemList) -> float:
    """Return how surely a list is of the time of a question: of what is to come, or of what was done."""
    return 1.0 if bool(_TO_COME.search(question.text)) is bool(_TO_COME.search(one.lead)) else _OTHER_TIME


def _is_of_actors(one: ItemList) -> bool:
    """Whether the names of a list stand behind a word that says that they act with somebody."""
    first, text = one.items[0], one.report.text
    place = text.find(first.text, first.start, one.items[-1].reach)
    return place >= 0 and bool(_ACTING.search(text[first.start : place]))


def _has(item: Item, asked: ListAsked, condition: Figure, statements: Sequence[Statement]) -> bool:
    """Whether the report states the figure of a condition about an item: its row or section has it."""
    words = content_of(_COLUMN.split(asked.column)[-1]) or ("",)
    change = next((way for way, pattern in CHANGE if pattern.search(asked.column[-_NEAR_CHANGE:])), "")
    named = [word for word in words if word not in CHANGE_WORDS]
    column = named[-1] if named else ""
    for one in statements:
        figure = one.figure
        if not item.start <= figure.start < item.reach or figure.kind is not condition.kind:
            continue
        if figure.value is None or (change and figure.change != change):
            continue
        if column not in figure.metric and not (change and column in one.quote):
            continue
        if figure.value == condition.value and condition.qualifier in (Qualifier.OVER, Qualifier.UNDER):
            continue
        above = condition.low is None or figure.value >= condition.low
        if above and (condition.high is None or figure.value <= condition.high):
            return True
    return False


def _drafted(question: Question, chosen: Chosen) -> Draft:
    """Write the items as a numbered list, each citing its place; then the sentence, where one states them all."""
    items = chosen.items[:_MOST_ITEMS]
    report = chosen.of.report
    spans = list(dict.fromkeys((item.start, item.end) for item in items))
    citations = tuple(cite_place(n, report, *span) for n, span in enumerate(spans, 1))
    full, plain = Lines(question.language), Lines(question.language)
    full.say("answer.list", claims=False, title=report.title)
    for place, item in enumerate(items, 1):
        full.say("answer.item", place=place, item=item.text, n=spans.index((item.start, item.end)) + 1)
    if not chosen.of.whole:
        full.say("answer.not_all", claims=False)
    if len(items) < len(chosen.items):
        full.say("answer.cut", claims=False)
    if len(spans) == 1:
        full.quote(citations)
    plain.quote(citations, "answer.sentence")
    return replace(full.draft((), citations), plainer=plain.draft((), citations))
