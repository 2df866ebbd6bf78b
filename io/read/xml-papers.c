/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What every reader of papers in XML does the same way: fill a record of paths, keep the rest as
 * extra, and tell each unknown element once.
 * Cost: linear in the record.
 */
#include "io/read/xml-papers.h"

#include <stdlib.h>

#include "io/scan/year.h"

#define MANY_NAMES 64

/* Reads the papers of an XML file. @input: an input of which nothing has been read; @handler: the
 * format; its functions get a RhumbXmlPapers; @state: the format's own state, in that; @builder: a
 * builder with a source begun. Returns %FALSE with an error of rhumb_xml_read(). */
gboolean
rhumb_xml_papers_read (RhumbInput *input, const RhumbXmlHandler *handler, gpointer state,
                       RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    RhumbXmlPapers papers = {.builder = builder, .record = record, .told = told, .state = state};
    const gboolean read = rhumb_xml_read (input, handler, &papers, builder, error);
    json_decref (papers.extra);
    return read;
}

/* rhumb_xml_papers_begin: begins the record that @node holds. */
void
rhumb_xml_papers_begin (RhumbXmlPapers *papers, const RhumbXmlNode *node)
{
    rhumb_record_clear (papers->record);
    papers->record->line = node->line;
}

/* rhumb_xml_papers_add: gives the record to the builder. */
gboolean
rhumb_xml_papers_add (RhumbXmlPapers *papers, GError **error)
{
    char *kept = papers->extra != NULL ? json_dumps (papers->extra, JSON_COMPACT) : NULL;
    papers->record->extra = kept;
    const gboolean added = rhumb_corpus_builder_add (papers->builder, papers->record, error);
    free (kept);
    json_decref (papers->extra);
    papers->extra = NULL;
    return added;
}

/* Fills members of the record that are one text. @papers: a record begun; @node: an element;
 * @fields: paths below it and the members that they fill, ended by a path of %NULL; of several
 * paths for one member the first that has text counts. */
void
rhumb_xml_papers_fill (RhumbXmlPapers *papers, const RhumbXmlNode *node,
                       const RhumbXmlField *fields)
{
    for (; fields->path != NULL; fields++) {
        const char **place = (gpointer)((char *)papers->record + fields->offset);
        if (*place == NULL)
            *place = rhumb_xml_find_text (node, fields->path);
    }
}

/* rhumb_xml_papers_add_id: adds the id "scheme:id" unless @id is %NULL. */
void
rhumb_xml_papers_add_id (RhumbXmlPapers *papers, const RhumbXmlNode *node, const char *scheme,
                         const char *id)
{
    if (id != NULL)
        g_ptr_array_add (papers->record->ids, (gpointer)rhumb_xml_keep (node, "%s:%s", scheme, id));
}

/* rhumb_xml_papers_add_author: adds an author unless @name is %NULL. */
void
rhumb_xml_papers_add_author (RhumbXmlPapers *papers, const char *name, const char *orcid,
                             const char *id)
{
    if (name == NULL)
        return;
    g_ptr_array_add (papers->record->author_names, (gpointer)name);
    g_ptr_array_add (papers->record->author_orcids, (gpointer)orcid);
    g_ptr_array_add (papers->record->author_ids, (gpointer)id);
}

static json_t *
get_extra (RhumbXmlPapers *papers)
{
    if (papers->extra == NULL)
        papers->extra = json_object ();
    return papers->extra;
}

/* rhumb_xml_papers_add_extra: keeps a text that has no member, the first of a name. */
void
rhumb_xml_papers_add_extra (RhumbXmlPapers *papers, const char *name, const char *text)
{
    if (text != NULL && json_object_get (get_extra (papers), name) == NULL)
        json_object_set_new (papers->extra, name, json_string (text));
}

/* rhumb_xml_papers_add_to_list: keeps a text that has no member at the end of a list. */
void
rhumb_xml_papers_add_to_list (RhumbXmlPapers *papers, const char *name, const char *text)
{
    if (text == NULL)
        return;
    json_t *list = json_object_get (get_extra (papers), name);
    if (list == NULL) {
        list = json_array ();
        json_object_set_new (papers->extra, name, list);
    }
    json_array_append_new (list, json_string (text));
}

/* Notes an element that is left out, once for each name and up to 64 names. @papers: what has been
 * told; @node: an element; @why: why it is left out. Returns %FALSE with an error of the builder.
 */
gboolean
rhumb_xml_papers_tell (RhumbXmlPapers *papers, const RhumbXmlNode *node, const char *why,
                       GError **error)
{
    if (g_hash_table_size (papers->told) >= MANY_NAMES ||
        g_hash_table_contains (papers->told, node->name))
        return TRUE;
    g_hash_table_add (papers->told, g_strdup (node->name));
    g_autofree char *found = g_strdup_printf ("element <%s>", node->name);
    return rhumb_corpus_builder_report (papers->builder, RHUMB_EVENT_NOTE, node->line, found, why,
                                        error);
}

/* Takes the year of a date in any wording, unless the record has one; a text without one is
 * reported. @papers: a record begun; @node (or %NULL): an element that should hold a year. Returns
 * %FALSE with an error of the builder. */
gboolean
rhumb_xml_papers_take_year (RhumbXmlPapers *papers, const RhumbXmlNode *node, GError **error)
{
    const char *text = papers->record->year == 0 ? rhumb_xml_get_text (node) : NULL;
    if (text == NULL)
        return TRUE;
    papers->record->year = rhumb_year_find (text);
    if (papers->record->year != 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%s is '%s'", node->name, text);
    return rhumb_corpus_builder_report (papers->builder, RHUMB_EVENT_FIELD_DROPPED, node->line,
                                        found, "expected a year", error);
}

/* rhumb_xml_name: "Family, Given" or the one that there is, %NULL if there is none. */
const char *
rhumb_xml_name (const RhumbXmlNode *node, const char *family, const char *given)
{
    if (family == NULL || given == NULL)
        return family != NULL ? family : given;
    return rhumb_xml_keep (node, "%s, %s", family, given);
}
