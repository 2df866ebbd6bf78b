/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a map and the papers behind it as JSON for the interactive page.
 *
 * An item is a number into columns, and so is a paper. A paper that is drawn gives its item name
 * and id, so that neither is written twice. Every text passes rhumb_escape_script().
 */
#include "io/write/html-data.h"

#include "io/write/html-column.h"
#include "io/write/html-order.h"
#include "io/write/html-papers.h"

/* What the page knows of a topic: its region, the line below its name in the legend, the place of
 * its name; each may be missing. */
typedef struct {
    const RhumbMapRegion *region;
    const RhumbMapText *facts;
    const RhumbMapText *name;
} Topic;

#define NO_COLOUR 0x808080ff

static guint32
count_topics (const RhumbMap *map)
{
    guint32 n_items, n_regions, n_topics = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n_regions);
    for (guint32 i = 0; i < n_items; i++)
        n_topics = MAX (n_topics, item[i].cluster + 1);
    for (guint32 i = 0; i < n_regions; i++)
        n_topics = MAX (n_topics, region[i].cluster + 1);
    return n_topics;
}

/* The legend has two texts for a topic: its name, then facts. */
static Topic *
find_topics (const RhumbMap *map, guint32 n_topics)
{
    Topic *topic = g_new0 (Topic, MAX (n_topics, 1));
    guint32 n_regions, n_texts;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n_regions);
    const RhumbMapText *text = rhumb_map_get_texts (map, &n_texts);
    for (guint32 i = 0; i < n_regions; i++)
        topic[region[i].cluster].region = &region[i];
    for (guint32 i = 0; i < n_texts; i++) {
        if (text[i].owner >= n_topics)
            continue;
        if (text[i].role == RHUMB_MAP_TEXT_TOPIC)
            topic[text[i].owner].name = &text[i];
        else if (text[i].role == RHUMB_MAP_TEXT_LEGEND)
            topic[text[i].owner].facts = &text[i];
    }
    return topic;
}

static void
append_topic_name (GString *out, gconstpointer data, guint i)
{
    const RhumbMapRegion *region = ((const Topic *)data)[i].region;
    rhumb_html_append_text (out, region != NULL ? region->name : NULL);
}

static void
append_topic_colour (GString *out, gconstpointer data, guint i)
{
    const RhumbMapRegion *region = ((const Topic *)data)[i].region;
    g_string_append_printf (out, "\"#%06x\",", (region != NULL ? region->colour : NO_COLOUR) >> 8);
}

static void
append_topic_facts (GString *out, gconstpointer data, guint i)
{
    const RhumbMapText *facts = ((const Topic *)data)[i].facts;
    rhumb_html_append_text (out, facts != NULL ? facts->lines[0] : NULL);
}

static void
append_topic_place (GString *out, gconstpointer data, guint i)
{
    const RhumbMapText *name = ((const Topic *)data)[i].name;
    if (name == NULL) {
        g_string_append (out, "null,");
        return;
    }
    g_string_append_c (out, '[');
    rhumb_html_append_decimal (out, name->x, 1);
    rhumb_html_append_decimal (out, name->y, 1);
    rhumb_html_close (out, ']');
}

static void
append_topics (GString *out, const RhumbMap *map)
{
    const guint32 n = count_topics (map);
    g_autofree Topic *topic = find_topics (map, n);
    rhumb_html_open (out, "clusters", '{');
    rhumb_html_append_column (out, "name", append_topic_name, topic, n);
    rhumb_html_append_column (out, "colour", append_topic_colour, topic, n);
    rhumb_html_append_column (out, "facts", append_topic_facts, topic, n);
    rhumb_html_append_column (out, "place", append_topic_place, topic, n);
    rhumb_html_close (out, '}');
}

static void
append_regions (GString *out, const RhumbMap *map)
{
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    rhumb_html_open (out, "regions", '[');
    for (guint32 i = 0; i < n; i++) {
        g_string_append_printf (out, "{\"cluster\":%u,", region[i].cluster);
        rhumb_html_open (out, "outline", '[');
        for (gsize e = 0; e < 2 + 6 * (gsize)region[i].n_segments; e++)
            rhumb_html_append_decimal (out, region[i].outline[e], 1);
        rhumb_html_close (out, ']');
        rhumb_html_close (out, '}');
    }
    rhumb_html_close (out, ']');
}

static void
append_id (GString *out, gconstpointer data, guint i)
{
    const RhumbHtmlPapers *papers = data;
    if (papers->graph != NULL && papers->item[i].kind == RHUMB_NODE_PAPER)
        rhumb_html_append_whole (out, 0);
    else
        rhumb_html_append_text (out, papers->item[i].id);
}

static void
append_name (GString *out, gconstpointer data, guint i)
{
    const RhumbHtmlPapers *papers = data;
    if (papers->graph != NULL && papers->item[i].kind == RHUMB_NODE_PAPER)
        rhumb_html_append_whole (out, 0);
    else
        rhumb_html_append_text (out, papers->item[i].name);
}

