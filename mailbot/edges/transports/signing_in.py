"""Signing in to SMTP with an access token, once more with a newer one when it is refused."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Awaitable, Callable

import aiosmtplib

from mailbot.edges import sasl
from mailbot.edges.sasl import Bearer, Refused

TAKEN, GO_ON = 235, 334


async def sign_in(connect: Callable[[], Awaitable[aiosmtplib.SMTP]], bearer: Bearer) -> aiosmtplib.SMTP:
    """Return a client that is signed in.

    A refused token (535) is renewed once, on a new connection.  Raises Refused (the server's
    words with the remedy), OSError when there is no token, and whatever ``connect`` raises.
    """
    token = await asyncio.to_thread(bearer.token, "")
    client = await connect()
    try:
        code, words = await _try(client, bearer.user, token)
        if code == 535 and not sasl.policy(words):
            newer = await asyncio.to_thread(bearer.token, token)
            if newer != token:
                client.close()
                client = await connect()
                code, words = await _try(client, bearer.user, newer)
    except BaseException:
        client.close()
        raise
    if code != TAKEN:
        client.close()
        raise Refused(sasl.with_remedy(words) if 500 <= code <= 599 else words)
    return client


async def _try(client: aiosmtplib.SMTP, user: str, token: str) -> tuple[int, str]:
    """Authenticate; returns the code and the server's words without the token."""
    await client.ehlo()
    # Not aiosmtplib's own list: it knows no OAUTHBEARER.
    offered = set(str(client.esmtp_extensions.get("auth", "")).upper().split())
    mechanism = sasl.choose(offered)
    if mechanism is None:
        raise sasl.no_mechanism(offered)
    first = base64.b64encode(sasl.initial(mechanism, user, token))
    answer = await client.execute_command(b"AUTH", mechanism.encode(), first)
    more = ""
    if answer.code == GO_ON:
        # The server's error comes as a challenge: read it, then ask for its last word.
        more = sasl.told(_decoded(answer.message))
        answer = await client.execute_command(base64.b64encode(sasl.farewell(mechanism)))
    words = f"{mechanism}: {answer.code} {' '.join(answer.message.split())} {more}".strip()
    return answer.code, sasl.without(words, first.decode(), token)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""
