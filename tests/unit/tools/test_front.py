"""The local front stands in for CloudFront and API Gateway: what they refuse, drop, add and keep, it does as well."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tools.local.front import MAX_BODY, Front


@dataclass
class Api:
    """A stand-in for the deployed API: remembers what arrived."""

    port: int
    seen: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)


class _Answering(BaseHTTPRequestHandler):
    api: Api

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.api.seen.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(201)
        for cookie in ("a=1; HttpOnly", "b=2"):
            self.send_header("Set-Cookie", cookie)
        self.send_header("Content-Type", "application/octet-stream")
        self.end_headers()
        self.wfile.write(b"\x00\xff")

    def do_GET(self) -> None:
        self.send_response(403)
        self.send_header("x-amzn-ErrorType", "MissingAuthenticationTokenException")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        return


@pytest.fixture
def api() -> Iterator[Api]:
    class Handler(_Answering):
        pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Handler.api = Api(server.server_port)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Handler.api
        server.shutdown()


@pytest.fixture
def front(api: Api, tmp_path: Path) -> Iterator[HTTPConnection]:
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<title>办理</title>", "utf-8")
    (dist / "assets" / "app-1a2b.js").write_text("1")
    (tmp_path / "secret.txt").write_text("no")
    settings = {
        "port": 0,
        "dist": str(dist),
        "api": f"http://127.0.0.1:{api.port}/restapis/x/api/_user_request_",
        "cloud": "http://127.0.0.1:9",
        "edge_key": "the-key",
    }
    with Front(settings) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        yield connection
        connection.close()
        server.shutdown()


def test_the_caller_is_named_by_the_front_alone(front: HTTPConnection, api: Api) -> None:
    forged = {
        "CloudFront-Viewer-Address": "8.8.8.8:1",
        "X-Banli-Edge": "guessed",
        "X-Forwarded-For": "8.8.8.8",
        "Authorization": "Bearer x",
        "Idempotency-Key": "k",
        "Cookie": "s=1",
    }
    front.request("POST", "/v1/forms?a=%E5%8A%9E", b"{}", forged)
    front.getresponse().read()

    ((_, path, headers, body),) = api.seen
    assert path == "/restapis/x/api/_user_request_/v1/forms?a=%E5%8A%9E"
    assert body == b"{}"
    assert headers["cloudfront-viewer-address"].startswith("127.0.0.1:")
    assert headers["x-banli-edge"] == "the-key"
    assert headers["idempotency-key"] == "k"
    assert headers["cookie"] == "s=1"
    assert not {"x-forwarded-for", "authorization"} & headers.keys()


def test_cookies_and_bytes_come_back_as_they_are(front: HTTPConnection) -> None:
    front.request("POST", "/v1/session", b"{}")
    reply = front.getresponse()

    assert (reply.status, reply.read()) == (201, b"\x00\xff")
    assert reply.headers.get_all("Set-Cookie") == ["a=1; HttpOnly", "b=2"]
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_an_unknown_route_is_not_found_in_the_api_s_own_form(front: HTTPConnection) -> None:
    front.request("GET", "/v1/nothing")
    reply = front.getresponse()

    assert reply.status == 404
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert json.loads(reply.read())["code"] == "not_found"


@pytest.mark.parametrize(("size", "status"), [(MAX_BODY, 201), (MAX_BODY + 1, 413)])
def test_bodies_are_limited_as_by_api_gateway(front: HTTPConnection, api: Api, size: int, status: int) -> None:
    front.request("POST", "/v1/forms", b"x" * size)
    reply = front.getresponse()
    answer = reply.read()

    assert reply.status == status
    assert len(api.seen) == (1 if status == 201 else 0)
    assert status == 201 or json.loads(answer)["code"] == "too_large"


def test_an_api_that_is_away_is_a_problem_not_a_broken_connection(front: HTTPConnection, api: Api) -> None:
    front.request("PUT", "/v1/forms", b"{}")  # the stand-in knows no PUT and closes
    reply = front.getresponse()

    assert reply.status in (501, 503)
    assert api.seen == []


@pytest.mark.parametrize("path", ["/runs/01m8r0dd2j4aqj8nf6k519qjtf.1", "/", "/forms/12", "/records/0abc/history"])
def test_addresses_inside_the_app_are_its_page(front: HTTPConnection, path: str) -> None:
    front.request("GET", path)
    reply = front.getresponse()

    assert reply.status == 200
    assert "办理" in reply.read().decode()
    assert reply.headers["Cache-Control"] == "no-cache"
    assert "script-src 'self'" in reply.headers["Content-Security-Policy"]
    assert reply.headers["X-Frame-Options"] == "DENY"


def test_files_with_a_hash_in_their_name_are_kept_for_ever(front: HTTPConnection) -> None:
    front.request("GET", "/assets/app-1a2b.js")
    reply = front.getresponse()
    reply.read()

    assert reply.status == 200
    assert "immutable" in reply.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/gone.js"])
def test_nothing_outside_the_app_is_served(front: HTTPConnection, path: str) -> None:
    front.request("GET", path)
    reply = front.getresponse()

    assert reply.status == 404
    assert b"no" not in reply.read().replace("没有这个文件 / no such file".encode(), b"")


def test_localhost_is_sent_to_the_one_name_of_this_place(front: HTTPConnection) -> None:
    front.request("GET", "/forms", headers={"Host": "localhost:8600"})
    reply = front.getresponse()
    reply.read()

    assert (reply.status, reply.headers["Location"]) == (307, "http://127.0.0.1:8600/forms")
