"""The package of one stage: Chalice's zip and SAM template, with infra/ merged into it.

Chalice runs in a copy of exactly what travels. For the local cloud the copy has no requirements: its functions run in
this very virtual environment, so the zip is code alone and takes half a second; for AWS Chalice adds the libraries as
arm64 wheels.
"""

import compileall
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from py_compile import PycInvalidationMode
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from ..template.merge import write
from ..template.policies import write_chalice
from ..template.source import ROOT
from ..terminal import run
from .methods import answer_every_method

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


def build(stage: str, directory: Path, *, region: str, libraries: bool) -> Package:
    """Make the package of `stage` under `directory`. Raises Stop."""
    project, out = directory / "project", directory / "out"
    shutil.rmtree(directory, ignore_errors=True)
    project.mkdir(parents=True)
    for name in CODE:
        _copy(ROOT / name, project / name)
    write_chalice(project / ".chalice")
    requirements = (ROOT / "requirements.txt").read_text() if libraries else ""
    (project / "requirements.txt").write_text(requirements)
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
    add_bytecode(package.code)
    return package


def add_bytecode(code: Path) -> None:
    """Compile what travels. A function's disk is read-only: without this every cold start would compile all of it anew.

    Unchecked, because nothing in a package changes and unpacking sets other times. Chalice names this very version of
    Python as the runtime, so the bytecode always fits.
    """
    with TemporaryDirectory() as place:
        with ZipFile(code) as zipped:
            zipped.extractall(place)
        compileall.compile_dir(place, stripdir=place, quiet=2, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
        with ZipFile(code, "a", ZIP_DEFLATED) as zipped:
            for compiled in sorted(Path(place).rglob("*.pyc")):
                zipped.write(compiled, compiled.relative_to(place))


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy2(source, target)
    else:
        kept_out = shutil.ignore_patterns("__pycache__", "*.pyc", "deployments", "deployed", "venv")
        shutil.copytree(source, target, ignore=kept_out)
