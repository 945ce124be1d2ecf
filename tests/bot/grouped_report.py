"""Invented reports of two bureaus and of a group with subsidiaries, whose figures are compared, added up and left over."""

from corpus.report import Report
from corpus.structure.parsing import parse_report

_WATER = """中共青岩市水务局党组关于巡察整改情况的通报
2023年6月30日
2022年9月1日至10月30日，市委第二巡察组对市水务局党组进行了巡察。反馈的3个方面26个问题，制定措施88条，完成整改24个；新建制度7项、修订制度12项。
2021年查处水事违法案件41件，罚款63.5万元；2022年查处水事违法案件56件，罚款88.2万元。
供水管网漏损率由2021年的14.6%降到2022年的11.2%；抢修站点由9个增至15个；清点闲置水泵64台，已调剂使用47台；清理拖欠水费920万元，已收回655万元。
党纪处分5人、政务处分3人。
"""

_FORESTRY = """中共青岩市林业局党组关于巡察整改情况的通报
2023年7月12日
2022年9月1日至10月30日，市委第四巡察组对市林业局党组进行了巡察。反馈的4个方面31个问题，制定措施102条，完成整改27个；新建制度10项、修订制度6项。
"""

_GROUP = """中共青岩市文旅发展集团有限公司委员会关于巡察整改情况的通报
2023年8月9日
2022年11月1日至12月30日，市委第五巡察组对青岩市文旅发展集团有限公司党委进行了巡察。
所属企业整改情况：酒店公司认领问题13个，完成11个，追回资金26.4万元；演艺公司认领问题8个，完成8个，追回资金71.9万元；索道公司认领问题10个，完成9个，追回资金15.3万元。
表1　门店收入（单位：万元）
门店      2021年      2022年
湖滨镇    310.00      355.00
云岭镇    280.00      402.00
"""


def grouped_reports() -> list[Report]:
    """Return the three reports, parsed."""
    texts = {"qingyan-water": _WATER, "qingyan-forestry": _FORESTRY, "qingyan-culture": _GROUP}
    return [parse_report(text, id=name, source=f"{name}.txt") for name, text in texts.items()]
