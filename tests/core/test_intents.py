"""Acts in prose: one pattern for all of an act finds what a search for each of its wordings finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from mailbot.core.language import fold
from mailbot.core.reading import intents
from mailbot.core.reading.intents import intents_of

REPLIES = yaml.safe_load((Path(__file__).parent.parent / "officials" / "replies.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "subject", "acts"),
    [
        ("Acuso recibo. El Lic. Prueba ya no labora aquí.", "", ("acknowledgement", "departure")),
        ("El nuevo punto focal será Ana Prueba.", "", ("replacement", "designation")),
        ("¿Sigue en pie el taller?", "", ("status-report", "question")),
        ("Gracias.\n¿Cuándo\nse reúnen?", "", ("question",)),
        ("Se pidió una prór\nroga", "", ()),
        ("no se ha\niniciado", "", ("status-report",)),
        ("Hola", "RV: propuesta de actividad", ("proposal",)),
        ("Hola", "mis datos", ()),
        ("recibidos", "", ()),
        ("La sustituye don Baltasar Prueba.", "", ("replacement",)),
        ("Asume la Dirección en sustitución de la Cra. Tomasa Supuesto.", "", ("replacement",)),
        ("El fax ya no está en servicio", "", ()),
        ("Ya no está con nosotros", "", ("departure",)),
        ("Cambió mi extensión: ahora es la 127", "", ()),
        ("We kindly request an extension until Friday", "", ("extension-request",)),
        ("Les ruego eliminarme de la lista de distribución.", "", ("opt-out",)),
        ("Favor sacarnos de su directorio", "", ("opt-out",)),
        ("Agradeceré retirar mi nombre y mi correo de la lista de contactos", "", ("opt-out",)),
        ("Sírvanse retirarme de los correos del grupo", "", ("opt-out",)),
        ("No deseamos seguir recibiendo estos mensajes", "", ("opt-out",)),
        ("Favor eliminarme el fax", "", ()),
        ("Podría sacarme de la duda", "", ("question",)),
        ("Please take us off the list", "", ("opt-out",)),
        ("Estas son las respuestas de Honduras al cuestionario:", "", ("questionnaire-answer",)),
        ("Canada's responses to questions 1 and 3 follow.", "", ("questionnaire-answer",)),
        ("Guatemala estará representada por dos funcionarios.", "", ("rsvp",)),
        ("Los nombres se comunicarán la próxima semana.", "", ("promise",)),
        ("Solamente una corrección en la fila 12.", "", ("correction",)),
        ("Revisada, sin correcciones.", "", ()),
        ("Guatemala está interesada en él y podría ser sede de la primera fase.", "", ("interest", "offer-host")),
        ("We would be glad to host the seminar.", "", ("offer-host",)),
        ("Panamá no podría ser sede.", "", ()),
        ("Sobre la pregunta 2, el Ministerio considera que sí.", "", ("questionnaire-answer",)),
        ("El correo correcto es otro.", "", ("correction",)),
        ("Adjunto el documento. Agradeceré acusar recibo.", "", ()),
        ("Me permito acusar recibo de su nota.", "", ("acknowledgement",)),
        ("Please acknowledge receipt.", "", ()),
        # what is asked for is more time, not that one writes elsewhere
        ("Agradeceré una prórroga para remitir la información.", "", ("extension-request",)),
        # a letter is passed on, and nobody leaves
        ("Acuso recibo de su correo, el cual fue trasladado a la Dirección Consular.", "", ("acknowledgement",)),
        ("Su nota ya fue trasladada al Departamento.", "", ()),
        ("Su solicitud, misma que fue trasladada a la Dirección.", "", ()),
        ("El cuestionario fue trasladado a la Secretaría.", "", ()),
        ("La Licda. Ana Prueba fue trasladada a la Embajada.", "", ("departure",)),
        ("Ana Prueba, quien fue trasladada a Madrid, lo veía.", "", ("departure",)),
        ("Ana Prueba ya fue trasladada.", "", ("departure",)),
        ("", "", ()),
    ],
)
def test_acts(text: str, subject: str, acts: tuple[str, ...]) -> None:
    assert intents_of(text, subject) == acts


@pytest.mark.parametrize("case", REPLIES, ids=[each["about"][:40] for each in REPLIES])
def test_together_as_one_by_one(case: dict[str, str]) -> None:
    words = " ".join(map(fold, case["body"].split("\n")))
    apart = tuple(name for name, rows in intents._PATTERNS.items() if any(re.search(each, words) for each in rows))
    assert intents_of(case["body"], "") == apart
