"""One question to an authorisation server: form in, JSON out, no secret in any error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import requests

TIMEOUT = (10.0, 20.0)  # seconds to connect, to answer
SHOWN = 300


class AuthorisationServerTrouble(OSError):
    """The authorisation server cannot be reached or does not answer as it should, now."""


class Refusal(Exception):
    """The authorisation server's error (RFC 6749 section 5.2): its code and its first line."""

    def __init__(self, code: str, words: str) -> None:
        self.code, self.words = code, words
        super().__init__(f"{code}: {words}" if words else code)


def ask(url: str, form: Mapping[str, str], *, ca_file: Path | None = None) -> Mapping[str, Any]:
    """POST a form and return the JSON object of the answer.

    Raises Refusal for an OAuth error and AuthorisationServerTrouble for anything else.
    """
    try:
        # Never on to another address: the form holds secrets.
        answer = requests.post(
            url, data=dict(form), timeout=TIMEOUT, allow_redirects=False, verify=str(ca_file) if ca_file else True
        )
        document = _document(answer)
    except requests.RequestException as error:
        # From nothing: the request, with its form, hangs on the original error.
        raise AuthorisationServerTrouble(f"{url}: {type(error).__name__}") from None
    if document is None or answer.status_code >= 500 or answer.status_code == 429:
        raise AuthorisationServerTrouble(f"{url}: HTTP {answer.status_code}")
    if "error" in document:
        raise Refusal(str(document["error"])[:60], _first_line(document.get("error_description"), form))
    if answer.status_code != 200:
        raise AuthorisationServerTrouble(f"{url}: HTTP {answer.status_code}")
    return document


def _document(answer: requests.Response) -> Mapping[str, Any] | None:
    try:
        document = answer.json()
    except ValueError:
        return None
    return document if isinstance(document, dict) else None


def _first_line(text: object, form: Mapping[str, str]) -> str:
    words = str(text or "").strip().partition("\n")[0].strip()[:SHOWN]
    for key in ("refresh_token", "client_secret", "device_code", "code", "code_verifier"):
        if form.get(key):
            words = words.replace(form[key], "…")
    return words
