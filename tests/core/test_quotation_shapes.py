"""For each mail program: the history is taken off exactly, the sender's words stay exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailbot.core.message import parse
from mailbot.core.quotation import label, own_words
from mailbot.core.values import Line
from tests import shapes

ORIGINAL = (Path(__file__).parents[1] / "letters" / "sent" / "dir-hn.eml").read_bytes()
SAID = """Estimados colegas:

Remito lo solicitado; el fax ya no existe. De: nuestra parte no hay más cambios.
El 12 de enero nos reunimos y acordamos lo siguiente:

1. Seguir con el mismo punto focal.
2. Actualizar el teléfono.

Atentamente,

Reina Prueba"""
ANSWERS = {"Nombre completo": "Óscar Inventado Supuesto", "Teléfono": "2245-0000", "Fax": "no tenemos"}
EVERY = [(client, language) for client in shapes.CLIENTS for language in ("es", "en")]


def words(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def halves(raw: bytes) -> list[tuple[Line, ...]]:
    message = parse(raw)
    return [label(half) for half in (message.lines, message.alternative) if half]


@pytest.mark.parametrize(("client", "language"), EVERY)
@pytest.mark.parametrize("seed", range(3))
def test_only_the_words_above_remain(client: str, language: str, seed: int) -> None:
    for lines in halves(shapes.reply(ORIGINAL, client, "above", {}, SAID, language, seed)):
        assert words(own_words(lines)) == words(SAID)


@pytest.mark.parametrize(("client", "language"), EVERY)
def test_answers_above_remain(client: str, language: str) -> None:
    typed = [f"{name}: {value}" for name, value in ANSWERS.items()]
    for lines in halves(shapes.reply(ORIGINAL, client, "above", ANSWERS, "Con gusto:", language)):
        assert words(own_words(lines)) == ["Con gusto:", *typed]


@pytest.mark.parametrize(("client", "language"), EVERY)
def test_each_quotation_has_its_header_labelled(client: str, language: str) -> None:
    for lines in halves(shapes.reply(ORIGINAL, client, "above", {}, SAID, language)):
        labels = [line.label for line in lines]
        assert "quote-header" in labels
        assert labels.count("quoted") > 20


@pytest.mark.parametrize("client", [each for each in shapes.CLIENTS if shapes.marks_quotation(each)])
@pytest.mark.parametrize("language", ["es", "en"])
def test_unmarked_answers_inside_marked_quotation_are_new(client: str, language: str) -> None:
    message = parse(shapes.reply(ORIGINAL, client, "next-line", ANSWERS, "Ver abajo.", language))
    text = next(half for half in (message.lines, message.alternative) if half and half[0].source == "text")
    assert words(own_words(label(text))) == ["Ver abajo.", *ANSWERS.values()]


@pytest.mark.parametrize("client", shapes.CLIENTS)
@pytest.mark.parametrize("manner", shapes.MANNERS)
def test_no_line_is_dropped_or_changed(client: str, manner: str) -> None:
    message = parse(shapes.reply(ORIGINAL, client, manner, ANSWERS, SAID))
    labelled = label(message.lines)
    assert [(each.number, each.text, each.depth) for each in labelled] == [
        (each.number, each.text, each.depth) for each in message.lines
    ]


@pytest.mark.parametrize("client", shapes.CLIENTS)
@pytest.mark.parametrize("manner", shapes.MANNERS[1:])
def test_the_answers_came_through_the_shape(client: str, manner: str) -> None:
    message = parse(shapes.reply(ORIGINAL, client, manner, ANSWERS))
    seen = "\n".join(line.text for line in message.lines)
    assert all(value in seen for value in ANSWERS.values())


def test_the_same_seed_gives_the_same_bytes() -> None:
    first, second = (shapes.reply(ORIGINAL, "gmail-web", "cell", ANSWERS, "Hola", seed=7) for _ in range(2))
    assert first == second
