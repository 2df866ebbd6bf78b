/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

G_BEGIN_DECLS

void gaps_tell_empty (const char *verb, const RhumbCorpus *corpus, const char *why);
void gaps_tell_uncited (const char *verb, const RhumbCorpus *corpus);
void gaps_tell_unread (const char *verb, const RhumbCorpus *corpus);

G_END_DECLS
