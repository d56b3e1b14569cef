"""Who takes part, and how each of them treats mail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from sqlalchemy import select

from mailbot.core.records import RequestRecord
from mailbot.core.values import Message
from mailbot.edges.store import desk
from mailbot.edges.store.tables import letters
from tests.year import post
from tests.year.world import Person, Year

FIRST, LATE = 1, 5  # the first letter is answered, or the fifth about the same request
ANSWERED = frozenset({"request", "reminder", "deadline", "invitation", "meeting-change"})
Texts = Mapping[str, str]  # what somebody answers: "form", "form/activity"; without one: nothing

SPANISH: Texts = {
    "contact-update": "Sin cambios.\n",
    "activity-status": "{about}: realizada\n",
    "meeting-reply": "Asistencia: sí\nNombre: Persona de {state}\nCargo: Directora\n",
}
ENGLISH: Texts = {
    "contact-update": "No change\n",
    "activity-status": "{about}: done\n",
    "meeting-reply": "Attendance: yes\nName: Person of {state}\nPosition: Director\n",
}


def answering(
    texts: Texts,
    *,
    days: float = 1.0,
    letter: int = FIRST,
    early: Texts | None = None,
    quoting: str = "none",
    calendar: str = "",
    asked: str = "CONFIRMO\n",
) -> Callable[[Year, Person, Message, str], None]:
    """Answer the n-th letter about each request with the words for its form.

    ``early``: what the first letter gets all the same; ``calendar``: the word by which a calendar answers
    invitations; ``asked``: what answers a question.
    """

    def reads(year: Year, me: Person, mail: Message, kind: str) -> None:
        me.memory[("last", kind)] = mail
        if _machines(year, me, mail):
            return
        if kind in {"acknowledgement", "received", "confirmation", "meeting-question"}:
            _question(year, me, mail, kind, asked, days)
        elif kind in ANSWERED:
            _answer(year, me, mail, kind)

    def _answer(year: Year, me: Person, mail: Message, kind: str) -> None:
        request = year.request_of(mail)
        if request is None or request.participant.code != me.state or kind == "deadline":
            return
        about = (request.code, request.due if request.form == "meeting-reply" else None)
        count = me.memory[about] = me.memory.get(about, 0) + 1
        said = (early or {}).get(f"{request.form}/{request.about}", "") if count == FIRST else ""
        if said:
            writes(year, me, mail, said, days, quoting)
        if count != (FIRST if request.form == "meeting-reply" else letter):
            return
        if request.form == "meeting-reply" and calendar:
            when = year.now + dt.timedelta(days=days)
            year.at(when, lambda: year.comes(post.calendar(mail, me.address, calendar, when)))
            return
        text = _text(year, mail, request, texts)
        if text:
            writes(year, me, mail, text.format(about=request.about, state=me.state), days, quoting)

    return reads


def _text(year: Year, mail: Message, request: RequestRecord, texts: Texts) -> str:
    """The words for what a letter asks; a reminder of several requests is answered line by line."""
    with year.town.house.engine.begin() as connection:
        rows = connection.execute(select(letters.c.rows).where(letters.c.message_id == mail.message_id)).scalar()
    mine = [row["activity"] for row in rows or () if row["participant"] == request.participant.code]
    if len(mine) < 2:
        return texts.get(f"{request.form}/{request.about}") or texts.get(request.form, "")
    default = texts.get("activity-status", "")
    said = [texts.get(f"activity-status/{code}", default).format(about=code, state="") for code in mine if code]
    return "".join(said) + ("Sin cambios\n" if None in mine else "")


def _question(year: Year, me: Person, mail: Message, kind: str, word: str, days: float) -> None:
    """A question of ours gets one word, once."""
    wanted = kind == "confirmation" or year.outcome_answered(mail) == "asked"
    if word and wanted and me.memory.setdefault(("asked", mail.in_reply_to), True):
        me.memory[("asked", mail.in_reply_to)] = False
        writes(year, me, mail, word, days, "none")


def writes(year: Year, me: Person, mail: Message, text: str, days: float, quoting: str = "none") -> None:
    """Somebody answers a letter some days later."""
    when = year.now + dt.timedelta(days=days)
    year.at(when, lambda: year.comes(post.reply(mail, me.address, text, when, quoting)))


def _machines(year: Year, me: Person, mail: Message) -> bool:
    """The person's server or answering machine takes the letter."""
    minute = year.now + dt.timedelta(minutes=2)
    if me.gone_from is not None and year.now >= me.gone_from:
        year.at(minute, lambda: year.comes(post.returned(mail, me.address, minute)))
        return True
    if me.back_at is not None and year.now < me.back_at:
        until = (me.back_at - dt.timedelta(days=1)).strftime("%d %B %Y")
        year.at(minute, lambda: year.comes(post.away(mail, me.address, until, minute)))
    return False


def silent(_year: Year, _me: Person, _mail: Message, _kind: str) -> None:
    """Reads, and never answers."""


def presiding(year: Year, me: Person, mail: Message, kind: str) -> None:
    """An officer of the presidency: approves, decides what waits by one line each, and reads the digest."""
    if year.town.md.presidency != me.state:
        return
    if kind == "compilation":
        writes(year, me, mail, "APRUEBO\n", 1)
    elif kind == "report":
        _report(year, me, mail)
    elif kind == "decision":
        with year.town.house.engine.begin() as connection:
            lines = [
                f"{hold.number}: {_word(hold.kind, hold.what.es)}"
                for hold in desk.holds_open(connection, "md")
                if hold.kind != "confirmation"
            ]
        writes(year, me, mail, "\n".join(lines) + "\n", 1)


def _report(year: Year, me: Person, mail: Message) -> None:
    """A comment on the first draft; then the draft is asked for again and approved."""
    if not me.memory.setdefault("commented", False):
        me.memory["commented"] = True
        writes(year, me, mail, "Falta el resultado de Honduras, por favor.\n", 1)
        writes(year, me, mail, "Apruebo.\n", 3)
    else:
        writes(year, me, mail, "APROBADO\n", 2)


def _word(kind: str, what: str) -> str:
    """What the presidency decides of a hold of this kind."""
    if kind in {"note", "unread", "counter"}:
        return "hecho"
    if kind in {"extension", "proposal", "replan"}:
        return "aceptar"
    return "aceptar" if "punto focal" in what else "rechazar, cada Estado informa por sí mismo"
