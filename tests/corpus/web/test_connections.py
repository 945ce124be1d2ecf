import socket
import threading
import time

import httpcore
import pytest

from corpus.errors import UnreadableFile
from corpus.web.addresses import any_net, open_net
from corpus.web.connections import CheckedBackend, left

pytestmark = pytest.mark.server


def to_loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_connection_is_made_to_the_number_that_was_checked_and_ends_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []

        def answer() -> None:
            kept.append(server.accept()[0])
            kept[0].sendall(b"one")

        threading.Thread(target=answer, daemon=True).start()
        asked: list[str] = []

        def resolve(host: str, port: int) -> list[str]:
            asked.append(host)
            return ["127.0.0.1"]

        backend = CheckedBackend(time.monotonic() + 2, any_net, resolve)
        stream = backend.connect_tcp("office.example", server.getsockname()[1], timeout=60)
        assert stream.read(10, timeout=60) == b"one"
        assert asked == ["office.example"]
        with pytest.raises(httpcore.ReadTimeout):
            stream.read(10, timeout=60)
        stream.close()
        kept[0].close()


def test_inner_number_is_not_connected_to() -> None:
    with pytest.raises(UnreadableFile, match="内部网络"):
        CheckedBackend(time.monotonic() + 2, open_net, to_loopback).connect_tcp("office.example", 1)


def test_number_that_nobody_listens_on_is_an_error_of_the_connection() -> None:
    with pytest.raises(httpcore.ConnectError):
        CheckedBackend(time.monotonic() + 2, any_net, to_loopback).connect_tcp("office.example", 1)


def test_time_that_is_left_ends() -> None:
    assert 0 < left(time.monotonic() + 5) <= 5
    with pytest.raises(httpcore.ReadTimeout):
        left(time.monotonic() - 1)
