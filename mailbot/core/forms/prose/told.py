"""Values announced as new in sentences, "favor actualizar mi cargo: Jefa": proposed, never taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core.forms.naming.clauses import clauses, is_cut_short
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.numbers import only_numbers
from mailbot.core.forms.naming.pieces import clean_value, extent, is_dialled_choice, split
from mailbot.core.forms.naming.said import Gap, Item, Loose, Said
from mailbot.core.forms.persons.about_persons import tells_of_a_person
from mailbot.core.forms.persons.reach import without_as_before
from mailbot.core.forms.prose.corrected import place_in
from mailbot.core.forms.taking.asides import with_remark
from mailbot.core.language import fold

_NEW = re.compile(
    r"\b(?:actualiz\w*|modific\w*|corre[gj]\w*|cambi\w*|vari\w*|updat\w*|chang\w*|correct\w*|nuev[oa]s?|new|ahora|now)\b"
)
_MINE = re.compile(
    r"\b(?:mi|mis|nuestr[oa]s?|nuev[oa]s?|my|our|new|unic[oa] (?:cambio|dato|que)|only change|unicamente|solamente"
    r"|solo|only|(?:ahora|now) (?:el|la|the)|cambi[ao] (?:el|la)|cambio de|change of)\b"
)
_OWN = re.compile(r"\b(?:mis?|nuestr[oa]s?|my|our)\b")
_NUMBER_OR_ADDRESS = r"(?=[+(\d]|\S+@\S)"
_SAID = re.compile(
    r"\s*(?:\b(?:es|sera|is now|is|will be|a|por|to)\s*:|:"
    r"|\b(?:es|sera|is)(?: (?:ahora|now))?(?: (?:el|la|the))?(?: (?:numero|number|no\.?))?\s+"
    + _NUMBER_OR_ADDRESS
    + ")"
)
_DENIED = re.compile(r"\b(?:no|not|nunca)\s*$")
_EXCEPT = re.compile(r"\b(?:salvo|excepto|menos|con excepcion|except|apart from|other than)\b")
_WHICH = re.compile(
    r",?\s(?:(?:que|el cual|la cual|which|and|y)(?: (?:ahora|now))?|ahora|now|(?:now )?it)\s*$", re.IGNORECASE
)
# The words between: "el teléfono, que por el traslado de la oficina ahora es …", "mi celular, que no figuraba: …"
_RELATIVE = re.compile(
    r",\s(?:que|el cual|la cual|which|that)\s(?![^.;:]*\b(?:ya no|no longer|antes|antigu|anterior|old|era|was|former))"
    r"[^.;:@]{1,90}$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\s*(?:[+(]?\d|\S+@)")
_WHERE = re.compile(
    r"\s(?:en|at|in)\s(?:la|el|esta|este|mi|nuestr[oa]|the|our|my)\s(?-i:[A-ZÀ-Þ])[^.;:,@\d]{2,70}$", re.IGNORECASE
)  # "mi teléfono en la Dirección General ahora es …"
_HAS_CHANGED = re.compile(
    r"\s+(?:ya )?(?:se )?(?:ha |has |have )?(?:cambi[oóa]|cambiado|modific[oó]|modificado|change[ds])\s*$",
    re.IGNORECASE,
)  # "mi teléfono cambió, ahora es …"
_IS_NOW = re.compile(r"(?:ahora|now)\s+(?:es|is)\s+(?:(?:el|la|the)\s+)?", re.IGNORECASE)
_BY_THIS = re.compile(
    r"\s(?:por|a|al|to|with|by)(?: (?:el|la|lo|este|esta|the|this))?"
    r"(?: (?:siguiente|nuevo|nueva|following|new))?(?: one)?\s*$",
    re.IGNORECASE,
)
_FORMERLY = re.compile(r"\s?\((?:antes|anteriormente|before|formerly|previously|was|era)\b[^()]{0,60}\)", re.IGNORECASE)
_AND_NOT = re.compile(
    r",?\s+(?:(?:y no|no|and not|not)\s+(?=[+(\d]|\S+@)"
    r"|(?:en (?:lugar|vez) del?|instead of|rather than|in place of)\s)",
    re.IGNORECASE,
)  # "es 2539-0012 y no 2539-0021"
_AND_NO_WORDS = re.compile(
    r",?\s+(?:y no|and not|instead of|rather than|en (?:vez|lugar) de)\s+(?=[A-ZÀ-Þ])|,\s+(?:no|not)\s+(?=[A-ZÀ-Þ])"
)  # "mi cargo es Técnica en Cooperación y no Asistente Técnica"
_NEXT_SENTENCE = re.compile(r"(?<=[\w)])[.;!]\s+(?=[A-ZÀ-Þ¡¿][^\W\d_]+ )")
_NEWS = re.compile(
    r"\b(?:(?:is|are) now|(?:has|have) (?:been )?changed to|cambio a|ha cambiado a"
    r"|ahora (?:es|son)|(?:es|is|are|remains?|(?:sigue|continua) siendo) (?=[+(\d]|\S+@))"
    r"|\b(?:phone|number|fax|e-?mail|numero|telefono|celular|correo)\b[^.;]{0,30}? (?:should|deb\w+)"
    r" (?=\w+ [+(\d]|\w+ \S+@)"
)
_MOST_WORDS = 4  # of a label
_MOST_VALUE_WORDS = 14
_MOST_OF_A_PLACE = 24  # words of an address by its landmarks
_ANOTHER = re.compile(
    r"\W*(?:(?:y|e|o|ó|u|and|or|al?|to)\s+)?(?:(?:el|al|the|to)\s+)?(?:[+(]?\d|\S+@)"
)  # a second value
_AND_MY = re.compile(
    r",?\s+(?:y|e|and)\s+(?:(?:que|that)\s+)?(?:mis?|el|la|los|nuestr[oa]s?|my|our|the)\s+", re.IGNORECASE
)
_MORE = re.compile(
    r"[\d@:;]|\b(?:but|pero|while|desde|since|a partir|as of|effective)\b"
    r"|\b(?:and|y) (?:my|our|the|his|her|their|i|we|mi|mis|nuestr[oa]s?|el|la|los|las|su|sus|me|he|yo|ahora)\b"
)
_MORE_OF_A_PLACE = re.compile("[@:;]|" + _MORE.pattern.partition("|")[2])  # "Edificio 3, 2.º nivel"
_THEIRS = re.compile(r"\b(?:his|her|their|su) \w+ ?\w*$")
_NUMBER = re.compile(
    r"\b(?:mi|my|our|new|nuestro|nuevo|contact)(?: new| nuevo)? (?:number|numero)"
    r"(?: (?:for|of|at|de|del) (?:(?:our|the|my|la|el|nuestra|mi) )?(?:office|oficina|department|departamento|unit))?$"
)
_SIGNS = (":", "es ", "es\t", "is ", "is\t", "a ", "a\t")  # one of these stands before the value
_EXTENSION = re.compile(r"\b(?:extensi[oó]n|interno|anexo)\b", re.IGNORECASE)
_LONGEST = 200  # characters of a sentence
_MOST = 2_000  # of a line


def all_told_in(
    text: str, line: int, lines: tuple[int, ...], labels: Labels, *, of_another: bool = False
) -> list[Item]:
    """Return the values that a line's sentences announce, all of them unsure, with the sentences as words apart.

    Empty when nothing is announced.  ``of_another``: the line tells of somebody, so only "mi" and "nuestro" count.
    """
    sentences = clauses(text[:_MOST])
    news = [len(_NEWS.findall(fold(each))) for each in sentences]
    apart = _EXTENSION.search(text) and (sum(news) > 1 or without_as_before(text) != text)
    if len(text) > _MOST or max(news, default=0) > 1 or apart:
        return []  # several in one sentence, or an extension apart from its number: ``sentences`` asks for each
    found = [told_in(each, labels) if not of_another or _is_own(each) else None for each in sentences]
    if not any(found):
        return []
    found = [told or _own_beside(each, labels) for each, told in zip(sentences, found, strict=True)]
    items: list[Item] = []
    for sentence, told in zip(sentences, found, strict=True):
        items += [Gap(), Loose(sentence, line, lines), Gap(), *(_said(*told, line, lines, labels) if told else ())]
    return items


def _own_beside(sentence: str, labels: Labels) -> tuple[Label, str] | None:
    """Return what "Mi celular es 8830-0000" tells beside a sentence of news; None for none."""
    return told_in(sentence, labels, beside_news=True) if _is_own(sentence) else None


def _is_own(sentence: str) -> bool:
    return _OWN.search(fold(sentence)) is not None and not tells_of_a_person(sentence)


def _said(label: Label, words: str, line: int, lines: tuple[int, ...], labels: Labels) -> Iterator[Said]:
    """Yield the value, and those under labels of their own in the words behind a number or an address."""
    text = clean_value(words).rstrip(" .")
    text = place_in(text) if labels.form.field(label.fields[0]).multiline else text
    end = extent(text, label, labels) or _clause_end(text, labels)
    reach = with_remark(text, end) if end else 0
    rest = text[reach:]
    if rest == text or (not rest and reach == end) or _ANOTHER.match(rest):
        yield Said(label, text, line, lines, unsure=True, told=_is_whole(text, label, labels))
        return
    value = text[:reach].rstrip(" .,;")
    yield Said(label, value, line, lines, unsure=True, told=_is_whole(text[:end].rstrip(" .,;"), label, labels))
    for piece in split(rest, labels, None):
        reach = extent(piece.text, piece.label, labels) if piece.label and not piece.label.part else 0
        if piece.label and reach and not _ANOTHER.match(piece.text[reach:]):
            value = clean_value(piece.text[:reach]).rstrip(" .,;")
            yield Said(piece.label, value, line, lines, unsure=True, told=True)


def _clause_end(text: str, labels: Labels) -> int:
    """Where "Directora de Fronteras y mi teléfono es …" goes on to another field; 0 where it does not."""
    for found in _AND_MY.finditer(text):
        after = text[found.end() :].split()
        if any(labels.find(" ".join(after[:size]).strip(",:")) for size in range(1, _MOST_WORDS + 1)):
            return found.start()
    return 0


def _is_whole(text: str, label: Label, labels: Labels) -> bool:
    """Tell whether a value is all that was said: a number or an address alone, or a few words and no further clause."""
    field = labels.form.field(label.fields[0])
    if field.kind in {"telephone", "email"}:
        whole = extent(text, label, labels) == len(text.rstrip(" )")) > 0
        return whole or (field.kind == "telephone" and only_numbers(text))  # "2230-0040 y 2230-0041"
    more = _MORE_OF_A_PLACE if field.multiline else _MORE
    most = _MOST_OF_A_PLACE if field.multiline else _MOST_VALUE_WORDS
    return field.kind == "window" or (len(text.split()) <= most and not more.search(fold(text)))


def told_in(text: str, labels: Labels, *, beside_news: bool = False) -> tuple[Label, str] | None:
    """Return the label and the words of the one value a sentence announces, None when there is none.

    ``beside_news``: the sentence need not say that the value is new.
    """
    if len(text) > _LONGEST or not any(sign in text for sign in _SIGNS):
        return None
    if not beside_news and not _is_news(fold(text)):
        return None
    for cut in _SAID.finditer(text):
        before = text[: cut.start()]
        folded = fold(before)
        whose = _MINE.search(folded) or _EXCEPT.search(folded)
        if not whose or _DENIED.search(folded):
            continue
        if not beside_news and not _is_news(fold(text[: cut.end()])):
            continue
        bare = _HAS_CHANGED.sub("", _WHICH.sub("", _BY_THIS.sub("", before)))
        label = _last_label(bare, labels)
        short = _WHERE.sub("", _RELATIVE.sub("", bare))
        if short != bare and (label is None or not _fits(label, text[cut.end() :], labels)):
            label = _last_label(short, labels)
        rest = _first_sentence(_FORMERLY.sub("", text[cut.end() :]).strip())
        rest = _IS_NOW.sub("", rest, count=1) if _IS_NOW.match(rest) else rest
        if label and rest and not is_dialled_choice(label, rest, 0, labels):
            rest = _AND_NOT.split(rest, maxsplit=1)[0]
            worded = labels.form.field(label.fields[0]).kind not in {"telephone", "email"}
            return label, _AND_NO_WORDS.split(rest, maxsplit=1)[0] if worded else rest
    return None


def _first_sentence(text: str) -> str:
    stops = (each.start() for each in _NEXT_SENTENCE.finditer(text))
    ends = (at for at in stops if text[at - 1].isdigit() or not is_cut_short(text[:at]))  # "Zona 4.", but "2a. Avenida"
    return text[: next(ends, len(text))]


def _fits(label: Label, words: str, labels: Labels) -> bool:
    """Tell whether a number or an address is said of such a field: "mi correo en la Cancillería es a@b" is of none."""
    return not _REACHED.match(words) or bool(extent(words.lstrip(), label, labels))


def _is_news(folded: str) -> bool:
    """Tell whether words say that something changes, or what stays apart from it: "todo igual salvo el teléfono"."""
    return bool(_NEW.search(folded) or _EXCEPT.search(folded))


def _last_label(text: str, labels: Labels) -> Label | None:
    """The label that the last words are, the longest first."""
    words = text.split()
    ends = (" ".join(words[-size:]) for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1))
    found = (found for each in ends if (found := labels.find(each)) and len(found.fields) == 1)
    return label_of_number(text, labels) or next(found, None)


def label_of_number(text: str, labels: Labels) -> Label | None:
    """Return the telephone's label for words that end in "my new number"."""
    folded = fold(text.rstrip())
    return labels.find("telefono") if _NUMBER.search(folded) and not _THEIRS.search(folded) else None
