import pytest

from bot.generation.examination import Examiner
from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "溪源县教育局关于专项整治的情况通报\n2025-08-08\n"
    "督导中看到：大岭乡、朝阳镇工作扎实；小河乡进展缓慢。\n"
    "柳塘镇率先清零。督办件数最多的是红旗镇，办结率最低的是朝阳镇。\n"
    "各乡镇也有亮点：大岭乡推行“院坝会”，办了32场；柳塘镇14件积案全部清零，是全县首个“清零”乡镇。\n"
    "白石镇由县纪委监委挂牌督办；红河乡由县农业农村局包联；青石镇由县财政局帮扶。\n"
    "一、约谈和表扬\n"
    "约谈：白石镇（整改率80.7%）、青石镇（整改率82.5%）。\n"
    "表扬：大岭乡（整改率99.4%）、松坪镇（整改率98.1%）。\n"
    "二、处置\n"
    "约谈了县畜牧站站长周立群，通报了县农机站站长吴海明。\n"
    "查封了城东库房设备，启用了城西库房设备。\n"
    "免去李国强的校长职务，任命赵明义的校长职务。\n"
    "本期红旗单位为大岭乡、松坪镇，黄旗单位为青石镇、白石镇。\n"
    "三、差距\n"
    "督办件办结率88.3%，与省里要求的95%还有距离。回访率为82.5%，距年度目标90%仍有差距。\n"
    "进度比上月多了10项，但离年底化解120项的目标还有差距。\n",
    id="school",
    source="school.txt",
)


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return examiner_of(REPORT)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("率先清零的是大岭乡。[1]", id="a place in the place of another"),
        pytest.param("督办件数最多的是柳塘镇。[1]", id="another than the most"),
        pytest.param("全县首个“清零”乡镇是大岭乡。[1]", id="another than the first"),
        pytest.param("白石镇由县农业农村局挂牌督办。[1]", id="by whom, of the part behind"),
        pytest.param("红河乡由县财政局包联。[1]", id="by whom, of the last part"),
        pytest.param("青石镇由县纪委监委帮扶。[1]", id="by whom, of a part before"),
        pytest.param("工作扎实的有大岭乡、朝阳镇和小河乡。[1]", id="one more, of the part behind"),
        pytest.param("红旗单位为大岭乡、松坪镇和青石镇。[1]", id="one more, of another list"),
        pytest.param("黄旗单位为松坪镇、白石镇。[1]", id="one exchanged between two lists"),
        pytest.param("只有大岭乡工作扎实。[1]", id="one of two alone"),
        pytest.param("黄旗单位仅有青石镇。[1]", id="the first of two alone"),
        pytest.param("只表扬了大岭乡。[1]", id="one alone of those under a word"),
        pytest.param("约谈了县农机站站长吴海明。[1]", id="another's deed"),
        pytest.param("查封了城西库房设备。[1]", id="another thing's deed"),
        pytest.param("免去赵明义的校长职务。[1]", id="another person's deed"),
        pytest.param("溪源县教育局约谈了大岭乡和松坪镇。[1]", id="the deed of the list before"),
        pytest.param("督办件办结率88.3%，已达到省里要求的95%。[1]", id="a level reached"),
        pytest.param("回访率为82.5%，已经达到年度目标。[1]", id="an aim reached"),
        pytest.param("已经完成年底化解120项的目标。[1]", id="an aim done"),
    ],
)
def test_clause_put_together_from_several_has_a_fault(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("率先清零的是柳塘镇。[1]", id="the place"),
        pytest.param("督办件数最多的是红旗镇。[1]", id="the most"),
        pytest.param("全县首个“清零”乡镇是柳塘镇。[1]", id="the first"),
        pytest.param("红河乡由县农业农村局包联。[1]", id="by whom"),
        pytest.param("大岭乡和朝阳镇工作扎实。[1]", id="both of a list"),
        pytest.param("红旗单位为大岭乡和松坪镇。[1]", id="one list of two"),
        pytest.param("红旗单位只有大岭乡和松坪镇。[1]", id="all of a list alone"),
        pytest.param("只有柳塘镇率先清零。[1]", id="one alone that stands alone"),
        pytest.param("约谈了县畜牧站站长周立群。[1]", id="its own deed"),
        pytest.param("查封城东库房设备，启用城西库房设备。[1]", id="both deeds"),
        pytest.param("任命赵明义的校长职务。[1]", id="the second deed"),
        pytest.param("表扬了大岭乡和松坪镇。[1]", id="the list under its word"),
        pytest.param("表扬了松坪镇。[1]", id="the second of a list"),
        pytest.param("督办件办结率88.3%，离省里要求的95%还有距离。[1]", id="a level not reached"),
        pytest.param("回访率为82.5%，距年度目标90%仍有差距。[1]", id="an aim not reached"),
    ],
)
def test_clause_of_one_has_none(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults == ()
