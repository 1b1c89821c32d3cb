"""One template, one brief: notes, numbers, references, placeholders and comments as a lawyer expects them."""

import pytest
from render_samples import FRAGMENTS, MEMO, authority, brief, memo, submission

from briefs.errors import RenderError, TemplateError
from briefs.render import validate
from briefs.render.engine import finish, prepare, render
from briefs.render.house import base_parts
from briefs.render.markup import to_docx
from briefs.render.ooxml import COMMENTS, DOCUMENT, FOOTNOTES, NS, pack, parse, q, style_of, text_of, unpack


def lines(rendered, part=DOCUMENT):
    return [text_of(p) for p in parse(unpack(rendered.data)[part]).iter(q("p"))]


def notes(rendered):
    root = parse(unpack(rendered.data)[FOOTNOTES])
    return [text_of(n).removeprefix("\t") for n in root.iter(q("footnote")) if not n.get(q("type"))]


def made(text, fragments=None, **options):
    changes = options.pop("changes", {})
    return render(to_docx(text), fragments or {}, brief(**changes), **options)


@pytest.fixture(scope="module")
def draft():
    return prepare(memo(), FRAGMENTS, brief())


def test_full_form_first_then_short_form_in_the_order_of_the_document(draft):
    assert notes(finish(draft)) == [
        "Alder v. Veldania, no. 1234/18, 6 October 2022, §§ 83-84; "
        "Birch v. Veldania, no. 1234/18, 6 October 2022, §§ 83-84.",
        "European Convention on Human Rights, Article 3.",
        "Committee against Torture, Concluding observations, CAT/C/VEL/CO/5, 3 February 2016, para. 20.",
        "Supreme Court of Ostland, Cedar, no. 5 Ko 7/24, 2 April 2024.",
        "Alder, cited above, §§ 83-84.",
    ]
    root = parse(unpack(finish(draft).data)[FOOTNOTES])
    italic = [text_of(r) for r in root.iter(q("r")) if r.find("w:rPr/w:i", NS) is not None]
    assert italic == ["Alder v. Veldania", "Birch v. Veldania", "Alder"]


def test_a_treaty_is_never_cited_above_and_a_tail_stands_after_the_pinpoint():
    held = {"x/1": authority("Xylo", tail="not yet final", pinpoint="", rest=" [GC], no. 1/20")}
    text = "1. a{{ cite(held['x/1']) }}\n1. b{{ cite(submissions[0].provisions[0]) }}"
    again = text + "\n1. c{{ cite(submissions[0].provisions[0]) }}"
    assert notes(made(again, changes={"held": held})) == [
        "Xylo v. Veldania [GC], no. 1/20 (not yet final).",
        "European Convention on Human Rights, Article 3.",
        "European Convention, Article 3.",
    ]


def test_numbers_and_references_are_those_that_word_will_print():
    result = made(
        "# One\n1. a {{ ref('deep') }} {{ ref('head') }} {{ ref('ask') }}\n1. b:\n(a) c\n(a) d\n"
        "(i) e {{ mark('deep') }}\n"
        "## Two {{ mark('head') }}\n1. f\n- g\n- h{{ mark('ask') }}\n1. i\n- j\n### Three\n# Four"
    )
    assert lines(result)[1] == "a 2(b)(i) A(1) 3(b)"
    assert [(h.label, h.text) for h in result.headings] == [
        ("A.", "One"),
        ("(1)", "Two"),
        ("(a)", "Three"),
        ("B.", "Four"),
    ]


def test_a_reference_to_nothing_and_two_paragraphs_of_one_name_are_refused():
    with pytest.raises(RenderError, match="no paragraph"):
        made("1. {{ ref('nowhere') }}")
    with pytest.raises(RenderError, match="two paragraphs"):
        made("1. {{ mark('a') }}x\n1. {{ mark('a') }}y")


