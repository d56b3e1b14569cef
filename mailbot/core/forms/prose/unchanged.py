"""Phrases such as "sin cambios" and "no change" that confirm a whole form, or all the rest of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.fields import split_title
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.language import fold
from mailbot.core.remembered import remembered
from mailbot.core.values import FieldValue, Form

_SENTENCE = re.compile(r"[.!;\n]+\s*|,\s+(?=(?:pero|salvo|excepto|but|except))")
_EXCEPTION = re.compile(
    r"\b(?:salvo|excepto|exceptuando|(?<!al )(?<!lo )menos(?! que)|quitando|a excepcion|save for"
    r"|que (?:ahora|paso a|cambio a)|which is now|except|pero|but|however|sin embargo|aunque|although|unicamente"
    r"|solamente|solo|only|aparte"
    r"|con (?:la )?(?:unica )?(?:excepcion|salvedad)|exception|un(?:a)? (?:sol[oa] |unic[oa] |pequen[oa] )?"
    r"(?:cambio|correccion|actualizacion|modificacion)|one (?:small |minor )?(?:change|correction|update|thing)"
    r"|salvedad(?:es)?|ya no(?! (?:hay|tenemos|tengo))|no longer|discontinued|apart from"
    r"|other than|ademas|also|adicional|next|please note)\b"
)
_HOW_ONE_DOES = re.compile(
    r"\btodo (?:(?:esta|sigue|va|marcha|anda) )?(?:muy )?(?:bien|igual|en orden)\b"
    r"|\b(?:everything|all) (?:is |stays |remains )?(?:the same|fine|good|well|ok|in order)\b"
)
_OF_DATA = re.compile(
    r"\b(?:datos?|lista|directorio|contactos?|informacion|puntos? focal(?:es)?|enlaces?|formulario|ficha|registro"
    r"|cambi\w+"
    r"|actualiz\w+|correct\w+|correg\w+|vigentes?|details?|data|list|directory|contacts?|information"
    r"|focal points?|form"
    r"|record|chang\w+|updat\w+)\b"
)
_DENIAL = re.compile(
    r"\b(?:no es|not(?! (?:been )?(?:changed|altered|modified)\b)|si hay|there are changes)\b"
    r"|(?<!no )(?<!ningun )\bhay cambios\b"
)
_REST = re.compile(
    r"\b(?:demas|resto|los otros datos|(?:the|all) other"
    r"|the rest|everything else|all else|otherwise|remaining)\b"
)
_STAYS = re.compile(
    r"\b(?:igual(?:es)?|lo mismo|los mismos|mantienen?|permanecen?|sin (?:ningun )?cambios?|sin (?:variacion|novedad)"
    r"|no cambian?|no (?:ha|han) cambiado|correct[oa]s?|vigentes?|same|unchanged|no changes?|as is|as before|correct"
    r"|stands?)\b"
)
_ANOTHER_NUMBER = re.compile(
    r"\b(?:ahora|nuev[oa]s?|cambi[oa]\w*|ya no|now|new|changed)\b[^\n]*(?:\d[\s().-]?){6}|\b(?:ahora|now) \S+@"
)
_CONFIRMED = re.compile(
    r"\b(?:confirm(?:o|amos|a)|ratific(?:o|amos|a)|valid(?:o|amos))"
    r" (?:que son correct[oa]s )?(?:todos |toda )?(?:los|la|nuestros|nuestra|mis|sus) (?:mismos )?"
    r"(?:datos|informacion)\b"
    r"|\b(?:we|i) (?:hereby )?confirm (?:all )?(?:the|our|my) (?:contact )?(?:details|information|data)\b"
)
_NO_CHANGE = re.compile(
    r"\b(?:no (?:ha|han) (?:sufrido|tenido|presentado|registrado|experimentado|habido)|no (?:hubo|existen?|presentan?"
    r"|registran?|tienen?|sufren?|ameritan?|necesitan?)) (?:ningun[oa]? )?"
    r"(?:cambios?|modificacion(?:es)?|variacion(?:es)?|novedad(?:es)?|alteracion(?:es)?|actualizacion(?:es)?)\b"
    r"|(?:no (?:tengo|tenemos|hay)|sin) (?:ningun[oa]s? )?(?:observacion(?:es)?|correccion(?:es)?|comentarios?)"
    r" (?:alguna )?(?:a|sobre|respecto (?:a|de)|en) (?:l[oa]s? |nuestr[oa]s? |mis )?(?:datos|lista|directorio"
    r"|contactos)\b"
    r"|\b(?:datos|informacion|lista|directorio|registro)\b[^.;?]{0,50}?(?<! no)\s(?:son|es|estan?|siguen?(?: siendo)?"
    r"|continuan?(?: siendo)?|permanecen?|se (?:mantienen?|encuentran?)) (?:l[oa]s? |tod[oa]s )?"
    r"(?:correct[oa]s?|mism[oa]s?|vigentes?|al dia|actualizad[oa]s?|iguales|igual|en orden|valid[oa]s?)\b"
    r"|\b(?:details|information|data|entry|everything|records?|list(?:ing)?|particulars)\b[^.;?]{0,40}?\s(?:is|are"
    r"|remains?|stays?)(?: still| all| both)? (?:correct|accurate|valid|current|up[ -]to[ -]date|the same|unchanged"
    r"|in order)\b"
    r"|\b(?:details|information|data|records?|particulars)\b[^.;?]{0,20}? (?:has|have)(?: not|n't) (?:been )?"
    r"(?:changed|altered|modified)\b"
    r"|\b(?:lista|directorio|datos|informacion)\b[^.;?]{0,20}? no (?:tenemos|tengo|hay) (?:ningun[oa]? )?"
    r"(?:observacion(?:es)?|correccion(?:es)?|comentarios?)\b"
)
_KEPT = re.compile(  # "favor mantener los datos que tienen registrados", "please keep our current contact"
    r"\b(?:mantener|mantengan|conserv(?:ar|en)|dejar|dejen) (?:(?:los|nuestros|mis) (?:mismos )?datos|(?:la|nuestra)"
    r" (?:misma )?informacion)(?: de contacto)? (?:tal (?:cual|como estan)|como estan|actual(?:es)?|vigentes?|que"
    r" (?:ya )?(?:tienen|obran?|figuran?|estan?|aparecen?)\b)"
    r"|\b(?:keep|leave|retain) (?:(?:our|my|the) (?:current|existing|present) (?:contacts?|details|information|data"
    r"|entry|focal point)\b|(?:our|my|the) (?:contacts?|details|information|data|entry)(?: details| information)?"
    r" (?:as (?:is|they are|it is)|unchanged|you have|on file))"
)
_IN_A_WORD = re.compile(  # all that a letter says
    r"(?:(?:si|yes|todo|all|it is|esta),? )*(?:correcto|conforme|confirmado|confirmed|correct|looks (?:good|fine"
    r"|correct)"
    r"|de acuerdo con (?:los|mis|nuestros) datos|verificad[oa]s?(?: y correct[oa]s?)?)"
)
_WISHED = re.compile(
    r"\b(?:no|nor|not|never|neither|si|if|whether|que si|please|favor|sirvan?se|agradec\w+|podrian?|could"
    r"|confirm(?:en|e)|verifi(?:car|quen)"
    r"|revis(?:ar|en)"
    r"|esper\w+|hope|sean|asegur\w+|make sure|ensure|until|hasta|cuando|when|once|antes|before|creo|think|parece)\b"
)
_ASKED = re.compile(r"[?¿]")
_NOT_KEPT = re.compile(r"\b(?:no|not|ya|hasta|until|mientras|while|esper\w+|hope|cannot|can't|unable)\b")
_NOT_YET = re.compile(
    r"\b(?:les?|brevedad|manana|proxim[oa]|luego|despues|pronto|cuanto antes|una vez|en cuanto|cuando|siguientes?"
    r"|continuacion|abajo|adjunt\w*|no|tomorrow|soon|shortly|later|once|when|next|following|below|attached|cannot"
    r"|you)\b"
)
_OF_AN_OFFICE = re.compile(r"\b(?:datos|informacion) de (?:la|esta|nuestra) (?:sub)?direccion\b")
_OF_WAYS = re.compile(
    r"\b(?:telefonos?|correos?|numeros?|fax(?:es)?|extension(?:es)?|celular(?:es)?|e-?mails?|(?:tele)?phones?"
    r"|numbers?"
    r"|(?:e-?mail|mailing) addresses)\b"
)  # "los teléfonos y los correos del personal no sufren variación"
_OF_ALL = re.compile(
    r"\b(?:datos|informacion|details|data|particulars|lista|list|directorio|directory|contactos?|contacts?|todos?|all"
    r"|everything|registros?|records?|entry|entries)\b"
)
_REACHED = re.compile(r"\d{4}|\S@\S|:\s*\S")
_SMALL = frozenset(
    "y e o mi mis su el la los las nuestro nuestra nuestros en de del al a my our the to in of and is are has have"
    " remains remain stays stay es esta estan son sigue siguen ha han se mantiene mantienen queda permanece".split()
)
_MOST_LABEL_WORDS = 4
_MOST_REST_WORDS = 9
_MOST_WORDS = 22  # of the sentence that confirms
_MOST_OTHER_WORDS = 25  # of everything else that is no courtesy


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The phrase found, where; ``rest``: it speaks of the rest only."""

    said: str
    line: int
    rest: bool


