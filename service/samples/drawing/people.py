"""Portraits: a head and shoulders in flat colour with one side in shade, drawn in a box 1000 wide and 1250 high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from service.samples.drawing.canvas import Canvas, mix, number

_FACE = "M372 420C368 300 440 250 505 250C580 250 640 306 634 424C632 520 606 600 560 650C536 676 474 678 448 652C400 604 376 520 372 420Z"
_NECK = "M424 600L418 760C452 820 560 820 596 760L588 600Z"
_BODY = "M88 1310C96 1010 150 890 290 830C360 800 400 790 424 742C470 800 548 800 592 742C612 790 660 800 724 830C866 892 908 1010 918 1310Z"
_HAIR = {
    "short": "M360 440C330 290 400 196 520 200C640 202 690 300 650 446C640 410 640 380 628 350C560 356 470 340 420 306C396 350 380 390 376 450Z",
    "bun": "M352 500C318 320 390 196 512 198C636 200 696 318 656 500C654 440 640 380 602 338C560 300 524 290 500 290C440 304 380 380 372 520Z",
    "long": "M352 300C296 420 322 560 286 700C276 780 330 822 400 800C440 790 440 700 430 640L590 640C576 700 580 790 620 802C690 820 738 776 726 700C692 560 716 420 660 300Z",
    "bald": "M362 470C346 430 352 400 366 380C366 410 370 430 376 452Z",
}
_HATS = {
    "cap": "M344 350C338 210 420 160 510 162C604 164 672 216 660 344C590 312 430 314 344 350Z",
    "beanie": "M350 372C336 216 412 140 506 140C604 140 672 220 656 372C600 340 410 340 350 372Z",
}
_BEARD = "M376 470C380 600 410 700 500 716C590 706 626 610 634 474C622 540 590 566 560 566C530 552 476 552 446 568C410 566 388 530 376 470Z"


@dataclass(frozen=True)
class Sitter:
    """How a person looks; colours as #rrggbb."""

    skin: str
    hair: str
    coat: str
    style: Literal["short", "bun", "long", "bald"] = "short"
    hat: Literal["cap", "beanie"] | None = None
    hat_colour: str = "#22303f"
    beard: bool = False
    glasses: bool = False
    scarf: str | None = None
    collar: str | None = None


def portrait(canvas: Canvas, sitter: Sitter, x: float, y: float, scale: float = 1, light: str = "#ffe3b8") -> None:
    """Paint `sitter`, lit from the right, with the box's top left corner at (x, y)."""
    with canvas.group(transform=f"translate({number(x)} {number(y)}) scale({scale})"):
        if sitter.style == "bun":
            canvas.ellipse(500, 178, 84, 66, fill=mix(sitter.hair, "#000000", 0.15))
        if sitter.style == "long":
            canvas.path(_HAIR["long"], fill=mix(sitter.hair, "#000000", 0.3))
        with canvas.group(transform="translate(0 -48)"):
            _clothes(canvas, sitter, light)
        _head(canvas, sitter, light)
        _features(canvas, sitter)
        _crown(canvas, sitter, light)


def _lit(canvas: Canvas, colour: str, light: str, warmth: float = 0.25) -> str:
    shade = mix(colour, "#101c2c", 0.5)
    return canvas.across((0, shade), (0.42, mix(shade, colour, 0.55)), (0.6, colour), (1, mix(colour, light, warmth)))


def _clothes(canvas: Canvas, sitter: Sitter, light: str) -> None:
    canvas.path(_NECK, fill=_lit(canvas, mix(sitter.skin, "#5a2f28", 0.3), light, 0.1))
    canvas.path(_BODY, fill=_lit(canvas, sitter.coat, light, 0.12))
    dark = mix(sitter.coat, "#000000", 0.4)
    canvas.path(
        "M424 742C440 900 480 1010 508 1090C536 1010 576 900 592 742C548 800 470 800 424 742Z",
        fill=sitter.collar or dark,
    )
    canvas.path(
        "M418 742C360 790 340 800 322 816L452 990L508 1092C470 980 440 860 424 742Z", fill=mix(dark, sitter.coat, 0.35)
    )
    canvas.path(
        "M598 742C650 788 676 800 694 816L566 990L508 1092C548 980 580 860 598 742Z", fill=mix(sitter.coat, light, 0.14)
    )
    canvas.line(508, 1092, 510, 1310, stroke=dark, stroke_width=5)
    for button in (1140, 1216):
        canvas.ellipse(532, button, 9, fill=dark)
    if sitter.scarf:
        canvas.path(
            "M392 700C440 770 570 776 622 694C640 740 640 790 610 822C540 862 460 858 404 822C378 790 378 742 392 700Z",
            fill=_lit(canvas, sitter.scarf, light),
        )
        canvas.path("M440 830L420 1060C446 1076 490 1074 512 1062L520 842Z", fill=mix(sitter.scarf, "#101c2c", 0.32))
        for fold in (734, 772):
            canvas.path(
                f"M404 {fold}C460 {fold + 56} 560 {fold + 56} 616 {fold - 6}",
                fill="none",
                stroke=mix(sitter.scarf, "#101c2c", 0.45),
                stroke_width=5,
                opacity=0.6,
            )


