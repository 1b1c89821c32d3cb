"""Invented judgments in the forms in which real ones are downloaded. No case, person or number in them exists."""

from word_samples import docx

HEAD = (
    "SECOND SECTION",
    "CASE OF NOVAK AND OTHERS v. ELBONIA",
    "(Application no. 99001/21)",
    "JUDGMENT",
    "STRASBOURG",
    "3 February 2022",
)
# (text, numbered?): headings, a list that counts like paragraphs, a quotation that begins with a number.
BODY = (
    ("INTRODUCTION", False),
    ("The case originated in an application (no. 99001/21) against the Republic of Elbonia.", True),
    ("The applicants were represented by a lawyer. They relied on three points:", True),
    ("1.  the first point;", False),
    ("2.  the second point;", False),
    ("3.  the third point.", False),
    ("THE LAW", False),
    ("A.  Alleged violation of the Convention", False),
    ("The general situation in the places of detention was described by several bodies.", True),
    ("The relevant law of Elbonia provides:", True),
    ("“5.  No person may be surrendered without a hearing.”", False),
    ("The Court observes that nobody disputed that the applicants would be detained on arrival.", True),
    ("It follows that the reports, taken together, are consistent and come from independent sources.", True),
)
END = (
    "FOR THESE REASONS, THE COURT",
    "1.  Declares the application admissible;",
    "2.  Holds that there is a violation.",
)
OPINION = ("DISSENTING OPINION OF JUDGE A", "1.  I cannot agree.", "2.  The majority goes too far.")
LAST = 6


def numbered(body=BODY):
    """(number or None, text) in order."""
    count = 0
    for text, counted in body:
        count += counted
        yield (count if counted else None), text


def _p(style, inner):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def _t(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _simple_field(number):
    return f'<w:fldSimple w:instr=" SEQ level0 \\*arabic ">{_t(number)}</w:fldSimple>'


def _complex_field(number):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ level0 \\*arabic </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_t(number)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def hudoc_docx(body=BODY, head=HEAD, old=False):
    """HUDOC's Word form: the new style counts with simple fields, the old one with complex fields."""
    field, style = (_complex_field, "JuPara") if old else (_simple_field, "ECHRPara")
    parts = [_p("ECHRTitle1", _t(line)) for line in head]
    for number, text in numbered(body):
        parts.append(_p(style, field(number) + _t(f".  {text}")) if number else _p("JuQuot", _t(text)))
    parts += [_p("JuList", _t(line)) for line in (*END, *OPINION)]
    return docx("".join(parts))


def lines_of(body=BODY, head=HEAD):
    """The judgment as plain lines."""
    reasons = [f"{number}.  {text}" if number else text for number, text in numbered(body)]
    return [*head, *reasons, *END, *OPINION]


def hudoc_html(body=BODY, head=HEAD):
    """HUDOC's HTML form, as far as a reader needs it."""
    inner = "".join(f"<p class='s1'><span>{line}</span></p>" for line in lines_of(body, head))
    return f"<!DOCTYPE html><html><head><style>p {{}}</style></head><body>{inner}</body></html>".encode()


def hudoc_pdf(body=BODY, head=HEAD, per_page=7, width=60):
    """A PDF with a running head and a page number on each page, and lines broken at `width` characters."""
    lines = [part for line in lines_of(body, head) for part in _wrapped(line, width)]
    pages = [lines[i : i + per_page] for i in range(0, len(lines), per_page)]
    running = "NOVAK AND OTHERS v. ELBONIA JUDGMENT"
    return _pdf([[f"{n}   {running}", *page, str(n)] for n, page in enumerate(pages, 1)])


def views_docx(automatic=False):
    """Views of a United Nations committee: '9.4' typed, or concluding observations counted by Word itself."""
    if automatic:
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        listed = f'<w:abstractNum w:abstractNumId="4">{level}</w:abstractNum>'
        listed += '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
        counted = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
        texts = ("The Committee considered the report.", "It welcomes the replies.", "It is concerned.")
        body = _p("H", _t("CAT/C/ELB/CO/9")) + "".join(f"<w:p>{counted}{_t(text)}</w:p>" for text in texts)
        return docx(body, numbering=listed)
    head = ("CAT/C/99/D/9901/2021", "Communication No. 9901/2021", "Submitted by: A. Novak", "Novak v. Elbonia")
    rows = (
        ("1.1", "The complainant is A. Novak."),
        ("1.2", "Interim measures were asked for."),
        ("2.", "The facts are these."),
        ("3.1", "The complainant claims a breach of article 3."),
        ("3.2", "The State party objects."),
        ("4.1", "The Committee recalls its general comment."),
        ("4.2", "The risk is foreseeable, personal, present and real."),
    )
    return docx("".join(_p("H", _t(x)) for x in head) + "".join(_p("S", _t(f"{n}\t{x}")) for n, x in rows))


def _wrapped(line, width):
    import textwrap

    return textwrap.wrap(line, width) or [""]


def _pdf(pages):
    """A minimal PDF: one content stream a page, Helvetica, one line below the other."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({_escaped(line)}) Tj 0 -14 Td\n" for line in lines)
        stream = f"BT /F1 10 Tf 50 780 Td\n{shown}ET"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for n, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _escaped(line):
    text = line.replace("“", '"').replace("”", '"')
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
