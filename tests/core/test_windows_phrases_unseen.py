"""Phrases written before anybody looked at the rules; those that failed at first sight, and what must not follow.

Notation: test_windows_phrases.  Today is Wednesday 11 March 2009.
"""

from __future__ import annotations

import pytest

from tests.core.test_windows_phrases import check, lines

TODAY = "2009-03-11"

# A part of a date that was not understood makes a question of the whole.
HALF_READ = """
ABRIL 20O9 → ?
marzo 2l09 → ?
ABRIL 20 → 2009-04-20
2009-II → ?
2009/IV → unknown
2009-10-II → ?
del 30 de marzo al 3 → ?
del 30 de marzo de 2009 al 3. → ?
del 30 de marzo al 3 de abril → 2009-03-30/2009-04-03
hasta el 30 de marzo → ../2009-03-30
entre la última semana de abril y la primera de mayo → 2009-04-24/2009-05-07
entre el 28 de abril y el 2 → ?
entre el 28 de abril y el 2 de mayo → 2009-04-28/2009-05-02
lunes 16 y martes 18 de marzo de 2009 → ?
lunes 16 y miércoles 18 de marzo de 2009 → 2009-03-16 & 2009-03-18
de hoy en ocho → ?
de hoy en quince días → ?
hoy → 2009-03-11
"""

WEEKS = """
w/c 4 May 2009 → 2009-05-04/2009-05-08
week commencing 4 May → 2009-05-04/2009-05-08
W/B May 4, 2009 → 2009-05-04/2009-05-08
w/c → unknown
w/c of the main building → unknown
"""

ALTERNATE = """
every other Friday → recurring 2 weeks
Every other Friday until June 26, 2009 → recurring 2 weeks, ../2009-06-26
alternate Mondays → recurring 2 weeks
cada dos viernes → recurring 2 weeks
viernes de por medio → recurring 2 weeks
the other Friday → unknown
otro viernes → unknown
"""


RECURRING = """
Reuniones mensuales de abril a diciembre de 2009 → recurring month, 2009-04-01/2009-12-31
Informes semanales entre abril y junio de 2009 → recurring week, 2009-04-01/2009-06-30
Informe mensual de abril de 2009 → 2009-04-01/2009-04-30
Informe anual de abril a diciembre de 2009 → 2009-04-01/2009-12-31
"""

# A year over its dates; a year beside them.
HEADED = """
2009: marzo, junio, septiembre → 2009-03-01/2009-03-31 & 2009-06-01/2009-06-30 & 2009-09-01/2009-09-30
Año 2009: I y III trimestres → 2009-01-01/2009-03-31 & 2009-07-01/2009-09-30
2011: marzo y junio → 2011-03-01/2011-03-31 & 2011-06-01/2011-06-30
2009: por definir → 2009-01-01/2009-12-31
Plan 2009: reunión de enlace → unknown
"""

# Another day than the one that is named.
NOT_THAT_DAY = """
se prorroga del 30 de abril al 15 de mayo → ?
extended from April 30 to May 15, 2009 → ?
Prorrogado hasta el 30-04-2009 → ../2009-04-30
tomorrow week → ?
a fortnight today → ?
this week, tomorrow → 2009-03-09/2009-03-13 & 2009-03-12
30 days before the Vice-Ministerial Meeting (June 2009) → ?
15 días después de la XIV Reunión de Viceministros, julio de 2009 → ?
before the Vice-Ministerial Meeting (June 2009) → ?
after the Vice-Ministerial Meeting, in June 2009 → 2009-06-01/2009-06-30
antes de la XIV Reunión (Guatemala, 9 de julio de 2009) → ?
marzo 2l11 → ?
"""


