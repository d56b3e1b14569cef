"""Why a value is asked rather than taken, in both languages."""

from __future__ import annotations

from mailbot.core.values import Bilingual

BOTH_HALVES = Bilingual(
    "Las dos mitades del mensaje dicen cosas distintas.",
    "The two halves of the message say different things.",
)
STRUCK_OUT = Bilingual(
    "Este dato viene tachado: ¿debe quitarse?",
    "This was struck out: should it be removed?",
)
DASH_FOR_A_VALUE = Bilingual(
    "En lugar del dato que teníamos hay un guion: ¿debe quitarse?",
    "A dash stands in place of what we had: should it be removed?",
)
TYPED_BENEATH = Bilingual(
    "Está escrito debajo de un dato que ya teníamos: ¿lo reemplaza?",
    "It is written beneath something we already had: does it replace it?",
)
WHERE_IT_ENDS = Bilingual(
    "No es seguro dónde termina este dato.",
    "It is not certain where this value ends.",
)
SEVERAL = Bilingual(
    "Hay más de un valor para este dato.",
    "There is more than one value here.",
)
OLD_AND_NEW = Bilingual(
    "No es seguro cuál es el dato nuevo.",
    "It is not certain which value is the new one.",
)
IN_A_SENTENCE = Bilingual(
    "La fecha está dentro de una frase: ¿es la de la actividad?",
    "The date stands within a sentence: is it that of the activity?",
)
POST_NOT_ROLE = Bilingual(
    "Parece el cargo y no la función en el grupo: ¿es así?",
    "It looks like the position rather than the role in the group: is it?",
)
FROM_A_SENTENCE = Bilingual(
    "Se dice en una frase y no junto a un rótulo.",
    "It is said in a sentence and not beside a label.",
)
NO_STATE = Bilingual(
    "No vemos en qué estado está la actividad.",
    "We do not see the state of this activity.",
)
