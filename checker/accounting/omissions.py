"""What a clause may not leave out of what it tells: a source's sentence and what is said in, whether it is told out.

A figure without its deed, a deed without its denial and a plan without a word that says so are other things than
the source states, though every word that is said stands there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from checker.accounting.relations.plans import ALREADY, PLANNED_OVER, PLANNING, REST, WILL, is_told_as_planned
from checker.accounting.sources import SourceSentence
from checker.accounting.spans import Word, part_start
from checker.comparison.levels import is_earlier_level, says_once
from corpus.figure import Kind, Statement
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import LONGEST_PHRASE, PARAPHRASES, says
from corpus.lexicon.wording.turning import TURNING
from corpus.statements.list_heads import TextSpan
from corpus.statements.times_of_deeds import find_times_of_deeds

_RATES: Final = connectives("rate")
_DENYING: Final = connectives("denying", "pending") | _RATES
_OPENING: Final = connectives("opening")
_DEEDS: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_TOTAL: Final = ("共计", "合计", "总计", "总共", "一共")
_NARROWING: Final = connectives("narrowing")
_GROUND: Final = re.compile("由于|因(?![此而素])")
_PLANNED_BEFORE: Final = re.compile(r"(?:要做的|要抓的|打算|安排|下一?步|目标|计划)(?:是|有|为)?[:：】]")
"""What announces, within a sentence, a list of what is only meant to be done."""
_TOWARDS: Final = re.compile(
    f"[{''.join(sorted(word for word in connectives('pointing') if len(word) == 1))}]"
)
UNDONE: Final = connectives("reckoned") & connectives("denying")
"""What says that something is not done, and so is left."""
_PENDING: Final = connectives("pending") | UNDONE
"""What is not done yet, as is said of what is left too: 剩余5个 of 未完成的5个."""
_DENIAL: Final = re.compile("[未没不无](?!来|论|一|少于|低于|断)")
ANNOUNCED_PLANS: Final = re.compile("|".join(word for word in sorted(PLANNING & _DENYING) if len(word) > 1))
"""What says in a word of its own that something is only meant to be done (打算)."""
_DOUBTS: Final = re.compile("|".join(sorted(TURNING["doubt"], key=len, reverse=True)))
_ALLEGED: Final = connectives("alleging")
_SHORT: Final = re.compile(any_connective("short"))
_REACHED: Final = re.compile(any_connective("reached"))
_PAIR: Final = 2


def leaves_out_deed(sentence: SourceSentence, stated: Statement, said: str) -> bool:
    """Whether ``said`` does not tell what was done with a figure of ``sentence``, or that it is a total."""
    figure = sentence.place_of(stated)
    low, high = own_part(sentence, stated)
    high = _without_ground(sentence.text, figure[1], high)
    words = [one for one in sentence.words_beside_names(low, high) if not figure[0] <= one.start < figure[1]]
    times = [(one.start, one.start + len(one.text)) for one in sentence.times]
    times += find_times_of_deeds(sentence.text)
    words = [one for one in words if not any(start <= one.start < end for start, end in times)]
    before = [word for word in words if word.end <= figure[0]]
    # 清退超标准收取的伙食费: the first verb is the deed, the one before 的 only says which; 反馈的46个 has no deed.
    of = max((one.end for one in before if one.text == "的"), default=0)
    inside = [one for one in before if one.is_deed and one.end <= of]
    before = inside[:1] if len(inside) > 1 else [one for one in before if one.end > of]
    words = [*inside[: len(inside) > 1], *(one for one in words if one.end > of)]
    # 19个问题已完成整改17个: what was done is the second figure's.
    clause_end = sentence.clauses[sentence.clause_with(stated)][1]
    shared = any(figure[1] <= one[0] < clause_end for one in sentence.figures)
    deeds = _without_modifiers([one for one in before if one.is_deed], words)
    behind = [one for one in words if one.is_deed and not shared and one.start >= figure[1]]
    # 剩余3个转入长期整改: what became of them says enough; so does 全部收回 of 违规出租的鱼塘86亩, as well as its own.
    left = bool(behind) and all(one.text in REST for one in deeds)
    deeds = behind if left else [*deeds, *behind]
    # 收回拖欠承包费: that it was owed does not say that it was got back.
    deeds = [one for one in deeds if one.text not in TURNING["deed"]] or deeds
    # 发现虚假体检档案573份: what was found is what matters.
    opens = bool(deeds) and deeds[0].text in _OPENING
    needed = [one for one in words if one.is_content] if opens or not deeds else deeds
    if any(word in sentence.text[low : figure[0]] for word in REST) and any(word in said for word in REST):
        return False
    needed = [] if of and not any(one.is_content for one in before) else needed
    alone = not any(one.is_content for one in words) and _adds_up(sentence, figure[0])
    if alone and not _totals(said, sentence.text[low : figure[0]]):
        return True
    if stated.figure.kind not in _DEEDS or not needed or (deeds and _only_open(deeds)):
        return False
    goes_on = [] if shared else _what_follows(sentence, stated)
    return not any(is_word_told(said, sentence, one) for one in (*needed, *goes_on))


def _without_modifiers(deeds: list[Word], words: Sequence[Word]) -> list[Word]:
    """Return the deeds but for those that only say which noun is meant (清退超编聘用人员): 制定修订制度 has two."""
    nouns = {one.start for one in words if one.is_content and one.tag.startswith("n")}
    both = len(deeds) == _PAIR and deeds[1].start - deeds[0].end <= 1  # 出台和修订制度
    return [one for place, one in enumerate(deeds) if not place or both or one.end not in nouns]


def is_done_with_another(sentence: SourceSentence, stated: Statement, said: str) -> bool:
    """Whether ``said`` tells of a figure a deed that the source tells only of the one behind it (11个改9个; 抽查8个，发现5个)."""
    if stated.figure.kind is Kind.DURATION:  # 六个月集中整改期内完成61项: they are of all that is told
        return False
    place = sentence.place_of(stated)
    own = sentence.clause_with(stated)
    start, end = sentence.clauses[own]
    behind = next((low for low, _ in sentence.figures if place[1] <= low), 0)
    if behind < end:
        since, known = place[1], place[0]
    elif sentence.clause_of(behind) == own + 1 and not sentence.parts(own + 1):
        since = known = sentence.clauses[own + 1][0]
    else:
        return False
    after = next((one.figure for one in sentence.statements if sentence.place_of(one)[0] == behind), None)
    if after is not None and (after.change or after.value == stated.figure.value):
        return False  # 满意率92.6%，比上年提高3.1个百分点; 问题9个，完成9个
    before = sentence.text[start:known]
    if _TOWARDS.search(before):  # 向2134名学生退还26.8万元: one deed for both
        return False
    deeds = [word.text for word in sentence.words(since, behind) if word.is_deed]
    return any(says(said, one) and not says(before, one) for one in deeds)


def leaves_out_denial(sentence: SourceSentence, span: TextSpan, said: str, before: str = "") -> bool:
    """Whether ``said`` has none of a word of ``span`` that denies, plans or blurs, or of the heading that plans.

    A word of rates (平均) or of plans may stand ``before`` that as well.
    """
    words = _without_alleged(sentence.words(*span), said)
    words = _without_untold_ground(sentence, span, words, f"{before}|{said}")
    left = any(word in said for word in REST)
    # What is planned once is planned on: 第二阶段将于9月启动，对22户开展检查.
    planned_on = said if ALREADY.search(said) else f"{before}|{said}"
    for word, after in pairwise((*words, None)):
        # 基本费用 is a sort of cost, 基本完成 is not all.
        blurs = word is not None and word.text in _DENYING and word.tag != "p"
        blurs = blurs and word is not None and word.start not in sentence.worded.disposals
        names = word is not None and word.tag == "n" and after is not None and after.tag.startswith("n")
        carried = word is not None and word.text in _RATES
        plans = word is not None and word.text in WILL
        known = f"{before}|{said}" if carried else planned_on if plans else said
        told = word is None or is_word_told(known, sentence, word) or (left and word.text in _PENDING)
        told = told or (plans and is_told_as_planned(said))  # 尚未出台, of 拟出台
        if word is not None and blurs and not names and not told:
            return True
    opening = PLANNED_OVER.match(sentence.text)  # 下一步，对系统统一升级
    planned = (
        opening or PLANNED_OVER.search(sentence.over) or _PLANNED_BEFORE.search(sentence.text[: span[0]])
    )
    # What a sentence plans it plans up to its end: 计划清收率达到80%，资产负债率控制在63%以内.
    return bool(planned) and not any(word in f"{before}|{said}" for word in PLANNING)


def _without_alleged(words: list[Word], said: str) -> list[Word]:
    """Return the words up to one that alleges (移送涉嫌拒不支付劳动报酬案件), where nothing is said of what it alleges."""
    place = next((place for place, one in enumerate(words) if one.text in _ALLEGED), len(words))
    alleged = [one for one in words[place + 1 :] if one.is_content][:-1]
    return words if any(mentions(said, one.text) for one in alleged) else words[:place]


def _without_untold_ground(
    sentence: SourceSentence, span: TextSpan, words: list[Word], said: str
) -> list[Word]:
    """Return the words up to a ground (剩余7.5万元因当事人去世且无遗产，核销), where only the deed behind it is told."""
    own = sentence.clause_of(span[0])
    behind = [number for number in sentence.with_what_follows([own]) if number > own]
    deeds = [
        one.text for number in behind for one in sentence.words(*sentence.clauses[number]) if one.is_content
    ]
    if _GROUND.search(said) or not any(mentions(said, one) for one in deeds):
        return words
    return [one for one in words if one.end <= _without_ground(sentence.text, *span)]


def turns_more(said: str, source: str) -> bool:
    """Whether a text denies or plans once more than a source that does so too: it denies or plans what that does not.

    Or it says that an aim is reached of which the source says that it is not (离目标还有差距).
    """
    if _SHORT.search(source) and not _SHORT.search(said) and _REACHED.search(said):
        return True
    return any(len(one.findall(said)) > len(one.findall(source)) > 0 for one in (_DENIAL, ANNOUNCED_PLANS))


def doubts_more(said: str, source: str) -> bool:
    """Whether a sentence takes back more often than its source does (1人被撤销资格，后被撤销)."""
    return len(_DOUBTS.findall(said)) > len(_DOUBTS.findall(source))


def is_told_as_now(stated: Statement, said: str) -> bool:
    """Whether ``said`` tells the level that something rose or fell from as if it were so still (由9户减到4户: 还有9户)."""
    return is_earlier_level(stated) and not says_once(said)


def own_part(sentence: SourceSentence, stated: Statement) -> TextSpan:
    """Return the part of a statement's clause that lies between the figures before and behind it."""
    start, end = sentence.clauses[sentence.clause_with(stated)]
    figure = sentence.place_of(stated)
    for low, high in sentence.figures:
        if start <= low and high <= figure[0]:
            start = high
        elif figure[1] <= low < end:
            return start, low
    return start, end


