/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Closed lists of English words: grammar, the phrasing of abstracts, and nouns so general that
 * alone they name a topic in no field. The lists hold words of every field alike; what is general
 * in one corpus only is left to counting (generic.c).
 */
#include "analytics/text/closed-class.h"

#include <string.h>

#include "graph/word-list.h"

struct _RhumbClosedClass {
    RhumbStrings *word;
    GArray *role; /* of RhumbWordRole, one per word */
    RhumbLanguage language;
};

static const char determiners[] =
    "the a an this that these those my your his her its our their each every no any some all both "
    "such another which whose what either neither";
static const char prepositions[] =
    "of in on at by for with from into onto through over under between among against during "
    "without within via per than as about after before behind beyond across around along toward "
    "towards upon if whether because while although though since until unless except like unlike "
    "despite to up out off down";
static const char conjunctions[] = "and or but nor yet plus";
static const char pronouns[] =
    "i we you he she it they them him us me one who whom itself themselves ourselves there here "
    "where when how why something anything nothing everything";
static const char modal_verbs[] = "can could may might must shall should will would cannot";
static const char auxiliary_verbs[] =
    "is are was were be been being am has have had do does did having done become becomes became "
    "get gets got make makes made let seem seems seemed remain remains";
static const char adverbs[] =
    "not also very more most less least however then thus therefore hence too only just even "
    "still already often usually always never sometimes now well further furthermore moreover "
    "instead rather quite almost much so again once later together respectively e.g i.e etc "
    "namely first second third finally";

static const char breaks[] =
    "using used use uses propose proposes proposed present presents presented show shows shown "
    "describe describes described discuss discusses discussed introduce introduces introduced "
    "investigate investigates investigated demonstrate demonstrates demonstrated consider "
    "considers considered include includes included including achieve achieves achieved achieving "
    "obtain obtains obtained provide provides provided providing allow allows allowed allowing "
    "enable enables enabled enabling require requires required find finds found develop develops "
    "developed examine examines examined et al url able due according called given based compare "
    "compares compared aims aim aimed vs say says said take takes taken give gives see seen "
    "state-of-the-art state-of-art well-known so-called";
static const char not_breaks[] = "first second third well now paper over up out off down";
static const char edges[] =
    "new novel many several various different such some own other same certain particular "
    "important main major key good better best high low large small great recent previous "
    "existing current proposed paper article work study result results conclusion conclusions "
    "first second third well over up out off down now more less most abstract author authors year "
    "years elsevier reserved inc ltd copyright";

static const char generics[] =
    "ability accuracy data action activity adaptation addition advance advancement advantage "
    "aggregate agreement aim algorithm alternative amount analysis answer application approach "
    "architecture area argument article aspect assessment assumption attempt attention attribute "
    "author availability balance baseline basis behavior behaviour benchmark benefit bottleneck "
    "boundary budget building calculation candidate capability capacity case category cause "
    "challenge challenging change channel characteristic characterization choice class cluster "
    "code coefficient collection combination comparison complexity component computation "
    "computing concept conclusion condition configuration connection consequence "
    "constraint construction content context contrast contribution control convergence cost "
    "coverage criterion data dataset decision deficiency degree delay demand density "
    "dependence dependency depth derivation description design detail detection determination "
    "development device difference difficulty dimension direction disadvantage discovery "
    "discussion distance distribution diversity document domain drawback duration dynamic effect "
    "effectiveness efficacy efficiency effort element emergence encoding energy enhancement "
    "entity environment equation error establishment estimate estimation evaluation evidence "
    "evolution example execution existence expansion experience experiment explanation "
    "exploration expression extension extent factor failure feature field figure finding "
    "flexibility flow form formation formulation foundation framework frequency function "
    "functionality gain gap generality generalization generation goal group growth guarantee "
    "guidance guideline heterogeneity idea identification image impact implementation "
    "implication importance improvement increase independence individual industry influence "
    "information innovation input insight instance integration intention interaction interest "
    "interface interpretation introduction investigation issue item iteration knowledge lack "
    "language latency layer layout learning length level limit limitation line "
    "list literature location loss machine manner mapping material mean measure measurement "
    "mechanism member memory merging method methodology metric mixture mode model modeling "
    "modelling modification modularity module motivation movement name nature need network node "
    "notion number object objective observation operation operator opportunity optimization order "
    "organization origin outcome output overhead overview pair paper paradigm "
    "parallelization parameter part participant partition patient pattern people percentage "
    "performance period person perspective phase phenomenon pipeline place plan platform point "
    "policy population portion position possibility potential power practice precision preference "
    "presence principle prior priority probability problem procedure process processing product "
    "production progress project proof property proposal proposition prospect protocol prototype "
    "purpose quality quantity query question range rate ratio rationale reader reason reasoning "
    "recommendation record recovery redundancy reference region relation relationship "
    "relevance reliability report representation requirement research researcher resolution "
    "resource response restriction result review risk robustness role rule sample "
    "scalability scale scaling scenario schedule scheme science scope score search searching "
    "section segment selection sensitivity sentence sequence series service set setting setup "
    "shape sharing shift significance similarity simplicity simulation situation size society "
    "software solution solver source space specification speed speedup stability stage standard "
    "state statement statistic step strategy strength structure student studies study "
    "style subject subset success suggestion suite summary support survey symbol synchronization "
    "system table target task team technique technology tendency term test testing text theme "
    "theorem theory throughput time tool topic tracking train training transfer "
    "transformation transition treatment trend tuning type uncertainty understanding unit usage "
    "user utility utilization validation validity value variable variant variation variety "
    "vector version view way weakness website weight width word work workflow workload world";

