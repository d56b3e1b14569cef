"""The documents of the contact list, each opened with another program than the one that wrote it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import subprocess
import tracemalloc
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import vobject
from PIL import Image

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.documents import pdf, table, vcard, xlsx
from mailbot.edges.documents.edition import COLUMNS, Edition, Listed, both, texts
from mailbot.edges.rulebook import audiences as audience_file
from mailbot.edges.rulebook import load_audiences
from mailbot.work.listing import audience_of, seen_by
from tests.conftest import need
from tests.town import STATES, Town, reply

RULES = Path(__file__).parents[2] / "rules"
HOSTILE = ("=1+1", "+1-613", "-2+3", "@SUM(A1)", "\t=1", "'=1", "＝1+1", '=HYPERLINK("http://x.example")')


def person(number: int, code: str = "GT", **changes: object) -> Listed:
    es, en, tongue = STATES[code]
    row = Listed(
        f"urn:uuid:00000000-0000-0000-0000-{number:012}",
        code,
        Bilingual(es, en),
        Bilingual("Punto focal", "Focal point"),
        "Licda.",
        f"Íñigo Ñandú Inventada {number}",
        "Directora; de «Migración», y Desarrollo",
        "Unidad \\ A",
        "Ministerio de Relaciones Exteriores",
        ("+502 2410-0000 ext. 123", "+502 2410-0001"),
        ("+502 5555-0000",),
        ("+502 2410-0009",),
        (f"inigo{number}@rree.gob.example", "segunda@rree.gob.example"),
        "5a. avenida 0-00, zona 4; Ciudad de Guatemala",
        tongue,
        dt.date(2009, 1, 16),
        dt.datetime(2009, 1, 15, 12, tzinfo=dt.UTC),
    )
    return replace(row, **changes)


def edition(rows: list[Listed], **changes: object) -> Edition:
    changed = (Bilingual("Guatemala: se incorpora Zoé.", "Guatemala: Zoé joins."),)
    name = Bilingual("Grupo sobre Migración", "Group on Migration")
    found = Edition(name, dt.date(2009, 1, 20), tuple(rows), tuple(COLUMNS), 3, 2, changed)
    return replace(found, **changes)


PEOPLE = [person(n, code) for n, code in enumerate(("BZ", "GT", "GT", "US"), 1)] + [
    person(10 + n, "SV", name=f"Persona {text}", position=text, unit=text) for n, text in enumerate(HOSTILE)
]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The XLSX in both languages, the list and the changes as LibreOffice reads them."""
    need("libreoffice")
    folder = tmp_path_factory.mktemp("office")
    for tongue in ("es", "en"):
        (folder / f"{tongue}.xlsx").write_bytes(xlsx.contact_list(edition(PEOPLE), tongue))
    filter_ = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", filter_, "--outdir", str(folder)]
    subprocess.run([*command, "es.xlsx", "en.xlsx"], cwd=folder, check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize(("tongue", "sheets"), [("es", ("Contactos", "Cambios")), ("en", ("Contacts", "Changes"))])
def test_another_program_reads_the_same_rows(converted: Path, tongue: str, sheets: tuple[str, str]) -> None:
    with (converted / f"{tongue}-{sheets[0]}.csv").open(encoding="utf-8", newline="") as stream:
        title, issue, heads, *rows = csv.reader(stream)
    assert title[0].startswith("Lista de contactos / Contact list: Grupo sobre Migración / Group on Migration")
    assert issue[0] == "Edición n.º 3, 20 de enero de 2009 / Edition no. 3, 20 January 2009"
    assert heads[:4] == ["País / Country", "Función / Role", "Tratamiento / Title", "Nombre / Name"]
    wanted = [texts(row, tuple(COLUMNS), tongue, "\n") for row in PEOPLE]
    assert rows == wanted
    assert rows[1][7] == "+502 2410-0000 ext. 123\n+502 2410-0001"
    with (converted / f"{tongue}-{sheets[1]}.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream))[3] == ["Guatemala: se incorpora Zoé.", "Guatemala: Zoé joins."]


def test_the_sheet_is_typed_framed_and_calculates_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.contact_list(edition(PEOPLE), "es")))
    sheet = book.worksheets[0]
    last = f"N{len(PEOPLE) + 3}"
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == f"A3:{last}"
    assert sheet.print_area.endswith(f"$N${len(PEOPLE) + 3}")
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    kinds = {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value is not None}
    assert kinds == {"s", "d"}
    assert sheet["N4"].value == dt.datetime(2009, 1, 16)
    assert {sheet.cell(row, 5).value for row in range(8, 16)} >= {"=1+1", "@SUM(A1)", "+1-613"}
    assert openpyxl.load_workbook(io.BytesIO(xlsx.contact_list(edition([], changes=()), "en"))).sheetnames == [
        "Contacts"
    ]


