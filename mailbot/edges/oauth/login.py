"""Signing in with a person's help: the code to type (RFC 8628), or the address to open (RFC 8252)."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from mailbot.edges.oauth.access import SignIn
from mailbot.edges.oauth.exchange import AuthorisationServerTrouble, Refusal, ask
from mailbot.edges.oauth.tokens import Tokens, tokens_from

DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
SLOWER = 5.0  # RFC 8628 section 3.5: five seconds more at each slow_down
LONGEST = 60.0
# Nobody listens there: the browser shows an error, its address bar the answer.
LANDING = "http://127.0.0.1:49187/"


@dataclass(frozen=True)
class Device:
    """What a person needs: the code, the address to open, and until when the code is good."""

    user_code: str
    address: str
    expires: datetime
    interval: float
    device_code: str = field(repr=False)


def begin_device(sign_in: SignIn) -> Device:
    """Ask for a code (RFC 8628 section 3.1).  Raises Refusal and AuthorisationServerTrouble."""
    form = {**sign_in.client(), "scope": sign_in.provider.scope}
    answer = ask(sign_in.provider.device_url, form, ca_file=sign_in.ca_file)
    try:
        return Device(
            user_code=str(answer["user_code"]),
            address=str(answer.get("verification_uri") or answer["verification_url"]),
            expires=sign_in.now() + timedelta(seconds=float(answer["expires_in"])),
            interval=max(1.0, float(answer.get("interval") or 5)),
            device_code=str(answer["device_code"]),
        )
    except (KeyError, TypeError, ValueError):
        raise AuthorisationServerTrouble(f"{sign_in.provider.device_url}: no device code") from None


def finish_device(
    sign_in: SignIn, device: Device, *, sleep: Callable[[float], None], tell: Callable[[timedelta], None]
) -> Tokens:
    """Wait until the person has typed the code; ``tell`` hears how long it is still good.

    Raises Refusal: expired_token, access_denied or what else the server says.
    """
    form = {"grant_type": DEVICE, "device_code": device.device_code, **sign_in.client()}
    interval = device.interval
    while sign_in.now() < device.expires:
        sleep(interval)
        try:
            return _kept(sign_in, ask(sign_in.provider.token_url, form, ca_file=sign_in.ca_file))
        except AuthorisationServerTrouble:
            interval = min(interval * 2, LONGEST)  # RFC 8628 section 3.5
        except Refusal as error:
            if error.code == "slow_down":
                interval = min(interval + SLOWER, LONGEST)
            elif error.code != "authorization_pending":
                raise
        tell(device.expires - sign_in.now())
    raise Refusal("expired_token", "")


@dataclass(frozen=True)
class Visit:
    """An address to open, and what proves that the answer belongs to it."""

    address: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def begin_visit(sign_in: SignIn) -> Visit:
    """Return the address to open, with PKCE (RFC 7636)."""
    state, verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(48)
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    query = {
        "client_id": sign_in.client_id,
        "redirect_uri": LANDING,
        "response_type": "code",
        "scope": sign_in.provider.scope,
        "state": state,
        "code_challenge": digest,
        "code_challenge_method": "S256",
        **sign_in.provider.authorise_with,
    }
    return Visit(f"{sign_in.provider.authorise_url}?{urlencode(query)}", state, verifier)


def finish_visit(sign_in: SignIn, visit: Visit, landed: str) -> Tokens:
    """Exchange the address the browser landed on.  Raises Refusal; ``wrong_address`` when it is another."""
    found = {key: values[0] for key, values in parse_qs(urlsplit(landed.strip()).query).items()}
    if not secrets.compare_digest(found.get("state", "").encode(), visit.state.encode()):
        raise Refusal("wrong_address", "")
    if "code" not in found:
        raise Refusal(found.get("error", "wrong_address")[:60], found.get("error_description", "")[:200])
    form = {
        "grant_type": "authorization_code",
        "code": found["code"],
        "redirect_uri": LANDING,
        "code_verifier": visit.verifier,
        **sign_in.client(),
    }
    return _kept(sign_in, ask(sign_in.provider.token_url, form, ca_file=sign_in.ca_file))


def _kept(sign_in: SignIn, answer: Mapping[str, Any]) -> Tokens:
    try:
        found = tokens_from(answer, sign_in.client_id, sign_in.now())
    except ValueError:
        raise AuthorisationServerTrouble(f"{sign_in.provider.token_url}: no access_token") from None
    if not found.refresh:
        raise Refusal("no_refresh_token", "")
    sign_in.keep(found)
    return found
