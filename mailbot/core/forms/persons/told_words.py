"""The words by which sentences tell who leaves, who comes instead, whom to add and whom to write to."""

from __future__ import annotations

import re

from mailbot.core.fields import is_title
from mailbot.core.forms.persons.absence import COVERS
from mailbot.core.remembered import remembered

LEAVES = re.compile(
    r"\b(?<!fax )(?<!fono )(?<!elular )(?<!orreo )(?<!mero )(?<!number )(?<!phone )(?<!line )(?<!mail )"
    r"(?<!address )(?<!mobile )"  # "the fax no longer works"
    r"(?:ya no (?:laboran?|trabajan?|forman? parte|pertenecen?|ocupan?|prestan?|est[aá]n?|se desempeñan?|fungen?"
    r"|se encuentran?)"
    r"|(?:han? )?dej(?:ó|aron|ado|an?|ar[aá]n?)\b (?:de (?:laborar|trabajar|prestar|pertenecer|formar"
    r"|estar con nosotros)"
    r"|est[ea] \w+|(?:el|la|su|nuestr[oa]) (?:(?:vice)?(?:cargo|puesto|instituci[oó]n|(?:sub)?direcci[oó]n"
    r"|dependencia"
    r"|unidad|oficina|instituto|ministerio|departamento|servicio|despacho|secretar[ií]a|canciller[ií]a|embajada"
    r"|misi[oó]n"
    r"|organizaci[oó]n|agencia|jefatura|divisi[oó]n)\b|(?-i:[A-Z]{3,8})\b))"
    r"|(?:se )?(?:sali[oó]|separ[oó]|retir[oó]|desvincul[oó]) del? (?:la |el |est[ea] |nuestr[oa] )?(?:cargo|puesto"
    r"|instituci[oó]n|instituto|ministerio|servicio|direcci[oó]n|secretar[ií]a|canciller[ií]a|organizaci[oó]n)"
    r"|se (?:(?:jubil|pension|retir)(?:[oó]|aron)|acogi(?:[oó]|eron) a|han? (?:jubilado|pensionado|retirado|acogido))"
    r"|(?:han? )?renunci(?:ó|aron|ado)\b"
    r"|(?:fue|ha sido|ser[aá]|fueron|han sido|ser[aá]n) (?:trasladad|removid|cesad|transferid|reasignad)[oa]s?"
    r"|han? cesado|ces(?:[oó]|aron) (?:en|de|sus)|falleci[oó]|caus(?:[oó]|aron|an?) baja"
    r"|(?:han? )?(?:conclu(?:yó|yeron|yen?|ido)|(?:termin|finaliz|culmin)(?:ó|aron|an?"
    r"|ado)) (?:con )?sus? (?:funciones|gesti[oó]n"
    r"|encargos?|comisi[oó]n|mandato|cometido|servicios?"
    r"|misi[oó]n|contrato|labores|nombramiento|per[ií]odo)"
    r"|completed (?:(?:his|her|their) )?(?:tour|assignment|term\b|mission|posting|tenure)|(?:is"
    r"|are) no longer (?:with|at|part|in|employed|working|the|our)|no longer works"
    r"|ha(?:s|ve) (?:left|retired|resigned|moved(?! (?:(?:her|his|their) )?(?:offices?|desks?|floors?|rooms?"
    r"|buildings?)\b"
    r"|,? (?:in)?to (?:(?:an?|the|our|her|his)\s)?(?:(?:new|other|another|different)\s)?(?:offices?|rooms?|buildings?"
    r"|floors?|desks?)\b)"
    r"|rotated (?:to|out|off|back|away)|transferred (?:to|out)|been (?:transferred|reassigned|rotated"
    r"|posted (?:abroad|overseas|to (?:(?:our|the|another) )?(?:embassy|consulate|mission)\b)))"
    r"|retired\b(?! (?:people|persons?|staff))"
    r"|(?:se )?(?:pas[oó]|fue|ha pasado) a (?:(?:desempeñar|cumplir|ocupar|asumir|ejercer) )?otr[oa]s?\b"
    r"|se (?:traslad[oó]|ha trasladado) (?:al? )(?:la |las |el |otr[oa] |nuestr[oa] )?(?:embajada|consulado|misi[oó]n"
    r"|ministerio|secretar[ií]a de|instituto|sector privado|canciller[ií]a|instituci[oó]n|entidad|dependencia)\b"
    r"(?![^.;]{0,80}\bpara \w{2,12}[aei]r\b)"  # "se trasladó a la Embajada para entregar la nota"
    r"|ya no es (?:(?:el|la|su|nuestr[oa]|un|una) )?(?:(?:persona|punto) de (?:contacto|enlace)|contacto|enlace|punto"
    r" focal"
    r"|funcionari[oa]|servidora? p[uú]blic[oa]|emplead[oa]|representante|delegad[oa])\b"
    r"(?![^.;]{0,60}\bsino\b)"
    r"|ya no (?:atiende|lleva|maneja|ve|sigue|da seguimiento|se encarga|se ocupa|tiene a (?:su )?cargo)\b[^.;]{0,30}?"
    r" (?:temas?|asuntos?|materias?|cartera|grupo|agenda|CRM)\b"
    r"|(?:est[aá]|se encuentra) fuera (?:de la instituci[oó]n|del ministerio|del servicio)\b"
    r"|['’]s? (?:term|contract|assignment|mandate|appointment|secondment|posting) (?:has )?(?:ended|expired"
    r"|concluded)"
    r"|(?:has )?left (?:the|our|us|this|public|government) |(?:has )?left (?-i:[A-Z]{3,8})\b"
    r"|(?:has )?stepped down|has departed"
    r"|(?:has )?(?:gone|went|returned) back to (?:(?:his|her|their) (?:old|former|previous|home)|another|other)\s"
    r"|(?:has )?returned to (?:his|her|their) (?:old|former|previous|home)\s"
    r"|(?:ha )?(?:regresado|vuelto|regres[oó]|volvi[oó]) a (?:su (?:antigu[oa]|anterior|vieja?)\s"
    r"|su \w+ (?:anterior|de"
    r" origen)\b))",
    re.IGNORECASE,
)
# Of the last of those named before such a verb: "en sustitución del Lic. X, quien ha pasado a otras funciones"
WHO = re.compile(
    r",?\s+(?:quien|que|(?:el|la) cual|who)(?:\s(?:ya|recientemente|hoy|ayer|tambi[eé]n|now|recently|has))?\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s(?:(?:al?|con|de|to|for|with)\s)?(?:quien|que|(?:el|la) cual|who|whom)\s", re.IGNORECASE)
