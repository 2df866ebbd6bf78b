/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <jansson.h>

#include "io/xml-door.h"

G_BEGIN_DECLS

/* The record that a reader of XML fills, and what it has told. */
typedef struct {
    RhumbCorpusBuilder *builder;
    RhumbRecord *record;
    json_t *extra;    /* NULL = nothing yet */
    GHashTable *told; /* names told once */
    gpointer state;   /* the reader's own */
} RhumbXmlPapers;

/* An element and the member of RhumbRecord that its text fills. */
typedef struct {
    const char *path;
    gsize offset;
} RhumbXmlField;

gboolean rhumb_xml_papers_read (RhumbInput *input, const RhumbXmlHandler *handler, gpointer state,
                                RhumbCorpusBuilder *builder, GError **error);
void rhumb_xml_papers_begin (RhumbXmlPapers *papers, const RhumbXmlNode *node);
gboolean rhumb_xml_papers_add (RhumbXmlPapers *papers, GError **error);
void rhumb_xml_papers_fill (RhumbXmlPapers *papers, const RhumbXmlNode *node,
                            const RhumbXmlField *fields);
void rhumb_xml_papers_add_id (RhumbXmlPapers *papers, const RhumbXmlNode *node, const char *scheme,
                              const char *id);
void rhumb_xml_papers_add_author (RhumbXmlPapers *papers, const char *name, const char *orcid,
                                  const char *id);
void rhumb_xml_papers_add_extra (RhumbXmlPapers *papers, const char *name, const char *text);
void rhumb_xml_papers_add_to_list (RhumbXmlPapers *papers, const char *name, const char *text);
gboolean rhumb_xml_papers_tell (RhumbXmlPapers *papers, const RhumbXmlNode *node, const char *why,
                                GError **error);
gboolean rhumb_xml_papers_take_year (RhumbXmlPapers *papers, const RhumbXmlNode *node,
                                     GError **error);
const char *rhumb_xml_name (const RhumbXmlNode *node, const char *family, const char *given);

G_END_DECLS
