"""What a question seeks: its text, names and times blanked, in; a ``Sought`` for each figure asked for out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.question.answer_types import RATES_AND_POINTS, Asked, find_asked, leading_noun, names_amount
from bot.question.content_words import content_of, is_action, is_weak, last_noun, normal, raw_words
from bot.question.question import Question, Shape, Sought
from corpus.figure import Figure, Kind
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.function_words import CHANGE_WORDS
from corpus.lexicon.rates import any_rate_word
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.organisations.name_parts import name_parts
from corpus.statements.metrics import read_metrics

CHANGE: Final = (
    (
        "up",
        re.compile(
            rf"(?:{'|'.join(change_verbs('up', 'asked'))})了?(?!到|至|为)|(?:(?<![新倍递])[增升涨贵]了|多了?)$"
        ),
    ),
    (
        "down",
        re.compile(
            rf"(?:{'|'.join(change_verbs('down', 'asked'))})了?(?!到|至|为)|(?:(?<![核审压精裁消递])[减降跌缩]了|少了?)$"
        ),
    ),
)
_MOST: Final = re.compile(f"最(?:{'|'.join(change_verbs('down', 'asked'))}|[一-鿿])")
"""A superlative tells no change: 最高多少钱, 最便宜卖多少钱."""
_EACH: Final = re.compile(r"(?:分别|各)(?:自)?(?:又|都)?(?:是|为|有|达)?(?:多少|几)|(?:分别|各)是?什么")
_SEVERALLY: Final = re.compile("分别|各(?![种类项级地单部县市区镇乡])")
_JOINED: Final = re.compile(
    "[年轮]末?(?:上半年|下半年)?[和与及、跟](?:20\\d\\d年|第[一二三四五六七八九十]+轮)"
)
_SIDE_BY_SIDE: Final = re.compile("　[和与跟及、]　")
"""Two names that a wording had, which are blanked in it."""
_TOGETHER: Final = re.compile(
    "一共|总共|合计|总计|共计|共同|联合|联手|一起|加起来|相差|差距|差了?(?:多少|几)|比"
)
_IS: Final = re.compile("^(?:是|属于|为)(?=[一-鿿]{2})")
_MOVES: Final = re.compile("[上下]调|[提升降增减压缩调变]")
_AND: Final = re.compile(r"、|和|与|以及|(?<![涉普危顾])及")
_SHARE: Final = re.compile(f"(?:{any_rate_word('verb')})[一-鿿]{{0,6}}$")
_ANY_MONEY: Final = frozenset("支出 资金 金额 费用".split())
_TOTALS: Final = ("总额", "总数", "总量", "总计")
_ROW: Final = re.compile("、")
_BREAK: Final = re.compile("[，,、；;。？?！!　 ]|以及|又|和(?=[一-鿿]{1,4}了?(?:多少|几))")
_COMPARING: Final = re.compile(
    r"[，,]?(?:分别|各自?|都)(?:又|都)?(?:是|为|有|达)?(?:多少|几)[^，。？]*"
    r"|(?:谁|哪(?:[一个家年轮所种边方两]|项(?!目))*(?:季度)?)(?:的|被|更|收到的?)?|[两俩三](?:个|家|所|年|轮)|(?:更|最)?(?:[高多大低少长短快慢]|(?<=[一-鿿])早|晚)(?:一?[些点])?(?=[，,。？?\s　]|$)|[多高大少低]?还是|相比|比起来"
)


def find_sought(text: str, masked: str, shape: Shape) -> tuple[Sought, ...]:
    """Return what a question seeks, one for each figure asked for or for each name in a row of names."""
    asked = find_asked(text)
    if shape is Shape.COMPARE:
        return (_compared(masked, asked),)
    if not asked or shape in (Shape.LIST, Shape.TEXT):
        words = content_of(masked)
        return (Sought(None, "".join(words), words, context=words),)
    if row := _row_of_names(masked, asked[-1]):
        return (*(_sought_one(masked, one, asked) for one in asked[:-1]), *row)
    named, start = _named_before(masked, asked[0])
    masked = "　" * start + masked[start:]
    sought = (*named, *(_sought_one(masked, one, asked) for one in asked))
    return tuple(_with_subject(one, sought[:place]) for place, one in enumerate(sought))


def of_each(question: Question) -> Question:
    """Return a question that asks the same of several (2020年和2021年……分别) as seeking it of each by itself."""
    if question.shape is not Shape.FIGURE or len(question.sought) > 1:
        return question
    places = {name_parts(name).place for name in question.orgs if name_parts(name).unit}
    owners = [name for name in question.orgs if name not in places]
    severally = bool(_SEVERALLY.search(question.wording)) and not _TOGETHER.search(question.wording)
    joined = bool(_JOINED.search(question.wording)) and not _TOGETHER.search(question.wording)
    (one,) = question.sought
    if len(question.periods) > 1 and (severally or joined):
        return replace(question, sought=tuple(replace(one, periods=(each,)) for each in question.periods))
    if len(question.rounds) > 1 and (severally or joined):
        return replace(question, sought=tuple(replace(one, rounds=(each,)) for each in question.rounds))
    beside = _SIDE_BY_SIDE.search(one.clause) is not None and not _TOGETHER.search(question.wording)
    if len(owners) > 1 and (severally or beside):
        return replace(question, sought=tuple(replace(one, orgs=(each,)) for each in owners))
    return question


def _compared(masked: str, asked: Sequence[Asked]) -> Sought:
    """Read what two are compared in: the words that remain when those that compare are left out."""
    rest = _COMPARING.sub("　", masked)
    words = content_of(rest)
    amount = next((word for word in reversed(words) if names_amount(word)), "")
    head = (amount,) if amount else last_noun(words) or words[-1:]
    if len(words) > 1 and set(head) <= GENERIC_WORDS:
        head = ()  # 办结的问题: 办结30个 says no more
    if set(words) <= {"反馈", "问题"}:
        words, head = ("反馈", "问题"), ()  # 谁的问题多: 反馈30个 says no more
    kind = asked[-1] if asked and asked[-1].kinds != {Kind.DATE} else None
    if kind is None or not (kind.firm or kind.measure):
        phrase = find_asked(f"{head[0]}是多少") if head else []
        kind = replace(phrase[0], firm=False) if phrase else Asked(len(masked), len(masked))
    return Sought(kind, "".join(raw_words(rest)), words, head, clause=masked)


def _with_subject(sought: Sought, before: Sequence[Sought]) -> Sought:
    """Give a figure that is asked for by a verb or a rate alone (办结了多少) what the one before it counts."""
    nouns = last_noun(sought.words)
    if not before or sought.context or (nouns and not nouns[0].endswith("率")):
        return sought
    carried = tuple(
        word
        for word in before[0].words
        if word not in sought.words and not is_action(word) and not is_weak(word)
    )
    return replace(sought, context=carried)


def _named_before(masked: str, asked: Asked) -> tuple[tuple[Sought, ...], int]:
    """Read amounts named before the first that is asked for (应收账款总额、已清收多少), and where they end."""
    if asked.start == asked.end:
        return (), 0
    pieces = _ROW.split(masked[: asked.start])
    found = []
    for piece in pieces[:-1]:
        words = _counted(piece)
        if not words or not (names_amount(words[-1]) or piece.rstrip("　 ").endswith(_TOTALS)):
            return (), 0
        found.append(Sought(_asked_for(words[-1], asked), piece.strip("的　 "), words, words[-1:]))
    return tuple(found), (asked.start - len(pieces[-1]) if found else 0)


def _counted(piece: str) -> tuple[str, ...]:
    """Return the words of a piece of a row, without 总额 and the like after what is counted."""
    words = content_of(piece)
    return words[:-1] if len(words) > 1 and words[-1] in _TOTALS else words


def _asked_for(noun: str, asked: Asked) -> Asked:
    """Return how ``noun`` is asked for in a row: by its own kind where the row says no unit."""
    if asked.measure:
        return replace(asked, firm=False)
    kinds = next((one.kinds for one in find_asked(f"{noun}是多少")), asked.kinds)
    return replace(asked, kinds=kinds, firm=False)


def _row_of_names(masked: str, asked: Asked) -> tuple[Sought, ...]:
    """Read 完成问题、落实意见、出台修订制度分别是多少 as three things sought; 预算、成交金额、节约率 as well."""
    end = next(
        (match.start() for match in _EACH.finditer(masked) if match.start() <= asked.start <= match.end()), -1
    )
    bare = end < 0 and asked.start == asked.end
    if bare:
        end = asked.start
    if end < 0:
        return ()
    clause = re.split(r"[，。；：:　]", masked[:end].rstrip("，： 　"))[-1]
    parts = [part for part in _AND.split(clause) if len(content_of(part)) > 0]
    if len(parts) < 2 or (bare and not all(names_amount(content_of(part)[-1]) for part in parts)):
        return ()
    shared = content_of(masked[:end].replace(clause, ""))
    found = []
    for part in parts:
        words = _counted(part)
        found.append(Sought(_asked_for(words[-1], asked), part.strip("的　 "), words, words[-1:], shared))
    return tuple(found)


def _sought_one(masked: str, asked: Asked, every: Sequence[Asked]) -> Sought:
    """Read what one asked figure counts, as a report's figure is read: by the words around it."""
    place = every.index(asked)
    start, end = _part(masked, every, place)
    alone = masked[:end] if place == 0 else "　" * start + masked[start:end]
    mark = Figure(masked[asked.start : asked.end], asked.start, asked.end, _mark_kind(asked))
    metric = read_metrics(alone, [mark])[0].phrase
    clause = masked[start : asked.start] + "　" + masked[asked.end : end]
    own = raw_words(clause)
    words = tuple(dict.fromkeys(normal(word) for word in own if word in metric))
    named = tuple(dict.fromkeys(normal(word) for word in own if word not in metric))
    inherited = tuple(  # words that stand in the question: 满岁 of 未满20岁 does not
        normal(word)
        for word in raw_words(metric)
        if normal(word) not in words and word in masked and not any(one.endswith(word) for one in named)
    )
    if not words:
        words, inherited = inherited, ()
    before = re.split("[，。、；？]", masked[max(0, asked.start - 8) : asked.start])[-1]
    before = _MOST.sub("　", before)
    change = next((way for way, pattern in CHANGE if pattern.search(before)), "")
    if change:
        words, named, inherited = (
            tuple(word for word in part if word not in CHANGE_WORDS) for part in (words, named, inherited)
        )
    context = tuple(word for word in dict.fromkeys((*named, *inherited)) if word not in words)
    if asked.kinds == {Kind.DATE} or not words:
        words, context = (*words, *context), ()
    after = re.split("[，。、；？　]", masked[asked.end : min(end, asked.end + 16)])[0]
    if is_of := _IS.match(after):  # 学员中有多少是女生: what follows is what is counted
        counted = content_of(after[is_of.end() :])
        rest = (word for word in (*words, *context) if word not in counted)
        return Sought(asked, metric, counted, counted[-2:], tuple(dict.fromkeys(rest)), change, clause)
    after = after.split("的")[0] if asked.measure else after
    noun = () if _MOVES.match(after) else content_of(leading_noun(after)) or content_of(after)[-1:]
    head = tuple(word for word in noun if word in words)[-2:] or _counted_word(words)
    if not change and (noun or is_action(head[-1] if head else "")) and not _SHARE.search(before):
        asked = _no_rate(asked)
    return Sought(asked, metric, words, head, context, change, clause)


