"""CSV as people have it: UTF-8 with or without a mark, UTF-16, or GBK; separated by commas, semicolons or tabs."""

import csv
import io

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ",;\t"
_LOOKED_AT = 20
_MOST_FIELD = 131_072


def read_csv(content: bytes) -> list[list[str]] | None:
    """Rows of texts; None for what is no text."""
    text = decoded(content)
    if text is None or "\x00" in text:
        return None
    csv.field_size_limit(_MOST_FIELD)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text)))
    except csv.Error:
        return None


def decoded(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _as(content, encoding)
    unmarked = _as(content, "utf-8")
    return unmarked if unmarked is not None else _as(content, "gb18030")


def _as(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def separator_of(text: str) -> str:
    """The sign that divides the first lines into the most columns, the same number in most of them. Excel says it in a
    first line `sep=;`.
    """
    first, _, _ = text.partition("\n")
    if first.strip().lower().startswith("sep=") and first.strip()[4:5] in _SEPARATORS:
        return first.strip()[4]
    lines = [line for line in text.splitlines()[: _LOOKED_AT * 3] if line.strip()][:_LOOKED_AT]
    counts = {sign: [line.count(sign) for line in lines] for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: (sum(1 for count in counts[sign] if count), sum(counts[sign])))