def test_contents_and_authorities_are_complete_and_in_order(draft):
    result = finish(draft, pages={"_Toc00000001": 7, "_Ta00000": 7, "_Ta00005": 9})
    shown = {style: [] for style in ("TOC1", "TOC2", "TOAHeading", "TableofAuthorities")}
    for paragraph in parse(unpack(result.data)[DOCUMENT]).iter(q("p")):
        if style_of(paragraph) in shown:
            shown[style_of(paragraph)].append(text_of(paragraph))
    assert shown["TOC1"] == ["A.\tThe person\u00a0\u00a0\t7", "B.\tReal risk of ill-treatment", "C.\tRelief"]
    assert shown["TOC2"] == ["(1)\tThe rule", "(2)\tThe facts"]
    assert shown["TOAHeading"] == [
        "European Court of Human Rights",
        "United Nations bodies",
        "National courts",
        "Treaties and rules",
    ]
    assert shown["TableofAuthorities"][0] == "Alder v. Veldania, no. 1234/18, 6 October 2022\u00a0\u00a0\t7, 9"
    codes = "".join(e.text or "" for e in parse(unpack(result.data)[DOCUMENT]).iter(q("instrText")))
    assert codes.count("TA \\l") == 5
    assert codes.count('TA \\s "Alder"') == 1
    assert 'TOC \\o "1-2"' in codes
    assert 'TOA \\c "1" \\p' in codes
    assert 'TOA \\c "6" \\p' in codes


def test_many_pages_are_passim_and_unknown_categories_come_last():
    held = {
        f"{c}/1": authority(c, category=category)
        for c, category in (("A", "Zebra"), ("B", "Aardvark"), ("C", "National courts"))
    }
    text = "@Normal {{ toa() }}\n" + "".join(f"1. x{{{{ cite(held['{c}/1']) }}}}\n" for c in "ABCAAAAAA")
    pages = {f"_Ta{n:05d}": n + 1 for n in range(9)}
    shown = [line for line in lines(made(text, changes={"held": held}, pages=pages)) if line][:6]
    assert [shown[0], shown[2], shown[4]] == ["National courts", "Aardvark", "Zebra"]
    assert shown[5].endswith("\tpassim")


def test_comments_stand_in_the_annotated_copy_only(draft):
    filed, annotated = finish(draft, mode="file"), finish(draft, mode="counsel")
    assert COMMENTS not in unpack(filed.data)
    assert filed.comments == ()
    assert b"commentRange" not in unpack(filed.data)[DOCUMENT]
    assert [kind for kind, _ in annotated.comments] == ["MISSING", "NOTE", "UNVERIFIED"]
    shown = unpack(annotated.data)[COMMENTS].decode()
    assert 'w:author="Drafting note"' in shown
    assert 'w:initials="DN"' in shown
    assert 'w:date="1980-01-01T00:00:00Z"' in shown
    assert "passport" in shown
    assert "passport" not in unpack(filed.data)[DOCUMENT].decode()
    assert lines(filed)[8:] == lines(annotated)[8:]


def test_a_note_may_bring_its_kind_and_a_paragraph_of_notes_only_leaves_no_hole():
    text = (
        "1. first\n@Normal {{ note('alone') }}\n{%p for submission in submissions %}\n"
        "1. {% for n in submission.counsel_notes %}{{ note(n) }}{% endfor %}\n"
        "1. second {{ ref('s') }}{{ mark('s') }}\n{%p endfor %}"
    )
    counsel, filed = made(text, mode="counsel"), made(text)
    assert [kind for kind, _ in counsel.comments] == ["NOTE", "ADVERSE"]
    assert [line for line in lines(filed) if line] == ["first", "second 2"] == [line for line in lines(counsel) if line]


def test_an_unknown_value_is_a_placeholder_and_stops_a_final_filing(draft):
    result = finish(draft)
    assert result.missing == (("person.born", "date of birth"),)
    control = parse(unpack(result.data)[DOCUMENT]).find(".//w:sdt", NS)
    assert text_of(control) == "[date of birth]"
    assert control.find("w:sdtPr/w:tag", NS).get(q("val")) == "person.born"
    with pytest.raises(RenderError, match="person.born  date of birth is missing"):
        finish(draft, final=True)


def test_what_hangs_on_an_unknown_value_is_unknown_and_false():
    text = (
        "1. {{ proceedings.final_decision.on }}, {{ proceedings.final_decision.exhibit.title }}, "
        "{{ counsel[4].name }}, "
        "{{ person.religion|upper }}{% if person.born %}WRONG{% endif %}"
        "{% if held['no/1'] or argued['no'] %}WRONG{% endif %}"
        "{% if not bound.ced %}unknown{% endif %}{% if counsel|length == 1 %} one{% endif %}"
        "{% if request.requesting_state.code == 'VE' and bound.cat %} VE{% endif %} "
        "{{ ex(proceedings.final_decision.exhibit) }}"
    )
    result = made(text)
    assert [path for path, _ in result.missing] == [
        "proceedings.final_decision.on",
        "proceedings.final_decision.exhibit.title",
        "counsel[4].name",
        "person.religion",
        "exhibit",
    ]
    assert lines(result)[0].split("[religion]")[1] == "unknown one VE [exhibit]"


