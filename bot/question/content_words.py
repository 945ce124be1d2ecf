"""The words of a question: a piece of text in, its content words in the form that reports use out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from corpus.lexicon.synonyms import GENERIC_WORDS, SYNONYMS
from corpus.lexicon.wording.everyday_words import EVERYDAY_WORDS
from corpus.lexicon.wording.narrower_words import NARROWER_WORDS
from corpus.statements.metrics import content_words
from corpus.words import segmenter

_FILLERS: Final = frozenset(
    "中有 里有 最后 那次 这次 当时 后来 一轮 一届 一年 一家 一所 一共 总共 合计 总计 现在 具体 大概 到底 请问 告诉 知道 想 了解 那边 那里 那个 这个 哪些 哪个 什么 怎么 怎样 如何 多少 几个 几 有 是 被 呢 吗 啊 呀 吧 分别 各 各是 这次 本次 时候 何时 情况 数量 数 个 谁 还 没 要 里面 里 中 哪 哪家 哪年 哪轮 哪一轮 哪个轮次 轮 同 跟 通报 报告 写 说 提到 综述 总 额 还有 其他 另外 那 搞 弄 多 还是 高 低 更 最 比 相比 较 多少钱 至少 最少 起码 最多 至多 大约 里面 其中 前后 各自 那些 这些 那张 这张 表里 表中 表格 帮 着 里头 当中 之中 人里 人中 家里 个里 自己 这块 那块 一块 出去 下来 起来 回来 上来 进来 过来 回去 进去 上去 那边 这边 手上 手里 手中 手头 里头 头 真正 确实 最后 究竟 后来 以后 之后 以前 之前 啊 呗 嘛 哦 下面 下属 旗下 所属 底下 麻烦 谢谢 问下 帮忙 看看 外头 外边 东西 这类 那类 一类 笔钱".split()
)
_CODED: Final = re.compile(r"\d+(?P<of>年期|天期|号线|岁|座)(?![一-鿿]?元)")
"""What only its number tells from others of its sort: 1年期, 12号线."""
_ONE_OF: Final = re.compile("[一每][只台次顿亩件套部块张辆吨斤个户份餐例间座条]")
"""What but says that each one is meant (一只水表, 每亩承包费)."""
_ENDINGS: Final = frozenset("率 额 数 量 费 度 款".split())
_TOTALS: Final = frozenset("投资 收入 支出 金额 面积 人数 产值 成本".split())
_PROPER: Final = frozenset("nr ns nt nz".split())
_NOUNS: Final = frozenset("vn l j an b i".split())
_PAIR: Final = 2
_SIDES: Final = "东西南北"
_WEAK: Final = frozenset(
    [
        "有",
        "定",
        "建",
        "搞",
        "做",
        "弄",
        "花",
        "用",
        "发",
        "拿",
        "给",
        "帮",
        "要",
        "得",
        "出",
        "进行",
        "开展",
        "涉及",
        "达到",
        "实现",
        "通过",
    ]
)
COMPLEMENTS: Final = frozenset(
    "掉 完 好 走 到 出 回 下 上 清 光 全 齐 出去 出来 回来 下来 上来 下去 进去".split()
)
"""What may follow a verb of one character and leaves it the same deed."""
_LONGEST: Final = 5
"""Words of the longest phrase."""
PHRASES: Final = frozenset(one for one in NARROWER_WORDS if len(segmenter().cut(one)) > 1)
"""What people say in several words for what a report says in one."""
_LITTLE: Final = 0.3
"""The weight of a word that tells little."""


def _read_variants() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, stands_for in (*EVERYDAY_WORDS.items(), *SYNONYMS.items()):
        if word != stands_for:
            found[stands_for] = (*found.get(stands_for, ()), word)
    return found


_VARIANTS: Final[Mapping[str, tuple[str, ...]]] = _read_variants()


_KNOWN: Final = frozenset({*EVERYDAY_WORDS, *EVERYDAY_WORDS.values(), *SYNONYMS, *NARROWER_WORDS})


def normal(word: str) -> str:
    """Return the word that stands for ``word`` and its synonyms."""
    bare = word.rstrip("了过着") or word
    if bare not in _KNOWN and bare[0] in EVERYDAY_WORDS and bare[1:] in COMPLEMENTS:
        bare = bare[0]  # 清走, 销掉
    bare = EVERYDAY_WORDS.get(bare, bare)
    bare = EVERYDAY_WORDS.get(bare, bare)  # 修 is 维修, which stands in the row of 修复
    return SYNONYMS.get(bare, bare)


def variants(word: str) -> tuple[str, ...]:
    """Return ``word``, the words that stand for the same, and what a report may say for it by a narrower word."""
    return (word, *_VARIANTS.get(word, ()), *NARROWER_WORDS.get(word, ()))


def is_said(word: str, text: str) -> bool:
    """Whether a word stands in ``text``, in whatever form a report may give it."""
    return any(form in text for form in variants(word))


def content_of(text: str) -> tuple[str, ...]:
    """Return the content words of a piece of a question, in normal form, each once."""
    return tuple(dict.fromkeys(normal(word) for word in raw_words(text)))


def raw_words(text: str) -> list[str]:
    """Return the content words of a piece of a question as they stand there."""
    coded = {match["of"]: match[0] for match in _CODED.finditer(text)}
    found: list[str] = []
    for cut in chain.from_iterable(map(_parted, _with_phrases(text))):
        word = coded.get(cut, cut)
        if word in PHRASES:
            found.append(word)
        elif word in _ENDINGS and found:
            found[-1] += word  # 化解 + 率
        elif word in _TOTALS and f"总{word}" in text:
            found.append(f"总{word}")
        elif word not in _FILLERS and word.strip("　") and not _ONE_OF.fullmatch(word):
            found.append(word)
    return found


def _with_phrases(text: str) -> Iterator[str]:
    """Yield the content words of a text, each phrase of the table of narrower words as one: 趴账上的钱."""
    tokens, plain = segmenter().cut(text), ""
    while tokens:
        joined = ("".join(tokens[:count]) for count in range(min(_LONGEST, len(tokens)), 1, -1))
        phrase = next((one for one in joined if one in PHRASES), "")
        if phrase:
            yield from (*content_words(plain), phrase)
            plain = ""
        taken = phrase or tokens[0]
        plain += "" if phrase else taken
        while taken:
            taken = taken.removeprefix(tokens.pop(0))
    yield from content_words(plain)


def _parted(word: str) -> Sequence[str]:
    """Return a word, or both of two that were only guessed to be one: 费未 of 水费未收回."""
    guessed = word.endswith("未") and len(word) == _PAIR and len(segmenter().cut(word, False)) > 1
    return tuple(word) if guessed else (word,)


def last_noun(words: Sequence[str]) -> tuple[str, ...]:
    """Return the last word that names a thing rather than what was done to it; none where all are verbs."""
    return next(((word,) for word in reversed(words) if names_thing(word)), ())


def names_thing(word: str) -> bool:
    """Whether a word names something (床位, 培训费, PMI), rather than saying what was done to it, where or how."""
    tags = [tag for _, tag in segmenter().tag(word)]
    measured = len(tags) > 1 and word[-1] in _ENDINGS  # 压实度, as raw_words joins it
    return (
        not is_weak(word)
        and bool(tags)
        and (measured or tags[-1].startswith("n") or tags[-1] in _NOUNS or tags[-1] == "eng")
    )


def names_place(word: str) -> bool:
    """Whether a word is the name of a place or of a side of one (城西), and not just where something is (手里, 墙上)."""
    tags = [tag for _, tag in segmenter().tag(word)]
    return len(word) > 1 and (tags == ["ns"] or (tags == ["s"] and word[-1] in _SIDES))


def is_proper(word: str) -> bool:
    """Whether a word is a proper name, of whatever (锦园, 内二科), and no word of everybody's."""
    return len(word) > 1 and [tag for _, tag in segmenter().tag(word)][-1:][0] in _PROPER


def is_action(word: str) -> bool:
    """Whether a word says what was done (节约, 派出), and says enough."""
    return not is_weak(word) and word not in _TOTALS and [tag for _, tag in segmenter().tag(word)] == ["v"]


def is_weak(word: str) -> bool:
    """Whether a word says next to nothing of what is asked (有, 做, 涉及)."""
    return word in _WEAK or len(word) == 1


def how_telling(word: str) -> float:
    """Return how much a word tells of what is asked beside the others, 0 to 1: little where it is weak or generic."""
    return _LITTLE if is_weak(word) or word in GENERIC_WORDS else 1.0
