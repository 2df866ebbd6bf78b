/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * XML as a stream of records; the only file that uses libxml2, by way of librhumb-xml.
 *
 * The parser pulls bytes and tells what it finds; nothing but the record at hand is in memory.
 * Nothing outside the file is ever read: no DTD, no entity, no network. Declared entities are
 * kept only if they are short plain text, so none can hold another and a file grows at most by a
 * fixed factor; the names of HTML and Latin-1 (those of dblp.dtd) are known without a declaration.
 * An entity that is neither stays as it is typed and is told. libxml2's own limits stay on
 * (XML_PARSE_HUGE is never set): 256 levels, 10 MB for a name, a comment or an attribute.
 *
 * The parser's SAX interface is used and not its reader, for three things: lines beyond 65535, a
 * table of entities of our own, and no tree built twice.
 * Source: XML 1.0; xmlsoft.org. Cost: linear; memory for one record.
 */
#include "io/xml-door.h"

#include <string.h>

#include "graph/by-need.h"
#include "graph/error.h"
#include "io/scan/entity.h"
#include "io/scan/input.h"
#include "io/xml-calls.h"

#define LONGEST_ENTITY 256
#define MANY_ENTITIES 4096

typedef struct {
    const RhumbXmlCalls *xml;
    RhumbInput *input;
    const RhumbXmlHandler *handler;
    gpointer reader;
    RhumbCorpusBuilder *builder;
    xmlParserCtxtPtr parser;
    RhumbXmlTree *tree;
    gboolean in_record;
    guint depth;
    guint skipped_at;     /* depth of the element that is left out, 0 = none */
    GHashTable *declared; /* entity -> text, NULL = not used */
    GHashTable *unknown;  /* entities told */
    xmlEntity entity;     /* the one asked for last */
    GString *entity_text;
    gboolean failed;
    GError *error;
    char *problem; /* the first that is fatal */
    guint64 problem_line;
} Door;

static guint64
get_line (const Door *door)
{
    const int line = door->parser->input != NULL ? door->parser->input->line : 0;
    return line > 0 ? (guint64)line : 0;
}

/* Stops the parser if what a reader did failed. */
static void
check (Door *door, gboolean done)
{
    if (done)
        return;
    door->failed = TRUE;
    door->xml->stop (door->parser);
}

static gboolean
check_size (Door *door)
{
    if (!rhumb_xml_tree_is_too_large (door->tree))
        return TRUE;
    if (!door->failed)
        rhumb_input_set_error (door->input, &door->error, RHUMB_ERROR_LIMIT, get_line (door),
                               "records below that limit",
                               "a record larger than 16 MiB of text or 2^20 elements");
    check (door, FALSE);
    return FALSE;
}

/* Attributes come as name, prefix, URI, begin and end of the value, with '&' still escaped. */
static void
add_attributes (Door *door, int n, const xmlChar **attributes)
{
    for (int i = 0; i < n; i++, attributes += 5) {
        const char *value = (const char *)attributes[3];
        const gsize length = (gsize)(attributes[4] - attributes[3]);
        if (memchr (value, '&', length) == NULL) {
            rhumb_xml_tree_add_attribute (door->tree, (const char *)attributes[0], value, length);
            continue;
        }
        g_autofree char *escaped = g_strndup (value, length);
        g_autofree char *decoded = rhumb_entity_decode (escaped);
        rhumb_xml_tree_add_attribute (door->tree, (const char *)attributes[0], decoded,
                                      strlen (decoded));
    }
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED,
               const xmlChar *uri G_GNUC_UNUSED, int n_namespaces G_GNUC_UNUSED,
               const xmlChar **namespaces G_GNUC_UNUSED, int n_attributes,
               int n_defaulted G_GNUC_UNUSED, const xmlChar **attributes)
{
    Door *door = data;
    door->depth++;
    if (door->failed || door->skipped_at > 0)
        return;
    rhumb_xml_tree_open (door->tree, (const char *)name, get_line (door));
    add_attributes (door, n_attributes, attributes);
    if (!check_size (door) || door->in_record)
        return;
    const RhumbXmlWish wish =
        door->handler->begin (door->reader, rhumb_xml_tree_get_root (door->tree), &door->error);
    door->in_record = wish == RHUMB_XML_TAKE;
    door->skipped_at = wish == RHUMB_XML_SKIP ? door->depth : 0;
    if (!door->in_record)
        rhumb_xml_tree_clear (door->tree);
    check (door, wish != RHUMB_XML_STOP);
}

