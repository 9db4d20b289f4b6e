// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of sound as it is heard: its wave, standing still, and its spectrum.
#pragma once

#include <complex>
#include <memory>
#include <span>
#include <vector>

namespace athanor
{

namespace dsp
{
class Fft;
}

/** The newest stretch of a wave that begins where it rises through zero, so that what repeats stands still.
    @param sound  Oldest first. @param wave  Filled; at most half as long as the sound. */
void standingWave (std::span<const float> sound, std::span<float> wave);

/** Keeps what it needs from one picture to the next. */
class SpectrumPicture
{
public:
    static constexpr int frames = 4096; ///< Of sound that it takes.

    SpectrumPicture();
    ~SpectrumPicture();

    /** Decibels from -84 to 0 as 0 to 1, over 20 Hz to 20 kHz, octave by octave alike.
        @param sound  As long as `frames`. @param heights  Filled, from left to right. */
    void draw (std::span<const float> sound, double sampleRate, std::span<float> heights);

private:
    std::unique_ptr<dsp::Fft> transform;
    std::vector<float> window, time;
    std::vector<std::complex<float>> bins;
};

} // namespace athanor
