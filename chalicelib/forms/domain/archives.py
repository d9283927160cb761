"""The central directory of a ZIP archive that a stranger made: its names and sizes, read within bounds."""

import io
import stat
import struct
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .inspection import Content

MOST_ENTRIES = 2_000
MOST_UNPACKED = 1024 * 1024 * 1024
MOST_RATIO = 100
RATIO_COUNTS_FROM = 20 * 1024 * 1024
"""Below this much unpacked, any ratio is harmless: blank sheets shrink to nothing."""
MOST_NAME = 1_000
TAIL_BYTES = 128 * 1024
MOST_READ = 2 * 1024 * 1024
"""Of one archive: its end, and a directory that lies before it."""
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_LOCAL_HEADER = 30


class ArchiveFault(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Archive:
    names: tuple[str, ...]


def read_archive(content: "Content") -> Archive:
    """Raises ArchiveFault for one that is broken, encrypted or a bomb, or whose names lead out of it."""
    try:
        with zipfile.ZipFile(_Window(content)) as opened:
            entries = opened.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, OverflowError, NotImplementedError, EOFError) as error:
        raise ArchiveFault("file_archive_broken") from error
    if len(entries) > MOST_ENTRIES:
        raise ArchiveFault("file_archive_too_many")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ArchiveFault("file_archive_encrypted")
    if not all(_stays_inside(entry) for entry in entries):
        raise ArchiveFault("file_archive_path")
    if _is_bomb(entries, content.size):
        raise ArchiveFault("file_archive_too_large")
    return Archive(tuple(entry.orig_filename for entry in entries))


def _stays_inside(entry: zipfile.ZipInfo) -> bool:
    """A name without UTF-8 mark is read as code page 437, in which bytes below 128 are themselves."""
    name = entry.orig_filename
    if not name or len(name) > MOST_NAME or any(ord(char) < 32 for char in name):
        return False
    if name[0] in "/\\" or name[1:2] == ":" or stat.S_ISLNK(entry.external_attr >> 16):
        return False
    return ".." not in name.replace("\\", "/").split("/")


def _is_bomb(entries: list[zipfile.ZipInfo], size: int) -> bool:
    """More than it may become, or entries that share the same bytes, which is how a small archive becomes anything."""
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED or (unpacked > RATIO_COUNTS_FROM and unpacked > MOST_RATIO * size):
        return True
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
    return end > size


class _Window(io.RawIOBase):
    """The archive as a file of which only a bounded part is ever fetched."""

    def __init__(self, content: "Content") -> None:
        super().__init__()
        self._content = content
        self._at = 0
        self._left = MOST_READ
        start = max(content.size - TAIL_BYTES, 0)
        self._tail = (start, self._fetch(start, content.size - start))

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._content.size}[whence]
        if base + offset < 0:
            raise ValueError(offset)
        self._at = base + offset
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        left = max(self._content.size - self._at, 0)
        length = left if size is None or size < 0 else min(size, left)
        start, kept = self._tail
        found = kept[self._at - start :][:length] if self._at >= start else self._fetch(self._at, length)
        self._at += len(found)
        return found

    def _fetch(self, start: int, length: int) -> bytes:
        """A directory larger than this has more entries than are let through."""
        self._left -= length
        if self._left < 0:
            raise ArchiveFault("file_archive_too_many")
        return self._content.read(start, length) if length > 0 else b""
