/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws where on a map there is most.
 *
 * A reader sees at a glance which parts of a field are dense, as on a map of heights. The density
 * of items is that of VOSviewer (N. J. van Eck, L. Waltman, Software survey: VOSviewer, a computer
 * program for bibliometric mapping, Scientometrics 84 (2010), doi:10.1007/s11192-009-0146-3):
 *
 *   D(x) = Σ_i w_i exp (−(|x − x_i| / (d h))²),
 *
 * w_i the weight of an item (papers about a concept, 1 for a paper), d the mean distance of two
 * items and h = 1/8. Where VOSviewer paints pixels, bands between lines of equal density are drawn
 * as shapes: the picture stays sharp in any size and small as a file. Densities from 0 to the
 * greatest are cut into RHUMB_DENSITY_STEPS equal steps; the lowest has the colour of the page.
 * Method: D on a grid, marching squares for each step, every line a closed shape in the colour of
 * what is just inside of it; lines never cross, so a line lies wholly inside another or beside it,
 * and shapes drawn in the order of their areas show each place its colour. Within FADE points of
 * the frame the density is faded out. Cost: cells × items within three reaches, items² for d.
 */
#include "analytics/layout/density.h"

#include <math.h>
#include <string.h>

#include "analytics/layout/contour.h"
#include "analytics/layout/outline.h"
#include "analytics/layout/ramp.h"
#include "analytics/layout/sheet.h"

#define KERNEL_WIDTH 0.125
#define LEAST_REACH 24.0 /* points */
#define FAR 4.0          /* reaches: what is left beyond is below 2e-7 */
#define CELL 8.0
#define CALM 18.0
#define FADE 28.0       /* points */
#define LEAST_AREA 30.0 /* square points */

typedef struct {
    RhumbBox frame;
    guint n_columns;
    guint n_rows;
    double *value;
    double greatest;
} Field;

typedef struct {
    GArray *point;
    double area;
    guint colour;
    guint step;
    guint order;
} Shape;

/* How far a kernel reaches: d h of the formula. */
double
rhumb_density_reach (const RhumbScene *scene)
{
    const guint32 n = scene->n_nodes;
    double sum = 0.0;
    for (guint32 i = 0; i < n; i++) {
        for (guint32 j = 0; j < i; j++)
            sum += hypot (scene->node[i].place.x - scene->node[j].place.x,
                          scene->node[i].place.y - scene->node[j].place.y);
    }
    const double mean = n > 1 ? sum / (0.5 * n * (n - 1.0)) : 0.0;
    return MAX (KERNEL_WIDTH * mean, LEAST_REACH);
}

double
rhumb_density_at (const RhumbScene *scene, double reach, RhumbPoint place)
{
    double sum = 0.0;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        const double dx = (place.x - node->place.x) / reach;
        const double dy = (place.y - node->place.y) / reach;
        const double square = dx * dx + dy * dy;
        sum += square < FAR * FAR ? node->weight * exp (-square) : 0.0;
    }
    return sum;
}

static RhumbPoint
place_of (const Field *field, double column, double row)
{
    return (RhumbPoint){field->frame.left + CELL * column, field->frame.top + CELL * row};
}

/* Towards the frame the density fades, so that lines close in a curve. */
static double
fade_at (const Field *field, RhumbPoint p)
{
    const double to_edge = MIN (MIN (p.x - field->frame.left, field->frame.right - p.x),
                                MIN (p.y - field->frame.top, field->frame.bottom - p.y));
    const double share = CLAMP (to_edge / FADE, 0.0, 1.0);
    return share * share * (3 - 2 * share);
}

static void
field_init (Field *field, const RhumbScene *scene)
{
    const double reach = rhumb_density_reach (scene);
    field->frame = scene->frame;
    field->n_columns = (guint)((scene->frame.right - scene->frame.left) / CELL) + 1;
    field->n_rows = (guint)((scene->frame.bottom - scene->frame.top) / CELL) + 1;
    field->value = g_new (double, (gsize)field->n_columns * field->n_rows);
    field->greatest = 0.0;
    for (guint row = 0; row < field->n_rows; row++) {
        for (guint column = 0; column < field->n_columns; column++) {
            const RhumbPoint p = place_of (field, column, row);
            const double here = rhumb_density_at (scene, reach, p) * fade_at (field, p);
            field->value[(gsize)row * field->n_columns + column] = here;
            field->greatest = MAX (field->greatest, here);
        }
    }
}

