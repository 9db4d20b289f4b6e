// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Loudness.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
double decibels (double factor) { return factor > 1e-5 ? 20 * std::log10 (factor) : -100; }
} // namespace

struct LoudnessListener::State
{
    State (double sampleRate, int channelCount)
        : channels (static_cast<unsigned> (channelCount)),
          meter (ebur128_init (channels, static_cast<unsigned long> (std::lround (sampleRate)), EBUR128_MODE_I | EBUR128_MODE_LRA | EBUR128_MODE_TRUE_PEAK | EBUR128_MODE_SAMPLE_PEAK))
    {}

    ~State()
    {
        if (meter != nullptr)
            ebur128_destroy (&meter);
    }

    /** The loudest of all channels, by a function of libebur128. */
    template <typename Ask>
    double loudest (Ask&& ask) const
    {
        double most = 0;

        for (unsigned channel = 0; channel < channels; ++channel)
            if (double peak = 0; ask (meter, channel, &peak) == EBUR128_SUCCESS)
                most = std::max (most, peak);

        return decibels (most);
    }

    const unsigned channels;
    ebur128_state* meter;
};

LoudnessListener::LoudnessListener (double sampleRate, int channels) : state (std::make_unique<State> (sampleRate, channels)) {}

LoudnessListener::~LoudnessListener() = default;

void LoudnessListener::listen (std::span<const float> samples)
{
    if (state->meter != nullptr && ! samples.empty())
        ebur128_add_frames_float (state->meter, samples.data(), samples.size() / state->channels);
}

Loudness LoudnessListener::heard() const
{
    Loudness result;

    if (state->meter == nullptr)
        return result;

    if (double value = 0; ebur128_loudness_global (state->meter, &value) == EBUR128_SUCCESS && std::isfinite (value))
        result.integrated = std::max (value, -100.0);

    if (double value = 0; ebur128_loudness_range (state->meter, &value) == EBUR128_SUCCESS && std::isfinite (value))
        result.range = value;

    result.truePeak = state->loudest (ebur128_true_peak);
    result.samplePeak = state->loudest (ebur128_sample_peak);
    return result;
}

Loudness loudnessOf (const dsp::Sound& sound)
{
    LoudnessListener listener (sound.sampleRate, sound.channels);
    listener.listen (sound.samples);
    return listener.heard();
}

} // namespace athanor