def find_unchanged(loose: Sequence[Loose], form: Form, others: Sequence[Form] = ()) -> Unchanged | None:
    """Return the phrase with which the sender confirms, None when nothing or too much is said.

    ``others``: further forms whose single fields such a phrase may speak of.
    """
    phrases = _phrases(form)
    sentences = (fold(each) for line in loose for each in _SENTENCE.split(line.text))
    if not any(_phrase(each, phrases, form, alone=True) for each in sentences):
        return None
    found: Unchanged | None = None
    loose = loose[: _signed_from(loose, phrases)]
    alone = not any(_REACHED.search(line.text) for line in loose)
    words = 0
    for line in loose:
        for sentence in _SENTENCE.split(line.text):
            folded = fold(sentence)
            phrase = _phrase(folded, phrases, form, alone=alone)
            said, beside = _clause_with(folded, phrase)
            fits = phrase and len(said.split()) <= _MOST_WORDS and not _DENIAL.search(folded)
            fits = (
                fits and not _ASKED.search(sentence) and not _at_a_name(sentence) and not FIND_CODE.match(sentence)
            )  # said of that one
            fits = fits and not any(_of_one_field(folded, str(phrase), each) for each in (form, *others))
            if fits and found is None:
                excepted = _EXCEPTION.search(folded) or _ANOTHER_NUMBER.search(folded)
                if excepted and not _REST.search(folded):
                    return None
                found = Unchanged(sentence.strip(), line.line, bool(_REST.search(folded)))
                words += beside
            elif _EXCEPTION.search(folded) or _ANOTHER_NUMBER.search(folded):
                words += _MOST_OTHER_WORDS
            elif sentence.strip() and not is_courtesy(sentence):
                words += len(sentence.split())
    if found and not found.rest and words >= _MOST_OTHER_WORDS:
        return None
    return found


