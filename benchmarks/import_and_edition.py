"""Import of a contact list, the documents of its edition and its letters, against the raw limits of the same run.

Raw limit of the import: stdlib CSV parse + one bulk insert of contacts and one of addresses.
Raw limit of the documents: bare openpyxl write of the same cells, no style.
Raw limit of the letters: one bulk insert of as many rows of the same bytes.
Memory is the process's own, looked at after every tenth of the letters.
Usage: python -m benchmarks.import_and_edition [CONTACTS]
"""

from __future__ import annotations

import csv
import io
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import select

from mailbot.core.values import Bilingual
from mailbot.edges.documents.edition import Edition, texts
from mailbot.edges.rulebook import EVERYTHING
from mailbot.edges.store import directory
from mailbot.edges.store.tables import letters
from mailbot.work import contacts, import_contacts
from mailbot.work.import_rows import read_file
from mailbot.work.listing import DOCUMENTS
from tests.town import STATES, Town

HEADS = "País,Nombre,Cargo,Institución,Dependencia,Correo electrónico,Teléfono,Celular,Función,Dirección"


def list_of(count: int) -> str:
    """Return a CSV of invented people of all States."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(HEADS.split(","))
    codes = [code for code in STATES if code not in {"BZ", "PA"}]
    for number in range(count):
        code = codes[number % len(codes)]
        digits = f"{2000000000 + number}" if code in {"CA", "US", "DO", "MX"} else f"{20000000 + number}"
        name = f"Persona {_letters(number)} Inventada"
        work = (f"Directora {number}", "Ministerio de Relaciones Exteriores", "Asuntos Consulares")
        reach = (f"p{number}@{code.lower()}.example", f"{digits}", f"{digits}", "contacto", f"Calle {number}, Ciudad")
        writer.writerow((STATES[code][0], name, *work, *reach))
    return stream.getvalue()


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def raw_import(text: str, file: Path) -> None:
    """Parse and insert, and nothing else."""
    rows = list(csv.reader(io.StringIO(text)))[1:]
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE c (id INTEGER PRIMARY KEY, a, b, c, d, e, f, g, h, i, j)")
    database.execute("CREATE TABLE m (contact, address)")
    database.executemany("INSERT INTO c (a,b,c,d,e,f,g,h,i,j) VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
    database.executemany("INSERT INTO m VALUES (?,?)", [(number, row[5]) for number, row in enumerate(rows)])
    database.commit()
    database.close()


def our_import(town: Town, file: Path) -> None:
    """Read, compare and write with history, as ``mailbot import contacts --apply`` does."""
    with town.house.engine.begin() as connection:
        reader = import_contacts.Reader(town.house, connection, town.md)
        rows = read_file(file, reader.form, reader.is_participant).rows
        planned = import_contacts.plan(reader, connection, town.md, rows)
        import_contacts.apply(town.house, connection, town.md, planned)


def raw_sheet(edition: Edition) -> None:
    """Write the same cells, bare."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in edition.rows:
        sheet.append(texts(row, edition.columns, "es", "\n"))
    book.save(io.BytesIO())


def peak() -> float:
    """Return the highest memory of this process so far, in MB (Linux counts KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def now_held() -> float:
    """Return the memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def raw_letters(file: Path, raw: bytes, count: int) -> None:
    """Insert rows of the same size, and nothing else."""
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE l (id INTEGER PRIMARY KEY, recipient TEXT, raw BLOB)")
    database.executemany("INSERT INTO l VALUES (NULL,?,?)", ((f"p{number}", raw) for number in range(count)))
    database.commit()
    database.close()


def edition_to_everybody(town: Town, folder: Path) -> None:
    """Put an edition in the outbox for everybody on the list, and print how memory stands meanwhile."""
    held: list[float] = []

    def told(done: int, total: int) -> None:
        if done % max(total // 10, 1) == 0:
            held.append(now_held())
            print(f"  letters written: {done} of {total}, memory {held[-1]:.0f} MB", flush=True)

    put = 0

    def distribute() -> None:
        nonlocal put
        put = contacts.distribute(town.house, town.md, told=told)

    own = seconds(distribute)
    with town.house.engine.begin() as connection:
        raw = connection.execute(select(letters.c.raw).limit(1)).scalar_one()
    bare = seconds(lambda: raw_letters(folder / "letters.db", raw, put))
    print(
        f"edition to {put} recipients: {own:.1f} s, {put / own:.0f} letters/s of {len(raw) / 1000:.0f} KB, "
        f"{own / bare:.1f} × bare insert; memory from {held[0]:.0f} to {held[-1]:.0f} MB"
    )


def main() -> None:
    """Print times, ratios and memory."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as name:
        folder, text = Path(name), list_of(count)
        town = Town(folder)
        with town.house.engine.begin() as connection:
            for code, (es, en, tongue) in STATES.items():
                directory.add_participant(connection, "md", code, "state", Bilingual(es, en), tongue)
        file = folder / "list.csv"
        file.write_text(text, encoding="utf-8")
        print(f"{count} contacts; memory before: {peak():.0f} MB")
        raw = seconds(lambda: raw_import(text, folder / "raw.db"))
        for word in ("import", "import again, nothing to change"):
            own = seconds(lambda: our_import(town, file))
            print(f"{word:34}{own:7.2f} s   {own / raw:6.1f} × bare parse and insert   peak {peak():.0f} MB")
        with town.house.engine.begin() as connection:
            edition = contacts.for_export(town.house, connection, town.md, EVERYTHING)
        assert len(edition.rows) == count, len(edition.rows)
        raw = seconds(lambda: raw_sheet(edition))
        for ending, make in DOCUMENTS.items():
            own = seconds(lambda make=make: make(edition, "es"))  # type: ignore[misc]
            print(f"{ending:34}{own:7.2f} s   {own / raw:6.1f} × bare openpyxl write     peak {peak():.0f} MB")
        edition_to_everybody(town, folder)
        town.house.engine.dispose()


if __name__ == "__main__":
    main()
