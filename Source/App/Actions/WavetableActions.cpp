// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a wavetable as a whole and to its drawn waves: import, export, drawing, and what is done to all samples.
#include "App/Actions/Declare.h"
#include "App/Actions/WavetableHere.h"
#include "App/Edits/WaveCooking.h"
#include "App/Edits/WaveDrawing.h"
#include "App/Edits/WavetableImport.h"
#include "App/PresetRender.h"
#include "Media/AudioFile.h"
#include "Patch/PatchLimits.h"
#include "Store/AtomicFile.h"

#include <charconv>

namespace athanor
{

namespace
{
struct ShortRecording
{
    dsp::Sound sound;
    std::string name;
    int frameSize = 0; ///< As the file says; 0: it does not.
};

/** Two minutes at most, as patches keep them. */
Result<ShortRecording> readRecording (const Arguments& arguments)
{
    const std::filesystem::path file (textIn (arguments, "file"));
    const auto bytes = readFile (file);

    if (! bytes)
        return bytes.failure();

    const auto info = audioInfo (*bytes);

    if (info && info->frames > static_cast<std::int64_t> (patch::maxSamples))
        return Failure { "This recording is too long: a patch keeps at most 5,292,000 samples of one, two minutes at 44.1 kHz.", "" };

    auto sound = readAudio (*bytes, 4 * static_cast<std::int64_t> (patch::maxSamples));
    return sound ? Result<ShortRecording> ({ *sound, file.stem().string(), frameSizeIn (*bytes) }) : sound.failure();
}

/** Puts another recipe in the place of the table; nobody has named an author for it. */
Result<Value> putTable (Session& session, const Arguments& arguments, const std::string& step, const Result<WavetableSpec>& made)
{
    if (! made)
        return made.failure();

    return editTable (
        session, arguments, step, [&] (WavetableSpec& table) {
            table = *made;
            return done();
        },
        true);
}

Result<Value> importAudio (Session& session, const Arguments& arguments)
{
    const auto mode = waveImportNamed (textIn (arguments, "mode"));

    if (! mode)
        return Failure { "A recording is imported automatic, as frames, by pitch or as vocode.", "" };

    const auto recording = readRecording (arguments);

    if (! recording)
        return recording.failure();

    const auto asked = wholeIn (arguments, "frameSize", 0, 1'000'000);
    return putTable (session, arguments, "import wavetable " + recording->name, wavetableFrom (recording->sound, { *mode, asked > 0 ? asked : recording->frameSize, recording->name }));
}

Result<Value> exportAudio (Session& session, const Arguments& arguments)
{
    const auto patch = session.patchOf (here (session).instrument);

    if (patch == nullptr)
        return Failure { noSynthSentence, "" };

    const auto wav = wavetableAsWav (patch->wavetables[static_cast<std::size_t> (oscillatorIn (arguments))], wholeIn (arguments, "waves", 1, mostWaves));
    return wav ? valueOf (writeFile (textIn (arguments, "file"), *wav)) : Result<Value> (wav.failure());
}

Result<Value> loadSample (Session& session, const Arguments& arguments)
{
    const auto recording = readRecording (arguments);

    if (! recording)
        return recording.failure();

    const auto sample = patchSampleFrom (recording->sound, recording->name);

    if (! sample)
        return sample.failure();

    const auto isDone = session.editPatch (here (session).instrument, "load sample " + sample->name, [&] (PatchSpec& edited) {
        edited.sample = *sample;
        edited.values[Control::sample_on] = 1;
    });
    return doneIf (isDone, "This is the sample already.");
}

/** As in "0 0.5 0.25 -1": x and y in turns. */
Result<std::vector<WavePoint>> strokeIn (const std::string& text)
{
    std::vector<float> numbers;

    for (const char *at = text.data(), *end = at + text.size(); at != end;)
    {
        if (*at == ' ' || *at == ',' || *at == ';')
        {
            ++at;
            continue;
        }

        auto number = 0.0f;
        const auto read = std::from_chars (at, end, number);

        if (read.ec != std::errc() || ! std::isfinite (number))
            return Failure { "A stroke is made of numbers, as in \"0 0.5 0.25 -1\".", "" };

        numbers.push_back (number);
        at = read.ptr;
    }

    if (numbers.empty() || numbers.size() % 2 != 0)
        return Failure { "A stroke has an x and a y for each of its places, as in \"0 0.5 0.25 -1\".", "" };

    std::vector<WavePoint> stroke;

    for (std::size_t i = 0; i < numbers.size(); i += 2)
        stroke.push_back ({ numbers[i], numbers[i + 1] });

    return stroke;
}

/** Changes the drawn wave at the position, which gets a keyframe if it has none. */
Result<Value> editWave (Session& session, const Arguments& arguments, const std::string& step, const std::function<void (std::vector<float>&)>& change)
{
    return editTable (session, arguments, step, [&] (WavetableSpec& table) {
        const auto group = wavePlaceIn (arguments).group;
        const auto keyframe = drawableKeyframe (table, group, positionIn (arguments));

        if (! keyframe)
            return valueOf (keyframe);

        auto& edited = table.groups[static_cast<std::size_t> (group)].front().keyframes[static_cast<std::size_t> (*keyframe)];
        auto wave = *edited.wave;
        wave.resize (patch::frameSize);
        change (wave);
        edited.wave = std::make_shared<const std::vector<float>> (std::move (wave));
        return valueOf (keyframe);
    });
}

Result<Value> draw (Session& session, const Arguments& arguments)
{
    const auto stroke = strokeIn (textIn (arguments, "stroke"));

    if (! stroke)
        return stroke.failure();

    return editWave (session, arguments, "draw wave", [&] (std::vector<float>& wave) { drawStroke (wave, *stroke); });
}

/** Of several harmonics at once: number, amplitude and turns of each. */
Result<Value> drawHarmonics (Session& session, const Arguments& arguments)
{
    const auto numbers = strokeIn (textIn (arguments, "harmonics"));

    if (! numbers)
        return Failure { "Harmonics are told by number and value in turns, as in \"1 1 3 0.33\".", "" };

    const auto isPhase = textIn (arguments, "of") == "phase";

    return editWave (session, arguments, isPhase ? "draw phases" : "draw harmonics", [&] (std::vector<float>& wave) {
        const auto before = harmonicsOf (wave);

        for (const auto& [place, value] : *numbers)
            if (const auto number = std::lround (std::clamp (place, 0.0f, 1'024.0f)); number >= 1 && number <= mostHarmonics)
            {
                auto harmonic = before[static_cast<std::size_t> (number - 1)];
                (isPhase ? harmonic.turns : harmonic.amplitude) = value;
                setHarmonic (wave, static_cast<int> (number), harmonic);
            }
    });
}

/** Does something to one drawn wave, or, without a position, to all of the group. */
Result<Value> editWaves (Session& session, const Arguments& arguments, const std::string& step, void (*change) (std::span<float>))
{
    if (positionIn (arguments) >= 0)
        return editWave (session, arguments, step, [change] (std::vector<float>& wave) { change (wave); });

    return editTable (session, arguments, step + "s", [&] (WavetableSpec& table) -> Result<Value> {
        const auto group = wavePlaceIn (arguments).group;
        const auto* source = componentAt (table, group, 0);

        if (source == nullptr || source->keyframes.empty() || source->keyframes.front().wave == nullptr)
            return valueOf (drawableKeyframe (table, group, 0));

        for (auto& keyframe : table.groups[static_cast<std::size_t> (group)].front().keyframes)
        {
            auto wave = *keyframe.wave;
            change (wave);
            keyframe.wave = std::make_shared<const std::vector<float>> (std::move (wave));
        }

        return done();
    });
}

Result<Value> turnIntoWaves (Session& session, const Arguments& arguments)
{
    return editTable (session, arguments, "turn wavetable into waves", [&] (WavetableSpec& table) {
        auto last = 0;

        for (const auto& group : table.groups)
            for (const auto& component : group)
                for (const auto& keyframe : component.keyframes)
                    last = std::max (last, keyframe.position);

        const auto count = last > 0 ? wholeIn (arguments, "waves", 2, patch::lastPosition + 1) : 1;
        table.groups = { groupOfWaves (cookedWaves (table, evenPositions (count))) };
        return done();
    });
}

/** The patch plays a note, and the note becomes the table. */
Result<Value> resynthesise (Session& session, const Arguments& arguments)
{
    const auto patch = session.patchOf (here (session).instrument);

    if (patch == nullptr)
        return Failure { noSynthSentence, "" };

    PresetRenderSettings settings;
    settings.seconds = 2;
    const auto note = wholeIn (arguments, "note", 0, 127);
    const auto played = renderPreset (*patch, { { .pitch = note, .length = settings.seconds } }, settings);
    dsp::Sound sound;
    sound.sampleRate = settings.sampleRate;

    for (const auto& [left, right] : played.frames)
        sound.samples.push_back ((left + right) / 2);

    const auto period = settings.sampleRate / (440 * std::exp2 ((note - 69) / 12.0));
    return putTable (session, arguments, "resynthesise patch", wavetableOfNote (sound, period, patch->name.empty() ? "Patch" : patch->name));
}

Result<Value> setName (Session& session, const Arguments& arguments)
{
    return editTable (session, arguments, "name wavetable", [&] (WavetableSpec& table) {
        table.name = textIn (arguments, "name");
        return done();
    });
}

void declareForWaves (Session& session, About about, const std::string& step, void (*change) (std::span<float>))
{
    about.arguments = { number ("position", "Of the wave, from 0 to 256; -1: all waves of the group.", -1), groupArgument(), oscillatorArgument() };
    declare (
        session, std::move (about), [&session, step, change] (const Arguments& arguments) { return editWaves (session, arguments, step, change); }, unlessSynth (session));
}

void declareFiles (Session& session)
{
    const Argument file { "file", "A recording: WAV, FLAC, AIFF, Ogg, MP3.", Argument::Kind::file, {} }, wav { "file", "A WAV file.", Argument::Kind::file, {} };
    const Argument mode { "mode", "\"automatic\", \"frames\" (one wave behind the other), \"pitch\" (a note by its periods) or \"vocode\".", Argument::Kind::text, "automatic" };

    declare (
        session, { "wavetable.importAudio", "Import recording as wavetable…", "Makes the wavetable of an oscillator from a recording.", "", "", { file, mode, number ("frameSize", "Samples of each wave in the file; 0: as the file says, else 2,048.", 0), oscillatorArgument() } }, [&session] (const Arguments& arguments) { return importAudio (session, arguments); }, unlessSynth (session));

    declare (
        session, { "wavetable.exportAudio", "Export wavetable…", "Writes a wavetable as a recording of waves of 2,048 samples each, as other synths read them.", "", "", { wav, number ("waves", "How many, 1 to 256.", mostWaves), oscillatorArgument() } }, [&session] (const Arguments& arguments) { return exportAudio (session, arguments); }, unlessSynth (session));

    declare (
        session, { "patch.loadSample", "Load sample of the synth…", "Makes a recording of up to two minutes the sample of the chosen instrument's patch, and switches it on.", "", "", { file } }, [&session] (const Arguments& arguments) { return loadSample (session, arguments); }, unlessSynth (session));
}

void declareDrawing (Session& session)
{
    const Argument of { "of", "\"amplitude\" or \"phase\".", Argument::Kind::text, "amplitude" };
    const auto position = number ("position", "Of the wave, from 0 to 256.", 0);

    declare (
        session, { "wavetable.draw", "Draw wave", "Draws a stroke on the wave at a position of the wavetable.", "", "", { text ("stroke", "x from 0 to 1 and y from -1 to 1 in turns, as \"0 0.5 0.25 -1\"."), position, groupArgument(), oscillatorArgument() } }, [&session] (const Arguments& arguments) { return draw (session, arguments); }, unlessSynth (session));

    declare (
        session, { "wavetable.drawHarmonics", "Draw harmonics", "Sets amplitudes (0 to 1) or phases (-0.5 to 0.5 turns) of harmonics of the wave at a position.", "", "", { text ("harmonics", "Number from 1 to 1,023 and value in turns, as \"1 1 3 0.33\"."), of, position, groupArgument(), oscillatorArgument() } }, [&session] (const Arguments& arguments) { return drawHarmonics (session, arguments); }, unlessSynth (session));

    declareForWaves (session, { "wavetable.normalise", "Normalise waves", "Makes drawn waves as loud as can be, each for itself." }, "normalise wave", normaliseWave);
    declareForWaves (session, { "wavetable.removeDc", "Centre waves", "Removes the mean of drawn waves (DC)." }, "centre wave", removeMean);
    declareForWaves (session, { "wavetable.reverse", "Reverse waves", "Turns drawn waves round in time." }, "reverse wave", reverseWave);
    declareForWaves (session, { "wavetable.align", "Align harmonics", "Lets all harmonics of drawn waves begin like sines, so that waves do not cancel out between two keyframes." }, "align wave", alignHarmonics);
}
} // namespace

void declareWavetableActions (Session& session)
{
    declareFiles (session);
    declareDrawing (session);

    declare (
        session, { "wavetable.toWaves", "Turn wavetable into waves", "Makes drawn waves of all that the recipe of a wavetable gives.", "", "", { number ("waves", "How many, 2 to 257.", 65), oscillatorArgument() } }, [&session] (const Arguments& arguments) { return turnIntoWaves (session, arguments); }, unlessSynth (session));

    declare (
        session, { "wavetable.resynthesise", "Resynthesise patch", "Plays a note of the whole patch and makes it the wavetable of an oscillator.", "", "", { number ("note", "MIDI, 60 is the middle C.", 48), oscillatorArgument() } }, [&session] (const Arguments& arguments) { return resynthesise (session, arguments); }, unlessSynth (session));

    declare (
        session, { "wavetable.rename", "Name wavetable", "Gives the wavetable of an oscillator a name.", "", "", { text ("name", "The name."), oscillatorArgument() } }, [&session] (const Arguments& arguments) { return setName (session, arguments); }, unlessSynth (session));
}

} // namespace athanor
