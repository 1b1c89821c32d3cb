"""Names of cases: read backwards from the 'v.', and compared without accents, dots and 'and Others'."""

import difflib
import re
from functools import lru_cache

from briefs.verify.find import tongues
from briefs.verify.find.folding import LOST, listed, plain
from briefs.verify.find.late import late

PARTICLES = {
    "and", "et", "und", "y", "e", "ve", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le",
    "les", "van", "der", "den", "von", "zu", "zur", "ten", "ter", "al", "el", "bin", "ben", "ibn", "of", "the", "for",
    "alias", "à", "&", "och", "og", "a", "pour", "für", "i", "sur", "aux", "al.", "par", "ex", "parte",
    "dalla",
    "e.a.", "o.", "dei", "delle",
    "ta'", "im", "z", "w", "na", "-", "/", "d.o.o.", "s.r.o.", "a.s.", "v.o.s.", "spol.", "s",
    "další", "ostatní", "inni", "inne", "innym", "m.fl.", "m.", "fl.", "anderen", "andra", "altre", "otras", "outras",
    "others", "autres", "autre", "otros", "altri", "andere", "outros", "srl", "spa", "sprl", "gmbh", "kft", "sarl",
    "d.d.", "s.r.l.",
    "nearby", "places", "lieux", "voisins", "s.p.a.", "e.v.", "eood", "ood", "ead", "inc.", "ltd.", "no", "no.",
}  # fmt: skip
# Capitalised words that open a sentence and belong to no name.
_OPENERS = {
    "see", "in", "cf", "cf.", "compare", "contrast", "following", "under", "also", "but", "as", "since", "while",
    "unlike", "like", "both", "case", "judgment", "court", "citing", "applying", "per", "and", "likewise", "similarly",
    "after", "before", "accordingly", "thus", "hence", "voir", "dans", "affaire", "arret", "cour", "ecthr", "echr",
    "cedh", "eur.", "ct.", "h.r.", "siehe", "vgl.", "egmr", "accord", "e.g.", "eg", "the", "of", "by", "from", "to",
    "on", "with", "whereas", "although", "if", "when", "for", "or", "chamber", "decision", "cases", "judgments",
    "decisions", "notably", "finally", "first", "secondly", "however", "moreover", "further", "furthermore", "lastly",
    "then", "later", "more", "recently", "most", "generally", "mutatis", "mutandis", "inter", "alia",
    "applications", "application", "paragraph", "paragraphs", "article", "ibid.", "ibid", "id.", "that", "this",
    "strasbourg", "committee", "torture", "hrc", "ccpr", "cat", "grand", "leading", "authorities", "authority",
    "recently,", "quoting", "reaffirmed", "reaffirming", "distinguishing", "overruling", "approving", "c.f.", "so",
    "notwithstanding", "whether", "comparer", "aussi", "ainsi", "selon", "comme", "notamment", "exemple", "vedi",
    "cfr.", "cfr",
    "auch", "dazu", "vease", "contra", "en", "par", "dapres",
    "comp.", "e.g.,", "contrary", "pursuant", "given", "between", "until", "only", "nor", "where", "here", "there",
    "section", "views", "communication", "opinion", "re", "even", "any", "again", "another", "other",
}  # fmt: skip
_OPENERS |= set(tongues.OPENERS.split())
_KEPT_LOWER = {"de", "van", "von", "der", "al", "el", "la", "le", "di", "da", "del", "des", "du", "ten", "ter", "zu"}
_SENTENCE = late(r"[^\W\d_]{7,}\.")
_TOKEN = late(r"\"[^\"]{1,120}\"|\([^()]{1,60}\)|[^\s,;:()\[\]\"*]+|,")
_DROPPED = listed(
    "and others other et autres y otros e altri u a ve digerleri the of v de la le les und andere al ors anor another "
    "case affaire ltd limited gmbh sa ag as inc llc plc co ooo spa srl kft zrt eood ood ead ad sro doo applicants no "
    "dalsi ostatni inni inne innym och andra fl anderen altre otras outras"
)