def test_an_authority_that_was_not_matched_is_never_cited():
    with pytest.raises(RenderError, match="not matched"):
        made("1. x{{ cite(held['unmatched/1']) }}")


def banner(rendered, number):
    root = parse(unpack(rendered.data)[f"word/header{number}.xml"])
    return [text_of(p) for p in root.iter(q("p"))], root.find(".//w:pict", NS) is not None


@pytest.mark.parametrize("number", [1, 2])
def test_every_page_says_what_it_is(number):
    template, data = to_docx("1. x"), brief()
    draft_line, counsel_line = (
        "Draft for review by counsel – not for filing",
        "Privileged and confidential – counsel only – not for filing",
    )
    assert banner(render(template, {}, data), number) == ([draft_line], True)
    assert banner(render(template, {}, data, final=True), number) == ([""], False)
    assert banner(render(template, {}, data, mode="counsel", final=True), number) == ([counsel_line], False)
    example = "Example, never filed, not the parties’ pleadings"
    data["filing"]["example"] = example
    for options, expected in (
        ({}, [draft_line, example]),
        ({"final": True}, [example]),
        ({"mode": "counsel"}, [counsel_line, example]),
    ):
        assert banner(render(template, {}, data, **options), number)[0] == expected


def test_exhibits_refer_to_the_list_and_a_page_follows():
    result = made(
        "1. x {{ ex(exhibits[0], '12') }} {{ ex(exhibits[1]) }}\n"
        "@@table 8504 | l | l\n| No. |\n| {{ exhibits[0].number }} |\n@@end"
    )
    assert lines(result)[0] == "x [E1, p.\u00a012] [E2]"
    codes = [(e.text or "").strip() for e in parse(unpack(result.data)[DOCUMENT]).iter(q("instrText"))]
    assert codes == ["REF _ExE1 \\h"]
    assert result.exhibits == ("E1", "E2")


def test_a_footnote_typed_in_word_is_kept_with_its_tags_filled():
    parts = unpack(to_docx("1. before{{ fn('first') }} REFHERE after{{ fn('third') }}"))
    reference = '</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t>'
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"REFHERE", reference.encode())
    note = (
        "<w:footnote w:id='5'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> See </w:t></w:r>"
        "<w:r><w:rPr><w:i/></w:rPr><w:t>{{ person.</w:t></w:r>"
        "<w:r><w:t>born }} {{ person.full }}</w:t></w:r></w:p></w:footnote>"
    )
    parts[FOOTNOTES] = parts[FOOTNOTES].replace(b"</w:footnotes>", note.encode() + b"</w:footnotes>")
    result = render(pack(parts), {}, brief(), mode="counsel")
    assert notes(result) == ["first", "See [date of birth] SHEN Yichen", "third"]


def test_several_sections_render_a_footnote_once_and_data_is_never_a_template():
    parts = unpack(to_docx("1. x{{ fn(person.called) }}\n1. y"))
    section = parts[DOCUMENT].decode().split("<w:sectPr>")[1].split("</w:sectPr>")[0]
    parts[DOCUMENT] = parts[DOCUMENT].replace(
        b"<w:body>", f"<w:body><w:p><w:pPr><w:sectPr>{section}</w:sectPr></w:pPr></w:p>".encode()
    )
    data = brief()
    data["person"]["called"] = "{{ 7*7 }}"
    assert notes(render(pack(parts), {}, data)) == ["{{ 7*7 }}"]


def test_quotation_marks_that_word_curls_are_understood():
    parts = unpack(to_docx("1. x{{ fn('QQ') }}{% if person.called == 'Shen Yichen' %}yes{% endif %}"))
    text = (
        parts[DOCUMENT]
        .decode()
        .replace("'QQ'", "‘Poland’s “rule” &amp; more’")
        .replace("'Shen Yichen'", "“Shen Yichen”")
    )
    parts[DOCUMENT] = text.encode()
    result = render(pack(parts), {}, brief())
    assert notes(result) == ["Poland’s “rule” & more"]
    assert lines(result)[0] == "xyes"


