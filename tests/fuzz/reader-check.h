/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

void check_reader (const RhumbFormat *format, const guint8 *bytes, gsize length);
