/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a paper in a volume takes over from the volume.
 *
 * A "crossref" names another entry of the file whose fields fill those that are missing (O.
 * Patashnik, BibTeXing, 1988, section 2.3); that entry may have a crossref of its own. Unlike
 * BibTeX, and like its successors, the title of the volume becomes the booktitle (of a periodical
 * the journal), and what identifies or describes the volume itself is not taken over: its DOI is
 * no DOI of the paper. An entry without a title of its own, a chapter known by its pages, takes
 * the title too.
 * Cost: linear in the fields of the chain, at most 16 entries.
 */
#include "io/read/bibtex-crossref.h"

#include <string.h>

#define CHAIN_LIMIT 16

/* Fields that speak of the entry itself, in the order of the alphabet. */
static const char *const own_fields[] = {
    "abstract",
    "annotation",
    "annote",
    "archiveprefix",
    "author_keywords",
    "cited-references",
    "crossref",
    "doi",
    "entryset",
    "eprint",
    "eprintclass",
    "eprinttype",
    "file",
    "ids",
    "key",
    "keyword",
    "keywords",
    "label",
    "note",
    "options",
    "pages",
    "pagetotal",
    "primaryclass",
    "references",
    "related",
    "shorthand",
    "times-cited",
    "type",
    "unique-id",
    "url",
    "urldate",
    "xdata",
    "xref",
    NULL,
};

/* A crossref itself is kept, to go on from. */
static gboolean
is_inherited (const RhumbBibtexField *field)
{
    if (g_str_equal (field->name, "crossref"))
        return TRUE;
    for (gsize i = 0; own_fields[i] != NULL && own_fields[i][0] <= field->name[0]; i++)
        if (own_fields[i][0] == field->name[0] && g_str_equal (own_fields[i], field->name))
            return FALSE;
    return TRUE;
}

/* Keeps what other entries inherit of an entry, at little cost. Returns a packed entry. */
RhumbBibtexEntry *
rhumb_bibtex_make_parent (const RhumbBibtexEntry *entry)
{
    return rhumb_bibtex_entry_pack (entry, is_inherited);
}

static void
add_missing (RhumbBibtexEntry *entry, GHashTable *names, const char *name,
             const RhumbBibtexField *from)
{
    if (g_hash_table_contains (names, name))
        return;
    rhumb_bibtex_entry_add (entry, name, from->value, from->line);
    const RhumbBibtexField *added = entry->fields->pdata[entry->fields->len - 1];
    g_hash_table_add (names, added->name);
}

/* A volume's title becomes the booktitle of what is in it; what has no title takes that as well. */
static void
inherit_title (RhumbBibtexEntry *entry, GHashTable *names, const RhumbBibtexEntry *parent,
               const RhumbBibtexField *field)
{
    const gboolean subtitle = g_str_equal (field->name, "subtitle");
    if (g_str_equal (parent->type, "periodical"))
        add_missing (entry, names, subtitle ? "journalsubtitle" : "journaltitle", field);
    else
        add_missing (entry, names, subtitle ? "booksubtitle" : "booktitle", field);
}

static void
inherit_from (RhumbBibtexEntry *entry, GHashTable *names, const RhumbBibtexEntry *parent)
{
    const gboolean untitled = !g_hash_table_contains (names, "title");
    for (guint i = 0; i < parent->fields->len; i++) {
        const RhumbBibtexField *field = parent->fields->pdata[i];
        const gboolean is_title =
            g_str_equal (field->name, "title") || g_str_equal (field->name, "subtitle");
        if (!is_inherited (field) || g_str_equal (field->name, "crossref"))
            continue;
        if (is_title)
            inherit_title (entry, names, parent, field);
        if (!is_title || untitled)
            add_missing (entry, names, field->name, field);
    }
}

/* The parent that a crossref names, NULL if there is none or it closes a circle. */
static const RhumbBibtexEntry *
find_parent (GHashTable *entries, const char *key, const GPtrArray *chain, const char **expected)
{
    const RhumbBibtexEntry *parent = g_hash_table_lookup (entries, key);
    *expected = "expected the key of an entry of this file";
    if (parent == NULL)
        return NULL;
    for (guint i = 0; i < chain->len; i++) {
        if (g_str_equal (chain->pdata[i], key)) {
            *expected = "expected an entry that does not refer back";
            return NULL;
        }
    }
    *expected = "expected a chain of at most 16 entries";
    return chain->len < CHAIN_LIMIT ? parent : NULL;
}

/* Fills the missing fields of an entry from the chain of its parents. A parent that is not there, a
 * circle, and a chain that is too long end it and are told as a dropped field. @entry: an entry
 * with a crossref; @entries (of strings RhumbBibtexEntry): the entries of the file by key;
 * @builder: where to report. Returns %FALSE with %RHUMB_ERROR_FORMAT if reading is strict and
 * something was told. */
gboolean
rhumb_bibtex_inherit (RhumbBibtexEntry *entry, GHashTable *entries, RhumbCorpusBuilder *builder,
                      GError **error)
{
    g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < entry->fields->len; i++)
        g_hash_table_add (names, ((RhumbBibtexField *)entry->fields->pdata[i])->name);
    g_ptr_array_add (chain, g_strdup (entry->key));
    const RhumbBibtexField *crossref = rhumb_bibtex_entry_find (entry, "crossref");
    while (crossref != NULL) {
        g_autofree char *key = g_strstrip (g_strdup (crossref->value));
        const char *expected;
        const RhumbBibtexEntry *parent = find_parent (entries, key, chain, &expected);
        if (parent == NULL) {
            const char *child = chain->pdata[chain->len - 1];
            g_autofree char *found =
                g_strdup_printf ("crossref '%s' of the entry '%s'", key, child);
            return rhumb_corpus_builder_report (builder, RHUMB_EVENT_FIELD_DROPPED, crossref->line,
                                                found, expected, error);
        }
        inherit_from (entry, names, parent);
        g_ptr_array_add (chain, g_steal_pointer (&key));
        crossref = rhumb_bibtex_entry_find (parent, "crossref");
    }
    return TRUE;
}
