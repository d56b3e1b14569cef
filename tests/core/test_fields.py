"""Kinds of value: what is read from words, and what becomes a question."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core import fields
from mailbot.core.fields.ticked import ticked_option
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known
from mailbot.edges import rulebook, shipped

RULES = shipped.folder("rules")
FORMS = {form.id: form for form in rulebook.load_forms(RULES / "forms")}
COUNTRIES = dict(rulebook.load_countries(RULES / "countries.yaml"))
ACTIVITIES = {
    "P003-08": Bilingual("Realizar un taller de capacitación", "Hold a training workshop"),
    "P003-14": Bilingual("Enviar el cuestionario de desastres", "Send the disaster questionnaire"),
}


def read(field_id: str, said: str, region: str | None = None, form: str = "contact-update"):
    known = Known(dt.date(2011, 1, 5), region=region, countries=COUNTRIES, activities=ACTIVITIES)
    return fields.read(FORMS[form].field(field_id), said, 7, known)


@pytest.mark.parametrize(
    ("said", "region", "value"),
    [
        ("(502) 2410-0000 ext. 123", None, ["+50224100000;ext=123"]),
        ("2230-0055", "HN", ["+50422300055"]),
        ("(505) 2244-0000 Ext. 11", "NI", ["+50522440000;ext=11"]),
        ("(506) 2299-0000 ext. 5", "GT", ["+50622990000;ext=5"]),
        ("613-555-0142", "CA", ["+16135550142"]),
        ("+1 613 555 0142", None, ["+16135550142"]),
        ("(52-55) 5387-0000 exts. 18001 y 18002", "MX", ["+525553870000;ext=18001", "+525553870000;ext=18002"]),
        ("+52 1 55 5387 0000", None, ["+525553870000"]),
        ("(809) 555-0133, ext. 240", "DO", ["+18095550133;ext=240"]),
        ("202-555-0131 x204", None, ["+12025550131;ext=204"]),
        ("(55) 5387-0000", None, ["+525553870000"]),
        ("main 822-0167, direct 822-0168", "BZ", ["+5018220167", "+5018220168"]),
        ("2410-0000/0001", "GT", ["+50224100000", "+50224100001"]),
        ("822-0000/0001", "BZ", ["+5018220000", "+5018220001"]),
        ("PBX: 2410-0000 y 2410-0002", "GT", ["+50224100000", "+50224100002"]),
        ("2410-0000 ext. 1, 2410-0001 ext. 2", "GT", ["+50224100000;ext=1", "+50224100001;ext=2"]),
        ("511-0000", "PA", ["+5075110000"]),
        ("no tenemos", "GT", []),
        ("no contamos con fax", "GT", []),
        ("ya no tenemos", "GT", []),
        ("ya no se usa", "GT", []),
        ("ya no contamos con fax", "GT", []),
        ("no longer available", "CA", []),
        ("we do not have a fax", "CA", []),
        ("fuera de servicio", "GT", []),
        ("01 (55) 5387-0000", "MX", ["+525553870000"]),
        ("(202) 555-0101 x12", "US", ["+12025550101;ext=12"]),
        ("613-555-0142, poste 7", "CA", ["+16135550142;ext=7"]),
        ("2230-0000, extensión número 15", "HN", ["+50422300000;ext=15"]),
        ("504-9000", "PA", ["+5075049000"]),
        ("---", "GT", []),
        ("+50224100000", None, ["+50224100000"]),
        ("(502) 2411\u20110044", None, ["+50224110044"]),
    ],
)
def test_telephones(said: str, region: str | None, value: list[str]) -> None:
    found = read("phone", said, region)
    assert isinstance(found, FieldValue)
    assert found.value == value
    assert (found.said, found.line) == (said, 7)
    assert found.certainty == ("exact" if value == [said] else "normalised")


@pytest.mark.parametrize(
    ("said", "region", "proposal"),
    [
        ("504 230-0000", "HN", ["+50422300000"]),
        ("230-0000", "HN", ["+50422300000"]),
        ("2299-0000", None, None),
        ("5387-0000", "MX", None),
        ("(502) 2410-000", "GT", None),
        ("2410-0000", "CL", None),
        ("613-555-0142", None, None),
        ("240 200 0001 01", None, None),
        ("muchos", "GT", None),
        ("2410-0000 ext. 101-103", "GT", None),
        ("2410-0000 al 03", "GT", None),
        ("1", "GT", None),
    ],
)
def test_telephones_that_are_asked(said: str, region: str | None, proposal: list[str] | None) -> None:
    found = read("phone", said, region)
    assert isinstance(found, Doubt)
    assert (found.field, found.said, found.proposal) == ("phone", said, proposal)
    assert found.why.es
    assert found.why.en


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Jmuestra@RREE.Example", ["Jmuestra@rree.example"]),
        ("a@b.example <mailto:a@b.example>", ["a@b.example"]),
        ("<mailto:a@b.example>", ["a@b.example"]),
        ("d.perez(at)mrex.gob.example", ["d.perez@mrex.gob.example"]),
        ("d.perez [arroba] mrex.gob.example", ["d.perez@mrex.gob.example"]),
        ("a@b.example; c@d.example", ["a@b.example", "c@d.example"]),
        ("a@b.example y c@d.example", ["a@b.example", "c@d.example"]),
        ("a@b.example.", ["a@b.example"]),
    ],
)
def test_addresses(said: str, value: list[str]) -> None:
    found = read("email", said)
    assert isinstance(found, FieldValue)
    assert found.value == value


@pytest.mark.parametrize("said", ["d.perez(at)mrex", "arroba", "a@b", "@x.example", "a b@", "a@b.example c@"])
def test_addresses_that_are_asked(said: str) -> None:
    assert isinstance(read("email", said), Doubt)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Guatemala", "GT"),
        ("GUATEMALA, C.A.", "GT"),
        ("República Dominicana", "DO"),
        ("Rep. Dominicana", "DO"),
        ("EE.UU.", "US"),
        ("EE. UU.", "US"),
        ("United States of America", "US"),
        ("mexico", "MX"),
        ("MEX", "MX"),
        ("sv", "SV"),
        ("hondureña", "HN"),
        ("salvadorean", "SV"),
        ("British Honduras", "BZ"),
        ("Rep. Dom.", "DO"),
        ("Belice / Belize", "BZ"),
        ("Francia", "FR"),
    ],
)
def test_countries(said: str, code: str | None) -> None:
    found = read("country", said)
    assert (found.value if isinstance(found, FieldValue) else None) == code


def test_a_country_one_letter_off_is_asked_with_the_nearest() -> None:
    found = read("country", "Guatemla")
    assert isinstance(found, Doubt)
    assert found.proposal == "GT"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("realizada", "done"),
        ("Done", "done"),
        ("EN PROCESO", "in-progress"),
        ("in progress", "in-progress"),
        ("pospuesta", "postponed"),
        ("cancelada", "cancelled"),
        ("Not started", "not-started"),
    ],
)
def test_states(said: str, value: str) -> None:
    found = read("status", said, form="activity-status")
    assert isinstance(found, FieldValue)
    assert found.value == value


@pytest.mark.parametrize(
    "said",
    [
        "Realizada parcialmente", "casi terminada", "almost done", "to be completed", "será realizada en mayo",
        "podría ser pospuesta", "might be cancelled", "¿cancelada?", "done except for the report", "not cancelled",
        "realizada en un 50%", "lista para iniciar", "pendiente de aprobación", "pending completion",
        "expected to be completed in June", "iniciada pero suspendida", "queda suspendida", "on hold",
        "cumplida, pero falta el informe", "incompleta", "80% en proceso o cancelada",
    ],
)  # fmt: skip
def test_states_taken_back_by_the_words_around_them_are_asked(said: str) -> None:
    found = read("status", said, form="activity-status")
    assert isinstance(found, Doubt)
    assert found.proposal is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("cancelada por falta de fondos", "cancelled"),
        ("la actividad fue cancelada", "cancelled"),
        ("se encuentra en proceso de revisión", "in-progress"),
        ("Realizada al 100%", "done"),
        ("será pospuesta para abril", "postponed"),
        ("to be started", "not-started"),
        ("under review", "in-progress"),
    ],
)
def test_states_in_a_sentence(said: str, value: str) -> None:
    found = read("status", said, form="activity-status")
    assert isinstance(found, FieldValue)
    assert found.value == value


@pytest.mark.parametrize(
    "said", ["no se ha realizado todavía por falta de fondos", "quién sabe", "realizada o cancelada"]
)
def test_states_that_are_never_done(said: str) -> None:
    found = read("status", said, form="activity-status")
    assert not (isinstance(found, FieldValue) and found.value == "done")


@pytest.mark.parametrize(
    ("said", "value"), [("75", 75), ("75 %", 75), ("75 por ciento", 75), ("100%", 100), ("1.500", None), ("150%", None)]
)
def test_percentages(said: str, value: int | None) -> None:
    found = read("progress", said, form="activity-status")
    assert (found.value if isinstance(found, FieldValue) else None) == value


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("P003-08", "P003-08"),
        ("p003 08", "P003-08"),
        ("P00308", "P003-08"),
        ("Enviar el cuestionario de desastres", "P003-14"),
        ("cuestionario de desastres", "P003-14"),
        ("P003-09", None),
        ("taller", None),
    ],
)
def test_activities(said: str, code: str | None) -> None:
    found = read("activity", said, form="activity-status")
    assert (found.value if isinstance(found, FieldValue) else None) == code


@pytest.mark.parametrize(
    ("said", "title", "name"),
    [
        ("Licda. Jacinta Muestra Supuesto", "Licda.", "Jacinta Muestra Supuesto"),
        ("Ministra Consejera Ana Prueba", "Ministra Consejera", "Ana Prueba"),
        ("Min. Cons. Ana Prueba", "Min. Cons.", "Ana Prueba"),
        ("Comisionado Juan Prueba", "Comisionado", "Juan Prueba"),
        ("Sub Comisionada Ana Prueba", "Sub Comisionada", "Ana Prueba"),
        ("Comisionado Nacional de Migración", "", "Comisionado Nacional de Migración"),
        ("Inspector General de Servicios", "", "Inspector General de Servicios"),
        ("Cap. de Corbeta Juan Prueba", "Cap. de Corbeta", "Juan Prueba"),
        ("Sra. de la Cruz", "Sra.", "de la Cruz"),
        ("Lic. y Prof. Juan Prueba", "Lic. y Prof.", "Juan Prueba"),
        ("Ana y Juan Prueba", "", "Ana y Juan Prueba"),
        ("Abg. Reina Prueba de Inventado", "Abg.", "Reina Prueba de Inventado"),
        ("Dra. Ing. Ana Inventada", "Dra. Ing.", "Ana Inventada"),
        ("Penelope Sample-Mockford", "", "Penelope Sample-Mockford"),
        ("Mr. John Sample", "Mr.", "John Sample"),
        ("S.E. Emb. Olegario Ensayo", "S.E. Emb.", "Olegario Ensayo"),
        ("H.E. Ambassador Olga Mockingham", "H.E. Ambassador", "Olga Mockingham"),
        ("Ingra. Delfina Maqueta Supuesto", "Ingra.", "Delfina Maqueta Supuesto"),
        ("Arqto. Luis Ensayo", "Arqto.", "Luis Ensayo"),
        ("Attorney Luis Ensayo", "Attorney", "Luis Ensayo"),
        ("Attorney General Luis Ensayo", "", "Attorney General Luis Ensayo"),
        ("Excelentísimo Señor Luis Ensayo", "Excelentísimo Señor", "Luis Ensayo"),
        ("Exmo. Sr. Luis Ensayo", "Exmo. Sr.", "Luis Ensayo"),
        ("Su Excelencia el Señor Embajador Luis Ensayo", "Su Excelencia el Señor Embajador", "Luis Ensayo"),
        ("The Honorable Ana Prueba", "The Honorable", "Ana Prueba"),
        ("H. E. Ambassador Olga Mock", "H. E. Ambassador", "Olga Mock"),
        ("H. E. Mockford Sample", "", "H. E. Mockford Sample"),
        ("Sen. Ana Prueba", "Sen.", "Ana Prueba"),
        ("Sen Prueba Ejemplo", "", "Sen Prueba Ejemplo"),
        ("Jane Mocker, M.Sc.", "M.Sc.", "Jane Mocker"),
        ("Dr. Jane Mocker, Ph.D.", "Dr.", "Jane Mocker"),
        ("He Ling", "", "He Ling"),
        ("Ana Prueba, Directora", "", "Ana Prueba, Directora"),
    ],
)
def test_titles_stand_apart_from_names(said: str, title: str, name: str) -> None:
    assert fields.split_title(said) == (title, name)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("español", "es"),
        ("English", "en"),
        ("Inglés", "en"),
        ("klingon", None),
        ("English / French", "en"),
        ("French / English", None),
        ("[X] Español [ ] English", "es"),
        ("Español ( ) Inglés (x)", "en"),
        ("[X] Español [X] English", None),
    ],
)
def test_languages(said: str, value: str | None) -> None:
    found = read("language", said)
    assert (found.value if isinstance(found, FieldValue) else None) == value


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_every_synonym_of_a_choice_is_read_and_shown_in_both_languages(form) -> None:
    for field in form.fields:
        for choice in field.choices:
            for name in (choice.value, choice.label.es, choice.label.en, *choice.synonyms):
                found = fields.read(field, name.upper(), 1, Known(dt.date(2011, 1, 5)))
                assert isinstance(found, FieldValue), (field.id, name)
                assert found.value == choice.value, (field.id, name)
            assert fields.show(field, choice.value) == choice.label


def test_what_is_shown_is_read_again_as_the_same_value() -> None:
    form = FORMS["contact-update"]
    known = Known(dt.date(2011, 1, 5), region="GT", countries=COUNTRIES)
    values: dict[str, object] = {
        "phone": ["+50224100000;ext=123", "+16135550142"],
        "country": "DO",
        "language": "en",
        "role": "focal-point",
        "email": ["a@b.example", "c@d.example"],
    }
    for field_id, value in values.items():
        field: Field = form.field(field_id)
        for words in (fields.show(field, value).es, fields.show(field, value).en):
            found = fields.read(field, words, 1, known)
            assert isinstance(found, FieldValue), (field_id, words)
            assert found.value == value


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ("[ ] Sin iniciar [x] En proceso [ ] Realizada", "En proceso"),
        ("☐ Sí ☒ No", "No"),
        ("Sin iniciar ( ) / En proceso (X) / Realizada ( )", "En proceso"),
        ("[x] Realizada", "Realizada"),
        ("Sin iniciar, En proceso, Realizada (X), Retrasada", "Realizada"),
        ("Sin iniciar, En proceso, (X) Realizada, Retrasada", "Realizada"),
        ("Not started; In progress [x]; Done; Delayed", "In progress"),
        ("Not started / ☒ In progress / Done", "In progress"),
        ("☐ Not started, ☐ In progress, ☒ Done", "Done"),
        ("Sin iniciar, En proceso X, Realizada", "En proceso"),
        ("Sin iniciar, x En proceso, Realizada", "En proceso"),
        ("Sin iniciar, En proceso ✓, Realizada", "En proceso"),
        ("Sin iniciar, *En proceso*, Realizada", "En proceso"),
        ("Sin iniciar, >>En proceso<<, Realizada", "En proceso"),
        ("Sin iniciar, -> En proceso, Realizada", "En proceso"),
        ("~~Sin iniciar~~, En proceso, ~~Realizada~~", "En proceso"),
        ("Sí, No (x)", "No"),
        ("Sin iniciar (X), En proceso (X), Realizada", None),
        ("Sin iniciar, En proceso, Realizada", None),
        ("Sin iniciar X, En proceso X, Realizada", None),
        ("~~Sin iniciar~~, En proceso, Realizada", None),
        ("En proceso, Ximena X", None),
        ("[x] Sí [x] No", None),
        ("[ ] Sí [ ] No", None),
        ("En proceso", None),
        ("En proceso (50 %)", None),
    ],
)
def test_the_one_option_that_is_ticked(words: str, option: str | None) -> None:
    assert ticked_option(words) == option
