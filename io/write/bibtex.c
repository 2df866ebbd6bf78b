/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers as BibTeX, for LaTeX and reference managers.
 *
 * What BibTeX has a field for goes there; other ids go to "identifiers", references to
 * "references", counts and ORCIDs to the names that Web of Science uses, and the source's further
 * fields under their own names (io/write/bibtex-extra.c), so that nothing is lost. Titles stand in
 * double braces, which keeps their capitals under every style; items of lists stand in braces where
 * they hold what parts items. The citation key is the source's, else first author, year and first
 * word of the title; a key that is taken gets a letter, in the order of the corpus. Cost: linear.
 */
#include "io/write/bibtex.h"

#include <jansson.h>
#include <string.h>

#include "io/bibtex-marks.h"
#include "io/escape.h"
#include "io/scan/date.h"
#include "io/write/bibtex-extra.h"
#include "io/write/bibtex-fields.h"
#include "io/write/bibtex-name.h"

typedef struct {
    const RhumbCorpus *corpus;
    GHashTable *keys;         /* in use → the number to try next where one is wanted again */
    RhumbBibtexFields fields; /* of the present entry; its text is what is written */
} Writer;

static void
add_authors (Writer *writer, const RhumbPaper *paper)
{
    if (paper->n_people == 0)
        return;
    rhumb_bibtex_fields_begin (&writer->fields, "author");
    for (guint i = 0; i < paper->n_people; i++) {
        const char *name = rhumb_corpus_get_person (writer->corpus, paper->people[i])->name;
        g_string_append (writer->fields.out, i > 0 ? " and " : "");
        rhumb_bibtex_write_name (writer->fields.out, name);
    }
    rhumb_bibtex_fields_end (&writer->fields);
}

/* "Family, Given/number" for each author that has one, as Web of Science writes them. */
static void
add_numbers (Writer *writer, const RhumbPaper *paper, const char *field,
             const char *(*get) (const RhumbPerson *person))
{
    g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < paper->n_people; i++) {
        const RhumbPerson *person = rhumb_corpus_get_person (writer->corpus, paper->people[i]);
        if (get (person) != NULL)
            g_ptr_array_add (pairs, g_strconcat (person->name, "/", get (person), NULL));
    }
    g_ptr_array_add (pairs, NULL);
    rhumb_bibtex_fields_add_list (&writer->fields, field, "; ", (const char *const *)pairs->pdata);
}

static const char *
get_orcid (const RhumbPerson *person)
{
    return person->orcid;
}

/* The ids that have no field of their own. */
static void
add_ids (Writer *writer, const RhumbPaper *paper)
{
    g_autoptr (GPtrArray) others = g_ptr_array_new ();
    gboolean has_arxiv = FALSE;
    gboolean has_pmid = FALSE;
    for (gsize i = 0; paper->ids[i] != NULL; i++) {
        const char *id = paper->ids[i];
        if (g_str_has_prefix (id, "doi:") || g_str_has_prefix (id, "key:"))
            continue;
        if (g_str_has_prefix (id, "arxiv:") && !has_arxiv) {
            rhumb_bibtex_fields_add_verbatim (&writer->fields, "eprint", id + strlen ("arxiv:"));
            rhumb_bibtex_fields_add_verbatim (&writer->fields, "archiveprefix", "arXiv");
            has_arxiv = TRUE;
        } else if (g_str_has_prefix (id, "pmid:") && !has_pmid) {
            rhumb_bibtex_fields_add_verbatim (&writer->fields, "pmid", id + strlen ("pmid:"));
            has_pmid = TRUE;
        } else {
            g_ptr_array_add (others, (gpointer)id);
        }
    }
    g_ptr_array_add (others, NULL);
    rhumb_bibtex_fields_add_list (&writer->fields, "identifiers", "; ",
                                  (const char *const *)others->pdata);
}

static gboolean
is_in_book (const char *type)
{
    return strstr (type, "proceeding") != NULL || strstr (type, "conference") != NULL ||
           strstr (type, "incollection") != NULL || strstr (type, "inbook") != NULL ||
           strstr (type, "chapter") != NULL;
}

