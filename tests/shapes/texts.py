"""The plain halves: (letter, what was typed above, the history's lines, language, chance) → body."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence

from tests.shapes.original import Original

FIELDS = {
    "es": ("De", "Enviado el", "Para", "Asunto", "Fecha", "Enviado", "Enviados"),
    "en": ("From", "Sent", "To", "Subject", "Date", "Sent", "Sent"),
}


def long_date(letter: Original, language: str, *, zero: bool = True) -> str:
    """Outlook's: "lunes, 03 de enero de 2011 10:22 a.m." or "Monday, January 03, 2011 10:22 AM"."""
    day = letter.date("%d") if zero else letter.date("{d}")
    clock = letter.date("%I:%M")
    if language == "es":
        return (
            f"{letter.day('es')}, {day} de {letter.month('es')} de {letter.date('%Y')} {clock} {letter.half_day('es')}"
        )
    return f"{letter.day('en')}, {letter.month('en')} {day}, {letter.date('%Y')} {clock} {letter.half_day('en')}"


def joined(above: str, *below: str) -> str:
    """Paragraphs one below the other."""
    return "\n\n".join([above, *below])


def block(letter: Original, names: Sequence[str], *, sender: str, date: str, to: str = "") -> str:
    """De:, Enviado el:, Para:, Asunto: in Outlook's order."""
    values = (sender, date, to or letter.to_name or letter.to_address, letter.subject)
    return "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))


