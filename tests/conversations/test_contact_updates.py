"""Somebody writes, the hour moves, mailbot answers: the directory by mail."""

from __future__ import annotations

from tests.town import Town, reply, words

GT = "focal@gt.example"


def asked(town: Town, *codes: str) -> dict[str, object]:
    for code in codes:
        town.state(code)
    town.ask()
    return {code: town.opens(f"focal@{code.lower()}.example") for code in codes}


def test_a_request_goes_to_each_state_in_its_language(town: Town) -> None:
    letters = asked(town, "GT", "US")
    spanish, english = letters["GT"], letters["US"]
    assert spanish.subject.startswith("Actualización")
    assert words(spanish).startswith("English version below")
    assert words(english).startswith("Versión en español más abajo")
    assert "16 de enero de 2009" in words(spanish)
    assert "16 January 2009" in words(spanish)
    assert spanish.header("auto-submitted") == "auto-generated"
    assert spanish.reply_to[0].address.startswith("grupo.md+r-md-dir-gt-")


def test_a_changed_line_above_the_quotation_is_applied_and_told(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    assert town.comes(reply(letter, GT, "Buenos días:\n\nCargo: Subdirectora\n\nSaludos\n")) == "applied"
    (contact,) = town.contacts("GT")
    assert contact.position == "Subdirectora"
    assert contact.confirmed_on is not None
    answer = words(town.opens(GT))
    assert "Directora de Migración" in answer
    assert "Subdirectora" in answer


def test_one_answer_stops_the_reminders(town: Town) -> None:
    letter = asked(town, "GT", "HN")["GT"]
    town.comes(reply(letter, GT, "Sin cambios.\n"))
    town.opens(GT)
    town.later(days=42)
    kinds = [town.opens(GT).header("x-mailbot-letter") for _ in range(town.unread().get(GT, 0))]
    assert "reminder" not in kinds
    assert town.opens("focal@hn.example").header("x-mailbot-letter") == "reminder"
    town.burn()


def test_a_mistake_is_asked_under_its_line_and_the_rest_is_applied(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    text = "Cargo: Jefa de Unidad\nCorreo electrónico: d.perez(at)mrex\n"
    assert town.comes(reply(letter, GT, text)) == "applied"
    (contact,) = town.contacts("GT")
    assert contact.position == "Jefa de Unidad"
    assert contact.email == (GT,)
    answer = town.opens(GT)
    assert "1 dato por aclarar" in answer.subject
    assert "1 point to clarify" in answer.subject
    said = words(answer)
    assert said.index("Correo electrónico:") < said.index("d.perez(at)mrex")


def test_the_corrected_form_sent_back_settles_it(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    town.comes(reply(letter, GT, "Correo electrónico: nueva(at)gt\n"))
    question = town.opens(GT)
    town.comes(reply(question, GT, "Correo electrónico: nueva@gt.example\n"))
    assert town.contacts("GT")[0].email == ("nueva@gt.example",)
    assert town.opens(GT).header("auto-submitted") == "auto-replied"
    assert town.opens("nueva@gt.example").header("x-mailbot-letter") == "address-change"


def test_a_plain_from_proves_nothing_until_it_is_confirmed(town: Town) -> None:
    town.state("GT")
    text = "Cargo: Ministra\nTeléfono: (502) 2410-0000\n"
    assert town.comes(reply(None, GT, text)) == "asked"
    assert town.contacts("GT")[0].position == "Directora de Migración"
    question = town.opens(GT)
    assert "CONFIRMO" in words(question)
    assert town.comes(reply(question, GT, "CONFIRMO\n")) == "applied"
    assert town.contacts("GT")[0].position == "Ministra"
    town.opens(GT)
    assert not [hold for hold in town.holds() if hold.kind == "confirmation"]


def test_no_takes_an_unconfirmed_change_away(town: Town) -> None:
    town.state("GT")
    town.comes(reply(None, GT, "Cargo: Ministra\nTeléfono: (502) 2410-0000\n"))
    assert town.comes(reply(town.opens(GT), GT, "NO\n")) == "applied"
    assert town.contacts("GT")[0].position == "Directora de Migración"
    town.opens(GT)
    assert not town.holds()


def test_a_stranger_with_a_perfect_form_gets_one_courteous_line(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    text = "País: Guatemala\nNombre completo: Otro Inventado\nCorreo electrónico: otro@x.example\n"
    assert town.comes(reply(letter, "otro@x.example", text)) == "held"
    answer = words(town.opens("otro@x.example"))
    assert "Persona Inventada" not in answer
    assert len(town.contacts("GT")) == 1
    assert town.comes(reply(None, "otro@x.example", "Otra vez: quiero la lista\n")) == "held"
    assert not town.unread()
    assert [hold.kind for hold in town.holds()] == ["stranger", "stranger"]


def test_a_new_contact_a_replacement_and_the_last_focal_point(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    new = (
        "Movimiento: nuevo\nNombre completo: Lic. Luz Supuesta\nCargo: Analista\n"
        "Correo electrónico: luz@gt.example\nTeléfono: (502) 2410-0000 ext. 12\n"
    )
    assert town.comes(reply(letter, GT, new)) == "applied"
    town.opens(GT)
    assert [contact.name for contact in town.contacts("GT")] == ["Persona Inventada GT", "Luz Supuesta"]
    assert town.contacts("GT")[1].phone == ("+50224100000;ext=12",)
    leave = "Movimiento: baja\nNombre completo: Persona Inventada GT\n"
    assert town.comes(reply(letter, GT, leave)) == "held"
    town.opens(GT)
    assert len(town.contacts("GT")) == 2
    assert "punto focal" in town.holds()[0].what.es


def test_a_form_for_another_state_is_held(town: Town) -> None:
    letters = asked(town, "GT", "HN")
    text = "País: Guatemala\nNombre completo: Persona Inventada GT\nCargo: Ninguno ya\n"
    assert town.comes(reply(letters["HN"], "focal@hn.example", text)) == "held"
    town.opens("focal@hn.example")
    assert town.contacts("GT")[0].position == "Directora de Migración"


def test_a_reply_to_a_letter_of_another_group_changes_nothing_here(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    town.state("GT", group="pc")
    outcome = town.comes(reply(letter, GT, "Cargo: Embajadora\n", to="grupo.pc@crm.example"), group="pc")
    assert outcome == "asked"
    assert town.contacts("GT", group="pc")[0].position == "Directora de Migración"
    assert town.contacts("GT")[0].position == "Directora de Migración"
    town.opens(GT)


def test_automatic_mail_gets_no_answer(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    away = reply(
        letter,
        GT,
        "Estaré fuera de la oficina hasta el 9 de enero de 2009.",
        subject="Respuesta automática: x",
        headers={"Auto-Submitted": "auto-replied"},
    )
    assert town.comes(away) == "set-aside"
    assert not town.unread()
    town.later(days=36)
    kinds = [town.opens(GT).header("x-mailbot-letter") for _ in range(town.unread().get(GT, 0))]
    assert "reminder" not in kinds
    town.later(days=6)  # a Monday
    kinds = [town.opens(GT).header("x-mailbot-letter") for _ in range(town.unread().get(GT, 0))]
    assert "reminder" in kinds
    town.burn()


def test_a_bounce_is_seen_in_the_digest_and_mutes_nobody(town: Town) -> None:
    letter = asked(town, "GT", "HN")["HN"]
    report = (
        "From: MAILER-DAEMON@mx.example\r\nTo: grupo.md@crm.example\r\nSubject: Undelivered Mail\r\n"
        "Message-ID: <b1@mx.example>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=delivery-status;"
        ' boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nfailed\r\n--b\r\n'
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        "Final-Recipient: rfc822; focal@hn.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{letter.message_id}>\r\n\r\n--b--\r\n"
    )
    assert town.comes(report.encode()) == "set-aside"
    assert town.contacts("HN")[0].bounced == ("focal@hn.example",)
    assert not town.unread()


def test_our_own_letter_sent_back_is_no_answer(town: Town) -> None:
    town.state("GT")
    town.ask()
    raw = town.raw(GT)
    assert town.comes(raw) == "set-aside"
    assert not town.unread()


def test_at_most_n_answers_a_day(small_town) -> None:
    town = small_town(answers_per_day=2)
    letter = asked(town, "GT")["GT"]
    for number in range(5):
        town.comes(reply(letter, GT, f"Cargo: Puesto número {number}\n"))
    assert town.unread() == {GT: 2}
    assert town.contacts("GT")[0].position == "Puesto número 4"
    town.burn()


def test_commands_are_for_registered_addresses(town: Town) -> None:
    town.state("GT", phone=["+50224100000;ext=1"])
    for text, kind in (("LISTA\n", "contact-list"), ("help", "help"), ("Mis datos", "my-data")):
        assert town.comes(reply(None, GT, text)) == "applied"
        letter = town.opens(GT)
        assert letter.header("x-mailbot-letter") == kind
        if kind == "contact-list":
            assert letter.attachments[0].name.endswith(".xlsx")
    town.comes(reply(None, "nobody@x.example", "LISTA\n"))
    assert town.opens("nobody@x.example").header("x-mailbot-letter") == "stranger"


def test_the_same_message_twice_is_handled_once(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    raw = reply(letter, GT, "Cargo: Jefa\n")
    assert town.comes(raw) == "applied"
    assert town.comes(raw) == "set-aside"
    town.opens(GT)
    assert not town.unread()


def test_two_mails_with_one_message_id_are_both_read(town: Town) -> None:
    letter = asked(town, "GT")["GT"]
    first = reply(letter, GT, "Cargo: Jefa\n", headers={"X-A": "1"})
    second = first.replace(b"Cargo: Jefa", b"Cargo: Jefa Segunda")
    again = first.replace(b"X-A: 1", b"X-A: 2")
    assert [town.comes(first), town.comes(again), town.comes(second)] == ["applied", "set-aside", "applied"]
    assert town.contacts("GT")[0].position == "Jefa Segunda"
    town.opens(GT)
    town.opens(GT)


def test_a_question_ends_with_its_own_mark(town: Town) -> None:
    """ "¿es este dato?. Escríbalo …" stood in the letter."""
    letter = asked(town, "GT")["GT"]
    assert town.comes(reply(letter, GT, "Cargo: Jefa de Unidad\nMinisterio de Gobernación\n")) == "asked"
    said = " ".join(words(town.opens(GT)).split())
    assert "¿es este dato? Escríbalo de nuevo" in said
    assert "?." not in said
