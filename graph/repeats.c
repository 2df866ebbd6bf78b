/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which of many texts may occur more than once, so that only those are sorted or compared.
 *
 * Two rows of bits, eight to sixteen a text, by one hash: a bit that is set again is set in the
 * second row too. A text that occurs twice is always found; one in ten that occurs once is found
 * as well. After Bloom 1970, Space/time trade-offs in hash coding with allowable errors,
 * doi:10.1145/362686.362692, with one hash.
 * Cost: linear; four bytes a text at most.
 */
#include "graph/repeats.h"

#include "graph/text.h"

#define BITS_PER_TEXT 8

/* rhumb_repeats_init: makes room for so many texts. */
void
rhumb_repeats_init (RhumbRepeats *repeats, gsize n_texts)
{
    gsize n_bits = 64;
    while (n_bits < n_texts * BITS_PER_TEXT)
        n_bits *= 2;
    *repeats = (RhumbRepeats){.once = g_new0 (guint64, n_bits / 64),
                              .twice = g_new0 (guint64, n_bits / 64),
                              .mask = n_bits - 1};
}

/* rhumb_repeats_clear: frees the bits. */
void
rhumb_repeats_clear (RhumbRepeats *repeats)
{
    g_clear_pointer (&repeats->once, g_free);
    g_clear_pointer (&repeats->twice, g_free);
}

/* rhumb_repeats_add: counts a text. */
void
rhumb_repeats_add (RhumbRepeats *repeats, const char *text)
{
    const guint64 place = rhumb_text_hash (text) & repeats->mask;
    const guint64 bit = (guint64)1 << (place % 64);
    repeats->twice[place / 64] |= repeats->once[place / 64] & bit;
    repeats->once[place / 64] |= bit;
}

/* rhumb_repeats_has: whether @text may have been added more than once; FALSE is certain. */
gboolean
rhumb_repeats_has (const RhumbRepeats *repeats, const char *text)
{
    const guint64 place = rhumb_text_hash (text) & repeats->mask;
    return (repeats->twice[place / 64] >> (place % 64) & 1) != 0;
}
