/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How wide a line of text is drawn, without asking a font.
 *
 * Tells the layout how much room words need. A map must not depend on the fonts of the machine
 * that computes it, so widths come from a table: the advance widths of Helvetica and
 * Helvetica-Bold in thousandths of an em (Adobe Font Metrics, core 14 fonts), which Arial,
 * Liberation Sans and Nimbus Sans share. A letter with a diacritic is as wide as its base letter,
 * with few exceptions. Scripts outside the table get a width that is rather too large than too
 * small. Cost: linear in the text.
 */
#include "analytics/layout/text-extents.h"

#include "graph/text.h"

#define FIRST_IN_TABLE 0x20
#define LAST_IN_TABLE 0x7e

static const guint16 regular[] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584,
};

static const guint16 heavy[] = {
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
};

G_STATIC_ASSERT (G_N_ELEMENTS (regular) == LAST_IN_TABLE - FIRST_IN_TABLE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (heavy) == LAST_IN_TABLE - FIRST_IN_TABLE + 1);

typedef struct {
    gunichar letter;
    guint16 regular;
    guint16 bold;
} OtherWidth;

/* Signs that titles and legends use and that have no base letter. */
static const OtherWidth other[] = {
    {0x00a0, 278, 278},   {0x00b7, 333, 333},   {0x00d7, 584, 584},   {0x00df, 611, 611},
    {0x00e6, 889, 889},   {0x00c6, 1000, 1000}, {0x00f8, 611, 611},   {0x00d8, 778, 778},
    {0x0131, 278, 278},   {0x0142, 278, 278},   {0x0141, 556, 611},   {0x0153, 944, 944},
    {0x0152, 1000, 1000}, {0x2010, 333, 333},   {0x2011, 333, 333},   {0x2013, 556, 556},
    {0x2014, 1000, 1000}, {0x2018, 222, 278},   {0x2019, 222, 278},   {0x201c, 333, 500},
    {0x201d, 333, 500},   {0x2022, 350, 350},   {0x2026, 1000, 1000}, {0x2212, 584, 584},
};

static double
width_of_unknown (gunichar letter)
{
    if (g_unichar_iszerowidth (letter) || g_unichar_iscntrl (letter))
        return 0.0;
    if (letter >= 0x1f000)
        return 1350.0;
    if (g_unichar_iswide (letter))
        return 1010.0;
    if (letter >= 0x0600)
        return 1000.0;
    return g_unichar_isupper (letter) ? 900.0 : 760.0;
}

static double
width_in_table (gunichar letter, gboolean bold)
{
    return (bold ? heavy : regular)[letter - FIRST_IN_TABLE];
}

/* Marks above an i are wider than its stem, and the caron of ď, ľ, Ľ, ť stands beside it. */
static double
width_with_mark (gunichar base, gboolean bold)
{
    const double width = width_in_table (base, bold);
    switch (base) {
    case 'i':
        return 278.0;
    case 'd':
    case 'l':
    case 'L':
    case 't':
        return width + 150.0;
    default:
        return width;
    }
}

static double
width_of_letter (gunichar letter, gboolean bold)
{
    if (letter >= FIRST_IN_TABLE && letter <= LAST_IN_TABLE)
        return width_in_table (letter, bold);
    gunichar base = 0;
    if (g_unichar_fully_decompose (letter, FALSE, &base, 1) > 1 && base >= FIRST_IN_TABLE &&
        base <= LAST_IN_TABLE)
        return width_with_mark (base, bold);
    for (gsize i = 0; i < G_N_ELEMENTS (other); i++) {
        if (other[i].letter == letter)
            return bold ? other[i].bold : other[i].regular;
    }
    return width_of_unknown (letter);
}

/* How wide a line is in Helvetica or a font with its widths, in points. @letter_spacing: extra
 * distance after each letter, in points. */
double
rhumb_text_width (const char *text, double size, gboolean bold, double letter_spacing)
{
    double thousandths = 0.0;
    double extra = 0.0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
        thousandths += width_of_letter (g_utf8_get_char (p), bold);
        extra += letter_spacing;
    }
    return thousandths * size / 1000.0 + extra;
}

/* How far letters reach above the baseline, as a share of the font size: plain ASCII stays below
 * the height of an ascender, anything else may carry marks above a capital. */
double
rhumb_text_ascent (const char *text)
{
    for (const char *p = text; *p != '\0'; p++) {
        if ((guchar)*p >= 0x80)
            return 0.95;
    }
    return 0.75;
}

/* Shortens a line, at a word where it can, until it is no wider than @max_width. */
char *
rhumb_text_fit (const char *text, double size, gboolean bold, double max_width)
{
    /* No letter that is drawn at all is narrower than an "i", which bounds the first cut. */
    gsize max_chars = (gsize)MAX (max_width / (size * 0.19), 2.0);
    g_autofree char *line = rhumb_text_shorten (text, max_chars);
    while (rhumb_text_width (line, size, bold, 0.0) > max_width && max_chars > 2) {
        max_chars = MIN (max_chars, (gsize)g_utf8_strlen (line, -1)) - 1;
        g_free (line);
        line = rhumb_text_shorten (text, MAX (max_chars, 2));
    }
    return g_steal_pointer (&line);
}

/* Joins as many parts as fit into @max_width with @between; the first is there in any case. */
char *
rhumb_text_join_fitting (const GStrv parts, const char *between, double size, gboolean bold,
                         double max_width)
{
    char *line = g_strdup (parts[0] != NULL ? parts[0] : "");
    for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++) {
        char *longer = g_strconcat (line, between, parts[i], NULL);
        const gboolean fits = rhumb_text_width (longer, size, bold, 0.0) <= max_width;
        g_free (fits ? line : longer);
        if (!fits)
            return line;
        line = longer;
    }
    return line;
}

/* Leaves out the last parts of a name until it is no wider than @max_width: a name of two topics
 * for one is better than one that ends in "…". If the first part is too long, it is shortened. */
char *
rhumb_text_fit_parts (const GStrv parts, const char *between, double size, gboolean bold,
                      double max_width)
{
    g_autofree char *line = rhumb_text_join_fitting (parts, between, size, bold, max_width);
    return rhumb_text_fit (line, size, bold, max_width);
}