static const char openings[] =
    "additional adequate appropriate available best better careful certain clear comparable "
    "competitive comprehensive considerable convenient corresponding crucial desirable "
    "desired distinct due each effective elegant emerging enough entire essential excellent "
    "existing extensive extra extreme few following further giant given good great greater "
    "growing helpful highest impactful important impressive improved increasing indispensable "
    "individual innovative interesting intricate larger largest latest latter least less "
    "lesser little lowest main major many massive meaningful mere modest more most much "
    "multiple near necessary new next nontrivial notable novel numerous obvious old only "
    "other overall own performant popular possible powerful practical precise preliminary "
    "present previous promising proposed reasonable recent related relative relevant "
    "remarkable representative respective rigorous same satisfactory several severe "
    "significant similar sizable smaller smallest so-called sole sophisticated stronger "
    "subsequent substantial successful such sufficient suitable superior surprising three "
    "tremendous two typical ubiquitous unprecedented useful usual valuable varied various "
    "vast very well whole wider widespread accelerate accelerates accelerating achieve "
    "achieves achieving adapt adapting adapts addressing adopt adopting adopts advance "
    "advancing analyze analyzing analyzes apply applies applying assess assessing balances "
    "balancing become becoming boost boosting boosts bridging bring bringing brings building "
    "builds capture captures capturing challenging combine combines combining comparing "
    "comprise comprising compute computes consists consisting constitutes contain contains "
    "containing continue continues continuing create creates creating decide deciding deliver "
    "delivering delivers demonstrating demystify demystifying derive derives deriving "
    "describing designing detecting determine determines determining developing discard "
    "discards discarding discover discovering discovers employ employing employs encode "
    "encodes enhance enhances enhancing ensure ensures ensuring estimate estimates estimating "
    "evaluate evaluates evaluating evolve examining exceed exhibit exhibiting exhibits "
    "exploit exploiting exploits explore explores exploring extend extending extends "
    "facilitate facilitates facilitating finding focusing forming forms generalizing generate "
    "generates generating handle handles handling help helping helps identify identifies "
    "identifying illustrate illustrates implement implementing implements improve improves "
    "improving incorporate incorporates incorporating increases inferring integrate "
    "integrates integrating introducing investigating involve involves involving jointly "
    "leading learn learns learnt leverage leverages leveraging maintain maintaining maintains "
    "make making maximize maximizes maximizing measuring minimize minimizes minimizing "
    "obtaining offer offering offers operate optimize optimizes optimizing outperform "
    "outperforming outperforms overcome overcoming perform performing performs predicting "
    "preserve preserves preserving prevent preventing produce produces producing prove proves "
    "proving quantify recover recovers reduce reduces reducing refine refines rely relying "
    "replace replaces replacing representing reproduce resolving rethinking reveal revealing "
    "reveals revisiting selecting serve serves simplify solve solves solving specialize "
    "specify stabilize suggest suggesting suggests support supports surpass surpasses "
    "surpassing tackle tackles tackling train trains transform transforming understanding "
    "unite unites unleashing utilize utilizes utilizing vary varying yield yielding yields "
    "adaptively conveniently currently directly easily effectively efficiently fully highly "
    "inadvertently naturally newly previously recently significantly simply specifically "
    "successfully truly widely alongside four five six seven eight nine ten dozens hundreds "
    "thousands millions";

static const char degrees[] =
    "accurate alternative arbitrary basic central common complete complex conventional critical "
    "current diverse dominant early efficient enhanced exact fast final first flexible "
    "fundamental general generic half high higher huge ideal inherent initial key large last "
    "learned lightweight limited long low lower maximum mean minimal minimum minor modern optimal "
    "optimized ordinary particular poor potential preferred primary prior proper rapid real-world "
    "recommended reliable rich robust scalable second separate serious simple simplified single "
    "small special specific standard strong third total traditional true undesirable unified "
    "unique vital wide";

static const char namings[] =
    "advance best boost building clear competitive developing due early emerging entire essential "
    "extended extreme few first further generating giant good great growing individual leading "
    "main major massive multiple near new old popular powerful practical relative representative "
    "second several severe small superior support third three train transform two ubiquitous "
    "whole yield four five six seven eight nine ten";

