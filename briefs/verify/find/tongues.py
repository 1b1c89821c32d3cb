"""Words of citations in the other languages of Europe: 'against', ruling, Grand Chamber, application, 'in the case of'.

Czech, Dutch, German, Italian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish and French; every
pattern is a part of a larger one.
"""

# 'X proti Y': words for 'v.' that are everyday words, too.
AGAINST = r"against|contre|gegen|contra|contro|mot|proti|przeciwko|przeciw|tegen|împotriva|t\.|\./\."

RULINGS = (
    r"rozsud(?:ek|ku|ky|cích)|rozhodnutí|usnesení|nález[ueyů]?|wyrok(?:u|iem|i)?|postanowieni[eau]|decyzj[aię]|"
    r"orzeczeni[eua]|uchwał[aęy]|dom(?:en)?|beslut(?:et)?|arrest|uitspraak|beschikking|acórdãos?|Urteile?s?|Urt\.|"
    r"Entscheidung(?:en)?|Beschluss(?:es)?|EGMR-Urteil|sentenz[ae]|sent\.|ordinanz[ae]|sentencias?|autos?|arrêts?|"
    r"décisions?|decisão|decisión|decisione|[Hh]otărâr(?:ea|ii|ile)|[Пп]остановлени[ея]|[Рр]ешени[ея]"
)
GIVEN = r"resa|reso|pronunciata|emessa|depositata|rendue?s?|wydan[yae]|delivered|given"
# What may stand between a ruling and its date.
LINKS = rf"ze|dne|dnia|z|den|av|van|vom|am|van de|de la|del|della|du|de|do|di|din|от|von|in data|il|{GIVEN}"
GRAND = r"velkého senátu|velký senát|Wielkiej Izby|Wielka Izba|stora kammaren|i stor kammare|Grote Kamer|Grande Camera"
GRAND += (
    r"|Büyük Daire|BD|Marea Cameră|Große Kammer|Großen Kammer|Gran Sala|Grande Secção|Tribunal Pleno|grand[ec] chambre"
)
PLENARY = r"pléna|plenum|w pełnym składzie"
COURTS = (
    r"E[SŠ]LP|Evropsk(?:ý|ého) soudu? pro lidská práva|Europejski(?:ego)? Trybunału? Praw Człowieka|ETPC[Zz]|"
    r"Europadomstolen(?:s)?|Europees Hof voor de Rechten van de Mens|EHRM|Europäische[rn]? Gerichtshof(?:s)? für "
    r"Menschenrechte|(?:dalla |della )?Corte europea dei diritti dell'uomo|Tribunal Europeo de Derechos Humanos|"
    r"Tribunal Europeu dos Direitos do Homem|TEDH|CEDO|Curt(?:ea|ii) Europe(?:ană|ne) a Drepturilor Omului|A[İI]HM|"
    r"Avrupa [İI]nsan Hakları Mahkemesi|ЕСПЧ"
)
APPLICATION = (
    r"stížnost(?:i|í|mi)?|skarg[aiąę]|ansökan|ansökningar(?:na)?|klagomål(?:et)?|mål|verzoekschrift(?:en)?|zaak|"
    r"klacht(?:en)?|queixas?|petição|demandas?|ricors[oi]|ric\.|Beschwerden?|Beschwerde-|Bsw\.|Individualbeschwerden?|"
    r"[Cc]erer(?:ea|ii|ile)|[Bb]aşvuru|B\.|[Жж]алоб[аыеу]"
)
NO = r"č\.|čís\.|nr\.?|Nr[ns]?\.|n[uú]ms?\.|nn?\.[ºo°]?|n[ºo°]s?\.?|num\.|[Nn]o ?:"
OTHERS = (
    r"další|ostatní|inni|inne|innym|innymi|m\.fl\.|andra|anderen|altri|altro|altre|otros|outros|outras|andere|weitere"
)
PINPOINT = (
    r"bod[uyech]{0,3}|odst\.|odstavc[eůi]|pkt\.?|punkt(?:en|er|erna)?|punti?|puntos?|pontos?|r\.?o\.|overweging(?:en)?"
)
PAGES = r"ss?\.|str\.|blz\.|pp?\.|sid\."
CITED = (
    r"cit(?:ov\w{2,4}|\.)? výše|výše cit\w{0,8}\.?|wyżej (?:powołan|cyt|wymienion)\w{0,4}\.?|cyt\. wyżej|"
    r"sopra citat[aoe]|già citat[aoei]|antes citad[ao]s?|citad[ao]s? supra|oben zitiert|zitiert oben"
)
# 'in the case of', between a date and the name it belongs to.
MATTER = (
    r"ve věc(?:i|ech)|w spraw(?:ie|ach)|i målet|i målen|in der (?:Rechts)?[Ss]ache|in Sachen|im Fall|in de zaak|"
    r"dans l'affaire|nella causa|nel caso|en el (?:asunto|caso)|no (?:caso|processo)|na causa"
)
# Words before a short name: 'i fallet X', 'das Urteil X', 'jurisprudence X'.
NAMED = (
    r"[Ff]allet|[Mm]ålet|[Dd]omen|Urteil|Fall|Rechtssache|Sache|[Ss]prawie|[Ww]yrok(?:u|iem)?|[Rr]ozsud(?:ek|ku)|[Vv]ěci|"
    r"[Zz]aak|[Aa]rrest|[Cc]aso|[Aa]sunto|[Ss]entencia|[Ss]entenza|[Cc]ausa|[Aa]córdão|[Dd]écisions?|[Jj]urisprudences?|"
    r"[Vv]gl\.|[Ss]rov\.|[Vv]iz|[Zz]ob\.|[Jj]fr"
)
# Words right before a name that make it a case: 'rozsudek', 'sprawa', 'målet'.
CUE = (
    rf"{RULINGS}|{MATTER}|[Ss]praw(?:a|y|ie|ach)|[Rr]echtssache|[Ff]all|[Ss]ache|[Mm]ålet|[Cc]aso|[Cc]ausa|[Aa]sunto|"
    r"[Zz]aak|[Aa]ffaires?|[Vv]gl\.|[Ss]iehe|[Ss]rov\.(?: např\.)?|[Vv]iz(?: např\.)?|[Zz]ob\.|[Pp]or\.|[Jj]fr|[Ss]e|"
    r"[Vv]edi|[Vv]éase"
)
# Capitalised words that open a sentence and belong to no name.
OPENERS = (
    "ppu sprawa sprawie sprawy wyrok zob por rozsudek srov viz napr vgl siehe fall urteil rechtssache sache "
    "zaak arrest "
    "caso asunto causa sentenza sentencia acordao processo malet dom domen jfr se vedi beschwerde entscheidung "
    "beschluss eslp etpc etpcz ehrm tedh europadomstolen egmr trybunal soud podle wedlug enligt laut "
    "gemass nach secondo segun"
)
