"""A throw-away authorisation server on loopback: device codes, addresses, refresh with rotation, introspection."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

CLIENT = "cliente-de-prueba"
SCOPE = "offline_access imap smtp"
Answer = tuple[int, dict[str, object]]


class Denied(Exception):
    """An OAuth error to answer."""


class AuthorisationServer:
    """Everything a test sets and looks at; each given secret is in ``given``."""

    def __init__(self) -> None:
        self.user = "grupo"
        self.decisions: list[str] = []  # what the next polls are told; "" is consent
        self.refusals: list[str] = []  # what the next refreshes are told: an OAuth error or "500"
        self.requests: list[dict[str, str]] = []
        self.given: list[str] = []
        self.active: set[str] = set()
        self.refresh_token = ""
        self.expires_in: object = 3600
        self.ends_in: int | None = None
        self.secret = ""
        self.description = ""
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._codes: dict[str, str] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def stop(self) -> None:
        """End it; may be called twice."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def settings(self) -> str:
        """Return the ``oauth`` table of mailbot.toml."""
        return (
            f'{{ token_url = "{self.url}/token", device_url = "{self.url}/device", '
            f'client_id = "{CLIENT}", scope = "{SCOPE}" }}'
        )

    def refreshes(self) -> int:
        """Return how many refreshes were asked for."""
        return sum(each.get("grant_type") == "refresh_token" for each in self.requests)

    def revoke(self) -> None:
        """Let every access token be refused from now on."""
        self.active.clear()

    def answer(self, path: str, form: dict[str, str], bearer: str) -> Answer:
        """Answer one request."""
        with self._lock:
            self.requests.append({"path": path, **form})
            if path == "/introspect":
                return self._introspect(form, bearer)
            try:
                self._client(form)
                return 200, self._device() if path == "/device" else self._token(form)
            except Denied as error:
                if str(error) == "500":
                    return 500, {}
                return 400, {"error": str(error), "error_description": self.description}

    def _client(self, form: dict[str, str]) -> None:
        if form.get("client_id") != CLIENT or form.get("client_secret", "") != self.secret:
            raise Denied("invalid_client")

    def _new(self, kind: str) -> str:
        self.given.append(f"{kind}-{next(self._numbers)}-{secrets.token_hex(16)}")
        return self.given[-1]

    def _device(self) -> dict[str, object]:
        return {
            "device_code": self._new("device"),
            "user_code": "WDJB-MJHT",
            "verification_uri": f"{self.url}/activate",
            "expires_in": 900,
            "interval": 5,
        }

    def _token(self, form: dict[str, str]) -> dict[str, object]:
        if form["grant_type"] == "refresh_token":
            return self._refresh(form)
        if form["grant_type"] == "authorization_code":
            return self._exchange(form)
        if form["device_code"] not in self.given:
            raise Denied("invalid_grant")
        decision = self.decisions.pop(0) if self.decisions else ""
        if decision:
            raise Denied(decision)
        return self._tokens()

    def _refresh(self, form: dict[str, str]) -> dict[str, object]:
        if self.refusals:
            raise Denied(self.refusals.pop(0))
        if form["refresh_token"] != self.refresh_token:
            raise Denied("invalid_grant")
        return self._tokens()

    def consent(self, address: str) -> str:
        """A person opens an address and consents; returns the address the browser lands on."""
        query = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
        code = self._new("code")
        self._codes[code] = query["code_challenge"]
        return f"{query['redirect_uri']}?state={query['state']}&code={code}"

    def _exchange(self, form: dict[str, str]) -> dict[str, object]:
        digest = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest())
        if self._codes.pop(form["code"], None) != digest.rstrip(b"=").decode():
            raise Denied("invalid_grant")
        return self._tokens()

    def _tokens(self) -> dict[str, object]:
        access = self._new("access")
        self.active.add(access)
        self.refresh_token = self._new("refresh")  # the one before is good no more
        found: dict[str, object] = {"access_token": access, "token_type": "Bearer", "expires_in": self.expires_in}
        found["refresh_token"] = self.refresh_token
        if self.ends_in is not None:
            found["refresh_token_expires_in"] = self.ends_in
        return found

    def _introspect(self, form: dict[str, str], bearer: str) -> Answer:
        token = bearer or form.get("token", "")
        if token not in self.active:
            return 401, {"active": "false", "error": "invalid_token"}
        return 200, {"active": "true", "username": self.user, "scope": SCOPE, "client_id": CLIENT}


def _handler(server: AuthorisationServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_ignored: object) -> None:
            """Quiet."""

        def do_GET(self) -> None:
            self._say(*server.answer(urlsplit(self.path).path, {}, self._bearer()))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            form = {key: values[0] for key, values in parse_qs(body).items()}
            self._say(*server.answer(urlsplit(self.path).path, form, self._bearer()))

        def _bearer(self) -> str:
            return (self.headers.get("Authorization") or "").removeprefix("Bearer ")

        def _say(self, status: int, document: dict[str, object]) -> None:
            body = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


@contextmanager
def authorisation_server() -> Iterator[AuthorisationServer]:
    """A running instance, ended afterwards."""
    server = AuthorisationServer()
    try:
        yield server
    finally:
        server.stop()
