"""The Python that Lambda runs: a setting, not the Python that packages.

`RUNTIME` in the environment, else the one below. Libraries are fetched as wheels for it, so that any Python packages
for any runtime. Only the bytecode needs an interpreter of that version on this machine.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ..terminal import Stop, run

DEFAULT = "3.13"
KNOWN = ("3.11", "3.12", "3.13")
"""What the code is written for, and Lambda and Chalice know."""
_GLIBC = {"3.11": 26}
"""Minor version of glibc 2 in Lambda's image: Amazon Linux 2 there, 2023 since."""
_GLIBC_2023 = 34
_OLDEST_WHEELS = 17


@dataclass(frozen=True, slots=True)
class Runtime:
    """`version` is that of the language: `3.13`."""

    version: str

    @property
    def name(self) -> str:
        """Lambda's: `python3.13`."""
        return f"python{self.version}"

    def interpreter(self) -> str | None:
        """A Python of this version on this machine, to compile with: one that answers, for some are shims of none."""
        if self.version == this_python():
            return sys.executable
        found = shutil.which(self.name)
        if found is None:
            return None
        asked = "import sys; print('.'.join(map(str, sys.version_info[:2])))"
        answer = subprocess.run([found, "-c", asked], check=False, capture_output=True, text=True)
        return found if answer.stdout.strip() == self.version else None

    def fetch(self, requirements: Path, target: Path) -> None:
        """Libraries for this runtime on arm64, as wheels only: nothing is built here. Raises Stop."""
        newest = _GLIBC.get(self.version, _GLIBC_2023)
        platforms = ["manylinux2014_aarch64"]
        platforms += [f"manylinux_2_{minor}_aarch64" for minor in range(_OLDEST_WHEELS, newest + 1)]
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
        wanted = ["--only-binary=:all:", "--implementation=cp", f"--python-version={self.version}", "--no-deps"]
        run(
            [*pip, *wanted, *(f"--platform={name}" for name in platforms), f"--target={target}", f"-r{requirements}"],
            f"A library has no arm64 wheel for Python {self.version}; the lines above name it.",
        )

    def put_into(self, template: Path) -> None:
        """Chalice names the Python that it runs in; every function of the packaged template gets this one."""
        packaged = json.loads(template.read_text("utf-8"))
        for resource in packaged["Resources"].values():
            if resource["Type"] == "AWS::Serverless::Function":
                resource["Properties"]["Runtime"] = self.name
        template.write_text(json.dumps(packaged, ensure_ascii=False, indent=1), "utf-8")


def chosen() -> Runtime:
    """The runtime of what goes to AWS. Raises Stop."""
    wanted = os.environ.get("RUNTIME") or DEFAULT
    version = re.sub(r"^python", "", wanted)
    if version not in KNOWN:
        raise Stop(f"RUNTIME is one of {', '.join(KNOWN)}, and not {wanted}.")
    return Runtime(version)


def this_python() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
