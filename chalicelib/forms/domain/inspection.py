"""Whether the bytes of an upload are what its name says. Nothing is unpacked or parsed: no entity is resolved, no entry
decompressed. Of an archive only the central directory is read (`archives.py`).
"""

import re
from collections.abc import Callable
from typing import Protocol

from .archives import Archive, ArchiveFault, read_archive
from .files import EXTENSIONS, extension_of

HEAD_BYTES = 64 * 1024
"""What is looked at of every file; of an archive also its end."""

OTHER_CONTENT = "file_content"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_CONTAINERS = {
    "ofd": re.compile(r"ofd\.xml", re.IGNORECASE),
    "docx": re.compile(r"word/.+"),
    "xlsx": re.compile(r"xl/.+"),
    "pptx": re.compile(r"ppt/.+"),
}
"""What a document that is an archive must hold."""
_BY_THE_WAY = re.compile(r"(__MACOSX/.*|(.*/)?(\.DS_Store|Thumbs\.db|desktop\.ini))", re.IGNORECASE | re.DOTALL)
"""What a desktop adds to an archive by itself."""
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_ROOT = re.compile(r"<(?:[^\s/<>&!?:]+:)?([^\s/<>&!?:]+)[\s/>]")
_RUN_BY_BROWSERS = ("html", "svg")


class Content(Protocol):
    """The stored bytes, of which any part can be had."""

    @property
    def head(self) -> bytes:
        """The first `HEAD_BYTES`."""
        ...

    @property
    def size(self) -> int: ...

    def read(self, start: int, length: int) -> bytes: ...


def content_fault(name: str, content: Content) -> str | None:
    """The code of what is wrong with an upload of this name; None: it is what it says."""
    extension = extension_of(name)
    try:
        return _CHECKS[extension](extension, content)
    except ArchiveFault as fault:
        return fault.code


def _pdf(_: str, content: Content) -> str | None:
    return _unless(b"%PDF" in content.head[:1024])


def _image(_: str, content: Content) -> str | None:
    """One kind under the name of another is common (chat programs rename), and as harmless."""
    head = content.head
    return _unless(head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"))


def _text(_: str, content: Content) -> str | None:
    return _unless(content.head.startswith(_WIDE_TEXT) or b"\0" not in content.head)


def _old_office(extension: str, content: Content) -> str | None:
    """Accounting systems export tables of text or HTML as .xls, and OOXML under the old name."""
    if content.head.startswith((_OLE, b"PK\x03\x04")):
        return None
    return _text(extension, content)


def _document(extension: str, content: Content) -> str | None:
    """OFD and OOXML. Office encrypts a document with a password as a compound file under the same name."""
    if extension != "ofd" and content.head.startswith(_OLE):
        return None
    archive = _archive(content)
    wanted = _CONTAINERS[extension]
    return _unless(any(wanted.fullmatch(entry) for entry in archive.names))


def _zip(_: str, content: Content) -> str | None:
    """It may hold what may be uploaded by itself, and no further archive: else it would be a way around the list."""
    for entry in _archive(content).names:
        if entry.endswith(("/", "\\")) or _BY_THE_WAY.fullmatch(entry):
            continue
        if extension_of(re.split(r"[/\\]", entry)[-1]) not in _PACKED:
            return "file_archive_kind"
    return None


def _archive(content: Content) -> Archive:
    if not content.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise ArchiveFault(OTHER_CONTENT)
    return read_archive(content)


def _xml(_: str, content: Content) -> str | None:
    """Only its beginning is read, as text. A DTD is refused: whoever opens the file could be made to fetch things."""
    text = _decoded(content.head)
    prolog = _PROLOG.match(text)
    rest = text[prolog.end() if prolog else 0 :]
    if rest[:9].upper() == "<!DOCTYPE":
        return "file_xml_dtd"
    root = _ROOT.match(rest)
    return _unless(root is not None and root.group(1).lower() not in _RUN_BY_BROWSERS)


def _decoded(head: bytes) -> str:
    """Latin-1 stands for every encoding in which markup is ASCII (UTF-8, GB 18030): only markup is looked at."""
    for mark, encoding in ((b"\xef\xbb\xbf", "latin-1"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if head[:2] in (b"<\0", b"\0<"):
        return head.decode("utf-16-le" if head[:2] == b"<\0" else "utf-16-be", "replace")
    return head.decode("latin-1")


def _unless(fine: object) -> str | None:
    return None if fine else OTHER_CONTENT


_CHECKS: dict[str, Callable[[str, Content], str | None]] = {
    "pdf": _pdf,
    "ofd": _document,
    "xml": _xml,
    "doc": _old_office,
    "docx": _document,
    "xls": _old_office,
    "xlsx": _document,
    "ppt": _old_office,
    "pptx": _document,
    "txt": _text,
    "csv": _text,
    "png": _image,
    "jpg": _image,
    "jpeg": _image,
    "gif": _image,
    "webp": _image,
    "zip": _zip,
}
_PACKED = EXTENSIONS.keys() - {"zip"}
