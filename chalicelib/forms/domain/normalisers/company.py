"""The name of a company, without what people leave out or write in several ways: its legal form, brackets, spaces."""

import unicodedata

from ..normal_form import searchable

_CHINESE = (
    "有限责任公司", "有限責任公司", "股份有限公司", "有限公司", "集团", "集團", "股份", "公司",
)  # fmt: skip
_KEPT = ("分公司", "子公司")
"""A branch is another company than its parent."""
_LATIN = frozenset(
    {
        "ag", "co", "company", "corp", "corporation", "gmbh", "group", "inc", "incorporated", "limited", "llc", "ltd",
        "plc", "pte", "pty",
    }
)  # fmt: skip


def company(text: str) -> str:
    """`常州恒力液压 (有限公司)` and `常州恒力液压有限公司` are `常州恒力液压`; `Acme Co., Ltd.` is `acme`."""
    words = _words(searchable(text))
    while len(words) > 1 and words[-1] in _LATIN:
        words.pop()
    return _without_legal_form("".join(words))


def _words(text: str) -> list[str]:
    """Parts between signs, and between Latin and other letters: of `恒力Co.,Ltd` three."""
    parts: list[str] = []
    before = ""
    for sign in text:
        kind = ("latin" if sign.isascii() else "other") if sign.isalnum() or _is_mark(sign) else ""
        if kind and kind == before:
            parts[-1] += sign
        elif kind:
            parts.append(sign)
        before = kind
    return parts


def _is_mark(sign: str) -> bool:
    """A sign that belongs to the letter before it."""
    return unicodedata.category(sign).startswith("M")


def _without_legal_form(name: str) -> str:
    """What is nothing but a legal form stays as it is."""
    while not name.endswith(_KEPT) and name not in _CHINESE:
        found = next((each for each in _CHINESE if name.endswith(each)), None)
        if found is None:
            return name
        name = name.removesuffix(found)
    return name
