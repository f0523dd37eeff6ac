"""Hostile input becomes a safe, numbered article with everything in hand."""
