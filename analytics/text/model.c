/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What was learnt beforehand: how much each feature of a phrase speaks for it, and how often a
 * word stands in keywords that authors and indexers chose.
 *
 * The model is a text resource inside the library (model/README.md says how it was fitted). It
 * has four parts, each begun by a line "[name]": weights (feature, author, dense), trees (style,
 * then column and threshold of each split and the leaves), words (stem, then four numbers in
 * hundredths) and spellings (British, American). Reading it takes about two
 * milliseconds and 400 KB, once a corpus.
 */
#include "analytics/text/model.h"

#include "analytics/text/features.h"
#include "analytics/text/rivals.h"
#include "graph/error.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#define RESOURCE "/org/rhumb/text/phrases.model"
#define MAX_TREES 2000

typedef struct {
    double author;
    double dense;
} Weights;

struct _RhumbModel {
    RhumbStrings *feature;
    GArray *weights; /* of Weights, one per feature */
    GArray *tree[2]; /* of RhumbTree: of authors, of indexers */
    RhumbForest *forest[2];
    RhumbStrings *stem;
    GArray *prior; /* of RhumbWordPrior, one per stem */
    RhumbStrings *british;
    GPtrArray *american; /* one per British spelling */
};

typedef struct {
    RhumbModel *model;
    const char *name;
    guint line;
    char part; /* first letter of the part's name, 0 before the first */
} Reader;

static const RhumbWordPrior unknown_word = {1.0, 0.0, 0.0, 0.0};

static gboolean
fail (const Reader *reader, const char *found, const char *expected, GError **error)
{
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT, "%s:%u: found '%.40s', expected %s",
                 reader->name, reader->line, found, expected);
    return FALSE;
}

static gboolean
read_numbers (const Reader *reader, char **field, double *number, guint n, GError **error)
{
    for (guint i = 0; i < n; i++) {
        char *end = NULL;
        number[i] = g_ascii_strtod (field[i], &end);
        if (end == field[i] || *end != '\0' || !isfinite (number[i]))
            return fail (reader, field[i], "a number", error);
    }
    return TRUE;
}

static gboolean
read_weights (const Reader *reader, char **field, GError **error)
{
    double number[2];
    if (!read_numbers (reader, field + 1, number, 2, error))
        return FALSE;
    const guint32 n = rhumb_strings_get_n (reader->model->feature);
    if (rhumb_strings_add (reader->model->feature, field[0], strlen (field[0])) < n)
        return fail (reader, field[0], "each feature once", error);
    const Weights weights = {number[0], number[1]};
    g_array_append_val (reader->model->weights, weights);
    return TRUE;
}

/* The number of a column of the trees: features, then standings. */
static gboolean
read_column (const Reader *reader, const char *name, guint8 *column, GError **error)
{
    for (guint8 f = 0; f < RHUMB_N_FEATURES; f++)
        if (g_str_equal (name, rhumb_feature_names[f])) {
            *column = f;
            return TRUE;
        }
    for (guint8 f = 0; f < RHUMB_N_STANDINGS; f++)
        if (g_str_equal (name, rhumb_standing_names[f])) {
            *column = RHUMB_N_FEATURES + f;
            return TRUE;
        }
    return fail (reader, name, "a feature", error);
}

static gboolean
read_tree (const Reader *reader, char **field, GError **error)
{
    RhumbTree tree;
    double number;
    for (guint s = 0; s < RHUMB_TREE_DEPTH; s++) {
        if (!read_column (reader, field[1 + 2 * s], &tree.column[s], error) ||
            !read_numbers (reader, field + 2 + 2 * s, &number, 1, error))
            return FALSE;
        tree.threshold[s] = (float)number;
    }
    for (guint l = 0; l < RHUMB_TREE_LEAVES; l++) {
        if (!read_numbers (reader, field + 1 + 2 * RHUMB_TREE_DEPTH + l, &number, 1, error))
            return FALSE;
        tree.leaf[l] = (float)number;
    }
    const gboolean dense = g_str_equal (field[0], "dense");
    if (!dense && !g_str_equal (field[0], "author"))
        return fail (reader, field[0], "author or dense", error);
    if (reader->model->tree[dense]->len == MAX_TREES)
        return fail (reader, field[0], "at most 2000 trees a style", error);
    g_array_append_val (reader->model->tree[dense], tree);
    return TRUE;
}

static gboolean
read_word (const Reader *reader, char **field, GError **error)
{
    double number[4];
    if (!read_numbers (reader, field + 1, number, 4, error))
        return FALSE;
    const guint32 n = rhumb_strings_get_n (reader->model->stem);
    if (rhumb_strings_add (reader->model->stem, field[0], strlen (field[0])) < n)
        return fail (reader, field[0], "each stem once", error);
    const RhumbWordPrior prior = {number[0] / 100, number[1] / 100, number[2] / 100,
                                  number[3] / 100};
    g_array_append_val (reader->model->prior, prior);
    return TRUE;
}

static gboolean
read_spelling (const Reader *reader, char **field, GError **error)
{
    const guint32 n = rhumb_strings_get_n (reader->model->british);
    if (rhumb_strings_add (reader->model->british, field[0], strlen (field[0])) < n)
        return fail (reader, field[0], "each spelling once", error);
    g_ptr_array_add (reader->model->american, g_strdup (field[1]));
    return TRUE;
}