def outlook_desktop(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    names = FIELDS[language][:4]
    sender = f"{letter.name} [mailto:{letter.address}] "
    head = block(letter, names, sender=sender, date=long_date(letter, language))
    if chance.random() < 0.3:
        head = head.replace(
            f"{names[3]}:", f"CC: archivo@crm.example; registro@crm.example;\n consulta@crm.example\n{names[3]}:"
        )
    rule = "_____  \n\n" if chance.random() < 0.2 else ""
    return joined(above, rule + head + "\n\n" + "\n".join(history))


def outlook_web(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    names = (FIELDS[language][0], FIELDS[language][5], *FIELDS[language][2:4])
    head = block(
        letter,
        names,
        sender=f"{letter.name} <{letter.address}>",
        date=long_date(letter, language, zero=False),
        to=letter.to,
    )
    return joined(above, "_" * 32 + "\n" + head + "\n\n" + "\n".join(history))


def outlook_web_2007(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    names = (FIELDS[language][0], FIELDS[language][5], *FIELDS[language][2:4])
    date = long_date(letter, language) if chance.random() < 0.5 else letter.date("%d/%m/%Y %H:%M")
    head = block(letter, names, sender=f"{letter.name} [{letter.address}]", date=date)
    return joined(above, "_" * 40 + "\n" + head + "\n\n" + "\n".join(history))


def outlook_mobile(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    system = chance.choice(["Android", "iOS"])
    words = f"Obtener Outlook para {system}" if language == "es" else f"Get Outlook for {system}"
    return outlook_web(letter, f"{above}\n\n{words}<https://aka.ms/AAb9ysg>", history, language, chance)


def outlook_mac(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    names = (FIELDS[language][0], FIELDS[language][4], *FIELDS[language][2:4])
    date = long_date(letter, language, zero=False).replace(" 2011 ", " 2011, ")
    head = block(letter, names, sender=f"{letter.name} <{letter.address}>", date=date, to=letter.to)
    return joined(above, head + "\n\n" + "\n".join(history))


def outlook_express(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        marker = "-----Mensaje original-----" if language == "es" else "-----Original Message-----"
        names = (FIELDS[language][0], FIELDS[language][5], *FIELDS[language][2:4])
    else:
        marker = "----- Mensaje original ----- " if language == "es" else "----- Original Message ----- "
        names = (FIELDS[language][0], FIELDS[language][5], *FIELDS[language][2:4])
    date = long_date(letter, language).replace("enero", "Enero").replace("lunes", "Lunes")
    head = block(letter, names, sender=f'"{letter.name}" <{letter.address}>', date=date, to=f"<{letter.to_address}>")
    return joined(above, f"{marker}\n{head}\n\n" + "\n".join(history))


def windows_mail(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    words = "Enviado desde Correo para Windows 10" if language == "es" else "Sent from Mail for Windows 10"
    names = FIELDS[language][:4] if language == "en" else ("De", "Enviado", "Para", "Asunto")
    head = block(letter, names, sender=letter.name, date=long_date(letter, language, zero=False))
    return joined(above, words, head + "\n\n" + "\n".join(history))


def _short(name: str) -> str:
    return name[:3].lower()


def gmail_line(letter: Original, language: str) -> str:
    """Since 2018: "El lun, 3 ene 2011 a las 10:22, X (<a@b>) escribió:"."""
    if language == "es":
        date = f"{_short(letter.day('es'))}, {letter.date('{d}')} {_short(letter.month('es'))} {letter.date('%Y')}"
        return f"El {date} a las {letter.date('%H:%M')}, {letter.name} (<{letter.address}>) escribió:"
    date = f"{letter.day('en')[:3]}, {letter.month('en')[:3]} {letter.date('{d}')}, {letter.date('%Y')}"
    return f"On {date} at {letter.date('{h}:%M')} {letter.half_day('en')} {letter.name} <{letter.address}> wrote:"


def _attributed(above: str, line: str, history: Sequence[str], *, width: int = 76, gap: str = "\n\n") -> str:
    head = "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
    return joined(above, head + gap + "\n".join(history))


def gmail_web(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    return _attributed(above, gmail_line(letter, language), history)


def gmail_web_2009(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    if language == "es":
        date = f"{letter.date('{d}')} de {letter.month('es')} de {letter.date('%Y %H:%M')}"
        line = f"El {date}, {letter.name} <{letter.address}> escribió:"
    else:
        line = gmail_line(letter, "en").replace(f" {letter.half_day('en')} ", f" {letter.half_day('en')}, ")
    return _attributed(above, line, history)


def gmail_web_2016(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    if language == "es":
        date = f"{letter.date('{d}')} de {letter.month('es')} de {letter.date('%Y, %H:%M')}"
        line = f"El {date}, {letter.name} <{letter.address}> escribió:"
    else:
        line = gmail_line(letter, "en")
    return _attributed(above, line, history, width=chance.choice([76, 50, 38]))


def gmail_app(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    if language == "en":
        date = f"{letter.day('en')[:3]}, {letter.date('{d}')} {letter.month('en')[:3]} {letter.date('%Y, %H:%M')}"
        line = f"On {date} {letter.name}, <{letter.address}> wrote:"
    else:
        clock = f"{letter.date('{h}:%M')} {letter.half_day('es').replace('.m', '. m')}"
        date = (
            f"{_short(letter.day('es'))}., {letter.date('{d}')} de {_short(letter.month('es'))}. de {letter.date('%Y')}"
        )
        line = f"El {date} {clock}, {letter.name} <{letter.address}> escribió:"
    return _attributed(above, line, history)


def apple_mail(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    return _attributed(above, apple_line(letter, language), history, width=10_000)


def apple_line(letter: Original, language: str) -> str:
    if language == "es":
        return f"El {letter.date('%d/%m/%Y')}, a las {letter.date('%H:%M')}, {letter.name} <{letter.address}> escribió:"
    date = f"{letter.month('en')[:3]} {letter.date('{d}')}, {letter.date('%Y')}, at {letter.date('{h}:%M')}"
    return f"On {date} {letter.half_day('en')}, {letter.name} <{letter.address}> wrote:"


def ios(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    device = chance.choice(["iPhone", "iPad"])
    words = f"Enviado desde mi {device}" if language == "es" else f"Sent from my {device}"
    line = ios_line(letter, language)
    if chance.random() < 0.5:
        marked = [each if each.startswith(">") or not each else f"> {each}" for each in history]
        return joined(
            above, words, f"> {line}\n> \n" + "\n".join(marked if all(h[:1] in ("", ">") for h in history) else history)
        )
    return joined(above, words, f"{line}\n\n" + "\n".join(history))


def ios_line(letter: Original, language: str) -> str:
    if language == "es":
        date = f"{letter.date('{d}')} {_short(letter.month('es'))} {letter.date('%Y')}"
        return f"El {date}, a las {letter.date('%H:%M')}, {letter.name} <{letter.address}> escribió:"
    return apple_line(letter, "en")


def thunderbird(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    return joined(above, thunderbird_line(letter, language, chance) + "\n" + "\n".join(history))


def thunderbird_line(letter: Original, language: str, chance: random.Random) -> str:
    if language == "es":
        old = f"El {letter.date('%d/%m/%Y %H:%M')}, {letter.name} escribió:"
        new = f"El {letter.date('{d}/{m}/%y')} a las {letter.date('%H:%M')}, {letter.name} escribió:"
        return chance.choice([old, new])
    return f"On {letter.date('{m}/{d}/%Y')} {letter.date('{h}:%M')} {letter.half_day('en')}, {letter.name} wrote:"


def yahoo(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    return joined(above, yahoo_line(letter, language) + "\n\n" + "\n".join(history))


def yahoo_line(letter: Original, language: str) -> str:
    clock = letter.date("{h}:%M:%S")
    if language == "es":
        date = f"{letter.day('es')}, {letter.date('{d}')} de {letter.month('es')} de {letter.date('%Y')}"
        return f"El {date}, {clock} {letter.half_day('es')} CST, {letter.name} <{letter.address}> escribió:"
    date = f"{letter.day('en')}, {letter.month('en')} {letter.date('{d}')}, {letter.date('%Y')}"
    return f"On {date}, {clock} {letter.half_day('en')} CST, {letter.name} <{letter.address}> wrote:"


def yahoo_classic(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    names = ("De", "Asunto", "Para", "Fecha") if language == "es" else ("From", "Subject", "To", "Date")
    values = (f"{letter.name} <{letter.address}>", letter.subject, letter.to_address, long_date(letter, language))
    day, verb, word = ("lun", "escribió", "El") if language == "es" else (letter.day("en")[:3], "wrote", "On")
    line = f"--- {word} {day}, {letter.date('{d}/{m}/%y')}, {letter.name} <{letter.address}> {verb}:"
    head = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    return joined(above, line, head, "\n".join(history))


def zimbra(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    sender = f'"{letter.name}" <{letter.address}>'
    date = long_date(letter, language).replace("lunes", "Lunes").replace("enero", "Enero")
    if language == "es":
        head = f"De: {sender}\nPara: {letter.to_address}\nEnviados: {date}\nAsunto: {letter.subject}"
        return joined(above, f"----- Mensaje original -----\n{head}\n\n" + "\n".join(history))
    head = f"From: {sender}\nTo: {letter.to_address}\nSent: {date}\nSubject: {letter.subject}"
    return joined(above, f"----- Original Message -----\n{head}\n\n" + "\n".join(history))


def samsung(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    return joined(above, "\n".join([*samsung_lines(letter, language), "", *history]))


def samsung_lines(letter: Original, language: str) -> list[str]:
    date = f"{letter.date('{d}/{m}/%y  {h}:%M')} {letter.half_day(language)}  (GMT-06:00) "
    if language == "es":
        return [
            "-------- Mensaje original --------", f"De: {letter.name} <{letter.address}> ", f"Fecha: {date}",
            f"Para: {letter.to_address} ", f"Asunto: {letter.subject} ",
        ]  # fmt: skip
    return [
        "-------- Original message --------", f"From: {letter.name} <{letter.address}> ", f"Date: {date}",
        f"To: {letter.to_address} ", f"Subject: {letter.subject} ",
    ]  # fmt: skip


def blackberry(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    carrier = chance.choice(["Claro", "Movistar", "Digicel"])
    words = (
        f"Enviado desde mi BlackBerry de {carrier}."
        if language == "es"
        else "Sent from my BlackBerry wireless handheld"
    )
    marker = chance.choice(["-----Original Message-----", "-----Mensaje original-----"])
    names = ("De", "Fecha", "Para", "Asunto") if marker.startswith("-----M") else ("From", "Date", "To", "Subject")
    values = (
        f"{letter.name} <{letter.address}>",
        letter.date("%a, %d %b %Y %H:%M:%S "),
        f"<{letter.to_address}>",
        letter.subject,
    )
    head = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    return joined(above, words, f"{marker}\n{head}\n\n" + "\n".join(history))


def lotus_notes(letter: Original, above: str, history: Sequence[str], language: str, chance: random.Random) -> str:
    labels = ("Para", "cc", "Asunto") if language == "es" else ("To", "cc", "Subject")
    values = (f"<{letter.to_address}>", "<archivo@crm.example>" if chance.random() < 0.5 else "", letter.subject)
    clock = letter.date("%d/%m/%Y %I:%M") if language == "es" else letter.date("%m/%d/%Y %I:%M")
    head = [f'"{letter.name}" <{letter.address}> ', f"{clock} {letter.half_day(language)}", ""]
    fields = [f"\t{label}\t{value}" for label, value in zip(labels, values, strict=True)]
    return joined(above, "\n\n\n" + "\n".join([*head, *fields, "", *history]))
