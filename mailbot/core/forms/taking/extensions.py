"""An extension told in words of its own, beside a number or without one: "…, y mi extensión ahora es la 412"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.numbers import DIALLED
from mailbot.core.forms.naming.references import with_extensions
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Form, Known

ONLY_EXTENSION = Bilingual(
    "Se dice solo la extensión: ¿de qué número es?",
    "Only the extension is said: of which number is it?",
)
EXTENSION_OF_OURS = Bilingual(
    "Se dice solo la extensión: la ponemos al número que teníamos.",
    "Only the extension is said: we put it to the number that we had.",
)
EXTENSION_APART = Bilingual(
    "El número y la extensión se dicen por separado: ¿van juntos?",
    "Number and extension are said apart: do they belong together?",
)
_OWNER = r"(?:mi|nuestra|su|la|el|una|nueva|misma|correcta|siguiente|my|our|his|her|their|the|an?|new|same|correct)"
_WORD = r"\b(?:extensi[oó]n|ext\.?)(?: (?:telef[oó]nica|directa|personal|interna|correcta|number|n[uú]mero|no\.))?"
_NOW = r"(?:\s(?:ahora|actualmente|tambi[eé]n|correcta|now|also|currently))?"
_DIGITS = (
    r"(?:\s(?:la|el|the|el n[uú]mero|number|no\.))?\s*#?(?P<extension>\d{1,6})\b(?![-.]?\d|\s?\d{3}"
    r"|\s(?:p[aá]g|hojas|d[ií]as|semanas|horas|minutos|palabras|days|weeks"
    r"|hours|minutes|pages|words|de (?!la |el |est|es[ea] |nuestr)))"
)
_BECOMES = (
    r"(?:(?:ha |has )?(?:cambi(?:[oó]|a|ado)|(?:been )?changed|changes|pas(?:[oó]|a|ar[aá]))"
    r"(?: (?:de|from) (?:la |el |the )?\d{1,6},?)? (?:al?(?: ser)?|por|to(?: be)?))"
)
_IS = (
    rf"(?:\s*[,:]|{_NOW}\s(?:es|ser[aá]|is|will be|sigue siendo|contin[uú]a siendo|remains|se mantiene(?: como)?"
    r"|(?:es|is) (?:nuev[ao]|otr[ao]|new|different)\s?[,:]"
    rf"|ya no es (?:la |el )?\d{{1,6}},? sino|is no longer (?:the )?\d{{1,6}},? but|{_BECOMES})){_NOW}"
)
_ANEW = (
    r"(?:\s(?:cambi(?:[oó]|a)|(?:has )?changed|changes))?[,:;.]?\s(?:(?:y|and|it|que)\s){0,2}"
    r"(?:ahora|now|is now|es ahora)(?:\s(?:es|estoy en|tengo|is|it is|i am (?:at|on)))?"
)  # "me cambiaron de extensión, ahora estoy en la 305"
_TOLD = re.compile(rf"{_WORD}(?:{_IS}|{_ANEW}){_DIGITS}", re.IGNORECASE)
_OLD = r"(?:la |el |the )?(?:n[uú]mero |number )?#?\d{1,6}\b(?![-.]?\d)"
_FORMERLY = (
    r"(?:(?:que|which|that|la cual)\s)?(?:(?:antes|anteriormente|hasta ahora|formerly|previously|before|until now)"
    r"(?:\s(?:era|fue|was))?|(?:era|was|used to be)(?: (?:antes|before))?)\s"
)
_REPLACED = (
    r"(?:(?:fue|ha sido|queda|se|has been|was|is)\s){0,2}(?:sustitu\w+|re?empla\w+|cambi\w+|replaced|changed)"
    r"\s(?:por|by|with|al?|to)"
)
_NOT_THE_OLD = (
    re.compile(  # "mi extensión, que antes era la 1281, ahora es la 1218"
        rf"{_WORD}(?:\s?[,(]\s?|\s){_FORMERLY}{_OLD}\)?,?(?:\s(?:y|and|pero|but))?\s"
        rf"(?:ahora(?:\s(?:es|ser[aá]))?|(?:es|ser[aá]|is|will be)(?:\s(?:ahora|now))?|now|{_BECOMES}){_DIGITS}",
        re.IGNORECASE,
    ),
    re.compile(  # "la extensión 1281 cambió a la 1218", "extension 1281 is now 1218"
        rf"{_WORD}\s{_OLD},?\s(?:ahora es|es ahora|is now|{_BECOMES}|{_REPLACED}){_DIGITS}", re.IGNORECASE
    ),
)
_AT = re.compile(
    r"(?<!\bno )(?<!\bnot )\b(?:con|en|a|y|e|desde|bajo|with|at|on|by|and|under|to|using"
    r"|(?:y )?(?:marc(?:ar|ando|ad[oa]|que)"
    r"|ped(?:ir)?|pida|pidiendo|solicit(?:ar|e|ando)|dig(?:ite|itar|itando)|dial(?:ling|ing)?|ask(?:ing)? for|then))"
    rf"(?:\s{_OWNER}){{0,3}}\s{_WORD}{_DIGITS}",
    re.IGNORECASE,
)
_OF_A_NUMBER = re.compile(  # "la extensión 7515 del conmutador (55) 3686-0000"
    rf"{_WORD}(?:\s(?:la|el|the|no\.))?\s*#?(?P<extension>\d{{1,6}})\b,?\s(?:del?|of)(?:\s[^\W\d_]{{1,15}}){{0,3}},?:?\s"
    r"(?=[+(]?\d[\d\s().-]{5,20}\d)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?:cambi\w+|changed) (?:de )?|mi|nuestra|my|our|la|the|su|his|her|their|una|otra|a|another)"
    r"(?: (?:nueva|new|correcta|correct|different))?\s*$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:asistente|secretari[ao]|assistant|secretary|colega|compañer[oa]|colleague|recepci[oó]n|reception|telefax|fax"
    r"|anterior(?:mente)?|antes|vieja|antigu[ao]|old|former(?:ly)?|previous(?:ly)?|emergencias?|emergency)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?!(?:Everything|All|The|What|Nothing|Todo|Lo|El|La|My|Mi|It)\b)[A-ZÀ-Þ][^\W\d_]+"
    r" (?:est[áa]|estar[áa]|atiende|tiene|is|has|sits)\b"
)
_GONE = re.compile(
    r"\s(?:ya no|qued[oó]|dej[oó]|fue|era|no (?:existe|funciona)|no longer|was|has been|does not|is out)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:,!?](?=\s)|\s(?:y|e|and|pero|but|mientras|while)\s", re.IGNORECASE)
_NUMBER_STAYS = re.compile(
    rf"(?<=[\s,:(]){DIALLED}(?=[),.]?,?\s(?:(?:que|which)\s)?(?:sigue|contin[uú]a|se mantiene"
    r"|es (?:el (?:mismo|correcto)|correcto)|remains|is (?:still |the )?(?:right|correct|the same|unchanged|same)"
    r"|stays))"
    r"|(?:(?:mism[oa]|same|n[uú]mero|number|central|conmutador|pbx|switchboard)(?: (?:principal|general|main|central))?"
    rf"(?:,? (?:que )?(?:sigue|contin[uú]a) siendo| se mantiene| (?:es|is)(?: still)?| remains)?"
    rf"(?: (?:el|la|the))?(?: (?:mism[oa]|same))?[,:]? \(?){DIALLED}",
    re.IGNORECASE,
)
_CUES = ("ext",)
_MOST = 2_000  # characters of a text
_NEAR = 120  # characters before the extension that may say whose it is


def extensions_in(text: str, *, alone: bool = False) -> dict[str, str]:
    """Return the extensions that a text tells in words of its own, each with these words.

    ``alone``: no number stands in the text, so only words that say whose it is will do ("mi extensión es …").
    """
    text = text[:_MOST]
    if not any(cue in text.lower() for cue in _CUES):
        return {}
    found = [each for each in _TOLD.finditer(text) if _counts(text, each, alone=alone)]
    found += [each for shape in _NOT_THE_OLD for each in shape.finditer(text) if _is_in_use(text, each, alone=alone)]
    for shape in () if alone else (_AT, _OF_A_NUMBER):
        found += [each for each in shape.finditer(text) if _counts(text, each, alone=False)]
    return {each["extension"]: each.group().strip() for each in found}


def _counts(text: str, found: re.Match[str], *, alone: bool) -> bool:
    """Tell whether an extension is the telephone's of whom the text speaks, and in use."""
    return not _OF_ANOTHER.search(found.group()) and _is_in_use(text, found, alone=alone)


