"""The recipients a bounce names in plain words, where it carries no report.

Every mail program has its own letter; what they share is a sentence that announces recipients,
the addresses, the server's words beside or under each, and then the returned message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mailbot.core.automatic.reports import ADDRESS, plain_address
from mailbot.core.automatic.status import cites_code, enhanced_in, means_failure, status_in
from mailbot.core.language import fold
from mailbot.core.values import Bounced

MAXIMUM_TOLD = 20_000
MAXIMUM_SAID = 2_000
_FAILED = re.compile(r"\s*failed (?:address|recipient)(?:es|s)?:\s", re.IGNORECASE)
_HEADED = 8  # lines from a Message-ID to the address
_REACH = 14  # lines under an address that speak of it
# Where the returned message begins, or words about it.
_CUT = re.compile(
    r"^\W*(received: |return-path: |message-id: |mime-version: |x-mailer: |below (this|the next) line"
    r"|this is a copy of (your|the) message"
    r"|(the )?(start of |begin )?(original|returned|unsent|old|undelivered) (message|mail"
    r"|e-?mail)( (message )?(headers?|details|text|body|attached"
    r"|as received|follows|below|is following)[\w ]*)?\W*$|old message:|original message (headers?|follows"
    r"|as received)|message (header|body|text|headers) (follow|suppress)"
    r"|returned (mail|message) follows|the header (of|and)|message contents|here is your returned mail"
    r"|a (copy|summary) of (the|your) (original|undelivered)"
    r"|the first \d+ lines of|included is a copy|encabezados? (de )?(los )?mensajes? original"
    r"|mensaje original|este es el mensaje|copia del mensaje"
    r"|message d'origine|original-nachricht|mensagem original|en-tetes de message|cabecalhos? (da"
    r"|de) mensage|your message reads|(the|your) original message (is|follows|appears|headers|begins)"
    r"|start of returned message|original headers|end of message\b|the body of the message"
    r"|a continuacion (se incluye|figura)|forwarded message|the message text follows)"
)
# The report's own list starts here: what stood above it is the sender's "Your message To: …".
_RESTART = re.compile(
    r"(did not|didn't|could not|couldn't) reach the following|no (pudo|se pudo|ha podido) (llegar"
    r"|entregar)\w* a (el |los )?siguientes?"
    r"|no llego a (los|el) siguientes?|following addresses? (had|failed)|failed (recipients|addresses)"
    r"|has delivery notifications"
    r"|n'a pas (pu )?(atteint|atteindre|etre remis)|did not receive this message|not delivered to the following"
)
_LIST_END = re.compile(
    r"(transcript of session|session transcript|error detail|message log|technical details"
    r"|detalles tecnicos)"
)
_ANNOUNCES = re.compile(
    r"(following|these|those|siguientes?|est[oe]s|suivants?|seguintes?) (?:\w+ ){0,2}(recipients?|address"
    r"|addresses|users?|persons?|people|groups?|mailbox\w*|e-?mail"
    r"|destinatari\w*|direccion\w*|usuario\w*|personas?|enderec\w*|destinataires?)|(failed|intended"
    r"|invalid|affected) (recipients?|address\w*)"
    r"|(deliver\w*|delivered|entreg\w*|remis\w*|deliver \w+ message|sent|send|enviar\w*|llegar|delivre"
    r"|message|mensaje|correo|e-?mail)( \w+){0,3} (to|a|para|al|of|for|by)\b"
    r"|undeliverable|unable to|rcpt to|recipient|destinatari\w+|error-for|addressed to|mailbox"
    r"|did not receive|no such user|dirigido a|problem|failure|failed"
    r"|final-recipient|original-recipient|your message|su mensaje|tu mensaje|expanded from|account"
)
_NOT_FAILED = re.compile(
    r"(?:\b(?:from|de parte de|enviado por|sent by|sender|remitente|from:|mail from|generated from"
    r"|contact\w*|comunique\w*|"
    r"reply to|please reply to|responda a|write to|writing to|escriba a|forward\w* (?:it|this"
    r"|the \w+)? ?to|assistance|postmaster|administrat\w*|admin|"
    r"help|support|soporte|abuse|e-mailing|emailing|try|via|received-from|accepting mail from|message-id"
    r"|envelope-from|by e-?mail|at:?|subject|asunto|cc|helo|ehlo|reported to the)"
    r"[:;]?|\bmail from|mailto|://\S*)[\s:<(\"\[']*$"
)
_FIELDS = re.compile(
    r"^\W*(from|de|sender|subject|asunto|date|fecha|message-?id|references|reply-to|return-path|cc"
    r"|received|x-[\w-]+|list-[\w-]+|sent|enviado|objet|assunto|to|para|a|pour)\s*:\s"
)
_MAILBOX = re.compile(r"^\s*([a-z0-9][\w.+-]{1,63})\s*(?:\(|$)")
_MOST_RETURNED = 400  # lines of the returned letter, from its end
_TO = re.compile(r"^\s*(?:to|para|a|pour|à)\s*:\s", re.IGNORECASE)
_SERVICE = re.compile(
    r"^(postmaster|mailer-daemon|mail-daemon|mdaemon|abuse|support|help(desk)?|soporte|hostmaster|root"
    r"|noreply|no-reply|microsoftexchange\w+|"
    r"mail-?admin|spam|antispam|webmaster|sysadmin)@"
)
_MACHINE_PART = re.compile(
    r"^[0-9a-z]{1,4}[0-9][0-9a-z.$_-]{18,}@|\.(prod\.outlook\.com|local\.invalid)$", re.IGNORECASE
)
_EXPANDED = re.compile(r"<[^<>\s]{1,320}> \(expanded from (<[^<>\s]{1,320}>)\)")
_GENERATED = re.compile(r"^\s*\(generated from (\S{1,320}@\S{1,255})\)\s*$")
_ECHO = re.compile(r"^\s*[A-Za-z][\w-]{1,30}:\s")
_X400 = re.compile(r"\bSMTP[=:](?=\S+@)", re.IGNORECASE)


@dataclass(slots=True)
class _Named:
    address: str
    line: int
    proven: bool  # announced, or with a reason beside it


def recipients(lines: Sequence[str], not_these: frozenset[str], *, temporary: bool) -> tuple[Bounced, ...]:
    """Return the failed recipients that lines name, in order, with status and permanence.

    ``not_these``: the sender, ourselves.  ``temporary``: the whole letter is a warning.
    """
    kept = _written_to(_own_part([line.replace("\t", " ") for line in lines]), aliases(lines))
    folded = [fold(line) for line in kept]
    named = _named(kept, folded, not_these) or _addressed(kept, not_these) or _by_mailbox(lines, kept, not_these)
    proven = [each for each in named if each.proven] or named
    whole = " ".join(kept)[:MAXIMUM_TOLD]
    found: dict[str, Bounced] = {}
    alone = len({each.address for each in proven}) == 1
    for each in proven:
        held = found.get(each.address)
        if held is not None and held.status:
            continue
        bounced = _bounced(
            each.address, _said_of(each, kept, named), whole if alone and held is None else "", temporary=temporary
        )
        if held is None or bounced.status:
            found[each.address] = bounced
    return tuple(Bounced(b.address, b.permanent and not temporary, b.status) for b in found.values())


def own_part(lines: Sequence[str]) -> list[str]:
    """Return what the program itself says, above the returned message."""
    return _own_part(lines)


def aliases(lines: Sequence[str]) -> dict[str, str]:
    """Return mailbox → the alias we wrote to, where Exim names it on the line below.

    Where the returned letter's own "To:" names the mailbox, that is whom we wrote to.
    """
    found = {}
    for above, line in pairwise(lines):
        generated = _GENERATED.match(line) if "(generated from" in line else None
        mailbox = ADDRESS.search(above) if generated else None
        if generated and mailbox:
            found[mailbox[0].lower()] = generated[1].lower()
    to = [line.lower() for line in lines if line[:3].lower() == "to:"] if found else []
    named = {each for line in to for each in ADDRESS.findall(line)}
    return {mailbox: alias for mailbox, alias in found.items() if mailbox not in named or alias in named}


def _written_to(lines: list[str], alias: Mapping[str, str]) -> list[str]:
    """Where a program names an alias behind the mailbox, only the alias is left: it is whom we wrote to.

    Postfix's "<mailbox> (expanded from <alias>)", also wrapped, Exim's "(generated from alias)" below it, and
    the lines "Recipient address:", "Original address:" of PMDF and its heirs.
    """
    kept: list[str] = []
    for line in lines:
        if alias:
            line = (
                "" if _GENERATED.match(line) else ADDRESS.sub(lambda found: alias.get(found[0].lower(), found[0]), line)
            )
        if kept and kept[-1].endswith("(expanded from"):
            line = f"{kept.pop()} {line.strip()}"
        elif kept and "riginal address:" in line and "ecipient address:" in kept[-1]:
            kept.pop()
        kept.append(_EXPANDED.sub(r"\1", line.rstrip()) if "(expanded from" in line else line)
    return kept


def _own_part(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    size = 0
    echoed = False  # PMDF repeats our header above its own words
    for place, line in enumerate(lines):
        size += len(line)
        echoed = "following header fields" in line or (echoed and (not line.strip() or bool(_ECHO.match(line))))
        if size > MAXIMUM_TOLD:
            break
        if kept and not echoed and _CUT.match(fold(line)) and not _names_ours(lines[place : place + _HEADED]):
            break
        if kept or line.strip():
            kept.append(line)
    return kept


def _names_ours(lines: Sequence[str]) -> bool:
    """MDaemon tells by its Message-ID which letter it means, and below it the address that failed."""
    if not lines[0].lower().startswith("message-id:"):
        return False
    return any(_FAILED.match(line) for line in lines)


def _named(kept: Sequence[str], folded: Sequence[str], not_these: frozenset[str]) -> list[_Named]:
    start = next((at for at, words in enumerate(folded) if _RESTART.search(words)), -1)
    found: list[_Named] = []
    announced = -9
    listed = start >= 0
    for at in range(max(start, 0), len(kept)):
        if _LIST_END.search(folded[at]):
            if listed and not found:
                return []  # what it lists are no addresses
            listed = False
        if _ANNOUNCES.search(folded[at]) and not _FIELDS.match(folded[at]):
            announced = at
        for address in _addresses(kept[at], not_these):
            near = at - announced <= 3 or listed or (bool(found) and found[-1].proven and found[-1].line >= at - 2)
            reason = any(means_failure(words) for words in folded[at : at + 3])
            listed_alike = _stands_alone(kept[at], address) and any(
                each.proven and _stands_alone(kept[each.line], each.address) for each in found
            )
            found.append(_Named(address, at, near or reason or listed_alike))
            if near:
                announced = max(announced, at - 2)
    return found


def _stands_alone(line: str, address: str) -> bool:
    return line.strip(" <>*-:.").lower() == address


def _addressed(kept: Sequence[str], not_these: frozenset[str]) -> list[_Named]:
    """To whom the letter went, where the program names nobody else: its "To:" line."""
    found = []
    for at, line in enumerate(kept):
        if _TO.match(line):
            address = plain_address(line)
            if address and address not in not_these and not _SERVICE.match(address):
                found.append(_Named(address, at, proven=True))
    return found


def _by_mailbox(lines: Sequence[str], kept: Sequence[str], not_these: frozenset[str]) -> list[_Named]:
    """GroupWise names the mailbox alone, "dplaceholder (user not found)": whole it stands in the returned "To:"."""
    returned = {plain_address(line) for line in lines[-_MOST_RETURNED:] if _TO.match(line)} - {"", *not_these}
    mailboxes = {each.partition("@")[0]: each for each in returned if not _SERVICE.match(each)}
    found = ((at, _MAILBOX.match(line.lower())) for at, line in enumerate(kept))
    return [_Named(mailboxes[each[1]], at, proven=True) for at, each in found if each and each[1] in mailboxes]


def _addresses(line: str, not_these: frozenset[str]) -> list[str]:
    """The addresses of a line that may have failed: not the sender's, not a service's."""
    line = _X400.sub(" ", line[:2000])
    if _FIELDS.match(fold(line)) and not re.match(r"^\W*(to|para|a|pour)\s*:", fold(line)):
        return []
    if re.match(r"^\s*(to|para|a|pour|cc)\s*:", fold(line)):
        return []
    found = []
    for match in ADDRESS.finditer(line):
        before = fold(line[max(0, match.start() - 60) : match.start()])
        address = match[0].partition("...")[0].strip(".'`*=-").lower()
        if _NOT_FAILED.search(before + " ") or _SERVICE.match(address) or _MACHINE_PART.search(address):
            continue
        if address in not_these or address.count("@") != 1 or "." not in address.rpartition("@")[2]:
            continue
        found.append(address)
    return found


def _said_of(each: _Named, kept: Sequence[str], named: Sequence[_Named]) -> str:
    """The words about one address: its line and those below, up to the next address."""
    others = [n.line for n in named if n.address != each.address and n.line > each.line]
    end = min([*others[:1], each.line + _REACH, len(kept)])
    lines = [kept[each.line].replace(each.address, " "), *kept[each.line + 1 : end]]
    return " ".join(lines)[:MAXIMUM_SAID]


def _bounced(address: str, said: str, whole: str, *, temporary: bool) -> Bounced:
    """A code that stands anywhere goes before what the words mean; ``whole`` where nobody else is named."""
    if whole and not enhanced_in(said) and cites_code(whole):
        said = whole
    status, permanent = status_in(said, temporary=temporary)
    if status is None and whole:
        status, permanent = status_in(whole, temporary=temporary)
    return Bounced(address, permanent, status)


__all__ = ["aliases", "own_part", "plain_address", "recipients"]
