// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/GeneralMidi.h"

#include "Core/Text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace athanor::midi
{

namespace
{
constexpr std::array<std::string_view, 128> names {
    "Acoustic Grand Piano", "Bright Acoustic Piano", "Electric Grand Piano", "Honky-tonk Piano", "Electric Piano 1", "Electric Piano 2", "Harpsichord", "Clavinet",
    "Celesta", "Glockenspiel", "Music Box", "Vibraphone", "Marimba", "Xylophone", "Tubular Bells", "Dulcimer",
    "Drawbar Organ", "Percussive Organ", "Rock Organ", "Church Organ", "Reed Organ", "Accordion", "Harmonica", "Tango Accordion",
    "Acoustic Guitar (nylon)", "Acoustic Guitar (steel)", "Electric Guitar (jazz)", "Electric Guitar (clean)", "Electric Guitar (muted)", "Overdriven Guitar", "Distortion Guitar", "Guitar Harmonics",
    "Acoustic Bass", "Electric Bass (finger)", "Electric Bass (pick)", "Fretless Bass", "Slap Bass 1", "Slap Bass 2", "Synth Bass 1", "Synth Bass 2",
    "Violin", "Viola", "Cello", "Contrabass", "Tremolo Strings", "Pizzicato Strings", "Orchestral Harp", "Timpani",
    "String Ensemble 1", "String Ensemble 2", "Synth Strings 1", "Synth Strings 2", "Choir Aahs", "Voice Oohs", "Synth Voice", "Orchestra Hit",
    "Trumpet", "Trombone", "Tuba", "Muted Trumpet", "French Horn", "Brass Section", "Synth Brass 1", "Synth Brass 2",
    "Soprano Sax", "Alto Sax", "Tenor Sax", "Baritone Sax", "Oboe", "English Horn", "Bassoon", "Clarinet",
    "Piccolo", "Flute", "Recorder", "Pan Flute", "Blown Bottle", "Shakuhachi", "Whistle", "Ocarina",
    "Lead 1 (square)", "Lead 2 (sawtooth)", "Lead 3 (calliope)", "Lead 4 (chiff)", "Lead 5 (charang)", "Lead 6 (voice)", "Lead 7 (fifths)", "Lead 8 (bass + lead)",
    "Pad 1 (new age)", "Pad 2 (warm)", "Pad 3 (polysynth)", "Pad 4 (choir)", "Pad 5 (bowed)", "Pad 6 (metallic)", "Pad 7 (halo)", "Pad 8 (sweep)",
    "FX 1 (rain)", "FX 2 (soundtrack)", "FX 3 (crystal)", "FX 4 (atmosphere)", "FX 5 (brightness)", "FX 6 (goblins)", "FX 7 (echoes)", "FX 8 (sci-fi)",
    "Sitar", "Banjo", "Shamisen", "Koto", "Kalimba", "Bagpipe", "Fiddle", "Shanai",
    "Tinkle Bell", "Agogo", "Steel Drums", "Woodblock", "Taiko Drum", "Melodic Tom", "Synth Drum", "Reverse Cymbal",
    "Guitar Fret Noise", "Breath Noise", "Seashore", "Bird Tweet", "Telephone Ring", "Helicopter", "Applause", "Gunshot"
};

using Knobs = std::initializer_list<std::pair<const char*, double>>;

/** Builds a graph from left to right. Ids count up, so that the same program is the same patch each time. */
class Patch
{
public:
    NodeId add (const char* type, Knobs knobs)
    {
        const NodeId id { graph.nodes.size() + 1 };
        Node node;
        node.type = type;
        node.x = 180.0 * static_cast<double> (graph.nodes.size());

        for (const auto& [knob, value] : knobs)
            node.knobs.put (knob, value);

        graph.nodes.put (id, std::move (node));
        return id;
    }

    void connect (NodeId from, const char* output, NodeId to, const char* input, double amount = 1)
    {
        Cable cable;
        cable.from = from;
        cable.output = output;
        cable.to = to;
        cable.input = input;
        cable.amount = amount;
        graph.cables.put (CableId { graph.cables.size() + 1 }, std::move (cable));
    }

    /** `source` through an amplifier that the envelope opens, and out. */
    Graph finish (NodeId source, NodeId envelope, double level = -9)
    {
        const auto amp = add ("mix.amp", {});
        const auto out = leave (level);
        connect (source, "out", amp, "in");
        connect (envelope, "out", amp, "level");
        connect (amp, "out", out, "in");
        return std::move (graph);
    }

    Graph finishStereo (NodeId source, NodeId envelope, double level)
    {
        const auto amp = add ("mix.amp", {});
        const auto out = leave (level);
        connect (source, "left", amp, "in");
        connect (source, "right", amp, "in2");
        connect (envelope, "out", amp, "level");
        connect (amp, "out", out, "left");
        connect (amp, "out2", out, "right");
        return std::move (graph);
    }

private:
    /** MIDI's velocity is heard as about its square. */
    NodeId leave (double level) { return add ("voice.out", { { "level", level }, { "touch", 0.6 } }); }

    Graph graph;
};

Graph plucked (double decay, double brightness, double hardness, double position)
{
    Patch patch;
    const auto string = patch.add ("source.string", { { "decay", decay }, { "brightness", brightness }, { "hardness", hardness }, { "position", position } });
    return patch.finish (string, patch.add ("env.adsr", { { "attack", 0.001 }, { "sustain", 1 }, { "release", 0.25 } }), -6);
}

Graph struck (double material, double decay, double damping, double hardness)
{
    Patch patch;
    const auto body = patch.add ("source.modal", { { "material", material }, { "decay", decay }, { "damping", damping }, { "hardness", hardness } });
    return patch.finish (body, patch.add ("env.adsr", { { "attack", 0 }, { "sustain", 1 }, { "release", decay } }), -6);
}

Graph organ()
{
    Patch patch;
    const auto low = patch.add ("source.analogue", { { "shape", 0 }, { "octave", -1 } });
    const auto middle = patch.add ("source.analogue", { { "shape", 0.2 } });
    const auto high = patch.add ("source.analogue", { { "shape", 0 }, { "octave", 1 }, { "semitone", 7 } });
    const auto mixer = patch.add ("mix.mixer", { { "level1", -8 }, { "level2", -5 }, { "level3", -12 } });
    patch.connect (low, "out", mixer, "in1");
    patch.connect (middle, "out", mixer, "in2");
    patch.connect (high, "out", mixer, "in3");
    return patch.finish (mixer, patch.add ("env.adsr", { { "attack", 0.005 }, { "sustain", 1 }, { "release", 0.08 } }), -9);
}

struct Subtractive
{
    double shape = 2, width = 0.5, cutoff = 1'200, resonance = 0.2, sweep = 0.2, attack = 0.003, decay = 0.5, sustain = 0.6, release = 0.2;
};

Graph subtractive (const Subtractive& s)
{
    Patch patch;
    const auto wave = patch.add ("source.analogue", { { "shape", s.shape }, { "width", s.width } });
    const auto envelope = patch.add ("env.adsr", { { "attack", s.attack }, { "decay", s.decay }, { "sustain", s.sustain }, { "release", s.release } });
    const auto filter = patch.add ("filter.ladder", { { "cutoff", s.cutoff }, { "resonance", s.resonance }, { "keys", 0.5 } });
    patch.connect (wave, "out", filter, "in");
    patch.connect (envelope, "out", filter, "cutoff", s.sweep);
    return patch.finish (filter, envelope);
}

Graph ensemble (double detune, double attack, double release)
{
    Patch patch;
    const auto saws = patch.add ("source.supersaw", { { "detune", detune }, { "mix", 0.6 } });
    return patch.finishStereo (saws, patch.add ("env.adsr", { { "attack", attack }, { "decay", 1 }, { "sustain", 0.9 }, { "release", release } }), -15);
}

Graph bellLike (double ratio, double depth, double decay)
{
    Patch patch;
    const auto fall = patch.add ("env.decay", { { "decay", decay } });
    const auto modulator = patch.add ("source.fm", { { "ratio", ratio }, { "level", 0.5 } });
    const auto carrier = patch.add ("source.fm", { { "ratio", 1 }, { "depth", depth } });
    patch.connect (fall, "out", modulator, "level", 0.5);
    patch.connect (modulator, "out", carrier, "in");
    return patch.finish (carrier, patch.add ("env.adsr", { { "attack", 0.001 }, { "decay", 2 * decay }, { "sustain", 0.1 }, { "release", 0.4 } }));
}

Graph noisy (double cutoff, double attack, double decay, double level)
{
    Patch patch;
    const auto noise = patch.add ("source.noise", {});
    const auto filter = patch.add ("filter.svf", { { "cutoff", cutoff }, { "mode", 2 } });
    patch.connect (noise, "out", filter, "in");
    return patch.finish (filter, patch.add ("env.decay", { { "attack", attack }, { "decay", decay } }), level);
}

Graph graphFor (int program)
{
    switch (program / 8)
    {
        case 0:
            return program >= 4 && program < 6 ? bellLike (1, 3, 1.5) : plucked (6, 0.6, program == 6 ? 1 : 0.45, 0.12);
        case 1:
            return struck (program >= 12 && program < 14 ? 1 : 3, program < 12 ? 2.5 : 1, 0.4, 0.7);
        case 2:
            return organ();
        case 3:
            return plucked (program == 28 ? 0.4 : 4, 0.4 + 0.05 * (program - 24), 0.7, 0.2);
        case 4:
            return program == 32 ? plucked (3, 0.3, 0.3, 0.3) : subtractive ({ .shape = 2.3, .cutoff = 500, .sweep = 0.25, .decay = 0.6, .sustain = 0.4 });
        case 5:
            return program >= 45 ? plucked (program == 45 ? 0.5 : 3, 0.5, 0.4, 0.3) : ensemble (0.12, 0.08, 0.25);
        case 6:
            return ensemble (0.3, 0.15, 0.5);
        case 7:
            return subtractive ({ .cutoff = 700, .sweep = 0.35, .attack = 0.05, .sustain = 0.8 });
        case 8:
            return subtractive ({ .shape = 3, .width = 0.3, .cutoff = 1'800, .sweep = 0.1, .attack = 0.03, .sustain = 0.9 });
        case 9:
            return subtractive ({ .shape = 0.8, .cutoff = 3'000, .sweep = 0, .attack = 0.04, .sustain = 1 });
        case 10:
            return subtractive ({ .shape = program == 80 ? 3.0 : 2.0, .cutoff = 3'500, .sweep = 0.15, .sustain = 0.8 });
        case 11:
            return ensemble (0.4, 0.5, 1.2);
        case 12:
            return bellLike (3.5, 4, 3);
        case 13:
            return plucked (2, 0.8, 0.9, 0.08);
        case 14:
            return struck (program == 112 ? 3 : program == 115 ? 1
                                                               : 2,
                           program == 115 ? 0.15 : 1, 0.5, 0.6);
        default:
            return noisy (1'500, 0.05, 1.5, -12);
    }
}

Graph kick()
{
    Patch patch;
    const auto sweep = patch.add ("env.decay", { { "decay", 0.09 } });
    const auto wave = patch.add ("source.analogue", { { "shape", 0 }, { "restart", 1 }, { "octave", 0 } });
    patch.connect (sweep, "out", wave, "semitone", 0.5);
    return patch.finish (wave, patch.add ("env.decay", { { "attack", 0 }, { "decay", 0.5 } }), 0);
}

Graph snare()
{
    Patch patch;
    const auto skin = patch.add ("source.analogue", { { "shape", 0.5 }, { "octave", 1 }, { "restart", 1 } });
    const auto noise = patch.add ("source.noise", {});
    const auto filter = patch.add ("filter.svf", { { "cutoff", 1'800 }, { "mode", 2 } });
    const auto mixer = patch.add ("mix.mixer", { { "level1", -9 }, { "level2", -3 } });
    patch.connect (skin, "out", mixer, "in1");
    patch.connect (noise, "out", filter, "in");
    patch.connect (filter, "out", mixer, "in2");
    return patch.finish (mixer, patch.add ("env.decay", { { "attack", 0 }, { "decay", 0.28 } }), -3);
}

struct DrumPatch
{
    const char* name;
    Graph (*make)();
};

constexpr std::array<DrumPatch, drumCount> drums { { { "Kick", kick },
                                                     { "Snare", snare },
                                                     { "Clap", [] { return noisy (1'200, 0.01, 0.25, -3); } },
                                                     { "Hi-hat", [] { return noisy (8'000, 0, 0.07, -9); } },
                                                     { "Open hi-hat", [] { return noisy (8'000, 0, 0.5, -9); } },
                                                     { "Tom", [] { return struck (2, 0.7, 0.5, 0.5); } },
                                                     { "Cymbal", [] { return noisy (6'000, 0, 2.2, -9); } },
                                                     { "Block", [] { return struck (1, 0.15, 0.6, 0.8); } },
                                                     { "Shaker", [] { return noisy (5'000, 0.02, 0.1, -12); } } } };
} // namespace

std::string_view programName (int program) { return names[static_cast<std::size_t> (std::clamp (program, 0, 127))]; }

std::optional<int> programNamed (std::string_view name)
{
    const auto wanted = inLowerCase (name);

    for (std::size_t i = 0; i < names.size(); ++i)
        if (wanted.find (inLowerCase (names[i])) != wanted.npos)
            return static_cast<int> (i);

    return {};
}

Instrument instrumentFor (int program)
{
    Instrument instrument;
    instrument.name = programName (program);
    instrument.graph = graphFor (program);
    instrument.polyphony = 32;
    return instrument;
}

Drum drumOf (int key)
{
    switch (key)
    {
        case 35:
        case 36:
            return Drum::kick;
        case 38:
        case 40:
            return Drum::snare;
        case 39:
            return Drum::clap;
        case 42:
        case 44:
            return Drum::hiHat;
        case 46:
            return Drum::openHiHat;
        case 41:
        case 43:
        case 45:
        case 47:
        case 48:
        case 50:
        case 60:
        case 61:
        case 62:
        case 63:
        case 64:
        case 65:
        case 66:
            return Drum::tom;
        case 49:
        case 51:
        case 52:
        case 53:
        case 55:
        case 57:
        case 59:
            return Drum::cymbal;
        case 54:
        case 69:
        case 70:
        case 82:
            return Drum::shaker;
        default:
            return Drum::block;
    }
}

Instrument instrumentFor (Drum drum)
{
    const auto& patch = drums[static_cast<std::size_t> (drum)];
    Instrument instrument;
    instrument.name = patch.name;
    instrument.graph = patch.make();
    instrument.newNoteAction = NewNoteAction::letRing;
    return instrument;
}

} // namespace athanor::midi
