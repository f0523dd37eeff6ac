"""The words that mark a credit: labels such as "Photo:", agencies, particles of names, in many languages.

Labels are written in lower case. They are looked up in every language at once, since a caption often keeps the
language of the agency that sent it.
"""

from __future__ import annotations

from service.prepare.word_lists import phrases, words

# A label of the maker of a photograph: left out of the credit, since the page says "Pictures".
PHOTO_LABELS = phrases(
    """
    photo|photos|photograph|photographs|photography|photo credit|photo credits|photos credit|picture|pictures|pic|pics
    image|images|image credit|image credits|picture credit|picture credits|credit|credits|
    cover photo|main photo|main image|lead photo|photographer|photographers
    foto|fotos|foto's|bild|bilder|fotografie|fotograf|fotografin|aufnahme|bildnachweis|fotonachweis|titelbild
    beeld|aufmacherfoto

    crédit photo|crédits photo|crédit photos|crédits photos|crédit|crédits|photographie|photographies|cliché
    fotografía|fotografías|imagen|imágenes|crédito|créditos|crédito de la foto|fotografia|fotografie|immagine|crediti
    imagem|imagens|imatge|argazkia|argazkiak
    zdjęcie|zdjęcia|fot.|snímek|snímka|fotografija|snimio|snimila
    фото|фотография|фотографии|фотограф|снимок|снимки|світлина|знімок|снимка|фота|фотографија
    φωτογραφία|φωτογραφίες|φωτό|φωτο|φωτ.|εικόνα|fotoğraf|fotoğraflar|görsel
    kuva|kuvat|valokuva|kuvaaja|pressbild|billede|billeder|bilde|mynd|myndir|ljósmynd|pilt|attēls|nuotrauka|nuotr.
    fotó|fotók|kép|képek|felvétel|imagine|ảnh|hình ảnh|hình|gambar|larawan|llun|lluniau|grianghraf
    写真|撮影|画像|写真提供|图|图片|照片|摄影|摄|攝影|圖|圖片|相片|图片来源|圖片來源|图源
    사진|사진제공|사진 제공|이미지|촬영
    צילום|צילומים|תמונה|תמונות|קרדיט|تصوير|صورة|الصورة|عدسة|مصدر الصورة|عکس|عکاس|تصویر|فوٹو
    चित्र|फोटो|फोटो साभार|साभार|फ़ोटो|तस्वीर|छायाचित्र|छाया|छायाकार|ছবি|படம்|புகைப்படம்|ఫోటో|ภาพ|ภาพถ่าย|ภาพโดย|รูป|ფოტო|ፎቶ
    """
)

# What joins two labels into one: "Foto y dibujo:", "Text & Bild:", "글·그림:".
LABEL_JOINS = ("and", "und", "et", "y", "e", "i", "en", "och", "og", "ja", "és", "ve", "и", "й", "та", "και", "&", "+",
               "·", "・", "/", "、", ",")  # fmt: skip

# What was written, and so a label only beside another.
TEXT_LABELS = phrases(
    "text|texts|words|story|texto|textos|texte|textes|testo|testi|tekst|teksty|teksti|texty|текст|тексты|κείμενο|metin"
    "|tekst|szöveg|글|文|文字|טקסט|نص|लेख|शब्द|เรื่อง"
)

