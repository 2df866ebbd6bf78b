/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/io/read/networks.h"

#include <string.h>

#include "io/scan/input.h"

/* The report is that of reading leniently. */
RhumbAttributedNetwork *
test_read_network (const char *format, const char *text, RhumbCorpus **report, GError **error)
{
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("x", text, strlen (text), error);
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new ();
    rhumb_corpus_builder_begin_source (builder, "x", format);
    const gboolean read = rhumb_format_find (format)->read_network (input, network, builder, error);
    RhumbCorpus *frozen = rhumb_corpus_builder_freeze (builder, NULL);
    if (report != NULL)
        *report = frozen;
    else
        rhumb_corpus_unref (frozen);
    return read ? g_steal_pointer (&network) : NULL;
}

/* As users load: the format told by content, strictly. */
RhumbAttributedNetwork *
test_load_network (const char *path)
{
    g_autoptr (GError) error = NULL;
    RhumbAttributedNetwork *network = rhumb_attributed_network_load (path, NULL, &error);
    g_assert_no_error (error);
    return network;
}

const char *
test_node_text (const RhumbAttributedNetwork *network, const char *id, const char *attribute)
{
    const guint32 node = rhumb_attributed_network_find_node (network, id);
    const guint column =
        rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_NODE, attribute);
    g_assert_cmpuint (node, !=, RHUMB_NONE);
    g_assert_cmpuint (column, !=, RHUMB_NONE);
    return rhumb_attributed_network_has_value (network, RHUMB_ELEMENT_NODE, node, column)
               ? rhumb_attributed_network_get_text (network, RHUMB_ELEMENT_NODE, node, column)
               : NULL;
}

double
test_node_real (const RhumbAttributedNetwork *network, const char *id, const char *attribute)
{
    const guint32 node = rhumb_attributed_network_find_node (network, id);
    const guint column =
        rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_NODE, attribute);
    g_assert_cmpuint (node, !=, RHUMB_NONE);
    g_assert_cmpuint (column, !=, RHUMB_NONE);
    return rhumb_attributed_network_get_real (network, RHUMB_ELEMENT_NODE, node, column);
}

/* A file of the collections, or NULL if they are not here. */
char *
test_shared_path (const char *name)
{
    const char *folder = g_getenv ("RHUMB_SHARED_DATA");
    g_autofree char *beside = g_build_filename (SOURCE_ROOT, "../shared/data", NULL);
    char *path = g_build_filename (folder != NULL ? folder : beside, name, NULL);
    if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_clear_pointer (&path, g_free);
    return path;
}
