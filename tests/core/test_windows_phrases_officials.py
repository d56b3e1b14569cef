"""Phrases officials type in answers and programmes: those that failed at first sight, their neighbours, and what
must not be read so.

Notation: test_windows_phrases.  Today is Monday 12 January 2009.
"""

from __future__ import annotations

import pytest

from tests.core.test_windows_phrases import check, lines

TODAY = "2009-01-12"

# An hour between the bound and its day leaves the bound standing.
HOURS = """
a más tardar a las 17:00 horas del 16 de enero → ../2009-01-16
hasta las 12:00 del 16 de enero de 2009 → ../2009-01-16
hasta el mediodía del viernes 16 de enero → ../2009-01-16
a más tardar al cierre del viernes 16 de enero → ../2009-01-16
antes de las 12:00 horas del viernes 16 de enero → ../2009-01-16
A más tardar, el 16 de enero → ../2009-01-16
by 5 pm on January 16 → ../2009-01-16
by noon on 16 January → ../2009-01-16
before 5:00 p.m., January 16 → ../2009-01-16
no later than 17:00 (GMT-6) on 16 January → ../2009-01-16
by 17:00 hrs., 16 January 2009 → ../2009-01-16
by close of business, Jan. 16 → ../2009-01-16
before 12 January → ../2009-01-11
antes de las 12 → unknown
después de las 17:00 del 16 de enero → 2009-01-16/..
hasta 8 horas en mayo de 2009 → ?
hasta las 17 horas del 16 de enero → ../2009-01-16
del 3 de marzo al mediodía del 5 de marzo → 2009-03-03/2009-03-05
16 de enero de 2009, hasta las 17:00 horas → 2009-01-16
from 9:00 to 17:00 on 16 January 2009 → 2009-01-16
de 9 a 17 horas del 16 de enero → 2009-01-16
"""

DEADLINES = """
Fecha límite para insumos: 16 de enero de 2009 → ../2009-01-16
Fecha límite de envío de insumos: 30 de enero → ../2009-01-30
El plazo para remitir comentarios vence el 30 de enero de 2009 → ../2009-01-30
Deadline for comments: 16 January 2009 → ../2009-01-16
Consultas: febrero de 2009 / Informe: fecha tentativa, junio 2009 → 2009-02-01/2009-02-28 & ~2009-06-01/2009-06-30
Closing date for comments: 16 January 2009 → ../2009-01-16
Cut-off date 12 January 2009 → ../2009-01-12
The deadline for comments is 30 January 2009 → ../2009-01-30
a más tardar en la reunión del 3 de marzo de 2009 → ../2009-03-03
no sooner than July 2009 → 2009-07-01/..
Informe correspondiente al primer trimestre de 2009 → 2009-01-01/2009-03-31
La reunión pasa al 16 de enero → 2009-01-16
se corre al 16 de enero de 2009 → 2009-01-16
al primer trimestre de 2009 → ../2009-03-31
Se espera concluir en mayo → 2009-05-01/2009-05-31
Se prevé iniciar el 15 de abril → 2009-04-15
al concluir mayo → ?
sin concluir en mayo → ?
a partir del 3 de marzo, por dos semanas → ?
comienza el 3 de marzo y dura dos semanas → ?
dos semanas a partir del 3 de marzo de 2009 → ?
"""

FIGURES = """
12-14/05/2009 → 2009-05-12/2009-05-14
12–14/5/09 → 2009-05-12/2009-05-14
16 al 20/03/2009 → 2009-03-16/2009-03-20
12, 13 y 14/05/2009 → 2009-05-12/2009-05-14
3 y 17/03/2009 → 2009-03-03 & 2009-03-17
del 16 al 20/3 → 2009-03-16/2009-03-20
16-20/3 → 2009-03-16/2009-03-20
3-5/4 → unknown
Resolución 12-14/05/2009 → unknown
Grupos 2 y 3/05/2009 → ?
11-13/13/2009 → unknown
2231-00/01/02 → unknown
05/12-14/2009 → unknown
12/V/2009 → 2009-05-12
30-IV-09 → 2009-04-30
Acuerdo 12/V/2009 → unknown
16/3 → 2009-03-16
3/16 → 2009-03-16
Fecha: 16/3 → 2009-03-16
16/3 y 30/3 → 2009-03-16 & 2009-03-30
16/3 - 20/3 → 2009-03-16/2009-03-20
3/4 → ?
24/7 → unknown
16/11 países → unknown
Avance: 16/3 → unknown
del 16/03/2009 al 03/04/2009 → 2009-03-16/2009-04-03
30/04–04/05/2009 → 2009-04-30/2009-05-04
04/13/2009 and 05/06/2009 → 2009-04-13 & 2009-05-06
13/04/2009, 04/25/2009, 05/06/2009 → 2009-04-13 & 2009-04-25 & ?
03/04/2009 → ?
Mayo de 2009¹ → 2009-05-01/2009-05-31
16 de mayo de 2009² → 2009-05-16
Jun./Jul. 09 → 2009-06-01/2009-07-31
ene-mar 09 → 2009-01-01/2009-03-31
enero-marzo 10 → ?
enero 09 → ?
"""

