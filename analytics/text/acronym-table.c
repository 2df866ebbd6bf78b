/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which short form means which phrase in a whole corpus: each paper that defines one votes.
 *
 * A short form is resolved if at least four fifths of the papers that define it, and two or more,
 * have one expansion, or if it is the only one and the short form has three letters or more. What
 * else a paper seems to say of it in another bracket takes nothing away. Any other short form means
 * different things in different papers and stays a term of its own. Cost: one search for brackets
 * a paper.
 */
#include "analytics/text/acronym-table.h"

#include "analytics/text/acronyms.h"
#include "analytics/text/variants.h"
#include "graph/threads-private.h"

#include <string.h>

#define MIN_SHARE 0.8
#define BATCH 4096u /* papers */

/* One reading of one short form. */
typedef struct {
    guint32 form;      /* key of the short form */
    guint32 expansion; /* key of the expansion */
    guint32 n_papers;
    guint32 last_paper;
    const char *surface; /* the short form as first spelled */
    const char *spelled; /* the expansion too */
} Reading;

struct _RhumbAcronymTable {
    RhumbArena arena;
    RhumbStrings *key;     /* of short forms and expansions */
    GArray *expansion;     /* of guint32, one per key: of a resolved short form */
    GPtrArray *short_form; /* one per key: of a resolved expansion */
    gboolean has_joined;   /* some expansion runs across "and" */
};

/* How many papers define a short form. */
typedef struct {
    guint32 n_papers;
    guint32 last_paper; /* + 1 */
} Definers;

typedef struct {
    RhumbAcronymTable *table;
    const RhumbModel *model;
    GHashTable *number; /* (form, expansion) -> index in reading + 1 */
    GArray *reading;
    GArray *definers; /* of Definers, one per key */
} Voting;

static guint32
add_key (const Voting *voting, const char *text)
{
    g_autoptr (GString) key = g_string_new (NULL);
    rhumb_append_fold (voting->model, text, strlen (text), key);
    return rhumb_strings_add (voting->table->key, key->str, key->len);
}

static gint64
pair_number (guint32 form, guint32 expansion)
{
    return (gint64)(((guint64)form << 32) | expansion);
}

static void
count_definer (Voting *voting, guint32 paper, guint32 form)
{
    if (voting->definers->len <= form)
        g_array_set_size (voting->definers, rhumb_strings_get_n (voting->table->key));
    Definers *definers = &g_array_index (voting->definers, Definers, form);
    definers->n_papers += definers->last_paper != paper + 1;
    definers->last_paper = paper + 1;
}

static void
vote (Voting *voting, guint32 paper, const RhumbAcronym *acronym)
{
    const guint32 form = add_key (voting, acronym->short_form);
    const guint32 expansion = add_key (voting, acronym->expansion);
    const gsize form_length = rhumb_strings_get_length (voting->table->key, form);
    if (form_length < 2 || rhumb_strings_get_length (voting->table->key, expansion) <= form_length)
        return;
    count_definer (voting, paper, form);
    const gint64 pair = pair_number (form, expansion);
    gpointer known = g_hash_table_lookup (voting->number, &pair);
    if (known == NULL) {
        const char *surface = acronym->short_form;
        const gsize n = strlen (surface);
        const gboolean plural = n > 2 && surface[n - 1] == 's' && g_ascii_isupper (surface[n - 2]);
        const Reading fresh = {
            form,
            expansion,
            0,
            RHUMB_NONE,
            rhumb_arena_copy (&voting->table->arena, surface, plural ? n - 1 : n),
            rhumb_arena_copy (&voting->table->arena, acronym->expansion,
                              strlen (acronym->expansion))};
        g_array_append_val (voting->reading, fresh);
        known = GUINT_TO_POINTER (voting->reading->len);
        g_hash_table_insert (voting->number, g_memdup2 (&pair, sizeof pair), known);
    }
    Reading *reading = &g_array_index (voting->reading, Reading, GPOINTER_TO_UINT (known) - 1);
    reading->n_papers += reading->last_paper != paper;
    reading->last_paper = paper;
}

/* The short forms that a paper explains. */
typedef struct {
    const RhumbAcronym *acronym;
    guint32 n;
} Defined;

static void
add_defined (Defined *defined, const char *text, RhumbArena *arena)
{
    guint32 n;
    const RhumbAcronym *more = rhumb_find_all_acronyms (text, arena, &n);
    if (n == 0)
        return;
    RhumbAcronym *both = RHUMB_ARENA_ROOM (arena, RhumbAcronym, (gsize)defined->n + n);
    if (defined->n > 0)
        memcpy (both, defined->acronym, defined->n * sizeof *both);
    memcpy (both + defined->n, more, n * sizeof *both);
    *defined = (Defined){both, defined->n + n};
}

