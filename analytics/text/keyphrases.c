/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What each paper is about: the keywords that its source gave, then its own best phrases.
 *
 * A concept of the corpus must be worth a place on a map, so it is filtered by all papers; a
 * keyphrase must only say what its paper is about. So a list is the ranking of phrases.c, which
 * looks at one paper alone; the corpus lends it the labels of its concepts, under which spellings
 * meet, and takes out what the user does not want and bare generic words.
 *
 * Cost: one reading of every paper on all processors, one look-up a phrase.
 */
#include "analytics/text/keyphrases.h"

#include "analytics/text/generic-phrases.h"
#include "analytics/text/generic.h"
#include "analytics/text/readers.h"
#include "analytics/text/scripts.h"
#include "analytics/text/variants.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Spare phrases, for those that are taken out or meet under one label. */
#define N_SPARE 10

struct _RhumbKeyphrases {
    RhumbReaders *readers; /* own spellings that are no concept */
    RhumbKeptTokens *kept;
    const RhumbModel *model;
    RhumbConcepts *concepts; /* own the other labels */
    guint32 n_papers;
    RhumbKeyphrase **list; /* one a paper */
    guint32 *length;
};

typedef struct {
    RhumbKeyphrases *keyphrases;
    GHashTable *concept_by_key; /* folded spelling -> concept + 1 */
    GHashTable *unwanted;       /* folded spellings */
    GPtrArray *label_key;       /* one a concept */
    RhumbRows about;
    gboolean only_concepts;
    gboolean keeps_heads; /* the user has not said what words mean */
} Ranking;

static char *
fold (const RhumbModel *model, const char *text)
{
    GString *key = g_string_new (NULL);
    rhumb_append_fold (model, text, strlen (text), key);
    return g_string_free (key, FALSE);
}

static GHashTable *
index_concepts (const RhumbConcepts *concepts, const RhumbModel *model)
{
    GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        g_hash_table_insert (index, fold (model, concept->label), GUINT_TO_POINTER (c + 1));
        for (gsize i = 0; concept->variants[i] != NULL; i++)
            g_hash_table_insert (index, fold (model, concept->variants[i]),
                                 GUINT_TO_POINTER (c + 1));
    }
    return index;
}

static GPtrArray *
fold_labels (const RhumbConcepts *concepts, const RhumbModel *model)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++)
        g_ptr_array_add (keys, fold (model, rhumb_concepts_get_concept (concepts, c)->label));
    return keys;
}

static GHashTable *
collect_unwanted (const RhumbConceptOptions *options, const RhumbModel *model)
{
    GHashTable *unwanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (gsize i = 0; options->stopwords != NULL && options->stopwords[i] != NULL; i++)
        g_hash_table_add (unwanted, fold (model, options->stopwords[i]));
    for (gsize i = 0; options->thesaurus_from != NULL && options->thesaurus_from[i] != NULL; i++)
        if (*options->thesaurus_to[i] == '\0')
            g_hash_table_add (unwanted, fold (model, options->thesaurus_from[i]));
    return unwanted;
}

/* What every paper has. Ascending. */
static const char *const generic_words[] = {
    "approach",    "approaches", "experiment", "experiments", "framework",
    "frameworks",  "method",     "methods",    "model",       "models",
    "performance", "result",     "results",    "technique",   "techniques",
};

static int
compare_words (const void *word, const void *item)
{
    return strcmp (word, *(const char *const *)item);
}

static gboolean
is_generic (const RhumbPhrases *phrases, const RhumbCandidate *candidate, const char *key)
{
    const RhumbOccurrence *place = &phrases->candidates.occurrence[candidate->first];
    if (place->end - place->start > 1)
        return rhumb_is_generic_phrase (key);
    return bsearch (phrases->tokens.token[place->start]->lower->text, generic_words,
                    G_N_ELEMENTS (generic_words), sizeof generic_words[0], compare_words) != NULL;
}