LONELY = """
el lunes 19 → 2009-01-19
Monday the 19th → 2009-01-19
viernes 16 a las 10:00 → 2009-01-16
del lunes 19 al viernes 23 → 2009-01-19/2009-01-23
lunes 13 → ?
week of the 19th → 2009-01-19/2009-01-23
la semana del 19 → 2009-01-19/2009-01-23
semana del 19 al 23 → 2009-01-19/2009-01-23
the week of the 9th → ?
la semana de 40 horas → unknown
a más tardar el 20 → ../2009-01-20
by the 20th → ../2009-01-20
antes del 20 → ../2009-01-19
by the 9th → ?
antes del 20 aniversario → unknown
hasta el 20 % → unknown
hasta 20 personas → unknown
el 20 → unknown
el próximo día 20 → 2009-01-20
el próximo 9 → 2009-02-09
el pasado 8 → 2009-01-08
the last 3 → unknown
next 5 years → unknown
week ending 13 March 2009 → 2009-03-09/2009-03-13
semana que termina el 13 de marzo → 2009-03-09/2009-03-13
el 30 del cte. → 2009-01-30
16 del cte. mes → 2009-01-16
10 del pdo. mes → 2008-12-10
"""

COUNTED = """
45 days from today → 2009-02-26
30 days from now → 2009-02-11
in 45 days from now → 2009-02-26
15 días a partir de hoy → 2009-01-27
15 días contados a partir de la fecha → 2009-01-27
within 30 days from today → ../2009-02-11
durante 15 días a partir de hoy → ?
30 days from 1 March 2009 → ?
15 días a partir de la firma → unknown
primeros quince días de mayo → 2009-05-01/2009-05-15
first ten days of May → 2009-05-01/2009-05-10
los últimos diez días de mayo de 2009 → 2009-05-22/2009-05-31
primera decena de mayo → 2009-05-01/2009-05-10
las dos primeras semanas de marzo → 2009-03-01/2009-03-14
the last two weeks of March → ?
primeros diez días hábiles de mayo → ?
primeros días de mayo → ?
last 10 days → unknown
"""

OVER = """
Permanente durante 2009 → continuous , 2009-01-01/2009-12-31
Continuo hasta junio de 2009 → continuous , ../2009-06-30
ongoing through June → continuous , ../2009-06-30
Ongoing, January to June 2009 → continuous , 2009-01-01/2009-06-30
Permanente, a más tardar el 16 de enero → ../2009-01-16
Comisión Permanente, marzo de 2009 → 2009-03-01/2009-03-31
Continuo. Primera reunión: marzo de 2009 → 2009-03-01/2009-03-31
monthly calls through December 2009 → recurring month, ../2009-12-31
llamadas mensuales de seguimiento hasta diciembre de 2009 → recurring month, ../2009-12-31
weekly calls from March → recurring week, 2009-03-01/..
quarterly meetings in 2009 → recurring 3 months, 2009-01-01/2009-12-31
monthly reports by 16 January 2009 → ../2009-01-16
informes mensuales a más tardar el 16 de enero de 2009 → ../2009-01-16
Informe anual de actividades hasta diciembre de 2008 → ../2008-12-31
Informe mensual de abril de 2009 → 2009-04-01/2009-04-30
Anual, en mayo → recurring year
Semestral: mayo y noviembre → recurring 6 months
Semestral: mayo y noviembre de 2009 → 2009-05-01/2009-05-31 & 2009-11-01/2009-11-30
Annual report, May 2009 → 2009-05-01/2009-05-31
cada dos semanas a partir del 3 de marzo de 2009 → recurring 2 weeks, 2009-03-03/..
bianual → recurring 6 months
bimensual → ?
bimonthly → ?
sujeto a confirmación → undecided
subject to confirmation → undecided
resto de 2009 → 2009-01-12/2009-12-31
"""

# A year that heads what stands beside it is no window of its own.
HEADS = """
2009 (segundo semestre) → 2009-07-01/2009-12-31
2009, segundo trimestre → 2009-04-01/2009-06-30
2009-T2 → 2009-04-01/2009-06-30
2009 - mayo → 2009-05-01/2009-05-31
2009, mayo de 2010 → 2009-01-01/2009-12-31 & 2010-05-01/2010-05-31
2009-2010 → 2009-01-01/2010-12-31
"""

NAMES = """
Room 12, March hall → unknown
the March building → unknown
Sala Enero, 12 participantes → unknown
reunión en sala, enero de 2009 → 2009-01-01/2009-01-31
Ms. April March will report → unknown
Lic. Julio Abril Marzo → unknown
en enero, Sr. Pérez → 2009-01-01/2009-01-31
Biannual meetings, May and November 2009 → 2009-05-01/2009-05-31 & 2009-11-01/2009-11-30
They may and should decide → unknown
"""

