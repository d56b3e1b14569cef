"""Spanish open ends, relative days, what has no date or is a question; notation: test_windows_phrases."""

from __future__ import annotations

import pytest

from tests.core.test_windows_phrases import check, lines

OPEN = """
desde el 4 y hasta el 15 de mayo de 2009 → 2009-05-04/2009-05-15
a partir del 4 y hasta el 15 de mayo de 2009 → 2009-05-04/2009-05-15
del 4 y hasta el 15 de mayo de 2009 → 2009-05-04/2009-05-15
inicia el 4 y termina el 15 de mayo de 2009 → 2009-05-04/2009-05-15
iniciando el 4 y finalizando el 15 de mayo de 2009 → 2009-05-04/2009-05-15
starting 4 May and ending 15 May 2009 → 2009-05-04/2009-05-15
from 4 and until 15 May 2009 → 2009-05-04/2009-05-15
y hasta el 15 de mayo de 2009 → ../2009-05-15
al 16 de enero de 2009 → ../2009-01-16
Remitir insumos al 16 de enero de 2009 → ../2009-01-16
hasta el 30 de enero → ../2009-01-30
hasta el viernes 30 de enero de 2009 inclusive → ../2009-01-30
a más tardar el 4 de marzo → ../2009-03-04
A MAS TARDAR EL 4 DE MARZO DE 2009 → ../2009-03-04
a más tardar en marzo de 2009 → ../2009-03-31
a mas tardar a finales de marzo → ../2009-03-31
el 4 de marzo a más tardar → ../2009-03-04
el 4 de marzo de 2009 como máximo → ../2009-03-04
como máximo el 4 de marzo → ../2009-03-04
no más tarde del 4 de marzo → ../2009-03-04
No después del 4 de marzo → ../2009-03-04
en fecha no posterior al 4 de marzo → ../2009-03-04
not after 4 March → ../2009-03-04
Fecha límite: 4 de marzo de 2009 → ../2009-03-04
fecha límite el 4 de marzo de 2009 → ../2009-03-04
plazo máximo: 4 de marzo de 2009 → ../2009-03-04
vence el 4 de marzo de 2009 → ../2009-03-04
antes del 30 de enero de 2009 → ../2009-01-29
antes del día 30 de enero → ../2009-01-29
antes de marzo de 2009 → ../2009-02-28
antes de la segunda quincena de marzo de 2009 → ../2009-03-15
antes de finalizar marzo → ../2009-03-31
antes de que finalice el año → ../2008-12-31
antes de que se termine el mes → ../2008-11-30
antes de que termine el mes próximo → ?
antes de terminar el año escolar → ?
antes de que inicie el año → unknown
antes de concluir 2010 → ../2010-12-31
antes de terminar el año 2010 → ../2010-12-31
antes de que termine el mes de diciembre → ../2008-12-31
antes de que termine marzo de 2009 → ../2009-03-31
antes de fin de año → ../2008-12-31
antes de fin de mes → ../2008-11-30
antes del fin de marzo → ../2009-03-31
de aquí a finales de marzo de 2009 → ../2009-03-31
quincena final de enero de 2009 → 2009-01-16/2009-01-31
de aquí al 4 de marzo de 2009 → ../2009-03-04
hasta finales de 2009 → ../2009-12-31
previo al 30 de enero → ../2009-01-29
antes de la reunión del 3 de marzo de 2009 → ../2009-03-02
después de la reunión del 3 de marzo de 2009 → 2009-03-04/..
a partir del 1 de abril → 2009-04-01/..
a partir del 1º de abril de 2009 → 2009-04-01/..
a partir de abril de 2009 → 2009-04-01/..
a partir del segundo trimestre de 2009 → 2009-04-01/..
a partir de principios de 2009 → 2009-01-01/..
desde abril de 2009 → 2009-04-01/..
desde el 1 de abril → 2009-04-01/..
del 1 de abril de 2009 en adelante → 2009-04-01/..
de abril de 2009 en adelante → 2009-04-01/..
después del 15 de marzo de 2009 → 2009-03-16/..
después de marzo de 2009 → 2009-04-01/..
con posterioridad al 15 de marzo de 2009 → 2009-03-16/..
no antes del 15 de marzo de 2009 → 2009-03-15/..
hasta marzo de 2009 → ../2009-03-31
hasta mediados de marzo → ../2009-03-20
prórroga al 31 de marzo de 2009 → ../2009-03-31
a más tardar el próximo viernes → ../2008-11-21
hasta el viernes → ../2008-11-21
en un plazo de 15 días → ../2008-12-04
"""

