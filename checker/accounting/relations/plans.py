"""What is only meant to be done: parts of a source's sentence in, whether they plan out, and what tells them as done."""

import re
from collections.abc import Sequence
from typing import Final

from checker.accounting.sources import SourceSentence
from checker.accounting.spans import part_start
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.statements.list_heads import TextSpan

REST: Final = frozenset(one for word in connectives("rest") for one in (word, *PARAPHRASES[word]))
"""What says that a figure is what is left, which says enough of it."""
PLANNING: Final = connectives("planning")
PLANNED_OVER: Final = re.compile(
    r"年[^，,。]{0,3}(?:目标|安排|打算)|下一?步|下一阶段|工作要求|工作打算|工作安排|努力方向|目标任务|整改目标"
)
"""What a heading says over what is only meant to be done."""
ALREADY: Final = re.compile(f"{any_connective('already', 'settled')}|了")
"""What says that a thing is done, so that nothing planned before it goes on to it."""
_AHEAD: Final = connectives("ahead")
WILL: Final = PLANNING & connectives("denying", "pending", "rate") | _AHEAD
"""What says of a deed that it is only planned."""
_NOT_YET: Final = re.compile(any_connective("undone"))
_OF_PLAN: Final = re.compile(r"(?:[年度的本]|工作|[列纳]入)$")
_DEADLINE: Final = re.compile(r"(?:月底?|年底|\d日|汛)之?前(?![三几一])")
"""A day or month by which something is to be done; 日前 is the other day."""
_PLANNED_FROM: Final = re.compile(rf"\s*(?:今后|{PLANNED_OVER.pattern})")
"""What opens a part of a sentence, all of which is only meant to be done."""
_AWAITED: Final = re.compile("(?<![等接优招对虐善])待(?![遇业岗机产客])")
"""What says of a deed that it is still waited for (待省厅批复后处理)."""
_IS_DONE: Final = re.compile(f"{any_connective('already')}|了")
_DONE: Final = re.compile("已(?![纳列])|[完成结]了")
_MEANT: Final = re.compile(rf"(?<![主重需必只不简])(?:{any_connective('meant')})(?![求素点])")
"""What says of a thing in any word that it is only meant to be done."""


def is_to_be_done(sentence: SourceSentence, span: TextSpan, *, surely: bool = False) -> bool:
    """Whether a part of a sentence tells what is still to be done: it plans, or names a day by which, and says not that it is done.

    It does so ``surely`` where more than a 将 says so, which may also put what is acted upon before the deed.
    """
    known = PLANNING - _AHEAD if surely else WILL
    text = sentence.text[slice(*span)]
    if _DEADLINE.search(text):
        # 拟推行新规，10月前全部启用: that it is all of them does not say that it is done.
        return not (_IS_DONE if is_planned_on(sentence, span) else ALREADY).search(text)
    if ALREADY.search(text):
        return False
    since = part_start(sentence.text, span[0])
    opened = since < span[0] and _PLANNED_FROM.match(sentence.text, since)
    return bool(opened or _AWAITED.search(text)) or _is_planned(sentence, span, known)


def is_planned_on(sentence: SourceSentence, span: TextSpan) -> bool:
    """Whether a word of a part of a sentence, or of what goes before it, plans, or it is left with a day by which."""
    since, text = part_start(sentence.text, span[0]), sentence.text[slice(*span)]
    left = bool(_DEADLINE.search(text)) and any(word in text for word in REST)
    opened = _PLANNED_FROM.match(sentence.text, since) is not None
    planned = opened or left or _is_planned(sentence, span, WILL)
    return planned and not _IS_DONE.search(text)


def _is_planned(sentence: SourceSentence, span: TextSpan, known: frozenset[str]) -> bool:
    """Whether one of the words ``known`` plans something in a part of a sentence: 列入2026年计划 is a plan, and plans nothing."""
    text = sentence.text[slice(*span)]
    return any(
        word.text in known
        and word.start not in sentence.worded.disposals
        and not _OF_PLAN.search(text, 0, word.start - span[0])
        for word in sentence.words(*span)[:-1]
    )


def is_told_done(sentence: SourceSentence, spans: Sequence[TextSpan], said: str) -> bool:
    """Whether what is said is done is still ahead by the source (已办结, of 将于3月前办结)."""
    text = "|".join(sentence.text[slice(*span)] for span in spans)
    ahead = any(is_to_be_done(sentence, span) for span in spans)
    return ahead and bool(_DONE.search(said)) and not _IS_DONE.search(text)


def leaves_out_deadline(sentence: SourceSentence, span: TextSpan, said: str) -> bool:
    """Whether ``said`` has no time by which something is to be done, where ``span`` has one."""
    return bool(_DEADLINE.search(sentence.text, *span)) and "前" not in said


def is_told_as_planned(said: str) -> bool:
    """Whether what is said says in any word that it is only meant to be done, or not yet (尚未出台, of 拟出台)."""
    return bool(_NOT_YET.search(said) or _MEANT.search(said))
