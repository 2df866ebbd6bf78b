/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/read/xml-papers.h"

G_BEGIN_DECLS

void rhumb_pubmed_take_authors (RhumbXmlPapers *papers, const RhumbXmlNode *parent);
void rhumb_pubmed_take_terms (RhumbXmlPapers *papers, const RhumbXmlNode *citation);
void rhumb_pubmed_take_references (RhumbXmlPapers *papers, const RhumbXmlNode *data);

G_END_DECLS
