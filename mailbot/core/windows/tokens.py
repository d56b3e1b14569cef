"""Tokens of a calendar text: folded words, numbers and signs; spelled numbers and phrases become one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from mailbot.core.remembered import remembered
from mailbot.core.windows import words as w
from mailbot.core.windows.slips import mended

_TOKEN = re.compile(
    r"(?<![a-z])[ap]\. ?m\b\.?|(?<![a-z])[qtsh][1-4](?![a-z\d])"
    r"|\d+(?:st|ndo|nda|nd|rd|th|ero|era|er|ro|ra|do|da|to|ta|o|a)?\b|\d+|[a-z]+|[^\w\s]",
    re.ASCII,
)
_DASHES = frozenset("‐‑‒–—―−")
# Marks of footnotes, quotations and lists say nothing of a date.
_BLANK = _DASHES | frozenset('⁰¹²³⁴⁵⁶⁷⁸⁹“”„«»"•·▪◦●■►')
_ORDINAL = re.compile(r"\d+(st|nd|ndo|nda|rd|th|er|ero|era|ro|ra|do|da|to|ta|o|a)")
_NO_DAY = 99  # of "quince (16) de abril"
_THOUSANDS = re.compile(r"0\d\d")
_LONGEST_CODE = 4  # letters
_NO_CODE = (
    w.MONTHS.keys()
    | w.WEEKDAYS.keys()
    | w.NUMBERS.keys()
    | frozenset(
        "mid end late del al de la el los las a y e i q t s h sem trim dia dias day year ano no num"
        " early fin fines".split()
    )
)
_HAS_A_YEAR = frozenset("bimestre trimestre cuatrimestre semestre ano year quarter semester half".split())
_ON = frozenset("y e o u a al en con para por hasta and or to in on with until".split())
# Elsewhere "ago" is August.
_BEFORE_AGO = frozenset("day days week weeks month months year years long time while".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word, number, sign or operator (``=until``), with its place in the text as written.

    ``tight``: nothing stands between it and the token before; ``opens``: it begins a line.
    """

    text: str
    start: int
    end: int
    tight: bool = False
    opens: bool = False


_ABBREVIATIONS = w.ABBREVIATIONS | {"trim", "sem", "qtr", "cuatrim", "bim", "cte", "pte", "pdo", "ppdo"}
_WHOLE_WORDS = frozenset(w.SHORTENED.values())
_OF = frozenset({"de", "del", "of"})
_BEGIN_OPERATORS = frozenset(words[0] for words in w.OPERATORS)


def folded(text: str) -> str:
    """Fold a text character by character, so that places stay the same; a raised figure is a footnote's mark."""
    return "".join(map(_folded_one, text))


