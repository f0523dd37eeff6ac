"""The sample library: one folder an article, with `article.json`, `body.html` and its pictures."""
