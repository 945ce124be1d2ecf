"""The rules by which a figure gets its verdict: one table, tried from the top, the first that holds decides.

A rule is a predicate over a :class:`~checker.cases.Case` (:mod:`checker.predicates`), the verdict that it gives, and
the Chinese sentence that explains it. Order is meaning: the text under ``RULES`` says of each row why it stands where
it stands.
"""

from collections.abc import Callable
from dataclasses import dataclass

from checker import predicates
from checker.cases import Case
from checker.predicates import Ground
from checker.turning import (
    earlier_as_now,
    exchanged,
    own_differs,
    point_as_per_cent,
    turned,
    turned_of_another,
)
from checker.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: when it holds, its verdict, and the sentence that explains it.

    ``sentence`` may name ``{raw} {stated} {quote} {org} {metric} {period} {formula} {said} {searched} {asked}``. Checked against
    a report that says ``source``, the first figure of ``claim`` that ``figure`` names falls under the rule.
    """

    name: str
    verdict: Verdict
    holds: Callable[[Case], Ground | None]
    sentence: str
    claim: str
    figure: str
    source: str


_ISSUE = "省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%，与2019年相比提高了7.32个百分点。"

RULES: tuple[Rule, ...] = (
    Rule("idiom", Verdict.NOT_CHECKED, predicates.idiom, "“{raw}”是固定提法，不是统计数。",
         "各单位增强“四个意识”。", "四个意识", _ISSUE),
    Rule("document_number", Verdict.NOT_CHECKED, predicates.document_number, "“{raw}”是文号或条款号，不是统计数。",
         "对照该办法第十五条办理。", "第十五条", _ISSUE),
    Rule("named_otherwise", Verdict.MISATTRIBUTED, predicates.named_otherwise,
         "原文同样的话说的是别的单位或时间：「{quote}」。",
         "整改期间，市中心医院会同省教育厅清退各类保证金1.24亿元。", "1.24亿元",
         "整改期间，市中心医院会同省财政厅清退各类保证金1.24亿元。"),
    Rule("marked_differs", Verdict.CONTRADICTED, predicates.marked_differs,
         "原文同样的话里是{stated}，不是{raw}：「{quote}」。",
         "下一步力争年内毕业去向落实率达到95%。", "95%", "下一步力争年内毕业去向落实率达到93%。"),
    Rule("plan", Verdict.NOT_CHECKED, predicates.plan, "文中标明“{raw}”是计划或预期，不作为已有的数核对。",
         "省信访局力争化解率达到95%。", "95%", _ISSUE),
    Rule("example", Verdict.NOT_CHECKED, predicates.example, "文中标明“{raw}”是假设或举例，不核对。",
         "假设某单位收回资金50万元，应写明来源。", "50万元", _ISSUE),
    Rule("scope", Verdict.SUPPORTED, predicates.scope, "原文有“{stated}”：「{quote}」。",
         "2020年，省信访局化解528件。", "2020年", _ISSUE),
    Rule("scope_differs", Verdict.CONTRADICTED, predicates.scope_differs, "时间应为{stated}：「{quote}」。",
         "省委第八轮巡视于2020年10月下旬正式启动。", "2020年10月下旬", "2020年9月下旬，七届省委第八轮巡视正式启动。"),
    Rule("scope_unknown", Verdict.UNSUPPORTED, predicates.scope_unknown, "{searched}里没有“{raw}”。",
         "省信访局2014年受理来访。", "2014年", _ISSUE),
    Rule("announced", Verdict.DERIVED, predicates.announced, "由原文的数可以推算：{formula}（「{quote}」）。",
         "二车间比一车间多整改隐患8处。", "8处", "一车间整改隐患14处，二车间整改隐患22处。"),
    Rule("announced_differs", Verdict.CONTRADICTED, predicates.announced_differs,
         "按原文的数推算应为{formula}，不是{raw}：「{quote}」。",
         "二车间比一车间多整改隐患22处。", "22处", "一车间整改隐患14处，二车间整改隐患22处。"),
    Rule("exchanged", Verdict.CONTRADICTED, exchanged,
         "原文这里是{stated}，{raw}与句中另一项的数写反了：「{quote}」。",
         "县医院公开招聘118人，核减编外65人。", "65人", "县医院核减编外人员118人，公开招聘65人。"),
    Rule("told_of_another", Verdict.CONTRADICTED, predicates.told_of_another,
         "原文这里是{stated}，{raw}说的是句中的另一项：「{quote}」。",
         "县委第三轮巡察派出17个巡察组，巡察6个村（社区）党组织。", "6个",
         "为推动全面从严治党，县委第三轮巡察派出6个巡察组，对城关社区、河口社区、李家村、柳桥社区等17个村（社区）党组织开展常规巡察。"),
    Rule("sibling", Verdict.CONTRADICTED, predicates.sibling, "原文这里是{stated}，不是{raw}：「{quote}」。",
         "二车间整改隐患14处。", "14处", "一车间整改隐患14处，二车间整改隐患22处。"),
    Rule("other_number", Verdict.MISATTRIBUTED, predicates.other_number,
         "原文里{stated}说的是另一个编号的：「{quote}」。",
         "第五督查组移交线索27条。", "27条", "第四督查组移交线索27条。"),
    Rule("turned_of_another", Verdict.CONTRADICTED, turned_of_another,
         "原文说“{said}”的是{stated}，不是{raw}：「{quote}」。",
         "青禾县多发的农机补贴126.4万元已全部追回。", "126.4万元",
         "青禾县向不符合条件的农户多发农机补贴126.4万元，已追回118.9万元。"),
    Rule("turned", Verdict.MISATTRIBUTED, turned, "原文没有说“{said}”，{stated}说的不是这个：「{quote}」。",
         "省信访局谎报化解信访矛盾纠纷528件。", "528件", _ISSUE),
    Rule("same", Verdict.SUPPORTED, predicates.same, "与原文一致：「{quote}」。",
         "海口免税城售出免税商品15000件。", "15000件", "海口免税城开业当天销售免税商品1.5万件。"),
    Rule("bound_as_point", Verdict.ROUNDED, predicates.bound_as_point,
         "原文写的是“{stated}”，这里引成了确数：「{quote}」。",
         "免税城销售额2351万元。", "2351万元", "免税城开业当天销售额超过2351万元。"),
    Rule("rounding", Verdict.ROUNDED, predicates.rounding, "约数或界限与原文的{stated}相符：「{quote}」。",
         "省信访局梳理信访矛盾纠纷近600件。", "近600件", _ISSUE),
    Rule("total", Verdict.DERIVED, predicates.total, "由原文各项相加可得：{formula}（「{quote}」）。",
         "县住建局共轮岗交流干部23名。", "23名", "县住建局轮岗交流科级干部11名、一般干部12名。"),
    Rule("contradiction", Verdict.CONTRADICTED, predicates.contradiction, "原文是{stated}，不是{raw}：「{quote}」。",
         "省信访局2020年化解信访矛盾纠纷538件。", "538件", _ISSUE),
    Rule("same_but_kind", Verdict.MISATTRIBUTED, predicates.same_but_kind,
         "数对而量不对：原文是{stated}，这里写成{raw}：「{quote}」。",
         "省信访局化解率比上年提高7.32%。", "7.32%", _ISSUE),
    Rule("arithmetic", Verdict.DERIVED, predicates.arithmetic, "由原文的数可以推算：{formula}（「{quote}」）。",
         "省信访局梳理的矛盾纠纷中仍有50件尚未化解。", "50件", _ISSUE),
    Rule("aligned", Verdict.SUPPORTED, predicates.aligned, "与原文一致：「{quote}」。",
         "县委第二轮巡察在各村进驻41天。", "41天",
         "县委第二轮巡察派出6个巡察组，对城关社区、河口社区等17个村（社区）开展巡察。本轮巡察进驻时间为4月1日至5月11日，共计41天。"),
    Rule("aligned_rounding", Verdict.ROUNDED, predicates.aligned_rounding, "约数或界限与原文的{stated}相符：「{quote}」。",
         "县委第二轮巡察，700多人参加动员会。", "700多人",
         "县委第二轮巡察召开工作动员部署会，县直部门分管领导、各镇党委书记和村（社区）“两委”班子成员710余人参加会议。"),
    Rule("aligned_otherwise", Verdict.CONTRADICTED, predicates.aligned_otherwise,
         "原文是{stated}，不是{raw}：「{quote}」。",
         "约谈了31家整改不力单位的负责人。", "31家",
         "巡察发现7个方面31个问题整改不够到位。巡察领导小组组长对9家整改不力的单位主要负责人进行了约谈。"),
    Rule("earlier_as_now", Verdict.CONTRADICTED, earlier_as_now, "原文现在是{stated}，{raw}是以前的：「{quote}」。",
         "县林场目前有站点21个。", "21个", "县林场护林站由21个撤并为13个。"),
    Rule("planned_there", Verdict.MISATTRIBUTED, predicates.planned_there,
         "原文里这是计划数，不是已有的数：「{quote}」。",
         "学校毕业去向落实率达到93%。", "93%", "下一步，学校力争毕业去向落实率达到93%。"),
    Rule("other_kind", Verdict.MISATTRIBUTED, predicates.other_kind,
         "数对而量不对：原文是{stated}，这里写成{raw}：「{quote}」。",
         "省信访局矛盾纠纷涉及群众578人。", "578人", _ISSUE),
    Rule("point_as_per_cent", Verdict.MISATTRIBUTED, point_as_per_cent,
         "按原文推算是{formula}个百分点，这里写成{raw}：「{quote}」。",
         "枣川市公交准点率提高16%。", "16%", "枣川市公交准点率由72%提高到88%。"),
    Rule("own_differs", Verdict.CONTRADICTED, own_differs,
         "原文这里是{stated}，{raw}是别的单位的：「{quote}」。",
         "河口村是改得最彻底的，销号12个。", "12个",
         "南山村完成19个，河口村完成17个，沙坝村完成12个，三村共48个。"),
    Rule("other_organisation", Verdict.MISATTRIBUTED, predicates.other_organisation,
         "原文里{stated}是{org}的：「{quote}」。",
         "省教育厅化解积案528件。", "528件", _ISSUE),
    Rule("other_period", Verdict.MISATTRIBUTED, predicates.other_period,
         "原文里{stated}是{period}的：「{quote}」。",
         "省信访局2018年梳理信访矛盾纠纷578件。", "578件", _ISSUE),
    Rule("other_metric", Verdict.MISATTRIBUTED, predicates.other_metric,
         "原文里{stated}说的是“{metric}”：「{quote}」。",
         "本轮巡视共发现问题588个。", "588个", "日前，本轮被巡视党组织共完成整改问题588个。"),
    Rule("nowhere", Verdict.UNSUPPORTED, predicates.nowhere,
         "查了{searched}，没有找到{asked}的这个数，也推算不出。",
         "省信访局全年实现利润3.6亿元。", "3.6亿元", _ISSUE),
)  # fmt: skip
"""The rules in the order in which they are tried. What the text alone decides comes first, then times and rounds, then
what the evidence decides: supported, rounded, derived, contradicted, misattributed, unsupported.

