// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a MIDI file: they are refused or become a project, which can be written as a MIDI file that can be read.
#include "Formats/Midi/MidiExport.h"
#include "Formats/Midi/MidiFile.h"
#include "Formats/Midi/MidiImport.h"
#include "Support/Fuzz/Sentence.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const auto imported = athanor::importMidi ({ reinterpret_cast<const char*> (bytes), count });

    if (! imported)
        athanor::requireSentence (imported.failure());
    else if (! athanor::midi::parse (athanor::exportMidi (imported->project)))
        std::abort();

    return 0;
}
