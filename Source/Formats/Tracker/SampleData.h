// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings as modules store them.
#pragma once

#include "Core/Bytes.h"
#include "Dsp/Sound.h"

#include <cstdint>

namespace athanor::tracker
{

struct SampleLayout
{
    bool is16Bit = false, isSigned = true, isBigEndian = false;
    bool isDelta = false;  ///< Each value is the step from the one before.
    bool isStereo = false; ///< The whole left channel, then the whole right one.
};

/** Reads at most `frames`; as many as are there. */
dsp::Sound readSample (Bytes&, std::size_t frames, SampleLayout);

/** The same for the compression of Impulse Tracker 2.14, and of 2.15 with `isTwiceDelta`. */
dsp::Sound readCompressedSample (Bytes&, std::size_t frames, SampleLayout, bool isTwiceDelta);

} // namespace athanor::tracker