``idiom``: before all that compares, since the numeral of a slogan may happen to equal a stated quantity.
``document_number``: likewise, for 15 of 第十五条 is no quantity either.
``named_otherwise``: before ``plan``, since a plan told of another organisation is as wrong as a figure; before
    ``same``, which might find the number again in some sentence that is only alike.
``marked_differs``: before ``plan`` and ``example``, which would leave a misquoted plan alone.
``plan``: before all that compares, since a plan is not contradicted by what there is.
``example``: likewise; beside ``plan`` in either order, as both leave the figure alone.
``scope``: first of the three on times and rounds: one that the evidence knows may also stand for another event there.
``scope_differs``: before ``scope_unknown``, which takes every scope that is left.
``scope_unknown``: ends the scopes; every rule below sees quantities only.
``announced``: first of those on quantities: what the text itself says that it reckons is reckoned from the terms that it
    names, unless the evidence states it as such; before ``same``, which might find the number among the terms.
``announced_differs``: as ``announced``; the two never hold together.
``exchanged``: before all that confirms: what another figure of the sentence was found to mean is not this one's.
``told_of_another``: before ``same``: a statement supports one figure of a sentence, the one that it is about.
``sibling``: before ``same``, whose likeness of words does not see the one word that sets two statements apart.
``other_number``: after ``sibling``, for a thing with a number that the evidence does not tell of.
``turned_of_another``: before ``turned``: where the source tells the deed of another quantity, that one speaks against the claim.
``turned``: before ``same`` and all that confirms: one word (谎报, 每月) makes another statement of the very same quantity.
``same``: first of those on quantities: what is stated as it is needs no other reason.
``bound_as_point``: after ``same``, before what is derived: a stated quantity stands before any derivation. The three
    look at one and the same best statement and never hold together.