def _head(canvas: Canvas, sitter: Sitter, light: str) -> None:
    skin = sitter.skin
    canvas.path("M366 432C346 424 338 460 350 496C358 520 372 526 380 516Z", fill=mix(skin, "#101c2c", 0.45))
    canvas.path("M640 432C660 424 668 460 656 496C648 520 634 526 626 516Z", fill=mix(skin, light, 0.1))
    canvas.path(_FACE, fill=_lit(canvas, skin, light, 0.3))
    with canvas.group(clip_path=canvas.clip(f'<path d="{_FACE}"/>')):
        canvas.path(
            "M340 230L496 236C486 330 474 400 486 450C488 490 470 520 478 552C492 570 486 600 470 640C460 668 470 690 480 700L330 700Z",
            fill=mix(skin, "#101c2c", 0.62),
            opacity=0.34,
        )
        canvas.ellipse(582, 520, 48, 34, fill="#c2543c", opacity=0.2)
        canvas.ellipse(424, 524, 40, 30, fill="#7c2f2c", opacity=0.16)
    canvas.path(
        "M496 400C492 446 484 480 474 506C482 526 506 530 524 518C514 514 508 508 506 498Z",
        fill=mix(skin, "#3a1a1c", 0.42),
        opacity=0.75,
    )


def _features(canvas: Canvas, sitter: Sitter) -> None:
    ink = mix(sitter.hair, "#1a1014", 0.55)
    stroke: dict[str, str | float] = {"fill": "none", "stroke": ink, "stroke_linecap": "round"}
    canvas.path("M404 402C420 384 450 382 470 394", stroke_width=11, **stroke)
    canvas.path("M536 394C556 382 586 384 600 402", stroke_width=11, **stroke)
    canvas.path("M412 440C426 428 448 428 462 442", stroke_width=6, **stroke)
    canvas.path("M544 442C558 428 580 428 594 440", stroke_width=6, **stroke)
    canvas.ellipse(440, 444, 8.5, 9, fill=ink)
    canvas.ellipse(566, 444, 8.5, 9, fill=ink)
    if sitter.beard:
        canvas.path(
            _BEARD, fill=canvas.across((0, mix(sitter.hair, "#000000", 0.4)), (1, mix(sitter.hair, "#ffffff", 0.1)))
        )
    canvas.path(
        "M462 588C484 600 520 600 548 584",
        fill="none",
        stroke=mix(sitter.skin, "#5c1f20", 0.7),
        stroke_width=8,
        stroke_linecap="round",
    )
    if not sitter.beard:
        canvas.path(
            "M482 612C498 618 514 618 528 611",
            fill="none",
            stroke=mix(sitter.skin, "#3a1a1c", 0.4),
            stroke_width=5,
            stroke_linecap="round",
            opacity=0.6,
        )
    if sitter.glasses:
        for centre in (438, 568):
            canvas.ellipse(centre, 446, 48, 42, fill="#ffffff", fill_opacity=0.1, stroke="#1c1c20", stroke_width=6)
        canvas.path("M486 440C496 430 510 430 520 440", fill="none", stroke="#1c1c20", stroke_width=6)


def _crown(canvas: Canvas, sitter: Sitter, light: str) -> None:
    hair = "short" if sitter.style == "long" else sitter.style
    canvas.path(_HAIR[hair], fill=_lit(canvas, sitter.hair, light, 0.2))
    if sitter.hat == "cap":
        canvas.path(_HATS["cap"], fill=_lit(canvas, sitter.hat_colour, light, 0.15))
        canvas.path(
            "M340 352C420 300 590 298 664 346C668 366 660 376 650 378C580 344 420 346 352 384C342 378 338 366 340 352Z",
            fill=mix(sitter.hat_colour, "#000000", 0.45),
        )
    elif sitter.hat == "beanie":
        canvas.path(_HATS["beanie"], fill=_lit(canvas, sitter.hat_colour, light, 0.15))
        canvas.path(
            "M342 372C350 318 420 306 504 306C590 306 652 320 662 372C664 396 650 402 640 396C560 356 440 356 364 398C350 402 340 394 342 372Z",
            fill=_lit(canvas, mix(sitter.hat_colour, "#ffffff", 0.14), light, 0.15),
        )
