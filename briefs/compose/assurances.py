"""An assurance read closely: who gave it, what its own text says on each subject, and on what it is silent.

Nothing is judged here. A passage is a whole sentence of the text in the case file; where none is found, the filing says
that none was found, and counsel is told to read the text.
"""

import re

from briefs.citing import written_date
from briefs.compose.naming import in_sentence
from briefs.models import case as c
from briefs.models.brief import Assurance

_AUTHORS = (
    ("mission", r"embassy|consul|mission|ambassador|大使馆|大使館|领事|領事"),
    ("supreme-court", r"supreme people.s court|supreme court|最高人民法院"),
    ("prosecution", r"procurat|prosecut|检察院|檢察院"),
    ("police", r"public security|police|interior|公安"),
    ("foreign-ministry", r"foreign affairs|foreign ministry|ministry of external|外交部"),
    ("justice", r"justice|司法"),
)
_SUBJECTS = {
    "torture": r"tortur|ill-treat|inhuman|degrading|corporal|酷刑|虐待",
    "death": r"death|capital punishment|executed|execution of the person|死刑",
    "life": r"life (?:imprisonment|sentence)|imprisonment for life|parole|无期徒刑|無期徒刑",
    "sentence": r"sentence|penalt|imprisonment|刑期|量刑",
    "custody": r"place of detention|detention (?:cent|facilit)|held (?:at|in)|prison|custody|看守所|监狱|監獄",
    "monitoring": r"monitor|visit|observ|inspect|探视|探視|监督|監督",
    "private": r"in private|privately|unsupervised|confidential|without the presence|单独|單獨",
    "medical": r"medical|doctor|physician|health|体检|體檢|医疗|醫療",
    "counsel": r"lawyer|counsel|legal represent|legal assistance|律师|律師",
    "consular": r"consul|diplomatic represent|embassy|领事|領事",
    "trial": r"fair trial|public(?:ly)? (?:trial|hearing)|tried|hearing|审判|審判",
    "remedy": r"complain|compensat|breach|remed|return(?:ed)? to|申诉|申訴|赔偿|賠償",
    "transfer": r"third (?:state|country)|transfer|re-?extradit|hand(?:ed)? over|移交|引渡",
    "binding": r"bind|guarantee|undertake|commit|保证|保證|承诺|承諾",
}
# What an assurance would have to speak of to meet a risk, and how the filing names the risk.
_RISKS = (
    ({"art3-real-risk", "general-situation-or-group", "torture-evidence"}, ("torture",), "ill-treatment in custody"),
    ({"death-penalty"}, ("death",), "the death penalty"),
    ({"life-without-parole"}, ("life",), "life imprisonment without a prospect of release"),
    ({"prison-conditions"}, ("custody",), "the place and the conditions of detention"),
    (
        {"enforced-disappearance", "flagrant-denial-of-liberty"},
        ("custody", "monitoring"),
        "hidden custody",
    ),
    ({"flagrant-denial-of-justice"}, ("trial",), "the trial"),
    ({"chain-refoulement", "hong-kong-status"}, ("transfer",), "transfer to other authorities"),
    ({"health"}, ("medical",), "medical treatment"),
)
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+|(?<=[。；！？])|\n+")


def assurance(a: c.Assurance, argued: set[str]) -> Assurance:
    """One assurance as a filing tells it. `argued`: the grounds that the filing argues."""
    text = a.text.strip() if a.text else None
    found = passages(text or "")
    return Assurance(
        given_by=a.given_by,
        author=in_sentence(a.given_by),
        dated=written_date(a.dated) or None,
        covers=list(a.covers),
        text=text,
        monitoring=a.monitoring,
        author_kind=author_kind(a.given_by),
        passages=found,
        open_risks=_open_risks(a, found, argued),
    )


def author_kind(given_by: str | None) -> str:
    """Which kind of body gave an assurance: 'mission' before all, as a mission names the ministry it writes for."""
    if not given_by:
        return "unknown"
    return next((kind for kind, words in _AUTHORS if re.search(words, given_by, re.IGNORECASE)), "other")


def passages(text: str) -> dict[str, str]:
    """Subject → the whole sentences of a text that speak of it, in their order; subjects without any are absent."""
    sentences = [one.strip() for one in _SENTENCE_END.split(text) if one.strip()]
    found = {
        subject: " ".join(one for one in sentences if re.search(words, one, re.IGNORECASE))
        for subject, words in _SUBJECTS.items()
    }
    return {subject: said for subject, said in found.items() if said}


def _open_risks(a: c.Assurance, found: dict[str, str], argued: set[str]) -> list[str]:
    spoken = set(found) | set(passages("\n".join((*a.covers, a.monitoring or ""))))
    return [risk for grounds, subjects, risk in _RISKS if grounds & argued and not spoken & set(subjects)]
