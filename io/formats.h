/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

/* The constant that each format's file exports, for the one table in format.c. */
extern const RhumbFormat rhumb_format_acl_anthology;
extern const RhumbFormat rhumb_format_aminer;
extern const RhumbFormat rhumb_format_arxiv;
extern const RhumbFormat rhumb_format_bibtex;
extern const RhumbFormat rhumb_format_crossref;
extern const RhumbFormat rhumb_format_crossref_unixref;
extern const RhumbFormat rhumb_format_csv;
extern const RhumbFormat rhumb_format_csv_network;
extern const RhumbFormat rhumb_format_dblp;
extern const RhumbFormat rhumb_format_dimensions;
extern const RhumbFormat rhumb_format_cytoscape;
extern const RhumbFormat rhumb_format_dot;
extern const RhumbFormat rhumb_format_edge_list;
extern const RhumbFormat rhumb_format_endnote_xml;
extern const RhumbFormat rhumb_format_gexf;
extern const RhumbFormat rhumb_format_gexf_1_3;
extern const RhumbFormat rhumb_format_gml;
extern const RhumbFormat rhumb_format_graphml;
extern const RhumbFormat rhumb_format_html;
extern const RhumbFormat rhumb_format_ieee_csv;
extern const RhumbFormat rhumb_format_jsonl;
extern const RhumbFormat rhumb_format_lens;
extern const RhumbFormat rhumb_format_library;
extern const RhumbFormat rhumb_format_mods;
extern const RhumbFormat rhumb_format_nbib;
extern const RhumbFormat rhumb_format_openalex;
extern const RhumbFormat rhumb_format_openalex_csv;
extern const RhumbFormat rhumb_format_pajek;
extern const RhumbFormat rhumb_format_papers_page;
extern const RhumbFormat rhumb_format_paperscape;
extern const RhumbFormat rhumb_format_pdf;
extern const RhumbFormat rhumb_format_png;
extern const RhumbFormat rhumb_format_pubmed_csv;
extern const RhumbFormat rhumb_format_pubmed_xml;
extern const RhumbFormat rhumb_format_refer;
extern const RhumbFormat rhumb_format_ris;
extern const RhumbFormat rhumb_format_scopus;
extern const RhumbFormat rhumb_format_semanticscholar;
extern const RhumbFormat rhumb_format_svg;
extern const RhumbFormat rhumb_format_vosviewer;
extern const RhumbFormat rhumb_format_vosviewer_map;
extern const RhumbFormat rhumb_format_wos;
extern const RhumbFormat rhumb_format_wos_tab;

G_END_DECLS
