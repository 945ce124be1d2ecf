import pytest

from bot.web.views.tones import verdict_tone
from checker.verdicts import VERDICTS, VerdictText


@pytest.mark.parametrize("row", VERDICTS, ids=lambda row: str(row.verdict))
def test_tone_follows_the_table(row: VerdictText) -> None:
    tone = verdict_tone(str(row.verdict))
    assert (tone == "wrong") == row.is_wrong
    assert (tone == "right") == row.is_confirmed
