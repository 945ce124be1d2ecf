"""How people say it, and how reports write it: a question's text in, its wording in the reports' terms out.

Each row of ``REWRITINGS`` has a name, what people say, what reports write, and a question that it turns. Only
what asks or acts is turned; names, times and numbers stay as they are.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.question.content_words import is_action
from corpus.lexicon.wording.denials import NOT_DONE
from corpus.quantities.units import any_measure
from corpus.words import segmenter

_ASKS: Final = r"(?=了?(?:多少|几|百分之|[一-鿿]{0,10}(?:多少|几[一-鿿])))"
_BARE_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?=[上下]半年|[一二三四]季度|全年)")
_NOT: Final = "(?:没有?|未能?|还没|尚未)"
_ECHO: Final = re.compile("(?<![一-鿿])(?P<verb>[一-鿿])(?:完|掉)?了(?=多少|几)")
_MEASURE: Final = any_measure("told", "listed") + "?"
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing: the pattern of it, what stands for it, and a phrase that it turns."""

    name: str
    pattern: re.Pattern[str]
    formal: str
    example: str


def _row(name: str, pattern: str, formal: str, example: str) -> Wording:
    return Wording(name, re.compile(pattern), formal, example)


REWRITINGS: Final = (
    _row("unlicensed", r"没有?(?:营.|经营|行医|执业|上路|驾驶)?(?:执照|牌照)的?", "无照", "没有执照的诊所关了几家"),
    _row("uncertified", r"没有?(?:许可证|证件|证)的(?=[一-鿿])", "无证", "没证的网约车清理了几辆"),
    _row("not_recovered", rf"{_NOT}(?:清?收|要|追)(?:缴|得)?(?:上来|回来|上|到|回)", "未收回", "还有多少租金没收上来"),
    _row("not_done", rf"{_NOT}(?:整?改|弄|处理)(?:完|到位|好|掉|成)", "未完成整改", "还有多少个问题没整改到位"),
    _row("not_changed", r"(?:没有?|还没|未)(?:整)?改(?=的|了?$|[？?，,])", "未完成整改", "还有几个没改"),
    _row("not_handled", rf"{_NOT}(?:完成|做完|搞完)(?!整改)", "未完成", "还有几个没做完"),
    _row("not_done_yet", rf"{NOT_DONE}(?=[一-鿿])(?!有|什么|落|几|多少|问|人|事|错|用|办法|完|[了的吗呢在过到])", "未", "没检的电梯"),
    _row("rectified_many", r"(?<![一-鿿]整)(?:整改|改)(?:完|好|掉)(?=了?(?:多少|几))", "完成整改", "改完多少问题"),
    _row("rectified", r"(?<!未)(?:整改|改)(?:完|好|掉)了", "完成整改了", "整改完了几个"),
    _row("rectified_by", r"(?<![整修更批新未])改了(?=(?:多少|几)[个条项]?问?题?(?:[？?。，,\s]|$))", "完成整改了", "反馈的问题改了多少"),
    _row("recovered", r"(?:要|追|拿|讨)回(?:来|了)?(?=了?(?:多少|几))", "追回", "要回了多少钱"),
    _row("saved", rf"(?<!节)省(?:(?:下|出|掉)(?:来)?了?|了){_ASKS}", "节省", "设备采购省了多少钱"),
    _row("refunded", rf"(?<![清辞])退(?:回|给|还)?(?:给)?了{_ASKS}", "退还", "给企业退了多少保证金"),
    _row("repaid", rf"(?<![归偿退交送])还(?:掉|清|上)了{_ASKS}", "归还", "欠的工程款还掉了多少"),
    _row("named_by_sort", r"(?<=[类率额量费款])有(?=多少|几|多[高大](?![一-鿿]))", "", "民生资金类有几个问题"),
    _row("refunded_to", r"退给(?=[一-鿿])", "退还", "退给学生的钱"),
    _row("spent_less", r"少(?:花|支出|用)(?:掉|费)?了?(?=(?:多少|几)(?!天|小时|分钟|个?月))", "减少", "招待费比上一年少花了多少"),
    _row("spent_more", r"多(?:花|支出|用)(?:掉|费)?了?(?=(?:多少|几)(?!天|小时|分钟|个?月))", "增加", "维修费比上一年多花了多少"),
    _row("spent", rf"花(?:掉|费|出去)?了{_ASKS}", "支出", "招待费花了多少"),
    _row("fined_money", r"(?<![处惩免])罚了多少(?:钱)?(?=[？?。\s]*$)", "处罚多少钱", "医保局罚了多少"),
    _row("fined", rf"(?<![处惩免])罚了{_ASKS}", "罚款", "罚了多少钱"),
    _row("sent", rf"派(?:出|去)?了{_ASKS}", "派出", "派了几个巡视组"),
    _row("hired", rf"(?<!应)招了?(?=(?:多少|几){_MEASURE}(?:人|[一-鿿]{{1,6}}(?:人才|教师|医生|职工|干部|员工)))", "招聘", "招了多少名教师"),
    _row("demolished", rf"拆(?:掉)?了{_ASKS}", "拆除", "拆了多少处违建"),
    _row("planted", rf"(?:种|栽)(?:(?:回去|回来|回|上|下|活)了?|了){_ASKS}", "种植", "种了多少亩树"),
    _row("mended", rf"(?:修|补)好了{_ASKS}", "修复", "修好了几座泵站"),
    _row("filed", rf"立了?((?:多少|几){_MEASURE})案子?件?", r"立案\1", "立了几个案"),
    _row("handled_many", r"(?:办|处理)(?:完|好|掉)了?(?=(?:多少|几)(?![一-鿿]{0,2}案))", "办结", "办完多少件"),
    _row("received", rf"(?:收|接)(?:到|了)?了?(?=(?:多少|几){_MEASURE}[一-鿿]{{0,4}}(?:投诉|举报|信访|线索|来信|来电|意见|建议|申请|案))", "受理", "收了多少投诉"),
    _row("refunded_whom", r"(?<![清辞])退(?:给|回)?了?(?=(?:学生|家长|患者|病人|群众|业主|住户|用户|居民|村民|农户|企业|商户|旅客|职工)[一-鿿])", "退还", "退学生的学费哪边多"),
    _row("rules_made", r"(?:建|定|立|出)了(?=(?:多少|几)[一-鿿]?(?:制度|机制|规定|办法|规范))", "建立", "建了几项制度"),
    _row("risen_by", r"涨了?(?=(?:多少|几|百分之))", "上涨", "客流涨了百分之几"),
    _row("fallen_by", r"(?<![上下])跌了?(?=(?:多少|几|百分之))", "下降", "价格跌了多少"),
    _row("cut", r"砍(?:掉|了|下|减)?了?(?=[一-鿿]{0,4}(?:多少|几))", "核减", "造价砍了多少"),
    _row("cut_off", r"(?:砍|并)掉(?=[一-鿿])", "压减", "砍掉论坛省下多少钱"),
    _row("seen", r"看了(?=(?:多少|几)(?:[个名位]?病人|[个名位]?患者|人次))", "接诊", "夜间门诊看了多少人次"),
    _row("handed_in", r"(?<![上移提])交(?:出来|上来|出)(?:的|了)?(?=[一-鿿])", "上交", "交出来的礼金有多少"),
    _row("caught", r"(?:抓|逮)(?:到|住|出|着|了)(?:来)?了?(?=(?:多少|几))", "查处", "抓到几个"),
    _row("found_out", r"(?:查|揪|翻)出来?了?(?=(?:多少|几))", "查出", "查出来多少个"),
    _row("got_back_in", r"(?:收|要|追|讨|拿)(?:缴)?(?:回来?|上来)了?(?=[一-鿿]{0,4}(?:多少|几))", "追回", "追回来多少资金"),
    _row("closed", r"关(?:掉|停)?了(?=(?:多少|几))", "关停", "关了几家"),
    _row("changed", r"(?<![更调轮])换(?:掉|下)?了(?=(?:多少|几))", "更换", "换了多少块水表"),
    _row("sued", r"提起(?:诉讼|公诉)", "起诉", "提起诉讼的有几件"),
    _row("handed_out", r"分(?:出去|下去|发下去)了?(?=[一-鿿]{0,3}(?:多少|几))", "分配", "公租房分出去多少套"),
    _row("not_yet", r"(?:还|尚)差(?=(?:多少|几))", "还剩", "还差几个没改完"),
    _row("new", rf"新(?:修|盖|建)了{_ASKS}", "新建", "新修了几座瞭望塔"),
    _row("built", rf"(?<![一-鿿])(?:修|盖|建)了{_ASKS}|(?<![新覆遮])(?:修|盖)了{_ASKS}", "建设", "修了多少公里路"),
    _row("fallen", r"(?:降|减|压|跌|落|缩)(?:低|少|短|缩)?(?:到|至|成)(?=了?(?:多少|几|什么))", "是", "超限率降到多少了"),
    _row("risen", r"(?:升|增|提|涨|扩)(?:高|加|长|升|大)?(?:到|至|成)(?=了?(?:多少|几|什么))", "是", "满意度升到多少"),
    _row("reached", r"(?<=[率重额费价度])(?:已经|现在|目前)?到(?=了?(?:多少|几))", "是", "拨付率到多少了"),
    _row("more_done_than", r"(?P<base>比[^，。？]{1,10}?)多[收付交花卖挣赚支种招](?:出|上)?了?(?=(?:多少|几))", r"\g<base>提高", "年租金比原来多收了多少"),
    _row("less_done_than", r"(?P<base>比[^，。？]{1,10}?)少[收付交花卖挣赚支种招](?:出|上)?了?(?=(?:多少|几))", r"\g<base>下降", "年租金比原来少收了多少"),
    _row("more_than", r"(?<![提升增更])(?:高|多)(?:出|了)?(?=多少|几个百分点|百分之)", "提高", "比上一届高多少"),
    _row("less_than", r"(?<![减缩下压])(?:低|少|降)(?:出|了)?(?=多少(?![一-鿿]*[没未])|几个百分点|百分之)", "下降", "比上年低多少"),
    _row("listed", r"的(?:数字?|数目)(?:都|也|给|帮|我|们)*(?:列|发|报|说)(?:一?下|给|出来?|我|们|一列)*(?=[。！!？?]?$)", "分别是多少", "每个站罚款的数给我列一下"),
    _row("entered_when", r"(?:巡[视察]组)?(?:是|都是)?(?P<when>什么时候|啥时候|何时|什么时间|哪[一]?天|几号|几月几[号日])[正开式始]{0,4}(?:进驻|入驻|进场|进点|开进|进)(?:来|去|到)?(?P<whom>[一-鿿]{0,12}?)(?:的)?(?=[？?。\s]*$)", r"\g<whom>\g<when>开展巡察", "巡察组是什么时候进驻的"),
    _row("entered", r"(?:巡[视察]组)?(?:进驻|入驻|进场|进点)(?:的)?(?=是?(?:什么时候|啥时候|何时|哪[一]?天|几号|时间|日期)|(?:时间|日期)?[？?]?$)", "开展巡察", "进驻是哪天"),
    _row("contact", r"(?:联系方式|联络方式|怎么联系|如何联系|怎么(?:举报|反映|投诉|监督)|(?:往|打|到|在)?哪(?:里|儿)?(?:举报|反映问题))(?:是|有)?(?:什么|啥|多少|哪些)?(?=[？?]?$)", "电话是多少", "怎么联系"),
    _row("among", r"(?:也|是不是|是否|有没有|还)?(?:被)?(?:也)?(?:在|列入|列在|进了?)(?:了)?(?P<round>第[一二三四五六七八九十]+轮)?(?:的)?(?:被)?(?:巡[视察])?(?:对象|单位|的)?(?:名单|范围|之列|对象)(?:里面?|内|中|之列|上)?(?:了)?(?=[吗么没不][？?]?$)", r"\g<round>被巡察了", "县残联也在巡察名单里吗"),
    _row("benefit", r"(?<=[一-鿿])给(?=[一-鿿]{2,5}(?:节省|退还|发放|补发|追回))", "，为", "互认给患者省了多少钱"),
)  # fmt: skip