static void
append_kind (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_whole (out, ((const RhumbMapItem *)data)[i].kind);
}

static void
append_cluster (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_whole (out, ((const RhumbMapItem *)data)[i].cluster);
}

static void
append_x (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_decimal (out, ((const RhumbMapItem *)data)[i].x, 1);
}

static void
append_y (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_decimal (out, ((const RhumbMapItem *)data)[i].y, 1);
}

static void
append_radius (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_decimal (out, ((const RhumbMapItem *)data)[i].radius, 2);
}

static void
append_score (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_score (out, ((const RhumbMapItem *)data)[i].score);
}

static void
append_kind_name (GString *out, gconstpointer data, guint i)
{
    (void)data;
    rhumb_html_append_text (out, rhumb_node_kind_get_name ((RhumbNodeKind)i));
}

static void
append_items (GString *out, const RhumbHtmlPapers *papers)
{
    const RhumbMapItem *item = papers->item;
    const guint n = papers->n_items;
    rhumb_html_append_column (out, "kinds", append_kind_name, NULL, RHUMB_N_NODE_KINDS + 1);
    rhumb_html_open (out, "items", '{');
    rhumb_html_append_column (out, "id", append_id, papers, n);
    rhumb_html_append_column (out, "name", append_name, papers, n);
    rhumb_html_append_column (out, "kind", append_kind, item, n);
    rhumb_html_append_column (out, "cluster", append_cluster, item, n);
    rhumb_html_append_column (out, "x", append_x, item, n);
    rhumb_html_append_column (out, "y", append_y, item, n);
    rhumb_html_append_column (out, "r", append_radius, item, n);
    rhumb_html_append_column (out, "score", append_score, item, n);
    rhumb_html_close (out, '}');
}

typedef struct {
    const RhumbMapLink *link;
    const guint32 *order;
    const guint32 *place;
} Links;

static const RhumbMapLink *
link_at (gconstpointer data, guint i)
{
    const Links *links = data;
    return &links->link[links->order[i]];
}

static void
append_from (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_whole (out, ((const Links *)data)->place[link_at (data, i)->from]);
}

static void
append_to (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_whole (out, ((const Links *)data)->place[link_at (data, i)->to]);
}

static void
append_strength (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_score (out, link_at (data, i)->strength);
}

static void
append_links (GString *out, const RhumbMap *map, const RhumbHtmlPapers *papers)
{
    guint32 n;
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    g_autofree guint32 *order = rhumb_html_sort_links (map);
    const Links links = {link, order, papers->item_place};
    rhumb_html_open (out, "links", '{');
    rhumb_html_append_column (out, "from", append_from, &links, n);
    rhumb_html_append_column (out, "to", append_to, &links, n);
    rhumb_html_append_column (out, "strength", append_strength, &links, n);
    rhumb_html_close (out, '}');
}

static void
append_footer (GString *out, const RhumbMap *map)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    rhumb_html_open (out, "footer", '[');
    for (guint32 i = 0; i < n; i++) {
        const gboolean is_footer = text[i].role == RHUMB_MAP_TEXT_FOOTER;
        for (guint line = 0; is_footer && text[i].lines[line] != NULL; line++)
            rhumb_html_append_text (out, text[i].lines[line]);
    }
    rhumb_html_close (out, ']');
}

/* Whether the map was drawn on a dark page: green is seen best, then red. */
static gboolean
is_dark (const RhumbMap *map)
{
    const guint32 colour = rhumb_map_get_paper_colour (map);
    return 2 * (colour >> 24) + 7 * (colour >> 16 & 0xff) + (colour >> 8 & 0xff) < 10 * 0x80;
}

void
rhumb_html_append_data (GString *out, const RhumbMap *map)
{
    g_auto (RhumbHtmlPapers) papers = {0};
    rhumb_html_papers_init (&papers, map);
    g_string_append_c (out, '{');
    rhumb_html_open (out, "title", ' ');
    rhumb_html_append_text (out, rhumb_map_get_title (map));
    rhumb_html_open (out, "description", ' ');
    rhumb_html_append_text (out, rhumb_map_get_description (map));
    rhumb_html_open (out, "width", ' ');
    rhumb_html_append_decimal (out, rhumb_map_get_width (map), 1);
    rhumb_html_open (out, "height", ' ');
    rhumb_html_append_decimal (out, rhumb_map_get_height (map), 1);
    if (is_dark (map)) {
        rhumb_html_open (out, "dark", ' ');
        rhumb_html_append_decimal (out, 1, 0);
    }
    static const char *const colourings[] = {"topic", "year", "score"};
    rhumb_html_open (out, "colouring", ' ');
    rhumb_html_append_text (out, colourings[rhumb_map_get_colouring (map)]);
    append_topics (out, map);
    append_regions (out, map);
    append_items (out, &papers);
    append_links (out, map, &papers);
    append_footer (out, map);
    rhumb_html_papers_append (out, &papers);
    rhumb_html_close (out, '}');
    g_string_truncate (out, out->len - 1);
}
