/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * From chosen terms and the papers that claim them to the table of concepts: a label for each, the
 * best weight of each paper's claims, and which concept is a kind of which.
 *
 * An entry of the vocabulary keeps its id and label, and what the vocabulary puts above it; other
 * concepts are below those whose name is the end of theirs (sub-phrases.c). Cost: linear in the
 * claims but for a sort of them.
 */
#include "analytics/text/concept-table.h"

#include "analytics/text/claims.h"
#include "analytics/text/concept-label.h"
#include "analytics/text/declension.h"
#include "analytics/text/headings.h"
#include "analytics/text/sub-phrases.h"
#include "analytics/text/variants.h"
#include "graph/concepts-private.h"
#include "graph/text.h"

#include <string.h>

/* Terms end up as one concept if their labels would have one id. */
typedef struct {
    RhumbConceptsBuilder *builder;
    const RhumbTermTable *table;
    const RhumbVocabulary *vocabulary; /* nullable */
    GHashTable *number;                /* folded label -> concept + 1 */
    guint32 *of_entry;                 /* concept of each entry, RHUMB_NO_STRING = none */
    GPtrArray *label;                  /* of each concept, owned */
    GArray *is_entry;                  /* of gboolean: whether the concept is one of these */
    GString *key;
} Building;

/* Whether a spelling reads otherwise than the term's key: it holds a short form, or more. */
static gboolean
is_derived (const Building *building, const char *surface, const char *key)
{
    g_autofree char *turned = rhumb_turn_around (surface);
    const char *spoken = turned != NULL ? turned : surface;
    g_string_truncate (building->key, 0);
    rhumb_append_fold (building->table->model, spoken, strlen (spoken), building->key);
    return strcmp (building->key->str, key) != 0;
}

static GArray *
count_surfaces (const Building *building, const RhumbClaim *claim, guint n)
{
    const char *key = rhumb_terms_get_key (building->table->terms, claim->term);
    GArray *surfaces = g_array_new (FALSE, FALSE, sizeof (RhumbSurface));
    guint32 last_running = RHUMB_NONE;
    for (guint i = 0; i < n; i++) {
        if (i == 0 || strcmp (claim[i].surface, claim[i - 1].surface) != 0) {
            const RhumbSurface fresh = {claim[i].surface, 0, 0,
                                        is_derived (building, claim[i].surface, key)};
            g_array_append_val (surfaces, fresh);
        }
        RhumbSurface *surface = &g_array_index (surfaces, RhumbSurface, surfaces->len - 1);
        surface->count++;
        const gboolean is_known = surface->n_running > 0 && last_running == claim[i].paper;
        if (claim[i].is_running && !is_known) {
            surface->n_running++;
            last_running = claim[i].paper;
        }
    }
    return surfaces;
}

static gboolean
has_derived (const GArray *surfaces)
{
    for (guint i = 0; i < surfaces->len; i++)
        if (g_array_index (surfaces, RhumbSurface, i).is_derived)
            return TRUE;
    return FALSE;
}

static guint32
add_labelled (const Building *building, const char *label, const char *form, const GArray *surfaces)
{
    g_autoptr (GPtrArray) variants = g_ptr_array_new ();
    for (guint i = 0; i < surfaces->len; i++)
        g_ptr_array_add (variants, (gpointer)g_array_index (surfaces, RhumbSurface, i).surface);
    g_ptr_array_add (variants, NULL);
    const guint32 number = rhumb_concepts_builder_add (
        building->builder, label, g_strcmp0 (label, form) == 0 ? NULL : form,
        (const char *const *)(void *)variants->pdata);
    const gboolean is_entry = FALSE;
    g_ptr_array_add (building->label, g_strdup (label));
    g_array_append_val (building->is_entry, is_entry);
    return number;
}

static guint32
add_entry (const Building *building, guint32 entry, const GArray *surfaces)
{
    const RhumbVocabularyEntry *own = rhumb_vocabulary_get_entry (building->vocabulary, entry);
    const guint32 number = add_labelled (building, own->label, NULL, surfaces);
    rhumb_concepts_builder_set_id (building->builder, number, own->id);
    g_array_index (building->is_entry, gboolean, number) = TRUE;
    building->of_entry[entry] = number;
    return number;
}

/* The label of a concept that neither the user nor a vocabulary named. @form: (nullable): its short
 * form. */
static char *
choose_label (const Building *building, const RhumbTerm *term, const GArray *surfaces,
              const char *form)
{
    const RhumbOrdinaryWords words = {rhumb_terms_get_capitals (building->table->terms),
                                      building->table->lexicon};
    gboolean is_usual;
    const char *label = rhumb_choose_label ((const RhumbSurface *)(void *)surfaces->data,
                                            surfaces->len, form, &is_usual);
    g_autofree char *spoken = rhumb_speak_heading (&words, label, term->is_heading);
    const RhumbCapitalsOf what = spoken != NULL ? RHUMB_CAPITALS_OF_HEADING
                                 : form != NULL || has_derived (surfaces)
                                     ? RHUMB_CAPITALS_OF_EXPANSION
                                     : RHUMB_CAPITALS_OF_TEXT;
    return rhumb_undecline (
        is_usual && spoken == NULL
            ? g_strdup (label)
            : rhumb_settle_capitals (&words, spoken != NULL ? spoken : label, what));
}

