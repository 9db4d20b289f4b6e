// SPDX-License-Identifier: GPL-3.0-or-later
// A delay of two channels that feeds itself, filtered and rounded off: the delay among the effects, and the heart of the flanger.
#pragma once

#include "Modules/Synth/Effect/EffectUnit.h"
#include "Modules/Synth/Effect/StereoMemory.h"

namespace athanor::synth
{

class StereoDelay
{
public:
    enum class Style { mono,
                       stereo,
                       pingPong,
                       midPingPong,
                       unfiltered ///< Of the flanger.
    };

    struct Settings
    {
        Style style = Style::mono;
        Stereo hertz { 2.0f }; ///< One over the time.
        Stereo mix { 0.0f }, feedback { 0.0f };
        Stereo cutoff { 60.0f }, spread { 1.0f }; ///< MIDI notes; 0 to 1 for eight octaves to either side.
    };

    /** Takes its memory. */
    void prepare (int frames) { memory = StereoMemory (frames); }

    void reset() noexcept;
    void process (const EffectTurn&, const Settings&, StereoBuffer& sound) noexcept;

    /** Its controls move on, unheard. */
    void skip (const EffectTurn& turn, const Settings& settings) noexcept { aim (turn, settings); }

    int longestPeriod() const noexcept { return static_cast<int> (std::max (period.end()[0], period.end()[1])) + 1; }

private:
    struct Loop
    {
        Stereo period, feedback, amount, lowGain, highGain;
    };

    void aim (const EffectTurn&, const Settings&) noexcept;
    void aimPeriod (const EffectTurn&, const Settings&) noexcept;

    template <Style>
    void run (int frames, StereoBuffer& sound) noexcept;

    template <Style>
    Stereo tick (Stereo in, const Loop&) noexcept;

    StereoMemory memory;
    Stereo slowHertz { 2.0f };
    Walk<Stereo> period, feedback, wet, dry, amount, lowGain, highGain;
    OnePole<Stereo> noHighs, noLows;
    bool isFresh = true;
};

/** How far a filter around a cutoff reaches, and how loud it is then: low pass, high pass, gain. Of delay and chorus. */
struct DelayBand
{
    DelayBand (Stereo cutoff, Stereo spread, double sampleRate) noexcept;

    Stereo lowGain, highGain, amount;
};

/** Rounds off where it is eight times as loud as full scale. */
template <int n>
inline dsp::Lanes<n> roundedHigh (dsp::Lanes<n> x) noexcept
{
    return roundedClip (x * 0.125f) * 8.0f;
}

class DelayEffect final : public EffectUnit
{
public:
    void prepare (double sampleRate) override { delay.prepare (static_cast<int> (4 * sampleRate)); }

    void reset() noexcept override { delay.reset(); }

    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;
    void skip (const EffectTurn&, const EffectValues&) noexcept override;

    int longestPause() const noexcept override { return 2 * delay.longestPeriod(); }

private:
    static StereoDelay::Settings settingsOf (const EffectTurn&, const EffectValues&) noexcept;

    StereoDelay delay;
};

class FlangerEffect final : public EffectUnit
{
public:
    void prepare (double) override { delay.prepare (40'000); }

    void reset() noexcept override { delay.reset(); }

    void process (const EffectTurn&, const EffectValues&, StereoBuffer& sound) noexcept override;
    void skip (const EffectTurn&, const EffectValues&) noexcept override;

    int longestPause() const noexcept override { return 2 * delay.longestPeriod(); }

private:
    StereoDelay::Settings swung (const EffectTurn&, const EffectValues&) noexcept;

    StereoDelay delay;
    Swing swing;
};

} // namespace athanor::synth
