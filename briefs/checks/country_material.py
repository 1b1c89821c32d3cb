"""What counsel is told about the reports of one filing: they lean on one body, or they are old at the date."""

from collections import Counter
from collections.abc import Iterable

from briefs.citing import written_date
from briefs.facts import Situation
from briefs.models.base import last_day
from briefs.models.brief import Brief


def material_notices(s: Situation, brief: Brief) -> list[str]:
    """Notices for counsel, in the words of the report; empty where nothing is to be said."""
    return [*one_body(s, brief), *_old(s, brief)]


def one_body(s: Situation, brief: Brief) -> Iterable[str]:
    """A filing whose reports come from one body falls with that body: say so while there is time for others."""
    rules = s.library.country_material
    authors = [name_of_body(exhibit.author) for exhibit in brief.exhibits if exhibit.author]
    for body, count in Counter(authors).most_common():
        if count >= rules.one_body_at_least and 100 * count > rules.one_body_percent * len(authors):
            yield (
                f"{count} of the {len(authors)} exhibits and reports with a known author come from one body: {body}. "
                "A court may give them the weight of one source: add others that are independent of it."
            )


def name_of_body(author: str) -> str:
    """'Safeguard Defenders' from 'Safeguard Defenders (Help Center, Judicial precedents page)'."""
    return author.partition(" (")[0].strip()


def _old(s: Situation, brief: Brief) -> Iterable[str]:
    seen: dict[str, str] = {}
    for submission in brief.submissions:
        for item in submission.evidence:
            record = s.library.evidence[item.id]
            newest = max((f.dated for f in record.findings if f.text == item.finding and f.dated), default=record.dated)
            limit = s.library.country_material.old_after(record.body_kind)
            if newest and (s.day - last_day(newest)).days // 365 >= limit:
                seen[record.id] = f"{record.title} ({written_date(newest)})"
    if seen:
        old = "; ".join(seen.values())
        yield f"Old at {written_date(s.as_of)}, look for newer editions, and whether laws still stand: {old}."
