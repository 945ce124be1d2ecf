"""Words that bound or blur a quantity (近, 约, 超过, 余, 以上 …) and the bounds that they set.

Before or after a number, each word is a row of a table. The bounds follow from the value and from the place
value of its last non-zero digit:

- 余, 多, 几: from the value to one more of that place (500余 is 500 to 600, 420余 is 420 to 430);
- 近, 将近, 接近: from nine tenths of the value to the value (近600 is 540 to 600);
- 约, 左右: 5 % either way, or half of the last digit's place where that is more (约3100万 is 2945万 to 3255万);
- 超过, 以上, 不足, 不少于 …: open on the other side.
"""

from dataclasses import dataclass
from decimal import Decimal

from corpus.figure import Qualifier
from corpus.numerals import tidy

ABOUT_SHARE = Decimal("0.05")
NEARLY_SHARE = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class QualifierWord:
    """A word that bounds or blurs a quantity, with a phrase in which it does."""

    word: str
    qualifier: Qualifier
    example: str


def _rows(qualifier: Qualifier, pattern: str, words: str) -> tuple[QualifierWord, ...]:
    return tuple(QualifierWord(word, qualifier, pattern.format(word)) for word in words.split())


QUALIFIERS_BEFORE: tuple[QualifierWord, ...] = (
    *_rows(Qualifier.ABOUT, "{}3100万元", "约 大约 大概 约为 大致 约合 约有 约达 约占 大约占 大约有 大约是 大概占 大概有 大概是 差不多 差不多占 差不多有 大体 约莫 估计约"),
    *_rows(Qualifier.NEARLY, "{}600个", "近 将近 接近 近乎 几近 逼近 临近"),
    *_rows(
        Qualifier.OVER,
        "{}2351万元",
        "超过 超 逾 突破 多于 高于 大于 超出 远超 远超过 破 超越 已超 已逾 高过 冲破 年逾 "
        "超过了 突破了",
    ),
    *_rows(
        Qualifier.AT_LEAST, "{}10个", "大于等于 大于或等于 ≥ 不少于 不低于 至少 起码 最少 不小于 不下于 不下 不止 至少有 至少为 最低 不短于"
    ),
    *_rows(Qualifier.UNDER, "{}80%", "不足 不到 低于 少于 小于 未满 不满 未达 未到 未超 短于 不及 跌破 未达到 不足了 不到了 低于了"),
    *_rows(Qualifier.AT_MOST, "{}50人", "小于等于 小于或等于 ≤ 不超过 至多 最多 不高于 不多于 不大于 不超 最高 最多可 未超过 不得超过 不逾"),
)  # fmt: skip

QUALIFIERS_AFTER: tuple[QualifierWord, ...] = (
    *_rows(Qualifier.ABOUT, "90%{}", "左右 上下 许"),
    *_rows(Qualifier.AT_LEAST, "90%{}", "以上 及以上 或以上 之上 (含)以上 （含）以上 (含)及以上 开外"),
    *_rows(Qualifier.AT_MOST, "90%{}", "以下 以内 之内 及以下 或以下 之下 (含)以下 （含）以下"),
)

BEFORE_WORDS = {row.word: row.qualifier for row in QUALIFIERS_BEFORE}
AFTER_WORDS = {row.word: row.qualifier for row in QUALIFIERS_AFTER}
BEFORE_ENDINGS = frozenset(word[-1] for word in BEFORE_WORDS)
NO_QUALIFIER_AFTER = {
    "近": "最附远接临亲靠邻晋", "约": "节预签大条合违公制解履续毁爽", "超": "高赶反中英", "破": "突打爆", "超过": "不",
    "逾": "不", "达到": "", "高于": "不", "多于": "不", "大于": "不", "少于": "不", "小于": "不", "低于": "不", "超出": "不",
}  # fmt: skip
"""Characters after which a word is part of another (最近, 通过) and does not qualify."""

LONGEST_BEFORE = max(map(len, BEFORE_WORDS))
LONGEST_AFTER = max(map(len, AFTER_WORDS))


def last_place(value: Decimal) -> Decimal:
    """Give the place value of the last non-zero digit (500 → 100, 420 → 10, 1.5 → 0.1, 0 → 1)."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def bounds(qualifier: Qualifier, value: Decimal, step: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Give the lowest and highest quantity that a qualified value can mean, None where it is open."""
    if qualifier is Qualifier.ABOUT:
        band = max(abs(value) * ABOUT_SHARE, step / 2)
        return tidy(value - band), tidy(value + band)
    if qualifier is Qualifier.NEARLY:
        nearly = tidy(value * NEARLY_SHARE)
        return min(value, nearly), max(value, nearly)
    if qualifier in (Qualifier.OVER, Qualifier.AT_LEAST):
        return value, None
    if qualifier in (Qualifier.UNDER, Qualifier.AT_MOST):
        return None, value
    return value, value
