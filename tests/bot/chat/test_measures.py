import pytest

from bot.chat.measures import Measures


def test_measures_refuse_a_name_that_nobody_documented() -> None:
    with pytest.raises(KeyError):
        Measures().add("moon")


def test_measures_are_exposed_as_prometheus_reads_them() -> None:
    measures = Measures()
    measures.add("answers")
    measures.add("answers")
    for seconds in (0.2, 0.1, 0.4):
        measures.took(seconds)
    lines = measures.exposition(3).splitlines()
    assert "hedui_telegram_answers_total 2" in lines
    assert "hedui_telegram_waiting 3" in lines
    assert 'hedui_telegram_answer_seconds{quantile="0.5"} 0.2000' in lines
    assert "hedui_telegram_answer_seconds_count 3" in lines
    assert all(line.startswith(("#", "hedui_telegram_")) for line in lines)


def test_measures_of_nothing_are_noughts() -> None:
    assert 'hedui_telegram_answer_seconds{quantile="0.99"} 0.0000' in Measures().exposition(0)
