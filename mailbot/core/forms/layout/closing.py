"""Rows below a closing that hold the writer's own telephone: a signature, whatever its labels.

``core.quotation`` leaves them new when nothing stands before them, so as to lose no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.foreign import choice_keys
from mailbot.core.forms.naming.labels import Label, Labels, label_key
from mailbot.core.forms.naming.pieces import bare_label, begins_shaped, head_of, without_bullet
from mailbot.core.forms.naming.posts import POST_OPENS
from mailbot.core.forms.persons.roles import role_of
from mailbot.core.language import fold
from mailbot.core.quotation.signatures import is_closing

_CLOSING = re.compile(
    r"\W*(?:(?:con |reciba |reciban )?(?:un |muy |mis )?(?:cordial(?:es)? |atent[oa]s? )?saludos?|atentamente|atte"
    r"|muy atentamente|cordialmente|respetuosamente|fraternalmente"
    r"|(?:quedo|quedamos|quedando) a (?:su orden|sus ordenes|la orden|su disposicion)|a sus ordenes"
    r"|(?:muchas |mil )?gracias|(?:many )?thanks|thank you"
    r"|(?:kind |best |warm )?regards|best(?: wishes)?|sincerely|yours (?:sincerely|truly)|cheers)\b[^:]{0,30}"
)
_CHANGE = re.compile(
    r"\b(?:cambi\w*|siguientes?|actualiz\w*|nuev[oa]s?|corre[cg]\w*|modific\w*|following|chang\w*|updat\w*|new)\b"
)
_ROW_OF_A_LIST = re.compile(
    r"\W*(?:fila|rengl[oó]n|l[ií]nea|registro|row|line|entry)\s*(?:no\.?|n[°º]\.?|#)?\s*\d", re.IGNORECASE
)
_ITEM = re.compile(r"\s*\(?\d{1,2}\s?[.)]")
_MOST_ROWS = 10
_MOST_WORDS = 12


def signature_rows(rows: Sequence[Row], labels: Labels) -> frozenset[int]:
    """Return the places of rows that are a signature: below a closing, or a last block like one."""
    found: set[int] = set()
    for place, row in enumerate(rows):
        if row.kind == "own" and not row.answer and _closes(row.text):
            tail = _tail(rows, place + 1)
            if tail and _signs(rows, tail, labels):
                found |= set(tail)
    return frozenset(found or _last_block(rows, labels))


def _closes(text: str) -> bool:
    return is_closing(text) or bool(_CLOSING.fullmatch(fold(text[:80])))


def _tail(rows: Sequence[Row], start: int) -> list[int]:
    """Places of the writer's rows from ``start`` to the end of what was typed in one go."""
    places = []
    for place in range(start, len(rows)):
        row = rows[place]
        if row.kind not in {"own", "blank"} or row.answer:
            break
        if row.kind == "own":
            places.append(place)
    return places


def _signs(rows: Sequence[Row], tail: Sequence[int], labels: Labels) -> bool:
    """A name or an office first, then at most ways to reach the writer."""
    if len(tail) > _MOST_ROWS or any(len(rows[place].text.split()) > _MOST_WORDS for place in tail):
        return False
    first = rows[tail[0]].text
    if any(rows[place].cells or _ITEM.match(rows[place].text) for place in tail):
        return False
    if first.rstrip().endswith(":") or _ROW_OF_A_LIST.match(first):
        return False  # "Los datos de la señora Prueba son:", "Fila 15 - Luis Ensayo"
    if _label(first, labels) or begins_shaped(first, labels):
        return False
    named = [_label(rows[place].text, labels) for place in tail]
    if _says_choice(first, labels) or _announces_change([rows[place].text for place in tail], named):
        return False
    return all(label is None or _reaches(label, labels) for label in named)


def _says_choice(text: str, labels: Labels) -> bool:
    """Tell whether a line opens with a word of the form's own: "ADD: Ana Prueba" signs nothing."""
    word, colon, _ = text.partition(":")
    return bool(colon) and label_key(word) in choice_keys(labels.form, tuple(each.id for each in labels.form.fields))


def _announces_change(texts: Sequence[str], named: Sequence[Label | None]) -> bool:
    """Tell whether "Gracias." opens the letter: "Solo cambia lo siguiente:" stands above the first label."""
    first = next((place for place, label in enumerate(named) if label), 0)
    above = fold(texts[first - 1].rstrip()) if first else ""
    return above.endswith(":") and bool(_CHANGE.search(above))


def _label(text: str, labels: Labels) -> Label | None:
    head = head_of(text, labels)
    post = not head and POST_OPENS.fullmatch(fold(text).strip(" .,"))  # "Secretaria" below a name is no "Secretaría"
    return head.label if head else None if post else bare_label(text, labels)


def _reaches(label: Label, labels: Labels) -> bool:
    kinds = [labels.form.field(each) for each in label.fields]
    return all(each.kind in {"telephone", "email"} or each.multiline for each in kinds)


def _last_block(rows: Sequence[Row], labels: Labels) -> Iterator[int]:
    """The last paragraph of several, when it is a name with numbers and no signature follows."""
    ends = [place for place, row in enumerate(rows) if row.kind in {"context", "barrier"}]
    last = ends[0] if ends else len(rows)
    if any(rows[place].kind == "barrier" and rows[place].signature for place in ends):
        return
    block: list[int] = []
    for place in range(last - 1, -1, -1):
        if rows[place].kind != "own" or rows[place].answer:
            if block:
                break
            continue
        block.insert(0, place)
    above = [rows[place].text for place in range(block[0]) if rows[place].kind == "own"] if block else []
    announced = bool(above) and above[-1].rstrip().endswith(":")  # "Her details:"
    first = rows[block[0]].text if block else ""
    listed = without_bullet(first) != first or bool(role_of(first))  # "• Lic. Luis Ensayo", "Luis Ensayo (suplente)"
    if above and not (announced or listed) and len(block) > 1 and _signs(rows, block, labels):
        yield from block
