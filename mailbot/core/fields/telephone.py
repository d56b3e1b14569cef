"""Telephone and fax numbers → RFC 3966 global numbers without ``tel:``.

A number is taken when its digits can be one of that country; what a library would have to
mend silently is a doubt.
"""

from __future__ import annotations

import re
from dataclasses import replace

import phonenumbers
from phonenumbers import PhoneNumberFormat

from mailbot.core.fields.number_remarks import without_remarks
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

CALLING = {
    "BZ": ("501", (7,)),
    "CA": ("1", (10,)),
    "CR": ("506", (8,)),
    "SV": ("503", (8,)),
    "US": ("1", (10,)),
    "GT": ("502", (8,)),
    "HN": ("504", (8,)),
    "MX": ("52", (10,)),
    "NI": ("505", (8,)),
    "PA": ("507", (7, 8)),
    "DO": ("1", (10,)),
}
LENGTHS = dict(CALLING.values())
_EXTENSION = re.compile(
    r"[\s,;.(]*(?:\b(?:extension(?:es)?|extensions|extn?s?|anexos?|internos?|int|poste|ramal|x)\b\s*[.:#=]*\s*(?:(?:numeros?|nums?|nro|no|n)\b\.?\s*)?"
    r"|(?<![a-z])x\s?(?=\d)|\s#\s?(?=\d{1,6}\b))"
    r"(\d{1,7}(?:\s*(?:,|/|y|e|and|o|or)\s*\d{1,6}(?!\d|\s*-\s*\d|\s\d{3}))*)\s*\)?"
)
_SEPARATOR = re.compile(r"\s*(?:;|\||\n|(?<!\d)/(?!\d)|\s/\s|\by\b|\band\b|\be\b|\bo\b|\bor\b|,)\s*")
_LEAD = re.compile(
    r"^(?:\s*(?:tel(?:efono)?s?|phone|pbx|conmutador|fax|telefax|cel(?:ular)?|movil|mobile|directo|central"
    r"|oficina|office|direct|main|principal|switchboard|desk|landline|no|num|numero|whatsapp)\b\s*[.:#]*)+\s*"
)
_ENDINGS = re.compile(r"(?<=\d)\s*/\s*(?=\d{2,4}\b(?!\s*[-\d]))")
_WHOLE_NUMBERS = re.compile(r"(?<=\d{3}-\d{4})/(?=\(?\d[\d().-]{5,}\d)|(?<=\d{7})/(?=\(?\d[\d().-]{5,}\d)")
_AREA_SLASH = re.compile(
    r"(?:^|(?<=[;,]\s)|(?<=[;,]))((?:\+?1[\s.-]?)?\(?[2-9]\d\d\)?)\s?/\s?(?=[2-9]\d\d[-.\s]\d{4}(?!\d))"
)  # 202/555-0188
_PLUS_IN_BRACKETS = re.compile(r"^\(\s*\+\s*(\d{1,4})\s*\)\s*")  # (+507) 6600-1234
_CALLED_FROM = re.compile(
    r"(?:(?:y |o |and |or )?(?:llamando |(?:para )?llamadas |calling |dialing |if calling )?(?:desde|from|en|in)"
    r" (?:los |el |la |the )?(?P<country>[a-z.]+(?: [a-z.]+){0,2}?)\s*:?\s+(?=[+(\d])"
    r"|(?P<number>.*\d)\s*\((?:desde |from |en |in )?(?:los |el |la |the )?(?P<behind>[a-z.]+(?: [a-z.]+){0,2})\))"
)  # "desde EE.UU. 202-555-0188", "202-555-0188 (US)"
_HYPHENS = re.compile("[\u2010-\u2013\u2212]")  # Word's unbreakable hyphen, dashes, a minus
_MOST_ENDINGS = 5
_SHAPE = re.compile(r"^\+?[\d\s().\-–]+$")

WRONG_DIGITS = Bilingual(
    "la cantidad de dígitos no corresponde a ese país", "the number of digits does not fit that country"
)
NO_COUNTRY = Bilingual("falta el código del país", "the country code is missing")
NOT_A_NUMBER = Bilingual("no es un número de teléfono", "is not a telephone number")


