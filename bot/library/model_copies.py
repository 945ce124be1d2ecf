"""The unpacked copies of the packaged model on this machine: which are damaged and which are no longer needed."""

import re
import shutil
from pathlib import Path

from bot.settings import Settings
from retrieval.embedding.packaged_model import MODEL_NAME, is_whole, unpacked_folder

_COPY = re.compile(rf"\.?{MODEL_NAME}-[0-9a-f]{{8}}-\d.*")
"""A folder that this or an earlier version unpacked the model into, whole or not."""


def damaged_copies(settings: Settings) -> list[Path]:
    """Return the folders of the packaged model, in the cache or the home, that do not have their digests."""
    folders = {unpacked_folder(settings.cache), unpacked_folder(settings.home)}
    return [folder for folder in sorted(folders) if folder.exists() and not is_whole(folder, thoroughly=True)]


def needless_copies(settings: Settings) -> list[Path]:
    """Return the model's folders that the home has kept since homes had a copy of their own.

    Where the cache takes nothing the model lives in the home: that copy is needed.
    """
    cached = unpacked_folder(settings.cache)
    kept = unpacked_folder(settings.home)
    if kept == cached or not kept.parent.is_dir():
        return []
    copies = [path for path in sorted(kept.parent.iterdir()) if _COPY.fullmatch(path.name) and path.is_dir()]
    return [path for path in copies if path != kept or is_whole(cached)]


def megabytes(folder: Path) -> int:
    """Return how much a folder's files take, in MB."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6)


def remove_copy(folder: Path) -> None:
    """Remove an unpacked folder; the model is unpacked anew when it is next needed."""
    shutil.rmtree(folder, ignore_errors=True)