def text_of(file: Path, order: str) -> str:
    """Return what Poppler reads in a PDF."""
    command = ["pdftotext", "-enc", "UTF-8", order, str(file), "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout


@pytest.mark.parametrize("tongue", ["es", "en"])
def test_pdf_names_everybody_on_numbered_pages(tmp_path: Path, tongue: str) -> None:
    need("poppler")
    people = [person(n, "GT") for n in range(40)] + [person(99, "US", name="Wojciech Dvořák Łódź-" + "Muylargo" * 12)]
    file = tmp_path / "list.pdf"
    file.write_bytes(pdf.contact_list(edition(people), tongue))
    said = text_of(file, "-layout")
    pages = said.split("\f")[:-1]
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"Página / Page {number} / {len(pages)}" in page
        assert "Edition no. 3" in page
        assert "Cargo e institución" in page
        assert "Telephones" in page
    words = " ".join(said.split())
    joined = re.sub(r"\s+", "", text_of(file, "-raw"))
    for each in people[:-1]:
        assert re.sub(r"\s+", "", each.name + "Punto") in joined
        assert each.email[0].replace("-", "") in joined.replace("-", "")
    assert "Muylargo" * 12 in joined
    assert "Dvořák" in words
    assert "Estados Unidos de América / United States of America" in words
    assert "Guatemala: Zoé joins." in words
    info = subprocess.run(["pdfinfo", file], capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    assert "Lista de contactos / Contact list. Grupo sobre Migración" in info
    assert re.search(r"Page size: +841\.\d+ x 595\.\d+", info)
    assert f"/Lang ({tongue})".encode() in file.read_bytes()


@pytest.mark.parametrize("tongue", ["es", "en"])
def test_pdf_as_a_picture_keeps_its_margins_and_fills_its_pages(tmp_path: Path, tongue: str) -> None:
    """What a printer would show: words on every page, none of them at an edge."""
    need("poppler")
    file = tmp_path / "list.pdf"
    file.write_bytes(pdf.contact_list(edition([person(n, "GT") for n in range(40)]), tongue))
    subprocess.run(["pdftoppm", "-r", "40", "-gray", file, tmp_path / "page"], check=True, timeout=60)
    pages = sorted(tmp_path.glob("page-*.pgm"))
    assert len(pages) > 2
    for page in pages:
        with Image.open(page) as picture:
            left, upper, right, lower = picture.point(lambda shade: 255 * (shade < 200)).getbbox() or (0, 0, 0, 0)
            width, height = picture.size
        assert width > height
        assert 8 < left < right < width - 8
        assert 8 < upper < lower < height - 8
        assert right - left > width * 0.8


def test_pdf_of_signs_the_font_lacks_and_of_a_row_higher_than_a_page(tmp_path: Path) -> None:
    need("poppler")
    odd = person(1, "GT", name="Ana 北京 Ṩample", address="calle " * 1200)
    file = tmp_path / "odd.pdf"
    file.write_bytes(pdf.contact_list(edition([odd, person(2)], changes=()), "es"))
    said = text_of(file, "-raw")
    assert "Ana ?? Ṩample" in said.replace("\n", " ")
    assert said.count("calle") == 1200
    assert "Inventada 2" in said.replace("\n", " ")


def test_thousands_of_contacts_print_in_the_memory_of_their_pages() -> None:
    def peak(count: int) -> int:
        found = edition([person(n, "GT") for n in range(count)], changes=())
        tracemalloc.start()
        pdf.contact_list(found, "es")
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)  # fonts are read once
    assert (peak(2000) - peak(200)) / 1800 < 4000  # octets a contact: what its part of the page takes


def unfolded(raw: bytes) -> list[str]:
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    for line in raw.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut
    return raw.decode().replace("\r\n ", "").split("\r\n")


def test_vcard_3_as_another_library_reads_it() -> None:
    cards = list(vobject.readComponents(vcard.cards(edition(PEOPLE), 3).decode()))
    assert len(cards) == len(PEOPLE)
    for row, card in zip(PEOPLE, cards, strict=True):
        assert card.version.value == "3.0"
        assert card.fn.value == " ".join(row.name.split())
        assert (card.n.value.family, card.n.value.prefix) == (card.fn.value, row.title)
        assert card.org.value == [row.institution, " ".join(row.unit.split())]
        assert card.title.value == " ".join(row.position.split())
        assert [each.value for each in card.tel_list] == [*row.phone, *row.mobile, *row.fax]
        assert [each.type_paramlist[-1] for each in card.tel_list] == ["VOICE", "VOICE", "CELL", "FAX"]
        assert [each.value for each in card.email_list] == list(row.email)
        assert (card.adr.value.street, card.adr.value.country) == (row.address, row.participant.get(row.language))
        assert (card.uid.value, card.rev.value) == (row.uid, "2009-01-15T12:00:00Z")
        assert card.lang.value == row.language
        card.validate()


def test_vcard_4_line_by_line() -> None:
    (row,) = people = [person(7)]
    assert unfolded(vcard.cards(edition(people))) == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//mailbot//contact list//ES",
        f"UID:{row.uid}",
        "FN:Íñigo Ñandú Inventada 7",
        "N:Íñigo Ñandú Inventada 7;;;Licda.;",
        "ORG:Ministerio de Relaciones Exteriores;Unidad \\\\ A",
        "TITLE:Directora\\; de «Migración»\\, y Desarrollo",
        "ROLE:Punto focal / Focal point",
        "LANG:es",
        "CATEGORIES:GT",
        "EMAIL;TYPE=work;PREF=1:inigo7@rree.gob.example",
        "EMAIL;TYPE=work:segunda@rree.gob.example",
        "TEL;VALUE=uri;TYPE=work,voice:tel:+50224100000;ext=123",
        "TEL;VALUE=uri;TYPE=work,voice:tel:+50224100001",
        "TEL;VALUE=uri;TYPE=work,cell:tel:+50255550000",
        "TEL;VALUE=uri;TYPE=work,fax:tel:+50224100009",
        "ADR;TYPE=work:;;5a. avenida 0-00\\, zona 4\\; Ciudad de Guatemala;;;;Guatemala",
        "REV:20090115T120000Z",
        "END:VCARD",
        "",
    ]
    long = [person(8, institution="ñ" * 300, name="")]
    lines = unfolded(vcard.cards(edition(long)))
    assert "ORG:" + "ñ" * 300 + ";Unidad \\\\ A" in lines
    assert "FN:Directora\\; de «Migración»\\, y Desarrollo" in lines  # a card must have one
    assert not any(line.startswith("N:") for line in lines)


