// SPDX-License-Identifier: GPL-3.0-or-later
// From keys, transposition and tuning to steps of the phase.
#include "Dsp/Fast.h"
#include "Modules/Synth/Oscillator/Bend.h"
#include "Modules/Synth/Oscillator/OscillatorWork.h"
#include "Modules/Synth/Oscillator/Snap.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr float untrackedPitch = 48;

bool isSteady (const Ramp& ramp, int lane) noexcept { return ramp.frames == nullptr && ramp.from[lane] == ramp.to[lane]; }

/** Where a control stands after each of eight frames. */
Floats8 along (const Ramp& ramp, int lane, int frame, float perFrame) noexcept
{
    if (ramp.frames != nullptr)
    {
        Floats8 x;

        for (int i = 0; i < 8; ++i)
            x.set (i, ramp.frames[frame + i][lane]);

        return x;
    }

    constexpr Floats8 counting { Floats8::Floats { 1, 2, 3, 4, 5, 6, 7, 8 } };
    return ramp.from[lane] + (counting + static_cast<float> (frame)) * ((ramp.to[lane] - ramp.from[lane]) * perFrame);
}

/** The phase control is 1/2 where waves begin at their beginning. */
Integers8 shiftOf (Floats8 phase) noexcept
{
    return std::bit_cast<Integers8> (nearestPhases ((dsp::fraction (clamp (phase, Floats8 (-1e6f), Floats8 (1e6f))) - 0.5f) * fullTurn));
}

Floats8 stepOf (Floats8 pitch, double sampleRate) noexcept
{
    return dsp::pitchToHertz (clamp (pitch, Floats8 (-200.0f), Floats8 (250.0f))) * static_cast<float> (4'294'967'296.0 / sampleRate);
}
} // namespace

void Oscillator::Work::setPitch (Quantum& quantum, const Voice& voice, int v) noexcept
{
    const auto& controls = quantum.controls;
    quantum.moves = voice.haveRatiosMoved;
    quantum.isAlike = true;

    for (const auto* ramp : { &controls.pitch, &controls.transpose, &controls.tune, &controls.phase })
    {
        const bool isWalked = ramp->frames != nullptr || ramp != &controls.pitch || ! quantum.hasStarted;
        quantum.moves = quantum.moves || (isWalked && ! (isSteady (*ramp, 2 * v) && isSteady (*ramp, 2 * v + 1)));
        quantum.isAlike = quantum.isAlike && ramp->from[2 * v] == ramp->from[2 * v + 1] && ramp->to[2 * v] == ramp->to[2 * v + 1];

        for (int i = 0; ramp->frames != nullptr && quantum.isAlike && i < quantum.turn.frames; ++i)
            quantum.isAlike = ramp->frames[i][2 * v] == ramp->frames[i][2 * v + 1];
    }

    walkPitch (quantum, v);
}

/** One step of eight frames is enough where nothing moves. */
void Oscillator::Work::walkPitch (Quantum& quantum, int v) noexcept
{
    const auto& controls = quantum.controls;
    const auto frames = quantum.turn.frames;
    const auto perFrame = 1 / static_cast<float> (frames);
    const Snap snap (controls.transposeQuantize);

    for (int c = 0; c < 2; ++c)
    {
        const auto lane = 2 * v + c;
        const auto place = static_cast<std::size_t> (c);

        for (int frame = quantum.moves ? 0 : frames - 8; frame < frames; frame += 8)
        {
            auto pitch = controls.tracksKeys ? along (controls.pitch, lane, frame, perFrame) : Floats8 (untrackedPitch);

            if (controls.tracksKeys && quantum.hasStarted && controls.pitch.frames == nullptr)
                pitch = Floats8 (controls.pitch.to[lane]);

            pitch = snap (pitch, along (controls.transpose, lane, frame, perFrame)) + along (controls.tune, lane, frame, perFrame);
            const auto steps = min (stepOf (pitch, quantum.turn.sampleRate), Floats8 (mostStep));
            const auto shift = shiftOf (along (controls.phase, lane, frame, perFrame));

            std::memcpy (quantum.steps[place].data() + frame, &steps, sizeof steps);
            std::memcpy (quantum.shifts[place].data() + frame, &shift, sizeof shift);
            quantum.lastStep[place] = steps[7];
            quantum.steadyShift[place] = shift[7];
        }
    }
}

} // namespace athanor::synth
