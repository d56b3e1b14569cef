"""What a message proves about who wrote it: signatures, the server's results, one author."""

from mailbot.core.trust.alignment import aligned
from mailbot.core.trust.proof import Proof, Servers, one_author, proof_of
from mailbot.core.trust.results import Results, parse_results
from mailbot.core.trust.signature import Signature
from mailbot.core.trust.top import top_headers

__all__ = [
    "Proof",
    "Results",
    "Servers",
    "Signature",
    "aligned",
    "one_author",
    "parse_results",
    "proof_of",
    "top_headers",
]
