"""Words that many firms have in their names and that mean something else, too: places, and words of every day."""

from __future__ import annotations

from typing import Final

from jtbd.model.names import folded

_PLACES: Final = """
aachen aarau aberdeen africa alps alster amsterdam andalucía antwerp asia athens augsburg austin australia austria
bamberg barcelona basel bath bavaria bayern belfast belgium berlin bern biel birmingham bochum bonn bordeaux boston
bozen bradford braga brandenburg bratislava bregenz bremen brescia brighton bristol britain brno bruges brussels
bruxelles budapest buffalo burgos cadiz caen calgary cambridge canada canterbury cardiff chelsea chester chicago china
chur city coburg cologne copenhagen cork cornwall coventry cuxhaven dallas danzig denmark denver derby detroit
deutschland devon donau dorset dortmund dover dresden dublin duisburg dundee durham düsseldorf edinburgh eindhoven
elbe emden england erfurt erlangen essen europa europe exeter finland flensburg florence florenz florida france
frankfurt freiburg fulda galway gdansk geneva genf genoa gent genève gera germany ghent glasgow graz greece greenwich
grenoble groningen göttingen halle hamburg hannover hanover heidelberg helsinki hessen holland hull india ingolstadt
innsbruck ireland italia italy jena jersey kassel kaunas kent kiel kiew klagenfurt koblenz koeln konstanz krakow
kraków kyoto köln lancaster leeds leicester leiden leipzig leuven lille lima limerick lincoln linz lisboa lisbon
liverpool ljubljana london lucerne ludwigsburg lugano luxembourg luzern lyon lübeck madrid magdeburg mailand main
mainz malmö manchester mannheim marburg marlow marseille melbourne mexico miami milan milano minden monaco montreal
moscow mosel munich málaga münchen münster nantes naples napoli neckar nederland neuss newcastle newport nice nijmegen
nordsee norfolk normandy northampton norway norwich nottingham nuremberg nürnberg oldenburg orleans oslo osnabrück
ostsee oxford padova palermo paris passau pavia pisa plymouth poland porto portsmouth portugal potsdam prag prague
preston provence quebec reading regensburg reims rennes rhein rhine riga rimini roma rome rostock rotterdam rouen ruhr
saarbrücken sachsen salisbury salzburg sankt schweiz scotland seattle seoul sevilla sheffield siena slovenia sofia
somerset southampton spain spree steiermark stockholm strasbourg stuttgart suisse surrey sussex sweden swindon swiss
switzerland sydney tallinn texas thames tirol tokyo toledo torino toronto toulouse trento trier trieste turin tyrol
tübingen uk ulm uppsala usa utrecht valencia venedig venezia venice verona vienna vilnius wales warsaw warwick
wellington weser wien wiesbaden winchester windsor wolfsburg worcester wuppertal würzburg york zagreb zug zurich
zürich österreich
"""
_EVERY_DAY: Final = """
about active advance alpha anchor apex april arch arrow atelier august autumn bakery balance bank bay beacon beauty
bell best better blau bloom blossom blue board body book border boutique branch bread bridge bridges bright brook
brown build builder builders building burg cafe café calm camp canal candle capital care cargo castle catering center
central centre certain chapter charm choice church circle clean clear clever cliff clinic clock cloud club coach coast
coffee collective comfort common compass concept connect construction consult consulting copper core corner cottage
country county court craft cream creative crest cross crown crystal dach daily dawn deal delta dental design desk
digital direct dock door dragon dream eagle earth east easy eco edge element elements elite energy engine engineering
epic equal estate estates event events evergreen expert express eye fabric factory fair falcon family farm fashion
fast field fields film finance fine fire first fish fit fleet flora flower flowers focus food forest forge form forum
forward fox frame free fresh friend friends fruit future garden gardens garten gate gateway general glass global gold
golden good grand gray green grey grill ground group grove grow guard guide hall hand hands happy harbor harbour haus
haven hawk head health heart hearth heat heaven help heritage high hill hills hof holz home homes honest honey hope
horizon horse hotel house houses hub human idea ideal ideas image immobilien impact independent ink inn innovation
insight inspire insurance iron island jade joy juice july junction june kaffee key keys kind king kings kitchen kite
küche lab labs lake land lane lantern laser law lead leaf leap legal level liberty library life lift light lighthouse
lights line lion liquid little live living local lodge logic logistics logo loop lotus love luna machine magic maison
maple marble march mark market marketing martin master matter maximum may meadow media medical meeting memory metro
mill mind mint mirror mobile model modern moment monday moon morning motion mountain move movers music national nature
nest network networks new next night noble north northern nova oak oasis ocean october office offices old olive one
open optic option orange orbit orchard organic origin outdoor paint palace palm panda paper paradise park partner
partners path pattern peak pearl people perfect phoenix photo pine pioneer pixel place plan planet plant plus point
polar port power practice premier press pride prime print pro production project promise proof pure quality quarter
quay queen quest quick rain rainbow rapid raven ray real red reef region remedy rest ridge ring rise river road robin
rock room rooms root rose round route royal safe sage sail salon salt sand school sea season seasons second secret
sense september service services seven shade shape sharp shell shield shine ship shop shore side sign signal silk
silver simple site skill sky small smart smith smooth snow social soft software solar solid solution solutions song
sound source south southern space spark spirit spot spring square staff stage star stars start station steam steel
step stone storage store storm story straight strategy stream street strong student studio studios style success
summer summit sun sunday sunny sunrise support sure surf swift system systems table tailor team tech technic technik
technology terra thought three thyme tide tiger timber time title today together tool top total touch tower town track
trade trades trail train training transport travel tree trend true trust turn twin two umzug umzüge union unique unity
universal urban valley value vector velvet verein vertical view village vine vintage vision vista vital voice wald
wall wander warm watch water wave way wealth web wedding weddings welcome well wellness west western wheel white whole
wild wind window windows wine wing winter wire wise wolf women wonder wood woods word words work works workshop world
yard year yellow yoga young zen zone
"""
_FORMS: Final = """
associates betrieb brothers company cooperative corp firma fratelli frères gebrüder genossenschaft gesellschaft gmbh
gruppe handel hermanos holding holdings incorporated kollektiv limited mbh meister sarl sons stiftung söhne vertrieb
"""

_USUAL: Final = frozenset(map(folded, (_PLACES + _EVERY_DAY + _FORMS).split()))


def is_usual(word: str) -> bool:
    """Say whether a word, or its singular, is a place, a legal form, or a word of every day."""
    said = folded(word)
    return said in _USUAL or said.removesuffix("s") in _USUAL
