// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for JACK, quietly.
#pragma once

namespace athanor
{

/** Whether a JACK server takes clients. Starts none, prints nothing; takes some milliseconds, or none when JACK is not installed. */
bool isJackRunning();

} // namespace athanor