def _is_in_use(text: str, found: re.Match[str], *, alone: bool) -> bool:
    ahead = _CLAUSE.split(text[max(found.start() - _NEAR, 0) : found.start()])[-1]
    if _OF_ANOTHER.search(ahead) or _SOMEBODY.search(ahead) or _GONE.match(text, found.end()):
        return False
    return not alone or _OWN.search(text[: found.start()]) is not None


def with_extension(doubts: Mapping[str, Doubt], texts: Sequence[str], form: Form) -> dict[str, Doubt]:
    """Return the doubts with the extension that texts tell apart from the telephone, which is asked without it.

    Which of several numbers it is of, and which of two extensions, is a question without a proposal.
    """
    phone = telephone_of(form)
    doubt = doubts.get(phone)
    told = {extension: said for text in texts for extension, said in extensions_in(text).items()}
    if doubt is None or not told or not isinstance(doubt.proposal, list) or not doubt.proposal:
        return dict(doubts)
    if any(f";ext={extension}" in str(doubt.proposal) for extension in told):
        return dict(doubts)
    if len(doubt.proposal) == len(told) == 1 and ";ext=" not in str(doubt.proposal[0]):
        [(extension, said)] = told.items()
        joined = with_extensions([str(doubt.proposal[0])], [extension])
        return {**doubts, phone: replace(doubt, said=f"{doubt.said} … {said}", proposal=joined)}
    return {**doubts, phone: replace(doubt, proposal=None, one_reading=False, why=ONLY_EXTENSION)}


