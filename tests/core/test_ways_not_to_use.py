"""Numbers and addresses that are not to be used, or are somebody else's, are nobody's data."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

EVA = {"email": ["eva@b.example"]}
PHONE = {"phone": ["+50625395300"]}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("No me escriban a ana@b.example.", []),
        ("No me escriban a ana@b.example sino a eva@b.example.", [EVA]),
        ("No llamen al 2539-5300, que es el de mi casa.", []),
        ("Please do not write to ana@b.example; use eva@b.example.", [EVA]),
        ("Nunca usen el número 2539-5300.", []),
        ("El número 2539-5300 es de mi jefe.", []),
        # neighbours that stay as they are
        ("Please do not hesitate to call me on 2539-5300.", [PHONE]),
        ("No duden en llamarme al 2539-5300.", [PHONE]),
        ("Do not use the old number, call 2539-5300.", [PHONE]),
        ("El número 2539-5300 es de mi oficina.", [PHONE]),
    ],
)
def test_what_is_not_to_be_used(body: str, told: list[dict[str, Any]]) -> None:
    assert [all_shown(each) for each in contact_entries(body, "CR")] == told
