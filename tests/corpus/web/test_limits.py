from ipaddress import ip_address

import pytest

from corpus.reading.documents import MAX_BYTES
from corpus.web.limits import WEB_LIMITS


@pytest.mark.parametrize(("number", "may_ask"), [("1.1.1.1", True), ("10.0.0.1", False)])
def test_only_the_open_net_is_asked_unless_it_is_said_otherwise(number: str, may_ask: bool) -> None:
    assert WEB_LIMITS.may_ask("site.example", ip_address(number)) is may_ask


def test_page_may_be_as_large_as_a_file() -> None:
    assert (WEB_LIMITS.sent, WEB_LIMITS.unpacked) == (MAX_BYTES, MAX_BYTES)
