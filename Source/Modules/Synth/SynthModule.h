// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Material.h"
#include "Modules/Module.h"
#include "Modules/NotePlayer.h"
#include "Modules/Synth/Synth.h"

#include <array>
#include <atomic>
#include <deque>
#include <memory>

namespace athanor
{

/** What a synth does right now, for showing. Written by the audio thread, read by any. */
struct SynthLights
{
    std::atomic<int> voices { 0 };
    std::array<std::atomic<float>, patchSourceCount> sources {};   ///< Of the newest voice.
    std::array<std::atomic<float>, controlCount> controls {};      ///< As they are heard in the newest voice, modulated; stored numbers.
    std::array<std::atomic<float>, patch::envelopes> envelopes {}; ///< Synth::envelopePlace()
    std::array<std::atomic<float>, patch::lfos> lfos {};           ///< Synth::lfoPlace()
    std::array<std::atomic<std::uint64_t>, 2> keys {};             ///< Those that are down, as bits of their notes.

    static constexpr int heardFrames = 8192;

    /** What was heard last, the mean of both sides: a ring whose next frame is written at `heardAt`, modulo its size. What is read
        while it is written may be torn between two quanta, which no eye sees. */
    std::array<std::atomic<float>, heardFrames> heard {};
    std::atomic<std::uint32_t> heardAt { 0 };
};

/** The synth that plays patches, with voices of its own. Its knobs are the controls of the preset format, in the numbers of that
    format, and the four macros that are ours alone; all else of a patch comes as its material, a synth::CompiledPatch. */
template <typename S>
class SynthModule final : public ModuleOf<S>, public NotePlayer, public MaterialPlayer
{
public:
    static constexpr Module::About about { "synth", "Synth", "Sources", "A wavetable synthesiser with three oscillators, two filters, nine effects and modulation everywhere; it plays Vital's presets." };

    SynthModule();

    Output left { *this, "left", "What the left speaker gets." };
    Output right { *this, "right", "What the right speaker gets." };
    std::deque<Knob> knobs; ///< The controls in their order, then macros 5 to 8.

    static constexpr int knobCount = controlCount + PatchSpec::macroCount - patch::vitalMacros;

    void prepare (double sampleRate) override;
    void reset() noexcept override;
    void process (const Block<S>&) noexcept override;

    void setMaterial (const Material*) noexcept override;

    bool isPlaying (const Material* material) const noexcept override
    {
        return material == playing.load (std::memory_order_acquire) || material == coming.load (std::memory_order_acquire);
    }

    void knobsMoved() noexcept override { haveKnobsMoved = true; }

    void press (std::uint32_t key, float pitch, float velocity, int frame) noexcept override;

    void release (std::uint32_t key, int frame) noexcept override { player->release (key, 0.5f, frame); }

    void cut (std::uint32_t key) noexcept override { player->cut (key); }

    void shape (std::uint32_t key, const PlayedShape&) noexcept override;
    void moveHands (float bend, float wheel) noexcept override;

    bool isInUse (std::uint32_t key) const noexcept override { return player->isInUse (key); }

    bool isResting() const noexcept override { return quietFrames > holdFrames(); }

    const SynthLights& lights() const noexcept { return lit; }

private:
    void readKnobs (const Block<S>&) noexcept;
    void changePatch (const Block<S>&) noexcept;
    void turn (int knob, float value) noexcept;
    void noteMaterials() noexcept;
    void light() noexcept;
    void keepHeard (const std::array<synth::Stereo, quantum>&) noexcept;
    std::int64_t holdFrames() const noexcept;

    std::unique_ptr<synth::Synth> player; ///< Null until prepared.
    double rate = 48'000;
    std::array<float, static_cast<std::size_t> (knobCount)> heard {}; ///< Where each knob stood when the synth was told last.
    bool haveKnobsMoved = true;
    float bendNow = 0, wheelNow = 0;
    std::int64_t quietFrames = 0;
    SynthLights lit;
    const synth::CompiledPatch* given = nullptr;
    std::atomic<const Material*> playing { nullptr }, coming { nullptr }; ///< For other threads.
};

extern template class SynthModule<dsp::Voices>;

} // namespace athanor
