"""Environment variables, read when needed and refused when missing or empty: nothing has a silent default."""

import os

from ..kernel.errors import Misconfigured


def setting(name: str) -> str:
    """The value of an environment variable. Raises Misconfigured."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise Misconfigured(name=name)
    return value


def is_local() -> bool:
    """True only on the local stage, which `make up` names outright; a missing stage is never taken for it."""
    return setting("BANLI_STAGE") == "local"
