"""Embeds into printable stand-ins: what it was, its title, whose it is, where it is; a post keeps its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from service.labels import Labels
from service.prepare.addresses import host_of, link_address
from service.prepare.attribution import parse_attribution
from service.prepare.furniture import dropped
from service.prepare.inline import inline_only
from service.prepare.markup import Content, Node, element, nodes_in, rewrite, text_of

# Host, the kind of thing that it serves, and the name that its readers know it by.
_PROVIDERS: tuple[tuple[str, str, str], ...] = (
    ("youtube.com", "video", "YouTube"), ("youtu.be", "video", "YouTube"), ("youtube-nocookie.com", "video", "YouTube"),
    ("vimeo.com", "video", "Vimeo"), ("dailymotion.com", "video", "Dailymotion"), ("twitch.tv", "video", "Twitch"),
    ("ted.com", "video", "TED"), ("tiktok.com", "video", "TikTok"), ("rumble.com", "video", "Rumble"),
    ("brightcove.net", "video", "Brightcove"), ("jwplatform.com", "video", "JW Player"),
    ("wistia.net", "video", "Wistia"),
    ("soundcloud.com", "audio", "SoundCloud"), ("spotify.com", "audio", "Spotify"),
    ("bandcamp.com", "audio", "Bandcamp"),
    ("podcasts.apple.com", "audio", "Apple Podcasts"), ("mixcloud.com", "audio", "Mixcloud"),
    ("acast.com", "audio", "Acast"), ("megaphone.fm", "audio", "Megaphone"), ("simplecast.com", "audio", "Simplecast"),
    ("twitter.com", "post", "Twitter"), ("x.com", "post", "X"), ("instagram.com", "post", "Instagram"),
    ("facebook.com", "post", "Facebook"), ("threads.net", "post", "Threads"), ("bsky.app", "post", "Bluesky"),
    ("mastodon.social", "post", "Mastodon"), ("reddit.com", "post", "Reddit"), ("linkedin.com", "post", "LinkedIn"),
    ("t.me", "post", "Telegram"), ("google.com", "map", "Google Maps"), ("openstreetmap.org", "map", "OpenStreetMap"),
    ("mapbox.com", "map", "Mapbox"), ("umap.openstreetmap.fr", "map", "uMap"),
    ("datawrapper.dwcdn.net", "interactive", "Datawrapper"), ("flo.uri.sh", "interactive", "Flourish"),
    ("flourish.studio", "interactive", "Flourish"), ("infogram.com", "interactive", "Infogram"),
    ("tableau.com", "interactive", "Tableau"), ("observablehq.com", "interactive", "Observable"),
    ("codepen.io", "interactive", "CodePen"), ("documentcloud.org", "embed", "DocumentCloud"),
    ("scribd.com", "embed", "Scribd"), ("issuu.com", "embed", "Issuu"),
)  # fmt: skip
_POST_CLASSES = {
    "twitter-tweet": "X", "twitter-video": "X", "instagram-media": "Instagram", "tiktok-embed": "TikTok",
    "fb-post": "Facebook", "fb-video": "Facebook", "bluesky-embed": "Bluesky", "text-post-media": "Threads",
    "mastodon-embed": "Mastodon", "reddit-embed-bq": "Reddit", "reddit-card": "Reddit",
}  # fmt: skip
_PLAYERS = {
    "x-iframe": "embed", "video": "video", "audio": "audio", "object": "embed", "embed": "embed", "amp-video": "video",
    "amp-iframe": "embed", "amp-youtube": "video", "amp-audio": "audio", "amp-twitter": "post", "amp-instagram": "post",
}  # fmt: skip
_TRACKERS = re.compile(r"(googletagmanager|doubleclick|google-analytics|facebook\.com/tr|googlesyndication|/pixel)")
_BARE_ADDRESS = re.compile(r"^https?://\S+$")
_LONGEST_ADDRESS_SHOWN = 300


def stand_in_for_embeds(content: list[Content], base: str | None) -> list[Content]:
    """Return the content with each embed as an `x-embed` element: kind, title, provider, address; inside, its words."""

    def change(node: Node) -> list[Content] | None:
        if node.tag in _PLAYERS:
            return _player(node, base)
        name = next((_POST_CLASSES[name] for name in node.classes if name in _POST_CLASSES), None)
        if name and node.tag in {"blockquote", "div", "figure", "section"}:
            return [_post(node, name, base)]
        if {"kg-bookmark-card", "wp-block-embed-card"}.intersection(node.classes):
            return _bookmark(node, base)
        if "wp-block-embed__wrapper" in node.classes and _BARE_ADDRESS.match(text_of(node.children)):
            return [_stand_in("embed", "", text_of(node.children), base)]
        return None

    return rewrite(content, change)


def _player(node: Node, base: str | None) -> list[Content]:
    source = _source_of(node)
    if _TRACKERS.search(source) or {node.get("width"), node.get("height")} & {"0", "1"}:
        return []
    title = (node.get("title") or node.get("aria-label") or node.get("data-title")).strip()
    embed = _stand_in(_PLAYERS[node.tag], title, source, base)
    fallback = text_of([item for item in node.children if not (isinstance(item, Node) and item.tag == "object")])
    if not embed.get("address") and not title and not fallback:
        return [dropped(f"{_PLAYERS[node.tag]} without an address")] if source else []
    if fallback and not embed.get("title") and len(fallback) < 200 and not _is_excuse(fallback):
        embed.attrs["title"] = fallback
    return [embed]


def _is_excuse(text: str) -> bool:
    return bool(re.search(r"browser|javascript|iframe|navigateur|navegador", text, re.IGNORECASE))


def _source_of(node: Node) -> str:
    if node.get("data-videoid"):
        return f"https://www.youtube.com/watch?v={node.get('data-videoid')}"
    if node.get("data-tweetid"):
        return f"https://x.com/i/status/{node.get('data-tweetid')}"
    for candidate in (
        node,
        *(inner for inner in nodes_in(node.children) if inner.tag in {"source", "embed", "x-iframe"}),
    ):
        for name in ("src", "data-src", "data-lazy-src", "data", "data-url"):
            value = candidate.get(name).strip()
            if value and not value.lower().startswith("about:"):
                return value
    return ""


def _stand_in(kind: str, title: str, source: str, base: str | None) -> Node:
    address = link_address(f"https:{source}" if source.startswith("//") else source, base) or ""
    if not address.lower().startswith(("http://", "https://")):
        address = ""
    address = _page_of(address)
    known, provider = provider_of(address)
    kind = kind if kind in {"audio"} or not known or (kind == "video" and known != "audio") else known
    return Node("x-embed", {"kind": kind, "title": title, "provider": provider, "address": address})


def provider_of(address: str) -> tuple[str, str]:
    """Return the kind of thing that an address shows (empty if unknown) and the provider's name or its host."""
    host = host_of(address)
    for suffix, kind, name in _PROVIDERS:
        if host == suffix or host.endswith("." + suffix):
            if suffix == "google.com" and "map" not in address:
                return "", "Google"
            return ("video" if "/video" in address and kind == "post" else kind), name
    return "", host


