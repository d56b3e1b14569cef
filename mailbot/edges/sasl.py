"""Signing in with an access token: OAUTHBEARER (RFC 7628) and XOAUTH2, for IMAP and SMTP.

The token itself is never in what these functions return for people to read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass

from mailbot.core.values import Bilingual

# The standard first; Microsoft 365 offers XOAUTH2 only.
MECHANISMS = ("OAUTHBEARER", "XOAUTH2")
SHOWN = 300  # characters of a server's words


@dataclass(frozen=True)
class Bearer:
    """Who signs in, and the token: ``token(refused)`` gives a newer one than the refused ("" for none).

    It gives the refused token back when a newer one would not help; raises OSError when there is none.
    """

    user: str
    token: Callable[[str], str]


class Refused(Exception):
    """The server did not take the token; the words are its own, with the remedy, without the token."""


def choose(offered: Collection[str]) -> str | None:
    """Return the mechanism to use of those a server offers, in capitals; None when it offers neither."""
    return next((each for each in MECHANISMS if each in offered), None)


def initial(mechanism: str, user: str, token: str) -> bytes:
    """Return the client's first words (RFC 7628 section 3.1; XOAUTH2 as Google and Microsoft publish it)."""
    if mechanism == "OAUTHBEARER":
        name = user.replace("=", "=3D").replace(",", "=2C")
        return f"n,a={name},\1auth=Bearer {token}\1\1".encode()
    return f"user={user}\1auth=Bearer {token}\1\1".encode()


def farewell(mechanism: str) -> bytes:
    """Return what ends an exchange after the server told an error (RFC 7628 section 3.2.3)."""
    return b"\1" if mechanism == "OAUTHBEARER" else b""


def told(challenge: bytes) -> str:
    """Return the server's JSON error as one line (RFC 7628 section 3.2.2); "" when it told nothing."""
    try:
        document = json.loads(challenge.decode("utf-8", "replace"))
    except ValueError:
        return ""
    if not isinstance(document, dict):
        return ""
    known = ("status", "schemes", "scope", "error_description")
    return " ".join(f"{key}={str(document[key])[:SHOWN]}" for key in known if document.get(key))


def without(words: str, *secrets: str) -> str:
    """Return a server's words without secrets, should it have repeated one."""
    for secret in filter(None, secrets):
        words = words.replace(secret, "…")
    return words


_REMEDIES: tuple[tuple[tuple[str, ...], Bilingual], ...] = (
    (
        ("smtpclientauthentication is disabled",),
        Bilingual(
            "la administración de Microsoft 365 tiene SMTP AUTH apagado: enciéndalo para este buzón "
            "(Set-CASMailbox -SmtpClientAuthenticationDisabled $false)",
            "the Microsoft 365 administration has SMTP AUTH switched off: switch it on for this mailbox "
            "(Set-CASMailbox -SmtpClientAuthenticationDisabled $false)",
        ),
    ),
    (
        ("authenticated but not connected", "imap access is disabled", "not enabled for imap", "imap is disabled"),
        Bilingual(
            "IMAP está apagado para este buzón, o el usuario de la URL no es su dirección: "
            "encienda IMAP (Set-CASMailbox -ImapEnabled $true)",
            "IMAP is switched off for this mailbox, or the URL's user is not its address: "
            "switch IMAP on (Set-CASMailbox -ImapEnabled $true)",
        ),
    ),
    (
        ("security defaults", "conditional access", "did not meet the criteria", "basic authentication is disabled"),
        Bilingual(
            "una directiva de la organización lo impide: su administración debe admitir esta cuenta y SMTP AUTH",
            "a policy of the organisation forbids it: its administration must admit this account and SMTP AUTH",
        ),
    ),
)
_OTHERWISE = Bilingual(
    "el servidor no acepta el acceso de esta cuenta: entre con «mailbot login» con la cuenta del buzón "
    "y revise sus permisos",
    "the server does not take this account's sign-in: run “mailbot login” with the mailbox's own account "
    "and check its permissions",
)


def with_remedy(words: str) -> str:
    """Return a refusal with what the operator can do about it, in both languages."""
    low = words.lower()
    remedy = next((each for signs, each in _REMEDIES if any(sign in low for sign in signs)), _OTHERWISE)
    return f"{words} – {remedy.es} / {remedy.en}"


def policy(words: str) -> bool:
    """Tell whether a refusal is the organisation's decision, which no newer token changes."""
    low = words.lower()
    return any(sign in low for signs, _ in _REMEDIES for sign in signs)


def no_mechanism(offered: Collection[str]) -> Refused:
    """Return the refusal of a server that offers neither mechanism."""
    names = ", ".join(sorted(offered)) or "–"
    return Refused(
        f"OAUTHBEARER, XOAUTH2: el servidor no los ofrece ({names}); quite «oauth» y use password_file / "
        f"the server does not offer them ({names}); take “oauth” out and use password_file"
    )
