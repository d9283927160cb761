"""`make journey`: the main job over HTTP, as a new customer does it; every step is checked.

A company signs up and its people join; a form and its flow are published; quotes are filled in, approved, rejected,
withdrawn; the cloud is stopped and started in between; a second company finds none of it. CHAPTER= tells one chapter
(`chapters/`) and what it builds on.
"""

import os
from datetime import UTC, datetime

from .chapters import told
from .installation import chosen
from .run import run
from .steps import Steps


def main() -> int:
    """Raises Stop."""
    name = os.environ.get("CHAPTER", "")
    told(name)  # before anything is asked of an installation
    return run(chosen(), Steps(name=name), datetime.now(UTC).date())
