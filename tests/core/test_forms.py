"""Labels, pieces of a line, references, groups: tables of input and value."""

from __future__ import annotations

import pytest

from mailbot.core.forms.choose import answers_something_else, code_parts, form_of_subject
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.foreign import foreign_label, of_somebody_else
from mailbot.core.forms.naming.labels import label_key, labels_of
from mailbot.core.forms.naming.likeness import one_slip
from mailbot.core.forms.naming.part_labels import parts_of
from mailbot.core.forms.naming.pieces import bare_label, clean_value, head_of, split
from mailbot.core.forms.naming.references import after_arrow, same_as, speaks_of_change, with_extensions
from mailbot.core.forms.naming.said import Loose, Said
from mailbot.core.forms.prose.unchanged import find_unchanged
from mailbot.core.forms.taking.parts import names_together
from mailbot.core.forms.taking.values import is_title
from mailbot.core.values import Form
from tests.answers import FORMS

CONTACT = labels_of(FORMS["contact-update"])
STATUS = labels_of(FORMS["activity-status"])


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Cargo", ("position",)),
        ("CARGO QUE DESEMPEÑA", ("position",)),
        ("el cargo", ("position",)),
        ("Funcionario(a)", ("name",)),
        ("Funcionaria/o", ("name",)),
        ("Correo-e", ("email",)),
        ("E-Mail Address", ("email",)),
        ("Tel. directo", ("phone",)),
        ("Teléfono (celular)", ("mobile",)),
        ("Fecha", ()),
        ("País / Country", ("country",)),
        ("Country – País", ("country",)),
        ("Tel./Fax", ("phone", "fax")),
        ("Nombre y cargo", ("name", "position")),
        ("Nombre (fax)", ()),
        ("Cargo anterior", ()),
        ("", ()),
        ("x" * 80, ()),
    ],
)
def test_label(text: str, fields: tuple[str, ...]) -> None:
    found = CONTACT.find(text)
    assert (found.fields if found else ()) == fields


def test_a_remark_in_brackets_is_no_part_of_a_label() -> None:
    found = STATUS.find("Fecha (dd/mm/aaaa)")
    assert found is not None
    assert found.fields == ("date",)


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("telefono", "telfono", True),
        ("telefono", "teleffono", True),
        ("telefono", "telefnoo", True),
        ("telefono", "telefona", True),
        ("telefono", "telafona", False),
        ("telefono", "xelefono", False),
    ],
)
def test_one_slip(a: str, b: str, near: bool) -> None:
    assert one_slip(a, b) is near


def test_label_key_never_ends_up_empty() -> None:
    assert label_key("de la") == "de la"
    assert label_key("---") == ""


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Cargo: Jefa", "position", "Jefa"),
        ("Cargo:Jefa", "position", "Jefa"),
        ("Cargo - Jefa - Analista", "position", "Jefa - Analista"),
        ("Cargo = Jefa", "position", "Jefa"),
        ("Cargo\tJefa", "position", "Jefa"),
        ("Cargo ..... Jefa", "position", "Jefa"),
        ("Cargo      Jefa", "position", "Jefa"),
        ("Cargo → Jefa", "position", "Jefa"),
        ("4. Cargo: Jefa", "position", "Jefa"),
        ("d) Cargo: Jefa", "position", "Jefa"),
        ("• Cargo: Jefa", "position", "Jefa"),
        ("*Cargo:* Jefa", "position", "Jefa"),
        ("Cargo: «Jefa»", "position", "Jefa"),
        ("Cargo: ____Jefa____", "position", "Jefa"),
        ("Cargo: [Jefa]", "position", "Jefa"),
        ("Tel.: (505) 2244-0000", "phone", "(505) 2244-0000"),
        ("Telefno: 2244-0000", "phone", "2244-0000"),
        ("Dirección: Edificio: B, piso 3", "address", "Edificio: B, piso 3"),
    ],
)
def test_head_of(line: str, field: str, value: str) -> None:
    piece = head_of(line, CONTACT)
    assert piece is not None
    assert piece.label is not None
    assert piece.label.fields == (field,)
    assert clean_value(piece.text) == value


