"""Numbers with their decimals beside a label, as indicators have them."""

from __future__ import annotations

import re
from decimal import Decimal

from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

_NUMBER = re.compile(r"(-?\d[\d.,' \u00a0\u202f]*)\s?(%|[a-z][^\d]{0,80})?")
_THOUSANDS = re.compile(r"(?<=\d)[' \u00a0\u202f](?=\d{3}(?!\d))")
TWO_READINGS = Bilingual(
    "puede ser un millar o un decimal; escriba el número sin separador de miles (1500) o con dos decimales (1.50)",
    "this may be thousands or a decimal; write the number without a separator of thousands (1500) or with two "
    "decimals (1.50)",
)
NO_NUMBER = Bilingual("escriba un solo número, p. ej. 34", "write one number only, e.g. 34")


def read(_field: Field, words: str, line: int, _known: Known) -> FieldValue | Doubt:
    """34, "34 funcionarios", 12,5, "1 500", "1.500,25" → decimal text; "1.500" has two readings."""
    match = _NUMBER.fullmatch(fold(words).strip(" .;"))
    if match is None:
        return Doubt("", words, NO_NUMBER, line)
    digits = _THOUSANDS.sub("", match[1].strip(" .,"))
    plain = _plain(digits)
    if plain is None:
        return Doubt("", words, TWO_READINGS if re.fullmatch(r"-?\d{1,3}[.,]\d{3}", digits) else NO_NUMBER, line)
    return FieldValue(plain, words, line, "exact" if plain == words else "normalised")


def _plain(digits: str) -> str | None:
    """Return a number in digits with a decimal point, None when it cannot be one or may be two."""
    if re.fullmatch(r"-?\d{1,15}", digits):
        return str(int(digits))
    if re.fullmatch(r"-?\d{1,3}(?:(?:\.\d{3}){2,4}|(?:,\d{3}){2,4})", digits):
        return re.sub(r"[.,]", "", digits)
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+,\d{1,6}", digits):
        return digits.replace(".", "").replace(",", ".")
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+\.\d{1,6}", digits):
        return digits.replace(",", "")
    whole, sign, part = re.split(r"([.,])", digits, maxsplit=1) if re.search(r"[.,]", digits) else (digits, "", "")
    if sign and re.fullmatch(r"-?\d{1,15}", whole) and re.fullmatch(r"\d{1,6}", part) and len(part) != 3:
        return f"{whole}.{part}"
    if sign and whole in {"0", "-0"} and re.fullmatch(r"\d{3}", part):  # 0,125 has no thousands
        return f"{whole}.{part}"
    return None


def words_of(number: Decimal | None) -> str:
    """Return a number as both halves of a letter show it: no separator of thousands, a decimal point."""
    if number is None:
        return ""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


def show(_field: Field, canonical: object) -> Bilingual:
    """The same in both languages."""
    return Bilingual(str(canonical), str(canonical))
