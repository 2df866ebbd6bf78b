/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What somebody may have meant who typed a word that is not known: the nearest one that is, if a
 * third of its letters at most are wrong. Counts letters added, dropped, changed, and neighbours
 * that changed places.
 * Source: Damerau 1964, A technique for computer detection and correction of spelling errors,
 * doi:10.1145/363958.363994.
 */
#include "cli/suggest.h"

#include <string.h>

#define LONGEST 40

/* Distance of two words of at most LONGEST bytes. */
static guint
measure_distance (const char *a, const char *b)
{
    guint row[3][LONGEST + 1];
    const gsize n = strlen (a);
    const gsize m = strlen (b);
    guint *two_back = row[0];
    guint *back = row[1];
    guint *now = row[2];
    for (gsize j = 0; j <= m; j++)
        back[j] = (guint)j;
    for (gsize i = 1; i <= n; i++) {
        now[0] = (guint)i;
        for (gsize j = 1; j <= m; j++) {
            now[j] = MIN (MIN (back[j], now[j - 1]) + 1, back[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = MIN (now[j], two_back[j - 2] + 1);
        }
        guint *oldest = two_back;
        two_back = back;
        back = now;
        now = oldest;
    }
    return back[m];
}

/* The word of @known that is nearest to @typed, the first of equals; %NULL if none is near. One
 * that @typed begins is as near as one with a letter wrong. */
const char *
suggest (const char *typed, const char *const *known)
{
    const char *best = NULL;
    guint least = G_MAXUINT;
    if (strlen (typed) > LONGEST)
        return NULL;
    for (gsize i = 0; known[i] != NULL; i++) {
        if (strlen (known[i]) > LONGEST)
            continue;
        guint distance = measure_distance (typed, known[i]);
        if (strlen (typed) >= 3 && g_str_has_prefix (known[i], typed))
            distance = MIN (distance, 1);
        if (distance <= MAX (strlen (known[i]) / 3, 1) && distance < least) {
            least = distance;
            best = known[i];
        }
    }
    return best;
}
