"""Reports of delivery (RFC 3464, RFC 6533): which recipients, for good or not, with which status."""

from __future__ import annotations

import base64

import pytest

from tests.core.automatic.letters import ANA, DAEMON, RETURNED, failed, letter, parts, recognise, report

FINAL = "Final-Recipient: rfc822; luis@hn.example\n"
LUIS = "luis@hn.example"

ONE = [
    ("failed for good", FINAL + "Action: failed\nStatus: 5.1.1", (LUIS, True, "5.1.1")),
    ("full, for now", FINAL + "Action: failed\nStatus: 4.2.2", (LUIS, False, "4.2.2")),
    ("delayed is not permanent", FINAL + "Action: delayed\nStatus: 4.4.1\nWill-Retry-Until: x", (LUIS, False, "4.4.1")),
    ("delayed with class 5 by a careless program", FINAL + "Action: delayed\nStatus: 5.0.0", (LUIS, False, "5.0.0")),
    (
        "no space after the type",
        "Final-Recipient: rfc822;luis@hn.example\nAction: failed\nStatus: 5.1.1",
        (LUIS, True, "5.1.1"),
    ),
    (
        "capitals everywhere",
        "FINAL-RECIPIENT: RFC822; LUIS@HN.EXAMPLE\nACTION: FAILED\nSTATUS: 5.1.1",
        (LUIS, True, "5.1.1"),
    ),
    (
        "in angle brackets",
        "Final-Recipient: rfc822; <luis@hn.example>\nAction: failed\nStatus: 5.1.1",
        (LUIS, True, "5.1.1"),
    ),
    ("without a type", "Final-Recipient: luis@hn.example\nAction: failed\nStatus: 5.1.1", (LUIS, True, "5.1.1")),
    (
        "a type nobody registered",
        "Final-Recipient: LOCAL; luis@hn.example\nAction: failed\nStatus: 5.1.1",
        (LUIS, True, "5.1.1"),
    ),
    (
        "a comment on the action",
        FINAL + "Action: failed (Bad destination mailbox address)\nStatus: 5.1.1",
        (LUIS, True, "5.1.1"),
    ),
    ("failure, for failed", FINAL + "Action: failure\nStatus: 5.1.1", (LUIS, True, "5.1.1")),
    ("error, for failed (OpenSMTPD)", FINAL + "Action: error\nStatus: 5.0.0", (LUIS, True, "5.0.0")),
    ("no action at all", FINAL + "Status: 5.1.1", (LUIS, True, "5.1.1")),
    ("a comment on the status", FINAL + "Action: failed\nStatus: 5.0.0 (reached disk quota)", (LUIS, True, "5.0.0")),
    (
        "a reply code for a status",
        FINAL + "Action: failed\nStatus: 553 Exceeded maximum inbound message size",
        (LUIS, True, "5.3.4"),
    ),
    (
        "the status only in the diagnosis",
        FINAL + "Action: failed\nDiagnostic-Code: smtp; 550 5.7.1 blocked",
        (LUIS, True, "5.7.1"),
    ),
    (
        "only a reply code and words",
        FINAL + "Action: failed\nDiagnostic-Code: smtp; 550 User unknown",
        (LUIS, True, "5.1.1"),
    ),
    (
        "only a temporary reply code",
        FINAL + "Action: failed\nDiagnostic-Code: smtp; 452 mailbox full",
        (LUIS, False, "4.2.2"),
    ),
    (
        "a status that says no reason, beside the server's own",
        FINAL + "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.2.1 account disabled",
        (LUIS, True, "5.2.1"),
    ),
    (
        "a status that says a reason stays, whatever the server adds",
        FINAL + "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.7.1 rejected",
        (LUIS, True, "5.1.1"),
    ),
    (
        "a status of the other class stays: the program has given up, or has not",
        FINAL + "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 450 4.2.1 try again",
        (LUIS, True, "5.0.0"),
    ),
    (
        "words beside a status that says no reason prove nothing",
        FINAL + "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 rejected",
        (LUIS, True, "5.0.0"),
    ),
    (
        "a diagnosis folded over lines",
        FINAL + "Action: failed\nDiagnostic-Code: smtp; 550-no such\n user here\n 550 5.1.1 bye",
        (LUIS, True, "5.1.1"),
    ),
    (
        "an address of the internet is no status",
        FINAL + "Action: failed\nDiagnostic-Code: smtp; host 5.1.1.7 said: 550 quota exceeded",
        (LUIS, True, "5.2.2"),
    ),
    (
        "the address we wrote to",
        (
            "Original-Recipient: rfc822;luis@hn.example\nFinal-Recipient: rfc822;u7@box.example\nAction: "
            "failed\nStatus: 5.2.1"
        ),
        (LUIS, True, "5.2.1"),
    ),
    (
        "X.400 behind a gateway",
        (
            "Original-Recipient: rfc822; luis@hn.example\nFinal-Recipient: x400; /S=luis/C=HN/\nAction: "
            "failed\nStatus: 5.1.1"
        ),
        (LUIS, True, "5.1.1"),
    ),
    (
        "the original is unknown",
        "Original-Recipient: unknown; x@y\n" + FINAL + "Action: failed\nStatus: 5.1.1",
        (LUIS, True, "5.1.1"),
    ),
    (
        "xtext not decoded by its writer",
        (
            "Original-Recipient: rfc822; luis+2Bmd@hn.example\nFinal-Recipient: rfc822; luis+md@hn.example\n"
            "Action: failed\nStatus: 5.1.1"
        ),
        ("luis+md@hn.example", True, "5.1.1"),
    ),
    (
        "a tag is no xtext",
        "Final-Recipient: rfc822; luis+20md@hn.example\nAction: failed\nStatus: 5.1.1",
        ("luis+20md@hn.example", True, "5.1.1"),
    ),
    (
        "status above the recipient (Sun)",
        "Action: failed\nStatus: 5.0.0\nOriginal-Recipient: rfc822;luis@hn.example",
        (LUIS, True, "5.0.0"),
    ),
    (
        "a quoted local part",
        'Final-Recipient: rfc822; "luis.p"@hn.example\nAction: failed\nStatus: 5.1.1',
        ('"luis.p"@hn.example', True, "5.1.1"),
    ),
    (
        "blank lines between the fields",
        "Final-Recipient: rfc822; luis@hn.example\n\nAction: failed\n\nStatus: 5.1.1",
        (LUIS, True, "5.1.1"),
    ),
    (
        "an accent in the address, raw",
        "Final-Recipient: utf-8; jesús@hn.example\nAction: failed\nStatus: 5.6.7",
        ("jesús@hn.example", True, "5.6.7"),
    ),
    (
        "an accent escaped (RFC 6533)",
        "Final-Recipient: utf-8; jes\\x{FA}s@hn.example\nAction: failed\nStatus: 5.6.7",
        ("jesús@hn.example", True, "5.6.7"),
    ),
]