static void
end_in_record (Door *door)
{
    rhumb_xml_tree_close (door->tree);
    if (rhumb_xml_tree_get_depth (door->tree) > 0)
        return;
    door->in_record = FALSE;
    check (door,
           door->handler->take (door->reader, rhumb_xml_tree_get_root (door->tree), &door->error));
    rhumb_xml_tree_clear (door->tree);
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix G_GNUC_UNUSED,
             const xmlChar *uri G_GNUC_UNUSED)
{
    Door *door = data;
    const guint depth = door->depth--;
    if (door->failed)
        return;
    if (door->in_record)
        end_in_record (door);
    else if (door->skipped_at == depth)
        door->skipped_at = 0;
    else if (door->skipped_at == 0 && door->handler->end != NULL)
        check (door, door->handler->end (door->reader, (const char *)name, &door->error));
}

static void
add_text (void *data, const xmlChar *text, int length)
{
    Door *door = data;
    if (door->failed || !door->in_record)
        return;
    rhumb_xml_tree_add_text (door->tree, (const char *)text, (gsize)length);
    check_size (door);
}

static void
declare_entity (void *data, const xmlChar *name, int type, const xmlChar *public_id G_GNUC_UNUSED,
                const xmlChar *system_id G_GNUC_UNUSED, xmlChar *content)
{
    Door *door = data;
    const char *text = (const char *)content;
    const gboolean plain = type == XML_INTERNAL_GENERAL_ENTITY && text != NULL &&
                           strpbrk (text, "&<%") == NULL && strlen (text) <= LONGEST_ENTITY;
    if (type == XML_INTERNAL_PARAMETER_ENTITY || type == XML_EXTERNAL_PARAMETER_ENTITY ||
        g_hash_table_size (door->declared) >= MANY_ENTITIES ||
        g_hash_table_contains (door->declared, name))
        return;
    g_hash_table_insert (door->declared, g_strdup ((const char *)name),
                         plain ? g_strdup (text) : NULL);
}

/* Names are told once, where they are used and not where other entities are declared with them;
 * those of a hostile file do not fill the report. */
static void
tell_unknown (Door *door, const char *name)
{
    if (door->depth == 0 || g_hash_table_size (door->unknown) >= 64 || door->failed ||
        !g_hash_table_add (door->unknown, g_strdup (name)))
        return;
    g_autofree char *found = g_strdup_printf ("entity &%s;", name);
    check (door, rhumb_corpus_builder_report (
                     door->builder, RHUMB_EVENT_NOTE, get_line (door), found,
                     "not known, not plain, too long or in an attribute; kept as it is typed",
                     &door->error));
}

/* Answers with an entity of the kind that the parser puts in without looking into it; one without
 * an original text would be given the declared one to keep. In the value of an attribute it would
 * put in one byte only, so there the name is left for later. */
static xmlEntityPtr
get_entity (void *data, const xmlChar *name)
{
    Door *door = data;
    const char *text = g_hash_table_lookup (door->declared, name);
    text = text != NULL ? text : rhumb_entity_find ((const char *)name);
    const gboolean in_attribute = door->parser->instate == XML_PARSER_ATTRIBUTE_VALUE;
    if (text == NULL || (in_attribute && g_hash_table_contains (door->declared, name)))
        tell_unknown (door, (const char *)name);
    g_string_truncate (door->entity_text, 0);
    if (text != NULL)
        g_string_append (door->entity_text, text);
    else
        g_string_append_printf (door->entity_text, "&%s;", (const char *)name);
    door->entity = (xmlEntity){.type = XML_ENTITY_DECL,
                               .name = name,
                               .content = (xmlChar *)door->entity_text->str,
                               .orig = (xmlChar *)door->entity_text->str,
                               .length = (int)door->entity_text->len,
                               .etype = in_attribute ? XML_INTERNAL_GENERAL_ENTITY
                                                     : XML_INTERNAL_PREDEFINED_ENTITY,
                               .checked = 2};
    return &door->entity;
}

/* One that lies outside the file, whatever it is: the parser has been told not to fetch such. */
static xmlEntityPtr
get_parameter_entity (void *data, const xmlChar *name)
{
    Door *door = data;
    door->entity = (xmlEntity){.type = XML_ENTITY_DECL,
                               .name = name,
                               .orig = (xmlChar *)door->entity_text->str,
                               .etype = XML_EXTERNAL_PARAMETER_ENTITY,
                               .checked = 2};
    return &door->entity;
}

/* One line for people, without the names of libxml2's functions and options. */
static char *
word_problem (const char *message)
{
    const char *colon = strstr (message, ": ");
    if (strstr (message, "Excessive depth") != NULL)
        return g_strdup ("elements nested more than 256 deep");
    if (g_str_has_prefix (message, "xmlParse") && colon != NULL)
        message = colon + strlen (": ");
    return g_strstrip (g_strdelimit (g_strdup (message), "\r\n", ' '));
}

static void
keep_problem (void *data, xmlErrorPtr problem)
{
    Door *door = data;
    if (problem->level != XML_ERR_FATAL || door->problem != NULL)
        return;
    g_autofree char *text = word_problem (problem->message != NULL ? problem->message : "no XML");
    door->problem = g_utf8_make_valid (text, -1);
    door->problem_line = problem->line > 0 ? (guint64)problem->line : get_line (door);
}

