from urllib.parse import unquote

import pytest

from bot.web.checks.review_cards import review_cards
from bot.web.checks.takeaways import TAKEAWAYS, Takeaway, takeaway
from tests.bot.web.checks.test_review_cards import kept
from tests.open_room import OpenRoom


@pytest.mark.parametrize("wanted", [one for one in TAKEAWAYS if not one.form], ids=lambda one: one.name)
def test_file_is_named_after_its_draft(wanted: Takeaway) -> None:
    made = takeaway(
        wanted, '季报"\r\n.docx', b"", kept(), review_cards(kept(), {}, {}, "zh"), {}, "zh", OpenRoom()
    )
    assert made.data
    assert "\r" not in made.disposition
    assert unquote(made.disposition).endswith(f'季报"\r\n.checked.{wanted.suffix}')
    assert made.disposition.isascii()


def test_page_escapes_the_draft() -> None:
    page = next(one for one in TAKEAWAYS if one.name == "page")
    check = kept()
    made = takeaway(page, "<b>.txt", b"", check, [], {}, "zh", OpenRoom()).data.decode()
    assert "&lt;b&gt;" in made
    assert "<b>.txt" not in made
