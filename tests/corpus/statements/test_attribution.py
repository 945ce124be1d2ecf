import pytest

from corpus.organisations.mentions import find_organisations
from corpus.statements.attribution import TextSetting, attribute_paragraph
from corpus.statements.stretches import organisation_at


def owner(text: str, at: str, default: str = "", region: str = "") -> str:
    """Whose text it is at the place where ``at`` stands."""
    mentions = find_organisations(text)
    found = attribute_paragraph(text, 0, mentions, default, TextSetting(region))
    return organisation_at(found, text.index(at))


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        pytest.param("省财政厅党组细化措施199项。", "199", "省财政厅", id="subject"),
        pytest.param("省财政厅很重视。共细化措施199项。", "199", "省财政厅", id="sentence before"),
        pytest.param(
            "茶业公司收回货款73万元；种业公司补税41万元。", "73万元", "茶业公司", id="first of a sort"
        ),
        pytest.param("茶业公司、种业公司收回货款73万元。", "73万元", "", id="a list of a sort"),
        pytest.param(
            "茶业公司罚款4万元，种业公司罚款2万元，合计罚款6万元。",
            "6万元",
            "",
            id="what adds them up",
        ),
        pytest.param("省财政厅3项。省信访局化解528件。", "528", "省信访局", id="another subject"),
        pytest.param("会同省信访局化解528件。", "528", "", id="only an object"),
        pytest.param("涉及与原省信访局分割，制定措施83条。", "83", "", id="an object that was"),
        pytest.param("对县教育局、县民政局等5个单位开展巡察。", "5个", "", id="one of a list"),
        pytest.param("据省信访局统计，化解528件。", "528", "", id="the source of a number"),
        pytest.param("省信访局加强督办，全省化解528件。", "528", "省信访局", id="the whole region's owner"),
        pytest.param(
            "县财政局压减支出，河湾镇更换变压器27台。", "27台", "河湾镇", id="a place opens its clause"
        ),
        pytest.param("省财政厅3项。各单位完成整改588个。", "588", "", id="all of them"),
        pytest.param("省财政厅3项。该厅完成整改24个。", "24", "省财政厅", id="pointing back"),
        pytest.param("省财政厅3项。学校完成整改24个。", "24", "", id="pointing elsewhere"),
        pytest.param("县财政局3项。最少的是石桥镇，6个。", "6个", "石桥镇", id="the last of an order"),
        pytest.param("河口镇31个，其次为安河镇，有24个。", "24个", "安河镇", id="the second of an order"),
        pytest.param("财政部门（含县园林局）查出9项。", "9项", "", id="one in a bracket"),
        pytest.param("高平镇对照《县教育局关于收费的通知》自查22个。", "22个", "高平镇", id="one in a title"),
        pytest.param("河口镇清退26户,柳湾镇清退43户;", "43户", "柳湾镇", id="behind a half-width comma"),
        pytest.param("长宁市31件、安水市12件。", "12件", "安水市", id="the next of a list of places"),
        pytest.param(
            "省财政厅将省审计厅移送意见细化成19项。", "19项", "省财政厅", id="what is taken in hand acts not"
        ),
        pytest.param(
            "省委巡视组对省审计厅党组开展了巡视，反馈12个问题。",
            "12个",
            "省审计厅",
            id="what is inspected owns",
        ),
        pytest.param(
            "省高院督查组对我局督查, 反馈问题46个。", "46个", "", id="what is inspected right behind"
        ),
        pytest.param("针对省委巡视反馈的14类问题整改。", "14类", "", id="who inspected"),
        pytest.param("针对省审计厅反馈的12个问题立行立改。", "12个", "", id="what is answered acts not"),
        pytest.param("东渡街道整改90个，全区满意率95%。", "95%", "", id="the region over a place"),
        pytest.param(
            "市教育局党组在第四轮巡察整改中完成24个。", "24", "市教育局", id="a round only says when"
        ),
        pytest.param(
            "柳溪县稳步推进，自第四轮巡察工作以来，发现问题187个。", "187", "柳溪县", id="since a round"
        ),
        pytest.param("柳溪县本轮巡察发现问题187个。", "187", "柳溪县", id="whose round it is"),
        pytest.param("调整村党组织书记31名。", "31", "", id="a verb is no village"),
        pytest.param(
            "云台县解决饮水难题；在柳溪县，拖欠的29万元工资发放到位。", "29万", "柳溪县", id="in a place"
        ),
        pytest.param(
            "县财政局查处9起，在柳溪县召开现场会3次。", "3次", "县财政局", id="where a deed was done"
        ),
        pytest.param(
            "柳溪县残联完成8个，安水县残联完成5个。死亡后领取的已追回40人。",
            "40人",
            "",
            id="behind several alike",
        ),
        pytest.param(
            "市残联牵头，柳溪县完成8个，沙洲区完成5个。共追回40人。", "40人", "市残联", id="behind places"
        ),
        pytest.param(
            "安水市东城热力公司投诉31件，恒暖公司投诉12件。", "12件", "恒暖公司", id="one more of a sort"
        ),
        pytest.param(
            "其中河口镇120万元，县供销社90万元，县林业局50万元；退还押金7万元。",
            "7万",
            "",
            id="behind a list of several sorts",
        ),
        pytest.param(
            "财政管理领域，县财政局收回36万元；工程领域，核减562万元。",
            "562万",
            "",
            id="another field of work",
        ),
        pytest.param("县审计局组织的内审查出39个。", "39个", "", id="only whose deed it was"),
        pytest.param(
            "安水市联合社3家，注销空壳联合社2家。", "2家", "安水市联合社", id="a deed is not one more"
        ),
    ],
)
def test_figures_are_attributed(text: str, at: str, expected: str) -> None:
    assert owner(text, at) == expected