def test_localised_style_ids_are_understood():
    parts = unpack(to_docx("# Head\n1. x{{ ref('a') }}{{ mark('a') }}\n@Normal {{ toc() }}"))
    for name in ("word/styles.xml", "word/numbering.xml", DOCUMENT):
        for place in (b'styleId="%s"', b'pStyle w:val="%s"', b'basedOn w:val="%s"', b'next w:val="%s"'):
            parts[name] = (
                parts[name].replace(place % b"Heading1", place % b"Titre1").replace(place % b"Para", place % b"Absatz")
            )
    result = render(pack(parts), {"x": b""}, brief())
    assert [h.label for h in result.headings] == ["A."]
    assert lines(result)[1] == "x1"


def test_conditions_that_empty_a_numbered_paragraph_leave_no_number():
    result = made("1. {% if anonymity %}hidden{% endif %}\n1. {{ ref('a') }}{{ mark('a') }}")
    assert [line for line in lines(result) if line] == ["1"]


def test_lead_in_small_table_and_signature_are_kept_together():
    root = parse(unpack(finish(prepare(memo(), FRAGMENTS, brief())).data)[DOCUMENT])
    kept = {text_of(p): p.find("w:pPr/w:keepNext", NS) for p in root.iter(q("p"))}
    assert kept["These are the steps asked for:"] is not None
    assert kept["to order release."] is not None
    assert kept["E1"] is not None
    assert kept["Keller & Moreau"].get(q("val")) == "0"
    assert kept["Ana Keller"] is None


def test_the_same_input_gives_the_same_bytes(draft):
    assert finish(draft).data == finish(prepare(memo(), FRAGMENTS, brief())).data
    assert finish(draft, mode="counsel").data == finish(draft, mode="counsel").data


def test_properties_say_what_the_filing_is_and_not_who_wrote_it(draft):
    core = unpack(finish(draft).data)["docProps/core.xml"].decode()
    assert "<dc:title>Memorial of the defence – EX-114</dc:title>" in core
    assert "<dc:language>en</dc:language>" in core
    assert "creator" not in core
    assert "modified" not in core


def test_several_persons_and_arguments_repeat():
    two = [submission(), submission("death-penalty", "Death penalty", "arguments/death-penalty")]
    text = "{%p for submission in submissions %}\n# {{ submission.title }}\n{%p include submission %}\n{%p endfor %}"
    fragments = {
        s["fragment"]: to_docx("1. {{ submission.ground }}{{ cite(submission.authorities.leading[0]) }}") for s in two
    }
    result = made(text, fragments, changes={"submissions": two})
    assert lines(result)[:4] == ["Real risk of ill-treatment", "art3-real-risk", "Death penalty", "death-penalty"]
    with pytest.raises(TemplateError, match="no fragment 'arguments/death-penalty'"):
        made(text, {two[0]["fragment"]: fragments[two[0]["fragment"]]}, changes={"submissions": two})


def test_missing_parts_of_a_finished_file_are_found(draft):
    good = unpack(finish(draft, mode="counsel").data)
    assert validate.check(pack(good), comments=True) == []

    def problems(name, old, new):
        return " ".join(
            p.line() for p in validate.check(pack({**good, name: good[name].replace(old, new)}), comments=True)
        )

    assert "to be filed" in " ".join(p.line() for p in validate.check(pack(good)))
    assert "left-over" in problems(DOCUMENT, b"release", b"{{ release }}")
    assert "private-use" in problems(DOCUMENT, b"release", "\ue000".encode())
    assert "do not agree" in problems(FOOTNOTES, b'w:id="2"', b'w:id="77"')
    assert "two bookmarks" in problems(DOCUMENT, b"_Ta00001", b"_Ta00000")
    assert "creator" in problems("docProps/core.xml", b"<dc:title>", b"<dc:creator>x</dc:creator><dc:title>")
    assert "rsid" in problems(DOCUMENT, b"<w:body><w:p>", b'<w:body><w:p w:rsidR="00112233">')
    assert "not there" in problems("word/_rels/document.xml.rels", b'"rId10"', b'"rId99"')
    assert "end with a paragraph" in problems(DOCUMENT, b"</w:tc>", b"<w:tbl/></w:tc>")


def test_the_base_document_passes_as_it_stands():
    data = pack(base_parts(body="<w:p/>", footer="x"))
    assert validate.check(data) == []


def test_a_template_with_curious_tables_still_gives_a_sound_file():
    text = "@@table 8504 | t | t\n| head |\n{%tr for f in facts %}\n| {{ f.says }} |\n{%tr endfor %}\n@@end"
    assert made(text).data
    assert MEMO
