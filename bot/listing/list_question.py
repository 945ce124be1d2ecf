"""What a question for a list asks: a ``Question`` in, ``ListAsked`` out: what the items are, how many, where.

Each way to ask is a row of ``LIST_WAYS``, each type of member a row of ``MEMBERS``, with a real phrase.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.question.content_words import content_of, is_weak
from bot.question.question import Question
from corpus.figure import Figure, Kind, Qualifier
from corpus.numerals import small_numeral
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.organisations.short_names import is_in_order
from corpus.quantities.figures import find_figures
from corpus.quantities.units import any_measure
from corpus.words import segmenter


@dataclass(frozen=True, slots=True)
class ListWay:
    """One way to ask for a list: the words that ask, and a real question that they stand in."""

    name: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Members:
    """A type of organisation: the words that ask for it, and how the names of its members end."""

    name: str
    asked: str
    member: str
    example: str


@dataclass(frozen=True, slots=True)
class ListAsked:
    """A list that a question asks for.

    ``head`` is the noun that the items are (问题, 高校), "" where none is said; ``count`` how many there should
    be, 0 where the question does not say; ``words`` what else the question says of them, in normal form;
    ``condition`` a figure that the items share (收回率90%), with ``column`` the text before it. ``kinds`` says that what
    a thing falls into is asked (分哪几类, 有哪几项), ``single`` that one is asked for of which alone something is said.
    """

    head: str
    count: int
    words: tuple[str, ...]
    members: Members | None = None
    condition: Figure | None = None
    column: str = ""
    kinds: bool = False
    single: bool = False


_MEASURE: Final = any_measure("listed") + "?"
LIST_WAYS: Final = (
    ListWay("which", rf"哪(?:些|(?P<n>[几两二三四五六七八九十]|\d{{1,2}}){_MEASURE})", "巡察了哪些县直单位"),
    ListWay("kinds", "(?:分|包括|有)(?:为|成)?(?:了|哪)?几(?:大)?[类种](?!人)", "闲置房产分哪几类"),
    ListWay("parts", "分(?:为|成|了)?几个(?=方面|部分|领域)", "整改分几个方面"),
    ListWay("one", "哪一?[个家所镇乡县区市村项]|谁", "收回率95%的是哪个单位"),
    ListWay("what", "什么(?=单位|机构|部门|问题|方面|企业|高校)", "巡察了什么单位"),
    ListWay("each", "分别(?:是|指|为)(?:谁|什么|哪)|(?:都|各)?(?:有|包括)谁", "三张清单分别是什么"),
)  # fmt: skip

MEMBERS: Final = (
    Members("university", "高校|大学|学院|院校", "(?:大学|(?<!科)学院|专科学校|职院)$", "哪两所高校"),
    Members("school", "学校|中学|小学", "(?:[大中小]学|(?<!科)学院|学校|幼儿园|教育中心)$", "哪些学校"),
    Members("hospital", "医院|医疗机构|医疗卫生", "(?:医院|保健院|卫生院|医学?中心|防治中心|诊所)$", "哪几家医院"),
    Members("institute", "科研院所|科研单位|研究院", "(?:研究院|科学院|研究所|研究中心)$", "哪些科研院所"),
    Members("company", "企业|公司|集团|国企", "(?:集团|公司|银行|厂|联合社)$", "哪几家企业"),
    Members("town", "乡镇|镇|乡|街道", "(?:[镇乡]|街道)(?:党委|党工委)?$", "哪几个乡镇党委"),
    Members("village", "村|社区", "(?:村|社区)$", "哪些村"),
    Members("court", "法院|检察院", "(?:法院|检察院|[高中]院)$", "哪些法院"),
    Members("county", "市县|县市|县区|区县|地市|市州", "[市县区州]$", "哪些市县"),
    Members(
        "department",
        "[省市县区]直|部门|厅局|委办局|局委",
        "(?<!办)(?:局|委|办|厅|委员会|办公室|部|院|会|联社|中心|[残文妇侨科]联|工商联)$",
        "哪些县直单位",
    ),
    Members(
        "organisation",
        "单位|机构|组织|党委|党组",
        "(?:[局委办厅院校会部社镇乡村所站队联]|大学|学院|中学|小学|中心|集团|公司|银行|街道|社区|党组|CIMAI[)）])$",
        "哪几家机构",
    ),
)  # fmt: skip

_ANY_MEMBER: Final = re.compile("|".join(one.member for one in MEMBERS))
_PARTY: Final = re.compile("(?:党委|党组|党组织)$")
_END: Final = 16
"""Characters at the end of a name that tell what it ends as: more than the longest of ``MEMBERS`` with its party body."""
_ASKS: Final = re.compile("|".join(f"(?P<{way.name}>{way.pattern})" for way in LIST_WAYS))
_COMPARED: Final = re.compile("[最更]|[多高大低少早晚快]还是|比.{0,8}[多高大低少]")
_NUMBER_ASKED: Final = re.compile("多少|几(?=[个家项名人件条万亿]).{0,12}[，,、].{0,6}(?:多少|几)")
_NOUN_TAGS: Final = ("n", "vn", "j", "l", "nz", "a", "b", "an", "i", "s")
_LINKING: Final = re.compile("(?:都|又|各|分别|主要|具体)?(?:是|有|分|分为|分成|包括|指|为|属于)+$")
_STATED_COUNT: Final = re.compile(rf"([两二三四五六七八九十]|\d{{1,2}}){_MEASURE}$")
_BOUNDS: Final = (Qualifier.OVER, Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.AT_MOST)
_SHARED: Final = re.compile("的|[？?]?$")
_DROPPED: Final = frozenset(
    "点 点名 点到 写到 列 列出 列举 提到 说 讲 通报 综述 报告 附表 表 里 表里 中 这轮 本轮 第 方面 聚焦 从 县直 哪几 分 "
    "类 种 项 张 所 有人 几家 几个 细化 存在 发现 指出 接受 受到 开展 进行".split()
)
_ASIDE: Final = re.compile(r"附?表[\d一二三四五六七八九十]{1,2}|[（(][^（）()]*[）)]")
_TELLING: Final = re.compile(
    "(?:里面?|中|上)?(?:都|又|一共|共|分别|各)?(?:点名|点到|点|写到|写|列出|列举|列|提到|提及|说到|说|讲到|讲|涉及|通报)?(?:了|过|的)?(?:是|有)?$"
)


def read_list_question(question: Question) -> ListAsked | None:
    """Read which list a question asks for; None where it asks for none (哪家最多 compares)."""
    text = _ASIDE.sub(_blank, question.text)
    match = _ASKS.search(text)
    if match is None or _COMPARED.search(text) or _NUMBER_ASKED.search(text):
        return None
    condition = _condition(text)
    before, after = text[: match.start()], text[match.end() :]
    leading = _leading_noun(after)
    head = leading or _noun_before(before)
    kinds = match[0][-1] in "类种" or (match[0][-1] == "项" and not leading)
    count = small_numeral(match["n"]) if match["n"] and match["n"] != "几" else None
    if count is None:
        count = _stated_count(before, head)
    rest = _TELLING.sub("", before) + "　" + after
    for figure in [condition] if condition else []:
        rest = rest.replace(figure.raw, "　")
    members = next((one for one in MEMBERS if re.search(f"(?:{one.asked})(?:党委|党组|单位)?$", head)), None)
    single = bool(match["one"]) and condition is None
    if single and members is None:
        return None
    return ListAsked(
        head,
        count or 0,
        _words(question, rest, head, members),
        members,
        condition,
        text[: condition.start] if condition else "",
        kinds,
        single,
    )


def is_organisation(name: str) -> bool:
    """Whether a name ends as that of some organisation or small place does."""
    return _ends_as_one(name[-_END:])


@lru_cache(maxsize=16_384)
def _ends_as_one(end: str) -> bool:
    return bool(_ANY_MEMBER.search(_PARTY.sub("", end)))


def _leading_noun(text: str) -> str:
    noun = ""
    for word, tag in segmenter().tag(re.split("[的被把]", text, maxsplit=1)[0][:16]):
        if not tag.startswith(_NOUN_TAGS) and not re.fullmatch(
            "[省市县区]直|专项|村|镇|乡|下属|所属|直属|权属|下辖|子", word
        ):
            break
        noun += word
        if word in ("方面", "问题", "单位"):
            break
    return noun


def _noun_before(text: str) -> str:
    """Return the noun that the asked words speak of: 专项整治 of 三项专项整治是(哪三项)."""
    words = list(segmenter().tag(_LINKING.sub("", text.rstrip("，,：: "))))
    noun = ""
    for word, tag in reversed(words):
        if not tag.startswith(_NOUN_TAGS) and word != "专项":
            break
        noun = word + noun
        if len(noun) >= 4:
            break
    return noun


def _stated_count(before: str, head: str) -> int | None:
    """Return how many items the words before say there are: 三张清单分别是什么."""
    if not head or head not in before:
        return None
    stated = _STATED_COUNT.search(before[: before.rindex(head)])
    return small_numeral(stated[1]) if stated else None


def _condition(text: str) -> Figure | None:
    """Return the figure that a question says its items have: 收回率90%."""
    for one in find_figures(text):
        sure = one.kind in (Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.PERCENTAGE_POINT)
        bound = one.qualifier in _BOUNDS or _SHARED.match(text, one.end)
        asked = text[max(0, one.start - 1) : one.start] == "哪"
        if one.value is not None and (sure or (one.kind is Kind.COUNT and bound and not asked)):
            return one
    return None


_SPLIT_INTO: Final = re.compile("分(?:为|成|作)?(?=　|$)|聚焦|从(?=　)")


def _words(question: Question, rest: str, head: str, members: Members | None) -> tuple[str, ...]:
    """Return the content words of a question that neither name its organisation nor its time nor its items."""
    for named in (*question.periods, *(f"第{number}轮" for number in question.rounds)):
        rest = rest.replace(named, "　")
    if members:
        rest = rest.replace(head, "　")
    rest = _SPLIT_INTO.sub("　", rest)
    strangers = []
    for mention in find_organisations(rest):
        if mention.kind not in (MentionKind.ORGANISATION, MentionKind.REGION):
            continue
        rest = rest[: mention.start] + "　" * (mention.end - mention.start) + rest[mention.end :]
        if not any(is_in_order(mention.name, name) for name in question.orgs):
            strangers.append(mention.name)  # of a place that no report speaks of, but for these words
    found: list[str] = []
    for word in content_of(rest):
        known = not found and any(is_in_order(word, name) for name in question.orgs)
        if not known and word not in _DROPPED and not (is_weak(word) and len(word) == 1):
            found.append(word)
    return (*strangers, *found)


def _blank(match: re.Match[str]) -> str:
    return "　" * len(match[0])
