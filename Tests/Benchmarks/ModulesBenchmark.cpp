// SPDX-License-Identifier: GPL-3.0-or-later
// What each module costs, from the registry: nanoseconds per lane and frame, with knobs at rest, with the first
// one moving (a filter's cutoff), and with all of them moving.
#include "Modules/Registry.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <deque>
#include <string>

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace athanor
{

namespace
{
const dsp::Sound& recording()
{
    static const dsp::Sound sound = [] {
        dsp::Sound made { 48'000, 2, {} };

        for (int frame = 0; frame < 48'000; ++frame)
            made.samples.insert (made.samples.end(), 2, 0.5f * static_cast<float> (std::sin (frame * 0.05)));

        return made;
    }();

    return sound;
}

enum class Motion { still,
                    swept,
                    moving };

/** A module in the middle of a held note, with sound coming in; where all moves, also where a steady value would do. */
template <typename S>
class Bench
{
public:
    Bench (std::unique_ptr<ModuleOf<S>> made, Motion m) : module (std::move (made)), motion (m)
    {
        module->prepare (48'000);
        moment.beatsPerFrame = 2.0 / 48'000;

        for (auto* port : module->ports())
            plugIn (*port);

        for (int step = 0; step < 400; ++step)
        {
            run();

            for (auto* signal : triggers)
                signal->clear();
        }
    }

    void run()
    {
        for (auto& output : outputs)
            output.steady = output.silent = false;

        for (auto& notes : streams)
            notes.clear();

        module->process ({ inputPointers.data(), outputPointers.data(), knobPointers.data(), streamPointers.data(), mutableStreams.data(), sounds.data(), &moment });
        moment.beat += moment.beatsPerFrame * quantum;
        moment.frame += quantum;
    }

private:
    void plugIn (const Port& port)
    {
        if (port.kind == Port::Kind::input)
        {
            auto& signal = inputs.emplace_back();
            inputPointers.push_back (&signal);
            fill (signal, static_cast<const Input&> (port).normal, motion == Motion::moving || port.id.starts_with ("in"));
        }
        else if (port.kind == Port::Kind::knob)
        {
            auto& signal = knobs.emplace_back();
            const auto& range = static_cast<const Knob&> (port).range;
            signal.hold (S (range.initial));
            signal.steady = range.isWhole || motion == Motion::still || (motion == Motion::swept && isSwept);
            isSwept = isSwept || ! range.isWhole;
            knobPointers.push_back (&signal);
        }
        else if (port.kind == Port::Kind::output)
            outputPointers.push_back (&outputs.emplace_back());
        else if (port.kind == Port::Kind::sound)
            sounds.push_back (&recording());
        else if (port.kind == Port::Kind::notesIn)
            streamPointers.push_back (&streams.emplace_back());
        else
            mutableStreams.push_back (&streams.emplace_back());
    }

    void fill (Signal<S>& signal, Normal normal, bool isHeard)
    {
        switch (normal)
        {
            case Normal::pitch:
                return signal.hold (S (57.3f));
            case Normal::gate:
            case Normal::velocity:
            case Normal::volume:
                return signal.hold (S (1.0f));
            case Normal::trigger:
                signal.hold (S (0.0f));
                signal[0] = S (1.0f);
                signal.steady = false;
                return triggers.push_back (&signal);
            case Normal::silence:
                signal.hold (S (1.0f));

                if (! isHeard)
                    return;

                signal.steady = false;

                for (int frame = 0; frame < quantum; ++frame)
                    for (int lane = 0; lane < S::size; ++lane)
                        signal[frame].set (lane, 0.5f * static_cast<float> (std::sin (0.3 * frame + lane)));

                return;
            default:
                signal.hold (S (0.0f));
                signal.silent = true;
        }
    }

    std::unique_ptr<ModuleOf<S>> module;
    Motion motion;
    bool isSwept = false;
    Moment moment;
    std::deque<Signal<S>> inputs, outputs, knobs;
    std::deque<NoteStream> streams;
    std::vector<const Signal<S>*> inputPointers, knobPointers;
    std::vector<Signal<S>*> outputPointers, triggers;
    std::vector<const NoteStream*> streamPointers;
    std::vector<NoteStream*> mutableStreams;
    std::vector<const dsp::Sound*> sounds;
};

template <typename S>
void measure (benchmark::State& state, std::unique_ptr<ModuleOf<S>> (*make)(), Motion motion)
{
    Bench<S> bench (make(), motion);

    for (auto _ : state)
        bench.run();

    const double laneFrames = static_cast<double> (state.iterations()) * quantum * S::size;
    state.counters["per_lane_frame"] = benchmark::Counter (laneFrames, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void registerAll()
{
    constexpr std::array<std::string_view, 3> names { "still", "swept", "moving" };

    for (auto& type : moduleTypes())
        for (const auto motion : { Motion::still, Motion::swept, Motion::moving })
        {
            const auto name = std::string (type.about->id) + "/" + std::string (names[static_cast<std::size_t> (motion)]);

            if (type.makeForVoices != nullptr)
                benchmark::RegisterBenchmark (("voices/" + name).c_str(), [&type, motion] (benchmark::State& state) { measure (state, type.makeForVoices, motion); });

            if (type.makeForStereo != nullptr)
                benchmark::RegisterBenchmark (("stereo/" + name).c_str(), [&type, motion] (benchmark::State& state) { measure (state, type.makeForStereo, motion); });
        }
}
} // namespace

} // namespace athanor

int main (int count, char** arguments)
{
#if defined(__SSE__)
    _mm_setcsr (_mm_getcsr() | 0x8040); // No denormals, as on every thread that renders.
#endif

    benchmark::Initialize (&count, arguments);
    athanor::registerAll();
    benchmark::RunSpecifiedBenchmarks();
}
