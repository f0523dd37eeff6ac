"""Where each language allows no line to break, as patterns: a rule's first group stands before the space to bind.

In a pattern here `~` is one breakable space with no other after it. Every pattern is linear: no repetition can match
the same text in two ways.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel.dates import get_month_names

from service.languages import locale_of

# Capital letters of the scripts that have them: Latin, Greek, Cyrillic, Armenian.
_CAPITAL = "[" + "".join(chr(n) for n in (*range(0x41, 0x590), *range(0x1E00, 0x2000)) if chr(n).isupper()) + "]"
_GAP = r"[ \t\n\r\f](?![ \t\n\r\f])"

_UNITS = """
    % ‰ ° °C °F € $ £ ¥ ₽ ₴ zł kč Kč Ft lei лв EUR USD GBP CHF kr kr. km m cm mm dm µm nm km² m² km/h mph kg g mg t l ml
    dl hl ha h min s ms kWh MWh GWh TWh kW MW GW W V A Hz kHz MHz GHz kB MB GB TB px pt dpi K bar hPa dB kcal kJ ft lb
    oz км м см мм кг г т л га ч мин кВт МВт
"""
_MAGNITUDES = {
    "en": "million billion trillion thousand hundred percent pence dollars euros pounds miles metres meters feet "
    "inches per bn p.m. a.m. pm am p.m a.m AM PM BC AD BCE CE",
    "de": "Mio. Mrd. Millionen Milliarden Million Milliarde Prozent Euro Uhr Cent Franken Meter Kilometer Grad Tsd.",
    "fr": "millions milliards million milliard euros euro heures heure mètres kilomètres degrés pour",
    "es": "millones millón mil euros horas metros kilómetros por",
    "it": "milioni miliardi milione miliardo mila euro metri chilometri per",
    "pt": "milhões milhão bilhões bilhão mil reais euros horas metros quilômetros quilómetros por",
    "nl": "miljoen miljard procent euro uur meter kilometer",
    "sv": "miljoner miljarder miljon miljard procent kronor euro meter",
    "da": "millioner milliarder million milliard procent kroner euro meter mio. mia.",
    "nb": "millioner milliarder million milliard prosent kroner euro meter mill. mrd.",
    "fi": "miljoonaa miljardia prosenttia euroa metriä kilometriä",
    "pl": "tys. mln mld proc. złotych euro r. w. godz.",
    "cs": "tis. mil. mld. milionů milionu miliard procent korun eur metrů",
    "hu": "millió milliárd ezer százalék forint euró méter",
    "ro": "milioane miliarde mii lei euro metri",
    "el": "εκατ. δισ. χιλ. εκατομμύρια ευρώ μέτρα τοις π.μ. μ.μ. π.Χ. μ.Χ.",
    "ru": "г. гг. в. вв. тыс. млн млрд руб. рублей процентов процента метров лет р. ч.",
    "uk": "р. рр. ст. тис. млн млрд грн гривень відсотків метрів",
    "bg": "г. хил. млн млрд лв. лева процента метра",
    "tr": "milyon milyar bin yüzde lira metre TL",
    "ar": "مليون مليار ألف في",
    "he": "מיליון מיליארד אלף אחוז אחוזים",
    "fa": "میلیون میلیارد هزار درصد",
    "hi": "लाख करोड़ हज़ार हजार प्रतिशत",
}
_BEFORE_NUMBER = {
    "": "§ §§ № # p. pp. vol. no. nr. fig. ch. art. EUR USD GBP CHF US$ € $ £ ¥ ₹",
    "en": "No. Nos. Fig. Figs. Vol. Ch. Art. Sec. page pages chapter c. ca.",
    "de": "S. Nr. Nrn. Abs. Art. Bd. Kap. Abb. Tab. Rn. ca. Seite Kapitel",
    "fr": "p. n° nº nos t. art. chap. éd. env. page vers",
    "es": "pág. págs. núm. n.º art. cap. vol. p. aprox.",
    "it": "pag. pagg. n. art. cap. ca.",
    "pt": "pág. págs. n.º nº art. cap. cerca",
    "nl": "blz. p. nr. art. ca.",
    "sv": "s. nr kap. ca",
    "da": "s. nr. kap. ca.",
    "nb": "s. nr. kap. ca.",
    "fi": "s. nro n. luku",
    "pl": "s. nr art. ust. poz. ok. t. rozdz.",
    "cs": "s. č. čl. odst. kap. cca",
    "hu": "o. kb.",
    "ro": "p. nr. art. cap. cca",
    "el": "σ. αρ. αρ. κεφ.",
    "ru": "с. стр. ст. п. гл. рис. табл. т. ок.",
    "uk": "с. ст. п. гл. рис. табл. т. бл.",
    "bg": "с. стр. чл. ал. т. бр.",
    "tr": "s. No: no. md.",
    "he": "עמ׳ מס׳",
    "ar": "ص. رقم",
    "fa": "ص. شمارهٔ",
}
_TITLES = {
    "": "Dr. Prof.",
    "en": "Mr. Mrs. Ms. Mx. St. Sr. Jr. Rev. Gen. Capt. Lt. Sgt. Gov. Sen. Rep. Mr Mrs Ms Dr Prof St",
    "de": "Hr. Fr. St. Frau Herr Herrn Dipl.-Ing.",
    "fr": "MM. Mme Mmes Mlle Dr Pr Me Mgr St Ste",
    "es": "Sr. Sra. Srta. Dr. Dra. Don Doña D.ª Dña. Sto. Sta.",
    "it": "Sig. Sig.ra Dott. Dott.ssa Avv. Ing. On. Mons.",
    "pt": "Sr. Sra. Dra. Eng. Exmo. Dom Dona",
    "nl": "dhr. mevr. dr. prof. mr. ir. drs.",
    "pl": "dr prof. mgr inż. ks. św. gen. płk",
    "cs": "pan paní dr. prof. MUDr. JUDr. Ing. Mgr. sv.",
    "hu": "dr. id. ifj. özv.",
    "ro": "dl. dna. dr. prof. sf.",
    "el": "κ. κα κ.κ. Δρ.",
    "ru": "г-н г-жа проф. акад. им. ул. пл. св.",
    "uk": "п. пан пані проф. акад. ім. вул. св. м.",
    "bg": "г-н г-жа д-р проф. акад. инж. ул. св. гр.",
    "tr": "Sn. Dr. Prof. Av.",
}
# Prepositions and conjunctions of one letter, which good setting in these languages keeps off the end of a line.
_SINGLE_LETTERS = {
    "pl": "aiouwz", "cs": "aikosuvz", "sk": "aikosuvz", "sl": "ahkosvz", "hr": "aikosu", "bs": "aikosu",
    "sr": "aikosuаикосу", "ru": "авикосуя", "uk": "авзійоуя", "be": "авзійуя", "bg": "ависоу", "mk": "ависоу",
    "ar": "و",
}  # fmt: skip
_PARTICLES_AFTER = {"ru": "бы б же ж ли ль", "uk": "би б же ж", "be": "бы б жа ж"}


@lru_cache(maxsize=64)
def rules_for(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the rules of a language subtag such as `fr`: those of every language, then its own."""
    numbers = f"{_BEFORE_NUMBER['']} {_BEFORE_NUMBER.get(language, '')}"
    units = f"{_UNITS} {_MAGNITUDES.get(language, '')}"
    titles = f"{_TITLES['']} {_TITLES.get(language, '')}"
    patterns = [
        rf"(\d)~(?=(?:{_words(units)})(?![\w/]))",
        rf"((?<!\w)(?:{_words(numbers)}))~(?=[\dIVXLC]+\b)",
        rf"((?<!\w)(?:{_words(titles)}))~(?=[^\W\d_])",
        r"((?<![\d.,])\d{1,3})~(?=\d{3}(?!\d))",
        r"(\d[ \u00a0]\d{3})~(?=\d{3}(?!\d))",
        rf"((?<!\w){_CAPITAL}\.)~(?={_CAPITAL})",
        r"((?<!\w)[^\W\d_]\.)~(?=[^\W\d_]\.)",
        r"(\S)~(?=[–—-][ \t\n\r\f\u00a0])",
        r"(\S)~(?=[:;!?]+(?:[\s\u00a0]|$))",
        *_month_patterns(language),
    ]
    if language == "fr":
        patterns += [r"(«)~(?=\S)", r"(\S)~(?=[:;!?»])", r"(\d[ \u00a0]h)~(?=\d\d\b)"]
    if letters := _SINGLE_LETTERS.get(language):
        patterns.append(rf"((?<!\w)[{letters}{letters.upper()}])~(?=[\w„«“(])")
    if particles := _PARTICLES_AFTER.get(language):
        patterns.append(rf"(\w)~(?=(?:{_words(particles)})(?!\w))")
    return tuple(re.compile(pattern.replace("~", _GAP)) for pattern in patterns)


def _month_patterns(language: str) -> list[str]:
    """Return the patterns of a day beside its month, in the month names that CLDR has for the language."""
    locale = locale_of(language)
    if locale is None:
        return []
    names = {
        str(name)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, context, locale).values()
        if str(name)[0].isalpha()
    }
    # A month of two words ("tháng 3") has its own space, which no rule binds.
    months = _words(" ".join(name for name in names if " " not in name))
    if not months:
        return []
    return [
        rf"((?<!\d)\d{{1,2}}(?:\.|er|º|η)?)~(?=(?:de |d’|d'|di )?(?:{months})(?!\w))",
        rf"((?<!\w)(?:{months}))~(?=\d{{1,2}}(?!\d))",
    ]


def _words(names: str) -> str:
    return "|".join(re.escape(name) for name in sorted(set(names.split()), key=lambda name: (-len(name), name)))