PARTS = """
Primer borrador marzo, versión final agosto de 2009 → 2009-03-01/2009-03-31 & 2009-08-01/2009-08-31
al final de agosto → 2009-08-21/2009-08-31
al final agosto → 2009-08-21/2009-08-31
1ra sem. de mayo → 2009-05-01/2009-05-07
1er sem. 2009 → 2009-01-01/2009-06-30
1er sem. de enero a junio de 2009 → 2009-01-01/2009-06-30
1a semana del 2do trimestre → ?
segundo mes del tercer trimestre de 2009 → ?
primer mes, segundo trimestre de 2009 → 2009-04-01/2009-06-30
May 4 thru May 8, 2009 → 2009-05-04/2009-05-08
desde el lunes hasta el viernes → ?
hasta el viernes → ../2009-03-13
5 de abril (antes 12 de abril) → 2009-04-05
antes del 12 de abril → ../2009-04-11
14/04 - 16/04/2009 → 2009-04-14/2009-04-16
14/04 y 16/04/2009 → 2009-04-14 & 2009-04-16
2/3 de 11 países → unknown
2/3 - 3/4 de los países → unknown
"""
# What brackets say of the same time narrows it, or contradicts it and makes a question.
IN_BRACKETS = """
segunda quincena de abril de 2009 (del 1 al 15) → ?
segunda quincena de abril de 2009 (19 al 23) → 2009-04-19/2009-04-23
segunda quincena de abril de 2009 (2) → 2009-04-16/2009-04-30
primera semana de mayo (3 y 5) → 2009-05-03 & 2009-05-05
del 4 al 8 de mayo (10 al 12) → ?
abril de 2009 (15 al 17) → 2009-04-15/2009-04-17
primer trimestre de 2009 (abril a junio) → ?
first quarter of 2009 (July to September) → ?
marzo de 2009 (15 de abril) → ?
segundo trimestre de 2009 (mayo) → 2009-05-01/2009-05-31
segundo trimestre de 2009 (Honduras), mayo de 2009 (Panamá) → 2009-04-01/2009-06-30 & 2009-05-01/2009-05-31
15 de abril de 2009 (30 de abril de 2009 para observadores) → 2009-04-15 & 2009-04-30
"""

# "Tentativo" belongs to its own sentence; a sentence without a date of its own, to all.
OF_ITS_SENTENCE = """
Taller: 12 de abril de 2009. Foro: fecha tentativa, 5 de mayo de 2009. → 2009-04-12 & ~2009-05-05
Fechas tentativas. 12 de abril de 2009; 5 de mayo de 2009. → ~2009-04-12 & ~2009-05-05
Tentativamente en la 2a. Reunión: 12 de abril y 5 de mayo de 2009 → ~2009-04-12 & ~2009-05-05
"""

# A year parted as thousands are, as ministries of the isthmus write it.
PARTED_YEARS = """
15 de abril de 2,009 → 2009-04-15
15 de abril de 2.009 → 2009-04-15
II semestre de 2,010 → 2010-07-01/2010-12-31
Diciembre 2,009 y enero 2,010 → 2009-12-01/2010-01-31
con la participación de 2,009 personas → unknown
en abril 2,009 personas → ?
abril de 2,50 → ?
"""

