/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RHUMB_ERROR:
 *
 * The error domain of everything in this library that can go wrong in the world. Errors of the
 * file system stay in GLib's own domains, prefixed once with the path.
 */
#define RHUMB_ERROR (rhumb_error_quark ())

/**
 * RhumbError:
 * @RHUMB_ERROR_FORMAT: an input breaks its format; the message starts with `file:line:`
 * @RHUMB_ERROR_UNSUPPORTED: no such format, or not in this direction
 * @RHUMB_ERROR_INVALID: an option outside its range
 * @RHUMB_ERROR_NOT_FOUND: an id that is not in the corpus
 * @RHUMB_ERROR_LIMIT: a stated limit is exceeded (nodes, length of a line, …)
 * @RHUMB_ERROR_NOT_CONVERGED: an iteration ended early; the message has residual and sweeps
 * @RHUMB_ERROR_LIBRARY: a library underneath refused; its own words are kept
 *
 * Codes of %RHUMB_ERROR.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_ERROR_FORMAT,
    RHUMB_ERROR_UNSUPPORTED,
    RHUMB_ERROR_INVALID,
    RHUMB_ERROR_NOT_FOUND,
    RHUMB_ERROR_LIMIT,
    RHUMB_ERROR_NOT_CONVERGED,
    RHUMB_ERROR_LIBRARY,
} RhumbError;

GQuark rhumb_error_quark (void);

G_END_DECLS