_ORDINAL = late(r"\b(?:no|n°)\.? ?\d+\b")
# Dutch and French for 'and others': 'Y. e.a.' is no third initial.
_AND_OTHERS = late(r"(?<=[\w.]) e\. ?a\.$")
_SPACED = late(r"(?<=\b\w\.) (?=\w\.)")
_INITIALS = late(r"(?<=\w)\.(?=\w)|(?<=\b\w)\.|'")
_WORDS = late(r"[\w&]+")
_PLURALS = listed("and others other et autres otros altri ve digerleri v the und andere")


def name_before(text: str, place: int, floor: int) -> int:
    """Where the name that ends at `place` begins; `place` itself when no name stands there. Not before `floor`."""
    window = max(floor, place - 220)
    tokens = list(_TOKEN.finditer(text, window, place))
    start, comma = place, False
    for token in reversed(tokens):
        word = token[0]
        if token.end() < place and _cut(text[token.end() : start]):
            break
        if word == ",":
            if not _listed(text[start:place]):
                break
            comma = True
            continue
        if (word in _SIGNALS or _begins(text, token)) and start < place:
            break
        bare = word.isdigit() and not _counts(text, token.start(), token.end())
        if bare or not _belongs(word, comma):
            break
        start, comma = token.start(), False
    return _without_openers(text, start, place)


# 'Appellant S395/2002 v Minister': applicants without a name in Australia.
_APPELLANT = late(r"[A-Z]\d{1,4}/\d{4}$")
# Bodies whose names go on in small letters: 'Parti travailliste géorgien', 'Haut Conseil spirituel de la communauté'.
_BODY = late(
    r"(?<![\w'-])(?:Haut(?:e)? |Union |Grande? |Saint[e]? )?(?:Parti|Maison|Syndicat|Association|Fédération|"
    r"Comité|Conseil|"
    r"Union|Ligue|Sociétés?|Église|Eglise|Communauté|Congrégation|Fondation|Mouvement|Ordre|Collectif|Centre|"
    r"Confédération|"
    r"Organisation|Groupe|Institut|Monastères?|Paroisse|Mairie|Commune|Section|Chambre|Rédaction|Éditions|Éditeur|"
    r"Journal|"
    r"Association|Party|Church|Community|Federation|Trade Union|League|Verein|Partei|Partito|Associazione|Asociación)"
    r"(?= [a-zà-ÿ])"
)
_SURE = late(r"(?:(?:[A-Z]\.){1,4}|[A-ZÀ-Ž][\w'-]+)$")
_STOP = late(
    r"[;:\[\]]|\. (?=[A-ZÀ-Ž])|\b(?:arrêts?|affaires?|décisions?|voir|see|dans|cases?|judgments?)(?: of| de)? ", re.I
)


def body_before(text: str, place: int, floor: int) -> int:
    """Where a name that no rule takes begins, when a state stands behind 'v.': a body in small letters, or the "
    "one word."""
    window = max(floor, place - 200)
    stop = max((m.end() for m in _STOP.finditer(text, window, place)), default=window)
    if body := _BODY.search(text, stop, place):
        return body.start()
    last = _SURE.search(text, window, place)
    return last.start() if last and last[0].casefold() not in _NOBODY else place


# French bodies whose adjectives are small; no verb, and no word that leads to a citation, stands in a name.
_FRENCH_BODY = late(
    r"(?<![\w'-])(?:Parti|Syndicat|Association|Fédération|Ligue|[ÉE]glise|Congrégation|Fondation|Mouvement|Confédération)"
    r"(?: (?!(?:in|on|as|to|by|see|and|the|a|dans|en|que|voir|par|sur|est|ont|été|contre|v|c)(?!\w)|"
    r"\w+(?:ed|ait|é|és)(?!\w))"
    r"[a-zà-ÿ][a-zà-ÿ'-]*){1,4} $"
)


def whole_body(text: str, start: int, floor: int) -> int:
    """Where the name of a body begins whose end alone was read: 'Mouvement raëlien ' before 'Suisse'."""
    body = _FRENCH_BODY.search(text, max(floor, start - 90), start)
    return body.start() if body else start


