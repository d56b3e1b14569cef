"""Who gives tokens: Microsoft 365, Google, or a server of one's own."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from mailbot.core.values import Bilingual, OperatorError


@dataclass(frozen=True)
class Provider:
    """Where to ask and for what.

    With ``device_url`` a person types a code (RFC 8628); with ``authorise_url`` a person opens
    an address and gives back the one the browser lands on (RFC 8252, RFC 7636).
    ``idle_days``: an unused refresh token ends after so many days, 0 when not known.
    """

    name: str
    token_url: str
    scope: str
    device_url: str = ""
    authorise_url: str = ""
    authorise_with: Mapping[str, str] = field(default_factory=dict)
    idle_days: int = 0


# learn.microsoft.com: "Authenticate an IMAP, POP or SMTP connection using OAuth"; 90 days: "Refresh tokens".
MICROSOFT = Provider(
    name="Microsoft 365",
    device_url="https://login.microsoftonline.com/organizations/oauth2/v2.0/devicecode",
    token_url="https://login.microsoftonline.com/organizations/oauth2/v2.0/token",  # noqa: S106 - an address
    scope="offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
    idle_days=90,
)
# Google's device codes are for a short list of scopes, and mail is not among them
# (developers.google.com: "OAuth 2.0 for TV and Limited-Input Device Applications", allowed scopes).
GOOGLE = Provider(
    name="Google",
    authorise_url="https://accounts.google.com/o/oauth2/v2/auth",
    authorise_with={"access_type": "offline", "prompt": "consent"},
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
    scope="https://mail.google.com/",
    idle_days=180,
)


def microsoft(tenant: str) -> Provider:
    """Return Microsoft 365 for one tenant (its identifier or domain)."""
    return replace(
        MICROSOFT,
        device_url=MICROSOFT.device_url.replace("/organizations/", f"/{tenant}/"),
        token_url=MICROSOFT.token_url.replace("/organizations/", f"/{tenant}/"),
    )


def checked(provider: Provider, group: str) -> Provider:
    """Return the provider; OperatorError when an address would send secrets in plain text."""
    for url in filter(None, (provider.token_url, provider.device_url, provider.authorise_url)):
        parts = urlsplit(url)
        if not parts.hostname or not (
            parts.scheme == "https" or (parts.scheme == "http" and _loopback(parts.hostname))
        ):
            raise OperatorError(
                [
                    Bilingual(
                        f"groups.{group}.oauth: «{url}» no sirve; use https:// (http:// solo en esta misma máquina).",
                        f"groups.{group}.oauth: “{url}” will not do; use https:// (http:// on this machine only).",
                    )
                ]
            )
    return provider


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
