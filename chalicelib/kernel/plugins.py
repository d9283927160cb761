"""Registries that are filled by files: every module of a package that says what it declares is part of it."""

import importlib
import pkgutil
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def discover(package: str, path: Iterable[str], name: str, kind: type[T]) -> list[T]:
    """`name` of each module of the package that has one of this type, in the order of the files' names."""
    found = (
        getattr(importlib.import_module(f"{package}.{each.name}"), name, None) for each in pkgutil.iter_modules(path)
    )
    return [each for each in found if isinstance(each, kind)]
