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
