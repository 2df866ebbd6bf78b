/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/read/xml-network.h"

G_BEGIN_DECLS

/* State of the reader of GEXF. */
typedef struct {
    GPtrArray *attributes; /* as declared */
    RhumbElement element;  /* what the attributes being declared belong to */
    gboolean directed;
} Gexf;

void rhumb_gexf_begin_attributes (Gexf *gexf, const RhumbXmlNode *element);
void rhumb_gexf_take_attribute (RhumbXmlNetwork *reader, const RhumbXmlNode *element);
void rhumb_gexf_attribute_free (gpointer attribute);
gboolean rhumb_gexf_take_span (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                               GError **error);
gboolean rhumb_gexf_take_value (RhumbXmlNetwork *reader, const RhumbXmlNode *element,
                                GError **error);
void rhumb_gexf_set_defaults (RhumbXmlNetwork *reader);

G_END_DECLS
