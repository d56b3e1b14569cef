"""The translator on one's own server: slow, failing and absurd ones delay nothing."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import parse_qs

import pytest

from mailbot.core.values import OperatorError
from mailbot.edges.translators import TranslatorUnavailable, absurd, open_translator
from tests.town import Town, reply, words

GT = "focal@gt.example"
NOTE = "Los insumos se enviaron el 8 de enero a la Secretaría."


class Server:
    """A LibreTranslate-compatible server on loopback; ``answer`` says what it does."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.lines: list[str] = []
        self.redirect: str | None = None
        self.answer = lambda text: (200, {"translatedText": f"[en] {text}"})
        self.release = threading.Event()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                text = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["q"][0]
                outer.asked.append(text)
                outer.lines.append(self.requestline)
                status, document = outer.answer(text)
                body = json.dumps(document).encode()
                self.send_response(status)
                if outer.redirect:
                    self.send_header("Location", outer.redirect)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                with suppress(BrokenPipeError, ConnectionResetError):  # who asked may have given up
                    self.wfile.write(body)

            def log_message(self, *_arguments: object) -> None:
                return

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.http.serve_forever)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.http.server_port}/"

    def stop(self) -> None:
        self.release.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()
    yield found
    found.stop()


def test_translates_on_ones_own_server(server: Server) -> None:
    translator = open_translator("libretranslate", server.url)
    assert translator is not None
    assert translator.translate(NOTE, "es", "en") == f"[en] {NOTE}"
    assert server.asked == [NOTE]
    assert server.lines == ["POST /translate HTTP/1.1"]  # servers and proxies log addresses: the text is not there


