/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RHUMB_XML_TEXT_LIMIT ((gsize)16 << 20)
#define RHUMB_XML_NODE_LIMIT ((guint)1 << 20)

/* The elements of one record, in the order of their begin tags. */
typedef struct _RhumbXmlTree RhumbXmlTree;

/* One element. Its text is that of all its descendants, in their order. */
typedef struct {
    RhumbXmlTree *tree;
    const char *name; /* without prefix */
    guint64 line;
    gsize text_start;
    gsize text_end;
    guint first_attribute;
    guint n_attributes;
    guint n_descendants;
    guint to_next; /* how many elements further its next sibling is, 0 = it has none */
} RhumbXmlNode;

RhumbXmlTree *rhumb_xml_tree_new (void);
void rhumb_xml_tree_free (RhumbXmlTree *tree);
void rhumb_xml_tree_clear (RhumbXmlTree *tree);
void rhumb_xml_tree_open (RhumbXmlTree *tree, const char *name, guint64 line);
void rhumb_xml_tree_add_attribute (RhumbXmlTree *tree, const char *name, const char *value,
                                   gsize length);
void rhumb_xml_tree_add_text (RhumbXmlTree *tree, const char *text, gsize length);
void rhumb_xml_tree_close (RhumbXmlTree *tree);
gboolean rhumb_xml_tree_is_too_large (const RhumbXmlTree *tree);
guint rhumb_xml_tree_get_depth (const RhumbXmlTree *tree);
const RhumbXmlNode *rhumb_xml_tree_get_root (const RhumbXmlTree *tree);

const RhumbXmlNode *rhumb_xml_first (const RhumbXmlNode *node, const char *name);
const RhumbXmlNode *rhumb_xml_next (const RhumbXmlNode *node, const char *name);
const RhumbXmlNode *rhumb_xml_find (const RhumbXmlNode *node, const char *path);
const RhumbXmlNode *rhumb_xml_find_below (const RhumbXmlNode *node, const char *name);
const char *rhumb_xml_get_text (const RhumbXmlNode *node);
const char *rhumb_xml_find_text (const RhumbXmlNode *node, const char *path);
const char *rhumb_xml_get_attribute (const RhumbXmlNode *node, const char *name);
gboolean rhumb_xml_is (const RhumbXmlNode *node, const char *name);
gboolean rhumb_xml_is_one_of (const RhumbXmlNode *node, const char *const *names);
const char *rhumb_xml_keep (const RhumbXmlNode *node, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbXmlTree, rhumb_xml_tree_free)

G_END_DECLS