ABOUT = """
mayo de 2009, dependiendo de los fondos → ~2009-05-01/2009-05-31
on or about 15 May 2009 → ~2009-05-15
aprox. 15 de mayo de 2009 → ~2009-05-15
approx. mid-May 2009 → ~2009-05-11/2009-05-20
en torno al 20 de marzo → ~2009-03-20
hacia el 20 de marzo → ~2009-03-20
mayo de 2009 (estimado) → ~2009-05-01/2009-05-31
fecha estimada: mayo de 2009 → ~2009-05-01/2009-05-31
fecha preliminar: mayo de 2009 → ~2009-05-01/2009-05-31
Taller con aproximadamente 30 participantes, mayo de 2009 → 2009-05-01/2009-05-31
around 30 officials, May 2009 → 2009-05-01/2009-05-31
Estimados colegas: el taller será en mayo de 2009 → 2009-05-01/2009-05-31
Borrador preliminar: mayo de 2009 → 2009-05-01/2009-05-31
workshop about migration, May 2009 → 2009-05-01/2009-05-31
"""

# A verb of the past beside a date without a year: the last such day; one of the future: the next.
TENSE = """
Completed on December 15 → 2008-12-15
Done (15 December) → 2008-12-15
Se realizó el 15 de diciembre → 2008-12-15
se envió el 20 de noviembre → 2008-11-20
remitido a la ST el 28/12 → 2008-12-28
Taller realizado en octubre → 2008-10-01/2008-10-31
se llevó a cabo del 10 al 12 de noviembre → 2008-11-10/2008-11-12
se llevó a cabo del 28 de diciembre al 3 de enero → 2008-12-28/2009-01-03
completed 20 January → ?
Se realizó la primera fase; la segunda en diciembre → 2009-12-01/2009-12-31
Envío del informe el 15 de diciembre → 2009-12-15
To be completed on December 15 → 2009-12-15
Será enviado el 15 de diciembre → 2009-12-15
was postponed to December 15 → 2009-12-15
Se realizará el 5 de enero → ?
se realizó en octubre de 2007 → 2007-10-01/2007-10-31
"""

MORE = """
rescheduled for March 14-18 → 2009-03-14/2009-03-18
Se reprograma para los días 14 al 18 de marzo → 2009-03-14/2009-03-18
se traslada del 12 al 14 de mayo → ?
any day after February 14 → 2009-02-15/..
the day after February 14 → ?
once per quarter → recurring 3 months
Ongoing (annual review in November) → recurring year
al cierre de marzo → ../2009-03-31
al cierre de 2009 → ../2009-12-31
"""

# Today is Wednesday 17 June 2009.
JUNE = """
viernes 19 de los corrientes → 2009-06-19
el 26 de los corrientes → 2009-06-26
del 29 de junio (10:00 horas) al 30 de junio (17:00 horas) → 2009-06-29/2009-06-30
del 29 de junio, 10:00 hrs., al 30 de junio → 2009-06-29/2009-06-30
el 29 de junio (10:00 horas) → 2009-06-29
desde febrero → ?
since February → 2009-02-01/..
desde mayo → 2009-05-01/..
desde diciembre → 2009-12-01/..
September at the earliest → 2009-09-01/..
September at the latest → ../2009-09-30
submitted 29/5 → 2009-05-29
ratio 3/13 → unknown
Q1 completed; Q2 in progress → 2009-01-01/2009-03-31 & 2009-04-01/2009-06-30
febrero: realizado → 2009-02-01/2009-02-28
every quarter, beginning Q3 2009 → recurring 3 months, 2009-07-01/..
beginning September 2009 → 2009-09-01/..
beginning of September 2009 → 2009-09-01/2009-09-10
beginning to mid-September → 2009-09-01/2009-09-20
Colonia Agosto 14, calle 3 → unknown
Hospital General 1o. de Octubre → ?
Sra. Rosa Abril de Marzo → unknown
Lic. Rosa Pérez, agosto → 2009-08-01/2009-08-31
Lic. Pérez Agosto 2009 → 2009-08-01/2009-08-31
before the November meeting → ?
before November → ../2009-10-31
after the meeting of 3 November → 2009-11-04/..
Fecha de inicio 04/10/2009, fecha de cierre 30/11/2009 → 2009-10-04/2009-11-30
en Guatemala 3 de marzo de 2010 → 2010-03-03
June Smith, 12 May Street → unknown
12 May, Street 4 → 2009-05-12
"""

TABLES = (TENSE, MORE, HOURS, DEADLINES, FIGURES, LONELY, COUNTED, OVER, HEADS, NAMES, ABOUT)


@pytest.mark.parametrize(("text", "today", "notation"), lines(JUNE))
def test_phrase_of_june(text: str, today: str, notation: str) -> None:
    check(text, "2009-06-17" if today == "2008-11-19" else today, notation)


@pytest.mark.parametrize(("text", "today", "notation"), [line for table in TABLES for line in lines(table)])
def test_phrase(text: str, today: str, notation: str) -> None:
    check(text, TODAY if today == "2008-11-19" else today, notation)
