"""Word comments of the annotated copy, kept apart by kind: MISSING, UNVERIFIED, ADVERSE, NOTE."""

from dataclasses import dataclass, field

from briefs.render.house import OFFICE, TYPE_OF
from briefs.render.ooxml import (
    COMMENTS,
    CONTENT_TYPES,
    DECLARATION,
    DECLARED,
    DOCUMENT_RELS,
    FIXED_DATE,
    RELS,
    TYPES,
    Parts,
    parse,
    serialise,
    siblings,
    text_run,
)

KINDS = ("MISSING", "UNVERIFIED", "ADVERSE", "NOTE")


@dataclass
class Comments:
    """The comments of one document; in a copy to be filed `wanted` is false and nothing is ever written."""

    wanted: bool
    items: list[tuple[str, str]] = field(default_factory=list)

    def around(self, inner: str, *said: str, kind: str) -> str:
        """`inner` with one comment for each text said about it. A text may bring its own kind: 'ADVERSE: …'."""
        if not self.wanted:
            return inner
        before, after = "", ""
        for text in said:
            number = self._add(text, kind)
            before += f'<w:commentRangeStart w:id="{number}"/>'
            after += (
                f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
                f'<w:commentReference w:id="{number}"/></w:r>'
            )
        return before + inner + after

    def _add(self, text: str, kind: str) -> int:
        own, colon, rest = text.partition(":")
        if colon and own in KINDS:
            kind, text = own, rest.strip()
        self.items.append((kind, text))
        return len(self.items) - 1

    def write(self, parts: Parts) -> None:
        if not self.items:
            return
        inner = "".join(_comment(number, kind, text) for number, (kind, text) in enumerate(self.items))
        parts[COMMENTS] = f"{DECLARATION}<w:comments {DECLARED}>{inner}</w:comments>".encode()
        _append(parts, CONTENT_TYPES, TYPES, "Override", PartName=f"/{COMMENTS}", ContentType=TYPE_OF[COMMENTS])
        _append(parts, DOCUMENT_RELS, RELS, "Relationship", Id="rIdC1", Type=OFFICE + "comments", Target="comments.xml")


def _comment(number: int, kind: str, text: str) -> str:
    reference = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    return (
        f'<w:comment w:id="{number}" w:author="Drafting note" w:date="{FIXED_DATE}" w:initials="DN"><w:p><w:pPr>'
        f'<w:pStyle w:val="CommentText"/></w:pPr>{reference}{text_run(kind + ": ", "<w:b/><w:bCs/>")}{text_run(text)}'
        "</w:p></w:comment>"
    )


def _append(parts: Parts, name: str, space: str, tag: str, **attributes: str) -> None:
    root = parse(parts[name])
    new = siblings("<w:p/>")[0].makeelement(f"{{{space}}}{tag}", attributes)
    root.append(new)
    parts[name] = serialise(root)
