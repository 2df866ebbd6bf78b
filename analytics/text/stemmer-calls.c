/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All of librhumb-stemmer: where libstemmer's functions are. See graph/by-need.c.
 */
#include "analytics/text/stemmer-calls.h"

extern const RhumbStemmerCalls rhumb_stemmer_calls;

const RhumbStemmerCalls rhumb_stemmer_calls = {
    .make = sb_stemmer_new,
    .destroy = sb_stemmer_delete,
    .stem = sb_stemmer_stem,
    .get_length = sb_stemmer_length,
};
