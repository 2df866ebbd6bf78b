/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Institutions, countries and keywords of papers, as incidences: names that papers carry without
 * their being nodes of the graph.
 *
 * Sources differ. OpenAlex names institutions and country codes; Web of Science (C1), Scopus,
 * PubMed and Crossref give an address, "[Names] University, Department, City, Country". Of an
 * address the institution is its first part that names a university, institute, hospital and the
 * like, else its first part; the country is found by its end (countries.c). An address whose
 * country is not recognised counts for its institution only. Web of Science also lists institutions
 * by their full names (C3, in BibTeX Affiliations beside Affiliation): then addresses give the
 * countries alone, or "Aalto Univ" and "Aalto University" were two. Where several fields hold
 * addresses, as in a record that was merged, institutions are taken from one of them.
 *
 * Names are one if they are the same but for case, hyphens and spaces; the first spelling stays. Of
 * keywords what names a subject counts (keyword.c), and one in the plural or with its short form in
 * brackets is that in the singular or without them, if a paper has that too: "networks" is
 * "network", "analytic hierarchy process (AHP)" is "analytic hierarchy process".
 * Cost: linear in the text, with a sort of the names.
 */
#include "graph/affiliations.h"

#include <string.h>

#include "graph/extra-texts.h"
#include "graph/keyword.h"
#include "graph/text.h"

/* Letters of a keyword that may be a plural. */
#define LEAST_PLURAL 4

typedef void (*AddNames) (GPtrArray *names, const RhumbPaper *paper);

/* Fields of extras that hold addresses, by what readers keep. */
static const char *const ADDRESS_FIELDS[] = {
    "affiliations", "Affiliations", "affiliation", "C1", "c1", "AD", "Author Affiliations", NULL};

/* Fields that hold names of institutions, the last one only beside addresses in "affiliation". */
static const char *const NAME_FIELDS[] = {"institutions", "C3", "c3", "affiliations", NULL};

/* Takes "[Small, H; Garfield, E] " off the front of an address. */
static const char *
skip_names (const char *address)
{
    const char *end = *address == '[' ? strchr (address, ']') : NULL;
    const char *start = end != NULL ? end + 1 : address;
    return start + strspn (start, " ");
}

/* Where the next address ends: at a semicolon outside brackets, or before the next names. */
static gsize
find_end (const char *text)
{
    guint depth = 0;
    gsize i = 0;
    for (; text[i] != '\0' && (text[i] != ';' || depth > 0); i++) {
        if (i > 0 && depth == 0 && text[i] == ' ' && text[i + 1] == '[')
            break;
        depth += (guint)(text[i] == '[') - (guint)(text[i] == ']' && depth > 0);
    }
    return i;
}

static void
add_addresses (GPtrArray *addresses, const char *text)
{
    for (const char *p = text; *p != '\0';) {
        const gsize length = find_end (p);
        g_autofree char *whole = g_strndup (p, length);
        const char *address = skip_names (g_strstrip (whole));
        if (*address != '\0')
            g_ptr_array_add (addresses, g_strdup (address));
        p += length + (p[length] == ';');
    }
}

/* The addresses of all fields, or of the first that has some. */
static GPtrArray *
list_addresses (const RhumbPaper *paper, gboolean of_one_field)
{
    GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);
    for (guint f = 0; ADDRESS_FIELDS[f] != NULL; f++) {
        g_autoptr (GPtrArray) texts = rhumb_extra_find_texts (paper->extra, ADDRESS_FIELDS[f]);
        for (guint i = 0; i < texts->len; i++)
            add_addresses (addresses, texts->pdata[i]);
        if (of_one_field && addresses->len > 0)
            break;
    }
    return addresses;
}

static gboolean
names_institution (const char *part)
{
    static const char *const WORDS[] = {
        "univ",           "instit",    "inst ",           "college",  "hospital", "acad",
        "school of tech", "laborator", "centre national", "polytech", "cnrs",     NULL};
    g_autofree char *folded = g_utf8_casefold (part, -1);
    for (guint i = 0; WORDS[i] != NULL; i++)
        if (strstr (folded, WORDS[i]) != NULL)
            return TRUE;
    return FALSE;
}

static gboolean
is_address (const char *text)
{
    return strchr (text, ',') != NULL && rhumb_find_country (text) != NULL;
}

/* Institutions that a field names one by one; none if it holds addresses. */
static GPtrArray *
list_names_in (const RhumbPaper *paper, const char *field)
{
    g_autoptr (GPtrArray) texts = rhumb_extra_find_texts (paper->extra, field);
    if (g_str_equal (field, "institutions"))
        return g_steal_pointer (&texts);
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < texts->len; i++)
        add_addresses (names, texts->pdata[i]);
    for (guint i = 0; i < names->len; i++) {
        if (is_address (names->pdata[i])) {
            g_ptr_array_set_size (names, 0);
            break;
        }
    }
    return names;
}

