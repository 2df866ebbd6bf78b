/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Yardsticks of keyphrase extraction: JSON Lines with title, abstract and keyphrases.
 *
 * Phrases match if their stems (Porter) are the same; predictions are taken once. F1 is that of
 * each paper, averaged over papers (macro), and counts keyphrases that the text does not hold.
 */
#include "bench/gold.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "graph/error.h"

static const guint cuts[GOLD_N_CUTS] = {5, 10, 15};

/* Frees a paper. */
void
gold_paper_free (gpointer data)
{
    GoldPaper *paper = data;
    g_free (paper->title);
    g_free (paper->abstract);
    g_hash_table_unref (paper->keyphrases);
    g_free (paper);
}

/* The stems of a phrase, parted by blanks. */
char *
gold_stem (RhumbStems *stems, const char *text)
{
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
    rhumb_stems_add_words (stems, text, strlen (text), found);
    GString *key = g_string_new (NULL);
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf (key, "%s%s", i > 0 ? " " : "",
                                rhumb_stems_get (stems, g_array_index (found, guint32, i)));
    return g_string_free (key, FALSE);
}

static char *
get_text (const json_t *object, const char *name)
{
    const char *text = json_string_value (json_object_get (object, name));
    return g_strdup (text != NULL ? text : "");
}

/* Stems as the collection gives them, parted at everything that is no letter or digit. */
static char *
split_stems (const char *text)
{
    g_autofree char *lower = g_utf8_strdown (text, -1);
    GString *key = g_string_new (NULL);
    for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        if (g_unichar_isalnum (c))
            g_string_append_unichar (key, c);
        else if (key->len > 0 && key->str[key->len - 1] != ' ')
            g_string_append_c (key, ' ');
    }
    return g_strchomp (g_string_free (key, FALSE));
}

/* Adds the spellings of one keyphrase; if one is known already they mean the same. */
static void
add_keyphrase (GoldPaper *paper, const json_t *spellings, gboolean is_stemmed, RhumbStems *stems)
{
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    guint number = 0;
    gsize i;
    json_t *item;
    json_array_foreach (spellings, i, item)
    {
        const char *text = json_string_value (item);
        char *key = text == NULL ? g_strdup ("")
                    : is_stemmed ? split_stems (text)
                                 : gold_stem (stems, text);
        g_ptr_array_add (keys, key);
        number = MAX (number, GPOINTER_TO_UINT (g_hash_table_lookup (paper->keyphrases, key)));
    }
    for (guint k = 0; k < keys->len; k++) {
        const char *key = keys->pdata[k];
        if (*key == '\0' || g_hash_table_contains (paper->keyphrases, key))
            continue;
        if (number == 0)
            number = ++paper->n_keyphrases;
        g_hash_table_insert (paper->keyphrases, g_strdup (key), GUINT_TO_POINTER (number));
    }
}

static GoldPaper *
make_paper (const json_t *object, RhumbStems *stems)
{
    GoldPaper *paper = g_new0 (GoldPaper, 1);
    paper->title = get_text (object, "title");
    paper->abstract = get_text (object, "abstract");
    paper->keyphrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    const gboolean is_stemmed = json_is_true (json_object_get (object, "stemmed"));
    const json_t *variants = json_object_get (object, "variants");
    const json_t *phrases = variants != NULL ? variants : json_object_get (object, "keyphrases");
    gsize i;
    json_t *item;
    json_array_foreach (phrases, i, item)
    {
        json_t *spellings = json_is_array (item) ? json_incref (item) : json_pack ("[O]", item);
        add_keyphrase (paper, spellings, is_stemmed, stems);
        json_decref (spellings);
    }
    return paper;
}

/* Reads a yardstick; papers without keyphrases are left out, as all scorers do. */
GPtrArray *
gold_read (const char *path, RhumbStems *stems, GError **error)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents (path, &text, NULL, error))
        return NULL;
    g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (gold_paper_free);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        json_error_t problem;
        if (*lines[i] == '\0')
            continue;
        json_t *object = json_loads (lines[i], 0, &problem);
        if (object == NULL) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT, "%s:%u: %s", path, i + 1,
                         problem.text);
            return NULL;
        }
        GoldPaper *paper = make_paper (object, stems);
        json_decref (object);
        if (paper->n_keyphrases > 0)
            g_ptr_array_add (papers, paper);
        else
            gold_paper_free (paper);
    }
    return g_steal_pointer (&papers);
}

/* Adds one paper. @phrases: of char *, best first. */
void
gold_score (GoldScore *score, const GoldPaper *paper, const GPtrArray *phrases, RhumbStems *stems)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) hits = g_hash_table_new (NULL, NULL);
    guint cut = 0;
    score->n_papers++;
    for (guint i = 0; i <= phrases->len && cut < GOLD_N_CUTS; i++) {
        const guint n = g_hash_table_size (seen);
        while (cut < GOLD_N_CUTS && (n == cuts[cut] || i == phrases->len)) {
            score->f1[cut] += 2.0 * g_hash_table_size (hits) / MAX (n + paper->n_keyphrases, 1);
            cut++;
        }
        if (i == phrases->len)
            break;
        char *key = gold_stem (stems, phrases->pdata[i]);
        gpointer number = g_hash_table_lookup (paper->keyphrases, key);
        if (*key == '\0')
            g_free (key);
        else if (g_hash_table_add (seen, key) && number != NULL)
            g_hash_table_add (hits, number);
    }
}
