"""A state with its date and nothing else: "realizada el 12 de febrero de 2009", "postponed to April"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.fields.choices import NOT_THEN, names_of
from mailbot.core.forms.taking.moved import MOVED, NOT_BEFORE, PUT_OFF, put_off_to
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Form, Known

_DATE_WORDS = frozenset(
    """
    el la los las a al para hasta en por de del desde entre y dia mes ano semana quincena trimestre semestre bimestre
    primer primera segundo segunda tercer tercera cuarto cuarta ultima ultimo principios inicios mediados finales fines
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
    partir starting
    the to until till on in for by of from between and day month year week fortnight quarter half first second third
    fourth last early mid late beginning middle end january february march april may june july august september
    october november december
    """.split()
)
TO_COME = Bilingual(
    "La fecha está por venir, pero se informa como realizada.",
    "The date is still to come, but it is reported as done.",
)
_HALF_A_YEAR = dt.timedelta(days=183)
_MOST_DATE_WORDS = 9
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DECIDED = re.compile(r"^(?:sera|seran|will be) ")
_AUXILIARY = re.compile(
    r"^(?:ya |already |hoy )?"
    r"(?:(?:quedo|queda|fue|esta|ha sido|se encuentra|es|was|is|has been|it was|been) )+(?:ya )?"
)
REASON = re.compile(
    r"[,;]?\s*\b(?:por (?:falta|motivos|razones|problemas|cuestiones)|debido a|a causa de|due to|because of"
    r"|owing to)\b.*$",
    re.IGNORECASE,
)
# A day on which something else was done, or for which this was meant once.
_OTHER_DAY = re.compile(
    r"\b(?:ultim[ao](?! (?:semana|quincena|viernes|lunes|jueves|dia|trimestre))"
    r"|last(?! (?:week|month|quarter|\w+day))|latest|mas reciente"
    r"|(?<!\bsido )(?<!\bfue )(?<!\bfueron )(?<!^)actualizad[oa]s?(?! (?:se|ser[aá]n?) )"
    r"|(?<!\bwe )(?<!\bhave )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bduly )(?<!\bthe )(?<!\ban )"
    r"(?<!\bour )updated|desde(?! [^.;,]{1,40} hasta (?:el|la|fin\w*|mediados|\d|[a-z]+(?:bre|ero|zo|il|yo|io|to)\b))"
    r"|since|originalmente|inicialmente|originally|initially"
    r"|(?:estaba|era|was|were|estaban) (?:previst|programad|planned|scheduled)\w*"
    r"|(?:previst|programad)[oa]s? (?:originalmente|inicialmente)"
    r"|(?<!\bno )(?:iniciad|comenzad|arrancad)[oa]|inicio|(?:comenz|empez|arranc)(?:o|aron)|dio (?:inicio|comienzo)"
    r"|(?<!\bnot )(?<!\byet )started|began|kicked off)\b"
)
# Of what is done by now, "se ha capacitado hasta hoy a 18 funcionarios": no day of the activity.
_BY_NOW = re.compile(
    r"\b(?:hasta (?:hoy|ahora|(?:la|esta) fecha|el momento)|a la fecha|al d[ií]a de hoy|to date|so far"
    r"|(?:until|as of) (?:now|today)|(?:tal )?como (?:estaba|se ten[ií]a) (?:previsto|programado|planificado)"
    r"|as (?:planned|scheduled|foreseen)(?! (?:for|in|on)))\b",
    re.IGNORECASE,
)
# Of what was told before: "respecto a lo informado en febrero", "since our February report".
_TOLD_BEFORE = re.compile(
    r"\b(?:(?:con )?respecto (?:al?|del?)|con relaci[oó]n al?|en relaci[oó]n con|comparad[oa] con|desde|with respect to"
    r"|compared (?:to|with)|in relation to|since|from) (?:lo|la|el|nuestr[oa]|our|the|my|what|mi)\b[^.,;]{0,30}?"
    r"\b(?:informad|reportad|comunicad|indicad|enviad|informe|reporte|report|reported|said|told|sent|update)\w*\b[^.,;]*",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?:hasta|until|till)\s+(?:el\s+|la\s+)?", re.IGNORECASE)
_TO = re.compile(r"^(?:(?:hasta|a(?! partir)|to|until|till)\s+)?(?:el\s+|la\s+)?(?:al\s+)?", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,4}(?:[./-]\d{1,2}[./-]\d{2,4})?(?:st|nd|rd|th|o|a)?[.,;)]?")


def state_and_date(
    status: Field, date: Field, text: str, line: int, known: Known
) -> tuple[FieldValue, FieldValue | Doubt] | None:
    """Return both when a word of ``status`` opens the text and all the rest is a date.

    The date is a doubt when it has two readings.
    """
    words = REASON.sub("", text).strip(" .").split() if not NOT_THEN.search(fold(text)) else []
    for size in range(min(len(words) - 1, 6), 0, -1):
        head, tail = " ".join(words[:size]), words[size:]
        state = _exact(status, head, line)
        if state is None or not all(is_of_a_date(word) for word in tail):
            continue
        moved = put_off_to(date, text, line, known) if MOVED.search(fold(head)) else None
        when = moved or read_value(date, _moved_to(head, " ".join(tail)), line, known)
        if isinstance(when, Doubt):
            return state, when
        from_on = MOVED.search(fold(head)) and NOT_BEFORE.match(" ".join(tail))
        if isinstance(when, FieldValue) and isinstance(when.value, dict) and (from_on or when.value.get("end")):
            return state, replace(when, certainty="normalised")
    return None


def _moved_to(state: str, date: str) -> str:
    """The words of a new date: what is put off "al segundo semestre" is held in it, not before its end."""
    if MOVED.search(fold(state)):
        return _TO.sub("", date)
    return _UNTIL.sub("", date) if PUT_OFF.search(fold(state)) else date


def date_of_deed(status: Field, date: Field, text: str, line: int, known: Known) -> FieldValue | None:
    """Return the day of "remitido a la ST el 28/01/2009. CUMPLIDO.": of a deed, told with nothing between.

    Only a word of ``status`` for what is past, to whom or where, and one date.
    """
    words = text.strip(" .").split()
    for size in range(min(len(words) - 1, 4), 0, -1):
        state = _exact(status, " ".join(words[:size]), line)
        if state is None or not any(each.past and each.value == state.value for each in status.choices):
            continue
        rest = _RECEIVER.sub("", " ".join(words[size:])).split()
        dated = _leading_date(rest)
        after = " ".join(rest[len(dated) :])
        if not dated or fold(after).startswith(("de ", "del ", "of ")) or not _is_apart(date, dated, after, known):
            return None
        when = read_value(date, " ".join(dated).rstrip(" .,;"), line, known)
        if isinstance(when, FieldValue) and isinstance(when.value, Mapping) and when.value.get("end"):
            return replace(when, said=text, certainty="normalised") if when.value.get("start") else None
        return None
    return None


def _is_apart(date: Field, dated: list[str], after: str, known: Known) -> bool:
    """Nothing with a figure follows in the same sentence, and no other date at all."""
    if not any(sign.isdigit() for sign in after):
        return True
    other = read_value(date, after, 0, known)
    dates = isinstance(other, Doubt) and isinstance(other.proposal, Mapping)
    if isinstance(other, FieldValue) and isinstance(other.value, Mapping):
        dates = bool(other.value.get("end"))
    return dated[-1].endswith((".", ";", ").")) and not dates


_RECEIVER = re.compile(
    r"^(?:(?:a|al|en|to|in|por|by|via)\s+(?:(?:la|el|los|the)\s+)?(?:correo(?: electr[oó]nico)?|e-?mail|nota|oficio"
    r"|secretar[ií]a (?:t[eé]cnica|virtual)|sitio|p[aá]gina|presidencia"
    r"|[A-ZÀ-Þ][\w.]*(?:\s+[A-ZÀ-Þ][\w.]*){0,4})\s+){0,2}"
)


def _leading_date(words: list[str]) -> list[str]:
    """The words that begin a text and are of a date, with a figure among them."""
    size = 0
    while size < len(words) and is_of_a_date(words[size]):
        size += 1
        if words[size - 1].endswith((".", ";")) and words[size - 1][:1].isdigit():
            break
    return words[:size] if any(sign.isdigit() for word in words[:size] for sign in word) else []


def is_of_another_day(folded: str) -> bool:
    """Tell whether a date beside these words may be of something else: "last updated in January"."""
    return _OTHER_DAY.search(folded) is not None


def without_by_now(text: str) -> str:
    """Return words without "hasta hoy", "so far", and without what was told before."""
    return _TOLD_BEFORE.sub(" ", _BY_NOW.sub(" ", text))


def date_to_come(form: Form, values: Mapping[str, FieldValue], known: Known) -> Doubt | None:
    """Return the doubt of a date to come beside a state that lies behind.

    "12 de diciembre" written in January of something done was the December before.
    """
    past = any(
        choice.past and each.id in values and values[each.id].value == choice.value
        for each in form.fields
        for choice in each.choices
    )
    date = next((each for each in form.fields if each.kind == "window" and each.id in values), None)
    if not past or date is None:
        return None
    read = values[date.id]
    start = read.value.get("start") if isinstance(read.value, Mapping) else None
    if not isinstance(start, str) or dt.date.fromisoformat(start) <= known.today:
        return None
    earlier = None if _YEAR.search(read.said) else _year_before(read.value)
    return Doubt(date.id, read.said, TO_COME, read.line, earlier, one_reading=_is_near(earlier, known.today))


def the_last_one(window: object, said: str, known: Known) -> object:
    """Return the window a year before one to come that was said without a year, where it ended within half a year."""
    start = window.get("start") if isinstance(window, Mapping) else None
    if not isinstance(start, str) or dt.date.fromisoformat(start) <= known.today or _YEAR.search(said):
        return None
    earlier = _year_before(window)
    return earlier if _is_near(earlier, known.today) else None


def _is_near(window: object, today: dt.date) -> bool:
    """Whether a window of the year before ended within half a year: nobody means the one eleven months ahead."""
    end = window.get("end") if isinstance(window, Mapping) else None
    return isinstance(end, str) and dt.timedelta(0) <= today - dt.date.fromisoformat(end) < _HALF_A_YEAR


def _year_before(window: object) -> object:
    if not isinstance(window, Mapping):
        return None
    ends = {key: window.get(key) for key in ("start", "end")}
    earlier = {key: f"{int(day[:4]) - 1}{day[4:]}" for key, day in ends.items() if isinstance(day, str)}
    return {**window, **{key: day.replace("-02-29", "-02-28") for key, day in earlier.items()}}


def is_of_a_date(word: str) -> bool:
    """Tell whether a word may stand in a date."""
    folded = fold(word)
    return folded.strip(".,;()") in _DATE_WORDS or bool(_NUMBER.fullmatch(folded))


def is_date(text: str) -> bool:
    """Tell whether a whole line is a date, "5 de marzo" or "al 5 de marzo de 2009"."""
    words = text.split()
    return 0 < len(words) <= _MOST_DATE_WORDS and any(map(str.isdigit, text)) and all(map(is_of_a_date, words))


def begins_date(before: str, text: str) -> bool:
    """Tell whether a line below a date is another date, not more of it: a figure opens it, nothing joins them."""
    joined = fold(before).rstrip().endswith((" al", " a", " y", " e", " to", " and", " hasta", " until", "-", "–"))
    return text.lstrip()[:1].isdigit() and not joined and not _YEAR.fullmatch(text.strip(" ."))


def _exact(status: Field, words: str, line: int) -> FieldValue | None:
    whole = fold(words).strip(" .,;:")
    plain = _AUXILIARY.sub("", whole)
    decided = _DECIDED.sub("", whole)  # "será pospuesta" is decided, "será realizada" is not done
    for choice in status.choices:
        said = {whole, plain} if choice.past else {whole, plain, decided}
        if said & {fold(word) for word in names_of(choice)}:
            return FieldValue(choice.value, words.strip(" ,;:"), line, "normalised")
    return None
