"""``mailbot.toml``: what the operator decides, checked as a whole before anything starts."""

from __future__ import annotations

import os
import subprocess
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from mailbot.core.values import Bilingual, OperatorError


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Name(_Strict):
    """A name in both working languages."""

    es: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Secret(_Strict):
    """Where a password or OAuth 2 access token comes from: a file, a variable or a command."""

    password_file: Path | None = None
    password_env: str | None = None
    token_command: list[str] | None = None


class OAuth(_Strict):
    """OAuth 2 instead of a password: Microsoft 365, Google, or a server of one's own."""

    provider: Literal["microsoft", "google"] | None = None
    client_id: str = Field(min_length=1)
    client_secret_file: Path | None = None
    tenant: str = Field(default="organizations", pattern=r"^[A-Za-z0-9.-]+$")
    token_url: str = ""
    device_url: str = ""
    authorise_url: str = ""
    scope: str = ""
    token_file: Path | None = None
    lasts_days: int | None = Field(default=None, ge=1)
    warn_days: int = Field(default=7, ge=1)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        own = (self.token_url, self.device_url, self.authorise_url, self.scope)
        if self.provider and any(own):
            raise ValueError("provider already says token_url, device_url, authorise_url and scope: delete those")
        if not self.provider and not (self.token_url and self.scope and (self.device_url or self.authorise_url)):
            raise ValueError("give provider, or token_url, device_url (or authorise_url), client_id and scope")
        if self.provider == "google" and self.client_secret_file is None:
            raise ValueError("Google wants client_secret_file too: { provider, client_id, client_secret_file }")
        return self


class DigestSettings(_Strict):
    """When the weekly digest goes: weekday 0 is Monday, hour in the group's time zone."""

    weekday: int = Field(default=0, ge=0, le=6)
    hour: int = Field(default=8, ge=0, le=23)
    quiet: str = Field(default="skip", pattern=r"^(skip|line)$")  # a week with nothing new
    bulletin: bool = False  # to everybody, with the digest


class ReportSettings(_Strict):
    """When the group reports to a meeting; ``to`` and ``through`` instead of those of rules/report.yaml."""

    meetings: list[date] = []
    draft_days: int = Field(default=10, ge=0, le=60)  # working days before the meeting
    to: Name | None = None
    through: Name | None = None


class GroupSettings(Secret):
    """One working group with its own mailbox."""

    key: str = Field(pattern=r"^[a-z][a-z0-9]{0,11}$")
    name: Name
    address: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    inbox: str
    outbox: str
    presidency: str = Field(min_length=2, max_length=16)
    timezone: str
    secretariat: str = "ST"
    sub_addressing: bool = True
    after_handling: str = Field(default="mark", pattern=r"^(mark|leave|move:.+)$")
    answers_per_day: int = Field(default=10, ge=1)
    letters_per_hour: int = Field(default=300, ge=1)
    digest: DigestSettings = DigestSettings()
    report: ReportSettings = ReportSettings()
    confirm_every_months: int = Field(default=6, ge=0, le=60)
    list_every_months: int = Field(default=0, ge=0, le=60)
    keep_raw_months: int = Field(default=24, ge=0, le=600)
    hold_days: int = Field(default=21, ge=1)
    confirmation_days: int = Field(default=21, ge=8)
    undo_days: int = Field(default=14, ge=1)
    ca_file: Path | None = None
    oauth: OAuth | None = None

    @model_validator(mode="before")
    @classmethod
    def _oauth_by_name(cls, given: Any) -> Any:
        """Take ``oauth = "microsoft"`` with ``oauth_client_id`` for the table it is short for."""
        if not isinstance(given, dict) or not isinstance(given.get("oauth"), str):
            return given
        rest = {key: value for key, value in given.items() if key != "oauth_client_id"}
        client = {"client_id": given["oauth_client_id"]} if "oauth_client_id" in given else {}
        return {**rest, "oauth": {"provider": given["oauth"], **client}}

    @model_validator(mode="after")
    def _one_way_in(self) -> Self:
        if self.oauth and (self.password_file or self.password_env or self.token_command):
            raise ValueError("oauth takes the place of password_file, password_env and token_command: keep one")
        return self

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("use a name such as America/Guatemala") from error
        return value


class TranslatorSettings(_Strict):
    """Machine translation of free text; ``none`` by default: no text leaves the house."""

    engine: str = Field(default="none", pattern=r"^(none|libretranslate)$")
    url: str | None = None
    api_key: str = "none"
    timeout_seconds: float = Field(default=2.0, gt=0)


class TrustSettings(_Strict):
    """What proves who wrote (docs/trust.md).

    ``dkim``: off, or dns to verify signatures here.  ``authserv_ids`` name the mail servers whose
    Authentication-Results: count, ``own_received`` how many Received: lines they write above those.
    """

    dkim: str = Field(default="off", pattern=r"^(off|dns)$")
    dns_timeout_seconds: float = Field(default=5.0, gt=0, le=60)
    authserv_ids: list[str] = []
    own_received: int = Field(default=0, ge=0, le=20)
    token_days: int = Field(default=400, ge=1, le=4000)


