// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace athanor
{

/** Makes libcurl ready, once for the whole program and from any thread; before anything else of it is called. */
void readyCurl();

} // namespace athanor
