"""Where messages come from: IMAP or Maildir."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.inbox.imap import ImapInbox, Unreachable
from mailbot.edges.inbox.maildir import MaildirInbox
from mailbot.edges.sasl import Bearer

__all__ = ["ImapInbox", "MaildirInbox", "Unreachable", "open_inbox"]


def open_inbox(
    url: str,
    password: Callable[[], str] | None,
    *,
    after_handling: str = "mark",
    ca_file: Path | None = None,
    bearer: Bearer | None = None,
) -> ImapInbox | MaildirInbox:
    """Open the mailbox of a URL and sign in.

    ``imaps://user@host/INBOX``, ``imap://`` with STARTTLS required, ``imap+insecure://`` for
    loopback only, ``maildir:///path``.  With ``bearer`` an access token signs in instead of a
    password.  Raises Unreachable (an OSError) when the server
    cannot be reached now and OperatorError for a URL that is not understood.
    """
    scheme = url.partition(":")[0]
    if scheme == "maildir":
        return MaildirInbox(Path("/" + url.partition(":")[2].lstrip("/")))
    if scheme in {"imap", "imaps", "imap+insecure"}:
        return ImapInbox(url, password, after_handling=after_handling, ca_file=ca_file, bearer=bearer)
    raise OperatorError(
        [
            Bilingual(
                f"inbox: «{scheme}://» no se conoce; use imaps://, imap:// o maildir:///.",
                f"inbox: “{scheme}://” is not known; use imaps://, imap:// or maildir:///.",
            )
        ]
    )
