"""Which files may be uploaded: an allow-list, where the extension and the type must say the same thing.

SVG and HTML are absent because a browser runs what is in them. What an archive holds is looked at: `inspection.py`.
"""

from collections.abc import Iterator

from ...kernel.errors import FieldError
from .normal_form import has_control, is_storable

MAX_NAME = 200
_OFFICE = "application/vnd.openxmlformats-officedocument"

EXTENSIONS: dict[str, str] = {
    "pdf": "application/pdf",
    "ofd": "application/ofd",
    "xml": "application/xml",
    "doc": "application/msword",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "txt": "text/plain",
    "csv": "text/csv",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "zip": "application/zip",
}


def extension_of(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    return extension.lower() if dot and stem.strip() else ""


def file_faults(
    name: str, content_type: str, size: int, *, allowed: frozenset[str], max_bytes: int
) -> Iterator[FieldError]:
    """What is wrong with a file as it is announced: its name, its extension and type, its size in bytes."""
    extension = extension_of(name)
    shown = tuple(sorted(allowed))
    if not name.strip() or len(name) > MAX_NAME or not is_storable(name) or has_control(name):
        yield FieldError.of("/name", "file_name", limit=MAX_NAME)
    elif not extension:
        yield FieldError.of("/name", "file_without_extension", allowed=shown)
    elif extension not in allowed:
        yield FieldError.of("/name", "file_extension", extension=extension, allowed=shown)
    elif EXTENSIONS[extension] != content_type:
        yield FieldError.of("/content_type", "file_type", extension=extension, expected=EXTENSIONS[extension])
    if not 0 < size <= max_bytes:
        yield FieldError.of("/size", "file_size", limit=max_bytes // (1024 * 1024))
