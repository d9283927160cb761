"""`make prove`: the long form of every proof, then each guard broken in a scratch copy, then docs/proof.md.

Under 30 minutes on two cores. SEED= repeats an earlier run; the page is written only if all of it passed.
"""

import os
import secrets
import shutil
import subprocess
import sys

from tools.template.source import ROOT
from tools.terminal import Stop

from . import breaking, page
from .figures import FOLDER

SAMPLED = ("tests/security/test_faults.py", "tests/contracts/test_template.py", "tests/integration/journey")
"""Other tests of which `make test` runs a part."""


def main() -> int:
    """Raises Stop."""
    seed = os.environ.get("SEED") or str(secrets.randbelow(10**9))
    print(f"SEED={seed}\n", flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    environment = {**os.environ, "BANLI_PROOF": "long", "SEED": seed}
    command = [sys.executable, "-m", "pytest", "-q", "--numprocesses=auto", "tests/proof", *SAMPLED]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode != 0:
        raise Stop(f"A proof failed, above; `SEED={seed} make prove` repeats it.")
    broken = breaking.all_guards()
    page.write(seed, broken)
    left = [each for each in broken if not each.noticed]
    if left:
        raise Stop("No test noticed: " + ", ".join(each.guard.name for each in left) + ".")
    print("docs/proof.md is written.")
    return 0
