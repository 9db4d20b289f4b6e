// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Fonts.h"

#include <cstdlib>

namespace athanor
{

namespace
{

// In the order of Face; the second column stands in when the first is not installed.
constexpr std::array<std::array<const char*, 2>, 5> files {
    { { "opentype/inter/Inter-Regular.otf", "truetype/dejavu/DejaVuSans.ttf" },
      { "opentype/inter/Inter-Medium.otf", "truetype/dejavu/DejaVuSans.ttf" },
      { "opentype/inter/Inter-SemiBold.otf", "truetype/dejavu/DejaVuSans-Bold.ttf" },
      { "truetype/jetbrains-mono/JetBrainsMono-Regular.ttf", "truetype/dejavu/DejaVuSansMono.ttf" },
      { "truetype/jetbrains-mono/JetBrainsMono-Medium.ttf", "truetype/dejavu/DejaVuSansMono-Bold.ttf" } }
};

juce::File findFont (juce::StringRef path)
{
    for (auto* folder : { "~/.local/share/fonts", "/usr/local/share/fonts", "/usr/share/fonts" })
        if (auto file = juce::File (folder).getChildFile (path); file.existsAsFile())
            return file;

    return {};
}

int readBigEndian (const juce::MemoryBlock& font, std::size_t at, std::size_t bytes)
{
    if (at + bytes > font.getSize())
        return 0;

    auto* data = static_cast<const juce::uint8*> (font.getData()) + at;
    return bytes == 2 ? static_cast<juce::int16> (juce::ByteOrder::bigEndianShort (data)) : static_cast<int> (juce::ByteOrder::bigEndianInt (data));
}

std::size_t findTable (const juce::MemoryBlock& font, const char* tag)
{
    const auto tables = readBigEndian (font, 4, 2);

    for (int i = 0; i < tables; ++i)
    {
        const auto record = static_cast<std::size_t> (12 + 16 * i);

        if (record + 16 <= font.getSize() && std::memcmp (static_cast<const char*> (font.getData()) + record, tag, 4) == 0)
            return static_cast<std::size_t> (readBigEndian (font, record + 8, 4));
    }

    return 0;
}

/** JUCE measures a font by ascent plus descent; the tables `head` and `hhea` tell how many ems that is. */
float heightPerEm (const juce::MemoryBlock& font)
{
    const auto head = findTable (font, "head"), hhea = findTable (font, "hhea");

    if (head == 0 || hhea == 0)
        return 1.2f;

    const auto unitsPerEm = readBigEndian (font, head + 18, 2);
    const auto ascent = readBigEndian (font, hhea + 4, 2), descent = readBigEndian (font, hhea + 6, 2);
    return unitsPerEm > 0 && ascent > descent ? static_cast<float> (ascent - descent) / static_cast<float> (unitsPerEm) : 1.2f;
}

} // namespace

Fonts::Fonts()
{
#if JUCE_LINUX
    // JUCE opens every font file of the system when the first typeface is made; one small folder is enough as its last resort.
    if (juce::File ("/usr/share/fonts/truetype/dejavu").isDirectory())
        ::setenv ("JUCE_FONT_PATH", "/usr/share/fonts/truetype/dejavu", 0);
#endif
}

const Fonts::Loaded& Fonts::loaded (Face face) const
{
    auto& entry = faces[static_cast<std::size_t> (face)];

    if (entry.typeface != nullptr)
        return entry;

    for (auto* path : files[static_cast<std::size_t> (face)])
    {
        juce::MemoryBlock data;

        if (auto file = findFont (path); file != juce::File() && file.loadFileAsData (data))
        {
            entry.typeface = juce::Typeface::createSystemTypefaceFor (data.getData(), data.getSize());
            entry.heightPerPoint = heightPerEm (data);
            return entry;
        }
    }

    const auto isNumber = face == Face::number || face == Face::numberStrong;
    const juce::Font fallback (isNumber ? juce::Font::getDefaultMonospacedFontName() : juce::Font::getDefaultSansSerifFontName(), 14.0f, juce::Font::plain);
    entry.typeface = juce::Typeface::createSystemTypefaceFor (fallback);
    return entry;
}

juce::Typeface::Ptr Fonts::typeface (Face face) const { return loaded (face).typeface; }

float Fonts::heightPerPoint (Face face) const { return loaded (face).heightPerPoint; }

juce::Font Fonts::font (Face face, float points) const
{
    const auto& entry = loaded (face);
    return juce::Font (entry.typeface).withHeight (points * entry.heightPerPoint);
}

} // namespace athanor
