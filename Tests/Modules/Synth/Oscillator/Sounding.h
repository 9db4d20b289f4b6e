// SPDX-License-Identifier: GPL-3.0-or-later
// An oscillator with its cache, and what it says over a few quanta.
#pragma once

#include "Modules/Synth/Oscillator/Oscillator.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace athanor::synth
{

inline void hold (Ramp& ramp, float value)
{
    ramp.from = ramp.to = Lanes (value);
}

/** The controls of the init patch, with phases at their beginning. */
inline OscillatorControls initControls (float key = 60)
{
    OscillatorControls controls;
    hold (controls.pitch, key);
    hold (controls.level, 0.70710678f);
    hold (controls.phase, 0.5f);
    hold (controls.unisonVoices, 1);
    hold (controls.unisonDetune, 4.47213602f);
    hold (controls.detunePower, 1.5f);
    hold (controls.detuneRange, 2);
    hold (controls.unisonBlend, 0.8f);
    hold (controls.stereoSpread, 1);
    hold (controls.distortionAmount, 0.5f);
    hold (controls.distortionPhase, 0.5f);
    hold (controls.morphAmount, 0.5f);
    return controls;
}

/** A table of one frame, a falling saw from 1 to -1 that begins in its middle, or a sine. */
inline WavetableSpec tableOf (double (*wave) (double turns))
{
    auto samples = std::make_shared<std::vector<float>> (2'048);

    for (std::size_t i = 0; i < samples->size(); ++i)
        (*samples)[i] = static_cast<float> (wave (static_cast<double> (i) / 2'048));

    WavetableSpec spec;
    WaveComponent source;
    source.type = "Wave Source";
    source.keyframes.push_back ({ 0, {}, samples, {} });
    spec.groups.push_back ({ source });
    return spec;
}

inline double sineWave (double turns) { return std::sin (turns * 2 * 3.14159265358979323846); }

inline double sawWave (double turns) { return turns < 0.5 ? -2 * turns : 2 - 2 * turns; }

class Sounding
{
public:
    explicit Sounding (const WavetableSpec& spec = tableOf (sawWave)) : table (makeWavetable (spec))
    {
        turn.isActive.value = turn.hasStarted.value = Lanes::Integers {};
        oscillator.setTable (table.get());
        start ({ 0 });
    }

    void start (std::vector<int> voices)
    {
        for (const auto v : voices)
            for (const auto lane : { 2 * v, 2 * v + 1 })
                turn.hasStarted.value[lane] = turn.isActive.value[lane] = -1;
    }

    /** What lane 0 (or another) says, levelled, over some quanta. */
    std::vector<float> listen (int quanta, int lane = 0)
    {
        std::vector<float> heard;

        for (int i = 0; i < quanta; ++i)
        {
            oscillator.process (turn, controls, *raw, *levelled);
            turn.hasStarted.value = Lanes::Integers {};

            for (int frame = 0; frame < turn.frames; ++frame)
                heard.push_back ((*levelled)[frame][lane]);
        }

        return heard;
    }

    WaveCache cache { 256 };
    std::shared_ptr<const Wavetable> table;
    Oscillator oscillator { cache, { 0, Drawer::oscillator1 } };
    OscillatorControls controls = initControls();
    Turn turn;
    std::unique_ptr<Buffer> raw = std::make_unique<Buffer>(), levelled = std::make_unique<Buffer>();
};

inline float loudest (const std::vector<float>& sound)
{
    float most = 0;

    for (const auto sample : sound)
        most = std::max (most, std::abs (sample));

    return most;
}

inline double powerOf (const std::vector<float>& sound)
{
    double sum = 0;

    for (const auto sample : sound)
        sum += sample * sample;

    return sum / static_cast<double> (sound.size());
}

} // namespace athanor::synth