def _no_rate(asked: Asked) -> Asked:
    """Return ``asked`` without the rates among its kinds: 办结多少 and 多少个问题 ask for no 97.8%."""
    return (
        replace(asked, kinds=asked.kinds - RATES_AND_POINTS)
        if len(asked.kinds) > len(RATES_AND_POINTS)
        else asked
    )


def _part(masked: str, every: Sequence[Asked], place: int) -> tuple[int, int]:
    """Return which part of the question asks for one of its figures: from the break before it to the one after."""
    start, end = 0, len(masked)
    if place:
        between = masked[every[place - 1].end : every[place].start]
        breaks = [match.end() for match in _BREAK.finditer(between)]
        start = every[place - 1].end + (breaks[0] if breaks else len(between))
    if place + 1 < len(every):
        between = masked[every[place].end : every[place + 1].start]
        found = _BREAK.search(between)
        end = every[place].end + (found.start() if found else len(between))
    return start, end


def _counted_word(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is counted where no noun follows the asking word: an amount, what was done, or a thing."""
    amounts = [word for word in reversed(words) if names_amount(word)]
    telling = next((word for word in amounts if word not in _ANY_MONEY), "")
    if telling:
        return (telling,)
    if amounts and (of := last_noun([word for word in words if word not in amounts])):
        return of  # 公务接待花了多少: of 公务接待费 as well as of what was 支出
    if amounts:
        return (amounts[0],)
    return words[-1:] if words and is_action(words[-1]) else last_noun(words)


def _mark_kind(asked: Asked) -> Kind:
    return next(iter(asked.kinds)) if len(asked.kinds) == 1 else Kind.COUNT