static int
read_bytes (void *data, char *to, int room)
{
    Door *door = data;
    gsize n_read = 0;
    if (door->failed || !rhumb_input_read_bytes (door->input, to, (gsize)room, &n_read,
                                                 door->error == NULL ? &door->error : NULL)) {
        door->failed = TRUE;
        return -1;
    }
    return (int)n_read;
}

static void
tell_encoding (void *data)
{
    Door *door = data;
    const xmlParserCtxt *parser = door->parser;
    const char *name = (const char *)(parser->encoding != NULL ? parser->encoding
                                      : parser->input != NULL  ? parser->input->encoding
                                                               : NULL);
    if (name == NULL || rhumb_input_is_converted (door->input) ||
        g_ascii_strcasecmp (name, "UTF-8") == 0)
        return;
    g_autofree char *found = g_strdup_printf ("encoding %s", name);
    check (door,
           rhumb_corpus_builder_report (door->builder, RHUMB_EVENT_NOTE, 1, found,
                                        "as the file declares; converted to UTF-8", &door->error));
}

static void
parse (Door *door)
{
    const xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                                   .startDocument = tell_encoding,
                                   .startElementNs = start_element,
                                   .endElementNs = end_element,
                                   .characters = add_text,
                                   .ignorableWhitespace = add_text,
                                   .cdataBlock = add_text,
                                   .getEntity = get_entity,
                                   .getParameterEntity = get_parameter_entity,
                                   .entityDecl = declare_entity,
                                   .serror = keep_problem};
    const gboolean converted = rhumb_input_is_converted (door->input);
    *door->parser->sax = handler;
    door->parser->userData = door;
    /* What conversion of encodings complains of passes by the parser. */
    void *old_data = NULL;
    const xmlStructuredErrorFunc old_function = door->xml->get_error_function (&old_data);
    door->xml->set_error_function (door, keep_problem);
    xmlDocPtr document = door->xml->read (
        door->parser, read_bytes, NULL, door, NULL, converted ? "UTF-8" : NULL,
        XML_PARSE_NONET | XML_PARSE_BIG_LINES | (converted ? XML_PARSE_IGNORE_ENC : 0));
    door->xml->set_error_function (old_data, old_function);
    door->xml->free_document (document);
    if (!door->parser->wellFormed && door->problem == NULL) {
        door->problem = g_strdup ("no XML");
        door->problem_line = MAX (get_line (door), 1);
    }
}

static gboolean
finish (Door *door, GError **error)
{
    if (door->error != NULL) {
        g_propagate_error (error, g_steal_pointer (&door->error));
        return FALSE;
    }
    if (door->problem != NULL)
        rhumb_input_set_error (door->input, error, RHUMB_ERROR_FORMAT, door->problem_line,
                               "well-formed XML", "broken XML: %s", door->problem);
    return door->problem == NULL;
}

/* libxml2, ready; %NULL with an error. */
static const RhumbXmlCalls *
open_library (GError **error)
{
    static const RhumbXmlCalls *opened = NULL;
    static GMutex lock;
    g_mutex_lock (&lock);
    if (opened == NULL) {
        opened = rhumb_open_by_need ("librhumb-xml.so.0", "rhumb_xml_calls", error);
        if (opened != NULL)
            opened->init ();
    }
    const RhumbXmlCalls *xml = opened;
    g_mutex_unlock (&lock);
    return xml;
}

/* Reads an XML file to its end. What came before a break has been given to the reader. @input: an
 * input of which nothing has been read; @handler: what the reader does with elements; @builder:
 * builder for the report. Returns %FALSE with an error of the reader, %RHUMB_ERROR_FORMAT with the
 * line if the file is not well-formed, %RHUMB_ERROR_LIMIT if a record is too large,
 * %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_xml_read (RhumbInput *input, const RhumbXmlHandler *handler, gpointer reader,
                RhumbCorpusBuilder *builder, GError **error)
{
    const RhumbXmlCalls *xml = open_library (error);
    if (xml == NULL)
        return FALSE;
    g_autoptr (RhumbXmlTree) tree = rhumb_xml_tree_new ();
    g_autoptr (GHashTable) declared =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GString) entity_text = g_string_new (NULL);
    Door door = {.xml = xml,
                 .input = input,
                 .handler = handler,
                 .reader = reader,
                 .builder = builder,
                 .tree = tree,
                 .declared = declared,
                 .unknown = unknown,
                 .entity_text = entity_text,
                 .parser = xml->new_parser ()};
    if (door.parser == NULL)
        g_error ("no memory for an XML parser");
    parse (&door);
    xml->free_parser (door.parser);
    const gboolean read = finish (&door, error);
    g_free (door.problem);
    return read;
}
