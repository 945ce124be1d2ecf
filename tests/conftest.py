"""What every test runs under: no network beyond this machine, and no settings of whoever runs it."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

LOOPBACK = ("127.", "::1", "localhost")


def refuse_strangers(address: object) -> None:
    """Raise ``PermissionError`` for an internet address that is not this machine's own."""
    if not isinstance(address, tuple):
        return  # a Unix socket's path
    host = str(address[0])
    if not host.startswith(LOOPBACK):
        raise PermissionError(f"a test reached for {host}: tests use no network beyond loopback")


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and name look-up that would leave this machine."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        refuse_strangers(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        refuse_strangers(address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *rest: Any, **options: Any) -> Any:
        if host is not None:
            refuse_strangers((host.decode() if isinstance(host, bytes) else host, 0))
        return look_up(host, *rest, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(scope="session")
def model_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of the whole run, so that the packaged model is unpacked once and never at home."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, model_cache: Path) -> None:
    """Hide the settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("HEDUI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HEDUI_CACHE", str(model_cache))
