"""Nouns that say what a bare number counts: money (工资771.30万) and people (4.6万群众)."""

from typing import Final

MONEY: Final = (
    "收入 支出 贷款 债券 债务 补贴 补助 产出 营收 利润 成本 津贴 预算 决算 损失 资产 负债 薪酬 欠薪 "
    "(?<!条)款 (?<!免)费 (?<!免)税 税收 (?<![名份])额 (?<![黄五冶合白])金 工资 薪资 投资 融资 集资 产值 市值 估值 总值 造价 总价 专项债"
).split()
"""What is measured in money, or how its name ends (善款, not 条款); a number with 万 or 亿 right behind one is of yuan."""

PEOPLE: Final = (
    "群众 人口 家长 师生 学生 教师 居民 农民 村民 市民 党员 干部 职工 工人 农民工 老人 老年人 儿童 患者 游客 旅客 考生 毕业生 劳动力 "
    "员工 医生 护士 志愿者 参保人 业主 住户人口 脱贫人口 贫困人口 低保对象 退役军人 用户群众 劳动者 从业人员 工作人员 人员"
).split()
"""Who is counted; a number with 万 before one is of persons."""

OF_PEOPLE: Final = "困难 贫困 脱贫 基层 低保 参保 户籍 常住 流动 农村 城镇 城乡 退休 在校 受灾 留守 残疾 重点 辖区 新增".split()
"""What may stand between a number and the people that it counts (2万户籍人口)."""

SPENT: Final = "投入 拨付 发放 捐赠 支付 下拨 划拨 筹集 筹措 安排 兑付 赔付 赔偿 退还 追回 收缴 上缴".split()
"""Verbs whose bare number with 万 or 亿 is money (投入4.6万慰问老人)."""

NEVER_NUMBERED: Final = "个项条件份处人名次家户年月日天元轮届般些样直并律同致定旦以是要则"
"""Characters behind a numeral that is no number of a thing: a count, a date, or part of a word (一是, 统一)."""