static RhumbWordRole *
add_word (RhumbClosedClass *closed, const char *word, gsize length)
{
    const guint32 w = rhumb_strings_add (closed->word, word, length);
    if (w == closed->role->len) {
        const RhumbWordRole none = {0};
        g_array_append_val (closed->role, none);
    }
    return &g_array_index (closed->role, RhumbWordRole, w);
}

/* Each word of a list is all that @role says too. */
static void
add_role (RhumbClosedClass *closed, const char *list, RhumbWordRole role)
{
    const char *word;
    gsize length;
    while (rhumb_word_list_next (&list, &word, &length)) {
        RhumbWordRole *own = add_word (closed, word, length);
        own->tag = role.tag != 0 ? role.tag : own->tag;
        own->is_break = own->is_break || role.is_break;
        own->is_edge = own->is_edge || role.is_edge;
        own->is_generic = own->is_generic || role.is_generic;
        own->is_opening = own->is_opening || role.is_opening;
        own->is_degree = own->is_degree || role.is_degree;
        own->is_naming = own->is_naming || role.is_naming;
    }
}

/* Words of a class without nouns; phrases do not run across them. */
static void
add_class (RhumbClosedClass *closed, const char *list, char tag)
{
    add_role (closed, list, (RhumbWordRole){.tag = tag, .is_break = TRUE});
}

/* But across these they do. */
static void
join (RhumbClosedClass *closed, const char *list)
{
    const char *word;
    gsize length;
    while (rhumb_word_list_next (&list, &word, &length))
        add_word (closed, word, length)->is_break = FALSE;
}

/* Builds the lists. */
RhumbClosedClass *
rhumb_closed_class_new (void)
{
    RhumbClosedClass *closed = g_new0 (RhumbClosedClass, 1);
    closed->word = rhumb_strings_new ();
    closed->role = g_array_new (FALSE, FALSE, sizeof (RhumbWordRole));
    add_class (closed, determiners, 'T');
    add_class (closed, prepositions, 'I');
    add_class (closed, conjunctions, 'C');
    add_class (closed, pronouns, 'O');
    add_class (closed, modal_verbs, 'M');
    add_class (closed, auxiliary_verbs, 'V');
    add_class (closed, adverbs, 'R');
    add_role (closed, breaks, (RhumbWordRole){.is_break = TRUE});
    join (closed, not_breaks);
    add_role (closed, edges, (RhumbWordRole){.is_edge = TRUE});
    add_role (closed, generics, (RhumbWordRole){.is_generic = TRUE});
    add_role (closed, openings, (RhumbWordRole){.is_opening = TRUE});
    add_role (closed, degrees, (RhumbWordRole){.is_degree = TRUE});
    add_role (closed, namings, (RhumbWordRole){.is_naming = TRUE});
    return closed;
}

/* Builds the lists of a language. Words that hold phrases together may stand inside them, but not
 * at an end. */
RhumbClosedClass *
rhumb_closed_class_new_for (RhumbLanguage language)
{
    if (language == RHUMB_LANGUAGE_ENGLISH)
        return rhumb_closed_class_new ();
    const RhumbLanguageWords *words = rhumb_language_get_words (language);
    RhumbClosedClass *closed = g_new0 (RhumbClosedClass, 1);
    closed->word = rhumb_strings_new ();
    closed->role = g_array_new (FALSE, FALSE, sizeof (RhumbWordRole));
    closed->language = language;
    add_class (closed, words->functions, 'I');
    add_role (closed, words->verbs, (RhumbWordRole){.is_break = TRUE});
    add_role (closed, words->joints, (RhumbWordRole){.tag = 'I', .is_edge = TRUE});
    join (closed, words->joints);
    return closed;
}

/* Whether the lists are English. */
gboolean
rhumb_closed_class_is_english (const RhumbClosedClass *closed)
{
    return closed->language == RHUMB_LANGUAGE_ENGLISH;
}

/* The stemmer of the language of the lists. */
const char *
rhumb_closed_class_get_stemmer (const RhumbClosedClass *closed)
{
    return rhumb_language_get_words (closed->language)->stemmer;
}

/* Frees the lists. */
void
rhumb_closed_class_free (RhumbClosedClass *closed)
{
    rhumb_strings_free (closed->word);
    g_array_unref (closed->role);
    g_free (closed);
}

/* Says what a word in small letters is; all zero for an ordinary word. */
RhumbWordRole
rhumb_closed_class_find (const RhumbClosedClass *closed, const char *word, gsize length)
{
    const RhumbWordRole none = {0};
    const guint32 w = rhumb_strings_find (closed->word, word, length);
    return w == RHUMB_NO_STRING ? none : g_array_index (closed->role, RhumbWordRole, w);
}

/* Whether every noun of the language begins with a capital, so that other words show by none. */
gboolean
rhumb_closed_class_capitalises_nouns (const RhumbClosedClass *closed)
{
    return closed->language == RHUMB_LANGUAGE_GERMAN;
}
