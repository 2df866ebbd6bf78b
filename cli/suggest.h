/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *suggest (const char *typed, const char *const *known);

G_END_DECLS
