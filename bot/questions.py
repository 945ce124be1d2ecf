"""What a question asks: its text in, a ``Question`` out, with the one before filled in where it leans on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.asked import Asked, find_asked, leading_noun, names_amount
from bot.colloquial import formal_wording
from bot.english import chinese_terms
from bot.messages import language_of
from bot.question_words import content_of, is_action, last_noun, normal, raw_words
from corpus.directory import Directory
from corpus.figure import Figure, Kind
from corpus.metric_words import CHANGE_WORDS
from corpus.metrics import read_metrics
from corpus.name_parts import name_parts
from corpus.organisations import Mention, MentionKind, find_organisations
from corpus.periods import find_periods
from corpus.place_names import PROVINCES


class Shape(StrEnum):
    """What sort of answer a question wants."""

    FIGURE = "figure"
    COMPARE = "compare"
    LIST = "list"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that a question seeks: the figure asked for, or None for words.

    ``metric`` is what is counted, as the question says it; ``words`` are its content words in normal form,
    ``head`` those of the noun that is counted, ``context`` content words that say where or of what,
    ``clause`` the part of the question that speaks of it.
    """

    asked: Asked | None
    metric: str
    words: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    change: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood.

    ``orgs`` are the organisations and regions it names, in full where the reports know them; ``periods`` its
    times as written, ``rounds`` the rounds of inspection it names (八). ``search`` is what to search for: the
    text, with what it leans on put before it and full names put to abbreviations.
    """

    text: str
    language: str
    shape: Shape
    sought: tuple[Sought, ...]
    orgs: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    search: str = ""
    leans: bool = False


_NAMED_UNIT: Final = re.compile(
    "第?[一二三四五六七八九十](?:人民)?(?:院|医院|人医|中学?)(?![一-鿿]?[会次])|[一-鿿]{1,3}(?:科院|大学|学院|师大|理工|农大|医大|工大)"
)
_NOW: Final = frozenset("现在 目前 当前 如今 眼下 至今 迄今".split())
_PROVINCE_ENDS: Final = ("省", "区", "市")
_SESSION: Final = re.compile("^[一二三四五六七八九十]+届")
_ROUND: Final = re.compile(r"第([一二三四五六七八九十百]+|[0-9０-９]+)轮")
_CHANGE: Final = (
    ("up", re.compile(r"(?:提高|提升|上升|增长|增加|上涨)了?(?!到|至|为)|多了?$")),
    ("down", re.compile(r"(?:下降|降低|减少|压减|压缩|缩短|下滑|回落)了?(?!到|至|为)|少了?$")),
)
_COMPARE: Final = re.compile(
    r"(?:谁|哪(?:一|个|家|年|轮|所|项|种|边|方|季度|[一二两三]?[个家年轮所项])*)[一-鿿]{0,14}?(?:更|最|要)?(?:[高多低少早晚快]|[大长](?![学专院型度江]))(?![一-鿿]*度)"
    r"|[多高大]还是[一-鿿0-9]{1,12}[多高大]"
)
_COMPARATOR: Final = re.compile(
    r"(?:比|较|跟|与|和|同)(?P<period>[^，。]{0,3}(?:\d{4}[年届]|上年|去年|前年|上一?[轮届年批])(?:同期|末|底)?)(?:的|又)?(?:相?比|提高|增|降|上升|下降|多|少|减)"
)
_LIST: Final = re.compile(
    r"哪(?:些|[几两二三四五六七八九十]|里)|哪几|什么(?:单位|机构|部门|问题|方面)|分别是(?:谁|什么)|有谁"
)
_WORDS_ASKED: Final = re.compile(
    "(?:电话|邮箱|邮编|地址|文号|网址|账号)[是为]?(?:多少|什么|哪)|第几[一-鿿]{0,4}组"
)
_LEANING: Final = re.compile(
    r"^(?:那么?|还有|其中|它|他们|该|这|另外)|呢[？?]?$|^(?:and|what about|how about)\b", re.IGNORECASE
)


def read_question(text: str, directory: Directory, before: "Question | None" = None) -> Question:
    """Understand a question; ``before`` is the question that it may lean on."""
    language = language_of(text)
    chinese = chinese_terms(text, directory) if language == "en" else formal_wording(text)
    masked, orgs = _organisations(chinese, directory)
    masked, periods, compared = _periods(masked)
    rounds = tuple(dict.fromkeys(_round_number(match) for match in _ROUND.finditer(chinese)))
    masked = _ROUND.sub(lambda match: "　" * len(match[0]), masked)
    shape = _shape(text, chinese)
    sought = _sought(chinese, masked, shape)
    question = Question(
        text, language, shape, sought, orgs, periods, rounds, _search_text(text, chinese, orgs)
    )
    del compared
    return question if before is None else _leaning(question, before)


def _organisations(text: str, directory: Directory) -> tuple[str, tuple[str, ...]]:
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
        masked = _blanked(masked, mention.start, end)
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
            masked = _blanked(masked, position, end)
        position = max(position + 1, end)
    return masked, names


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "　" * (end - start) + text[end:]


def _periods(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the text with its times blanked, the times asked about, and those it compares with."""
    compared = [match.span("period") for match in _COMPARATOR.finditer(text)]
    masked = _COMPARATOR.sub(lambda match: _blanked(match[0], 0, match.end("period") - match.start()), text)
    asked: list[str] = []
    beside: list[str] = []
    for mention in find_periods(text):
        inside = any(start <= mention.start and mention.end <= end for start, end in compared)
        if _ROUND.search(mention.text):
            continue
        if mention.text not in _NOW:
            (beside if inside else asked).append(mention.text)
        masked = masked[: mention.start] + "　" * (mention.end - mention.start) + masked[mention.end :]
    return masked, tuple(asked), tuple(beside)