def mentions(said: str, word: str) -> bool:
    """Whether what is said has a word of the source, as it is, in part, or in other words."""
    if says(said, word):
        return True
    return len(word) > 2 and any(word[place : place + 2] in said for place in range(len(word) - 1))


def is_word_told(said: str, sentence: SourceSentence, word: Word) -> bool:
    """Whether a word of the source is said, or a phrase that it stands in there is in other words (追究刑事责任: 追刑责)."""
    if is_narrowed(word):
        return says(said, word.text)
    if mentions(said, word.text):
        return True
    phrases = (
        sentence.text[start:end]
        for start in range(max(0, word.end - LONGEST_PHRASE), word.start + 1)
        for end in range(word.end, start + LONGEST_PHRASE + 1)
    )
    return any(other in said for phrase in phrases for other in PARAPHRASES.get(phrase, ()))


def is_narrowed(word: Word) -> bool:
    """Whether a word is one of :func:`narrowed_words` with what narrows it, which may not be left out."""
    return word.text[0] in _NARROWING and len(word.text) > word.end - word.start


def narrowed_words(sentence: SourceSentence, span: TextSpan) -> Iterator[Word]:
    """Yield the words with content of a part of a sentence, each with what narrows it (副站长)."""
    before: Word | None = None
    for word in sentence.words(*span):
        if word.is_content:
            narrowed = before is not None and before.text in _NARROWING
            yield replace(word, text=before.text + word.text) if before and narrowed else word
        before = word


