"""Every mail program, every manner of answering: the same values or a doubt, never another value."""

from __future__ import annotations

import random

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from tests.answers import FORMS, KNOWN, SAMPLES, check, labels, letter, region_fits
from tests.shapes import CLIENTS, MANNERS, reply

SEEDS = range(6)
OPENINGS = ("", "Estimados colegas:\n\nVa lo solicitado.", "Please see below.")
CLOSINGS = ("", "\n\nSaludos,\nReina Muestra\nTel. 2230-9999", "\n\nRegards,\n\nReina")


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("client", CLIENTS)
def test_answered_from(client: str, manner: str) -> None:
    for seed in SEEDS:
        one_answer(client, manner, seed)


def one_answer(client: str, manner: str, seed: int) -> None:
    chance = random.Random(f"{client} {manner} {seed}")
    form = FORMS[chance.choice(sorted(FORMS))]
    samples = SAMPLES[form.id]
    fields = chance.sample(sorted(samples), chance.randint(1, len(samples)))
    answers = {field: chance.choice(samples[field]) for field in samples if field in fields}
    if not region_fits(answers):
        answers.pop("country")
    if not answers:
        return
    language, half = chance.choice(["es", "en"]), chance.choice(["es", "en"])
    _, sent, raw = letter(form.id, language, chance.random() < 0.5)
    names = labels(form, half)
    words = {names[field]: said for field, (said, _) in answers.items()}
    text = chance.choice(OPENINGS) + ("" if manner == "above" else chance.choice(CLOSINGS))
    message = parse(reply(raw, client, manner, words, text, half, seed))
    document = reading.as_json(reading.read(message, tuple(FORMS.values()), KNOWN, sent))
    check(document, form, answers)
