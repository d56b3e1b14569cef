"""Spanish days, ranges and parts of the year as ministries write them, one a line: text → what it means.

Notation: a day; ``first/last``, ``..`` for an open end; ``?`` a question (no date is given); ``unknown``,
``undecided``, ``continuous``, ``recurring 6 months`` (with dates after a comma); ``~`` before it: tentative;
several milestones with `` & ``.  ``⏎`` stands for a line break, ``_`` for a no-break space.
Today is Wednesday 19 November 2008 unless the line begins with ``[date]``.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest

from mailbot.core import windows

TODAY = "2008-11-19"


def expected(notation: str) -> dict[str, object]:
    """Return the JSON document a notation stands for (without ``said`` and ``doubt``)."""
    parts = notation.split(" & ")
    return {"windows": [_one(part) for part in parts]} if len(parts) > 1 else _one(notation)


def _one(notation: str) -> dict[str, object]:
    words = notation.removeprefix("~")
    tentative = words != notation
    kind, _, rest = words.partition(" ")
    if re.match(r"\d|\.\.", words):
        start, _, end = words.partition("/")
        end = end or start
        kind, rest = ("day" if start == end else "period"), ""
    else:
        every, _, dates = rest.partition(", ")
        start, _, end = dates.partition("/") if dates else ("..", "", "..")
        rest = every
    found: dict[str, object] = {
        "start": None if start == ".." else start,
        "end": None if end == ".." else end,
        "kind": {"?": "unknown"}.get(kind, kind),
        "tentative": tentative,
    }
    return {**found, "every": rest or None} if kind == "recurring" else found


def lines(table: str) -> list[tuple[str, str, str]]:
    """Return (text, today, notation) of each line of a table."""
    found = []
    for line in table.strip().splitlines():
        text, notation = line.rsplit(" → ", 1)
        day = re.match(r"\[(.*?)\] ?", text)
        text = text[day.end() :] if day else text
        found.append((text.replace("⏎", "\n").replace("_", "\N{NO-BREAK SPACE}"), day[1] if day else TODAY, notation))
    return found


def check(text: str, today: str, notation: str) -> None:
    """Compare what is read with what the notation stands for; a question carries its doubt."""
    found = windows.read(text, dt.date.fromisoformat(today))
    document = windows.as_json(found)
    each = document.get("windows", [document])
    assert isinstance(each, list)
    bare = [{key: value for key, value in one.items() if key not in {"said", "doubt"}} for one in each]
    assert (bare[0] if len(bare) == 1 else {"windows": bare}) == expected(notation)
    asked = [one.doubt is not None for one in found]
    assert asked == [part.removeprefix("~") == "?" for part in notation.split(" & ")]


DAYS = """
16 de enero de 2009 → 2009-01-16
16 de enero del 2009 → 2009-01-16
16 de Enero, 2009 → 2009-01-16
16 enero 2009 → 2009-01-16
16/enero/2009 → 2009-01-16
16-ENE-2009 → 2009-01-16
16.ene.2009 → 2009-01-16
16 ene. 2009 → 2009-01-16
16 de ene. de 2009 → 2009-01-16
3 de sept. de 2009 → 2009-09-03
3 Set. 2009 → 2009-09-03
3-set-09 → 2009-09-03
03 de Setiembre de 2009 → 2009-09-03
enero 16 de 2009 → 2009-01-16
enero 16, 2009 → 2009-01-16
Viernes, 16 de enero de 2009. → 2009-01-16
VIERNES 16 DE ENERO DE 2009 → 2009-01-16
miercoles 4 de marzo de 2009 → 2009-03-04
el día 16 de enero de 2009 → 2009-01-16
el 16 del mes de enero de 2009 → 2009-01-16
16  de   enero  de    2009 → 2009-01-16
16_de_enero_de_2009 → 2009-01-16
16 de enero⏎de 2009 → 2009-01-16
1º de mayo de 2009 → 2009-05-01
1° de mayo de 2009 → 2009-05-01
1o. de mayo de 2009 → 2009-05-01
1ro de mayo de 2009 → 2009-05-01
1ero. de mayo → 2009-05-01
primero de mayo de 2009 → 2009-05-01
quince de enero de dos mil nueve → 2009-01-15
treinta de junio → 2009-06-30
treinta y uno de enero de dos mil nueve → 2009-01-31
veintiún de marzo de dos mil nueve → 2009-03-21
veintitrés de abril del año dos mil nueve → 2009-04-23
veinte y ocho de febrero de dos mil diez → 2010-02-28
PRIMERO DE MARZO DE DOS MIL NUEVE → 2009-03-01
12 de febrero → 2009-02-12
20 de diciembre → 2008-12-20
5 de noviembre → 2008-11-05
10 de septiembre → 2009-09-10
[2026-02-10] 15 de diciembre → 2026-12-15
[2026-11-20] 15 de enero → 2027-01-15
25 de noviembre del año en curso → 2008-11-25
25 de noviembre del presente año → 2008-11-25
25 de noviembre del corriente → 2008-11-25
25 de noviembre de este año → 2008-11-25
16 de enero del próximo año → 2009-01-16
16 de enero del año próximo → 2009-01-16
16 de enero del año que viene → 2009-01-16
16 de enero del año entrante → 2009-01-16
16 de enero próximo → 2009-01-16
el próximo 16 de enero → 2009-01-16
el próximo viernes 16 de enero → 2009-01-16
el pasado 3 de marzo → 2008-03-03
3 de marzo pasado → 2008-03-03
3 de marzo del año pasado → 2007-03-03
2009-01-16 → 2009-01-16
2009/01/16 → 2009-01-16
2009-01-16T10:00:00-06:00 → 2009-01-16
28/01/2009 → 2009-01-28
28-01-2009 → 2009-01-28
28.01.2009 → 2009-01-28
28/1/09 → 2009-01-28
28 / 01 / 2009 → 2009-01-28
05/05/2009 → 2009-05-05
29 de febrero de 2012 → 2012-02-29
16 de enero de 09 → 2009-01-16
16 de enero de '09 → 2009-01-16
Guatemala, 16 de enero de 2009 → 2009-01-16
Ciudad de México, a 16 de enero de 2009 → 2009-01-16
16 de enero de 2009 (viernes) → 2009-01-16
16 de enero de 2009, a las 10:00 horas (hora de Guatemala) → 2009-01-16
16 de enero de 2009, 10:00 a 12:30 hrs. → 2009-01-16
a las 10:00 horas del 16 de enero de 2009 → 2009-01-16
de 9 a 17 horas del 16 de enero de 2009 → 2009-01-16
16 de enero 10:00 → 2009-01-16
28/01/2009 15:30 → 2009-01-28
Reunión virtual: 16/01/2009 a las 9 a.m. → 2009-01-16
primer lunes de marzo de 2009 → 2009-03-02
el segundo martes de abril de 2009 → 2009-04-14
último viernes de marzo de 2009 → 2009-03-27
último día de marzo de 2009 → 2009-03-31
primer día del mes de marzo de 2009 → 2009-03-01
el 25 del presente mes → 2008-11-25
el 25 del mes en curso → 2008-11-25
el 5 del próximo mes → 2008-12-05
el 5 del mes entrante → 2008-12-05
"""

RANGES = """
del 3 al 7 de marzo de 2009 → 2009-03-03/2009-03-07
3 al 7 de marzo de 2009 → 2009-03-03/2009-03-07
Del 3 a 7 de marzo de 2009 → 2009-03-03/2009-03-07
3-7 de marzo de 2009 → 2009-03-03/2009-03-07
3 – 7 marzo 2009 → 2009-03-03/2009-03-07
marzo 3-7, 2009 → 2009-03-03/2009-03-07
entre el 3 y el 7 de marzo → 2009-03-03/2009-03-07
entre los días 3 y 7 de marzo de 2009 → 2009-03-03/2009-03-07
del día 3 al día 7 de marzo de 2009 → 2009-03-03/2009-03-07
desde el 3 hasta el 7 de marzo de 2009 → 2009-03-03/2009-03-07
del 3 de marzo al 7 de abril de 2009 → 2009-03-03/2009-04-07
desde el 3 de marzo hasta el 7 de abril de 2009 → 2009-03-03/2009-04-07
entre el 3 de marzo y el 7 de abril de 2009 → 2009-03-03/2009-04-07
del lunes 2 al viernes 6 de marzo de 2009 → 2009-03-02/2009-03-06
lunes 2 a viernes 6 de marzo de 2009 → 2009-03-02/2009-03-06
lunes 2 y martes 3 de marzo de 2009 → 2009-03-02/2009-03-03
12 y 13 de marzo de 2009 → 2009-03-12/2009-03-13
los días 12 y 13 de marzo → 2009-03-12/2009-03-13
3, 4 y 5 de marzo de 2009 → 2009-03-03/2009-03-05
en la ciudad de Guatemala, del 3 al 5 de marzo de 2009 → 2009-03-03/2009-03-05
15 de diciembre de 2009 al 15 de enero de 2010 → 2009-12-15/2010-01-15
del 15 de diciembre de 2008 al 15 de enero → 2008-12-15/2009-01-15
del 15 de diciembre al 15 de enero de 2010 → 2009-12-15/2010-01-15
20 de diciembre al 6 de enero → 2008-12-20/2009-01-06
nov. 2009 – feb. 2010 → 2009-11-01/2010-02-28
diciembre-enero → 2008-12-01/2009-01-31
diciembre de 2008-enero de 2009 → 2008-12-01/2009-01-31
diciembre a enero de 2010 → 2009-12-01/2010-01-31
enero-marzo 2009 → 2009-01-01/2009-03-31
ene-mar 2009 → 2009-01-01/2009-03-31
ene.-mar. 2009 → 2009-01-01/2009-03-31
enero/febrero de 2009 → 2009-01-01/2009-02-28
de enero a marzo de 2009 → 2009-01-01/2009-03-31
desde enero hasta marzo de 2009 → 2009-01-01/2009-03-31
entre marzo y mayo de 2009 → 2009-03-01/2009-05-31
entre los meses de marzo y mayo de 2009 → 2009-03-01/2009-05-31
de marzo de 2009 a mayo de 2010 → 2009-03-01/2010-05-31
marzo y abril de 2009 → 2009-03-01/2009-04-30
enero, febrero y marzo de 2009 → 2009-01-01/2009-03-31
marzo o abril de 2009 → ~2009-03-01/2009-04-30
trimestre enero-marzo de 2009 → 2009-01-01/2009-03-31
bimestre marzo-abril 2009 → 2009-03-01/2009-04-30
28/01/2009 al 30/01/2009 → 2009-01-28/2009-01-30
28/01/2009 - 30/01/2009 → 2009-01-28/2009-01-30
2009-01-28 a 2009-01-30 → 2009-01-28/2009-01-30
del 28/01 al 30/01/2009 → 2009-01-28/2009-01-30
2009-2010 → 2009-01-01/2010-12-31
bienio 2009-2010 → 2009-01-01/2010-12-31
de 2009 a 2011 → 2009-01-01/2011-12-31
entre 2009 y 2010 → 2009-01-01/2010-12-31
segunda quincena de enero a primera quincena de febrero de 2009 → 2009-01-16/2009-02-15
finales de marzo a principios de abril de 2009 → 2009-03-21/2009-04-10
entre finales de marzo y principios de abril → 2009-03-21/2009-04-10
finales de marzo o principios de abril de 2009 → ~2009-03-21/2009-04-10
mediados a finales de marzo de 2009 → 2009-03-11/2009-03-31
de mediados de marzo a finales de abril de 2009 → 2009-03-11/2009-04-30
semana del 2 al 6 de marzo de 2009 → 2009-03-02/2009-03-06
la semana del 2 de marzo → 2009-03-02/2009-03-06
del 30 de marzo al 3 de abril de 2009 → 2009-03-30/2009-04-03
de principios de 2009 a finales de 2010 → 2009-01-01/2010-12-31
"""

PARTS = """
Segunda quincena del mes de enero de 2009. → 2009-01-16/2009-01-31
2a. quincena de enero 2009 → 2009-01-16/2009-01-31
2ª quincena enero 2009 → 2009-01-16/2009-01-31
1ra. quincena de febrero de 2009 → 2009-02-01/2009-02-15
I quincena de marzo → 2009-03-01/2009-03-15
última quincena de febrero de 2012 → 2012-02-16/2012-02-29
SEGUNDA QUINCENA DE ENERO → 2009-01-16/2009-01-31
primera y segunda quincena de marzo de 2009 → 2009-03-01/2009-03-31
primera mitad de enero de 2009 → 2009-01-01/2009-01-15
Primera semana del mes de febrero de 2009. → 2009-02-01/2009-02-07
1a semana de febrero → 2009-02-01/2009-02-07
2da. semana de febrero de 2009 → 2009-02-08/2009-02-14
tercera semana de febrero de 2009 → 2009-02-15/2009-02-21
cuarta semana de marzo de 2009 → 2009-03-22/2009-03-28
última semana de marzo → 2009-03-25/2009-03-31
última semana de febrero de 2009 → 2009-02-22/2009-02-28
cuarta y última semana de marzo de 2009 → 2009-03-22/2009-03-31
quinta semana de marzo de 2009 → ?
Semana Santa de 2011 → 2011-04-17/2011-04-24
Semana Santa → 2009-04-05/2009-04-12
antes de Semana Santa de 2010 → ../2010-03-27
pasada la Semana Santa → 2009-04-13/..
la semana posterior a Semana Santa → ?
marzo, salvo Semana Santa → ?
en un plazo no mayor de sesenta días → ../2009-01-18
en un término no mayor de quince días → ../2008-12-04
en un plazo que no exceda de dos meses → ../2009-01-19
en un lapso de treinta días → ../2008-12-19
dentro de noventa días → 2009-02-17
pasado el 15 de marzo → 2009-03-16/..
el pasado 15 de octubre → 2008-10-15
segunda y tercera semana de marzo de 2009 → 2009-03-08/2009-03-21
segunda o tercera semana de marzo de 2009 → ~2009-03-08/2009-03-21
mediados de marzo → 2009-03-11/2009-03-20
a mediados del mes de marzo de 2009 → 2009-03-11/2009-03-20
principios de marzo de 2009 → 2009-03-01/2009-03-10
a inicios de marzo → 2009-03-01/2009-03-10
comienzos de marzo → 2009-03-01/2009-03-10
finales de marzo → 2009-03-21/2009-03-31
a fines de marzo de 2009 → 2009-03-21/2009-03-31
fin de mes → 2008-11-21/2008-11-30
a mediados de mes → 2008-11-11/2008-11-20
a finales del presente mes → 2008-11-21/2008-11-30
principios del próximo mes → 2008-12-01/2008-12-10
a finales de marzo del próximo año → 2009-03-21/2009-03-31
Febrero 2009 → 2009-02-01/2009-02-28
febrero del 2012 → 2012-02-01/2012-02-29
Mes de marzo de 2009 → 2009-03-01/2009-03-31
en el mes de mayo → 2009-05-01/2009-05-31
Se realizará en Honduras, durante febrero de 2009, en coordinación con la RROCM. → 2009-02-01/2009-02-28
previsto para el mes de septiembre del año en curso → 2008-09-01/2008-09-30
MARZO/2009 → 2009-03-01/2009-03-31
Mar. 2009 → 2009-03-01/2009-03-31
ene-09 → 2009-01-01/2009-01-31
03/2009 → 2009-03-01/2009-03-31
Setiembre de 2009 → 2009-09-01/2009-09-30
marzo próximo → 2009-03-01/2009-03-31
el próximo mes de marzo → 2009-03-01/2009-03-31
diciembre próximo → 2008-12-01/2008-12-31
marzo pasado → 2008-03-01/2008-03-31
2009 Marzo → 2009-03-01/2009-03-31
primer bimestre de 2009 → 2009-01-01/2009-02-28
sexto bimestre de 2009 → 2009-11-01/2009-12-31
Primer  trimestre de 2009. → 2009-01-01/2009-03-31
1er. trimestre 2009 → 2009-01-01/2009-03-31
1er trimestre → 2009-01-01/2009-03-31
2o. trimestre de 2009 → 2009-04-01/2009-06-30
2º trimestre de 2009 → 2009-04-01/2009-06-30
2do. trimestre de 2009 → 2009-04-01/2009-06-30
III trimestre 2009 → 2009-07-01/2009-09-30
IV Trimestre de 2009 → 2009-10-01/2009-12-31
cuarto trimestre → 2008-10-01/2008-12-31
último trimestre de 2009 → 2009-10-01/2009-12-31
trimestre I de 2009 → 2009-01-01/2009-03-31
T1 2009 → 2009-01-01/2009-03-31
2T 2009 → 2009-04-01/2009-06-30
primer y segundo trimestre de 2009 → 2009-01-01/2009-06-30
I y II trimestre de 2009 → 2009-01-01/2009-06-30
primer cuatrimestre de 2009 → 2009-01-01/2009-04-30
2o. cuatrimestre de 2009 → 2009-05-01/2009-08-31
tercer cuatrimestre del 2009 → 2009-09-01/2009-12-31
segundo semestre de 2009 → 2009-07-01/2009-12-31
I Semestre 2009 → 2009-01-01/2009-06-30
primer semestre del próximo año → 2009-01-01/2009-06-30
segundo semestre del presente año → 2008-07-01/2008-12-31
primera mitad de 2009 → 2009-01-01/2009-06-30
2009 → 2009-01-01/2009-12-31
Año 2009 → 2009-01-01/2009-12-31
durante el año 2009 → 2009-01-01/2009-12-31
a lo largo de 2009 → 2009-01-01/2009-12-31
en el transcurso de 2009 → 2009-01-01/2009-12-31
durante todo el año 2009 → 2009-01-01/2009-12-31
en el transcurso del presente año → 2008-01-01/2008-12-31
"""

TABLES = (DAYS, RANGES, PARTS)


@pytest.mark.parametrize(("text", "today", "notation"), [line for table in TABLES for line in lines(table)])
def test_phrase(text: str, today: str, notation: str) -> None:
    check(text, today, notation)
