"""Whether the inputs of a step are what they were when it last ran: a hash of files and settings, kept as a stamp."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

IGNORED = {"__pycache__", "node_modules", "dist", ".DS_Store"}


def fingerprint(paths: Iterable[Path], *settings: str) -> str:
    """Over the content and relative names of the files at or under `paths`; a missing path counts as empty."""
    digest = hashlib.sha256("\x00".join(settings).encode())
    for path in paths:
        for file in _files(path):
            digest.update(str(file.relative_to(path.parent)).encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (file for file in path.rglob("*") if not IGNORED & set(file.relative_to(path).parts))
    return sorted(file for file in found if file.is_file() and file.suffix != ".pyc")


class Stamp:
    """Remembers the fingerprint with which a step last succeeded."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def matches(self, value: str) -> bool:
        return self._path.exists() and self._path.read_text() == value

    def set(self, value: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(value)

    def clear(self) -> None:
        self._path.unlink(missing_ok=True)
