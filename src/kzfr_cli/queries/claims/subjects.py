"""What texts call the events that they speak of most, beside the titles of the database.

Each line: the id of an event, then wordings. A wording is a set of words that together name the event; `|` parts them.
"""

from __future__ import annotations

WORDINGS = """
diplomatic-relations-1992: relations diplomatiques | établissement relations diplomatiques
diplomatic-relations-1992: établissement des relations
diplomatic-relations-1992: diplomatic relations | establishment diplomatic relations | diplomatic ties
diplomatic-relations-1992: relations bilatérales
diplomatic-relations-1992: дипломатические отношения | установление дипломатических отношений
diplomatic-relations-1992: дипломатических отношений
diplomatic-relations-1992: bilateral relations | diplomacy
kazakhstan-independence-1991: indépendance | independence | независимость | независимости | indépendant
french-recognition-1992: reconnaissance indépendance | recognition independence | признание независимости
strategic-partnership-treaty-2008: traité partenariat stratégique | partenariat stratégique
strategic-partnership-treaty-2008: strategic partnership treaty
strategic-partnership-treaty-2008: strategic partnership | стратегическое партнёрство
strategic-partnership-treaty-2008: договор о стратегическом партнёрстве
strategic-partnership-treaty-2008: стратегического партнёрства
friendship-treaty-1992: traité amitié entente coopération | traité amitié | friendship treaty | treaty friendship
friendship-treaty-1992: treaty friendship mutual understanding cooperation
friendship-treaty-1992: договор о дружбе взаимопонимании сотрудничестве
friendship-treaty-1992: договор о дружбе
katco-created-1996: katco | coentreprise katco | joint venture katco | création katco | совместное предприятие katco
institut-sorbonne-kazakhstan-inauguration-2014: inauguration institut sorbonne kazakhstan
air-astana-paris-launch-2015: liaison directe astana paris | ligne directe paris astana | direct flight astana paris
air-astana-paris-launch-2015: vol direct paris astana
capital-nur-sultan-2019: capitale rebaptisée nour soultan | capital renamed nur sultan
capital-astana-restored-2022: capitale reprend nom astana | capital renamed astana
de-gaulle-baikonur-1966: général de gaulle baïkonour | visite du général de gaulle à baïkonour | de gaulle baikonur
kazakhstan-unesco-1992: adhésion unesco | kazakhstan unesco | unesco membership | joined unesco
eu-kazakhstan-epca-signature-2015: accord partenariat coopération renforcé
eu-kazakhstan-epca-signature-2015: enhanced partnership cooperation agreement
first-french-ambassador-1992: ouverture ambassade de france | french embassy opened
kazakh-embassy-paris-1993: ambassade du kazakhstan en france | ambassade du kazakhstan à paris
kazakh-embassy-paris-1993: embassy of kazakhstan in france
osce-summit-astana-2010: sommet osce | osce summit | саммит обсе
sco-convention-extremism-2017: convention contre extrémisme | convention against extremism
sco-convention-extremism-2017: конвенция против экстремизма
"""


def wordings() -> list[tuple[str, str]]:
    """Give each wording with the id of its event."""
    return [
        (line.partition(":")[0], wording.strip())
        for line in WORDINGS.strip().splitlines()
        for wording in line.partition(":")[2].split("|")
    ]
