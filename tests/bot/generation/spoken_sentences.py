"""Sentences over the sample reports in the free words of a chat model: true ones, and the same turned false."""

from typing import Final

TRUE: Final = (
    ("beiping-finance-2023", "市财政局的26个问题里已经有24个整改到位，只剩2个还在推进。"),
    ("beiping-finance-2023", "89条措施中还有3条没有完成。"),
    ("beiping-finance-2023", "被罚的代理机构有6家，罚款总额为21.4万元。"),
    ("beiping-hospital-2022", "中心医院28个问题中有25个已经改完，另外3个属于阶段性完成、需要长期坚持。"),
    ("beiping-hospital-2022", "医院共修订和新建制度36项，其中新建的有14项。"),
    ("beiping-hospital-2022", "预约诊疗率提升了24个百分点，达到82%。"),
    ("dongyuan-2022-round4", "省人社厅2022年帮4215名农民工讨回了1.36亿元欠薪。"),
    (
        "dongyuan-2022-round4",
        "整改期间处理的231人次中，受到党纪政务处分的有68人次，其余163人次是组织处理。",
    ),
    ("dongyuan-2023-round5", "第五轮巡视共有23个单位接受巡视，省委派了10个巡视组。"),
    ("dongyuan-univ-2023", "思政课专职教师增加了17名，从62名增加到79名。"),
    ("dongyuan-univ-2023", "巡视移交了14件问题线索，目前办结12件，还剩2件没有办结。"),
    ("dongyuan-water-2023", "水投集团新制定制度19项，修订26项，加起来是45项。"),
    ("dongyuan-water-2023", "供水管网的漏损率2022年为11.5%，比2021年低2.3个百分点。"),
    ("dongyuan-water-2023", "公务用车数量从75辆减少到46辆，少了29辆。"),
    ("linhe-agri-2022", "8400亩撂荒地中有6300亩已经复耕，占四分之三。"),
    ("linhe-housing-2023", "台账内的3422套住房已经交付3126套，还有296套没交付。"),
)
"""A report and what may be said of it."""

FALSE: Final = (
    ("beiping-finance-2023", "89条措施中还有2条没有完成。"),
    ("beiping-finance-2023", "被罚的代理机构有6家，罚款总额为78.6万元。"),
    ("beiping-hospital-2022", "医院共修订和新建制度36项，其中新建的有22项。"),
    ("beiping-hospital-2022", "预约诊疗率下降了24个百分点，为82%。"),
    ("dongyuan-2022-round4", "省人社厅2021年帮4215名农民工讨回了1.36亿元欠薪。"),
    (
        "dongyuan-2022-round4",
        "整改期间处理的231人次中，受到党纪政务处分的有163人次，其余68人次是组织处理。",
    ),
    ("dongyuan-univ-2023", "思政课专职教师减少了17名，从79名减少到62名。"),
    ("dongyuan-univ-2023", "巡视移交了14件问题线索，目前办结12件，还剩2件被撤销。"),
    ("dongyuan-water-2023", "供水管网的漏损率2022年为11.5%，比2021年高2.3个百分点。"),
    ("dongyuan-water-2023", "供水管网的漏损率2021年为11.5%，比2022年低2.3个百分点。"),
    ("linhe-agri-2022", "8400亩撂荒地中有6300亩仍然撂荒，占四分之三。"),
    ("linhe-housing-2023", "台账内的3422套住房已经交付296套，还有3126套没交付。"),
)
"""A report and what may not."""
