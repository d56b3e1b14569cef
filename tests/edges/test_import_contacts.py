"""Contacts from the files people keep: every shape, every heading, nothing guessed, nothing twice."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.core.records import Contact
from mailbot.core.values import OperatorError
from mailbot.edges.documents import vcard
from mailbot.edges.documents.vcard_reading import read_cards
from mailbot.edges.rulebook import EVERYTHING
from mailbot.edges.store import directory
from mailbot.work import contacts, import_contacts
from mailbot.work.import_contacts import Planned
from mailbot.work.import_rows import read_file
from mailbot.work.listing import DOCUMENTS
from tests.town import STATES, Town

ROWS = """\
País;Nombre completo;Cargo;Institución;Correo electrónico;Teléfono;Función en el grupo
Guatemala;Licda. Ana Inventada Núñez;Directora;Relaciones Exteriores;Ana@gt.example;2410-0000;punto focal
US;Mr. John Sample;Officer;Department of State;john@us.example;+1 202 555 0133 ext. 7;focal point
"""
WANTED = [("US", "Mr.", "John Sample", ["+12025550133;ext=7"], "focal-point"),
          ("GT", "Licda.", "Ana Inventada Núñez", ["+50224100000"], "focal-point")]  # fmt: skip


class Import:
    """One group and files brought into it."""

    def __init__(self, town: Town, folder: Path) -> None:
        self.town, self.folder = town, folder
        for code, (es, en, tongue) in STATES.items():
            with town.house.engine.begin() as connection:
                directory.add_participant(connection, "md", code, "state", import_contacts.Bilingual(es, en), tongue)

    def write(self, name: str, content: str | bytes) -> Path:
        file = self.folder / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def plan(self, file: Path, *, apply: bool = True) -> tuple[Planned, ...]:
        with self.town.house.engine.begin() as connection:
            reader = import_contacts.Reader(self.town.house, connection, self.town.md)
            found = read_file(file, reader.form, reader.is_participant)
            planned = import_contacts.plan(reader, connection, self.town.md, found.rows)
            if apply:
                import_contacts.apply(self.town.house, connection, self.town.md, planned)
        return planned

    def contacts(self) -> list[Contact]:
        with self.town.house.engine.begin() as connection:
            return list(directory.active_contacts(connection, "md"))

    def add(self, code: str, **fields: object) -> None:
        with self.town.house.engine.begin() as connection:
            participant = directory.participant_by_code(connection, "md", code)
            assert participant is not None
            directory.add_contact(connection, "md", participant, fields, None)

    def export(self, ending: str, tongue: str = "es") -> bytes:
        with self.town.house.engine.begin() as connection:
            edition = contacts.for_export(self.town.house, connection, self.town.md, EVERYTHING)
        return vcard.cards(edition, 3) if ending == "vcf3" else DOCUMENTS[ending](edition, tongue)


@pytest.fixture
def desk(small_town: Callable[..., Town], tmp_path: Path) -> Import:
    return Import(small_town(), tmp_path)


def xlsx_of(text: str, title: str | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    if title:
        sheet.append([title])
        sheet.append([])
    for line in text.splitlines():
        sheet.append([cell or None for cell in line.split(";")])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_table(text: str) -> str:
    first, *rest = text.splitlines()
    lines = ["| " + line.replace(";", " | ") + " |" for line in (first, *rest)]
    return "\n".join(["Estimados colegas:", "", lines[0], "|---" * 7 + "|", *lines[1:], "", "Saludos"])


SHAPES: dict[str, Callable[[], tuple[str, bytes]]] = {
    "semicolons cp1252": lambda: ("a.csv", ROWS.encode("cp1252")),
    "commas utf-8": lambda: ("a.csv", ROWS.replace(";", ",").encode()),
    "commas bom": lambda: ("a.csv", ROWS.replace(";", ",").encode("utf-8-sig")),
    "tabs utf-16": lambda: ("a.csv", ROWS.replace(";", "\t").encode("utf-16")),
    "sep line": lambda: ("a.csv", b"sep=;\r\n" + ROWS.encode("cp1252")),
    "title above": lambda: ("a.csv", f"Lista de contactos\n\n{ROWS}".encode()),
    "xlsx": lambda: ("a.xlsx", xlsx_of(ROWS)),
    "xlsx with title": lambda: ("a.xlsx", xlsx_of(ROWS, "Lista de contactos")),
    "pasted tabs": lambda: ("a.txt", ("Hola\n" + ROWS.replace(";", "\t")).encode()),
    "pasted pipes": lambda: ("a.txt", as_table(ROWS).encode()),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_says_the_same(desk: Import, shape: str) -> None:
    file = desk.write(*SHAPES[shape]())
    first = desk.plan(file)
    assert [each.state for each in first] == ["new", "new"]
    found = [(c.participant.code, c.title, c.name, list(c.phone), c.role) for c in desk.contacts()]
    assert found == WANTED
    assert desk.contacts()[1].email == ("ana@gt.example",)
    assert {each.state for each in desk.plan(file)} == {"same"}
    assert len(desk.contacts()) == 2


@pytest.mark.parametrize(
    "heads",
    ["Country;Full name;Position;Institution;E-mail;Telephone;Role in the group",
     "PAIS;NOMBRE Y APELLIDOS;PUESTO;ENTIDAD;CORREO;TEL.;ROL",
     "País / Country;Nombre / Name;Cargo / Position;Institución / Institution;Correo / E-mail;Tel.;Función / Role",
     "country;name;position;institution;email;phone;role",
     "Member State;Contact person;Job title;Ministry;Email address;Phone 1;Capacity"],
)  # fmt: skip
def test_headings_are_those_of_the_form_and_its_synonyms(desk: Import, heads: str) -> None:
    desk.plan(desk.write("a.csv", "\n".join([heads, *ROWS.splitlines()[1:]])))
    found = [(c.participant.code, c.title, c.name, list(c.phone), c.role) for c in desk.contacts()]
    assert found == WANTED


def test_states_as_headings_between_rows_and_two_columns_of_telephones(desk: Import) -> None:
    text = "Nombre;Teléfono 1;Teléfono 2;Observaciones\nHONDURAS;;;\nAna Inventada;2222-0000;2222-0001;hola\n"
    text += "El Salvador;;;\nLuis Supuesto;2500-0000;;\n"
    file = desk.write("a.csv", text)
    desk.plan(file)
    assert [(c.participant.code, c.name, c.phone) for c in desk.contacts()] == [
        ("SV", "Luis Supuesto", ("+50325000000",)),
        ("HN", "Ana Inventada", ("+50422220000", "+50422220001")),
    ]
    found = read_file(file, desk.town.house.form("contact-update"), lambda _said: False)
    assert found.unused == ("Observaciones",)


def test_preview_says_before_and_after_with_doubts_first(desk: Import) -> None:
    desk.plan(desk.write("a.csv", ROWS))
    changed = ROWS.replace("Directora", "Ministra").replace("2410-0000", "2410-0005")
    changed += "Atlántida;Nadie;x;y;z@z.example;1;contacto\nHonduras;Luis Supuesto;Jefe;SRE;no@@x;12;contacto\n"
    planned = desk.plan(desk.write("b.csv", changed), apply=False)
    assert [each.state for each in planned] == ["doubtful", "doubtful", "changed", "same"]
    assert planned[0].place == "4"
    assert "«Atlántida» no se conoce" in planned[0].words.es
    assert "E-mail: “no@@x”: is not a complete address; Telephone: “12”" in planned[1].words.en
    assert planned[2].words.es == "Cargo: Directora → Ministra; Teléfono: +502 2410-0000 → +502 2410-0005"
    assert desk.contacts()[1].position == "Directora"  # a preview does nothing


def test_a_blank_cell_leaves_a_value_and_a_dash_takes_it_away(desk: Import) -> None:
    desk.add("GT", name="Ana Inventada", position="Directora", fax=["+50224100009"], phone=["+50224100000"])
    desk.plan(desk.write("a.csv", "país,nombre,cargo,fax,teléfono\nGT,Ana Inventada,,no tenemos,\n"))
    (contact,) = desk.contacts()
    assert (contact.position, contact.fax, contact.phone) == ("Directora", (), ("+50224100000",))


DOUBTS = {
    "renamed or replaced": ("GT,Luis Distinto,ana@gt.example", "has this address: another name, a colleague"),
    "another participant's": ("HN,Luis Distinto,ana@gt.example", "belongs to another participant"),
    "no name": ("GT,,nueva@gt.example", "the name is missing"),
    "no country": (",Luis Distinto,luis@gt.example", "the country or participant is missing"),
    "too long": ("GT," + "Luis " * 60 + ",l@gt.example", "more than 200 letters"),
    "not a name": ("GT,=cmd|'/c calc'!A0,l@gt.example", "does not look like a person's name"),
}


@pytest.mark.parametrize("doubt", DOUBTS)
def test_what_two_readings_fit_is_asked_and_does_nothing(desk: Import, doubt: str) -> None:
    desk.add("GT", name="Ana Inventada", email=["ana@gt.example"])
    row, why = DOUBTS[doubt]
    (planned,) = desk.plan(desk.write("a.csv", f"country,name,email\n{row}\n"))
    assert planned.state == "doubtful"
    assert why in planned.words.en
    assert [each.name for each in desk.contacts()] == ["Ana Inventada"]


def test_a_file_takes_nobody_off_the_list(desk: Import) -> None:
    desk.add("GT", name="Ana Inventada")
    rows = "country,name,change,replaces\nGT,Ana Inventada,baja,\nGT,Luis Supuesto,,Ana Inventada\n"
    assert {each.state for each in desk.plan(desk.write("a.csv", rows))} == {"doubtful"}
    assert [each.name for each in desk.contacts()] == ["Ana Inventada"]


def test_a_fuller_name_is_the_same_person_and_a_colleague_shares_a_mailbox(desk: Import) -> None:
    desk.add("GT", name="Ana Inventada", email=["migracion@gt.example"])
    fuller = desk.write("a.csv", "country,name,email\nGT,Ana Inventada Núñez,migracion@gt.example\n")
    assert [each.state for each in desk.plan(fuller)] == ["changed"]
    both = "country,name,email\nGT,Ana Inventada Núñez,migracion@gt.example\nGT,Luis Supuesto,migracion@gt.example\n"
    file = desk.write("b.csv", both)
    assert [each.state for each in desk.plan(file)] == ["new", "same"]
    assert [each.state for each in desk.plan(file)] == ["same", "same"]


def test_a_person_who_stands_twice_in_a_file(desk: Import) -> None:
    file = desk.write("a.csv", "country,name,position\nGT,Ana Inventada,A\nGT,ana inventada,A\nGT,Ana Inventada,B\n")
    for states in (["doubtful", "doubtful", "new"], ["doubtful", "doubtful", "same"]):
        planned = desk.plan(file)
        assert [each.state for each in planned] == states
        assert "row 2 speaks of this person already" in planned[0].words.en
    assert len(desk.contacts()) == 1


def test_hostile_cells_are_text(desk: Import) -> None:
    cells = ["=1+1", "+1-613", "-2", "@SUM(A1)", "'=x", '=HYPERLINK("http://x.example";"a")', "a\0b\u202ec"]
    lines = [["country", "name", "position"]]
    lines += [["GT", f"Persona {'abcdefg'[number]}", cell] for number, cell in enumerate(cells)]
    rows = "\n".join("\t".join(line) for line in lines)
    desk.plan(desk.write("a.csv", rows))
    wanted = ["=1+1", "+1-613", "-2", "@SUM(A1)", "=x", cells[5], "a bc"]  # the apostrophe is the CSV's own guard
    assert [each.position for each in desk.contacts()] == wanted


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b"PK\x03\x04nothing"), ("a.xlsx", b""), ("a.csv", b""), ("a.vcf", b"BEGIN:VCARD\r\nFN:x"),
     ("a.csv", b"a,b\n1,2\n"), ("a.doc", b"x"), ("a.txt", "Sin tabla, señores".encode()), ("a.csv", b"\xff\xfe\x00"),
     ("a.csv", b'"' + b"x" * 200_000)],
)  # fmt: skip
def test_a_file_that_is_no_list_is_told_with_the_remedy(desk: Import, name: str, content: bytes) -> None:
    with pytest.raises(OperatorError) as caught:
        desk.plan(desk.write(name, content))
    (problem,) = caught.value.problems
    assert name in problem.en
    assert "accepted" in problem.en or "for example: Country, Institution, Full name, E-mail" in problem.en


CARD_21 = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Inventada N=FA=F1ez;Ana;;Licda.\r\n"
    "FN;CHARSET=UTF-8;QUOTED-PRINTABLE:Ana Inventada N=C3=BA=\r\n=C3=B1ez\r\nORG:Ministerio;Unidad A\r\n"
    "TEL;WORK;VOICE:(502) 2410-0000 ext. 12\r\nTEL;CELL:5555 0000\r\nTEL;WORK;FAX:2410-0009\r\n"
    "EMAIL;INTERNET:b@gt.example\r\nEMAIL;PREF;INTERNET:a@gt.example\r\nTITLE:Directora\r\n"
    "ADR;WORK:;;Calle 1;Ciudad;;01001;Guatemala\r\nPHOTO;BASE64:AAAA\r\nEND:VCARD\r\n"
)
CARD_3 = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Inventada Núñez;Ana;;Licda.;\nFN:Ana Inventada\n  Núñez\nORG:Ministerio;Unidad A\n"
    'item1.TEL;type=WORK;type=pref:+502 2410-0000 x12\nTEL;TYPE=CELL:+50255550000\nTEL;TYPE="WORK,FAX":24100009\n'
    "item2.EMAIL;type=INTERNET;type=pref:a@gt.example\nEMAIL:b@gt.example\nTITLE:Directora\n"
    "ADR;TYPE=WORK:;;Calle 1;Ciudad;;01001;Guatemala\nEND:VCARD\n"
)
CARD_4 = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Inventada Núñez\r\nN:Inventada Núñez;Ana;;Licda.;\r\n"
    "ORG:Ministerio;Unidad A\r\n"
    'TEL;VALUE=uri;TYPE="work,voice":tel:+50224100000;ext=12\r\nTEL;VALUE=uri;TYPE=cell:tel:+502-5555-0000\r\n'
    "TEL;TYPE=fax;VALUE=uri:tel:+50224100009\r\nEMAIL;PREF=2:b@gt.example\r\nEMAIL;PREF=1:a@gt.example\r\n"
    "TITLE:Directora\r\nADR:;;Calle 1;Ciudad;;01001;Guatemala\r\nEND:VCARD\r\n"
)


@pytest.mark.parametrize("card", [CARD_21, CARD_3, CARD_4], ids=["2.1", "3.0", "4.0"])
def test_vcards_of_other_programs(desk: Import, card: str) -> None:
    file = desk.write("a.vcf", card)
    (planned,) = desk.plan(file)
    assert planned.state == "new", planned.words.en
    (contact,) = desk.contacts()
    assert (contact.title, contact.name, contact.position) == ("Licda.", "Ana Inventada Núñez", "Directora")
    assert (contact.institution, contact.unit) == ("Ministerio", "Unidad A")
    assert (contact.phone, contact.mobile, contact.fax) == (
        ("+50224100000;ext=12",), ("+50255550000",), ("+50224100009",),
    )  # fmt: skip
    assert contact.email == ("a@gt.example", "b@gt.example")
    assert contact.address == "Calle 1, Ciudad, 01001"
    assert [each.state for each in desk.plan(file)] == ["same"]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_cards_or_none(raw: bytes) -> None:
    for card in read_cards(b"BEGIN:VCARD\n" + raw + b"\nFN:Fin\nEND:VCARD\n"):
        assert all(isinstance(text, str) for text in card.values.values())


# --- There and back --------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "Dirección;General, de «Asuntos» \"Consulares\" \\n Y&Z <b> | ñandú =1+1 +x -y @z 'tis '=q Ö 😀".split()
)
TEXT = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).filter(lambda text: any(c.isalnum() for c in text))
NUMBER = st.sampled_from(["+50224100000", "+50224100001;ext=123", "+12025550133", "+525555550000", "+442079460018",
                          "+50422220000;ext=1", "+18095550123"])  # fmt: skip
NUMBERS = st.lists(NUMBER, max_size=3, unique=True)
PERSON = st.fixed_dictionaries(
    {
        "code": st.sampled_from(["GT", "US", "HN", "MX"]),
        "role": st.sampled_from(["focal-point", "alternate", "contact", "officer"]),
        "title": st.sampled_from(["", "Lic.", "Dra.", "Mr."]),
        "name": st.sampled_from(["Ana Ñandú", "José-María O'Example", "Zoë de la Prueba, hijo", "Æthel Sample"]),
        "position": TEXT,
        "institution": TEXT,
        "unit": TEXT,
        "address": TEXT,
        "phone": NUMBERS,
        "mobile": NUMBERS,
        "fax": NUMBERS,
        "mails": st.integers(0, 3),
        "language": st.sampled_from(["es", "en"]),
    }
)


def without_ids(found: list[Contact]) -> list[Contact]:
    return sorted((replace(c, id=0, participant=replace(c.participant, id=0)) for c in found), key=lambda c: c.name)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf", "vcf3"])
@settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(people=st.lists(PERSON, min_size=1, max_size=6), tongue=st.sampled_from(["es", "en"]))
def test_a_list_written_out_and_brought_in_is_the_same_list(
    small_town: Callable[..., Town],
    tmp_path_factory: pytest.TempPathFactory,
    ending: str,
    people: list[dict],
    tongue: str,
) -> None:
    folders = [tmp_path_factory.mktemp("there"), tmp_path_factory.mktemp("back")]
    there, back = (Import(Town(folder), folder) for folder in folders)
    for number, person in enumerate(people):
        fields = {key: value for key, value in person.items() if key not in {"code", "mails"}}
        fields["name"] += " " + "abcdef"[number]
        fields["email"] = [f"p{number}.{rank}@gob.example" for rank in range(person["mails"])]
        there.add(person["code"], **fields)
    file = back.write("list." + ending[:3].replace("xls", "xlsx"), there.export(ending, tongue))
    assert {each.state for each in back.plan(file)} == {"new"}
    assert without_ids(back.contacts()) == without_ids(there.contacts())
    assert {each.state for each in back.plan(file)} == {"same"}
    assert {each.state for each in there.plan(file)} == {"same"}
    for town in (there.town, back.town):
        town.close()
