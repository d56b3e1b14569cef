"""Calendar text → windows: a small grammar in both languages.

Conventions (contracts): a fortnight is days 1–15 or 16–end; the first week of a month days
1–7, the fourth 22–28, the last its last seven days; "mediados" 11–20, "principios" 1–10, "finales" 21–end;
"antes del 30" ends on the 29th, "al/hasta el 30" on the 30th.  Without a year: today's, or
the next when that ended more than 60 days ago.  No date rather than a wrong one: parts of a
year ("principios de 2009"), working days, seasons and what changed or is excepted are asked.

tokens → atoms (Span, Reader) → numeric, days, months, years, relative → spans (one place) →
bounds (until, before, from–to) → together (shared years) → reader; words and kinds are tables.
"""

from mailbot.core.windows.reader import as_json, read, window_json

__all__ = ["as_json", "read", "window_json"]