# A label of another kind of work, of a picture from an archive or a symbolic one, or of a source: kept in the credit,
# since it says more than "Pictures" does.
KIND_LABELS = phrases(
    """
    illustration|illustrations|illustrator|graphic|graphics|infographic|map|maps|chart|charts|diagram|drawing|cartoon
    screenshot|video|collage|montage|photomontage|photo illustration|photo-illustration|rendering|animation
    file photo|archive photo|stock photo|archivfoto|archivbild|symbolbild|symbolfoto|beispielbild|archieffoto
    illustrationen|zeichnungen|ilustraciones|dibujos|dessins|croquis|drawings|cartoons|graphics
    photo d'illustration|photo d’illustration|photo d'archives|photo d’archives|foto archivo|foto de archivo
    source|sources|data|daten|données|datos
    grafik|grafiken|karte|zeichnung|quelle|quellen|fotomontage|visualisierung|infografik
    infographie|carte|dessin|capture d'écran|capture d’écran
    ilustración|gráfico|gráficos|infografía|mapa|dibujo|fuente|fuentes|captura de pantalla
    illustrazione|grafica|mappa|disegno|fonte|fonti|illustrazioni|disegni|ilustração|ilustrações|desenho|desenhos|infográfico|dibuix|illustratie|kaart|grafiek|tekening|bron
    ilustracja|ilustracje|grafika|rysunek|rysunki|rys.|il.|źródło|ilustrace|kresba|zdroj
    иллюстрация|графика|карта|рисунок|рисунки|рис.|иллюстрации|малюнок|источник|ілюстрація|джерело|илюстрация|източник
    εικονογράφηση|σκίτσο|σχέδιο|γραφικό|χάρτης|πηγή|illüstrasyon|çizim|harita|kaynak
    karta|källa|illustrasjon|grafikk|kart|tegning|kilde|teckning|kuvitus|piirros|piirrokset|grafiikka|kartta|lähde
    illusztráció|térkép|rajz|forrás|ilustrație|hartă|sursa|sursă
    イラスト|絵|挿絵|挿画|地図|出典|グラフィック|插图|插画|插畫|绘图|繪圖|手绘|制图|地图|来源|來源
    그래픽|그림|삽화|일러스트|지도|출처
    איור|גרפיקה|מפה|מקור|رسم|خريطة|المصدر|مصدر|चित्रांकन|रेखांकन|मानचित्र|स्रोत|ภาพประกอบ|ภาพวาด
    """
)

# Labels of where figures or facts come from; under a table such a line is its source, not its caption.
SOURCE_LABELS = phrases(
    """
    source|sources|data|quelle|quellen|daten|données|datos|fuente|fuentes|fonte|fonti|bron|bronnen|źródło|źródła|zdroj
    источник|источники|данные|джерело|източник|πηγή|πηγές|kaynak|källa|källor|kilde|kilder|lähde|lähteet|forrás|sursa
    出典|資料|来源|來源|数据来源|資料來源|출처|자료|מקור|מקורות|المصدر|المصادر|مصدر|स्रोत|ที่มา
    """
)

# Words that open a credit and belong to it: they say in what way the named one has to do with the picture.
KEPT_OPENINGS = (
    "copyright", "courtesy of", "courtesy", "cortesía de", "cortesia de", "cortesía", "gentileza de",
    "per gentile concessione di", "avec l'aimable autorisation de", "avec l’aimable autorisation de",
    "mit freundlicher genehmigung von", "mit freundlicher genehmigung des", "mit freundlicher genehmigung der",
    "dzięki uprzejmości", "ขอบคุณภาพจาก",
)  # fmt: skip

# Words between a label and a name, in place of a colon.
JOINERS = (
    "taken by", "by", "from", "via", "von", "durch", "par", "de", "di", "da", "por", "av", "af", "door", "od", "oleh",
    "bởi", "מאת", "بواسطة",
)  # fmt: skip

# Labels that follow the name.
LABELS_AFTER = ("摄影", "攝影", "摄", "攝", "撮影", "nuotr.", "nuotr", "felvétele")

