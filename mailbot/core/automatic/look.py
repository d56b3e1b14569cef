"""A message as the rules look at it: folded words, the sender's nature, what a person wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from mailbot.core import quotation
from mailbot.core.language import fold
from mailbot.core.remembered import remembered
from mailbot.core.values import Line, Message

MAXIMUM_LINES = 400
MAXIMUM_LINE = 2_000

_PREFIX = re.compile(r"^(?:(re|rsp|aw|sv|rif|r|rv|fw|fwd|reenv|tr|enc|wg|i)(?:\s*\[\d+\])?\s*:\s*)")
_LIST_TAG = re.compile(r"^\[[^\[\]]{1,40}\]\s*(?=(?:re|rv|fw|fwd)\s*:)")  # "[focal-points] Re: …"
_FORWARDS = frozenset({"rv", "fw", "fwd", "reenv", "tr", "enc", "wg", "i"})
# Names no person signs with; a postmaster may be one.
_DAEMON = re.compile(
    r"^(mailer[-_. ]?daemon|mail[-_.]?daemon|mdaemon|mail[-_.]delivery[-_.]sub?system|mail\.delivery\.system"
    r"|maildelivery|microsoftexchange[0-9a-f]{32}|mailerdaemon|mta[-_]?daemon|mail[-_.]?router|bounce[sd]?|double-bounce|ndr)"
    r"([+.=-].*)?@"
)
_POSTMASTER = re.compile(
    r"^(post[-_.]?master|postmast|mailadmin|administrador|system[-_. ]?administrator|\"system administrator\""
    r"|mail|mailsystem)"
    r"([+.=\\-].*)?@"
)
_DAEMON_NAME = re.compile(
    r"mail(er)?[- ]daemon|mail delivery (sub)?system|mail delivery service|internet mail delivery|delivery subsystem"
    r"|mail delivery agent|courier mail server|sistema de (entrega|envio) de correo|mail transport (agent"
    r"|system)|e-?mail system"
)
_POSTMASTER_NAME = re.compile(
    r"^\W*(postmaster|system administrator|administrador del? (sistema|correo)|mail administrator|microsoft outlook"
    r"|jetmail system|administrateur systeme|administrador do sistema)\b"
)
# A person greets, and takes leave.
_GREETING = re.compile(
    r"^\W*(?!.{0,30}\b(?:usuari[oa]|remitente|cliente|user|sender|customer|expediteur"
    r"|utilisateur)\b)(estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|distinguid[oa]s?|buen[oa]s? (dias?|tardes"
    r"|noches)"
    r"|hola|senor(a|es)?\b"
    r"|dear|hello|hi\b|good (morning|afternoon|evening)|bonjour|chers?|cheres?|prezad[oa]s?|car[oa]s?\b|ola\b"
    r"|colegas|companer|favor\b"
    r"|por favor(?!,? (?:intente|verifique|revise|compruebe|contacte|no (?:respond|contest)))"
    r"|please see|adjunto|le[s]? (reenvio|remito|envio"
    r"|adjunto)|fyi\b|ojo\b)"
)
_CLOSING = re.compile(
    r"(?:^\W*|[.!?;] )(saludos|atentamente|cordialmente|cordiales|un (cordial )?saludo|reciba"
    r"|gracias\b[\w ,]{0,20}[.!,]?$|muchas gracias"
    r"|(kind|best|warm) regards|regards|best wishes|best,|sincerely|yours|thanks\b[\w ,]{0,20}[.!,]?$"
    r"|thank you[.!,]?$"
    r"|cordialement|atenciosamente|abraco|un abrazo)"
)


@remembered
def _greets(line: str) -> bool:
    """Tell whether a folded line greets or takes leave."""
    return bool(_GREETING.match(line) or _CLOSING.search(line))


@dataclass(frozen=True)
class Look:
    """A message and what several rules ask of it, each computed once.

    ``own`` are our addresses in lower case: what a bounce is sent to, never what bounced.
    ``labelled`` are the message's lines with their labels, where the caller has them already.
    """

    message: Message
    own: frozenset[str] = frozenset()
    labelled: tuple[Line, ...] = ()

    @cached_property
    def sender(self) -> str:
        """The address under From:, in lower case; "" where there is none."""
        return self.message.sender.address.lower() if self.message.sender else ""

    @cached_property
    def _prefixes(self) -> tuple[str, tuple[str, ...]]:
        rest = fold(self.message.subject[:MAXIMUM_LINE])
        found: list[str] = []
        while (match := _PREFIX.match(_LIST_TAG.sub("", rest))) and len(found) < 20:
            found.append(match[1])
            rest = _LIST_TAG.sub("", rest)[match.end() :]
        return rest, tuple(found)

    @property
    def subject(self) -> str:
        """The subject folded, without RE: and RV:."""
        return self._prefixes[0]

    @property
    def forwarded(self) -> bool:
        """Somebody passed it on: RV:, FW:."""
        return bool(_FORWARDS.intersection(self._prefixes[1]))

    @property
    def prefixed(self) -> bool:
        """The subject begins with RE: or RV:."""
        return bool(self._prefixes[1])

    @cached_property
    def daemon(self) -> bool:
        """The sender's name is a mail program's."""
        return bool(_DAEMON.match(self.sender) or _DAEMON_NAME.search(self._shown_sender))

    @cached_property
    def postmaster(self) -> bool:
        """The sender is a mail program or the person behind it."""
        return self.daemon or bool(_POSTMASTER.match(self.sender) or _POSTMASTER_NAME.search(self._shown_sender))

    @cached_property
    def _shown_sender(self) -> str:
        return fold((self.message.header("from") or "")[:200])

    @cached_property
    def null_path(self) -> bool:
        """The envelope's sender was empty, as notifications have it (RFC 5321 section 4.5.5)."""
        path = fold(self.message.header("return-path") or "")
        return path == "<>" or path.startswith(("<mailer-daemon", "mailer-daemon"))

    @cached_property
    def submitted(self) -> str:
        """The keyword of Auto-Submitted: (RFC 3834 section 5), "" for none and for "no"."""
        word = re.split(r"[;\s(]", fold(self.message.header("auto-submitted") or ""), maxsplit=1)[0]
        return "" if word == "no" else word

    @cached_property
    def machine(self) -> bool:
        """Something besides the wording says that no person sent it."""
        return self.null_path or self.daemon or bool(self.submitted) or "x-failed-recipients" in self.names

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all headers, lower case."""
        return frozenset(name for name, _ in self.message.headers)

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The lines a sender wrote, not what is quoted, as they are; at most 400."""
        return tuple(
            line.text[:MAXIMUM_LINE]
            for line in (self.labelled or quotation.label(self.message.lines[:MAXIMUM_LINES]))[:MAXIMUM_LINES]
            if not line.depth and line.label not in {"quoted", "quote-header", "blank"}
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The same lines, folded."""
        return tuple(fold(text) for text in self.written)

    @cached_property
    def unquoted(self) -> tuple[str, ...]:
        """The lines without quote marks, whatever stands above them; at most 400."""
        return tuple(line.text[:MAXIMUM_LINE] for line in self.message.lines[:MAXIMUM_LINES] if not line.depth)

    @cached_property
    def page(self) -> str:
        """The unquoted lines folded, for a search through wrapped sentences."""
        return " ".join(fold(text) for text in self.unquoted)

    @cached_property
    def personal(self) -> bool:
        """Somebody greets or takes leave, as programs that return mail do not."""
        return any(map(_greets, self.words))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The media types of the parts that are no body text."""
        return frozenset(part.media_type for part in self.message.attachments)

    @cached_property
    def passed_on(self) -> bool:
        """A person passes on what a machine wrote: a prefix or words of their own above it."""
        if self.machine or self.message.content_type == "multipart/report":
            return False
        return self.forwarded or (self.personal and bool(self.words))
