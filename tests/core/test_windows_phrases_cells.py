"""Calendar cells that failed at first sight, with their neighbours and what must not be read so.

Notation: test_windows_phrases.  Today is Monday 2 March 2009.
"""

from __future__ import annotations

import pytest

from tests.core.test_windows_phrases import check, lines

TODAY = "2009-03-02"

# Numbers that only count what a cell lists are no days; numbers said to be days are.
ITEMS = """
1. abril  2. junio  3. agosto de 2009 → 2009-04-01/2009-04-30 & 2009-06-01/2009-06-30 & 2009-08-01/2009-08-31
1) abril 2) junio → 2009-04-01/2009-04-30 & 2009-06-01/2009-06-30
1.- Abril 2.- Junio → 2009-04-01/2009-04-30 & 2009-06-01/2009-06-30
1- abril 2- junio → 2009-04-01/2009-04-30 & 2009-06-01/2009-06-30
1) April 3 2) June 4 → 2009-04-03 & 2009-06-04
1. 2 de abril 2. 3 de mayo → 2009-04-02 & 2009-05-03
1. Mayo 1. 2. Junio 2. → 2009-05-01 & 2009-06-02
Taller (1) abril (2) mayo → 2009-04-01/2009-04-30 & 2009-05-01/2009-05-31
(abril 1) y (mayo 2) → 2009-04-01 & 2009-05-02
Meeting: May 1. Report: June 2. → 2009-05-01 & 2009-06-02
1-abril-2009 y 2-mayo-2009 → 2009-04-01 & 2009-05-02
1-2 de abril y 2-3 de mayo → 2009-04-01/2009-04-02 & 2009-05-02/2009-05-03
el 1. de abril → ?
"""

# A list of years is read whole, or belongs to a name.
YEARS = """
años 2009 y 2010 → 2009-01-01/2010-12-31
años 2009, 2010 y 2011 → 2009-01-01/2011-12-31
years 2009-2010 → 2009-01-01/2010-12-31
Presupuestos 2009 y 2010 → unknown
informes 2009, 2010 y 2011 → unknown
Plan 2009 a 2011 → unknown
julio de 2009 y 2010 → ?
abril de 2009 y de 2010 → 2009-04-01/2009-04-30 & 2010-04-01/2010-04-30
15 de abril de 2009 y de 2010 → 2009-04-15 & 2010-04-15
abril de 2009 y de mayo de 2010 → 2009-04-01/2009-04-30 & 2010-05-01/2010-05-31
"""

TERMS = """
Corto plazo: 2009 → 2009-01-01/2009-12-31
Corto plazo (2009) → 2009-01-01/2009-12-31
Mediano plazo, 2010-2011 → 2010-01-01/2011-12-31
short-term (2009) → 2009-01-01/2009-12-31
Plan Estratégico (2009-2012) → unknown
Plazo de ejecución: marzo a mayo de 2009 → 2009-03-01/2009-05-31
Plazo: del 1 al 30 de abril de 2009 → 2009-04-01/2009-04-30
Plazo de presentación: 15 de mayo → ../2009-05-15
fecha límite: 4 al 8 de mayo → ?
corto plazo → unknown
"""

RECURRING = """
semi annual → recurring 6 months
half-yearly → recurring 6 months
bi monthly → ?
bi mensual → ?
three-monthly → recurring 3 months
three monthly reports → ?
biennially → recurring 2 years
on a regular basis → recurring
todos los meses de abril → recurring year
todos los meses → recurring month
cada mes, de abril a junio de 2009 → recurring month, 2009-04-01/2009-06-30
después de las reuniones de la CRM → recurring meeting
cada una de las reuniones de la Red → recurring meeting
resultados de las reuniones → unknown
"""

# What comes after an event, lasts longer than what is named, or is one of two.
NOT_THAT_DAY = """
luego de la reunión del 14 de mayo → 2009-05-15/..
mayo de 2009 y luego 3 de julio de 2009 → 2009-05-01/2009-05-31 & 2009-07-03
on or after 15 May → 2009-05-15/..
a partir de mayo o junio → ?
una vez concluido el taller de mayo → ?
una vez al año en mayo → recurring year
abril de 2009, por dos meses → ?
abril de 2009 por dos semanas → 2009-04-01/2009-04-30
14 de mayo de 2009 (2 días) → ?
14 y 15 de mayo (2 días) → 2009-05-14/2009-05-15
30 de abril, 2 días antes de la reunión → 2009-04-30
primer y tercer lunes de abril → 2009-04-06 & 2009-04-20
segundo o tercer lunes de abril → ?
Vier. 22 abr → ?
Vier. 24 abr → 2009-04-24
primeros meses de 2010 → ?
a partir de los primeros meses de 2010 → 2010-01-01/..
"""

