/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

size_t rhumb_json_choose_precision (const json_t *value);

G_END_DECLS
