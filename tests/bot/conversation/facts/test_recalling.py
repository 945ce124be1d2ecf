from bot.answering.pipeline import Answerer
from bot.conversation.facts.recalling import Recalling
from bot.conversation.state import CitedPlace, State


def test_places_are_quoted_under_their_title(speaker: Answerer) -> None:
    text = speaker.knowledge.place("water").report.text
    start = text.index("水质合格率")
    state = State(said="合格率", cited=(CitedPlace("water", start, start + 20),))
    answer = Recalling(speaker).sources("出自哪里", state, "")
    assert "水质合格率由95.2%" in answer.text
    assert "平槐县水务局" in answer.text
    assert [finding.figure.raw for finding in answer.findings]


def test_number_chooses_one_of_them(speaker: Answerer) -> None:
    places = [
        CitedPlace(name, 0, speaker.knowledge.place(name).report.text.index("\n"))
        for name in ("water", "union")
    ]
    state = State(said="x", cited=tuple(places))
    assert [one.report for one in Recalling(speaker).sources("第二条", state, "二").citations] == ["union"]
    assert Recalling(speaker).sources("第五条", state, "5").citations == ()


def test_nothing_is_quoted_before_anything_was_said(speaker: Answerer) -> None:
    assert Recalling(speaker).sources("出处", State(), "").citations == ()
