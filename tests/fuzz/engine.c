/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A fuzzing engine leaves no argument for the format: it is of the program.
 */
#include "tests/fuzz/fuzz.h"

const char *fuzzed_format = FUZZED_FORMAT;
