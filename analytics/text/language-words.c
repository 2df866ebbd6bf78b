/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Words of grammar of six languages, and the verbs with which abstracts speak about themselves: no
 * phrase runs across them. English has lists of its own with more to them (closed-class.c).
 *
 * Written from general knowledge of the languages: articles, pronouns, prepositions, conjunctions,
 * auxiliary and modal verbs, common adverbs, and forty or so academic verbs and nouns each.
 */
#include "analytics/text/language.h"

static const RhumbLanguageWords languages[RHUMB_N_LANGUAGES] = {
    [RHUMB_LANGUAGE_ENGLISH] =
        {"en", "eng", "english", "porter",
         "the of and to in that is for with as are this by be on an we which from at or it can has "
         "have these was were not their such our also been than between its more but other they "
         "both using based into however where while when there",
         "", "", ""},
    [RHUMB_LANGUAGE_GERMAN] =
        {"de", "ger", "german", "german",
         "der die das den dem des ein eine einer eines einem einen und oder aber denn sondern doch "
         "weil dass daß ob wenn als wie wo wobei damit dabei dazu daher dadurch deren dessen denen "
         "in im ins an am ans auf aus bei beim mit nach von vom zu zum zur über unter vor hinter "
         "neben zwischen durch für gegen gegenüber ohne um bis seit während wegen trotz mittels "
         "anhand "
         "aufgrund innerhalb außerhalb gemäß ist sind war waren sein wird werden wurde wurden "
         "worden hat haben hatte hatten kann können konnte konnten muss müssen soll sollen sollte "
         "darf dürfen mag will wir ich er sie es man uns ihr ihre ihrer ihren ihrem sein seine "
         "seiner unser unsere unserer dieser diese dieses diesen diesem jener jene jede jeder "
         "jedes "
         "welche welcher welches nicht auch nur noch schon sehr mehr so somit also hier dort dann "
         "jedoch sowie bzw etwa insbesondere sowohl weder nämlich bereits immer oft sich kein "
         "keine "
         "keiner alle allen aller viele vielen einige einigen mehrere verschiedene verschiedenen "
         "andere anderen neue neuen neuer neues",
         "",
         "zeigt zeigen gezeigt wird vorgestellt vorstellen stellt stellen untersucht untersuchen "
         "untersuchten beschreibt beschreiben beschrieben präsentiert präsentieren diskutiert "
         "diskutieren entwickelt entwickeln verwendet verwenden nutzt nutzen genutzt basiert "
         "basierend ermöglicht ermöglichen erlaubt erlauben führt führen erhält erhalten gibt "
         "geben "
         "gegeben liegt liegen besteht bestehen beitrag artikel arbeit ergebnis ergebnisse ziel "
         "studie autor autoren vorgeschlagen vorgeschlagene vorschlagen schlagen erreicht "
         "erreichen"
         " untersuchung untersuchungen zusammenhang zusammenhänge auswirkung auswirkungen "
         "herausforderung herausforderungen bedeutung rolle grundlage rahmen hinweis "
         "hinweise erkenntnis erkenntnisse ansatz ansätze überblick fazit schlussfolgerung "
         "schlussfolgerungen basis fragestellung aufsatz wichtig wichtige wichtigen "
         "wichtiger wichtiges wichtigem zentral zentrale zentralen zentraler zentrales "
         "zentralem signifikant signifikante signifikanten signifikanter signifikantes "
         "signifikantem groß große großen großer großes großem deutlich deutliche "
         "deutlichen deutlicher deutliches deutlichem unterschiedlich unterschiedliche "
         "unterschiedlichen unterschiedlicher unterschiedliches unterschiedlichem möglich "
         "mögliche möglichen möglicher mögliches möglichem vorliegend vorliegende "
         "vorliegenden vorliegender vorliegendes vorliegendem entscheidend entscheidende "
         "entscheidenden entscheidender entscheidendes entscheidendem hohe hohen hoher "
         "hohes größere größeren größte größten höhere höheren höchste höchsten wichtigste "
         "wichtigsten geringe geringen",
         ""},
    [RHUMB_LANGUAGE_FRENCH] =
        {"fr", "fre", "french", "french",
         "le la les l un une des et ou mais donc or ni car que qui quoi dont où quand comme si "
         "lorsque puisque à au aux en dans par pour sur sous avec sans entre vers chez contre "
         "depuis pendant avant après selon parmi dès hors malgré ce cet cette ces celui celle ceux "
         "celles cela ceci mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs il elle "
         "ils elles on nous vous je tu se s qu n c j m t d'un d'une d'autres ne pas plus moins "
         "très "
         "trop aussi ainsi alors bien même mêmes encore toujours souvent déjà ici là puis enfin "
         "notamment cependant toutefois néanmoins est sont était étaient être été a ont avait "
         "avoir "
         "eu fait faire font peut peuvent pouvoir doit doivent devoir permet permettent permettant "
         "tout tous toute toutes chaque plusieurs certains certaines quelques autre autres afin "
         "lors grâce ensuite également fois tel telle tels telles nouveau nouvelle nouveaux "
         "nouvelles différents différentes premier première",
         "de du des d",
         "présente présentons présentent présenté présentée propose proposons proposent proposé "
         "proposée proposées montre montrons montrent montré décrit décrivons décrite étudie "
         "étudions étudié étudiée analysons discutons introduit introduisons utilise utilisons "
         "utilisent utilisé utilisée utilisés utilisant basé basée basés basées fondé fondée "
         "obtient obtenons obtenu obtenus obtenue vise visant développons développé développée "
         "donne donné donnée considérons article travail travaux papier étude résultat résultats "
         "auteur auteurs but objectif"
         " rôle cas évidence enjeu enjeux conclusion conclusions introduction méthode "
         "méthodes approche approches importance important importante importants "
         "importantes majeur majeure majeurs majeures principal principale principaux "
         "principales meilleur meilleure meilleurs meilleures déterminant déterminante "
         "significatif significative",
         "l qu n s c j m t jusqu lorsqu puisqu"},
    [RHUMB_LANGUAGE_SPANISH] =
        {"es", "spa", "spanish", "spanish",
         "el la los las lo un una unos unas y e o u pero sino ni que quien quienes cual cuales "
         "cuyo "
         "cuya donde cuando como si porque aunque mientras a al ante bajo con contra desde durante "
         "en entre hacia hasta mediante para por según sin sobre tras este esta esto estos estas "
         "ese esa eso esos esas aquel aquella mi mis tu tus su sus nuestro nuestra nuestros "
         "nuestras se le les nos me te yo él ella ello ellos ellas nosotros no sí más menos muy "
         "también así ya aún aquí allí entonces además sin embargo luego siempre es son era eran "
         "ser sido está están estaba estar ha han había haber hay tiene tienen tener puede pueden "
         "poder debe deben hacer hace hacen todo toda todos todas cada varios varias algunos "
         "algunas otro otra otros otras mismo misma tal tales tanto nuevo nueva nuevos nuevas "
         "diferentes diversos primer primera",
         "de del",
         "presenta presentan presentamos presentado propone proponen proponemos propuesto "
         "propuesta "
         "muestra muestran mostramos describe describen describimos estudia estudian estudiamos "
         "analiza analizan analizamos discute introduce utiliza utilizan utilizando utilizado usa "
         "usan usando basado basada basados basadas obtiene obtienen obtenido obtenidos permite "
         "permiten permitiendo desarrolla desarrollado consideramos artículo trabajo estudio "
         "resultado resultados autor autores objetivo fin"
         " papel caso casos introducción conclusión conclusiones método métodos enfoque "
         "enfoques problema problemas importancia importante importantes principal "
         "principales mejor mejores significativo significativa significativos "
         "significativas tesis",
         ""},
    [RHUMB_LANGUAGE_ITALIAN] =
        {"it", "ita", "italian", "italian",
         "il lo la i gli le l un uno una e ed o ma però né che chi cui quale quali dove quando "
         "come "
         "se perché mentre a ad al allo alla ai agli alle all con col da dal dallo dalla dai dagli "
         "dalle dall in nel nello nella nei negli nelle nell su sul sullo sulla sui sugli sulle "
         "sull per tra fra contro durante senza sotto sopra secondo verso tramite attraverso "
         "questo "
         "questa questi queste quest quello quella quelli quelle mio mia suo sua suoi sue loro "
         "nostro nostra nostri nostre si ci vi ne mi ti noi voi io egli essa essi esse non più "
         "meno "
         "molto anche così già ancora qui lì allora inoltre tuttavia poi sempre è sono era erano "
         "essere stato stata stati state ha hanno aveva avere viene vengono può possono potere "
         "deve "
         "devono fare tutto tutta tutti tutte ogni alcuni alcune altro altra altri altre stesso "
         "stessa tale tali nuovo nuova nuovi nuove diversi diverse vari varie primo prima",
         "di del dello della dei degli delle dell d",
         "presenta presentano presentiamo presentato propone proponiamo proposto proposta mostra "
         "mostrano mostriamo descrive descriviamo studia studiamo analizza analizziamo discute "
         "introduce utilizza utilizzano utilizzando utilizzato usa usando basato basata basati "
         "basate ottiene ottenuto ottenuti permette permettono consente consentono sviluppa "
         "sviluppato articolo lavoro studio risultato risultati autore autori scopo obiettivo fine"
         " ruolo caso casi introduzione conclusione conclusioni metodo metodi approccio "
         "approcci importanza importante importanti principale principali migliore "
         "migliori significativo significativa tesi",
         "l un all dall nell sull quest c s"},
    [RHUMB_LANGUAGE_PORTUGUESE] =
        {"pt", "por", "portuguese", "portuguese",
         "o a os as um uma uns umas e ou mas porém nem que quem qual quais cujo cuja onde quando "
         "como se porque embora enquanto ao à aos às ante até com contra desde durante em no na "
         "nos "
         "nas num numa entre para pelo pela pelos pelas por perante sem sob sobre após segundo "
         "este "
         "esta isto estes estas esse essa isso esses essas neste nesta deste desta aquele aquela "
         "meu minha seu sua seus suas nosso nossa nossos nossas lhe nós eu ele ela eles elas não "
         "sim mais menos muito também assim já ainda aqui ali então além disso entretanto sempre é "
         "são era eram ser sido está estão estava estar foi foram há tem têm tinha ter pode podem "
         "poder deve devem fazer faz todo toda todos todas cada vários várias alguns algumas outro "
         "outra outros outras mesmo mesma tal tais tanto novo nova novos novas diferentes primeiro",
         "de do da dos das",
         "apresenta apresentam apresentamos apresentado propõe propomos proposto proposta mostra "
         "mostram mostramos descreve descrevemos estuda estudamos analisa analisamos discute "
         "introduz utiliza utilizam utilizando utilizado usa usam usando baseado baseada baseados "
         "baseadas obtém obtido obtidos permite permitem desenvolve desenvolvido consideramos "
         "artigo trabalho estudo resultado resultados autor autores objetivo fim"
         " papel caso casos introdução conclusão conclusões método métodos abordagem "
         "abordagens desempenho importância importante importantes principal principais "
         "melhor melhores significativo significativa significativos significativas maior "
         "maiores pior tese dissertação",
         ""},
    [RHUMB_LANGUAGE_DUTCH] =
        {"nl", "dut", "dutch", "dutch",
         "de het een en of maar want dus dat die dit deze wie wat welke welk waar waarin waarbij "
         "waarmee wanneer hoe als indien omdat hoewel terwijl zodat in op aan bij met naar van "
         "voor "
         "door over onder tussen uit tot om tegen zonder na sinds tijdens volgens binnen buiten "
         "vanaf via te ter ten is zijn was waren wordt worden werd werden geworden heeft hebben "
         "had "
         "hadden kan kunnen kon konden moet moeten zal zullen zou zouden mag mogen wil ik je jij "
         "hij zij ze we wij u ons onze hun haar zich er men niet geen ook nog wel al meer meest "
         "minder zeer zo hier daar dan toen echter bovendien daarom vaak altijd zowel noch alle "
         "elk elke veel vele enkele sommige andere ander nieuwe verschillende eerste",
         "",
         "toont tonen getoond beschrijft beschrijven beschreven presenteert presenteren "
         "gepresenteerd onderzoekt onderzoeken onderzocht bespreekt bespreken besproken ontwikkelt "
         "ontwikkelen ontwikkeld gebruikt gebruiken gebruik gebaseerd stelt stellen voorgesteld "
         "geeft geven gegeven maakt maken gemaakt krijgt verkregen leidt leiden bestaat bestaan "
         "artikel onderzoek studie resultaat resultaten auteur auteurs doel"
         " rol geval inleiding conclusie conclusies methode methoden aanpak belang "
         "belangrijk belangrijke belangrijkste groot grote grotere beter betere beste hoog "
         "hoge hogere significant significante proefschrift",
         ""},
};

/* The words of a language. */
const RhumbLanguageWords *
rhumb_language_get_words (RhumbLanguage language)
{
    return &languages[language];
}
