"""Patterns around numerals that are no quantities: document numbers, ordinals, times, numbers that identify.

Each row has a name, an expression that matches from the numeral's first character, and a phrase that it
matches. ``kind`` is None for what is no figure at all;
a ``final`` row is not overruled by a longer reading.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.figure import Kind
from corpus.numerals import read_numeral
from corpus.quantities.units import UNITS_BY_NAME, any_measure

_HAN = "零一二三四五六七八九十百千两"
_N = rf"(?:\d+|[{_HAN}]+)"
_SENTENCE_START = r"(?:^|(?<=[\n。！？；;：: 　（(“]))"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One notation with a numeral that is not a quantity; ``example`` holds it, ``found`` is the match."""

    name: str
    kind: Kind | None
    expression: re.Pattern[str]
    example: str
    found: str
    final: bool = False


def _after(words: str) -> str:
    """Write a look-behind for any of some words."""
    return "(?:" + "|".join(f"(?<={word})" for word in words.split()) + ")"


def _row(
    name: str, kind: Kind | None, expression: str, example: str, found: str, *, final: bool = False
) -> Pattern:
    return Pattern(name, kind, re.compile(expression), example, found, final)


_ORDINAL_OF = f"季度|年度|{any_measure('ordinal')}|梯队|版|顺位|高|跑道|方面军"

_MINUTES = r"(?:零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九](?=分))"
_NO_RATIO = "".join(
    f"(?<!{head})"
    for head in r"比分 以 比 比为 例为 比例 比由 比从 高到 高至 升到 升至 降到 降至 调为 \d分".split()
)
_MINUTE = rf"(?:[0-5]?\d|{_MINUTES})"
_HOUR = r"(?:[01]?\d|2[0-4]|[二两]?十[一二三四]?|[一二两三四五六七八九十])"
_OCLOCK = r"(?:时(?![候装代间尚])|点钟|点(?!球|评|\d(?!\d?分|\d(?!\d))|[多余]?个|以上))"
_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"
_TO = r" ?(?:-{1,2}|—{1,2}|–|至|到|~|～) ?"

