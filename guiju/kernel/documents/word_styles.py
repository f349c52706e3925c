"""The styles, settings and font names of our Word files, in place of the library's own template.

The faces are named as government offices have them; a machine without one is told the name it may take instead, and
Word finds rare characters in other fonts by itself.
"""

from math import floor

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from guiju.kernel.documents.layout import IMPRINT_PITCH, IMPRINT_SIZE, PAGE_NUMBER_SIZE, Sheet

BODY, HEADING, SUBHEADING, TITLE, NUMBER = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
RED = "C8261B"

# A face, what may stand in for it, and its kind for a machine that has neither.
_FONTS = (
    (BODY, "仿宋", "modern"),
    (HEADING, "SimHei", "modern"),
    (SUBHEADING, "楷体", "modern"),
    (TITLE, "方正小标宋_GBK", "roman"),
    (NUMBER, "SimSun", "roman"),
)
_DROPPED = ("thumbnail", "customXml", "stylesWithEffects", "numbering", "extended-properties", "webSettings")


def twips(points: float) -> int:
    """Return points in the twentieths that Word counts lengths in."""
    return round(points * 20)


def _face(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _spacing(pitch: float) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="{twips(pitch)}" w:lineRule="exact"/>'


def _style(code: str, name: str, paragraph: str, run: str, based: str = "Normal") -> str:
    follow = '<w:next w:val="Normal"/>' if code.startswith(("Title", "Heading")) else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{code}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{follow}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _tracking(sheet: Sheet) -> int:
    # Rounded down: were it rounded up, the last character of a full line would fall to the next.
    return floor(sheet.tracking * 20)


def styles_xml(sheet: Sheet) -> str:
    """Return the styles part for a layout."""
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{twips(2 * sheet.body)}"/>'
    plain = '<w:spacing w:val="0"/>'
    centre, left = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
    levels = {1: HEADING, 2: SUBHEADING, 3: BODY, 4: BODY}
    parts = [
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>{_face(BODY)}{_size(sheet.body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
        f'<w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>{_spacing(sheet.pitch)}<w:jc w:val="both"/></w:pPr>'
        f'<w:rPr><w:spacing w:val="{_tracking(sheet)}"/></w:rPr></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>",
        _style("BodyText", "Body Text", indent, ""),
        _style("Title", "Title", f"<w:keepNext/>{_spacing(sheet.title_pitch)}{centre}",
               f"{_face(TITLE)}{plain}{_size(sheet.title)}"),
        _style("Mark", "公文标志", centre, f'{_face(TITLE)}<w:color w:val="{RED}"/>{plain}'),
        _style("Caption", "caption", f"<w:keepNext/>{_spacing(sheet.table_pitch * 1.3)}{centre}",
               f"{_face(HEADING)}{plain}{_size(sheet.table)}"),
        _style("TableText", "表格文字", f"{_spacing(sheet.table_pitch)}{left}", f"{plain}{_size(sheet.table)}"),
        _style("TableHead", "表头文字", centre, _face(HEADING), "TableText"),
        _style("Remark", "表下说明", f'<w:spacing w:before="80" w:after="0" w:line="{twips(sheet.table_pitch)}" '
               f'w:lineRule="exact"/>{left}', f"{plain}{_size(round(sheet.table * 1.8) / 2)}"),
        _style("Imprint", "版记", f"{_spacing(IMPRINT_PITCH)}{left}", f"{plain}{_size(IMPRINT_SIZE)}"),
        _style("Footer", "footer", f"{_spacing(PAGE_NUMBER_SIZE)}",
               f"{_face(NUMBER)}{plain}{_size(PAGE_NUMBER_SIZE)}"),
    ]  # fmt: skip
    for level, face in levels.items():
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        parts.append(_style(f"Heading{level}", f"heading {level}", f"<w:keepNext/>{indent}{outline}", _face(face)))
    return "".join(parts) + "</w:styles>"


def _settings_xml() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _fonts_xml() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="{kind}"/></w:font>'
        for name, other, kind in _FONTS
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'


def replace_template(file: WordFile, sheet: Sheet) -> None:
    """Put our styles, settings and fonts in place of the template's, and drop the parts that nobody needs."""
    for owner in (file.part, file.part.package):
        for key in [key for key, found in owner.rels.items() if found.reltype.endswith(_DROPPED)]:
            owner.rels.pop(key)
    for found in list(file.part.rels.values()):
        if found.reltype.endswith("/fontTable"):
            found.target_part._blob = _fonts_xml().encode()
    for element, xml in ((file.styles.element, styles_xml(sheet)), (file.settings.element, _settings_xml())):
        for child in list(element):
            element.remove(child)
        for child in list(parse_xml(xml)):
            element.append(child)
