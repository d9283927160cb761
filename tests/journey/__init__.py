"""`make journey`: the main job over HTTP, as a new customer does it; every step is checked.

Chapters: a company signs up and its people join; a form and its flow are published; quotes are filled in, approved,
rejected, withdrawn; the cloud is stopped and started in between; a second company finds none of it.
"""

from datetime import UTC, datetime

from .installation import chosen
from .run import run
from .steps import Steps


def main() -> int:
    return run(chosen(), Steps(), datetime.now(UTC).date())
