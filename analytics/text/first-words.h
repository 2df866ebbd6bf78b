/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/generic.h"

G_BEGIN_DECLS

gboolean rhumb_judge_first_word (const RhumbTerms *terms, const RhumbTermUse *use, guint32 t,
                                 const RhumbClosedClass *closed, RhumbTerm *term,
                                 RhumbTermUse *own);

G_END_DECLS
