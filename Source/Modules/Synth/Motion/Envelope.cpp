// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Envelope.h"

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

namespace
{
constexpr float killSeconds = 0.05f;

constexpr std::int32_t number (Stage stage) { return static_cast<std::int32_t> (stage); }

Lanes perFrame (Lanes stored, float framePeriod, float least) noexcept
{
    return framePeriod / dsp::max (quartic (stored), Lanes (least));
}
} // namespace

struct Envelope::Pace
{
    Lanes delay, attack, hold, decay, release, kill; ///< Of a stage in one frame.
    Lanes sustain, attackPower, decayPower, releasePower;
    LaneMask hasHold;
    LaneCounts trigger; ///< With the delay in place of the attack, where there is one.
};

Envelope::Pace Envelope::paceOf (const Turn& turn, const NoteTurn& notes, const EnvelopeControls& controls) noexcept
{
    const auto period = static_cast<float> (1 / turn.sampleRate);
    const auto hasDelay = (controls.delay.to > Lanes (0.0f)) & notes.begins();
    return { perFrame (controls.delay.to, period, 1e-7f),
             perFrame (controls.attack.to, period, 1e-9f),
             perFrame (controls.hold.to, period, 1e-7f),
             perFrame (controls.decay.to, period, 1e-9f),
             perFrame (controls.release.to, period, 1e-9f),
             Lanes (period / killSeconds),
             dsp::clamp (controls.sustain.to, Lanes (0.0f), Lanes (1.0f)),
             Lanes (-controls.attackPower),
             Lanes (controls.decayPower),
             Lanes (controls.releasePower),
             controls.hold.to > Lanes (0.0f),
             pick (hasDelay, LaneCounts {} + number (Stage::delay), notes.trigger) };
}

LaneMask Envelope::isAt (Stage which) const noexcept
{
    return isEqual (stage, number (which));
}

Lanes Envelope::stepOf (const Pace& pace) const noexcept
{
    auto step = select (isAt (Stage::delay), pace.delay, Lanes (0.0f));
    step = select (isAt (Stage::attack), pace.attack, step);
    step = select (isAt (Stage::hold), pace.hold, step);
    step = select (isAt (Stage::decay), pace.decay, step);
    step = select (isAt (Stage::release), pace.release, step);
    return select (isAt (Stage::kill), pace.kill, step);
}

Lanes Envelope::powerOf (const Pace& pace) const noexcept
{
    auto power = select (isAt (Stage::attack), pace.attackPower, Lanes (0.0f));
    power = select (isAt (Stage::decay), pace.decayPower, power);
    return select (isAt (Stage::release), pace.releasePower, power);
}

/** Goes on to the next stage where one is complete. */
void Envelope::endStages (LaneMask where, const Pace& pace) noexcept
{
    const auto isComplete = where & (position >= Lanes (1.0f));
    const auto toAttack = isComplete & isAt (Stage::delay);
    const auto toHold = isComplete & isAt (Stage::attack) & pace.hasHold;
    const auto toDecay = isComplete & ((isAt (Stage::attack) & ! pace.hasHold) | isAt (Stage::hold));
    const auto toKill = isComplete & isAt (Stage::release);

    stage = pick (toAttack, LaneCounts {} + number (Stage::attack), stage);
    stage = pick (toHold, LaneCounts {} + number (Stage::hold), stage);
    stage = pick (toDecay, LaneCounts {} + number (Stage::decay), stage);
    stage = pick (toKill, LaneCounts {} + number (Stage::kill), stage);
    position = select (toAttack | toHold | toDecay, Lanes (0.0f), position);
}

void Envelope::processAtControlRate (const Turn& turn, const NoteTurn& notes, const EnvelopeControls& controls) noexcept
{
    const auto pace = paceOf (turn, notes, controls);
    const auto isTriggered = notes.isTriggered();

    stage = pick (isTriggered, pace.trigger, stage);
    position = select (isTriggered, Lanes (0.0f), position);
    start = select (isTriggered, last, start);

    const auto all = Lanes (static_cast<float> (turn.frames));
    const auto frames = select (isTriggered, all - dsp::toLanes<8> (notes.triggerFrame), all);
    position = dsp::clamp (position + stepOf (pace) * frames, Lanes (0.0f), Lanes (1.0f));

    const auto bent = bend (position, powerOf (pace));
    auto value = select (isAt (Stage::attack), bent, Lanes (0.0f));
    value = select (isAt (Stage::hold), Lanes (1.0f), value);
    value = select (isAt (Stage::decay), 1.0f - (1.0f - pace.sustain) * bent, value);
    value = select (isAt (Stage::release) | isAt (Stage::kill), start * (1.0f - bent), value);
    last = dsp::clamp (value, Lanes (0.0f), Lanes (1.0f));
    endStages (everyLane(), pace);
    sustained = pace.sustain;
    constant = true;
}

