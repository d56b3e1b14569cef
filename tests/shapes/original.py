"""The letter that is answered, as far as a mail program shows it in its quotation."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import email.utils
import re
from dataclasses import dataclass
from html import escape

ZONE = dt.timezone(dt.timedelta(hours=-6))
DAYS = {
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Original:
    """Names and addresses, subject, instant and both halves of the letter."""

    name: str
    address: str
    to_name: str
    to_address: str
    subject: str
    when: dt.datetime
    message_id: str
    text: str
    html: str  # what stands inside <body>; "" when the letter has no such half

    @property
    def to(self) -> str:
        return f"{self.to_name} <{self.to_address}>" if self.to_name else self.to_address

    @property
    def name_html(self) -> str:
        return escape(self.name or self.address)

    def day(self, language: str) -> str:
        return DAYS[language][self.when.weekday()]

    def month(self, language: str) -> str:
        return MONTHS[language][self.when.month - 1]

    def date(self, pattern: str) -> str:
        """The instant by strftime; {h} is the hour without a zero before it."""
        hour = self.when.hour % 12 or 12
        return (
            self.when.strftime(pattern)
            .replace("{h}", str(hour))
            .replace("{d}", str(self.when.day))
            .replace("{m}", str(self.when.month))
        )

    def half_day(self, language: str) -> str:
        late = self.when.hour >= 12
        return ("p.m." if late else "a.m.") if language == "es" else ("PM" if late else "AM")


def read_original(raw: bytes) -> Original:
    """Read a letter of ours from its bytes."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    plain = message.get_body(("plain",))
    html = message.get_body(("html",))
    name, address = email.utils.parseaddr(str(message["From"]))
    to_name, to_address = email.utils.parseaddr(str(message["To"]))
    when = email.utils.parsedate_to_datetime(str(message["Date"])).astimezone(ZONE)
    found = _BODY.search(html.get_content()) if html is not None else None
    return Original(
        name,
        address,
        to_name,
        to_address,
        str(message["Subject"]),
        when,
        str(message["Message-ID"]),
        plain.get_content().replace("\r\n", "\n").rstrip("\n") if plain is not None else "",
        found[1].strip() if found else "",
    )
