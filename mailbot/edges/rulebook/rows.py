"""What a file of ``rules/`` may contain (pydantic), and the core values it stands for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Key

from mailbot.core.values import Bilingual, Choice, Field, Form

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
FormId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
FieldId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,40}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,6}$")]
Alpha2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(_Row):
    """One text in both languages; neither half may be missing or blank."""

    es: Text
    en: Text

    def value(self) -> Bilingual:
        """Return the core's value."""
        return Bilingual(self.es, self.en)


class ChoiceRow(_Row):
    """One value of a choice field."""

    value: FieldId
    label: Both
    synonyms: list[Text] = []
    past: bool = False
    in_label: bool = False
    alone: list[str] = []


class FieldRow(_Row):
    """One question of a form."""

    id: FieldId
    kind: Text
    label: Both
    help: Both
    synonyms: list[Text] = []
    choices: list[ChoiceRow] = []
    required: bool = False
    example: Both | None = None
    free: bool = False
    multiline: bool = False


class NoChangeRow(_Row):
    """Phrases that confirm the whole form, and the field value they stand for."""

    phrases: list[Text] = Key(min_length=1)
    field: FieldId = "change"
    value: Text = "none"


class FormRow(_Row):
    """One file of ``rules/forms``."""

    id: FormId
    code: Code
    title: Both
    introduction: Both
    fields: list[FieldRow] = Key(min_length=1)
    no_change: NoChangeRow | None = None
    subject_of: Literal["contact", "activity", "meeting", "proposal", "indicator", "record"] = "contact"
    key: list[FieldId] = []
    repeatable: bool = True
    intent: Literal["proposal"] | None = None
    subjects: list[Text] = []


class CountryRow(_Row):
    """One country of ``rules/countries.yaml``: names people write, besides the two labels.

    ``member`` States are entered by ``mailbot init``; ``language`` is the one they are written to.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    code: Alpha2
    name: Both
    synonyms: list[Text] = []
    member: bool = False
    language: Literal["es", "en"] = "es"


class CountriesFile(BaseModel):
    """``rules/countries.yaml``."""

    model_config = ConfigDict(extra="allow", frozen=True)

    countries: list[CountryRow] = Key(min_length=1)


def form_of(row: FormRow) -> Form:
    """Return the core's value of a checked file."""
    rule = row.no_change
    return Form(
        id=row.id,
        code=row.code,
        title=row.title.value(),
        introduction=row.introduction.value(),
        fields=tuple(field_of(each) for each in row.fields),
        no_change=tuple(rule.phrases) if rule else (),
        no_change_field=rule.field if rule else None,
        no_change_value=rule.value if rule else None,
        subject_of=row.subject_of,
        key=tuple(row.key),
        repeatable=row.repeatable,
        intent=row.intent,
        subjects=tuple(row.subjects),
    )


def field_of(row: FieldRow) -> Field:
    """Return the core's value of one question."""
    return Field(
        id=row.id,
        kind=row.kind,
        label=row.label.value(),
        help=row.help.value(),
        synonyms=tuple(row.synonyms),
        choices=tuple(
            Choice(c.value, c.label.value(), tuple(c.synonyms), c.past, c.in_label, tuple(c.alone)) for c in row.choices
        ),
        required=row.required,
        example=row.example.value() if row.example else None,
        free=row.free,
        multiline=row.multiline,
    )
