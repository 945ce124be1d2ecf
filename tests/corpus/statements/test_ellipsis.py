"""Tests of lists that repeat what an earlier clause counts: which of its figures each of them takes."""

import pytest

from corpus.quantities.figures import find_figures
from corpus.statements.ellipsis import read_ellipses
from corpus.statements.metrics import is_scope


def repeated(sentence: str, *names: str) -> dict[str, str]:
    quantities = [one for one in find_figures(sentence) if not is_scope(one)]
    spans = [(sentence.index(name), sentence.index(name) + len(name)) for name in names]
    found = read_ellipses(sentence, quantities, 0, spans)
    return {quantities[place].raw: quantities[source].raw for place, source in found.items()}


@pytest.mark.parametrize(
    ("sentence", "names", "expected"),
    [
        pytest.param(
            "2021年出船74艘，货运量5.1万吨；2020年分别为63艘、4.4万吨。",
            ("2021年", "2020年"),
            {"63艘": "74艘", "4.4万吨": "5.1万吨"},
            id="in-order",
        ),
        pytest.param(
            "本年来信91件，办结84件，上年分别为77件、70件。",
            ("本年", "上年"),
            {"77件": "91件", "70件": "84件"},
            id="of-one-unit",
        ),
        pytest.param(
            "本年来信91件，投诉率4%，罚款3万元，上年为77件、2万元。",
            ("本年", "上年"),
            {"77件": "91件", "2万元": "3万元"},
            id="some-left-out",
        ),
        pytest.param(
            "火葬占比41%。满意率93%，上一年是85%。", ("上一年",), {"85%": "93%"}, id="one-repeats-the-nearest"
        ),
        pytest.param(
            "东岭镇来信21件、办结19件，西岭镇20件、办结18件。",
            ("东岭镇", "西岭镇"),
            {"20件": "21件"},
            id="a-place-repeats-the-first",
        ),
        pytest.param("来信91件，其中东岭镇21件。", ("东岭镇",), {}, id="a-part"),
        pytest.param("2021年来信91件，2020年罚款3万元。", ("2021年", "2020年"), {}, id="another-unit"),
        pytest.param("2020年91件。", ("2020年",), {}, id="nothing-before"),
    ],
)
def test_list_behind_a_time_or_name_repeats(
    sentence: str, names: tuple[str, ...], expected: dict[str, str]
) -> None:
    assert repeated(sentence, *names) == expected