static guint32
add_concept (const Building *building, const RhumbClaim *claim, guint n)
{
    const RhumbTerm *term = rhumb_terms_get (building->table->terms, claim->term);
    const char *key = rhumb_terms_get_key (building->table->terms, claim->term);
    const char *form =
        rhumb_acronym_table_find_short_form (building->table->acronyms, key, strlen (key));
    g_autoptr (GArray) surfaces = count_surfaces (building, claim, n);
    if (term->entry != RHUMB_NO_STRING)
        return add_entry (building, term->entry, surfaces);
    g_autofree char *label =
        term->label ? g_strdup (term->label) : choose_label (building, term, surfaces, form);
    g_autofree char *folded = rhumb_text_title_key (label);
    if (*folded == '\0') {
        g_free (folded);
        folded = g_strdup (label);
    }
    const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (building->number, folded));
    if (known > 0)
        return known - 1;
    const guint32 number = add_labelled (building, label, form, surfaces);
    g_hash_table_insert (building->number, g_steal_pointer (&folded),
                         GUINT_TO_POINTER (number + 1));
    return number;
}

static guint
count_papers (const RhumbClaim *claim, guint n)
{
    g_autoptr (GHashTable) papers = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < n; i++)
        g_hash_table_add (papers, GUINT_TO_POINTER (claim[i].paper + 1));
    return g_hash_table_size (papers);
}

/* Makes concepts of the terms of sorted claims, which become links: a concept in place of the term,
 * and no spelling. */
static void
add_concepts (const Building *building, GArray *claims, guint min_papers)
{
    RhumbClaim *claim = (RhumbClaim *)(void *)claims->data;
    guint n_links = 0;
    guint end;
    for (guint start = 0; start < claims->len; start = end) {
        end = start + 1;
        while (end < claims->len && claim[end].term == claim[start].term)
            end++;
        if (min_papers > 1 && count_papers (claim + start, end - start) < min_papers)
            continue;
        const guint32 number = add_concept (building, claim + start, end - start);
        for (guint i = start; i < end; i++)
            claim[n_links++] =
                (RhumbClaim){number, claim[i].paper, claim[i].weight, "", claim[i].flags, FALSE};
    }
    g_array_set_size (claims, n_links);
}

/* Links each pair once, with its best weight; all papers of a concept at once. */
static void
add_links (const Building *building, GArray *links)
{
    rhumb_claims_sort (links, building->label->len);
    const RhumbClaim *link = (const RhumbClaim *)(void *)links->data;
    g_autofree guint32 *paper = g_new (guint32, MAX (links->len, 1));
    g_autofree double *weight = g_new (double, MAX (links->len, 1));
    guint32 n = 0;
    double best = 0;
    guint flags = 0;
    for (guint i = 0; i < links->len; i++) {
        const RhumbClaim *next = i + 1 < links->len ? &link[i + 1] : NULL;
        const gboolean is_last = next == NULL || next->term != link[i].term;
        best = MAX (best, link[i].weight);
        flags |= link[i].flags;
        if (!is_last && next->paper == link[i].paper)
            continue;
        paper[n] = link[i].paper;
        weight[n++] = best;
        if (flags != 0)
            rhumb_concepts_builder_mark (building->builder, link[i].paper, link[i].term, flags);
        best = 0;
        flags = 0;
        if (!is_last)
            continue;
        rhumb_concepts_builder_link_all (building->builder, link[i].term, paper, weight, n);
        n = 0;
    }
}

/* What the vocabulary says of its entries that are concepts here. */
static void
add_broader_entries (const Building *building)
{
    const RhumbRows broader =
        rhumb_network_get_out_rows (rhumb_vocabulary_get_broader (building->vocabulary));
    for (guint32 e = 0; e < broader.n_rows; e++)
        for (gsize i = broader.start[e]; i < broader.start[e + 1]; i++) {
            const guint32 narrow = building->of_entry[e];
            const guint32 broad = building->of_entry[broader.node[i]];
            if (narrow != RHUMB_NO_STRING && broad != RHUMB_NO_STRING)
                rhumb_concepts_builder_add_broader (building->builder, narrow, broad);
        }
}

static void
add_broader (const Building *building)
{
    if (building->vocabulary)
        add_broader_entries (building);
    g_autofree guint32 *broader =
        rhumb_find_sub_phrases ((const char *const *)(void *)building->label->pdata,
                                building->label->len, building->table->model);
    for (guint32 c = 0; c < building->label->len; c++) {
        const gboolean *is_entry = (const gboolean *)(void *)building->is_entry->data;
        if (broader[c] != RHUMB_NO_STRING && !(is_entry[c] && is_entry[broader[c]]))
            rhumb_concepts_builder_add_broader (building->builder, c, broader[c]);
    }
}

/* Makes concepts of the live terms. @vocabulary: (nullable). NULL with an error if the table would
 * be too large. */
RhumbConcepts *
rhumb_build_concepts (const RhumbTermTable *table, const RhumbVocabulary *vocabulary,
                      guint min_papers, GError **error)
{
    g_autoptr (GArray) claims = rhumb_collect_claims (table, vocabulary);
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (table->n_papers);
    g_autoptr (GHashTable) number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    const guint32 n_entries = vocabulary ? rhumb_vocabulary_get_n_entries (vocabulary) : 0;
    g_autofree guint32 *of_entry = g_new (guint32, MAX (n_entries, 1));
    for (guint32 e = 0; e < n_entries; e++)
        of_entry[e] = RHUMB_NO_STRING;
    g_autoptr (GPtrArray) label = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GArray) is_entry = g_array_new (FALSE, FALSE, sizeof (gboolean));
    g_autoptr (GString) key = g_string_new (NULL);
    const Building building = {builder, table, vocabulary, number, of_entry, label, is_entry, key};
    add_concepts (&building, claims, min_papers);
    add_links (&building, claims);
    add_broader (&building);
    return rhumb_concepts_builder_freeze (builder, error);
}
