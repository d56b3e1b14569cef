"""The words of calendar texts in both languages, folded (no case, no accents)."""

from __future__ import annotations

_MONTH_NAMES = (
    "enero ene ener january jan",
    "febrero feb febr febro february",
    "marzo mar mzo march",
    "abril abr april apr",
    "mayo may",
    "junio jun june",
    "julio jul july",
    "agosto ago agto august aug",
    "septiembre setiembre sep sept set septbre setbre sepbre september",
    "octubre oct octbre october",
    "noviembre nov novbre november",
    "diciembre dic dicbre december dec",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
# Patterns of any of them: whole names, and with the short ones.
MONTH = "(?:" + "|".join(name for name in MONTHS if len(name) > 3 or name == "may") + ")"
MONTH_OR_SHORT = "(?:" + "|".join(name for name in MONTHS if len(name) > 2) + ")"
# One wrong letter is accepted only in long names: "marco", "marcha", "junto" and "abrir" are no months.
LONG_MONTHS = tuple(name for name in MONTHS if len(name) > 6)
SLIPS = {"enro": 1, "enreo": 1, "febreo": 2, "marso": 3, "mazro": 3, "abirl": 4, "agsoto": 8, "agots": 8}
ABBREVIATIONS = frozenset(name for name in MONTHS if len(name) <= 4 or (name.endswith("bre") and len(name) <= 7)) - {
    "mayo",
    "may",
    "june",
    "july",
}
# Months that are people too ("Lic. Julio Pérez", "April Smith").
NAMES = frozenset({"julio", "abril", "april", "june", "may", "august", "jan", "mar", "mayo"})

_WEEKDAYS = (
    "lunes monday mon lun",
    "martes tuesday tue tues mart",
    "miercoles wednesday wed weds mie mier mierc",
    "jueves thursday thu thur thurs jue juev",
    "viernes friday fri vie vier",
    "sabado saturday sat sab",
    "domingo sunday sun dom",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}

_ORDINALS = (
    "primer primero primera 1er 1ro 1ra 1o 1a 1ero 1era first 1st i",
    "segundo segunda 2do 2da 2ndo 2nda 2o 2a second 2nd ii",
    "tercer tercero tercera 3er 3ro 3ra 3ero 3era 3o 3a third 3rd iii",
    "cuarto cuarta 4to 4ta 4o 4a fourth 4th iv",
    "quinto quinta 5to 5ta 5o 5a fifth 5th v",
    "sexto sexta 6to 6ta 6o 6a sixth 6th vi",
)
ORDINALS = {name: number for number, names in enumerate(_ORDINALS, 1) for name in names.split()}
ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi"})
LAST = frozenset({"ultimo", "ultima", "last", "latter"})

_NUMBERS = (
    "uno un una one a an",
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
# Cardinals that stand for a day of a month ("quince de enero"); English writes ordinals there.
SPANISH_DAYS = {names.split()[0]: number for number, names in enumerate(_NUMBERS, 1)} | {"veintiun": 21, "primero": 1}
_ENGLISH_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ENGLISH_DAYS = {name: number for number, name in enumerate(_ENGLISH_DAYS.split(), 1)} | {"thirtieth": 30}
_TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {name: 10 * number for names in (_TENS, _ENGLISH_TENS) for number, name in enumerate(names.split(), 2)}

# Parts of a year: name → how many months.
YEAR_PARTS = {
    "bimestre": 2,
    "bimestres": 2,
    "bimester": 2,
    "trim": 3,
    "sem": 6,
    "cuatrim": 4,
    "bim": 2,
    "trimestre": 3,
    "trimestres": 3,
    "trimester": 3,
    "quarter": 3,
    "quarters": 3,
    "qtr": 3,
    "q": 3,
    "cuatrimestre": 4,
    "cuatrimestres": 4,
    "semestre": 6,
    "semestres": 6,
    "semester": 6,
    "semesters": 6,
    "half": 6,
    "halves": 6,
    "mitad": 6,
}
# "1 a quincena", "2 o trimestre": the ordinal sign stood apart.
ORDINAL_NOUNS = frozenset({*YEAR_PARTS, *"quincena semana reunion".split()})
SHORT_PARTS = {"q": 3, "t": 3, "s": 6, "h": 6}
# Shortened words; those of the second kind only with their full stop.
SHORTENED = {
    short: word
    for word, names in {
        "quincena": "quinc qna qcna quincen",
        "semestre": "semest semestr",
        "trimestre": "trimes trimest trimestr",
        "bimestre": "bimest bimestr",
        "cuatrimestre": "cuatrimest cuatrimestr",
        "principios": "ppios ppio pcpios",
        "week": "wk",
        "mitad": "mit",
    }.items()
    for short in names.split()
}
STOPPED = {
    "q": "q",
    "med": "mediados",
    "fin": "finales",
    "princ": "principios",
    "prin": "principios",
    "inic": "inicios",
}
FORTNIGHT = frozenset({"quincena", "quincenas", "fortnight", "fortnights"})
HALF = frozenset({"mitad", "half"})
WEEK = frozenset({"semana", "week", "semanas", "weeks"})
BEGIN = frozenset("principios principio inicios inicio comienzos comienzo early beginning start".split())
MIDDLE = frozenset({"mediados", "mediado", "mid", "middle"})
END = frozenset({"finales", "fines", "late", "end", "fin", "final"})

# Phrases that become one token; the longest at a place wins.
_OPERATORS = {
    "=until": "hasta; until; till; by; through; thru; up to; up until; vence; vence en; due; due by; due on; "
    "up to and including; until and including; hasta e incluyendo; "
    "y hasta; and until; and till; and through; and up to; and ends; and ends on; and ending; and ending on; "
    "and ends in; and ending in; y termina; y termina en; y concluye; y concluye en; y finaliza; y finaliza en; "
    "y terminando; y concluyendo; y finalizando; y terminara; y concluira; y finalizara; "
    "cob; cob on; close of business; close of business on; eod; eod on; "
    "by cob; by close of business; by the close of business; by eod; by the end of the day; "
    "de aqui al; de aqui hasta; from now to; from now until; between now and; "
    "deadline is; deadline of; prorroga al; extended to; extension to; ends; ends on; finaliza; termina; concluye",
    "=latest": "a mas tardar; due date; vencimiento; fecha de vencimiento; "
    "deadline; closing date; cut - off date; cutoff date; a mas tardar en; como maximo; "
    "como fecha limite; at the latest; "
    "latest; o antes; or before; "
    "or earlier; or sooner; no later than; not later than; no mas tarde de; no mas tarde del; no mas tarde que; "
    "no despues de; no despues del; not after; no posterior a; no posterior al; nunca despues de; nunca despues del; "
    "no mas alla de; no mas alla del; on or before; en o antes de; en o antes del; fecha limite; fecha maxima; "
    "sin pasar de; sin pasar del; "
    "fecha tope; plazo; plazo maximo; plazo limite; plazo vence; plazo hasta",
    "=before": "antes; before; previo a; previo al; previamente a; previamente al; con anterioridad a; "
    "con anterioridad al; prior to; ahead of; anterior a; anterior al",
    "=after": "despues; after; following; posterior a; posterior al; siguiente a; siguiente al; "
    "siguientes a; siguientes al; con posterioridad a; con posterioridad al; tras; luego de; luego del; "
    "posteriormente a; posteriormente al; subsequent to; pasada la; pasado el; pasadas las; pasados los",
    "=from": "on or after; en o despues de; en o despues del; a contar; "
    "desde; since; a partir; as of; as from; starting; starting on; starting in; starting from; beginning on; "
    "beginning in; beginning from; effective; effective on; effective from; with effect from; not "
    "before; no earlier than; nothing before; none before; nada antes; ninguno antes; ninguna antes; "
    "no sooner than; not earlier than; no antes; comenzando; iniciando; inicia; comienza; starts; starts on; begins; "
    "begins on",
    "=onward": "at the earliest; como muy pronto; en adelante; onward; onwards; and onwards; and onward; o despues; "
    "or later; or after; y siguientes",
    "=term": "corto plazo; mediano plazo; largo plazo; short term; medium term; long term; short - term; "
    "medium - term; long - term; plazo de ejecucion; "
    "plazo de implementacion; plazo de realizacion; periodo de ejecucion; periodo de implementacion",
    "=about": "en torno al; en torno a; alrededor del; alrededor de; cerca del; cerca de; a eso del",
    "=between": "entre; between; de entre",
    "=within": "within; within the next; within no more than; within not more than; in no more than; in less than; "
    "en un plazo de; en un plazo no mayor de; en un plazo no mayor a; en un plazo no superior a; en un plazo de hasta; "
    "en un plazo maximo de; en el plazo de; en un termino de; dentro de un plazo de; en menos de; en no mas de; "
    "en un termino no mayor de; en un termino no mayor a; en un termino maximo de; en el termino de; en un lapso de; "
    "en un lapso no mayor de; en un lapso no mayor a; dentro de un plazo no mayor de; dentro de un plazo no mayor a; "
    "dentro de un plazo maximo de; dentro del plazo de; en un plazo que no exceda de; en un plazo que no exceda los; "
    "en un maximo de",
    "=coming": "los proximos; las proximas; "
    "en los proximos; en las proximas; durante los proximos; durante las proximas; in "
    "the next; over the next; "
    "during the next; for the next; dentro de los proximos; dentro de las proximas",
    "=week-of": "w / c; w / b; w / e; week commencing; week beginning; week starting; wk of; week ending; "
    "semana que termina; semana que finaliza; semana que concluye; semana que inicia; semana que comienza; "
    "semana que empieza",
    "pasado": "proximo pasado; proxima pasada; proximos pasados; proximas pasadas",
    "=in": "dentro de; de aqui a",
    "=next": "que viene; que entra; que sigue",
    "=moved": "se pospone; pospuesto; pospuesta; se aplaza; aplazado; aplazada; se traslada; trasladada; trasladado; "
    "reprogramado; reprogramada; se reprograma; postponed; moved; moved up; moved back; pushed back; brought forward; "
    "rescheduled; se cambia; cambia; se mueve; diferido; "
    "diferida; se pospuso; se traslado; se reprogramo; se difiere; shifted; deferred; delayed; pospuestos; pospuestas; "
    "pospone; pospuso; posponer; posponerla; posponerlo; pospondra; aplaza; aplazo; aplazar; aplazara; traslada;"
    " traslado; "
    "trasladar; trasladara; reprograma; reprogramo; reprogramar; reprogramara; difiere; difirio; diferir; mueve;"
    " movio; "
    "mover; cambio; cambiar; corrio; posterga; postergo; postergar; postergado; postergada; adelanta; adelanto; "
    "adelantado; adelantada; adelantar",
}
OPERATORS = {
    tuple(phrase.split()): sign
    for sign, phrases in _OPERATORS.items()
    for phrase in phrases.replace("; ", ";").split(";")
}
LONGEST_OPERATOR = max(map(len, OPERATORS))

THIS = frozenset("esta este this presente current actual corriente cte pte".split())
NEXT = frozenset("proxima proximo next siguiente entrante coming =next".split())
PAST = frozenset("pasada pasado last anterior previous pdo ppdo".split())
NEXT_OR_PAST = NEXT | PAST
RELATIVE = THIS | NEXT_OR_PAST
RELATIVE_UNITS = {
    "semana": "week",
    "week": "week",
    "mes": "month",
    "month": "month",
    "ano": "year",
    "year": "year",
    "trimestre": "quarter",
    "quarter": "quarter",
    "semestre": "semester",
    "semester": "semester",
    "quincena": "fortnight",
    "fortnight": "fortnight",
    "weekend": "weekend",
}
WORKING = frozenset("habiles laborales laborables working business habil".split())
CALENDAR = frozenset("naturales calendario corridos calendar next consecutivos".split())

# A number after these is no day: nothing is read ("artículo 12 de mayo", "Avenida 5 de Mayo") …
NO_DAY = frozenset(
    "calle avenida av ave blvd boulevard bulevar calzada colonia col plaza barrio zona estadio parque edificio street "
    "articulo articulos art arts article articles section sec seccion resolucion resolution res oficio nota decreto "
    "acuerdo ley circular acta expediente exp memorando memorandum memo no num numero nro number ref referencia inciso "
    "parrafo paragraph capitulo chapter tel telefono telephone phone fax ext extension cel pagina page pag folio "
    "decree law order agreement document documento doc escuela school hospital avda carretera km regla rule".split()
)
# … and after these it is asked ("Fase 2 marzo 2009").
COUNTED = frozenset(
    "fase phase actividad activity etapa stage tema theme objetivo objective punto item meta goal componente component "
    "modulo module sala room piso floor grupo grupos group groups anexo annex opcion option equipo mesa linea nivel "
    "sem version apartado resultado indicador paso step hito milestone entregable deliverable semana "
    "week tarea task".split()
)
TITLES = frozenset(
    "lic licda licdo licenciado licenciada dr dra doctor doctora sr sra srta senor senora ing ingeniero ingeniera mr "
    "mrs ms miss emb embajador embajadora don dona arq mtro mtra prof abg cnel gral min".split()
)
# "March hall", "Sala Enero" are places.
HOUSES = frozenset("hospital instituto colegio escuela centro colonia col plaza barrio avenida av calle".split())
ENGLISH_VENUES = frozenset("hall room building street avenue hotel tower house auditorium square road lounge".split())
SPANISH_VENUES = frozenset(
    "sala salon hotel torre edificio auditorio teatro calle avenida plaza colonia barrio residencial centro".split()
)
# A month after these is a part of it that was not understood.
PARTS_OF_MONTH = frozenset(
    "quincena quincenas semana semanas week weeks fortnight fortnights trimestre quarter semestre "
    "bimestre cuatrimestre "
    "dias days trim sem half mitad parte tercio third decena dia day weekend segunda primera tercera "
    "cuarta quinta sexta septima octava novena decima octavo ultima segundo tercer habil habiles laborales laborables "
    "working business".split()
) | frozenset(WEEKDAYS)
TURNS = frozenset(
    "once cuando when vispera visperas cierre termino terminar finalizar concluir iniciar terminado".split()
)
SIGNS = frozenset({"-", ","})
NOT = frozenset("no not nunca never ni nor excepto except salvo menos unless tampoco neither".split())
COUNTABLE = frozenset(
    "participantes personas funcionarios migrantes ninos casos cupos becas paises people "
    "participants officials migrants "
    "cases countries dolares dollars usd quetzales pesos lempiras colones formularios forms "
    "minutos minutes min horas hours hrs partes parts paginas pages delegados delegates puntos points".split()
)

# Words written with a capital that are no surname after a month.
LITTLE = frozenset(
    "de del al a y e o u en el la los las of the in and or to at on by with con para por entre "
    "hasta desde lugar sede fecha"
    " hora reunion taller guatemala mexico honduras canada panama nicaragua belice belize ottawa washington".split()
)
# A year alone is a year after these ("Plan de Trabajo de 2009" is a name) …
BEFORE_YEAR = frozenset(
    "en in durante during throughout para for a al to y and o or ano year todo all el =until =from "
    "=before =after =latest"
    " =between bienio periodo period trienio quinquenio gestion calendario fecha date".split()
)
COURSE = frozenset("largo transcurso curso course all rest resto resta queda remainder cierre".split())
# … and before these.
AFTER_YEAR = frozenset(
    [
        *"y and a al to o or en in con with por by para for at e que".split(),
        "",
        ".",
        ",",
        ";",
        ")",
        "(",
        ":",
        "=until",
        "=onward",
    ]
)
ABBREVIATED_NOUNS = frozenset(
    "ext tel no num nro art arts res fax cel p pag ref exp av ave avda blvd col sec doc km".split()
)
