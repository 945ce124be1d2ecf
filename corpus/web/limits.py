"""What one page of the web may take, apart from what fetches it: who reads files alone need not load that."""

from dataclasses import dataclass
from typing import Final

from corpus.reading.documents import MAX_BYTES
from corpus.web.addresses import Permission, Resolver, open_net, resolve_name


@dataclass(frozen=True, slots=True)
class WebLimits:
    """What one page may take: seconds for all of it, bytes as sent and as unpacked; and whom we may ask.

    ``may_ask`` says whom, ``resolve`` looks names up.
    """

    seconds: float = 30
    sent: int = MAX_BYTES
    unpacked: int = MAX_BYTES
    may_ask: Permission = open_net
    resolve: Resolver = resolve_name


WEB_LIMITS: Final = WebLimits()
