"""Deeds told of an activity by their verb, "México presentó sus comentarios (P003-10)".

They are offered as done, never taken.
"""

from __future__ import annotations

import re

from mailbot.core.fields.choices import NOT_WHOLLY
from mailbot.core.fields.percentages import PART_OF_IT
from mailbot.core.language import fold
from mailbot.core.values import Field
from mailbot.core.windows.words import MONTH

_STEMS = (
    r"(?:present|entreg|public|circul|complet|finaliz|termin|elabor|realiz|celebr|ejecut|efectu|organiz|envi|mand"
    r"|facilit|proporcion|remit"
    r"|compart|transmit|trasmit|cumpl|conclu|culmin|clausur|cerr)"
)
_DEED = re.compile(
    r"\b(?:(?:present|entreg|public|circul|complet|finaliz|termin|elabor|realiz|celebr|ejecut|efectu|organiz|envi"
    r"|mand|facilit|proporcion|culmin|clausur|cerr)"
    r"(?:ó|amos|aron)|(?:llev(?:amos|aron) a cabo|(?:dimos|dieron) por \w{4,12}[oa]s?|hicimos|tuvimos)\s(?=(?:el|la"
    r"|los|las)\s)"
    r"|llevó a cabo|(?:hizo|hicieron)(?: (?:entrega de(?=l| )|llegar))?\s?(?=(?:l )?(?:el|la|los|las|sus?"
    r"|dich[oa]s?|est[eao]s?|l)\s)"
    r"|(?:impart|dict|desarroll|firm|aprob|adopt|ratific|difund|distribu|respond|contest|llen|diligenci|devolv"
    r"|suscrib"
    r"|concret|ofrec|sub|tradu|redact|prepar|instal|hosped|auspici)"
    r"(?:ó|ió|yó|jo|amos|imos|jimos|aron|ieron|yeron|jeron)(?=\s(?:a cabo|ya|el|la|los|las|al?|sus?|nuestr[oa]s?"
    r"|un|una)\b)"
    # "actualizamos cada semestre" is a habit: no first person here
    r"|(?:actualiz|recopil)(?:ó|aron)"
    r"|(?:remit|compart|transmit|trasmit|cumpl)(?:ió|imos|ieron)|conclu(?:yó|imos|yeron)"
    rf"|hemos {_STEMS}[aií]do|(?:ha(?:n)? sido|fue(?:ron)?) {_STEMS}[aií]d[oa]s?"
    rf"|fue(?:ron)? (?:actualiza|recopila)d[oa]s?(?=[^.;]{{0,60}}?\sel \d)"
    r"|(?:was|were|has been|have been|had been|we|have|has) (?:already |now |duly )?(?:shared|submitted|sent"
    r"|presented"
    r"|published|circulated|delivered|returned|posted|uploaded|provided|transmitted|forwarded|completed|finished"
    r"|finalised|finalized|held"
    r"|conducted|wrapped up|concluded|closed|hosted|carried out|ran|run|signed|adopted|approved|ratified|distributed"
    r"|disseminated|issued|answered|filled in|translated|drafted|prepared|produced|organi[sz]ed|given|gave|staged)"
    r"|we (?:have )?(?:already |now )?(?:updated|compiled)"
    # what is kept up to date is told to be done only with its day
    rf"|(?:was|were|(?:has|have) been) (?:duly )?(?:updated|compiled)(?=[^.;]{{0,60}}?\son (?:the )?(?:\d|{MONTH}\b))"
    r"|(?:shared|submitted|sent|presented|published|circulated|delivered|held|hosted|conducted|ran|organi[sz]ed"
    r"|carried out"
    r"|completed|finished|concluded|signed|adopted|approved|ratified|distributed|issued|answered|returned|uploaded"
    r"|posted|translated|updated|compiled|launched) (?:its|our|the|their))\b"
)
_PARTICIPLE = re.compile(
    rf"\b(?:se )?{_STEMS}(?:[aií]d[oa]s?|ó|ió|aron|ieron)\b|\b(?:presented|circulated|published|shared)\b"
)
# The verb of a deed with what was done behind it: "México presentó | los comentarios", "submitted | its inputs".
DID = re.compile(
    rf"\b(?:{_STEMS}(?:ó|amos|aron|ió|imos|ieron|yó|yeron)|(?:ha|han|hemos) {_STEMS}[aií]do"
    r"|(?:already |duly )?(?:shared|submitted|sent|presented|published|posted|circulated|delivered|completed|held"
    r"|conducted"
    r"|organi[sz]ed|prepared|carried out|hosted))\s+(?:ya\s+)?(?=(?:el|la|los|las|sus?|nuestr[oa]s?|the|its|our"
    r"|their|en tiempo y forma|oportunamente)\s)",
    re.IGNORECASE,
)
# Who came to it tells that it was held: "participamos con dos personas en | el taller", "took part in | the workshop".
CAME_TO = re.compile(
    r"\b(?:particip(?:ó|amos|aron)|asist(?:ió|imos|ieron)|acud(?:ió|imos|ieron)|tom(?:ó|amos|aron) parte|took part"
    r"|participated|attended)\s+(?:(?:con|with)\s[^,.;]{2,40}?\s)?(?:(?:en|in|a)\s(?=(?:el|la|los|las|the|our)\s)"
    r"|a(?=l\s)"
    r"|(?=the\s))"
    r"(?=\s?(?:\w+\s){1,3}?(?:taller|foro|workshop|forum)\b)",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:no|not|sin|aún|aun|todavía|nunca|never|si|if|cuando|when|once|será|serán|will|would|should|podría|could"
    r"|para que|parcial\w*|partly|partial\w*|casi|almost|nearly|a medias|excepto|except|salvo|retras\w*|dificultad\w*"
    r"|problema\w*|delays?|difficult\w*|solicitud|prórroga|extension|propuesta|proposal|program(?:ad|m?ed)\w*"
    r"|previst[oa]s?|recib\w+|received|receipt|request\w*|revisión|consulta|review|comments?|approval|aprobación)\b"
    r"|\b(\d{1,3}) (?:de|of|out of) (?:l[ao]s "
    r"|the )?(?!\1 )\d{1,3} (?!de\b)[a-zñ]{4,}"  # "3 de 5 talleres realizados"
    r"|[¿?%]"
)


def deed_in(status: Field, sentence: str, *, of_a_line: bool = False) -> str | None:
    """Return the state of what is behind us when a sentence tells a deed and nothing takes it back.

    ``of_a_line``: behind a code a participle is enough, "P003-10: comentarios presentados en tiempo".
    """
    said = sentence.casefold()
    told = _DEED.search(said) or CAME_TO.search(said) or (of_a_line and _PARTICIPLE.search(said))
    if not told or _UNDONE.search(said) or NOT_WHOLLY.search(fold(sentence)) or PART_OF_IT.search(said):
        return None
    return next((each.value for each in status.choices if each.past), None)
