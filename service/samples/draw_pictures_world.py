"""The pictures of the world-language samples, drawn again.

`python -m service.samples.draw_pictures_world [NAME ...]` draws the named ones, such as `de-nachtzug/abteil`, or all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from service.samples.drawing.canvas import Canvas
from service.samples.drawing.world_desks import calligraphers_table, letter_desk, measured_reeds, tied_letters
from service.samples.drawing.world_finds import boat_from_above, crates_from_above, tin_of_slips
from service.samples.drawing.world_ice import borehole, glacier, ice_road
from service.samples.drawing.world_markets import floating_market, night_market
from service.samples.drawing.world_rail import compartment, night_train
from service.samples.drawing.world_shore import cliff_light, island_lamp, pans_from_above, salt_pans, storm_light
from service.samples.drawing.world_tea import tea_firing, tea_terraces
from service.samples.drawing.world_towers import lamp_room, tower_library, tower_outside
from service.samples.drawing.world_town import bakehouse, lane_bookshop, night_bakery

_Scene = tuple[int, int, Callable[[Canvas], None]]
_SCENES: dict[str, _Scene] = {
    "de-nachtzug/nachtzug": (1760, 990, night_train),
    "de-nachtzug/abteil": (1700, 1000, compartment),
    "ar-khatt/warsha": (1760, 1000, calligraphers_table),
    "ar-khatt/aqlam": (1600, 900, measured_reeds),
    "ja-tegami/tsukue": (1760, 990, letter_desk),
    "ja-tegami/fuutou": (1600, 1000, tied_letters),
    "es-salinas/salinas": (1760, 990, salt_pans),
    "es-salinas/tajos": (1600, 900, pans_from_above),
    "el-fanos/fanos": (1760, 960, island_lamp),
    "ko-deungdae/deungdae": (1760, 990, cliff_light),
    "pl-latarnik/latarnia": (1600, 960, storm_light),
    "fi-jaa/jaatie": (1760, 960, ice_road),
    "fr-pain-de-minuit/boulangerie": (1760, 990, night_bakery),
    "fr-pain-de-minuit/fournil": (1600, 960, bakehouse),
    "hi-kitabghar/kitabghar": (1760, 1000, lane_bookshop),
    "ru-lednik/lednik": (1760, 960, glacier),
    "ru-lednik/skvazhina": (1600, 960, borehole),
    "zh-chashan/chashan": (1760, 990, tea_terraces),
    "zh-chashan/chaolu": (1600, 960, tea_firing),
    "he-sifriya/migdal": (1760, 990, tower_library),
    "he-sifriya/madregot": (1600, 960, tower_outside),
    "th-talat-nam/talat-nam": (1760, 990, floating_market),
    "th-talat-nam/ruea-khanom": (1620, 930, boat_from_above),
    "tr-pazar/pazar": (1760, 990, night_market),
    "tr-pazar/tezgah": (1600, 960, crates_from_above),
    "hi-kitabghar/parchiyan": (1600, 900, tin_of_slips),
    "ko-deungdae/renjeu": (1600, 1000, lamp_room),
}


def draw_picture(name: str, folder: Path) -> Path:
    """Return the file that the picture `name`, such as `de-nachtzug/abteil`, was drawn to under `folder`."""
    width, height, scene = _SCENES[name]
    article, picture = name.split("/")
    canvas = Canvas(width, height, name)
    scene(canvas)
    path = folder / article / "pictures" / f"{picture}.jpg"
    canvas.save_jpeg(path)
    return path


def main() -> None:
    """Draw the pictures that the command line names, or all, beside this file."""
    for name in sys.argv[1:] or _SCENES:
        path = draw_picture(name, Path(__file__).parent)
        sys.stderr.write(f"{name}: {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
