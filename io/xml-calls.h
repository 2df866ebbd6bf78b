/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/* What xml-door.c calls of libxml2, which is opened when the first XML is read: it brings ICU and
 * 30 MB of its data along. */
typedef struct {
    __typeof__ (xmlInitParser) *init;
    __typeof__ (xmlNewParserCtxt) *new_parser;
    __typeof__ (xmlCtxtReadIO) *read;
    __typeof__ (xmlStopParser) *stop;
    __typeof__ (xmlFreeDoc) *free_document;
    __typeof__ (xmlFreeParserCtxt) *free_parser;
    __typeof__ (xmlSetStructuredErrorFunc) *set_error_function;
    xmlStructuredErrorFunc (*get_error_function) (void **data);
} RhumbXmlCalls;
