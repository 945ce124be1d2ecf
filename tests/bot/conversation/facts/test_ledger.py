from bot.answering.pipeline import Answerer
from bot.conversation.facts.ledger import cited_by, facts_of, last_statement, recalled
from bot.conversation.state import LedgerFact, State


def test_fact_is_recalled_with_its_statement(speaker: Answerer) -> None:
    drafted = speaker.draft(speaker.read("平槐县水务局修订制度多少项"))
    facts = facts_of(drafted.question, drafted.draft, 4)
    (known,) = recalled(facts, speaker.knowledge)
    assert known.figure.raw == "13项"
    assert (known.fact.name, known.fact.group) == ("平槐县水务局截至2023年4月30日", 4)


def test_fact_that_was_worked_out_keeps_its_figure(speaker: Answerer) -> None:
    drafted = speaker.draft(speaker.read("县残联还剩几个问题没整改完"))
    (known,) = recalled(facts_of(drafted.question, drafted.draft, 1), speaker.knowledge)
    assert known.figure.raw == "2个"


def test_fact_of_a_report_that_is_gone_is_left_out(speaker: Answerer) -> None:
    assert recalled([LedgerFact("gone", 0, 0), LedgerFact("water", 0, 1)], speaker.knowledge) == []
    assert last_statement(State(), speaker.knowledge) is None


def test_cited_places_are_those_of_the_answer(speaker: Answerer) -> None:
    answer = speaker.ask("平槐县水务局修订制度多少项")
    assert [place.report for place in cited_by(answer)] == ["water"]
