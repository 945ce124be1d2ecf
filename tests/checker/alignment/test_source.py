from checker.alignment.wording import pairs, surroundings
from tests.checker.reports import evidence_of

TEXT = "全镇收回资金31万元，化解纠纷42件。处分干部9人。"


def test_surroundings_are_those_of_the_sentence_behind_the_one_before() -> None:
    evidence = evidence_of(TEXT)
    money, _, people = evidence.quantities
    first, second = evidence.beside(money), evidence.beside(people)
    (alone,) = surroundings(second, first[0].quote)
    assert evidence.source.around(people).layers == alone.layers
    assert [evidence.source.around(one).own for one in first] == [one.own for one in surroundings(first)]


def test_sentence_and_text_are_read_once() -> None:
    evidence = evidence_of(TEXT)
    money, disputes, _ = evidence.quantities
    source = evidence.source
    assert source.around(money) is source.around(money)
    assert source.around(money).sentence is source.around(disputes).sentence
    assert source.pairs("化解纠纷") == pairs("化解纠纷")
    assert source.pairs("化解纠纷") is source.pairs("化解纠纷")
