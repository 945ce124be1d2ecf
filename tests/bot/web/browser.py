"""A browser without a screen: it keeps cookies, and sends the forms of the page that it shows with their token."""

import re
from typing import Any

import httpx


class Browser:
    """One person's browser; ``page`` is the text of the page that it shows."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.page = ""

    async def open(self, path: str) -> httpx.Response:
        """Open a page, following where it leads."""
        answer = await self.client.get(path, follow_redirects=True)
        self.page = answer.text
        return answer

    @property
    def token(self) -> str:
        """What the page's forms carry."""
        found = re.search(r'name="csrf" (?:content|value)="([^"]+)"', self.page)
        return found[1] if found else ""

    async def post(
        self, path: str, *, files: Any = None, token: str | None = None, **fields: Any
    ) -> httpx.Response:
        """Send a form of the page."""
        data = {"csrf": self.token if token is None else token, **fields}
        return await self.client.post(path, data=data, files=files)
