"""The smallest theme that the format allows; Word asks for one, our styles never refer to it."""

from briefs.render.ooxml import DECLARATION

_COLOURS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "1F2A44"),
    ("lt2", "EEF0F4"),
    ("accent1", "1F2A44"),
    ("accent2", "9C1C1C"),
    ("accent3", "595959"),
    ("accent4", "BFBFBF"),
    ("accent5", "44546A"),
    ("accent6", "7F7F7F"),
    ("hlink", "1F2A44"),
    ("folHlink", "595959"),
)


def theme_xml(serif: str) -> bytes:
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    font = f'<a:latin typeface="{serif}"/><a:ea typeface=""/><a:cs typeface=""/>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House">'
        f'<a:themeElements><a:clrScheme name="House">{colours}</a:clrScheme><a:fontScheme name="House">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    ).encode()