def _round_number(match: re.Match[str]) -> str:
    return match[1].translate(str.maketrans("０１２３４５６７８９", "0123456789"))


def _shape(text: str, chinese: str) -> Shape:
    asked = find_asked(text)
    if _COMPARE.search(chinese):
        return Shape.COMPARE
    if _WORDS_ASKED.search(chinese):
        return Shape.TEXT
    if _LIST.search(chinese):
        return Shape.LIST
    return Shape.FIGURE if asked or find_asked(chinese) else Shape.TEXT


def _search_text(text: str, chinese: str, orgs: Sequence[str]) -> str:
    added = [name for name in orgs if name not in text]
    if chinese != text:
        added.append(chinese)
    return " ".join([text, *added])


_EACH: Final = re.compile(r"(?:分别|各)(?:自)?(?:又|都)?(?:是|为|有|达)?(?:多少|几)|(?:分别|各)是?什么")
_AND: Final = re.compile(r"、|和|与|以及|及")


def _sought(text: str, masked: str, shape: Shape) -> tuple[Sought, ...]:
    """Return what a question seeks, one for each figure asked for or for each name in a row of names."""
    asked = find_asked(text)
    if not asked or shape in (Shape.LIST, Shape.TEXT):
        words = content_of(masked)
        return (Sought(None, "".join(words), words, context=words),)
    if shape is Shape.FIGURE and (row := _row_of_names(masked, asked[-1])):
        return row
    return tuple(_sought_one(masked, one, asked) for one in asked)


def _row_of_names(masked: str, asked: Asked) -> tuple[Sought, ...]:
    """Read 完成问题、落实意见、出台修订制度分别是多少 as three things sought."""
    each = next(
        (match for match in _EACH.finditer(masked) if match.start() <= asked.start <= match.end()), None
    )
    if each is None:
        return ()
    clause = re.split(r"[，。；：:　]", masked[: each.start()].rstrip("，： "))[-1]
    parts = [part for part in _AND.split(clause) if len(content_of(part)) > 0]
    if len(parts) < 2:
        return ()
    shared = content_of(masked[: each.start()].replace(clause, ""))
    found = []
    for part in parts:
        words = content_of(part)
        found.append(Sought(replace(asked, firm=False), part.strip("的　 "), words, words[-1:], shared))
    return tuple(found)


