/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The table of verbs. A new verb is one file that defines a Command, one line here and one in
 * meson.build.
 */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/suggest.h"

#include <gio/gio.h>

#include "graph/error.h"

extern const Command command_concepts;
extern const Command command_convert;
extern const Command command_dedup;
extern const Command command_describe;
extern const Command command_embed;
extern const Command command_eval;
extern const Command command_expand;
extern const Command command_formats;
extern const Command command_help;
extern const Command command_import;
extern const Command command_index;
extern const Command command_map;
extern const Command command_path;
extern const Command command_predict_links;
extern const Command command_rank;
extern const Command command_reading_list;
extern const Command command_related;
extern const Command command_search;
extern const Command command_similar;
extern const Command command_themes;
extern const Command command_topics;
extern const Command command_trend;
extern const Command command_why;

/* In the order in which a newcomer would want them; one a line. */
/* clang-format off */
static const Command *const COMMANDS[] = {
    &command_map,
    &command_topics,
    &command_rank,
    &command_concepts,
    &command_path,
    &command_trend,
    &command_themes,
    &command_similar,
    &command_related,
    &command_expand,
    &command_reading_list,
    &command_predict_links,
    &command_why,
    &command_describe,
    &command_search,
    &command_import,
    &command_index,
    &command_dedup,
    &command_convert,
    &command_embed,
    &command_eval,
    &command_formats,
    &command_help,
    NULL,
};
/* clang-format on */

const Command *
command_find (const char *name)
{
    for (guint i = 0; COMMANDS[i] != NULL; i++) {
        if (g_str_equal (COMMANDS[i]->name, name))
            return COMMANDS[i];
    }
    return NULL;
}

/* Control characters come from names that were typed: they would split the message in two or
 * command the terminal. What a message lists stands on lines of its own that begin with two blanks.
 */
static char *
show_controls (const char *message)
{
    g_autoptr (GString) shown = g_string_new (NULL);
    for (const char *at = message; *at != '\0'; at++) {
        const gboolean is_list = *at == '\t' || g_str_has_prefix (at, "\n  ");
        if (!g_ascii_iscntrl (*at) || is_list)
            g_string_append_c (shown, *at);
        else if (*at == '\n')
            g_string_append (shown, "\\n");
        else
            g_string_append_printf (shown, "\\x%02x", (guint)(guchar)*at);
    }
    return g_string_free (g_steal_pointer (&shown), FALSE);
}

/* Says that a verb is not known, and which one may be meant. */
int
command_fail_unknown (const char *name)
{
    const char *names[G_N_ELEMENTS (COMMANDS)] = {NULL};
    for (guint i = 0; COMMANDS[i] != NULL; i++)
        names[i] = COMMANDS[i]->name;
    const char *meant = suggest (name, names);
    g_autofree char *shown = show_controls (name);
    if (meant != NULL)
        fprintf (stderr, "rhumb: no verb “%s”, did you mean “%s”?\n", shown, meant);
    else
        fprintf (stderr, "rhumb: no verb “%s”; “rhumb help” lists them\n", shown);
    return EXIT_COMMAND_WRONG;
}

void
command_print_overview (FILE *stream)
{
    fputs ("rhumb draws and explains the topics of a pile of papers.\n\n"
           "Usage: rhumb VERB [options] FILE…\n\n",
           stream);
    for (guint i = 0; COMMANDS[i] != NULL; i++)
        fprintf (stream, "  %-13s %s\n", COMMANDS[i]->name, COMMANDS[i]->summary);
    fputs ("\nFiles may be of any mixture of formats (rhumb formats); \"-\" is standard input.\n"
           "rhumb help VERB tells more. First steps: rhumb map papers.txt -o map.svg\n",
           stream);
}

/* Exit code for an error: what the user typed is wrong, or what the data holds. */
static int
code_for (const GError *error)
{
    const gboolean wrong_command = error->domain == G_OPTION_ERROR ||
                                   g_error_matches (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED) ||
                                   g_error_matches (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    return wrong_command ? EXIT_COMMAND_WRONG : EXIT_DATA_FAILED;
}

/* The library names the field by which a limit is moved. Here it has the name of the option. */
static char *
name_options (const GError *error)
{
    static const char *const LIMITS[][2] = {{"(max_bytes", "(--max-bytes"},
                                            {"(top_links)", "(--top-links)"},
                                            {"(hub_cap)", "(--hub-cap)"}};
    GString *message = g_string_new (error->message);
    const gboolean is_limit = g_error_matches (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    for (guint i = 0; is_limit && i < G_N_ELEMENTS (LIMITS); i++)
        g_string_replace (message, LIMITS[i][0], LIMITS[i][1], 1);
    return g_string_free (message, FALSE);
}

/* Prints the one line that says what went wrong, and gives the exit code. A reader that goes away
 * has what it wanted. */
int
command_fail (const Command *command, const GError *error)
{
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
        return EXIT_DONE;
    g_autofree char *named = name_options (error);
    g_autofree char *message = show_controls (named);
    fprintf (stderr, "rhumb %s: %s\n", command->name, message);
    const int code = code_for (error);
    if (code == EXIT_COMMAND_WRONG)
        fprintf (stderr, "Try: rhumb help %s\n", command->name);
    return code;
}
