/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Colours that stand for how much of something there is.
 *
 * A reader compares areas by how different they look, so equal steps of the value must look equally
 * far apart, more must never be mistaken for less, and words must be readable on all of them. Each
 * theme has a curve through the colour space Oklab, in which equal distances look about equal
 * (B. Ottosson, A perceptual color space for image processing, 2020,
 * https://bottosson.github.io/posts/oklab/): lightness runs evenly from that of the paper to an end
 * on which the theme's ink still has a contrast of 4.5, while hue and chroma turn with it, from
 * pale yellow to red on light paper, from violet to magenta on dark paper, and without any hue for
 * print. The demand for even steps in lightness and difference is that of viridis (S. van der Walt,
 * N. Smith 2015). What no screen shows is moved towards grey until it can be shown. The curve is
 * cut into pieces of equal length. Cost: a fixed table of points for each ramp.
 */
#include "analytics/layout/ramp.h"

#include <math.h>

#define N_POINTS 512
#define DEGREE (G_PI / 180)

/* From the paper (share 0) to the most (share 1); hue in degrees. */
typedef struct {
    double from_lightness;
    double to_lightness;
    double from_hue;
    double to_hue;
    double chroma;
} Curve;

typedef struct {
    double lightness;
    double a;
    double b;
} Oklab;

static const Curve curves[] = {
    [RHUMB_MAP_THEME_LIGHT] = {0.985, 0.675, 104, 32, 0.17},
    [RHUMB_MAP_THEME_DARK] = {0.205, 0.535, 270, 360, 0.18},
    [RHUMB_MAP_THEME_PRINT] = {1.000, 0.590, 0, 0, 0.00},
};

static double
encode (double light)
{
    return light <= 0.0031308 ? 12.92 * light : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

static gboolean
to_rgb (Oklab colour, double rgb[3])
{
    const double l = colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b;
    const double m = colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b;
    const double s = colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b;
    const double cone[] = {l * l * l, m * m * m, s * s * s};
    static const double to_light[3][3] = {{4.0767416621, -3.3077115913, 0.2309699292},
                                          {-1.2684380046, 2.6097574011, -0.3413193965},
                                          {-0.0041960863, -0.7034186147, 1.7076147010}};
    gboolean is_shown = TRUE;
    for (guint i = 0; i < 3; i++) {
        double light = 0.0;
        for (guint j = 0; j < 3; j++)
            light += to_light[i][j] * cone[j];
        is_shown = is_shown && light >= -1e-6 && light <= 1 + 1e-6;
        rgb[i] = encode (CLAMP (light, 0.0, 1.0));
    }
    return is_shown;
}

/* The colour at a share of a curve, less colourful where no screen shows it. */
static Oklab
colour_at (const Curve *curve, double share)
{
    const double hue = DEGREE * (curve->from_hue + (curve->to_hue - curve->from_hue) * share);
    double chroma = curve->chroma * pow (share, 0.75);
    Oklab colour;
    double unread[3];
    do {
        colour.lightness =
            curve->from_lightness + (curve->to_lightness - curve->from_lightness) * share;
        colour.a = chroma * cos (hue);
        colour.b = chroma * sin (hue);
        chroma -= 0.002;
    } while (!to_rgb (colour, unread) && chroma > 0);
    return colour;
}

static guint32
pack (Oklab colour)
{
    double rgb[3];
    to_rgb (colour, rgb);
    guint32 packed = 0;
    for (guint i = 0; i < 3; i++)
        packed = packed << 8 | (guint32)(255 * rgb[i] + 0.5);
    return packed << 8 | 0xffu;
}

static double
distance (Oklab p, Oklab q)
{
    return sqrt ((p.lightness - q.lightness) * (p.lightness - q.lightness) +
                 (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

/*
 * rhumb_ramp_fill:
 * @theme: a theme
 * @colour: (out) (array length=n_colours): the colours; the first is the paper's, the last stands
 *   for the most
 * @n_colours: at least 2
 *
 * Gives colours that look equally far apart; the ink of @theme can be read on each.
 */
void
rhumb_ramp_fill (const RhumbTheme *theme, guint32 *colour, guint n_colours)
{
    const Curve *curve = &curves[theme->in_grey        ? RHUMB_MAP_THEME_PRINT
                                 : theme->towards >> 8 ? RHUMB_MAP_THEME_DARK
                                                       : RHUMB_MAP_THEME_LIGHT];
    g_autofree double *length = g_new (double, N_POINTS + 1);
    length[0] = 0.0;
    for (guint i = 1; i <= N_POINTS; i++)
        length[i] = length[i - 1] + distance (colour_at (curve, (i - 1.0) / N_POINTS),
                                              colour_at (curve, (double)i / N_POINTS));
    colour[0] = theme->paper;
    for (guint k = 1, i = 1; k < n_colours; k++) {
        const double wanted = length[N_POINTS] * k / (n_colours - 1);
        while (i < N_POINTS && length[i] < wanted)
            i++;
        const double piece = MAX (length[i] - length[i - 1], 1e-12);
        const double share =
            (i - 1 + CLAMP ((wanted - length[i - 1]) / piece, 0.0, 1.0)) / N_POINTS;
        colour[k] = pack (colour_at (curve, share));
    }
}
