"""How the demo and the journey visit a local installation: through its front, and with a look into its sent mail."""

from ..client import Browser, Mail
from ..client.http import HttpWire
from . import cloud
from .workdir import Workdir


class Visitor:
    def __init__(self, workdir: Workdir) -> None:
        self.workdir = workdir

    def browse(self, language: str) -> Browser:
        """A fresh browser of somebody who reads this language."""
        return Browser(HttpWire(self.workdir.origin), language)

    def mails(self) -> list[Mail]:
        """All mails sent so far, oldest first."""
        return [
            Mail(address, mail["Subject"], mail["BodyText"] or "")
            for mail in cloud.sent_mails(self.workdir)
            for address in mail["To"]
        ]