# One thing said twice, or said within the other.
TWICE = """
Primer trimestre de 2009 / First quarter of 2009 → 2009-01-01/2009-03-31
15 May / 15 de mayo → 2009-05-15
15 de mayo (16 de mayo) → 2009-05-15 & 2009-05-16
segundo trimestre de 2009 (tentativamente mayo) → ~2009-05-01/2009-05-31
mayo de 2009 (segundo trimestre) → 2009-05-01/2009-05-31
15 al 17 de abril (abril 2009) → 2009-04-15/2009-04-17
diciembre y enero de 2010 → 2009-12-01/2010-01-31
abril 2009 (15 al 17) → 2009-04-15/2009-04-17
abril (días 15 y 16) → 2009-04-15/2009-04-16
abril 2009 (2) → 2009-04-01/2009-04-30
abril 2009 (10 a 12 horas) → 2009-04-01/2009-04-30
Segundo semestre de 2009 (informe en noviembre) → 2009-07-01/2009-12-31 & 2009-11-01/2009-11-30
"""

REST = """
en lo que resta del año → 2009-03-02/2009-12-31
en lo que queda de 2009 → 2009-03-02/2009-12-31
the rest of the year → 2009-03-02/2009-12-31
el resto de los países → unknown
Se espera finalizar a más tardar en mayo de 2009 → ../2009-05-31
Se prevé concluir antes de finalizar el primer semestre de 2009 → ../2009-06-30
al terminar mayo → ?
no se pudo concluir en marzo → ?
"""

# One wrong letter in a word of the calendar, "de" run together with its month, letters inside a year.
SLIPS = """
primera quinsena de mayo → 2009-05-01/2009-05-15
primer trimestr de 2010 → 2010-01-01/2010-03-31
2do. semstre 2010 → 2010-07-01/2010-12-31
Permanete → continuous
we continue → unknown
15 demayo 2009 → 2009-05-15
15 de mayode 2009 → 2009-05-15
1° deabril → 2009-04-01
mayo 2OO9 → ?
mayo 200O → ?
15mayo2009 → 2009-05-15
14y15 de mayo → ?
Octava del mes de mayo → ?
octava reunión de mayo → 2009-05-01/2009-05-31
feb-13 → ?
feb-09 → 2009-02-01/2009-02-28
jun-10 → 2010-06-01/2010-06-30
3rd Q 2010 → 2010-07-01/2010-09-30
May '10 → 2010-05-01/2010-05-31
"""

WEEKDAYS = """
el martes último → 2009-02-24
el viernes → ?
Friday → ?
nos reunimos el jueves → unknown
a los 14 días del mes de mayo de 2009 → 2009-05-14
a los catorce días del mes de mayo de dos mil nueve → 2009-05-14
14 días del mes de mayo → ?
"""

# The weekday beside figures tells the day from the month.
FIGURES = """
[2011-01-10] 2/12/2010 (jueves) → 2010-12-02
[2011-01-10] jueves 2/12/2010 → 2010-12-02
[2011-01-10] viernes, 12/2/2010 → 2010-02-12
[2011-01-10] Thursday 12/2/2010 → 2010-12-02
[2011-01-10] miércoles 2/12/2010 → ?
[2011-01-10] 8/12/2010, jueves 9/12/2010 → ? & 2010-12-09
"""

# Lines that a mail program broke are one; a capital or a bullet begins another.
WRAPPED = """
Se realizará en Managua, del 24⏎al 26 de marzo de 2009 → 2009-03-24/2009-03-26
De diciembre de 2008⏎a febrero de 2009 → 2008-12-01/2009-02-28
entre los dias 4⏎y 8 de mayo → 2009-05-04/2009-05-08
Primera quincena de⏎marzo de 2009 → 2009-03-01/2009-03-15
15 de marzo⏎de 2010 → 2010-03-15
ya se realizó⏎el 10 de diciembre → 2008-12-10
November 2009⏎to February 2010 → 2009-11-01/2010-02-28
March 3⏎and 4, 2009 → 2009-03-03/2009-03-04
no se realizó⏎el 10 de abril → ?
marzo⏎mayo⏎julio → 2009-03-01/2009-03-31 & 2009-05-01/2009-05-31 & 2009-07-01/2009-07-31
de marzo a mayo⏎de julio a agosto → 2009-03-01/2009-05-31 & 2009-07-01/2009-08-31
Reunión en México.⏎Marzo 2009 → 2009-03-01/2009-03-31
Sept 2009⏎- Enero 2010 → 2009-09-01/2009-09-30 & 2010-01-01/2010-01-31
"""

