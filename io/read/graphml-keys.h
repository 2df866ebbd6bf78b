/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/read/xml-network.h"

G_BEGIN_DECLS

/* A declared value. */
typedef struct {
    char *id;
    char *name;
    RhumbAttributeType type;
    gboolean has_type;
    gboolean of_element[2]; /* by RhumbElement */
    gboolean is_label;
    char *fallback; /* NULL = none */
} GraphmlKey;

GraphmlKey *rhumb_graphml_key_new (const RhumbXmlNode *element);
void rhumb_graphml_key_free (gpointer key);
gboolean rhumb_graphml_key_may_label (const GraphmlKey *key, const char *name);
void rhumb_graphml_key_add_columns (RhumbAttributedNetwork *network, const GraphmlKey *key);
gboolean rhumb_graphml_key_set (RhumbXmlNetwork *reader, const GraphmlKey *key,
                                const RhumbXmlNode *element, const char *text, GError **error);
void rhumb_graphml_key_set_default (RhumbXmlNetwork *reader, const GraphmlKey *key);
gboolean rhumb_graphml_take_drawing (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                                     const char *found, GError **error);

G_END_DECLS
