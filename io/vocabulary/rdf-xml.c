/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * RDF/XML: a vocabulary as elements that describe resources.
 *
 * Each element under rdf:RDF is a subject, named by rdf:about (or rdf:ID, rdf:nodeID); each element
 * in it a predicate, its object the text in it, rdf:resource, or the one subject described inside.
 * What such an inner subject says is read too. Source: RDF 1.1 XML Syntax, W3C Recommendation
 * 2014, without rdf:parseType, containers and xml:base: vocabularies do without. Cost: linear;
 * memory for one top element.
 */
#include "io/vocabulary/readers.h"

#include <string.h>

#include "io/scan/xml-root.h"
#include "io/vocabulary/statements.h"
#include "io/xml-door.h"

#define MAX_DEPTH 32

static guint
sniff_rdf_xml (const char *head, gsize length)
{
    g_autofree char *root = rhumb_xml_find_root (head, length);
    return root != NULL && g_str_has_suffix (root, "RDF") ? 95 : 0;
}

static const char *
get_subject (const RhumbXmlNode *node)
{
    static const char *const names[] = {"about", "ID", "nodeID"};
    const char *id = NULL;
    for (gsize i = 0; id == NULL && i < G_N_ELEMENTS (names); i++)
        id = rhumb_xml_get_attribute (node, names[i]);
    return id;
}

static void
take_subject (RhumbVocabularyBuilder *builder, const RhumbXmlNode *node, guint depth)
{
    const char *subject = get_subject (node);
    for (const RhumbXmlNode *p = rhumb_xml_first (node, NULL); subject != NULL && p != NULL;
         p = rhumb_xml_next (p, NULL)) {
        const RhumbXmlNode *inner = rhumb_xml_first (p, NULL);
        const char *resource = rhumb_xml_get_attribute (p, "resource");
        if (resource == NULL)
            resource = inner != NULL ? get_subject (inner) : rhumb_xml_get_attribute (p, "nodeID");
        const char *text = resource == NULL ? rhumb_xml_get_text (p) : NULL;
        const RhumbStatement statement = {subject, p->name, resource != NULL ? resource : text,
                                          resource == NULL, rhumb_xml_get_attribute (p, "lang")};
        if (statement.object != NULL)
            rhumb_vocabulary_take_statement (builder, &statement);
        if (inner != NULL && depth < MAX_DEPTH)
            take_subject (builder, inner, depth + 1);
    }
}

static RhumbXmlWish
begin_element (gpointer data G_GNUC_UNUSED, const RhumbXmlNode *element,
               GError **error G_GNUC_UNUSED)
{
    return rhumb_xml_is (element, "RDF") ? RHUMB_XML_ENTER : RHUMB_XML_TAKE;
}

static gboolean
take_element (gpointer data, const RhumbXmlNode *element, GError **error G_GNUC_UNUSED)
{
    take_subject (data, element, 0);
    return TRUE;
}

static gboolean
end_element (gpointer data G_GNUC_UNUSED, const char *name G_GNUC_UNUSED,
             GError **error G_GNUC_UNUSED)
{
    return TRUE;
}

static gboolean
read_rdf_xml (RhumbInput *input, RhumbVocabularyBuilder *builder, GError **error)
{
    static const RhumbXmlHandler handler = {begin_element, take_element, end_element};
    /* The door tells what it repairs to a corpus; here nobody asks for it. */
    g_autoptr (RhumbCorpusBuilder) corpus = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (corpus, rhumb_input_get_name (input), "rdf-xml");
    return rhumb_xml_read (input, &handler, builder, corpus, error);
}

const RhumbVocabularyFormat rhumb_vocabulary_rdf_xml = {"rdf-xml", sniff_rdf_xml, read_rdf_xml};
