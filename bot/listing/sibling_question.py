"""What a question asks of figures that say the same of several: a ``Question`` in, ``SiblingsAsked`` out.

Each way to ask is a row of ``SIBLING_WAYS`` with a real phrase.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.question.answer_types import Asked, find_asked, leading_noun
from bot.question.content_words import content_of
from bot.question.question import Question, Shape
from corpus.numerals import small_numeral
from corpus.organisations.short_names import is_in_order
from corpus.quantities.units import any_measure


class Wanted(StrEnum):
    """What a question wants of the members of a set."""

    MOST = "most"
    LEAST = "least"
    TOTAL = "total"
    EACH = "each"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class SiblingWay:
    """One way to ask of several: the words that ask, and a real question that they stand in."""

    wanted: Wanted
    pattern: str
    example: str


_NUMBER: Final = "[两二三四五六七八九十几\\d]{1,2}"
SIBLING_WAYS: Final = (
    SiblingWay(Wanted.LEAST, rf"最(?:低|少|小|慢|短|差|轻)|(?:后|倒数(?:前|第)?)(?P<least>{_NUMBER})(?:名|位|个|家)?", "整改率最低的是哪个镇"),
    SiblingWay(Wanted.MOST, rf"最(?:高|多|大|快|长|好|重|突出)|(?<![以之目从提年月])前(?P<most>{_NUMBER})(?:名|位|个|家|强)?(?![年月轮批期届天周次])|排(?:名|序|个序)|从[高多大]到[低少小]", "收回资金最多的前三家"),
    SiblingWay(Wanted.LEAST, "从[低少小]到[高多大]", "整改率从低到高怎么排"),
    SiblingWay(Wanted.LEAST, r"(?:谁|哪[一-鿿]{1,6}?)[^，。？多]{0,12}(?:更|比较)?(?:少|低)(?:些|一些)?(?=[，,？?]|$)", "哪个片区整改的问题少"),
    SiblingWay(Wanted.MOST, r"(?:谁|哪[一-鿿]{1,6}?)[^，。？]{0,12}(?:更|比较)?(?:多|高)(?:些|一些)?(?=[，,？?]|$)", "哪个片区整改的问题多"),
    SiblingWay(Wanted.TOTAL, "一共|总共|合计|总计|共计|加起来|加在一起|加总|(?<![公一总])共(?!有资源|同|产)", "三家公司一共收回多少资金"),
    SiblingWay(Wanted.EACH, "分别|各(?:自|是|有|为)?[^，。？]{0,8}?(?:多少|几)|各(?!种|类|项|界)|每[一个]", "两个片区分别整改完成多少个"),
)  # fmt: skip
_NO_SORT_ITSELF: Final = rf"(?!批|人|户|部门|支[行部]|所属)(?:类|{any_measure('member', 'listed', 'noun')})"
"""A measure word between 哪 and the sort (哪座水库, 哪条河), where the two are no sort together (哪支行)."""
_WHICH_SORT: Final = re.compile(
    rf"哪(?:一|{_NUMBER})?(?:{_NO_SORT_ITSELF}(?=的?[一-鿿]))?(?:的)?(?P<sort>[一-鿿]{{1,5}})"
)
_COUNTED_SORT: Final = re.compile(
    rf"(?<![第\d])(?P<count>(?:两|{_NUMBER}[个家所项类名]|{_NUMBER}(?=[批轮县镇乡村区市局厅院校]))(?!季度))[个家所项类名位]?的?(?P<sort>[一-鿿]{{1,5}})|(?:各|每[一个]?[个家]?)(?P<each>[一-鿿]{{1,5}})"
)
_SORTS: Final = {
    "乡镇": "[镇乡]|街道",
    "镇街": "[镇乡]|街道",
    "街镇": "[镇乡]|街道",
    "街乡": "[镇乡]|街道",
    "县区": "[县市区旗]",
    "区县": "[县市区旗]",
    "县市": "[县市区旗]",
    "市县": "[县市区旗]",
    "地市": "[市州盟]",
    "市州": "[市州盟]",
    "公司": "公司|集团|厂",
    "企业": "公司|集团|厂",
    "高校": "大学|学院|学校",
    "学校": "学校|中学|小学|大学|学院",
    "网点": "行",
}
"""Sorts of which a question asks, and how the names of their members end."""
_PARTS: Final = tuple(
    "分公司 标段 片区 批 轮 阶段 大队 中队 党支部 支部 村 社区 镇 乡 街道 县 区 市 局 厅 医院 分场 林场 农场"
    " 支行 分行 车间 项目部 项目 站 校区 院区 园区 小区 中心 所 组 科室 年 季度 月".split()
)
"""Sorts whose members end in the very word, the longer of two before the shorter that it begins with."""
_ANY: Final = re.compile("^(?:单位|部门|地方|机构|地区|方面|领域|事项)")
_MEASURE: Final = re.compile("[个家所项类种些名位里]?")
_TAIL: Final = re.compile("[　？?。的是]+$")
_ASKING: Final = re.compile(r"(?:是|有|的)*(?:哪(?:些|一|几)?[个家所项类种里]?|谁|什么|多少|几)(?:的)?")


@dataclass(frozen=True, slots=True)
class SiblingsAsked:
    """What a question asks of several: ``sort`` is what they are called, "" where it does not say.

    ``count`` is how many there are said to be, for ``MOST`` and ``LEAST`` how many are asked for; 0 where it does not
    say. ``rest`` is what the question says of what is counted, the words that ask left out.
    """

    wanted: Wanted
    sort: str
    count: int
    rest: str

    def is_of_sort(self, name: str) -> bool:
        """Whether a member's name is of the sort that is asked for."""
        ends = _SORTS.get(self.sort, re.escape(self.sort))
        return not self.sort or bool(re.search(f"(?:{ends})$", name))


