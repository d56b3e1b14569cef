"""deep-translator's LibreTranslate on one's own server, wrapped.

deep-translator 1.11.4 has no time-outs, raises unrelated types, puts the text into the URL,
follows redirects and the environment's proxies, and sends to a public server unless
``custom_url`` (with a trailing slash) and a key are given.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from queue import Empty, SimpleQueue
from types import FunctionType
from urllib.parse import urlsplit

import requests
from deep_translator import LibreTranslator, libre
from deep_translator.exceptions import AuthorizationException, BaseError, ServerException

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.translators.checks import absurd

REFUSALS = (
    BaseError,
    AuthorizationException,
    ServerException,
    requests.RequestException,
    ValueError,
    KeyError,
    TypeError,
    OSError,
)
AT_ONCE = 4


class TranslatorUnavailable(OSError):
    """The translator is slow, refuses, or answers what cannot be a translation."""


class LibreTranslate:
    """One server.  A call that takes longer than ``timeout`` seconds is given up."""

    def __init__(self, url: str, *, api_key: str = "none", timeout: float = 2.0) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise OperatorError(
                [
                    Bilingual(
                        f"translator.url: «{url}» no es una dirección http(s)://…",
                        f"translator.url: “{url}” is not an http(s)://… address",
                    )
                ]
            )
        self.url = url.rstrip("/") + "/"
        self.api_key = api_key or "none"
        self.timeout = timeout
        self._late = f"no answer within {timeout} s"
        self._free = threading.Semaphore(AT_ONCE)
        names = {**vars(libre), "requests": _OwnServer(self.url, timeout)}
        # Their function with our ``requests``; their module stays as it is.
        self._call = FunctionType(LibreTranslator.translate.__code__, names)

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the translation of a text; raises TranslatorUnavailable."""
        answer = self._bounded(text, source, target)
        if isinstance(answer, requests.Timeout):
            raise TranslatorUnavailable(self._late)
        if isinstance(answer, Exception):
            # Its words may hold the text: only the kind of trouble is told.
            raise TranslatorUnavailable(type(answer).__name__)
        if not isinstance(answer, str):
            raise TranslatorUnavailable("an answer without text")
        why = absurd(text, answer)
        if why is not None:
            raise TranslatorUnavailable(f"not a translation: {why}")
        return answer.strip()

    def _bounded(self, text: str, source: str, target: str) -> object:
        """Return the answer or the refusal; a thread that hangs keeps neither us nor the end of the process."""
        if not self._free.acquire(blocking=False):
            raise TranslatorUnavailable(f"{AT_ONCE} calls hang already")
        answers: SimpleQueue[object] = SimpleQueue()

        def work() -> None:
            try:
                answers.put(self._ask(text, source, target))
            except REFUSALS as refusal:
                answers.put(refusal)
            finally:
                self._free.release()

        threading.Thread(target=work, name="translate", daemon=True).start()
        try:
            return answers.get(timeout=self.timeout)
        except Empty:
            raise TranslatorUnavailable(self._late) from None

    def _ask(self, text: str, source: str, target: str) -> object:
        engine = LibreTranslator(source=source, target=target, custom_url=self.url, api_key=self.api_key)
        return self._call(engine, text)


class _OwnServer:
    """What deep-translator calls ``requests``: one host, bounded, no proxy, no redirect, the text in the body."""

    def __init__(self, url: str, timeout: float) -> None:
        self._host = urlsplit(url).netloc
        self._timeout = timeout

    def post(self, url: str, params: Mapping[str, str]) -> requests.Response:
        """Ask the one server; raises requests.RequestException."""
        if urlsplit(url).netloc != self._host:
            raise requests.exceptions.InvalidURL("another host")
        with requests.Session() as session:
            session.trust_env = False
            answer = session.post(url, data=params, timeout=self._timeout, allow_redirects=False)
        if answer.is_redirect:
            raise requests.exceptions.TooManyRedirects("a redirect is not followed")
        return answer