@remembered
def _folded_one(character: str) -> str:
    if character in _BLANK:
        return "-" if character in _DASHES else " "
    base = "o" if character == "°" else unicodedata.normalize("NFKD", character)
    plain = next((c for c in base if not unicodedata.combining(c)), " ")
    return plain.lower() if len(plain.lower()) == 1 else plain


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a folded text; full stops after ordinals and abbreviations go."""
    return _operators(_said_twice(_spelled(_unstopped(_without_codes(_raw(text))))))


def _raw(text: str) -> list[Token]:
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        between = text[end : match.start()]
        # A letter or figure of another script is a sign: "❶" calls itself a digit.
        word = mended(match[0]) if match[0].isascii() or not match[0].isalnum() else "¤"
        word = "and" if word == "&" else w.SHORTENED.get(word, word)
        found.append(Token(word, match.start(), match.end(), bool(found) and not between, "\n" in between))
        end = match.end()
    return found


def _without_codes(found: list[Token]) -> list[Token]:
    """MD-07, P003-08: one token that is no number, so that "MD-07 Abr-Jun 2011" has no seventh of April."""
    kept: list[Token] = []
    place = 0
    while place < len(found):
        token, length = found[place], 1
        if token.text.isalpha() and len(token.text) <= _LONGEST_CODE and token.text not in _NO_CODE:
            here = place + 1
            here += here < len(found) and found[here].tight and found[here].text.isdigit() and len(token.text) == 1
            signs = found[here : here + 3]
            parted = len(signs) > 1 and signs[0].text == "-" and signs[0].tight and signs[1].tight
            ends = len(signs) < 3 or not signs[2].tight or signs[2].text in {",", ".", ";", ":", ")"}
            if parted and ends and signs[1].text.isdigit() and len(signs[1].text) <= 3 and not token.tight:
                length = here + 2 - place
                token = replace(token, text="¤", end=signs[1].end)
        kept.append(token)
        place += length
    return kept


def _unstopped(found: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for place, token in enumerate(found):
        before = found[place - 1].text if place else ""
        after = found[place + 1].text if place + 1 < len(found) else ""
        if token.text == "." and token.tight and (_abbreviates(before, after) or _is_shortened(found[place - 1])):
            continue
        if token.text == "." and token.tight and before in w.STOPPED and (after in _OF or after in w.MONTHS):
            kept[-1] = replace(kept[-1], text=w.STOPPED[before])  # "med. de abril"
            continue
        if place > 1 and _raised(found[place - 2 : place + 1]):
            kept[-1] = replace(kept[-1], text=kept[-1].text + token.text, end=token.end)  # "1.º al 15"
            continue
        if token.text == "ago" and before in _BEFORE_AGO:
            token = replace(token, text="ago-past")
        kept.append(token)
    return kept


def _raised(three: list[Token]) -> bool:
    """1.º, 2.ª, 1.er: one word."""
    number, stop, letter = (token.text for token in three)
    tight = three[1].tight and three[2].tight
    return tight and stop == "." and letter in {"o", "a", "er"} and number.isdigit() and len(number) <= 2


def _is_shortened(token: Token) -> bool:
    return token.text in _WHOLE_WORDS and token.end - token.start < len(token.text)


def _abbreviates(before: str, after: str) -> bool:
    if after in {"o", "a", "er"} and before.isdigit() and len(before) <= 2:
        return True
    if before in _ABBREVIATIONS or (before in w.WEEKDAYS and len(before) <= 5 and before != "lunes"):
        return True
    may = before == "may" and (after in {"de", "del"} or re.fullmatch(r"20\d\d", after) is not None)
    return may or bool(_ORDINAL.fullmatch(before))


def _spelled(found: list[Token]) -> list[Token]:
    """Treinta y uno → 31; dos mil nueve → 2009; twenty-first → 21st; 1 . o → 1o."""
    kept: list[Token] = []
    place = 0
    while place < len(found):
        text, length = _parted_year(kept, found[place : place + 4]) or _one_number(
            [token.text for token in found[place : place + 5]]
        )
        first, last = found[place], found[place + length - 1]
        kept.append(first if length == 1 else replace(first, text=text, end=last.end))
        place += length
    return kept


def _said_twice(found: list[Token]) -> list[Token]:
    """Quince (15) → 15; 15 (quince) → 15; two that differ are a number that is none of a calendar."""
    if not any(token.text == "(" for token in found):
        return found
    kept: list[Token] = []
    place = 0
    while place < len(found):
        token, length = found[place], 1
        number = _cardinal(token.text)
        inside = [each for each in found[place + 2 : place + 5] if each.text not in {".", "o", "a"}]
        if number and found[place + 1 : place + 2] and found[place + 1].text == "(" and len(inside) > 1:
            again, closed = _cardinal(inside[0].text), inside[1]
            spelt = token.end - token.start > len(token.text) + 1  # "treinta y uno"
            worded = token.text.isalpha() or inside[0].text.isalpha() or spelt
            if again and closed.text == ")" and worded:
                length = found.index(closed, place) - place + 1
                token = replace(token, text=str(number if number == again else _NO_DAY), end=closed.end)
        kept.append(token)
        place += length
    return kept


def _cardinal(text: str) -> int:
    """The number of a day that a word or figures say, 0 for none."""
    digits = _ORDINAL.sub(lambda found: found[0][: -len(found[1])], text)
    if digits.isdigit():
        return int(digits) if len(digits) <= 2 else 0
    return w.SPANISH_DAYS.get(text, 0) or w.ENGLISH_DAYS.get(text, 0) or w.NUMBERS.get(text, 0)


def _parted_year(before: list[Token], four: list[Token]) -> tuple[str, int] | None:
    """Diciembre de 2,009: a year parted as thousands are; "en enero 2,009 personas" has none."""
    first, sign, rest, after = (*(token.text for token in four), "", "", "", "")[:4]
    if first != "2" or sign not in {",", "."} or not _THOUSANDS.fullmatch(rest):
        return None
    led = next((token.text for token in reversed(before[-2:]) if token.text not in {"de", "del", "of"}), "")
    dated = led in w.MONTHS or led in _HAS_A_YEAR
    counted = after.isalpha() and after not in _ON
    return ("2" + rest, 3) if dated and four[1].tight and four[2].tight and not counted else None


def _one_number(texts: list[str]) -> tuple[str, int]:
    first, second, third, fourth, fifth = (*texts, "", "", "", "", "")[:5]
    if first.isdigit() and len(first) <= 2 and (second, third) == ("er", "."):
        return first + second, 3  # "1 er. trimestre"
    if first.isdigit() and second in {"o", "a", "er"} and len(first) <= 2 and third not in {".", ":"}:
        marked = second == "er" or third in w.ORDINAL_NOUNS or (second, third) == ("o", "de")
        return (first + second, 2) if marked else (first, 1)
    if first == "dos" and second == "mil":
        tens = w.TENS.get(third, 0)
        if tens and fourth == "y" and w.NUMBERS.get(fifth, 99) < 10:
            return str(2000 + tens + w.NUMBERS[fifth]), 5
        more = tens or w.NUMBERS.get(third, 0)
        return (str(2000 + more), 3) if more and third not in {"un", "una", "a", "an"} else (first, 1)
    if first in w.TENS and second in {"y", "-"} and w.NUMBERS.get(third, 99) < 10:
        return str(w.TENS[first] + w.NUMBERS[third]), 3
    if first in {"twenty", "thirty"}:
        ordinal, length = (third, 3) if second == "-" else (second, 2)
        if w.ENGLISH_DAYS.get(ordinal, 99) < 10:
            return f"{w.TENS[first] + w.ENGLISH_DAYS[ordinal]}th", length
    return first, 1


def _operators(found: list[Token]) -> list[Token]:
    kept: list[Token] = []
    place = 0
    while place < len(found):
        for length in range(w.LONGEST_OPERATOR if found[place].text in _BEGIN_OPERATORS else 0, 0, -1):
            here = found[place : place + length]
            sign = w.OPERATORS.get(tuple(token.text for token in here))
            if sign is not None:
                kept.append(replace(here[0], text=sign, end=here[-1].end))
                place += len(here)
                break
        else:
            kept.append(found[place])
            place += 1
    return kept
