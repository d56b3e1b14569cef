"""Whether a signing domain speaks for the domain under From:.

DMARC (RFC 7489 section 3.1.1) compares organisational domains, which takes the public suffix
list.  This rule needs none and is narrower: the two are the same, or one lies below the other
and the upper one is a domain that somebody registered.  Sisters (a.example.org for
b.example.org) do not speak for each other: under shared roofs such as onmicrosoft.com they are
strangers.
"""

from __future__ import annotations

# Second-level names under which governments and others register: gob.gt, go.cr, gc.ca, co.uk.
_REGISTRIES = frozenset(
    "ac co com ed edu fin gb gc go gob gouv gov govt gub gv info int ind inf mil minist muni name ne net nom ngo"
    " nic nom or org pol pro sch sld tm tur uk web".split()
)
# Roofs under which strangers live side by side.
_ROOFS = frozenset(
    "amazonaws.com appspot.com azurewebsites.net blogspot.com cloudfront.net github.io gappssmtp.com herokuapp.com"
    " hubspotemail.net mailchimpapp.com mcsv.net onmicrosoft.com sendgrid.net web.app wordpress.com".split()
)


def plain_domain(domain: str) -> str:
    """Return a domain in lower-case A-labels (RFC 5890), "" for what is no domain name."""
    text = domain.strip().rstrip(".")
    if not text or len(text) > 253:
        return ""
    try:
        plain = text.encode("ascii").decode() if text.isascii() else text.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    labels = plain.lower().split(".")
    return ".".join(labels) if all(_is_label(label) for label in labels) else ""


def _is_label(label: str) -> bool:
    return 0 < len(label) < 64 and label.replace("-", "").replace("_", "").isalnum()


def is_registry(domain: str) -> bool:
    """Tell whether a domain is one under which strangers register: ``gt``, ``gob.gt``, ``onmicrosoft.com``."""
    labels = domain.split(".")
    if len(labels) < 2 or domain in _ROOFS:
        return True
    return len(labels) == 2 and len(labels[1]) == 2 and labels[0] in _REGISTRIES


def aligned(signer: str, author: str) -> bool:
    """Tell whether the domain ``signer`` (d=) may vouch for addresses at ``author`` (From:)."""
    one, other = plain_domain(signer), plain_domain(author)
    if not one or not other or is_registry(one):
        return False
    if one == other:
        return True
    upper = min((one, other), key=len)
    lower = other if upper == one else one
    return lower.endswith("." + upper) and not is_registry(upper)
