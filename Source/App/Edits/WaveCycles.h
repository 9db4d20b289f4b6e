// SPDX-License-Identifier: GPL-3.0-or-later
// Periods in a recording: how long they are, and each of them as a wave.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace athanor
{

/** The period of a recording of one note, in samples and parts of one, measured where it is loudest. Nothing where there is none from 16
    samples to 50 ms. Philip McLeod and Geoff Wyvill, "A smarter way to find pitch", 2005. */
std::optional<double> periodOf (std::span<const float> samples, double sampleRate);

/** One period that begins at `start` as a wave of 2,048 samples. Around it the recording goes on; what is beyond its ends is silence. */
std::vector<float> waveBetween (std::span<const float> samples, double start, double length);

/** A period that repeats itself, as a wave of 2,048 samples. */
std::vector<float> waveOfPeriod (std::span<const float> period);

/** A note of about this period taken apart into at most so many of its periods, evenly over the time in which it sounds. Each begins
    where its fundamental does, so that they can be mixed, and ends as it begins. None where not one is whole. */
std::vector<std::vector<float>> cyclesOf (std::span<const float> samples, double period, int most);

} // namespace athanor