def with_extension_beside(entry: Entry, loose: Sequence[Loose], form: Form) -> Entry:
    """Return an entry whose telephone is asked with the extension that words beside it tell apart."""
    phone = telephone_of(form)
    value = entry.fields.get(phone)
    before = {each.field: each for each in entry.doubts if each.field == phone and each.one_reading}
    if (
        value is not None
        and isinstance(value.value, list)
        and len(value.value) == 1
        and ";ext=" not in str(value.value)
    ):
        before = {phone: Doubt(phone, value.said, EXTENSION_APART, value.line, value.value, one_reading=True)}
    after = with_extension(before, [line.text for line in loose], form)
    if after == before:
        return entry
    fields = {field: each for field, each in entry.fields.items() if field != phone}
    kept = tuple(each for each in entry.doubts if each.field != phone)
    return replace(entry, fields=fields, doubts=(*kept, *after.values()))


def only_extension(
    texts: Iterable[tuple[int, str]], form: Form, numbers: FieldValue | Doubt | None
) -> dict[str, Doubt]:
    """Return the telephone that our letter showed with the extension that lines of (number, text) tell alone.

    ``numbers``: that telephone as it is read.  Where our letter showed none, or several, it is asked of which it is.
    """
    told = {each: (line, said) for line, text in texts for each, said in extensions_in(text, alone=True).items()}
    phone = telephone_of(form)
    if not phone or not told:
        return {}
    extension, (line, said) = next(iter(told.items()))
    shown = numbers.value if isinstance(numbers, FieldValue) and isinstance(numbers.value, list) else []
    if len(shown) == len(told) == 1:
        proposal = with_extensions([str(shown[0])], [extension])
        return {phone: Doubt(phone, said, EXTENSION_OF_OURS, line, proposal, one_reading=True)}
    return {phone: Doubt(phone, said, ONLY_EXTENSION, line)}


def with_number_confirmed(entry: Entry, loose: Sequence[Loose], form: Form, known: Known) -> Entry:
    """Return an entry that asks of which number an extension is, with the one number that the letter says is right.

    "My extension is 3301, not 3310. The main number, (202) 555-0195, is right."
    """
    field = next((each for each in form.fields if each.id == telephone_of(form)), None)
    asked = next((each for each in entry.doubts if field and each.field == field.id and not each.proposal), None)
    if field is None or asked is None:
        return entry
    texts = [line.text[:_MOST] for line in loose]
    told = {each for text in texts for each in extensions_in(text, alone=True)}
    stays = [found.group() for text in texts for found in _NUMBER_STAYS.finditer(text)]
    said = {found.group() for each in stays for found in re.finditer(DIALLED, each)}
    read = read_value(field, next(iter(said)), asked.line, known) if len(said) == len(told) == 1 else None
    if not isinstance(read, FieldValue) or not isinstance(read.value, list) or len(read.value) != 1:
        return entry
    proposal = with_extensions([str(read.value[0])], sorted(told))
    doubt = replace(asked, said=f"{asked.said} … {read.said}", why=EXTENSION_APART, proposal=proposal, one_reading=True)
    return replace(entry, doubts=tuple(doubt if each is asked else each for each in entry.doubts))


def telephone_of(form: Form) -> str:
    """Return the field of the telephone, the first of its kind; "" for none."""
    return next((each.id for each in form.fields if each.kind == "telephone"), "")
