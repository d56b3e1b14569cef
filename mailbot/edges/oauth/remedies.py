"""What a person can do about an authorisation server's refusal, in both languages."""

from __future__ import annotations

from mailbot.core.values import Bilingual
from mailbot.edges.oauth.exchange import Refusal

# Microsoft's own codes say more than the OAuth error (learn.microsoft.com: "AADSTS error codes").
_BY_WORDS: tuple[tuple[tuple[str, ...], Bilingual], ...] = (
    (
        ("AADSTS7000218",),
        Bilingual(
            "el registro de la aplicación no admite códigos: en Entra, Autenticación, «Permitir flujos de clientes "
            "públicos»: Sí",
            "the app registration takes no codes: in Entra, Authentication, “Allow public client flows”: Yes",
        ),
    ),
    (
        ("AADSTS700016", "AADSTS90002", "AADSTS50059", "AADSTS50194"),
        Bilingual(
            "no hay tal aplicación en ese inquilino: revise client_id y tenant",
            "no such application in that tenant: check client_id and tenant",
        ),
    ),
    (
        ("AADSTS65001", "AADSTS90094", "AADSTS65004"),
        Bilingual(
            "falta el consentimiento: la administración debe conceder IMAP.AccessAsUser.All y SMTP.Send",
            "consent is missing: the administration must grant the application IMAP.AccessAsUser.All and SMTP.Send",
        ),
    ),
    (
        ("AADSTS53003", "AADSTS53000", "AADSTS530003", "AADSTS50105"),
        Bilingual(
            "una directiva de la organización lo impide: su administración debe admitir esta cuenta y la aplicación",
            "a policy of the organisation forbids it: its administration must admit this account and the application",
        ),
    ),
)
_BY_CODE = {
    "expired_token": Bilingual(
        "el código venció sin usarse; ejecute «mailbot login» otra vez y escríbalo antes",
        "the code ended unused; run “mailbot login” again and type it sooner",
    ),
    "access_denied": Bilingual(
        "se rechazó el permiso; ejecute «mailbot login» otra vez y acepte, con la cuenta del buzón",
        "permission was denied; run “mailbot login” again and accept, with the mailbox's account",
    ),
    "invalid_client": Bilingual(
        "el servidor no conoce la aplicación: revise client_id y client_secret_file",
        "the server does not know the application: check client_id and client_secret_file",
    ),
    "unauthorized_client": Bilingual(
        "la aplicación no puede pedir esto: revise client_id y que su registro admita clientes públicos",
        "the application may not ask this: check client_id and that its registration admits public clients",
    ),
    "invalid_scope": Bilingual(
        "el servidor no da esos permisos: revise los permisos de la aplicación (IMAP y SMTP) y «scope»",
        "the server does not give those permissions: check the application's permissions (IMAP and SMTP) and “scope”",
    ),
    "invalid_grant": Bilingual(
        "lo entregado ya no vale; ejecute «mailbot login» otra vez",
        "what was given is not good any more; run “mailbot login” again",
    ),
    "wrong_address": Bilingual(
        "esa no es la dirección a la que llegó el navegador en este intento; ejecute «mailbot login» otra vez y "
        "cópiela entera, con «state» y «code»",
        "that is not the address the browser landed on this time; run “mailbot login” again and copy it whole, "
        "with “state” and “code”",
    ),
    "no_refresh_token": Bilingual(
        "el servidor no dio acceso duradero: añada offline_access a «scope», o admita clientes públicos",
        "the server gave no lasting access: add offline_access to “scope”, or admit public clients",
    ),
}
_BY_CODE["authorization_declined"] = _BY_CODE["access_denied"]
_BY_CODE["bad_verification_code"] = _BY_CODE["invalid_grant"]
_OTHERWISE = Bilingual(
    "revise la sección «oauth» de mailbot.toml y docs/operating.md",
    "check “oauth” in mailbot.toml and docs/operating.md",
)


def explained(name: str, refusal: Refusal) -> Bilingual:
    """Return the server's refusal with what to do about it."""
    by_words = next((each for signs, each in _BY_WORDS if any(sign in refusal.words for sign in signs)), None)
    remedy = by_words or _BY_CODE.get(refusal.code, _OTHERWISE)
    return Bilingual(f"{name}: {refusal} – {remedy.es}.", f"{name}: {refusal} – {remedy.en}.")
