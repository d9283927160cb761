"""Format, lint, types and layers of the Python half; ESLint, tsc and unit tests of the web half."""

import sys

from ..local import web
from ..local.workdir import here
from ..template.source import ROOT
from ..terminal import run, step

PYTHON = (
    ("Format", ("-m", "ruff", "format", "--check", "."), "Some files are not formatted: run `.venv/bin/ruff format .`"),
    ("Lint", ("-m", "ruff", "check", "."), "ruff has findings, above."),
    ("Types", ("-m", "mypy"), "mypy has findings, above."),
    (
        "Layers",
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
        "An import points the wrong way, above; docs/architecture.md says which way is right.",
    ),
)
WEB = (
    ("Web contract", "check:api"),
    ("Web lint", "lint"),
    ("Web types", "typecheck"),
    ("Web unit tests", "test"),
    ("Web build", "build"),
    ("Web first load", "size"),
)


def lint() -> None:
    """Raises Stop at the first finding."""
    for title, command, excuse in PYTHON:
        with step(title):
            run([sys.executable, *command], excuse, cwd=ROOT)
    web.install(here().stamps)
    for title, script in WEB:
        with step(title):
            web.npm(f"`npm run {script}` has findings, above.", "run", script)
