/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One record of an XML file as a tree that is walked and forgotten.
 *
 * A file may be larger than memory, a record is not: each is held alone. Titles and abstracts hold
 * markup (italics, subscripts, formulas) that says nothing to a reader of words, so the text of an
 * element is that of everything inside it. Elements lie in the order of their begin tags and all
 * text in one buffer, hence the text of any element is one stretch of it and nothing is allocated
 * for an element. Blocks (paragraphs, list items) are parted by a blank, or words would run
 * together.
 * Cost: linear; memory for the largest record, limited to 16 MiB of text and 2^20 elements.
 */
#include "io/scan/xml-tree.h"

#include <string.h>

typedef struct {
    const char *name;
    gsize value; /* where it begins in values */
} Attribute;

typedef struct {
    guint node;
    guint last_child; /* 0 = none yet; the root is no child */
} Open;

struct _RhumbXmlTree {
    GArray *nodes;
    GArray *attributes;
    GArray *open;
    GString *text;
    GString *values;       /* of attributes, each ended by a NUL */
    GStringChunk *strings; /* what was asked for */
    gboolean is_used;      /* whether strings holds anything */
};

static const char *const blocks[] = {"p",    "title", "sec",   "br", "li", "div",
                                     "para", "label", "break", "td", NULL};

/* rhumb_xml_tree_new: makes an empty tree. */
RhumbXmlTree *
rhumb_xml_tree_new (void)
{
    RhumbXmlTree *tree = g_new0 (RhumbXmlTree, 1);
    tree->nodes = g_array_new (FALSE, FALSE, sizeof (RhumbXmlNode));
    tree->attributes = g_array_new (FALSE, FALSE, sizeof (Attribute));
    tree->open = g_array_new (FALSE, FALSE, sizeof (Open));
    tree->text = g_string_new (NULL);
    tree->values = g_string_new (NULL);
    tree->strings = g_string_chunk_new (1 << 12);
    return tree;
}

/* rhumb_xml_tree_free: frees @tree and every string got from it. */
void
rhumb_xml_tree_free (RhumbXmlTree *tree)
{
    g_array_unref (tree->nodes);
    g_array_unref (tree->attributes);
    g_array_unref (tree->open);
    g_string_free (tree->text, TRUE);
    g_string_free (tree->values, TRUE);
    g_string_chunk_free (tree->strings);
    g_free (tree);
}

/* rhumb_xml_tree_clear: empties @tree; every element and string got from it is gone. */
void
rhumb_xml_tree_clear (RhumbXmlTree *tree)
{
    g_array_set_size (tree->nodes, 0);
    g_array_set_size (tree->attributes, 0);
    g_array_set_size (tree->open, 0);
    g_string_truncate (tree->text, 0);
    g_string_truncate (tree->values, 0);
    if (tree->is_used)
        g_string_chunk_clear (tree->strings);
    tree->is_used = FALSE;
}

static RhumbXmlNode *
get_node (const RhumbXmlTree *tree, guint i)
{
    return &g_array_index (tree->nodes, RhumbXmlNode, i);
}

static Open *
get_top (const RhumbXmlTree *tree)
{
    return &g_array_index (tree->open, Open, tree->open->len - 1);
}

/* Adds an element inside the last one that is open. @name: name of an element, borrowed while the
 * tree holds it; @line: its line. */
void
rhumb_xml_tree_open (RhumbXmlTree *tree, const char *name, guint64 line)
{
    const guint number = tree->nodes->len;
    if (tree->open->len > 0) {
        Open *parent = get_top (tree);
        if (parent->last_child != 0)
            get_node (tree, parent->last_child)->to_next = number - parent->last_child;
        parent->last_child = number;
    }
    const RhumbXmlNode node = {.tree = tree,
                               .name = name,
                               .line = line,
                               .text_start = tree->text->len,
                               .text_end = tree->text->len,
                               .first_attribute = tree->attributes->len};
    const Open open = {number, 0};
    g_array_append_val (tree->nodes, node);
    g_array_append_val (tree->open, open);
}

/* rhumb_xml_tree_add_attribute: gives the element opened last an attribute. */
void
rhumb_xml_tree_add_attribute (RhumbXmlTree *tree, const char *name, const char *value, gsize length)
{
    const Attribute attribute = {name, tree->values->len};
    g_string_append_len (tree->values, value, (gssize)length);
    g_string_append_c (tree->values, '\0');
    g_array_append_val (tree->attributes, attribute);
    get_node (tree, tree->nodes->len - 1)->n_attributes++;
}

/* rhumb_xml_tree_add_text: adds text inside the last element that is open. */
void
rhumb_xml_tree_add_text (RhumbXmlTree *tree, const char *text, gsize length)
{
    g_string_append_len (tree->text, text, (gssize)length);
}

/* rhumb_xml_tree_close: closes the last element that is open. */
void
rhumb_xml_tree_close (RhumbXmlTree *tree)
{
    RhumbXmlNode *node = get_node (tree, get_top (tree)->node);
    node->n_descendants = tree->nodes->len - 1 - get_top (tree)->node;
    node->text_end = tree->text->len;
    g_array_set_size (tree->open, tree->open->len - 1);
    if (g_strv_contains (blocks, node->name))
        g_string_append_c (tree->text, ' ');
}

