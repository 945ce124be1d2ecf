"""The notations of a number, one row each: name, reader, and an example with what it says.

``amount_at`` tries them in order. The documentation is written from this table, and a test walks it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.quantities import amounts, shares
from corpus.quantities.amounts import Amount

_HAN_DIGITS = "零一二两三四五六七八九"
_ARABIC = "0123456789."
_ANY = _ARABIC + _HAN_DIGITS + "十百千万亿仨廿卅伍陆陸肆拾"


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to write a number.

    ``starts`` are the characters that it can begin with; ``example`` is text whose first figure is ``found``
    with ``value`` in its base unit ("low..high" for a range).
    """

    name: str
    read: Callable[[str, int], Amount | None]
    starts: str
    example: str
    found: str
    value: str


NOTATIONS: tuple[Notation, ...] = (
    Notation("half", shares.half, "半一过", "用了半年时间", "半年", "0.5"),
    Notation("percentage in words", shares.percent, "百千万", "化解率百分之九十一点三五", "百分之九十一点三五", "91.35"),
    Notation("fraction in words", shares.fraction, _ANY, "缩短三分之一", "三分之一", "0.3333333333333333333333333333"),
    Notation("fraction with a slash", shares.slashed, _ARABIC, "同意的占2/5", "2/5", "0.4"),
    Notation("tenths", shares.tenths, _ANY + "半", "占七成六", "七成六", "76"),
    Notation("discount", shares.discount, _ANY + "半对", "按六五折结算", "六五折", "65"),
    Notation("doubling", shares.read_fold, "翻", "产值翻两番", "翻两番", "4"),
    Notation("ratio", shares.ratio, _ARABIC + _HAN_DIGITS + "十", "师生比为1：4", "1：4", "0.25"),
    Notation("two neighbouring digits", amounts.pair, _HAN_DIGITS + "十百千", "走访三四十户", "三四十户", "30..40"),
    Notation("几 or 数 before a multiplier", amounts.vague, "十百千万亿", "走访几十户", "几十户", "20..90"),
    Notation("countless", amounts.vague, "十百千万亿", "走访上百户", "上百户", "100"),
    Notation("几 after a number", amounts.several, _ANY, "走访十几户", "十几户", "10"),
    Notation("exponent or Latin multiplier", amounts.power, _ARABIC, "约为40k", "约为40k", "40000"),
    Notation("Arabic digits", amounts.number, _ARABIC, "完成整改588个", "588个", "588"),
    Notation("full-width digits", amounts.number, _ARABIC, "完成整改５８８个", "５８８个", "588"),
    Notation("separated thousands", amounts.number, _ARABIC, "收回5,260万元", "5,260万元", "52600000"),
    Notation("digits with multipliers", amounts.number, _ARABIC, "收回1亿2000万元", "1亿2000万元", "120000000"),
    Notation("余, 多 or 来 behind", amounts.number, _ARABIC, "建立500余项", "500余项", "500"),
    Notation("Chinese numeral", amounts.number, _ANY, "五百八十八个问题", "五百八十八个", "588"),
    Notation("financial numeral", amounts.number, _ANY, "人民币壹佰贰拾叁元", "壹佰贰拾叁元", "123"),
    Notation("Chinese decimal", amounts.number, _ANY, "提高七点三二个百分点", "七点三二个百分点", "7.32"),
    Notation("numeral without its last place", amounts.number, _ANY, "共三万五千元", "三万五千元", "35000"),
)  # fmt: skip


def _dispatch() -> dict[str, tuple[Callable[[str, int], Amount | None], ...]]:
    readers: dict[str, list[Callable[[str, int], Amount | None]]] = {}
    for row in NOTATIONS:
        for char in row.starts:
            known = readers.setdefault(char, [])
            if row.read not in known:
                known.append(row.read)
    return {char: tuple(known) for char, known in readers.items()}


_READERS = _dispatch()


def amount_at(plain: str, at: int) -> Amount | None:
    """Read the amount that begins at ``at`` of a normalised text; None when no number does."""
    if at >= len(plain):
        return None
    for read in _READERS.get(plain[at], ()):
        amount = read(plain, at)
        if amount is not None:
            return amount
    return None