# Quotation marks, bullets, brackets around it all and longer dashes say nothing.
DRESSED = """
“Durante todo el año 2009” → 2009-01-01/2009-12-31
“2009-2010” → 2009-01-01/2010-12-31
• 2010 → 2010-01-01/2010-12-31
(2010) → 2010-01-01/2010-12-31
Plan (2010) → unknown
16–01–2009 → 2009-01-16
2009–03–16 → 2009-03-16
Semi–annual → recurring 6 months
30/04-04/05/2009 → 2009-04-30/2009-05-04
Acuerdo 30/04-2009 → unknown
27/04/2009-04/05/2009 → 2009-04-27/2009-05-04
Calendario: 14/05 - 16/05 → 2009-05-14/2009-05-16
(14/05 - 16/05) → 2009-05-14/2009-05-16
2/3 - 3/4 de los países → unknown
en el mes de diciembre recién pasado → 2008-12-01/2008-12-31
enero que pasó → 2009-01-01/2009-01-31
vie 20/03 → 2009-03-20
"""

# A full stop after a word or a year ends a sentence; after an abbreviation it does not.
SENTENCES = """
Elaborar el documento. 16 de enero de 2010 → 2010-01-16
Firmar el acuerdo. 15/12/2009 → 2009-12-15
Doc. 12 de mayo → unknown
Res. 15/12/2009 → unknown
finales de julio de 2009. Marzo de 2010. → 2009-07-21/2009-07-31 & 2010-03-01/2010-03-31
15/12/2009. Noviembre 2009 - enero 2010 → 2009-12-15 & 2009-11-01/2010-01-31
Informe: marzo de 2009. a) 2010 → 2009-03-01/2009-03-31 & 2010-01-01/2010-12-31
1) marzo de 2009 2) 2010 → 2009-03-01/2009-03-31 & 2010-01-01/2010-12-31
- finales de julio de 2009⏎- viernes 14 de mayo de 2010 → 2009-07-21/2009-07-31 & 2010-05-14
- julio de 2009⏎- 2010 → 2009-07-01/2009-07-31 & 2010-01-01/2010-12-31
a partir de noviembre de 2009⏎Informe: hasta el 30 de enero de 2010 → 2009-11-01/.. & ../2010-01-30
Taller regional (2010) → unknown
"""

# A part of the month behind the month, a verb behind the date, a start that is no beginning of a month.
BEHIND = """
[2010-03-15] abril, segunda semana → 2010-04-08/2010-04-14
[2010-03-15] abril (segunda quincena) → 2010-04-16/2010-04-30
[2010-03-15] abril de 2011, 2a quincena → 2011-04-16/2011-04-30
[2010-03-15] segunda semana, abril 2010 → 2010-04-08/2010-04-14
[2010-03-15] abril, segunda quincena de mayo → 2010-04-01/2010-04-30 & 2010-05-16/2010-05-31
[2010-03-15] sem. 2 de abril → ?
[2010-03-15] 1 er. trimestre 2011 → 2011-01-01/2011-03-31
[2010-03-15] el próximo primer semestre → ?
[2010-03-15] en el cuatrienio 2010-2013 → 2010-01-01/2013-12-31
[2010-03-15] En diciembre se concluyó el borrador → 2009-12-01/2009-12-31
[2010-03-15] Se concluyó en diciembre y se publicará en abril → 2009-12-01/2009-12-31 & 2010-04-01/2010-04-30
[2010-03-15] Inició en febrero; 60 % de avance → 2010-02-01/2010-02-28
[2010-03-15] al inicio de febrero → 2010-02-01/2010-02-10
[2010-03-15] early in April → 2010-04-01/2010-04-10
[2010-03-15] marzo 20 funcionarios → ?
[2010-03-15] 20 funcionarios en marzo → 2010-03-01/2010-03-31
[2010-03-15] abril a marzo → ?
[2010-03-15] noviembre a enero → 2009-11-01/2010-01-31
"""

# From or between something that was not understood; how often, within a year.
FROM_WHEN = """
between Easter and June → ?
entre la reunión del GRCM y la de junio → ?
reunión entre Honduras y México en marzo → 2009-03-01/2009-03-31
from the signing to June 2011 → ?
desde la firma hasta junio de 2011 → ../2011-06-30
from March to June → 2009-03-01/2009-06-30
septiembre del año en curso (fue hace 11 años que se realizó) → 2009-09-01/2009-09-30
two years ago → unknown
hace dos semanas → 2009-02-16
a contar del 1 de abril → 2009-04-01/..
a partir de mañana → 2009-03-03/..
9 de la mañana → unknown
entre mar. y may. de 2010 → 2010-03-01/2010-05-31
cada primer semestre → recurring year
la fecha aún no ha sido definida → undecided
every 3rd month → recurring 3 months
every 3rd Thursday → recurring month
monthly in 2011 → recurring month, 2011-01-01/2011-12-31
Semestral, 2011 → recurring 6 months, 2011-01-01/2011-12-31
bimonthly in 2011 → ?
semestral (junio de 2011) → 2011-06-01/2011-06-30
"""

