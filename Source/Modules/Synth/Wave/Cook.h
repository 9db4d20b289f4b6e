// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Synth/Wave/WaveFrame.h"

#include <memory>

namespace athanor::synth
{

/** Where a position along a table lies among the keyframes of a component. */
struct Between
{
    int from = 0, to = 0; ///< The same where nothing is interpolated.
    float t = 0;          ///< From 0 to 1.
    bool isSmooth = false;

    bool operator== (const Between&) const = default;
};

/** One component of a recipe, at work. */
class Cook
{
public:
    explicit Cook (const WaveComponent&);
    virtual ~Cook() = default;

    Cook (const Cook&) = delete;
    Cook& operator= (const Cook&) = delete;

    /** Null for a type that there is not. */
    static std::unique_ptr<Cook> of (const WaveComponent&);

    /** Makes a frame, or changes one. */
    virtual void cook (int position, WaveFrame&) = 0;

    /** Whether this gives the same at a position as at the one before, for the same frame. */
    virtual bool repeats (int position) const;

    /** The last position at which anything may happen. */
    virtual int lastPosition() const;

    // What a recording has to tell about its table.
    virtual float frequencyRatio() const { return 1; }

    virtual float sampleRate() const { return 44'100; }

    virtual bool isRecording() const { return false; }

protected:
    Between find (int position) const;

    /** A number of the keyframes at a position. */
    float number (const Between&, const char* name, float otherwise) const;

    float number (const char* name, float otherwise) const;

    const WaveComponent& component;
    std::vector<const WaveKeyframe*> keyframes; ///< In order, at least one.

private:
    /** What was asked for by a name, which is a literal; it is looked up once. */
    struct Known
    {
        const char* name;
        std::vector<float> values; ///< Of each keyframe, or of the component.
    };

    template <typename Numbers>
    static float valueIn (const Numbers&, const char* name, float otherwise);

    mutable std::vector<Known> ofKeyframes, ofComponent;
};

/** How far from zero the farthest one is. */
float loudestOf (const WaveFrame::Samples&) noexcept;

/** In turns, from -1/2 to 1/2; of nothing, 0. */
inline dsp::Voices turnsOf (dsp::Voices real, dsp::Voices imaginary) noexcept
{
    const auto quarter = dsp::angleOf (abs (imaginary) / max (abs (real), dsp::Voices (1e-30f)));
    return dsp::copySign (select (real < 0.0f, 0.5f - quarter, quarter), imaginary);
}

inline dsp::Voices loadLanes (const float* from) noexcept
{
    dsp::Voices x;
    std::memcpy (&x, from, sizeof x);
    return x;
}

inline void storeLanes (dsp::Voices x, float* to) noexcept
{
    std::memcpy (to, &x, sizeof x);
}

/** A spectrum with lengths and angles side by side, eight harmonics at a time. */
struct PolarSpectrum
{
    using Numbers = std::array<float, Wavetable::stride>;

    alignas (32) Numbers lengths {}, turns {};

    void take (const WaveFrame::Spectrum&);
    void give (WaveFrame::Spectrum&) const;
};

/** Roots of lengths and angles walk from one spectrum to the other, by the shorter way round. `out` may be one of them. */
void mixByHarmonics (WaveFrame& from, WaveFrame& to, float t, WaveFrame& out);

// The makers of cooks, by kind.
std::unique_ptr<Cook> makeSource (const WaveComponent&);
std::unique_ptr<Cook> makeRecordingSource (const WaveComponent&);
std::unique_ptr<Cook> makeModifier (const WaveComponent&);

} // namespace athanor::synth
