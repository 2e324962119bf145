"""The words of four languages that lead to a category or to a kind of date."""

from __future__ import annotations

from functools import lru_cache

from kzfr_cli.core.folding import words
from kzfr_cli.queries.search.stems import stem

SUBJECTS = """
visit: visite déplacement voyage visit trip визит поездка посещение сапар сапары
treaty: traité accord convention treaty agreement договор соглашение конвенция шарт келісім
diplomacy: diplomatie diplomatique diplomacy diplomatic дипломатия дипломатический дипломатиялық
economy: économie économique economy economic business экономика экономический экономика экономикалық
energy: énergie energy энергия энергетика
transport: transport транспорт көлік
space: espace spatial space космос космический ғарыш
defence: défense militaire defence defense military оборона военный қорғаныс әскери
security: sécurité security безопасность қауіпсіздік
culture: culture culturel cultural культура культурный мәдениет мәдени
education: éducation enseignement education образование білім
science: science scientifique scientific наука научный ғылым ғылыми
health: santé health здравоохранение здоровье денсаулық
sport: sport спорт
signed: signé signature signer sign signed подписан подписание подписали подписала қол қойылды қойды
in-force: vigueur force сила силу вступил вступило вступление күшіне енді
ratified: ratifié ratification ratifier ratify ratified ратификация ратифицирован бекітілді ратификациялады
approved: approuvé approbation approve approved approval одобрен утвержден мақұлданды
founded: fondé fondation créé création créer founded found created establish established foundation основан создан
founded: создание основание создание учрежден құрылды құрылуы
published: publié publication paru parution published publish опубликован издан публикация жарияланды
opened: ouvert ouverture ouvrir ouvre inauguré inauguration inaugurer open opened opening inaugurated unveiled
opened: открыт открытие открылась открылся открылось открыли открыта ашылды ашылуы
closed: fermé fermeture clôture closed close closing закрыт закрытие закрылся жабылды жабылуы
announced: annoncé annonce annoncer announced announce announcement объявлен объявление жарияланды
celebrated: célébré célébration anniversaire celebrated celebrate anniversary годовщина юбилей праздник мерейтой
"""


@lru_cache(maxsize=1)
def tokens() -> dict[str, tuple[str, ...]]:
    """Give the tokens that each folded word and its stem leads to."""
    found: dict[str, list[str]] = {}
    for line in SUBJECTS.strip().splitlines():
        subject, _, forms = line.partition(":")
        token = "_tag_" + subject.replace("-", "_")
        for form in forms.split():
            for word in words(form):
                for key in (word, stem(word, not form.isascii() and "а" <= form[0].lower() <= "ӿ")):
                    found.setdefault(key, []).append(token)
    return {word: tuple(dict.fromkeys(each)) for word, each in found.items()}
