"""Connections to addresses that were checked, all of whose reading and writing ends at one deadline."""

import ssl
from collections.abc import Iterable
from time import monotonic
from typing import Any

import httpcore
import httpx

from corpus.web.addresses import Permission, Resolver, checked_addresses


class CheckedTransport(httpx.HTTPTransport):
    """A transport that connects only to what ``CheckedBackend`` lets through, with no proxy between."""

    def __init__(self, backend: "CheckedBackend") -> None:
        """Connect through ``backend``."""
        super().__init__(trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(), network_backend=backend
        )


class CheckedBackend(httpcore.NetworkBackend):
    """Looks a name up once, checks what it stands for, and connects to that very number, until the deadline."""

    def __init__(self, until: float, may_ask: Permission, resolve: Resolver) -> None:
        """Let connections be until ``until`` of the monotonic clock; ``resolve`` looks names up."""
        self._until = until
        self._resolve = resolve
        self._may_ask = may_ask
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to a host; raises ``UnreadableFile`` for one that may not be asked."""
        failed: httpcore.ConnectError | httpcore.ConnectTimeout = httpcore.ConnectError("no address")
        for address in checked_addresses(host, port, self._may_ask, self._resolve):
            try:
                return TimedStream(self._plain.connect_tcp(address, port, left(self._until)), self._until)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline, however little the other side sends at a time."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        """Wrap a stream until ``until`` of the monotonic clock."""
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what comes next; raises ``httpcore.TimeoutException`` at the deadline."""
        return self._stream.read(max_bytes, left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send; raises ``httpcore.TimeoutException`` at the deadline."""
        self._stream.write(buffer, left(self._until))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the connection made private, for the name that was asked for and not for the number."""
        return TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, left(self._until)), self._until
        )

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection tells of itself."""
        return self._stream.get_extra_info(info)


def left(until: float) -> float:
    """Return the seconds until a moment of the monotonic clock; raises ``httpcore.ReadTimeout`` after it."""
    seconds = until - monotonic()
    if seconds <= 0:
        raise httpcore.ReadTimeout("deadline")
    return seconds