/* The type of entry: the source's if it is one word, by what it says otherwise. */
static char *
choose_type (const RhumbPaper *paper)
{
    static const char *const known[] = {
        "article",    "book",         "booklet",       "collection",  "conference",    "dataset",
        "inbook",     "incollection", "inproceedings", "manual",      "mastersthesis", "misc",
        "online",     "patent",       "phdthesis",     "proceedings", "report",        "software",
        "techreport", "thesis",       "unpublished",   NULL};
    g_autofree char *type = g_ascii_strdown (paper->type != NULL ? paper->type : "", -1);
    if (g_strv_contains (known, type))
        return g_steal_pointer (&type);
    if (strstr (type, "chapter") != NULL)
        return g_strdup ("incollection");
    if (is_in_book (type))
        return g_strdup ("inproceedings");
    return g_strdup (paper->venue != RHUMB_NONE || strstr (type, "article") != NULL ? "article"
                                                                                    : "misc");
}

/* Letters and digits of the last word of the name before a comma, or of the whole. */
static void
append_family (GString *key, const char *name)
{
    const char *comma = strchr (name, ',');
    const char *space = comma == NULL ? strrchr (name, ' ') : NULL;
    g_autofree char *family = comma != NULL ? g_strndup (name, (gsize)(comma - name))
                                            : g_strdup (space != NULL ? space + 1 : name);
    g_autofree char *ascii = g_str_to_ascii (family, "C");
    for (const char *p = ascii; *p != '\0'; p++)
        if (g_ascii_isalnum (*p))
            g_string_append_c (key, g_ascii_tolower (*p));
}

static void
append_word (GString *key, const char *title)
{
    static const char *const small[] = {"a", "an", "the", "on", "of", "in", "for", "to", NULL};
    g_autofree char *ascii = g_str_to_ascii (title, "C");
    g_auto (GStrv) words = g_strsplit_set (ascii, " -:,.'\"()", -1);
    for (gsize i = 0; words[i] != NULL; i++) {
        g_autofree char *word = g_ascii_strdown (words[i], -1);
        const gsize length = strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789");
        if (length == 0 || word[length] != '\0' || g_strv_contains (small, word))
            continue;
        g_string_append (key, word);
        return;
    }
}

static char *
make_key (const Writer *writer, const RhumbPaper *paper, const json_t *extra)
{
    const char *given = json_string_value (json_object_get (extra, "citation_key"));
    GString *key = g_string_new (NULL);
    if (given != NULL && given[strcspn (given, " ,{}\"#%'()=\\~@")] == '\0')
        g_string_append (key, given);
    if (key->len == 0 && paper->n_people > 0)
        append_family (key, rhumb_corpus_get_person (writer->corpus, paper->people[0])->name);
    if (given == NULL && paper->year != 0)
        g_string_append_printf (key, "%d", paper->year);
    if (given == NULL && paper->title != NULL)
        append_word (key, paper->title);
    if (key->len == 0)
        g_string_append (key, "paper");
    return g_string_free (key, FALSE);
}

/* A key of its own: "smith2020graph", "smith2020grapha", … */
static char *
claim_key (Writer *writer, char *wanted)
{
    g_autofree char *base = wanted;
    g_autofree char *key = g_strdup (base);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (writer->keys, base));
    for (; g_hash_table_contains (writer->keys, key); n++) {
        g_free (key);
        key = n <= 26 ? g_strdup_printf ("%s%c", base, 'a' + (char)(n - 1))
                      : g_strdup_printf ("%s_%u", base, n);
    }
    /* Where many papers are called alike each would try all numbers again. */
    g_hash_table_insert (writer->keys, g_strdup (base), GUINT_TO_POINTER (MAX (n, 1)));
    if (!g_str_equal (key, base))
        g_hash_table_insert (writer->keys, g_strdup (key), GUINT_TO_POINTER (1));
    return g_steal_pointer (&key);
}

