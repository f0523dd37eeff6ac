import pytest

from tests.prepare.bodies import bare, prepare


@pytest.mark.parametrize(
    ("embed", "kind", "source"),
    [
        (
            '<iframe src="https://www.youtube.com/embed/abc?x=1"></iframe>',
            "Video",
            "https://www.youtube.com/watch?v=abc",
        ),
        ('<iframe data-src="//player.vimeo.com/video/12"></iframe>', "Video", "https://vimeo.com/12"),
        ('<amp-youtube data-videoid="abc"></amp-youtube>', "Video", "https://www.youtube.com/watch?v=abc"),
        ('<video><source src="/film.mp4"></video>', "Video", "https://courier.example/film.mp4"),
        ('<audio src="https://pod.example/1.mp3"></audio>', "Audio", "https://pod.example/1.mp3"),
        ('<iframe src="https://open.spotify.com/embed/track/9"></iframe>', "Audio", "https://open.spotify.com/track/9"),
        (
            '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>',
            "Map",
            "https://www.google.com/maps/embed?pb=1",
        ),
        (
            '<iframe src="https://flo.uri.sh/visualisation/1"></iframe>',
            "Interactive",
            "https://flo.uri.sh/visualisation/1",
        ),
        ('<object data="https://x.example/a.swf"></object>', "Embedded", "https://x.example/a.swf"),
    ],
)
def test_an_embed_says_what_it_was_and_where_it_is(embed: str, kind: str, source: str) -> None:
    article = prepare(f"<p>Before.</p>{embed}")
    block = article.blocks[1]
    assert block.kind == "embed"
    assert f'<p class="embed-kind">{kind}' in block.html
    assert f'href="{source}"' in block.html
    assert [finding.block for finding in article.findings] == ["b2"]


def test_an_embed_keeps_its_title_and_its_caption() -> None:
    film = '<iframe src="https://youtu.be/a" title="The film"></iframe>'
    html = bare(prepare(f"<figure>{film}<figcaption>Of a year</figcaption></figure>"))
    assert "The film" in html
    assert "Of a year" in html
    assert "YouTube" in html


def test_a_post_keeps_its_words_and_its_author() -> None:
    block = prepare(
        '<blockquote class="twitter-tweet"><p>The wall holds.</p>&mdash; Runa Aldis (@runa) '
        '<a href="https://twitter.com/runa/status/11">3 March</a></blockquote>'
    ).blocks[0]
    assert block.text.startswith("Post The wall holds. Runa Aldis (@runa)")
    assert "<blockquote><p>" in block.html


@pytest.mark.parametrize(
    "embed",
    [
        '<iframe src="javascript:alert(1)"></iframe>',
        '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
        '<iframe src="data:text/html,<script>1</script>"></iframe>',
        '<iframe src="https://www.googletagmanager.com/ns.html" width="0" height="0"></iframe>',
        "<embed>",
    ],
)
def test_an_embed_without_a_place_prints_nothing(embed: str) -> None:
    assert [block.text for block in prepare(f"<p>Before.</p>{embed}").blocks] == ["Before."]


def test_the_kind_is_named_in_the_language_of_the_article() -> None:
    assert "Vídeo" in bare(prepare('<p>a</p><iframe src="https://youtu.be/a"></iframe>', language="es"))