@pytest.mark.parametrize(
    "line",
    [
        "Estimados colegas: va lo solicitado",
        "Mi cargo es Jefa",
        "Cargo Jefa",
        "Responsable de cargo: nadie",
        "http://x.example",
        "10:22",
    ],
)
def test_no_head(line: str) -> None:
    assert head_of(line, CONTACT) is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("2230-0000 Fax: 2230-0001", [("phone", "2230-0000"), ("fax", "2230-0001")]),
        ("2230-0000, fax 2230-0001", [("phone", "2230-0000"), ("fax", "2230-0001")]),
        ("2230-0000 ext. 5; cel. 9990-0000", [("phone", "2230-0000 ext. 5"), ("mobile", "9990-0000")]),
        ("2230-0000", [("phone", "2230-0000")]),
    ],
)
def test_split_of_numbers(text: str, pieces: list[tuple[str, str]]) -> None:
    found = split(text, CONTACT, CONTACT.find("Tel"))
    assert [(each.label.fields[0], clean_value(each.text)) for each in found if each.label] == pieces


@pytest.mark.parametrize(
    "text",
    [
        "Jefa de la Unidad de Fax y Correo",
        "Directora, Unidad de Dirección y Correo Electrónico",
        "Encargada de la central telefónica y del fax",
    ],
)
def test_words_of_a_value_are_not_split_off(text: str) -> None:
    found = split(text, CONTACT, CONTACT.find("Cargo"))
    assert [each.text for each in found] == [text]


def test_bare_labels() -> None:
    assert bare_label("Cargo", CONTACT)
    assert bare_label("  CARGO :  ", CONTACT)
    assert bare_label("Correo y Fax", CONTACT) is None
    assert bare_label("Correo y Fax:", CONTACT)
    assert bare_label("Cargo de confianza", CONTACT) is None


@pytest.mark.parametrize(
    ("text", "extensions"),
    [
        ("idem", ()),
        ("Ídem", ()),
        ("el mismo", ()),
        ("mismo número", ()),
        ("mismo número ext. 18003", ("18003",)),
        ("same as above", ()),
        ("idem, exts. 1 y 2", ("1", "2")),
        ("2230-0000", None),
        ("el mismo de siempre", None),
    ],
)
def test_same_as(text: str, extensions: tuple[str, ...] | None) -> None:
    assert same_as(text) == extensions


def test_extensions_replace_those_of_the_number_pointed_to() -> None:
    assert with_extensions(["+50222440000;ext=11"], ()) == ["+50222440000"]
    assert with_extensions(["+50222440000;ext=11"], ("1", "2")) == ["+50222440000;ext=1", "+50222440000;ext=2"]


def test_arrows_and_talk_of_change() -> None:
    assert after_arrow("Jefa -> Directora") == "Directora"
    assert after_arrow("Jefa → Directora") == "Directora"
    assert after_arrow("Jefa") is None
    assert after_arrow("a -> b -> c") is None
    assert speaks_of_change("ya no es Jefa")
    assert speaks_of_change("antes Jefa, ahora Directora")
    assert not speaks_of_change("Director de Cambio Climático, Nueva Guatemala")


@pytest.mark.parametrize(
    "text",
    [
        "Saludos",
        "Quedo a sus órdenes.",
        "Favor confirmar",
        "Kind regards,",
        "Thank you!",
        "Sírvase encontrar adjunto el cuadro",
        "Mucho agradeceré su pronta respuesta",
        "A la brevedad posible",
        "Hago propicia la ocasión",
    ],
)
def test_courtesy(text: str) -> None:
    assert is_courtesy(text)


@pytest.mark.parametrize(
    "text",
    ["Salud Pública", "Bestia", "Hidalgo", "Grupo Favorita", "Ministerio", "Anexo 12", "Con relación a P003-08: hecho"],
)
def test_no_courtesy(text: str) -> None:
    assert not is_courtesy(text)