static GPtrArray *
list_given_names (const RhumbPaper *paper)
{
    GPtrArray *names = list_names_in (paper, NAME_FIELDS[0]);
    for (guint f = 1; NAME_FIELDS[f] != NULL && names->len == 0; f++) {
        g_autoptr (GPtrArray) addresses = rhumb_extra_find_texts (paper->extra, "affiliation");
        if (g_str_equal (NAME_FIELDS[f], "affiliations") && addresses->len == 0)
            break;
        g_ptr_array_unref (names);
        names = list_names_in (paper, NAME_FIELDS[f]);
    }
    return names;
}

static char *
find_institution (const char *address)
{
    g_auto (GStrv) parts = g_strsplit (address, ",", -1);
    for (guint k = 0; parts[0] != NULL && parts[k] != NULL; k++)
        if (names_institution (parts[k]))
            return g_strdup (parts[k]);
    return g_strdup (parts[0] != NULL ? parts[0] : "");
}

static void
add_institutions (GPtrArray *names, const RhumbPaper *paper)
{
    g_autoptr (GPtrArray) given = list_given_names (paper);
    for (guint i = 0; i < given->len; i++)
        g_ptr_array_add (names, g_strdup (given->pdata[i]));
    if (given->len > 0)
        return;
    g_autoptr (GPtrArray) addresses = list_addresses (paper, TRUE);
    for (guint i = 0; i < addresses->len; i++)
        g_ptr_array_add (names, find_institution (addresses->pdata[i]));
}

static void
add_countries (GPtrArray *names, const RhumbPaper *paper)
{
    g_autoptr (GPtrArray) given = rhumb_extra_find_texts (paper->extra, "countries");
    g_autoptr (GPtrArray) addresses = list_addresses (paper, FALSE);
    GPtrArray *texts = given->len > 0 ? given : addresses;
    for (guint i = 0; i < texts->len; i++) {
        const char *country = rhumb_find_country (texts->pdata[i]);
        if (country != NULL)
            g_ptr_array_add (names, g_strdup (country));
    }
}

