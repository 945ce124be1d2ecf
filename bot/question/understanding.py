"""What a question asks: its text in, a ``Question`` out, with the one before filled in where it leans on it."""

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bot.english.translation import asks_in_english, chinese_terms
from bot.messages import language_of
from bot.question.answer_types import find_asked
from bot.question.follow_up import lean_on
from bot.question.members import named_members, without_members
from bot.question.organisations import find_named
from bot.question.question import Question, Shape
from bot.question.rewriting import formal_wording
from bot.question.spelling import put_right
from bot.question.targets import find_sought, of_each
from bot.question.times import find_rounds, find_times, full_times
from corpus.organisations.directory import Directory
from corpus.scripts import simplified
from corpus.times.rounds import named_rounds

_COMPARE: Final = re.compile(
    r"(?:谁|哪(?:一|个|家|年|轮|所|项(?!目)|种|边|方|季度|[一二两三]?[个家年轮所项])*)(?:[一-鿿]|20[0-9]{2}年){0,14}?(?:更|最|要)?(?:[高低早晚快]|多(?!少)|(?<!多)少|(?<![会局院校组镇乡县市部处科所社村队厅站馆行省])[大长](?![学专院型度江]))(?![一-鿿]*度)"
    r"|[多高大少低]还是[一-鿿0-9]{1,12}[多高大少低]"
)
_LIST: Final = re.compile(
    r"哪(?:些|[几两二三四五六七八九十]|里)|哪几|什么(?:单位|机构|部门|问题|方面)|分别是(?:谁|什么)|有谁"
)
_WORDS_ASKED: Final = re.compile(
    "(?:电话|邮箱|邮编|地址|文号|网址|账号)[是为]?(?:多少|什么|哪)|第几[一-鿿]{0,4}组"
)


def read_question(
    text: str,
    directory: Directory,
    before: Question | None = None,
    members: Collection[str] = (),
    units: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Question:
    """Understand a question, its rounds called by their one name; ``before`` is the question it may lean on.

    ``members`` are names that the reports give to parts of what they are about (路桥公司), ``units`` what those who
    issue them are called without their place (供销社), with their names in full.
    """
    language = "en" if asks_in_english(text) else language_of(text)
    text = named_rounds(simplified(text))
    chinese = (
        chinese_terms(text, directory)
        if language == "en"
        else formal_wording(full_times(put_right(text, directory)))
    )
    named = named_members(chinese, members, directory)
    if len(named) == 1 and _COMPARE.search(chinese):
        named = ()  # 河湾镇和白石乡, of which a list names but one
    masked, orgs = find_named(without_members(chinese, named), directory, units)
    masked, periods, compared = find_times(masked)
    masked, rounds = find_rounds(chinese, masked)
    shape = _shape(text, chinese)
    sought = find_sought(chinese, masked, shape)
    question = Question(
        text=text,
        language=language,
        shape=shape,
        sought=sought,
        orgs=orgs,
        periods=periods,
        rounds=rounds,
        search=_search_text(text, chinese, orgs),
        compared=compared,
        members=named,
        wording=chinese,
    )
    return of_each(question if before is None else lean_on(question, before))


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
