"""Pages of the web: an address goes in, the bytes of what stands there come out, within limits of time and size."""

import zlib
from dataclasses import dataclass
from time import monotonic
from typing import Final
from urllib.parse import unquote

import httpx

from corpus.reading.documents import megabytes_text
from corpus.reading.refusals import refuse
from corpus.web.addresses import shown_address
from corpus.web.connections import CheckedBackend, CheckedTransport
from corpus.web.limits import WEB_LIMITS, WebLimits

_MOST_REDIRECTS: Final = 5
_KNOWN_TYPES: Final = (
    "text/",
    "application/pdf",
    "application/xhtml+xml",
    "application/xml",
    "application/octet-stream",
    "application/force-download",
    "application/x-download",
    "application/msword",
    "application/vnd.ms-",
    "application/vnd.openxmlformats-officedocument.",
)
"""What a report's page may say that it is, or begin with; one that says nothing is told by its content."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at an address: its bytes, the name that its path ends with, and the charset that it states."""

    data: bytes
    name: str
    charset: str


def fetch_page(url: str, limits: WebLimits = WEB_LIMITS) -> Page:
    """Return what stands at ``url``, after the redirects on the way, each of which is checked as ``url`` is.

    Raises ``UnreadableFile`` for an address that may not be asked, and for an answer that is none, late, too large,
    of no known type or packed in another way than was asked for.
    """
    shown = shown_address(url)
    until = monotonic() + limits.seconds
    backend = CheckedBackend(until, limits.may_ask, limits.resolve)
    try:
        with httpx.Client(transport=CheckedTransport(backend), trust_env=False) as client:
            return _followed(client, _usable(url, shown), shown, limits)
    except httpx.TimeoutException as error:
        raise refuse("too slow", shown, limit=f"{limits.seconds:g} s") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, zlib.error) as error:
        raise refuse("no answer", shown, detail=type(error).__name__) from error


def _usable(url: str, shown: str) -> httpx.URL:
    """Return an address that can be asked; raises ``UnreadableFile``."""
    address = httpx.URL(url)
    if address.scheme not in {"http", "https"} or not address.host:
        raise refuse("bad address", shown)
    return address


def _followed(client: httpx.Client, address: httpx.URL, shown: str, limits: WebLimits) -> Page:
    headers = {"accept-encoding": "gzip", "user-agent": "hedui"}
    for _ in range(_MOST_REDIRECTS + 1):
        with client.stream("GET", address, headers=headers) as response:
            if not response.is_redirect:
                return Page(_body(response, shown, limits), _name(address), response.charset_encoding or "")
            there = address.join(response.headers.get("location", ""))
            address = _usable(str(there.copy_with(userinfo=b"")), shown)
    raise refuse("no answer", shown, detail=f"> {_MOST_REDIRECTS} redirects")


def _name(address: httpx.URL) -> str:
    return unquote(address.path).rstrip("/").rpartition("/")[2] or address.host


def _body(response: httpx.Response, shown: str, limits: WebLimits) -> bytes:
    """Return the body of an answer, unpacked, no more of it than the limits allow."""
    if response.status_code != httpx.codes.OK:
        raise refuse("no answer", shown, detail=f"HTTP {response.status_code}")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and not kind.startswith(_KNOWN_TYPES):
        raise refuse("other type", shown, detail=kind[:60])
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing not in {"", "identity", "gzip"}:
        raise refuse("other type", shown, detail=packing[:60])
    unpacker = zlib.decompressobj(31) if packing == "gzip" else None
    body, sent = bytearray(), 0
    for chunk in response.iter_raw():
        sent += len(chunk)
        body += unpacker.decompress(chunk, limits.unpacked + 1 - len(body)) if unpacker else chunk
        for size, most in ((sent, limits.sent), (len(body), limits.unpacked)):
            if size > most:
                raise refuse(
                    "too large", shown, detail=f"> {megabytes_text(most)}", limit=megabytes_text(most)
                )
    return bytes(body)
