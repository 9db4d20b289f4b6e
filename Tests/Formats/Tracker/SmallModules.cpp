// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/SmallModules.h"

#include "Support/ByteWriter.h"

#include <vector>

namespace athanor
{

namespace
{
/** As Impulse Tracker packs, with the widest codes only: nine bits for each difference, the last of them zero. */
std::string packedRamp()
{
    std::vector<bool> bits;
    auto before = 0;

    for (auto i = 0; i < rampFrames; ++i)
    {
        const auto difference = (ramp (i) - before) & 255;
        before = ramp (i);

        for (auto bit = 0; bit < 9; ++bit)
            bits.push_back ((difference >> bit & 1) != 0);
    }

    ByteWriter block;

    for (std::size_t i = 0; i < bits.size(); i += 8)
    {
        auto byte = 0;

        for (std::size_t bit = 0; bit < 8 && i + bit < bits.size(); ++bit)
            byte |= bits[i + bit] ? 1 << bit : 0;

        block.u8 ({ byte });
    }

    ByteWriter packed;
    packed.u16 ({ static_cast<int> (block.bytes.size()) }).text (block.bytes);
    return packed.bytes;
}

void putRamp (ByteWriter& out, int offset = 0)
{
    for (auto i = 0; i < rampFrames; ++i)
        out.u8 ({ ramp (i) + offset });
}

void putXmInstrument (ByteWriter& out)
{
    const auto start = out.bytes.size();
    out.u32 ({ 263 }).text ("Lead", 22).u8 ({ 0 }).u16 ({ 2 }).u32 ({ 40 });

    for (auto key = 0; key < 96; ++key)
        out.u8 ({ key < 48 ? 0 : 1 });

    out.u16 ({ 0, 64, 10, 32, 20, 0 }).zeros (36).u16 ({ 0, 32, 8, 64 }).zeros (40);
    out.u8 ({ 3, 2, 1, 0, 2, 0, 0, 0, 1 | 2 | 4, 1, 1, 16, 3, 4 }).u16 ({ 1'024 });
    out.to (start + 263);
    out.u32 ({ rampFrames, 8, 16 }).u8 ({ 48, 64, 1, 64, 12, 0 }).text ("low", 22);
    out.u32 ({ rampFrames * 4, 0, rampFrames * 4 }).u8 ({ 64, 0, 2 | 16 | 32, 192, 0, 0 }).text ("wide", 22);

    for (auto i = 0; i < rampFrames; ++i)
        out.u8 ({ ramp (i) - (i == 0 ? 0 : ramp (i - 1)) });

    for (auto side : { 1, -1 })
        for (auto i = 0; i < rampFrames; ++i)
            out.u16 ({ side * 100 * (i == 0 ? 0 : 1) });
}
} // namespace

std::string smallXm()
{
    ByteWriter out;
    out.text ("Extended Module: ").text ("Small XM", 20).u8 ({ 0x1a }).text ("by hand", 20).u16 ({ 0x104 });
    out.u32 ({ 276 }).u16 ({ 3, 1, 2, 2, 2, 0, 5, 130 }).u8 ({ 1, 0, 1 }).to (336);

    ByteWriter rows;
    rows.u8 ({ 49, 1, 0x30, 0x0f, 4 }).u8 ({ 0x83, 97, 2 });       // C-4 with everything; key off with an empty instrument
    rows.u8 ({ 0x80 | 4, 0xa3 }).u8 ({ 0x80 | 8 | 16, 33, 0x12 }); // vibrato speed; X12
    rows.u8 ({ 0x80 | 8 | 16, 0x0b, 2 }).u8 ({ 0x80 | 16, 0x37 }); // B02; arpeggio 037
    out.u32 ({ 9 }).u8 ({ 0 }).u16 ({ 3, static_cast<int> (rows.bytes.size()) }).text (rows.bytes);
    out.u32 ({ 9 }).u8 ({ 0 }).u16 ({ 16, 0 });

    putXmInstrument (out);
    out.u32 ({ 29 }).text ("Nothing", 22).u8 ({ 0 }).u16 ({ 0 });
    return out.bytes;
}

namespace
{
void putItInstrument (ByteWriter& out)
{
    const auto start = out.bytes.size();
    out.text ("IMPI").text ("LEAD.ITI", 12).u8 ({ 0, 2, 1, 0 }).u16 ({ 64 }).u8 ({ 0, 60, 64, 48, 0, 0 }).u16 ({ 0x200 }).u8 ({ 1, 0 }).text ("Lead", 26).u8 ({ 0x80 | 64, 0x80 | 10, 0, 0 }).u16 ({ 0 });

    for (auto key = 0; key < 120; ++key)
        out.u8 ({ key < 60 ? key : key - 12, key < 60 ? 1 : 2 });

    out.u8 ({ 1 | 2 | 4, 3, 1, 2, 0, 1 }).u8 ({ 64 }).u16 ({ 0 }).u8 ({ 32 }).u16 ({ 10 }).u8 ({ 0 }).u16 ({ 20 }).to (start + 0x130 + 82);
    out.u8 ({ 0, 2, 0, 0, 0, 0 }).u8 ({ -32 }).u16 ({ 0 }).u8 ({ 32 }).u16 ({ 10 }).to (start + 0x130 + 164);
    out.u8 ({ 1 | 8, 2, 0, 0, 0, 0 }).u8 ({ 0 }).u16 ({ 0 }).u8 ({ 16 }).u16 ({ 50 }).to (start + 554);
}

void putItSample (ByteWriter& out, const char* name, int flags, int convert, std::uint32_t place)
{
    out.text ("IMPS").text ("FILE", 12).u8 ({ 0, 32, flags, 40 }).text (name, 26).u8 ({ convert, 0x80 | 16 });
    out.u32 ({ rampFrames, 4, 20, 22'050, 8, 100 }).u32 ({ place }).u8 ({ 10, 20, 30, 1 });
}
} // namespace

std::string smallIt()
{
    constexpr std::uint32_t instrument = 0x100, samples = instrument + 554, pattern = samples + 2 * 80, data = pattern + 80;
    const auto packed = packedRamp();
    ByteWriter out;
    out.text ("IMPM").text ("Small IT", 26).u16 ({ 0x1004, 5, 1, 2, 1, 0x214, 0x214, 1 | 4 | 16 | 32, 1 });
    out.u8 ({ 64, 48, 3, 140, 128, 0 }).u16 ({ 5 }).u32 ({ data + 200, 0 });

    for (auto channel = 0; channel < 64; ++channel)
        out.u8 ({ channel == 0 ? 0 : channel == 1 ? 0x80 | 64
                                                  : 32 });

    for (auto channel = 0; channel < 64; ++channel)
        out.u8 ({ channel == 0 ? 32 : 64 });

    out.u8 ({ 254, 0, 0, 255, 0 }).u32 ({ instrument, samples, samples + 80, pattern }).to (instrument);
    putItInstrument (out);
    putItSample (out, "ramp", 1 | 16 | 64, 1, data);
    putItSample (out, "packed", 1 | 8 | 32, 1, data + rampFrames);

    ByteWriter rows;
    rows.u8 ({ 0x81, 15, 60, 1, 33, 4, 0x0f, 0x82, 3, 255, 1, 0 }); // C-5 with everything; note off
    rows.u8 ({ 0x81, 0xf0, 0x82, 0x20 | 4, 200, 0 });               // all of it again; porta in the volume column
    rows.u8 ({ 0x81, 9, 254, 2, 2, 0x82, 1, 200, 0, 0 });           // cut and B02; fade
    out.u16 ({ static_cast<int> (rows.bytes.size()), 4 }).u32 ({ 0 }).text (rows.bytes).to (data);
    putRamp (out);
    out.text (packed).to (data + 200);
    return out.text ("Hi\rYo").bytes;
}

std::string smallS3m()
{
    constexpr int sample = 0x90, pattern = 0xe0, data = 0x140;
    ByteWriter out;
    out.text ("Small S3M", 28).u8 ({ 0x1a, 16, 0, 0 }).u16 ({ 4, 2, 1, 64, 0x1320, 2 }).text ("SCRM").u8 ({ 32, 4, 120, 0x80 | 48, 0, 252 }).zeros (10);
    out.u8 ({ 0, 8 });

    for (auto channel = 2; channel < 32; ++channel)
        out.u8 ({ 255 });

    out.u8 ({ 0, 254, 0, 255 }).u16 ({ sample / 16, 0, pattern / 16 });
    out.u8 ({ 0x20, 0x2f }).zeros (30).to (sample);
    out.u8 ({ 1 }).text ("RAMP", 12).u8 ({ 0 }).u16 ({ data / 16 }).u32 ({ rampFrames, 4, 20 }).u8 ({ 50, 0, 0, 1 }).u32 ({ 16'726 }).zeros (12).text ("a ramp", 28).text ("SCRS").to (pattern);
    out.u16 ({ 30 }).u8 ({ 0xe0, 0x40, 1, 32, 1, 6, 0x21, 254, 0, 0 }).u8 ({ 0xc1, 128 + 16, 3, 0x10, 0 }).zeros (62).to (data);
    putRamp (out, 128);
    return out.bytes;
}

std::string smallMod()
{
    ByteWriter out;
    out.text ("Small MOD", 20).text ("ramp", 22).big16 ({ rampFrames / 2 }).u8 ({ 0x0f, 40 }).big16 ({ 4, 8 });

    for (auto i = 1; i < 31; ++i)
        out.zeros (22).big16 ({ 0, 0, 0, 1 });

    out.u8 ({ 2, 1, 0, 0 }).zeros (126).text ("M.K.");
    ByteWriter pattern;
    pattern.u8 ({ 0x01, 0xac, 0x1c, 0x20 }).u8 ({ 0, 0, 0, 0x37 }).zeros (8).u8 ({ 0, 0, 0x0b, 1 }).to (1'024);
    out.text (pattern.bytes);
    putRamp (out);
    return out.bytes;
}

std::map<std::string, std::string> smallModules()
{
    return { { "small.xm", smallXm() }, { "small.it", smallIt() }, { "small.s3m", smallS3m() }, { "small.mod", smallMod() } };
}

} // namespace athanor
