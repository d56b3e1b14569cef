"""Postal addresses that stand without a label."""

from __future__ import annotations

import re

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.clauses import without_stop
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.numbers import is_numbers_alone
from mailbot.core.forms.naming.posts import POST_WITHIN as _POST
from mailbot.core.forms.persons.names_of_offices import is_institution, is_person, is_unit, names_a_post
from mailbot.core.language import fold

_PLACE = re.compile(
    r"\b(?:av(?:e|da|enida|enue)?|calles?|blvd|bulevar|boulevard|edif(?:icio)?|col(?:onia)?|barrio|reparto|zona|piso"
    r"|nivel"
    r"|km|carretera|esq(?:uina)?|cuadras?|apartado|apdo|c\.? ?p|street|st|road|rd|drive|suite|floor|p\.? ?o\.? box"
    r"|building|promenade|parkway|pkwy|crescent|lane|rue|alameda|calzada|pasaje|paseo"
    r"|[a-z]\d[a-z] ?\d[a-z]\d|(?!no |de )[a-z]{2} \d{5}(?:-\d{4})?)\b"  # "K1A 0J9", "DC 20210"
)
_COLONY = re.compile(r"\s*(?:Col|Colonia|Del|Delegaci[oó]n|Fracc|Bo|Barrio|Urb|Res|Residencial)\b\.? [A-ZÀ-Þ]")
_BOX = re.compile(
    r"\W{0,3}(?:apdo|apartado|casilla|p\.? ?o\.? box)\b\.?(?: (?:postal|no\.?|n[°º]))*:?\s*[\w-]*\d[^@]{0,60}$"
)
NUMBERED_PLACE = re.compile(
    r"(?:\b(?:apdo|apartado|casilla|box|postal|zip|c[oó]digo|code)\b|\bc\.? ?p)[.:]*"
    r"(?: (?:postal|no\.?|n[°º]\.?|code))?[.:]*\s*$",
    re.IGNORECASE,
)  # "Apartado Postal" above "1225-1000": no telephone
_STREET = re.compile(
    r"\b(?:avenid[ae]|avenue|calle|bulevar|boulevard|blvd|edif(?:icio)?|carretera|street|[^\W\d_]+ building,)(?=\W)"
)
_HOUSE = re.compile(
    r"(?:#\s?)?\d{1,5}[A-Za-z]?(?:-\d{1,4})?,? (?:[A-ZÀ-Þ\d][\w.'’-]{0,20} ){1,4}(?i:street|st|road|rd|drive|dr|avenue"
    r"|ave|lane|ln|court|ct|plaza|place|pl|crescent|cres|parkway|pkwy|highway|hwy|way|terrace|square|sq|circle"
    r"|boulevard"
    r"|blvd|trail|heights|row)\b\.?(?=$|[,;]| [NSEW]{1,2}\b| [A-Z#])"
    r"|\d{1,5},? (?i:rue|promenade|boul|boulevard|chemin)\b\.? [A-ZÀ-Þ]"
    r"|(?:One|Two) [A-Z][a-z]+ (?:Plaza|Place|Square|Court|Circle)\b"
)  # "245 Sample Lane SW", "125, promenade Sample"
_HOUSE_NUMBER = re.compile(r"(?:#\s?)?\d{1,5}[A-Za-z]?(?:-\d{1,4})?,? $")
_STREET_FIRST = re.compile(
    r"(?:\d{1,3}(?:[ao]|er|ra|da|ta|va|na)?[.°º]* )?(?:av|ave|avda|avenida|calle|c/|blvd|boul|bulevar|boulevard"
    r"|carretera|km|prolongacion|paseo|calzada|autopista)\b[. ].*\d"
)  # "Av. Imaginaria No. 752", "7a. avenida 0-00 zona 9"
_SAYS = re.compile(
    r"[?!]|\b(?:es|esta|estan|queda|son|se|ha|is|are|was|will|que|nos|favor|please)\b|\S@\S|(?:\d[\s().-]?){7}"
)
_POSTAL_CODE = re.compile(r"\b(?:[a-z]\d[a-z] ?\d[a-z]\d|[a-z]{2}\.? \d{5}(?:-\d{4})?)$")  # "ON K1A 0G2", "DC 20528"
_IN_A_PLACE = re.compile(
    r"\b(?:oficinas?|office|suite|unit|unidad|local|seccion|section)(?: (?:no|num|n[°º])?\.?)? ?#?\d[\w-]*"
    r"|\b(?:centro|palacio|complejo|edificio|casa) (?:de )?gobierno\b"
    r"|\bgovernment (?:complex|buildings?|house|cent(?:er|re)|plaza|hill|compound)\b"
)  # words of an address that would elsewhere be a post's or an office's
_TOWN = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*(?: (?:de|del|la|los|[A-ZÀ-Þ][\w.'’-]*))*)(?:, [A-ZÀ-Þ][\w. '’-]+){1,2}")
_LANDMARK = re.compile(
    r"\W{0,3}(?i:contiguo al?|frente al?|diagonal al?|(?:al |a un )?costado (?:norte|sur|este|oeste)"
    r"|(?:al )?lado (?:norte|sur|este|oeste|del?)|detr[aá]s de|junto al?|\d{2,4} ?(?:m(?:ts?|etros)?\.?|varas)"
    r" (?:al )?(?:norte|sur|este|oeste|n|s)|opposite|next to|across from|behind)\b(?=[^,.;:@]{0,60}[A-ZÀ-Þ])"
    r"[^,.;:@]{3,90}(?:, (?=[A-ZÀ-Þ\d])[^,;:@]{2,60}){1,5}"
)  # "Contiguo a la Fábrica Ficticia, La Uruca, San José": by what stands near, and the towns
_LANDMARK_AHEAD = re.compile(
    r"(?:contiguo|frente|al (?:lado|costado|norte|sur|este|oeste)|costado|detr[aá]s|esquina|diagonal|entre|antigu[oa]"
    r"|de(?:l| la| los| las)|desde|kil[oó]metro|next to|across|opposite|corner)\b",
    re.IGNORECASE,
)
_LABEL_AHEAD = re.compile(r"^[^\W\d_][^:,;\d]{2,60}:\s+")  # "Mailing address / Adresse postale : 365 Sample Avenue"
_PARTED = re.compile(r"[,;|/]|\s[-–—]\s")
_AROUND = " ,;|/-–—"
_MOST_PARTS = 30  # of a line
_MOST_OF_PLACE = 8  # words of a further line of an address


def in_a_street(text: str, start: int) -> bool:
    """Tell whether capitals are a street's behind the number of a house: "12 Sample Street" is nobody."""
    number = _HOUSE_NUMBER.search(text, max(start - 12, 0), start)
    return number is not None and _HOUSE.match(text, number.start()) is not None


def address_in(text: str) -> str:
    """Return a text that is a postal address, "" for any other."""
    if _BOX.match(fold(text)):
        return text.strip(_AROUND)
    if _LANDMARK.fullmatch(text.strip(" .;")) and not _POST.search(fold(text)):
        return text.strip(_AROUND)
    text = _without_offices(_LABEL_AHEAD.sub("", text))
    folded = _IN_A_PLACE.sub("edificio", fold(text).strip(" ;."))
    if _POST.search(folded):
        return ""
    if _HOUSE.match(text.strip()) or (_STREET_FIRST.match(folded) and not _SAYS.search(folded)):
        return text.strip(_AROUND)
    places = {found.group() for found in _PLACE.finditer(folded)} if "," in text else set()
    sure = len(places) > 1 or any(sign.isdigit() for sign in text) or _STREET.search(folded)
    coded = "," in text and _POSTAL_CODE.search(folded) is not None and any(sign.isdigit() for sign in folded[:6])
    return text.strip(_AROUND) if (places and sure) or coded else ""


def _without_offices(text: str) -> str:
    """Return a text without the offices around a place: "Ministerio de Trabajo, 7a. avenida 0-00, zona 9"."""
    signs = [found.span() for found in _PARTED.finditer(text)]
    starts, ends = [0, *(end for _, end in signs)], [*(start for start, _ in signs), len(text)]
    parts = list(zip(starts, ends, strict=True))
    offices = [_is_no_place(text[slice(*part)].strip()) for part in parts]
    if all(offices):
        return ""
    first = offices.index(False)
    stop = next((place for place in range(first, len(parts)) if offices[place]), len(parts))
    return text[parts[first][0] : parts[stop - 1][1]].strip(_AROUND)


def _is_titled(part: str) -> bool:
    title, name = split_title(part)
    return bool(title) and is_person(name)


def _is_no_place(part: str) -> bool:
    if any(map(str.isdigit, part)) or _IN_A_PLACE.search(fold(part)) or _COLONY.match(part):
        return False
    return not part or is_institution(part) or is_unit(part) or _is_titled(part) or names_a_post(part)


def is_place(text: str) -> bool:
    """Tell whether a word for a place stands in a text: "7a. avenida", "Col. Prueba", "K1A 0J9"."""
    folded = fold(text)
    return bool(
        _PLACE.search(folded) or _POSTAL_CODE.search(folded) or _HOUSE.match(text) or _IN_A_PLACE.search(folded)
    )


def opens_with_landmark(part: str) -> bool:
    """Tell whether a part of an address says near what it is: "frente al parque", "del Parque 2 c. al sur"."""
    return _LANDMARK_AHEAD.match(part) is not None


def address_among(text: str) -> str:
    """Return the address among other parts between commas: "125 Sample Drive, Ottawa, 613-555-0161"; "" for none."""
    whole: list[str] = []
    for part in text.split(",")[:_MOST_PARTS]:
        bare = without_stop(part)
        if is_numbers_alone(bare) or "@" in bare:
            if whole:
                break
        elif whole or _opens_a_place(bare):
            whole.append(bare)
    return address_in(", ".join(whole)) if whole else ""


def _opens_a_place(part: str) -> bool:
    folded = fold(part)
    return bool(_HOUSE.match(part) or _STREET_FIRST.match(folded) or _PLACE.match(folded) or _BOX.match(folded))


def goes_on_with_place(above: str, text: str) -> bool:
    """Tell whether a line goes on with the address above it: "Apartado Postal 0000", "Santa Tecla, La Libertad"."""
    folded = fold(text)
    small = len(text.split()) <= _MOST_OF_PLACE and not is_numbers_alone(text)
    if not (small and address_in(above)) or "@" in text or is_courtesy(text) or _POST.search(folded):
        return False
    return bool(_PLACE.search(folded)) or bool(_TOWN.fullmatch(text.strip(" .")))