def test_csv_opens_with_accents_and_is_never_a_formula() -> None:
    raw = table.comma_separated(edition(PEOPLE), "en")
    assert raw.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert heads[-1] == "Confirmado / Confirmed"
    assert rows[0][7] == "'+502 2410-0000 ext. 123 / +502 2410-0001"
    assert not any(re.match(r"[=+\-@\t\r＝＋－＠]", cell) for row in rows for cell in row)
    back = [[table.unguarded(cell) for cell in row] for row in rows]
    assert back == [texts(row, tuple(COLUMNS), "en", " / ") for row in PEOPLE]
    assert table.unguarded("'tis") == "'tis"


# --- Audiences -------------------------------------------------------------------------------------------


def test_the_columns_of_the_rules_are_those_of_the_documents() -> None:
    assert set(COLUMNS) == set(audience_file.COLUMNS)
    laid = {column for part in pdf.PARTS for column in part.columns}
    assert laid == set(COLUMNS) - {"country", "language"}
    assert set(xlsx.WIDTHS) == set(COLUMNS)


def test_who_sees_what(tmp_path: Path, small_town) -> None:
    town: Town = small_town()
    found = load_audiences(RULES / "audiences.yaml")
    contact = town.state("GT", email=["ana@rree.gob.example", "ana@gmail.com"], phone=["+50224100000"], unit="Unidad")
    observer = replace(contact, participant=replace(contact.participant, kind="observer"))
    assert [audience_of(found, [each]).id for each in (contact, observer, replace(observer, role="officer"))] == [
        "governments",
        "others",
        "officers",
    ]
    assert audience_of(found, []).id == "others"
    assert audience_of(found, [contact, observer]).id == "others"  # an address two people share
    seen = seen_by(contact, audience_of(found, [observer]))
    assert (seen.name, seen.unit, seen.phone, seen.role) == ("", "", (), "")
    assert (seen.institution, seen.position) == (contact.institution, contact.position)
    assert seen.email == ("ana@rree.gob.example",)
    withheld = frozenset({"mobile", "phone"})
    governments, officers = audience_of(found, [contact]), audience_of(found, [replace(contact, role="officer")])
    assert seen_by(contact, governments, withheld).phone == ()
    assert seen_by(contact, governments, withheld).name == contact.name
    assert seen_by(contact, officers, withheld).phone == contact.phone
    assert seen_by(contact, governments) == contact


