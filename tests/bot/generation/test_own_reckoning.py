import pytest

from bot.generation.own_reckoning import own_reckonings
from corpus.statements.statements import read_draft


@pytest.mark.parametrize(
    ("text", "reckoned"),
    [
        pytest.param(
            "甲镇整改121件，比乙镇96件多25件。", {"25件": ["121件", "96件"]}, id="more than another"
        ),
        pytest.param("甲镇121件，乙镇96件，相差25件。", {"25件": ["121件", "96件"]}, id="apart"),
        pytest.param("投诉由45件降至30件，减少15件。", {"15件": ["45件", "30件"]}, id="fallen"),
        pytest.param("甲镇12件，乙镇9件，一共21件。", {"21件": ["12件", "9件"]}, id="sum"),
        pytest.param(
            "满意率由92.5%升至94.8%，提高2.3个百分点。", {"2.3个百分点": ["92.5%", "94.8%"]}, id="points"
        ),
        pytest.param("来信203封，回复196封，只有7封没回。", {"7封": ["203封", "196封"]}, id="what is left"),
        pytest.param("来信203封，回复196封，又收到7封。", {}, id="no word that it is left"),
        pytest.param("投诉由45件降至30件，增加15件。", {}, id="the wrong way"),
        pytest.param("甲镇整改121件，比乙镇96件少25件。", {}, id="less, though it is more"),
        pytest.param("甲镇12件，乙镇9件，一共22件。", {}, id="a wrong sum"),
        pytest.param("甲镇12件，又办3件。", {}, id="one term alone"),
        pytest.param("甲镇约96件，乙镇121件，相差25件。", {}, id="a blurred term"),
    ],
)
def test_figure_follows_from_two_that_the_sentence_tells(text: str, reckoned: dict[str, list[str]]) -> None:
    claims = list(read_draft(text))
    raws = {one.figure.start: one.figure.raw for one in claims}
    found = own_reckonings(claims)
    assert {raws[start]: [one.figure.raw for one in terms] for start, terms in found.items()} == reckoned
