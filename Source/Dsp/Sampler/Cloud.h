// SPDX-License-Identifier: GPL-3.0-or-later
// Grains: short pieces of a recording under soft windows, many at once.
#pragma once

#include "Dsp/Oscillator/Noise.h"
#include "Dsp/Sound.h"

#include <array>

namespace athanor::dsp
{

/** How the next grain is to be. */
struct GrainPlan
{
    double position = 0; ///< Frame of the recording at its start.
    double speed = 1;    ///< Frames of the recording for each of ours; negative plays backwards.
    int length = 4'800;  ///< Frames of ours.
    float left = 1, right = 1;
};

/** The grains of one voice. */
class Cloud
{
public:
    /** Refused while as many grains as there may be are sounding. */
    bool start (const GrainPlan&) noexcept;

    void clear() noexcept { grains = {}; }

    bool isSounding() const noexcept;

    /** Adds `count` frames to every `stride`-th float. */
    void add (const Sound&, int count, float* left, float* right, int stride) noexcept;

private:
    struct Grain
    {
        double position = 0, speed = 0;
        int age = 0, length = 0; ///< Over when they are equal.
        float left = 0, right = 0;
    };

    template <int channels>
    static void addGrain (Grain&, const Sound&, int count, float* left, float* right, int stride) noexcept;

    std::array<Grain, 16> grains;
};

} // namespace athanor::dsp
