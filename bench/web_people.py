"""The web pages from outside, for measuring: a server as a process of its own, and people's browsers that note what it acknowledges."""

import asyncio
import json
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil  # type: ignore[import-untyped]

SCRIPT = {"x-hedui": "script"}
"""What the pages' own scripts send with a request."""

_TOKEN = re.compile(r'name="csrf" (?:content|value)="([^"]+)"')


@dataclass(slots=True)
class Person:
    """Somebody's browser: the drafts and the notes that the server acknowledged, and the notes sent since the last of them."""

    client: httpx.AsyncClient
    token: str = ""
    drafts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    async def open(self, path: str) -> str:
        """Open a page, and keep the token of its forms."""
        page = (await self.client.get(path, follow_redirects=True)).text
        found = _TOKEN.search(page)
        self.token = found[1] if found else self.token
        return page

    async def join(self, code: str, name: str) -> None:
        """Come by an invitation."""
        await self.open(f"/join/{code}")
        await self.client.post(f"/join/{code}", data={"csrf": self.token, "name": name})
        await self.open("/")

    async def ask(self, text: str) -> str:
        """Ask as the page's script does; return the answer as the page shows it."""
        told = ""
        form = {"csrf": self.token, "text": text}
        async with self.client.stream("POST", "/ask", data=form, headers=SCRIPT) as answer:
            async for line in answer.aiter_lines():
                told = line[5:] if line.startswith("data:") else told
        return str(json.loads(told))

    async def send(self, name: str, data: bytes) -> str:
        """Send a draft; return the path of its page, which the server acknowledges."""
        form = {"csrf": self.token}
        answer = await self.client.post("/checks", data=form, files={"file": (name, data)}, headers=SCRIPT)
        self.drafts.append(answer.raise_for_status().text)
        return self.drafts[-1]

    async def note(self, draft: str, text: str) -> None:
        """Decide on a draft's first figure."""
        form = {"csrf": self.token, "figure": "1", "ruling": "reject", "note": text}
        self.unsure.append(text)
        (await self.client.post(f"{draft}/decide", data=form, headers=SCRIPT)).raise_for_status()
        self.notes.append(text)
        self.unsure.clear()


@dataclass(slots=True)
class Server:
    """The server's process and where it listens."""

    home: Path
    port: int = 0
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it, and wait until it says where it listens."""
        command = (
            sys.executable,
            "-m",
            "bench.web_load",
            "--serve",
            str(self.port),
            "--home",
            str(self.home),
        )
        self.process = await asyncio.create_subprocess_exec(
            *command,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        assert self.process.stdout is not None
        while line := (await self.process.stdout.readline()).decode():
            if found := re.search(r"127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                return
        raise RuntimeError("the server does not start")

    async def kill(self) -> None:
        """End it at once."""
        assert self.process is not None
        self.process.kill()
        await self.process.communicate()

    def person(self) -> Person:
        """A browser."""
        return Person(
            httpx.AsyncClient(
                base_url=f"http://127.0.0.1:{self.port}", timeout=300, headers={"accept": "text/html"}
            )
        )

    def _processes(self) -> list[psutil.Process]:
        assert self.process is not None
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def memory(self) -> float:
        """Megabytes that the server and its readers hold, what they share counted once."""
        return float(sum(one.memory_full_info().pss for one in self._processes()) / 1e6)

    def processor(self) -> float:
        """Seconds of the processor that the server and its readers have had."""
        return float(sum(sum(one.cpu_times()[:2]) for one in self._processes()))
