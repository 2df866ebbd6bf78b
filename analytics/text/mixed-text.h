/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/language.h"

G_BEGIN_DECLS

gboolean rhumb_is_foreign_title (const RhumbVotes *votes, RhumbLanguage language,
                                 const char *title);
gboolean rhumb_may_be_mixed (const RhumbVotes *votes, RhumbLanguage language);
const char *rhumb_keep_title (const RhumbLanguageTeller *teller, RhumbLanguage language,
                              const char *title);
gboolean rhumb_keep_language (const RhumbLanguageTeller *teller, RhumbLanguage language,
                              const char *abstract, GString *to);

G_END_DECLS