def read(_field: Field, words: str, line: int, known: Known) -> FieldValue | Doubt:
    """One or more numbers with their extensions; any doubt about one is a doubt about all."""
    found: list[str] = []
    if fold(words).strip(" .-") == "no":
        return FieldValue([], words, line, "normalised")
    flat = without_remarks(_HYPHENS.sub("-", fold(words)))
    flat = _endings_written_out(_AREA_SLASH.sub(r"\1-", _WHOLE_NUMBERS.sub(" / ", flat)))
    for piece in _pieces(flat):
        numbers = _numbers(*_of_country(piece, known))
        if isinstance(numbers, Bilingual):
            likely = _likely(flat, known) if numbers is NO_COUNTRY else None
            proposal = likely or _proposal(piece, known.region)
            return Doubt("", words, numbers, line, proposal=proposal, one_reading=likely is not None)
        found.extend(numbers)
    if not found:
        return Doubt("", words, NOT_A_NUMBER, line)
    unique = list(dict.fromkeys(found))
    return FieldValue(unique, words, line, "exact" if unique == [words] else "normalised")


def _likely(flat: str, known: Known) -> list[str] | None:
    """The numbers as those of the State that the letter suggests, to be asked; None where it suggests none."""
    if known.region is not None or known.likely_region is None:
        return None
    found: list[str] = []
    for piece in _pieces(flat):
        numbers = _numbers(*_of_country(piece, replace(known, region=known.likely_region)))
        if isinstance(numbers, Bilingual):
            return None
        found.extend(numbers)
    return list(dict.fromkeys(found))


def _of_country(piece: str, known: Known) -> tuple[str, str | None]:
    """Return a number without the country it is called in, and that country; else the number and whose list it is."""
    found = _CALLED_FROM.match(piece) if piece[:1].isalpha() or piece[-1:] == ")" else None
    named = (found["country"] or found["behind"]) if found else ""
    code = known.countries.get(named) or known.countries.get(named.replace(".", ""))
    if found is None or code is None:
        return piece, known.region
    return found["number"] or piece[found.end() :], code


def _endings_written_out(text: str) -> str:
    """2410-0000/0001 → 2410-0000 / 2410-0001, and the same for each further ending."""
    for _ in range(_MOST_ENDINGS):
        longer = _ending_written_out(text)
        if longer == text:
            break
        text = longer
    return text


def _ending_written_out(text: str) -> str:
    match = _ENDINGS.search(text)
    if not match:
        return text
    before, ending = text[: match.start()], re.match(r"\d+", text[match.end() :])
    stem = re.search(r"[+\d(][\d\s().-]*$", before)
    if stem is None or ending is None:
        return text
    number = stem[0].rstrip()
    return text[: match.start()] + " / " + number[: -len(ending[0])] + text[match.end() :]


