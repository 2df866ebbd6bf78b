/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

extern const RhumbNetworkPart rhumb_csv_network_parts[RHUMB_NETWORK_PARTS];

G_END_DECLS
