"""Signing in to mailboxes that take no passwords: OAuth 2 (RFC 6749), by device code or by address."""

from mailbot.edges.oauth.access import NeedsSignIn, Outlook, SignIn
from mailbot.edges.oauth.exchange import AuthorisationServerTrouble, Refusal
from mailbot.edges.oauth.providers import GOOGLE, MICROSOFT, Provider, checked, microsoft

__all__ = [
    "GOOGLE",
    "MICROSOFT",
    "AuthorisationServerTrouble",
    "NeedsSignIn",
    "Outlook",
    "Provider",
    "Refusal",
    "SignIn",
    "checked",
    "microsoft",
]