def _pieces(text: str) -> list[str]:
    """Split several numbers; the numbers of an extension list stay together."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f" \ue000{len(kept) - 1}\ue001 "

    marked = _EXTENSION.sub(keep, text)
    pieces: list[str] = []
    for piece in _SEPARATOR.split(marked):
        back = re.sub("\ue000(\\d+)\ue001", lambda m: f" ext {kept[int(m[1])]}", piece).strip()
        if back:
            if not re.search(r"\d{4}", re.sub(r"\bext .*$", "", back)) and pieces and "ext" in back:
                pieces[-1] += " " + back
            else:
                pieces.append(back)
    return pieces


def _numbers(piece: str, region: str | None) -> list[str] | Bilingual:
    match = _EXTENSION.search(piece)
    extensions = re.findall(r"\d+", match[1]) if match else []
    if match and piece[match.end() :].strip(" .,;)"):
        return NOT_A_NUMBER  # "ext. 101-103" may be two extensions or a range
    main = _LEAD.sub("", piece[: match.start()] if match else piece).strip(" .,:;")
    main = _PLUS_IN_BRACKETS.sub(r"+\1 ", re.sub(r"\(\s*\)", "", main).strip())
    if not _SHAPE.match(main) or not re.search(r"\d", main):
        return NOT_A_NUMBER
    number = _global(main, region)
    if isinstance(number, Bilingual):
        return number
    return [f"{number};ext={each}" for each in extensions] or [number]


def _global(main: str, region: str | None) -> str | Bilingual:
    digits = re.sub(r"\D", "", main)
    if main.startswith("+") or digits.startswith(("00", "011")):
        return _international(re.sub(r"^(00|011)", "", digits))
    for code in sorted(LENGTHS, key=len, reverse=True):
        named = re.match(rf"^\(?\s*{code}\b", main) or re.match(rf"^\(?{code}[\s)\-]", main)
        if named and len(digits) > len(code) and (code != "1" or len(digits) == 11):
            rest = digits[len(code) :]
            if len(rest) in LENGTHS[code]:
                return f"+{digits}"
            if code == "52" and len(rest) == 11 and rest[0] == "1":
                return f"+52{rest[1:]}"
            if _national(digits, region) is None and main.startswith("("):
                return WRONG_DIGITS
    area = re.match(r"^\(?(809|829|849)\)?", main)
    if area and len(digits) == 10 and region in {None, "DO"}:
        return f"+1{digits}"
    if region is None:
        return _without_region(digits)
    return _national(digits, region) or WRONG_DIGITS


def _without_region(digits: str) -> str | Bilingual:
    if len(digits) == 11 and digits[0] == "1":
        return f"+{digits}"
    for code, lengths in LENGTHS.items():
        if len(code) == 3 and digits.startswith(code) and len(digits) - 3 in lengths and len(digits) > 10:
            return f"+{digits}"
    return _of_the_one_plan(digits) or NO_COUNTRY


def _of_the_one_plan(digits: str) -> str | None:
    """Ten digits that only one of the region's two plans of ten has: Washington's 202 is no area of Mexico."""
    plans = [code for code in ("1", "52") if len(digits) == 10 and _is_valid(f"+{code}{digits}")]
    return f"+{plans[0]}{digits}" if len(plans) == 1 else None


def _is_valid(number: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def _national(digits: str, region: str | None) -> str | None:
    if region not in CALLING:
        return _library(digits, region)
    code, lengths = CALLING[region]
    if len(digits) in lengths:
        return f"+{code}{digits}"
    if digits.startswith(code) and len(digits) - len(code) in lengths:
        return f"+{digits}"
    if region == "MX" and len(digits) == 12 and digits.startswith("01"):
        return f"+52{digits[2:]}"  # long distance, until 2019
    if region == "MX" and len(digits) in {12, 13} and digits[:3] in {"044", "045"}:
        return f"+52{digits[-10:]}"
    return None


def _library(digits: str, region: str | None) -> str | None:
    try:
        parsed = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None  # a number that lacks its area, say
    return str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164))


def _international(digits: str) -> str | Bilingual:
    for code, lengths in LENGTHS.items():
        if digits.startswith(code):
            rest = digits[len(code) :]
            if code == "52" and len(rest) == 11 and rest[0] == "1":
                rest = rest[1:]
            return f"+{code}{rest}" if len(rest) in lengths else WRONG_DIGITS
    try:
        parsed = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException:
        return WRONG_DIGITS
    return f"+{digits}" if phonenumbers.is_possible_number(parsed) else WRONG_DIGITS


def _proposal(piece: str, region: str | None) -> list[str] | None:
    """A seven-digit number of a country that has eight since 2008–2010 probably lacks a 2."""
    digits = re.sub(r"\D", "", _EXTENSION.sub("", piece))
    for name in ("HN", "NI", "CR"):
        code = CALLING[name][0]
        if digits.startswith(code) and len(digits) == len(code) + 7:
            return [f"+{code}2{digits[len(code) :]}"]
        if region == name and len(digits) == 7:
            return [f"+{code}2{digits}"]
    return None


def show(_field: Field, canonical: object) -> Bilingual:
    """+502 2410-0000 ext. 123, the same in both languages."""
    values = canonical if isinstance(canonical, list) else [canonical]
    words = "; ".join(_shown(str(each)) for each in values)
    return Bilingual(words, words)


def _shown(number: str) -> str:
    main, _, extension = number.partition(";ext=")
    for code, lengths in sorted(LENGTHS.items(), key=lambda each: -len(each[0])):
        rest = main.removeprefix(f"+{code}")
        if main.startswith(f"+{code}") and len(rest) in lengths:
            main = f"+{code} {_grouped(rest)}"
            break
    return f"{main} ext. {extension}" if extension else main


def _grouped(digits: str) -> str:
    if len(digits) == 10:
        return f"{digits[:3]} {digits[3:6]}-{digits[6:]}"
    return f"{digits[:-4]}-{digits[-4:]}"
