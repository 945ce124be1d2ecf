import gzip
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from corpus.errors import UnreadableFile
from corpus.web.addresses import IpAddress, open_net
from corpus.web.limits import WebLimits
from corpus.web.pages import fetch_page
from tests.corpus.web.numeric_names import look_up

pytestmark = pytest.mark.server
PAGE = "<html><title>整改情况通报</title><p>完成整改36个。".encode("gb18030")
HTML = {"content-type": "text/html; charset=gb18030"}


@dataclass(slots=True)
class Site:
    """A server on loopback; ``asked`` are the paths that it was asked for, ``port`` is where."""

    port: int
    asked: list[str]

    def limits(self) -> WebLimits:
        """Rules by which this site is of the open net, and no other of this machine; only numbers are looked up."""

        def may_ask(host: str, address: IpAddress) -> bool:
            return host == "site.example" or open_net(host, address)

        return WebLimits(seconds=3, sent=200_000, unpacked=300_000, may_ask=may_ask, resolve=look_up)

    def url(self, path: str) -> str:
        return f"http://site.example:{self.port}{path}"


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, SiteServer)
        self.server.asked.append(self.path)
        name = self.path.strip("/").partition("?")[0]
        getattr(self, f"answer_{name.partition('-')[0]}", self.answer_page)(name)

    def send(self, body: bytes, headers: Mapping[str, str], status: int = 200) -> None:
        self.send_response(status)
        for key, value in {"content-length": str(len(body)), **headers}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self, _: str) -> None:
        self.send(PAGE, HTML)

    def answer_to(self, _: str) -> None:
        self.send(b"", {"location": self.path.partition("?")[2]}, 302)

    def answer_loop(self, _: str) -> None:
        self.send(b"", {"location": "/loop"}, 302)

    def answer_gone(self, _: str) -> None:
        self.send(b"", {}, 404)

    def answer_packed(self, _: str) -> None:
        self.send(gzip.compress(PAGE), HTML | {"content-encoding": "gzip"})

    def answer_bomb(self, _: str) -> None:
        self.send(gzip.compress(bytes(50_000_000)), HTML | {"content-encoding": "gzip"})

    def answer_nested(self, _: str) -> None:
        self.send(gzip.compress(gzip.compress(PAGE)), HTML | {"content-encoding": "gzip, gzip"})

    def answer_mispacked(self, _: str) -> None:
        self.send(PAGE, HTML | {"content-encoding": "gzip"})

    def answer_picture(self, _: str) -> None:
        self.send(PAGE, {"content-type": "image/png"})

    def answer_untyped(self, _: str) -> None:
        self.send(PAGE, {})

    def answer_endless(self, _: str) -> None:
        self.drip(b"x" * 10_000, 0)

    def answer_slow(self, _: str) -> None:
        self.drip(b"x", 0.2)

    def answer_header(self, _: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.drip(b"x", 0.2, head=False)

    def answer_silent(self, _: str) -> None:
        time.sleep(5)

    def answer_noise(self, _: str) -> None:
        self.wfile.write(b"\x00\xff" * 100 + b"\r\n\r\n")
        self.close_connection = True

    def drip(self, part: bytes, pause: float, *, head: bool = True) -> None:
        if head:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
        self.close_connection = True
        try:
            for _ in range(10_000):
                self.wfile.write(part)
                time.sleep(pause)
        except OSError:
            return  # the reader has gone

    def log_message(self, *_: object) -> None:
        return


class SiteServer(ThreadingHTTPServer):
    """A server that knows what it was asked for, and tells nobody of what broke off."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with SiteServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(server.server_port, server.asked)
        server.shutdown()


@pytest.mark.parametrize(
    "path", ["/page", "/packed", "/untyped", "/to?/page", "/to?page", "/to?//site.example:{port}/page"]
)
def test_page_is_fetched(site: Site, path: str) -> None:
    page = fetch_page(site.url(path.format(port=site.port)), site.limits())
    assert page.data == PAGE
    assert page.charset == ("" if path == "/untyped" else "gb18030")


ANSWERS = [
    ("/gone", "HTTP 404"),
    ("/loop", "> 5 redirects"),
    ("/bomb", "超过上限 0.3 MB"),
    ("/nested", "gzip, gzip"),
    ("/mispacked", "error"),
    ("/picture", "image/png"),
    ("/endless", "超过上限 0.2 MB"),
    ("/slow", "3 s"),
    ("/header", "3 s"),
    ("/silent", "3 s"),
    ("/noise", "RemoteProtocolError"),
    ("/to?ftp://site.example/a", "http 和 https"),
    ("/to?file:///etc/passwd", "http 和 https"),
    ("/to?http://[::1", "RemoteProtocolError"),
    ("/to?http://xn--c/", "IDNAError"),
]


@pytest.mark.parametrize(("path", "told"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_answer_that_is_no_page_is_refused_in_one_line_in_time(site: Site, path: str, told: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        fetch_page(site.url(path).replace("//", "//reader:secret@", 1), site.limits())
    assert told in str(refused.value)
    assert "secret" not in str(refused.value)
    assert "\n" not in str(refused.value)
    assert time.monotonic() - began < 15


HOSTS = """
127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.0.0.1 0x7f.1 0177.0.0.1 0177.1 017700000001 127.000.000.001
localhost LOCALHOST localhost. 0 0.0.0.0 127.255.255.254 [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1]
[::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:1] [::127.0.0.1] [64:ff9b::7f00:1] [fe80::1] [fc00::1]
[fd00:ec2::254] [2002:7f00:1::] 10.0.0.1 10.1 172.16.0.1 192.168.0.1 0xc0a80001 169.254.169.254 2852039166
0xa9fea9fe 0251.0376.0251.0376 100.64.0.1 100.100.100.200 168.63.129.16 224.0.0.1 255.255.255.255 １２７.０.０.１
①②⑦.⓪.⓪.① 127。0。0。1 reader:secret@127.0.0.1 site.example@127.0.0.1
""".split()


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(
    "way", ["{}", "http://site.example:{port}/to?{}"], ids=["at once", "after a redirect"]
)
def test_inner_address_is_never_fetched(site: Site, host: str, way: str) -> None:
    url = way.format(f"http://{host}:{site.port}/inner", port=site.port)
    with pytest.raises(
        UnreadableFile, match=r"内部网络|InvalidURL|RemoteProtocolError|no such host"
    ) as refused:
        fetch_page(url, site.limits())
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)
    assert not any(path.startswith("/inner") for path in site.asked)
