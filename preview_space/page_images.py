"""Pictures of a PDF's pages, drawn from the very bytes that would be sent."""

import io
import threading

import pypdfium2

# PDFium keeps global state: one page at a time per process.
_one_at_a_time = threading.Lock()
PIXELS_WIDE = 840
MOST_PAGES = 50


def page_count(pdf: bytes) -> int:
    """How many pages can be shown; 0 for what PDFium does not read."""
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return 0
        try:
            return min(len(document), MOST_PAGES)
        finally:
            document.close()


def page_image(pdf: bytes, number: int) -> bytes:
    """Page `number` (from 1) as PNG. IndexError when there is none."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if not 1 <= number <= min(len(document), MOST_PAGES):
                raise IndexError(number)
            page = document[number - 1]
            picture = page.render(scale=PIXELS_WIDE / page.get_width()).to_pil()
        finally:
            document.close()
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=False)
    return content.getvalue()