``rounding``: as ``bound_as_point``.
``total``: before ``contradiction``: a claim that announces a sum is summed before one of its terms contradicts it.
``contradiction``: before ``arithmetic``: what is stated of the very thing stands before what might be reckoned; before
    all that is misattributed, as the stronger evidence.
``same_but_kind``: after ``contradiction``, for a metric stated in that very unit; before ``arithmetic``: 7.32% for
    7.32个百分点 is a slip, not a reckoning.
``arithmetic``: before what is only alike or another's: what follows from stated figures is no mistake.
``aligned``: after ``arithmetic``; before all that is misattributed: where nothing speaks against a statement of the
    very quantity, other words for it are no mistake.
``aligned_rounding``: as ``aligned``.
``aligned_otherwise``: after both, which want the claim's quantity; before what is misattributed, as the stronger evidence.
``earlier_as_now``: as ``aligned_otherwise``.
``planned_there``: first of what is left: the very thing is there, though only as a plan.
``other_kind``: after ``arithmetic``, since its metric is but alike, where that of ``same_but_kind`` is the very one;
    before the others' figures, since the organisation's own tells more.
``point_as_per_cent``: as ``same_but_kind``, of what is only reckoned; it must come to the very points.
``own_differs``: before ``other_organisation``, as the stronger evidence.
``other_organisation``: before ``other_period``: whose a figure is weighs more than when it was.
``other_period``: before ``other_metric``, which takes any statement of the number.
``other_metric``: last of those with a statement to show.
``nowhere``: last, since it holds always.
"""
