"""Labels: which field of a form the words before a separator name, in either language.

A label is compared by its key: case, accents, punctuation and small words gone, so that
"Correo-e", "CORREO E:" and "el correo (e)" are one.  The whole label must match; words
inside a value are never labels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import permutations

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.forms.naming import tails
from mailbot.core.forms.naming.likeness import one_slip, sound
from mailbot.core.forms.naming.part_labels import parts_of
from mailbot.core.forms.naming.qualified import IN_THE_GROUP, OF_A_PERSON, PARTED, kind_of_telephone
from mailbot.core.forms.naming.tails import OF_WHOEVER, without_such
from mailbot.core.language import fold
from mailbot.core.remembered import remembered
from mailbot.core.values import Form

LONGEST_LABEL = 72  # characters; no label of a form is near it
_SMALL_WORDS = frozenset("de del la el los las of the su sus your mi my nuestro nuestra our".split())
_GENDER = re.compile(r"\([aeos]{1,2}\)|/(?:as?|os?)\b|@s?\b")
_NOT_WORD = re.compile(r"[^0-9a-z%]+")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,60})[)\]]")
_BETWEEN_LANGUAGES = re.compile(r"\s*[/|;·•\n]\s*|\s+[–—-]\s+")
_PARTING = frozenset("/|;·•\n–—-")  # one of these stands between two languages
_EITHER = re.compile(r"\s+(?:y/o|and/or|o|u|or)\s+", re.IGNORECASE)
_BOTH = re.compile(r"\s*/\s*|\s+(?:y|e|and|&)\s+", re.IGNORECASE)
_LEAST_FOR_TYPO = 5
MOST_REMEMBERED = 20_000
_NEW = frozenset(
    """
    nuevo nueva nuevos nuevas correcto correcta actualizado actualizada actual vigente new updated correct current
    ahora now present
    """.split()
)
_OF_THE_OFFICE = frozenset(
    "gov govt gov't government official work business duty oficial laboral gubernamental".split()
)
_OF_A_POST = frozenset(
    "institucional funcional nominal fisica fisico".split()
)  # "Cargo funcional", "Fax institucional"
_EXPECTED = frozenset(
    """
    estimada prevista esperada programada aproximada propuesta reprogramada final estimated expected planned scheduled
    anticipated revised proposed approximate confirmada acordada definitiva planificada reajustada confirmed agreed
    rescheduled projected target
    """.split()
)
_QUALIFYING = _NEW | _OF_THE_OFFICE | _OF_A_POST
_RENEWING = _QUALIFYING | _EXPECTED
_INITIALS = {
    "t": "tel",
    "p": "phone",
    "o": "phone",
    "d": "phone",
    "c": "cell",
    "m": "mobile",
    "f": "fax",
    "e": "e-mail",
    "work": "phone",
    "desk": "phone",
    "main": "phone",
}
_ALSO = {"title": "job title", "department": "ministry", "dependencia": "ministry"}  # label key → another meaning
_MOST_QUALIFIED = 5  # words of a label with such a word


@remembered
def label_key(text: str) -> str:
    """Return what two ways of writing one label have in common; "" when nothing is left."""
    folded = _GENDER.sub(" ", fold(text))
    words = _NOT_WORD.sub(" ", folded).split()
    kept = [word for word in words if word not in _SMALL_WORDS]
    return " ".join(kept or words)


@remembered
def _words_of(text: str) -> frozenset[str]:
    """All that may be a word of a label's key, whatever of the text is taken for the label."""
    return frozenset(_NOT_WORD.split(fold(text).replace("%", " %")))  # "% de avance" in "el/la% de avance"


FOR_ALL = re.compile(
    r"\s*(?:\(\s*)?\b(?:(?:para|de|for|of)\s+)?(?:ambos|ambas|(?:los|las)\s+dos|todos|todas|both|com[úu]n|common)"
    r"(?:\s+(?:contactos|personas|funcionari[oa]s|people|contacts|persons))?\s*\)?$",
    re.IGNORECASE,
)  # "Institución para ambos", "Fax (común)"
_ENDS_FOR_ALL = (
    *("ambos", "ambas", "dos", "todas", "both", "común", "comun", "common", "contactos", "personas"),
    *("funcionarios", "funcionarias", "people", "contacts", "persons"),
)


_CODE_FIRST = re.compile(rf"\W*{ACTIVITY_CODE}")  # "(P003-14) Concluida" is said of that activity


