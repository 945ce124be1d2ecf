from checker.accounting.relations.marks import precedes_another
from tests.checker.accounting.ranked_report import SOURCE, STATEMENTS


def test_words_right_before_another_figure_mark_that_one() -> None:
    figure = next(one for one in STATEMENTS if one.figure.raw == "82万元")
    sentence = SOURCE.of(figure)
    assert sentence is not None
    assert precedes_another("清欠货款", sentence, [figure])
    assert not precedes_another("清欠货款", sentence, sentence.statements)
    assert not precedes_another("北关社", sentence, [figure])
