"""Which of the two working languages a text is in; texts folded for comparing."""

from __future__ import annotations

import re
import unicodedata

from mailbot.core.remembered import remembered

_WORDS = re.compile(r"[^\W\d_]+")

SPANISH = frozenset(
    """
    el la los las un una unos unas de del al y e o u que en con por para sin se es son fue su sus
    no si sí ya como más pero este esta estos estas nuestro nuestra nos le les lo mi muy hay ha han
    será está están favor saludos estimado estimada estimados estimadas gracias atentamente
    cordialmente buenos buenas días tardes cambios cambio sobre según desde hasta entre también
    correo teléfono nombre cargo institución dirección país fecha estado avance actividad ayuda
    lista datos recibido adjunto enviado remito informo señor señora licenciado licenciada usted
    ustedes realizó enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre lunes martes miércoles jueves viernes resultado realizada realizado concluida
    concluido cumplida cumplido cancelada pospuesta pendiente proceso
    """.split()
)
ENGLISH = frozenset(
    """
    the a an of to and or in on at by for from with without is are was were be been has have had
    will would our your my we you they it its this that these those not no yes as but if please
    find regards dear thank thanks sincerely best kind hello hi change changes no telephone phone
    name position institution address country date status progress activity help list data received
    attached sent office out back until about since also any all january february march april may
    june july august september october november december monday tuesday wednesday thursday friday
    result done completed cancelled postponed delayed
    """.split()
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


def detect(text: str) -> str:
    """Return ``es``, ``en`` or ``und`` from the function words of a text."""
    words = [word.lower() for word in _WORDS.findall(text[:20_000])]
    spanish = len([word for word in words if word in SPANISH])
    english = len([word for word in words if word in ENGLISH])
    spanish += 2 * len([word for word in words if "ñ" in word or word.endswith(("ción", "ciones"))])
    if spanish == english:
        return "und"
    return "es" if spanish > english else "en"


@remembered
def fold(text: str) -> str:
    """Return a text without case, accents, invisible characters, superfluous spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    if not bare.isascii():  # invisible characters, marks of other scripts
        signs = set(bare)
        left_out = {sign for sign in signs if unicodedata.combining(sign)} | (signs & _ZERO_WIDTH)
        bare = "".join([sign for sign in bare if sign not in left_out]) if left_out else bare
    return " ".join(bare.casefold().split())