RELATIVE = """
hoy → 2008-11-19
en el transcurso de la semana → 2008-11-17/2008-11-21
en el curso del mes → 2008-11-01/2008-11-30
en el transcurso del mes de mayo → 2009-05-01/2009-05-31
el curso de la semana de la migración → unknown
Mayo de 2010: borrador → 2010-05-01/2010-05-31
15 de mayo de 2010: entrega → 2010-05-15
Enero-junio 2010: diagnóstico. Julio-diciembre 2010: validación. → 2010-01-01/2010-06-30 & 2010-07-01/2010-12-31
Marzo 3: borrador → 2009-03-03
el 15 de mayo de 2010: 10:00 a.m. → 2010-05-15
15 de mayo 20:30 → 2009-05-15
1: abril 2: junio → 2009-04-01/2009-04-30 & 2009-06-01/2009-06-30
se pospone a marzo-abril de 2009 → 2009-03-01/2009-04-30
se traslada del 8 al 9 de febrero → ?
Primer trimestre 2009 (inicio) - cuarto trimestre 2009 (cierre) → 2009-01-01/2009-12-31
marzo de 2009 (inicio); junio de 2009 (fin) → 2009-03-01/2009-06-30
enero de 2009 (inicio); marzo de 2009 (taller) → 2009-01-01/2009-01-31 & 2009-03-01/2009-03-31
[2009-03-10] se envió el viernes → 2009-03-06
[2009-03-10] fue entregado el lunes a la ST → 2009-03-09
[2009-03-10] se enviará el viernes → 2009-03-13
[2009-03-10] se presentará el jueves 12 de marzo → 2009-03-12
[2009-03-10] se reunirán el lunes y el martes → unknown
[2009-03-10] se informó que el viernes no hay reunión → unknown
[2009-03-10] estaba prevista para febrero, se hará en abril → ?
[2009-03-10] estaba programada para el 3 de abril → 2009-04-03
Inicio en febrero de 2009; duración de tres meses → ?
abril de 2009. Duración: 2 meses → ?
la semana subsiguiente → 2008-12-01/2008-12-05
La fecha será comunicada oportunamente por el país sede → undecided
La fecha se dará a conocer → undecided
Los resultados serán comunicados el 15 de mayo de 2009 → 2009-05-15
mañana → 2008-11-20
MAÑANA → 2008-11-20
pasado mañana → 2008-11-21
ayer → 2008-11-18
esta semana → 2008-11-17/2008-11-21
en el transcurso de esta semana → 2008-11-17/2008-11-21
la próxima semana → 2008-11-24/2008-11-28
la semana próxima → 2008-11-24/2008-11-28
la semana entrante → 2008-11-24/2008-11-28
la semana que viene → 2008-11-24/2008-11-28
la semana pasada → 2008-11-10/2008-11-14
este mes → 2008-11-01/2008-11-30
el presente mes → 2008-11-01/2008-11-30
el próximo mes → 2008-12-01/2008-12-31
el mes que viene → 2008-12-01/2008-12-31
[2008-12-10] el mes entrante → 2009-01-01/2009-01-31
el mes pasado → 2008-10-01/2008-10-31
este año → 2008-01-01/2008-12-31
el próximo año → 2009-01-01/2009-12-31
el año que viene → 2009-01-01/2009-12-31
dentro de 15 días → 2008-12-04
dentro de dos semanas → 2008-12-03
dentro de un mes → 2008-12-19
en quince días → 2008-12-04
[2009-01-31] dentro de un mes → 2009-02-28
hace dos semanas → 2008-11-05
en los próximos 15 días → 2008-11-19/2008-12-04
el lunes próximo → 2008-11-24
el próximo lunes → 2008-11-24
este viernes → 2008-11-21
el viernes de esta semana → 2008-11-21
el viernes de la próxima semana → 2008-11-28
el viernes pasado → 2008-11-14
este trimestre → 2008-10-01/2008-12-31
el próximo trimestre → 2009-01-01/2009-03-31
el próximo semestre → 2009-01-01/2009-06-30
este fin de semana → 2008-11-22/2008-11-23
"""

