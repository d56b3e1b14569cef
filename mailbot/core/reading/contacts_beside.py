"""Contact data in a letter about something else: who goes, who comes, new data of the writer's. All of it is asked.

Only the paragraphs that speak of the list of contacts, of the writer's data or of who follows whom are read, and
beside a report those made of our labels; those of a seminar's participants, and the signature, are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms import read_entries
from mailbot.core.forms.choose import code_parts
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Form, Known, Line, Message

_BESIDE = Bilingual(
    "Está en una carta sobre otro asunto: ¿es así como debe quedar en la lista de contactos?",
    "It stands in a letter about something else: is this how the list of contacts should have it?",
)
_MINE = r"(?:mis|nuestros|los|my|our|the) (?:\w+ ){0,2}(?:datos|details|particulars|information|contact)"
_SPEAKS = re.compile(
    r"\b(?:(?:lista|directorio|registro|base de datos) (?:actualizad[oa] )?de (?:los )?contactos?"
    r"|(?:contacts? |mailing )(?:list|directory)|lista de distribucion"
    rf"|(?:actuali[cz]\w+|corr[ei]\w+|cambi\w+|modifi\w+|updat\w+|chang\w+|correct\w*|nota de|note of) {_MINE}"
    r"|(?:mis|nuestros) nuevos datos|(?:my|our) new (?:contact )?details"
    r"|(?:mi|nuestro|nuestra|su|my|our|his|her|their) (?:nuev[oa]|new) (?:numero|telefono|celular|correo|fax"
    r"|direccion"
    r"|number|(?:tele)?phone|mobile|cell|e-?mail|address)"
    r"|nuev[oa] (?:punto|persona) (?:focal|de contacto)|(?:punto|persona) (?:focal|de contacto) (?:sera|queda|pasa)"
    r"|(?:coordinacion|enlace|representacion)\b[^.;]{0,40}? (?:estara|queda(?:ra)?|sera|recae\w*)\b[^.;]{0,20}?"
    r" (?:a cargo de|en)|(?:coordinadora?|enlace) (?:sera|queda)|(?:coordinator|liaison)\b[^.;]{0,30}?"
    r" (?:will be|is now)"
    r"|new (?:focal|contact) point|(?:focal|contact) point will"
    r"|(?:sustitu(?:ye|yo|ira)|re?emplaz(?:a|o|ara)|releva(?:ra)?|sucede(?:ra)?)(?: en el (?:cargo|puesto))? al?\b"
    r"|(?:me|nos|lo|la|le) (?:sustitu(?:ye|ira)|re?emplaza(?:ra)?|releva(?:ra)?|sucede(?:ra)?)"
    r"|(?:replaced|succeeded) by|(?:replaces|replacing|will replace|succeeds|in place of)\b"
    r"|(?:su|mi|my|his|her|their) (?:sucesora?|re?emplazo|sustitut[oa]|relevo|successor|replacement)"
    r"|en (?:su|mi) (?:lugar|re?emplazo|sustitucion)"
    r"|ya no (?:labora|trabaja|forma parte|pertenece|ocupa)|dej(?:o|a|e|are) (?:el|mi|su) (?:cargo|puesto)"
    r"|(?:fue|ha sido) (?:promovid|ascendid|trasladad)[oa] al?\b|(?:has been|was) (?:promoted|transferred) to"
    r"|se (?:ha )?(?:jubil|retir)\w+|paso a retiro|no longer (?:with|works?|employed)"
    r"|(?:has|have|will be|am) (?:left|leaving|retired|retiring))\b"
)
_OF_AN_EVENT = re.compile(
    r"\b(?:particip|asist(?:ir|en|an|a |e )|seminari|taller|reunion|(?<!en )curso|delegaci|attend|workshop"
    r"|seminar|meeting"
    r"|pasaporte|passport|vuelo|flight|hotel|organizador|organiser|ponent|speaker)"
)
_PRESENTS = re.compile(
    r"\b(?:(?:mis|nuestros) (?:nuevos )?datos|(?:mi|esta es mi|la) (?:nueva )?tarjeta"
    r"|mi (?:nueva )?informacion de contacto"
    r"|(?:los|el) (?:nuevos )?(?:datos|contacto) (?:de contacto )?(?:del?|de la"
    r"|de nuestr[oa]) (?:nuev[oa] )?(?:punto focal"
    r"|enlace|suplente|contacto|colega|director\w*|funcionari\w+)"
    r"|datos (?:de contacto )?de (?:l[oa]s|nuestr[oa]s|amb[oa]s)(?: l[oa]s)?(?: \w{2,12}){0,2}"
    r" (?:companer[oa]s|colegas|funcionari[oa]s|personas|contactos|puntos focales|enlaces|representantes|titulares"
    r"|suplentes)"
    r"|my (?:new )?(?:contact )?(?:details|information|card|data|particulars)|my (?:business|visiting) card"
    r"|(?:details|information|particulars) of (?:our|the|both)(?: two)? (?:new )?"
    r"(?:focal|contact|colleague|alternate|director|officer|people|person)s?"
    r"|(?:our|nuestros) (?:contacts|focal points|contactos|puntos focales) (?:are|will be|son|seran))\b"
)
_LABEL = re.compile(r"\W*[^\W\d_][^:@\d]{1,40}[:\t|]\s*\S")  # "Tel: 2236-0040"
_HEADING = re.compile(r"[^:@]{0,40}\b(?:contact\w{0,6}|directori\w{1,3}|directory)\b[^:@]{0,30}:?\W*$")  # "CONTACTOS"
_MOST = 12  # such paragraphs
_LEAST_LABELS = 3  # of the form, that make a paragraph one person's data


def contacts_beside(
    message: Message, lines: Sequence[Line], forms: tuple[Form, ...], known: Known, *, in_a_report: bool = False
) -> tuple[Entry, ...]:
    """Return entries of doubts of what a letter about something else tells of contacts; ``lines`` are labelled.

    ``in_a_report``: how activities stand is told in it, so that a paragraph of contacts' labels is nobody's
    participation.
    """
    form = next((each for each in forms if each.subject_of == "contact"), None)
    told = [list(each) for each in _paragraphs(lines, form if in_a_report else None)] if form else []
    if form is None or not told:
        return ()
    parts = code_parts(message.subject)
    code = "-".join((*parts[:1], form.code, *parts[2:])) if len(parts) > 1 else f"X-{form.code}"
    asked = replace(message, subject=f"[{code}]")
    found = [read_entries(asked, tuple(each), (form,), None, known) for each in told[:_MOST]]
    return tuple(_asked(entry) for each in found if not each.unchanged for entry in each.entries)


def contacts_presented(
    message: Message, lines: Sequence[Line], text: str, forms: tuple[Form, ...], known: Known
) -> tuple[Entry, ...]:
    """Return entries of doubts of whom a letter under any subject presents: "Buenas tardes, mis datos:" over a card."""
    form = next((each for each in forms if each.subject_of == "contact"), None)
    folded = fold(text)
    if form is None or not _PRESENTS.search(folded) or _OF_AN_EVENT.search(f"{folded} {fold(message.subject)}"):
        return ()
    found = read_entries(message, tuple(lines), (form,), None, known, about=form)
    told = [_asked(entry) for entry in found.entries] if not found.unchanged else []
    ways = {each.id for each in form.fields if each.kind in {"telephone", "email"}}
    return tuple(each for each in told if len(each.doubts) >= _LEAST_LABELS and ways & {d.field for d in each.doubts})


def _paragraphs(lines: Sequence[Line], form: Form | None) -> Iterator[list[Line]]:
    """Yield the paragraphs that speak of contacts; one that ends in a colon goes on in the labels below it.

    ``form``: the labels of which make a paragraph that is one person's data by itself.
    """
    blocks = list(_blocks(lines))
    taken = -1
    for place, block in enumerate(blocks):
        text = " ".join(line.text for line in block)
        if place == taken:
            continue
        if not _is_of_contacts(text):
            below = block[1:] if _HEADING.match(fold(block[0].text)) else block
            if form is not None and _is_a_persons_data(below, form):
                yield below
            continue
        below = blocks[place + 1] if place + 1 < len(blocks) else []
        goes_on = text.rstrip().endswith(":") and below and all(_LABEL.match(line.text) for line in below)
        if goes_on and not speaks_of_an_event(fold(below[0].text)):
            taken = place + 1
            yield [*block, *below]
        else:
            yield block


def _is_a_persons_data(block: Sequence[Line], form: Form) -> bool:
    """Tell whether all lines of a paragraph are labels of the form with values, the name among them."""
    heads = [_LABEL.match(line.text) for line in block]
    if len(block) < _LEAST_LABELS or not all(heads):
        return False
    labels = labels_of(form)
    found = [labels.find(re.split("[:\t|]", line.text, maxsplit=1)[0]) for line in block]
    named = {field for label in found if label for field in label.fields}
    return all(found) and any(form.field(each).kind == "name" for each in named)


def _is_of_contacts(text: str) -> bool:
    folded = fold(text)
    return _SPEAKS.search(folded) is not None and not speaks_of_an_event(folded)


def speaks_of_an_event(folded: str) -> bool:
    """Tell whether folded words are about a meeting, who takes part in it, or a journey there."""
    return _OF_AN_EVENT.search(folded) is not None


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        own = line.label in {"new", "answer"} and line.text.strip()
        if own:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _asked(entry: Entry) -> Entry:
    """Return an entry with its values as doubts: nothing follows of them by itself."""
    doubts = (
        Doubt(each, one.said, _BESIDE, one.line, one.value, one_reading=True) for each, one in entry.fields.items()
    )
    return replace(entry, fields={}, doubts=(*doubts, *entry.doubts), missing=(), rest_unchanged=False)
