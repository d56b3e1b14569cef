"""``oauth`` in mailbot.toml: by name, by table, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailbot.core.values import OperatorError
from mailbot.edges.oauth import GOOGLE, MICROSOFT, SignIn, microsoft
from mailbot.settings import load
from mailbot.wiring import sign_in_of

SETTINGS = """
[[groups]]
key = "md"
name = { es = "Grupo", en = "Group" }
address = "grupo@crm.example"
inbox = "imaps://outlook.office365.com/INBOX"
outbox = "smtp://smtp.office365.com"
presidency = "GT"
timezone = "America/Guatemala"
"""


def configured(folder: Path, lines: str) -> SignIn:
    file = folder / "mailbot.toml"
    file.write_text(SETTINGS + lines)
    found = sign_in_of(load(file).groups[0])
    assert found is not None
    return found


def test_providers_by_name_and_by_table(tmp_path: Path) -> None:
    short = configured(tmp_path, 'oauth = "microsoft"\noauth_client_id = "c"')
    assert short.provider == MICROSOFT
    assert (short.client_id, short.file) == ("c", tmp_path / "md.oauth")
    one = configured(tmp_path, 'oauth = { provider = "microsoft", client_id = "c", tenant = "t-1", token_file = "f" }')
    assert one.provider == microsoft("t-1")
    assert one.file == tmp_path / "f"
    (tmp_path / "s").write_text("secreto\n")
    google = configured(tmp_path, 'oauth = { provider = "google", client_id = "c", client_secret_file = "s" }')
    assert google.provider == GOOGLE
    assert google.client() == {"client_id": "c", "client_secret": "secreto"}
    urls = 'token_url = "https://o.example/t", device_url = "https://o.example/d"'
    own = configured(tmp_path, f'oauth = {{ {urls}, client_id = "c", scope = "mail" }}\nca_file = "ca.pem"')
    assert own.provider.device_url == "https://o.example/d"
    assert own.ca_file == tmp_path / "ca.pem"
    assert google.ca_file is None


@pytest.mark.parametrize(
    ("lines", "sign"),
    [
        ('oauth = "microsoft"', "client_id"),
        ('oauth = "yahoo"\noauth_client_id = "c"', "'microsoft' or 'google'"),
        ('oauth = { provider = "google", client_id = "c" }', "client_secret_file"),
        ('oauth = { client_id = "c", token_url = "https://o.example/t", scope = "s" }', "device_url"),
        ('oauth = { provider = "microsoft", client_id = "c", scope = "s" }', "delete"),
        ('oauth = { provider = "microsoft", client_id = "c", tenant = "../x" }', "tenant"),
        ('oauth = "microsoft"\noauth_client_id = "c"\npassword_env = "X"', "keep one"),
        ('oauth_client_id = "c"', "oauth_client_id"),
        (
            'oauth = { client_id = "c", token_url = "http://o.example", device_url = "https://x.y", scope = "s" }',
            "https://",
        ),
    ],
)
def test_settings_that_will_not_do_say_what_would(tmp_path: Path, lines: str, sign: str) -> None:
    with pytest.raises(OperatorError) as told:
        configured(tmp_path, lines)
    assert sign in str(told.value)
