"""Which lines are new, quoted, signature, disclaimer: labelled, never dropped."""

from mailbot.core.quotation.labelling import label, own_words

__all__ = ["label", "own_words"]