_NOBODY = {"court", "case", "judgment", "decision", "article", "see", "in", "the", "chamber"}
# They open a citation and stand in no name: 'Argument See Liu v. Poland'.
_SIGNALS = {"See", "SEE", "Voir", "Siehe", "Vgl.", "Cf.", "Cf", "Compare", "Contrast", "Vedi", "Zob.", "Srov."}
_MEMBERS = late(
    r" (?:(?:[Mm]embers|[Oo]thers?|[Aa]utres?|[Aa]pplicants|Ltd|GmbH|AG|OOO)\b|[Ss]\. ?[RrAaPp]\.|d\.o\.o|a\.s\.)"
)
_ART = late(r"\bArt $")


def _begins(text: str, token: re.Match[str]) -> bool:
    """Whether 'In' opens a sentence: '… to Russia. In K.I. v. France'."""
    return token[0] in {"In", "Since", "Unlike", "Under"} and text[: token.start()].endswith((". ", '." '))


def _counts(text: str, start: int, end: int) -> bool:
    """Whether a bare number belongs to a name: '97 members and 4 Others', 'Art 38'. Else it calls a note, or a page."""
    return bool(_MEMBERS.match(text, end) or _ART.search(text, max(0, start - 5), start))


def _cut(between: str) -> bool:
    return any(c in between for c in ";:[]\n") or between.count(")") > 0 or between.count("(") > 0


def _listed(after: str) -> bool:
    """Whether a comma may belong to a list of applicants: 'X, Y and Z', or a company's suffix follows it."""
    return bool(re.match(r"[^,]{1,60}(?:, [^,]{1,60}){0,6},? (?:and|et|&|y|und) \S", after)) or bool(
        re.match(r" ?(?:[A-Z]\.){1,3}|(?:S\.A|Ltd|Inc|a\.s|s\.r\.o|GmbH|AG|RL)\b", after)
    )


def _belongs(word: str, comma: bool) -> bool:
    if word[0] in '"(':
        return True
    if word.casefold() in PARTICLES:
        return True
    if (word.endswith(".") and word[:-1].isdecimal()) or (re.search(r"\d/\d", word) and not _APPELLANT.match(word)):
        return False
    if word.endswith(".") and len(word) > 4 and (word.rstrip(".").islower() or _SENTENCE.fullmatch(word)):
        return False
    return (
        word[0].isupper()
        or (word[0].isdigit() and len(word) < 5 and not comma)
        or word[:2] in {"d'", "l'"}
        or ("'" in word and word.partition("'")[2][:1].isupper())
        or ("-" in word and word[:1].islower() and any(part[:1].isupper() for part in word.split("-")))
    )


def _without_openers(text: str, start: int, place: int) -> int:
    """Cuts words from the front that open a sentence or a list and belong to no name."""
    for token in _TOKEN.finditer(text, start, place):
        if not _opens(token[0], text[token.end() : place].strip()):
            return token.start()
    return place


def _opens(word: str, rest: str) -> bool:
    if word in {",", "-", "/", "&"} or word[0] == "(":
        return True
    if word[0] == '"':
        return bool(rest) and not rest.startswith(("and ", "et ", "& "))
    if word[:2] in {"l'", "d'"} and plain(word[2:]) in _OPENERS:
        return True
    if word[0].islower():
        opened = plain(rest.partition(" ")[0]) in _OPENERS
        return opened or (plain(word) not in _KEPT_LOWER and "-" not in word and "'" not in word)
    if word == "The":
        return not rest[:1].isupper()
    initials = len(word) == 2 and word.isupper() and rest.startswith("(")  # 'BY (Generalstaatsanwaltschaft Berlin)'
    return plain(word) in _OPENERS and not initials


