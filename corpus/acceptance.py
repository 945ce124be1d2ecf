"""Whether a numeral that can be read is a quantity at all, from what stands around it.

Digits with a unit always are. Digits without one are where the text states a number (：1286, 为3500, a
decimal, a list), not in a name (骁龙8, iOS 17, 985高校). Chinese numerals are with a unit; without one only
where they stand alone or are long. 一 with a measure word is an article more often than a number: it counts
as one in a measure (一年), and behind its noun (移交线索一条, 立案一件), not before it (一名男子).
"""

import re

from corpus.amounts import Amount
from corpus.figure import Figure, Kind, Qualifier
from corpus.units import Unit

_MEASURES = frozenset(
    {Kind.MONEY, Kind.MULTIPLE, Kind.PERCENTAGE_POINT, Kind.PERCENT, Kind.MEASURE, Kind.RATIO}
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAME_AFTER = re.compile(
    r"后(?!，|,|。)|强|国集团|工程|高校|报警|急救|系列|型|版|款|频道|航班|次列车|次航班|医院|中学|大街|国道|省道|高速|分区|平台|热线|届|级|世界|年份|式|杯|奥运|"
    r"路|线|街|国|系|届|队|班| ?版|楼"
)
_MAGNITUDE = re.compile(r"[^，。、]{0,2}(?:地震|大风|风|台风|雷)")
_SERVICE = frozenset(
    "110 119 120 122 12306 12315 12345 12333 12388 12389 12348 12366 12320 12318 12319 12328 12358 12369 12371 96110 95598 10086 10010 985 211 863 973 996 360 520 1314 618 58".split()
)
_STATED = frozenset(
    "：:为是达到至共计近约超于有与和、比升降报得收数分逾过余破合即占近仅剩第(=≈<>≤≥＋+×*/~—-,;“，。；！？ \t\n|\"'"
)
_ALONE_BEFORE = "是“为"
_ALONE_AFTER = "”，。,;；、这那而却不的和与"
_BEHIND_NOUN = "个项条件份处名起例家人位套部辆台座所本支宗桩场批篇幢间户只头艘架枚笔张册"
_NOT_NOUN = (
    "的了着过这那每另同某任上下前后头第首如有是在为和与及或等有把将对被从给让用以要想又再也都只仅就还更最很"
)


def is_quantity(plain: str, at: int, amount: Amount, unit: Unit, figure: Figure) -> bool:
    """Decide whether the numeral at ``at``, read as ``figure``, stands for a quantity."""
    before = plain[figure.start - 1] if figure.start else ""
    after = plain[figure.end : figure.end + 1]
    if amount.arabic or (plain[at].isascii() and amount.kind is not None):
        return _digits(plain, amount, unit, figure, before, after)
    if plain[at - 1 : at] == "第":
        return False
    if amount.value == 0 and not amount.arabic and "." not in str(amount.step):
        return not before and not after
    if at + 1 == amount.end and plain[at] in "伍陆陸肆拾":
        return not before and not after
    if plain[at] in "百千万亿" and amount.end - at <= 2 and not _qualified(plain, at, amount, figure):
        return False
    if amount.kind is not None:
        return True
    if not unit.name:
        return _bare_chinese(plain, at, amount, figure, before, after)
    if amount.value == 1 and amount.measure == "":
        return _one(plain, at, unit, figure, before, after)
    small = amount.value is not None and amount.value < 10 and amount.step >= 1 and not amount.multiplier
    return unit.name not in ("号", "线", "路", "环") and not (small and unit.name in ("方", "度", "级"))


def _qualified(plain: str, at: int, amount: Amount, figure: Figure) -> bool:
    """Say whether a multiplier without a digit counts something (近百人, 上千名, 百余项, 百分之五)."""
    if amount.kind is not None or figure.qualifier is not Qualifier.EXACT:
        return True
    return amount.end - at == 2 and plain[at] in "百千" and plain[at + 1] in "万亿一二三四五六七八九"


def _digits(plain: str, amount: Amount, unit: Unit, figure: Figure, before: str, after: str) -> bool:
    letter = before.isascii() and before.isalpha() or before in ("_", "\0")
    if unit.name or amount.kind is not None:
        if letter or (before in ("-", ".", "/") and plain[figure.start - 2 : figure.start - 1].isascii()):
            return (
                unit.kind is not Kind.COUNT
                and before not in ("-", ".", "/", "\0", "_")
                and unit.name not in ("B", "V", "W", "h", "g", "m", "G", "L")
            )
        written = plain[amount.start : amount.end]
        if written[0] == "0" and written.isdecimal() and len(written) > 1 and unit.kind is Kind.COUNT:
            return False
        return unit.name != "级" or bool(_MAGNITUDE.match(plain, figure.end)) or amount.step < 1
    if (
        letter
        or (before.isascii() and before in "-./#@&" and before)
        or (after.isascii() and (after.isalpha() and not amount.multiplier or after in "-_#@&" and after))
    ):
        return False
    if (
        before == ":"
        and plain[figure.start - 2 : figure.start - 1].isascii()
        and plain[figure.start - 2 : figure.start - 1].isalpha()
    ):
        return False
    if amount.multiplier or figure.qualifier is not Qualifier.EXACT or figure.change:
        return True
    if (
        before == " "
        and plain[figure.start - 2 : figure.start - 1].isascii()
        and plain[figure.start - 2 : figure.start - 1].isalpha()
    ):
        return False
    written = plain[amount.start : amount.end]
    if written in _SERVICE:
        return False
    if before == " " and plain[figure.start - 2 : figure.start - 1] not in (" ", ""):
        before = plain[figure.start - 2]
    if _NAME_AFTER.match(plain, figure.end) or (
        written[0] == "0" and written.isdecimal() and len(written) > 1
    ):
        return False
    if len(written) == 4 and written[:2] in ("19", "20") and (_HAN.match(after) or _HAN.match(before)):
        return False
    return not before or before in _STATED or not written.isdecimal()


def _bare_chinese(plain: str, at: int, amount: Amount, figure: Figure, before: str, after: str) -> bool:
    """Accept a Chinese numeral without a unit: long enough, or alone between marks."""
    written = plain[at : amount.end]
    if _NAME_AFTER.match(plain, amount.end):
        return False
    size = amount.value if amount.value is not None else amount.low
    if size is None:
        return False
    if len(written) == 1:
        return (
            (not before or before in _ALONE_BEFORE)
            and (not after or after in _ALONE_AFTER)
            and not (at == 0 and after in "，,、" and after)
        )
    if figure.qualifier is not Qualifier.EXACT:
        return size >= 10
    closed = not _HAN.match(after) or after in "是不这那而却和与比的"
    opened = not _HAN.match(before) or before in "是为到至达和与共计近约超比负"
    if "点" in written:
        return opened and closed
    return (size >= 100 and len(written) >= 3 and not set(written) <= set("零一二三四五六七八九")) or (
        opened and closed and size >= 10
    )


def _one(plain: str, at: int, unit: Unit, figure: Figure, before: str, after: str) -> bool:
    """Accept 一 with a unit: a measure, or a count behind its noun."""
    if figure.qualifier is not Qualifier.EXACT and figure.start < at:
        return True
    if unit.kind in _MEASURES:
        return unit.name not in ("毛", "角", "方", "节", "米", "度", "里", "步") or bool(figure.change)
    if unit.kind is Kind.DURATION:
        return (
            unit.name
            in ("年", "个月", "天", "周", "小时", "个小时", "分钟", "个工作日", "个季度", "周年", "个星期")
            and before != "的"
        )
    if not before:
        return len(plain) <= 12
    closed = not after or after in "，。；、,;)）\n”"
    return closed and unit.name in _BEHIND_NOUN and bool(_HAN.match(before)) and before not in _NOT_NOUN
