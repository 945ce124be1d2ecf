"""Debian's Chromium, driven: where it is, how it is started so that it reaches this machine alone, and what it noted."""

import json
import re
from pathlib import Path
from shutil import which
from tempfile import gettempdir
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

CHROMIUM = which("chromium")
DRIVER = which("chromedriver")
AXE = Path(gettempdir()) / "axe-core" / "package" / "axe.min.js"
"""Where axe-core stands that ``npm pack axe-core`` fetched and ``tar`` unpacked."""

_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


class Window:
    """A window of the browser, of some size and with some looks."""

    def __init__(self, address: str) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for option in _OPTIONS:
            options.add_argument(option)
        options.add_experimental_option("prefs", {"intl.accept_languages": "zh-CN"})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
        self.driver.set_script_timeout(60)
        self.address = address

    def close(self) -> None:
        """Close the window and end what drives it."""
        self.driver.quit()

    def looks(self, width: int, theme: str) -> None:
        """Be so wide, on a system with such a theme."""
        size = {"width": width, "height": 860, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": theme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, path: str) -> None:
        """Open a page."""
        self.driver.get(self.address + path)

    def all(self, selector: str) -> list[Any]:
        """The elements that a selector finds."""
        return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def one(self, selector: str) -> Any:
        """The first element that a selector finds."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def press(self, keys: str) -> None:
        """Type into the page itself."""
        self.one("body").send_keys(keys)

    def until(self, selector: str, *, gone: bool = False) -> None:
        """Wait until a selector finds something, or nothing more."""
        from selenium.webdriver.support.wait import WebDriverWait

        WebDriverWait(self.driver, 60).until(lambda _: bool(self.all(selector)) is not gone)

    def errors(self) -> list[str]:
        """What the console said since it was asked last."""
        found = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in found]

    def hosts(self) -> set[str]:
        """The servers that were asked for something since it was asked last."""
        found = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        messages = [json.loads(entry["message"])["message"] for entry in found]
        asked = [
            one["params"]["request"]["url"]
            for one in messages
            if one["method"] == "Network.requestWillBeSent"
        ]
        return {re.sub(r"^(\w+://[^/]+).*", r"\1", address) for address in asked}

    def faults(self, axe: Path) -> list[str]:
        """What axe-core holds to be seriously wrong for people who see, hear or move otherwise."""
        self.driver.execute_script(axe.read_text("utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then((told) => done("
            "told.violations.filter((one) => ['serious', 'critical'].includes(one.impact))"
            ".map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`)))"
        )
        return list(found)
