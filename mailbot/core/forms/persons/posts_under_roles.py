"""A post under a label of the role, below a heading that says the role: "ALTERNO", "Función: Analista de Visas"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.said import Break, Item, Said
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Field, FieldValue, Form, Known


def posts_under_roles(items: Sequence[Item], labels: Labels, known: Known) -> tuple[Item, ...]:
    """Read such a value as the post, to be asked, where the heading has told the role and nothing else says a post."""
    role, post = _role(labels.form), next((e for e in labels.form.fields if "job title" in e.synonyms), None)
    if role is None or post is None or not any(_is_heading(each, role) for each in items):
        return tuple(items)
    return tuple(_arranged(items, role, post, known))


def _arranged(items: Sequence[Item], role: Field, post: Field, known: Known) -> Iterator[Item]:
    told = {person for person, item in _by_person(items) if isinstance(item, Said) and _says(item, post)}
    headed = False
    for person, item in _by_person(items):
        headed = not isinstance(item, Break) and (headed or _is_heading(item, role))
        if headed and person not in told and isinstance(item, Said) and _is_post(item, role, known):
            item = replace(item, label=replace(item.label, fields=(post.id,)), unsure=True, told=True)
        yield item


def _is_post(item: Said, role: Field, known: Known) -> bool:
    """Tell whether a post and no role stands beside a label of the role."""
    if item.label.fields != (role.id,) or _is_heading(item, role) or post_at(item.text) != item.text.strip(" ."):
        return False
    return not isinstance(read_value(role, item.text, item.line, known), FieldValue)


def _by_person(items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """Yield each item with the number of the person that it is said of."""
    person = 0
    for item in items:
        person += isinstance(item, Break)
        yield person, item


def _says(item: Said, post: Field) -> bool:
    return post.id in item.label.fields and item.text != ""


def _role(form: Form) -> Field | None:
    return next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)


def _is_heading(item: Item, role: Field) -> bool:
    return isinstance(item, Said) and item.label.fields == (role.id,) and item.label.words == item.text != ""
