"""What one turn says, slot by slot: its text and the topic in, a ``Saying`` out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.conversation.turns.opening import Opening
from bot.question.content_words import content_of, is_action, is_weak, names_thing, raw_words
from bot.question.members import without_members
from bot.question.organisations import find_named
from bot.question.question import Question
from bot.question.times import find_rounds, find_times
from bot.ranking.asking_words import deed_before
from corpus.lexicon.dialogue_acts import turn_pattern
from corpus.lexicon.function_words import CHANGE_WORDS
from corpus.lexicon.relations import related_words, relations_in, without_relations
from corpus.organisations.name_parts import name_parts
from corpus.quantities.units import any_measure

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_END: Final = re.compile(r"[\s　。.？?！!，,、~～]+$")
_LINKED: Final = re.compile(r"^[\s　，,、的那呢]+|[\s　，,、]+$")
_AND_THAT: Final = re.compile(r"(?:[呢吗吧啊呀]|(?<!什)么)+$")
_ASKS: Final = re.compile(
    r"多少|几|哪|谁|什么|啥|怎|如何|为何|何时|多久|多大|多长|\b(?:how|what|when|who|which|where|why)\b",
    re.IGNORECASE,
)
_RELATING: Final = re.compile(
    rf"百分之(?:多少|几)|(?:多少|几|若干)(?:个?百分点|钱|{any_measure('told', 'listed', 'noun')})?|百分点|"
    r"哪(?:一?[个家年轮所项种边方届])?|谁|(?:更|最|比较)?[高多大低少快慢好长短](?:一?[些点])?(?![一-鿿])|"
    r"[两二三四五六七八九十俩仨几][个家轮年者所局镇乡项类](?:[一-鿿]?了?(?=多少|几|$))?(?:下来|之间)?(?:(?![一-鿿]{2})|(?=多少|几|哪|谁|共|都|各|分别|[下上]?[降升涨]|[减增提]))|"
    r"这[一-鿿]?[个家轮年些]|[上下前]一?年|几个点"
)
_SO: Final = re.compile(
    r"(?<!哪)[吗么]$|(?:对吧|对吗|对不对|是吧|是吗|是不是|没错吧|吧)$|^(?:是不是|是否|不是|难道)|\bis it\b|\bright$|\bcorrect$"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One turn as it was understood by itself.

    ``verbs`` are those of its own words, as they are written, that say what was done. ``question`` is its reading, ``rest`` its wording without names and times, ``own`` the words of it that tell
    what is asked. ``relations`` are the sorts of its relating words, ``doubts`` says that it asks whether
    something is so, ``asks`` that it says how it asks (多少, 哪个).
    """

    text: str
    opening: Opening
    question: Question
    rest: str
    own: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    doubts: bool = False
    asks: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing of what is counted (那去年呢, 差多少)."""
        return not self.own

    @property
    def names_owner(self) -> bool:
        """Whether it says whose."""
        return bool(self.question.orgs or self.question.members)

    @property
    def names_scope(self) -> bool:
        """Whether it says whose or when."""
        return bool(self.names_owner or self.question.periods or self.question.rounds)


def understand(
    text: str, opening: Opening, read: Callable[[str], Question], knowledge: "Knowledge"
) -> Saying:
    """Read one turn by itself; ``text`` is as it was typed, ``opening`` what of it asks."""
    question = read(opening.text)
    wording = question.wording or opening.text
    rest = unslotted(wording, question, knowledge)
    bare = _END.sub("", opening.text)
    return Saying(
        text,
        opening,
        question,
        rest,
        own_words(rest),
        tuple(word for word in raw_words(opening.text) if is_action(word) and word not in CHANGE_WORDS),
        relations_in(_TOTAL_ALONE.sub(lambda said: f"{said[0]}{_IN_ALL}", opening.text)),
        bool(_SO.search(bare)),
        bool(_ASKS.search(wording)),
    )


_COMPARED: Final = re.compile("(?<![占同环])[比较]　+")
"""A time that is only compared with, blanked: 处置率比上年提高多少."""


def unslotted(wording: str, question: Question, knowledge: "Knowledge") -> str:
    """Return a question's wording without the organisations, members, times and rounds that it names."""
    masked, _ = find_named(without_members(wording, question.members), knowledge.directory, knowledge.units)
    masked, _, _ = find_times(masked)
    masked, _ = find_rounds(wording, masked)
    joined = _COMPARED.sub("　", re.sub(r"[和与跟同及、]?　+[和与跟同及、]?(?:　|$)", "　", masked))
    bare = _AND_THAT.sub("", _END.sub("", joined.replace("　", "")))
    return _LINKED.sub("", bare)