# Agencies and picture libraries as they sign; a name alone is evidence enough. Matched whole, in any case.
AGENCIES = phrases(
    """
    supplied|contributed photo|submitted photo|courtesy photo|handout photo|handout|divulgação|reprodução
    ap|ap photo|ap images|associated press|the associated press|afp|agence france-presse|agence france presse|reuters
    thomson reuters|getty|getty images|getty images europe|gettyimages|dpa|epa|epa-efe|efe|efe-epa|ansa|apa|tass|pap
    mti|tt|tt nyhetsbyrån|ntb|stt|lusa|agência lusa|belga|anp|ritzau|ritzau scanpix|scanpix|lehtikuva|keystone
    keystone-sda|pti|ani|xinhua|kyodo|kyodo news|jiji|yonhap
    bernama|antara|aap|the canadian press|canadian press|pa|pa wire|pa media
    press association|alamy|shutterstock|istock|istockphoto|adobe stock|unsplash|pexels|pixabay|flickr|wikimedia
    wikimedia commons|wikipedia|imago|imago images|picture alliance|picture-alliance|nurphoto|bloomberg|magnum
    magnum photos|corbis|nasa|esa|noaa|usgs|maxar
    planet labs|sipa|sipa usa|sipa press|abaca|hulton archive|europa press
    maxppp|zuma press|zuma|rex|rex features|hans lucas|vii|noor|panos pictures|eyevine|cover images|ukrinform|čtk|ctk
    tanjug|hina|sta|agerpres|mediafax|inquam photos|onliner|interpress|forum|agencja wyborcza.pl|east news|belta
    риа новости|тасс|рейтер|reuters/scanpix|укринформ|уніан|رويترز|أ ف ب
    أ.ف.ب|فرانس برس|وام|واس|ايسنا|ایسنا|فارس|ایرنا
    新华社|新華社|中新社|共同社|共同|時事通信社|共同通信|共同通信社|時事|時事通信|時事通信社|ロイター|中央社|法新社|路透社|美联社|연합뉴스|뉴시스|뉴스1
    로이터|रॉयटर्स|पीटीआई|एएनआई|רויטרס|פלאש 90|פלאש90|לע״מ
    """
)

# A last word that only an agency, archive or library has.
AGENCY_WORDS = words(
    "images photo photos pictures press agency agence agentur agencia agenzia agência archive archives archiv archivo"
    " archivio arquivo collection library museum pool wire stock news media handout агентство архив"
)

# First words of houses whose further words are in lower case ("пресс-служба мэрии", "Urząd miasta").
HOUSES = words(
    "пресс-служба пресс-центр управление министерство администрация архив музей библиотека управління"
    " міністерство музей"
    " архів urząd ministerstwo muzeum archiwum biblioteka mat. materiały úřad městský muzej ministarstvo arhiv"
    " ministère mairie musée archives bibliothèque ayuntamiento ministerio museo archivo biblioteca prefeitura"
    " ministério"
    " museu comune ministero museo polizia policía polícia police ville service fondation fundación"
)

# Words in lower case that a credit holds in any language.
_PARTICLES = words(
    "a af al and auf av bei bin by da dal dalla de degli dei del della der di do dos du e el en et for fra from i ibn"
    " in il la las le les lo los of och og on oder or os para per por pour pro s san se ten ter the til to tot"
    " u und uit"
    " van vd via voor von vom with y z zu zum zur и й та і"
) - words("a auf en in on or to with se s u oder from")

_PARTICLES_OF = {
    "fr": words("des du et le la les au aux à l d"),
    "de": words("des im am"),
    "nl": words("het uit het"),
    "pt": words("das dos do da e à"),
    "it": words("dello delle degli dei ed"),
    "es": words("e"),
    "pl": words("i w z"),
    "hu": words("és"),
    "tr": words("ve"),
    "fi": words("ja"),
    "cs": words("a"),
    "sk": words("a"),
}

# What is written in lower case where a credit names nobody.
_CREDIT_WORDS = words(
    "personal public domain archive archives archief archiv archivo archivio arquivo file files"
    " handout stringer staff pool press privat"
    " private private family family's author own work courtesy copyright supplied contributed reproduction divulgação"
    " divulgação/ reprodução cortesía collection stock photo images photographer автора автор архив архива из личного"
    " dr n.n. zvg photographers s.a. eigen"
)

# A heading that starts like a credit ("Photos: How To ...").
_HEADING_WORDS = words(
    "how why what when where who which wie warum was wo so comment pourquoi où cómo como qué dónde come perché"
    " cosa jak"
    " dlaczego как почему что где hur varför hvordan hvorfor hvorfor miten hoe waarom nasıl neden"
)


def particles(language: str) -> frozenset[str]:
    """Return the lower-case words that names of this language hold (`van`, `de`, `und`), with the common ones."""
    return _PARTICLES | _PARTICLES_OF.get(language.split("-", maxsplit=1)[0].lower(), frozenset())


def credit_words() -> frozenset[str]:
    """Return lower-case words that stand in a credit in place of a name (`privat`, `handout`)."""
    return _CREDIT_WORDS


def heading_words() -> frozenset[str]:
    """Return words that begin a heading, and never a name."""
    return _HEADING_WORDS
