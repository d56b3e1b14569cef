"""Phrases of work programmes and minutes written before anybody looked at the rules, and what must not follow.

Notation: test_windows_phrases.  Today is Monday 17 January 2011.
"""

from __future__ import annotations

import pytest

from tests.core.test_windows_phrases import check, lines

TODAY = "2011-01-17"

# "March" and "august" are also words.
WORDS = """
the March on Washington → unknown
the migrants will march on the capital → unknown
Two officials will march the proposal through the ministry → unknown
Plan to march against violence → unknown
An annual march for migrants' rights → recurring year
this august assembly → unknown
We march in May 2011 → 2011-05-01/2011-05-31
a march in May 2011 → 2011-05-01/2011-05-31
a March meeting → 2011-03-01/2011-03-31
the March meeting → 2011-03-01/2011-03-31
the march 2011 meeting → 2011-03-01/2011-03-31
In March on the third floor → 2011-03-01/2011-03-31
moved to March → 2011-03-01/2011-03-31
from January to March 2011 → 2011-01-01/2011-03-31
the March to May period → 2011-03-01/2011-05-31
this august → 2011-08-01/2011-08-31
the August session → 2011-08-01/2011-08-31
"""

NTH_DAYS = """
Third Thursday of the month → recurring month
El tercer jueves del mes → recurring month
Meeting: last Friday of the month → recurring month
los primeros lunes de mes → recurring month
Se enviará el último viernes del mes → ?
el tercer jueves del presente mes → 2011-01-20
the third Thursday of this month → 2011-01-20
el último viernes del mes en curso → 2011-01-28
primer lunes del próximo mes → 2011-02-07
quinto martes del próximo mes → ?
Third Thursday of the month of March 2011 → 2011-03-17
tercer jueves del mes de marzo de 2011 → 2011-03-17
"""

HABITS = """
Annual meeting, usually in November → recurring year
Reunión anual, por lo general en mayo → recurring year
Una reunión ordinaria anual en noviembre → recurring year
Annual meeting in May → recurring year
Annual technical workshops in May and November → recurring year
Reunión semestral en mayo → recurring 6 months
Reunión anual en mayo de 2011 → 2011-05-01/2011-05-31
Informe anual en mayo → 2011-05-01/2011-05-31
La reunión anual se celebrará en mayo → 2011-05-01/2011-05-31
Usually in November → ?
Normalmente se celebra en noviembre → ?
suele realizarse en mayo → ?
Se realizó en mayo de 2010, como normalmente ocurre → 2010-05-01/2010-05-31
Weekly through March 2011 → recurring week, ../2011-03-31
Weekly, until 31 March 2011 → recurring week, ../2011-03-31
Monthly report through March 2011 → ../2011-03-31
Bimonthly meetings through June 2011 → ?
Reuniones bimensuales a partir de marzo de 2011 → ?
Informe bimensual, 31 de marzo de 2011 → 2011-03-31
"""

YEARS = """
Last quarter of calendar year 2010 → 2010-10-01/2010-12-31
Primer trimestre del año calendario 2011 → 2011-01-01/2011-03-31
durante el año natural 2011 → 2011-01-01/2011-12-31
Third quarter of financial year 2011 → ?
Financial year 2011 → ?
"""

# The noun said once; a part that was not understood makes a question of both.
SAID_ONCE = """
Segunda quincena de marzo y primera de abril de 2011 → 2011-03-16/2011-04-15
segunda quincena de marzo o primera de abril de 2011 → ~2011-03-16/2011-04-15
primera semana de marzo y segunda de abril de 2011 → 2011-03-01/2011-03-07 & 2011-04-08/2011-04-14
de la última semana de abril a la primera de mayo → 2011-04-24/2011-05-07
primera semana de trabajo. Primera de abril de 2011 → ?
primera de abril de 2011 → ?
"""

# Ends under their names are one window, other labels are milestones.
ENDS = """
Inicio: 1 de abril de 2011; conclusión: 30 de septiembre de 2011 → 2011-04-01/2011-09-30
Fecha de inicio: 01/04/2011. Fecha de término: 30/09/2011 → 2011-04-01/2011-09-30
Start date: March 1, 2011⏎End date: June 30, 2011 → 2011-03-01/2011-06-30
Inicio marzo 2011, fin junio 2011 → 2011-03-01/2011-06-30
Inicio: marzo de 2011. Taller: mayo de 2011. → 2011-03-01/2011-03-31 & 2011-05-01/2011-05-31
Inicio: junio de 2011. Cierre: marzo de 2011 → 2011-06-01/2011-06-30 & 2011-03-01/2011-03-31
Inicio: 1 de marzo de 2011. Cierre de inscripciones: 15 de mayo de 2011 → 2011-03-01 & 2011-05-15
el día de mañana → 2011-01-18
el 3 de marzo a las 9 de la mañana → 2011-03-03
"""

# "Próximo pasado" and "último" look back.
LAST = """
el 15 de noviembre próximo pasado → 2010-11-15
el 15 de noviembre ppdo. → 2010-11-15
en noviembre último → 2010-11-01/2010-11-30
el lunes próximo pasado → 2011-01-10
el 15 de noviembre próximo → 2011-11-15
la semana próxima → 2011-01-24/2011-01-28
"""

