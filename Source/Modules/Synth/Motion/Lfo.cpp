// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Lfo.h"

namespace athanor::synth
{

namespace
{
constexpr float halfLifeOfSmoothTime = 0.2f, leastHalfLife = 0.0002f;
const Lanes zero { 0.0f }, one { 1.0f };

/** How much of what was remains after some seconds. */
Lanes kept (const LfoControls& controls, Lanes seconds) noexcept
{
    const auto halfLife = dsp::exp2 (dsp::clamp (controls.smooth.to, Lanes (-10.0f), Lanes (4.0f))) * halfLifeOfSmoothTime;
    const auto ratio = dsp::exp2 (-seconds / dsp::max (halfLife, Lanes (leastHalfLife)));
    return select (halfLife > Lanes (leastHalfLife), ratio, zero);
}

Lanes phaseOf (const LfoControls& controls) noexcept
{
    return controls.phase.to + controls.stereo.to * (0.5f * (leftOne - rightOne));
}
} // namespace

/** What a note does to the state before the turn is computed. */
void Lfo::begin (const Turn& turn, const NoteTurn& notes, const Transport& transport, const LfoControls& controls, Lanes rate, bool isAtAudioRate) noexcept
{
    if (isNone (notes.isTriggered()))
        return;

    const auto begins = notes.begins(), isReleased = notes.isReleased();
    const auto period = static_cast<float> (1 / turn.sampleRate);
    const auto frame = dsp::toLanes<8> (notes.triggerFrame);

    isHeld = (isHeld | begins) & ! isReleased;
    triggerFrame = pick (begins | isReleased, notes.triggerFrame, triggerFrame);
    delayPassed = select (begins, zero, delayPassed);
    fade = select (begins, zero, fade);
    smoothed = select (begins, zero, smoothed);
    triggerDelay = select (begins, frame * period, triggerDelay);

    if (controls.mode == LfoMode::sync)
        offset = select (begins, cycleAt (transport.seconds, rate), offset);
    else
        offset = select (begins, isAtAudioRate ? -rate * frame * period : zero, offset);
}

/** Moves on at control rate; returns where along the curve the turn begins. */
Lanes Lfo::advance (const LfoControls& controls, Lanes phase, Lanes distance) noexcept
{
    const auto before = offset;
    offset += distance;

    switch (controls.mode)
    {
        case LfoMode::envelope:
            offset = dsp::min (offset, one);
            return dsp::min (before + phase, one);

        case LfoMode::sustainEnvelope:
            offset = dsp::min (offset, select (isHeld, phase, one));
            return before;

        case LfoMode::loopPoint:
            offset = select (offset >= one, dsp::min (offset - 1.0f + phase, one), offset);
            return dsp::min (before, one);

        case LfoMode::loopHold:
            offset = dsp::min (select (isHeld & (offset >= phase), offset - phase, offset), one);
            return select (isHeld, dsp::min (before, phase), before);

        case LfoMode::trigger:
        case LfoMode::sync:
            break;
    }

    offset = wrapped (offset);
    return wrapped (before + phase);
}

Lanes Lfo::faded (const LfoControls& controls, const CurveTable& curve, Lanes phase, Lanes value, Lanes seconds, float period) noexcept
{
    const auto fadeTime = controls.fade.to;
    fade = dsp::min (fade + seconds / dsp::max (dsp::max (Lanes (period), seconds), fadeTime), one);
    fade = select (isEqual (fadeTime, zero), one, fade);

    if (! controls.isSmooth)
        return isNone (fade < one) ? value : dsp::mix (curve.at (phase), value, fade);

    smoothed = dsp::mix (value, smoothed, kept (controls, seconds));
    return smoothed;
}

void Lfo::processAtControlRate (const Turn& turn, const NoteTurn& notes, const Transport& transport, const LfoControls& controls,
                                const CurveTable& curve) noexcept
{
    const auto rate = rateOf (controls.rate, transport.beatsPerSecond, notes.pitch);
    begin (turn, notes, transport, controls, rate, false);

    const auto period = static_cast<float> (1 / turn.sampleRate);
    const auto length = Lanes (period * static_cast<float> (turn.frames));
    delayPassed = dsp::min (delayPassed + length, Lanes (1e6f));
    const auto seconds = dsp::clamp (delayPassed - controls.delay.to, zero, length);

    const auto phase = phaseOf (controls);
    place = advance (controls, phase, rate * seconds);
    last = dsp::clamp (faded (controls, curve, phase, curve.at (place), seconds, period), Lanes (-1.0f), one);
}

/** What stays the same in an audio rate turn, and what moves in it. */
struct Lfo::Walk
{
    Lanes phase, phaseStep; ///< The control of that name.
    Lanes step;             ///< Of the offset in a frame.
    LaneMask isMoving;      ///< Whether the delay has passed.
    int frame;
};

template <typename Step>
void Lfo::walk (const Turn& turn, const LfoControls& controls, const CurveTable& curve, Lanes rate, Step stepTo, Lanes* out) noexcept
{
    const auto period = static_cast<float> (1 / turn.sampleRate);
    const auto target = phaseOf (controls);
    const auto delay = controls.delay.to + triggerDelay;
    const auto fadeStep = period / dsp::max (Lanes (period), controls.fade.to);
    const auto remains = controls.isSmooth ? kept (controls, Lanes (period)) : zero;
    Walk walk { lastPhase, (target - lastPhase) * (1.0f / static_cast<float> (turn.frames)), rate * period, noLane(), 0 };
    auto level = controls.isSmooth ? one : fade;
    offset = dsp::max (offset, zero);

    for (int i = 0; i < turn.frames; ++i)
    {
        delayPassed += period;
        walk.frame = i;
        walk.isMoving = delayPassed >= delay;
        level = dsp::clamp (level + select (walk.isMoving, fadeStep, zero), zero, one);
        place = stepTo (walk);
        smoothed = dsp::mix (curve.at (place), smoothed, remains);
        out[i] = level * smoothed;
        walk.phase += walk.phaseStep;
    }

    delayPassed = dsp::min (delayPassed, Lanes (1e6f));
    fade = level;
    lastPhase = target;
    last = out[0];
}

void Lfo::processAtAudioRate (const Turn& turn, const NoteTurn& notes, const Transport& transport, const LfoControls& controls, const CurveTable& curve,
                              Lanes* out) noexcept
{
    const auto rate = rateOf (controls.rate, transport.beatsPerSecond, notes.pitch);
    begin (turn, notes, transport, controls, rate, true);
    lastPhase = select (notes.begins(), controls.mode == LfoMode::sustainEnvelope ? zero : phaseOf (controls), lastPhase);

    const auto stepOf = [] (const Walk& w) { return select (w.isMoving, w.step, zero); };

    switch (controls.mode)
    {
        case LfoMode::trigger:
        case LfoMode::sync:
            return walk (
                turn, controls, curve, rate, [&] (const Walk& w) {
                    const auto here = wrapped (offset + w.phase);
                    offset = wrapped (offset + stepOf (w));
                    return here;
                },
                out);

        case LfoMode::envelope:
            return walk (
                turn, controls, curve, rate, [&] (const Walk& w) {
                    const auto here = dsp::min (offset + w.phase, one);
                    offset = dsp::min (offset + stepOf (w), one);
                    return here;
                },
                out);

        case LfoMode::sustainEnvelope:
        {
            // What holds it is asked for anew in each quantum, at the frame of the last note.
            auto isHolding = noLane();
            return walk (
                turn, controls, curve, rate, [&, isHolding] (const Walk& w) mutable {
                    isHolding.value = pick ({ triggerFrame == w.frame }, isHeld.value, isHolding.value);
                    const auto here = offset;
                    offset = dsp::min (offset + stepOf (w), select (isHolding, w.phase, one));
                    return here;
                },
                out);
        }

        case LfoMode::loopPoint:
            return walk (
                turn, controls, curve, rate, [&] (const Walk& w) {
                    offset += stepOf (w);
                    offset = dsp::min (select (offset >= one, offset - 1.0f + w.phase, offset), one);
                    return offset;
                },
                out);

        case LfoMode::loopHold:
            return walk (
                turn, controls, curve, rate, [&] (const Walk& w) {
                    offset += stepOf (w);
                    offset = dsp::min (select (isHeld & (offset >= w.phase), offset - w.phase, offset), one);
                    return offset;
                },
                out);
    }
}

} // namespace athanor::synth