/* Whether a paper's own list keeps its words where the corpus has others: for "dynamic programming
 * algorithm" "dynamic programming", for "topic modeling" "topic model", for "ISAC" the two things
 * that it stands for. */
static gboolean
keeps_own_words (const Ranking *ranking, guint32 concept, const char *key,
                 const RhumbPhrase *phrase)
{
    if (!ranking->keeps_heads)
        return FALSE;
    const char *label = rhumb_concepts_get_concept (ranking->keyphrases->concepts, concept)->label;
    if (strstr (label, " and ") != NULL && strchr (phrase->surface, ' ') == NULL)
        return TRUE;
    const gboolean is_action = g_str_has_suffix (key, "modeling");
    const gsize length = is_action ? strlen (key) - strlen ("ing") : rhumb_cut_general_head (key);
    const char *label_key = g_ptr_array_index (ranking->label_key, concept);
    return key[length] != '\0' && strlen (label_key) == length &&
           strncmp (label_key, key, length) == 0;
}

static gboolean
has_label (const RhumbKeyphrase *list, guint32 n, const char *label)
{
    for (guint32 i = 0; i < n; i++)
        if (g_str_equal (list[i].label, label))
            return TRUE;
    return FALSE;
}

static guint32
add_given (const Ranking *ranking, guint32 v, RhumbKeyphrase *list)
{
    guint32 n = 0;
    for (gsize i = ranking->about.start[v];
         i < ranking->about.start[v + 1] && n < RHUMB_MOST_KEYPHRASES; i++) {
        const guint32 c = ranking->about.node[i];
        const char *label = rhumb_concepts_get_concept (ranking->keyphrases->concepts, c)->label;
        if (ranking->about.weight[i] >= 1)
            list[n++] = (RhumbKeyphrase){label, 1, c};
    }
    return n;
}

static void
rank_paper (RhumbWorker *worker, guint32 v, const RhumbPaper *paper G_GNUC_UNUSED,
            const RhumbPhrases *phrases, gpointer data)
{
    const Ranking *ranking = data;
    RhumbKeyphrase *list = RHUMB_ARENA_NEW (&worker->arena, RhumbKeyphrase, RHUMB_MOST_KEYPHRASES);
    guint32 n = add_given (ranking, v, list);
    for (guint32 i = 0; i < phrases->n_phrases && n < RHUMB_MOST_KEYPHRASES; i++) {
        const RhumbPhrase *phrase = &phrases->phrase[i];
        g_string_truncate (worker->key, 0);
        rhumb_append_fold (ranking->keyphrases->model, phrase->surface, strlen (phrase->surface),
                           worker->key);
        const guint concept =
            GPOINTER_TO_UINT (g_hash_table_lookup (ranking->concept_by_key, worker->key->str));
        if (g_hash_table_contains (ranking->unwanted, worker->key->str) ||
            (!g_str_is_ascii (phrase->surface) && rhumb_is_foreign_word (phrase->surface)) ||
            (concept == 0 &&
             (ranking->only_concepts || is_generic (phrases, phrase->candidate, worker->key->str))))
            continue;
        const char *label =
            concept > 0 && !keeps_own_words (ranking, concept - 1, worker->key->str, phrase)
                ? rhumb_concepts_get_concept (ranking->keyphrases->concepts, concept - 1)->label
                : rhumb_arena_copy (&worker->arena, phrase->surface, strlen (phrase->surface));
        if (!has_label (list, n, label))
            list[n++] = (RhumbKeyphrase){label, 1 / (1 + exp (-phrase->score)),
                                         concept > 0 ? concept - 1 : RHUMB_NONE};
    }
    ranking->keyphrases->list[v] = list;
    ranking->keyphrases->length[v] = n;
}

