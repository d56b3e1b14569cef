"""``mailbot login``: a person signs the group's mailbox in, once."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable

from mailbot import wiring
from mailbot.cli.common import CouldNotError, say, settings_of
from mailbot.cli.operate import check_inbox, check_outbox, check_sign_in, checked
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.oauth import AuthorisationServerTrouble, Refusal, SignIn
from mailbot.edges.oauth.login import begin_device, begin_visit, finish_device, finish_visit
from mailbot.edges.oauth.remedies import explained
from mailbot.settings import GroupSettings, Settings

MINUTE = dt.timedelta(minutes=1)


def login(arguments: argparse.Namespace, *, sleep: Callable[[float], None] = time.sleep) -> int:
    """Sign in, keep the tokens, then try the mailbox and the way out with them; 1 when one refuses."""
    group = _group(settings_of(arguments), arguments.group)
    door = wiring.doors(group)
    assert door.sign_in is not None
    try:
        _sign_in(door.sign_in, sleep)
    except Refusal as error:
        raise CouldNotError(explained(door.sign_in.provider.name, error)) from None
    except AuthorisationServerTrouble as error:
        raise CouldNotError(
            Bilingual(
                f"El servidor de acceso no responde bien: {error}. Revise la red y las direcciones de «oauth».",
                f"The sign-in server does not answer well: {error}. Check the network and the addresses in “oauth”.",
            )
        ) from None
    except OSError as error:
        raise CouldNotError(
            Bilingual(
                f"No se pudo guardar el acceso en {door.sign_in.file}: {error.strerror}. Dé permiso de escritura.",
                f"The sign-in could not be kept in {door.sign_in.file}: {error.strerror}. Make the folder writable.",
            )
        ) from None
    say(Bilingual(f"Listo: guardado en {door.sign_in.file}.", f"Done: kept in {door.sign_in.file}."))
    well = checked(f"{group.key} sign-in", lambda: check_sign_in(door))
    well &= checked(f"{group.key} inbox", lambda: check_inbox(door))
    well &= checked(f"{group.key} outbox", lambda: check_outbox(door))
    return 0 if well else 1


def _group(settings: Settings, key: str | None) -> GroupSettings:
    able = {group.key: group for group in settings.groups if group.oauth is not None}
    if key is None and len(able) == 1:
        return next(iter(able.values()))
    if key in able:
        return able[key]
    names = ", ".join(able)
    raise OperatorError(
        [
            Bilingual(f"--group: diga cuál de los grupos: {names}.", f"--group: say which of the groups: {names}.")
            if able and key not in {group.key for group in settings.groups}
            else Bilingual(
                'groups: ese grupo no entra con OAuth 2; añada oauth = "microsoft" y oauth_client_id, vea '
                "docs/operating.md.",
                'groups: that group does not sign in with OAuth 2; add oauth = "microsoft" and oauth_client_id, see '
                "docs/operating.md.",
            )
        ]
    )


def _sign_in(sign_in: SignIn, sleep: Callable[[float], None]) -> None:
    if sign_in.provider.device_url:
        _by_code(sign_in, sleep)
    else:
        _by_address(sign_in)


def _by_code(sign_in: SignIn, sleep: Callable[[float], None]) -> None:
    device = begin_device(sign_in)
    minutes = int((device.expires - sign_in.now()) / MINUTE)
    say(
        Bilingual(
            f"Abra {device.address} en cualquier navegador, escriba el código {device.user_code} y entre con la cuenta "
            f"del buzón. El código vale {minutes} minutos; aquí se espera …",
            f"Open {device.address} in any browser, type the code {device.user_code} and sign in with the mailbox's "
            f"account. The code is good for {minutes} minutes; waiting here …",
        )
    )
    finish_device(sign_in, device, sleep=sleep, tell=_Waiting(minutes))


class _Waiting:
    """Says once a minute how long the code is still good."""

    def __init__(self, minutes: int) -> None:
        self.said = minutes

    def __call__(self, left: dt.timedelta) -> None:
        minutes = int(left / MINUTE)
        if 0 < minutes < self.said:
            self.said = minutes
            say(
                Bilingual(
                    f"Esperando: el código vale {minutes} min más …",
                    f"Waiting: the code is good for {minutes} more min …",
                )
            )


def _by_address(sign_in: SignIn) -> None:
    visit = begin_visit(sign_in)
    say(
        Bilingual(
            f"Abra esta dirección en cualquier navegador y entre con la cuenta del buzón:\n\n{visit.address}\n\n"
            "Al final el navegador dirá que no puede abrir 127.0.0.1: está bien. Copie la dirección completa de su "
            "barra, péguela aquí y pulse Intro:",
            f"Open this address in any browser and sign in with the mailbox's account:\n\n{visit.address}\n\n"
            "In the end the browser says that it cannot open 127.0.0.1: that is well. Copy the whole address from its "
            "bar, paste it here and press Enter:",
        )
    )
    finish_visit(sign_in, visit, sys.stdin.readline())
