// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a bank that has no voices of its own: its notes go to a module that has, which is played once for all of them. What
// the tracker tradition does to a note still happens here: slides, levels, panning, envelopes, fades and cuts.
#include "Engine/VoiceBank.h"

#include <algorithm>
#include <utility>

namespace athanor
{

namespace
{
constexpr std::uint32_t keyOf (int lane) { return static_cast<std::uint32_t> (lane); }

/** Where a value stands at the end of this quantum. */
float walked (LaneValue& value) noexcept
{
    for (int i = 0; i < quantum && value.isMoving(); ++i)
        value.next();

    return value.value;
}
} // namespace

void VoiceBank::findPlayer() noexcept
{
    // What is only fading away is given no more notes.
    for (const auto& [id, place] : graph->places)
        if (auto* found = dynamic_cast<NotePlayer*> (graph->modulesOf (0)[place]); found != nullptr && player == nullptr && graph->wanted.nodes.contains (id))
            player = found;
}

void VoiceBank::takeOver() noexcept
{
    graph->takeOver();

    if (player != nullptr && state->activeVoices.load (std::memory_order_relaxed) == 0)
        graph->settleKnobs();
}

void VoiceBank::ring (bool rings) noexcept
{
    if (std::exchange (state->isRinging, rings) != rings)
        state->activeVoices.fetch_add (rings ? 1 : -1, std::memory_order_relaxed);
}

void VoiceBank::tellRelease (int lane) noexcept
{
    auto& voice = state->voices[static_cast<std::size_t> (lane)];

    if (player == nullptr || voice.isKeyDown || voice.isReleaseTold)
        return;

    voice.isReleaseTold = true;
    player->release (keyOf (lane), std::min (voice.endFrame, quantum - 1));
}

/** Slides and levels arrive where they are at the end of the quantum: the player goes there in a straight line. */
void VoiceBank::tellShape (int lane) noexcept
{
    auto& voice = state->voices[static_cast<std::size_t> (lane)];
    const auto pitch = walked (voice.pitch), loud = walked (voice.volume) * walked (voice.cut), place = walked (voice.panning);
    player->shape (keyOf (lane), { pitch - voice.startPitch, loud * std::min (1 - place, 1.0f), loud * std::min (1 + place, 1.0f), voice.pressure });
}

void VoiceBank::tellNotes() noexcept
{
    for (int lane = 0; lane < static_cast<int> (state->voices.size()); ++lane)
        if (auto& voice = state->voices[static_cast<std::size_t> (lane)]; voice.isActive)
        {
            motion().moveOn (voice);
            tellRelease (lane);
            tellShape (lane);
            voice.endFrame = quantum;
        }

    player->moveHands (hands->bend, hands->wheel);
}

/** What stands beside the player hears the newest note. Levels and panning are done already. */
void VoiceBank::fillPlayed() noexcept
{
    const auto& voices = state->voices;
    const auto newest = std::ranges::max_element (voices, {}, [] (const Voice& voice) { return voice.isActive ? voice.age : 0; });
    const auto isHeld = std::ranges::any_of (voices, [] (const Voice& voice) { return voice.isActive && voice.isKeyDown; });
    auto& to = *signals;

    for (std::size_t i = 0; i < to.signals.size(); ++i)
    {
        const auto normal = static_cast<Normal> (i);
        const auto isOne = normal == Normal::velocity || normal == Normal::volume || (normal == Normal::gate && isHeld);

        if (to.isUsed[i])
            to[normal].hold (dsp::Voices (normal == Normal::pitch ? newest->pitch.value : normal == Normal::wheel ? hands->wheel
                                                                                      : isOne                     ? 1.0f
                                                                                                                  : 0.0f));
    }

    if (to.uses (Normal::trigger) && newest->isActive && newest->isStarting)
    {
        to[Normal::trigger][newest->startFrame] = dsp::Voices (1.0f);
        to[Normal::trigger].steady = false;
    }
}

/** Nothing leads from the player to the output. */
void VoiceBank::forgetNotes() noexcept
{
    for (auto& voice : state->voices)
        voice.isActive = false;

    state->isRinging = false;
    state->activeVoices.store (0, std::memory_order_relaxed);
    output.clear();
}

void VoiceBank::retireNotes() noexcept
{
    for (int lane = 0; lane < static_cast<int> (state->voices.size()); ++lane)
    {
        auto& voice = state->voices[static_cast<std::size_t> (lane)];

        if (! voice.isActive)
            continue;

        voice.isStarting = false;
        const auto isCut = voice.cut.target == 0 && ! voice.cut.isMoving();

        if (isCut)
            player->cut (keyOf (lane));

        if (! player->isInUse (keyOf (lane)))
        {
            voice.isActive = false;
            state->activeVoices.fetch_sub (1, std::memory_order_relaxed);
        }
    }
}

void VoiceBank::playPlayer() noexcept
{
    if (player == nullptr)
        return forgetNotes();

    tellNotes();
    fillPlayed();
    graph->beginQuantum();
    graph->process (0);
    graph->endQuantum();
    retireNotes();

    // An instrument that is gone is not waited for.
    const auto from = state->leavingGain, to = isLeaving ? std::max (0.0f, from - 0.25f) : 1.0f;
    state->leavingGain = to;

    if (player->isResting() || to == 0)
        ring (false);

    if (graph->outputs.size() < 2)
        return output.clear();

    const auto &l = *graph->outputs[0], &r = *graph->outputs[1];
    const auto step = (to - from) / static_cast<float> (quantum);
    output.silent = output.steady = false;

    for (int i = 0; i < quantum; ++i)
    {
        const auto gain = instrument->gain * (from + step * static_cast<float> (i + 1));
        output[i].set (0, l[i][0] * gain);
        output[i].set (1, r[i][0] * gain);
    }
}

} // namespace athanor
