"""Mail behind one port: SES where there is one, SMTP elsewhere (BANLI_MAIL: `ses`, or `smtp://user:pass@host:port`).

Amazon SES is not in AWS's China regions, so a deployment there names an SMTP service.
"""

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from urllib.parse import unquote, urlsplit

from ..kernel.errors import Misconfigured
from .clients import client
from .settings import setting

SMTP_SECONDS = 10


NO_HEADERS: Mapping[str, str] = {}


def send_mail(to: str, subject: str, text: str, html: str, headers: Mapping[str, str] = NO_HEADERS) -> None:
    """Send one mail with a plain-text and an HTML part, and further headers such as List-Unsubscribe. A line break in
    a header is refused (ValueError). Raises what the transport raises: the queue repeats it.
    """
    sender = setting("BANLI_MAIL_FROM")
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = formatdate()
    mail["Auto-Submitted"] = "auto-generated"  # so that no "I am on holiday" comes back
    for name, value in headers.items():
        mail[name] = value
    mail.set_content(text)
    mail.add_alternative(html, subtype="html")
    transport = setting("BANLI_MAIL")
    if transport == "ses":
        data = {"Data": mail.as_bytes()}
        client("ses").send_raw_email(Source=parseaddr(sender)[1], Destinations=[to], RawMessage=data)
    elif transport.startswith(("smtp://", "smtps://")):
        _smtp(transport, mail)
    else:
        raise Misconfigured(name="BANLI_MAIL")


def _smtp(transport: str, mail: EmailMessage) -> None:
    """`smtps://` is TLS from the start, `smtp://` upgrades by STARTTLS and refuses to go on without it."""
    url = urlsplit(transport)
    context = ssl.create_default_context()
    host = url.hostname or ""
    server: smtplib.SMTP
    if url.scheme == "smtps":
        server = smtplib.SMTP_SSL(host, url.port or 465, timeout=SMTP_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, url.port or 587, timeout=SMTP_SECONDS)
        server.starttls(context=context)
    with server:
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        server.send_message(mail)
