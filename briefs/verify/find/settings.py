"""Where a name alone means the ruling: in italics, after 'in' and 'following', before 'test' and 'criteria', as one of
several cases in brackets, as the subject of what only a ruling does. Never a person: 'Mr Chahal', 'Chahal was born'."""

import re

from briefs.verify.find import tongues
from briefs.verify.find.late import late
from briefs.verify.find.places import Places

_THING = (
    r"(?:[Jj]udgments?|(?:cases?|Cases?(?! ?,))|[Dd]ecisions?|[Rr]ulings?|[Tt]ests?|[Cc]riteria|[Pp]rinciples?|"
    r"[Ss]tandards?|"
    r"[Tt]hresholds?|[Dd]octrine|[Cc]ase-?law|[Jj]urisprudence|[Aa]pproach|[Rr]easoning|framework|line of (?:cases|"
    r"authority|case-law))(?![^\W\d])"
)
_AFTER = late(
    r"(?:/[A-ZÀ-Ž][\w'-]+)?(?:'s)?(?:,? \(?(?:both |all )?(?:cited|quoted) above|,? \(?préc|,? \(?§|,? \(?¶|,? at (?:§|"
    r"para|page|p\. ?\d|\[)| \(at §| \[GC\]|,? \(?paras?\b|,? supra|,? \((?:n|fn|note) ?\d{1,4}\)| \(above\)|"
    r",? above(?=[),;.])|"
    r", (?:the|a|an) (?:\w+ ){0,2}(?:authority|precedent|leading case)\b|"
    r",? ?\[\d{1,4}\]|,? (?:where|in which) the (?:Court|Grand Chamber|applicant|majority)\b|"
    r",? (?:points?|Rn\.|Rz\.) \d| \(n[o°]\.? ?\d\),? (?:§|para|cited|judgment|case)|"
    r"-(?:Urteils?|Kriterien|Entscheidung|Beschluss|Rechtsprechung|Doktrin|Grundsätze|målet|domen|type)(?!\w)|"
    rf" (?:II|III|IV|V)(?!\w)| {_THING})"
)
_BEFORE = late(
    r"(?:\b(?:[Ii]n(?: both)?|[Ss]ee|[Aa]lso|[Uu]nder|[Ff]ollowing|[Uu]nlike|[Cc]f\.?|[Aa]pplying|[Ss]ince|[Cc]ontrast|"
    r"[Cc]ompare|[Dd]istinguish(?:ed|ing)?|[Pp]er|[Oo]verrul\w+|[Dd]ans|arrêts?|affaires?|[Cc]iting|"
    r"[Ii]n the cases? of|e\.g\.|[Ee]ndors(?:ed|es|ing)|[Dd]epart(?:s|ed|ing|ure)? from|(?:quoted|passages?|"
    r"quotation|excerpt) from|like|such as|[Rr]egarding|"
    r"(?:mis)?appl(?:y|ied|ies)|misunderstood|cited?|(?:to )?(?:follow|abandon)|distinguish between|(?:reaction|"
    r"objections?) to|(?:response|reference) to|"
    r"(?:consistent|line|accordance) with|reliance on|rel(?:ied|ies|ying) (?:up)?on|light of|application of|"
    r"(?:above-(?:cited|mentioned)|aforementioned)(?: cases? of)?|[Cc]ases? of|[Jj]udgments? in|[Uu]rteil|"
    r"(?:[Cc]ase-?law|[Jj]urisprudence|[Aa]uthorit(?:y|ies)|[Pp]osition|[Ll]aw) (?:before|after|since)|"
    r"[Ee]ntscheidung|(?:EGMR|EuGH|Kammer|Gerichtshofs?) (?:in|zu)|"
    rf"{tongues.NAMED}|"
    r"Grundsätze von|w sprawie|ve věci|i målet|[Ww]yrok|"
    r"(?:paragraphs?|paras?\.?|points?|§§?) ?\[?\d{1,4}\]?(?:(?: ?-| and| to) ?\d{1,4})? of) |(?<!\w)(?:[Pp]ost|"
    r"[Pp]re)-)"
    r"\"? ?(?:the )?$"
)
# 'Paposhvili finally applied', 'Chahal was rightly decided', 'Muršić involved': what a person does not do.
_ADVERB = (
    r"(?: (?:finally|expressly|itself|clearly|also|thus|merely|simply|therefore|rightly|correctly|wrongly|now|then|"
    r"already|"
    r"still|not|does|did|has|had|since|later|consistently))"
)
_DOES = late(
    rf"{_ADVERB}{{0,3}} (?:(?:held|ruled|establish(?:es|ed)) that(?! (?:he|she|his|her))|involv(?:es|ed)|concern(?:s|"
    rf"ed)|"
    r"overrul(?:es|ed)|sets? out|la(?:ys?|id) down|ma(?:kes?|de) (?:it )?clear|stands? for|turn(?:s|ed) on|"
    r"clarif(?:ies|ied)|"
    r"modif(?:ies|ied)|reaffirm(?:s|ed)|illustrat(?:es|ed)|demonstrat(?:es|ed)|mark(?:s|ed) (?:a|an|the)|"
    r"offer(?:s|ed) (?:a|an|no|some) (?:\w+ )?(?:opportunity|guidance|example|support|answer)|deal(?:s|t) with|"
    r"govern(?:s|ed)|"
    r"(?:extend|rais|lower|chang|broaden|narrow|relax)(?:e?s|ed) the (?:law|scope|protection|test|threshold|bar|"
    r"approach|"
    r"principles?)|post-?dates?|pre-?dates?|highlight(?:s|ed)|renders|emphasi[sz]es|requires|governs|suggests that|"
    r"supports this)(?!\w)|"
    r"(?:,? \w+,)? (?:does|did) not,?(?: in fact,)? (?:address|find|hold|decide|require|support|establish|concern|"
    r"deal|stand|"
    r"preclude)(?! (?:him|her)self)(?!\w)|"
    rf"{_ADVERB}{{1,3}} applied(?! for| to the)(?!\w)"
)
_PASSIVE = late(
    r" (?:is|was|are|were|has been|had been|should be|must be|can be|cannot be|could be|may be|to be|should|must|"
    r"cannot)"
    rf"{_ADVERB}{{0,2}}(?: be)? (?:overruled|distinguish(?:ed|able)|determinative|instructive|reversed (?:by|in|on)|"
    rf"endorsed|cited|wrong(?:ly decided)?(?=[.,;)]|"
    rf" and|$)|"
    r"decided(?! to)|binding|good law|handed down|codified|departed from|followed (?:in|rather|by the)|applied (?:in|"
    r"to|by)|"
    r"(?:rightly|correctly) decided|(?:an? |the )(?:\w+ ){0,2}(?:authority|precedent|case|judgment|decision|ruling)"
    r"(?= (?:on|for|about|concerning|in which|where|that|which|of)|[.,;)]))(?!\w)"
)
# 'since Chahal was arrested', 'in Othman's view': a person after all.
_PERSONAL = late(
    r"'s(?! (?:case|judgment|application|appeal|test|criteri|principle))|(?:,? who\b|,? (?:aged|born|"
    r"a (?:\w+ )?national))|"
    r" (?:himself|herself|and his|and her|(?:(?:was|is|had|has|were|had been|has been|is being|was being)"
    r"(?: \w+ly| later| then| not| never| also)? (?:born|arrested|detained|deported|extradited|removed|expelled|sent|"
    r"returned|released|tried|convicted|sentenced|questioned|taken|killed|tortured|married|living|represented|granted|"
    r"refused|unable|able|afraid|\d{1,2}|a (?:national|citizen|member|refugee)))|arrived|fled|left|lived|lives|claimed|"
    r"alleged|complained|applied (?:for|to the)|appealed|argued|submitted|contends?|contended|maintained|asked|"
    r"requested|"
    r"received|entered|escaped|travelled|married|told|faces|faced|suffers|suffered|would face|will face)(?!\w)"
)
_PERSON = late(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Judges?|M\.|Mr\.|Ms\.|Mrs\.|Herr|Herrn|Frau|Mme|Prof\.|Professor|applicants?|Justice|"
    r"Lord|Lady|"
    r"Sir|brother|sister|son|daughter|wife|husband|father|mother) $"
)
NAMES = late(
    r"\([A-ZÀ-ž][\w'.-]{2,30}(?: [A-ZÀ-ž][\w'.-]{1,30}){0,3}(?:(?:, | / | und | and | et )[A-ZÀ-ž][\w'.-]{2,30}"
    r"(?: [A-ZÀ-ž][\w'.-]{1,30}){0,3}){0,6}\)"
)
# 'S. und Marper': nobody else is called so.
_TOGETHER = late(r"\w.* (?:and|et|und|och|&) [A-ZÀ-Ž]\w{3}|[A-Z]{1,3} and [A-Z]{1,3}$")
# 'AM (Zimbabwe)': nobody is called so but in a case.
_ANONYMOUS = late(r"[A-Z]{1,3} \([A-Z][\w ]{3,30}\)")
# One of several between semicolons in brackets: '(see Atmaca; Abdi Mohammed; and …)'.
_SLOT_BEFORE = late(r"(?:\((?:[Ss]ee(?:,? also)?,? |e\.g\. |[Cc]f\.? )?|; (?:and |see also )?)$")
_SLOT_BEHIND = late(r"(?: \(dec\.\)| \.\.\.)?(?:,? (?:cited|quoted) above| \(above\))?(?:;|\))")
# Initials and short words say little by themselves: 'the approach adopted in N.', 'in AM in the Court of Appeal'.
_OF_A_RULING = late(
    r"(?:(?:adopted|set out|established|applied|applicable|held|decision|judgment|approach|reasoning|test|threshold|"
    r"principles?|ruling|upheld|laid down|stated|followed|decided|confirmed) in|concerning|"
    r"of [Tt]he ruling in) (?:the )?$"
)
_IN_THE_COURT = late(r" in the (?:Court of Appeal|Upper Tribunal|Supreme Court|House of Lords)")
_COURT_BEHIND = late(
    r",? in the (?:Court of Appeal|Upper Tribunal|Supreme Court|House of Lords|High Court)|[.;)](?!\w)| and "
)
ITEM = late(
    r"(?:(?:(?<=[^\W\d_])\d{1,3})?(?P<joint>, (?:and |et )?| / | and | or | et | und | i )|"
    r",? ?\[\d{1,3}\],? (?P<noted>and )?)(?=[A-ZÀ-Ž])"
)
"""From one name of a list to the next, over the numbers of footnotes."""
# The number of a footnote, right behind a name: 'Reuter46'.
_NOTE_CALL = late(r"(?:(?<=[^\W\d_])|(?<=[A-Z]\.))\d{1,3}(?!\w)")
_SAID_SO = late(r"\"the $")
_SO_CALLED = late(r" (?:case|affair|trial|scandal)\"")