@pytest.mark.parametrize(("why", "block", "expected"), ONE, ids=[each[0] for each in ONE])
def test_one_recipient(why: str, block: str, expected: tuple[str, bool, str | None]) -> None:
    raw = report(block)
    assert recognise(raw).kind == "bounce"
    assert failed(raw) == [expected]


def test_recipients_with_different_actions() -> None:
    blocks = [
        f"Final-Recipient: rfc822; {name}@hn.example\nAction: {action}\nStatus: {status}"
        for name, action, status in (
            ("a", "failed", "5.1.1"),
            ("b", "delayed", "4.4.1"),
            ("c", "delivered", "2.1.5"),
            ("d", "relayed", "2.1.9"),
            ("e", "expanded", "2.0.0"),
            ("f", "failed", "5.2.2"),
        )
    ]
    expected = [("a@hn.example", True, "5.1.1"), ("b@hn.example", False, "4.4.1"), ("f@hn.example", True, "5.2.2")]
    assert failed(report(*blocks)) == expected
    assert failed(report("".join(f"{block}\n" for block in blocks))) == expected  # blank lines lost on the way


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_in_which_nothing_failed_is_no_bounce(action: str) -> None:
    found = recognise(report(FINAL + f"Action: {action}\nStatus: 2.0.0"))
    assert (found.kind, found.bounced) == ("auto-reply", ())


