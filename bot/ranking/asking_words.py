"""The words beside the asking word, the verb before it and the noun after it: how surely a figure is of them.

付了多少工程款 asks of what was 付, and counts 工程款: a question's text and a statement in, numbers from 0 to 1 out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, takewhile
from typing import Final

from bot.question.answer_types import leading_noun
from bot.question.content_words import COMPLEMENTS, is_action, is_weak, names_thing, normal, variants
from bot.question.question import Question, Sought
from bot.ranking.term_presence import DOCUMENT, LATER, OWN, StatementSetting
from corpus.figure import Kind, Statement
from corpus.lexicon.function_words import ADJECTIVES, CHANGE_WORDS, EMPTY_WORDS
from corpus.lexicon.rates import rate_words
from corpus.lexicon.synonyms import GENERIC_WORDS, STAGE_WORDS, SYNONYMS
from corpus.lexicon.wording.connectives import connectives
from corpus.lexicon.wording.everyday_words import EVERYDAY_WORDS
from corpus.lexicon.wording.paraphrases import PARAPHRASES, says
from corpus.statements.metrics import content_words
from corpus.words import segmenter

NOUN: Final = 16
"""Characters after the asking word in which the noun stands that is counted."""

KIND_WORDS: Final = frozenset(
    "人数 数量 数目 总数 个数 次数 金额 数额 价值 时长 时间 日期 人次 数值 幅度 规模 总量 总额 多少钱 点数".split()
) | frozenset(rate_words("share"))
"""Words of a question that say what kind of figure it asks for, and little of what the figure counts."""

DEED_SAID: Final = 1.0
"""How surely a figure is of a deed that its own words say."""
DEED_BEFORE: Final = 0.4
"""How surely it is of one that is said before it in its part of the sentence."""
_DEED_FURTHER: Final = 0.2
_LONGEST_DEED: Final = 3
"""Characters of a word from which on it rather names a thing."""
_SAME_NOUN: Final = 3
"""Letters that two nouns begin with, from which on they are surely one."""
_NO: Final = re.compile(
    "[没未不][能有曾完全及时]{0,3}$|[应该要欠拟]$|计划$|正在$|持续$|继续$|分阶段$|[仍还尚]在$"
)
"""What says right before a verb that it was not done, is still to be, or goes on."""
OF_A_THING: Final = re.compile("[类型率]|任务|台账|方案|(?<=[增加添长涨升高减降缩压少低])[到至](?=$|[|])")
"""What says right behind a verb that it tells a sort of thing (分阶段整改类问题, 整改任务), or up to what level it went (增加到36个)."""
_CLAUSE: Final = re.compile("[，；,;、]")
_GROUP: Final = re.compile("[；;]")
_WHERE_TO: Final = frozenset(one for one in COMPLEMENTS if len(one) > 1)
"""What says where what was done went, and so that the word before it is a verb: 清出去, 收回来."""
_AFTER_VERB: Final = _WHERE_TO.union("完 掉 好 出 回 来 上 下 得 过".split())
"""What may stand between a verb and the asking word beside adverbs: 收 回来 了 多少."""
_DONE: Final = re.compile("[了过]$|(?:[回出上下]来|来)了?$")
_HAPPENED: Final = re.compile("(?<!来)[了过]$")
"""What says that the word before it is a verb, whatever else it may be: 还了, 清了, 销号了, 户厕改了."""
_MARKS: Final = "？?。！! 　呢啊呀"
_NO_VERBS: Final = ("a", "m", "r", "q")
"""First letters of the tags of what is none for all that: 少了, 好了."""
_OF: Final = re.compile("的(?:[还只又]?有|是)?$")
"""改好的有多少 asks as 改好多少 does."""
_DONE_OF: Final = re.compile("已(?:经)?(?P<deed>[一-鿿]{1,4}的)")
DEEDS: Final = frozenset({*SYNONYMS, *PARAPHRASES})
"""Where the verbs of reports stand; what else is a verb may be part of a name (安居三期)."""
_TO_BE: Final = tuple(sorted(connectives("planning")))
_NO_DEED: Final = re.compile("^(?:还[有剩差欠没]|[没剩差占超共叫做搞弄算只])")
"""How verbs begin that say nothing of what was done: 还有, 占, 超过."""


def deed_before(text: str) -> tuple[str, ...]:
    """Return the forms of the verb that ``text`` ends with, but for what only follows it; none where none ends it."""
    told = _OF.sub("", _CLAUSE.split(text)[-1])
    words = segmenter().tag(_DONE.sub("", told))
    happened = bool(_HAPPENED.search(told)) or (len(words) > 1 and words[-1][0] in _WHERE_TO)
    passed = ("u",) if happened else ("d", "u")
    while words and (words[-1][0] in _AFTER_VERB or words[-1][1].startswith(passed)):
        words = words[:-1]
    verb = words[-1][0].rstrip("了过") if words and (words[-1][1] == "v" or happened) else ""
    if verb and happened and not {verb, normal(verb)} & DEEDS:
        verb = next((one for one in (verb[:1] * (verb[1:] in COMPLEMENTS), verb[-1:]) if one in DEEDS), verb)
    empty = EMPTY_WORDS.difference(EVERYDAY_WORDS) if happened else EMPTY_WORDS
    if (
        not verb
        or (happened and words[-1][1].startswith(_NO_VERBS))
        or verb in empty | CHANGE_WORDS | connectives("being")
        or _NO_DEED.match(verb)
        or (len(verb) > 1 and is_weak(verb))
    ):
        return ()
    before = words[-2][0] if len(words) > 1 else ""
    whole = (
        (before,) if verb in GENERIC_WORDS and before in STAGE_WORDS - GENERIC_WORDS else ()
    )  # 完成15个 for 完成整改
    return () if _NO.search(before) else tuple(dict.fromkeys((verb, *whole, *variants(normal(verb)))))


def asked_deed(text: str) -> tuple[str, ...]:
    """Return the forms of what is asked to have been done: the verb that ``text`` ends with, or that 已 stands before.

    付了多少; 已支付的货款是多少.
    """
    done = _DONE_OF.search(text)
    return deed_before(text) or (deed_before(done["deed"]) if done else ())


def deed_sought(question: Question, sought: Sought) -> tuple[str, ...]:
    """Return the forms of what is asked to have been done to what is sought, before the asking word or behind it (几个改好了).

    In a row it is what its own part says: 反馈问题、整改措施、修订制度各是多少 asks of no problem how often it was 修订.
    """
    if sought.asked is None:
        return ()
    starts = [one.asked.start for one in question.sought if one.asked]
    in_row = starts.count(sought.asked.start) > 1
    if in_row:
        return asked_deed(sought.metric)
    after = _CLAUSE.split(question.wording[sought.asked.end :].rstrip(_MARKS))[0]
    return asked_deed(question.wording[: sought.asked.start]) or (
        deed_before(after) if _HAPPENED.search(after) else ()
    )


def deed_said(forms: Sequence[str], setting: StatementSetting) -> float:
    """Return how surely a figure is of what the question says was done: 1 in its own words, 0 nowhere before it.

    What is told before a semicolon is hardly of it.
    """
    if not forms:
        return 0.5
    statement, around = setting.statement, setting.around
    own = f"{statement.figure.metric}|{around.before}|{'' if around.cut else around.after}"
    if is_done(forms, own):
        return DEED_SAID
    *earlier, told = _GROUP.split(statement.quote[: statement.figure.start - statement.start])
    return DEED_BEFORE if is_done(forms, told) else _DEED_FURTHER * is_done(forms, "；".join(earlier))


def happening(sought: Sought) -> str:
    """Return the word for what happened, of which it is asked when: 上映 of 电影国内上映时间.

    "" where a quantity is asked, or what is only to happen (几号之前要交), which reports call by many words.
    """
    if sought.asked is None or sought.asked.kinds != {Kind.DATE}:
        return ""
    word = next((word for word in reversed(sought.words) if word not in KIND_WORDS), "")
    return "" if word.startswith(_TO_BE) else word


def absent_share(
    said: Mapping[str, float],
    weights: Sequence[tuple[str, float]],
    in_unit: bool,
    happened: str = "",
    *,
    done: bool = False,
) -> float:
    """Return the share, by weight, of the things asked that a statement's report names nowhere near.

    ``said`` tells how surely it speaks of each word. It is 1 where no deed is told near and no thing beside the figure,
    unless that counts in the very unit asked for (``in_unit``), or was ``done`` as is asked; and where what ``happened`` is
    told nowhere near.
    """
    if said.get(happened, 1.0) <= DOCUMENT:
        return 1.0
    deeds = [word for word in said if is_action(word) and word not in _AFTER_VERB]
    things = [word for word in said if word not in KIND_WORDS and names_thing(word)]
    least = OWN if deeds and not done else LATER
    unsaid = all(said[word] <= DOCUMENT for word in deeds) and all(said[word] < least for word in things)
    if unsaid and (deeds or things) and not in_unit:
        return 1.0
    total = sum(weight for _, weight in weights) or 1.0
    return sum(weight for word, weight in weights if word in things and said[word] <= DOCUMENT) / total


_NO_THING: Final = GENERIC_WORDS | KIND_WORDS
"""Words that name no thing by themselves."""


def has_word_of_others(said: Mapping[str, float]) -> bool:
    """Whether a report says a word of the question of other figures alone, and nobody says that word otherwise.

    So it is with what names a thing, and with what stands in no row of words for one deed: 压实度, 第二批, and not 查出.
    What the report says nowhere may but be called by another word there.
    """
    return any(
        share == DOCUMENT
        and not is_weak(word)
        and word not in _NO_THING
        and (word not in DEEDS or names_thing(word))
        for word, share in said.items()
    )


def is_done(forms: Sequence[str], text: str) -> bool:
    """Whether ``text`` says one of ``forms``, the longest that it says, and not that it was not done."""
    said = next((form for form in sorted(forms, key=len, reverse=True) if form in text), "")
    return bool(said) and any(
        not _NO.search(text[: match.start()]) and not OF_A_THING.match(text, match.end())
        for match in re.finditer(re.escape(said), text)
    )


def with_other_deeds(
    told: Sequence[tuple[Statement, dict[str, float]]], asked: Sequence[str], deed: Sequence[str]
) -> Iterator[tuple[Statement, dict[str, float]]]:
    """Yield statements with whether they are of another deed than the one that is asked for.

    So are those beside one of the sentence that is of it: 认领7个，完成6个: who asks how many were 完成 means the second,
    whatever else the question says. So are those that tell a deed of their own, and nothing about them the asked one.
    ``asked`` are the words of the question, of which none but those of ``deed`` is a deed of its own: 查了多少起醉驾.
    """
    told_deeds = (word for word in asked if is_action(word) and word in DEEDS)
    deeds = deed or tuple(form for word in told_deeds for form in variants(word))
    done: dict[tuple[str, int, Kind], list[Statement]] = {}
    for one, signals in told:
        if signals["deed"] == DEED_SAID:
            done.setdefault((one.report, one.start, one.figure.kind), []).append(one)
    for one, signals in told:
        others = done.get((one.report, one.start, one.figure.kind), [])
        other = (
            signals["deed"] < DEED_SAID
            and others
            and not any(_runs_on(each, one, asked, deed) for each in others)
        ) or _tells_another_deed(one, asked, deeds)
        yield one, signals | {"other_deed": float(bool(other))}


def _tells_another_deed(one: Statement, asked: Sequence[str], deeds: Sequence[str]) -> bool:
    """Whether a figure counts what was done, and its sentence says nowhere that ``deeds`` were: 细化措施217条 for 完成.

    Its deed is a verb, or what alone stands before the rest that is ``asked``. Two verbs that share more than where it
    went (收回, 追回; but not 买进, 收进) may say the same.
    """
    known = not DEEDS.isdisjoint(deeds)  # a verb that no table has (私藏) may be told by any
    forms = [form for form in deeds if len(form) > 1 and known and deeds[0] not in EVERYDAY_WORDS]
    told = f"{one.quote}|{one.figure.metric}"
    for word in asked:
        if len(word) > _LONGEST_DEED:
            told = told.replace(word, "　")  # 整改 of 整改措施 is no deed
    above = f"{told}|{one.section}"
    named = any(word.endswith(rate_words("rate")) and word in one.figure.metric for word in asked)
    if named or not forms or any(says(told if form in STAGE_WORDS else above, form) for form in forms):
        return False  # 查出问题整改率: of the rate that is named no deed before it is asked
    first, *rest = [normal(word) for word in content_words(one.figure.metric)] or [""]
    same = first in DEEDS and bool(rest) and set(rest) <= set(asked)
    own = [
        word for word in (first, *rest) if word not in asked and (is_action(word) or (same and word == first))
    ]
    shared = set("".join(forms)).difference(COMPLEMENTS)
    return any(word not in EMPTY_WORDS for word in own) and not any(shared.intersection(word) for word in own)


def _runs_on(done: Statement, one: Statement, asked: Sequence[str], deed: Sequence[str]) -> bool:
    """Whether what was done to one figure is said of a later one as well, which has no deed of its own.

    反馈3个方面26个问题, 追回90万元，其中一队50万元. What repeats the deed as a sort of thing (整改类问题52个) begins anew.
    """
    said = {*asked, *content_words(done.figure.metric)}.difference(deed)
    own = (word for word in content_words(one.figure.metric) if word not in said)
    return done.figure.end <= one.figure.start and not any(map(is_action, own))


def noun_counted(noun: str, setting: StatementSetting) -> float:
    """Return how surely the noun after a figure is the one that the question counts: 11家企业 for 多少家企业.

    Where two figures of a sentence are counted alike, the noun tells nothing: 27个问题已完成整改24个.
    """
    if setting.around.shared:
        return 0.0
    statement = setting.statement
    text = statement.quote[statement.figure.end - statement.start :]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(noun, text, strict=False)))
    return min(1.0, same / min(_SAME_NOUN, len(noun))) if same > 1 else 0.0


def is_other_noun(noun: str, setting: StatementSetting) -> bool:
    """Whether a figure counts another thing by name than the question does: 26个制度 for 多少个问题."""
    statement = setting.statement
    if not noun or statement.figure.kind is not Kind.COUNT or setting.around.cut:
        return False
    after = segmenter().cut(statement.quote[statement.figure.end - statement.start :][:NOUN], False)
    theirs = leading_noun("".join(dropwhile(ADJECTIVES.__contains__, after))) or _noun_before(setting)
    if not theirs or set(noun) & set(theirs):
        return False
    mine = {form for word in content_words(noun) for form in variants(normal(word))}
    return not any(form in theirs for form in mine)


def _noun_before(setting: StatementSetting) -> str:
    """Return the noun that stands before a figure as what it counts: 措施 for 制定整改措施88条."""
    one = setting.statement
    told = one.quote[: one.figure.start - one.start]
    words = [word for word in content_words(one.figure.metric) if word in told]
    return words[-1] if words and names_thing(words[-1]) and not is_action(normal(words[-1])) else ""