UNDATED = """
Continuo → continuous
CONTINUA → continuous
Permanente → continuous
de manera permanente → continuous
Actividad permanente → continuous
todo el año → continuous
a lo largo del año → continuous
durante todo el año → continuous
Permanente, a partir de marzo de 2009 → continuous , 2009-03-01/..
Continuo. Los países hacen presentaciones durante las reuniones de la Red. → recurring meeting
después de cada reunión → recurring meeting
antes de cada reunión del GRCM → recurring meeting
en cada reunión → recurring meeting
en el marco de cada reunión → recurring meeting
cada seis meses → recurring 6 months
cada 6 meses → recurring 6 months
Cada tres meses a partir de marzo de 2009 → recurring 3 months, 2009-03-01/..
trimestralmente → recurring 3 months
Trimestral → recurring 3 months
informes trimestrales → recurring 3 months
mensualmente durante 2009 → recurring month, 2009-01-01/2009-12-31
mensual → recurring month
semestral → recurring 6 months
cada semestre → recurring 6 months
dos veces al año → recurring 6 months
tres veces al año → recurring 4 months
una vez al mes → recurring month
una vez al año → recurring year
anualmente → recurring year
cada año → recurring year
todos los años → recurring year
cada dos años → recurring 2 years
cada quincena → recurring 2 weeks
semanalmente → recurring week
todos los lunes → recurring week
cada lunes → recurring week
todos los lunes de marzo de 2009 → recurring week, 2009-03-01/2009-03-31
el primer lunes de cada mes → recurring month
el 15 de cada mes → recurring month
los días 15 de cada mes → recurring month
en marzo de cada año → recurring year
el 15 de marzo de cada año → recurring year
cada 15 de marzo → recurring year
periódicamente → recurring
por definir → undecided
Fecha por definir → undecided
POR DEFINIRSE → undecided
a definir → undecided
pendiente → undecided
Pendiente de definir → undecided
sin fecha → undecided
aún no definida → undecided
se definirá posteriormente → undecided
por determinar → undecided
por acordar entre las partes → undecided
hasta nuevo aviso → undecided
Secretaría Técnica. → unknown
Por conducto de la ST → unknown
Por conducto de la Secretaría Técnica y OIM → unknown
a la brevedad posible → unknown
lo antes posible → unknown
antes de la próxima reunión → unknown
durante la reunión → unknown
No aplica → unknown
N/A → unknown
- → unknown
"""

TENTATIVE = """
Fecha tentativa en el mes de mayo de 2009. República de Guatemala. → ~2009-05-01/2009-05-31
tentativamente el 16 de enero de 2009 → ~2009-01-16
Mayo de 2009 (tentativo) → ~2009-05-01/2009-05-31
16 de enero de 2009 (por confirmar) → ~2009-01-16
marzo de 2009, por confirmarse → ~2009-03-01/2009-03-31
marzo de 2009 (sujeto a confirmación) → ~2009-03-01/2009-03-31
probablemente en marzo de 2009 → ~2009-03-01/2009-03-31
fecha provisional: 3 de marzo de 2009 → ~2009-03-03
marzo de 2009 (?) → ~2009-03-01/2009-03-31
marzo de 2009, sede por definir → 2009-03-01/2009-03-31
marzo de 2009 (lugar por confirmar) → 2009-03-01/2009-03-31
3 de marzo de 2009 (tentativo); 5 de mayo de 2009 → ~2009-03-03 & 2009-05-05
Fechas tentativas:⏎3 de marzo de 2009⏎5 de mayo de 2009 → ~2009-03-03 & ~2009-05-05
"""

