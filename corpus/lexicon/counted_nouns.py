"""Nouns that say what a bare number counts: money (工资771.30万) and people (4.6万群众)."""

from typing import Final

MONEY: Final = (
    "资金 金额 工资 薪资 税款 税收 税费 收入 支出 投资 贷款 债券 债务 补贴 补助 罚款 罚金 费用 产值 产出 营收 利润 成本 经费 "
    "欠款 欠薪 货款 款项 公款 赃款 价款 保证金 公积金 医保基金 基金 租金 奖金 薪酬 津贴 预算 决算 销售额 成交额 交易额 总额 余额 "
    "损失 违约金 社保费 医疗费 接待费 餐费 差旅费 会议费 培训费 学费 物业费 手续费 工程款 专项债 造价 估值 市值 资产 负债 救助金 养老金"
).split()
"""What is measured in money; a number with 万 or 亿 right behind one is of yuan."""

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
