"""Which lines are new, quoted, signature, disclaimer: labelled, never dropped."""

from mailbot.core.quotation.labelling import label
from mailbot.core.quotation.reply import own_words

__all__ = ["label", "own_words"]