PARTS_SAID_ONCE = """
Segundo semestre de 2011 y primero de 2012 → 2011-07-01/2012-06-30
primer semestre de 2011 y segundo de 2012 → 2011-01-01/2011-06-30 & 2012-07-01/2012-12-31
entre el último trimestre de 2011 y el primero de 2012 → 2011-10-01/2012-03-31
del segundo semestre de 2011 al primero de 2012 → 2011-07-01/2012-06-30
fourth quarter of 2011 and first of 2012 → 2011-10-01/2012-03-31
primero de marzo de 2011 → 2011-03-01
Segundo semestre de 2011. Primero de marzo de 2012. → 2011-07-01/2011-12-31 & 2012-03-01
Informe de 2011 y primero de 2012 → unknown
"""

OCCASIONS = """
Un taller por año → recurring year
dos talleres al año → recurring 6 months
two regular meetings per year → recurring 6 months
Once per semester → recurring 6 months
un informe cada semestre → recurring 6 months
una reunión por trimestre, a partir de abril de 2011 → recurring 3 months, 2011-04-01/..
200 dólares por mes → unknown
15 funcionarios por año → unknown
un informe al mes de marzo de 2011 → ../2011-03-31
"""

WEEKDAYS = """
jueves y viernes 17 y 18 de marzo → 2011-03-17/2011-03-18
Thursday and Friday, March 17 and 18, 2011 → 2011-03-17/2011-03-18
lunes y viernes, 14 y 18 de marzo de 2011 → 2011-03-14 & 2011-03-18
de lunes a viernes, del 14 al 18 de marzo → 2011-03-14/2011-03-18
Mon-Fri, 14-18 March 2011 → 2011-03-14/2011-03-18
Monday to Friday, March 15-18, 2011 → ?
Tuesday and Thursday, March 15 and 18, 2011 → ?
de lunes a viernes → unknown
lunes y martes → unknown
"""

MOVED = """
The deadline was extended to March 20 → ../2011-03-20
The meeting was rescheduled for March 20 → 2011-03-20
Fue trasladada al 20 de marzo → 2011-03-20
The meeting was rescheduled on December 20 → 2010-12-20
It was sent for comments on December 20 → 2010-12-20
Por concertar con el país sede → undecided
por consensuar → undecided
"""

BOUNDS = """
del 1.º al 15 de abril, ambos inclusive → 2011-04-01/2011-04-15
1.º de abril de 2011 → 2011-04-01
2.ª quincena de abril de 2011 → 2011-04-16/2011-04-30
a más tardar en 15 días → ../2011-02-01
No later than 15 days after receipt → ?
Plazo: 15 días → unknown
a más tardar en 15 días hábiles → ?
the first Monday after April 10 → ?
el lunes después del 10 de abril → ?
Nothing before April 12 → 2011-04-12/..
nada antes del 12 de abril → 2011-04-12/..
Biweekly calls until the end of June → recurring 2 weeks, ../2011-06-30
"""

SINCE = """
A partir de 2011 → 2011-01-01/..
a partir del 2012, en cada reunión de la Red → recurring meeting, 2012-01-01/..
antes de 2012 → ../2011-12-31
después de 2011 → 2012-01-01/..
a partir del informe de 2009 → unknown
antes de 2012 formularios → unknown
cada primero de mes → recurring month
cada 15 de mes → recurring month
cada 15 de marzo → recurring year
cada 15 días → recurring 15 days
"""

VERBS = """
Se tiene previsto iniciar en mayo y concluir en julio → 2011-05-01/2011-07-31
Se iniciará en mayo y concluirá en julio → 2011-05-01/2011-07-31
It began on November 3 and ended on November 7, 2010 → 2010-11-03/2010-11-07
iniciar en mayo y presentar en julio → 2011-05-01/2011-05-31 & 2011-07-01/2011-07-31
Documento aprobado en noviembre → 2010-11-01/2010-11-30
The study, begun in September, is under way → 2010-09-01/2010-09-30
Se espera que sea aprobado en noviembre → 2011-11-01/2011-11-30
una vez aprobado en noviembre → 2011-11-01/2011-11-30
Se envió una nota el 15 de diciembre → 2010-12-15
Sí se realizó el 15 de diciembre → 2010-12-15
To be adopted in November → 2011-11-01/2011-11-30
Comments received by February 25 → ../2011-02-25
Tuesdays at 10 a.m. → recurring week
on Fridays until March 25, 2011 → recurring week, ../2011-03-25
second and fourth Tuesdays → unknown
"""

TABLES = (
    VERBS,
    SINCE,
    BOUNDS,
    LAST,
    PARTS_SAID_ONCE,
    OCCASIONS,
    WEEKDAYS,
    MOVED,
    WORDS,
    NTH_DAYS,
    HABITS,
    YEARS,
    SAID_ONCE,
    ENDS,
)


@pytest.mark.parametrize(("text", "notation"), [(a, c) for table in TABLES for a, _, c in lines(table)])
def test_phrase_of_a_programme(text: str, notation: str) -> None:
    check(text, TODAY, notation)