static gboolean
has_bracket (const char *text)
{
    return text != NULL && strchr (text, '(') != NULL;
}

/* Authors explain short forms in keywords too: "multiple criteria decision analysis (MCDA)". */
static Defined
find_defined (const RhumbPaper *paper, RhumbArena *arena)
{
    Defined defined = {NULL, 0};
    if (has_bracket (paper->title) || has_bracket (paper->abstract)) {
        g_autofree char *text = g_strconcat (paper->title ? paper->title : "", ". ",
                                             paper->abstract ? paper->abstract : "", NULL);
        add_defined (&defined, text, arena);
    }
    for (gsize i = 0; paper->keywords != NULL && paper->keywords[i] != NULL; i++)
        if (has_bracket (paper->keywords[i]))
            add_defined (&defined, paper->keywords[i], arena);
    return defined;
}

/* Papers are read side by side, a batch at a time, and vote in their order. */
static void
collect_votes (Voting *voting, const RhumbCorpus *corpus)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    const guint n_threads = rhumb_get_n_threads ();
    g_autofree RhumbArena *arena = g_new0 (RhumbArena, n_threads);
    g_autofree Defined *defined = g_new (Defined, BATCH);
    for (guint32 first = 0; first < n_papers; first += BATCH) {
        const guint32 n = MIN (n_papers - first, BATCH);
#pragma omp parallel for schedule(dynamic, 16) num_threads(n_threads)
        for (guint32 i = 0; i < n; i++)
            defined[i] = find_defined (rhumb_corpus_get_paper (corpus, first + i),
                                       &arena[rhumb_get_thread ()]);
        for (guint32 i = 0; i < n; i++)
            for (guint32 k = 0; k < defined[i].n; k++)
                vote (voting, first + i, &defined[i].acronym[k]);
        for (guint t = 0; t < n_threads; t++)
            rhumb_arena_reset (&arena[t]);
    }
    for (guint t = 0; t < n_threads; t++)
        rhumb_arena_clear (&arena[t]);
}

static gboolean
is_resolved (const RhumbAcronymTable *table, const Reading *best, guint32 n_definers,
             guint32 n_readings)
{
    if (n_definers >= 2 && best->n_papers >= MIN_SHARE * n_definers)
        return TRUE;
    return n_readings == 1 && rhumb_strings_get_length (table->key, best->form) >= 3;
}

static gboolean
has_two_capitals (const char *word)
{
    guint n = 0;
    for (; *word != '\0'; word++)
        n += g_ascii_isupper (*word);
    return n >= 2;
}

/* The key of an expansion whose own short forms are expanded: HNSW is "Hierarchical NSW", and that
 * a hierarchical navigable small world. */
static guint32
add_opened_key (const Voting *voting, const Reading *reading)
{
    RhumbAcronymTable *table = voting->table;
    g_autoptr (GString) key = g_string_new (NULL);
    g_auto (GStrv) words = g_strsplit (reading->spelled, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        const gsize begun = key->len;
        rhumb_append_fold (voting->model, words[i], strlen (words[i]), key);
        const guint32 k = has_two_capitals (words[i])
                              ? rhumb_strings_find (table->key, key->str + begun, key->len - begun)
                              : RHUMB_NO_STRING;
        const guint32 inner = k != RHUMB_NO_STRING && k != reading->form
                                  ? g_array_index (table->expansion, guint32, k)
                                  : RHUMB_NO_STRING;
        if (inner == RHUMB_NO_STRING)
            continue;
        g_string_truncate (key, begun);
        g_string_append (key, rhumb_strings_get (table->key, inner));
    }
    return rhumb_strings_add (table->key, key->str, key->len);
}

/* Says what the short form @k stands for: @expansion, which may be a new key. */
static void
set_expansion (RhumbAcronymTable *table, guint32 k, guint32 expansion, const char *surface)
{
    const guint32 none = RHUMB_NO_STRING;
    while (table->expansion->len < rhumb_strings_get_n (table->key))
        g_array_append_val (table->expansion, none);
    g_ptr_array_set_size (table->short_form, (gint)rhumb_strings_get_n (table->key));
    g_array_index (table->expansion, guint32, k) = expansion;
    if (g_ptr_array_index (table->short_form, expansion) == NULL)
        g_ptr_array_index (table->short_form, expansion) = (gpointer)surface;
}

