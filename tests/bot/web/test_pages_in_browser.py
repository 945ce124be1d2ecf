"""The pages in a real browser over a real server, the sample reports and the packaged model."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from docx import Document

from bot.chat.desk import Desk
from bot.library.ingesting import ingest
from bot.library.opening import catalog_place, open_index
from bot.library.samples import SAMPLE_REPORTS
from bot.settings import Settings
from bot.web.application import create_app
from bot.web.serving import listening_socket, server_of
from corpus.room.reading_room import ReadingRoom
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from tests.bot.web.chromium import AXE, CHROMIUM, DRIVER, Window
from tests.retrieval.fictional import GARDEN

pytestmark = [
    pytest.mark.server,
    pytest.mark.model,
    pytest.mark.skipif(not CHROMIUM or not DRIVER, reason="no chromium and chromedriver on this machine"),
]

PAGES = [
    "/",
    "/checks",
    "/checks/{draft}",
    "/reports",
    "/reports/beiping-finance-2023",
    "/figures?q=完成整改问题",
    "/figures/conflicts",
    "/people",
]
DRAFT = "截至2023年6月30日，北屏市财政局26个问题完成整改23个，制定修订制度31项，惠及企业412家。"


def word(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    document.save(buffer := BytesIO())
    return buffer.getvalue()


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, model_cache: Path) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("web"), cache=model_cache, web_port=0, telegram_rate=1000)


@pytest.fixture(scope="module")
def desk(settings: Settings) -> Iterator[Desk]:
    """A desk over the sample reports."""
    with open_index(settings) as index, ReadingRoom(readers=1) as room:
        ingest(index, [str(SAMPLE_REPORTS)], lambda *_: None, room)
        with ChatCatalog.open(catalog_place(settings)) as store:
            made = Desk(settings, index, store)
            yield made
            made.close()


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    """The address of the server, which runs in a thread of its own."""
    with listening_socket(desk.settings) as held:
        server = server_of(create_app(desk))
        thread = Thread(target=server.run, kwargs={"sockets": [held]})
        thread.start()
        yield f"http://127.0.0.1:{held.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def signed_in(desk: Desk, address: str, role: str) -> Window:
    """A window of somebody who came by an invitation."""
    window = Window(address)
    window.looks(1280, "light")
    window.open(f"/join/{desk.store.people.invite(role, by='', hours=1)}")
    window.one("input[name=name]").send_keys("王芳")
    window.one("button.main").click()
    return window


@pytest.fixture(scope="module")
def window(desk: Desk, address: str) -> Iterator[Window]:
    """The window of an administrator."""
    made = signed_in(desk, address, "administrator")
    yield made
    made.close()


@pytest.fixture(scope="module")
def draft(window: Window, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The number of a draft that was dropped and checked."""
    file = tmp_path_factory.mktemp("drafts") / "汇报.docx"
    file.write_bytes(word(DRAFT))
    window.open("/checks")
    window.one(".drop input[type=file]").send_keys(str(file))
    window.until("#review")
    return str(window.driver.current_url).rpartition("/")[2]


def in_language(window: Window, language: str) -> None:
    window.open("/reports")
    if not window.one("html").get_attribute("lang").startswith(language):
        window.one(".own form button").click()
        window.until(f"html[lang^={language}]")


@pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_are_whole_everywhere(
    window: Window, draft: str, language: str, theme: str, width: int
) -> None:
    window.looks(width, theme)
    in_language(window, language)
    window.errors()
    for path in PAGES:
        window.open(path.format(draft=draft))
        assert window.driver.execute_script("return document.documentElement.scrollWidth") <= width, path
        ground = window.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, ground[4:-1].split(","))) < 300) == (theme == "dark"), path
    assert window.errors() == []
    assert window.hosts() == {window.address}


@pytest.mark.skipif(
    not AXE.exists(), reason=f"no axe-core in {AXE.parent}: npm pack axe-core, and unpack it there"
)
@pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(window: Window, draft: str, theme: str, width: int) -> None:
    window.looks(width, theme)
    for path in PAGES:
        window.open(path.format(draft=draft))
        assert window.faults(AXE) == [], path


def test_question_is_answered_and_its_citation_opened(window: Window) -> None:
    window.looks(1280, "light")
    in_language(window, "zh")
    window.open("/")
    window.one("#text").send_keys("北屏市财政局完成整改多少个问题\n")
    window.until(".exchange:not(.pending) .cite")
    assert window.one(".said b").text == "24个"
    window.one(".cite").click()
    window.until("#panel[open] .meant")
    assert "24个" in window.one("#panel .meant").text
    window.one("#panel [data-close]").click()
    window.until("#panel[open]", gone=True)
    assert window.errors() == []


def test_draft_is_decided_on_by_keys_and_the_decision_stays(window: Window, draft: str) -> None:
    window.looks(1280, "light")
    in_language(window, "zh")
    window.open(f"/checks/{draft}")
    shown = [one.text for one in window.all(".finding .raw") if one.is_displayed()]
    assert "23个" in shown
    assert "31项" not in shown
    left = int(window.one("#left").text)
    window.press("n")
    window.until(".finding.here")
    assert window.one(".draft .fig.here").text == window.one(".finding.here .raw").text
    window.press("a")
    window.until(".finding.decided")
    assert int(window.one("#left").text) == left - 1
    window.press("e")
    window.until(".finding.here textarea:focus")
    window.open(f"/checks/{draft}")
    assert "王芳" in window.one(".ruling").text
    window.one("button[data-filter=all]").click()
    assert "31项" in [one.text for one in window.all(".finding .raw") if one.is_displayed()]
    assert window.errors() == []


def test_figure_shows_its_finding_and_the_finding_its_figure_on_a_phone(window: Window, draft: str) -> None:
    window.looks(390, "light")
    window.open(f"/checks/{draft}")
    assert not window.one(".pane.findings").is_displayed()
    window.one(".draft .fig.wrong").click()
    assert window.one(".finding.here").is_displayed()
    window.one(".finding.here .raw").click()
    assert window.one(".draft .fig.here").is_displayed()


def test_report_goes_in_after_its_preview(window: Window, desk: Desk, tmp_path: Path) -> None:
    window.looks(1280, "light")
    in_language(window, "zh")
    file = tmp_path / "garden.txt"
    file.write_text(GARDEN, "utf-8")
    window.one(".drop input[type=file]").send_keys(str(file))
    window.until(".upload")
    assert "青禾县园林中心工作总结" in window.one(".upload").text
    assert "garden" not in desk.index.titles()
    window.one(".upload button.main").click()
    window.until(".reading")
    assert "garden" in desk.index.titles()
    desk.index.remove("garden")


def test_reader_is_refused(desk: Desk, address: str) -> None:
    window = signed_in(desk, address, "reader")
    assert [one.get_attribute("href").rpartition("/")[2] for one in window.all(".places a")] == [
        "",
        "reports",
        "figures",
    ]
    window.open("/checks")
    window.until("[role=alert]")
    window.close()
