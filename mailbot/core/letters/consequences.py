"""What a decision does, said beside what waits for it: nobody should have to guess."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.core.values import Bilingual

RECORDED = Bilingual(
    "Si acepta, queda registrado lo de arriba; si rechaza, nada cambia. En ambos casos se avisa a quien lo envió.",
    "If you accept, what stands above is recorded; if you reject, nothing changes. Whoever sent it is told either way.",
)
NOTICE = Bilingual(
    "Es un aviso: no hay nada que aceptar, y nada cambia por sí solo.",
    "This is a notice: there is nothing to accept, and nothing changes by itself.",
)
BY_KIND: Mapping[str, Bilingual] = {
    "vouch": Bilingual(
        "Si acepta, esta persona queda inscrita por ese participante con lo que envió; si rechaza, no.",
        "If you accept, this person is entered for that participant with what they sent; if you reject, not.",
    ),
    "replan": Bilingual(
        "Si acepta, la nueva fecha vale y se anuncia; si rechaza, queda la anterior. Se avisa a quien la propuso.",
        "If you accept, the new date holds and is announced; if you reject, the former one stays. "
        "Whoever proposed it is told.",
    ),
    "proposal": Bilingual(
        "Si acepta, la actividad entra en el programa; si rechaza, no. Se avisa a quien la propuso.",
        "If you accept, the activity enters the programme; if you reject, not. Whoever proposed it is told.",
    ),
    "extension": Bilingual(
        "Si acepta, ese participante tiene hasta ese día; si rechaza, queda el plazo anterior. Se le avisa.",
        "If you accept, that participant has until that day; if you reject, the former deadline stays. They are told.",
    ),
}


def consequence(kind: str, *, changes: bool) -> Bilingual:
    """Return what accepting and rejecting a hold of a kind does; ``changes``: it would change the records."""
    return BY_KIND.get(kind) or (RECORDED if changes else NOTICE)
