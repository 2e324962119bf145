"""The words by which claims are recognised, as data, each folded: months, countries, bounds, kinds
of facets.
"""

from __future__ import annotations

from functools import lru_cache

from kzfr_cli.core.listing import listed

MONTHS = """
janvier janv january jan январь января январе
fevrier fevr february feb февраль февраля феврале
mars march mar март марта марте
avril avr april apr апрель апреля апреле
mai may май мая мае
juin june jun июнь июня июне
juillet juil july jul июль июля июле
aout august aug август августа августе
septembre sept september sep сентябрь сентября сентябре
octobre oct october октябрь октября октябре
novembre nov november ноябрь ноября ноябре
decembre dec december декабрь декабря декабре
"""
ENGLISH_MONTHS = listed(
    "january jan february feb march mar april apr may june jun july jul august aug september "
    "sep sept october oct "
    "november nov december dec"
)
DOUBTFUL_MONTHS = listed(
    "mars march mar may mai avr jan dec sept sep oct nov jun jul aug apr feb июль мая"
)
"""Names of months that are other words too: taken only with a day or a year beside them."""

WEEKDAYS = """
lundi monday mon понедельник
mardi tuesday tue вторник
mercredi wednesday wed среда среду
jeudi thursday thu четверг
vendredi friday fri пятница пятницу
samedi saturday sat суббота субботу
dimanche sunday sun воскресенье
"""
WEEKDAY_NAMES = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "ru": ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
}


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Number the names of months."""
    return {
        word: number
        for number, row in enumerate(MONTHS.strip().split("\n"), 1)
        for word in row.split()
    }


@lru_cache(maxsize=1)
def weekdays() -> dict[str, int]:
    """Number the names of weekdays from Monday 0."""
    return {
        word: number
        for number, row in enumerate(WEEKDAYS.strip().split("\n"))
        for word in row.split()
    }


# ---- bounds of numbers, by the words before them

MORE = (
    "plus de",
    "more than",
    "over",
    "au moins",
    "at least",
    "более",
    "свыше",
    "больше",
    "более чем",
    "depuis plus de",
)
NEARLY = (
    "pres de",
    "presque",
    "nearly",
    "almost",
    "close to",
    "почти",
    "bientot",
    "quasiment",
    "some",
)
ABOUT = (
    "environ",
    "about",
    "around",
    "roughly",
    "approximately",
    "около",
    "примерно",
    "quelque",
    "quelques",
    "some",
)
LESS = ("moins de", "less than", "under", "fewer than", "менее", "не более", "a peine")
EXACTLY = (
    "exactement",
    "exactly",
    "ровно",
    "tout juste",
    "precisely",
    "jour pour jour",
    "to the day",
)

AGO_LEFT = ("il y a", "voici", "voila", "y a")
SINCE_LEFT = ("depuis", "for", "for the past", "for the last", "уже", "на протяжении", "в течение")
AGO_RIGHT = ("ago", "earlier this", "назад", "тому назад")
DENIED = listed(
    "pas jamais aucun aucune non not never no neither nor cannot n't didn не нет ни "
    "nullement guere ne n"
)
STRONG_DENIED = listed(
    "pas jamais aucun aucune not never nor nullement guere не нет isn wasn didn doesn"
)
PLANNED = listed(
    "prevu prevue prevus prevues projette prevoit devrait devraient pourrait pourraient envisage "
    "envisagee planned scheduled expected would could should might proposed proposes intends hoped "
    "planning планируется планирует предстоящий предстоящая намечен намечена ожидается "
    "должен должна"
)
COMING = listed(
    "approche approches veille prochain prochaine prochains prochainement bientot preparer "
    "preparation preparatifs "
    "preparent vue futur future upcoming forthcoming ahead next coming soon approaching "
    "approaches eve prepare "
    "preparing sera seront celebrera celebreront fetera feteront marquera marqueront will "
    "shall going преддверии "
    "накануне предстоящего предстоящему предстоящий предстоящее будет будут следующем "
    "приближающегося"
)
"""Words by which an anniversary may be that of the next year."""

GONE = frozenset(
    [
        "dernier",
        "derniere",
        "derniers",
        "last",
        "previous",
        "ecoule",
        "ecoulee",
        "passe",
        "passee",
        "прошлом",
        "прошлого",
        "прошлый",
    ]
)
THIS_YEAR = (
    "cette annee",
    "this year",
    "aujourd hui",
    "today",
    "в этом году",
    "сегодня",
    "текущем году",
    "en cette annee",
)
REJECTING = (
    "a tort",
    "wrongly",
    "erronement",
    "erreur",
    "erronee",
    "errone",
    "par erreur",
    "by mistake",
    "mistakenly",
    "faux",
    "false",
    "incorrect",
    "incorrectly",
    "inexact",
    "inexacte",
    "ошибочно",
    "неверно",
    "error",
    "mistake",
    "contrary to",
    "contrairement a",
    "et non",
    "and not",
    "not in",
    "rather than",
    "plutot que",
    "instead of",
    "au lieu de",
    "а не",
    "on lit",
    "on a pu lire",
    "confond",
    "confuses",
    "confusion",
    "rumeur",
    "pretend",
    "pretendait",
    "pretendu",
    "claimed that",
)
"""By these an author takes distance from a date."""

LIFE = listed(
    "naissance nee ne naquit birth born birthday mort deces disparition death died passing "
    "рождения рождение смерти "
    "родился кончины age agee ages aged agees возраст prison fonge condamne condamnation "
    "mariage wedding"
)
"""Of a person's life, not of an event."""