def core_words(
    sentence: SourceSentence, spans: Sequence[TextSpan], figures: Sequence[Statement]
) -> Iterator[Word]:
    """Yield the words that say what is told in ``spans``: of those of ``figures`` the words before the figure, if any."""
    for place, span in enumerate(spans):
        words = [word for word in sentence.words_beside_names(*span) if word.is_content]
        end = sentence.place_of(figures[place])[0] if figures else span[1]
        before = [one for one in words if one.end <= end] or words
        yield from (word for word in before if word.text not in GENERIC_WORDS)


def _what_follows(sentence: SourceSentence, stated: Statement) -> Iterator[Word]:
    """Yield the deeds of the clauses without a figure that go on from a statement's."""
    own = sentence.clause_with(stated)
    for number in sentence.with_what_follows([own]):
        if number != own:
            yield from (word for word in sentence.words(*sentence.clauses[number]) if word.is_deed)


def _without_ground(text: str, start: int, end: int) -> int:
    """Return where the ground begins that stands behind a figure (剩68户因房源不足), ``end`` where there is none."""
    match = _GROUND.search(text, start, end)
    return match.start() if match else end


def _only_open(deeds: list[Word]) -> bool:
    return all(one.text in _OPENING for one in deeds)


def _adds_up(sentence: SourceSentence, place: int) -> bool:
    """Whether two quantities or more stand before a place, since the last semicolon."""
    since = part_start(sentence.text, place)
    return sum(1 for start, _ in sentence.figures if since <= start < place) > 1


def _totals(said: str, part: str) -> bool:
    """Whether a figure that stands alone behind 共计 is told as a total, as others may be of any sort."""
    return not any(word in part for word in _TOTAL) or any(word in said for word in _TOTAL)