/**
 * rhumb_rank_keyphrases:
 * @corpus: a corpus
 * @concepts: its concepts, found with the same options
 * @options: (nullable): how; %NULL means %RHUMB_CONCEPT_DEFAULTS
 * @error: return location for an error
 *
 * Lists what each paper is about, at most %RHUMB_MOST_KEYPHRASES phrases a paper. With a least
 * number of papers above 1 only concepts are listed.
 *
 * Returns: (transfer full) (nullable): the lists; %NULL with %RHUMB_ERROR_INVALID for an option
 *   outside its range
 *
 * Since: 0.2
 */
RhumbKeyphrases *
rhumb_rank_keyphrases (const RhumbCorpus *corpus, const RhumbConcepts *concepts,
                       const RhumbConceptOptions *options, GError **error)
{
    static const RhumbConceptOptions defaults = RHUMB_CONCEPT_DEFAULTS;
    g_return_val_if_fail (corpus != NULL && concepts != NULL, NULL);
    if (options == NULL)
        options = &defaults;
    if (!rhumb_concept_options_check (options, error))
        return NULL;
    RhumbPhraseOptions phrase_options = RHUMB_PHRASE_DEFAULTS;
    phrase_options.density = options->density;
    phrase_options.n_top = RHUMB_MOST_KEYPHRASES + N_SPARE;
    RhumbKeyphrases *keyphrases = g_new0 (RhumbKeyphrases, 1);
    keyphrases->kept = rhumb_kept_tokens_take (corpus);
    keyphrases->model = rhumb_kept_tokens_get_model (keyphrases->kept);
    keyphrases->readers = rhumb_readers_new (keyphrases->kept, &phrase_options);
    keyphrases->concepts = rhumb_concepts_ref ((RhumbConcepts *)concepts);
    keyphrases->n_papers = rhumb_corpus_get_n_papers (corpus);
    keyphrases->list = g_new0 (RhumbKeyphrase *, MAX (keyphrases->n_papers, 1));
    keyphrases->length = g_new0 (guint32, MAX (keyphrases->n_papers, 1));
    g_autoptr (GHashTable) index = index_concepts (concepts, keyphrases->model);
    g_autoptr (GHashTable) unwanted = collect_unwanted (options, keyphrases->model);
    g_autoptr (GPtrArray) label_key = fold_labels (concepts, keyphrases->model);
    Ranking ranking = {
        .keyphrases = keyphrases,
        .concept_by_key = index,
        .unwanted = unwanted,
        .label_key = label_key,
        .about = rhumb_network_get_out_rows (rhumb_concepts_get_about (concepts)),
        .only_concepts = options->min_papers > 1,
        .keeps_heads = options->thesaurus_from == NULL && options->vocabulary == NULL,
    };
    rhumb_readers_read (keyphrases->readers, corpus, rank_paper, &ranking);
    return keyphrases;
}

/**
 * rhumb_keyphrases_free:
 * @keyphrases: (transfer full) (nullable): lists
 *
 * Frees the lists and their labels.
 *
 * Since: 0.2
 */
void
rhumb_keyphrases_free (RhumbKeyphrases *keyphrases)
{
    if (keyphrases == NULL)
        return;
    rhumb_readers_free (keyphrases->readers);
    rhumb_kept_tokens_free (keyphrases->kept);
    rhumb_concepts_unref (keyphrases->concepts);
    g_free (keyphrases->list);
    g_free (keyphrases->length);
    g_free (keyphrases);
}

/**
 * rhumb_keyphrases_get:
 * @keyphrases: lists
 * @paper: number of a paper
 * @n: (out): how many phrases it has
 *
 * Gets the keyphrases of a paper.
 *
 * Returns: (transfer none) (array length=n): them, best first
 *
 * Since: 0.2
 */
const RhumbKeyphrase *
rhumb_keyphrases_get (const RhumbKeyphrases *keyphrases, guint32 paper, guint32 *n)
{
    g_return_val_if_fail (paper < keyphrases->n_papers, NULL);
    *n = keyphrases->length[paper];
    return keyphrases->list[paper];
}
