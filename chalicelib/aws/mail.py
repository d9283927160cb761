"""Mail behind one port: SES where there is one, SMTP elsewhere (BANLI_MAIL: `ses`, or `smtp://user:pass@host:port`).

Amazon SES is not in AWS's China regions, so a deployment there names an SMTP service.
"""

import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from ..kernel.errors import Misconfigured
from .clients import client
from .settings import setting

SMTP_SECONDS = 10


def send_mail(to: str, subject: str, text: str, html: str) -> None:
    """Send one mail with a plain-text and an HTML part. Raises what the transport raises: the queue repeats it."""
    mail = EmailMessage()
    mail["From"] = setting("BANLI_MAIL_FROM")
    mail["To"] = to
    mail["Subject"] = subject
    mail.set_content(text)
    mail.add_alternative(html, subtype="html")
    transport = setting("BANLI_MAIL")
    if transport == "ses":
        client("ses").send_raw_email(Source=mail["From"], Destinations=[to], RawMessage={"Data": mail.as_bytes()})
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