# One day is denied, another named.
DENIED = """
no el 4 sino el 11 de mayo de 2009 → 2009-05-11
no será el 4 de mayo sino el 11 de mayo → 2009-05-11
el 11 de mayo y no el 4 de mayo → 2009-05-11
11 May 2009, not 4 May → 2009-05-11
not on the 4th but on 11 May 2009 → 2009-05-11
no el 4 de mayo → ?
no antes del 4 de mayo de 2009 → 2009-05-04/..
postponed from 10 June to 8 July 2009 → 2009-07-08
La reunión pasa del 3 al 10 de mayo de 2011 → ?
El taller pasa de marzo a mayo de 2011 → ?
postponed until the first week of February 2011 → 2011-02-01/2011-02-07
se pospone hasta marzo de 2011 → 2011-03-01/2011-03-31
aplazada hasta nuevo aviso → undecided
the twenty-third day of June, 2009 → 2009-06-23
the 3rd day of June 2009 → 2009-06-03
postponed from 10 to 12 June 2009 → ?
from 10 June to 8 July 2009 → 2009-06-10/2009-07-08
se pospone del 10 de junio al 8 de julio → ?
"""
# Numbers in words with their figures behind, ordinals as they are also written, years from–to.
SAID_TWICE = """
quince (15) de abril de 2009 → 2009-04-15
15 (quince) de abril de 2009 → 2009-04-15
treinta y uno (31) de marzo de 2009 → 2009-03-31
primero (1.°) de junio de 2009 → 2009-06-01
veintiuno (21) y veintidós (22) de abril de 2009 → 2009-04-21/2009-04-22
dos (2) al cuatro (4) de mayo de 2009 → 2009-05-02/2009-05-04
the fifteenth (15th) of April 2009 → 2009-04-15
twenty-first (21st) of April 2009 → 2009-04-21
quince (16) de abril de 2009 → ?
tres (3) talleres en mayo de 2009 → 2009-05-01/2009-05-31
15 de abril (quince participantes) de 2009 → 2009-04-15
cada dos (2) meses → recurring 2 months
3era semana de setiembre de 2009 → 2009-09-15/2009-09-21
2nda quincena de mayo de 2009 → 2009-05-16/2009-05-31
from 2010 to 2012 → 2010-01-01/2012-12-31
from 2010 through 2012 → 2010-01-01/2012-12-31
From 2010 → 2010-01-01/..
the report from 2010 → unknown
evaluation report 2009 to 2011 → unknown
MD-07 Abr-Jun 2009 → 2009-04-01/2009-06-30
P003-08 Abr-Jun 2009 → 2009-04-01/2009-06-30
P003-08, 12 de abril de 2009 → 2009-04-12
mar-09 → 2009-03-01/2009-03-31
a mediado de mayo de 2009 → 2009-05-11/2009-05-20
"""
# Shortened words: a part of a month read as the whole would be a wrong date.
SHORTENED = """
1ra. quinc. de abril de 2009 → 2009-04-01/2009-04-15
2da quinc de abril de 2009 → 2009-04-16/2009-04-30
1a. qna. de abril de 2009 → 2009-04-01/2009-04-15
2a Q de abril de 2009 → 2009-04-16/2009-04-30
1a. Q. abril 2009 → 2009-04-01/2009-04-15
2Q abril 2009 → 2009-04-16/2009-04-30
2Q 2009 → 2009-04-01/2009-06-30
2Q (abril-junio 2009) → 2009-04-01/2009-06-30
Q2 abril-junio 2009 → 2009-04-01/2009-06-30
2da sem. abril 2009 → 2009-04-08/2009-04-14
2do sem. 2009 → 2009-07-01/2009-12-31
1er. semest. 2009 → 2009-01-01/2009-06-30
2do. trimes. 2009 → 2009-04-01/2009-06-30
ppios. de abril de 2009 → 2009-04-01/2009-04-10
med. de abril de 2009 → 2009-04-11/2009-04-20
fin. de abril de 2009 → 2009-04-21/2009-04-30
3rd wk. of March 2009 → 2009-03-15/2009-03-21
2a. mit. de abril de 2009 → 2009-04-16/2009-04-30
"""
WEEKDAY_AND_NUMBER = """
[2011-01-11] a más tardar el miércoles 19 → ../2011-01-19
[2011-01-11] hasta el viernes 21 → ../2011-01-21
[2011-01-11] by Friday 21 → ../2011-01-21
[2011-01-11] by Friday the 21st → ../2011-01-21
[2011-01-11] antes del viernes 21 → ../2011-01-20
[2011-01-11] el próximo viernes 21 → 2011-01-21
[2011-01-11] hasta el viernes 20 → ?
[2011-01-11] hasta el viernes → ../2011-01-14
[2011-01-11] hasta el viernes 5 p.m. → ../2011-01-14
"""
CONDITIONS = """
mayo de 2009 (sujeto a confirmación) → ~2009-05-01/2009-05-31
mayo de 2009 (sujeto a presupuesto) → 2009-05-01/2009-05-31
May 2009, subject to funding → 2009-05-01/2009-05-31
mayo de 2009, a reserva de contar con los fondos → 2009-05-01/2009-05-31
mayo de 2009, a reserva de lo que decida la PPT → ~2009-05-01/2009-05-31
"""
ENDED = """
La consulta terminó el 8 de abril de 2008 → 2008-04-08
[2009-01-11] terminó en diciembre → 2008-12-01/2008-12-31
[2009-01-11] envió en diciembre → 2008-12-01/2008-12-31
"""
BOTH_LANGUAGES = """
marzo / March 2009 → 2009-03-01/2009-03-31
enero-marzo / January-March 2009 → 2009-01-01/2009-03-31
marzo/abril 2009 → 2009-03-01/2009-04-30
"""
INTERVALS = """
16-18.05.2009 → 2009-05-16/2009-05-18
16 - 18.05.09 → 2009-05-16/2009-05-18
16 y 18.05.2009 → 2009-05-16 & 2009-05-18
articles 3-4.2.10 → unknown
2009-06-06/2009-06-10 → 2009-06-06/2009-06-10
2009-06-06 / 2009-06-10 → 2009-06-06/2009-06-10
2009-06-10/2009-06-06 → ?
"""
NAMED_TWICE = [*lines(SAID_TWICE), *lines(IN_BRACKETS), *lines(OF_ITS_SENTENCE), *lines(PARTED_YEARS), *lines(DENIED)]
MORE = [
    *lines(WEEKDAY_AND_NUMBER),
    *lines(CONDITIONS),
    *lines(ENDED),
    *lines(SHORTENED),
    *lines(BOTH_LANGUAGES),
    *lines(INTERVALS),
    *NAMED_TWICE,
    *lines(RECURRING),
    *lines(HEADED),
    *lines(NOT_THAT_DAY),
    *lines(PARTS),
]


@pytest.mark.parametrize(("text", "today", "notation"), [*lines(HALF_READ), *lines(WEEKS), *lines(ALTERNATE), *MORE])
def test_unseen(text: str, today: str, notation: str) -> None:
    check(text, TODAY if today == "2008-11-19" else today, notation)
