"""An edition of the contact list as a value: what every document of it is made from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from mailbot.core.values import Bilingual


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of the list, as shown: what is withheld is empty already.

    Telephones as people read them ("+502 2410-0000 ext. 123"); ``numbers`` the same by field as
    RFC 3966 global numbers.  ``uid`` stays the same from edition to edition.
    """

    uid: str
    code: str  # of the participant
    participant: Bilingual
    role: Bilingual
    title: str = ""
    name: str = ""
    position: str = ""
    unit: str = ""
    institution: str = ""
    phone: tuple[str, ...] = ()
    mobile: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    address: str = ""
    language: str = ""  # es, en or withheld
    confirmed_on: date | None = None
    revised_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A dated issue of the list.

    ``number`` 0: a list between two editions.  ``changes`` are since edition ``since``.
    ``columns`` are ids of ``COLUMNS``, those that its reader may see.
    """

    group: Bilingual
    dated: date
    rows: tuple[Listed, ...]
    columns: tuple[str, ...]
    number: int = 0
    since: int = 0
    changes: tuple[Bilingual, ...] = ()


COLUMNS: Mapping[str, Bilingual] = {
    "country": Bilingual("País", "Country"),
    "role": Bilingual("Función", "Role"),
    "title": Bilingual("Tratamiento", "Title"),
    "name": Bilingual("Nombre", "Name"),
    "position": Bilingual("Cargo", "Position"),
    "unit": Bilingual("Dependencia", "Department"),
    "institution": Bilingual("Institución", "Institution"),
    "phone": Bilingual("Teléfono", "Telephone"),
    "mobile": Bilingual("Celular", "Mobile"),
    "fax": Bilingual("Fax", "Fax"),
    "email": Bilingual("Correo electrónico", "E-mail"),
    "address": Bilingual("Dirección", "Address"),
    "language": Bilingual("Idioma", "Language"),
    "confirmed": Bilingual("Confirmado", "Confirmed"),
}
LANGUAGES = {"es": Bilingual("español", "Spanish"), "en": Bilingual("inglés", "English")}
TITLE = Bilingual("Lista de contactos", "Contact list")
_NONE = Bilingual("", "")


def heading(column: str) -> str:
    """Return a column's heading in both languages, once when they are the same word."""
    return both(COLUMNS[column])


def both(words: Bilingual, between: str = " / ") -> str:
    """Return both halves, once when they are the same."""
    return words.es if words.es == words.en else f"{words.es}{between}{words.en}"


def texts(row: Listed, columns: tuple[str, ...], language: str, between: str) -> list[str]:
    """Return a row's cells as texts; several values of one cell stand with ``between`` in between."""
    return [_text(row, column, language, between) for column in columns]


def _text(row: Listed, column: str, language: str, between: str) -> str:
    if column == "country":
        return clean(row.participant.get(language))
    if column == "language":
        return LANGUAGES.get(row.language, _NONE).get(language)
    if column == "confirmed":
        return row.confirmed_on.isoformat() if row.confirmed_on else ""
    value = getattr(row, column)
    if isinstance(value, Bilingual):
        return clean(value.get(language))
    return between.join(map(clean, value)) if isinstance(value, tuple) else clean(value)


def clean(text: str) -> str:
    """Return a text on one line without control, bidirectional and other invisible characters."""
    if text.isprintable():
        return text
    return " ".join("".join(map(_visible, text)).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Cn"} else character


def issue(edition: Edition) -> Bilingual:
    """Return "Edición n.º 3, 16 de enero de 2009" in both languages."""
    es, en = (format_date(edition.dated, "long", locale=tongue) for tongue in ("es", "en_GB"))
    if edition.number:
        return Bilingual(f"Edición n.º {edition.number}, {es}", f"Edition no. {edition.number}, {en}")
    return Bilingual(f"Al {es}", f"As of {en}")


def changes_title(edition: Edition) -> Bilingual:
    """Return the heading above what changed."""
    number = edition.since
    return Bilingual(f"Cambios desde la edición n.º {number}", f"Changes since edition no. {number}")
