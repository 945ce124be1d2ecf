from ipaddress import ip_address

import pytest

from corpus.errors import UnreadableFile
from corpus.web.addresses import any_net, checked_addresses, is_public, open_net, resolve_name, shown_address
from tests.corpus.web.numeric_names import look_up

INNER = """
127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200
0.0.0.0 255.255.255.255 224.0.0.1 240.0.0.1 192.0.0.1 198.18.0.1 203.0.113.9 168.63.129.16
::1 :: fe80::1 fc00::1 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:a00:1 ::127.0.0.1
64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1:: 2002:a00:1:: 2001:0:4136:e378:8000:63bf:80ff:fffe 2001:db8::1
192.0.0.200 fec0::7 64:ff9b:1::a00:1 ::ffff:0:a00:1 100::1 4000::1
""".split()
OPEN = ["8.8.8.8", "1.2.4.8", "223.5.5.5", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize(
    ("address", "public"), [(one, False) for one in INNER] + [(one, True) for one in OPEN]
)
def test_address_of_an_inner_network_is_told_in_every_form(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "::1",
]


@pytest.mark.parametrize("host", SPELLINGS)
def test_number_in_any_spelling_is_looked_up_before_it_is_checked(host: str) -> None:
    with pytest.raises(UnreadableFile, match="内部网络") as refused:
        checked_addresses(host, 80, open_net, look_up)
    assert "--allow-private" in str(refused.value)


def test_name_is_refused_where_any_of_its_addresses_is_inner() -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["8.8.8.8", "169.254.169.254"]

    with pytest.raises(UnreadableFile, match=r"^rebind\.example："):
        checked_addresses("rebind.example", 80, open_net, resolve)
    assert checked_addresses("rebind.example", 80, any_net, resolve) == resolve("", 0)


def test_name_that_stands_for_nothing_is_told() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError

    with pytest.raises(UnreadableFile, match="no such host"):
        checked_addresses("nowhere.example", 80, any_net, resolve)


def test_number_stands_for_itself() -> None:
    assert resolve_name("127.0.0.1", 80) == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://reader:secret@office.example/a?u=x@y", "https://office.example/a?u=x@y"),
        ("http://se@cret@office.example/", "http://office.example/"),
        ("http://office.example/a@b", "http://office.example/a@b"),
        ("https://office.example", "https://office.example"),
    ],
)
def test_address_is_shown_without_name_and_password(url: str, shown: str) -> None:
    assert shown_address(url) == shown
