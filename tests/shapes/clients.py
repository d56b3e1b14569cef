"""One row for each mail program: how it introduces, marks and sends a quotation."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.shapes import others, pages, texts
from tests.shapes.original import Original

TextMaker = Callable[[Original, str, Sequence[str], str, random.Random], str]
HtmlMaker = Callable[[Original, str, str, str, random.Random], str]

WINDOWS = ("qp-cp1252", "qp-latin1", "qp-utf8", "b64-utf8")
MODERN = ("qp-utf8", "b64-utf8", "8bit-utf8")
OLD = ("8bit-latin1", "qp-latin1", "qp-cp1252")


@dataclass(frozen=True)
class Program:
    """``text_marks``: quoted text has ``>``; ``marked``: what a reader sees carries marks."""

    text: TextMaker
    html: HtmlMaker | None
    text_marks: bool
    marked: bool
    encodings: tuple[str, ...]
    prefix: str = "Re: "
    mailer: str = ""
    keeps_data: bool = True


def _program(name: str, html: bool, marks: bool, encodings: tuple[str, ...], **more: object) -> Program:
    text = getattr(texts, name.replace("-", "_"))
    page = getattr(pages, name.replace("-", "_")) if html else None
    marked = more.pop("marked", marks)
    return Program(text, page, marks, bool(marked), encodings, **more)  # type: ignore[arg-type]  # rows below


PROGRAMS: dict[str, Program] = {
    "outlook-desktop": _program(
        "outlook-desktop", html=True, marks=False, encodings=WINDOWS, prefix="RE: ", mailer="Microsoft Outlook 14.0",
        keeps_data=False,
    ),
    "outlook-desktop-text": _program(
        "outlook-desktop", html=False, marks=False, encodings=WINDOWS, prefix="RE: ",
        mailer="Microsoft Office Outlook 12.0",
    ),
    "outlook-web": _program("outlook-web", html=True, marks=False, encodings=WINDOWS, prefix="RE: "),
    "outlook-web-2007": _program("outlook-web-2007", html=False, marks=False, encodings=WINDOWS, prefix="RE: "),
    "outlook-mobile": _program("outlook-mobile", html=True, marks=False, encodings=MODERN, prefix="RE: "),
    "outlook-mac": _program("outlook-mac", html=False, marks=False, encodings=MODERN, mailer="Microsoft-MacOutlook/14"),
    "outlook-express": _program(
        "outlook-express", html=False, marks=False, encodings=OLD, prefix="RE: ",
        mailer="Microsoft Outlook Express 6.00.2900.5931",
    ),
    "outlook-express-marks": _program(
        "outlook-express", html=False, marks=True, encodings=OLD, mailer="Microsoft Outlook Express 6.00.2900.5931"
    ),
    "windows-mail": _program("windows-mail", html=False, marks=False, encodings=MODERN, prefix="RE: "),
    "gmail-web": _program("gmail-web", html=True, marks=True, encodings=MODERN),
    "gmail-web-2009": _program("gmail-web-2009", html=False, marks=True, encodings=("qp-latin1", "b64-utf8")),
    "gmail-web-2016": _program("gmail-web-2016", html=False, marks=True, encodings=MODERN),
    "gmail-app": _program("gmail-app", html=True, marks=True, encodings=MODERN),
    "apple-mail": _program(
        "apple-mail", html=True, marks=True, encodings=("qp-utf8", "qp-latin1", "8bit-utf8"),
        mailer="Apple Mail (2.1082)",
    ),
    "apple-mail-text": _program(
        "apple-mail", html=False, marks=True, encodings=("qp-latin1", "flowed"), mailer="Apple Mail (2.936)"
    ),
    "ios": _program("ios", html=True, marks=True, encodings=MODERN, mailer="iPhone Mail (8C148)"),
    "thunderbird": _program("thunderbird", html=False, marks=True, encodings=("flowed", "8bit-utf8", "8bit-latin1")),
    "thunderbird-html": _program("thunderbird", html=True, marks=True, encodings=("8bit-utf8", "qp-utf8")),
    "yahoo": _program("yahoo", html=True, marks=False, encodings=MODERN),
    "yahoo-classic": _program("yahoo-classic", html=False, marks=False, encodings=("8bit-latin1", "qp-utf8")),
    "zimbra": _program("zimbra", html=True, marks=False, encodings=("qp-utf8", "8bit-utf8"), mailer="Zimbra 6.0.10"),
    "samsung": _program("samsung", html=True, marks=False, encodings=("b64-utf8",)),
    "blackberry": _program("blackberry", html=False, marks=False, encodings=("b64-utf8", "qp-cp1252"), prefix="Re: "),
    "lotus-notes": _program("lotus-notes", html=False, marks=False, encodings=OLD, mailer="Lotus Notes Release 8.5"),
    "lotus-notes-html": _program("lotus-notes", html=True, marks=False, encodings=("qp-latin1", "b64-utf8")),
    "the-bat": Program(others.the_bat, None, text_marks=True, marked=True, encodings=OLD, mailer="The Bat! (v3.99.3)"),
    "eudora": Program(others.eudora, None, text_marks=True, marked=True, encodings=OLD, mailer="Eudora 7.1"),
    "groupwise": Program(others.groupwise, None, text_marks=False, marked=False, encodings=WINDOWS),
    "em-client": Program(others.em_client, None, text_marks=False, marked=False, encodings=MODERN),
    "horde": Program(others.horde, None, text_marks=True, marked=True, encodings=OLD, mailer="IMP 4.3.9"),
    "mailspring": Program(others.mailspring, None, text_marks=True, marked=True, encodings=MODERN),
}  # fmt: skip
