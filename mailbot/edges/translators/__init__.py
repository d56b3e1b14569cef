"""Machine translation of free text; none by default: no text leaves the house."""

from __future__ import annotations

from typing import Protocol

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.translators.checks import absurd
from mailbot.edges.translators.libretranslate import LibreTranslate, TranslatorUnavailable

__all__ = ["Translator", "TranslatorUnavailable", "absurd", "open_translator"]


class Translator(Protocol):
    """A machine that translates between Spanish and English."""

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the translation; raises TranslatorUnavailable (an OSError) when it cannot now."""


def open_translator(engine: str, url: str | None, *, api_key: str = "none", timeout: float = 2.0) -> Translator | None:
    """Return the configured translator; None for ``none``."""
    if engine == "none":
        return None
    if engine == "libretranslate" and url:
        return LibreTranslate(url, api_key=api_key, timeout=timeout)
    raise OperatorError(
        [
            Bilingual(
                "translator: falta «url», la dirección de su propio servidor.",
                "translator: “url” is missing, the address of your own server.",
            )
        ]
    )
