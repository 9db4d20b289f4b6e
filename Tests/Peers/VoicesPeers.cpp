// SPDX-License-Identifier: GPL-3.0-or-later
// How many voices of saw, 24 dB low-pass and envelope one processor plays: through the whole engine, as a song would.
// Prints nanoseconds per voice and sample, and voices per processor at 48 kHz. Tests/Peers/voices.sh sets scsynth beside it.
#include "Engine/Engine.h"
#include "Support/Projects.h"
#include "Support/Threads.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace
{
using namespace athanor;

double cpuSeconds()
{
    timespec t {};
    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double> (t.tv_sec) + 1.0e-9 * static_cast<double> (t.tv_nsec);
}
} // namespace

int main (int count, char** arguments)
{
    const auto voices = count > 1 ? std::atoi (arguments[1]) : 512;
    const auto seconds = count > 2 ? std::atoi (arguments[2]) : 10;
    constexpr int onATrack = 256;
    Project project;
    const auto instrument = InstrumentId { 1 };
    auto synth = projects::synth();
    synth.polyphony = onATrack;
    project.instruments.put (instrument, synth);
    projects::addTrack (project, TrackKind::master, "Master");
    std::set<std::pair<TrackId, InstrumentId>> live;

    for (int i = 0; i < voices; i += onATrack)
        live.emplace (projects::addTrack (project, TrackKind::note, "Track"), instrument);

    ThreadsForTests threads;
    Engine engine;
    PlanOptions options;
    options.live = live;
    auto plan = std::shared_ptr<const Plan> (makePlan (project, options, nullptr));
    engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));
    std::vector<float> left (48'000), right (48'000);
    int started = 0;

    for (const auto& [track, id] : live)
        for (int i = 0; i < onATrack && started < voices; ++i, ++started)
        {
            while (! engine.commands.push ({ StartNote { track, id, static_cast<std::uint32_t> (started + 1), 36.0f + static_cast<float> (started % 48), 0.8f }, 0 }))
                engine.process (threads.audio, left.data(), right.data(), 64);

            if (started % 128 == 127)
                engine.process (threads.audio, left.data(), right.data(), 64);
        }

    engine.process (threads.audio, left.data(), right.data(), 9'600);
    int sounding = 0;

    for (const auto& [id, bank] : plan->banks)
        sounding += bank->state->activeVoices.load();

    double best = 1.0e9;

    for (int second = 0; second < seconds; ++second)
    {
        const auto before = cpuSeconds();
        engine.process (threads.audio, left.data(), right.data(), 48'000);
        best = std::min (best, cpuSeconds() - before);
    }

    const auto perSample = best / 48'000 / sounding * 1.0e9;
    std::printf ("athanor: %d voices, %.2f ns per voice and sample, %.0f voices per processor at 48 kHz (loudest sample %.2f)\n", sounding, perSample, 1.0e9 / perSample / 48'000,
                 static_cast<double> (*std::max_element (left.begin(), left.end())));
}
