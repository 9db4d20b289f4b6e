// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Oscillator/SampleSource.h"

#include "Modules/Synth/Oscillator/Bend.h"
#include "Modules/Synth/Oscillator/Levels.h"
#include "Modules/Synth/Oscillator/Snap.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr float centre = 60;        ///< The key at which a recording that tracks keys plays as it is.
constexpr float mostTranspose = 96; ///< Semitones.
constexpr float mostLevel = 1.41421356f;
} // namespace

/** The octave of each lane, and the share of its samples in the densest. */
struct SampleSource::Reading
{
    std::array<const float*, 8> samples {};
    Floats8 share { 1.0f };
};

void SampleSource::process (const Turn& turn, const SampleControls& controls, Buffer& raw, Buffer& levelled) noexcept
{
    if (recording == nullptr || recording->length() == 0)
    {
        raw.clear (turn.frames);
        levelled.clear (turn.frames);
        return;
    }

    const auto before = stepsOf (turn, controls);
    start (turn, controls);
    read (turn, controls, readingOf (controls), select (turn.hasStarted, steps, before), raw);

    const auto perFrame = 1 / static_cast<float> (turn.frames);
    const auto panNext = panOf (clamp (controls.pan.to, Floats8 (-1.0f), Floats8 (1.0f)));
    auto panNow = select (turn.hasStarted, panNext, pan);
    const auto panStep = (panNext - panNow) * perFrame, levelStep = (controls.level.to - controls.level.from) * perFrame;
    auto level = controls.level.from;
    pan = panNext;

    for (int i = 0; i < turn.frames; ++i)
    {
        panNow += panStep;
        level += levelStep;
        const auto held = clamp (controls.level.frames != nullptr ? controls.level.frames[i] : level, Floats8 (0.0f), Floats8 (mostLevel));
        levelled[i] = panNow * (held * held) * raw[i];
    }
}

/** Finds the steps at the end of the quantum. @return  Those to begin it with: a transposition that is bent to a scale jumps. */
Floats8 SampleSource::stepsOf (const Turn& turn, const SampleControls& controls) noexcept
{
    const auto finite = [] (Floats8 x) { return clamp (x, Floats8 (-1'000.0f), Floats8 (1'000.0f)); };
    const auto key = controls.tracksKeys ? finite (controls.pitch.to) - centre : Floats8 (0.0f);
    const auto wanted = finite (controls.transpose.to);
    const bool isSnapped = (controls.transposeQuantize & 0xfff) != 0;
    const auto pitch = Snap (controls.transposeQuantize) (key, wanted);
    auto before = steps;

    if (isSnapped && wasSnapped)
        before *= dsp::exp2 ((pitch - snapped) * (1.0f / 12));

    snapped = pitch;
    wasSnapped = isSnapped;

    const auto semitones = clamp (pitch + finite (controls.tune.to), Floats8 (-mostTranspose), Floats8 (mostTranspose));
    const auto ratio = 2 * static_cast<float> (recording->sampleRate() / turn.sampleRate);
    steps = dsp::exp2 (semitones * (1.0f / 12)) * ratio;
    return before;
}

void SampleSource::start (const Turn& turn, const SampleControls& controls) noexcept
{
    const auto length = static_cast<float> (recording->length());
    Floats8 places (0.0f);

    // Drawn in every quantum, for whoever may begin: first for the second voice of each pair.
    for (int pair = 0; controls.hasRandomPhase && pair < Chances::pairs; ++pair)
    {
        if (! turn.isActive[4 * pair] && ! turn.isActive[4 * pair + 2])
            continue;

        for (const auto lane : { 4 * pair + 2, 4 * pair })
        {
            const auto place = chances.ofPair (pair).next (0, 1) * length;
            places.set (lane, place);
            places.set (lane + 1, place);
        }
    }

    for (int lane = 0; lane < 8; ++lane)
    {
        if (! turn.hasStarted[lane])
            continue;

        const auto place = places[lane];
        const auto first = place - static_cast<float> (turn.startFrame[static_cast<std::size_t> (lane / 2)]) * steps[lane];
        const auto whole = dsp::floor (Floats8 (first))[0];
        index.set (lane, whole);
        fraction.set (lane, first - whole);
        isBackwards.value[lane] = 0;
    }
}

SampleSource::Reading SampleSource::readingOf (const SampleControls& controls) const noexcept
{
    Reading reading;

    for (int lane = 0; lane < 8; ++lane)
    {
        auto octave = 0;

        while (octave + 1 < recording->octaves() && steps[lane] >= static_cast<float> (2 << octave))
            ++octave;

        reading.samples[static_cast<std::size_t> (lane)] = recording->octave (octave, lane % 2, controls.loops && ! controls.bounces);
        reading.share.set (lane, 1 / static_cast<float> (1 << octave));
    }

    return reading;
}

void SampleSource::read (const Turn& turn, const SampleControls& controls, const Reading& reading, Floats8 step, Buffer& raw) noexcept
{
    const Floats8 length (static_cast<float> (recording->length()));
    const auto stepStep = (steps - step) * (1 / static_cast<float> (turn.frames));
    const dsp::Mask<8> never { Integers8 {} };
    const auto mayLoop = controls.loops ? ! never : never, mayBounce = controls.bounces ? ! never : never;
    auto place = min (index, length), rest = fraction;
    auto back = isBackwards & mayBounce;

    for (int i = 0; i < turn.frames; ++i)
    {
        step += stepStep;

        const auto there = max (select (back, length - place, place), Floats8 (0.0f)) * reading.share;
        const auto whole = dsp::floor (there);
        const auto t = there - whole + rest * reading.share;
        alignas (32) std::array<std::int32_t, 8> places;
        const auto wholes = dsp::toIntegers (whole);
        std::memcpy (places.data(), &wholes, sizeof wholes);
        const auto sound = throughFour (reading.samples, places, select (back, 1.0f - t, t));

        rest += step;
        const auto passed = dsp::floor (rest);
        rest -= passed;
        place += passed;

        const auto isOver = place >= length;
        const auto turnsBack = isOver & ! back & mayBounce;
        const auto comesRound = isOver & (back | ! mayBounce) & mayLoop;
        back = (turnsBack | back) & ! comesRound;
        place = min (select (turnsBack | comesRound, place - length, place), length);
        rest = select (isOver, Floats8 (0.0f), rest);

        Floats8 heard = sound;

        for (int v = 0; v < groupVoices; ++v)
            if (turn.hasStarted[2 * v] && i < turn.startFrame[static_cast<std::size_t> (v)])
            {
                heard.set (2 * v, 0);
                heard.set (2 * v + 1, 0);
            }

        raw[i] = select (turn.isActive, heard, Floats8 (0.0f));
    }

    index = place;
    fraction = rest;
    isBackwards = back;
}

} // namespace athanor::synth