PATTERNS: tuple[Pattern, ...] = (
    _row(
        "document number",
        Kind.DOCUMENT_NUMBER,
        r"(?<=〔)(?:19|20)\d\d〕 ?第? ?\d+ ?号?|(?<=[\[（(【])(?:19|20)\d\d[\]）)】] ?第? ?\d+ ?号",
        "临建党〔2023〕9号",
        "〔2023〕9号",
    ),
    _row(
        "article",
        Kind.DOCUMENT_NUMBER,
        rf"(?<=第) ?{_N} ?(?:条|款|章|项|编|号令|号文|号公告)(?:之[一二三四五六七八九十]+)?(?: ?第{_N} ?(?:款|项))*",
        "该办法第十五条",
        "第十五条",
    ),
    _row(
        "order number",
        Kind.DOCUMENT_NUMBER,
        rf"{_after('令第 告第 字第 文第 函第 议第')} ?[\d一二三四五六七八九十百]+ ?号",
        "省政府令第12号",
        "第12号",
    ),
    _row(
        "case number",
        Kind.DOCUMENT_NUMBER,
        r"(?<=[（(])(?:19|20)\d\d[）)][\u4e00-\u9fff]{1,2}\d{0,4}[\u4e00-\u9fff]{1,4}\d+号",
        "（2021）京01民初123号",
        "（2021）京01民初123号",
    ),
    _row(
        "article of a title",
        Kind.DOCUMENT_NUMBER,
        rf"(?<=\0){_N}条(?:第{_N}(?:款|项))*",
        "违反《办法》二百三十七条",
        "二百三十七条",
    ),
    _row(
        "ordinal",
        Kind.ORDINAL,
        rf"(?<=第) ?{_N} ?(?:{_ORDINAL_OF})(?![中医]学|医院|人民|小学|法院|检察)",
        "第八轮被巡视党组织",
        "第八轮",
    ),
    _row(
        "ordinal in a list",
        Kind.ORDINAL,
        rf"(?<=第) ?{_N}(?=(?:[、和及至到]第{_N}){{1,5}} ?(?:{_ORDINAL_OF}))",
        "第四、第五轮巡视",
        "第四",
    ),
    _row(
        "range of ordinals",
        Kind.ORDINAL,
        rf"(?<=第) ?{_N}{_TO}第?{_N} ?(?:{_ORDINAL_OF})",
        "第1—3批项目",
        "第1—3批",
    ),
    _row(
        "rank",
        Kind.ORDINAL,
        rf"{_after('排第 居第 列第 名第')} ?{_N}|{_after('国第 省第 市第 界第 球第 洲第')} ?{_N}(?=[，。、；,;）)\s的]|$)",
        "居全省第3",
        "第3",
    ),
    _row(
        "front rank",
        Kind.ORDINAL,
        rf"{_after('名前 居前 列前 进前 入前')}{_N}(?:[名位强](?!队))?",
        "销量排名前三的品牌",
        "前三",
    ),
    _row("place of a term", None, rf"(?<=第) ?{_N}", "省第一中级人民法院", "一"),
    _row("class year", Kind.ORDINAL, r"(?:19|20)\d\d ?[届级](?!地震|大风)", "2023届毕业生", "2023届"),
    _row(
        "term of a body",
        None,
        rf"(?<![前近后]){_N} ?届(?=[\u4e00-\u9fff]{{0,6}}(?:委|会|人大|政协|全|党|中央|巡|任))",
        "十三届青岚县委",
        "十三届",
    ),
    _row("list number in brackets", None, rf"(?<=[（(])[{_HAN}\d]{{1,3}}(?=[）)])", "（一）总体情况", "一"),
    _row(
        "list number before a year",
        None,
        rf"{_SENTENCE_START}\d{{1,2}}\.(?=(?:19|20)\d\d ?年)",
        "1.2023年完成整改",
        "1.",
        final=True,
    ),
    _row(
        "section number",
        None,
        r"(?:^|(?<=[\n#] )|(?<=[\n# ]))(?<![^\n# ])\d{1,2}(?:\.\d{1,2}){1,3}[.、]?(?= +[\u4e00-\u9fff])(?! +[十百千万亿余多元%个])",
        "2.1 项目清单",
        "2.1",
        final=True,
    ),
    _row(
        "list number",
        None,
        rf"{_SENTENCE_START}(?:[{_HAN}]{{1,3}}、|\d{{1,2}}(?:、(?!\d)|\.(?!\d)|[)）]))",
        "一、总体情况",
        "一、",
    ),
    _row(
        "list number before a gap",
        None,
        r"(?:^|(?<=\n)|(?<=\n )|(?<=\n  )|(?<=\n    ))\d{1,2}(?=[ \t]+[\u4e00-\u9fff]{4}[^\s\d]*(?:\n|$))"
        rf"(?![ \t]+(?:[十百千万亿余多]{{0,2}}(?:{'|'.join(sorted(map(re.escape, UNITS_BY_NAME), key=len, reverse=True))})|[年月日]))",
        "3　采购监督乏力",
        "3",
    ),
    _row(
        "list number before a name",
        None,
        r"(?<=[。；;\n])\d{1,2}[，,]?(?=[\u4e00-\u9fff])",
        "情况如下。\n3林某某",
        "3",
    ),
    _row(
        "list word",
        None,
        r"[一二三四五六七八九十]{1,2}(?:是(?![一二三四五六七八九十两\d])|要(?!素|闻)|则)(?=[^。；]{2})",
        "一是健全学习机制",
        "一是",
    ),
    _row("quoted date name", None, r"(?<=[“‘])\d{1,2}[.·]\d{1,2}(?=[”’])", "“3·15”晚会", "3·15"),
    _row(
        "month, day and time", None, rf"(?:0\d|1[0-2])-[0-3]\d {{1,2}}{_CLOCK}", "07-27 02:22", "07-27 02:22"
    ),
    _row(
        "time of day",
        None,
        rf"{_NO_RATIO}{_CLOCK}(?:{_TO}{_CLOCK})?(?![\d:])",
        "上午8:00—12:00",
        "8:00—12:00",
    ),
    _row(
        "hour and minute",
        None,
        rf"(?<![涨跌升降幅]){_HOUR} ?{_OCLOCK}(?:整|许|[一三]刻|多钟?|{_MINUTE} ?(?:分(?:{_MINUTE} ?秒)?)?|半(?!决))?"
        rf"(?:许|左右|前后)?(?![\d.点一二三四五六七八九])",
        "下午3时30分召开",
        "3时30分",
    ),
    _row(
        "telephone",
        None,
        r"(?:0\d{2,3}[-— ]?\d{7,8}|400[-— ]\d{3,4}[-— ]?\d{3,4}|1[3-9]\d{9})(?:-\d{1,6})?(?![\d.,万亿元个件人户次吨%])",
        "联系电话：0900-8578312",
        "0900-8578312",
        final=True,
    ),
    _row(
        "labelled number",
        None,
        rf"{_after('电话: 电话 热线: 热线 邮编: 编码: 传真: 编号: 标识码: 代码: QQ: 账号: 号码:')} ?\d[\d-]*+(?! ?[万亿余多]?[个件条人项起次通])",
        "邮编：990042",
        "990042",
        final=True,
    ),
    _row(
        "filing number",
        None,
        rf"{_after('备 备案 备案: 备案号 备案号: 安备 许可证 许可证: 许可证号 许可证号:')} ?\d{{5,14}} ?号?(?:-\d{{1,3}})?",
        "京ICP备17004213号-3",
        "17004213号-3",
        final=True,
    ),
    _row(
        "numbered table",
        None,
        rf"(?:{_after('附表 附件 图表 见图 见表 如图 如表 专栏 附图')}|(?<=[\n ][表图])) ?[\d一二三四五六七八九十]{{1,2}}(?:-\d)?(?![\d.%年月日个项条])",
        "情况见附表1",
        "1",
    ),
    _row(
        "numbered name",
        None,
        r"(?:\d{1,5}|[一二三四五六七八九十]{1,3}) ?(?:号(?!电量)|路(?=公交|车|站|口|军|交)|线(?=地铁|城市|换)|国道|省道|弄|次列车|次航班|版(?!本))",
        "滨河大道118号",
        "118号",
    ),
    _row("round the clock", None, r"7 ?[xX×*] ?24(?: ?小时)?", "7×24小时值守", "7×24小时"),
    _row(
        "picture size",
        None,
        r"\d{2,5} ?[xX×*] ?\d{2,5}(?: ?[xX×*] ?\d{2,5})*",
        "分辨率1920×1080",
        "1920×1080",
    ),
    _row(
        "securities code",
        None,
        r"(?<=[（(])\d{5,6}(?=[）)]|\.(?:SH|SZ|HK|BJ))",
        "蒙草生态(300355.SZ)",
        "300355",
    ),
    _row("year in brackets", None, r"(?<=[（(])(?:19|20)\d\d(?=[）)])", "发展报告（2023）", "2023"),
    _row(
        "generation",
        None,
        r"(?:\d0|[六七八九零]零)(?:、(?:\d0|[六七八九零]零))*后(?![，。天日年])",
        "60、70后家长",
        "60、70后",
    ),
    _row(
        "stage of a contest",
        None,
        r"(?:1/(?:2|4|8|16|32)|[二四八]分之一|十六分之一) ?决赛",
        "四分之一决赛",
        "四分之一决赛",
    ),
    _row(
        "version",
        None,
        r"(?!(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\.\d{1,2}(?![\d.]))\d+\.\d+\.\d+(?:\.\d+)*",
        "版本3.2.1",
        "3.2.1",
    ),
    _row("long identifier", None, r"\d{12,}", "身份证号110101199003070000", "110101199003070000", final=True),
)

MASKED = re.compile(
    r"《[^《》\n]{1,60}》|(?:https?://|www\.)[^\s\u4e00-\u9fff，。；、）》”]*|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
)
"""Titles and addresses, whose numerals are no figures."""

_ORDINAL = re.compile(rf" ?({_N}) ?((?![至到])[^\d—–~～-]*)")


def ordinal_value(written: str) -> tuple[Decimal | None, str]:
    """Take an ordinal apart into its number and what it orders (``八轮`` is 8 and 轮)."""
    match = _ORDINAL.fullmatch(written)
    numeral = read_numeral(match[1]) if match else None
    return (numeral.value, match[2]) if match and numeral else (None, "")