@contextmanager
def no_other_host(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Record every name looked up and every connection that is not loopback."""
    real_connect, real_lookup = socket.socket.connect, socket.getaddrinfo
    elsewhere: list[object] = []

    def connect(self, address):
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1"}:
            elsewhere.append(address)
            raise ConnectionRefusedError(address)
        return real_connect(self, address)

    def lookup(host, *more, **most):
        if host not in {"127.0.0.1", "localhost"}:
            elsewhere.append(host)
            raise socket.gaierror(host)
        return real_lookup(host, *more, **most)

    with monkeypatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket, "getaddrinfo", lookup)
        yield elsewhere


def test_nothing_leaves_for_any_other_host(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with no_other_host(monkeypatch) as elsewhere:
        for url in (server.url, server.url.rstrip("/")):
            translator = open_translator("libretranslate", url, timeout=5)
            assert translator is not None
            translator.translate(NOTE, "es", "en")
    assert elsewhere == []
    assert len(server.asked) == 2


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_to_another_host_is_not_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    server.redirect = "http://public.example/translate"
    server.answer = lambda _text: (status, {})
    translator = open_translator("libretranslate", server.url, timeout=5)
    assert translator is not None
    with no_other_host(monkeypatch) as elsewhere, pytest.raises(TranslatorUnavailable):
        translator.translate(NOTE, "es", "en")
    assert elsewhere == []
    assert len(server.asked) == 1


def test_a_proxy_of_the_environment_sees_no_text(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://proxy.example:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    translator = open_translator("libretranslate", server.url, timeout=5)
    assert translator is not None
    with no_other_host(monkeypatch) as elsewhere:
        translator.translate(NOTE, "es", "en")
    assert elsewhere == []


def test_without_configuration_no_text_leaves(small_town, monkeypatch: pytest.MonkeyPatch) -> None:
    town = small_town()
    assert open_translator("none", None) is None
    with no_other_host(monkeypatch) as elsewhere:
        assert "traducción" not in report(town)
    assert elsewhere == []


@pytest.mark.parametrize("url", ["", "ftp://x", "nonsense"])
def test_a_missing_or_odd_address_is_refused_at_start(url: str) -> None:
    with pytest.raises(OperatorError, match="translator"):
        open_translator("libretranslate", url)


@pytest.mark.parametrize(
    ("status", "document"),
    [
        (500, {}),
        (403, {"error": "no"}),
        (200, {}),
        (200, {"translatedText": ""}),
        (200, {"translatedText": "The inputs were sent."}),  # the 8 is lost
        (200, {"translatedText": NOTE}),
        (200, {"translatedText": "8 " + "na " * 500}),
        (200, {"translatedText": None}),
    ],
)
def test_failing_and_absurd_answers_are_unavailable(server: Server, status: int, document: dict) -> None:
    server.answer = lambda _text: (status, document)
    translator = open_translator("libretranslate", server.url, timeout=5)
    assert translator is not None
    with pytest.raises(TranslatorUnavailable) as told:
        translator.translate(NOTE, "es", "en")
    assert "insumos" not in str(told.value)


def test_a_slow_server_is_given_up(server: Server) -> None:
    def never(_text: str):
        server.release.wait(30)
        return 200, {"translatedText": "late"}

    server.answer = never
    translator = open_translator("libretranslate", server.url, timeout=0.2)
    assert translator is not None
    with pytest.raises(TranslatorUnavailable, match="within"):
        translator.translate(NOTE, "es", "en")
    server.release.set()


def test_calls_that_hang_keep_nobody_for_ever(server: Server) -> None:
    """A server that drips an octet now and then outlives every time-out of a read."""

    def never(_text: str):
        server.release.wait(30)
        return 200, {"translatedText": f"[en] {NOTE}"}

    server.answer = never
    translator = open_translator("libretranslate", server.url, timeout=0.1)
    assert translator is not None
    hung = []
    for _ in range(10):
        with pytest.raises(TranslatorUnavailable) as told:
            translator.translate(NOTE, "es", "en")
        hung.append(str(told.value))
    assert all(each.daemon for each in threading.enumerate() if each.name == "translate")
    assert set(hung) <= {"no answer within 0.1 s", "4 calls hang already"}
    server.release.set()


@pytest.mark.parametrize(
    ("text", "translation", "why"),
    [
        ("Hola", "Hello", None),
        ("Reunión el 8 de enero en a@b.example", "Meeting on 8 January at a@b.example", None),
        ("Reunión el 8 de enero", "Meeting on 9 January", "lost 8"),
        ("x", "", "empty"),
        ("Reunión el 8 de enero", "Meeting on 18 January", "lost 8"),
        ("El 08/01 a las 9", "On 8/1 at 9", None),
        ("Costó 1.500 dólares", "It cost 1,500 dollars", None),
        ("Escriba a (Ana.Ficticia@mire.example).", "Write to ana.ficticia@mire.example", None),
        ("Escriba a ana@mire.example", "Write to ana@mine.example", "lost ana@mire.example"),
        ("Véase https://crm.example/a.", "See https://crm.example/a", None),
        ("Véase https://crm.example/a", "See the page", "lost https://crm.example/a"),
    ],
)
def test_what_cannot_be_a_translation(text: str, translation: str, why: str | None) -> None:
    assert absurd(text, translation) == why


def report(town: Town) -> str:
    """A status report with a note; returns the words of the acknowledgement."""
    town.state("GT")
    town.activity("P003-05", "Lineamientos", "2009-01-16")
    town.ask("activity-status", about="P003-05")
    letter = town.opens(GT)
    town.comes(reply(letter, GT, f"Actividad: P003-05\nEstado: en proceso\nComentarios: {NOTE}\n"))
    return words(town.opens(GT))


def test_free_text_is_shown_as_written_with_the_translation_beneath(small_town, server: Server) -> None:
    town = small_town()
    object.__setattr__(town.house, "translator", open_translator("libretranslate", server.url))
    object.__setattr__(town.house, "translator_name", "libretranslate")
    said = report(town)
    assert NOTE in said
    assert "Traducción automática:" in said
    assert "Machine translation:" in said


def test_words_stand_once_in_each_half(small_town) -> None:
    """Quoted below the table with their language named, where the table points; in the HTML and in the text."""
    said = report(small_town())
    assert said.count(NOTE) == 4
    assert {"  Ahora: véase abajo", "  Now: see below"} <= set(said.splitlines())
    assert said.count("Comments (in Spanish):") == 2


def test_a_broken_translator_delays_nothing(small_town, server: Server) -> None:
    town = small_town()
    server.answer = lambda _text: (500, {})
    object.__setattr__(town.house, "translator", open_translator("libretranslate", server.url))
    object.__setattr__(town.house, "translator_name", "libretranslate")
    said = report(town)
    assert NOTE in said
    assert "traducción pendiente / translation pending" in said
    assert len(server.asked) == 1
    server.answer = lambda text: (200, {"translatedText": f"[en] {text}"})
    town.later(minutes=5)
    assert len(server.asked) == 2
    town.burn()
