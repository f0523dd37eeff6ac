"""Security headers, by kind of response. Transport security (HSTS) is left to the proxy that holds the certificate."""

from __future__ import annotations

from flask import Flask, Response

_NOWHERE = "default-src 'none'; base-uri 'none'; form-action 'none'"

SCREEN_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Our own pages: our style sheet, our mark, our search form, and no script at all."""

PRINT_POLICY = f"{_NOWHERE}; img-src data:; font-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""The print page carries everything inside itself, so that it can be saved and sent on. Its styles are inline for that
reason; a hash of whatever style stands in the page would bless a style that got in through the body, so it would add
nothing. No script runs, nothing is fetched, and only our own pages may frame it."""

DOCUMENT_POLICY = f"{_NOWHERE}; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""PDF and JSON. The browsers' own viewers need the object and the inline style."""

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Server": "tearsheet",
}


def add_security_headers(app: Flask) -> None:
    """Give every response of `app` its security headers; a route may have chosen its own policy already."""

    @app.after_request
    def secure(response: Response) -> Response:
        response.headers.update(_FIXED)
        policy = SCREEN_POLICY if response.mimetype == "text/html" else DOCUMENT_POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        return response
