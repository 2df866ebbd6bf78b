/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as JSON Lines.
 */
#include "io/formats.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/reader-check.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    check_reader (&rhumb_format_jsonl, bytes, length);
    return 0;
}
