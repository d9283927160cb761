"""What identity does about events: a wanted mail is sent."""

from ..edge import consumer
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .events import MAIL_REQUESTED


@consumer("identity.send_mail")
def send_mail(work: UnitOfWork, envelope: Envelope) -> None:
    if envelope.type == MAIL_REQUESTED:
        wiring.mails().deliver(work, envelope.data["link_id"], envelope.data["language"])
