"""A post under a label of the role, below a heading that says the role: "ALTERNO", "Función: Analista de Visas"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.said import Break, Item, Said
from mailbot.core.forms.persons.runs import post_at
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Field, FieldValue, Form, Known


def posts_under_roles(items: Sequence[Item], labels: Labels, known: Known) -> tuple[Item, ...]:
    """Read such a value as the post, to be asked, where the heading has told the role and nothing else says a post."""
    role, post = _role(labels.form), next((e for e in labels.form.fields if "job title" in e.synonyms), None)
    if role is None or post is None or not any(_is_heading(each, role) for each in items):
        return tuple(items)
    return tuple(_arranged(items, role, post, known))


def _arranged(items: Sequence[Item], role: Field, post: Field, known: Known) -> Iterator[Item]:
    headed = False
    for place, item in enumerate(items):
        headed = not isinstance(item, Break) and (headed or _is_heading(item, role))
        if headed and isinstance(item, Said) and item.label.fields == (role.id,) and not _is_heading(item, role):
            is_post = post_at(item.text) == item.text.strip(" .") and not _says_a_post(items, place, post)
            if is_post and not isinstance(read_value(role, item.text, item.line, known), FieldValue):
                item = replace(item, label=replace(item.label, fields=(post.id,)), unsure=True, told=True)
        yield item


def _role(form: Form) -> Field | None:
    return next((each for each in form.fields if any(choice.in_label for choice in each.choices)), None)


def _is_heading(item: Item, role: Field) -> bool:
    return isinstance(item, Said) and item.label.fields == (role.id,) and item.label.words == item.text != ""


def _says_a_post(items: Sequence[Item], place: int, post: Field) -> bool:
    """Tell whether the post has a label of its own among what is said of the same person."""
    breaks = [at for at, each in enumerate(items) if isinstance(each, Break)]
    first = max((at for at in breaks if at < place), default=0)
    last = min((at for at in breaks if at > place), default=len(items))
    return any(isinstance(each, Said) and post.id in each.label.fields and each.text for each in items[first:last])