def words_of(low: str) -> list[str]:
    """Words of a plain name: initials are one word, '(no. 2)' is none."""
    if "no" in low or "n°" in low:
        low = _ORDINAL.sub(" ", low)
    if "." in low or "'" in low:
        low = _AND_OTHERS.sub(" others", low)
        low = _SPACED.sub("", low)
        low = _INITIALS.sub("", low)
    return _WORDS.findall(low)


# 'Y. e.a.', 'Kurt et al.': not the initials of somebody.
_AND_OTHERS = late(r"(?<=\S)(?: e\. ?a\.| et al\.?)(?!\w)")


@lru_cache(maxsize=20_000)
def tokens_of(name: str) -> list[str]:
    """Words of a name that tell it from others, plain: 'A.L. (X.W.)' → al, xw."""
    straight = name.replace("’", "'")
    words = words_of(plain(_AND_OTHERS.sub("", straight) if " e" in straight else straight))
    return [w for w in words if w not in _DROPPED] or [w for w in words if w not in _PLURALS] or words


def agree(one: str, other: str) -> bool:
    """Whether two names of applicants can be the same: equal, shortened, or spelt slightly differently."""
    a, b = tokens_of(one), tokens_of(other)
    if not a or not b:
        return False
    short, long = (a, b) if len(set(a)) <= len(set(b)) else (b, a)
    unmatched = [word for word in short if word not in long and not any(_alike(word, x) for x in long)]
    if not unmatched:
        return len("".join(short)) > 2 or short[0] == long[0] or "".join(short) == "".join(long)
    return _near(" ".join(a), " ".join(b), 0.84)


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if LOST in one or LOST in other:
        return len(one) == len(other) and all(
            LOST in pair or len(set(pair)) == 1 for pair in zip(one, other, strict=True)
        )
    short, long = sorted((len(one), len(other)))
    if short < 4 or long > 1.5 * short:
        return False
    return _near(one, other, 0.8)


def _near(one: str, other: str, least: float) -> bool:
    """Whether so much of two texts is alike. Lengths and letters are counted first: difflib needs longer to begin."""
    both = len(one) + len(other)
    if 2 * min(len(one), len(other)) < least * both:
        return False
    if 2 * sum(min(one.count(letter), other.count(letter)) for letter in set(one)) < least * both:
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= least


GENERIC = listed(
    "the a an case association commission european national union united states government minister republic people "
    "church party society company bank federation committee council international newspaper newspapers news former "
    "prince members religious world human rights centre center free democratic socialist kingdom attorney secretary "
    "embassy refusal court council article north south new san saint mount state advisory opinion general family "
    "decision auto uyghur lord lady crown h.m. hm advocate"
)
"""Words that alone name no case."""
# 'Centre for Legal Resources on behalf of Valentin Câmpeanu': called by the person.
_ON_BEHALF = late(r" (?:on behalf of|pour le compte de|au nom de) ([A-ZÀ-Ž][\w.'-]*(?: [A-ZÀ-Ž][\w.'-]*){0,4})$")


def short_names(first: str, short: str = "") -> tuple[str, ...]:
    """Names by which a case is called: all applicants, without 'and Others', the first, the library's short title."""
    names = [first, re.sub(r",? (?:and|et) (?:\d+ )?(?:Others|autres|others)\b.*", "", first)]
    names.append(re.split(r",? (?:and|et|&) |, ", names[-1])[0])
    names += [re.sub(r" \([^)]*\)", "", names[-1]), re.sub(r" \([^)]*\)", "", names[1])]
    if short and " v." not in short and "(" not in short:
        names.append(short)
    lead = next(iter(names[2].split()), "")
    if len(lead) > 3 and lead[0].isupper() and "." not in lead:
        names.append(lead)
    surname = names[2].split()[-1] if len(names[2].split()) == 2 else ""
    if len(surname) > 4 and surname[0].isupper() and "." not in surname and surname.isalpha():
        names.append(surname)
    if represented := _ON_BEHALF.search(first):
        names += [represented[1], represented[1].split()[-1]]
    kept = [n.strip(' "\t\n') for n in names]
    return tuple(dict.fromkeys(n for n in kept if n and n.casefold() not in GENERIC and not n.isdigit()))