OTHERS = listed(
    "ouzbekistan ouzbek ouzbeke ouzbeks uzbekistan uzbek узбекистан узбекистана узбекистаном "
    "узбекский kirghizistan "
    "kirghizstan kirghiz kirghize kyrgyzstan kyrgyz киргизия киргизии кыргызстан кыргызстана "
    "tadjikistan tadjik "
    "tajikistan tajik таджикистан таджикистана turkmenistan turkmene turkmen туркменистан "
    "туркменистана mongolie "
    "mongolia монголия azerbaidjan azerbaijan azeri азербайджан азербайджана georgie georgia "
    "armenie armenia армения "
    "armenian georgian chine china chinois chinoise chinese китай китая китаем russie russia "
    "russe russian россия "
    "россии россией russes allemagne germany german allemand allemande германия германии "
    "italie italy italian italien "
    "italienne италия espagne spain spanish espagnol royaume uk britain british britannique "
    "великобритания turquie "
    "turkey turkish turc turque turkiye турция турции турцией japon japan japanese japonais "
    "japonaise япония coree "
    "korea korean coreen корея inde india indian indien индия iran iranian iranien belgique "
    "belgium belgian belge "
    "suisse switzerland swiss autriche austria pologne poland polish ukraine ukrainian "
    "украина belarus bielorussie "
    "canada canadian bresil brazil etats-unis usa american americain americaine сша америка "
    "vietnam lituanie "
    "lithuania lettonie latvia estonie estonia finlande finland suede sweden norvege norway "
    "pays-bas netherlands "
    "hongrie hungary roumanie romania bulgarie serbie serbia grece greece israel egypte "
    "egypt maroc morocco qatar "
    "singapour singapore malaisie malaysia pakistan afghanistan monaco luxembourg portugal "
    "tchequie czech"
)
"""Countries and peoples that are neither France nor Kazakhstan."""
OTHER_PAIRS = (
    "asie centrale",
    "central asia",
    "центральной азии",
    "центральная азия",
    "центральную азию",
    "etats unis",
    "united states",
    "royaume uni",
    "united kingdom",
    "c5",
    "ex urss",
    "soviet union",
)

WITHIN = ("en", "in", "dans", "в")
"""Before another pair these make it a place: «premier partenaire en Asie centrale»."""

EUROPEAN = (
    "union europeenne",
    "european union",
    "l ue",
    "the eu",
    "eu kazakhstan",
    "ue kazakhstan",
    "европейский союз",
    "европейским союзом",
    "европейского союза",
    "евросоюз",
    "евросоюза",
    "ес",
)
"""Another party unless France is named too."""


