/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

RhumbNetwork *index_network_new (const char *library, int *n_papers);