def test_an_observer_who_asks_gets_no_names(small_town) -> None:
    town: Town = small_town()
    town.state("GT", name="Zenobia Secreta", phone=["+50224100000"])
    town.state("HN")
    with town.house.engine.begin() as connection:
        from sqlalchemy import update

        from mailbot.edges.store.tables import participants

        connection.execute(update(participants).where(participants.c.code == "HN").values(kind="observer"))
    town.comes(reply(None, "focal@hn.example", "LISTA\n"))
    answer = town.raw("focal@hn.example")
    from mailbot.core import message
    from tests.town import words

    parsed = message.parse(answer)
    book = openpyxl.load_workbook(io.BytesIO(parsed.attachments[0].content))
    cells = {str(cell.value) for line in book.worksheets[0].iter_rows() for cell in line}
    assert "Ministerio de Relaciones Exteriores" in cells
    assert "focal@gt.example" in cells
    for hidden in ("Zenobia", "2410"):
        assert hidden not in words(parsed)
        assert not any(hidden in cell for cell in cells)


BROKEN = {
    "audiences: []\n": ("audiences: ", "empty"),
    "audiences:\n  - {id: a, columns: all}\nprivatemail: [x.example]\n": ("privatemail", "is not a key"),
    "audiences:\n  - {id: a, columns: [country, nmae]}\n": (
        "audiences.a.columns",
        '"nmae" is not a column; use',
    ),
    "audiences:\n  - {id: a, columns: [name]}\n": ("audiences.a.columns", "country is missing; add it"),
    "audiences:\n  - {id: a, columns: [country, email, official-email]}\n": ("audiences.a.columns", "keep one"),
    "audiences:\n  - {id: a, columns: all}\n  - {id: b, columns: all}\n": ("audiences.a.participants", "put it last"),
    "audiences:\n  - {id: a, columns: all, roles: [officer]}\n": ("audiences.a.participants", "add one without"),
    "audiences:\n  - {id: a, columns: all, roles: [chief]}\n": ("audiences.0.roles.0", '"chief" is not accepted; use'),
    "audiences:\n  - {id: a, columns: all, roles: [officer]}\n  - {id: a, columns: all}\n": (
        "audiences.a.id",
        "choose",
    ),
}


@pytest.mark.parametrize("text", BROKEN)
def test_mistakes_in_the_file_name_key_and_remedy(tmp_path: Path, text: str) -> None:
    file = tmp_path / "audiences.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(OperatorError) as caught:
        load_audiences(file)
    (problem,) = caught.value.problems
    key, remedy = BROKEN[text]
    assert problem.en.startswith(f"audiences.yaml: {key}")
    assert remedy in problem.en
    assert problem.es.startswith("audiences.yaml: ")
    assert problem.es != problem.en


def test_both_halves_once_when_equal() -> None:
    assert both(Bilingual("Fax", "Fax")) == "Fax"
    assert both(Bilingual("País", "Country")) == "País / Country"
