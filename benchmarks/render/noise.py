"""A template as Word leaves it after some months of editing: marks of editing sessions on every paragraph and run, tags
torn over several runs with marks of the spelling checker between, and the names of all its later additions."""

import random
import re

from briefs.render.ooxml import DOCUMENT, pack, unpack

_LATER = {
    "w14": "word/2010/wordml",
    "w15": "word/2012/wordml",
    "w16": "word/2018/wordml",
    "w16se": "word/2015/wordml/symex",
    "w16cid": "word/2016/wordml/cid",
    "w16cex": "word/2018/wordml/cex",
    "w16sdtdh": "word/2020/wordml/sdtdatahash",
    "wne": "word/2006/wordml",
    "cx": "drawing/2014/chartex",
    **{f"cx{n}": f"drawing/{date}/chartex" for n, date in enumerate(("2015/9/8", "2015/10/21", "2016/5/9"), start=1)},
    "aink": "drawing/2016/ink",
    "am3d": "drawing/2017/model3d",
}
_RUN = re.compile(r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>")
_TEAR = re.compile(r"(?<=\{\{)|(?<=\{)(?=[a-z])|(?=\}\})|(?<=[^}])(?=\}(?!\}))|(?<= of )")
_WHOLE = ("{%", "{#", "{/", ":show")
"""Tags that stand alone in their paragraph or row; the engines want them in one run."""


def noisy(template: bytes) -> bytes:
    """The same template, torn."""
    source, parts = random.Random(9), unpack(template)
    names = "".join(f' xmlns:{prefix}="http://schemas.microsoft.com/office/{end}"' for prefix, end in _LATER.items())
    text = parts[DOCUMENT].decode().replace("<w:document ", f"<w:document{names} ", 1)
    text = re.sub(r"<w:p>", lambda _: f"<w:p {_session(source, 'R', 'RDefault', 'P')}>", text)
    parts[DOCUMENT] = _RUN.sub(lambda run: _torn(run, source), text).encode()
    return pack(parts)


def _session(source: random.Random, *kinds: str) -> str:
    return " ".join(f'w:rsid{kind}="{source.getrandbits(32):08X}"' for kind in kinds)


def _torn(run: re.Match[str], source: random.Random) -> str:
    properties, text = run[1] or "", run[2]
    if "{" not in text or any(sign in text for sign in _WHOLE):
        return run[0]
    pieces = (
        f'<w:r {_session(source, "R")}>{properties}<w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in _TEAR.split(text)
        if piece
    )
    return '<w:proofErr w:type="spellStart"/>'.join(pieces)
