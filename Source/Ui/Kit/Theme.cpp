// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Theme.h"

namespace athanor
{

namespace
{

Tokens makeTheme (ThemeKind kind, std::initializer_list<juce::uint32> argb)
{
    Tokens tokens;
    tokens.kind = kind;
    jassert (argb.size() == tokens.colours.size());

    std::size_t index = 0;

    for (auto colour : argb)
        tokens.colours[index++] = juce::Colour (colour);

    return tokens;
}

// In the order of Ink: surfaces, texts, overlays, keys, palette.
const Tokens dark = makeTheme (ThemeKind::dark,
                               { 0xff121418, 0xff191c22, 0xff22262e, 0xff2d323d, 0xff323844, 0xff2e333e, 0xff2c313b,
                                 0xffe9e6df, 0xff8a909c, 0xff4d535f, 0xff353b46,
                                 0x0effffff, 0x07ffffff, 0xa0080a0d,
                                 0xff1a0d06, 0xffe9e6df, 0xff22262e,
                                 0xffff7d45, 0xff45d3c0, 0xfff2c14e, 0xffa48bff, 0xffff6b8b, 0xff8fd16a, 0xff5aa9ff });

const Tokens light = makeTheme (ThemeKind::light,
                                { 0xfffbfaf7, 0xfff1eee8, 0xffe6e2d9, 0xffd9d4c9, 0xfffffefb, 0xffcfc9bd, 0xffd3cdc1,
                                  0xff23262c, 0xff595e68, 0xff9b9a94, 0xffc4bfb5,
                                  0x12000000, 0x08000000, 0x66302c26,
                                  0xffffffff, 0xfffffefb, 0xff2b2e35,
                                  0xffd4531b, 0xff0b8576, 0xffa87408, 0xff6a4fd0, 0xffcc3158, 0xff468a2c, 0xff1f6cc4 });

const Tokens contrast = makeTheme (ThemeKind::contrast,
                                   { 0xff000000, 0xff000000, 0xff101114, 0xff24262c, 0xff3c4048, 0xff202226, 0xff9a9fa8,
                                     0xffffffff, 0xffd6d9de, 0xffa9adb5, 0xff80858e,
                                     0x2effffff, 0x18ffffff, 0xd0000000,
                                     0xff000000, 0xffffffff, 0xff000000,
                                     0xffff9a5c, 0xff52f0da, 0xffffd75e, 0xffbca8ff, 0xffff8ba5, 0xffa8f07c, 0xff7cbcff });

} // namespace

const Tokens& tokensOf (ThemeKind kind)
{
    switch (kind)
    {
        case ThemeKind::light:
            return light;
        case ThemeKind::contrast:
            return contrast;
        case ThemeKind::dark:
            break;
    }

    return dark;
}

Ink Tokens::trackInk (int track) noexcept
{
    static constexpr std::array order { Ink::rose, Ink::gold, Ink::ember, Ink::violet, Ink::teal, Ink::sky, Ink::leaf };
    return order[static_cast<std::size_t> (track < 0 ? 0 : track) % order.size()];
}

Ink Tokens::inkNamed (juce::StringRef name) noexcept
{
    static constexpr std::array<std::pair<const char*, Ink>, 7> palette { { { "ember", Ink::ember },
                                                                            { "teal", Ink::teal },
                                                                            { "gold", Ink::gold },
                                                                            { "violet", Ink::violet },
                                                                            { "rose", Ink::rose },
                                                                            { "leaf", Ink::leaf },
                                                                            { "sky", Ink::sky } } };

    for (auto& [known, ink] : palette)
        if (name == juce::StringRef (known))
            return ink;

    return Ink::ember;
}

} // namespace athanor
