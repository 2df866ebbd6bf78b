/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The error domain.
 */
#include "graph/error.h"

G_DEFINE_QUARK (rhumb - error - quark, rhumb_error)