/* rhumb_xml_tree_is_too_large: whether @tree has reached a limit. */
gboolean
rhumb_xml_tree_is_too_large (const RhumbXmlTree *tree)
{
    return tree->text->len + tree->values->len > RHUMB_XML_TEXT_LIMIT ||
           tree->nodes->len > RHUMB_XML_NODE_LIMIT || tree->attributes->len > RHUMB_XML_NODE_LIMIT;
}

/* rhumb_xml_tree_get_depth: how many elements are open. */
guint
rhumb_xml_tree_get_depth (const RhumbXmlTree *tree)
{
    return tree->open->len;
}

/* rhumb_xml_tree_get_root: the first element of a tree that has one. */
const RhumbXmlNode *
rhumb_xml_tree_get_root (const RhumbXmlTree *tree)
{
    return get_node (tree, 0);
}

/* rhumb_xml_is: whether @node is called @name. */
gboolean
rhumb_xml_is (const RhumbXmlNode *node, const char *name)
{
    return strcmp (node->name, name) == 0;
}

/* rhumb_xml_is_one_of: whether @node is called one of @names, ended by %NULL. */
gboolean
rhumb_xml_is_one_of (const RhumbXmlNode *node, const char *const *names)
{
    return g_strv_contains (names, node->name);
}

/* Gets the first child of a name. @node (or %NULL): an element of a complete tree; @name: name of a
 * child, %NULL = any. Returns the child, or %NULL. */
const RhumbXmlNode *
rhumb_xml_first (const RhumbXmlNode *node, const char *name)
{
    if (node == NULL || node->n_descendants == 0)
        return NULL;
    const RhumbXmlNode *child = node + 1;
    return name == NULL || rhumb_xml_is (child, name) ? child : rhumb_xml_next (child, name);
}

/* rhumb_xml_next: the next sibling of @node called @name (%NULL = any), or %NULL. */
const RhumbXmlNode *
rhumb_xml_next (const RhumbXmlNode *node, const char *name)
{
    while (node->to_next != 0) {
        node += node->to_next;
        if (name == NULL || rhumb_xml_is (node, name))
            return node;
    }
    return NULL;
}

/* Finds the first descendant on a path. @node (or %NULL): an element of a complete tree; @path:
 * names of a child, its child and so on, parted by '/'. Returns the descendant, or %NULL. */
const RhumbXmlNode *
rhumb_xml_find (const RhumbXmlNode *node, const char *path)
{
    const gsize length = strcspn (path, "/");
    for (const RhumbXmlNode *child = rhumb_xml_first (node, NULL); child != NULL;
         child = rhumb_xml_next (child, NULL)) {
        if (strncmp (child->name, path, length) != 0 || child->name[length] != '\0')
            continue;
        const RhumbXmlNode *found =
            path[length] == '/' ? rhumb_xml_find (child, path + length + 1) : child;
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* rhumb_xml_find_below: the first descendant of @node called @name at any depth, or %NULL. */
const RhumbXmlNode *
rhumb_xml_find_below (const RhumbXmlNode *node, const char *name)
{
    for (guint i = 1; node != NULL && i <= node->n_descendants; i++)
        if (rhumb_xml_is (node + i, name))
            return node + i;
    return NULL;
}

/* Gets the text of an element and all inside it, without white space around it. @node (or %NULL):
 * an element of a complete tree. Returns the text, valid until the tree is cleared; %NULL if there
 * is none. */
const char *
rhumb_xml_get_text (const RhumbXmlNode *node)
{
    if (node == NULL)
        return NULL;
    const char *text = node->tree->text->str;
    gsize start = node->text_start;
    gsize end = node->text_end;
    while (start < end && g_ascii_isspace (text[start]))
        start++;
    while (start < end && g_ascii_isspace (text[end - 1]))
        end--;
    if (start == end)
        return NULL;
    node->tree->is_used = TRUE;
    return g_string_chunk_insert_len (node->tree->strings, text + start, (gssize)(end - start));
}

/* rhumb_xml_find_text: text of the first descendant on a path, %NULL if it has none. */
const char *
rhumb_xml_find_text (const RhumbXmlNode *node, const char *path)
{
    return rhumb_xml_get_text (rhumb_xml_find (node, path));
}

/* rhumb_xml_get_attribute: value of an attribute of @node, %NULL if it is not there or empty. */
const char *
rhumb_xml_get_attribute (const RhumbXmlNode *node, const char *name)
{
    for (guint i = 0; node != NULL && i < node->n_attributes; i++) {
        const Attribute *attribute =
            &g_array_index (node->tree->attributes, Attribute, node->first_attribute + i);
        const char *value = node->tree->values->str + attribute->value;
        if (strcmp (attribute->name, name) == 0)
            return *value != '\0' ? value : NULL;
    }
    return NULL;
}

/* rhumb_xml_keep: composes a string that lives as long as those of rhumb_xml_get_text(). */
const char *
rhumb_xml_keep (const RhumbXmlNode *node, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *text = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    node->tree->is_used = TRUE;
    return g_string_chunk_insert (node->tree->strings, text);
}
