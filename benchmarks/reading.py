"""Reading: one message to what would be understood, against the standard library's parse.

Every letter case of the tests that is a human's is read, with the letter it answers where
there is one; the raw limit of the same run is ``email.message_from_bytes`` and the decoding
of its parts.  Milliseconds are the processor's, so that another program's work is not counted.

What is warm: one letter was read before, so patterns and forms are made ready; no message is
read twice by the same reader, and no two are alike but for our own lines.  The words of those
lines are remembered, as in a daemon that has sent the form before.  "read" takes the letter on
record as parsed and made ready, as the daemon has it from the second answer to a circular or a
reminder on; "read, the first answer" parses it and makes it ready too, as for a letter that
went to one person.

Measured on two cores, in multiples of the raw limit's median: letters 55 to 99, answers
with our letter inside 50 to 63, the first answer to a letter 85 to 120.
Usage: python -m benchmarks.reading [ROUNDS]
"""

from __future__ import annotations

import datetime as dt
import email
import gc
import hashlib
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known, Message
from mailbot.edges.rulebook import load_countries, load_forms
from mailbot.edges.shipped import folder
from tests.answers import FORMS as FORM_IDS
from tests.answers import SAMPLES, labels, letter
from tests.shapes import CLIENTS, MANNERS, reply

FORMS = load_forms(folder("rules") / "forms")
COUNTRIES = dict(load_countries(folder("rules") / "countries.yaml"))
TODAY = dt.date(2009, 3, 2)
LETTERS = Path(__file__).parent.parent / "tests" / "letters"
Case = tuple[bytes, Message | None, bytes]  # a message, the letter it answers, that letter's bytes
Work = Callable[[Case], None]


def cases(rounds: int) -> dict[str, list[Case]]:
    """Return the messages by kind: letters of at most 4 KB, and answers of every mail program.

    No two messages are alike: nothing remembered from one of them helps to read another,
    but for the words of our own letters, which come back in every answer.
    """
    small: list[Case] = []
    for path in sorted(LETTERS.glob("*/*/message.eml")):
        raw = path.read_bytes()
        if len(raw) <= 4_096:
            small.append((raw, None, b""))
    quoting: list[Case] = []
    for number in range(rounds):
        for form_id in sorted(FORM_IDS):
            _, sent, raw = letter(form_id, "es", prefilled=False)
            names = labels(FORM_IDS[form_id], "es")
            for client in CLIENTS:
                for manner in MANNERS:
                    chance = random.Random(f"{number} {form_id} {client} {manner}")
                    answers = {names[field]: distinct(said, chance) for field, said in SAMPLES[form_id].items()}
                    text = f"Estimada Persona {chance.random()}:\n\nVa lo solicitado el día {chance.random()}."
                    quoting.append((reply(raw, client, manner, answers, text, "es"), sent, raw))
    return {"letters of at most 4 KB": small, "answers with our letter inside": quoting}


def distinct(said: list[tuple[str, object]], chance: random.Random) -> str:
    """Return one of the sample answers with its digits and some letters changed."""
    words, _ = chance.choice(said)
    other = "".join(str(chance.randint(2, 9)) if sign.isdigit() else sign for sign in words)
    return other if "@" in other or len(other) < 25 else f"{other} {chance.random()}"


def raw_parse(case: Case) -> None:
    """Parse and decode with the standard library alone."""
    for part in email.message_from_bytes(case[0]).walk():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            payload.decode("utf-8", "replace")


def parse_one(case: Case) -> None:
    """Parse to lines with origin."""
    parse(case[0])


def read_one(case: Case) -> None:
    """Read as the daemon does when it holds the letter ready."""
    raw, sent, _ = case
    known = Known(today=TODAY, countries=COUNTRIES, own=frozenset({"grupo.md@crm.example"}))
    reading.as_json(reading.read(parse(raw), FORMS, known, sent))


def read_first(case: Case) -> None:
    """Read the first answer to a letter: nobody else got the very same one."""
    raw, _, letter = case
    mark = hashlib.sha256(raw).hexdigest().encode()
    read_one((raw, parse(b"X-Copy: " + mark + b"\n" + letter), letter))


def times(work: Work, messages: list[Case]) -> list[float]:
    """Return the milliseconds of processor time of each message, each read once."""
    found = []
    for number, case in enumerate(messages):
        begun = time.process_time()
        work(case)
        found.append((time.process_time() - begun) * 1000)
        if number % 50 == 49:
            print(f"\r  {number + 1} of {len(messages)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def line(name: str, found: list[float], base: list[float]) -> str:
    """Return one line of the table: median and 99th percentile, also as a multiple of the raw limit."""
    median, high = statistics.median(found), statistics.quantiles(found, n=100)[98]
    raw_median, raw_high = statistics.median(base), statistics.quantiles(base, n=100)[98]
    return (
        f"{name}: median {median:.2f} ms ({median / raw_median:.0f} x the raw limit), "
        f"p99 {high:.1f} ms ({high / raw_high:.0f} x)"
    )


def main(rounds: int = 3) -> None:
    """Print one line for each kind of message and way of reading, after a letter that warms everything up."""
    gc.freeze()  # as the daemon does when everything is loaded
    _, _, letter_bytes = letter("contact-update", "es", prefilled=False)
    read_one((reply(letter_bytes, CLIENTS[0], "above", {"Cargo": "Jefa"}), None, b""))
    for kind, messages in cases(rounds).items():
        size = statistics.median(len(raw) for raw, _, _ in messages) / 1024
        print(f"{kind}: {len(messages)} messages, median {size:.1f} KB", flush=True)
        base = times(raw_parse, messages)
        print("  " + line("parsed to lines", times(parse_one, messages), base))
        print("  " + line("read", times(read_one, messages), base), flush=True)
        if any(sent for _, sent, _ in messages):
            again = cases(2 * rounds)[kind][len(messages) :]
            print("  " + line("read, the first answer", times(read_first, again), base), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
