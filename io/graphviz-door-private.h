/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

/* For the files of the door only: it shows cgraph's types. */

#include <graphviz/cgraph.h>

#include "io/graphviz-door.h"

G_BEGIN_DECLS

agusererrf rhumb_graphviz_begin (void);
char *rhumb_graphviz_end (agusererrf former);

G_END_DECLS