_COURTESY: Final = re.compile(
    r"^[\s，,。]*(?:您好|你好|领导好|老师好)?[\s，,。！!]*(?:请问|请教)?(?:一下)?(?:请|麻烦|劳驾|辛苦|想)?(?:您|你)?(?:帮忙?|给|替)?(?:我们?)?"
    r"(?:查询?|问问?|看看?|找|核对?)(?:一?[查看问下]|一下)?(?:一下|下)?[\s，,：:]+|^(?:您好|你好)[\s，,。！!]*"
)
"""How a question is led in, which says nothing of what is asked: 您好，请帮我查一下，."""


def formal_wording(question: str) -> str:
    """Return a question in the words of the reports: 省了多少钱 as 节省多少钱."""
    question = _COURTESY.sub("", question)
    question = _ECHO.sub(lambda match: _echoed(match, question), question)
    question = _BARE_YEAR.sub(r"\1年", question)
    for row in REWRITINGS:
        question = row.pattern.sub(row.formal, question)
    return question


def _echoed(match: re.Match[str], question: str) -> str:
    """Write a verb that takes up one said before it in full: 没验收的项目，验了几个 asks of 验收."""
    verb = match["verb"]
    said = next((one for one in segmenter().cut(question[: match.start()], False) if one[0] == verb), "")
    return said if len(said) == _TWO and is_action(said) else match[0]
