"""Keys: the names that text, other companies and programs use for a thing whose id is internal.

A key is `[a-z][a-z0-9_]*`, at most 40 characters, unique in its owner (a form in its app, a field in its form). It does
not follow a later change of the name, and a copy of the thing in another company has the same one. What was stored
before there were keys answers a derived one, which is a function of its id alone, so that it never changes either.
"""

import re
import unicodedata
from collections.abc import Container

MOST = 40
KEY_SCHEMA = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"}
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_TAIL = 8
_DERIVED = re.compile(rf"[a-z]+_[0-9a-hjkmnp-tv-z]{{{_TAIL}}}\Z")


def is_key(text: object) -> bool:
    return isinstance(text, str) and _KEY.match(text) is not None


def slug(text: str) -> str:
    """`Purchase Request` → `purchase_request`; "" of a text without Latin letters, such as a Chinese name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:MOST].rstrip("_")


def derived_key(kind: str, id_: str) -> str:
    """`form_7q2m8k0x`: of what has no key of its own. `kind` is letters only; ids are random at their end."""
    return f"{kind}_{id_[-_TAIL:]}"


def looks_derived(key: str, kind: str) -> bool:
    """Whether a thing without a key of its own could answer it: such keys are not given away."""
    return key.startswith(f"{kind}_") and _DERIVED.match(key) is not None


def candidates(name: str, kind: str, id_: str, most: int = 9) -> tuple[str, ...]:
    """Keys for a new thing, in the order in which they are tried: from its name, else from its kind, numbered from the
    second on; the derived key is the last, because it is always free.
    """
    base = slug(name)
    base = kind if not base or looks_derived(base, kind) else base
    numbered = (f"{base[: MOST - 2]}_{number}" for number in range(2, most + 1))
    return (base, *numbered, derived_key(kind, id_))


def first_free(keys: tuple[str, ...], taken: Container[str]) -> str:
    return next(key for key in keys if key not in taken)
