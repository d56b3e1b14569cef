"""How far a long command is, on standard error."""

from __future__ import annotations

import time
from collections.abc import Callable

from mailbot.cli.common import say
from mailbot.core.values import Bilingual

PATIENCE = 2.0  # seconds before the first word, and between words


class Progress:
    """Says "1200 de 5000" now and then; a command that is quick says nothing."""

    def __init__(
        self,
        total: int,
        what: Bilingual,
        clock: Callable[[], float] = time.monotonic,
        tell: Callable[[Bilingual], None] = say,
    ) -> None:
        self.total, self.what, self._clock, self._tell = total, what, clock, tell
        self._said = clock()

    def __call__(self, done: int) -> None:
        """Hear how many are done."""
        now = self._clock()
        if now - self._said >= PATIENCE:
            self._said = now
            es, en = self.what.es, self.what.en
            self._tell(Bilingual(f"{es}: {done} de {self.total} …", f"{en}: {done} of {self.total} …"))
