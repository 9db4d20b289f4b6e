// SPDX-License-Identifier: GPL-3.0-or-later
// The voices that one instrument has on one track, eight to a group, one group at a time through the instrument's graph.
#pragma once

#include "Engine/GraphPlan.h"
#include "Engine/Voice.h"

#include <atomic>

namespace athanor
{

/** What all voices of a track share: the player's left hand and feet. */
struct TrackHands
{
    float bend = 0, wheel = 0; ///< Semitones over the bend range (-1 to 1); 0 to 1.
    bool isPedalDown = false;
};

/** What a bank keeps from plan to plan. */
struct BankState
{
    explicit BankState (int groups) : groupCount (groups), voices (static_cast<std::size_t> (groups) * dsp::Voices::size) { events.reserve (256); }

    const int groupCount;
    std::vector<Voice> voices;
    std::vector<BankEvent> events; ///< Of this quantum; filled by the sequencer, emptied by the bank. Never grows past what is reserved.
    std::uint64_t starts = 0;
    std::atomic<int> activeVoices { 0 };

    void push (const BankEvent& event) noexcept
    {
        if (events.size() < events.capacity())
            events.push_back (event);
    }
};

/** The signals that the inputs of a voice are normalled to. */
struct VoiceSignals
{
    std::array<Signal<dsp::Voices>, 11> signals;
    std::array<bool, 11> isUsed {};

    Signal<dsp::Voices>& operator[] (Normal normal) noexcept { return signals[static_cast<std::size_t> (normal)]; }

    bool uses (Normal normal) const noexcept { return isUsed[static_cast<std::size_t> (normal)]; }
};

/** A bank, ready to be played. */
class VoiceBank
{
public:
    TrackId track;
    InstrumentId instrumentId;
    std::shared_ptr<BankState> state;
    std::shared_ptr<const PlayableInstrument> instrument;
    std::vector<std::shared_ptr<const PlayableInstrument>> earlier; ///< Instruments whose zones sounding voices may still point to.
    std::shared_ptr<GraphPlan<dsp::Voices>> graph;
    std::shared_ptr<VoiceSignals> signals;
    std::shared_ptr<TrackHands> hands;
    const Moment* moment = nullptr;
    Signal<dsp::Stereo> output;
    bool isLeaving = false; ///< The instrument is gone from the project: what sounds is cut.

    /** Computes one quantum into `output`. */
    void process() noexcept;

private:
    void perform (const BankEvent&) noexcept;
    void start (const BankEvent&) noexcept;
    bool slide (const BankEvent&) noexcept;
    int takeLane() noexcept;
    void end (Voice&, NoteEnd, int frame) noexcept;
    void shape (Voice&, const BankEvent&) noexcept;
    void startZone (int lane, const BankEvent&) noexcept;
    void moveOn (Voice&) noexcept;
    void tick (Voice&) noexcept;
    void aim (Voice&, int frames, int delay) noexcept;
    bool isGroupActive (int group) const noexcept;
    void fillSignals (int group) noexcept;
    void addGroup (int group) noexcept;
    void retireQuiet (int group, dsp::Voices peak) noexcept;
    bool matches (const Voice&, const BankEvent&) const noexcept;

    Signal<dsp::Voices> left, right; ///< The sum of the groups, before the lanes are summed.
};

} // namespace athanor
