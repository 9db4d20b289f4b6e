// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Core/Result.h"
#include "Dsp/Sound.h"

namespace athanor
{

enum class ResampleQuality { fast,
                             good,
                             best };

/** The same sound at another sample rate (100 to 1,000,000 Hz, at most 256 times or a 256th of what it has), in its whole length. */
Result<dsp::Sound> resampled (const dsp::Sound&, double sampleRate, ResampleQuality = ResampleQuality::best);

} // namespace athanor
