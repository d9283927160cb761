"""What the journey needs of the place it runs against: browsers, the mailbox, and a switch."""

import json
import os
from typing import Protocol
from urllib.parse import urlsplit
from urllib.request import urlopen

from tools.client import Browser, Mail
from tools.client.http import HttpWire
from tools.local import cloud, faults, up
from tools.local.visitor import Visitor
from tools.local.workdir import Workdir, here
from tools.terminal import Stop

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Installation(Protocol):
    def browse(self, language: str) -> Browser:
        """A fresh browser of somebody who reads this language."""
        ...

    def mails(self) -> list[Mail]:
        """All mails sent so far, oldest first."""
        ...

    def settle(self) -> None:
        """Let waiting messages be worked on, where nothing does that by itself."""
        ...

    def restart(self) -> None:
        """Stop everything and start it again."""
        ...

    @property
    def fixed(self) -> str:
        """Why it cannot be stopped and started from here; "" if it can."""
        ...

    def faults(self) -> list[str]:
        """What went wrong since this was chosen, by the functions' logs and their dead letters."""
        ...

    @property
    def unread(self) -> str:
        """Why the functions' logs cannot be read from here; "" if they can."""
        ...

    @property
    def deaf(self) -> str:
        """Why webhooks to this machine cannot be sent from there; "" if they can."""
        ...


class Local(Visitor):
    """What `make up` started in this working tree, or a place of its own for tests."""

    deaf = ""
    fixed = ""
    unread = ""

    def __init__(self, workdir: Workdir) -> None:
        super().__init__(workdir)
        self._since = faults.begin(workdir)

    def faults(self) -> list[str]:
        return faults.found(self.workdir, self._since)

    def settle(self) -> None:
        """Its queues are worked on all the time."""

    def restart(self) -> None:
        up.stop(self.workdir)
        up.start(self.workdir)


class Remote:
    """BASE_URL: an installation that somebody else started. Its mails are read from MAILS_URL, which answers like the
    local cloud's list of sent mails.
    """

    fixed = "what BASE_URL names was not started here"
    unread = "what BASE_URL names logs elsewhere"

    def __init__(self, base_url: str, mails_url: str) -> None:
        self._base_url = base_url
        self._mails_url = mails_url

    @property
    def deaf(self) -> str:
        return "" if urlsplit(self._base_url).hostname in LOOPBACK else "BASE_URL is on another machine"

    def browse(self, language: str) -> Browser:
        return Browser(HttpWire(self._base_url), language)

    def mails(self) -> list[Mail]:
        with urlopen(self._mails_url, timeout=10) as reply:
            accounts = json.loads(reply.read())["messages"]
        sent = [mail for account in accounts.values() for mail in account]
        return [Mail(address, mail["Subject"], mail["BodyText"] or "") for mail in sent for address in mail["To"]]

    def settle(self) -> None:
        """Its queues are worked on all the time."""

    def restart(self) -> None:
        raise NotImplementedError(self.fixed)

    def faults(self) -> list[str]:
        raise NotImplementedError(self.unread)


def chosen() -> Installation:
    """By BASE_URL, else what runs in this working tree. Raises Stop."""
    workdir = here()
    wanted = os.environ.get("BASE_URL", "").strip().rstrip("/")
    if wanted and wanted != workdir.origin:
        mails_url = os.environ.get("MAILS_URL", "").strip()
        if urlsplit(wanted).scheme not in ("http", "https") or not mails_url:
            raise Stop(
                "BASE_URL needs MAILS_URL beside it, because the journey follows mailed links: for an installation of "
                "`make up`, that is http://127.0.0.1:<its CLOUD_PORT>/_ministack/ses/messages."
            )
        return Remote(wanted, mails_url)
    if not cloud.is_up(workdir):
        raise Stop("Nothing is running here: `make up DETACH=1` starts it.")
    return Local(workdir)
