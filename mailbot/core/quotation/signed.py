"""A program's signature under words that no "Atentamente" closes: it opens with the sender's own name.

What such a block says is old, and no answer, unless the words above give it as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold
from mailbot.core.quotation.signatures import DATA, ELSEWHERE, announces, holds_answers, is_name, is_signature
from mailbot.core.values import Address

_LONGEST_NAME = 60
_WORD = re.compile(r"[^\W\d_]{3,}(?![\w.])")  # neither a title nor an initial
_REACHED = re.compile(r"@|\d{4}|www\.")
_LABELLED = re.compile(r"^[^\W\d_][^:\t]{1,40}?(?::|\s[-–=]\s|\t)\s*\S")
_GIVEN = re.compile(r"@|(?<![\w/-])(?!\d{1,4}-(?:19|20)\d\d\b)(?:\d[\s().-]?){7}")  # "our note 123-2010" gives nothing
_UNCHANGED = re.compile(
    r"\b(?:sin (?:ningun )?cambios?|no (?:hay |ha habido )?(?:cambi\w*|changes?)|unchanged|iguales|lo mismo"
    r"|(?:siguen?|son|estan|are|is|remain) (?:\w+ )?(?:igual|correct\w*|vigentes?|valid|the same))\b"
)
_ELSEWHERE = re.compile(ELSEWHERE)
# Words that may mean the block below them: data, a wish that they be recorded, somebody who presents himself.
_MEANT = re.compile(
    rf"\b(?:{DATA}|actualiz\w*|corre[cgj]\w*|modific\w*|(?<!sin )(?<!no )cambi\w*|tom(?:ar|en|e) nota|updat\w*"
    r"|(?<!no )(?<!not )chang\w*|correct\w*|take note|nuev[oa]s?|new|soy|fui|asum\w+|designad\w*|nombrad\w*"
    r"|appointed|taken? over|taking over|replac\w*|sustituy\w*|re?emplaz\w*|my name is|mi nombre es)\b"
)
_WISH = re.compile(  # "Agradecemos actualizar la lista.", "Cualquier duda, estamos a la orden."
    r"(?:(?:le|les) )?(?:agradec\w+|rueg[oa]\w*|solicit\w+|favor|por favor|pedimos|please|kindly|we would appreciate"
    r"|i would appreciate)\b.{0,60}\b(?:actuali[cz]\w+|tom(?:ar|en|e) nota|registr\w+|updat\w+|tak(?:e|ing) note)\b"
    r".{0,50}\.|(?:para |ante )?cualquier (?:duda|consulta)\b.{0,60}\b(?:orden(?:es)?|disposicion)\.",
)


def words_of_name(sender: Address | None) -> frozenset[str]:
    """Return the words of the name that a sender's program writes beside the address, folded."""
    name = (sender.name or sender.address.partition("@")[0].replace(".", " ")) if sender else ""
    return frozenset(_WORD.findall(fold(name)))


def is_of(text: str, name: frozenset[str]) -> bool:
    """Tell whether a line is the name of the sender, "Lic. Ana Prueba" or "Prueba, Ana", perhaps with a post behind."""
    if len(text) > _LONGEST_NAME:
        return False
    words = frozenset(_WORD.findall(fold(text)))
    return len(name & words) > 1 and (name <= words or words <= name) and is_name(text.replace(",", " "))


def follows(above: Sequence[str], block: Sequence[str], name: frozenset[str]) -> bool:
    """Tell whether a block that opens with the sender's name is a signature under these words."""
    words = [fold(text.strip()) for text in above if text.strip()]
    if words and name.issuperset(words[-1].strip(" ,.-").split()):
        words.pop()  # "Ana", typed above what the program adds
    if not words or not is_signature(block) or not any(_REACHED.search(fold(text)) for text in block):
        return False
    labelled = sum(bool(_LABELLED.match(text)) for text in words)
    given = sum(bool(_GIVEN.search(text)) for text in words)
    begun = _LABELLED.match(words[-1]) and not given and labelled < 2  # the block may go on with what the label began
    ends = words[-1].endswith((".", "!", "?")) or _LABELLED.match(words[-1])
    if begun or not ends or announces(words):
        return False
    told = given or holds_answers(words) or any(_ELSEWHERE.search(text) or _UNCHANGED.search(text) for text in words)
    return bool(told) or not any(_MEANT.search(text) for text in words)


def is_wished_above(above: Sequence[str], block: Sequence[str]) -> bool:
    """Tell whether a last block stands under a wish by itself, "Agradecemos actualizar la lista.", data given before.

    Who writes for others is seldom known by the name; what is to be put on the list stands above the wish.
    """
    words = [fold(text.strip()) for text in above]
    while words and not words[-1]:
        words.pop()
    if len(words) < 2 or words[-2] or not _WISH.fullmatch(words[-1]):
        return False
    told = any(_GIVEN.search(text) for text in words[:-1])
    return told and is_name(_first(block)) and is_signature(block) and not announces(words)


def _first(block: Sequence[str]) -> str:
    return next((text for text in block if text.strip()), "")