def is_small_talk(said: str, around: str) -> bool:
    """Tell whether "por acá todo bien" is how somebody does, in a letter that speaks of no data.

    ``around``: the whole letter.
    """
    return _HOW_ONE_DOES.search(fold(said)) is not None and not _OF_DATA.search(fold(around))


def _at_a_name(sentence: str) -> bool:
    """Tell whether such words stand in brackets behind a name: "Licda. Ana Prueba (sin cambios)"."""
    ahead = without_bullet(sentence.partition("(")[0]).rpartition(":")[2] if "(" in sentence else ""
    return bool(ahead) and is_person(split_title(ahead.strip())[1])


def _phrase(folded: str, phrases: Sequence[str], form: Form, *, alone: bool) -> str | None:
    """The words of a sentence that confirm; ``alone``: no number or address stands anywhere."""
    phrase = next((each for each in phrases if each in folded and _holds(folded, each)), None) or _the_rest_stays(
        folded
    )
    return phrase or (_confirms(folded) if form.subject_of == "contact" and alone else None)


@lru_cache(maxsize=64)
def _phrases(form: Form) -> Sequence[str]:
    return sorted((fold(each) for each in form.no_change), key=len, reverse=True)


def _clause_with(folded: str, phrase: str | None) -> tuple[str, int]:
    """Return the clause behind a colon that holds a phrase, and how many words of the sentence stand before it."""
    before, sign, after = folded.rpartition(": ")
    if phrase and sign and len(folded.split()) > _MOST_WORDS and phrase in after:
        return after, len(before.split())
    return folded, 0


