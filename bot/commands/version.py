"""Which version of the program this is, and of the index that it keeps."""

from importlib.metadata import version

from bot.terminal import print_json, print_text
from retrieval.catalog.tables import SCHEMA

PROGRAM = "hedui"


def run_version(*, json: bool) -> int:
    """Print the program's version and that of the catalog's tables, which older indexes are brought to."""
    if json:
        print_json({"name": PROGRAM, "version": version(PROGRAM), "index": SCHEMA})
    else:
        print_text(f"{PROGRAM} {version(PROGRAM)} (index {SCHEMA})")
    return 0
