"""What opens an item of a list before its sentence: a Roman numeral, "Successor." or "1. Lista de contactos."."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.forms.naming.said import Item, Loose

_MARK = r"\s*\(?(?:[IVX]{1,4}(?:\s?[.)]\s?[-–—]?|\.\)|\s?[-–—]))\s+"
_OF_NEWS = (
    r"(?:departures?|arrivals?|successors?|corrections?|replacements?|(?:new )?appointments?|transfers?|retirements?"
    r"|changes?|new (?:staff|officers?|contacts?|focal point)|contacts?(?: list)?|contact list|work ?plan"
    r"|work programme|activities|bajas?|altas?|salidas?|ingresos?|relevos?|correcci[oó]n(?:es)?|sustituci[oó]n(?:es)?"
    r"|designaci[oó]n(?:es)?|nombramientos?|renuncias?|traslados?|jubilaci[oó]n(?:es)?|retiros?|rotaci[oó]n|cambios?"
    r"|modificaci[oó]n(?:es)?|actualizaci[oó]n(?:es)?|(?:lista de )?contactos|directorio|programa de trabajo"
    r"|plan de trabajo|actividades|suplencias?|vacantes?|movimientos?(?: de personal)?)"
)
_HEAD = re.compile(
    rf"(?:(?P<mark>{_MARK})|\s*(?:\(?\d{{1,2}}\s?[.)]-?|\(?[a-z]\)|[-•*·–—])\s+)?"
    rf"(?P<head>(?-i:(?=[A-ZÀ-Þ])){_OF_NEWS}(?: (?:de|of|en|in) [\w ]{{2,30}})?\s?\.\s+(?-i:(?=[A-ZÀ-Þ¿¡\"“«])))?",
    re.IGNORECASE,
)

_INITIAL = re.compile(r"\s*[IVX]\.\s$")  # "I. Muestra Ensayo" may be somebody's
_OPENS = re.compile(
    r"(?:la|el|los|las|en|se|por|con|para|a|al|no|the|our|nuestr[oa]s?|mr|mrs|ms|dr|dra|lic|licda|ing|abg|sra?|a partir"
    r"|desde|de|del|from|as|on|in|please|favor|new|nuev[oa])\b",
    re.IGNORECASE,
)

_VERB = re.compile(
    r"\b(?:es|son|ser[aá]|fue|ha|han|est[aá]n?|queda\w*|dej[oóa]\w*|asum\w+|ocupa\w*|pas[aoó]\w*|cambi\w+|tiene|comunic\w+"
    r"|inform\w+|ya no|is|are|was|has|have|had|will|retired?|left|leaves|moved|changed|assumed|took|became|joined)\b",
    re.IGNORECASE,
)


def without_item_head(text: str) -> str:
    """Return a sentence without the Roman numeral and the word for the kind of news that open it.

    "II.  Successor. Ms. Ana Sample …" begins with no name of the initials "I. I."; a digit before it is left.
    """
    found = _HEAD.match(text)
    if found is None or not (found["mark"] or found["head"]) or found.end() >= len(text):
        return text
    if found["head"] and not _VERB.search(text, found.end()):
        return text[found.end("mark") :] if found["mark"] else text  # "Baja. Lic. Ana Prueba" says it by that word
    initial = found["mark"] and not found["head"] and _INITIAL.match(found["mark"])
    return text if initial and not _OPENS.match(text, found.end()) else text[found.end() :]


def headless(item: Item) -> Item:
    """Return a line without a label as it reads without what opens it as an item."""
    text = without_item_head(item.text) if isinstance(item, Loose) else ""
    return replace(item, text=text) if isinstance(item, Loose) and text != item.text else item