def _sought_one(masked: str, asked: Asked, every: Sequence[Asked]) -> Sought:
    """Read what one asked figure counts, as a report's figure is read: by the words around it."""
    marks = [Figure(masked[one.start : one.end], one.start, one.end, _mark_kind(one)) for one in every]
    place = every.index(asked)
    metric = read_metrics(masked, marks)[place].phrase
    clause = _clauses(masked, every, place)
    own = raw_words(clause)
    words = tuple(dict.fromkeys(normal(word) for word in own if word in metric))
    named = tuple(dict.fromkeys(normal(word) for word in own if word not in metric))
    inherited = tuple(word for word in content_of(metric) if word not in words)
    if not words:
        words, inherited = inherited, ()
    before = re.split("[，。、；？]", masked[max(0, asked.start - 8) : asked.start])[-1]
    change = next((way for way, pattern in _CHANGE if pattern.search(before)), "")
    if change:
        words, named, inherited = (
            tuple(word for word in part if word not in CHANGE_WORDS) for part in (words, named, inherited)
        )
    context = tuple(word for word in dict.fromkeys((*named, *inherited)) if word not in words)
    if asked.kinds == {Kind.DATE} or not words:
        words, context = (*words, *context), ()
    after = re.split("[，。、；？　]", masked[asked.end : asked.end + 16])[0]
    noun = content_of(leading_noun(after)) or content_of(after)[-1:]
    head = tuple(word for word in noun if word in words)[-2:] or _counted_word(words)
    return Sought(asked, metric, words, head, context, change, clause)


def _counted_word(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is counted where no noun follows the asking word: an amount, what was done, or a thing."""
    amount = next((word for word in reversed(words) if names_amount(word)), "")
    if amount:
        return (amount,)
    return words[-1:] if words and is_action(words[-1]) else last_noun(words)


def _mark_kind(asked: Asked) -> Kind:
    return next(iter(asked.kinds)) if len(asked.kinds) == 1 else Kind.COUNT


def _clauses(masked: str, every: Sequence[Asked], place: int) -> str:
    """Return what of the question is about one of its asked figures: its start, and up to the next figure."""
    end = every[place + 1].start if place + 1 < len(every) else len(masked)
    start = every[place - 1].end if place else 0
    return masked[start : every[place].start] + "　" + masked[every[place].end : end]


def _leaning(question: Question, before: Question) -> Question:
    """Fill in from the question before what this one leaves out."""
    words = [word for one in question.sought for word in one.words]
    bare = not any(one.words for one in question.sought)
    leans = bool(_LEANING.search(question.text)) or not question.orgs or bare
    if not leans or (question.orgs and not bare and not question.text.endswith(("呢", "呢？", "呢?"))):
        return question
    sought = question.sought
    if bare:
        sought = _same_again(question, before)
    else:
        carried = tuple(w for one in before.sought for w in (*one.context, *one.words) if w not in words)
        sought = tuple(replace(one, context=(*one.context, *carried)) for one in sought)
    return replace(
        question,
        sought=sought,
        shape=before.shape if bare else question.shape,
        orgs=question.orgs or before.orgs,
        periods=question.periods or before.periods,
        rounds=question.rounds or before.rounds,
        search=f"{before.search} {question.search}",
        leans=True,
    )


def _same_again(question: Question, before: Question) -> tuple[Sought, ...]:
    """Return what was sought before, with this question's own way of asking where it has one (提高了多少)."""
    asked = question.sought[0].asked
    change = question.sought[0].change
    if asked is None:
        return before.sought
    return tuple(
        replace(one, asked=asked, change=change or one.change) if change else replace(one, asked=asked)
        for one in before.sought
    )