/* The ring around the field is never above, so that all lines close. */
static double *
subtract (const Field *field, double level)
{
    double *above = g_new (double, (gsize)field->n_columns * field->n_rows);
    for (guint row = 0; row < field->n_rows; row++) {
        for (guint column = 0; column < field->n_columns; column++) {
            const gsize cell = (gsize)row * field->n_columns + column;
            const gboolean is_edge = row == 0 || column == 0 || row + 1 == field->n_rows ||
                                     column + 1 == field->n_columns;
            const double here = field->value[cell] - level;
            above[cell] = is_edge ? MIN (here, -1e-3 * level) : here;
        }
    }
    return above;
}

/* Negative where the denser side is inside, as contour.c says. */
static double
signed_area (const GArray *loop)
{
    double twice = 0.0;
    for (guint i = 0; i < loop->len; i++) {
        const RhumbPoint a = g_array_index (loop, RhumbPoint, i);
        const RhumbPoint b = g_array_index (loop, RhumbPoint, (i + 1) % loop->len);
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

static void
add_shapes (const Field *field, guint step, GArray *shapes)
{
    const double level = field->greatest * step / RHUMB_DENSITY_STEPS;
    g_autofree double *above = subtract (field, level);
    g_autoptr (GPtrArray) loops = rhumb_contours (above, field->n_columns, field->n_rows);
    for (guint i = 0; i < loops->len; i++) {
        GArray *loop = g_ptr_array_index (loops, i);
        for (guint k = 0; k < loop->len; k++) {
            RhumbPoint *point = &g_array_index (loop, RhumbPoint, k);
            *point = place_of (field, point->x, point->y);
        }
        const double area = signed_area (loop);
        const Shape shape = {g_array_ref (loop), fabs (area), area < 0 ? step : step - 1, step,
                             shapes->len};
        if (shape.area >= LEAST_AREA)
            g_array_append_val (shapes, shape);
        else
            g_array_unref (loop);
    }
}

static void
shape_clear (gpointer shape)
{
    g_array_unref (((Shape *)shape)->point);
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
    const Shape *x = a;
    const Shape *y = b;
    if (x->area != y->area)
        return x->area > y->area ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Draws the bands of equal density as regions. */
void
rhumb_density_draw (const RhumbScene *scene, RhumbMapBuilder *builder)
{
    Field field;
    field_init (&field, scene);
    guint32 colour[RHUMB_DENSITY_STEPS];
    rhumb_ramp_fill (scene->theme, colour, RHUMB_DENSITY_STEPS);
    g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
    g_array_set_clear_func (shapes, shape_clear);
    for (guint step = 1; field.greatest > 0 && step < RHUMB_DENSITY_STEPS; step++)
        add_shapes (&field, step, shapes);
    g_array_sort (shapes, compare_areas);
    for (guint i = 0; i < shapes->len; i++) {
        const Shape *shape = &g_array_index (shapes, Shape, i);
        guint32 n_segments;
        g_autofree double *outline = rhumb_outline_smooth (
            &g_array_index (shape->point, RhumbPoint, 0), shape->point->len, CALM, &n_segments);
        g_autofree char *name = g_strdup_printf ("density %.0f %% of the greatest",
                                                 100.0 * shape->step / RHUMB_DENSITY_STEPS);
        const guint32 fill = colour[shape->colour];
        const RhumbMapRegion region = {i, name, fill, fill, fill, 0.4, outline, n_segments};
        rhumb_map_builder_add_region (builder, &region);
    }
    g_free (field.value);
}

/* Draws the bar that tells what the colours mean; gives the height that it took. */
double
rhumb_density_draw_key (const RhumbScene *scene, RhumbMapBuilder *builder, double left, double y,
                        double width)
{
    RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                           .owner = RHUMB_NONE,
                           .x = left,
                           .y = y,
                           .size = 11.5,
                           .room = width,
                           .bold = TRUE,
                           .colour = scene->theme->quiet};
    g_autofree char *of_network =
        scene->words == NULL
            ? NULL
            : g_strconcat ("Colour: density by ", scene->words->size + strlen ("Size: "), NULL);
    rhumb_sheet_write (builder, &line,
                       of_network != NULL              ? of_network
                       : scene->options->show_concepts ? "Colour: density, weighted by papers"
                                                       : "Colour: density of papers");
    guint32 colour[RHUMB_DENSITY_STEPS];
    rhumb_ramp_fill (scene->theme, colour, RHUMB_DENSITY_STEPS);
    rhumb_sheet_add_bar (builder, left, y + 10, width, colour, RHUMB_DENSITY_STEPS,
                         scene->theme->rule);
    line.bold = FALSE;
    line.y = y + 38;
    line.colour = scene->theme->faint;
    rhumb_sheet_write (builder, &line, "none");
    line.x = left + width;
    line.anchor = RHUMB_MAP_ANCHOR_END;
    rhumb_sheet_write (builder, &line, "the greatest on this map");
    return 66.0;
}
