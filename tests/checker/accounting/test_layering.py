from checker.accounting.layering import layers_of
from checker.accounting.windows import Window
from tests.checker.accounting.held_reports import SOURCE, STATEMENTS


def _window(raw: str) -> Window:
    stated = next(one for one in STATEMENTS if one.figure.raw == raw)
    sentence = SOURCE.of(stated)
    assert sentence is not None
    return Window(sentence, (sentence.clause_with(stated),), (stated,))


def test_own_clause_comes_before_what_is_carried() -> None:
    layers = layers_of(_window("17项"), SOURCE, (), counted=True)
    assert layers.find("制度") == 0.0
    assert layers.find("交通运输局")
    assert layers.find("博士") is None


def test_words_of_reckoning_belong_to_what_was_reckoned() -> None:
    window = _window("17项")
    assert layers_of(window, SOURCE, (), counted=True).find("剩余") is None
    assert layers_of(window, SOURCE, window.figures, counted=True).find("剩余") == 0.0


def test_what_is_counted_may_be_said_where_a_figure_is_told() -> None:
    window = _window("17项")
    assert layers_of(window, SOURCE, (), counted=True).find("事项")
    assert layers_of(window, SOURCE, (), counted=False).find("事项") is None
