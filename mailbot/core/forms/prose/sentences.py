"""What a sentence says is new: proposals to be asked about, never values.

"Únicamente cambió el teléfono: (502) 2411-2411. Lo demás sigue igual.", "My title is now Director,
Policy, and our fax has been discontinued."
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.labels import Label, Labels, Piece
from mailbot.core.forms.naming.pieces import ADDRESS_TOLD, NUMBER_TOLD, clean_value, extent, split
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.about_persons import tells_of_a_person
from mailbot.core.forms.persons.block import MAIL, NO_LABEL
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.persons.reach import AND_ANOTHER_NUMBER, without_as_before
from mailbot.core.forms.persons.told_words import SEND_US
from mailbot.core.forms.prose.corrected import AND_ANOTHER, corrected, of_oneself, replaced
from mailbot.core.forms.prose.reached_at import reached_at
from mailbot.core.forms.prose.to_be_changed import MOST_WORDS, REACHES, field_before, proposed, to_be_changed
from mailbot.core.forms.prose.where_it_says import erratum
from mailbot.core.forms.taking.asides import kept_back
from mailbot.core.forms.taking.extensions import EXTENSION_OF_OURS, only_extension, telephone_of, with_extension
from mailbot.core.forms.taking.offices import unit_of
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Field, Known

_STAYS = (
    r"(?:no (?:ha )?cambi(?:[oóa]|ado)|no var[ií](?:[oóa]|ado)|(?:has|did) not changed?"
    r"|(?:es|sigue siendo) (?:siempre )?(?:el|la) mism[oa]|sigue igual|se mantiene(?: igual)?|permanece igual"
    r"|(?:remains|stays|is)(?: still)? the same|(?:remains|is) unchanged)"
)
_NOW = re.compile(
    r"\s+(?:is|are|has|have)?\s*(?:now(?: (?:called|known as|named)(?: the)?)?|changed to|been changed to)\s+"
    r"|\s+(?:ahora (?:es|son|soy)|(?:es|son) ahora"
    r"|(?:ha )?cambi(?:[oó]|ado) al?|pas[óo] a ser)\s+"
    r"|\s+(?:is|es|will be|ser[áa]|(?:va a|pasar[áa] a) ser|cambiar[áa] a|will change to|(?:still )?remains"
    r"|sigue siendo|contin[úu]a siendo)\s+(?:(?:el|la|the)\s+)?"
    r"(?:(?:therefore|thus|hence|also|por (?:lo )?tanto|entonces)\s+)?"
    r"(?=[+(\d]|\S+@\S)"
    rf"|(?<!\bno)(?<!\bnot)\s+{_STAYS}(?:\s?[:,;]|,? (?:es|it is|que es|which is))\s+(?:(?:el|la"
    rf"|the)\s+)?(?=[+(\d]|\S+@\S)"
    r"|\s+(?:es siempre|siempre es|is still|is always|sigue en)\s+(?:(?:el|la|the)\s+)?(?=[+(\d]|\S+@\S)",
    re.IGNORECASE,
)
_STAYS_BEHIND = re.compile(rf",\s(?P<said>{NUMBER_TOLD}|{ADDRESS_TOLD}),\s{_STAYS}", re.IGNORECASE)
_WHICH = re.compile(  # "my title, which is now Director", "mi cargo, que antes era Analista, ahora es Jefa"
    r",?\s(?:que|el cual|la cual|which|that)$|,\s(?:que|which)\s(?:antes|anteriormente|hasta|formerly|previously|used"
    r"|was)\s[^,;.]{2,60},$",
    re.IGNORECASE,
)
_WHERE_IT_IS = re.compile(
    r"(?:ubicad|situad|situat|locat|hous|clos|open|cerrad|abiert)[a-z]+\b|(?:at|in|on|en)\s", re.I
)
_ASIDE_ENDS = re.compile(r",\s(?=[a-zà-ÿ])")  # "mi oficina, que ahora es Dirección, se mudó"
_GONE = re.compile(
    r"\s+(?:(?:number|line|número)\s+)?(?:(?:has been|have been|was|is|are|ha sido|fue|está)\s+)?"
    r"(?:(?:should|must|may|can) be (?:deleted|removed|taken off)|debe(?:r[ií]a)?n? (?:eliminar|quitar|borrar)se"
    r"|discontinued|disconnected|removed|cancelled|no longer (?:in use|valid|works|active)|cancelad[oa]|eliminad[oa]"
    r"|(?:ya )?no (?:funciona|existe|se usa|opera|sirve|est[aá] (?:en (?:uso|funcionamiento|servicio)"
    r"|habilitad[oa]|disponible|activ[oa]|operativ[oa])))\b"
    r"|,? (?:which|that|que|el cual) (?:(?:we|i) no longer (?:use|have)|(?:is|are) no longer (?:in use|valid|active)"
    r"|(?:ya )?no (?:usamos|utilizamos|tenemos|se usa|se utiliza|funciona|existe))\b",
    re.IGNORECASE,
)
_DROP = r"\b(?:delete|remove|take off|elimin(?:ar|en)|quit(?:ar|en)|borr(?:ar|en)|suprim(?:ir|an))\s+"
_DROPPED = re.compile(_DROP + r"(?:[^\W\d_]+\.?\s*){0,4}$", re.IGNORECASE)  # "borrar el fax" before its number
_TO_GO = re.compile(
    _DROP + r"(?:(?:the|my|our|el|mi|nuestro)\s+)?(?:n[uú]mero de\s+)?(?P<label>fax|telefax)(?: number)?"
    r"(?=\W*$|[,.;]|\s+(?:de|from|en) (?:la|el|the|mi|my) (?:list|directori|registr|entry|record))",
    re.IGNORECASE,
)  # "please delete the fax"; which of several telephones goes has to be said
_NUMBER_LAST = re.compile(r"[\s:,(]*(?:[+(]?\d[\d\s().-]{4,22}\d\)?|[<(]?[^\s@]{1,64}@[^\s@]{3,190})\s*$")
_CLAUSE_END = re.compile(
    r",?\s+(?:and|but|while|y|pero)\s+(?:that\s+|que\s+)?(?:my|our|the|his|her|mi|nuestr[oa]|el|la|su)\b"
    r"|[.;!]\s|[.;!]?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:e-?mail|correo)(?: address| electr[oó]nico)?(?: is| es)?[,:]?\s+"
    r"(?:(?:it|which) (?:is|should (?:read|be))\s+|(?:lo correcto |el correcto |que )?es\s+|debe (?:ser"
    r"|decir)\s+)?(?P<said>[^\s@]{1,64}@[^\s@,;]{3,190})",
    re.I,
)
# Who asks whether a value is right tells none: "¿me confirman si el correo ana@b.example es el correcto?"
_IS_IT_RIGHT = re.compile(
    r"\b(?:confirm(?:ar|en|an)?(?:me|nos)? si|saber si|indic(?:ar|an|en)(?:me|nos)? (?:si|cu[aá]l)"
    r"|(?:es|sigue siendo) (?:el |la )?(?:correct[oa]|vigente|mism[oa])"
    r"|confirm (?:if|whether)|know (?:if|whether)"
    r"|is (?:that|this|it|the \w+) (?:still )?(?:correct|right|valid))\b[^.!]*\?",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"\b(?:tel|phone|l[ií]nea|line|directo|direct|pbx|conmutador)", re.IGNORECASE)
_OF_AN_EVENT = re.compile(r"\b(?:inscri[bp]\w+|regist(?:er|rar|rarse|ration|ro)\b)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_MOST_OTHER_WORDS = 15


Way = Callable[[Loose, Labels, Known], Iterator[Doubt]]


def proposals_in_sentences(
    loose: Sequence[Loose], labels: Labels, known: Known, shown: Mapping[str, str]
) -> Entry | None:
    """Return an entry of doubts: numbers and addresses named, values said to be new.

    ``shown``: our letter's.
    """
    doubts = _announced(loose, labels, known, shown, (to_be_changed, told_now), reaches=True)
    if not doubts:
        return None
    required = tuple(each.id for each in labels.form.fields if each.required and each.id not in doubts)
    return Entry(labels.form.id, {}, required, tuple(doubts.values()), unpublished(doubts, loose))


def unpublished(doubts: Mapping[str, Doubt], loose: Sequence[Loose]) -> dict[str, bool]:
    """The numbers and addresses behind which a sentence says that they are not to be published."""
    texts = {line.line: line.text for line in loose}
    behind = {field: texts.get(each.line, "").partition(each.said)[2] for field, each in doubts.items()}
    return {
        field: False
        for field, each in doubts.items()
        if isinstance(each.proposal, list) and kept_back(clauses(behind[field])[0] if behind[field].strip() else "")
    }


def with_news(entry: Entry, loose: Sequence[Loose], labels: Labels, known: Known, shown: Mapping[str, str]) -> Entry:
    """Return an entry with labelled values with what the sentences beside them say is new, or right."""
    doubts = _announced(loose, labels, known, shown, (told_now,), reaches=not entry.fields)
    kept = [each for each in entry.doubts if not _is_told_better(each, doubts.get(each.field))]
    taken = {*entry.fields, *(each.field for each in kept)}
    more = [each for field, each in doubts.items() if field not in taken]
    both = _without_number_named_fax({each.field: each for each in (*kept, *more)}, loose, labels)
    kept = [each for each in kept if each.field in both]
    missing = tuple(each for each in entry.missing if each not in doubts)
    return replace(entry, missing=missing, doubts=(*kept, *more)) if more else entry


def _is_told_better(doubt: Doubt, told: Doubt | None) -> bool:
    """Tell whether sentences say more than words without a label do, or which number an extension is of."""
    if told is None or (doubt.proposal is None and _holds_extension(doubt.said, told)):
        return told is not None
    return not doubt.one_reading and (doubt.why == NO_LABEL or told.why == EXTENSION_OF_OURS)


def _holds_extension(said: str, told: Doubt) -> bool:
    """Tell whether sentences put the extension that these words begin with to a number: "1218 y no la 1281"."""
    extension = re.match(r"\d{1,6}\b", said)
    return extension is not None and told.one_reading and f";ext={extension.group()}" in str(told.proposal)


def _is_news(line: Loose) -> bool:
    return _has_sentence(line.text) and not tells_of_a_person(line.text)


def _announced(
    loose: Sequence[Loose],
    labels: Labels,
    known: Known,
    shown: Mapping[str, str],
    ways: Sequence[Way],
    *,
    reaches: bool,
) -> dict[str, Doubt]:
    """What is said of oneself or set right, what is named and what is said to be new now, by field; the first counts.

    ``reaches``: nothing but sentences tells of the person, so the numbers and addresses they name are theirs.
    """
    lines = [line for line in loose if _is_news(line)]
    told = [doubt for line in lines for way in ways for doubt in way(line, labels, known)]
    right = [doubt for line in loose for doubt in erratum(line, labels, known, shown)]
    own = [
        each
        for line in loose
        for way in (of_oneself, replaced, corrected, reached_at)
        for each in way(line, labels, known)
    ]
    sure = [*right, *own]
    if told and _words_beside(lines, [*sure, *told]) > _MOST_OTHER_WORDS:
        told = [each for each in told if isinstance(each.proposal, list)]  # the rest a person reads
    gone = [each.said for each in told if each.proposal == []]
    reached = [each for line in lines for each in numbers_named(line, labels, known)] if reaches else []
    named = [each for each in reached if not any(each.said in one for one in gone)]
    found: dict[str, Doubt] = {}
    for doubt in (*sure, *named, *told):
        found.setdefault(doubt.field, doubt)
    found = _without_number_named_fax(found, loose, labels)
    return _with_extension_told(
        found, [line for line in loose if not tells_of_a_person(line.text)], labels, known, shown
    )


def _with_extension_told(
    found: dict[str, Doubt], loose: Sequence[Loose], labels: Labels, known: Known, shown: Mapping[str, str]
) -> dict[str, Doubt]:
    """Put the extension of "mi extensión es la 412" to the telephone told beside it, else to the one that we showed."""
    phone = telephone_of(labels.form)
    if phone in found or not phone:
        return with_extension(found, [line.text for line in loose], labels.form)
    ours = next((value for key, value in shown.items() if value and labels.by_key.get(key) == phone), "")
    read = read_value(labels.form.field(phone), ours, 0, known) if ours else None
    return {**found, **only_extension([(line.line, line.text) for line in loose], labels.form, read)}


def _without_number_named_fax(found: dict[str, Doubt], loose: Sequence[Loose], labels: Labels) -> dict[str, Doubt]:
    """Take "solo cambia el fax, el nuevo número es …" as the fax alone, where no telephone is spoken of."""
    numbers = [each.id for each in labels.form.fields if each.kind == "telephone" and each.id in found]
    first = numbers[0] if numbers else ""
    same = [each for each in numbers[1:] if found[each].proposal == found[first].proposal]
    if not same or any(_TELEPHONE.search(line.text) for line in loose):
        return found
    return {field: doubt for field, doubt in found.items() if field != first}


def _has_sentence(text: str) -> bool:
    return is_sentence(text) or (". " in text and any(is_sentence(each) for each in clauses(text)))


def _words_beside(lines: Sequence[Loose], told: Sequence[Doubt]) -> int:
    """Count the words of the sentences in which nothing was found, courtesies apart."""
    sentences = [each for line in lines for each in _SENTENCES.split(line.text) if not is_courtesy(each)]
    return sum(len(each.split()) for each in sentences if not any(doubt.said in each for doubt in told))


def numbers_named(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the numbers and the addresses that a line names with their labels, of no event and asked by nobody."""
    asks = "?" in line.text and (_IS_IT_RIGHT.search(line.text) or SEND_US.search(fold(line.text)))
    if asks or _OF_AN_EVENT.search(line.text):
        return
    text = without_as_before(line.text)
    for piece in split(text, labels, None):
        if piece.label is None or len(piece.label.fields) != 1:
            continue
        field = labels.form.field(piece.label.fields[0])
        reach = _with_others(piece, extent(piece.text, piece.label, labels), field)
        dropped = _DROPPED.search(text[: piece.start])
        if field.kind in REACHES and not dropped and not _GONE.match(piece.text, reach):
            yield from proposed(field, clean_value(piece.text[:reach]).rstrip(" .,;"), line, known)
    for found in _ADDRESS.finditer(line.text) if "@" in line.text else ():
        address = next((each for each in labels.form.fields if each.kind == "email"), None)
        if address and not _DROPPED.search(line.text[: found.start("said")]):
            yield from proposed(address, found["said"].rstrip(" .,;)"), line, known)