void Envelope::processAtAudioRate (const Turn& turn, const NoteTurn& notes, const EnvelopeControls& controls, Lanes* out) noexcept
{
    const auto pace = paceOf (turn, notes, controls);

    // An attack that ends before the quantum does, and all that begins within it, is taken one lane at a time.
    const auto framesLeft = (1.0f - position) / pace.attack;
    const auto hasFullAttack = (position > Lanes (0.0f)) & (framesLeft >= Lanes (static_cast<float> (turn.frames)));
    const auto isEventful = notes.isTriggered() | (isAt (Stage::attack) & ! hasFullAttack);

    if (isNone (isEventful))
    {
        walk (turn, pace, out);
    }
    else
    {
        auto before = *this;
        walk (turn, pace, out);
        constant = false;

        for (int lane = 0; lane < Lanes::size; ++lane)
        {
            if (! isEventful[lane])
                continue;

            stage[lane] = before.stage[lane];
            position.set (lane, before.position[lane]);
            last.set (lane, before.last[lane]);
            start.set (lane, before.start[lane]);
            walkEventful (turn, notes, pace, lane, out);
        }
    }

    sustained = pace.sustain;
}

/** The whole turn in one stage for each lane. */
void Envelope::walk (const Turn& turn, const Pace& pace, Lanes* out) noexcept
{
    const auto step = stepOf (pace), power = powerOf (pace);
    const auto isDecaying = isAt (Stage::decay), isHeld = isAt (Stage::hold);
    const auto frames = static_cast<float> (turn.frames);
    const auto from = select (isDecaying | isHeld, Lanes (1.0f), start);
    auto to = select (isAt (Stage::attack) | isHeld, Lanes (1.0f), select (isDecaying, sustained, Lanes (0.0f)));
    const auto toStep = select (isDecaying, (pace.sustain - sustained) * (1.0f / frames), Lanes (0.0f));

    const auto isComplete = position >= Lanes (1.0f);
    const auto isStill = isEqual (step, Lanes (0.0f)) | isEqual (from, to) | isComplete;
    constant = isNone (! (isStill & isEqual (toStep, Lanes (0.0f))));

    if (constant)
    {
        const auto value = dsp::mix (from, to, bend (position, power));
        std::fill_n (out, turn.frames, value);
    }
    else
    {
        constexpr float straight = 0.005f, coarse = 0.5f;
        const auto isBent = dsp::abs (power) >= Lanes (straight);

        if (isNone (isBent & (dsp::abs (power) < Lanes (coarse))))
        {
            // An exponential of a straight line: each frame is a factor further than the one before.
            const auto bending = select (isBent, power, Lanes (0.0f));
            const auto scale = select (isBent, 1.0f / (dsp::exp (select (isBent, power, Lanes (1.0f))) - 1.0f), Lanes (0.0f));
            const auto line = select (isBent, Lanes (0.0f), Lanes (1.0f));
            const auto factor = dsp::exp (bending * dsp::min (step, Lanes (1.0f)));
            auto grown = dsp::exp (bending * position) * scale;
            auto x = position * line;
            const auto xStep = step * line;

            for (int i = 0; i < turn.frames; ++i)
            {
                const auto t = dsp::clamp (grown - scale + x, Lanes (0.0f), Lanes (1.0f));
                out[i] = dsp::mix (from, to, t);
                grown *= factor;
                x += xStep;
                to += toStep;
            }
        }
        else
        {
            auto x = position;

            for (int i = 0; i < turn.frames; ++i)
            {
                out[i] = dsp::mix (from, to, bend (x, power));
                x = dsp::min (x + step, Lanes (1.0f));
                to += toStep;
            }
        }
    }

    last = out[turn.frames - 1];
    position = dsp::clamp (position + step * frames, Lanes (0.0f), Lanes (1.0f));
    endStages (everyLane(), pace);
}

/** One lane, in which something begins or an attack ends. */
void Envelope::walkEventful (const Turn& turn, const NoteTurn& notes, const Pace& pace, int lane, Lanes* out) noexcept
{
    auto here = noLane();
    here.value[lane] = -1;
    auto pending = notes.isTriggered()[lane] ? std::min<int> (notes.triggerFrame[lane], turn.frames - 1) : turn.frames;

    for (int i = 0; i < turn.frames;)
    {
        if (i == pending)
        {
            pending = turn.frames;
            stage[lane] = pace.trigger[lane];
            position.set (lane, 0);
            start.set (lane, last[lane]);
            sustained.set (lane, pace.sustain[lane]);
        }

        const auto isAttack = isAt (Stage::attack)[lane], isDecay = isAt (Stage::decay)[lane], isHold = isAt (Stage::hold)[lane];
        const auto step = stepOf (pace)[lane], power = powerOf (pace)[lane];
        auto end = pending;

        if (isAttack)
        {
            const auto left = (std::ceil (position[lane]) - position[lane]) / step + static_cast<float> (i);
            end = left < static_cast<float> (pending) ? static_cast<int> (left) : pending;
        }

        end = std::max (end, i + 1);
        const auto frames = static_cast<float> (turn.frames);
        const auto sustainStep = (pace.sustain[lane] - sustained[lane]) / frames;
        auto sustain = sustained[lane] + sustainStep * static_cast<float> (i);
        const auto from = isDecay || isHold ? 1.0f : start[lane];
        const auto first = position[lane];
        auto x = first;

        for (int frame = i; frame < end; ++frame)
        {
            const auto to = isAttack || isHold ? 1.0f : isDecay ? sustain
                                                                : 0.0f;
            out[frame].set (lane, from + (to - from) * bend (Lanes (x), Lanes (power))[0]);
            x = std::min (x + step, 1.0f);
            sustain += sustainStep;
        }

        position.set (lane, std::min (first + step * static_cast<float> (end - i), 1.0f));
        last.set (lane, out[end - 1][lane]);
        i = end;
        endStages (here, pace);
    }
}

} // namespace athanor::synth
