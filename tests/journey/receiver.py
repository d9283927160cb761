"""A customer's webhook receiver: a real HTTP server that trusts nothing but the signature, and acts once an event.

To prove that deliveries are repeated and still count once, it fails the first request of the first event that it gets.
"""

import json
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

SECRET_SECONDS = 20


class Receiver:
    """Use as a context manager. `effects` are the bodies that were acted on, by event id, in order of arrival."""

    def __init__(self) -> None:
        self.effects: dict[str, dict[str, Any]] = {}
        self.arrivals: Counter[str] = Counter()
        self.faults: list[str] = []
        self.failed_once = ""
        self._secret = ""
        self._known = threading.Event()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "Receiver":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/banli"

    def trust(self, secret: str) -> None:
        """The secret that the API showed when the webhook was added; requests wait until it is known."""
        self._secret = secret
        self._known.set()

    def take(self, headers: dict[str, str], body: bytes) -> int:
        """The status to answer with. A request that does not verify is noted as a fault and changes nothing."""
        if not self._known.wait(SECRET_SECONDS):
            return 503
        try:
            Webhook(self._secret).verify(body, headers)
        except WebhookVerificationError as error:
            self.faults.append(f"signature of {headers.get('webhook-id', 'a request without id')}: {error}")
            return 401
        event = json.loads(body)
        with self._lock:
            return self._act(headers["webhook-id"], event)

    def _act(self, event_id: str, event: dict[str, Any]) -> int:
        self.arrivals[event_id] += 1
        if event["id"] != event_id:
            self.faults.append(f"the header says {event_id}, the body {event['id']}")
        if not self.failed_once:
            self.failed_once = event_id
            return 500
        known = self.effects.setdefault(event_id, event)
        if known != event:
            self.faults.append(f"{event_id} came twice with different bodies")
        return 204

    def told(self, type_: str, subject: str = "") -> list[dict[str, Any]]:
        """Events of a type, about one subject if given, as they took effect."""
        with self._lock:
            found = list(self.effects.values())
        return [event for event in found if event["type"] == type_ and subject in ("", event["subject"])]


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            self.send_response(receiver.take({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
            """Quiet: the journey says what matters."""

    return Handler
