""" "The particulars of our focal point." above a form says the role of whoever is named in it."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

BELOW = "\n\nName: Mrs. Adelaide Placeholder\nPost: Foreign Service Officer\nEmail: aplaceholder@x.example\n"


@pytest.mark.parametrize(
    ("above", "role"),
    [
        ("Please find below the particulars of our focal point.", "focal-point"),
        ("Below are the contact details of our national focal point.", "focal-point"),
        ("Adjunto los datos de nuestro punto focal.", "focal-point"),
        ("A continuación los datos de nuestro punto focal suplente.", "alternate"),
        ("Recibimos los datos del punto focal de Honduras.", None),
        ("No tenemos los datos del punto focal.", None),
        ("Please find below the details of the focal point for the seminar.", None),
    ],
)
def test_the_role_told_above_the_labels(above: str, role: str | None) -> None:
    (entry,) = contact_entries(above + BELOW, "BZ")
    assert all_shown(entry).get("role") == role
    assert all_shown(entry)["name"] == "Adelaide Placeholder"


def test_who_asks_for_the_data_of_the_focal_point_is_none() -> None:
    assert contact_entries("Ana Prueba pidió los datos del punto focal.", "HN") == []


def test_whose_data_follow_is() -> None:
    (entry,) = contact_entries("Adjunto los datos del punto focal, Ana Prueba, aprueba@sre-hn.gob.example.", "HN")
    assert all_shown(entry)["role"] == "focal-point"
