// SPDX-License-Identifier: GPL-3.0-or-later
// A track's way out: fader, panning, mute, sends and the meter behind them.
#pragma once

#include "Engine/GraphPlan.h"
#include "Engine/Meter.h"
#include "Engine/VoiceBank.h"

#include <atomic>
#include <map>
#include <memory>
#include <vector>

namespace athanor
{

/** Volumes as musicians have them: decibels, with silence at the low end. */
inline constexpr Range faderRange { -100, 6, 0, "dB" };
inline constexpr Range panningRange { -1, 1, 0, "" };
inline constexpr Range openRange { 0, 1, 1, "" };

/** What a track keeps from plan to plan. */
struct FaderState
{
    using Setting = KnobState<dsp::Stereo>;

    Setting volume { faderRange }, panning { panningRange };
    Setting isOpen { openRange };  ///< Mute and solo.
    Setting command { openRange }; ///< The level that pattern commands ask for.
    bool hasMoving = true;
    MeterState meter;
    std::atomic<float> cycles { 0 };      ///< Of the processor's clock, that the last quantum of the track took.
    std::atomic<float> usualCycles { 0 }; ///< The same, averaged over some tens of quanta.
    std::map<TrackId, std::shared_ptr<Setting>> sends;
};

/** One signal into a track. */
struct Inflow
{
    const Signal<dsp::Stereo>* from = nullptr;
    FaderState::Setting* level = nullptr; ///< Decibels; null: as it is.
    DelayState<dsp::Stereo>* delay = nullptr;
    Fade* fade = nullptr;
};

/** Adds an inflow to a sum. */
void addInflow (const Inflow&, Signal<dsp::Stereo>& into) noexcept;

/** `in` through the fader. Panning is a balance: the far channel gets softer, the near one stays. */
void passFader (FaderState&, const Signal<dsp::Stereo>& in, Signal<dsp::Stereo>& out) noexcept;

} // namespace athanor
