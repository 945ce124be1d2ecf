"""Whether a numeral that can be read is a quantity at all, from what stands around it.

Digits with a unit always are. Digits without one are where the text states a number (：1286, 为3500, a
decimal, a list), not in a name (骁龙8, iOS 17, 985高校). Chinese numerals are with a unit; without one only
where they stand alone or are long. 一 with a measure word is an article more often than a number: it counts
as one in a measure (一年), behind a word that bounds it (不到一个月), and behind its noun (移交线索一条), not
before it (一名男子).
"""

import re

from corpus.figure import Figure, Kind, Qualifier
from corpus.quantities.amounts import Amount
from corpus.quantities.units import Unit, measure_words
from corpus.words import is_common_word

_MEASURES = frozenset(
    {Kind.MONEY, Kind.MULTIPLE, Kind.PERCENTAGE_POINT, Kind.PERCENT, Kind.MEASURE, Kind.RATIO}
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAME_AFTER = re.compile(
    r"后(?![，。])|强|国集团|工程|高校|报警|急救|系列|型|款|频道|航班|次列车|次航班|医院|中学|大街|国道|省道|"
    r"高速|分区|平台|热线|届|级|世界|年份|式|杯|奥运|路|线|街|国|系|队|班| ?版|楼|房|中(?![国方心])"
)
_CELL_BEGINS = re.compile(r"(?:[|\t]| {2}|\u3000) ?$")
_CELL_ENDS = re.compile(r" ?(?:[|\t\n]| {2}|\u3000|$)")
_LISTED = re.compile(r"(?:、\d[\d,.]*){0,9}(?:、|和|及) ?\d[\d,.]*[万亿%个名人项件条元户家次份倍亩吨米公千]")
_NOUN_AFTER = re.compile(r"(?:个)?(?:项目|问题|企业|学校|高校|机构|岗位|单位|部门|案件|制度|措施|台账)")
_MAGNITUDE = re.compile(r"[^，。、]{0,2}(?:地震|大风|风|台风|雷)")
_NUMBERS_OF_SERVICES = frozenset(
    "110 119 120 122 12306 12315 12345 12333 12388 12389 12348 12366 12320 12318 12319 12328 12358 12369 12371 "
    "96110 95598 10086 10010 985 211 863 973 996 360 520 1314 618 58".split()
)
_STATED = frozenset(
    "：:为是达到至共计近约超于有与和、比升降报得收数分逾破余合即占仅剩(=≈<>≤≥+×*/~—-,;“，。；！？\t\n|\"'"
)
_STATED_AFTER_LETTERS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MULTIPLE})
_ALONE_BEFORE = "是“为"
_ALONE_AFTER = "”，。,;；、这那而却不的和与"
_OPENING = "是为到至达和与共计近约超比负"
_CLOSING = "是不这那而却和与比的"
_BEHIND_NOUN = frozenset(measure_words("noun"))
_NOT_NOUN = (
    "的了着过这那每另同某任上下前后头第首如有是在为和与及或等把将对被从给让用以要想又再也都只仅就还更最很"
)
_TOTALS = tuple("共计为达有是币")
_BEFORE_YEAR = tuple("为达到计共是约:=")
_SPANS = frozenset("年 个月 天 周 小时 个小时 分钟 个工作日 个季度 周年 个星期".split())
_IN_NAMES = frozenset("里道家台间棵岔")
_REST_OF_NAME = re.compile(r"([^\W\d省市县区乡镇村各该全本驻包进入到]{1,2})[乡镇村]")
"""What follows a numeral and a unit in the name of a place."""
_RARELY_ONE = frozenset("毛 角 方 节 米 度 里 步".split())


def is_quantity(plain: str, at: int, amount: Amount, unit: Unit, figure: Figure) -> bool:
    """Decide whether the numeral at ``at``, read as ``figure``, stands for a quantity."""
    before = plain[figure.start - 1] if figure.start else ""
    after = plain[figure.end : figure.end + 1]
    if before == "第":
        return False
    if amount.arabic or (plain[at].isascii() and amount.kind is not None):
        return _digits(plain, amount, unit, figure, before, after)
    if plain[at] == "零" and _HAN.match(before) and "点" not in plain[at : amount.end]:
        return False  # 清零|三个
    if amount.value == 0 and amount.step >= 1:
        return not before and not after
    if at + 1 == amount.end and plain[at] in "伍陆陸肆拾":  # 队伍, 大陆, 放肆, 收拾 are other words
        return unit.kind is Kind.MONEY or (bool(unit.name) and before in _TOTALS) or not before + after
    if plain[at] in "百千万亿" and amount.end - at <= 2 and not _qualified(plain, at, amount, figure):
        return False
    if amount.kind is not None:
        return True
    if not unit.name:
        return _bare_chinese(plain, at, amount, figure, before, after)
    if amount.value == 1 and not amount.measure:
        return _one(plain, at, unit, figure, before, after)
    if unit.name in _IN_NAMES and _opens_name(plain, figure.end):
        return False
    small = amount.value is not None and amount.value < 10 and amount.step >= 1 and not amount.multiplier
    if (
        unit.name
        in ("大", "国", "省", "市", "县", "区", "村", "镇", "乡", "州", "校", "企", "金", "银", "铜")
        and small
    ):
        return unit.name in ("省", "市", "县", "区", "村", "镇", "乡", "州")
    if unit.name == "级":
        return amount.step < 1 or _is_magnitude(plain, figure)
    return unit.name not in ("号", "线", "路", "环") and not (small and unit.name in ("方", "度"))