CAPITALS = listed("paris париж париже elysee hexagone")
FRANCE = listed(
    "france francais francaise francaises french franco франция франции францией французский "
    "французской "
    "французского французских францию франко mitterrand chirac sarkozy hollande macron "
    "миттеран ширак саркози "
    "олланд макрон paris париж париже hexagone elysee"
)
KAZAKHSTAN = listed(
    "kazakhstan kazakstan kazakhstanais kazakhstanaise kazakhstanaises kazakh kazakhe "
    "kazakhs kazakhes "
    "kazakhstani казахстан казахстана казахстаном казахстане казахстану казахстанский "
    "казахстанской "
    "казахстанского казахстанских казахстанско qazaqstan astana almaty nur-sultan baikonour "
    "baikonur байконур "
    "байконуре байконура nazarbaiev nazarbayev nazarbaev tokaiev tokayev tokaev назарбаев "
    "назарбаева назарбаевым "
    "токаев токаева токаевым рк астана астане алматы"
)
BOTH = (
    "deux pays",
    "two countries",
    "both countries",
    "nos pays",
    "our countries",
    "deux etats",
    "two states",
    "two nations",
    "deux nations",
    "bilateral",
    "bilaterale",
    "bilaterales",
    "bilateraux",
    "двух стран",
    "двумя странами",
    "двусторонних",
    "нашими странами",
    "наших стран",
    "двумя государствами",
    "двустороннего",
    "deux parties",
    "two sides",
)

FACETS = {
    "in-force": "enters entered entree vigueur force силу вступил вступило вступление",
    "ratified": "ratifie ratifiee ratification ratified ratifies ратифицирован ратификация "
    "ratifient",
    "approved": "approuve approuvee approved approves одобрил одобрен approbation",
    "signed": "signe signee signes signees signature signent sign signed signing signs подписан"
    " подписано подписали подписании"
    " подписания подписание подписанный paraphe conclu conclue concluded inked подписан",
    "founded": "cree creee creation crees fonde fondee fondation created creation founded "
    "founding established"
    " establishment etabli etablie основан основана создан создана создания создание "
    "основания lance lancee launched",
    "opened": "ouvert ouverte ouverture ouvre ouvrait inaugure inauguree inauguration opened "
    "opening opens inaugurated"
    " открыт открыта открытие открытия открылся открылась открыто",
    "published": "publie publiee parution paru parue publication published издан опубликован",
    "announced": "annonce annoncee annonces announced announces announcement объявил объявлено",
    "celebrated": "celebre celebree celebrer celebrera celebration celebrated fete fetee marked "
    "отметили отмечалось",
    "closed": "ferme fermee fermeture closed cloture закрыт",
}


@lru_cache(maxsize=1)
def facet_words() -> dict[str, str]:
    """Give the kind of facet that a word speaks of."""
    return {word: kind for kind, words in FACETS.items() for word in words.split()}


HAPPENS = listed(
    "rend rendu rendue visite visites visit visited visits travelled arrived arrive effectue "
    "effectuee recu "
    "received recoit lieu place held tenu tenue tient took accueilli accueille hosted "
    "launched lance decolle "
    "decollage etabli etablissent etablies establish established reconnu reconnait "
    "reconnaissent recognised "
    "recognized independance independence proclame proclamee declared proclaimed renommee "
    "rebaptisee renamed "
    "devient became joined rejoint adhere adhesion elu elected remporte won visiting посетил "
    "посетила визит "
    "прибыл прошел состоялся состоялась установили установлены признала открылся открыли "
    "adopte adoptee adopted "
    "lanceront debute started began commence vol flight liaison inaugurent transfere "
    "transferent transferee "
    "transferred moved moves demenage preside presides presided presidait chairs chaired "
    "travels travel traveled "
    "obtient obtiennent obtenu obtenue wins gagne gagnent nomme nommee nommes appointed "
    "appoints prend prennent "
    "pris takes accede accedent livre livree livres delivered delivers commande commandee "
    "ordered orders acquiert "
    "acquis achete achetee bought buys acquires acquired rachete rachetee tiennent meets met "
    "rencontre "
    "rencontrent recoivent receives attribue attribuee awards awarded decerne decernee "
    "organise organisee hosts "
    "accueillent atterrit landed attend attended participe participent quitte quittee left "
    "leaves revient returns "
    "returned restored choisi choisie chosen prime primee creaient creait signaient mis mise "
    "visita signa "
    "signerent etablit etablirent inaugura recut accueillit proclama reconnut visitait "
    "etablissait assistait "
    "assiste assista inaugurait signait назначен получил получила прибыла прилетел вступил "
    "вступила вступило "
    "провел провела состоялись"
)
"""By these something is said to have happened."""

HAPPENINGS = listed(
    "adhesion flight independance independence liaison visit visite visites visits visiting "
    "vol визит"
)
"""Those among them that say what it is."""
