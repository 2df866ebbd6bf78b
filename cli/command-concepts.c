/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb concepts: what is it about?
 */
#include <stdlib.h>

#include "cli/run.h"

static int run_concepts (const Command *command, int argc, char **argv);

const Command command_concepts = {
    "concepts",
    "what is it about: the concepts of all papers, or of each",
    "FILE…",
    "Columns: concept, papers about it, score (sum of its weights on them), variants.\n"
    "--per-paper: id, title, up to fifteen concepts of the paper, best first, whether other papers\n"
    "share them or not; with --json each has its score, from 0 to 1. Keywords of the source come\n"
    "first, with score 1.\n"
    "--variants: variant, concept, rule: each spelling that is not the label, and what made it the\n"
    "concept: capitals, signs, a short form, a plural or spelling, the thesaurus, the vocabulary.\n"
    "--suggest-synonyms: pairs with the same stems that are not united by themselves, since a\n"
    "quarter of them mean different things: delete the lines that are wrong and give the rest to\n"
    "--thesaurus. Columns: label, replace by, why, papers, papers of other, shared.\n"
    "--vocabulary FILE: entries of a controlled vocabulary are concepts wherever a name of theirs\n"
    "stands, with their ids; what is above two of them that a paper names is inferred. With --json\n"
    "concepts of the source are marked “given”, inferred ones “inferred”.\n\n"
    "Example: rhumb concepts --top 20 examples/papers-page.txt",
    run_concepts,
};

static int
compare_concepts (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const RhumbConcepts *concepts = user_data;
    const RhumbConcept *first = rhumb_concepts_get_concept (concepts, *(const guint32 *)a);
    const RhumbConcept *second = rhumb_concepts_get_concept (concepts, *(const guint32 *)b);
    if (first->score != second->score)
        return first->score > second->score ? -1 : 1;
    return g_strcmp0 (first->id, second->id);
}

/* Where a concept comes from, and what is above it. */
static void
add_provenance (Table *table, const RhumbConcepts *concepts, guint32 c)
{
    const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
    const RhumbRows broader = rhumb_network_get_out_rows (rhumb_concepts_get_broader (concepts));
    g_autoptr (GPtrArray) labels = g_ptr_array_new ();
    for (gsize i = broader.start[c]; i < broader.start[c + 1]; i++)
        g_ptr_array_add (labels,
                         (gpointer)rhumb_concepts_get_concept (concepts, broader.node[i])->label);
    g_ptr_array_add (labels, NULL);
    table_add_text (table, concept->id);
    table_add_integer (table, concept->n_given);
    table_add_integer (table, concept->n_inferred);
    table_add_list (table, (const char *const *)(void *)labels->pdata);
}

static Table *
list_concepts (const Run *run, const RhumbConcepts *concepts)
{
    static const char *const COLUMNS[] = {"concept", "papers", "score", "variants", NULL};
    static const char *const JSON_COLUMNS[] = {"concept", "papers",   "score",   "variants", "id",
                                               "given",   "inferred", "broader", NULL};
    const guint32 n = rhumb_concepts_get_n_concepts (concepts);
    g_autofree guint32 *order = g_new (guint32, n);
    for (guint32 c = 0; c < n; c++)
        order[c] = c;
    g_qsort_with_data (order, (int)n, sizeof (guint32), compare_concepts, (gpointer)concepts);
    Table *table = table_new (run->json ? JSON_COLUMNS : COLUMNS, run->json);
    for (guint32 i = 0; i < run_limit (run, n); i++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, order[i]);
        table_add_text (table, concept->label);
        table_add_integer (table, concept->n_papers);
        table_add_number (table, concept->score);
        table_add_list (table, concept->variants);
        if (run->json)
            add_provenance (table, concepts, order[i]);
    }
    return table;
}

static gboolean
is_same_folded (const char *a, const char *b)
{
    g_autofree char *first = g_utf8_casefold (a, -1);
    g_autofree char *second = g_utf8_casefold (b, -1);
    return g_str_equal (first, second);
}

static gboolean
is_replaced (const Run *run, const char *variant)
{
    for (guint i = 0; run->replaced != NULL && run->replaced[i] != NULL; i++)
        if (is_same_folded (run->replaced[i], variant))
            return TRUE;
    return FALSE;
}