_TALLY: Final = re.compile(r"(?<![人指次户岁])(?:总数|总量|数目|个数|数量|数)(?=是?(?:多少|几)|$|　)")
"""What only says that a number is asked for: 问题总数."""

_TOTAL_ALONE: Final = turn_pattern("total_alone")
"""The whole of a turn that asks for the sum of what was answered a part of: 我要总数."""

_IN_ALL: Final = next(word for word in related_words("sum") if "计" in word)

_OF_ALL: Final = re.compile("全[一-鿿]{1,2}(?=一共|总共|合计|总计|共|加)")
"""What only says that all are meant: 全线合计."""

_TOLD_OFF: Final = re.compile(
    r"(?:这|那|前)?[两俩仨二三四五六七八九十几\d]{1,2}(?:个|家|所|轮|年|项|届|者|种|类|样)(?:局|厅|委|乡镇|镇|乡|县|市|区|院|校|公司|集团|单位|医院|学校|部门|机构|地方|标段|支部|科室?|庭|村|社区|街道|库|矿|厂|团?队|组|站)?"
    r"(?:里面?|中|当中)?(?=一共|总共|总体|合计|总计|共|加|多少|哪|谁|的|之|分别|各|$)|(?:这|那)(?:几|些)(?:个|家|轮|年)"
)
"""How those that were spoken of are told off: 三个局, 这几家."""


def own_words(rest: str) -> tuple[str, ...]:
    """Return the words of a wording that tell what is counted or done; what only relates, asks or links is none."""
    rest = _OF_ALL.sub("　", _TALLY.sub("　", rest))
    told = _RELATING.sub("　", without_relations(without_told_off(rest)))
    words = (word for word in content_of(told) if word not in CHANGE_WORDS and not _ASKS.search(word))
    own = tuple(word for word in words if not is_weak(word) or names_thing(word))
    return own or _deed_alone(rest)


def _deed_alone(rest: str) -> tuple[str, ...]:
    """Return the verb of one character that is all that a wording says: 改 of 改了几户."""
    asks = _ASKS.search(rest)
    deed = deed_before(rest[: asks.start()])[:1] if asks else ()
    return tuple(verb for verb in deed if len(verb) == 1)


def without_told_off(text: str) -> str:
    """Return a wording without what tells off those that are meant (四家里, 这几家)."""
    return _TOLD_OFF.sub("　", text)


def tells_off(rest: str, *, named: bool = False) -> bool:
    """Whether a wording asks for several told off together, or begins with their sum: 五家一共, 合计….

    Where one is ``named`` before the sum it is that one's, and of nobody else: 第八轮一共….
    """
    together = "sum" in relations_in(rest)
    first = without_relations(rest, "sum")
    begins = not named and rest.endswith(first) and first != rest
    return together and (bool(_TOLD_OFF.search(rest)) or begins)


def is_place_alone(rest: str) -> bool:
    """Whether all that a wording says is the name of a place, whoever tells of that (白沙市呢)."""
    parts = name_parts(_AND_THAT.sub("", rest))
    return bool(parts.region and parts.level) and not parts.unit


def asks_tally(wording: str) -> bool:
    """Whether a wording asks for the number of all (反馈问题总数)."""
    return any(match[0].startswith("总") for match in _TALLY.finditer(wording))


def slots_text(orgs: tuple[str, ...], periods: tuple[str, ...], rounds: tuple[str, ...]) -> str:
    """Return the names and times that a composed question begins with."""
    numbered = [f"第{one}轮" for one in rounds]
    return "和".join(orgs) + "和".join(periods) + "和".join(numbered)
