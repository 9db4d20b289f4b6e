// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the engine: host blocks, plans coming into force, commands, and the tracks of a quantum.
#include "Engine/Engine.h"

#include "Core/Cycles.h"
#include "Engine/Denormals.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace athanor
{

void Engine::process (const AudioThread& thread, float* left, float* right, int frames) noexcept
{
    const DenormalsOff off;
    mostCycles = 0;

    for (int done = 0; done < frames;)
    {
        if (ready == 0)
        {
            computeQuantum (thread);
            ready = quantum;
        }

        const auto part = std::min (ready, frames - done);
        const auto from = static_cast<std::size_t> (quantum - ready);
        std::copy_n (outLeft.begin() + static_cast<std::ptrdiff_t> (from), part, left + done);
        std::copy_n (outRight.begin() + static_cast<std::ptrdiff_t> (from), part, right + done);
        done += part;
        ready -= part;
    }

    report.scoreFrame.store (position, std::memory_order_relaxed);
    report.isPlaying.store (isPlaying, std::memory_order_relaxed);
    report.countIn.store (countLeft > 0 ? static_cast<double> (countLeft) / framesPerCount : 0, std::memory_order_relaxed);
    report.framesDone.fetch_add (frames, std::memory_order_relaxed);
    report.slowestTrack.store (slowest.value, std::memory_order_relaxed);
}

void Engine::computeQuantum (const AudioThread& thread) noexcept
{
    acquirePlan (thread);
    obey();

    if (plan == nullptr)
    {
        outLeft.fill (0);
        outRight.fill (0);
        return;
    }

    quantumStart = position;
    setMoment();

    if (isPlaying)
        playScore();

    playTracks();
    mixOut();
    addPreview (thread);
    addMetronome();
    plan->moment->frame += quantum;
}

void Engine::acquirePlan (const AudioThread& thread) noexcept
{
    const auto* shared = plans.acquire (thread);
    const auto* next = shared != nullptr ? shared->plan.get() : nullptr;

    if (next == plan || next == nullptr)
        return;

    // Knobs that a lane of the old plan held are free until a lane of the new one takes them.
    stopAutomation();

    const auto isOtherScore = plan == nullptr || next->score != plan->score;

    if (plan == nullptr || plan->sampleRate != next->sampleRate)
        loudness.prepare (next->sampleRate);

    const auto* before = plan;
    plan = next;

    for (const auto& track : plan->tracks)
    {
        track->fader->volume.store (track->volume);
        track->fader->panning.store (track->panning);
        track->fader->isOpen.store (track->isOpen ? 1.0f : 0.0f);
        track->fader->hasMoving = true;

        if (isOtherScore)
            track->fader->command.store (1);

        if (track->graph != nullptr)
            track->graph->takeOver();

        for (const auto& bank : track->banks)
            bank->takeOver();

        rewire (*track);
    }

    for (const auto& [setting, level] : plan->sendLevels)
        setting->store (level);

    if (isOtherScore && plan->score != nullptr)
    {
        jumpTo (before != nullptr && before->score != nullptr ? plan->score->placeOf (*before->score, position) : 0);
        renumberNotes();
    }

    report.plan.store (plan->serial, std::memory_order_relaxed);
}

void Engine::obey() noexcept
{
    while (obey (commands, waiting))
    {}

    while (obey (handCommands, waitingFromHands))
    {}
}

/** False when there is nothing more to do in this quantum. */
bool Engine::obey (CommandFifo& from, std::optional<Command>& held) noexcept
{
    if (! held)
        held = from.pop();

    if (! held || plan == nullptr || held->plan > plan->serial)
        return false;

    carryOut (held->order);
    held.reset();
    return true;
}

void Engine::setMoment() noexcept
{
    auto& moment = *plan->moment;
    moment.isPlaying = isPlaying;
    moment.sampleRate = plan->sampleRate;
    const auto* score = plan->score.get();
    const auto time = static_cast<double> (position) / plan->sampleRate;
    const auto tempo = score != nullptr ? score->score.tempoAt (time) : 120.0;
    moment.beatsPerFrame = tempo / (60 * plan->sampleRate);

    if (isPlaying && score != nullptr)
        freeBeat = static_cast<double> (score->score.ticksAt (time).value) / static_cast<double> (ticksPerBeat);

    moment.beat = freeBeat;
    moment.turnFrame = quantum;
    freeBeat += moment.beatsPerFrame * quantum;

    // Where another tempo begins within the quantum, at its own frame.
    if (isPlaying && score != nullptr)
        if (const auto next = std::ranges::upper_bound (score->score.tempo, time, {}, &Score::TempoStep::time); next != score->score.tempo.end())
            if (const auto frame = score->frameAt (next->time) - position; frame < quantum)
            {
                moment.turnFrame = static_cast<int> (frame);
                moment.turnBeat = static_cast<double> (next->inSong.value) / static_cast<double> (ticksPerBeat);
                moment.turnBeatsPerFrame = next->beatsPerMinute / (60 * plan->sampleRate);
            }
}

/** From this frame of the quantum on, the song is at `position`. */
void Engine::turnMoment (int offset) noexcept
{
    const auto& score = plan->score->score;
    auto& moment = *plan->moment;
    const auto time = static_cast<double> (position) / plan->sampleRate;
    moment.turnFrame = offset;
    moment.turnBeat = static_cast<double> (score.ticksAt (time).value) / static_cast<double> (ticksPerBeat);
    moment.turnBeatsPerFrame = score.tempoAt (time) / (60 * plan->sampleRate);
}

void Engine::playTracks() noexcept
{
    std::size_t from = 0;

    struct Round
    {
        Engine* engine;
        std::size_t from;
    };

    for (const auto to : plan->levelEnds)
    {
        Round round { this, from };
        const auto work = [] (void* context, int index) {
            auto& r = *static_cast<Round*> (context);
            r.engine->playTimed (*r.engine->plan->tracks[r.from + static_cast<std::size_t> (index)]);
        };

        if (crew != nullptr)
            crew->run (static_cast<int> (to - from), work, &round);
        else
            for (auto i = from; i < to; ++i)
                playTimed (*plan->tracks[i]);

        from = to;
    }

    findSlowest();
}

void Engine::playTimed (TrackPlan& track) noexcept
{
    constexpr float newest = 1.0f / 32;
    const auto begin = cyclesNow();
    playTrack (track);
    const auto taken = static_cast<float> (cyclesNow() - begin);
    auto& usual = track.fader->usualCycles;
    const auto before = usual.load (std::memory_order_relaxed);
    track.fader->cycles.store (taken, std::memory_order_relaxed);
    usual.store (before + (taken - before) * newest, std::memory_order_relaxed);
}

/** Remembers whom to blame, should this process call turn out too long. */
void Engine::findSlowest() noexcept
{
    for (const auto& track : plan->tracks)
        if (const auto taken = track->fader->cycles.load (std::memory_order_relaxed); taken > mostCycles)
        {
            mostCycles = taken;
            slowest = track->id;
        }
}

void Engine::playTrack (TrackPlan& track) noexcept
{
    track.input.silent = false;
    track.input.clear();

    for (auto* inflow = track.inflows.data(); inflow != track.inflows.data() + track.inflows.size(); ++inflow)
        if (inflow->fade != nullptr)
            inflow->fade->beginQuantum();

    if (track.graph != nullptr)
        track.graph->beginQuantum();

    if (track.notes != nullptr)
        playNotes (track);

    for (std::size_t i = 0; i < track.banks.size(); ++i)
    {
        track.banks[i]->process();
        const Inflow inflow { &track.banks[i]->output, nullptr, track.bankDelays[i], nullptr };
        addInflow (inflow, track.input);
    }

    playRegions (track);

    for (const auto& inflow : track.inflows)
        addInflow (inflow, track.input);

    for (auto& other : track.overheard)
    {
        other.signal.clear();
        addInflow (other.from, other.signal);
    }

    if (track.graph != nullptr)
    {
        track.graph->process (0);
        track.graph->endQuantum();
    }

    passFader (*track.fader, *track.beforeFader, track.output);
    track.fader->meter.measure (track.output, static_cast<float> (quantum / (0.3 * plan->sampleRate)));

    for (const auto& inflow : track.inflows)
        if (inflow.fade != nullptr)
            inflow.fade->endQuantum();
}

/** Recordings on an audio track, by linear interpolation where their rate is another. */
void Engine::playRegions (TrackPlan& track) noexcept
{
    if (! isPlaying)
        return;

    constexpr int edge = 64; // frames over which a region begins and ends, against clicks

    for (const auto index : track.regions)
    {
        const auto& region = plan->score->regions[index];
        const auto& sound = *plan->regionSounds[index];

        if (region.end <= quantumStart || region.start >= quantumStart + quantum)
            continue;

        const auto ratio = sound.sampleRate / plan->sampleRate;
        const auto last = static_cast<double> (sound.frames()) - 1;
        const auto channels = static_cast<std::size_t> (sound.channels);

        for (int i = 0; i < quantum; ++i)
        {
            const auto inRegion = quantumStart + i - region.start;
            const auto at = region.from * sound.sampleRate + static_cast<double> (inRegion) * ratio;
            const auto left = region.end - (quantumStart + i);

            if (inRegion < 0 || left <= 0 || at < 0 || at >= last)
                continue;

            const auto rise = std::max<std::int64_t> (region.fadeIn, region.from > 0 ? edge : 1), fall = std::max<std::int64_t> (region.fadeOut, edge);
            const auto gain = region.gain * std::min ({ 1.0f, static_cast<float> (inRegion + 1) / static_cast<float> (rise), static_cast<float> (left) / static_cast<float> (fall) });
            const auto whole = static_cast<std::size_t> (at);
            const auto part = static_cast<float> (at - static_cast<double> (whole));
            const auto* here = &sound.samples[whole * channels];
            const auto read = [&] (std::size_t channel) { return here[channel] + (here[channels + channel] - here[channel]) * part; };
            track.input[i].set (0, track.input[i][0] + gain * read (0));
            track.input[i].set (1, track.input[i][1] + gain * read (channels - 1));
        }

        track.input.silent = track.input.steady = false;
    }
}

void Engine::mixOut() noexcept
{
    const auto* master = plan->master();
    const auto step = (songLevelTarget - songLevel) / static_cast<float> (quantum);

    for (int i = 0; i < quantum; ++i)
    {
        const auto level = songLevel + step * static_cast<float> (i + 1);
        const auto frame = static_cast<std::size_t> (i);
        outLeft[frame] = master != nullptr ? master->output[i][0] * level * plan->songGain : 0;
        outRight[frame] = master != nullptr ? master->output[i][1] * level * plan->songGain : 0;
    }

    songLevel = songLevelTarget;
    loudness.measure (outLeft, outRight);
}

const TrackPlan* Engine::trackOf (TrackId id) const noexcept
{
    if (plan != nullptr)
        for (const auto& track : plan->tracks)
            if (track->id == id)
                return track.get();

    return nullptr;
}

} // namespace athanor