def is_ruling(text: str, start: int, end: int, first: str, italic: Places) -> bool:
    """Whether the name at `start` of a case cited elsewhere means its ruling; `first`: its applicants in full."""
    form = text[start:end]
    if italic.holds(start, end - 1):
        return True
    if note := _NOTE_CALL.match(text, end):
        end = note.end()
    if _PERSON.search(text, max(0, start - 14), start) or so_called(text, start, end):
        return False
    if _ANONYMOUS.fullmatch(form):
        return True
    if form.endswith((" Court", " Committee")):
        return False
    if len(form) < 4 or form in {"Committee", "Court"}:
        return _short(text, start, end)
    if _TOGETHER.search(form) or in_brackets(text, start, end) or _in_slot(text, start, end) or _AFTER.match(text, end):
        return True
    if _PERSONAL.match(text, end) or _given_name(form, first):
        return False
    before = _BEFORE.search(text, max(0, start - 60), start)
    return bool(before or _DOES.match(text, end) or _PASSIVE.match(text, end))


def is_person(text: str, start: int, end: int, first: str) -> bool:
    """Whether a name is said of somebody: 'Mr Chahal', 'Chahal was born', 'Chahal's brother'."""
    given = _given_name(text[start:end], first)
    return given or bool(_PERSON.search(text, max(0, start - 14), start) or _PERSONAL.match(text, end))


