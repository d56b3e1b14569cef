"""Signing in, keeping and renewing tokens, against an authorisation server on loopback."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailbot.core.values import OperatorError
from mailbot.edges.oauth import (
    GOOGLE,
    MICROSOFT,
    AuthorisationServerTrouble,
    NeedsSignIn,
    Provider,
    Refusal,
    SignIn,
    checked,
    microsoft,
)
from mailbot.edges.oauth.access import BACK_OFF
from mailbot.edges.oauth.login import begin_device, begin_visit, finish_device, finish_visit
from mailbot.edges.oauth.remedies import explained
from mailbot.edges.oauth.tokens import load, tokens_from
from tests.servers.oauth import CLIENT, SCOPE, AuthorisationServer, authorisation_server


class Clock:
    """An hour that moves when somebody sleeps or the test says so."""

    def __init__(self) -> None:
        self.hour = dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC)
        self.slept: list[float] = []

    def __call__(self) -> dt.datetime:
        return self.hour

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.forward(seconds=seconds)

    def forward(self, **by: float) -> None:
        self.hour += dt.timedelta(**by)


@pytest.fixture
def server() -> Iterator[AuthorisationServer]:
    with authorisation_server() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


def sign_in_at(server: AuthorisationServer, folder: Path, clock: Clock, **more: object) -> SignIn:
    provider = Provider("Prueba", f"{server.url}/token", SCOPE, f"{server.url}/device", f"{server.url}/authorise")
    return SignIn(provider, CLIENT, folder / "md.oauth", group="md", now=clock, **more)  # type: ignore[arg-type]


def signed_in(server: AuthorisationServer, folder: Path, clock: Clock, **more: object) -> SignIn:
    found = sign_in_at(server, folder, clock, **more)
    finish_device(found, begin_device(found), sleep=lambda _: None, tell=lambda _: None)
    return found


def test_a_code_is_waited_for_at_the_pace_the_server_asks(server, tmp_path: Path, clock: Clock) -> None:
    server.decisions = ["authorization_pending", "slow_down", "authorization_pending", "slow_down", ""]
    found = sign_in_at(server, tmp_path, clock)
    device = begin_device(found)
    assert device.user_code == "WDJB-MJHT"
    left: list[dt.timedelta] = []
    finish_device(found, device, sleep=clock.sleep, tell=left.append)
    assert clock.slept == [5, 5, 10, 10, 15]
    assert [each.total_seconds() for each in left] == [895, 890, 880, 870]
    assert found.token() in server.active


def test_the_file_is_for_its_owner_only_and_nothing_else_stays(server, tmp_path: Path, clock: Clock) -> None:
    before = os.umask(0)
    try:
        found = signed_in(server, tmp_path, clock)
    finally:
        os.umask(before)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["md.oauth", "md.oauth.lock"]
    assert found.file.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "md.oauth.lock").stat().st_mode & 0o777 == 0o600
    clock.forward(hours=1)
    found.token()
    assert found.file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("code", ["expired_token", "access_denied", "authorization_declined", "invalid_grant"])
def test_a_refusal_ends_the_waiting_with_a_remedy(server, tmp_path: Path, clock: Clock, code: str) -> None:
    server.decisions = ["authorization_pending", code]
    found = sign_in_at(server, tmp_path, clock)
    with pytest.raises(Refusal) as told:
        finish_device(found, begin_device(found), sleep=clock.sleep, tell=lambda _: None)
    assert told.value.code == code
    words = explained("Prueba", told.value)
    assert "mailbot login" in words.es
    assert "mailbot login" in words.en
    assert not found.file.exists()


def test_a_code_nobody_types_ends_by_our_clock_too(server, tmp_path: Path, clock: Clock) -> None:
    server.decisions = ["authorization_pending"] * 1000
    found = sign_in_at(server, tmp_path, clock)
    with pytest.raises(Refusal) as told:
        finish_device(found, begin_device(found), sleep=clock.sleep, tell=lambda _: None)
    assert told.value.code == "expired_token"
    assert sum(clock.slept) == 900


def test_a_server_in_trouble_is_asked_less_often(server, tmp_path: Path, clock: Clock) -> None:
    server.decisions = ["500", "500", ""]
    found = sign_in_at(server, tmp_path, clock)
    finish_device(found, begin_device(found), sleep=clock.sleep, tell=lambda _: None)
    assert clock.slept == [5, 10, 20]


@pytest.mark.parametrize(
    ("code", "words", "sign"),
    [
        ("invalid_client", "", "client_id"),
        ("invalid_client", "AADSTS7000218: The request body must contain …", "public client flows"),
        ("unauthorized_client", "AADSTS700016: Application not found", "tenant"),
        ("invalid_grant", "AADSTS65001: The user has not consented", "IMAP.AccessAsUser.All"),
        ("access_denied", "AADSTS53003: Access has been blocked by Conditional Access", "policy"),
        ("invalid_scope", "", "permissions"),
        ("something_new", "", "docs/operating.md"),
    ],
)
def test_every_refusal_has_its_remedy(code: str, words: str, sign: str) -> None:
    told = explained("Microsoft 365", Refusal(code, words))
    assert sign in told.en
    assert told.es != told.en
    assert code in told.es


def test_a_wrong_client_is_told_at_once(server, tmp_path: Path, clock: Clock) -> None:
    found = sign_in_at(server, tmp_path, clock)
    found.client_id = "otro"
    with pytest.raises(Refusal) as told:
        begin_device(found)
    assert told.value.code == "invalid_client"


def test_an_address_is_opened_and_the_answer_proves_itself(server, tmp_path: Path, clock: Clock) -> None:
    found = sign_in_at(server, tmp_path, clock)
    visit = begin_visit(found)
    finish_visit(found, visit, server.consent(visit.address) + "\n")
    assert found.token() in server.active
    other = begin_visit(found)
    with pytest.raises(Refusal) as told:
        finish_visit(found, other, server.consent(visit.address))
    assert told.value.code == "wrong_address"
    with pytest.raises(Refusal) as told:
        finish_visit(found, other, f"http://127.0.0.1/?state={other.state}&error=access_denied")
    assert told.value.code == "access_denied"
    # Our state with a code that somebody else asked for: PKCE (RFC 7636) refuses it.
    stolen = server.consent(visit.address).partition("code=")[2]
    with pytest.raises(Refusal) as told:
        finish_visit(found, other, f"http://127.0.0.1/?state={other.state}&code={stolen}")
    assert told.value.code == "invalid_grant"


def test_renewed_before_it_ends_and_the_new_refresh_token_is_kept(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock)
    first, refresh = found.token(), server.refresh_token
    clock.forward(minutes=54)
    assert found.token() == first
    clock.forward(minutes=2)
    second = found.token()
    assert second != first
    assert server.refresh_token != refresh
    assert load(found.file).refresh == server.refresh_token
    clock.forward(hours=1)
    assert found.token() not in {first, second}
    assert server.refreshes() == 2


def test_inbox_and_outbox_together_renew_once(server, tmp_path: Path, clock: Clock) -> None:
    """Each with its own SignIn, as two processes have; a second refresh would be refused."""
    mine, other = signed_in(server, tmp_path, clock), sign_in_at(server, tmp_path, clock)
    clock.forward(hours=2)
    together = threading.Barrier(8)
    given: list[str] = []

    def ask(sign_in: SignIn) -> None:
        together.wait()
        given.append(sign_in.token())

    threads = [threading.Thread(target=ask, args=(each,)) for each in (mine, other) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(given) == 8
    assert len(set(given)) == 1
    assert server.refreshes() == 1


def test_a_refused_token_is_renewed_unless_it_is_young(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock)
    token = found.token()
    assert found.token(token) == token
    assert server.refreshes() == 0
    clock.forward(minutes=6)
    newer = found.token(token)
    assert newer != token
    # The one that the other door has renewed meanwhile is given without another refresh.
    assert found.token(token) == newer
    assert server.refreshes() == 1


def test_a_failed_renewal_backs_off_tells_and_recovers(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock)
    token = found.token()
    server.refusals = ["500", "500"]
    clock.forward(minutes=57)
    assert found.token() == token, "still good for three minutes"
    alarm = found.outlook()
    assert not alarm.well
    assert "mailbot login --group md" in alarm.words.es
    assert server.refreshes() == 1, "not asked again before its time"
    clock.forward(minutes=4)
    with pytest.raises(NeedsSignIn):
        found.token()
    assert server.refreshes() == 2
    with pytest.raises(NeedsSignIn):
        found.token()
    assert server.refreshes() == 2
    clock.forward(minutes=2)
    assert found.token() in server.active
    assert found.outlook().well


def test_back_off_never_ends_and_never_waits_more_than_an_hour(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock)
    server.refusals = ["invalid_grant"] * 100
    clock.forward(hours=2)
    asked: list[int] = []
    for _ in range(4 * 60):
        assert not found.outlook().well
        asked.append(server.refreshes())
        clock.forward(minutes=1)
    gaps = [minute for minute in range(1, len(asked)) if asked[minute] > asked[minute - 1]]
    assert gaps[:4] == [1, 2, 7, 22]
    assert gaps[4:] == [82, 142, 202]
    assert BACK_OFF[-1] == 3600


def test_signing_in_again_is_seen_at_once_by_who_backs_off(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock)
    server.refusals = ["invalid_grant"] * 3
    clock.forward(hours=2)
    for _ in range(3):
        assert not found.outlook().well
        clock.forward(hours=1)
    signed_in(server, tmp_path, clock)
    assert found.outlook().well
    assert found.token() in server.active


@pytest.mark.parametrize(
    ("spoil", "sign"),
    [
        (lambda path: path.unlink(), "not signed in"),
        (lambda path: path.write_text('{"access_token": "se-ve"'), "damaged"),
        (lambda path: path.write_text('{"access_token": "se-ve"}'), "damaged"),
        (lambda path: path.write_text(path.read_text().replace(CLIENT, "otro")), "another client"),
    ],
)
def test_a_file_that_is_of_no_use_says_what_to_run(server, tmp_path: Path, clock: Clock, spoil, sign: str) -> None:
    found = signed_in(server, tmp_path, clock)
    spoil(found.file)
    with pytest.raises(NeedsSignIn) as told:
        found.token()
    assert sign in str(told.value)
    assert "mailbot login --group md" in str(told.value)
    assert "se-ve" not in str(told.value)
    assert not found.outlook().well


def test_a_folder_that_cannot_be_written_costs_no_refresh_token(
    server, tmp_path: Path, clock: Clock, monkeypatch
) -> None:
    found = signed_in(server, tmp_path, clock)
    clock.forward(hours=2)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    alarm = found.outlook()
    assert not alarm.well
    assert "No space left" in alarm.words.en
    assert server.refreshes() == 0
    monkeypatch.undo()
    clock.forward(minutes=1)
    assert found.outlook().well


def test_an_alarm_before_the_end_the_server_announced(server, tmp_path: Path, clock: Clock) -> None:
    server.ends_in = 10 * 86400
    found = signed_in(server, tmp_path, clock, warn_days=7)
    assert found.outlook().well
    assert "2027-01-14" in found.outlook().words.es
    server.ends_in = None
    clock.forward(days=2)
    held = load(found.file)
    assert held.ends is not None
    # A rotated token without a word on its end has none known.
    assert held.renewed({"access_token": "a", "refresh_token": "b"}, clock()).ends is None
    assert held.renewed({"access_token": "a"}, clock()).ends == held.ends
    server.ends_in = 6 * 86400
    alarm = found.outlook()
    assert not alarm.well
    assert "mailbot login --group md" in alarm.words.en


def test_the_operator_may_know_the_end_and_an_unused_token_has_one(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock, lasts_days=30, warn_days=5)
    assert "2027-02-03" in found.outlook().words.en
    clock.forward(days=26)
    assert not found.outlook().well
    without = sign_in_at(server, tmp_path, clock)
    assert "no end known" in without.outlook().words.en
    idle = SignIn(MICROSOFT, CLIENT, found.file, group="md", now=clock)
    assert "90 days) if unused" in idle.outlook().words.en


@pytest.mark.parametrize("lie", ["", "mañana", -5, 1e400, "3600.0", None, [3600]])
def test_any_word_on_the_duration_is_lived_with(clock: Clock, lie: object) -> None:
    found = tokens_from({"access_token": "a", "expires_in": lie}, CLIENT, clock())
    assert found.expires == clock() + dt.timedelta(hours=1)


@pytest.mark.parametrize("answer", [{}, {"access_token": None}, {"access_token": "a\r\nb"}, {"access_token": "ñ"}])
def test_no_token_that_could_break_a_line(clock: Clock, answer: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        tokens_from(answer, CLIENT, clock())


def test_a_server_that_is_gone_is_trouble_without_the_form(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock)
    refresh = server.refresh_token
    server.stop()
    clock.forward(hours=2)
    with pytest.raises(NeedsSignIn) as told:
        found.token()
    chain, error = [], told.value
    while error is not None:
        chain.append(repr(error))
        error = error.__cause__ or error.__context__
    assert not any(refresh in each for each in chain)
    with pytest.raises(AuthorisationServerTrouble):
        begin_device(found)


def test_an_error_that_repeats_the_secret_is_shown_without_it(server, tmp_path: Path, clock: Clock) -> None:
    found = signed_in(server, tmp_path, clock)
    server.refusals, server.description = ["invalid_grant"], f"bad token {server.refresh_token}\nTrace ID: 1"
    clock.forward(hours=2)
    words = found.outlook().words.en
    assert "bad token …" in words
    assert "Trace" not in words
    assert server.refresh_token not in repr(load(found.file))


def test_the_client_secret_is_read_when_it_is_needed(server, tmp_path: Path, clock: Clock) -> None:
    server.secret = "secreto-del-cliente"
    secret = tmp_path / "secreto"
    secret.write_text("secreto-del-cliente\n")
    found = signed_in(server, tmp_path, clock, client_secret=lambda: secret.read_text().strip())
    secret.unlink()
    clock.forward(hours=2)
    assert "secreto" in found.outlook().words.en


def test_secrets_go_over_tls_or_loopback_only() -> None:
    for url in ("http://login.example/token", "ftp://x/", "token", "http://10.0.0.1/t"):
        with pytest.raises(OperatorError):
            checked(Provider("x", url, "s", device_url="https://login.example/d"), "md")
    for provider in (MICROSOFT, GOOGLE, microsoft("crm.example")):
        assert checked(provider, "md") is provider
    assert "/crm.example/oauth2/" in microsoft("crm.example").token_url
    assert "/crm.example/oauth2/" in microsoft("crm.example").device_url
