"""The form or portal of a body, field by field in its own order: `fields.yaml` beside the filing's template."""

from typing import Literal

from pydantic import Field, model_validator

from briefs.models.base import LooseDate, Record, TextList, Verification

Unit = Literal["characters", "words", "pages", "items"]


class FormField(Record):
    """One field. Its content comes from one place: a name of the brief, a section of the filing, a fixed text; a field
    with none of them is entered by hand, and `ask` says what."""

    id: str
    group: str | None = Field(None, description="part of the form, as the form calls it; stands above its first field")
    label: str = Field(description="what the form asks for, in our words")
    box: str | None = Field(None, description="number of the box or boxes, where it is known")
    value: str | None = Field(
        None, description="name of docs/template-names.md: person.born, counsel.0.phone, exhibits"
    )
    section: str | None = Field(None, description="beginning of the heading in the filing whose text goes in")
    until: str | None = Field(None, description="with section: beginning of the heading before which the text ends")
    says: str | None = Field(None, description="fixed text or choice")
    ask: str | None = Field(None, description="what to enter by hand where the case file does not hold it")
    limit: int | None = Field(None, description="most that the form takes; null: no limit was seen")
    limit_unit: Unit | None = None
    level: Verification = Field("recalled", description="how sure we are that the form has this field, and its limit")
    source: str | None = Field(None, description="rule or page behind the field or the limit")

    @model_validator(mode="after")
    def _one_origin(self) -> "FormField":
        given = [name for name in (self.value, self.section, self.says) if name]
        if len(given) > 1:
            raise ValueError("give only one of value, section and says")
        if not given and not self.ask:
            raise ValueError("give a value, a section or a text, or say under ask what is entered by hand")
        if (self.limit is None) != (self.limit_unit is None):
            raise ValueError("limit and limit_unit go together")
        return self


class Form(Record):
    """templates/<filing>/fields.yaml"""

    form: str = Field(description="name of the form or portal")
    edition: str | None = Field(None, description="edition or date of what was seen")
    since: LooseDate | None = Field(None, description="first day on which the body takes this form")
    before: str | None = Field(None, description="what the same list serves for before that day")
    level: Verification
    sources: TextList = ()
    notes: TextList = Field((), description="what is not known, and how to use the page")
    fields: tuple[FormField, ...]

    @model_validator(mode="after")
    def _before_it_was(self) -> "Form":
        if (self.since is None) != (self.before is None):
            raise ValueError("since and before go together")
        return self
