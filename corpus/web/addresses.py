"""Addresses on the web: which may be fetched, and how one is shown; a name goes in, checked numbers come out.

A report may stand anywhere on the web, but nobody who names an address may have us ask the inner network: this
machine, its neighbours, or the service of a cloud that hands out passwords.
"""

import re
import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from corpus.reading.refusals import refuse

IpAddress = IPv4Address | IPv6Address
Resolver = Callable[[str, int], list[str]]
"""Returns the numeric addresses of a host's name; raises ``OSError``."""

Permission = Callable[[str, IpAddress], bool]
"""Says whether a host, by its name and one of its addresses, may be asked."""

_TRANSLATED: Final = ip_network("64:ff9b::/96")
_OPEN: Final = ip_network("2000::/3")
"""The only numbers of the sixth version that are given out; others lead to neighbours or are somebody's own."""
_INNER: Final = (ip_network("192.0.0.0/24"), ip_network("168.63.129.16/32"))
"""Of a provider's or a cloud's own network, though their numbers are public."""

_USERINFO: Final = re.compile(r"(?<=//)[^/?#\\]*@")


def shown_address(url: str) -> str:
    """Return an address as it may be kept and shown: without a name and a password."""
    return _USERINFO.sub("", url)


def resolve_name(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host, asked of the system; raises ``OSError``."""
    return list(
        dict.fromkeys(str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    )


def open_net(_: str, address: IpAddress) -> bool:
    """Let the open net be asked, and nobody of an inner network."""
    return is_public(address)


def any_net(_: str, __: IpAddress) -> bool:
    """Let anybody be asked."""
    return True


def checked_addresses(
    host: str, port: int, may_ask: Permission, resolve: Resolver = resolve_name
) -> list[str]:
    """Return the numeric addresses of a host, which are those to connect to; the name is not to be looked up again.

    Raises ``UnreadableFile`` where the name has none, or where any of them may not be asked. A number in any
    spelling is a name that stands for itself.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise refuse("unknown host", host) from error
    if not all(may_ask(host, ip_address(one.partition("%")[0])) for one in found):
        raise refuse("inner address", host)
    return found


def is_public(address: IpAddress) -> bool:
    """Return whether an address is one of the open net, in whatever form another is wrapped up in it."""
    if isinstance(address, IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if wrapped is None and (address in _TRANSLATED or int(address) < 1 << 32):
            wrapped = IPv4Address(int(address) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(wrapped)
        return address.is_global and address in _OPEN
    return address.is_global and not address.is_multicast and not any(address in net for net in _INNER)
