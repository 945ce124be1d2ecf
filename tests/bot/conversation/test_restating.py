from bot.answering.pipeline import Answerer
from bot.conversation.restating import restated, talk_of, unnamed_words
from bot.conversation.state import NEW_DIALOGUE, State, Topic
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import Saying, understand


def said(text: str, speaker: Answerer) -> Saying:
    return understand(text, opened(text), speaker.read, speaker.knowledge)


def test_background_names_whom_the_talk_named(speaker: Answerer) -> None:
    state = State(Topic(("平槐县水务局",), asking="修订制度多少项"), said="平槐县水务局修订制度多少项")
    told = talk_of(said("那追回资金呢", speaker), state)
    assert told.said == ("平槐县水务局修订制度多少项",)
    assert "平槐县水务局" in told.words


def test_nothing_is_restated_without_a_model(speaker: Answerer) -> None:
    assert restated(speaker, said("那追回资金呢", speaker), NEW_DIALOGUE, ()) is None


def test_words_that_name_somebody_need_no_account(speaker: Answerer) -> None:
    turn, again = said("残疾人那家追回资金", speaker), said("平槐县残疾人联合会追回资金多少", speaker)
    assert "追回" in unnamed_words(turn, again)
