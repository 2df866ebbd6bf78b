/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers as BibTeX, for LaTeX and reference managers.
 *
 * What BibTeX has a field for goes there; other ids go to "identifiers", references to
 * "references", counts to the names that Web of Science uses, and the source's further fields
 * under their own names, so that nothing is lost. Titles stand in double braces, which keeps
 * their capitals under every style; items of lists stand in braces where they hold what parts
 * items. The citation key is the source's, else first author, year and first word of the title;
 * a key that is taken gets a letter, in the order of the corpus.
 * Cost: linear.
 */
#include "io/write/bibtex.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "graph/text.h"
#include "io/escape.h"
#include "io/write/bibtex-name.h"

typedef struct {
    const RhumbCorpus *corpus;
    GHashTable *keys; /* in use */
    GString *out;
} Writer;

/* Opens a field. Values are closed by end_field(). */
static void
begin_field (Writer *writer, const char *name)
{
    g_string_append_printf (writer->out, ",\n  %s = {", name);
}

static void
end_field (Writer *writer)
{
    g_string_append_c (writer->out, '}');
}

static void
add_field (Writer *writer, const char *name, const char *text)
{
    if (text == NULL)
        return;
    begin_field (writer, name);
    rhumb_escape_bibtex (writer->out, text);
    end_field (writer);
}

/* Links and ids are typed as they are; only what would end the field is escaped. */
static void
add_verbatim (Writer *writer, const char *name, const char *text)
{
    if (text == NULL)
        return;
    begin_field (writer, name);
    rhumb_escape_bibtex_verbatim (writer->out, text);
    end_field (writer);
}

static void
add_count (Writer *writer, const char *name, int count)
{
    if (count < 0)
        return;
    begin_field (writer, name);
    g_string_append_printf (writer->out, "%d", count);
    end_field (writer);
}

static void
add_list (Writer *writer, const char *name, const char *const *items)
{
    if (items == NULL || items[0] == NULL)
        return;
    begin_field (writer, name);
    for (gsize i = 0; items[i] != NULL; i++) {
        const gboolean protect = strpbrk (items[i], ";,\n") != NULL || items[1] == NULL;
        g_string_append (writer->out, i > 0 ? "; " : "");
        g_string_append (writer->out, protect ? "{" : "");
        rhumb_escape_bibtex (writer->out, items[i]);
        g_string_append (writer->out, protect ? "}" : "");
    }
    end_field (writer);
}

static void
add_authors (Writer *writer, const RhumbPaper *paper)
{
    if (paper->n_people == 0)
        return;
    begin_field (writer, "author");
    for (guint i = 0; i < paper->n_people; i++) {
        const char *name = rhumb_corpus_get_person (writer->corpus, paper->people[i])->name;
        g_string_append (writer->out, i > 0 ? " and " : "");
        rhumb_bibtex_write_name (writer->out, name);
    }
    end_field (writer);
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
            add_verbatim (writer, "eprint", id + strlen ("arxiv:"));
            add_verbatim (writer, "archiveprefix", "arXiv");
            has_arxiv = TRUE;
        } else if (g_str_has_prefix (id, "pmid:") && !has_pmid) {
            add_verbatim (writer, "pmid", id + strlen ("pmid:"));
            has_pmid = TRUE;
        } else {
            g_ptr_array_add (others, (gpointer)id);
        }
    }
    g_ptr_array_add (others, NULL);
    add_list (writer, "identifiers", (const char *const *)others->pdata);
}

static gboolean
is_field_name (const char *name)
{
    return *name != '\0' && !g_ascii_isdigit (*name) &&
           name[strspn (
               name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] == '\0';
}

/* A field of the source under a name that BibTeX can read. */
static void
add_extra_field (Writer *writer, const char *name, const json_t *value)
{
    g_autofree char *lower = g_ascii_strdown (name, -1);
    g_strdelimit (lower, " ./", '-');
    if (!is_field_name (lower) || g_str_equal (lower, "citation_key"))
        return;
    char *text = json_is_string (value) ? strdup (json_string_value (value))
                                        : json_dumps (value, JSON_ENCODE_ANY | JSON_COMPACT);
    g_autofree char *clean = text != NULL ? rhumb_text_clean (text, -1) : NULL;
    add_field (writer, lower, clean);
    free (text);
}

static void
add_extra (Writer *writer, json_t *extra)
{
    const char *name;
    json_t *value;
    json_object_foreach (extra, name, value)
    {
        add_extra_field (writer, name, value);
    }
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
    for (guint n = 1; !g_hash_table_add (writer->keys, g_strdup (key)); n++) {
        g_free (key);
        key = n <= 26 ? g_strdup_printf ("%s%c", base, 'a' + (char)(n - 1))
                      : g_strdup_printf ("%s_%u", base, n);
    }
    return g_steal_pointer (&key);
}

static void
add_source_fields (Writer *writer, const RhumbPaper *paper, const char *type)
{
    if (paper->venue != RHUMB_NONE)
        add_field (writer, is_in_book (type) ? "booktitle" : "journal",
                   rhumb_corpus_get_venue (writer->corpus, paper->venue)->name);
    add_field (writer, "shortjournal", paper->venue_short);
    add_field (writer, "volume", paper->volume);
    add_field (writer, "number", paper->issue);
    add_field (writer, "pages", paper->pages);
    add_field (writer, "issn", paper->issn);
}

static void
write_paper (Writer *writer, const RhumbPaper *paper)
{
    json_t *extra = paper->extra != NULL ? json_loads (paper->extra, JSON_ALLOW_NUL, NULL) : NULL;
    g_autofree char *type = choose_type (paper);
    g_autofree char *key = claim_key (writer, make_key (writer, paper, extra));
    g_string_append_printf (writer->out, "@%s{%s", type, key);
    add_authors (writer, paper);
    if (paper->title != NULL) {
        begin_field (writer, "title");
        g_string_append_c (writer->out, '{');
        rhumb_escape_bibtex (writer->out, paper->title);
        g_string_append_c (writer->out, '}');
        end_field (writer);
    }
    add_source_fields (writer, paper, type);
    add_count (writer, "year", paper->year != 0 ? paper->year : -1);
    add_field (writer, "date", paper->date);
    add_verbatim (writer, "doi", paper->doi);
    add_verbatim (writer, "url", paper->url);
    add_ids (writer, paper);
    add_field (writer, "language", paper->language);
    if (paper->type != NULL && !g_str_equal (paper->type, type))
        add_field (writer, "type", paper->type);
    add_count (writer, "times-cited", paper->n_cited_reported);
    add_count (writer, "number-of-cited-references", paper->n_references_reported);
    add_list (writer, "keywords", paper->keywords);
    add_field (writer, "abstract", paper->abstract);
    add_list (writer, "references", paper->references);
    add_extra (writer, extra);
    g_string_append (writer->out, "\n}\n\n");
    json_decref (extra);
}

/*
 * rhumb_bibtex_write_corpus:
 * @corpus: a corpus
 * @stream: where to write
 * @error: (out) (optional): place of the error
 *
 * Writes each paper as one entry, in the order of the corpus.
 *
 * Returns: %FALSE with a #GIOError
 */
gboolean
rhumb_bibtex_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream, GError **error)
{
    g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GString) out = g_string_new (NULL);
    Writer writer = {corpus, keys, out};
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        g_string_truncate (out, 0);
        write_paper (&writer, rhumb_corpus_get_paper (corpus, v));
        if (!g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}
