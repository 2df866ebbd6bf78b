/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What names the paper of a BibTeX entry: its DOI, its arXiv number, and the ids of databases that
 * exported it. The citation key names it only when nothing else does, not even a title, because
 * two files may use one key for two papers.
 * Cost: linear in the fields.
 */
#include "io/read/bibtex-record-private.h"

#include <string.h>

#include "graph/identifier.h"
#include "io/read/bibtex-lists.h"
#include "io/scan/bibtex-names.h"

#define ID_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-"

static void
keep_id (RhumbBibtexMaker *maker, const char *scheme, const char *value)
{
    g_autofree char *id = g_strconcat (scheme, value, NULL);
    g_ptr_array_add (maker->record->ids, g_string_chunk_insert (maker->strings, id));
}

/* What databases call the paper: PubMed, Web of Science, and Scopus in its link. */
static void
make_database_ids (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry)
{
    static const char *const pubmed[] = {"pmid", "pubmed_id", NULL};
    static const char *const schemes[] = {"WOS:", "ISI:"};
    const char *pmid = rhumb_bibtex_take_text (maker, entry, pubmed);
    if (pmid != NULL)
        keep_id (maker, "pmid:", pmid);
    RhumbBibtexField *identifiers = rhumb_bibtex_entry_find (entry, "identifiers");
    if (identifiers != NULL) {
        g_autoptr (GPtrArray) items = rhumb_bibtex_split_references (identifiers->value);
        for (guint i = 0; i < items->len; i++)
            keep_id (maker, "", items->pdata[i]);
        identifiers->used = TRUE;
    }
    RhumbBibtexField *unique = rhumb_bibtex_entry_find (entry, "unique-id");
    for (gsize i = 0; unique != NULL && i < G_N_ELEMENTS (schemes); i++) {
        const char *found = strstr (unique->value, schemes[i]);
        if (found == NULL)
            continue;
        g_autofree char *number = g_strndup (found + 4, strspn (found + 4, ID_CHARACTERS));
        keep_id (maker, "wos:", number);
        unique->used = TRUE;
    }
    const RhumbBibtexField *url = rhumb_bibtex_entry_find (entry, "url");
    const char *eid = url != NULL ? strstr (url->value, "eid=2-s2.0-") : NULL;
    if (eid != NULL) {
        g_autofree char *number = g_strndup (eid + 4, strspn (eid + 4, ID_CHARACTERS));
        keep_id (maker, "eid:", number);
    }
}

/* An entry that nothing else names is known by its citation key. */
void
rhumb_bibtex_make_last_id (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry)
{
    const RhumbRecord *record = maker->record;
    if (record->title == NULL && record->doi == NULL && record->ids->len == 0 &&
        *entry->key != '\0')
        keep_id (maker, "bibtex:", entry->key);
}

/* A DOI and the arXiv number. */
gboolean
rhumb_bibtex_make_ids (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, GError **error)
{
    static const char *const archives[] = {"archiveprefix", "eprinttype", NULL};
    make_database_ids (maker, entry);
    RhumbBibtexField *doi = rhumb_bibtex_entry_find (entry, "doi");
    if (doi != NULL) {
        const char *text = rhumb_bibtex_keep_verbatim (maker, doi->value);
        g_autofree char *parsed = rhumb_identifier_parse_doi (text);
        doi->used = parsed != NULL || *text == '\0';
        maker->record->doi = parsed != NULL ? text : NULL;
        if (!doi->used &&
            !rhumb_bibtex_drop_field (maker, doi, "expected a DOI: 10.number/name", error))
            return FALSE;
    }
    RhumbBibtexField *eprint = rhumb_bibtex_entry_find (entry, "eprint");
    if (eprint == NULL)
        return TRUE;
    RhumbBibtexField *archive = rhumb_bibtex_find_first (entry, archives);
    const char *number = rhumb_bibtex_keep_verbatim (maker, eprint->value);
    g_autofree char *name = archive != NULL ? rhumb_bibtex_decode (archive->value) : g_strdup ("");
    if (g_ascii_strcasecmp (name, "arxiv") != 0 && g_ascii_strncasecmp (number, "arxiv:", 6) != 0)
        return TRUE;
    g_autofree char *arxiv = rhumb_identifier_parse_arxiv (number);
    if (arxiv == NULL)
        return rhumb_bibtex_drop_field (maker, eprint, "expected an arXiv number", error);
    keep_id (maker, "arxiv:", arxiv);
    eprint->used = TRUE;
    if (archive != NULL)
        archive->used = TRUE;
    return TRUE;
}
