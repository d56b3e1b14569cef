"""Changes by people who are known, of what is not theirs."""

from __future__ import annotations

from mailbot.core.codes import reply_address
from mailbot.core.values import Bilingual
from mailbot.edges.store import directory
from mailbot.work import ask
from tests.attacks.square import EVIL, FORM, GT, HN, LUZ, Square, spoof
from tests.town import reply, words

NEW = "nueva@gt.example"


def test_65_a_form_for_another_state(square: Square) -> None:
    square.attack(reply(square.asked[HN], HN, "País: Guatemala\nCargo: Nadie\n"), "held", "held as 1")
    square.opens(HN)


def test_66_the_last_focal_point_leaves_or_falls(square: Square) -> None:
    leave = "Movimiento: baja\nNombre completo: Persona Inventada GT\n"
    square.attack(reply(square.asked[GT], GT, leave), "held", "held as")
    square.attack(reply(square.asked[GT], GT, "Función en el grupo: contacto\nCargo: x y z\n"), "held", "held as")
    square.town.burn()


def question_to(square: Square, who: str, text: str) -> bytes:
    """A person's words with every proof: written to the reply address issued to them."""
    code = square.asked[GT].subject.rpartition("[")[2].rstrip("]")
    day = square.town.hour.date()
    to = reply_address("grupo.md@crm.example", code, who, square.town.house.key, day)
    return reply(None, who, text, to=to)


def test_67_a_contact_makes_themselves_focal_point(square: Square) -> None:
    text = "Nombre completo: Luz Supuesta\nFunción en el grupo: punto focal\n"
    square.attack(question_to(square, LUZ, text), "held", "held as 1")
    square.opens(LUZ)
    asked = square.opens(GT)
    assert asked.header("x-mailbot-letter") == "confirmation"
    square.attack(reply(asked, LUZ, "CONFIRMO\n"), "asked", "was not asked")
    square.opens(LUZ)
    assert square.town.comes(reply(asked, GT, "CONFIRMO\n")) == "applied"
    assert [each.role for each in square.town.contacts("GT")] == ["focal-point", "focal-point"]
    square.opens(GT)


def test_68_a_contact_changes_a_colleague(square: Square) -> None:
    text = "Nombre completo: Persona Inventada GT\nCargo: Nadie\n"
    square.attack(question_to(square, LUZ, text), "held", "held as 1")
    square.opens(LUZ)


def test_69_the_address_of_somebody_else(square: Square) -> None:
    """A focal point's account in wrong hands moves a colleague's mail: the colleague is asked first."""
    text = f"Nombre completo: Luz Supuesta\nCorreo electrónico: {NEW}\n"
    square.attack(reply(square.asked[GT], GT, text), "held", "held as 1")
    square.opens(GT)
    asked = square.opens(LUZ)
    assert NEW in words(asked)
    assert not square.town.unread()
    square.attack(reply(asked, GT, "CONFIRMO\n"), "asked", "was not asked")
    square.opens(GT)
    square.attack(reply(asked, LUZ, "NO\n"), "applied", f"declined by {LUZ} (hold 1)")
    square.opens(LUZ)


def test_70_a_changed_address_is_said_to_the_old_and_the_new(square: Square) -> None:
    text = f"Nombre completo: Luz Supuesta\nCorreo electrónico: {NEW}\n"
    square.town.comes(reply(square.asked[GT], GT, text))
    square.opens(GT)
    assert square.town.comes(reply(square.opens(LUZ), LUZ, "CONFIRMO\n")) == "applied"
    assert square.town.contacts("GT")[1].email == (NEW,)
    assert NEW in words(square.opens(LUZ))
    assert LUZ in words(square.opens(NEW))


def test_71_an_address_from_a_plain_from(square: Square) -> None:
    square.attack(spoof(GT, f"Correo electrónico: {EVIL}\nCargo: Ministra\n"), "asked", "to be confirmed")
    assert set(square.town.unread()) == {GT}
    square.opens(GT)


def test_72_the_list_asked_for_a_hundred_times(square: Square) -> None:
    for number in range(30):
        raw = reply(None, GT, "LISTA\n", subject=f"lista {number}")
        square.attack(raw, "applied" if number < 10 else "asked", "list sent")
    assert square.town.unread() == {GT: 10}
    square.town.burn()


def test_73_what_a_stranger_asks_for(square: Square) -> None:
    for number, word in enumerate(("MIS DATOS", "AYUDA", "CONFIRMO", "DESHACER")):
        square.attack(reply(None, EVIL, f"{word}\n", subject=str(number)), "held", "unknown sender")
    assert square.town.unread() == {EVIL: 1}
    assert square.opens(EVIL).header("x-mailbot-letter") == "stranger"


def test_73_a_stranger_who_asks_for_the_list_learns_no_more_than_where_the_presidency_is(square: Square) -> None:
    assert square.town.comes(reply(None, EVIL, "LISTA\n")) == "asked"
    said = words(square.opens(EVIL))
    assert not [each for each in square.secrets if each in said and each != GT]


def test_74_an_observer_proposes(square: Square) -> None:
    with square.town.house.engine.begin() as connection:
        name = Bilingual("Red Inventada", "Invented Network")
        network = directory.add_participant(connection, "md", "RED", "network", name, "es")
        fields: dict[str, object] = {"role": "focal-point", "name": "Paz Ficticia", "email": ["red@red.example"]}
        directory.add_contact(connection, "md", network, fields, None)
        form = square.town.house.form("contact-update")
        code = ask.new_request(square.town.house, connection, square.town.md, form, network).code
    day = square.town.hour.date()
    to = reply_address("grupo.md@crm.example", code, "red@red.example", square.town.house.key, day)
    square.attack(reply(None, "red@red.example", FORM, to=to), "held", "held as 1")
    assert "proponen" in words(square.opens("red@red.example"))


def test_75_officers_of_the_presidency_act_for_all_but_not_by_a_plain_from(square: Square) -> None:
    square.town.person("GT", name="Sol Figurada", role="officer", email=["sol@gt.example"])
    text = "País: Honduras\nNombre completo: Persona Inventada HN\nCargo: Embajadora\n"
    square.attack(spoof("sol@gt.example", text), "asked", "to be confirmed by the sender")
    asked = square.opens("sol@gt.example")
    square.attack(reply(asked, EVIL, "CONFIRMO\n"), "held", "unknown sender")
    square.opens(EVIL)
    assert square.town.comes(reply(asked, "sol@gt.example", "CONFIRMO\n")) == "applied"
    assert square.town.contacts("HN")[0].position == "Embajadora"
    square.opens("sol@gt.example")
