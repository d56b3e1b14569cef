"""Coverage-guided fuzzing of bytes → message → reading, for as long as one wants.

Usage: python -m tests.fuzz.coverage_guided --seconds 600 [--folder FOLDER]
The letters of the tests are the first inputs.  Ends with status 1 and the input kept as
``crash-…`` in the current folder when anything raises, takes over 20 s or over 1 GB.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["mailbot"]):
    from mailbot.core import reading
    from mailbot.core.message import parse

from tests.answers import FORMS, KNOWN, letter

HERE = Path(__file__).parent.parent
_, SENT, _ = letter("contact-update", "es", prefilled=True)


def one_input(raw: bytes) -> None:
    """Read it alone and as an answer to a letter of ours; both must give a document."""
    message = parse(raw)
    for sent in (None, SENT):
        document = reading.as_json(reading.read(message, tuple(FORMS.values()), KNOWN, sent))
        assert document["kind"], "a reading without a kind"


def main(arguments: list[str]) -> None:
    """Fuzz for a number of seconds or of inputs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--folder", type=Path, default=None)
    wanted = parser.parse_args(arguments)
    corpus = wanted.folder or Path(tempfile.mkdtemp(prefix="letters-"))
    corpus.mkdir(exist_ok=True)
    for number, path in enumerate(sorted(HERE.glob("letters/*/*/message.eml"))):
        (corpus / f"{number:04}.eml").write_bytes(path.read_bytes())
    options = [f"-max_total_time={wanted.seconds}", f"-runs={wanted.runs}", "-timeout=20", "-rss_limit_mb=1024"]
    atheris.Setup([sys.argv[0], *options, "-max_len=16384", "-verbosity=1", str(corpus)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