static void
add_source_fields (Writer *writer, const RhumbPaper *paper, const char *type)
{
    if (paper->venue != RHUMB_NONE)
        rhumb_bibtex_fields_add (&writer->fields, is_in_book (type) ? "booktitle" : "journal",
                                 rhumb_corpus_get_venue (writer->corpus, paper->venue)->name);
    rhumb_bibtex_fields_add (&writer->fields, "shortjournal", paper->venue_short);
    rhumb_bibtex_fields_add (&writer->fields, "volume", paper->volume);
    rhumb_bibtex_fields_add (&writer->fields, "number", paper->issue);
    rhumb_bibtex_fields_add (&writer->fields, "pages", paper->pages);
    rhumb_bibtex_fields_add (&writer->fields, "issn", paper->issn);
}

/* A date that ISO 8601 can say; any other is left to the source's further fields. */
static void
add_date (Writer *writer, const char *text)
{
    const RhumbDate date = rhumb_date_parse (text != NULL ? text : "");
    g_autofree char *iso = date.is_whole && date.year != 0 ? rhumb_date_format_iso (&date) : NULL;
    const gboolean is_iso = text != NULL && rhumb_date_is_iso (text);
    rhumb_bibtex_fields_add (&writer->fields, "date", is_iso ? text : iso);
}

static void
write_paper (Writer *writer, const RhumbPaper *paper)
{
    RhumbBibtexFields *fields = &writer->fields;
    json_t *extra = paper->extra != NULL ? json_loads (paper->extra, JSON_ALLOW_NUL, NULL) : NULL;
    g_autofree char *type = choose_type (paper);
    g_autofree char *key = claim_key (writer, make_key (writer, paper, extra));
    json_decref (extra);
    g_string_append_printf (fields->out, "@%s{%s", type, key);
    add_authors (writer, paper);
    if (paper->title != NULL) {
        rhumb_bibtex_fields_begin (fields, "title");
        g_string_append_c (fields->out, '{');
        rhumb_escape_bibtex (fields->out, paper->title);
        g_string_append_c (fields->out, '}');
        rhumb_bibtex_fields_end (fields);
    }
    add_source_fields (writer, paper, type);
    rhumb_bibtex_fields_add_count (fields, "year", paper->year != 0 ? paper->year : -1);
    add_date (writer, paper->date);
    rhumb_bibtex_fields_add_verbatim (fields, "doi", paper->doi);
    rhumb_bibtex_fields_add_verbatim (fields, "url", paper->url);
    add_ids (writer, paper);
    add_numbers (writer, paper, RHUMB_BIBTEX_ORCIDS, get_orcid);
    add_numbers (writer, paper, RHUMB_BIBTEX_AUTHOR_IDS, rhumb_person_get_database_id);
    rhumb_bibtex_fields_add (fields, "language", paper->language);
    rhumb_bibtex_fields_add_count (fields, "times-cited", paper->n_cited_reported);
    rhumb_bibtex_fields_add_count (fields, "number-of-cited-references",
                                   paper->n_references_reported);
    rhumb_bibtex_fields_add_list (fields, "keywords", ", ", paper->keywords);
    rhumb_bibtex_fields_add (fields, "abstract", paper->abstract);
    rhumb_bibtex_fields_add_list (fields, "references", "; ", paper->references);
    rhumb_bibtex_write_extra (fields, paper, type);
    g_string_append (fields->out, "\n}\n\n");
}

/* Writes each paper as one entry, in the order of the corpus. @stream: where to write. Returns
 * %FALSE with a #GIOError. */
gboolean
rhumb_bibtex_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream, GError **error)
{
    g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_auto (RhumbBibtexFields) fields = {0};
    rhumb_bibtex_fields_init (&fields);
    Writer writer = {corpus, keys, fields};
    GString *out = fields.out;
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        g_string_truncate (out, 0);
        g_hash_table_remove_all (fields.names);
        write_paper (&writer, rhumb_corpus_get_paper (corpus, v));
        if (!g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}
