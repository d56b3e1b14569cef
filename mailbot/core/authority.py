"""May they: (what, whose, who, how sure) → do, confirm, hold, refuse.

A table of rows read from the top; the first that fits decides.  "*" fits everything.
From: alone proves nothing, so a known address without a sign of our letter is asked to
confirm by reply (product, promise 6).
"""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.core.people import Writer
from mailbot.core.values import Bilingual

SURE = frozenset({"token", "thread", "code"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with a change, and why, in both languages."""

    action: str  # do | confirm | hold | refuse
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: what is asked, by whom, about whom, how sure, and the verdict."""

    what: str  # contact, status, status-other, measure, proposal, leave-last, list, *
    who: str  # role of the writer, "stranger", *
    whose: str  # self, participant, other, behalf (entered by presidency or secretariat), *
    sure: str  # sure, unsure, *
    verdict: Verdict


LAST_FOCAL_POINT = Bilingual(
    "Es el último punto focal de su Estado, que se quedaría sin ninguno: sigue en la lista hasta que lo "
    "decida la Presidencia. Si alguien ocupa su lugar, envíe sus datos con «Sustituye a».",
    "This is the last focal point of the State, which would be left without any: they stay on the list "
    "until the Presidency decides. If somebody takes their place, send the details with “Replaces”.",
)

UNSURE = Verdict(
    "confirm",
    Bilingual(
        "El mensaje no responde a una carta nuestra: pedimos confirmarlo.",
        "The message does not answer a letter of ours: we ask to confirm it.",
    ),
)
RULES: tuple[Rule, ...] = (
    Rule(
        "*",
        "stranger",
        "*",
        "*",
        Verdict(
            "hold",
            Bilingual(
                "La dirección del remitente no figura en el directorio.",
                "The sender's address is not in the directory.",
            ),
        ),
    ),
    Rule(
        "*",
        "*",
        "behalf",
        "sure",
        Verdict(
            "do",
            Bilingual(
                "La Presidencia o la Secretaría lo registra en nombre del participante.",
                "The Presidency or the Secretariat enters it on behalf of the participant.",
            ),
        ),
    ),
    Rule("*", "*", "behalf", "unsure", UNSURE),
    Rule(
        "*",
        "*",
        "other",
        "*",
        Verdict(
            "hold",
            Bilingual(
                "El remitente no pertenece al participante al que se refiere el cambio.",
                "The sender does not belong to the participant the change is about.",
            ),
        ),
    ),
    Rule(
        "status-other",
        "*",
        "*",
        "*",
        Verdict(
            "hold",
            Bilingual(
                "La actividad está a cargo de otros y cada Estado informa por sí mismo: lo decide la Presidencia.",
                "Others are responsible for this activity and each State reports for itself: the Presidency decides.",
            ),
        ),
    ),
    Rule(
        "proposal",
        "*",
        "*",
        "*",
        Verdict(
            "hold",
            Bilingual(
                "La Presidencia decide si entra en el Programa de Trabajo.",
                "The Presidency decides whether it enters the Work Programme.",
            ),
        ),
    ),
    Rule(
        "leave-last",
        "*",
        "*",
        "*",
        Verdict(
            "hold",
            LAST_FOCAL_POINT,
        ),
    ),
    Rule("*", "*", "*", "unsure", UNSURE),
    Rule(
        "contact",
        "contact",
        "participant",
        "*",
        Verdict(
            "hold",
            Bilingual(
                "Un contacto cambia sus propios datos; los de otra persona, el punto focal.",
                "A contact changes their own data; another person's, the focal point does.",
            ),
        ),
    ),
    Rule("*", "*", "*", "sure", Verdict("do", Bilingual("Tiene facultad.", "Entitled."))),
)


def decide(what: str, whose: str, writer: Writer) -> Verdict:
    """Return the verdict of the first rule that fits.

    ``what``: contact, status, status-other, measure, proposal, leave-last.
    ``whose``: self, participant, other, behalf.
    """
    role = writer.contact.role if writer.contact else "stranger"
    sure = "sure" if writer.certainty in SURE else "unsure"
    for rule in RULES:
        if (
            rule.what in ("*", what)
            and rule.who in ("*", role)
            and rule.whose in ("*", whose)
            and rule.sure in ("*", sure)
        ):
            return rule.verdict
    raise AssertionError("the last rule fits everything that is sure")  # pragma: no cover
