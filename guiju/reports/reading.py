"""Reading a foreign report: Word, PDF or plain text, as one text."""

from __future__ import annotations

import io
import zipfile

from guiju.reports.errors import ReportError

LARGEST_BYTES = 20 * 1024 * 1024


def text_in(data: bytes, name: str) -> str:
    """The words of a file by its name's ending (.docx, .pdf, .txt). Raises ReportError, in Chinese, for what is unreadable."""
    if len(data) > LARGEST_BYTES:
        raise ReportError(f"文件超过 {LARGEST_BYTES // 1024 // 1024} MB，请另存成小一些的再交。")
    ending = name.lower().rpartition(".")[2]
    if ending == "docx":
        return _word(data)
    if ending == "pdf":
        return _pdf(data)
    if ending == "txt":
        return _plain(data)
    raise ReportError("请交 Word（.docx）、PDF 或者文本（.txt）文件；.doc 请先另存为 .docx。")


def _word(data: bytes) -> str:
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(data))
    except (OpcError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ReportError("这个 Word 文件打不开，请用 Word 或者 WPS 另存一份再交。") from error
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _pdf(data: bytes) -> str:
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError) as error:
        raise ReportError("这个 PDF 打不开，请重新导出一份再交。") from error
    if not text.strip():
        raise ReportError("这个 PDF 是扫描的图片，里面没有文字。请交 Word 或者由 Word 导出的 PDF。")
    return text.replace("\n", "")


def _plain(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReportError("这个文本文件的编码认不出，请另存为 UTF-8。")
