// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/PresetRender.h"

#include "App/PatchFiles.h"
#include "Dsp/Meter/Loudness.h"
#include "Engine/Denormals.h"
#include "Media/AudioWriter.h"
#include "Modules/Synth/Synth.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>

namespace athanor
{

namespace
{
double cpuSeconds() { return static_cast<double> (std::clock()) / CLOCKS_PER_SEC; }

/** Takes numbers and the marks between them from the front of a text. */
class NoteText
{
public:
    explicit NoteText (std::string_view t) : text (t) {}

    std::optional<double> number()
    {
        double value = 0;
        const auto [end, error] = std::from_chars (text.data(), text.data() + text.size(), value);

        if (error != std::errc() || ! std::isfinite (value))
            return {};

        text.remove_prefix (static_cast<std::size_t> (end - text.data()));
        return value;
    }

    bool take (char mark)
    {
        if (! text.starts_with (mark))
            return false;

        text.remove_prefix (1);
        return true;
    }

    bool isEmpty() const { return text.empty(); }

    std::optional<PresetNote> note()
    {
        const auto pitch = number();
        const auto start = take ('@') ? number() : std::nullopt;
        const auto length = take ('+') ? number() : std::nullopt;
        const auto velocity = take (':') ? number() : std::nullopt;

        if (! pitch || ! start || ! length || ! velocity || *pitch < 0 || *pitch > 127 || *start < 0 || *start > 3'600 || *length <= 0 || *velocity < 0 || *velocity > 127)
            return {};

        return PresetNote { static_cast<int> (*pitch), *start, *length, *velocity };
    }

private:
    std::string_view text;
};

struct KeyMove
{
    std::int64_t frame;
    int pitch;
    bool isOn;
    float velocity;
};

/** In order of time; a key comes up before it goes down again. */
std::vector<KeyMove> movesOf (const std::vector<PresetNote>& notes, std::int64_t silent, double rate)
{
    std::vector<KeyMove> moves;

    for (const auto& note : notes)
    {
        const auto frameAt = [&] (double seconds) { return silent + static_cast<std::int64_t> (std::llround (seconds * rate)); };
        moves.push_back ({ frameAt (note.start), note.pitch, true, static_cast<float> (note.velocity / 127) });
        moves.push_back ({ std::max (frameAt (note.start) + 1, frameAt (note.start + note.length)), note.pitch, false, 0.5f });
    }

    std::ranges::stable_sort (moves, [] (const auto& a, const auto& b) { return std::tuple (a.frame, a.isOn) < std::tuple (b.frame, b.isOn); });
    return moves;
}
} // namespace

Result<std::vector<PresetNote>> parsePresetNotes (std::string_view text)
{
    NoteText rest (text);
    std::vector<PresetNote> notes;

    do
    {
        const auto note = rest.note();

        if (! note)
            return Failure { "The notes are not understood: write them as 60@0.0+1.0:100, with commas between them: pitch@start+length:velocity, in seconds.",
                             std::string (text) };

        notes.push_back (*note);
    } while (rest.take (','));

    if (! rest.isEmpty())
        return Failure { "The notes are not understood after the number " + std::to_string (notes.size()) + "; put a comma between two notes.", std::string (text) };

    return notes;
}

PresetSound renderPreset (const PatchSpec& patch, const std::vector<PresetNote>& notes, const PresetRenderSettings& settings)
{
    const DenormalsOff denormalsOff;
    PresetSound sound;
    const auto begin = cpuSeconds();
    const synth::CompiledPatch compiled (patch);
    sound.compileSeconds = cpuSeconds() - begin;

    synth::Synth synth (settings.sampleRate);
    synth.setPatch (&compiled);

    // Whole quanta, so that the first frame that is heard is the first of a quantum.
    const auto silent = static_cast<std::int64_t> (std::ceil (settings.settling * settings.sampleRate / quantum)) * quantum;
    const auto moves = movesOf (notes, silent, settings.sampleRate);
    const auto end = silent + static_cast<std::int64_t> (std::llround (settings.seconds * settings.sampleRate));
    sound.frames.reserve (static_cast<std::size_t> (end - silent));
    auto next = moves.begin();
    auto before = cpuSeconds();
    std::array<synth::Stereo, quantum> out;

    for (std::int64_t frame = 0; frame < end; frame += quantum)
    {
        if (frame <= silent && silent < frame + quantum)
            before = cpuSeconds();

        for (; next != moves.end() && next->frame < frame + quantum; ++next)
        {
            const auto place = static_cast<int> (next->frame - frame);

            if (next->isOn)
                synth.noteOn (next->pitch, next->velocity, place);
            else
                synth.noteOff (next->pitch, next->velocity, place);
        }

        synth.setTransport ({ static_cast<double> (frame - silent) / settings.sampleRate, static_cast<float> (settings.bpm / 60), true });
        synth.process (out);

        for (std::int64_t i = std::max<std::int64_t> (0, silent - frame); i < std::min<std::int64_t> (quantum, end - frame); ++i)
        {
            const auto& heard = out[static_cast<std::size_t> (i)];
            sound.frames.push_back ({ heard[0], heard[1] });
            sound.peak = std::max ({ sound.peak, std::abs (heard[0]), std::abs (heard[1]) });
        }
    }

    sound.cpuSeconds = cpuSeconds() - before;
    return sound;
}

double differenceOf (const PresetSound& a, const PresetSound& b)
{
    double energy = 1e-12, off = 0;

    for (std::size_t i = 0; i < a.frames.size(); ++i)
        for (std::size_t side = 0; side < 2; ++side)
        {
            const auto x = static_cast<double> (a.frames[i][side]), y = static_cast<double> (b.frames[i][side]);
            energy += std::max (x * x, y * y);
            off += (x - y) * (x - y);
        }

    return std::sqrt (off / energy);
}

double loudnessOf (const PresetSound& sound, double sampleRate)
{
    dsp::Loudness meter;
    meter.prepare (sampleRate);

    for (const auto& [left, right] : sound.frames)
    {
        dsp::Stereo frame (left);
        frame.set (1, right);
        meter.process ({ &frame, 1 });
    }

    return static_cast<double> (meter.integrated());
}

Result<PresetRenderSummary> renderPresetFile (const std::filesystem::path& preset, const std::filesystem::path& out, std::string_view notesText,
                                              const PresetRenderSettings& settings)
{
    const auto notes = parsePresetNotes (notesText);

    if (! notes)
        return notes.failure();

    const auto begin = cpuSeconds();
    const auto patch = loadPatch (preset);

    if (! patch)
        return patch.failure();

    const auto readSeconds = cpuSeconds() - begin;
    const auto sound = renderPreset (patch->patch, *notes, settings);
    auto writer = AudioWriter::create (out, { .format = AudioFormat::wav, .sampleRate = settings.sampleRate, .channels = 2, .bits = 32, .isDithered = false });

    if (! writer)
        return writer.failure();

    std::vector<float> both;

    for (const auto& [left, right] : sound.frames)
    {
        both.push_back (left);
        both.push_back (right);
    }

    (*writer)->append (both);

    if (const auto written = (*writer)->commit(); ! written)
        return written.failure();

    PresetRenderSummary summary;
    summary.seconds = static_cast<double> (sound.frames.size()) / settings.sampleRate;
    summary.cpuSeconds = sound.cpuSeconds;
    summary.loadSeconds = readSeconds + sound.compileSeconds;
    summary.loudness = loudnessOf (sound, settings.sampleRate);
    summary.peak = sound.peak > 1.0e-5f ? 20 * std::log10 (static_cast<double> (sound.peak)) : -100;
    return summary;
}

} // namespace athanor
