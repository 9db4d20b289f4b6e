// SPDX-License-Identifier: GPL-3.0-or-later
// A module on the bench: everything it declares is plugged in, and one quantum after the other can be run.
#pragma once

#include "Modules/Registry.h"

#include <deque>
#include <memory>
#include <vector>

namespace athanor
{

/** The module of a type in the scope of `S`, or null where it does not exist in it. */
template <typename S>
std::unique_ptr<ModuleOf<S>> makeModule (const ModuleType& type)
{
    if constexpr (std::is_same_v<S, dsp::Voices>)
        return type.makeForVoices != nullptr ? type.makeForVoices() : nullptr;
    else
        return type.makeForStereo != nullptr ? type.makeForStereo() : nullptr;
}

/** One module with all its signals, outside any graph. Inputs are silent, knobs stand at their initial value, slots are empty. */
template <typename S>
class ModuleBench
{
public:
    /** The type has to exist in the scope of `S`. */
    explicit ModuleBench (const ModuleType& t, double sampleRate = 48'000) : type (t), module (makeModule<S> (t))
    {
        moment.sampleRate = sampleRate;
        moment.beatsPerFrame = 2.0 / sampleRate;
        moment.isPlaying = true;
        module->prepare (sampleRate);
        module->reset();

        for (auto* port : module->ports())
            plugIn (*port);
    }

    ModuleBench (ModuleBench&&) = default; // What its pointers point to does not move.

    Signal<S>& input (const Port& port) { return inputs[static_cast<std::size_t> (port.index)]; }

    Signal<S>& output (const Port& port) { return outputs[static_cast<std::size_t> (port.index)]; }

    Signal<S>& knob (const Port& port) { return knobs[static_cast<std::size_t> (port.index)]; }

    NoteStream& notesIn (const Port& port) { return streamsIn[static_cast<std::size_t> (port.index)]; }

    NoteStream& notesOut (const Port& port) { return streamsOut[static_cast<std::size_t> (port.index)]; }

    /** Null empties the slot. The recording has to outlive its use. */
    void load (const Port& slot, const dsp::Sound* sound) { sounds[static_cast<std::size_t> (slot.index)] = sound; }

    /** The same value in every frame, from now on. */
    static void hold (Signal<S>& signal, float value)
    {
        signal.hold (S (value));
        signal.silent = value == 0;
    }

    /** Runs one quantum at 120 beats a minute. */
    void run()
    {
        for (auto& output : outputs)
            output.steady = output.silent = false;

        for (auto& stream : streamsOut)
            stream.clear();

        const auto block = makeBlock();
        module->process (block);
        moment.beat += moment.beatsPerFrame * quantum;
        moment.frame += quantum;
    }

    Block<S> makeBlock() const
    {
        return { inputPointers.data(), outputPointers.data(), knobPointers.data(), streamInPointers.data(), streamOutPointers.data(), sounds.data(), &moment };
    }

    const ModuleType& type;
    std::unique_ptr<ModuleOf<S>> module;
    Moment moment;
    std::deque<Signal<S>> inputs, outputs, knobs; // A deque does not move what is in it.

private:
    void plugIn (const Port& port)
    {
        const auto add = [] (auto& signals, auto& pointers, float value) {
            auto& signal = signals.emplace_back();
            hold (signal, value);
            pointers.push_back (&signal);
        };

        switch (port.kind)
        {
            case Port::Kind::input:
                return add (inputs, inputPointers, 0);
            case Port::Kind::output:
                return add (outputs, outputPointers, 0);
            case Port::Kind::knob:
                return add (knobs, knobPointers, static_cast<const Knob&> (port).range.initial);
            case Port::Kind::notesIn:
                return streamInPointers.push_back (&streamsIn.emplace_back());
            case Port::Kind::notesOut:
                return streamOutPointers.push_back (&streamsOut.emplace_back());
            case Port::Kind::sound:
                return sounds.push_back (nullptr);
        }
    }

    std::deque<NoteStream> streamsIn, streamsOut;
    std::vector<const Signal<S>*> inputPointers, knobPointers;
    std::vector<Signal<S>*> outputPointers;
    std::vector<const NoteStream*> streamInPointers;
    std::vector<NoteStream*> streamOutPointers;
    std::vector<const dsp::Sound*> sounds;
};

} // namespace athanor
