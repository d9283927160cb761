"""What CloudFront is in AWS: one origin for the web app and the API. `python -m tools.local.front <settings.json>`.

It serves web/dist, and hands /v1/* to the deployed API with the headers that infra/cdn.yaml lets through, the
caller's address, and the key that proves who says so. API Gateway's own answers (no such route, body too large) are
given here, because the local cloud does not know `GatewayResponses`.
"""

import http.client
import json
import mimetypes
import os
import re
import sys
import threading
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .headers import forwarded_headers, gateway_answer, security_headers

MAX_BODY = 10 * 1024 * 1024
"""API Gateway's limit."""
API_SECONDS = 30
AT_ONCE = max(4, 2 * (os.cpu_count() or 1))
"""Requests that the API is given at once: in AWS each has a processor, here each would start a process of its
own, and twenty that start together on one machine take longer than twenty one after the other. The others wait.
"""
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}


class Front(ThreadingHTTPServer):
    """`settings`: port, dist (directory), api (URL before /v1), cloud (URL), edge_key."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", settings["port"]), Handler)
        self.dist = Path(settings["dist"]).resolve()
        self.api = urlsplit(settings["api"])
        self.edge_key: str = settings["edge_key"]
        self.cloud: str = settings["cloud"]
        self.turn = threading.BoundedSemaphore(AT_ONCE)

    @cached_property
    def security(self) -> dict[str, str]:
        return security_headers(self.cloud)

    @cached_property
    def forwarded(self) -> frozenset[str]:
        return forwarded_headers()


class Handler(BaseHTTPRequestHandler):
    server: Front
    protocol_version = "HTTP/1.1"
    timeout = 75

    def handle_any(self) -> None:
        path = urlsplit(self.path).path
        host, _, port = self.headers.get("Host", "").partition(":")
        if host == "localhost" and self.command == "GET":
            # Cookies and the API's check of origins know one name of this place.
            self._send(HTTPStatus.TEMPORARY_REDIRECT, [("Location", f"http://127.0.0.1:{port}{self.path}")], b"")
            return
        if path == "/v1" or path.startswith("/v1/"):
            self._to_api()
        elif self.command in ("GET", "HEAD"):
            self._file(path)
        else:
            self._answer(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b"")

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = handle_any  # noqa: N815

    # -- the API

    def _to_api(self) -> None:
        body = self._body()
        if body is None:
            return
        api = self.server.api
        connection = http.client.HTTPConnection(api.hostname or "", api.port or 80, timeout=API_SECONDS)
        try:
            with self.server.turn:
                connection.request(self.command, api.path + self.path, body, self._forwarded_headers())
                reply = connection.getresponse()
                content = reply.read()
        except (OSError, http.client.HTTPException):
            self._problem("DEFAULT_5XX")
            return
        finally:
            connection.close()
        if reply.getheader("x-amzn-ErrorType") == "MissingAuthenticationTokenException":
            self._problem("MISSING_AUTHENTICATION_TOKEN")
            return
        kept = [(name, value) for name, value in reply.getheaders() if name.lower() not in HOP_BY_HOP]
        self._send(reply.status, kept, content)

    def _body(self) -> bytes | None:
        """The request's body, or None after an answer has been given."""
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isdigit():
            self.close_connection = True
            self._answer(HTTPStatus.LENGTH_REQUIRED, "text/plain", b"")
            return None
        if int(length) > MAX_BODY:
            self._discard(int(length))
            self._problem("REQUEST_TOO_LARGE")
            return None
        return self.rfile.read(int(length))

    def _discard(self, length: int) -> None:
        """Read a refused body (up to 64 MB) so that the client, which writes before it reads, sees the answer."""
        self.close_connection = True
        left = min(length, 64 * 1024 * 1024)
        while left > 0:
            chunk = self.rfile.read(min(left, 65536))
            if not chunk:
                return
            left -= len(chunk)

    def _forwarded_headers(self) -> dict[str, str]:
        allowed = self.server.forwarded
        headers = {name: value for name, value in self.headers.items() if name.lower() in allowed}
        address, port = self.client_address[:2]
        return headers | {
            "CloudFront-Viewer-Address": f"{address}:{port}",
            "X-Banli-Edge": self.server.edge_key,
        }

    def _problem(self, kind: str) -> None:
        status, text = gateway_answer(kind)
        self._answer(status, "application/problem+json", text)

    # -- the web app

    def _file(self, path: str) -> None:
        wanted = (self.server.dist / unquote(path).lstrip("/")).resolve()
        if not re.search(r"\.[A-Za-z]\w*$", wanted.name) or wanted == self.server.dist:
            wanted = self.server.dist / "index.html"
        if not wanted.is_relative_to(self.server.dist) or not wanted.is_file():
            self._answer(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", "没有这个文件 / no such file\n".encode())
            return
        kind = mimetypes.guess_type(wanted.name)[0] or "application/octet-stream"
        if kind.startswith("text/") or kind in ("application/javascript", "application/json"):
            kind += "; charset=utf-8"
        hashed = "assets" in wanted.relative_to(self.server.dist).parts
        cache = "public, max-age=31536000, immutable" if hashed else "no-cache"
        self._send(HTTPStatus.OK, [("Content-Type", kind), ("Cache-Control", cache)], wanted.read_bytes())

    # -- answering

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        self._send(status, [("Content-Type", kind)], content)

    def _send(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        self.send_response(status)
        given = {name.lower() for name, _ in headers}
        for name, value in headers:
            self.send_header(name, value)
        for name, value in self.server.security.items():
            if name.lower() not in given:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def version_string(self) -> str:
        return "banli"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        sys.stderr.write(f"{self.log_date_time_string()} {format % args}\n")
        sys.stderr.flush()


def main() -> None:
    settings = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    try:
        Front(settings).serve_forever()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
