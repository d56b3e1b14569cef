"""The words of calendar texts in both languages, folded (no case, no accents)."""

from __future__ import annotations

import re

_MONTH_NAMES = (
    "enero ene january jan",
    "febrero feb february",
    "marzo mar march",
    "abril abr april apr",
    "mayo may",
    "junio jun june",
    "julio jul july",
    "agosto ago august aug",
    "septiembre setiembre sep sept set september",
    "octubre oct october",
    "noviembre nov november",
    "diciembre dic december dec",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
LONG_MONTHS = tuple(name for name in MONTHS if len(name) > 4)

_WEEKDAYS = (
    "lunes monday mon lun",
    "martes tuesday tue tues",
    "miercoles wednesday wed mie",
    "jueves thursday thu thurs jue",
    "viernes friday fri vie",
    "sabado saturday sat sab",
    "domingo sunday sun dom",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}

_ORDINALS = (
    "primer primero primera 1er 1ro 1ra 1o 1a 1ero 1era first 1st i",
    "segundo segunda 2do 2da 2o 2a second 2nd ii",
    "tercer tercero tercera 3er 3ro 3ra 3o 3a third 3rd iii",
    "cuarto cuarta 4to 4ta 4o 4a fourth 4th iv",
    "quinto quinta 5to 5ta 5o 5a fifth 5th v",
    "sexto sexta 6to 6ta 6o 6a sixth 6th vi",
)
ORDINALS = {name: number for number, names in enumerate(_ORDINALS, 1) for name in names.split()}
LAST = frozenset({"ultimo", "ultima", "last", "final"})

_NUMBERS = (
    "uno un una one",
    "dos two",
    "tres three",
    "cuatro four",
    "cinco five",
    "seis six",
    "siete seven",
    "ocho eight",
    "nueve nine",
    "diez ten",
    "once eleven",
    "doce twelve",
    "trece thirteen",
    "catorce fourteen",
    "quince fifteen",
    "dieciseis sixteen",
    "diecisiete seventeen",
    "dieciocho eighteen",
    "diecinueve nineteen",
    "veinte twenty",
    "veintiuno veintiun",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
    "treinta thirty",
)
NUMBERS = {name: number for number, names in enumerate(_NUMBERS, 1) for name in names.split()}

# Parts of a year: name → how many months.
YEAR_PARTS = {
    "bimestre": 2,
    "bimester": 2,
    "trimestre": 3,
    "trimester": 3,
    "quarter": 3,
    "cuatrimestre": 4,
    "semestre": 6,
    "semester": 6,
    "half": 6,
    "mitad": 6,
}
FORTNIGHT = frozenset({"quincena", "fortnight"})
HALF = frozenset({"mitad", "half"})
WEEK = frozenset({"semana", "week"})
BEGIN = frozenset({"principios", "principio", "inicios", "inicio", "comienzos", "early", "beginning", "start"})
MIDDLE = frozenset({"mediados", "mid", "middle"})
END = frozenset({"finales", "fines", "late", "end", "fin", "final"})

TENTATIVE = re.compile(
    r"\b(tentativ\w*|provisional\w*|por confirmar\w*|tbc|to be confirmed|preliminar\w*"
    r"|posiblemente|probablemente|possibly|probably|sujet[ao] a|subject to|a reserva de)\b"
)
UNDECIDED = re.compile(
    r"\b(por (definir|determinar|establecer|acordar|fijar|confirmar|anunciar|decidir)\w*"
    r"|a (definir|determinar|confirmar|convenir)\b|tbd|tba|tbc|to be (determined|defined|decided|announced"
    r"|agreed|confirmed|set)|sin fecha|no date|pendiente de (fecha|definir|definicion|confirmar)|not yet (set"
    r"|decided|defined)|aun no (definid\w+|hay fecha)|undecided|undefined|sin definir|fecha pendiente"
    r"|date pending|hasta nuevo aviso|until further notice)"
)
CONTINUOUS = re.compile(
    r"\b(continu[oa]s?|continuamente|continuous(ly)?|permanentes?|permanentemente|permanent(ly)?|on-?going"
    r"|en curso permanente|de forma continua|indefinid[oa]|todo el ano|year-?round|all year)\b"
)
_COUNT = r"(\d{1,2}|dos|tres|cuatro|cinco|seis|nueve|diez|doce|two|three|four|five|six|nine|ten|twelve|otros?|other)"
EVERY_COUNT = re.compile(
    rf"\b(?:cada|every)\s+(?:{_COUNT}\s+)?(anos?|mes(?:es)?|semanas?|dias?|trimestres?|semestres?|bimestres?"
    r"|quincenas?|years?|months?|weeks?|days?|quarters?|semesters?|fortnights?)\b"
)
EVERY_MEETING = re.compile(
    r"\b((en|tras|despues de|antes de|durante|previo a|posterior a) (cada|todas las) (reunion|sesion)\w*"
    r"|(cada|toda) (reunion|sesion)|(durante|en) las (reuniones|sesiones)"
    r"|(at|after|before|during|prior to|following|in) (each|every) (\w+ )?(meeting|session)"
    r"|(each|every) (\w+ )?(meeting|session)|(during|at) (the )?(\w+ )?meetings)\b"
)
EVERY_WORD = {
    "diario": "day",
    "diariamente": "day",
    "daily": "day",
    "semanal": "week",
    "semanalmente": "week",
    "weekly": "week",
    "quincenal": "2 weeks",
    "quincenalmente": "2 weeks",
    "fortnightly": "2 weeks",
    "biweekly": "2 weeks",
    "mensual": "month",
    "mensualmente": "month",
    "monthly": "month",
    "bimestral": "2 months",
    "bimestralmente": "2 months",
    "bimensual": "2 months",
    "bimonthly": "2 months",
    "trimestral": "3 months",
    "trimestralmente": "3 months",
    "quarterly": "3 months",
    "cuatrimestral": "4 months",
    "cuatrimestralmente": "4 months",
    "semestral": "6 months",
    "semestralmente": "6 months",
    "semiannual": "6 months",
    "semiannually": "6 months",
    "biannual": "6 months",
    "biannually": "6 months",
    "anual": "year",
    "anualmente": "year",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "bienal": "2 years",
    "biennial": "2 years",
    "periodicamente": "",
    "periodically": "",
    "periodico": "",
    "periodica": "",
}
TIMES_A_YEAR = re.compile(
    r"\b(?:(dos|tres|cuatro|two|three|four|2|3|4) (?:veces|times)|(una vez|once)|(twice))"
    r" (?:al|por|a|per|each|cada) (ano|year|mes|month|semana|week)\b"
)
UNITS = {
    "ano": (1, "year"),
    "anos": (1, "year"),
    "year": (1, "year"),
    "years": (1, "year"),
    "mes": (1, "month"),
    "meses": (1, "month"),
    "month": (1, "month"),
    "months": (1, "month"),
    "semana": (1, "week"),
    "semanas": (1, "week"),
    "week": (1, "week"),
    "weeks": (1, "week"),
    "dia": (1, "day"),
    "dias": (1, "day"),
    "day": (1, "day"),
    "days": (1, "day"),
    "trimestre": (3, "month"),
    "trimestres": (3, "month"),
    "quarter": (3, "month"),
    "quarters": (3, "month"),
    "semestre": (6, "month"),
    "semestres": (6, "month"),
    "semester": (6, "month"),
    "semesters": (6, "month"),
    "bimestre": (2, "month"),
    "bimestres": (2, "month"),
    "quincena": (2, "week"),
    "quincenas": (2, "week"),
    "fortnight": (2, "week"),
    "fortnights": (2, "week"),
}