class Settings(_Strict):
    """The whole of ``mailbot.toml``."""

    database: str = "sqlite:///mailbot.db"
    rules: Path | None = None
    templates: Path | None = None
    key_file: Path = Path("mailbot.key")
    poll_seconds: int = Field(default=60, ge=5)
    log: str = Field(default="text", pattern=r"^(text|json)$")
    translator: TranslatorSettings = TranslatorSettings()
    trust: TrustSettings = TrustSettings()
    groups: list[GroupSettings] = Field(min_length=1)

    @field_validator("groups")
    @classmethod
    def _distinct(cls, value: list[GroupSettings]) -> list[GroupSettings]:
        for what in ("key", "address"):
            seen = [str(getattr(group, what)).lower() for group in value]
            if len(set(seen)) != len(seen):
                raise ValueError(f"two groups have the same {what}; give each its own")
        return value


def find_file(given: str | None) -> Path:
    """Return the settings file: ``--config``, else MAILBOT_CONFIG, else ./mailbot.toml."""
    return Path(given or os.environ.get("MAILBOT_CONFIG") or "mailbot.toml")


def load(path: Path) -> Settings:
    """Read and check a settings file; OperatorError lists every mistake with its remedy.

    Relative files and an SQLite path are taken from the settings file's folder.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise OperatorError(
            [
                Bilingual(
                    f"No existe {path}: créelo con «mailbot init CARPETA» o indíquelo con --config.",
                    f"{path} does not exist: create it with “mailbot init DIR” or name it with --config.",
                )
            ]
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OperatorError(
            [
                Bilingual(
                    f"{path}: no es TOML válido ({error}); corrija esa línea.",
                    f"{path}: not valid TOML ({error}); mend that line.",
                )
            ]
        ) from error
    try:
        settings = Settings.model_validate(document)
    except ValidationError as error:
        raise OperatorError([_sentence(path, each) for each in error.errors()]) from error
    return _relative_to(path.resolve().parent, settings)


def _sentence(path: Path, error: Any) -> Bilingual:
    key = ".".join(str(part) for part in error["loc"]) or "(file)"
    given = error.get("input")
    shown = "" if isinstance(given, (dict, list)) or given is None else f" («{str(given)[:60]}»)"
    reason = str(error["msg"])
    if error["type"] == "missing":
        return Bilingual(f"{path}: falta la clave «{key}»; añádala.", f"{path}: key “{key}” is missing; add it.")
    if error["type"] == "extra_forbidden":
        return Bilingual(
            f"{path}: la clave «{key}» no existe; bórrela o corrija su nombre.",
            f"{path}: there is no key “{key}”; delete it or mend its name.",
        )
    return Bilingual(f"{path}: «{key}»{shown} no es válido: {reason}.", f"{path}: “{key}”{shown}: {reason}.")


def _relative_to(folder: Path, settings: Settings) -> Settings:
    changes: dict[str, Any] = {"key_file": folder / settings.key_file}
    prefix = "sqlite:///"
    if settings.database.startswith(prefix):
        changes["database"] = prefix + str(folder / settings.database.removeprefix(prefix))
    for name in ("rules", "templates"):
        value = getattr(settings, name)
        if value is not None:
            changes[name] = folder / value
    changes["groups"] = [
        group.model_copy(
            update={
                "password_file": folder / group.password_file if group.password_file else None,
                "ca_file": folder / group.ca_file if group.ca_file else None,
                "inbox": _maildir_in(folder, group.inbox),
                "outbox": _maildir_in(folder, group.outbox),
                "oauth": _oauth_in(folder, group),
            }
        )
        for group in settings.groups
    ]
    return settings.model_copy(update=changes)


def _oauth_in(folder: Path, group: GroupSettings) -> OAuth | None:
    if group.oauth is None:
        return None
    secret = group.oauth.client_secret_file
    return group.oauth.model_copy(
        update={
            "client_secret_file": folder / secret if secret else None,
            "token_file": folder / (group.oauth.token_file or f"{group.key}.oauth"),
        }
    )


def _maildir_in(folder: Path, url: str) -> str:
    prefix = "maildir:///"
    if url.startswith(prefix):
        return url
    if url.startswith("maildir:"):
        return prefix + str((folder / url.removeprefix("maildir:").lstrip("/")).resolve()).lstrip("/")
    return url


def password_of(group: GroupSettings) -> Callable[[], str] | None:
    """Return how to get the group's password or token anew at each sign-in, or None.

    Raises OperatorError when called and the source gives nothing; never shows the secret.
    """
    if group.password_file is not None:
        path = group.password_file
        return lambda: _read_secret(path, group.key)
    if group.password_env is not None:
        name = group.password_env
        return lambda: _from_environment(name, group.key)
    if group.token_command is not None:
        command = group.token_command
        return lambda: _from_command(command, group.key)
    return None


def _missing(group: str, what: str, remedy_es: str, remedy_en: str) -> OperatorError:
    return OperatorError(
        [
            Bilingual(
                f"groups.{group}: {what}: {remedy_es}",
                f"groups.{group}: {what}: {remedy_en}",
            )
        ]
    )


def _read_secret(path: Path, group: str) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise _missing(group, f"password_file {path}", "no se puede leer", "cannot be read") from error


def _from_environment(name: str, group: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise _missing(group, f"password_env {name}", "la variable está vacía", "is empty")
    return value


def _from_command(command: list[str], group: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command, no shell
            command, capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _missing(group, f"token_command {command[0]}", "no dio un token", "gave no token") from error
    return done.stdout.strip()
