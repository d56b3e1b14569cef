"""What looks like a date and is another, random windows told in both languages, and hostile texts."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailbot.core import windows
from mailbot.core.windows import bounds, together, words
from tests.core.test_windows_phrases import check, lines

TODAY = dt.date(2008, 11, 19)

TRAPS = """
Desde el 17 hasta el 21, ambos inclusive, de octubre de 2009 → 2009-10-17/2009-10-21
del 17 al 21 de octubre de 2009 (ambos días inclusive) → 2009-10-17/2009-10-21
No será el 5 de mayo como se había comunicado, sino el 12 de mayo de 2009. → 2009-05-12
Su nota No. 123/2008 del 4 de febrero de 2008: la reunión se efectuará el 22 de marzo de 2009. → 2009-03-22
Nota del 4 de febrero de 2009 → 2009-02-04
Segudna quincena de enero del 2009 → 2009-01-16/2009-01-31
la pr?xima semana → 2008-11-24/2008-11-28
el mi?rcoles 26 de noviembre → 2008-11-26
a?o 2009 → 2009-01-01/2009-12-31
se los haremos llegar el viernes → 2008-11-21
primera quincena del presente mes de noviembre → 2008-11-01/2008-11-15
el 25 del presente mes de noviembre → 2008-11-25
1ra quincena (agosto 2009) → 2009-08-01/2009-08-15
mediados (octubre de 2009) → 2009-10-11/2009-10-20
Primera quincena de los corrientes mes de agosto, 2009 → ?
Segunda quincena que corresponde a agosto 2009 → ?
mediados, según lo previsto, de agosto 2009 → ?
a finales, según acuerdo, de agosto de 2009 → ?
first week (as agreed) in August 2009 → ?
Última quincena: informe. Agosto 2009 → 2009-08-01/2009-08-31
Documento de principios de protección, agosto de 2009 → 2009-08-01/2009-08-31
mar 13 mar 2010 → 2010-03-13
31/12/9999 → ?
antes del 01/01/0001 → ?
07-50-0001 → ?
después del 31/12/9999 → ?
15 feb 09 → 2009-02-15
15 feb. 09. → 2009-02-15
del 3 al 15 feb 09 → 2009-02-03/2009-02-15
15 feb 31 → ?
15 feb 09 y 10 → ?
Feb 09 → ?
28 feb-3 mar 2009 → 2009-02-28/2009-03-03
de hoy al viernes → ?
16/01/2009 (lunes) → ?
16 - 01 - 2009 → unknown
l6 de enero de 2009 → ?
1 6 de enero de 2009 → ?
enero de 2009 a la fecha → ?
inicia el 3 de marzo y termina el 7 de marzo de 2009 → 2009-03-03/2009-03-07
después del 3 de marzo y antes del 5 de mayo de 2009 → 2009-03-04/2009-05-04
not before April and no later than May 2009 → 2009-04-01/2009-05-31
two weeks prior to the meeting of March 3, 2009 → ?
15 días antes de la reunión del 3 de marzo de 2009 → ?
la semana siguiente al 3 de marzo → ?
el día anterior al 3 de marzo → ?
marzo de 2009 (o abril) → ~2009-03-01/2009-04-30
- marzo 2009⏎- mayo 2009 → 2009-03-01/2009-03-31 & 2009-05-01/2009-05-31
1.- Enero 2009⏎2.- Febrero 2009 → 2009-01-01/2009-01-31 & 2009-02-01/2009-02-28
3.1 enero 2009 → ?
16. enero 2009 → ?
❶ de enero de 2009 → ?
٣ de enero de 2009 → ?
31/04/2009 → ?
2009-02-30 → ?
2009/10 → ?
2008/2009 → 2008-01-01/2009-12-31
Q3 09 → 2009-07-01/2009-09-30
II Trim. 2009 → 2009-04-01/2009-06-30
primeros días de enero de 2009 → ?
las primeras dos semanas de marzo → 2009-03-01/2009-03-14
marzo y septiembre → ?
last Friday of each month → recurring month
cada día 15 → recurring month
cada fin de mes → recurring month
30/06/2009 deadline → ../2009-06-30
twice yearly → recurring 6 months
antes del viernes → ../2008-11-20
second half of the year → 2008-07-01/2008-12-31
15 ENE, semana 3, 2020 → ?
Av. 10 de Agosto y Colón → unknown
entre 10 y 15 personas → unknown
10 personas en marzo de 2009 → 2009-03-01/2009-03-31
[2011-06-01] febrero → 2012-02-01/2012-02-29
[2008-06-01] 29 de febrero → ?
"""


@pytest.mark.parametrize(("text", "today", "notation"), lines(TRAPS))
def test_trap(text: str, today: str, notation: str) -> None:
    check(text, today, notation)


@pytest.mark.parametrize(
    "text", ["Se pospone de marzo a MAYO de 2009, según México", "Año fiscal 2009", "Del 3 al 7 de marzo"]
)
def test_the_words_are_kept_as_said(text: str) -> None:
    assert [each.said for each in windows.read(text, TODAY)] == [text]


MONTHS_ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
MONTHS_EN = "January February March April May June July August September October November December".split()
WEEKDAYS_ES = "lunes martes miércoles jueves viernes sábado domingo".split()

DAY = (
    "{d} de {es} de {y}",
    "{d} de {ES} del {y}",
    "el {wd} {d} de {es} de {y}",
    "{d}-{abbr}-{y}",
    "{y}-{m:02}-{d:02}",
    "{d:02}/{m:02}/{y}",
    "{en} {d}, {y}",
    "{d} {en} {y}",
    "the {d}th of {en}, {y}",
    "{d} de {es} de {y}, a las 10:30 horas",
)
RANGE = (
    "del {d} de {es} de {y} al {d2} de {es2} de {y2}",
    "desde el {d} de {es} de {y} hasta el {d2} de {es2} de {y2}",
    "entre el {d} de {es} de {y} y el {d2} de {es2} de {y2}",
    "{d} {es} {y} – {d2} {es2} {y2}",
    "from {en} {d}, {y} to {en2} {d2}, {y2}",
    "{d} {en} {y} - {d2} {en2} {y2}",
)
MONTH = ("{es} de {y}", "durante {es} {y}", "mes de {ES} de {y}", "in {en} {y}", "{en}, {y}", "{m:02}/{y}")
UNTIL = (
    "a más tardar el {d} de {es} de {y}",
    "al {d} de {es} de {y}",
    "by {en} {d}, {y}",
    "no later than {d} {en} {y}",
)
FROM = ("a partir del {d} de {es} de {y}", "{d} de {es} de {y} en adelante", "as of {en} {d}, {y}")
AROUND = (
    "{}",
    "Taller en Guatemala, {}.",
    "  {} (sede por definir)",
    "{}\nTel. (502) 2410-0000",
    "Resolución 15/2009; {}",
)


def _names(one: dt.date, two: dt.date) -> dict[str, object]:
    return {
        "d": one.day,
        "m": one.month,
        "y": one.year,
        "d2": two.day,
        "y2": two.year,
        "es": MONTHS_ES[one.month - 1],
        "ES": MONTHS_ES[one.month - 1].upper(),
        "en": MONTHS_EN[one.month - 1],
        "abbr": MONTHS_ES[one.month - 1][:3],
        "wd": WEEKDAYS_ES[one.weekday()],
        "es2": MONTHS_ES[two.month - 1],
        "en2": MONTHS_EN[two.month - 1],
    }


def _month_end(day: dt.date) -> dt.date:
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


@settings(max_examples=400, deadline=None)
@given(
    one=st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)),
    length=st.integers(1, 700),
    today=st.dates(dt.date(2000, 1, 1), dt.date(2035, 1, 1)),
    kind=st.sampled_from(("day", "range", "month", "until", "from")),
    around=st.sampled_from(AROUND),
    data=st.data(),
)
def test_a_window_told_is_read_back_or_asked(
    one: dt.date, length: int, today: dt.date, kind: str, around: str, data: st.DataObject
) -> None:
    two = one + dt.timedelta(days=length)
    phrasings = {"day": DAY, "range": RANGE, "month": MONTH, "until": UNTIL, "from": FROM}[kind]
    wanted = {
        "day": (one, one),
        "range": (one, two),
        "month": (one.replace(day=1), _month_end(one)),
        "until": (None, one),
        "from": (one, None),
    }[kind]
    phrase = data.draw(st.sampled_from(phrasings))
    found = windows.read(around.format(phrase.format(**_names(one, two))), today)
    dated = [each for each in found if each.start or each.end]
    assert [(each.start, each.end) for each in dated] == [wanted] or (not dated and "/" in phrase)


VOCABULARY = sorted(
    {
        *words.MONTHS,
        *words.WEEKDAYS,
        *words.NUMBERS,
        *words.ORDINALS,
        *words.YEAR_PARTS,
        *words.RELATIVE_UNITS,
        *words.NEXT,
    }
    | {" ".join(phrase) for phrase in words.OPERATORS}
    | {"de", "del", "el", "al", "a", "y", "o", "of", "to", "and", "-", "/", ",", ".", ";", "\n", "(", ")", "º", "cada"}
    | {
        "2009",
        "2010",
        "31",
        "30",
        "29",
        "15",
        "3",
        "0",
        "99",
        "1o",
        "3rd",
        "10:00",
        "03/04/2009",
        "Q1",
        "mediados",
        "fin",
    }
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=25), st.dates())
def test_calendar_words_in_any_order_never_fail(pieces: list[str], today: dt.date) -> None:
    for window in windows.read(" ".join(pieces), today):
        assert window.doubt is None or (window.start, window.end) == (None, None)
        assert window.start is None or window.end is None or window.start <= window.end
        assert (window.kind == "day") == (window.start == window.end and window.start is not None)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
@example("❶ de enero de 2009")
@example("٣ de enero de 2009")
def test_any_text_is_read(text: str) -> None:
    assert windows.read(text, TODAY)


HOSTILE = [
    "3, " * 16_000,
    "3 y " * 12_000,
    "marzo y " * 6_000,
    "lunes " * 8_000,
    "antes de la reunión " * 2_500,
    "primer y segundo " * 3_000,
    "a" * 50_000,
    "1" * 50_000,
    " " * 50_000,
    "((((" * 12_500,
    "cada " * 10_000,
    "hasta " * 8_000,
    "16 de enero de 2009 " * 2_500,
    "\u0301" * 50_000,
    "lugar por confirmar " * 2_500,
    "por " * 12_500,
    "16/3 y " * 8_000,
    "12-14/05/" * 5_000,
    "julio " * 8_000,
    "hasta las 17:00 " * 3_000,
    "fecha límite para insumos " * 2_000,
    "45 days from today " * 2_500,
    "semana del 19 al " * 3_000,
    "Lic. Julio Abril " * 3_000,
    "de " * 16_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_long_line_takes_few_steps(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    real = bounds.span_at

    def counted(*place: object) -> object:
        nonlocal steps
        steps += 1
        return real(*place)  # type: ignore[arg-type]

    monkeypatch.setattr(bounds, "span_at", counted)
    assert windows.read(text, TODAY)
    assert steps < 12_000


@pytest.mark.parametrize("text", ["julio " * 2_000, "3/2009 " * 2_000, "12 de mayo de 2009 y marzo " * 400])
def test_each_date_is_compared_with_few_others(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    real = together._explicit

    def counted(reading: bounds.Reading) -> bool:
        nonlocal steps
        steps += 1
        return real(reading)

    monkeypatch.setattr(together, "_explicit", counted)
    assert windows.read(text, TODAY)
    assert steps < 8_000