# What a list leaves out is said once: the noun, the bound, the abbreviation's reason.
LISTED = """
[2011-03-14] Taller 1 marzo, taller 2 junio → 2011-03-01/2011-03-31 & 2011-06-01/2011-06-30
[2011-03-14] martes 1 de marzo y martes 8 de marzo → 2011-03-01 & 2011-03-08
[2011-03-14] marzo 1, abril 2 → 2011-03-01 & 2011-04-02
[2011-03-14] informes al 30 de junio y 31 de diciembre de cada año → recurring year
[2011-03-14] antes del 30 de junio y del 31 de diciembre → ../2011-06-29 & ../2011-12-30
[2011-03-14] a más tardar el 30 de junio y el 31 de diciembre → ../2011-06-30 & ../2011-12-31
[2011-03-14] al 30 de junio. 31 de diciembre → ../2011-06-30 & 2011-12-31
[2011-03-14] Mar, Jun 2011 → 2011-03-01/2011-03-31 & 2011-06-01/2011-06-30
[2011-03-14] MAR-JUN-SEP-DIC → ?
[2011-03-14] enero-febrero-marzo de 2011 → 2011-01-01/2011-03-31
[2011-03-14] 3-5-7 de marzo → ?
[2011-03-14] primer trimestre de 2011 y de 2012 → 2011-01-01/2011-03-31 & 2012-01-01/2012-03-31
[2011-03-14] anual (2012, 2013 y 2014) → recurring year
[2011-03-14] de 2012 en adelante → 2012-01-01/..
[2011-03-14] marzo 2012/2013 → ?
[2011-03-14] marzo 2012/mayo 2012 → ?
[2011-03-14] a más tardar el 15 de marzo y luego cada trimestre → ?
[2011-03-14] después de cada reunión → recurring meeting
[2011-03-14] la primera parte de marzo → ?
[2011-03-14] sin pasar del 15 de abril → ../2011-04-15
[2011-03-14] de mañana al 20 de marzo → 2011-03-15/2011-03-20
[2011-03-14] 9 de la mañana del 20 de marzo → 2011-03-20
[2011-03-14] fin de semana del 26 de marzo → 2011-03-26/2011-03-27
[2011-03-14] semana del 22 de marzo → 2011-03-21/2011-03-25
"""

UNDECIDED = """
no se cuenta con fecha definida → undecided
todavía no se tiene fecha → undecided
aún no se define → undecided
a ser definida por la PPT → undecided
not scheduled yet → undecided
date not set → undecided
awaiting confirmation → undecided
no aplica → unknown
"""

MOVED = """
nueva fecha: 22 de junio de 2010 (antes: 15 de junio) → 2010-06-22
Prevista para el 20 de marzo, se pospuso para el 17 de abril de 2009 → 2009-04-17
mayo de 2009 (antes abril de 2009) → 2009-05-01/2009-05-31
Reprogramado: segunda quincena de agosto de 2009 (antes: junio 2009) → 2009-08-16/2009-08-31
originally planned for March 2009, moved to May 2009 → 2009-05-01/2009-05-31
20090416 → 2009-04-16
20091316 → unknown
Countries may march at their own pace → unknown
fecha original: 15 de junio; nueva fecha: 22 de junio → ?
nueva fecha: 22 de junio → 2009-06-22
se adelanta al 10 de junio → 2009-06-10
2008 - presente → ?
earlier this year → ?
los próximos 15 días → 2009-03-02/2009-03-17
las próximas reuniones de junio → 2009-06-01/2009-06-30
a más tardar al finalizar el primer semestre de 2010 → ../2010-06-30
80 % de avance, se concluye en octubre → ../2009-10-31
Due date: 15 May → ../2009-05-15
Fecha probable: mayo de 2009 → ~2009-05-01/2009-05-31
concluye en octubre → ../2009-10-31
Reuniones semestrales (mayo y noviembre) → recurring 6 months
Reunión semestral: mayo y noviembre → recurring 6 months
Taller anual: 15 de mayo → 2009-05-15
Reuniones semestrales (mayo y noviembre de 2009) → 2009-05-01/2009-05-31 & 2009-11-01/2009-11-30
"""

ALL = (
    ITEMS,
    YEARS,
    TERMS,
    RECURRING,
    NOT_THAT_DAY,
    TWICE,
    REST,
    SLIPS,
    WEEKDAYS,
    FIGURES,
    WRAPPED,
    DRESSED,
    SENTENCES,
    BEHIND,
    FROM_WHEN,
    LISTED,
    UNDECIDED,
    MOVED,
)


@pytest.mark.parametrize(("text", "today", "notation"), [row for table in ALL for row in lines(table)])
def test_cell(text: str, today: str, notation: str) -> None:
    check(text, TODAY if today == "2008-11-19" else today, notation)
