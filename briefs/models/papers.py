"""What single filings need and nothing else asks for, as a template may use it."""

from pydantic import Field

from briefs.models.base import Record


class Papers(Record):
    """What single filings need: `papers` of the case file."""

    expert_name: str | None = Field(None, description="name of the expert")
    expert_address: str | None = Field(None, description="address of the expert")
    expert_report_due: str | None = Field(None, description="date agreed with the expert")
    interpreter_language: str | None = Field(
        None, description="language and dialect, and the script in which the person reads"
    )
    release_address: str | None = Field(None, description="address at which the person would live")
    release_surety: str | None = Field(None, description="amount of the surety and person who gives it")
    seized_items: str | None = Field(None, description="other items taken, with the number of the record of seizure")
