"""How the demo and the journey visit a local installation: through its front, and with a look into its sent mail."""

from ..client import Browser, Mail
from ..client.http import HttpWire
from . import cloud
from .place import Place


class Visitor:
    def __init__(self, place: Place) -> None:
        self.place = place

    def browse(self, language: str) -> Browser:
        """A fresh browser of somebody who reads this language."""
        return Browser(HttpWire(self.place.origin), language)

    def mails(self) -> list[Mail]:
        """All mails sent so far, oldest first."""
        return [
            Mail(address, mail["Subject"], mail["BodyText"] or "")
            for mail in cloud.sent_mails(self.place)
            for address in mail["To"]
        ]
