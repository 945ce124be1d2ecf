from bot.answering.pipeline import Answerer
from bot.conversation.outcome import Outcome, asking_again, understood_as
from bot.conversation.state import NEW_DIALOGUE
from bot.conversation.turns.contender import Contender
from bot.conversation.turns.readings import Reading


def contender(speaker: Answerer, text: str, asking: str) -> Contender:
    return Contender(
        Reading(text, asking, framed=True, kept=("orgs",)), speaker.draft(speaker.read(text)), 1.0
    )


def test_outcome_is_of_nothing_by_itself() -> None:
    assert Outcome(NEW_DIALOGUE).draft is None


def test_stated_figure_is_asked_again_in_the_same_words(speaker: Answerer) -> None:
    assert asking_again(contender(speaker, "县残联修订制度多少项", "修订制度多少项")) == "修订制度多少项"


def test_organisation_that_was_taken_over_is_told_once(speaker: Answerer) -> None:
    won = contender(speaker, "平槐县水务局修订制度多少项", "修订制度多少项")
    question, draft = won.drafted.question, won.drafted.draft
    assert understood_as(draft, question, won) is draft
