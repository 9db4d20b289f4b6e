// SPDX-License-Identifier: GPL-3.0-or-later
// The curve of an equaliser, for whoever draws it.
#pragma once

#include <functional>
#include <string_view>

namespace athanor
{

/** How loud an "effect.eq" makes a tone, as a gain. Not for the audio thread.

    @param valueOf  Gives the value of each of its knobs by id.
*/
double equaliserGain (const std::function<float (std::string_view)>& valueOf, double hertz, double sampleRate);

} // namespace athanor
