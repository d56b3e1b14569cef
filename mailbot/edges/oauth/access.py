"""The sign-in of one group: gives access tokens, renews them in time, says how long it lasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from mailbot.core.values import Bilingual
from mailbot.edges.oauth import tokens
from mailbot.edges.oauth.exchange import AuthorisationServerTrouble, Refusal, ask
from mailbot.edges.oauth.providers import Provider
from mailbot.edges.oauth.tokens import Tokens

EARLY = timedelta(minutes=5)  # renewed so long before the access token ends
# A token so young that a mail server refuses is not at fault: no newer one is asked for.
YOUNG = timedelta(minutes=5)
BACK_OFF = (30, 60, 300, 900, 3600)  # seconds between tries to renew; the last repeats


class NeedsSignIn(OSError):
    """There is no token to sign in with; ``words`` say what to run."""

    def __init__(self, words: Bilingual) -> None:
        self.words = words
        super().__init__(f"{words.es} / {words.en}")


@dataclass(frozen=True)
class Outlook:
    """How a sign-in is doing: ``well`` false is an alarm, ``words`` the state and the remedy."""

    well: bool
    words: Bilingual


@dataclass(frozen=True)
class _Failure:
    """A renewal that failed: with which refresh token, how often, and when to try again."""

    refresh: str
    since: datetime
    count: int
    again: datetime
    words: Bilingual


class SignIn:
    """One group's tokens, kept in ``file``; shared by its inbox and outbox and safe among processes."""

    def __init__(
        self,
        provider: Provider,
        client_id: str,
        file: Path,
        *,
        group: str,
        now: Callable[[], datetime],
        client_secret: Callable[[], str] = lambda: "",
        ca_file: Path | None = None,
        warn_days: int = 7,
        lasts_days: int | None = None,
    ) -> None:
        self.provider, self.client_id, self.file, self.group = provider, client_id, file, group
        self.now, self.client_secret, self.ca_file = now, client_secret, ca_file
        self.warn, self.lasts_days = timedelta(days=warn_days), lasts_days
        self._failure: _Failure | None = None

    def client(self) -> dict[str, str]:
        """Return the form fields that name the client (RFC 6749 section 2.3.1)."""
        secret = self.client_secret()
        return {"client_id": self.client_id, **({"client_secret": secret} if secret else {})}

    def keep(self, fresh: Tokens) -> None:
        """Keep the tokens of a new sign-in.  Raises OSError when the file cannot be written."""
        with tokens.locked(self.file), tokens.replacing(self.file) as write:
            write(fresh)

    def token(self, refused: str = "") -> str:
        """Return an access token, renewed when it ends soon or is the one just refused.

        Gives ``refused`` back when renewing would not help.  Raises NeedsSignIn with words for
        the operator, and OSError when the token file cannot be read.
        """
        with tokens.locked(self.file):
            held = self._held()
            now = self.now()
            stale = held.access == refused and now - held.obtained >= YOUNG
            if now < held.expires - EARLY and not stale:
                self._failure = None
                return held.access
            return self._renewed(held, now, usable=now < held.expires and held.access != refused)

    def _held(self) -> Tokens:
        try:
            held = tokens.load(self.file)
        except ValueError:
            raise NeedsSignIn(self._run("el archivo de acceso está dañado", "the sign-in file is damaged")) from None
        if held is None:
            raise NeedsSignIn(self._run("falta entrar en el buzón", "not signed in to the mailbox yet"))
        if held.client_id != self.client_id:
            raise NeedsSignIn(self._run("se entró con otro client_id", "signed in with another client id"))
        return held

    def _renewed(self, held: Tokens, now: datetime, *, usable: bool) -> str:
        failure = self._failure
        if failure is None or failure.refresh != held.refresh or now >= failure.again:
            try:
                return self._renew(held, now)
            except (OSError, Refusal) as error:
                failure = self._failed(held, now, error)
        if usable:
            return held.access
        raise NeedsSignIn(failure.words)

    def _renew(self, held: Tokens, now: datetime) -> str:
        if not held.refresh:
            raise Refusal("invalid_grant", "no refresh token")
        form = {"grant_type": "refresh_token", "refresh_token": held.refresh, **self.client()}
        with tokens.replacing(self.file) as write:
            answer = ask(self.provider.token_url, form, ca_file=self.ca_file)
            try:
                fresh = held.renewed(answer, now)
            except ValueError:
                raise AuthorisationServerTrouble(f"{self.provider.token_url}: no access_token") from None
            write(fresh)
        self._failure = None
        return fresh.access

    def _failed(self, held: Tokens, now: datetime, error: Exception) -> _Failure:
        before = self._failure if self._failure and self._failure.refresh == held.refresh else None
        count = before.count + 1 if before else 1
        again = now + timedelta(seconds=BACK_OFF[min(count, len(BACK_OFF)) - 1])
        since = before.since if before else now
        self._failure = _Failure(held.refresh, since, count, again, self._failure_words(error, since))
        return self._failure

    def _failure_words(self, error: Exception, since: datetime) -> Bilingual:
        day = since.strftime("%Y-%m-%d %H:%M UTC")
        if isinstance(error, Refusal):
            return self._run(
                f"el acceso ya no se renueva desde {day} ({error})", f"the sign-in is not renewed since {day} ({error})"
            )
        return Bilingual(
            f"{self.provider.name}: no se pudo renovar el acceso desde {day} ({error}); se sigue intentando. "
            f"Revise red y disco; si continúa, «mailbot login --group {self.group}»",
            f"{self.provider.name}: could not renew the sign-in since {day} ({error}); trying on. "
            f"Check network and disk; should it last, “mailbot login --group {self.group}”",
        )

    def _run(self, es: str, en: str) -> Bilingual:
        name, command = self.provider.name, f"mailbot login --group {self.group}"
        return Bilingual(f"{name}: {es}; ejecute «{command}»", f"{name}: {en}; run “{command}”")

    def outlook(self) -> Outlook:
        """Renew when it is time and return how the sign-in is doing."""
        try:
            self.token()
            with tokens.locked(self.file):
                held = self._held()
        except NeedsSignIn as error:
            return Outlook(well=False, words=error.words)
        except OSError as error:
            words = f"{self.provider.name}: {self.file}: {error.strerror or error}"
            return Outlook(well=False, words=Bilingual(words, words))
        if self._failure is not None:
            return Outlook(well=False, words=self._failure.words)
        return self._lasting(held)

    def _lasting(self, held: Tokens) -> Outlook:
        end, idle = self.end(held)
        if end is None:
            return Outlook(
                well=True,
                words=Bilingual(
                    f"{self.provider.name}: con acceso, sin fin conocido",
                    f"{self.provider.name}: signed in, no end known",
                ),
            )
        left = end - self.now()
        es = f"el acceso dura hasta {end:%Y-%m-%d} ({left.days} días)" + (" si no se usa" if idle else "")
        en = f"the sign-in lasts until {end:%Y-%m-%d} ({left.days} days)" + (" if unused" if idle else "")
        if left > self.warn:
            return Outlook(well=True, words=Bilingual(f"{self.provider.name}: {es}", f"{self.provider.name}: {en}"))
        return Outlook(well=False, words=self._run(es, en))

    def end(self, held: Tokens) -> tuple[datetime | None, bool]:
        """Return when the sign-in ends as far as is known, and whether only if it is not used."""
        fixed = [each for each in (held.ends, self._by_settings(held)) if each is not None]
        if fixed:
            return min(fixed), False
        if self.provider.idle_days:
            return held.obtained + timedelta(days=self.provider.idle_days), True
        return None, False

    def _by_settings(self, held: Tokens) -> datetime | None:
        return held.signed_in + timedelta(days=self.lasts_days) if self.lasts_days else None
