"""Hostile input becomes a safe, numbered article: `prepare_article` is the stage's one door."""

from service.prepare.article_body import prepare_article

__all__ = ["prepare_article"]
