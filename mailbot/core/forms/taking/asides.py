"""Words after a value that are not of it: "no publicar", "a partir del 1 de marzo"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core import windows
from mailbot.core.forms.naming.references import is_unchanged
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import Group
from mailbot.core.forms.taking.values import URGENT
from mailbot.core.language import fold
from mailbot.core.values import Form, Known

VALID_FROM = "valid_from"
_LONGEST = 400  # of a value with such words
_LAST = re.compile(
    r"(?P<value>.*\S)\s*(?:\((?P<a>[^()]*)\)|[,;]\s*(?P<b>[^,;()]*)|\s[-–]\s(?P<c>[^,;()]*))\s*\.?", re.S
)
_PLEASE = r"(?:pero |but )?(?:por favor |favor (?:de )?|(?:les )?(?:ruego|agradezco|pido) |please )?"
_KEEP = re.compile(
    _PLEASE + r"(?:(?:no|sin) (?:lo |la )?(?:publicar|publique|publiquen|difundir|difundan|divulgar|divulguen|compartir"
    r"|compartan|incluir|incluyan)(?:lo|la)?(?: (?:este|ese|dicho) (?:numero|dato))?(?: (?:en|con) (?:la |el |los )?"
    r"(?:lista|directorio|pagina|terceros|demas)(?: (?:publicad|public)[oa])?)?"
    r"|no (?:es )?para (?:publicar(?:se)?|publicacion|difusion|la lista)|que no se publique"
    r"|(?:do not|don\'?t|not to be) (?:publish|published|share|shared|distribute|circulate|list|listed)(?: it| this)?"
    r"|not for (?:the )?(?:publication|distribution|circulation|publishing|(?:public )?list|website)"
    r"|(?:keep )?private|privado|confidencial|confidential)"
)
_GIVE = re.compile(r"(?:se )?puede (?:publicar(?:se)?|difundir(?:se)?)|(?:may|can) be published|for publication")
_REMARK = re.compile(
    rf"(?:{URGENT}|(?:numero )?(?:personal|privad[oa]|particular|propio|oficial|institucional|directo)|private|official"
    r"|direct|work|whatsapp|(?:(?:solicit|esper|marc)(?:ar|e)|ped(?:ir)|pida|dar|con) (?:el )?tono(?: de fax)?"
    r"|tono automatico|(?:please )?ask for (?:the )?(?:fax )?tone"
    r"|(?:tambien |also |no |not |si |con )*whatsapp(?: (?:no|si|tambien))?"
    r"|(?:solo|solamente|unicamente|only|para|for) (?:llamadas?|mensajes|(?:text )?messages|calls|sms)(?: only)?"
    r"|(?:(?:solo|only) )?(?:de|en|por|in|during)(?: (?:la|las|el|the|horas|horario|hora))? (?:de )?"
    r"(?:manana|mananas|tarde|tardes|noche|oficina|office hours|mornings?|afternoons?)"
    r"|(?:de )?\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?|h|hrs?)? (?:a|to)"
    r" \d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?|h|hrs?)?"
    r"|(?:de )?lunes a viernes|(?:weekdays|monday to friday)(?: only)?)"
)
_BRACKETS = re.compile(r"\s*\([^()]{3,80}\)")
_BARE = re.compile(r"(?P<value>.*\S)\s+(?P<a>no publicar|not for publication|do not publish)\s*\.?", re.S | re.I)
_FROM = re.compile(
    r"(?P<value>.*?\S)[\s,;(]+(?:(?:con vigencia |vigente |efectivo |válido )?(?:a partir del?|desde el)"
    r"|(?P<since>desde|since)"
    r"|(?:effective |valid )?(?:as of|as from|from)|effective|with effect from|w\.?e\.?f\.?|starting)\s+"
    r"(?P<date>[^()]{4,40}?)\)?\.?",
    re.S | re.I,
)


def take_asides(group: Group, form: Form, known: Known) -> dict[str, bool]:
    """Take such words off a group's values; a date goes to the form's ``valid_from``.

    Returns field id → False: not for publication, True: it may be published again.
    """
    if form.subject_of == "activity":
        return {}
    publish: dict[str, bool] = {}
    dated: list[Said] = []
    numbers = {each.id for each in form.fields if each.kind == "telephone"}
    apart = {each.id for each in form.fields if each.free or each.kind == "window"}
    for field, said in group.said.items():
        for place, one in enumerate(said if field not in apart and not _shared(said) else ()):
            if len(one.text) > _LONGEST or is_unchanged(one.text):
                continue
            text, wish = _publication(one.text, number=field in numbers)
            text, date = _dated(text, known)
            if wish is not None:
                publish[field] = wish
            if date:
                dated.append(replace(one, label=replace(one.label, fields=(VALID_FROM,)), text=date))
            if text != one.text:
                said[place] = replace(one, text=text)
    if dated and any(each.id == VALID_FROM for each in form.fields):
        group.said.setdefault(VALID_FROM, dated)
    return publish


def kept_back(words: str) -> bool:
    """Tell whether the words behind a value ask not to publish it."""
    return any(_KEEP.fullmatch(part.strip(" .")) for part in re.split(r"[(),;/]| y | and ", fold(words)))


def with_remark(text: str, end: int) -> int:
    """Return where a value ends whose remark in brackets, "(no publicar)", stands directly behind it."""
    found = _BRACKETS.match(text, end)
    if found is None:
        return end
    parts = re.split(r"[,;/]", fold(found.group().strip(" ()")))
    remarks = all(_wish(part.strip(" .")) for part in parts)
    return found.end() if remarks or kept_back(found.group()) else end


def _shared(said: list[Said]) -> bool:
    return any(len(one.label.fields) > 1 for one in said)


def _publication(text: str, *, number: bool) -> tuple[str, bool | None]:
    """Return the value without its remarks and the wish in them; the text as it was when there is none.

    ``number``: a remark alone, "solo urgencias", says nothing more than the number either.
    """
    rest, wish = text, None
    for _ in range(4):
        found = _LAST.fullmatch(rest) or _BARE.fullmatch(rest)
        if found is None:
            break
        parts = [part for part in re.split(r"[,;/]| y | and ", fold(_inside(found))) if part.strip()]
        wishes = [_wish(part.strip(" .")) for part in parts]
        if not parts or None in wishes:
            break
        wish = next((each == "give" for each in wishes if each in {"keep", "give"}), wish)
        rest = found["value"]
    return (rest, wish) if wish is not None or number else (text, None)


def _inside(found: re.Match[str]) -> str:
    return next(words for name, words in found.groupdict().items() if name != "value" and words is not None)


def _wish(words: str) -> str | None:
    if _KEEP.fullmatch(words):
        return "keep"
    if _GIVE.fullmatch(words):
        return "give"
    return "remark" if _REMARK.fullmatch(words) else None


def _dated(text: str, known: Known) -> tuple[str, str]:
    """Return the value without its last words and the day they name; ("", "") apart when there is none."""
    found = _FROM.fullmatch(text)
    if found is None:
        return text, ""
    read = windows.read(found["date"], known.today)
    sure = len(read) == 1 and read[0].doubt is None and read[0].kind in {"day", "period"} and read[0].start is not None
    ahead = sure and found["since"] and read[0].start is not None and read[0].start > known.today
    if ahead:  # "desde noviembre", said in January: last November's, which nobody has to be told
        return found["value"], ""
    return (found["value"], found["date"]) if sure else (text, "")
