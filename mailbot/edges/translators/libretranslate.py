"""deep-translator's LibreTranslate on one's own server, wrapped.

deep-translator 1.11.4 has no time-outs, raises unrelated types, and sends to a public
server unless ``custom_url`` (with a trailing slash) and a key are given.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LateError
from urllib.parse import urlsplit

import requests
from deep_translator import LibreTranslator
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
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="translate")

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the translation of a text; raises TranslatorUnavailable."""
        call = self._pool.submit(self._ask, text, source, target)
        try:
            answer = call.result(timeout=self.timeout)
        except LateError as error:
            call.cancel()
            raise TranslatorUnavailable(f"no answer within {self.timeout} s") from error
        except REFUSALS as error:
            # Its words may hold the text: only the kind of trouble is told.
            raise TranslatorUnavailable(type(error).__name__) from None
        if not isinstance(answer, str):
            raise TranslatorUnavailable("an answer without text")
        why = absurd(text, answer)
        if why is not None:
            raise TranslatorUnavailable(f"not a translation: {why}")
        return answer.strip()

    def _ask(self, text: str, source: str, target: str) -> object:
        engine = LibreTranslator(source=source, target=target, custom_url=self.url, api_key=self.api_key)
        return engine.translate(text)
