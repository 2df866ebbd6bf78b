/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

/* The constant that each format's file exports, for the one table in format.c. */
extern const RhumbFormat rhumb_format_bibtex;
extern const RhumbFormat rhumb_format_dot;
extern const RhumbFormat rhumb_format_jsonl;
extern const RhumbFormat rhumb_format_papers_page;
extern const RhumbFormat rhumb_format_pdf;
extern const RhumbFormat rhumb_format_png;
extern const RhumbFormat rhumb_format_svg;

G_END_DECLS