SEVERAL = """
3 de marzo de 2009; 5 de mayo de 2009 → 2009-03-03 & 2009-05-05
3 de marzo de 2009⏎5 de mayo de 2009 → 2009-03-03 & 2009-05-05
3 de marzo y 5 de mayo de 2009 → 2009-03-03 & 2009-05-05
1. Febrero 2009⏎2. Marzo 2009 → 2009-02-01/2009-02-28 & 2009-03-01/2009-03-31
1) Taller: 3 de marzo de 2009 2) Informe: mayo de 2009 → 2009-03-03 & 2009-05-01/2009-05-31
a) al 16 de enero de 2009; b) Febrero 2009 → ../2009-01-16 & 2009-02-01/2009-02-28
marzo y septiembre de 2009 → 2009-03-01/2009-03-31 & 2009-09-01/2009-09-30
marzo, junio y septiembre de 2011 → 2011-03-01/2011-03-31 & 2011-06-01/2011-06-30 & 2011-09-01/2011-09-30
3 y 17 de marzo de 2009 → 2009-03-03 & 2009-03-17
3, 10 y 17 de marzo de 2009 → 2009-03-03 & 2009-03-10 & 2009-03-17
del 3 al 5 y del 10 al 12 de marzo de 2009 → 2009-03-03/2009-03-05 & 2009-03-10/2009-03-12
primer y tercer trimestre de 2009 → 2009-01-01/2009-03-31 & 2009-07-01/2009-09-30
Borrador: marzo de 2009. Versión final: mayo del mismo año. → 2009-03-01/2009-03-31 & 2009-05-01/2009-05-31
Fase I: enero de 2009; Fase II: segundo semestre de 2009 → 2009-01-01/2009-01-31 & 2009-07-01/2009-12-31
"""

QUESTIONS = """
03/04/2009 → ?
3-4-09 → ?
al 03/04/2009 → ?
del 03/04/2009 al 05/04/2009 → ?
lunes 16 de enero de 2009 → ?
16 de enero de 2009 (lunes) → ?
lunes 2 al jueves 6 de marzo de 2009 → ?
31 de febrero de 2009 → ?
32 de enero de 2009 → ?
29 de febrero de 2009 → ?
del 30 de marzo al 3 de marzo de 2009 → ?
del 7 al 3 de marzo de 2009 → ?
marzo de 2010 a mayo de 2009 → ?
12 o 13 de marzo de 2009 → ?
3 ó 10 de marzo → ?
marzo o mayo de 2009 → ?
principios de 2009 → ?
a finales de año → ?
mediados del próximo año → ?
de marzo a mayo, se pospone → ?
se pospone de marzo a mayo de 2009 → ?
mayo en lugar de marzo de 2009 → ?
no será en marzo de 2009 → ?
dos semanas antes del 3 de marzo de 2009 → ?
15 días después del 3 de marzo de 2009 → ?
todo el año 2009 excepto agosto → ?
dentro de 15 días hábiles → ?
semana de marzo → ?
Fase 2 marzo 2009 → ?
16 de enero de 209 → ?
verano de 2009 → ?
año fiscal 2009 → ?
marzo de 2009 y 2010 → ?
enero 09 → ?
quinta semana de marzo de 2009 → ?
"""

NO_DATES = """
Resolución 15/2009 → unknown
Resolución 5/2009 → unknown
Oficio DGC-03/2009 → unknown
artículo 12 de mayo → unknown
Decreto 8-2009 → unknown
Avenida 5 de Mayo No. 10, Centro → unknown
Calle 16 de Septiembre 25 → unknown
Col. 20 de Noviembre → unknown
Tel. (502) 2410-0000 → unknown
Tel. 2410 0000 ext. 2009 → unknown
3 de los 5 países → unknown
34 funcionarios de nueve países → unknown
2009 participantes → unknown
a las 10:22 → unknown
en el marco de la reunión → unknown
Puesta en marcha del sistema → unknown
junto con la Secretaría Técnica → unknown
abrir el foro virtual → unknown
Lic. Julio Pérez Ordóñez → unknown
Sra. Abril Mendoza → unknown
Viña del Mar → unknown
XIV CRM 2009 → unknown
Plan de Trabajo de 2009 → unknown
US$ 2009 → unknown
100% de los países → unknown
por la mañana → unknown
hoy en día → unknown
sala 3, piso 2 → unknown
Taller de 3 días en marzo de 2009 → 2009-03-01/2009-03-31
dos talleres en marzo de 2009 → 2009-03-01/2009-03-31
Resolución 15/2009, del 3 de marzo de 2009 → 2009-03-03
"""

TABLES = (OPEN, RELATIVE, UNDATED, TENTATIVE, SEVERAL, QUESTIONS, NO_DATES)


@pytest.mark.parametrize(("text", "today", "notation"), [line for table in TABLES for line in lines(table)])
def test_phrase(text: str, today: str, notation: str) -> None:
    check(text, today, notation)
