// SPDX-License-Identifier: GPL-3.0-or-later
// The many other module formats, read by libxmp, which brings their effects into the numbers of FastTracker 2.
#include "Core/Text.h"
#include "Formats/Tracker/TrackerSong.h"

#include <xmp.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace athanor::tracker
{

namespace
{
struct Context
{
    ~Context()
    {
        if (isLoaded)
            xmp_release_module (context);

        xmp_free_context (context);
    }

    xmp_context context = xmp_create_context();
    bool isLoaded = false;
};

std::string name (const char* text, std::size_t size)
{
    return trimmed (utf8FromLatin1 (std::string_view (text, strnlen (text, size))));
}

dsp::Sound soundOf (const xmp_sample& from, std::size_t frames)
{
    dsp::Sound sound;

    for (std::size_t i = 0; i < frames; ++i)
        if ((from.flg & XMP_SAMPLE_16BIT) != 0)
        {
            std::int16_t value = 0;
            std::memcpy (&value, from.data + 2 * i, 2);
            sound.samples.push_back (static_cast<float> (value) / 32'768.0f);
        }
        else
            sound.samples.push_back (static_cast<float> (static_cast<std::int8_t> (from.data[i])) / 128.0f);

    return sound;
}

/** One sample as one subinstrument plays it: libxmp keeps tuning and volume there. */
Sample sampleOf (const xmp_module& module, const xmp_subinstrument& part, int volumeBase, Song& song)
{
    Sample sample;
    sample.volume = std::clamp (part.vol * 64 / volumeBase, 0, 64);
    sample.semitones = part.xpo + part.fin / 128.0;
    sample.panning = std::clamp ((part.pan - 128) / 128.0, -1.0, 1.0);
    sample.vibratoSpeed = std::clamp (part.vra, 0, 255);
    sample.vibratoDepth = std::clamp (part.vde, 0, 255);
    sample.vibratoRate = std::clamp (part.vsw, 0, 255);
    sample.vibratoShape = std::clamp (part.vwf, 0, 3);

    if (part.sid < 0 || part.sid >= module.smp || module.xxs[part.sid].data == nullptr || module.xxs[part.sid].len <= 0)
        return sample;

    const auto& from = module.xxs[part.sid];
    sample.name = name (from.name, sizeof (from.name));

    if ((from.flg & XMP_SAMPLE_SYNTH) != 0)
    {
        song.report.add ("A synthetic sound is silent.", "Only recordings are read from this kind of file.", "sample", part.sid + 1);
        return sample;
    }

    sample.sound = soundOf (from, song.roomFor (static_cast<std::uint64_t> (from.len)));
    sample.loop = (from.flg & XMP_SAMPLE_LOOP) == 0 ? LoopMode::off : (from.flg & XMP_SAMPLE_LOOP_BIDIR) != 0 ? LoopMode::pingPong
                                                                                                              : LoopMode::forward;
    sample.loopStart = from.lps;
    sample.loopEnd = from.lpe;
    return sample;
}

TickEnvelope envelopeOf (const xmp_envelope& from, double middle, double scale)
{
    TickEnvelope envelope;
    const auto count = std::clamp (from.npt, 0, XMP_MAX_ENV_POINTS);

    for (auto i = 0; i < count; ++i)
        envelope.points.put (std::max<int> (from.data[2 * i], 0), std::clamp ((from.data[2 * i + 1] - middle) / scale, -1.0, 1.0));

    const auto tickOf = [&] (int point) { return point >= 0 && point < count ? std::max<int> (from.data[2 * point], 0) : -1; };
    envelope.isOn = (from.flg & XMP_ENVELOPE_ON) != 0 && count > 0;

    if ((from.flg & XMP_ENVELOPE_SUS) != 0)
        envelope.sustainStart = envelope.sustainEnd = tickOf (from.sus);

    if ((from.flg & XMP_ENVELOPE_LOOP) != 0 && from.lps <= from.lpe && tickOf (from.lpe) >= 0)
    {
        envelope.loopStart = tickOf (from.lps);
        envelope.loopEnd = tickOf (from.lpe);
    }

    return envelope;
}

void addInstrument (const xmp_module& module, const xmp_instrument& from, int volumeBase, Song& song)
{
    Instrument instrument;
    instrument.name = name (from.name, sizeof (from.name));
    const auto firstSample = static_cast<int> (song.samples.size());

    for (auto i = 0; i < from.nsm && from.sub != nullptr; ++i)
    {
        song.samples.push_back (sampleOf (module, from.sub[i], volumeBase, song));
        instrument.newNoteAction = static_cast<NewNoteAction> (std::clamp (from.sub[i].nna, 0, 3));
    }

    for (std::size_t key = 0; key < instrument.keys.size(); ++key)
        if (const auto& mapped = from.map[key]; mapped.ins < from.nsm && from.sub != nullptr)
            instrument.keys[key] = { firstSample + mapped.ins + 1, static_cast<int> (key) + mapped.xpo };

    instrument.volume = envelopeOf (from.aei, 0, 64);
    instrument.panning = envelopeOf (from.pei, 0, 32);
    instrument.fadePerTick = std::clamp (from.rls / 32'768.0, 0.0, 1.0);
    song.instruments.push_back (std::move (instrument));
}

/** The letter for an effect number that means the same in FastTracker 2; 0 when there is none. */
char letterOf (int effect)
{
    if (effect <= 9)
        return static_cast<char> ('0' + effect);

    if (effect <= 0x11 || effect == 0x14 || effect == 0x15 || effect == 0x19 || effect == 0x1b || effect == 0x1d || effect == 0x21)
        return static_cast<char> ('A' + effect - 10);

    return '\0';
}

Cell cellOf (const xmp_event& event, int row, int channel, Song& song)
{
    Cell cell;
    cell.row = row;
    cell.channel = channel;
    cell.key = event.note == XMP_KEY_OFF ? key::off : event.note == XMP_KEY_CUT          ? key::cut
                                                  : event.note == XMP_KEY_FADE           ? key::fade
                                                  : event.note >= 1 && event.note <= 120 ? static_cast<std::uint8_t> (event.note - 1)
                                                                                         : key::none;
    cell.instrument = event.ins;

    if (event.vol != 0)
        cell.volume = static_cast<std::uint8_t> (std::min (event.vol - 1, 64));

    for (const auto& [type, value] : { std::pair { event.fxt, event.fxp }, { event.f2t, event.f2p } })
        if (type != 0 || value != 0)
        {
            const auto letter = letterOf (type);

            if (letter == '\0' || cell.effect != 0)
                song.report.add ("An effect of this format is left out.", "It has no equal here.", "channel", channel + 1);
            else
            {
                cell.effect = letter;
                cell.value = value;
            }
        }

    return cell;
}

void addPattern (const xmp_module& module, int number, Song& song)
{
    auto& pattern = song.patterns.emplace_back();
    const auto* from = module.xxp[number];

    if (from == nullptr)
        return;

    pattern.rows = std::clamp (from->rows, 1, 1'024);

    for (auto row = 0; row < pattern.rows; ++row)
        for (auto channel = 0; channel < module.chn; ++channel)
        {
            const auto index = from->index[channel];
            const auto* track = index >= 0 && index < module.trk ? module.xxt[index] : nullptr;

            if (track != nullptr && row < track->rows && ! song.addCell (pattern, cellOf (track->event[row], row, channel, song)))
                return;
        }
}

void addHead (const xmp_module& module, const xmp_module_info& info, Song& song)
{
    song.title = name (module.name, sizeof (module.name));
    song.format = name (module.type, sizeof (module.type));
    song.message = info.comment != nullptr ? trimmed (utf8FromLatin1 (info.comment)) : "";
    song.speed = module.spd;
    song.tempo = module.bpm;
    song.restart = module.rst;
    song.middleKey = 60;

    for (auto i = 0; i < module.chn && i < XMP_MAX_CHANNELS; ++i)
        song.channels.push_back ({ std::clamp ((module.xxc[i].pan - 128) / 128.0, -1.0, 1.0), 64, (module.xxc[i].flg & XMP_CHANNEL_MUTE) != 0 });

    for (auto i = 0; i < module.len && i < XMP_MAX_MOD_LENGTH; ++i)
        song.orders.push_back (module.xxo[i] < module.pat ? module.xxo[i] : module.xxo[i] == 0xff ? endMarker
                                                                                                  : skipMarker);
}
} // namespace

Result<Song> readOther (std::string_view data)
{
    Context player;

    if (player.context == nullptr || xmp_load_module_from_memory (player.context, data.data(), static_cast<long> (data.size())) != 0)
        return Failure { "This is no module that can be read.", "libxmp does not know it" };

    player.isLoaded = true;
    xmp_module_info info {};
    xmp_get_module_info (player.context, &info);
    const auto& module = *info.mod;
    Song song;
    song.dialect = Dialect::xm;
    addHead (module, info, song);

    if (song.channels.empty())
        return Failure { "This module has no channels.", "" };

    for (auto i = 0; i < module.ins; ++i)
        addInstrument (module, module.xxi[i], std::max (info.vol_base, 1), song);

    for (auto i = 0; i < module.pat; ++i)
        addPattern (module, i, song);

    song.report.add ("This format is read through that of FastTracker 2; some of it may sound different.", "");
    return song;
}

} // namespace athanor::tracker