/* Whether one of the words is the short form or its plural. */
static gboolean
has_short_form (const char *variant, const char *acronym)
{
    g_auto (GStrv) words = g_strsplit_set (variant, " -/()'", -1);
    g_autofree char *plural = g_strconcat (acronym, "s", NULL);
    for (guint i = 0; words[i] != NULL; i++)
        if (is_same_folded (words[i], acronym) || is_same_folded (words[i], plural))
            return TRUE;
    return FALSE;
}

/* Why a spelling was taken for the concept. */
static const char *
find_rule (const Run *run, const RhumbConcept *concept, const char *variant)
{
    g_autofree char *label_key = rhumb_text_title_key (concept->label);
    g_autofree char *variant_key = rhumb_text_title_key (variant);
    if (is_replaced (run, variant))
        return "thesaurus";
    if (concept->is_from_vocabulary)
        return "vocabulary";
    if (is_same_folded (concept->label, variant))
        return "capitals";
    if (g_str_equal (label_key, variant_key))
        return "hyphens, blanks, signs";
    if (concept->acronym != NULL && has_short_form (variant, concept->acronym))
        return "short form";
    return "plural or spelling";
}

/* Every merge of spellings, for a person to check. */
static Table *
list_variants (const Run *run, const RhumbConcepts *concepts)
{
    static const char *const COLUMNS[] = {"variant", "concept", "rule", NULL};
    Table *table = table_new (COLUMNS, run->json);
    guint n_rows = 0;
    const guint limit = run_limit (run, G_MAXINT);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        for (gsize i = 0; concept->variants[i] != NULL && n_rows < limit; i++) {
            if (g_str_equal (concept->variants[i], concept->label))
                continue;
            table_add_text (table, concept->variants[i]);
            table_add_text (table, concept->label);
            table_add_text (table, find_rule (run, concept, concept->variants[i]));
            n_rows++;
        }
    }
    return table;
}

/* One concept of a paper as a JSON object: what is not said of it is left out. */
static void
append_object (GString *list, const RhumbConcepts *concepts, guint32 v,
               const RhumbKeyphrase *phrase)
{
    g_autofree char *quoted = json_quote (phrase->label);
    g_autofree char *score = format_number (phrase->score);
    g_string_append_printf (list, "{\"label\":%s,\"score\":%s", quoted, score);
    if (phrase->concept != RHUMB_NONE) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, phrase->concept);
        const guint flags = rhumb_concepts_get_link (concepts, v, phrase->concept);
        g_autofree char *id = json_quote (concept->id);
        if (concept->is_from_vocabulary)
            g_string_append_printf (list, ",\"id\":%s", id);
        if (flags & RHUMB_LINK_GIVEN)
            g_string_append (list, ",\"given\":true");
        if (flags & RHUMB_LINK_INFERRED)
            g_string_append (list, ",\"inferred\":true");
    }
    g_string_append_c (list, '}');
}

static void
add_keyphrases (Table *table, const RhumbConcepts *concepts, guint32 v,
                const RhumbKeyphrase *phrase, guint32 n, gboolean json)
{
    g_autoptr (GString) list = g_string_new (json ? "[" : NULL);
    for (guint32 i = 0; i < n; i++) {
        g_string_append (list, i == 0 ? "" : json ? "," : "; ");
        if (json)
            append_object (list, concepts, v, &phrase[i]);
        else
            g_string_append (list, phrase[i].label);
    }
    if (json)
        table_add_json (table, g_string_append_c (list, ']')->str);
    else
        table_add_text (table, list->str);
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
    const RhumbKeyphrase *x = a;
    const RhumbKeyphrase *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->concept > y->concept) - (x->concept < y->concept);
}

/* What a paper is about by the vocabulary, then its other phrases. */
static GArray *
join_vocabulary (const RhumbConcepts *concepts, guint32 v, const RhumbKeyphrase *phrase, guint32 n,
                 gboolean only_vocabulary)
{
    GArray *list = g_array_new (FALSE, FALSE, sizeof (RhumbKeyphrase));
    const RhumbRows about = rhumb_network_get_out_rows (rhumb_concepts_get_about (concepts));
    for (gsize i = about.start[v]; i < about.start[v + 1]; i++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, about.node[i]);
        const RhumbKeyphrase entry = {concept->label, about.weight[i], about.node[i]};
        if (concept->is_from_vocabulary)
            g_array_append_val (list, entry);
    }
    for (guint32 i = 0; i < n && !only_vocabulary; i++)
        if (phrase[i].concept == RHUMB_NONE ||
            !rhumb_concepts_get_concept (concepts, phrase[i].concept)->is_from_vocabulary)
            g_array_append_val (list, phrase[i]);
    g_array_sort (list, compare_scores);
    return list;
}