# Part of a longer name: 'William Gray', 'Inter-American Court', 'The Soering Case' as the title of an article.
_LOWER_BEFORE = late(r"(?<![\w.'-])(?!(?:hereina?fter|called|applicants?|named) )[a-zà-ž]{2,20} $")
_LOWER = late(r"[a-zà-ž]{3}")
_NAME_BEHIND = late(
    r"[\w/&\"-]|'s|[:,]? ?[\[\d]| [A-ZÀ-Ž]|\.? *$|[:?!]| et al|"
    r" (?:had|has|have|is|was|were|would|will|could|did|does|then|confirmed|said)\b"
)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name is a whole one and stands in a sentence, with nothing around it that a person is or does."""
    before = not so_called(text, start, end) and _LOWER_BEFORE.search(text, max(0, start - 24), start)
    return bool(before and _LOWER.search(text, start, end)) and not _NAME_BEHIND.match(text, end)


def _short(text: str, start: int, end: int) -> bool:
    if re.match(r"(?: \(n[o°]\.? ?\d\))?(?:,| \() ?(?:cited above|§|supra)", text[end : end + 30]):
        return True
    if _IN_THE_COURT.match(text, end) and text[start:end].isupper():
        return True
    return bool(_OF_A_RULING.search(text, max(0, start - 30), start) and _COURT_BEHIND.match(text, end))


def followed_as_a_person(text: str, end: int) -> bool:
    """'see X v. Y, and Chahal was arrested': what is said of a person follows."""
    return bool(_PERSONAL.match(text, end))


def _given_name(form: str, first: str) -> bool:
    """'Nikolay' of 'Nikolay Zhukov': a first name alone is no name of a case."""
    words = first.split()
    return len(words) == 2 and form == words[0] and words[1].isalpha() and words[1][:1].isupper()


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone in brackets, or among other names: '(Loizidou, Banković, Al-Skeini)'."""
    opened = text.rfind("(", max(0, start - 120), start)
    return opened >= 0 and bool((m := NAMES.match(text, opened)) and m.end() > end)


def _in_slot(text: str, start: int, end: int) -> bool:
    """Whether a name fills a place between semicolons in brackets."""
    before, behind = _SLOT_BEFORE.search(text, max(0, start - 16), start), _SLOT_BEHIND.match(text, end)
    if not before or not behind:
        return False
    first = max(0, start - 400)
    return text.count("(", first, start) > text.count(")", first, start)


def so_called(text: str, start: int, end: int) -> bool:
    """'"the Öcalan case"' in somebody else's words is an affair."""
    return bool(_SAID_SO.search(text, max(0, start - 5), start) and _SO_CALLED.match(text, end))
