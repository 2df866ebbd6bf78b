/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How different two colours look, and how well one is read on the other.
 *
 * About one man in twelve does not tell red from green, so difference is that of the worst of
 * three ways of seeing: common, deuteranopia and protanopia (G. M. Machado, M. M. Oliveira,
 * L. A. F. Fernandes, A physiologically-based model for simulation of color vision deficiency,
 * IEEE TVCG 15 (2009), doi:10.1109/TVCG.2009.113). Difference is the Euclidean distance in CIE
 * L*a*b* (1976), contrast the ratio of relative luminances of the Web Content Accessibility
 * Guidelines 2.1, in [1, 21]; 4.5 is asked for body text.
 */
#include "analytics/layout/colour.h"

#include <math.h>

typedef struct {
    double channel[3];
} Triple;

static const double deuteranopia[3][3] = {{0.367322, 0.860646, -0.227968},
                                          {0.280085, 0.672501, 0.047413},
                                          {-0.011820, 0.042940, 0.968881}};
static const double protanopia[3][3] = {{0.152286, 1.052583, -0.204868},
                                        {0.114503, 0.786281, 0.099216},
                                        {-0.003882, -0.048116, 1.051998}};
static const double to_xyz[3][3] = {
    {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}};

static guint
channel_of (guint32 colour, guint i)
{
    return (colour >> (24 - 8 * i)) & 0xffu;
}

static Triple
linear_light (guint32 colour)
{
    Triple light;
    for (guint i = 0; i < 3; i++) {
        const double v = channel_of (colour, i) / 255.0;
        light.channel[i] = v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
    }
    return light;
}

static Triple
transform (const double matrix[3][3], Triple in)
{
    Triple out;
    for (guint i = 0; i < 3; i++) {
        out.channel[i] = 0.0;
        for (guint j = 0; j < 3; j++)
            out.channel[i] += matrix[i][j] * in.channel[j];
    }
    return out;
}

static Triple
clamp_light (Triple light)
{
    for (guint i = 0; i < 3; i++)
        light.channel[i] = CLAMP (light.channel[i], 0.0, 1.0);
    return light;
}

static double
lab_curve (double t)
{
    return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116.0;
}

static Triple
lab_of_light (Triple light)
{
    const Triple xyz = transform (to_xyz, light);
    const double x = lab_curve (xyz.channel[0] / 0.9505);
    const double y = lab_curve (xyz.channel[1]);
    const double z = lab_curve (xyz.channel[2] / 1.089);
    return (Triple){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

static double
distance_in_lab (Triple a, Triple b)
{
    const Triple p = lab_of_light (a);
    const Triple q = lab_of_light (b);
    double sum = 0.0;
    for (guint i = 0; i < 3; i++)
        sum += (p.channel[i] - q.channel[i]) * (p.channel[i] - q.channel[i]);
    return sqrt (sum);
}

static double
luminance (guint32 colour)
{
    return transform (to_xyz, linear_light (colour)).channel[1];
}

/* Mixes channel by channel; the mixture is opaque. @share: how much of @b, in [0, 1]. */
guint32
rhumb_colour_mix (guint32 a, guint32 b, double share)
{
    guint32 result = 0;
    for (guint i = 0; i < 3; i++) {
        const double mixed = channel_of (a, i) * (1 - share) + channel_of (b, i) * share;
        result = result << 8 | (guint32)CLAMP (mixed + 0.5, 0.0, 255.0);
    }
    return result << 8 | 0xffu;
}

/* The contrast ratio of two colours, in [1, 21]. */
double
rhumb_colour_contrast (guint32 a, guint32 b)
{
    const double first = luminance (a);
    const double second = luminance (b);
    return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* How different two colours look to whoever tells them apart least: the least CIE 1976 difference
 * over common sight, deuteranopia and protanopia. */
double
rhumb_colour_difference (guint32 a, guint32 b)
{
    const Triple p = linear_light (a);
    const Triple q = linear_light (b);
    const double deutan = distance_in_lab (clamp_light (transform (deuteranopia, p)),
                                           clamp_light (transform (deuteranopia, q)));
    const double protan = distance_in_lab (clamp_light (transform (protanopia, p)),
                                           clamp_light (transform (protanopia, q)));
    return MIN (distance_in_lab (p, q), MIN (deutan, protan));
}

/* How different two colours are in a copy without colours: the difference in lightness (CIE 1976
 * L*), 0 to 100. */
double
rhumb_colour_difference_in_grey (guint32 a, guint32 b)
{
    return fabs (116 * (lab_curve (luminance (a)) - lab_curve (luminance (b))));
}

/* Moves a colour towards black or white until it stands out from what is behind it. @contrast: the
 * least on all of @ground, in [1, 21]. Returns the nearest such colour in steps of 2 %; @towards if
 * none has the contrast. */
guint32
rhumb_colour_stand_out (guint32 colour, const guint32 *ground, gsize n_grounds, double contrast,
                        guint32 towards)
{
    for (guint step = 0; step < 50; step++) {
        const guint32 moved = rhumb_colour_mix (colour, towards, step * 0.02);
        double least = 21.0;
        for (gsize i = 0; i < n_grounds; i++)
            least = MIN (least, rhumb_colour_contrast (moved, ground[i]));
        if (least >= contrast)
            return moved;
    }
    return towards;
}