def _opens_name(plain: str, end: int) -> bool:
    """Say whether what ends at ``end`` opens the name of a place (五里坡乡, 三道梁镇), and counts none (三家示范村)."""
    rest = _REST_OF_NAME.match(plain, end)
    return (
        rest is not None
        and not is_common_word(rest[0])
        and (len(rest[1]) == 1 or not is_common_word(rest[1]))
    )


def _is_magnitude(plain: str, figure: Figure) -> bool:
    """Say whether 级 is that of a wind or an earthquake rather than a class or a rank."""
    head = plain[max(0, figure.start - 6) : figure.start]
    return "风" in head or "震" in head or bool(_MAGNITUDE.match(plain, figure.end))


def _qualified(plain: str, at: int, amount: Amount, figure: Figure) -> bool:
    """Say whether a multiplier without a digit counts something (近百人, 百余项, 百分之五, 百万元)."""
    if amount.kind is not None or figure.qualifier is not Qualifier.EXACT:
        return True
    return amount.end - at == 2 and plain[at] in "百千" and plain[at + 1] in "万亿一二三四五六七八九"


def _digits(plain: str, amount: Amount, unit: Unit, figure: Figure, before: str, after: str) -> bool:
    """Accept digits: with a unit unless they end a name in Latin letters, without one where a number is stated."""
    letter = (before.isascii() and before.isalpha()) or before in ("_", "\0")
    coded = before in ("-", ".", "/") and plain[figure.start - 2 : figure.start - 1].isascii()
    written = plain[amount.start : amount.end]
    padded = written.isdecimal() and written[0] == "0" and len(written) > 1
    if unit.name or amount.kind is not None:
        if coded or before == "_":
            return False
        if letter and before != "\0":
            return unit.kind in _STATED_AFTER_LETTERS and amount.kind is None
        if padded and unit.kind is Kind.COUNT:
            return False
        return unit.name != "级" or amount.step < 1 or _is_magnitude(plain, figure)
    if letter or coded or (before and before in "-./#@&") or (after and after in "-_#@&/"):
        return False
    if after.isascii() and after.isalpha() and not amount.multiplier:
        return False
    return not padded and _states_number(plain, amount, figure, before, after)


def _fills_cell(plain: str, figure: Figure) -> bool:
    """Say whether digits are all of a cell of a table, of which the line has others (金滩区 | 119 | 110)."""
    before = _CELL_BEGINS.search(plain, max(0, figure.start - 3), figure.start)
    return bool(before and _CELL_ENDS.match(plain, figure.end))


def _states_number(plain: str, amount: Amount, figure: Figure, before: str, after: str) -> bool:
    """Say whether digits without a unit are a number that the text states rather than a name."""
    written = plain[amount.start : amount.end]
    before_that = plain[figure.start - 2 : figure.start - 1] if figure.start > 1 else ""
    if before in (":", " ") and before_that.isascii() and before_that.isalpha():
        return False  # text-indent:0, iOS 17
    if amount.multiplier or figure.qualifier is not Qualifier.EXACT or figure.change:
        return True
    if (written in _NUMBERS_OF_SERVICES and not _fills_cell(plain, figure)) or _NAME_AFTER.match(
        plain, figure.end
    ):
        return False
    if (
        len(written) == 4
        and written[:2] in ("19", "20")
        and (_HAN.match(after) or before not in _BEFORE_YEAR)
    ):
        return False
    if _NOUN_AFTER.match(plain, figure.end) or _LISTED.match(plain, figure.end):
        return True
    if before == " ":
        before = "" if before_that == " " else before_that
    return not before or before in _STATED or not written.isdecimal()


def _bare_chinese(plain: str, at: int, amount: Amount, figure: Figure, before: str, after: str) -> bool:
    """Accept a Chinese numeral without a unit: long enough, or alone between marks."""
    written = plain[at : amount.end]
    size = amount.value if amount.value is not None else amount.low
    if size is None or _NAME_AFTER.match(plain, amount.end):
        return False
    if len(written) == 1:
        opened = not before or (before in _ALONE_BEFORE and (before != "“" or after == "”"))
        heads_list = at == 0 and after in ("，", ",", "、")
        return opened and (not after or after in _ALONE_AFTER) and not heads_list
    if figure.qualifier is not Qualifier.EXACT:
        return size >= 10
    closed = not _HAN.match(after) or after in _CLOSING
    opened = not _HAN.match(before) or before in _OPENING
    if opened and closed and (size >= 10 or "点" in written):
        return True
    return (
        size >= 100 and len(written) >= 3 and bool(set(written) & set("十百千万亿")) and "点" not in written
    )


def _one(plain: str, at: int, unit: Unit, figure: Figure, before: str, after: str) -> bool:
    """Accept 一 with a unit: a measure, a bound, or a count behind its noun."""
    if figure.qualifier is not Qualifier.EXACT and figure.start < at:
        return True
    if unit.kind in _MEASURES:
        return unit.name not in _RARELY_ONE or bool(figure.change) or figure.end - at > 2
    if unit.kind is Kind.DURATION:
        return unit.name in _SPANS and before != "的"
    if not before:
        return not after
    closed = not after or after in "，。；、,;)）\n”"
    return closed and unit.name in _BEHIND_NOUN and bool(_HAN.match(before)) and before not in _NOT_NOUN
