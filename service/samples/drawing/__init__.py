"""Draws the pictures of the sample library: `python -m service.samples.drawing [NAME ...]`. No render imports it.

A picture is composed as SVG on a `Canvas`, rasterised by resvg with a little grain, and saved as JPEG by Pillow.
"""
