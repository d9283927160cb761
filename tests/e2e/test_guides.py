"""Guides are true: the commands of docs/api.md run as they stand against the demo company."""

import os
import re
import subprocess
from pathlib import Path

from tools import demo
from tools.local.workdir import Workdir
from tools.template.source import ROOT

COMMANDS = re.compile(r"^```bash\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_command_of_the_api_guide_works_word_for_word(workdir: Workdir, tmp_path: Path) -> None:
    demo.make(workdir)
    commands = COMMANDS.findall((ROOT / "docs" / "api.md").read_text(encoding="utf-8"))

    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(commands)],
        cwd=tmp_path,
        env={**os.environ, "BANLI": workdir.origin},
        capture_output=True,
        text=True,
        check=False,
    )

    assert len(commands) >= 8
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
