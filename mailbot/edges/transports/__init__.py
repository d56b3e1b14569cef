"""Where letters leave: SMTP or Maildir."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.sasl import Bearer
from mailbot.edges.transports.maildir import MaildirCarrier
from mailbot.edges.transports.smtp import SmtpCarrier

__all__ = ["MaildirCarrier", "SmtpCarrier", "open_carrier"]


def open_carrier(
    url: str,
    password: Callable[[], str] | None,
    *,
    ca_file: Path | None = None,
    timeout: float = 30.0,
    bearer: Bearer | None = None,
) -> SmtpCarrier | MaildirCarrier:
    """Return the carrier of a URL; it connects when the first letter leaves.

    ``smtps://user@host``, ``smtp://`` with STARTTLS required, ``smtp+insecure://`` for loopback
    only, ``maildir:///path``.  With ``bearer`` an access token signs in instead of a password.
    """
    scheme = url.partition(":")[0]
    if scheme == "maildir":
        return MaildirCarrier(Path("/" + url.partition(":")[2].lstrip("/")))
    if scheme in {"smtp", "smtps", "smtp+insecure"}:
        return SmtpCarrier(url, password, ca_file=ca_file, timeout=timeout, bearer=bearer)
    raise OperatorError(
        [
            Bilingual(
                f"outbox: «{scheme}://» no se conoce; use smtps://, smtp:// o maildir:///.",
                f"outbox: “{scheme}://” is not known; use smtps://, smtp:// or maildir:///.",
            )
        ]
    )
