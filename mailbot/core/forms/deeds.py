"""Deeds told of an activity by their verb, "México presentó sus comentarios (P003-10)".

They are offered as done, never taken.
"""

from __future__ import annotations

import re

from mailbot.core.values import Field, FieldValue

_STEMS = (
    r"(?:present|entreg|public|circul|complet|finaliz|termin|elabor|realiz|celebr|ejecut|efectu|organiz|envi|remit"
    r"|compart|transmit|trasmit|cumpl|conclu)"
)
_DEED = re.compile(
    r"\b(?:(?:present|entreg|public|circul|complet|finaliz|termin|elabor|realiz|celebr|ejecut|efectu|organiz|envi)"
    r"(?:ó|amos|aron)"
    r"|(?:remit|compart|transmit|trasmit|cumpl)(?:ió|imos|ieron)|conclu(?:yó|imos|yeron)"
    rf"|hemos {_STEMS}[aií]do|ha(?:n)? sido {_STEMS}[aií]d[oa]s?"
    r"|(?:was|were|has been|have been|had been|we|have|has) (?:already |now |duly )?(?:shared|submitted|sent|presented"
    r"|published|circulated|delivered|completed|finished|finalised|finalized|held|conducted)"
    r"|(?:shared|submitted|sent|presented|published|circulated|delivered) (?:its|our|the|their))\b"
)
_UNDONE = re.compile(
    r"\b(?:no|not|sin|aún|aun|todavía|nunca|never|si|if|cuando|when|once|será|serán|will|would|should|podría|could"
    r"|para que|parcial\w*|partly|partial\w*|casi|almost|nearly|a medias|excepto|except|salvo|retras\w*|dificultad\w*"
    r"|problema\w*|delays?|difficult\w*|solicitud|prórroga|extension|propuesta|proposal|program(?:ad|m?ed)\w*"
    r"|previst[oa]s?|recib\w+|received|receipt|request\w*|revisión|consulta|review|comments?|approval|aprobación)\b|[¿?%]"
)


def deed_in(status: Field, sentence: str) -> FieldValue | None:
    """Return the state of what is behind us when a sentence tells a deed and nothing takes it back."""
    said = sentence.casefold()
    if not _DEED.search(said) or _UNDONE.search(said):
        return None
    done = next((each.value for each in status.choices if each.past), None)
    return FieldValue(done, sentence, 0, "normalised") if done else None