static void
add_keywords (GPtrArray *names, const RhumbPaper *paper)
{
    for (guint i = 0; paper->keywords != NULL && paper->keywords[i] != NULL; i++) {
        gsize length;
        const char *subject = rhumb_keyword_find_subject (paper, paper->keywords[i], &length);
        if (subject != NULL)
            g_ptr_array_add (names, g_strndup (subject, length));
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Names by their folded form, which also orders them. */
typedef struct {
    GHashTable *name_by_key;
    GPtrArray *keys;
    GArray *paper;  /* of each mention */
    GPtrArray *key; /* of each mention; borrowed */
    gboolean are_keywords;
} Mentions;

static void
mention (Mentions *mentions, guint32 v, const char *name)
{
    char *clean = rhumb_text_clean (name, -1);
    g_autofree char *key = g_strdelimit (g_utf8_casefold (clean, -1), "-", ' ');
    gpointer known = NULL;
    if (*key == '\0') {
        g_free (clean);
        return;
    }
    if (!g_hash_table_lookup_extended (mentions->name_by_key, key, &known, NULL)) {
        known = g_strdup (key);
        g_hash_table_insert (mentions->name_by_key, known, clean);
        g_ptr_array_add (mentions->keys, known);
    } else {
        g_free (clean);
    }
    g_array_append_val (mentions->paper, v);
    g_ptr_array_add (mentions->key, known);
}

/* The number of a key's first @length bytes and @end, if there is such a key. */
static gboolean
find_form (GHashTable *number, const char *key, gsize length, const char *end, guint *found)
{
    g_autofree char *form = g_strdup_printf ("%.*s%s", (int)length, key, end);
    gpointer value;
    if (!g_hash_table_lookup_extended (number, form, NULL, &value))
        return FALSE;
    *found = GPOINTER_TO_UINT (value);
    return TRUE;
}

/* Where the short form in brackets begins that a key of several words ends in: "… process (ahp)"; a
 * word that only tells senses apart ("mercury (planet)") is none. */
static const char *
find_short_form (const char *key)
{
    const char *open = g_str_has_suffix (key, ")") ? g_strrstr (key, " (") : NULL;
    return open != NULL && strpbrk (open + 2, " ,;") == NULL && open[2] == *key &&
                   memchr (key, ' ', (gsize)(open - key)) != NULL
               ? open
               : NULL;
}

/* A keyword's number, or that of its simpler form if there is one: "models" → "model". */
static guint
find_simplest (GHashTable *number, const char *key)
{
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (number, key));
    gsize length = strlen (key);
    const char *open = find_short_form (key);
    if (open != NULL && find_form (number, key, (gsize)(open - key), "", &found))
        length = (gsize)(open - key);
    if (length < LEAST_PLURAL || key[length - 1] != 's' || key[length - 2] == 's')
        return found;
    if (length > LEAST_PLURAL && strncmp (key + length - 4, "ices", 4) == 0 &&
        find_form (number, key, length - 4, "ix", &found))
        return found;
    if (!find_form (number, key, length - 1, "", &found) && key[length - 2] == 'e' &&
        !(key[length - 3] == 'i' && find_form (number, key, length - 3, "y", &found)))
        find_form (number, key, length - 2, "", &found);
    return found;
}

/* Leaves out keys that no mention has any more. */
static void
close_gaps (GPtrArray *names, guint32 *to, guint n_mentions)
{
    g_autofree guint32 *next = g_new0 (guint32, (gsize)names->len + 1);
    for (guint i = 0; i < n_mentions; i++)
        next[to[i]] = 1;
    guint32 n = 0;
    for (guint k = 0; k < names->len; k++) {
        const gboolean is_used = next[k] == 1;
        next[k] = n;
        if (is_used)
            g_ptr_array_index (names, n++) = g_ptr_array_index (names, k);
        else
            g_free (g_ptr_array_index (names, k));
    }
    for (guint k = n; k < names->len; k++)
        g_ptr_array_index (names, k) = NULL;
    g_ptr_array_set_size (names, (gint)n);
    for (guint i = 0; i < n_mentions; i++)
        to[i] = next[to[i]];
}

static RhumbNetwork *
build (const Mentions *mentions, guint32 n_papers, GPtrArray **names, GError **error)
{
    g_autoptr (GHashTable) number = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_sort (mentions->keys, compare_texts);
    for (guint i = 0; i < mentions->keys->len; i++) {
        g_hash_table_insert (number, mentions->keys->pdata[i], GUINT_TO_POINTER (i));
        g_ptr_array_add (found, g_strdup (g_hash_table_lookup (mentions->name_by_key,
                                                               mentions->keys->pdata[i])));
    }
    g_autofree guint32 *to = g_new (guint32, (gsize)mentions->key->len + 1);
    for (guint i = 0; i < mentions->key->len; i++)
        to[i] = mentions->are_keywords
                    ? find_simplest (number, mentions->key->pdata[i])
                    : GPOINTER_TO_UINT (g_hash_table_lookup (number, mentions->key->pdata[i]));
    if (mentions->are_keywords)
        close_gaps (found, to, mentions->key->len);
    RhumbNetwork *network = rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n_papers, found->len,
                                               (const guint32 *)(gpointer)mentions->paper->data, to,
                                               NULL, mentions->key->len, error);
    if (network != NULL)
        *names = g_steal_pointer (&found);
    return network;
}

static RhumbNetwork *
list_names (const RhumbCorpus *corpus, AddNames add, GPtrArray **names, GError **error)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GPtrArray) keys = g_ptr_array_new ();
    g_autoptr (GArray) paper = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GPtrArray) key = g_ptr_array_new ();
    Mentions mentions = {by_key, keys, paper, key, add == add_keywords};
    for (guint32 v = 0; v < n_papers; v++) {
        g_autoptr (GPtrArray) of_paper = g_ptr_array_new_with_free_func (g_free);
        add (of_paper, rhumb_corpus_get_paper (corpus, v));
        for (guint i = 0; i < of_paper->len; i++)
            mention (&mentions, v, of_paper->pdata[i]);
    }
    return build (&mentions, n_papers, names, error);
}

/* The institutions of each paper, as far as its source names them or an address: a two-mode network
 * papers → institutions. */
RhumbNetwork *
rhumb_list_institutions (const RhumbCorpus *corpus, GPtrArray **names, GError **error)
{
    return list_names (corpus, add_institutions, names, error);
}

/* The countries of each paper: a two-mode network papers → countries. */
RhumbNetwork *
rhumb_list_countries (const RhumbCorpus *corpus, GPtrArray **names, GError **error)
{
    return list_names (corpus, add_countries, names, error);
}

/* The keywords that the sources give, one if they differ in case and hyphens only, or in the plural
 * or a short form in brackets where a keyword without it is given too, without codes of
 * classifications: a two-mode network papers → keywords. */
RhumbNetwork *
rhumb_list_keywords (const RhumbCorpus *corpus, GPtrArray **names, GError **error)
{
    return list_names (corpus, add_keywords, names, error);
}
