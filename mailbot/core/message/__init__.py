"""Bytes → Message: everything an e-mail says, tolerant of every break seen in real mail."""

from mailbot.core.message.html import lines_of_html
from mailbot.core.message.parse import parse

__all__ = ["lines_of_html", "parse"]