_WORK_LEFT = (
    r"(?:the|my|this|our) (?:\w+ )?(?:department|ministry|office|government|service|agency|unit|branch|bureau"
    r"|division"
    r"|post|position|organi[sz]ation|institution|secretariat|embassy|public service)"
)
I_LEAVE = re.compile(
    r"\b(?:dej(?:o|aré|é) (?:el cargo|mi (?:cargo|puesto)|de laborar|la (?:direcci[oó]n (?:general|nacional|de)"
    r"|instituci[oó]n|jefatura|unidad|dependencia)|est[ea] (?!correo|mensaje|dato|n[uú]mero|direcci[oó]n)\w+)"
    r"|ya no (?:labor(?:o|aré|é)|trabajo|trabajaré|estaré (?:en|al|con)\b)"
    r"|(?:fui|he sido|seré|me han|me) (?:traslad|reasign|remov|rot|transf[ei]r|asign|reubic)\w+ a"
    r" (?:otr[oa]s?|un[oa]? (?:nuev[oa]|distint[oa]|diferente))\b(?! (?:oficina|edificio|piso|sede|ciudad"
    r"|extensi[oó]n))"
    r"|ya no (?:llev(?:o|aré)|atiend(?:o|eré)|atenderé|manej(?:o|aré)|ve(?:o|ré)|sigo|doy seguimiento|teng(?:o) a"
    r" (?:mi )?cargo"
    r"|estoy (?:a cargo|encargad[oa])|me correspond\w+|me encargo|me ocupo)\b[^.;]{0,20}"
    r" (?:temas|asuntos|materias|cartera|grupo|proceso|agenda|CRM)\b(?![^.;]{0,60}\b(?:pero|aunque|solo|s[oó]lo"
    r"|sigo)\b)"
    r"|me (?:retiro|retiraré|jubilo|jubilaré|acog[ií] a)\b|paso a retiro"
    r"|(?:es|ser[aá]) mi [uú]ltimo d[ií]a\b(?! de (?:vacacion|licencia|permiso|incapacidad|descanso))"
    r"|dej(?:o|aré|é) de (?:ser|fungir como) (?:el |la |su )?(?:punto|enlace|contacto|persona)"
    r"|ya no ser[eé] (?:el |la |su )?(?:punto|enlace|contacto|persona)"
    r"|(?:is|will be|was) my last day\b(?! of (?:leave|vacation|holiday))"
    r"|mi (?:contrato|per[ií]odo|gesti[oó]n|misi[oó]n|nombramiento|comisi[oó]n)(?: [a-zé]+){0,5}"
    r" (?:termina|terminar[aá]|finaliza"
    r"|finalizar[aá]|concluye|concluir[aá]|vence)\b"
    r"|(?:termina|finaliza|concluye|vence) mi (?:contrato|per[ií]odo|gesti[oó]n|misi[oó]n|nombramiento|comisi[oó]n)\b"
    r"|my (?:term|contract|assignment|posting|secondment|mission|tenure)(?: [a-z]+){0,6} (?:ends|will end|ended"
    r"|expires"
    r"|will expire|is ending|comes to an end)\b"
    r"|i (?:will|shall|am) (?:be )?no longer (?:be )?(?:(?:the|your|our) (?:focal|contact|liaison)|work(?:ing)?\b"
    r"|with\b|at\b|part of)"
    r"|(?:i[’']m|i am|i will be|i['’]ll be) (?:retiring\b|leaving (?:the|my|this|our|public)\b)"
    r"|i (?:have |recently |just )*(?:retired|resigned)\b"
    r"|i (?:have been|was|am being|will be) (?:\w+ )?(?:transferred|reassigned|moved|rotated|posted) to (?:another"
    r"|other|a (?:new|different))"
    r"\b(?! (?:office|building|floor|number|extension|room|desk|city))"
    r"|i (?:no longer|do not (?:\w+ )?any ?more|don[’']t) (?:handle|cover|follow|deal with|work on|look after|manage)"
    r" (?:(?:the|this|these|that|crm|rcm|our|of) ){0,3}(?:issues|files?|topics|matters|group|process|portfolio"
    r"|crm|rcm"
    r"|migration)\b(?![^.;]{0,60}\b(?:but|although|only|still)\b)"
    rf"|i (?:have |recently |just |will )*(?:left|leave) (?:{_WORK_LEFT}|(?-i:[A-Z]{{3,8}}))\b"
    r"(?! (?:un\w+|blank|empty|as|out|off)\b))",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"\b(?:en (?:su|mi) (?:lugar|reemplazo|sustituci[oó]n)|(?:la|lo|le|me) (?:sustituye|sustituir[aá]"
    r"|sustituy[oó]|re?emplaza|re?emplazar[aá]|releva|relevar[aá]|sucede|suceder[aá])"
    r"|(?:su|mi) (?:sucesora?|re?emplazo|sustitut[oa]|relevo)"
    r"|(?:ha sido|fue|es|ser[aá]) (?:sustituid|re?emplazad|relevad|sucedid)[oa] por|(?:has been|is|was|will be)"
    r" (?:replaced"
    r"|succeeded) by|(?:his|her|their|my) (?:successor|replacement)|in (?:his|her|their|my) (?:place|stead)"
    r"|asum(?:e|i[oó]|ir[aá]) (?:el|su|dicho) (?:cargo|puesto)"
    r"|(?:el|su|dicho|ese) (?:cargo|puesto|lugar) (?:lo|la)(?: ha)? (?:asum(?:e|i[oó]|ido|ir[aá])|ocup(?:a|[oó]|ado"
    r"|ar[aá])|desempeñ(?:a|ar[aá]))"
    r"|(?:sus|las|dichas|esas) (?:funciones|labores|responsabilidades|tareas) las(?: ha)?"
    r" (?:asum(?:e|i[oó]|ido|ir[aá])|ejerce(?:r[aá])?|desempeñ(?:a|ar[aá]))"
    r"|(?:ocupa|ocupar[aá]) su (?:lugar|cargo|puesto))\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:hasta (?:tanto|que)|mientras|en cuanto|cuando|una vez|oportunamente|until|while|once|when|soon)\b",
    re.I,
)  # "hasta tanto se designe a su reemplazo"
TAKES_OVER = re.compile(
    r"\b(?:(?:ha )?asum(?:e|i[oó]|ir[aá]|ido) (?:ahora )?(?:el|su|sus|la|las|dich[oa]s?) (?:cargo|puesto|lugar"
    r"|funciones)"
    r"|(?:ocupa|ocupar[aá]) (?:ahora )?(?:su|el) (?:lugar|cargo|puesto)|queda(?:r[aá])? en su lugar"
    r"|(?:takes|took|has taken|will take|(?:is|will be) taking) over)\b",
    re.IGNORECASE,
)
_A_TITLE = (
    r"l? (?:la |el )?(?:señora? |colega |compañer[oa] )?(?:Licd?a?|Ing|Dra?|Sra?|Srta|Mtr[oa]|Arq|Abg|Mrs?|Ms|Emb)\.?"
    r" [A-ZÀ-Þ]"
)
IS_REPLACED = re.compile(  # between who leaves and who comes
    r"\b(?:(?:ha sido|fue|es|ser[aá]) (?:sustituid|re?emplazad|relevad|sucedid)[oa] por"
    r"|(?:has been|is|was|is being|will be) (?:replaced|succeeded) by)(?:\s(?:la|el|our|the|colleague|colega))*\s$",
    re.IGNORECASE,
)
REPLACES = re.compile(
    r"\b(?:sustituy[eó]|sustituir[aá]|re?emplaz(?:a|[oó]|ar[aá])|relev(?:a|[oó]|ar[aá])"
    r"|ha (?:sustituido|re?emplazado|relevado)) a(?=l?\s)"
    r"|\ben (?:sustituci[oó]n|re?emplazo|relevo|lugar) del?\b"
    rf"|\basum(?:e|i[oó]|ir[aá])(?: ahora)? las (?:funciones|labores|responsabilidades|tareas) de(?={_A_TITLE})"
    rf"|\bocupa(?:r[aá])?(?: ahora)? el (?:lugar|puesto|cargo) de(?={_A_TITLE})"
    rf"|\bel (?:lugar del?|(?:puesto|cargo) del?(?={_A_TITLE}))"
    r"(?=(?:[^.;]|\b[A-Z][a-z]{1,5}\.){3,80} lo (?:asum|ocup|desempeñ))"
    r"|\b(?<!been )(?<!was )(?<!is )(?<!be )(?:replace[sd](?! by)|will replace|replacing|in place of|succeed(?:s"
    r"|ed))\b",
    re.IGNORECASE,
)
_REACHED_BY = (
    r"(?:tel[eé]fonos?|celular(?:es)?|m[oó]vil(?:es)?|fax|(?:correos?|direcci[oó]n)(?: electr[oó]nico)?"
    r"|n[uú]mero(?: de (?:tel[eé]fono|celular|fax))?"
    r"|e-?mail(?: address)?|(?:(?:tele)?phones?|mobiles?|cell|fax)(?: numbers?)?|numbers?)"
)
OF_WHOM = re.compile(
    rf"\b(?P<label>{_REACHED_BY})(?: (?:directo|nuevo|de oficina|m[oó]vil|number|listed|shown|given"
    rf"|on file|registrad[oa]"
    r"|que (?:aparece|figura))){0,2} (?:de|del|de la|of|for)\s+$",
    re.I,
)  # "el correo de la Licda. Ana Prueba es …"
_WHOSE = re.compile(
    rf"^['’]s?\s(?:(?:new|direct|office|current|work)\s){{0,2}}(?P<label>{_REACHED_BY})\b(?=[^.;]*?[\d@])", re.I
)  # "Simon Mock's new phone number is …"
_WHOM = (  # words between such a verb and the person: of the list and of the person, of no other thing
    r"\b(?:,?\s+(?:de|del|en|al?|la|el|los|las|su|nuestr[oa]|list(?:a|ado)|directorio|contactos?|registro|base"
    r"|datos|grupo|nombres?|names?"
    r"|red|como|en copia|mi|con|punto|focal|suplente|altern[oa]|enlace|persona|funcionari[oa]s?"
    r"|señor(?:[ae]s|a)?|compañer[oa]s?|colegas?|anterior|actual|nuev[oa]"
    r"|the|list|from|to|our|my|of|former|new|contacts?|colleagues?|mr|ms))*\s*$"
)
LISTED_AS = (  # behind "mi nombre": "… en la lista debe aparecer como"
    r"(?: (?:en|on|in) (?:la|el|su|the|your) (?:lista|directorio|registro|list|directory|records?))?"
    r" (?:(?:debe(?:r[ií]a|r[aá])?|ha de) (?:ahora )?(?:aparecer|figurar|registrarse|leerse|escribirse|quedar"
    r"|constar)"
    r"(?: ahora)? como|should (?:now )?(?:appear|be listed|be shown|be recorded|read)(?: now)? as)"
)
AS_CONTACT = re.compile(r"\bas (?:an? |our |the )?contact\b", re.IGNORECASE)
TAKEN_OFF = re.compile(
    r"\b(?:retir(?:ar|en?)|elimin(?:ar|en?)|quit(?:ar|en?)|exclu(?:ir|yan?)|suprim(?:ir|an?)|borr(?:ar|en?)"
    r"|d(?:ar|en) de baja|se (?:retira|elimina|excluye|borra|da de baja)(?= a)"
    r"|baja|retiro|remove|delete|drop|strike|take off|removal)" + _WHOM,
    re.IGNORECASE,
)
TO_BE_TAKEN_OFF = re.compile(  # behind a name: "Ana Prueba should be removed from the list"
    r",?\s(?:(?:should|must|can|may|has to|needs to|is to) (?:now |also |therefore )?be (?:removed|deleted|dropped"
    r"|taken off)"
    r"|(?:debe|puede|deber[aá]|podr[aá]|deber[ií]a)(?: (?:tambi[eé]n|ya|ahora))? (?:(?:ser )?(?:retirad|eliminad"
    r"|excluid|borrad|quitad|suprimid|removid)[oa]|(?:ser )?dad[oa] de baja|retirarse|eliminarse|darse de baja"
    r"|salir de la lista))\b",
    re.IGNORECASE,
)
TAKE = re.compile(r"\b(?:take|strike|cross)\s+(?:(?:our|my|the|former|colleague)\s+){0,3}$", re.IGNORECASE)
OFF_THE_LIST = re.compile(
    r",?\s(?:off|from) (?:the|your|our|this) (?:\w+ ){0,2}(?:lists?|directory|database)\b", re.IGNORECASE
)
IS_SUBJECT = re.compile(  # ahead of such a name: "y la", "our former colleague"
    r"\W*(?:(?:y|e|and|but|pero|also|adem[aá]s|asimismo|tambi[eé]n|el|la|the|our|my|nuestr[oa]|mi|señora?|colega"
    r"|compañer[oa]|colleague|funcionari[oa]|former|anterior)\b,?\s+){0,5}",
    re.IGNORECASE,
)
PUT_ON = re.compile(
    r"\b(?:agreg(?:ar|uen?|o|amos)|inclu(?:yo|imos)|pon(?:er|gan)|inclu(?:ir|yan?)|añad(?:ir|an?)|incorpor(?:ar"
    r"|en?)|d(?:ar|en) de alta|registr(?:ar"
    r"|en?)|inscrib(?:ir|an?)"
    r"|alta|inclusi[oó]n|incorporaci[oó]n|add|include)" + _WHOM,
    re.IGNORECASE,
)
ASKED_POLITELY = re.compile(
    r"\b(?:(?:could|can|would|will) (?:you|we ask you to)|podr[ií]an?|pueden?|ser[ií]an? (?:tan amables|posible)"
    r"|tendr[ií]an? (?:a bien|la amabilidad))\b",
    re.IGNORECASE,
)  # "Could you please add Mr. Luc Sample as our alternate?" is no question
# "¿Podrían enviarla al fax 2360-0099?" asks for something, "could you call me at …" tells a number.
SEND_US = re.compile(
    r"\b(?:envi|mand|remit|proporcion|facilit|transmit)\w*?(?:r(?:me|nos|la|lo|las|los)+|r (?:la|el|una|un|me|nos))\b"
    r"|\b(?:send|fax|forward|provide|e-?mail)\s(?:it|us|me|the|them|a)\b"
)
NAMED = re.compile(
    r"\b(?:(?:ha|han|hemos|he|se|fue) )*(?:sido )?(?:design|nombr|acredit)(?:a|o|ó|amos|ad[oa]|an)\b|"
    r"\b(?:have |has |hereby )*(?:designate|appoint|nominate)[sd]?\b",
    re.I,
)
_TITLED = re.compile(r"(?<!\w)(?P<title>[^\W\d_]{1,12}\.?) (?=(?P<name>[A-ZÀ-Þ][\w'’-]+))")
WRITERS = re.compile(r"\b(?:me|mis?|my|mine|\w+(?:ar|er|ir)me)\b", re.IGNORECASE)  # "you may call me"
THEY_REPLACE = re.compile(
    r"^(?:(?:he|she|they|[eé]l|ella)\s+)?(?:replaces|succeeds|will replace|sustituye a|re?emplaza a|releva a)\b",
    re.IGNORECASE,
)
HANDLES = re.compile(
    r"\b(?:quien (?:es quien )?(?:lleva|atiende|maneja|ve el|tiene a su cargo)|que es quien (?:lleva|atiende|maneja)"
    r"|quien es (?:el|la) (?:punto focal|encargad[oa]|responsable)|who (?:handles|deals with|is responsible))",
    re.IGNORECASE,
)
_WRITE = (
    r"(?:dirigir(?:se|l[ao]s?)?|dir[ií]j[ao]n?(?:se|l[ao]s?)?|enviar(?:l[ao]s?)?|env[ií]en|remitir(?:l[ao]s?)?"
    r"|remitan"
    r"|(?:hacer(?:l[ao]s?)?|hagan) llegar|comunicarse|comun[ií]quen?se|contactar(?:se)?|contacten?"
    r"|escribir(?:le)?|escriban?|coordinar|canalizar(?:l[ao]s?)?|contact|write|direct|address|refer|forward)"
)
WRITE_TO = re.compile(
    rf"\b{_WRITE}\b"
    r"[^.;]{0,60}$",
    re.I,
)
REDIRECTED = re.compile(
    r"\b(?:favor|please|kindly|s[ií]rva(?:n?se|se)|r(?:ue|o)g(?:o|amos)|agradec\w+|solicit(?:o|amos)|pedimos"
    r"|(?:se |le |les )?(?:pued|deb)[ea]n?|podr[áa]n?|deber[áa]n?|conviene|should|must"
    r"|(?:you|we ask you to) (?:may|can|to))"
    rf"\b[^.;@]{{0,70}}?\b{_WRITE}\b[^.;@]{{0,130}}$"
    r"|\b(?:lo|la) (?:lleva|atiende|ve|maneja|coordina|tramita|ocupa|desempeña|ejerce)(?: (?:ahora|actualmente))?"
    r"(?: (?:el|la|nuestr[oa]|colega|compañer[oa]|señora?|sr\.|sra\.))*\s*$"
    r"|\b(?:is|are) (?:now |currently )?(?:being )?(?:handled|dealt with|managed|covered|coordinated) by"
    r"(?: (?:our|my|colleague))*,?\s*$",
    re.IGNORECASE,
)
ABOUT_SOMETHING_ELSE = re.compile(  # no redirection: whom to ask, to register with, to copy, while somebody is away
    r"\b(?:dudas?|(?<!estas )consultas?|preguntas?|aclaraci[oó]n\w*|inquietud\w*|questions?|(?<!these )quer(?:y|ies)"
    r"|(?:m[aá]s|mayor) informaci[oó]n|(?:more|further|additional) (?:information|details)|informaci[oó]n adicional"
    r"|copia(?:r|do)?|cop(?:y|ied)"
    r"|inscri\w+|regist(?:er|ration|rarse|ro)|hotel|hospedaje|alojamiento|accommodation|reserva\w*|visas?|transporte"
    r"|transport|vuelos?|flights?|log[ií]stic\w*|prensa|press|media|emergencias?|urgen\w+|pagos?|vi[aá]ticos?"
    r"|mientras"
    r"|hasta|until|while|durante|during|ausencia|absence|vacaciones|leave)\b",
    re.IGNORECASE,
)
AS_BEFORE = re.compile(
    r"\bsin (?:ning[uú]n )?cambios?\b|\bno (?:hay|tiene|presenta|registra) (?:ning[uú]n )?cambios?\b"
    r"|\b(?:sus|los) (?:dem[aá]s )?datos (?:no (?:han )?(?:cambi|var[ií])|se mantienen|siguen|permanecen"
    r"|contin[uú]an)"
    r"|\bcon (?:los|sus) mismos datos\b|\b(?:with )?no changes?\b|\bwithout (?:any )?changes?\b|\bunchanged\b"
    r"|\b(?:her|his|their) (?:\w+ )?(?:details|data|information) (?:remains?|stays?|are|is) (?:the same|as before)",
    re.IGNORECASE,
)
DATA_OF = re.compile(
    r"\b(?:datos|informaci[oó]n|ficha|registro|entrada|details|information|data|entry|record|particulars)"
    r"(?: (?:de contacto|actuales|completos))? (?:del?|of|for|on)"
    r"(?: (?:el|la|los|nuestr[oa]|actual|señora?|colega|compañer[oa]|funcionari[oa]|punto|persona|focal|de|del"
    r"|contacto"
    r"|enlace|altern[oa]|suplente|titular|our|the|current|contact|point|person|alternate|colleague|liaison"
    r"|(?-i:[A-ZÀ-Þ])[\w.]{1,20})){0,6},?(?: (?:el|la|the))?\s*$",
    re.IGNORECASE,
)  # "los datos del punto focal, Lic. Ana Prueba, se mantienen sin cambios"
STAYS_AS_IT_IS = re.compile(
    r"(?:['’]s?\s(?:\w+\s)?(?:details|information|data|entry|record|particulars))?[\s,)]{1,3}(?:(?:que|which)\s)?"
    r"(?:(?:se mantienen?|siguen?|contin[uú]an?|permanecen?|quedan?|son|est[aá]n?)(?: siendo)?"
    r" (?:todos |todas |exactamente )?(?:sin (?:ning[uú]n(?:a)? )?(?:cambios?|variaci[oó]n(?:es)?"
    r"|modificaci[oó]n(?:es)?|novedad(?:es)?)"
    r"|igual(?:es)?|inalterad[oa]s?|l[oa]s mism[oa]s|vigentes?|correct[oa]s?)"
    r"|(?:no|tampoco) (?:han? )?(?:cambi(?:an?|ado|aron|[oó])|var(?:[ií]an?|iado|iaron|i[oó])"
    r"|sufr(?:en?|ido|ieron|i[oó])"
    r" (?:ning[uú]n )?cambios?|presentan? (?:ning[uú]n )?cambios?)"
    r"|(?:remains?|stays?|are|is)(?: all| still)? (?:unchanged|the same|as before|correct|valid)"
    r"|(?:has|have) not changed|(?:hasn|haven)['’]t changed|(?:do|does) not change)\b",
    re.IGNORECASE,
)
BUT_FOR = re.compile(r"\b(?:salvo|excepto|menos|s[oó]lo|solamente|[uú]nicamente|except|only|but|pero)\b", re.IGNORECASE)
_VALUE_IS = re.compile(
    r"[^\d@]*?\s(?<!\bno )(?:(?:ahora )?es|(?:now )?is|debe ser|will be|(?:ha )?cambi(?:[oó]|ado) al?|has changed to)"
    r"(?: (?:ahora|now))?(?: (?:el|the))?\s+(?=[+(\d]|\S+@)",
    re.I,
)
COMING = re.compile(
    r"\b(?:(?<!seguir[aá] )(?<!contin[uú]a )(?<!continuar[aá] )particip|asist|seminari|taller|reuni[oó]n|(?<!en )curso"
    r"|delegaci"
    r"|attend|workshop|meeting)",
    re.IGNORECASE,
)
THEIRS = re.compile(
    r"^(?:(?:[uú]nicamente|s[oó]lo|solamente|favor|por|please|only|de|actuali\w+|cambi\w+|corregir|modifi\w+|update"
    r"|asimismo|adem[aá]s|tambi[eé]n|igualmente|also|y|and|change|correct),?\s+)*"
    r"(?:sus?|his|her|their|él|el(?= (?:ser[aá]|est[aá]|pued|atend|fung))|ella|he|she)\b"
    r"|\b(?:to (?:her|him|them) (?:directly )?(?:at|on|by)|a (?:él|ella),? (?:directamente )?(?:al|a|en)"
    r"(?: (?:el |la )?(?:correo|tel[eé]fono|n[uú]mero|direcci[oó]n)){0,2}) (?=\S+@|[+(\d])"
    r"|\b(?:escribirle|contactarl[oa]|llamarle|localizarl[oa]|ubicarl[oa]"
    r"|(?:contact|call|phone|reach|e-?mail|write(?: to)?) (?:him|her|them)"
    r"|(?:se )?(?:le|lo|la) (?:puede[ns]?|podr[aá]n?) (?:localizar|ubicar|contactar|llamar|escribir|encontrar)"
    r"|(?:can|may) be (?:reached|contacted)|quien (?:puede|podr[aá]) ser"
    r"|(?:sus?|his|her|their) (?:tel|cel|corr|m[oó]vil|fax|e-?mail|phone|mobile|number))",
    re.I,
)
LABELLED = re.compile(
    r"(?:el |la |the )?(?:tel[eé]fono|(?:office|main|direct|work) (?:(?:tele)?phone|number|line)"
    r"|n[uú]mero|conmutador|pbx|central|switchboard|tel|celular|cel|m[oó]vil|fax|correo|e-?mail|(?:tele)?phone"
    r"|mobile)\b|(?:direcci[oó]n|address|office|oficina|direct\w?|cell|blackberry|work|pbx)\s*:",
    re.IGNORECASE,
)  # a sentence of labels and values, behind one of a person
CUES = re.compile(
    "|".join(each.pattern for each in (LEAVES, I_LEAVE, INSTEAD, TAKES_OVER, REPLACES, NAMED, HANDLES, COVERS))
    + r"|\b(?:take |retir|elimin|quit|exclu|suprim|borr|agreg|inclu|añad|incorpor|registr|inscrib|remove|delete|drop"
    r"|strike|take off|add|baja|alta)"
    + "|encargad[oa]|responsable|(?:punto|persona) (?:focal|de)|puntos focales|focal point"
    + r"|cambiar? a|sustitu[iy]|re?empla[zc]|replac|substitute|enlace|contact|suplente|alterno|alterna"
    + r"|"
    + _WRITE
    + r"\b|\b(?:lo|la) (?:lleva|atiende|ve|maneja|coordina|tramita|ocupa|desempeña|ejerce)"
    + r"|(?:handled|dealt with|managed|covered) by"
    + r"|on behalf of|nombre de|representaci[oó]n de|de parte de|encargo de"
    + r"|\b(?:sale|egresa|renuncia|se (?:retira|jubila|va|fue|marcha))\b"
    + r"|(?:datos|informaci[oó]n|details|information|data|particulars) (?:de|of|for|on)"
    + r"|['’]s? (?:\w+ )?(?:details|information|data|particulars)"
    + r"|instruc|indicaci|solicitud|pedido|petici[oó]n|request|cambi[oó] de|changed|alternate"
    + rf"|{_REACHED_BY}(?: \w+)? (?:del?|de la|of) |['’]s? (?:\w+ ){{0,2}}{_REACHED_BY}"
    + rf"|\b(?:sus?|his|her|their)(?: (?:nuev[oa]|new))? {_REACHED_BY} (?:\w+ )?(?:es|is)\b",
    re.IGNORECASE,
)


def in_an_aside(text: str, first: int, second: int) -> bool:
    """Tell whether who is named second stands in words about the first: "Ensayo, quien sustituía a Prueba, …"."""
    return text[second : second + 1] == "," and _ASIDE.match(text, first) is not None


@remembered
def has_cue(text: str) -> bool:
    """Tell whether a word stands in a text that tells of who comes, goes or is what: several readers ask."""
    return CUES.search(text) is not None


def surnames_in(clause: str) -> list[str]:
    """Return the names that stand behind a form of address: "Ms. Sample may be reached at …"."""
    return [each["name"] for each in _TITLED.finditer(clause) if is_title(each["title"])]


def of_whom(ahead: str, behind: str) -> str:
    """Label and values of "el correo de" a name "es …", and of a name "'s new number is …"; "" for none."""
    named = OF_WHOM.search(ahead) or _WHOSE.match(behind)
    value = _VALUE_IS.match(behind, named.end() if named and named.string is behind else 0) if named else None
    if named is None or value is None:
        return ""
    plain = named["label"].lower() in {"número", "numero", "number"}
    return f"{'teléfono' if plain else named['label']} {behind[value.end() :]}"
