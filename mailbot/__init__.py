"""mailbot: the secretary of a bilingual working group, run over e-mail."""

__version__ = "0.1.0"
