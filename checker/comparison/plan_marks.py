"""What a sentence marks a figure as: a plan or an example. A statement in, the mark or None out."""

import re
from dataclasses import replace

from corpus.figure import Statement

PLAN = re.compile(
    r"(?<![列纳]入|年度|改善|扶持|资助|培养|工作|行动|考核|检查|培训)(?<!按)计划"
    r"(?!满足|生育|单列|经济|书|招生数|完成率|投资完成|的|内|外|任务|数|表)"
    r"|拟(?:于|在|[^定订就合人态制])|力争|争取(?:到|在|于|实现|达到|(?=[^，。；]{1,14}(?:下降|提高|降到|降至|提升|达到|突破|完成)))"
    r"|预计(?!规模|总?数|总?额|金额|产值|收入|支出|投资额)|目标(?:是|为|任务)|确保(?:到|在|于)|将(?:于|力争|达到|在(?:明年|年底|今后|未来|20\d\d年))"
    r"|原定|(?<![于至到在])(?:年|\d月|十月|季度)[底末]前(?![^。；]{0,12}已)|要(?:达到|在|确保)"
    r"|目标[^，,。；;\d]{0,2}$|力求|建议[^，,。；]*[至到为]$"
    r"|(?:年|季度|月|阶段|下步|下一步)目标[：:]|预期(?:将|可|能|达|实现|为)|有望|打算|明年|准备(?!金|工作|好|就绪|充分)"
)
EXAMPLE = re.compile(
    r"假设|假如|假定|设想|倘若|样例|示例|如果"
    r"|(?:例如|比如|譬如|举例)(?=[^。；]{0,12}[“\"「某]|[^。]*(?:写法|表述|口径|格式|之类))"
)
_FULFILLED = re.compile(r"已经?|目前|实际|截至|共完成|[，,](?:实际)?完成[^，,。；;]{0,6}$|[（(][^）)]*$")
_DENIED = re.compile(r"未(?!来|必|[^，,。；;]*的)[^，,。；;]*$")
"""What is said not to be done is no plan (年底前未完成)."""
_OF_TARGET = re.compile(r"(?:占|完成|达到|相当于)了?[^，,。；;]{0,8}目标[的约近超过为]{0,2}$")
"""What a share is told of is no plan itself (占全年目标近七成)."""
_DONE = re.compile(r"已经?(?![纳列])|(?<![将拟要须])(?:[建做]成|完成)")
_LIST_OF_AIMS = re.compile(r"[^，,。；;：:]{0,8}目标[：:]")
"""What opens a sentence all of whose parts are aims (三季度目标：积案化解率90%；解决率87%)."""
_HEADING = re.compile(r"下一?步|接下来|今后|打算|目标$|建议$")
_LEAD = re.compile(r"\s*[【\[［]([^】\]］]{2,14})[】\]］]")
"""A heading that stands in brackets before the sentence: 【2025年打算】."""
_LONGEST_HEADING = 14
_REACH = 400
"""Characters before a figure in which a mark may stand, so that a sentence without an end costs no more."""
_SENTENCE_END = re.compile(r"[。！？!?；;\n]|\.(?!\d)")


def is_planned(statement: Statement) -> bool:
    """Whether the sentence marks the figure as a plan or a forecast (力争…达到93%)."""
    return find_mark(statement, PLAN) is not None


def tells_plan_as_done(claim: Statement, stated: Statement) -> bool:
    """Whether a claim says of what the source has under a heading of plans (下一步打算) that it is done."""
    lead = _LEAD.match(stated.quote)
    fulfilled = lead is None and _FULFILLED.search(stated.clause)
    if is_planned(claim) or not _DONE.search(claim.clause) or fulfilled:
        return False
    return is_under_plans(stated)


def is_under_plans(statement: Statement) -> bool:
    """Whether a figure stands under a heading of plans (三、下一步打算)."""
    lead = _LEAD.match(statement.quote)
    heading = lead[1] if lead else statement.section.rsplit(" > ", 1)[-1]
    return len(heading) <= _LONGEST_HEADING and bool(_HEADING.search(heading))


def find_mark(statement: Statement, mark: re.Pattern[str]) -> re.Match[str] | None:
    """Return the mark that governs the figure: before it in its sentence, with nothing fulfilled between."""
    at = statement.figure.start - statement.start
    before = statement.quote[max(0, at - _REACH) : at]
    cut = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    cut = 0 if _LIST_OF_AIMS.match(before) else cut
    found = None
    for match in mark.finditer(before, cut):
        found = found if _OF_TARGET.search(before, cut, match.end()) else match
    if found is None or _FULFILLED.search(before, found.end()) or _DENIED.search(before, found.end()):
        return None
    return found


def unmarked(statement: Statement) -> Statement:
    """Return a statement without the words that mark it as a plan or an example, of the same length."""
    quote = statement.quote
    for mark in (PLAN, EXAMPLE):
        quote = mark.sub(lambda match: "　" * len(match[0]), quote)
    return replace(statement, quote=quote)
