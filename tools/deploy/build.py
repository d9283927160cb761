"""The package of one stage: Chalice's zip and SAM template, with infra/ merged into it.

Chalice runs in a copy of exactly what travels. For the local cloud the copy has no requirements: its functions run in
this very virtual environment, so the zip is code alone and takes half a second; for AWS the wheels of the runtime
(`runtime.py`) lie in `vendor/`, which Chalice puts into the zip as it is.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from ..template.merge import write
from ..template.policies import write_chalice
from ..template.source import ROOT
from ..terminal import run
from .methods import answer_every_method
from .runtime import Runtime

BUILD = ROOT / ".build"
CODE = ("app.py", "chalicelib", ".chalice")
SOURCES = (*CODE, "infra", "stepfunctions", "tools/template")


@dataclass(frozen=True, slots=True)
class Package:
    template: Path
    code: Path


def sources() -> list[Path]:
    """What a package is made of, for fingerprints."""
    return [ROOT / name for name in SOURCES]


def build(stage: str, directory: Path, *, region: str, runtime: Runtime | None) -> Package:
    """Make the package of `stage` under `directory`. Without a runtime: code alone, for this Python. Raises Stop."""
    project, out = directory / "project", directory / "out"
    shutil.rmtree(directory, ignore_errors=True)
    project.mkdir(parents=True)
    for name in CODE:
        _copy(ROOT / name, project / name)
    write_chalice(project / ".chalice")
    (project / "requirements.txt").touch()
    if runtime:
        runtime.fetch(ROOT / "requirements.txt", project / "vendor")
    write(directory / "merge.json", region)
    command = ["-c", "from chalice.cli import main; main()", "package", "--stage", stage]
    run(
        [sys.executable, *command, "--merge-template", str(directory / "merge.json"), str(out)],
        "The package could not be made; the lines above say why.",
        env=os.environ | {"AWS_DEFAULT_REGION": region},
        cwd=project,
    )
    package = Package(out / "sam.json", out / "deployment.zip")
    answer_every_method(package.template, local=stage == "local")
    if runtime:
        runtime.put_into(package.template)
    interpreter = runtime.interpreter() if runtime else sys.executable
    if interpreter:
        add_bytecode(package.code, interpreter)
    return package


def add_bytecode(code: Path, interpreter: str) -> None:
    """Compile what travels. A function's disk is read-only: without this every cold start would compile all of it anew.

    Unchecked, because nothing in a package changes and unpacking sets other times. `interpreter` is of the runtime's
    version; what it cannot read is left as it is.
    """
    with TemporaryDirectory() as place:
        with ZipFile(code) as zipped:
            zipped.extractall(place)
        compiling = ["-m", "compileall", "-qq", "--invalidation-mode=unchecked-hash", "-s", place, place]
        subprocess.run([interpreter, *compiling], check=False, stdout=subprocess.DEVNULL)
        with ZipFile(code, "a", ZIP_DEFLATED) as zipped:
            for compiled in sorted(Path(place).rglob("*.pyc")):
                zipped.write(compiled, compiled.relative_to(place))


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy2(source, target)
    else:
        kept_out = shutil.ignore_patterns("__pycache__", "*.pyc", "deployments", "deployed", "venv")
        shutil.copytree(source, target, ignore=kept_out)
