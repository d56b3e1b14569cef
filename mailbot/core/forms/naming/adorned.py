"""What people put around a value and is no part of it: "#Directora", "/2230-0055/", "Jefa - actualizado"."""

from __future__ import annotations

import re

from mailbot.core.remembered import remembered

_FIRST = frozenset("#/=|([-→rRaAfFpPeEiInN")
_PAIRED = re.compile(r"(?P<sign>/|={1,4}|#{1,3}|\|{1,2})\s*(?P<said>[^/=#|].*?[^/=#|\s]|\w)\s*(?P=sign)")
_IN_BRACKETS = re.compile(r"\((?P<said>[^()]*[^\W\d_]{2}[^()]*)\)\.?")
_LEAD = re.compile(
    r"(?:#{1,3}|={1,3}(?=[^=>])|\|{1,2}|-{1,3}>|=+>|→|[(\[]\s*[xX✓✔]\s*[)\]]"
    r"|(?:resp\.?|respuesta|rta\.?|rpta\.?|answer|ans\.?|reply)\s*[:/]+"
    r"|(?:(?:favor(?: de)?|por favor,?|please,?|pls) )?(?:poner|colocar|anotar|consignar|registrar|put|enter|write)\b:?"
    r"|(?:favor(?: de)? |por favor,? |please,? )(?:usar|use|cambiar (?:a|por)|corregir (?:a|por)|actualizar (?:a|por)"
    r"|change to|correct to|update to)\b:?"
    r"|(?:ahora(?: es)?|actualmente|es(?: ahora)?|(?:is )?now|is)(?=\s+(?:[+(]?\d|[^\s@]+@)))\s*(?=\S)",
    re.IGNORECASE,
)
_REMARKS = (
    r"(?:dato |valor |n[uú]mero |number )?"
    r"(?:nuev[oa]|actualizad[oa]|cambi[oó]|cambiad[oa]|modificad[oa]|corregid[oa]|new|updated|changed|corrected)"
    r"(?: (?:dato|valor|n[uú]mero|number|value))?"
)
_BEHIND = re.compile(
    rf"\s*(?:<?-{{2,3}}>?|<-|←|<=+|\s[-–—]|\s/)\s*(?P<remark>{_REMARKS})\W*$"
    rf"|\s*[(\[]\s*(?P<inside>{_REMARKS})\s*[)\]]\W*$"
    r"|\s*[,;]\s*(?P<thanks>(?:muchas )?gracias|thanks|thank you|many thanks)[.!]*$",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(
    """
    nuevo nueva actualizado actualizada cambió cambio cambiado cambiada modificado modificada corregido corregida new
    updated changed corrected dato valor número numero number value gracias thanks you
    """.split()
)


@remembered
def unadorned(text: str) -> str:
    """Return a value without the signs around it, the "Resp." before and the "(dato nuevo)" behind it.

    A name of a place may end with "- Nueva": such a remark is in small letters or in capitals.
    """
    said = text.strip()
    if said[:1] in _FIRST:
        paired = _PAIRED.fullmatch(said) or _IN_BRACKETS.fullmatch(said)
        lead = None if paired else _LEAD.match(said)
        said = paired["said"] if paired else said[lead.end() :] if lead else said
    said = said.rstrip("=#| ") if said[-1:] in "=#|" else said
    last = said[-14:].replace("-", " ").split()
    if last and last[-1].strip(".!)]*").lower() in _LAST_WORDS:
        found = _BEHIND.search(said)
        told = found and (found["remark"] or found["inside"] or found["thanks"])
        if found and told and (told.islower() or told.isupper() or not found["remark"]):
            said = said[: found.start()].rstrip()
    return said or text
