"""flufl.bounce, asked last: it knows old mail programs by heart and sees bounces in ordinary mail.

It raises on some mail and takes the words of people for failures: only a message that looks like
a bounce otherwise may be put to it, and only its plain text.
"""

from __future__ import annotations

import logging
from email.message import Message as Parsed

from flufl.bounce import all_failures

from mailbot.core.values import Bounced

MAXIMUM_LINES = 200


def recipients(lines: tuple[str, ...], sender: str, mailer: str) -> tuple[Bounced, ...]:
    """Return (address, permanent) of the failures flufl.bounce finds in the first 200 lines."""
    text = "\n".join(line[:400] for line in lines[:MAXIMUM_LINES])
    letter = Parsed()
    letter["From"] = sender
    letter["X-Mailer"] = mailer
    letter.set_payload(text + "\n")
    log = logging.getLogger("flufl.bounce")
    silent, log.disabled = log.disabled, True  # it tells of its own mistakes on standard error
    try:
        temporary, permanent = all_failures(letter)
    except Exception:  # noqa: BLE001 - whatever it raises: then it has nothing to say
        return ()
    finally:
        log.disabled = silent
    return (*_bounced(permanent, permanent=True), *_bounced(temporary - permanent, permanent=False))


def _bounced(found: frozenset[bytes], *, permanent: bool) -> tuple[Bounced, ...]:
    addresses = sorted(each.decode("ascii", "replace").strip().lower() for each in found)
    return tuple(Bounced(each, permanent) for each in addresses if "@" in each and " " not in each)
