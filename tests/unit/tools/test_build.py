"""What is added to the package that Chalice makes."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tools.deploy.build import add_bytecode


def test_a_function_finds_its_code_compiled(tmp_path: Path) -> None:
    code, unpacked = tmp_path / "deployment.zip", tmp_path / "task"
    with ZipFile(code, "w") as zipped:
        zipped.writestr("app.py", "from library.part import name\n")
        zipped.writestr("library/__init__.py", "")
        zipped.writestr("library/part.py", "name = 'part'\n")
        zipped.writestr("library/data.json", "{}")

    add_bytecode(code, sys.executable)

    with ZipFile(code) as zipped:
        zipped.extractall(unpacked)
    watch = (
        "import importlib._bootstrap_external as b; b.SourceLoader.source_to_code = None; import app; print(app.name)"
    )
    answer = subprocess.run([sys.executable, "-c", watch], cwd=unpacked, check=False, capture_output=True, text=True)
    assert answer.stdout == "part\n", answer.stderr


def test_code_that_no_python_of_ours_reads_is_left_as_it_is(tmp_path: Path) -> None:
    code = tmp_path / "deployment.zip"
    with ZipFile(code, "w") as zipped:
        zipped.writestr("library/templates/old.py", "print 'hello'\n")

    add_bytecode(code, sys.executable)

    with ZipFile(code) as zipped:
        assert zipped.namelist() == ["library/templates/old.py"]
