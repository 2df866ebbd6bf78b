/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A map small enough to read, with whatever words a test wants to see survive.
 */
#include "tests/io/write/sample-map.h"

#include <string.h>

static void
add_items (RhumbMapBuilder *builder, const char *words, const char *url, double x)
{
    const RhumbMapItem item[] = {{.id = "a",
                                  .kind = RHUMB_NODE_CONCEPT,
                                  .x = x,
                                  .y = 100,
                                  .radius = 12,
                                  .weight = 3,
                                  .fill = 0x44aa99ff,
                                  .stroke = 0xffffffff,
                                  .stroke_width = 1.2,
                                  .name = words,
                                  .tooltip = words},
                                 {.id = "b",
                                  .kind = RHUMB_NODE_PAPER,
                                  .cluster = 1,
                                  .x = 300,
                                  .y = 150,
                                  .radius = 3.2,
                                  .weight = 1,
                                  .fill = 0xffffffff,
                                  .stroke = 0x117733ff,
                                  .stroke_width = 1.4,
                                  .name = words,
                                  .tooltip = words,
                                  .url = url}};
    for (guint i = 0; i < G_N_ELEMENTS (item); i++)
        rhumb_map_builder_add_item (builder, &item[i]);
}

static void
add_texts (RhumbMapBuilder *builder, const char *words)
{
    const char *const lines[] = {words, NULL};
    const char *const two[] = {"second", "map", NULL};
    const RhumbMapText text[] = {{.role = RHUMB_MAP_TEXT_LABEL,
                                  .owner = 0,
                                  .lines = lines,
                                  .x = 100,
                                  .y = 130,
                                  .size = 12,
                                  .leading = 14,
                                  .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
                                  .halo = 2.6,
                                  .colour = 0x20242cff},
                                 {.role = RHUMB_MAP_TEXT_TOPIC,
                                  .owner = 1,
                                  .lines = two,
                                  .x = 300,
                                  .y = 60,
                                  .size = 14.5,
                                  .leading = 17,
                                  .bold = TRUE,
                                  .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
                                  .letter_spacing = 0.6,
                                  .halo = 4,
                                  .colour = 0x0f662cff},
                                 {.role = RHUMB_MAP_TEXT_TITLE,
                                  .owner = RHUMB_NONE,
                                  .lines = lines,
                                  .x = 10,
                                  .y = 20,
                                  .size = 16,
                                  .leading = 18,
                                  .bold = TRUE,
                                  .colour = 0x16181dff}};
    for (guint i = 0; i < G_N_ELEMENTS (text); i++)
        rhumb_map_builder_add_text (builder, &text[i]);
}

RhumbMap *
sample_map (const char *words, const char *url, double x)
{
    g_autoptr (RhumbMapBuilder) builder =
        rhumb_map_builder_new (400, 200, 0xfcfcfaff, words, words);
    static const double square[] = {10,  40,  60,  40, 120, 40, 190, 40, 190, 90, 190, 130, 190,
                                    190, 120, 190, 60, 190, 10, 190, 10, 130, 10, 90,  10,  40};
    for (guint32 c = 0; c < 2; c++) {
        double outline[G_N_ELEMENTS (square)];
        for (guint i = 0; i < G_N_ELEMENTS (square); i++)
            outline[i] = square[i] + (i % 2 == 0 ? 195.0 * c : 0.0);
        const RhumbMapRegion region = {.cluster = c,
                                       .name = words,
                                       .fill = 0xddeeeeff,
                                       .stroke = 0x88bbaaff,
                                       .stroke_width = 1.3,
                                       .outline = outline,
                                       .n_segments = 4};
        rhumb_map_builder_add_region (builder, &region);
    }
    const RhumbMapLink link = {.from = 0,
                               .to = 1,
                               .strength = 0.5,
                               .width = 1.5,
                               .curve = {100, 100, 150, 90, 250, 160, 300, 150},
                               .colour = 0x7d879755};
    rhumb_map_builder_add_link (builder, &link);
    const RhumbMapMark mark[] = {{RHUMB_MAP_MARK_BOX, 350, 20, 15, 15, 0x44aa99ff, 0, 0},
                                 {RHUMB_MAP_MARK_DISC, 380, 28, 10, 10, 0, 0x8b93a1ff, 1.2},
                                 {RHUMB_MAP_MARK_LINE, 350, 10, 20, 0, 0, 0x7d8797ff, 1.8}};
    for (guint i = 0; i < G_N_ELEMENTS (mark); i++)
        rhumb_map_builder_add_mark (builder, &mark[i]);
    add_items (builder, words, url, x);
    add_texts (builder, words);
    return rhumb_map_builder_freeze (builder, NULL);
}

char *
sample_write (const RhumbFormat *format, const RhumbMap *map, gsize *length)
{
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_autoptr (GError) error = NULL;
    g_assert_true (format->write_map (map, stream, &error));
    g_assert_no_error (error);
    g_assert_true (g_output_stream_close (stream, NULL, NULL));
    GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
    *length = g_memory_output_stream_get_data_size (memory);
    char *bytes = g_malloc (*length + 1);
    memcpy (bytes, g_memory_output_stream_get_data (memory), *length);
    bytes[*length] = '\0';
    return bytes;
}