@dataclass(frozen=True, slots=True)
class Label:
    """Fields named by a label, in the order written: one, or several for "Tel./Fax".

    ``language`` is es, en or und (a synonym common to both, or both at once).  ``part`` is
    set where only a part of the value stands beside it ("Apellidos", "Ext."), ``number`` where
    a number beside it is the telephone there ("Oficina: 2230-0000").  ``words`` are as written.
    """

    fields: tuple[str, ...]
    language: str = "und"
    part: str = ""
    number: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A label with the words after it; ``label`` is None for words without one.

    ``start`` is the offset of ``text`` in the line; ``sure`` is False for a label found
    without a separator of its own.
    """

    label: Label | None
    text: str
    start: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels of one form by key; ``found``, ``heads``, ``bare``, ``cells`` remember texts asked before."""

    form: Form
    by_key: Mapping[str, str]
    es: frozenset[str]
    en: frozenset[str]
    by_size: Mapping[tuple[str, int], list[str]]
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # label key → field, part
    by_sound: Mapping[str, list[str]] = field(default_factory=dict)  # how a label sounds → its keys
    slashed: frozenset[str] = frozenset()  # keys of labels that are written with a slash
    found: dict[str, Label | None] = field(default_factory=dict, compare=False)
    heads: dict[str, Piece | None] = field(default_factory=dict, compare=False)
    bare: dict[str, Label | None] = field(default_factory=dict, compare=False)
    cells: dict[str, Label | None] = field(default_factory=dict, compare=False)
    awaiting: dict[str, tuple[Label, str] | None] = field(default_factory=dict, compare=False)
    openers: frozenset[str] = frozenset()  # first words of labels: where none of them stands, no label does

    def find(self, text: str) -> Label | None:
        """Return the fields that ``text`` names when all of it is a label."""
        if len(text) > LONGEST_LABEL:
            return None
        found = self.found.get(text)
        if found is None and text not in self.found:
            if len(self.found) >= MOST_REMEMBERED:
                self.found.clear()
            found = self.found[text] = self._find(text.strip())
        return found

    def _find(self, text: str) -> Label | None:
        if self.openers.isdisjoint(_words_of(text)) or ";" in text.rstrip("; "):
            return None
        whole = self._whole(text)
        if whole and "/" in text and label_key(text) not in self.slashed:
            several = self._several_fields(text)  # "Name / Institution" is no "name of the institution"
            whole = several if several and len(several.fields) > 1 else whole
        return (
            whole
            or self._with_brackets(text)
            or self._two_languages(text)
            or self._several_fields(text)
            or self._either(text)
            or self._renewed(text)
            or self._for_all(text)
            or self._of_whoever(text)
            or self._of_a_person(text)
            or self._without_such(text)
            or self._of_the_group(text)
            or self._of_telephones(text)
        )

    def _of_whoever(self, text: str) -> Label | None:
        """Read "Full name of officer" and "Cargo del funcionario" as the label without whose it is."""
        bare = OF_WHOEVER.sub("", text) if " " in text else text
        found = self._whole(bare) if bare != text else None
        return replace(found, words=text) if found and not found.part else None

    def _without_such(self, text: str) -> Label | None:
        """Read "Posición que ocupa" as the label of the post, "Unidad a la que pertenece" as that of the office."""
        for bare, kinds in without_such(text, _words_of(text)):
            found = self._whole(bare)
            if found and not found.part and not self._kinds(found).isdisjoint(kinds):
                return replace(found, words=text, number="")
        return None

    def _kinds(self, label: Label) -> frozenset[str]:
        field = self.form.field(label.fields[0])
        post = {tails.POST} if "job title" in field.synonyms else set()
        office = {tails.OFFICE} if field.kind in {"institution", "country"} or "work unit" in field.synonyms else set()
        phone = {tails.TELEPHONE, tails.REACH} if field.kind == "telephone" else set()
        reach = {tails.REACH} if field.kind == "email" or field.multiline else set()
        return frozenset(post | office | phone | reach)

    def _of_a_person(self, text: str) -> Label | None:
        """Read "Nombre completo del funcionario de enlace" as the label of the name."""
        name = next((each.id for each in self.form.fields if each.kind == "name" and each.required), None)
        named = name and text[:6].lower() == "nombre" and OF_A_PERSON.fullmatch(fold(text).strip(" ."))
        return Label((name,), "es", words=text) if name and named else None

    def _of_the_group(self, text: str) -> Label | None:
        """Read "Calidad ante el grupo" and "Capacity in the Group" as the label of the role."""
        bare = IN_THE_GROUP.sub("", text) if " " in text else text
        found = self._whole(bare) if bare != text else None
        return replace(found, words=text) if found and self.form.field(found.fields[0]).kind == "choice" else None

    def _of_telephones(self, text: str) -> Label | None:
        """Read "Office Tel. No." and "Número de celular institucional": words for one kind of telephone alone."""
        found = self._whole(kind_of_telephone(label_key(text))) if not PARTED.search(text) else None
        return replace(found, language="und", words=text) if found and self._is_telephone(found) else None

    def _for_all(self, text: str) -> Label | None:
        """Read "Institución para ambos" as the label without these words; ``is_for_all`` tells it by its words."""
        bare = FOR_ALL.sub("", text) if text.rstrip(" )").lower().endswith(_ENDS_FOR_ALL) else text
        found = self._whole(bare) if bare != text else None
        return replace(found, words=text) if found and not found.part else None

    def _renewed(self, text: str) -> Label | None:
        """Read "Teléfono nuevo" and "Fecha estimada de finalización" as the label without such a word."""
        words = text.split()
        if not 2 <= len(words) <= _MOST_QUALIFIED or _RENEWING.isdisjoint(_words_of(text)) or PARTED.search(text):
            return None
        kept = [word for word in words if fold(word) not in _EXPECTED]
        found = self._whole(" ".join(kept)) if len(kept) == len(words) - 1 else None
        if found and not found.part and self.form.field(found.fields[0]).kind == "window":
            return found
        for said, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
            word = fold(said).strip("'’.")
            found = self._whole(" ".join(rest)) if word in _QUALIFYING else None
            if found and not found.part and (word in _NEW or self._is_of_an_office(found)):
                return replace(found, words=text)
        return None

    def _is_of_an_office(self, label: Label) -> bool:
        """Tell whether a number, an address or a post may be called official; an office of its own has such a name."""
        field = self.form.field(label.fields[0])
        return field.kind in {"telephone", "email"} or field.multiline or "job title" in field.synonyms

    def _whole(self, text: str) -> Label | None:
        key = label_key(text)
        found = self.by_key.get(key)
        if found:
            return Label((found,), self._language(key), number=self._number(key, found), words=text)
        of, part = self.parts.get(key, ("", ""))
        return Label((of,), part=part) if of else None

    def _number(self, key: str, of: str) -> str:
        """Return the telephone field of "office phone" for the text field of "office"."""
        if self.form.field(of).kind != "text":
            return ""
        other = self.by_key.get(f"{key} phone") or self.by_key.get(f"telefono {key}", "")
        return other if other and self.form.field(other).kind == "telephone" else ""

    def _language(self, key: str) -> str:
        if (key in self.es) == (key in self.en):
            return "und"
        return "es" if key in self.es else "en"

    def _with_brackets(self, text: str) -> Label | None:
        """A remark in brackets, such as "Fecha (dd/mm/aaaa)", unless it names another field."""
        inside = _IN_BRACKETS.findall(text) if "(" in text or "[" in text else ()
        if not inside or _CODE_FIRST.match(text):
            return None
        found = self._whole(_IN_BRACKETS.sub(" ", text))
        if found is None:
            return None
        others = [other for each in inside if (other := self._whole(each) or self.initial(each))]
        if len(others) == 1 and self._is_telephone(found) and self._is_telephone(others[0]):
            return replace(others[0], language=found.language, words=text)  # "Tel. (c)", "Phone (cell)"
        same = all(other.fields == found.fields or other.number in found.fields for other in others)
        return replace(found, words=text) if same else None  # "Phone (office)": no office, the telephone there

    def _is_telephone(self, label: Label) -> bool:
        return not label.part and all(self.form.field(each).kind == "telephone" for each in label.fields)

    def initial(self, text: str) -> Label | None:
        """Return the telephone or address that a letter stands for, as signatures have it: "T", "C", "F", "E"."""
        return self._whole(_INITIALS.get(text.strip(" .").lower(), ""))

    def _two_languages(self, text: str) -> Label | None:
        if _PARTING.isdisjoint(text):
            return None
        parts = self._halves(text) or [part for part in _BETWEEN_LANGUAGES.split(text) if part]
        found = [self._whole(part) or self._with_brackets(part) for part in parts]
        if len(parts) < 2 or None in found:
            return None
        parts_named = {each.part for each in found if each}
        if parts_named == {"", "extension"}:
            return Label(next(each.fields for each in found if each), part="with-extension")
        fields = {each.fields for each in found if each} - {self._also(*pair) for pair in permutations(found, 2)}
        languages = {each.language for each in found if each} - {"und"}
        if len(fields) != 1:
            return None
        return Label(fields.pop(), languages.pop() if len(languages) == 1 else "und", words=text)

    def _also(self, said: Label | None, other: Label | None) -> tuple[str, ...]:
        """The fields of a label that may mean what the other half says: "Title / Cargo", "Institución / Department"."""
        meant = self.by_key.get(_ALSO.get(label_key(said.words), "")) if said else None
        if said is None or other is None or other.fields != (meant,):
            return ()
        clear = self.form.field(said.fields[0]).kind == "title" or {said.language, other.language} == {"es", "en"}
        return said.fields if clear else ()

    def _halves(self, text: str) -> list[str]:
        """Two labels around one separator, where a label may hold a separator itself."""
        cuts = ((text[: cut.start()], text[cut.end() :]) for cut in _BETWEEN_LANGUAGES.finditer(text))
        return next((list(pair) for pair in cuts if all(self._whole(half) for half in pair)), [])

    def _several_fields(self, text: str) -> Label | None:
        """Return the fields of "Tel./Fax" or "Nombre y cargo"."""
        if "/" not in text and len(text.split(None, 2)) < 3:
            return None
        parts = [part for part in _BOTH.split(text) if part]
        if not 2 <= len(parts) <= 3:
            return None
        found = [self._whole(part) for part in parts]
        if {each.part for each in found if each} == {"", "extension"} and len(found) == 2:
            return Label(next(each.fields for each in found if each), part="with-extension")
        if None in found:
            return None
        return Label(tuple(dict.fromkeys(one for each in found if each for one in each.fields)), words=text)

    def _either(self, text: str) -> Label | None:
        """Read "Celular o móvil" as one label; of "Dependencia o entidad" the institution, as its form means it."""
        parts = _EITHER.split(text)
        found = [self._whole(part) for part in parts] if 2 <= len(parts) <= 3 else []
        if not found or any(each is None or each.part for each in found):
            return None
        fields = {each.fields[0] for each in found if each}
        if len(fields) == 2:
            kinds = {self.form.field(each).kind: each for each in fields}
            fields = (
                {kinds["institution"]}
                if "institution" in kinds and self.by_key.get("dependencia") in fields
                else fields
            )
        return Label((fields.pop(),), words=text) if len(fields) == 1 else None

    def nearest(self, text: str) -> Label | None:
        """Return the one field whose label is a single slip of the keyboard away."""
        key = label_key(text)
        if len(key) < _LEAST_FOR_TYPO or len(text) > LONGEST_LABEL:
            return None
        near = {
            self.by_key[known]
            for size in (len(key) - 1, len(key), len(key) + 1)
            for known in self.by_size.get((key[0], size), ())
            if (known[1] == key[1] or known[-2:] == key[-2:]) and one_slip(key, known)  # one slip is not at both ends
        }
        if not near:
            near = {self.by_key[known] for known in self.by_sound.get(sound(key), ())}
        return Label((near.pop(),), words=text) if len(near) == 1 else None


@lru_cache(maxsize=64)
def labels_of(form: Form) -> Labels:
    """Return the labels of a form; computed once per form."""
    by_key: dict[str, str] = {}
    es, en = set(), set()
    for each in form.fields:
        es.add(label_key(each.label.es))
        en.add(label_key(each.label.en))
        for text in (each.label.es, each.label.en, *each.synonyms):
            by_key.setdefault(label_key(text), each.id)
    by_size: dict[tuple[str, int], list[str]] = {}
    for key in by_key:
        if len(key) >= _LEAST_FOR_TYPO:
            by_size.setdefault((key[0], len(key)), []).append(key)
    by_sound: dict[str, list[str]] = {}
    for key in by_key:
        if len(key) >= _LEAST_FOR_TYPO:
            by_sound.setdefault(sound(key), []).append(key)
    parts = {label_key(text): value for text, value in parts_of(form).items()}
    slashed = frozenset(label_key(text) for each in form.fields for text in each.synonyms if "/" in text)
    openers = frozenset(key.replace("%", " %").split()[0] for key in (*by_key, *parts)) | {"nombre", "nombres"}
    return Labels(form, by_key, frozenset(es), frozenset(en), by_size, parts, by_sound, slashed, openers=openers)
