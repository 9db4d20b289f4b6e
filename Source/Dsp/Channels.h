// SPDX-License-Identifier: GPL-3.0-or-later
// What two channels have in common and eight voices have not.
#pragma once

#include "Dsp/Lanes.h"

namespace athanor::dsp
{

inline Stereo makeStereo (float left, float right) noexcept { return Stereo (Stereo::Floats { left, right }); }

inline Stereo swapped (Stereo x) noexcept { return makeStereo (x[1], x[0]); }

/** The louder of two channels in both, so that a level that follows it moves neither; voices each follow their own. */
inline Stereo linked (Stereo x) noexcept { return max (x, swapped (x)); }

inline Voices linked (Voices x) noexcept { return x; }

/** A different value for each channel, for motion that runs apart: `apart` is added to the right. Voices move alike. */
inline Stereo spread (Stereo x, Stereo apart) noexcept { return makeStereo (x[0], x[1] + apart[1]); }

inline Voices spread (Voices x, Voices) noexcept { return x; }

} // namespace athanor::dsp
