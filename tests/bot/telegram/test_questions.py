import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Someone

pytestmark = pytest.mark.server

QUESTION = "临江市水务局修订了多少项制度？"


async def test_question_is_answered_with_figure_and_source(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    print(sent.text, sent.buttons())
    assert "12项" in sent.text
    assert sent.covered("b") == ["12项"]
    assert "临江市水务局" in sent.text
    assert "📄 1" in sent.buttons()
    assert bot.api.refusals == []
