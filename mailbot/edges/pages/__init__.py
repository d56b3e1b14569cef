"""Templates: facts into words, both halves of every letter from the same facts."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.core.letters.facts import Facts
from mailbot.core.letters.parity import HalvesDiffer, parity
from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.pages.blocks import FONT, NARROW, Block, Table, read_blocks
from mailbot.edges.pages.making import Maker, day_words

__all__ = ["HalvesDiffer", "Pages", "Rendered"]

LANGUAGES = ("es", "en")
KINDS = (
    "request",
    "acknowledgement",
    "effective",
    "confirmation",
    "address-change",
    "received",
    "stranger",
    "help",
    "contact-list",
    "my-data",
    "reminder",
    "deadline",
    "replanned",
    "digest",
    "invitation",
    "meeting-change",
    "meeting-question",
    "participants",
    "report",
    "compilation",
    "removal",
    "decision",
    "decisions-made",
    "decided",
    "vouch",
)
BELOW = {"es": "English version below.", "en": "Versión en español más abajo."}
SECOND = {"es": "Versión en español", "en": "English version"}
TAG = {"es": "es-419", "en": "en"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A letter in words: subject, text half, HTML half, both languages in each."""

    subject: str
    text: str
    html: str


class Pages:
    """The templates of a folder: ``<kind>/<language>.txt``, the subject on the first line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FileSystemLoader(folder),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self._environment.filters["day"] = day_words

    def check(self) -> None:
        """List every template that is missing or does not parse (OperatorError)."""
        mistakes = []
        for kind in KINDS:
            for tongue in LANGUAGES:
                try:
                    self._environment.get_template(f"{kind}/{tongue}.txt")
                except jinja2.TemplateNotFound:
                    mistakes.append(self._mistake(kind, tongue, "falta", "is missing"))
                except jinja2.TemplateSyntaxError as error:
                    words = f"{error.lineno}: {error.message}"
                    mistakes.append(self._mistake(kind, tongue, words, words))
        if mistakes:
            raise OperatorError(mistakes)

    def _mistake(self, kind: str, tongue: str, es: str, en: str) -> Bilingual:
        path = self.folder / kind / f"{tongue}.txt"
        return Bilingual(f"{path}: {es}", f"{path}: {en}")

    def render(self, facts: Facts, language: str) -> Rendered:
        """Render both halves, ``language`` first.

        Raises HalvesDiffer when dates, numbers, addresses or links of the halves differ,
        and OperatorError when a template is broken.
        """
        order = (language, "en" if language == "es" else "es")
        halves = {tongue: self._half(facts, tongue) for tongue in order}
        written = {tongue: [(block, block.text()) for block in blocks] for tongue, (_, blocks) in halves.items()}
        texts = {tongue: "\n\n".join(text for _, text in each) for tongue, each in written.items()}
        differences = (
            *_uneven(halves["es"][1], halves["en"][1]),
            *parity(_compared(written["es"]), _compared(written["en"])),
        )
        if differences:
            raise HalvesDiffer(f"{facts.KIND}: " + "; ".join(differences))
        subjects = list(dict.fromkeys(halves[tongue][0] for tongue in order))
        first, second = order
        text = f"{BELOW[first]}\n\n{texts[first]}\n\n{'=' * 60}\n{SECOND[second]}\n\n{texts[second]}\n"
        html = _page(first, halves[first][1], second, halves[second][1])
        return Rendered(_joined(subjects), text, html)

    def _half(self, facts: Facts, tongue: str) -> tuple[str, list[Block]]:
        maker = Maker(tongue)
        try:
            template = self._environment.get_template(f"{facts.KIND}/{tongue}.txt")
            written = template.render(f=facts, t=tongue, make=maker)
        except jinja2.TemplateError as error:
            words = str(error)
            raise OperatorError([self._mistake(facts.KIND, tongue, words, words)]) from error
        subject, _, body = written.lstrip("\n").partition("\n")
        return subject.removeprefix("Subject:").strip(), read_blocks(body, maker.blocks)


def _joined(subjects: list[str]) -> str:
    """Join the two subjects; a code or "Re:" both share is said once."""
    if len(subjects) == 1:
        return subjects[0]
    first, second = subjects
    start = "Re: " if first.startswith("Re: ") and second.startswith("Re: ") else ""
    first, second = first.removeprefix(start), second.removeprefix(start)
    code = first.rpartition(" [")[2]
    tail = f" [{code}" if code.endswith("]") and second.endswith(f" [{code}") else ""
    if tail:
        first, second = first.removesuffix(tail), second.removesuffix(tail)
    head, dash, rest = first.rpartition(" – ")
    if dash and second.startswith(head + dash):
        return f"{start}{head}{dash}{rest} / {second.removeprefix(head + dash)}{tail}"
    return f"{start}{first} / {second}{tail}"


def _uneven(spanish: list[Block], english: list[Block]) -> tuple[str, ...]:
    """Compare how many blocks of each kind, and how many items, the halves have."""
    shapes = [sorted((type(block).__name__, block.size()) for block in half) for half in (spanish, english)]
    if shapes[0] == shapes[1]:
        return ()
    counts = [len(shape) for shape in shapes]
    return (f"parts: {counts[0]} in Spanish, {counts[1]} in English, or other counts of items",)


def _compared(written: list[tuple[Block, str]]) -> str:
    return "\n\n".join(text for block, text in written if not isinstance(block, Table) or block.compared)


def _page(first: str, top: list[Block], second: str, bottom: list[Block]) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{TAG[first]}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><style>{NARROW}</style></head>'
        f'<body style="margin:0;padding:16px;background:#ffffff;{FONT}">'
        '<div style="max-width:760px">'
        f'<p lang="{TAG[second]}" style="margin:0 0 12px;color:#52606d;font-size:13px">'
        f"{escape(BELOW[first])}</p>"
        f'<div lang="{TAG[first]}">{_html(top)}</div>'
        '<hr style="border:none;border-top:2px solid #9fb3c8;margin:28px 0 10px">'
        f'<div lang="{TAG[second]}"><p style="margin:0 0 12px;color:#52606d;font-size:13px">'
        f"{escape(SECOND[second])}</p>{_html(bottom)}</div></div></body></html>\n"
    )


def _html(blocks: list[Block]) -> str:
    return "\n".join(block.html() for block in blocks)
