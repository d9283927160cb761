"""`make mail`: the mails that the local cloud has sent, newest last."""

from datetime import UTC, datetime

from ..terminal import Stop
from . import cloud
from .workdir import here


def main() -> int:
    workdir = here()
    if not cloud.is_up(workdir):
        raise Stop("The local cloud is not running: `make up` starts it.")
    mails = cloud.sent_mails(workdir)
    for mail in mails:
        when = datetime.fromtimestamp(float(mail["Timestamp"]), UTC).astimezone()
        print(f"{'─' * 72}\n{when:%Y-%m-%d %H:%M:%S}  {', '.join(mail['To'])}\n{mail['Subject']}\n")
        print((mail["BodyText"] or "").strip(), end="\n\n")
    print(f"{len(mails)} mails")
    return 0