static Table *
list_papers (Run *run, const RhumbCorpus *corpus, const RhumbConcepts *concepts, GError **error)
{
    static const char *const COLUMNS[] = {"id", "title", "concepts", NULL};
    RhumbConceptOptions options;
    if (!run_get_concept_options (run, &options, error))
        return NULL;
    g_autoptr (RhumbKeyphrases) keyphrases =
        rhumb_rank_keyphrases (corpus, concepts, &options, error);
    if (keyphrases == NULL)
        return NULL;
    Table *table = table_new (COLUMNS, run->json);
    for (guint32 v = 0; v < run_limit (run, rhumb_corpus_get_n_papers (corpus)); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        guint32 n;
        const RhumbKeyphrase *phrase = rhumb_keyphrases_get (keyphrases, v, &n);
        table_add_text (table, paper->id);
        table_add_text (table, paper->title != NULL ? paper->title : "");
        if (run->vocabulary == NULL) {
            add_keyphrases (table, concepts, v, phrase, n, run->json);
            continue;
        }
        g_autoptr (GArray) joined = join_vocabulary (concepts, v, phrase, n, run->only_vocabulary);
        add_keyphrases (table, concepts, v, (const RhumbKeyphrase *)(void *)joined->data,
                        MIN (joined->len, RHUMB_MOST_KEYPHRASES), run->json);
    }
    return table;
}

/* Pairs that may be one concept, as a thesaurus: the user deletes the lines that are wrong. */
static Table *
list_synonyms (const Run *run, const RhumbConcepts *concepts)
{
    static const char *const COLUMNS[] = {"label",           "replace by", "why", "papers",
                                          "papers of other", "shared",     NULL};
    static const char *const TIERS[] = {"same stems", "same stems in another order"};
    g_autoptr (GArray) synonyms = rhumb_suggest_synonyms (concepts);
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < run_limit (run, synonyms->len); i++) {
        const RhumbSynonym *synonym = &g_array_index (synonyms, RhumbSynonym, i);
        const RhumbConcept *goes = rhumb_concepts_get_concept (concepts, synonym->concept);
        const RhumbConcept *stays = rhumb_concepts_get_concept (concepts, synonym->into);
        table_add_text (table, goes->label);
        table_add_text (table, stays->label);
        table_add_text (table, TIERS[synonym->tier]);
        table_add_integer (table, goes->n_papers);
        table_add_integer (table, stays->n_papers);
        table_add_integer (table, synonym->n_shared);
    }
    return table;
}

static int
run_concepts (const Command *command, int argc, char **argv)
{
    gboolean per_paper = FALSE;
    gboolean variants = FALSE;
    gboolean synonyms = FALSE;
    const GOptionEntry own[] = {
        {"per-paper", 0, 0, G_OPTION_ARG_NONE, &per_paper, "The concepts of each paper", NULL},
        {"variants", 0, 0, G_OPTION_ARG_NONE, &variants,
         "Every spelling and why it is which concept", NULL},
        {"suggest-synonyms", 0, 0, G_OPTION_ARG_NONE, &synonyms,
         "Concepts that may be one, as a thesaurus to be checked", NULL},
        {NULL},
    };
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (per_paper + variants + synonyms > 1)
        g_set_error_literal (&error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "--per-paper, --variants and --suggest-synonyms are different lists, "
                             "expected one of them");
    if (error != NULL || !run_load (&run, &results, &error) ||
        !run_find_concepts (&run, &results, &error))
        return command_fail (command, error);
    const RhumbConcepts *concepts = results.concepts;
    g_autoptr (Table) table = per_paper  ? list_papers (&run, results.corpus, concepts, &error)
                              : variants ? list_variants (&run, concepts)
                              : synonyms ? list_synonyms (&run, concepts)
                                         : list_concepts (&run, concepts);
    if (table == NULL || !run_write_table (&run, table, &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