/* Chooses the reading of each short form, the one that came first among equals. */
static void
count_votes (Voting *voting)
{
    RhumbAcronymTable *table = voting->table;
    const guint32 n_keys = rhumb_strings_get_n (table->key);
    g_autofree guint32 *n_readings = g_new0 (guint32, n_keys + 1);
    g_autofree const Reading **best = g_new0 (const Reading *, n_keys + 1);
    for (guint i = 0; i < voting->reading->len; i++) {
        const Reading *reading = &g_array_index (voting->reading, Reading, i);
        n_readings[reading->form]++;
        if (!best[reading->form] || reading->n_papers > best[reading->form]->n_papers)
            best[reading->form] = reading;
    }
    for (guint32 k = 0; k < n_keys; k++) {
        const gboolean good =
            best[k] &&
            is_resolved (table, best[k], g_array_index (voting->definers, Definers, k).n_papers,
                         n_readings[k]);
        const guint32 expansion = good ? best[k]->expansion : RHUMB_NO_STRING;
        g_array_append_val (table->expansion, expansion);
    }
    g_ptr_array_set_size (table->short_form, (gint)n_keys);
    for (guint32 k = 0; k < n_keys; k++)
        if (g_array_index (table->expansion, guint32, k) != RHUMB_NO_STRING) {
            set_expansion (table, k, add_opened_key (voting, best[k]), best[k]->surface);
            table->has_joined = table->has_joined || strstr (best[k]->spelled, " and ") != NULL;
        }
}

/* Reads all definitions in a corpus. */
RhumbAcronymTable *
rhumb_acronym_table_new (const RhumbCorpus *corpus, const RhumbModel *model)
{
    RhumbAcronymTable *table = g_new0 (RhumbAcronymTable, 1);
    table->key = rhumb_strings_new ();
    table->expansion = g_array_new (FALSE, FALSE, sizeof (guint32));
    table->short_form = g_ptr_array_new ();
    g_autoptr (GHashTable) number =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GArray) reading = g_array_new (FALSE, FALSE, sizeof (Reading));
    g_autoptr (GArray) definers = g_array_new (FALSE, TRUE, sizeof (Definers));
    Voting voting = {table, model, number, reading, definers};
    collect_votes (&voting, corpus);
    count_votes (&voting);
    return table;
}

/* Frees the table. */
void
rhumb_acronym_table_free (RhumbAcronymTable *table)
{
    rhumb_arena_clear (&table->arena);
    rhumb_strings_free (table->key);
    g_array_unref (table->expansion);
    g_ptr_array_unref (table->short_form);
    g_free (table);
}

/* The key of what a token stands for, NULL if it is no resolved short form. */
const char *
rhumb_acronym_table_expand (const RhumbAcronymTable *table, const RhumbSpelling *token)
{
    if (!rhumb_may_be_short_form (token))
        return NULL;
    const guint32 k = rhumb_strings_find (table->key, token->fold, token->fold_length);
    if (k == RHUMB_NO_STRING)
        return NULL;
    const guint32 expansion = g_array_index (table->expansion, guint32, k);
    return expansion == RHUMB_NO_STRING ? NULL : rhumb_strings_get (table->key, expansion);
}

/* Appends the key of tokens @start … @end − 1, short forms expanded: all variants of a term have
 * the same. Returns whether a short form was expanded. */
gboolean
rhumb_acronym_table_append_key (const RhumbAcronymTable *table, const RhumbTokens *tokens,
                                guint32 start, guint32 end, GString *key)
{
    gboolean expanded = FALSE;
    const gsize from = key->len;
    for (guint32 i = start; i < end; i++) {
        const char *expansion = rhumb_acronym_table_expand (table, tokens->token[i]);
        expanded = expanded || expansion;
        if (expansion)
            g_string_append (key, expansion);
        else
            rhumb_append_fold_of (tokens->token[i], key);
    }
    if (end - start > 1)
        rhumb_fold_dimensions (key, from);
    return expanded;
}

/* The short form of a phrase, given the phrase's key; NULL if it has none. */
const char *
rhumb_acronym_table_find_short_form (const RhumbAcronymTable *table, const char *key, gsize length)
{
    const guint32 k = rhumb_strings_find (table->key, key, length);
    return k == RHUMB_NO_STRING ? NULL : g_ptr_array_index (table->short_form, k);
}

/* Whether "and" is a word of some expansion. */
gboolean
rhumb_acronym_table_has_joined (const RhumbAcronymTable *table)
{
    return table->has_joined;
}
