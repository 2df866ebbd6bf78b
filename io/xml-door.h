/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/xml-tree.h"
#include "io/format.h"

G_BEGIN_DECLS

/* What a reader wants of an element that begins. */
typedef enum {
    RHUMB_XML_ENTER, /* tell what begins inside it, and its end */
    RHUMB_XML_TAKE,  /* give it as a whole */
    RHUMB_XML_SKIP,  /* leave it out */
    RHUMB_XML_STOP,  /* an error is set */
} RhumbXmlWish;

/* What a reader does with elements. An element that begins shows its name and attributes only;
 * one that is taken shows all, until the function returns. */
typedef struct {
    RhumbXmlWish (*begin) (gpointer reader, const RhumbXmlNode *element, GError **error);
    gboolean (*take) (gpointer reader, const RhumbXmlNode *element, GError **error);
    gboolean (*end) (gpointer reader, const char *name, GError **error); /* of an entered one */
} RhumbXmlHandler;

gboolean rhumb_xml_read (RhumbInput *input, const RhumbXmlHandler *handler, gpointer reader,
                         RhumbCorpusBuilder *builder, GError **error);

G_END_DECLS
