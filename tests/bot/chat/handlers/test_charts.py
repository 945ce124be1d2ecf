import pytest

from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Someone


@pytest.mark.server
async def test_chart_is_sent_with_its_table(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, "/chart 整改问题")
    assert sent.kind == "photo"
    assert "云溪大学：40个" in sent.text
    assert "《临江市水务局关于巡察整改进展情况的通报》" in sent.text


@pytest.mark.server
@pytest.mark.parametrize(
    ("text", "reply"), [("/chart", "请写明指标"), ("/chart 月球基地", "没有可以并列比较")]
)
async def test_chart_of_nothing_gets_its_sentence(
    bot: Office, reader: Someone, text: str, reply: str
) -> None:
    assert reply in (await bot.tell(reader, text))[0].text
