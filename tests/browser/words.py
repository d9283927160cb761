"""What the web app says, read from its own files: a test presses what a person reads, in either language."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parents[2] / "web" / "src"
LANGUAGES = ("zh-CN", "en")

_HOLE = re.compile(r"\{\{(\w+)\}\}")
_TAG = re.compile(r"</?\w+>")


class Words:
    """`words("flows:decide.approve.verb")`: the namespace, then the path in its file."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Raises KeyError for words that the app does not have."""
        return _HOLE.sub(lambda hole: str(values[hole[1]]), self._text(key, values.get("count")))

    def like(self, key: str, **values: object) -> re.Pattern[str]:
        """The same, with anything in the places that are not given."""
        parts = _HOLE.split(_TAG.sub("", self._text(key, values.get("count"))))
        filled = (
            re.escape(part) if index % 2 == 0 else re.escape(str(values[part])) if part in values else ".+"
            for index, part in enumerate(parts)
        )
        return re.compile("".join(filled))

    def name(self, key: str, **values: object) -> re.Pattern[str]:
        """The same as the whole of a name: “不同意：…” is not “同意：…”."""
        return re.compile(f"^{self.like(key, **values).pattern}$")

    def _text(self, key: str, count: object) -> str:
        namespace, _, path = key.partition(":")
        if count is not None:
            path += "_one" if count == 1 and self.language == "en" else "_other"
        found = _file(namespace, self.language)
        for step in path.split("."):
            found = found[step]
        return str(found)


@cache
def _file(namespace: str, language: str) -> Any:
    parents = ("", "features", "entities", "components")
    places = (SOURCE / parent / namespace / "locales" / f"{language}.json" for parent in parents)
    found = next(filter(Path.exists, places), None)
    if found:
        return json.loads(found.read_text("utf-8"))
    # `field-types`: the words of every folder in `entities/field/types`, under the name of the folder.
    folders = (SOURCE / "entities" / namespace.replace("-", "/", 1)).iterdir()
    files = {folder.name: folder / "locales" / f"{language}.json" for folder in folders}
    return {name: json.loads(path.read_text("utf-8")) for name, path in files.items() if path.exists()}