@pytest.mark.parametrize(("text", "title"), [("Lic.", True), ("Dra.", True), ("Mr.", True), ("Deputy Director", False)])
def test_titles(text: str, title: bool) -> None:
    assert is_title(text) is title


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("Sin cambios", True, False),
        ("Por parte de Belice, sin cambios que reportar.", True, False),
        ("Lo demás sin cambio.", True, True),
        ("Hay cambios.", False, False),
        ("No es que no hay cambios", False, False),
        ("Sin cambios, excepto el teléfono.", False, False),
        ("No change, but our fax has been discontinued.", False, False),
        ("Everything remains as is.", True, False),
        ("Our contact information has not changed.", True, False),
        ("No edits required.", True, False),
        ("Por parte de Honduras no hay modificaciones.", True, False),
        ("La información consignada se encuentra actualizada.", True, False),
        ("Revisada la lista, no tenemos observaciones.", True, False),
        ("Favor mantener los datos que tienen registrados.", True, False),
        ("Please keep our current contact.", True, False),
        ("Please leave our details as they are.", True, False),
        ("Please keep our current contact until March.", False, False),
        ("No podemos mantener los datos que tienen registrados.", False, False),
        ("Favor mantener los datos en reserva.", False, False),
        ("Please keep our contact in copy.", False, False),
        ("We hope our information has not changed.", False, False),
        ("No tenemos observaciones al acta.", False, False),
    ],
)
def test_unchanged(text: str, found: bool, rest: bool) -> None:
    unchanged = find_unchanged([Loose(text, 1, (1,))], FORMS["contact-update"])
    assert (unchanged is not None) is found
    assert (unchanged is not None and unchanged.rest) is rest


def test_codes_of_subjects() -> None:
    forms = tuple(FORMS.values())
    ours = form_of_subject("RE: Lista [MD-DIR-HN-7K3QX]", forms)
    assert ours is not None
    assert ours.id == "contact-update"
    assert code_parts("RE: [MyD-DIR-2011-HN] Lista") == ("MYD", "DIR", "2011", "HN")
    assert code_parts("RE: Lista") == ()
    assert answers_something_else("RE: [MyD-PAR-2011-HN] Participantes", forms)
    assert not answers_something_else("RE: [EXT] Lista", forms)
    assert not answers_something_else("RE: [MD-DIR-HN-7K3QX]", forms)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_no_two_fields_share_a_label_however_it_is_written(form: Form) -> None:
    named: dict[str, str] = {}
    for each in form.fields:
        for text in (each.label.es, each.label.en, *each.synonyms):
            assert named.setdefault(label_key(text), each.id) == each.id, text
    parts = parts_of(form)
    assert not {label_key(text) for text in parts} & named.keys()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_synonym_names_its_field_beside_a_label_of_either_language(form: Form) -> None:
    labels = labels_of(form)
    for each in form.fields:
        for text in each.synonyms:
            for written in (text, text.upper(), f"{text} / {each.label.es}", f"{each.label.en} / {text}", f"{text}:"):
                found = labels.find(written.rstrip(":"))
                assert found is not None, written
                assert found.fields == (each.id,), written


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ([("Apellidos", "Ensayo"), ("Nombres", "Ana")], "Ana Ensayo"),
        ([("Nombre", "Ana Ensayo"), ("Apellidos", "Ensayo")], "Ana Ensayo"),
        ([("First name", "Ana"), ("Middle name", "B."), ("Last name", "Ensayo")], "Ana B. Ensayo"),
        ([("Primer apellido", "Ensayo"), ("Segundo apellido", "Prueba"), ("Nombre", "Ana")], "Ana Ensayo Prueba"),
    ],
)
def test_a_name_in_parts(said: list[tuple[str, str]], name: str) -> None:
    parts = [Said(label, text, 1) for words, text in said if (label := CONTACT.find(words))]
    assert [each.text for each in names_together(parts)] == [name]


def test_half_a_name_is_not_certain() -> None:
    label = CONTACT.find("Apellidos")
    assert label is not None
    assert [each.unsure for each in names_together([Said(label, "Ensayo", 1)])] == [True]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Skype: ana", "Skype"),
        ("Sitio web: x.example", "Sitio web"),
        ("http://x.example", ""),
        ("Ana Prueba", ""),
        ("Web:", ""),
    ],
)
def test_labels_of_no_field(text: str, label: str) -> None:
    assert foreign_label(text) == label


def test_a_number_of_somebody_else() -> None:
    assert of_somebody_else("Asistente: Petra, tel. 2230-0001, correo p@x.example")
    assert not of_somebody_else("Asistente de Dirección")
