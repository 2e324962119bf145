"""Words of four languages that say the same: what stands in a title in French is asked for in
Russian.

A word after `~` is found through the others of its line but does not lead to them: "first" finds
«première», «première» must not find «premier» through "first". A line that begins with the id of a
category or of a kind of date also leads to the events of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.languages.folding import words
from kzfr_cli.languages.stems import stems
from kzfr_cli.store.index.documents import tag_token

GROUPS = """
visit: visite déplacement voyage visiter visit trip visited visits визит поездка посещение сапар сапары
visit: aller allé venir venu vient rendu rendre arriver arrivé visite visit visits
visit: go goes went come came comes arrive arrived travel travelled visit visits
visit: ездил приехал приезжал прибыл прилетел посетил келді барды визит сапары visite visit
treaty: traité accord convention treaty agreement договор соглашение конвенция шарт келісім
diplomacy: diplomatie diplomatique diplomacy diplomatic дипломатия дипломатический дипломатиялық
economy: économie économique economy economic экономика экономический экономикалық
energy: énergie energy энергия энергетика
transport: transport транспорт көлік
space: espace spatial space космос космический ғарыш
defence: défense militaire defence defense military armée army оборона военный қорғаныс әскери
security: sécurité security безопасность қауіпсіздік
culture: culture culturel culturelle cultural культура культурный мәдениет мәдени
education: éducation enseignement education образование білім
science: science scientifique scientific наука научный ғылым ғылыми
health: santé médical health medical здравоохранение здоровье медицинский денсаулық
sport: sport sportif sports спорт
signed: signé signée signature signer sign signed подписан подписание подписали подписала подписано қойылды
in-force: vigueur force силу вступил вступило вступление күшіне
ratified: ratifié ratification ratifier ratify ratified ратификация ратифицировал ратифицирован
approved: approuvé approbation approve approved approval одобрил одобрен утвердил мақұлдады
founded: fondé fondation créé création créer founded created creation establish established foundation
founded: основан создан создание основание создали учрежден құрылды құрылуы
published: publié publication paru parution published publish опубликован издан публикация вышла жарияланды
opened: ouvert ouverte ouverture ouvrir ouvre inauguré inauguration inaugurer inaugure open opened opening opens
opened: inaugurated открыт открытие открылась открылся открылось открыли открыта открыл ашылды ашылуы
closed: fermé fermeture clôture closed close closing закрыт закрытие закрылся жабылды
announced: annoncé annonce annoncer announced announce announcement объявил объявлен объявление жарияланды
celebrated: célébré célébration anniversaire celebrated celebrate anniversary годовщина юбилей мерейтой

président présidente president президент президенті
ministre minister министр министрі
ambassade embassy посольство елшілік елшілігі
ambassadeur ambassadrice ambassador посол елші елшісі
consulat consulate консульство консулдық
premier ~first ~первый ~бірінші ~алғашқы ~алғаш ~тұңғыш
première ~первая
first первый первая впервые бірінші алғашқы алғаш тұңғыш ~premier ~première
délégation delegation делегация
rencontre entretien meeting talks met встреча переговоры кездесу
téléphonique téléphone telephone phone call телефонный
sommet summit саммит
partenariat partnership партнёрство әріптестік
stratégique strategic стратегический стратегиялық
coopération cooperation сотрудничество ынтымақтастық
amitié friendship дружба достық
indépendance indépendant independence independent независимость тәуелсіздік
reconnaissance reconnaître reconnaît reconnu recognition recognise recognised recognize recognized признание признала
relations relation relations отношения қатынастар
établissement établissent établir establish established establishment установление установили орнату орнатты
capitale capital столица елорда
renommée rebaptisée renommé renamed rename name переименована переименовали переименование
transfert transféré déménage déménagement transfer moves moved move relocated перенос переезд перенесено көшірілді
union union союз одақ
conseil council совет кеңес кеңесі
déclaration declaration декларация мәлімдеме
protocole protocol протокол хаттама
mémorandum memorandum меморандум
contrat contract контракт келісімшарт
loi law закон заң
parlement parliament парламент
assemblée assembly ассамблея собрание
sénat senate сенат
extradition экстрадиция
asile réfugié asylum refugee убежище беженец
jumelage jumelées jumelles twinning twin sister побратимы побратим бауырлас
société entreprise firme company firm компания компаниясы
coentreprise joint venture совместное
usine plant factory завод зауыт зауыты
uranium уран
nucléaire atomique nuclear atomic ядерный атомный ядролық аэс аэс-тің
pétrole pétrolier oil нефть мұнай
gaz gas газ
éolien éolienne éoliennes wind ветровой ветряной ветропарк ветроэлектростанция ветроэнергетика жел
solaire solar солнечный күн
eau eaux water вода су
investissement investment инвестиции инвестиция
commerce échanges trade торговля сауда
aéroport airport аэропорт әуежай
direct directe прямой тікелей
vol vols aérienne ligne flight flights fly flying route рейс рейсы перелёт ұшу
avion avions aircraft plane planes airplane самолёт ұшақ
hélicoptère helicopter вертолёт тікұшақ
train rail railway ferroviaire поезд железная пойыз
locomotive locomotives loco locos локомотив электровоз
tramway tram трамвай
satellite спутник спутника жерсерік
fusée lanceur rocket launcher ракета зымыран
cosmodrome baïkonour космодром байконур байқоңыр
cosmonaute astronaute spationaute cosmonaut astronaut космонавт ғарышкер
lancement décolle launch launched lifts запуск
école écoles school schools школа мектеп
université university университет университеті
institut institute институт институты
bourse bourses scholarship scholarships grant grants стипендия
étudiant étudiants student students студент студенты
langue language язык тіл
musée museum музей музейі
exposition exhibition exposition выставка көрме
film cinéma movie film cinema фильм кино
festival фестиваль
réalisateur director режиссёр
acteur actrice actor actress актриса актёр
chanteur chanteuse singer певец певица әнші
livre book книга кітап
partenaire partenaires partner partners партнёр серіктес
opéra opera опера
ballet балет
orchestre orchestra оркестр
buste statue monument stèle bust statue monument stele бюст памятник ескерткіш
équipe team команда
football foot soccer match футбол матч
médaille médailles medal medals медаль медали
vainqueur gagne remporte gagné gagner won wins win winner выиграл победил жеңді
champion champion чемпион
prix prize award приз награда сыйлық
cyclisme cycliste vélo cycling cyclist велоспорт
achète acheter acheté rachète commande buys bought buy purchase order orders ordered купил купила заказал
vend vendre vendu vendus fournit fournir fournira sells sold sell supply supplies supplied продал поставит поставил
hôpital hospital больница госпиталь аурухана
vaccin vaccine вакцина
médecin doctor врач дәрігер
ville villes city town город қала
référendum referendum референдум
élection élu élections election elected elections выборы избран сайлау
visa visas виза визы
convention convention конвенция
extrémisme extremism экстремизм
terrorisme terrorism терроризм
archéologie archéologique fouille archaeology archaeological excavation археология раскопки
"""


def rows() -> Iterator[tuple[str, int, str, str]]:
    """Give for each word and stem its groups: number, token of the kind of events or nothing, all
    words.
    """
    for number, line in enumerate(filter(None, GROUPS.splitlines())):
        subject, colon, forms = line.rpartition(":")
        token = tag_token(subject) if colon else ""
        folded = " ".join(words(forms))
        for form in forms.split():
            if form[0] == "~":
                continue
            for word in words(form):
                for key in stems(word, is_cyrillic=form[0].lower() >= "а"):
                    yield key, number, token, folded
