import httpx
import pytest

from bot.telegram.listening import Address, HealthServer, read_address, webhook_path
from corpus.errors import UnusableSetting
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Someone

server = pytest.mark.server
QUESTION = "临江市水务局修订了多少项制度？"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:80", Address("127.0.0.1", 80)),
        ("[::1]:0", Address("::1", 0)),
        ("a.b:65535", Address("a.b", 65535)),
    ],
)
def test_address_is_read(text: str, address: Address) -> None:
    assert read_address(text, "NAME") == address


@pytest.mark.parametrize("text", ["", "80", ":80", "host:", "host:65536", "host:x"])
def test_address_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UnusableSetting, match="NAME"):
        read_address(text, "NAME")


@pytest.mark.parametrize(
    ("url", "path"), [("https://a.b/c/d", "c/d"), ("https://a.b", ""), ("https://a.b:8443/x", "x")]
)
def test_webhook_has_a_path(url: str, path: str) -> None:
    assert webhook_path(url) == path


def test_local_server_takes_a_webhook_without_tls() -> None:
    assert webhook_path("http://127.0.0.1:8080/hook", local=True) == "hook"
    with pytest.raises(UnusableSetting, match="--webhook"):
        webhook_path("ftp://127.0.0.1/hook", local=True)


@server
async def test_health_and_metrics_say_how_the_bot_does(bot: Office, reader: Someone) -> None:
    health = HealthServer(bot.desk, Address("127.0.0.1", 0))
    await bot.tell(reader, QUESTION)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{health.port}") as client:
        assert (await client.get("/healthz")).json() == {
            "status": "ok",
            "bot": "hedui_test_bot",
            "waiting": 0,
        }
        metrics = (await client.get("/metrics")).text
        assert (await client.get("/")).status_code == 404
    await health.stop()
    assert "hedui_telegram_answers_total 1\n" in metrics
    assert 'hedui_telegram_answer_seconds{quantile="0.5"}' in metrics
    assert "水务" not in metrics


@server
async def test_port_that_is_taken_is_named(bot: Office) -> None:
    health = HealthServer(bot.desk, Address("127.0.0.1", 0))
    with pytest.raises(UnusableSetting, match=f"127.0.0.1:{health.port}"):
        HealthServer(bot.desk, Address("127.0.0.1", health.port))
    await health.stop()