def _page_of(address: str) -> str:
    """Return the page where a person would see what a player's address plays."""
    parts = urlsplit(address)
    host = host_of(address)
    last = parts.path.rstrip("/").rsplit("/", 1)[-1]
    if host.endswith(("youtube.com", "youtube-nocookie.com")) and parts.path.startswith(("/embed/", "/shorts/")):
        return f"https://www.youtube.com/watch?v={last}"
    if host == "player.vimeo.com":
        return f"https://vimeo.com/{last}"
    if host == "open.spotify.com":
        return f"https://open.spotify.com{parts.path.replace('/embed', '', 1)}"
    if host == "w.soundcloud.com" and (played := parse_qs(parts.query).get("url")):
        return played[0] if played[0].startswith(("https://", "http://")) else address
    if host.endswith("dailymotion.com"):
        return address.replace("/embed/video/", "/video/")
    return address


def _post(node: Node, provider: str, base: str | None) -> Node:
    links = [inner.get("href") for inner in nodes_in(node.children) if inner.tag == "a"]
    cited = (
        node.get("cite") or node.get("data-instgrm-permalink") or node.get("data-href") or (links[-1] if links else "")
    )
    embed = _stand_in("post", "", cited, base)
    embed.attrs["kind"] = "video" if provider == "TikTok" else "post"
    embed.attrs["provider"] = provider_of(embed.get("address"))[1] or provider
    words, author = _words_and_author(node)
    embed.children = [*words]
    embed.attrs["author"] = author
    return embed


