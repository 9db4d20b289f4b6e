// SPDX-License-Identifier: GPL-3.0-or-later
// Wavetables out of recordings, and back into files that other synths read.
#pragma once

#include "Core/Result.h"
#include "Dsp/Sound.h"
#include "Patch/PatchSpec.h"

#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

/** How a recording becomes a wavetable. */
enum class WaveImport {
    automatic, ///< As one of the others, by what is in it.
    frames,    ///< It is a wavetable: one wave behind the other, each of so many samples.
    pitch,     ///< It is one note: each wave is one of its periods.
    vocode     ///< It is anything: pieces of it, each faded into itself. The recording stays in the patch.
};

/** "automatic", "frames", "pitch" or "vocode". */
std::optional<WaveImport> waveImportNamed (std::string_view);

/** The most waves that a file of waves may hold, and that a note is taken apart into. */
inline constexpr int mostWaves = 256, mostPeriods = 64;

struct WaveImportOptions
{
    WaveImport mode = WaveImport::automatic;
    int frameSize = 0;   ///< Samples of a wave, 16 to 65,536; 0: as the file says, else 2,048, and a shorter file is one wave.
    std::string name {}; ///< Of the table.
};

/** Of stereo the mean of both sides counts. Fails with a sentence when it is silent, too short, too long or, if it is to be taken apart by
    pitch, no single note. */
Result<WavetableSpec> wavetableFrom (const dsp::Sound&, const WaveImportOptions&);

/** The same with a note whose period is known, in samples; fails as well when less than one period of it sounds. */
Result<WavetableSpec> wavetableOfNote (const dsp::Sound&, double period, const std::string& name);

/** How many samples a wave has as a WAV file says in its "clm " chunk; 0: it says nothing. */
int frameSizeIn (std::string_view wavBytes);

/** So many waves of the table, evenly from its first to its last position, 2,048 samples each: a WAV file (mono, 32-bit float, 44.1 kHz)
    that says so in a "clm " chunk. */
Result<std::string> wavetableAsWav (const WavetableSpec&, int waves = mostWaves);

/** The recording that plays beside the oscillators, of a file. Fails with a sentence when it is empty or longer than two minutes. */
Result<PatchSample> patchSampleFrom (const dsp::Sound&, std::string name);

} // namespace athanor
