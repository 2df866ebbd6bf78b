/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

/* Words that break careless writers. */
static const char *const hostile[] = {
    "\"><script>alert(1)</script>",
    "ends in a backslash \\",
    "two \\\\ and quoted \\\" backslashes",
    "\\N \\G \\E \\T \\L \\n \\l \\r",
    "]]> <![CDATA[ <!-- --> & &amp; &#65; &bogus;",
    "right \xe2\x80\xae to left \xe2\x81\xa6 isolate",
    "controls \x01\x02\x1b[0m \x7f \xc2\x9b",
    "broken \xff\xfe UTF-8 \xc3",
    "surrogate \xed\xa0\x80 and noncharacter \xef\xbf\xbf",
    "<b>html</b>",
    "<",
    "' onload='x",
    "new\nline and\ttab",
    "大規模 émigré 🙂",
};
