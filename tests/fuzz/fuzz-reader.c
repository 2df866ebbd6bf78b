/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as the format that is asked for.
 */
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/reader-check.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    check_reader (rhumb_format_find (fuzzed_format), bytes, length);
    return 0;
}