def _with_others(piece: Piece, reach: int, field: Field) -> int:
    """How far the numbers reach behind "nuestros teléfonos son": to the last of them."""
    several = field.kind == "telephone" and piece.label is not None and piece.label.words.lower().endswith("s")
    while reach and several and (more := AND_ANOTHER_NUMBER.match(piece.text, reach)):
        reach = more.end()
    return reach


def _or_address(field: Field | None, said: str, labels: Labels) -> Field | None:
    """The e-mail's field for "mi dirección será ana@b.example"."""
    is_mail = field is not None and MAIL.match(said)
    return next((each for each in labels.form.fields if each.kind == "email"), field) if is_mail else field


def told_now(line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield what "My title is now Director, Policy" and "our fax has been discontinued" say."""
    for found in _NOW.finditer(line.text):
        end = _CLAUSE_END.search(line.text, found.end())
        said = line.text[found.end() : end.start() if end else None].strip(" .,;")
        ahead = _WHICH.sub("", line.text[: found.start()])
        said = said if len(ahead) == found.start() else _ASIDE_ENDS.split(said, maxsplit=1)[0]
        field = _or_address(field_before(ahead, labels, said), said, labels)
        reach = extent(line.text[found.end() :], Label((field.id,)), labels) if field else 0
        said = line.text[found.end() : found.end() + reach].rstrip(" .,;") if reach else said
        if field and field.multiline:  # "Col. Centro, México, D.F." holds full stops
            said = AND_ANOTHER.split(clauses(line.text[found.end() :])[0], maxsplit=1)[0].rstrip(" ,;")
        called = (
            field is None or field.kind != "name" or is_person(split_title(said)[1])
        )  # "my name is now on the list"
        office = field is not None and (field.kind == "institution" or field == unit_of(labels.form))
        if office and _WHERE_IT_IS.match(said):  # "our office is now located at …"
            continue
        if field and called and len(said.split()) <= MOST_WORDS:
            yield from proposed(field, said, line, known)
    for found in _STAYS_BEHIND.finditer(line.text):  # "el conmutador, 2539-5000, se mantiene"
        field = field_before(line.text[: found.start()], labels, found["said"])
        if field and field.kind in REACHES:
            yield from proposed(field, found["said"], line, known)
    for found in _TO_GO.finditer(line.text) if "fax" in line.text.lower() else ():
        label = labels.find(found["label"])
        if label and len(label.fields) == 1:
            yield Doubt(label.fields[0], found.group(), FROM_A_SENTENCE, line.line, [], one_reading=True)
    for found in _GONE.finditer(line.text):
        ahead = line.text[: found.start()]
        number = _NUMBER_LAST.search(ahead)  # of several telephones, perhaps: which stay, a person says
        field = field_before(ahead[: number.start()] if number else ahead, labels, "")
        said = line.text[number.start() if number else found.start() : found.end()].strip(" :,")
        if field and field.kind in REACHES:
            yield Doubt(field.id, said, FROM_A_SENTENCE, line.line, [], one_reading=number is None or field.id == "fax")
