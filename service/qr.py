"""The QR code to an article's address, as a drawing of one path."""

from __future__ import annotations

from io import BytesIO

from service.stages import PreparedImage


def qr_image(address: str) -> PreparedImage:
    """Return the QR code (ISO/IEC 18004, error correction M) of `address` as SVG; sizes are in modules."""
    import segno

    code = segno.make(address, error="m", micro=False)
    out = BytesIO()
    code.save(out, kind="svg", border=0, xmldecl=False, svgns=True, nl=False, dark="#111", light=None)
    width, height = code.symbol_size(border=0)
    return PreparedImage("qr.svg", out.getvalue(), "image/svg+xml", int(width), int(height))