def test_default_holds_until_a_subject_is_named() -> None:
    assert owner("完成整改24个。", "24", "青岚县") == "青岚县"


def test_own_party_group_is_the_issuers_and_not_the_auditors() -> None:
    text = "区审计局派出审计组对我局进行了审计。局党组高度重视，将16个问题分解为31项任务。该局提出建议6条。"
    assert owner(text, "16个", "白沙区卫生健康局") == "白沙区卫生健康局"
    assert owner(text, "6条", "白沙区卫生健康局") == "区审计局"


LISTED = "岭南县退还结余86万元,县实验小学退了36万元,第三初级中学44万元;立案28人。"


@pytest.mark.parametrize(
    ("text", "at", "default", "expected"),
    [
        pytest.param(LISTED, "44万", "", "第三初级中学", id="the next of a list, by its amount"),
        pytest.param(
            "△ 北岭中心学校：发现21个。", "21", "县教育局", "北岭中心学校", id="a label behind a mark"
        ),
        pytest.param("街道党工委包案12件。", "12", "柳岸街道办事处", "柳岸街道办事处", id="a bare level"),
        pytest.param(
            "我乡收到387万元。", "387", "东滩乡", "东滩乡", id="ours, of another level than the region"
        ),
        pytest.param(
            "物流公司开展贸易。公司追回846万元。",
            "846",
            "港务集团",
            "物流公司",
            id="who opened the paragraph",
        ),
        pytest.param(
            "物流公司开展贸易。本公司追回846万元。", "846", "港务集团", "港务集团", id="the speaker"
        ),
        pytest.param(
            "审计延伸二级学院4个，抽查1.6亿元。", "1.6", "理工学院", "理工学院", id="a number of such names"
        ),
    ],
)
def test_who_owns_what_is_told_apart_by_layout(text: str, at: str, default: str, expected: str) -> None:
    assert owner(text, at, default, "古塬县" if "我乡" in text else "") == expected


def test_list_between_commas_ends_with_a_semicolon() -> None:
    text = "共42件，甲水县18件，乙山县24件；立案28人。"
    assert owner(text, "28", "云山县") == "云山县"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("1．渠口县投入1850万元。", "1850"),
        ("（2）渠口县投入1850万元。", "1850"),
        ("全市罚款35万元；2023年渠口县立案27件。", "27"),
    ],
)
def test_number_or_year_before_whoever_opens_a_clause_is_passed_over(text: str, at: str) -> None:
    assert owner(text, at, "市安委办") == "渠口县"


@pytest.mark.parametrize(
    ("at", "expected"),
    [pytest.param("28", "云麓省", id="what it found"), pytest.param("25", "", id="what was done of it")],
)
def test_group_of_a_region_owns_the_sentence_in_which_it_reports(at: str, expected: str) -> None:
    text = "云麓省第三生态环境保护督察组向我市反馈问题28项。到3月底完成整改25项。"
    assert owner(text, at, region="东川市") == expected


def test_group_of_an_office_owns_no_more_than_that_sentence_either() -> None:
    text = "市水务局督查组对景区开展督查，指出问题34个。截至4月底，整改完成29个。"
    assert owner(text, "29", "临湖景区管理处") == "临湖景区管理处"
