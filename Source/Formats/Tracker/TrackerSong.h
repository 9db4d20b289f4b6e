// SPDX-License-Identifier: GPL-3.0-or-later
// A module as its file has it, whichever format it is: what the readers fill and what becomes a project.
#pragma once

#include "Core/Result.h"
#include "Formats/Import.h"
#include "Model/Project.h"

#include <array>
#include <optional>
#include <string_view>

namespace athanor::tracker
{

/** More than any real module has; a file that asks for more is cut there and the report says so. */
inline constexpr std::size_t mostCells = 4'000'000, mostFrames = 64'000'000, mostFileBytes = std::size_t { 256 } << 20;

struct Sample
{
    std::string name;
    dsp::Sound sound;              ///< Its rate is `middleRate`, within reason.
    double middleRate = 8363;      ///< Frames a second at the key `middleKey` of the song.
    double semitones = 0;          ///< Higher than that: XM's relative note and finetune, MOD's finetune.
    int volume = 64;               ///< 0 to 64.
    double level = 1;              ///< 0 to 1, over everything (IT's global volume).
    std::optional<double> panning; ///< -1 to 1.
    LoopMode loop = LoopMode::off, sustainLoop = LoopMode::off;
    std::int64_t loopStart = 0, loopEnd = 0, sustainStart = 0, sustainEnd = 0;
    int vibratoSpeed = 0, vibratoDepth = 0, vibratoRate = 0, vibratoShape = 0;
};

/** Which sample a key plays, and as which key. */
struct KeyMapping
{
    int sample = 0; ///< From 1; 0: none.
    int key = 0;    ///< Pattern key, 0 to 119.
};

struct Instrument
{
    std::string name;
    std::array<KeyMapping, 120> keys {};
    TickEnvelope volume, panning, pitch, filter;
    double fadePerTick = 0;
    double level = 1; ///< 0 to 1.
    std::optional<double> defaultPanning;
    NewNoteAction newNoteAction = NewNoteAction::cut;
    Value::Parts more; ///< What the model has no field for, kept under its own name.
};

struct Cell
{
    int row = 0, channel = 0;
    std::uint8_t key = key::none;
    int instrument = 0; ///< From 1.
    std::uint8_t volume = athanor::Cell::empty, volumeEffect = 0;
    char effect = 0; ///< The letter; 0: none.
    std::uint8_t value = 0;

    bool isEmpty() const noexcept { return key == key::none && instrument == 0 && volume == athanor::Cell::empty && effect == 0; }
};

struct Pattern
{
    int rows = 64;
    std::string name;
    std::vector<Cell> cells; ///< By row and channel.
};

struct Channel
{
    double panning = 0; ///< -1 to 1.
    int volume = 64;    ///< 0 to 64.
    bool isMuted = false;
};

/** An entry of the order list that is no pattern. */
inline constexpr int skipMarker = -1, endMarker = -2;

struct Song
{
    Dialect dialect = Dialect::mod;
    std::string format, title, message;
    int speed = 6, tempo = 125;
    double level = 1;           ///< 0 to 1: the global volume it starts with.
    double mixLevel = 0.375;    ///< What a full sample at one side comes out as, the way libopenmpt mixes the format.
    bool isEquallyLoud = false; ///< Whether panning shares out a sound so that it is equally loud everywhere; else linearly.
    int middleKey = 48;         ///< The pattern key that plays a sample at its own rate.
    int restart = 0;
    Value::Parts clipExtras; ///< What every clip carries so that it plays as it should, as "amigaSlides".
    std::vector<int> orders;
    std::vector<Channel> channels;
    std::vector<Pattern> patterns;
    std::vector<Sample> samples;
    std::vector<Instrument> instruments; ///< Empty: each sample is an instrument.
    ImportReport report;
    std::size_t cellCount = 0, frameCount = 0;

    /** False when there were too many already. */
    bool addCell (Pattern&, Cell);

    /** How many of `frames` there is still room for. */
    std::size_t roomFor (std::uint64_t frames);
};

Result<Song> readXm (std::string_view);
Result<Song> readIt (std::string_view);
Result<Song> readS3m (std::string_view);
Result<Song> readMod (std::string_view);

/** Whether it has the signature of a module with 31 samples. */
bool isMod (std::string_view);

/** Everything else that libxmp knows. */
Result<Song> readOther (std::string_view);

/** As a project that plays the same; `seed` makes its ids. */
Imported toProject (Song, std::uint64_t seed);

} // namespace athanor::tracker