def _words_and_author(node: Node) -> tuple[list[Content], str]:
    """Return a post's paragraphs and its author line ("Name (@handle), 3 March 2026")."""
    paragraphs = [inner for inner in nodes_in(node.children) if inner.tag == "p"]
    loose = [item for item in node.children if not (isinstance(item, Node) and item.tag in {"p", "div", "section"})]
    author = text_of(loose)
    read = parse_attribution(author, marked=True) if author else None
    line = ", ".join(part for part in (read.speaker, read.role) if part) if read else ""
    if not paragraphs:
        return ([element("p", *inline_only(node.children))] if text_of(node.children) else []), ""
    return [element("p", *inline_only(p.children)) for p in paragraphs if text_of(p.children)], line


def _bookmark(node: Node, base: str | None) -> list[Content]:
    def part(name: str) -> str:
        return next((text_of(inner.children) for inner in nodes_in([node]) if name in inner.classes), "")

    href = next((inner.get("href") for inner in nodes_in([node]) if inner.get("href")), "")
    embed = _stand_in("embed", part("kg-bookmark-title") or text_of(node.children), href, base)
    embed.attrs["provider"] = part("kg-bookmark-publisher") or embed.get("provider")
    if description := part("kg-bookmark-description"):
        embed.children = [element("p", description)]
    return [embed]


def print_embed(embed: Node, labels: Labels, caption: Sequence[Content] = ()) -> Node:
    """Return the printed stand-in of an `x-embed`, its address linked; `caption` stands where it has no title."""
    aside = element("aside", element("p", str(getattr(labels, embed.get("kind"), labels.embed)), class_="embed-kind"))
    aside.attrs["class"] = "embed"
    title: list[Content] = [embed.get("title")] if embed.get("title") else list(caption)
    if title:
        aside.children.append(element("p", *title, class_="embed-title"))
    if embed.get("title") and caption:
        aside.children.append(element("p", *caption))
    if words := rewrite(list(embed.children), lambda node: node.children if _leads_to(node, embed) else None):
        aside.children.extend([element("blockquote", *words)] if embed.get("kind") in {"post", "video"} else words)
    if embed.get("author"):
        author = element("p", element("span", embed.get("author"), class_="speaker"), class_="attribution")
        aside.children.append(author)
    if source := _source_line(embed):
        aside.children.append(element("p", *source, class_="embed-source"))
    summary = embed.get("title") or text_of(embed.children) or embed.get("address")
    kind = embed.get("kind")
    aside.children.append(dropped("embed" if kind == "embed" else f"{kind} embed", summary))
    return aside


def _leads_to(node: Node, embed: Node) -> bool:
    """Whether a link goes where the stand-in's own address goes, which is printed already."""
    return node.tag == "a" and node.get("href").split("?")[0] == embed.get("address").split("?")[0]


def _source_line(embed: Node) -> list[Content]:
    provider, address = embed.get("provider"), embed.get("address")
    if not address:
        return [provider] if provider else []
    shown = re.sub(r"^https?://(www\.)?", "", address)[:_LONGEST_ADDRESS_SHOWN].rstrip("/")
    separator = [f"{provider} · "] if provider and provider != host_of(address) else []
    return [*separator, element("a", shown, href=address)]
