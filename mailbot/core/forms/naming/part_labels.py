"""Labels beside which only a part of a value stands: "Apellidos", "Ext."."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.core.values import Form

_PARTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "name": {
        "given-1": ("primer nombre", "nombre de pila", "first name", "given name", "forename", "prénom"),
        "given-2": ("segundo nombre", "otros nombres", "middle name", "second name"),
        "given": ("nombres de pila", "first names", "given names", "forenames"),
        "family-1": ("apellido", "primer apellido", "apellido paterno", "last name", "surname", "family name"),
        "family-2": ("segundo apellido", "apellido materno", "second surname", "second last name"),
        "family": ("apellidos", "last names", "surnames", "family names", "last name(s)", "nom de famille"),
    },
    "telephone": {
        "extension": (
            "ext", "exts", "ext no", "extensión", "extensiones", "no. de extensión", "número de extensión", "extension",
            "extensions", "extension number", "anexo", "interno", "poste tel", "ext. tel",
        ),
    },
}  # fmt: skip


def parts_of(form: Form) -> dict[str, tuple[str, str]]:
    """Return label → (field, part) for the name an entry is about and the first telephone."""
    found: dict[str, tuple[str, str]] = {}
    for kind, parts in _PARTS.items():
        fields = [each for each in form.fields if each.kind == kind]
        whole = next((each for each in fields if each.required), fields[0] if fields else None)
        if whole:
            found |= {text: (whole.id, part) for part, texts in parts.items() for text in texts}
    return found