STATUS = "Reporting-MTA: dns; mx.example\n\n" + FINAL + "Action: failed\nStatus: 5.1.1\n"
SHAPES = [
    ("the report alone", parts(("message/delivery-status", STATUS))),
    (
        "headers returned instead of the message",
        parts(("text/plain", "failed"), ("message/delivery-status", STATUS), ("text/rfc822-headers", RETURNED)),
    ),
    (
        "multipart/mixed with the report",
        parts(("text/plain", "failed"), ("message/delivery-status", STATUS), kind="multipart/mixed"),
    ),
    (
        "a report inside a mail that gateways add text to",
        parts(
            ("text/plain", "scanned"),
            ("message/rfc822", parts(("text/plain", "failed"), ("message/delivery-status", STATUS)).decode()),
            kind="multipart/mixed",
        ),
    ),
    (
        "the report as a file under another type",
        parts(
            ("text/plain", "failed"), ('application/octet-stream; name="details.txt"', STATUS), kind="multipart/mixed"
        ),
    ),
    (
        "the report as an attached text",
        parts(
            ("text/plain", "failed"),
            ('text/plain; name="details.txt"\nContent-Disposition: attachment', STATUS),
            kind="multipart/mixed",
        ),
    ),
    (
        "message/global-delivery-status (RFC 6533)",
        parts(
            ("text/plain", "failed"), ("message/global-delivery-status", STATUS), ("message/global-headers", RETURNED)
        ),
    ),
    (
        "a report in base64",
        parts(
            ("text/plain", "failed"),
            (
                "message/global-delivery-status\nContent-Transfer-Encoding: base64",
                base64.encodebytes(STATUS.encode()).decode(),
            ),
        ),
    ),
    ("the report flattened into the text", letter("Undelivered Mail", "Delivery failed.\n\n" + STATUS, DAEMON)),
    (
        "the report has lost its end",
        parts(("text/plain", "failed"), ("message/delivery-status", STATUS)).replace(b"--limit--", b""),
    ),
    ("bare line feeds", parts(("text/plain", "failed"), ("message/delivery-status", STATUS)).replace(b"\r\n", b"\n")),
    (
        "a report without recipients: the text names them",
        parts(
            ("text/plain", "The following recipients could not be reached:\n\nluis@hn.example\n550 5.1.1 unknown"),
            ("message/delivery-status", "Reporting-MTA: dns; mx.example\n"),
        ),
    ),
    (
        "the report says it is a warning in its text only",
        parts(
            ("text/plain", "failed"), ("message/delivery-status", STATUS), sender="postmaster@hn.example", subject="x"
        ),
    ),
    ("no From: at all", parts(("text/plain", "failed"), ("message/delivery-status", STATUS), sender="")),
    (
        "a list put RE: before the subject",
        parts(("text/plain", "failed"), ("message/delivery-status", STATUS), subject="RE: Undelivered"),
    ),
]


@pytest.mark.parametrize(("why", "raw"), SHAPES, ids=[each[0] for each in SHAPES])
def test_every_shape_of_a_report(why: str, raw: bytes) -> None:
    assert recognise(raw).kind == "bounce"
    assert failed(raw) == [("luis@hn.example", True, "5.1.1")]


def test_exim_and_google_name_recipients_in_a_header() -> None:
    text = "Delivery to the following recipient failed permanently:\n\n     luis@hn.example\n\n550 5.1.1 no such user\n"
    raw = letter("Delivery Status Notification (Failure)", text, DAEMON, X_Failed_Recipients="luis@hn.example")
    assert failed(raw) == [("luis@hn.example", True, "5.1.1")]
    two = letter("Mail delivery failed", "It failed.\n", DAEMON, X_Failed_Recipients="luis@hn.example, eva@ni.example")
    assert [address for address, _, _ in failed(two)] == ["luis@hn.example", "eva@ni.example"]


def test_dovecot_rejects_with_a_disposition_notice() -> None:
    notice = (
        "Reporting-UA: mail; Dovecot\nFinal-Recipient: rfc822; luis@hn.example\nDisposition: "
        "automatic-action; deleted\n"
    )
    raw = parts(
        ("text/plain", "Your message to <luis@hn.example> was automatically rejected:\nQuota exceeded\n"),
        ("message/disposition-notification", notice),
        kind="multipart/report; report-type=disposition-notification",
        subject="Automatically rejected mail",
        more="Auto-Submitted: auto-replied (rejected)\n",
    )
    assert recognise(raw).kind == "bounce"
    assert failed(raw) == [("luis@hn.example", True, "5.2.2")]


def test_a_colleague_attaches_a_report_and_stays_a_person() -> None:
    words = "Estimados:\n\nMe llegó esto; ¿tienen otro correo de Luis?\n\nSaludos,\nAna\n"
    inline = parts(
        ("text/plain", words),
        ("message/delivery-status", STATUS),
        kind="multipart/mixed",
        sender=ANA,
        subject="RV: Undelivered",
    )
    whole = report(FINAL + "Action: failed\nStatus: 5.1.1").decode()
    attached = parts(
        ("text/plain", words), ("message/rfc822", whole), kind="multipart/mixed", sender=ANA, subject="correo devuelto"
    )
    assert recognise(inline).kind == "human"
    assert recognise(attached).kind == "human"
