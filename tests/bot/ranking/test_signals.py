from dataclasses import replace

import pytest

from bot.question.understanding import read_question
from bot.ranking.figure_context import words_around
from bot.ranking.scope import Place
from bot.ranking.signals import SIGNALS, prepare, signals_of
from bot.ranking.term_presence import StatementSetting
from bot.ranking.weights import is_barred, rank_statement, sureness
from checker.comparison.features import features
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

ISSUED = "中共秀川县水务局党组关于巡察整改情况的通报\n2023年5月9日\n"


def signals(question: str, text: str, raw: str) -> dict[str, float]:
    """The signals of the figure ``raw`` of a text for a question; a text with an issuer begins with a title.

    Those of alignment and meaning, for which a statement is looked at among others, are 0.
    """
    report = parse_report(text, id="one", source="one.txt")
    if not text.startswith("中共"):
        report = replace(report, organisation="")
    statements = read_statements(report)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    one = statements[index]
    read = read_question(question, Directory.of([report]))
    asked = prepare(read, read.sought[0], lambda word: 1.0)
    setting = StatementSetting(one, features(one), words_around(statements)[index], Place(report, ""))
    return dict.fromkeys(SIGNALS, 0.0) | signals_of(asked, setting, 0.0, 0.0)


@pytest.mark.parametrize(
    ("name", "question", "text", "raw", "expected"),
    [
        ("other_number", "第三届灯会接待了多少名游客", "第二届灯会接待游客500名。", "500名", 1.0),
        ("other_number", "第三届灯会接待了多少名游客", "第三届灯会接待游客500名。", "500名", 0.0),
        ("other_number", "比上一届灯会多接待多少名游客", "第二届灯会接待游客500名。", "500名", 0.0),
        ("untimed", "2021年灯会接待了多少名游客", "灯会接待游客500名。", "500名", 1.0),
        ("untimed", "2021年灯会接待了多少名游客", "2021年灯会接待游客500名。", "500名", 0.0),
        ("untimed", "2021年3月灯会接待了多少名游客", "2021年灯会接待游客500名。", "500名", 1.0),
        (
            "other_part",
            "水务局锦川里用了多少管材",
            ISSUED + "局党组逐条研究。" * 20 + "用管材500吨。“锦川里”应修管14处，已修9处。",
            "500吨",
            1.0,
        ),
        (
            "other_part",
            "水务局锦川里应修几处",
            ISSUED + "局党组逐条研究。" * 20 + "用管材500吨。“锦川里”应修管14处，已修9处。",
            "14处",
            0.0,
        ),
        ("other_part", "物业类积案化解几件", "积案共化解207件。", "207件", 1.0),
        ("other_part", "物业类积案化解几件", "物业管理积案化解58件。", "58件", 0.0),
        ("other_part", "荻港区检查多少家机构", "全市检查机构1864家。", "1864家", 1.0),
        ("dateline", "灯会什么时候开幕", "新水社3月4日电 灯会将开幕。", "3月4日", 1.0),
        ("dateline", "灯会什么时候开幕", "灯会将于3月4日开幕。", "3月4日", 0.0),
        ("part_of_date", "灯会什么时候开幕", "灯会于2021年开幕。", "2021年", 1.0),
        ("part_of_date", "灯会哪一年开幕", "灯会于2021年开幕。", "2021年", 0.0),
        ("unissued", "灯会接待了多少名游客", "灯会接待游客500名。", "500名", 1.0),
        ("unissued", "灯会接待了多少名游客", ISSUED + "灯会接待游客500名。", "500名", 0.0),
        ("planned", "修了多少公里水渠", ISSUED + "计划再修水渠37公里。", "37公里", 1.0),
        ("planned", "计划修多少公里水渠", ISSUED + "计划再修水渠37公里。", "37公里", 0.0),
        ("earlier", "现在有多少盏路灯", ISSUED + "路灯由30盏增至45盏。", "30盏", 1.0),
        ("earlier", "现在有多少盏路灯", ISSUED + "路灯由30盏增至45盏。", "45盏", 0.0),
        ("earlier", "整治前有多少盏路灯", ISSUED + "路灯由30盏增至45盏。", "30盏", 0.0),
        ("earlier", "整治前有多少盏路灯", ISSUED + "路灯由30盏增至45盏。", "45盏", 1.0),
        ("earlier", "路灯从多少盏增加到多少盏", ISSUED + "路灯由30盏增至45盏。", "30盏", 0.0),
        ("earlier", "商铺一间租金多少", ISSUED + "过去平均每间租金2800元，整改后租金6100元。", "2800元", 1.0),
        ("earlier", "商铺一间租金多少", ISSUED + "过去平均每间租金2800元，整改后租金6100元。", "6100元", 0.0),
        ("planned", "还有几盏路灯没修", ISSUED + "其余4盏路灯按计划抢修。", "4盏", 0.0),
        ("negated", "临聘人员现在剩多少人", ISSUED + "原有临聘人员58人，现有44人。", "44人", 0.0),
        ("part_of_sum", "两座泵站一共装了多少盏路灯", "北泵站装路灯30盏。", "30盏", 1.0),
        ("part_of_sum", "两座泵站一共装了多少盏路灯", "泵站共装路灯45盏。", "45盏", 0.0),
        ("part_of_sum", "北泵站一共装了多少盏路灯", "北泵站装路灯30盏。", "30盏", 0.0),
        ("part_of_sum", "二轮检查总共装了多少盏路灯", "第二轮检查装路灯30盏。", "30盏", 0.0),
        ("deed", "已支付的货款金额是多少", ISSUED + "拖欠货款56万元，已支付41万元。", "41万元", 1.0),
        ("deed", "已支付的货款金额是多少", ISSUED + "拖欠货款56万元，已支付41万元。", "56万元", 0.0),
        ("part_of_sum", "第二批一共装了多少盏路灯", "第二批装路灯30盏。", "30盏", 0.0),
        ("other_noun", "建了多少个凉亭", "建了26个花坛。", "26个", 1.0),
        ("other_noun", "建了多少个花坛", "建了26个花坛。", "26个", 0.0),
        ("deed", "欠的水费付了多少", "拖欠水费9万元，已支付水费7万元。", "7万元", 1.0),
        ("deed", "欠的水费付了多少", "拖欠水费9万元，已支付水费7万元。", "9万元", 0.0),
        ("compared", "水费同比增长了多少", ISSUED + "水费增加3万元，同比多增1万元。", "3万元", 1.0),
        ("compared", "水费同比增长了多少", ISSUED + "水费增加3万元，同比多增1万元。", "1万元", 0.0),
        ("compares_another", "水费同比增长了多少", ISSUED + "水费增加3万元，同比多增1万元。", "3万元", 1.0),
        ("compares_another", "水费同比增长了多少", ISSUED + "水费增加3万元。", "3万元", 0.0),
        ("untimed", "2021年第一季度接待多少名游客", "2021一季报显示，接待游客500名。", "500名", 0.0),
        ("untimed", "2021年上半年接待多少名游客", "2021半年报显示，接待游客500名。", "500名", 0.0),
        ("compared_with", "与6月份相比，灯会游客多了多少名", "6月灯会游客多了50名。", "50名", 1.0),
        ("compared_with", "与6月份相比，灯会游客多了多少名", "8月灯会游客比6月多了50名。", "50名", 0.0),
        ("compared_with", "灯会什么时候举办", "灯会游客与2019年相比多了50名。", "2019年", 1.0),
        ("compared_with", "灯会什么时候举办", "灯会游客2019年多了50名。", "2019年", 0.0),
        ("planned", "灯会接待多少名游客", "灯会预计接待游客500名。", "500名", 1.0),
        ("planned", "灯会预计接待多少名游客", "灯会接待游客500名。", "500名", 0.0),
        ("unplanned", "灯会预计接待多少名游客", "灯会接待游客500名。", "500名", 1.0),
        ("qualified", "灯会至少接待多少名游客", "灯会接待游客不少于500名。", "不少于500名", 1.0),
        ("qualified", "灯会至少接待多少名游客", "灯会接待游客500名。", "500名", 0.0),
        ("counted", "有多少家企业参加灯会", "灯会有11家企业的14件作品。", "11家", 1.0),
        ("counted", "有多少家企业参加灯会", "灯会有11家企业的14件作品。", "14件", 0.0),
        ("counted", "完成整改多少个问题", ISSUED + "27个问题已完成整改24个。", "27个", 0.0),
        ("same", "修订制度多少项", ISSUED + "制定修订制度36项，其中新制定14项、修订22项。", "22项", 1.0),
        ("same", "修订制度多少项", ISSUED + "制定修订制度36项，其中新制定14项、修订22项。", "36项", 0.0),
        ("same", "灯会游客多少名", "灯会游客比上届增加500名。", "500名", 0.0),
        ("unnumbered", "第七届灯会接待多少名游客", "第六届灯会接待游客500名。", "500名", 1.0),
        ("unnumbered", "第六届灯会接待多少名游客", "第六届灯会接待游客500名。", "500名", 0.0),
        ("unnumbered", "１２号线灯会接待多少名游客", "12号线灯会接待游客500名。", "500名", 0.0),
        ("unnumbered", "2021年灯会接待多少名游客", "灯会接待游客500名。", "500名", 0.0),
        ("vague", "灯会接待多少名游客", "灯会接待游客数十名。", "数十名", 1.0),
        ("vague", "灯会接待多少名游客", "灯会接待游客近百名。", "近百名", 0.0),
        ("regional", "保险业收入多少", "天津市保险业收入450亿元。", "450亿元", 1.0),
        ("regional", "天津市保险业收入多少", "天津市保险业收入450亿元。", "450亿元", 0.0),
        ("earlier", "灯会接待多少名游客", "灯会由300名游客增至500名。", "300名", 1.0),
        ("earlier", "灯会游客由多少名开始增加的", "灯会游客由300名增至500名。", "300名", 0.0),
        ("earlier", "灯会游客由多少名开始增加的", "灯会游客由300名增至500名。", "500名", 1.0),
        ("other_unit", "换证要几天", ISSUED + "换证时限6个工作日。", "6个工作日", 0.0),
        ("other_number", "换一部老电梯补贴多少", ISSUED + "更新电梯64部，每部补贴22万元。", "22万元", 0.0),
        ("other_deed", "船队私藏了多少备用金", ISSUED + "清理船队备用金8万元。", "8万元", 0.0),
        ("earlier", "原保险费收入多少", "原保险保费收入3万元。", "3万元", 0.0),
        ("earlier", "现在有几盏壁灯", ISSUED + "原有灯9盏，其中壁灯3盏，现调整为14盏，其中壁灯5盏。", "3盏", 1.0),
        ("earlier", "现在有几盏壁灯", ISSUED + "原有灯9盏，其中壁灯3盏，现调整为14盏，其中壁灯5盏。", "5盏", 0.0),
        ("planned", "修了多少公里水渠", ISSUED + "5月底前修完水渠37公里。", "37公里", 1.0),
        ("negated", "还有几个没改好的花坛", ISSUED + "没改好的花坛还有4个。", "4个", 0.0),
        ("negated", "渡口泵房还有多少台没验收", ISSUED + "渡口泵房验收26台。", "26台", 1.0),
        ("negated", "拖着没验收的泵房，验收了几台", ISSUED + "泵房已验收26台。", "26台", 0.0),
        ("negated", "漏水点现在还有几处", ISSUED + "漏水点由47处减少到13处。", "13处", 0.0),
        ("negated", "已修好的漏水点有几处", ISSUED + "尚有漏水点2处未修好。", "2处", 1.0),
        ("negated", "清退不合格驾驶员几名", ISSUED + "清退不合格驾驶员43名。", "43名", 0.0),
        ("negated", "船厂还欠多少泊位费", ISSUED + "尚欠泊位费9万元。", "9万元", 0.0),
        ("negated", "供水普及率实际达到多少", ISSUED + "力争供水普及率达到91%。", "91%", 1.0),
        ("negated", "供水普及率实际达到多少", ISSUED + "计划提高供水普及率，实际达到91%。", "91%", 0.0),
        ("negated", "供水普及率目标是多少", ISSUED + "供水普及率提高到91%。", "91%", 1.0),
        ("negated", "供水普及率目标是多少", ISSUED + "供水普及率力争达到91%。", "91%", 0.0),
        ("planned", "巡渠员有多少名", ISSUED + "落实《巡渠三年行动计划》，有巡渠员14名。", "14名", 0.0),
        ("planned", "应在6月底前修好的闸门已修好多少座", ISSUED + "应在6月底前修好的闸门18座，已修好15座。", "18座", 1.0),
        ("planned", "应在6月底前修好的闸门已修好多少座", ISSUED + "应在6月底前修好的闸门18座，已修好15座。", "15座", 0.0),
        ("extra", "销了几项隐患", ISSUED + "销掉隐患13项。", "13项", 0.0),
        ("other_number", "第二中队巡湖多少次", "第一中队、第二中队分别巡湖8次、9次。", "9次", 0.0),
        ("other_number", "第二中队巡湖多少次", "第一中队、第二中队分别巡湖8次、9次。", "8次", 1.0),
        ("other_unit", "多少名工人参加", ISSUED + "工人参加铺设37公里管网。", "37公里", 1.0),
    ],
)  # fmt: skip
def test_signal_says(name: str, question: str, text: str, raw: str, expected: float) -> None:
    assert signals(question, text, raw)[name] == expected


def test_bars_outweigh_everything() -> None:
    other = signals("第三届灯会接待了多少名游客", "第二届灯会接待游客500名。", "500名")
    assert is_barred(other)
    assert sureness(other) == 0.0


def test_figure_of_what_is_asked_ranks_before_another() -> None:
    text = ISSUED + "修复水渠37公里，清理河道12公里。"
    question = "修复了多少公里水渠"
    right, wrong = signals(question, text, "37公里"), signals(question, text, "12公里")
    assert rank_statement(right) > rank_statement(wrong)
    assert sureness(right) > 0.5
