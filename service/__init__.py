"""Tearsheet: articles into paper."""

__version__ = "0.1.0"
