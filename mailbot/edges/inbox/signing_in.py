"""Signing in to IMAP with an access token, once more with a newer one when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from imapclient.exceptions import IMAPClientError

from mailbot.edges import sasl
from mailbot.edges.sasl import Bearer, Refused


def sign_in(connect: Callable[[], Any], bearer: Bearer) -> Any:
    """Return a client that is signed in.

    A refused token is renewed once, on a new connection: some servers hang up after a refusal.
    Raises Refused (the server's words with the remedy) and whatever ``connect`` raises.
    """
    token = bearer.token("")
    client = connect()
    try:
        words = _try(client, bearer.user, token)
        newer = bearer.token(token) if words and not sasl.policy(words) else token
        if words and newer != token:
            client.shutdown()
            client = connect()
            words = _try(client, bearer.user, newer)
    except BaseException:
        client.shutdown()
        raise
    if words:
        client.shutdown()
        raise Refused(sasl.with_remedy(words))
    return client


def _try(client: Any, user: str, token: str) -> str:
    """Authenticate; returns "" when taken, else the server's words without the token."""
    offered = {each[5:].decode("ascii", "replace").upper() for each in client.capabilities() if each[:5] == b"AUTH="}
    mechanism = sasl.choose(offered)
    if mechanism is None:
        raise sasl.no_mechanism(offered)
    challenges: list[bytes] = []

    def answer(challenge: bytes) -> bytes:
        challenges.append(challenge)
        # The first challenge is empty; a second one is the server's error (RFC 7628 section 3.2.2).
        return sasl.initial(mechanism, user, token) if len(challenges) == 1 else sasl.farewell(mechanism)

    try:
        client.sasl_login(mechanism, answer)
    except IMAPClientError as error:
        if "[UNAVAILABLE]" in str(error):  # RFC 5530: the server's own trouble, not the token's
            raise
        more = sasl.told(challenges[-1]) if len(challenges) > 1 else ""
        return sasl.without(f"{mechanism}: {error} {more}".strip(), token)
    return ""
