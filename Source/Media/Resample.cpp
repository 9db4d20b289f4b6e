// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Resample.h"

#include <cmath>
#include <samplerate.h>

namespace athanor
{

Result<dsp::Sound> resampled (const dsp::Sound& sound, double sampleRate, ResampleQuality quality)
{
    const auto ratio = sampleRate / sound.sampleRate;

    if (! (sampleRate >= 100 && sampleRate <= 1'000'000) || ! (ratio >= 1.0 / 256 && ratio <= 256))
        return Failure { "A recording cannot be brought to that sample rate.", std::to_string (sound.sampleRate) + " to " + std::to_string (sampleRate) };

    if (ratio == 1.0 || sound.samples.empty())
    {
        auto same = sound;
        same.sampleRate = sampleRate;
        return same;
    }

    dsp::Sound result;
    result.sampleRate = sampleRate;
    result.channels = sound.channels;
    const auto frames = static_cast<std::size_t> (std::round (static_cast<double> (sound.frames()) * ratio));
    result.samples.resize (frames * static_cast<std::size_t> (sound.channels));

    SRC_DATA data {};
    data.data_in = sound.samples.data();
    data.data_out = result.samples.data();
    data.input_frames = static_cast<long> (sound.frames());
    data.output_frames = static_cast<long> (frames);
    data.src_ratio = ratio;

    const auto kind = quality == ResampleQuality::best ? SRC_SINC_BEST_QUALITY : quality == ResampleQuality::good ? SRC_SINC_MEDIUM_QUALITY
                                                                                                                  : SRC_SINC_FASTEST;

    if (const auto error = src_simple (&data, kind, sound.channels); error != 0)
        return Failure { "This recording could not be brought to another sample rate.", src_strerror (error) };

    return result; // what the filter did not reach at the end stays silent
}

} // namespace athanor
