/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Themes of a map: for the screen by day and by night, and for printers without colours.
 *
 * Every word of every theme has a contrast of at least 4.5 on what is behind it (WCAG 2.1, success
 * criterion 1.4.3); the tests compute it. The theme for print tells topics apart by lightness, so
 * that a copy in grey says the same.
 */
#include "analytics/layout/theme.h"

static const RhumbTheme themes[] = {
    [RHUMB_MAP_THEME_LIGHT] = {.name = "light",
                               .paper = 0xfcfcfaff,
                               .title = 0x16181dff,
                               .ink = 0x20242cff,
                               .quiet = 0x5b6270ff,
                               .faint = 0x6b7280ff,
                               .rule = 0xe3e3dfff,
                               .ring = 0x8b93a1ff,
                               .link = 0x7d8797ff,
                               .towards = 0x000000ff,
                               .tint = 0.17,
                               .edge = 0.6,
                               .stands_out = 1.0},
    [RHUMB_MAP_THEME_DARK] = {.name = "dark",
                              .paper = 0x14171dff,
                              .title = 0xf4f5f7ff,
                              .ink = 0xe8eaeeff,
                              .quiet = 0xaab1beff,
                              .faint = 0x9aa2b1ff,
                              .rule = 0x343944ff,
                              .ring = 0x8b93a1ff,
                              .link = 0x969eacff,
                              .towards = 0xffffffff,
                              .tint = 0.30,
                              .edge = 0.75,
                              .stands_out = 2.5},
    [RHUMB_MAP_THEME_PRINT] = {.name = "print",
                               .paper = 0xffffffff,
                               .title = 0x000000ff,
                               .ink = 0x000000ff,
                               .quiet = 0x333333ff,
                               .faint = 0x4a4a4aff,
                               .rule = 0xccccccff,
                               .ring = 0x555555ff,
                               .link = 0x777777ff,
                               .towards = 0x000000ff,
                               .tint = 0.20,
                               .edge = 0.8,
                               .stands_out = 1.0,
                               .in_grey = TRUE},
};

/**
 * rhumb_map_theme_get_name:
 * @theme: a theme
 *
 * Gets the name of a theme, as options spell it.
 *
 * Returns: "light", "dark" or "print"; %NULL if there is no such theme
 *
 * Since: 0.2
 */
const char *
rhumb_map_theme_get_name (RhumbMapTheme theme)
{
    return (guint)theme < G_N_ELEMENTS (themes) ? themes[theme].name : NULL;
}

const RhumbTheme *
rhumb_theme_get (RhumbMapTheme theme)
{
    g_assert ((guint)theme < G_N_ELEMENTS (themes));
    return &themes[theme];
}