def _of_one_field(folded: str, phrase: str, form: Form) -> bool:
    """Tell whether the phrase speaks of one field: "el celular sigue igual", "sin cambios en el teléfono"."""
    if _REST.search(folded) or _OF_AN_OFFICE.search(folded):
        return False
    if _OF_WAYS.search(folded.partition(phrase)[0]) and not _OF_ALL.search(folded):
        return True
    before, _, after = ([word for word in words.split() if word not in _SMALL] for words in folded.partition(phrase))
    sizes = range(1, _MOST_LABEL_WORDS + 1)
    near = {" ".join(before[-size:]) for size in sizes} | {" ".join(after[:size]) for size in sizes}
    found = (labels_of(form).find(each) for each in near if each)
    return any(label is not None and _is_data(label.fields, form) for label in found)


def _is_data(fields: Sequence[str], form: Form) -> bool:
    """A label that names what one can be reached by, not the person ("punto focal") or the State."""
    return all(form.field(each).kind in {"telephone", "email", "text"} for each in fields)


def _confirms(folded: str) -> str | None:
    """Find "ratificamos los datos de nuestro punto focal", said of what stands and not of what follows."""
    found = _CONFIRMED.search(folded)
    if found:
        return None if _NOT_YET.search(folded) else found.group()
    if _IN_A_WORD.fullmatch(folded.strip(" .,!")):
        return folded
    kept = _KEPT.search(folded)
    if kept and not _NOT_KEPT.search(folded):
        return kept.group()
    found = _NO_CHANGE.search(folded)
    return found.group() if found and not _WISHED.search(folded[: found.start()] + folded[found.end() :]) else None


def _signed_from(loose: Sequence[Loose], phrases: Sequence[str]) -> int:
    """The place of the name under which only its post, office and numbers follow; the end without one.

    "NO CHANGE" in capitals is no name.
    """
    for place, line in enumerate(loose):
        if place and is_person(line.text) and not _holds_phrase(line.text, phrases):
            more = any(is_sentence(each.text) or _EXCEPTION.search(fold(each.text)) for each in loose[place:])
            return len(loose) if more else place
    return len(loose)


def _holds_phrase(text: str, phrases: Sequence[str]) -> bool:
    folded = fold(text)
    return any(each in folded and _holds(folded, each) for each in phrases)


def says_the_rest_stays(text: str) -> bool:
    """Tell whether a line says no more than that everything else is as it was: "Resto igual"."""
    return _the_rest_stays(fold(text)) is not None


@remembered
def _the_rest_stays(folded: str) -> str | None:
    """A short sentence that the rest stays as it is, in whatever words."""
    short = len(folded.split()) <= _MOST_REST_WORDS
    found = _STAYS.search(folded) if short and _REST.search(folded) else None
    return found.group() if found else None


def _holds(folded: str, phrase: str) -> bool:
    place = folded.find(phrase)
    if place < 0:
        return False
    before, after = folded[:place], folded[place + len(phrase) :]
    return not (before[-1:].isalnum() or after[:1].isalnum())


def value_of(found: Unchanged, form: Form) -> FieldValue:
    """Return what the phrase sets."""
    return FieldValue(form.no_change_value, found.said, found.line, "normalised")
