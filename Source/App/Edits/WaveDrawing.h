// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing on one period of a wave: its samples or its harmonics, and what else can be done to it.
#pragma once

#include <span>
#include <vector>

namespace athanor
{

/** A place on a wave: x from 0 to 1 over the period, y from -1 to 1. */
struct WavePoint
{
    float x = 0, y = 0;

    bool operator== (const WavePoint&) const = default;
};

/** Every sample between two places lies on the straight line between them. What lies outside is brought to the edge. */
void drawLine (std::span<float> wave, WavePoint from, WavePoint to);

/** A line from each place to the next; one place alone is one sample. */
void drawStroke (std::span<float> wave, std::span<const WavePoint> stroke);

struct Harmonic
{
    float amplitude = 0; ///< Of a sine that swings from -1 to 1 it is 1.
    float turns = 0;     ///< From -1/2 to 1/2; 0 begins like a sine.
};

/** 1 to this many can be drawn; a wave of 2,048 samples has no more. */
inline constexpr int mostHarmonics = 1'023;

// All of the following want 2,048 samples.

/** From the first one on. */
std::vector<Harmonic> harmonicsOf (std::span<const float> wave);

/** Harmonic 1 is the fundamental; any other number changes nothing. */
void setHarmonic (std::span<float> wave, int number, Harmonic);

/** As loud as can be: up to 1. Silence stays silence. */
void normaliseWave (std::span<float> wave);

void removeMean (std::span<float> wave);

/** Backwards in time. */
void reverseWave (std::span<float> wave);

/** All harmonics begin like sines: waves that are mixed then do not cancel out. */
void alignHarmonics (std::span<float> wave);

} // namespace athanor
