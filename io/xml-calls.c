/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All of librhumb-xml: where libxml2's functions are. See graph/by-need.c.
 */
#include "io/xml-calls.h"

extern const RhumbXmlCalls rhumb_xml_calls;

/* These two look like variables, and are so or not as libxml2 was built. */
static xmlStructuredErrorFunc
get_error_function (void **data)
{
    *data = xmlStructuredErrorContext;
    return xmlStructuredError;
}

const RhumbXmlCalls rhumb_xml_calls = {
    .init = xmlInitParser,
    .new_parser = xmlNewParserCtxt,
    .read = xmlCtxtReadIO,
    .stop = xmlStopParser,
    .free_document = xmlFreeDoc,
    .free_parser = xmlFreeParserCtxt,
    .set_error_function = xmlSetStructuredErrorFunc,
    .get_error_function = get_error_function,
};
