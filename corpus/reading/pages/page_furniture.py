"""What stands on a page for the page's sake: a line goes in, whether it is a page number out."""

import re
from typing import Final

_PAGE_NUMBER: Final = re.compile(
    r"[\s\-—–－·~～|/]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?(?:\s*[/，,、共of]+\s*\d{1,4}\s*页?)?[\s\-—–－·~～|]*",
    re.I,
)


def is_page_number(line: str) -> bool:
    """Whether a line says nothing but a page's number (— 3 —, 第 3 页 共 12 页)."""
    return _PAGE_NUMBER.fullmatch(line) is not None
