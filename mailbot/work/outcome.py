"""One message on its way: what is known of it when deciding, and its one outcome."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mailbot.core.people import Writer
from mailbot.core.reading.numbered import RowSaid
from mailbot.core.records import RequestRecord
from mailbot.core.values import Message, Reading
from mailbot.work.trust import Gathered


@dataclass(frozen=True, slots=True)
class Answered:
    """The stored message a letter answers: number and Message-ID."""

    id: int
    message_id: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One message with all that is known when deciding.

    ``twin`` is an earlier message that is this one again (number, same bytes);
    ``in_answer_to`` the row of our letter it refers to, ``asked`` the requests of the writer's
    participant that this letter put or recalled.
    """

    row: Any
    message: Message
    reading: Reading
    writer: Writer
    twin: tuple[int, bool] | None
    in_answer_to: Any | None
    asked: tuple[RequestRecord, ...] = ()
    rows_said: tuple[RowSaid, ...] = ()  # how requests stand, by the rows of that letter
    gathered: Gathered = field(default_factory=Gathered)

    @property
    def answered(self) -> Answered:
        """Return what an answer to this message refers to."""
        return Answered(self.row.id, self.message.message_id)

    @property
    def language(self) -> str:
        """Return the language to answer in: the writer's own, else the directory's."""
        if self.reading.language in ("es", "en"):
            return self.reading.language
        return self.writer.contact.language if self.writer.contact else "es"


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides a hold: an address and the message it came in; the operator has none."""

    who: str
    message_id: int | None = None


OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One number with what is wanted of it: accept, reject, done, later, unclear or twice."""

    number: int
    word: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message.

    ``outcome``: applied, asked, held, forwarded, set-aside.  ``reason`` is a sentence for
    ``explain`` and the log.
    """

    outcome: str
    reason: str
    kind: str = "note"
    sender: str | None = None
    message_id: str | None = None
    certainty: str | None = None
