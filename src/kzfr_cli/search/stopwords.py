"""Words of a question that say nothing about what is asked, in French, English, Russian and Kazakh."""

from __future__ import annotations

from functools import lru_cache

from kzfr_cli.languages.folding import words

LATIN = """
a à â ai aie ait as au aux avait avec avez avoir avons c ça car ce cela celle celui ces cet cette ceux chez ci
comme comment d dans de depuis des dit donc dont du durant elle elles en entre es est et étaient était été être eu
eut eux fait faire fut furent ici il ils j je l la là laquelle le lequel les lesquelles lesquels leur leurs lors
lui m ma mais me même mes moi mon n ne nos notre nous on ont or ou où par parmi pas pendant peu peut pour pourquoi
pouvez puis qu quand que quel quelle quelles quels quelqu qui quoi s sa sans se selon sera ses si son sont sous sur
t ta te tes toi ton tous tout toute toutes très tu un une vers vos votre vous y savoir cherche chercher trouver
montre montrer donne donner combien lieu passé passe déjà moment date année années jour jours mois afin ainsi alors
chaque quelque quelques sait dire parle raconte svp merci bonjour concernant propos truc chose hein voilà
devenir devient devenu devenue commencer commencé commence nommé nommée besoin faut veut voulait appelait appelle
s'appelle connaît remonte vu voir voit vus
événement événements

about after again all also am an and any are at be because been before being between both but by can could did do
does doing during each few find for from give had has have he her hers him his how i if in into is it its itself
just know list many me more most much my no nor not of off on once only or other our out over own please s same she
show so some such tell than that the their them then there these they this those through to too under until up upon
us very was we were what when where which while who whom whose why will with would you your year years day month
date happen happened happening take took taken place ever exactly thing something like looking search remember
called named s want wants wanted need needs stand stands start started starts starting begin began become became
becomes get got make made see saw seen
event events say says ll re ve d m don doesn didn there
"""
CYRILLIC = """
а без будет бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее её если
есть еще ещё же за здесь и из или им их к как какая какие какого какое какой каком какую когда кого кому которая
которое которые который которого котором которую кто куда ли между меня мне мой мы на над нам нас не него нее нет
ни них но о об один он она они оно от перед по под после при про раз с сам свой со так там то того тоже только том
тот ту ты у уже чем через что чтобы чья эта эти это этот я г гг год года году годом годы лет день дня месяц
называется называлась называлось называли найти ищу ищем покажи скажи расскажи сколько почему зачем пожалуйста
произошло случилось состоялась состоялся состоялось
стал стала стало стали начал начался началась начали прошел прошла проходил проходила

ал арасында арасындағы бар бен біз болған болды болып бұл да дейін де деген екен емес және жоқ жыл жылы
жылғы жылдың қай қайда қайсы қандай қалай қанша қашан кейін керек кім кімді кімнің ма ме мен менен не неше ол олар
осы өз пен сіз сол сондай та те туралы үшін ұлы дегеніміз өтті  болатын
"""


HINTS = """
aller allé allée venir venu venue vient rendu rendue rendre arriver arrivé arrivée reçu reçue accueilli
dernier dernière last latest
go goes going went come came comes coming arrive arrived travel travelled received
"""
CYRILLIC_HINTS = """
последний последняя последнее соңғы
ездил ездила ехал приехал приехала приезжал приезжала прибыл прилетел посетил посетила келді барды
"""


QUESTIONS = """
quand quel quelle quels quelles qui quoi où combien comment pourquoi
what when where which who whom whose why how
когда где кто кого кому какой какая какое какие каком какую сколько почему что
қашан қайда кім кімді не неше қанша қандай қай
"""


@lru_cache(maxsize=1)
def question_words() -> frozenset[str]:
    """Give the words that make a query a question, as they look when folded."""
    return frozenset(words(QUESTIONS)) - AMBIGUOUS


AMBIGUOUS = frozenset(("ou", "ne"))
"""Question words that are other words in another language or without their accent."""

ORDERS = {
    "first": "premier première first первый первая первое впервые бірінші алғаш алғашқы тұңғыш",
    "last": "dernier dernière last latest последний последняя последнее соңғы",
}


@lru_cache(maxsize=1)
def _orders() -> dict[str, str]:
    return {word: order for order, forms in ORDERS.items() for word in words(forms)}


def order(word: str) -> str | None:
    """Tell whether a folded word asks for the `first` or the `last` of its kind."""
    return _orders().get(word)


@lru_cache(maxsize=2)
def hints(is_cyrillic: bool) -> frozenset[str]:
    """Give the words of movement that hint at a visit, as they look when folded."""
    return frozenset(words(CYRILLIC_HINTS if is_cyrillic else HINTS))


@lru_cache(maxsize=2)
def stop_words(is_cyrillic: bool) -> frozenset[str]:
    """Give the stop words of one script as they look when folded: «ес» is a name, "es" is not."""
    return frozenset(words(CYRILLIC if is_cyrillic else LATIN))
