// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a preset of Vital and as a patch of ours: it is refused with a sentence, or becomes a patch without faults that is
// written and read again as the same, and that the synth plays in numbers.
#include "Formats/Json.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Vital/VitalFile.h"
#include "Modules/Synth/Synth.h"
#include "Support/Fuzz/MutatedValue.h"
#include "Support/Fuzz/Sentence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>

namespace
{
using namespace athanor;

// Writing and reading a megabyte again takes longer than all the rest; the readers of the long texts are the same for short ones.
constexpr std::size_t longestReadAgain = 400'000;

/** Whether it is this one's turn to be played, of as many as ATHANOR_PLAY_EACH says: under the sanitizers that takes far longer
    than reading. */
bool isToBePlayed (std::string_view text)
{
    static const auto* each = std::getenv ("ATHANOR_PLAY_EACH");
    static const auto turns = each != nullptr ? std::max (1, std::atoi (each)) : 1;
    return std::hash<std::string_view> {}(text) % static_cast<std::size_t> (turns) == 0;
}

/** A chord, held and let go: the loud controls, the effects and the ends of voices have their turn. */
void play (const PatchSpec& patch)
{
    constexpr int turns = 12;
    static synth::Synth synth (44'100);
    static std::unique_ptr<const synth::CompiledPatch> playing;

    // The synth lets go of the last one as it adopts this one.
    auto compiled = std::make_unique<const synth::CompiledPatch> (patch);
    synth.setPatch (compiled.get());
    synth.reset();
    playing = std::move (compiled);

    for (const int note : { 36, 60, 67 })
        synth.noteOn (note, 0.8f, note % 8);

    for (int turn = 0; turn < turns; ++turn)
    {
        std::array<synth::Stereo, quantum> out;

        if (turn == turns / 2)
            synth.allNotesOff (3);

        synth.setTransport ({ turn * quantum / 44'100.0, 2.0f, true });
        synth.process (out);

        for (const auto& frame : out)
            if (! std::isfinite (frame[0]) || ! std::isfinite (frame[1]))
            {
                std::fprintf (stderr, "not a number after %d quanta\n", turn);
                std::abort();
            }
    }
}

template <typename Write>
void check (std::string_view text, const Result<ReadPatch>& read, Result<ReadPatch> (*readAgain) (std::string_view), Write&& write)
{
    if (! read)
    {
        requireSentence (read.failure());
        return;
    }

    for (const auto& remark : read->remarks)
        requireSentence ({ remark, "a remark" });

    for (const auto& fault : faultsOf (read->patch))
    {
        std::fprintf (stderr, "%s: %s\n", fault.path.c_str(), fault.sentence.c_str());
        std::abort();
    }

    if (text.size() < longestReadAgain)
        if (const auto again = readAgain (write (read->patch)); ! again || ! (again->patch == read->patch))
            std::abort();

    if (isToBePlayed (text))
        play (read->patch);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const std::string_view text (reinterpret_cast<const char*> (bytes), count);

    check (text, readVital (text), readVital, [] (const PatchSpec& patch) { return *writeVital (patch); });
    check (
        text, readPatch (text), [] (std::string_view again) { return readPatch (again); }, writePatch);
    return 0;
}

/** Bytes alone hardly ever get past the JSON, so its values are changed. Bytes that are no JSON stay as they are. */
extern "C" std::size_t LLVMFuzzerCustomMutator (std::uint8_t* bytes, std::size_t count, std::size_t most, unsigned seed)
{
    const auto parsed = parseJson ({ reinterpret_cast<const char*> (bytes), count });

    if (! parsed)
        return count;

    auto value = *parsed;

    std::mt19937_64 random (seed);

    for (auto times = 1 + random() % 6; times > 0; --times)
        mutateValue (value, random);

    const auto text = formatJson (value, JsonLayout::oneLine);

    if (text.size() > most)
        return count;

    std::memcpy (bytes, text.data(), text.size());
    return text.size();
}