static gboolean
is_part (const char *line)
{
    static const char *const part[] = {"[weights]", "[trees]", "[words]", "[spellings]"};
    for (gsize i = 0; i < G_N_ELEMENTS (part); i++)
        if (g_str_has_prefix (line, part[i]))
            return TRUE;
    return FALSE;
}

static gboolean
read_line (Reader *reader, const char *line, GError **error)
{
    if (line[0] == '#' || line[0] == '\0')
        return TRUE;
    g_auto (GStrv) field = g_strsplit (line, "\t", -1);
    const guint n_fields = g_strv_length (field);
    if (line[0] == '[') {
        reader->part = line[1];
        return is_part (line) || fail (reader, line, "a known part", error);
    }
    if (reader->part == 'w' && n_fields == 3)
        return read_weights (reader, field, error);
    if (reader->part == 'w' && n_fields == 5)
        return read_word (reader, field, error);
    if (reader->part == 't' && n_fields == 1 + 2 * RHUMB_TREE_DEPTH + RHUMB_TREE_LEAVES)
        return read_tree (reader, field, error);
    if (reader->part == 's' && n_fields == 2)
        return read_spelling (reader, field, error);
    return fail (reader, line, "the fields that its part names", error);
}

/* Reads a model from text. @name: what messages call it. Returns NULL on %RHUMB_ERROR_FORMAT. */
RhumbModel *
rhumb_model_parse (const char *text, gsize length, const char *name, GError **error)
{
    g_autoptr (RhumbModel) model = g_new0 (RhumbModel, 1);
    model->feature = rhumb_strings_new ();
    model->weights = g_array_new (FALSE, FALSE, sizeof (Weights));
    for (guint i = 0; i < 2; i++)
        model->tree[i] = g_array_new (FALSE, FALSE, sizeof (RhumbTree));
    model->stem = rhumb_strings_new ();
    model->prior = g_array_new (FALSE, FALSE, sizeof (RhumbWordPrior));
    model->british = rhumb_strings_new ();
    model->american = g_ptr_array_new_with_free_func (g_free);
    Reader reader = {model, name, 0, 0};
    const char *p = text;
    const char *end = text + length;
    while (p < end) {
        const char *line_end = memchr (p, '\n', (gsize)(end - p));
        if (line_end == NULL)
            line_end = end;
        reader.line++;
        g_autofree char *line = g_strndup (p, (gsize)(line_end - p));
        if (!read_line (&reader, line, error))
            return NULL;
        p = line_end < end ? line_end + 1 : end;
    }
    for (guint i = 0; i < 2; i++)
        model->forest[i] =
            rhumb_forest_new ((const RhumbTree *)(void *)model->tree[i]->data, model->tree[i]->len);
    return g_steal_pointer (&model);
}

/* Reads the model that is compiled into the library. */
RhumbModel *
rhumb_model_new (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, 0, &error);
    g_assert_no_error (error);
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    RhumbModel *model = rhumb_model_parse (text, length, "phrases.model", &error);
    g_assert_no_error (error);
    return model;
}

/* Frees the model. */
void
rhumb_model_free (RhumbModel *model)
{
    rhumb_strings_free (model->feature);
    g_array_unref (model->weights);
    for (guint i = 0; i < 2; i++) {
        g_array_unref (model->tree[i]);
        g_clear_pointer (&model->forest[i], rhumb_forest_free);
    }
    rhumb_strings_free (model->stem);
    g_array_unref (model->prior);
    rhumb_strings_free (model->british);
    g_ptr_array_unref (model->american);
    g_free (model);
}

/* Gives the two weights of a feature; FALSE if the model has none. */
gboolean
rhumb_model_get_weights (const RhumbModel *model, const char *feature, double *author,
                         double *dense)
{
    const guint32 f = rhumb_strings_find (model->feature, feature, strlen (feature));
    if (f == RHUMB_NO_STRING)
        return FALSE;
    const Weights *weights = &g_array_index (model->weights, Weights, f);
    *author = weights->author;
    *dense = weights->dense;
    return TRUE;
}

/* Gives the trees of one style; none for a model that is linear. */
const RhumbTree *
rhumb_model_get_trees (const RhumbModel *model, gboolean dense, guint *n)
{
    *n = model->tree[dense]->len;
    return (const RhumbTree *)(void *)model->tree[dense]->data;
}

/* The same trees made ready to score phrases. */
const RhumbForest *
rhumb_model_get_forest (const RhumbModel *model, gboolean dense)
{
    return model->forest[dense];
}

/* What is known of a stem; never NULL: an unknown word is rare and tells nothing. */
const RhumbWordPrior *
rhumb_model_find_word (const RhumbModel *model, const char *stem, gsize length)
{
    const guint32 w = rhumb_strings_find (model->stem, stem, length);
    return w == RHUMB_NO_STRING ? &unknown_word : &g_array_index (model->prior, RhumbWordPrior, w);
}

/* Whether the table of words has a stem. */
gboolean
rhumb_model_knows_word (const RhumbModel *model, const char *stem, gsize length)
{
    return rhumb_strings_find (model->stem, stem, length) != RHUMB_NO_STRING;
}

/* The American spelling of a British word in small letters, NULL if the table has none. */
const char *
rhumb_model_find_american (const RhumbModel *model, const char *word, gsize length)
{
    const guint32 w = rhumb_strings_find (model->british, word, length);
    return w == RHUMB_NO_STRING ? NULL : g_ptr_array_index (model->american, w);
}

/* How many words the table knows. */
guint32
rhumb_model_get_n_words (const RhumbModel *model)
{
    return rhumb_strings_get_n (model->stem);
}