def read_siblings_question(question: Question) -> SiblingsAsked | None:
    """Read what a question asks of several, or of one that it may name; None where it asks for no figure of any."""
    text = question.wording
    if question.shape is Shape.TEXT and not re.search("最|前", text):
        return None
    wanted, count = Wanted.ONE, 0
    rest = text
    for way in SIBLING_WAYS:
        if match := re.search(way.pattern, text):
            wanted = way.wanted
            number = next((value for value in match.groupdict().values() if value), "")
            count = small_numeral(number) or 0
            rest = text[: match.start()] + "　" + text[match.end() :] if wanted is not Wanted.EACH else text
            break
    several = {one.words for one in question.sought}
    if question.shape is Shape.COMPARE and wanted not in (Wanted.MOST, Wanted.LEAST):
        return None
    if (wanted is Wanted.ONE and question.shape is not Shape.FIGURE) or len(several) > 1:
        return None
    sort, number, phrase = _sort_asked(text)
    if number and wanted in (Wanted.TOTAL, Wanted.EACH):
        count = number
    rest = _ASKING.sub("　", rest.replace(phrase, "　") if phrase else rest)
    for period in question.periods:
        rest = rest.replace(period, "　")
    return SiblingsAsked(wanted, sort, count, rest)


def words_of(asked: SiblingsAsked, question: Question, names: Sequence[str]) -> tuple[str, ...]:
    """Return the content words of what is counted, without the ``names`` of members and of whom the question names."""
    rest = asked.rest
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "　")
    return tuple(
        word for word in content_of(rest) if not any(is_in_order(word, name) for name in question.orgs)
    )


def kinds_of(asked: SiblingsAsked) -> Asked | None:
    """Return the kinds of figure that what is counted comes in (整改率最低: a rate), None where it names none."""
    return next(iter(find_asked(f"{_TAIL.sub('', asked.rest)}是多少")), None)


def _sort_asked(text: str) -> tuple[str, int, str]:
    """Return the sort of members that a question asks for, how many it says there are, and the words that say so."""
    matches = [match for pattern in (_WHICH_SORT, _COUNTED_SORT) for match in pattern.finditer(text)]
    for sort_of in (_known_sort, _any_sort):  # 四个县区哪个罚款最多: of 县区
        for match in matches:
            of = match.lastgroup or ""
            if found := sort_of(match[of]):
                sort = found.strip("　")
                number = re.sub("[个家所项类名]", "", match.groupdict().get("count") or "")
                return sort, small_numeral(number) or 0, text[match.start() : match.start(of) + len(sort)]
    return "", 0, ""


def _known_sort(text: str) -> str:
    """Return the sort of members that ``text`` begins with; a space for any, "" for none that is known."""
    if _ANY.match(text):
        return "　"
    return next((sort for sort in (*_SORTS, *_PARTS) if text.startswith(sort)), "")


def _any_sort(text: str) -> str:
    """Return what ``text`` begins with as a sort of members, "" where that is but a measure word."""
    return "" if _MEASURE.fullmatch(text) else leading_noun(text).split("各")[0]
