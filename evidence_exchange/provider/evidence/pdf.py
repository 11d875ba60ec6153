"""Sets a sheet on an A4 page as PDF/A, with the vendored fonts."""

from datetime import datetime
from pathlib import Path

from fpdf import FPDF

from evidence_exchange.provider.evidence.sheet import Sheet, text_in

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FAMILY = "Noto Sans"
INK, QUIET, LINE, BAND = (27, 36, 58), (92, 101, 120), (206, 211, 222), (38, 70, 122)
MARGIN, LABEL, STITCH = 24.0, 58.0, 4.0


def write_pdf(sheet: Sheet, now: datetime) -> bytes:
    page = _page(sheet, now)
    _masthead(page, sheet)
    _title(page, sheet)
    for row in sheet.rows:
        _line(page, text_in(row.labels, sheet.language), row.value)
    _notes(page, sheet)
    return bytes(page.output())


def _page(sheet: Sheet, now: datetime) -> FPDF:
    page = FPDF(format="A4", enforce_compliance="PDF/A-3B")
    page.add_font(FAMILY, "", FONTS / "NotoSans-Regular.ttf")
    page.add_font(FAMILY, "B", FONTS / "NotoSans-Bold.ttf")
    page.set_margins(MARGIN, MARGIN)
    page.set_title(sheet.title)
    page.set_author(sheet.authority.name(sheet.language))
    page.set_lang(sheet.language.lower())
    page.set_creation_date(now)
    page.add_page()
    return page


def _masthead(page: FPDF, sheet: Sheet) -> None:
    page.set_fill_color(*BAND)
    page.rect(0, 0, page.w, 8, style="F")
    page.set_draw_color(255, 255, 255)
    page.set_line_width(0.5)
    for number in range(int(page.w / (2 * STITCH)) + 1):
        page.line(number * 2 * STITCH, 4, number * 2 * STITCH + STITCH, 4)
    page.set_y(20)
    page.set_text_color(*INK)
    _write(page, "B", 12, sheet.authority.name(sheet.language))
    page.set_text_color(*QUIET)
    others = [name for name in sheet.authority.names.values() if name != sheet.authority.name(sheet.language)]
    _write(page, "", 9, " · ".join([*others, sheet.authority.country]))


def _title(page: FPDF, sheet: Sheet) -> None:
    page.ln(14)
    page.set_text_color(*INK)
    _write(page, "B", 22, sheet.title)
    page.ln(6)


def _line(page: FPDF, label: str, value: str) -> None:
    page.set_draw_color(*LINE)
    page.set_line_width(0.2)
    page.line(MARGIN, page.get_y(), page.w - MARGIN, page.get_y())
    page.ln(2)
    top = page.get_y()
    page.set_font(FAMILY, "", 10)
    page.set_text_color(*QUIET)
    page.multi_cell(LABEL - 4, 6, label, align="L")
    below_label = page.get_y()
    page.set_xy(MARGIN + LABEL, top)
    page.set_font(FAMILY, "B", 11)
    page.set_text_color(*INK)
    page.multi_cell(page.w - 2 * MARGIN - LABEL, 6, value, align="L")
    page.set_xy(MARGIN, max(below_label, page.get_y()) + 2)


def _notes(page: FPDF, sheet: Sheet) -> None:
    page.ln(12)
    page.set_text_color(*QUIET)
    for label, value in sheet.notes:
        _write(page, "", 9, f"{label}: {value}")
    page.ln(4)
    _write(page, "", 9, sheet.disclaimer)


def _write(page: FPDF, style: str, size: int, text: str) -> None:
    page.set_font(FAMILY, style, size)
    page.multi_cell(0, size * 0.55, text, align="L", new_x="LMARGIN", new_y="NEXT")
