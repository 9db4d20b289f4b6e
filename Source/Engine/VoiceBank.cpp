// SPDX-License-Identifier: GPL-3.0-or-later
// How notes become voices: who gets which lane, and when a lane is free again.
#include "Engine/VoiceBank.h"

#include "Dsp/Fast.h"

namespace athanor
{

namespace
{
constexpr int lanes = dsp::Voices::size;
constexpr float quiet = 3.0e-5f; // -90 dB
constexpr int quietFramesAfterRelease = 2'048, quietFramesWhenPlain = 4'096;
} // namespace

void VoiceBank::process() noexcept
{
    for (const auto& event : state->events)
        perform (event);

    state->events.clear();

    if (isLeaving)
        for (auto& voice : state->voices)
            if (voice.isActive)
                motion().end (voice, NoteEnd::cut, 0);

    if (state->activeVoices.load (std::memory_order_relaxed) == 0)
    {
        output.clear();
        return;
    }

    if (instrument->hasOwnVoices)
        return playPlayer();

    left.silent = right.silent = false;
    left.clear();
    right.clear();
    graph->beginQuantum();

    for (int group = 0; group < state->groupCount; ++group)
        if (isGroupActive (group))
            addGroup (group);

    graph->endQuantum();

    const dsp::Voices gain (instrument->gain);
    output.silent = output.steady = false;

    for (int i = 0; i < quantum; ++i)
    {
        output[i].set (0, dsp::sum (left[i] * gain));
        output[i].set (1, dsp::sum (right[i] * gain));
    }
}

bool VoiceBank::matches (const Voice& voice, const BankEvent& event) noexcept
{
    return voice.isActive && voice.isLive == event.isLive && voice.note == event.note;
}

void VoiceBank::perform (const BankEvent& event) noexcept
{
    if (event.kind == BankEvent::Kind::start)
    {
        if (! instrument->isMono || ! slide (event))
            start (event);

        return;
    }

    if (event.kind == BankEvent::Kind::displace)
    {
        displace (event);
        return;
    }

    for (int lane = 0; lane < static_cast<int> (state->voices.size()); ++lane)
    {
        auto& voice = state->voices[static_cast<std::size_t> (lane)];

        if (event.kind == BankEvent::Kind::cutAll || event.kind == BankEvent::Kind::releaseAll)
        {
            if (voice.isActive)
                motion().end (voice, event.kind == BankEvent::Kind::cutAll ? NoteEnd::cut : NoteEnd::release, event.frame);
        }
        else if (event.kind == BankEvent::Kind::outdateAll)
            voice.isOutdated = true;
        else if (matches (voice, event))
        {
            if (event.kind == BankEvent::Kind::end)
            {
                motion().end (voice, event.end, event.frame);
                tellRelease (lane);
            }
            else if (event.kind == BankEvent::Kind::shape)
                motion().shape (voice, event);
            else
                startZone (lane, event);
        }
    }
}

/** The note before it in the column goes on in the background, unless the song does not remember it. */
void VoiceBank::displace (const BankEvent& event) noexcept
{
    for (auto& voice : state->voices)
        if (voice.isActive && ! voice.isLive && voice.isForeground && voice.column == event.column)
        {
            voice.isForeground = false;

            if (voice.isOutdated && voice.isKeyDown && instrument->endOfOutdated)
                motion().end (voice, *instrument->endOfOutdated, event.frame);
        }
}

/** One voice at a time: a note that overlaps the last one takes over its voice. */
bool VoiceBank::slide (const BankEvent& event) noexcept
{
    for (auto& voice : state->voices)
        if (voice.isActive && voice.isKeyDown && voice.cut.target > 0)
        {
            voice.note = event.note;
            voice.notePitch = event.pitch;
            voice.noteVolume = event.volume;
            voice.notePanning = event.panning;
            voice.isForeground = true;
            voice.isOutdated = false;
            voice.column = event.column;
            motion().aim (voice, static_cast<int> (instrument->glide * moment->sampleRate), event.frame);
            return true;
        }

    return false;
}

int VoiceBank::takeLane() noexcept
{
    int sounding = 0, free = -1, victim = -1, dying = -1;

    for (int lane = 0; lane < static_cast<int> (state->voices.size()); ++lane)
    {
        const auto& voice = state->voices[static_cast<std::size_t> (lane)];

        if (! voice.isActive)
        {
            free = free < 0 ? lane : free;
            continue;
        }

        if (voice.cut.target == 0)
        {
            dying = lane;
            continue;
        }

        ++sounding;
        const auto* old = victim < 0 ? nullptr : &state->voices[static_cast<std::size_t> (victim)];
        const auto isBetter = old == nullptr || (old->isKeyDown && ! voice.isKeyDown) || (old->isKeyDown == voice.isKeyDown && voice.age < old->age);
        victim = isBetter ? lane : victim;
    }

    if (sounding >= instrument->polyphony && victim >= 0)
        motion().end (state->voices[static_cast<std::size_t> (victim)], NoteEnd::cut, 0);

    return free >= 0 ? free : dying >= 0 ? dying
                                         : victim;
}

void VoiceBank::start (const BankEvent& event) noexcept
{
    if (! event.isLive)
        displace (event);

    const auto* zone = instrument->zones.empty() ? nullptr : instrument->zoneFor (event.pitch, event.velocity);

    if (instrument->isPlain && zone == nullptr)
        return;

    const auto lane = takeLane();
    auto& voice = state->voices[static_cast<std::size_t> (lane)];

    if (! voice.isActive)
        state->activeVoices.fetch_add (1, std::memory_order_relaxed);

    voice = {};
    voice.isActive = voice.isKeyDown = voice.isForeground = voice.isStarting = true;
    voice.isLive = event.isLive;
    voice.note = event.note;
    voice.column = event.column;
    voice.age = ++state->starts;
    voice.zone = zone;
    voice.startFrame = event.frame;
    voice.noteVolume = event.volume;
    voice.notePanning = event.panning;
    voice.notePitch = event.pitch;
    voice.velocity = event.velocity;
    voice.random = static_cast<float> (static_cast<double> (mixBits (voice.age, event.note) >> 11) * 0x1p-52 - 1.0);
    voice.cut.jump (1);
    motion().aim (voice, 1, 0);
    voice.pitch.jump (voice.pitch.target);
    voice.startPitch = voice.pitch.value;
    voice.volume.jump (voice.volume.target);
    voice.panning.jump (voice.panning.target);

    if (instrument->hasOwnVoices && player == nullptr)
        return;

    if (player != nullptr)
    {
        ring (true);
        player->press (static_cast<std::uint32_t> (lane), voice.pitch.value, event.velocity, event.frame);
        return;
    }

    for (auto* module : graph->modulesOf (lane / lanes))
        module->startLane (lane % lanes);

    startZone (lane, event);
}

void VoiceBank::startZone (int lane, const BankEvent& event) noexcept
{
    const auto* zone = state->voices[static_cast<std::size_t> (lane)].zone;

    if (zone == nullptr || player != nullptr)
        return;

    auto begin = zone->start;
    begin.sound = zone->sound.get();
    begin.offset = event.offset;
    begin.frame = event.frame;
    begin.isBackward = event.isBackward;

    for (auto* module : graph->modulesOf (lane / lanes))
        module->startZone (lane % lanes, begin);
}

bool VoiceBank::isGroupActive (int group) const noexcept
{
    const auto* first = &state->voices[static_cast<std::size_t> (group * lanes)];
    return std::any_of (first, first + lanes, [] (const Voice& voice) { return voice.isActive; });
}

void VoiceBank::addGroup (int group) noexcept
{
    auto* voices = &state->voices[static_cast<std::size_t> (group * lanes)];
    bool isCutting = false, isWatched = false;

    for (int lane = 0; lane < lanes; ++lane)
        if (voices[lane].isActive)
        {
            motion().moveOn (voices[lane]);
            isCutting |= voices[lane].cut.isMoving();
            isWatched |= ! voices[lane].isKeyDown || instrument->isPlain;
        }

    fillSignals (group);
    graph->process (group);

    if (graph->outputs.size() < 2)
        return;

    const auto& outLeft = *graph->outputs[0];
    const auto& outRight = *graph->outputs[1];
    dsp::Voices gain (0.0f), peak (0.0f);

    for (int lane = 0; lane < lanes; ++lane)
        gain.set (lane, voices[lane].isActive ? voices[lane].cut.value : 0.0f);

    for (int i = 0; i < quantum; ++i)
    {
        if (isCutting)
            for (int lane = 0; lane < lanes; ++lane)
                gain.set (lane, voices[lane].isActive ? voices[lane].cut.next() : 0.0f);

        const auto l = outLeft[i] * gain, r = outRight[i] * gain;
        left[i] += l;
        right[i] += r;

        if (isWatched)
            peak = dsp::max (peak, dsp::abs (l) + dsp::abs (r));
    }

    left.silent = right.silent = false;

    if (isWatched || isCutting)
        retireQuiet (group, peak);
}

void VoiceBank::retireQuiet (int group, dsp::Voices peak) noexcept
{
    auto* voices = &state->voices[static_cast<std::size_t> (group * lanes)];

    for (int lane = 0; lane < lanes; ++lane)
    {
        auto& voice = voices[lane];

        if (! voice.isActive)
            continue;

        voice.quietFrames = peak[lane] < quiet ? voice.quietFrames + quantum : 0;

        const auto isCut = voice.cut.target == 0 && ! voice.cut.isMoving();
        if (isCut || isOver (group * lanes + lane))
        {
            voice.isActive = false;
            state->activeVoices.fetch_sub (1, std::memory_order_relaxed);
        }
    }
}

/** Whether a voice has been quiet for so long that nothing will come of it. */
bool VoiceBank::isOver (int lane) const noexcept
{
    const auto& voice = state->voices[static_cast<std::size_t> (lane)];

    if (! instrument->isPlain)
        return ! voice.isKeyDown && voice.quietFrames > quietFramesAfterRelease;

    if (voice.quietFrames <= (voice.isKeyDown ? quietFramesWhenPlain : quietFramesAfterRelease))
        return false;

    // Recordings have rests, and notes may be turned down and up again. A loop ends with its key, or with its column's next note.
    for (const auto* module : graph->modulesOf (lane / lanes))
        switch (module->zoneState (lane % lanes))
        {
            case ZoneState::ending:
                return false;
            case ZoneState::looping:
                return ! voice.isKeyDown || ! voice.isForeground;
            case ZoneState::over:
                break;
        }

    return true;
}

} // namespace athanor
