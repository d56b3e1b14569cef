"""Letters over SMTP (RFC 5321), one reused connection per server.

The carrier answers sent, later or never, with the server's words.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiosmtplib

from mailbot.core.values import Bilingual, Carried, OperatorError
from mailbot.edges.sasl import Bearer, Refused
from mailbot.edges.transports import signing_in

DEFAULT_PORTS = {"smtps": 465, "smtp": 587, "smtp+insecure": 25}


class SmtpCarrier:
    """One server.  Connects at the first letter and again when the connection was lost."""

    def __init__(
        self,
        url: str,
        password: Callable[[], str] | None,
        *,
        ca_file: Path | None = None,
        timeout: float = 30.0,
        bearer: Bearer | None = None,
    ) -> None:
        parts = urlsplit(url)
        self.host = parts.hostname or "localhost"
        self.port = parts.port or DEFAULT_PORTS[parts.scheme]
        self.scheme = parts.scheme
        self.user = unquote(parts.username or "")
        self.password = password or ((lambda: unquote(parts.password or "")) if parts.password else None)
        self.ca_file = ca_file
        self.timeout = timeout
        self.bearer = bearer
        self._client: aiosmtplib.SMTP | None = None
        if self.scheme == "smtp+insecure" and not _is_loopback(self.host):
            raise OperatorError(
                [
                    Bilingual(
                        f"smtp+insecure://{self.host}: sin cifrado solo se admite esta misma máquina; use smtps://.",
                        f"smtp+insecure://{self.host}: without encryption only this machine is accepted; use smtps://.",
                    )
                ]
            )

    async def _connected(self) -> aiosmtplib.SMTP:
        if self._client is not None and self._client.is_connected:
            return self._client
        if self.bearer is not None:
            self._client = await signing_in.sign_in(self._greeted, self.bearer)
            return self._client
        client = await self._greeted()
        if self.user and self.password is not None:
            await client.login(self.user, self.password())
        self._client = client
        return client

    async def _greeted(self) -> aiosmtplib.SMTP:
        context = None
        if self.scheme != "smtp+insecure":
            context = ssl.create_default_context(cafile=str(self.ca_file) if self.ca_file else None)
        client = aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            timeout=self.timeout,
            use_tls=self.scheme == "smtps",
            # Required, never "if offered": a letter does not go on in plain text.
            start_tls=self.scheme == "smtp",
            tls_context=context,
        )
        await client.connect()
        return client

    async def send(self, envelope_from: str, to: str, raw: bytes) -> Carried:
        """Carry one letter.  Time-outs and lost connections before acceptance are ``later``."""
        try:
            client = await self._connected()
        except (aiosmtplib.SMTPException, OSError, Refused) as error:
            self._drop()
            return Carried("later", f"{self.host}: {_words(error)}")
        needs_utf8 = not (envelope_from.isascii() and to.isascii())
        if needs_utf8 and not client.supports_extension("smtputf8"):
            return Carried("never", f"{self.host} offers no SMTPUTF8 (RFC 6531) for {to}")
        options = ["SMTPUTF8"] if needs_utf8 else []
        try:
            _, words = await client.sendmail(envelope_from, [to], raw, mail_options=options)
        except aiosmtplib.SMTPRecipientsRefused as error:
            refusal = error.recipients[0]
            return await self._refused(refusal.code, refusal.message)
        except aiosmtplib.SMTPResponseException as error:
            return await self._refused(error.code, error.message)
        except (aiosmtplib.SMTPException, OSError) as error:
            self._drop()
            return Carried("later", f"{self.host}: {_words(error)}")
        return Carried("sent", words)

    async def _refused(self, code: int, message: str) -> Carried:
        words = f"{code} {message}"
        if code in {421, 530, 535} or code < 0:
            # The server hangs up, or wants another sign-in: the letter is not at fault.
            self._drop()
            return Carried("later", words)
        return Carried("never" if 500 <= code <= 599 else "later", words)

    def _drop(self) -> None:
        if self._client is not None:
            self._client.close()
        self._client = None

    async def check(self) -> str:
        """Connect and say NOOP; returns the server's name.  Raises OSError with its words."""
        try:
            client = await self._connected()
            await client.noop()
        except (aiosmtplib.SMTPException, Refused) as error:
            self._drop()
            raise OSError(f"{self.host}: {_words(error)}") from error
        return f"{self.host}:{self.port}"

    async def close(self) -> None:
        """Say QUIT; a server that is gone already is no trouble."""
        if self._client is not None and self._client.is_connected:
            try:
                await self._client.quit()
            except (aiosmtplib.SMTPException, OSError):
                self._client.close()
        self._client = None


def _words(error: BaseException) -> str:
    return str(error) or type(error).__name__


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
