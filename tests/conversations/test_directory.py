"""The directory kept true by mail: confirmations, changes from a day on, files of contacts, other directories."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from sqlalchemy import select

from mailbot.edges.shipped import folder
from mailbot.edges.store import pending
from mailbot.edges.store.tables import history
from mailbot.work import compilation, cover, forget, import_contacts
from mailbot.work.import_rows import from_mappings
from tests.town import Town, reply, words

GT, HN = "focal@gt.example", "focal@hn.example"
LUZ = "luz@gt.example"


def kind(letter) -> str:
    return letter.header("x-mailbot-letter")


def asked(town: Town, *codes: str):
    for code in codes:
        town.state(code)
    town.ask()
    return [town.opens(f"focal@{code.lower()}.example") for code in codes]


def named(town: Town, name: str, code: str = "GT"):
    return next(each for each in town.contacts(code) if each.name == name)


# --- no change, and asking from time to time -------------------------------------------------


def test_no_change_confirms_everybody_whom_the_letter_showed(town: Town) -> None:
    town.state("GT")
    town.person("GT", name="Luz Supuesta", email=[LUZ], position="Analista")
    town.ask()
    letter = town.opens(GT)
    assert "Luz Supuesta" in words(letter)
    town.person("GT", name="Llegada Después")
    assert town.comes(reply(letter, GT, "Sin cambios.\n")) == "applied"
    assert "Luz Supuesta" in words(town.opens(GT))
    days = {each.name: each.confirmed_on for each in town.contacts("GT")}
    today = dt.date(2008, 12, 1)
    assert days == {"Persona Inventada GT": today, "Luz Supuesta": today, "Llegada Después": None}


def test_the_rest_unchanged_confirms_the_others_and_changes_one(town: Town) -> None:
    town.state("GT")
    town.person("GT", name="Luz Supuesta", email=[LUZ])
    town.ask()
    town.comes(reply(town.opens(GT), GT, "Cargo: Ministra\n\nLo demás sin cambios.\n"))
    town.burn()
    assert named(town, "Persona Inventada GT").position == "Ministra"
    assert named(town, "Luz Supuesta").confirmed_on == dt.date(2008, 12, 1)


def test_a_mere_contact_speaks_for_nobody_else(town: Town) -> None:
    town.state("GT", role="contact")
    town.person("GT", name="Luz Supuesta", email=[LUZ])
    town.ask()
    town.comes(reply(town.opens(GT), GT, "Sin cambios.\n"))
    town.burn()
    assert named(town, "Luz Supuesta").confirmed_on is None


def test_each_state_is_asked_to_confirm_when_its_time_has_come_and_chased(town: Town) -> None:
    for code, letter in zip(("GT", "HN"), asked(town, "GT", "HN"), strict=True):
        town.comes(reply(letter, f"focal@{code.lower()}.example", "Sin cambios.\n"))
    town.later(days=170)
    town.burn()
    on: dict[str, list[dt.date]] = {"gt": [], "hn": []}
    reminded = set()
    for _ in range(90):
        town.later(days=1)
        for code, days in on.items():
            box = f"focal@{code}.example"
            for _ in range(town.unread().get(box, 0)):
                letter = town.opens(box)
                if kind(letter) == "request":
                    days.append(town.hour.date())
                    assert "[MD-DIR-" in letter.subject
                reminded |= {code} if kind(letter) == "reminder" else set()
    assert [len(days) for days in on.values()] == [1, 1]
    assert on["gt"] != on["hn"]
    assert min(day for days in on.values() for day in days) >= dt.date(2009, 6, 1)
    assert reminded == {"gt", "hn"}


def test_who_changed_something_meanwhile_is_not_asked_and_zero_never_asks(small_town) -> None:
    town = small_town(confirm_every_months=0)
    town.comes(reply(asked(town, "GT")[0], GT, "Sin cambios.\n"))
    town.later(days=500)
    assert "request" not in [kind(town.opens(GT)) for _ in range(town.unread()[GT])]


# --- a change from a day on ------------------------------------------------------------------


def test_a_change_announced_for_a_day_is_told_now_and_applied_then(town: Town) -> None:
    letter = asked(town, "GT")[0]
    assert town.comes(reply(letter, GT, "Cargo: Ministra\nVigente desde: 1 de marzo de 2009\n")) == "applied"
    told = words(town.opens(GT))
    assert "se aplicará el 1 de marzo de 2009" in told
    assert "applied on 1 March 2009" in told
    assert named(town, "Persona Inventada GT").position == "Directora de Migración"
    town.later(days=89)
    town.burn()
    assert named(town, "Persona Inventada GT").position == "Directora de Migración"
    town.later(days=1)
    assert named(town, "Persona Inventada GT").position == "Ministra"
    then = [town.opens(GT) for _ in range(town.unread()[GT])]
    assert [kind(each) for each in then].count("effective") == 1
    town.later(days=1)
    town.burn()
    with town.house.engine.begin() as connection:
        assert pending.waiting(connection, "md") == ()


def test_words_after_the_value_say_the_day_too(town: Town) -> None:
    letter = asked(town, "GT")[0]
    town.comes(reply(letter, GT, "Cargo: Ministra a partir del 1 de marzo de 2009\n"))
    town.burn()
    with town.house.engine.begin() as connection:
        (waiting,) = pending.waiting(connection, "md")
    assert (waiting.field, waiting.value, waiting.valid_from) == ("position", "Ministra", dt.date(2009, 3, 1))


def test_a_newer_change_of_the_field_supersedes_what_was_to_come(town: Town) -> None:
    letter = asked(town, "GT")[0]
    text = "Cargo: Ministra\nInstitución: Instituto Inventado\nVigente desde: 1 de marzo de 2009\n"
    town.comes(reply(letter, GT, text))
    town.comes(reply(letter, GT, "Cargo: Embajadora\n"))
    town.later(days=90)
    town.burn()
    contact = named(town, "Persona Inventada GT")
    assert (contact.position, contact.institution) == ("Embajadora", "Instituto Inventado")


def test_who_arrives_and_who_leaves_on_a_day_and_the_last_focal_point_is_held(town: Town) -> None:
    letter = asked(town, "GT")[0]
    arrival = (
        "Movimiento: nuevo\nNombre completo: Luz Supuesta\nCorreo electrónico: luz@gt.example\n"
        "Función en el grupo: punto focal\nSustituye a: Persona Inventada GT\nVigente desde: 1 de marzo de 2009\n"
    )
    assert town.comes(reply(letter, GT, arrival)) == "applied"
    assert [each.name for each in town.contacts("GT")] == ["Persona Inventada GT"]
    town.later(days=91)
    assert [each.name for each in town.contacts("GT")] == ["Luz Supuesta"]
    town.burn()


def test_a_day_nobody_can_read_changes_nothing_and_is_asked(town: Town) -> None:
    letter = asked(town, "GT")[0]
    assert town.comes(reply(letter, GT, "Cargo: Ministra\nVigente desde: por definir\n")) == "asked"
    told = words(town.opens(GT))
    assert "Repita el cambio con el día" in told
    assert named(town, "Persona Inventada GT").position == "Directora de Migración"


# --- the last focal point --------------------------------------------------------------------


def test_the_digest_says_who_left_a_state_alone(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    with town.house.engine.begin() as connection:
        done = forget.forget(town.house, connection, town.md, HN)
    assert [each.name for each in done.last] == ["Persona Inventada HN"]
    town.later(days=8)
    digest = next(each for each in (town.opens(GT) for _ in range(town.unread()[GT])) if kind(each) == "digest")
    assert "Honduras: nadie es punto focal desde el 1 de diciembre de 2008" in words(digest)
    assert "Honduras: nobody is focal point since 1 December 2008" in words(digest)
    town.burn()


def test_a_bounce_of_the_last_focal_point_is_held_once_for_the_presidency(town: Town) -> None:
    _, ours = asked(town, "GT", "HN")
    for number in (1, 2):
        report = (
            f"From: MAILER-DAEMON@mx.example\r\nTo: grupo.md@crm.example\r\nSubject: Undelivered {number}\r\n"
            f"Message-ID: <b{number}@mx.example>\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
            "--b\r\nContent-Type: text/plain\r\n\r\nfailed\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            "Reporting-MTA: dns; mx.example\r\n\r\n"
            "Final-Recipient: rfc822; focal@hn.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
            f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{ours.message_id}>\r\n\r\n--b--\r\n"
        )
        assert town.comes(report.encode()) == "set-aside"
    (hold,) = town.holds()
    assert "Honduras queda sin punto focal a quien escribir" in hold.what.es
    assert "(hold 1)" in town.rows()[0].reason


# --- a file before the presidency ----------------------------------------------------------------

FILE = [
    {"country": "GT", "name": "Luz Supuesta", "email": LUZ, "position": "Analista"},
    {"country": "HN", "name": "Eva Inventada", "email": "eva@hn.example", "role": "punto focal"},
    {"country": "Atlántida", "name": "Nadie", "email": "z@z.example"},
]


def proposed(town: Town):
    town.state("GT")
    town.state("HN", name="", email=[], role="contact")
    with town.house.engine.begin() as connection:
        reader = import_contacts.Reader(town.house, connection, town.md)
        rows = from_mappings(FILE, reader.form).rows
        planned = import_contacts.plan(reader, connection, town.md, rows)
        due = dt.date(2008, 12, 20)
        assert compilation.propose(town.house, connection, town.md, rows, planned, due) == 1
    town.deliver()
    return town.opens(GT)


def test_a_file_is_entered_on_the_presidencys_word_and_each_state_asked(town: Town) -> None:
    letter = proposed(town)
    said = words(letter)
    assert said.index("Nadie") < said.index("Luz Supuesta")
    assert len(town.contacts("GT")) == 1
    assert town.comes(reply(letter, GT, "APRUEBO\n\nSaludos\n")) == "applied"
    kinds = sorted(kind(town.opens(GT)) for _ in range(town.unread()[GT]))
    assert kinds == ["received", "request"]
    assert kind(town.opens("eva@hn.example")) == "request"
    assert named(town, "Luz Supuesta").position == "Analista"
    assert town.comes(reply(letter, GT, "APRUEBO otra vez\n", headers={"X-A": "2"})) in {"held", "asked"}
    town.burn()
    town.later(days=14)
    assert "reminder" in [kind(town.opens("eva@hn.example")) for _ in range(town.unread().get("eva@hn.example", 0))]
    town.burn()


def test_no_enters_nothing_and_only_the_presidency_decides(town: Town) -> None:
    letter = proposed(town)
    town.person("GT", name="Luz Otra", email=["otra@gt.example"])
    assert town.comes(reply(letter, "otra@gt.example", "APPROVE\n")) == "asked"
    town.opens("otra@gt.example")
    assert len(town.contacts("GT")) == 2
    assert town.comes(reply(letter, GT, "NO\n")) == "applied"
    assert "no se inscribió nada" in words(town.opens(GT))
    town.comes(reply(letter, GT, "Apruebo.\n"))
    town.burn()
    assert len(town.contacts("GT")) == 2


def test_an_address_changed_by_a_file_is_said_to_the_old_and_the_new(town: Town) -> None:
    town.state("GT")
    row = {"country": "GT", "name": town.contacts("GT")[0].name, "email": LUZ}
    with town.house.engine.begin() as connection:
        reader = import_contacts.Reader(town.house, connection, town.md)
        planned = import_contacts.plan(reader, connection, town.md, from_mappings([row], reader.form).rows)
        assert import_contacts.apply(town.house, connection, town.md, planned) == 1
    town.deliver()
    old, new = town.opens(GT), town.opens(LUZ)
    assert kind(old) == kind(new) == "address-change"
    assert LUZ in words(old)
    assert GT in words(new)
    assert town.md.address in words(new)


# --- another directory -------------------------------------------------------------------------------


def test_a_directory_of_consuls_is_one_file_and_no_code(tmp_path: Path, database_url: str) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(folder("rules"), rules)
    shutil.copy("docs/adding/forms/consul-update.yaml", rules / "forms")
    town = Town(tmp_path, database_url, rules=rules)
    town.state("GT")
    town.ask("consul-update")
    letter = town.opens(GT)
    first = (
        "Nombre del cónsul: Ana Prueba\nEstado acreditante: Guatemala\nEstado receptor: México\n"
        "Sede consular: Tapachula\n"
    )
    second = first.replace("Ana Prueba", "Eva Muestra").replace("Tapachula", "Oaxaca")
    assert town.comes(reply(letter, GT, first + "\n" + second)) == "applied"
    assert "Eva Muestra" in words(town.opens(GT))
    town.comes(reply(letter, GT, first.replace("Tapachula", "Comitán")))
    changed = next(each for each in (town.opens(GT) for _ in range(town.unread()[GT])) if "Comitán" in words(each))
    leave = second.replace("Sede consular: Oaxaca\n", "Movimiento: baja\n")
    assert town.comes(reply(letter, GT, leave)) == "applied"
    left = town.opens(GT)
    assert [row[4] for row in listed(town)] == ["Comitán"]
    assert town.comes(reply(left, GT, "DESHACER\n")) == "applied"
    undone = town.opens(GT)
    assert [row[4] for row in listed(town)] == ["Comitán", "Oaxaca"]
    assert town.comes(reply(undone, GT, "UNDO\n")) == "applied"
    assert town.comes(reply(changed, GT, "Deshacer.\n")) == "applied"
    told = next(each for each in (town.opens(GT) for _ in range(town.unread()[GT])) if "Tapachula" in words(each))
    assert "Comitán" in words(told)
    assert [row[4] for row in listed(town)] == ["Tapachula"]
    assert town.comes(reply(told, GT, "undo\n")) == "applied"
    town.burn()
    town.comes(reply(letter, GT, first.replace("Ana Prueba", "Luis Ensayo")))
    assert len(listed(town)) == 2
    assert town.comes(reply(town.opens(GT), GT, "Undo.\n")) == "applied"  # a new row is taken off again
    town.comes(reply(letter, GT, "Nombre del cónsul: Sin Lugar\nSede consular: Tuxtla\n"))
    town.burn()
    assert listed(town) == [["Guatemala", "Ana Prueba", "Guatemala", "México", "Comitán", "", "2008-12-01"]]
    town.later(days=20)
    town.ask("consul-update")
    again = next(each for each in (town.opens(GT) for _ in range(town.unread()[GT])) if kind(each) == "request")
    assert "Comitán" in words(again)
    town.comes(reply(again, GT, "Sin cambios.\n"))
    town.burn()
    assert listed(town)[0][-1] == "2008-12-21"
    town.close()


def listed(town: Town) -> list[list[str]]:
    from mailbot.work import records

    with town.house.engine.begin() as connection:
        return records.listed(connection, town.md, town.house.form("consul-update"), "es")


# --- the other branches, and where each value came from ----------------------------------------------


def test_a_focal_point_names_colleagues_of_its_other_branches(town: Town) -> None:
    letter = asked(town, "GT")[0]
    assert "migración" in words(letter)
    assert "labour" in words(letter)
    text = (
        "Movimiento: nuevo\nNombre completo: Luz Supuesta\nInstitución: Dirección General de Migración\n"
        "Correo electrónico: luz@gt.example\n\n"
        "Movimiento: nuevo\nNombre completo: Eva Muestra\nInstitución: Ministerio de Trabajo\n"
        "Correo electrónico: eva@gt.example\n"
    )
    assert town.comes(reply(letter, GT, text)) == "applied"
    town.opens(GT)
    assert [each.role for each in town.contacts("GT")] == ["focal-point", "contact", "contact"]
    with town.house.engine.begin() as connection:
        (row,) = cover.coverage_of(town.house, connection, town.md).rows
    assert {key for key, cell in row.cells.items() if cell.people} == {"migration", "foreign-affairs", "labour"}


def test_several_new_people_in_the_order_of_our_form(small_town) -> None:
    """Change, country and institution stand above each name: they are of the name below them."""
    town = small_town()
    letter = asked(town, "GT")[0]
    people = [("Dirección de Migración", "Luz Uno"), ("Ministerio de Trabajo", "Eva Dos"), ("Embajada", "Ana Tres")]
    text = "".join(
        f"Movimiento: nuevo\nPaís: Guatemala\nInstitución: {place}\nNombre completo: {name}\n"
        f"Correo electrónico: {name[:3].lower()}@gt.example\n\n"
        for place, name in people
    )
    assert town.comes(reply(letter, GT, text)) == "applied"
    town.opens(GT)
    assert [(each.institution, each.name) for each in town.contacts("GT")[1:]] == people


def test_every_field_keeps_the_message_it_came_from(town: Town) -> None:
    letter = asked(town, "GT")[0]
    town.comes(reply(letter, GT, "Cargo: Ministra\nDependencia: Despacho\nFax: (502) 2410-0001\n"))
    town.comes(reply(letter, GT, "Cargo: Embajadora\n"))
    town.burn()
    first, second = (row.id for row in town.rows())
    with town.house.engine.begin() as connection:
        kept = connection.execute(select(history.c.field, history.c.after, history.c.message_id, history.c.who)).all()
    assert [tuple(row) for row in kept] == [
        ("position", "Ministra", first, GT),
        ("unit", "Despacho", first, GT),
        ("fax", ["+50224100001"], first, GT),
        ("position", "Embajadora", second, GT),
    ]
